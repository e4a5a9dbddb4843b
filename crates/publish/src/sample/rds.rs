//! Respondent-driven sample: what shares it has, every estimator beside the others, how it grew, and the size that a register
//! beside it gives.

use pana_stats::rds::report::{Found, OutcomeReport, Report as Answer};
use pana_stats::span::Span;
use pana_text::{Arg, Words};

use super::{Made, Teller, table_of};
use crate::estimate::told::id_of;
use crate::report::ranges::{Range, Ranges};
use crate::report::{Block, Cell, Column, Drawing, Mark, Report, Section, Table};
use crate::svg::Dress;

/// What would help where nothing can be said.
const HELP: [&str; 3] = ["degree", "waves", "merge"];
/// More groups than these are not drawn; the table has them.
const DRAWN: usize = 4;

/// The report in the language of these words.
pub fn report(words: &Words, found: &Answer, made: Made<'_>, dress: Dress) -> Report {
    let t = Teller { words, made, dress };
    let estimable = found.outcomes.iter().any(|outcome| spread(outcome).is_some());
    let mut sentences = found.outcomes.iter().map(|outcome| sentence(t, outcome));
    let first = sentences.next().unwrap_or_else(|| t.say("sample-rds-no-outcome"));
    let mut beside: Vec<String> = sentences.collect();
    let growth = &found.growth;
    let args = [
        ("n", Arg::from(growth.n)),
        ("seeds", Arg::from(growth.seeds)),
        ("waves", Arg::from(growth.waves.len().saturating_sub(1))),
        ("share", t.share(growth.largest_tree).into()),
    ];
    beside.push(t.tell("sample-rds-grown", &args));
    if growth.missing_degrees > 0 {
        beside.push(t.tell("sample-rds-degrees", &[("n", Arg::from(growth.missing_degrees))]));
    }
    let mut sections: Vec<Section> =
        found.outcomes.iter().enumerate().map(|(at, one)| outcome(t, found.settings.level, at, one)).collect();
    let mut settings = vec![
        ("estimate-made-seed", t.count(found.settings.seed)),
        ("estimate-made-replicates", t.count(found.settings.replicates)),
        ("estimate-made-level", t.level(found.settings.level)),
        ("sample-made-missing", t.named("missing", &id_of(&found.settings.missing_degree))),
    ];
    if let Some(known) = &found.settings.successive {
        settings.push(("sample-made-population", t.count(known.population)));
    }
    sections.push(t.how(settings));
    Report {
        lang: words.lang().tag(),
        title: t.tell("sample-rds-title", &[("file", table_of(&made).into())]),
        subject: t.say("sample-rds-subject"),
        estimable,
        sentence: first,
        beside,
        help: if estimable { Vec::new() } else { HELP.map(|help| t.say(&format!("sample-rds-help-{help}"))).into() },
        sections,
    }
}

/// Why nothing can be said, with the next step, for one line; `None` where something can.
pub fn refusal(words: &Words, found: &Answer) -> Option<String> {
    if found.outcomes.iter().any(|outcome| spread(outcome).is_some()) {
        return None;
    }
    let reason = found.outcomes.iter().flat_map(|outcome| &outcome.results).find_map(|one| one.reason.as_ref());
    let key = format!("sample-rds-next-{}", reason.map(id_of).unwrap_or_default());
    Some(words.say(if words.has(&key) { &key } else { "sample-rds-next-nobody" }))
}

/// The estimators that answer for the population; the shares of the sample itself do not.
fn weighted(outcome: &OutcomeReport) -> impl Iterator<Item = &Found> {
    outcome.results.iter().filter(|found| found.method != "sample")
}

/// The lowest and the highest share of the last group: of "0, 1" and "no, yes" the one that was asked about.
fn spread(outcome: &OutcomeReport) -> Option<(f64, f64)> {
    let last = outcome.outcome.groups.len().checked_sub(1)?;
    let points = || weighted(outcome).filter_map(|found| found.shares.get(last)).map(|share| share.point);
    points().reduce(f64::min).zip(points().reduce(f64::max))
}

fn sentence(t: Teller<'_>, outcome: &OutcomeReport) -> String {
    let name = Arg::from(outcome.outcome.name.as_str());
    let Some(((low, high), group)) = spread(outcome).zip(outcome.outcome.groups.last()) else {
        return t.tell("sample-rds-none", &[("outcome", name)]);
    };
    let args = [("low", t.share(low).into()), ("high", t.share(high).into()), ("group", group.as_str().into())];
    t.tell("sample-rds-sentence", &[&args[..], &[("outcome", name)]].concat())
}

/// "RDS-II, intervals by recruitment trees".
fn name(t: Teller<'_>, found: &Found) -> String {
    let method = if found.fallback { "ss-fallback" } else { found.method };
    let method = t.named("method", method);
    match found.bootstrap {
        "none" => method,
        bootstrap => format!("{method}, {}", t.named("bootstrap", bootstrap)),
    }
}

const IDS: [&str; 6] = ["outcome-1", "outcome-2", "outcome-3", "outcome-4", "outcome-5", "outcome-6"];

fn outcome(t: Teller<'_>, level: f64, at: usize, outcome: &OutcomeReport) -> Section {
    let mut rows = Vec::new();
    for (g, group) in outcome.outcome.groups.iter().enumerate() {
        for found in &outcome.results {
            let (point, range) = match found.shares.get(g) {
                Some(share) => {
                    (t.share(share.point), share.interval.as_ref().map(|span| range(t, span)).unwrap_or_default())
                }
                None => (t.say("estimate-plot-none-short"), reason(t, found)),
            };
            rows.push([group.clone(), name(t, found), point, range].map(Cell::plain).to_vec());
        }
    }
    let table = Table {
        id: format!("shares-{at}"),
        caption: t.tell("sample-rds-caption", &[("level", t.level(level).into())]),
        columns: vec![
            Column::words(outcome.outcome.name.clone()),
            Column::words(t.say("estimate-column-method")),
            Column::numbers(t.say("sample-column-share")),
            Column::numbers(t.say("estimate-column-interval")),
        ],
        rows,
        wide: true,
        folded: false,
    };
    let people = outcome.outcome.groups.iter().zip(&outcome.people);
    let people = people.map(|(group, n)| format!("{group}: {}", t.count(*n as u64))).collect::<Vec<_>>().join(", ");
    let args = [("people", Arg::from(people)), ("n", Arg::from(outcome.missing))];
    let mut blocks = vec![Block::Text(t.tell("sample-rds-people", &args))];
    blocks.extend(drawing(t, at, outcome).map(Block::Drawing));
    blocks.push(Block::Table(table));
    blocks.push(Block::List(mixing(t, outcome)));
    if !outcome.multiplier.is_empty() {
        blocks.push(Block::Text(t.say("sample-rds-multiplier")));
        blocks.push(Block::Table(multiplier(t, at, outcome)));
    }
    Section { id: IDS.get(at).copied().unwrap_or("outcome"), heading: outcome.outcome.name.clone(), blocks }
}

fn reason(t: Teller<'_>, found: &Found) -> String {
    found.reason.as_ref().map(|reason| t.named("reason", &id_of(reason))).unwrap_or_default()
}

fn range(t: Teller<'_>, span: &Span) -> String {
    t.range(t.share(span.lower), t.share(span.upper))
}

fn drawing(t: Teller<'_>, at: usize, outcome: &OutcomeReport) -> Option<Drawing> {
    let groups = &outcome.outcome.groups;
    // Of two groups the one says what the other does.
    let from = if groups.len() == 2 { 1 } else { 0 };
    let mut rows = Vec::new();
    for (g, group) in groups.iter().enumerate().skip(from).take(DRAWN) {
        for found in &outcome.results {
            let Some(share) = found.shares.get(g) else { continue };
            let label = name(t, found);
            rows.push(Range {
                label: if groups.len() == 2 { label } else { format!("{group}: {label}") },
                text: t.share(share.point),
                point: Some(share.point),
                ends: share.interval.as_ref().map(|span| (span.lower, span.upper)),
                other: None,
            });
        }
    }
    if rows.is_empty() {
        return None;
    }
    let told: Vec<String> = rows.iter().map(|row| format!("{}: {}.", row.label, row.text)).collect();
    let of = if groups.len() == 2 {
        format!("{} = {}", outcome.outcome.name, groups[1])
    } else {
        outcome.outcome.name.clone()
    };
    let ends = rows.iter().flat_map(|row| [row.point, row.ends.map(|ends| ends.1)]).flatten();
    let most = ends.filter(|value| value.is_finite()).fold(0.05, f64::max);
    let format = |value: f64| crate::estimate::told::percent(t.words, value);
    let (title, unit) = (t.tell("sample-rds-plot", &[("group", of.into())]), t.say("sample-axis-share"));
    Some(Drawing::in_widths(
        t.dress,
        &format!("shares-plot-{at}"),
        title,
        String::new(),
        told.join(" "),
        &|alt, width| {
            Ranges { rows: &rows, axis: (0.0, most), bars: false, format: &format, unit: &unit, width }
                .draw(alt, t.dress)
        },
    ))
}

fn mixing(t: Teller<'_>, outcome: &OutcomeReport) -> Vec<String> {
    let homophily = match outcome.mixing.homophily {
        Some(ratio) => t.tell("sample-rds-homophily", &[("ratio", t.words.numbers().fixed(ratio, 2).into())]),
        None => t.say("sample-rds-homophily-none"),
    };
    let settled = match outcome.mixing.settled_at {
        Some(wave) => t.tell("sample-rds-settled", &[("wave", Arg::from(wave))]),
        None => t.say("sample-rds-settled-not"),
    };
    vec![homophily, settled]
}

fn multiplier(t: Teller<'_>, at: usize, outcome: &OutcomeReport) -> Table {
    let size = |span: &Span| {
        let width = span.upper - span.lower;
        t.range(t.people(span.lower, width), t.people(span.upper, width))
    };
    let none = || t.say("estimate-plot-none-short");
    let rows = outcome.multiplier.iter().map(|one| {
        let method = format!("{}, {}", t.named("method", one.method), t.named("bootstrap", one.bootstrap));
        let point = one.delta.as_ref().map(|span| t.people(span.point, span.upper - span.lower));
        let mark = if one.delta.is_some() { Mark::Pass } else { Mark::Fail };
        vec![
            Cell::plain(method),
            Cell { text: point.unwrap_or_else(none), mark: Some(mark) },
            Cell::plain(one.delta.as_ref().map(size).unwrap_or_default()),
            Cell::plain(one.percentile.as_ref().map(size).unwrap_or_default()),
        ]
    });
    Table {
        id: format!("multiplier-{at}"),
        caption: t.say("sample-rds-multiplier-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-method")),
            Column::numbers(t.say("estimate-column-estimate")),
            Column::numbers(t.say("sample-column-delta")),
            Column::numbers(t.say("sample-column-bootstrap")),
        ],
        rows: rows.collect(),
        wide: false,
        folded: false,
    }
}
