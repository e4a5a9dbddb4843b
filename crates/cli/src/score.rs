//! Scoring ratings by a ruleset.

use pana_app::score::{Scored, table};
use pana_packs::ruleset::Rules;
use pana_stats::index::response::{Points, Range};
use serde_json::{Map, Value, json};

use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json, read_file};

/// `pana score`.
pub fn run(args: &args::Score) -> Result<(), Exit> {
    let library = open::library()?;
    let rules = library.rules(&args.ruleset)?;
    let bytes = read_file(&args.ratings)?;
    let name = args.ratings.display().to_string();
    let text = String::from_utf8(bytes)
        .map_err(|_| Exit::Faulty(format!("{name}: the text is not UTF-8; save it as UTF-8")))?;
    let scored = table(rules, &name, &text)?;
    if args.json {
        return print_json(&scored.iter().map(as_json).collect::<Vec<_>>());
    }
    print(&as_csv(rules, &scored)?)
}

/// A value that is known, or the range it lies in: `1`, `0..2`.
fn range(range: Range) -> String {
    range.exact().map_or_else(|| format!("{}..{}", range.low, range.high), |value| value.to_string())
}

fn points(points: &Points) -> Range {
    Range { low: points.low, high: points.high }
}

fn as_csv(rules: &Rules, scored: &[Scored]) -> Result<Vec<u8>, Exit> {
    let failed = |error: csv::Error| Exit::Failed(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let milestones = rules.ruleset.response.milestones().len();
    let mut header = vec!["country".to_owned()];
    header.extend(rules.ruleset.response.activities().iter().map(|activity| activity.code.clone()));
    header.extend((1..=milestones).map(|number| format!("points_m{number}")));
    header.push("points_total".to_owned());
    header.extend((1..=milestones).map(|number| format!("pct_m{number}")));
    header.extend(["pct_total", "letter", "negatives_met", "missing"].map(str::to_owned));
    writer.write_record(&header).map_err(failed)?;
    for row in scored {
        let score = &row.score;
        let mut cells = vec![row.country.clone()];
        let activities = rules.ruleset.response.activities().iter();
        cells.extend(
            activities.map(|activity| score.activities.get(&activity.code).copied().map(range).unwrap_or_default()),
        );
        cells.extend(score.milestones.iter().map(|milestone| range(points(milestone))));
        cells.push(range(points(&score.total)));
        cells.extend(score.milestones.iter().map(|milestone| range(milestone.percent())));
        cells.push(range(score.total.percent()));
        cells.push(score.letter.clone().unwrap_or_default());
        cells.push(score.negatives_met.join(";"));
        cells.push(score.missing.join(";"));
        writer.write_record(&cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| Exit::Failed(error.to_string()))
}

fn as_json(scored: &Scored) -> Value {
    let ranged = |range: Range| json!({ "low": range.low, "high": range.high });
    let told = |milestone: &Points| json!({ "points": ranged(points(milestone)), "maximum": milestone.maximum, "percent": ranged(milestone.percent()) });
    let activities: Map<String, Value> =
        scored.score.activities.iter().map(|(code, points)| (code.clone(), ranged(*points))).collect();
    json!({
        "country": scored.country,
        "activities": activities,
        "milestones": scored.score.milestones.iter().map(told).collect::<Vec<_>>(),
        "total": told(&scored.score.total),
        "letter": scored.score.letter,
        "letter_capped_from": scored.score.capped_from,
        "negatives_met": scored.score.negatives_met,
        "missing": scored.score.missing,
    })
}
