//! The response trees of both editions, from the published tables.

use std::collections::{BTreeMap, BTreeSet};

use calamine::{Data, Reader, Xlsx, open_workbook};
use pana_stats::index::ruleset::{
    Activity, ActivityKind, Item, Letter, Milestone, ReducedMaximum, Response, ResponseDraft,
};

use crate::facts::{self, Fact};

/// gsi_2023_government_framework.csv: 141 indicators, 42 activities, 5 milestones.
pub fn rules_2023() -> Response {
    let framework = facts::table("gsi_2023_government_framework.csv");
    let mut seen = BTreeSet::new();
    let first_of_each = framework.iter().filter(|fact| seen.insert(fact.text("activity_code").to_owned()));
    let draft = ResponseDraft {
        milestones: milestones(),
        activities: first_of_each.map(activity_2023).collect(),
        items: framework.iter().map(item_2023).collect(),
        reduced: vec![cannot_ratify(22.0, 74.0)],
        letters: Vec::new(),
        letter_cap_with_negative: None,
    };
    Response::new(draft).expect("the framework is a sound tree")
}

/// The ratings of each country: gsi_2023_government_indicators.csv, complete and without blanks.
pub fn ratings_2023(fact: &Fact, rules: &Response) -> BTreeMap<String, f64> {
    let rating = |item: &Item| (item.code.clone(), fact.number(&item.code).expect("every indicator is rated"));
    rules.items().iter().map(rating).collect()
}

/// The edition of 2018: points per milestone, and two negatives that count in the total alone (walkfree-gsi-2018.xlsx, sheet
/// "Global prev, vuln, govt table").
pub fn rules_2018() -> Response {
    // Maximum: number of activities, each a fraction of 1. Minimum: an activity falls to −(negatives / positives) of its
    // codebook entries; inferred, the workbook does not say. The lowest published are −1/3 (CAF, 1) and −0.4 (PRK, 2).
    let scales = [(-2.0, 9.0), (-4.0 / 3.0, 6.0), (-0.5, 4.0), (-1.5, 7.0), (0.0, 2.0)];
    let in_points = (1..).zip(scales).map(|(number, (minimum, maximum))| {
        (format!("M{number}"), Some(number), ActivityKind::Points { minimum, maximum })
    });
    let against = NEGATIVES_2018.map(|code| (code.to_owned(), None, ActivityKind::NegativeOnly { points: -1.0 }));
    let activities: Vec<_> =
        in_points.chain(against).map(|(code, milestone, kind)| Activity { code, milestone, kind }).collect();
    let item = |activity: &Activity| Item {
        code: activity.code.clone(),
        activity: activity.code.clone(),
        negative: activity.milestone.is_none(),
        name: activity.code.clone(),
    };
    let steps = ["AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D"];
    let letter =
        |(step, letter): (usize, &&str)| Letter { from: 90.0 - 10.0 * step as f64, letter: (*letter).to_owned() };
    let draft = ResponseDraft {
        milestones: milestones(),
        items: activities.iter().map(item).collect(),
        activities,
        reduced: vec![cannot_ratify(5.0, 27.0)],
        letters: steps.iter().enumerate().map(letter).collect(),
        letter_cap_with_negative: Some("BBB".to_owned()),
    };
    Response::new(draft).expect("the edition of 2018 is a sound tree")
}

/// 1.4.3 official complicity is not investigated; 1.8.1 state-imposed forced labour.
pub const NEGATIVES_2018: [&str; 2] = ["NEG143", "NEG181"];

/// Points from the percents of gsi_country_edition.csv, and the negatives, by country, as ratings of [`rules_2018`].
pub fn ratings_2018(
    fact: &Fact,
    rules: &Response,
    negatives: &BTreeMap<String, [f64; 2]>,
) -> Option<BTreeMap<String, f64>> {
    let maxima = &rules.maxima_of(fact.place()).milestones;
    let points = facts::MILESTONES.iter().zip(maxima).zip(1..);
    let mut ratings: BTreeMap<String, f64> = points
        .map(|((column, maximum), number)| Some((format!("M{number}"), fact.number(column)? * maximum / 100.0)))
        .collect::<Option<_>>()?;
    let of_country = negatives.get(fact.text("country")).expect("the workbook has the same country names");
    ratings.extend(NEGATIVES_2018.map(str::to_owned).into_iter().zip(*of_country));
    Some(ratings)
}

/// The columns "NEG ..." of walkfree-gsi-2018.xlsx, sheet "Global prev, vuln, govt table", by the country's name.
pub fn negatives_2018() -> BTreeMap<String, [f64; 2]> {
    let mut workbook: Xlsx<_> =
        open_workbook(facts::path("walkfree-gsi-2018.xlsx")).expect("the workbook can be opened");
    let sheet = workbook.worksheet_range("Global prev, vuln, govt table").expect("the workbook has this sheet");
    let mut rows = sheet.rows().skip_while(|row| !is_header(row));
    let header = rows.next().expect("the sheet has a header");
    let column = |name: &str| {
        let found = header.iter().position(|cell| cell.to_string().starts_with(name));
        found.unwrap_or_else(|| panic!("the sheet has no column {name}"))
    };
    let columns = [column("NEG Government  complicity (1.4.3)"), column("NEG State-imposed forced labour (1.8.1)")];
    let country = column("Country");
    let number = |cell: &Data| match cell {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        _ => None,
    };
    let negatives = |row: &[Data]| -> Option<(String, [f64; 2])> {
        Some((row[country].to_string(), [number(&row[columns[0]])?, number(&row[columns[1]])?]))
    };
    rows.filter_map(negatives).collect()
}

fn is_header(row: &[Data]) -> bool {
    row.iter().any(|cell| cell.to_string().starts_with("Country"))
}

fn milestones() -> Vec<Milestone> {
    (1..=5).map(|number| Milestone { number, name: format!("milestone {number}") }).collect()
}

fn activity_2023(fact: &Fact) -> Activity {
    let negative = fact.text("activity_is_negative") == "1";
    Activity {
        code: fact.text("activity_code").to_owned(),
        milestone: Some(fact.text("milestone").parse().expect("a milestone is a number")),
        kind: if negative { ActivityKind::NegativeOnly { points: -2.0 } } else { ActivityKind::Graded },
    }
}

fn item_2023(fact: &Fact) -> Item {
    Item {
        code: fact.text("indicator_code").to_owned(),
        activity: fact.text("activity_code").to_owned(),
        negative: fact.text("indicator_is_negative") == "1",
        name: fact.text("indicator_name").to_owned(),
    }
}

fn cannot_ratify(maximum: f64, total: f64) -> ReducedMaximum {
    ReducedMaximum {
        places: vec!["XKX".to_owned(), "TWN".to_owned()],
        milestone: 2,
        maximum,
        total,
        reason: "cannot ratify international conventions".to_owned(),
    }
}
