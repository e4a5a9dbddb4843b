//! The rules of an index, as data: `data/rulesets/<id>/` holds `ruleset.toml` and the tree as three tables.

use std::collections::BTreeMap;

use pana_evidence::edition;
use pana_evidence::{Edition, EditionIndicators, IndicatorId, SourceId};
use pana_stats::index::ruleset::{
    Activity, ActivityKind, Dimension, Item, Letter, Milestone, Prevalence, ReducedMaximum, Response, ResponseDraft,
    Ruleset, Vulnerability,
};
use serde::Deserialize;

use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::table::{RawRow, read_rows};

/// A ruleset with what the pages need to know about its edition.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Which indicators hold the figures of the edition.
    pub edition: Edition,
    /// The rules the engine computes with.
    pub ruleset: Ruleset,
    /// What a table of this edition must add up to.
    pub guard: GuardSums,
    /// Defects the published data are known to have.
    pub known_defects: Vec<KnownDefect>,
}

/// Sums of the published numbers of people.
#[derive(Clone, Debug, Deserialize)]
pub struct GuardSums {
    /// The world.
    pub world: u64,
    /// How many countries have an estimate.
    pub countries: usize,
    /// By region of the index.
    pub regions: BTreeMap<String, u64>,
}

/// A defect the published data are known to have.
#[derive(Clone, Debug, Deserialize)]
pub struct KnownDefect {
    /// The check it fails.
    pub check: String,
    /// The country.
    pub iso3: String,
    /// What is wrong.
    pub reason: String,
}

#[derive(Deserialize)]
struct Written {
    id: String,
    series: String,
    edition: String,
    title: String,
    source: String,
    reference_year: i16,
    population_year: i16,
    printed_population_year: i16,
    response_not_assessed: Vec<String>,
    indicators: WrittenIndicators,
    prevalence: Prevalence,
    dimensions: Vec<WrittenDimension>,
    response: WrittenResponse,
    guard: GuardSums,
    #[serde(default)]
    known_defects: Vec<KnownDefect>,
}

#[derive(Deserialize)]
struct WrittenIndicators {
    population: String,
    prevalence: String,
    number: String,
    vulnerability: String,
    response: String,
    letter: Option<String>,
    milestones: Vec<String>,
}

#[derive(Deserialize)]
struct WrittenDimension {
    id: String,
    name: String,
    eigenvalue: f64,
    indicator: String,
}

#[derive(Deserialize)]
struct WrittenResponse {
    negative_activity_points: f64,
    #[serde(default)]
    reduced: Vec<ReducedMaximum>,
    #[serde(default)]
    letters: Vec<Letter>,
    letter_cap_with_negative: Option<String>,
}

const FILE: &str = "ruleset.toml";

impl Rules {
    /// Reads a ruleset from its folder.
    pub fn read(files: &Files) -> Result<Self, Faults> {
        let written: Written = toml::from_str(files.text(FILE)?).map_err(|error| Fault::of_file(FILE, error))?;
        let milestones = rows(files, "milestones.csv", &["milestone", "name", "short_name"])?;
        let activities =
            rows(files, "activities.csv", &["code", "milestone", "number", "kind", "minimum", "maximum", "name"])?;
        let items = rows(files, "indicators.csv", &["code", "activity", "negative", "name"])?;
        let draft = ResponseDraft {
            milestones: milestones.iter().map(milestone).collect::<Result<_, _>>()?,
            activities: activities
                .iter()
                .map(|row| activity(row, written.response.negative_activity_points))
                .collect::<Result<_, _>>()?,
            items: items.iter().map(item).collect(),
            reduced: written.response.reduced.clone(),
            letters: written.response.letters.clone(),
            letter_cap_with_negative: written.response.letter_cap_with_negative.clone(),
        };
        let response = Response::new(draft).map_err(|reason| Fault::of_file(FILE, reason))?;
        Ok(Self {
            ruleset: ruleset(&written, response)?,
            edition: edition(&written, &milestones, &activities),
            guard: written.guard,
            known_defects: written.known_defects,
        })
    }

    /// Reads every ruleset below `data/rulesets`, newest edition first.
    pub fn read_all(data: &Files) -> Result<Vec<Self>, Faults> {
        let rulesets = data.below("rulesets");
        let mut all = Vec::new();
        for folder in rulesets.folders() {
            let rules =
                Self::read(&rulesets.below(folder)).map_err(|faults| faults.inside(&format!("rulesets/{folder}")))?;
            all.push(rules);
        }
        all.sort_by(|left: &Self, right: &Self| right.edition.edition.cmp(&left.edition.edition));
        Ok(all)
    }
}

fn rows(files: &Files, file: &str, columns: &[&str]) -> Result<Vec<RawRow>, Faults> {
    read_rows(files, file, &columns.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())
}

fn number<T: std::str::FromStr>(file: &str, row: &RawRow, column: &str, cell: &str) -> Result<T, Fault> {
    cell.parse().map_err(|_| Fault::of_cell(file, row.line, column, format!("`{cell}` is not a number")))
}

fn milestone(row: &RawRow) -> Result<Milestone, Fault> {
    Ok(Milestone { number: number("milestones.csv", row, "milestone", &row.cells[0])?, name: row.cells[1].clone() })
}

fn activity(row: &RawRow, negative_points: f64) -> Result<Activity, Fault> {
    const FILE: &str = "activities.csv";
    let kind = match row.cells[3].as_str() {
        "graded" => ActivityKind::Graded,
        "negative" => ActivityKind::NegativeOnly { points: negative_points },
        "points" => ActivityKind::Points {
            minimum: number(FILE, row, "minimum", &row.cells[4])?,
            maximum: number(FILE, row, "maximum", &row.cells[5])?,
        },
        other => {
            return Err(Fault::of_cell(
                FILE,
                row.line,
                "kind",
                format!("`{other}` is not one of: graded, negative, points"),
            ));
        }
    };
    let milestone = match row.cells[1].as_str() {
        "" => None,
        cell => Some(number(FILE, row, "milestone", cell)?),
    };
    Ok(Activity { code: row.cells[0].clone(), milestone, kind })
}

fn item(row: &RawRow) -> Item {
    Item {
        code: row.cells[0].clone(),
        activity: row.cells[1].clone(),
        negative: row.cells[2] == "yes",
        name: row.cells[3].clone(),
    }
}

fn ruleset(written: &Written, response: Response) -> Result<Ruleset, Fault> {
    let dimension =
        |d: &WrittenDimension| Dimension { id: d.id.clone(), name: d.name.clone(), eigenvalue: d.eigenvalue };
    let year = |year: i16| u16::try_from(year).map_err(|_| Fault::of_file(FILE, format!("{year} is not a year")));
    Ok(Ruleset {
        id: written.id.clone(),
        edition: written.edition.clone(),
        reference_year: year(written.reference_year)?,
        population_year: year(written.population_year)?,
        response,
        vulnerability: Vulnerability::new(written.dimensions.iter().map(dimension).collect())
            .map_err(|reason| Fault::of_file(FILE, reason))?,
        prevalence: written.prevalence,
    })
}

fn edition(written: &Written, milestones: &[RawRow], activities: &[RawRow]) -> Edition {
    let id = |name: &String| IndicatorId(name.clone());
    let names = &written.indicators;
    Edition {
        id: written.id.clone(),
        series: written.series.clone(),
        edition: written.edition.clone(),
        title: written.title.clone(),
        source: SourceId(written.source.clone()),
        reference_year: written.reference_year,
        population_year: written.population_year,
        printed_population_year: written.printed_population_year,
        not_assessed: written.response_not_assessed.clone(),
        indicators: EditionIndicators {
            population: id(&names.population),
            prevalence: id(&names.prevalence),
            number: id(&names.number),
            vulnerability: id(&names.vulnerability),
            dimensions: written.dimensions.iter().map(|dimension| id(&dimension.indicator)).collect(),
            response: id(&names.response),
            milestones: names.milestones.iter().map(id).collect(),
            letter: names.letter.as_ref().map(id),
        },
        dimensions: written.dimensions.iter().map(|dimension| dimension.name.clone()).collect(),
        milestones: milestones.iter().map(named_milestone).collect(),
        activities: activities.iter().map(named_activity).collect(),
    }
}

fn named_milestone(row: &RawRow) -> edition::Milestone {
    edition::Milestone { name: row.cells[1].clone(), short_name: row.cells[2].clone() }
}

fn named_activity(row: &RawRow) -> edition::Activity {
    edition::Activity { code: row.cells[0].clone(), number: row.cells[2].clone(), name: row.cells[6].clone() }
}
