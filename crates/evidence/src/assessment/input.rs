//! What the rule is applied to: efforts, regressions and complicity of a country in a year, each with where it is stated.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::ilab::Rule;
use super::level::Domain;
use super::row::{RowFault, fault, parsed, required};
use super::rows_about;
use crate::date::PartialDate;
use crate::place::PlaceId;
use crate::record::Record;
use crate::room::Room;

/// The table of a pack that holds inputs.
pub const TABLE: &str = "ilab_inputs";

/// Where an input is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stated {
    /// The name of the input.
    pub id: String,
    /// What it is, in words.
    pub what: String,
    /// The source.
    pub source: Option<String>,
    /// The place in the source.
    pub locator: Option<String>,
    /// The finding it rests on.
    pub finding: Option<String>,
}

/// One input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Input {
    /// A suggested action taken, or another meaningful effort. The area is unknown where a source only says "efforts".
    Effort {
        /// Where it is stated.
        stated: Stated,
        /// The area.
        area: Option<String>,
    },
    /// A regressive or significantly detrimental law, policy or practice.
    Regression {
        /// Where it is stated.
        stated: Stated,
        /// Law, policy or practice.
        #[serde(serialize_with = "code")]
        domain: Domain,
        /// When it was established.
        #[serde(serialize_with = "day")]
        since: PartialDate,
        /// When it was remedied.
        #[serde(serialize_with = "maybe_day")]
        remedied: Option<PartialDate>,
    },
    /// A policy or demonstrated practice of compelling children to work.
    Complicity {
        /// Where it is stated.
        stated: Stated,
    },
}

fn code<S: serde::Serializer>(domain: &Domain, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(domain.code())
}

fn day<S: serde::Serializer>(day: &PartialDate, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(day)
}

fn maybe_day<S: serde::Serializer>(day: &Option<PartialDate>, to: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => to.collect_str(day),
        None => to.serialize_none(),
    }
}

impl Input {
    /// Where it is stated.
    pub fn stated(&self) -> &Stated {
        match self {
            Self::Effort { stated, .. } | Self::Regression { stated, .. } | Self::Complicity { stated } => stated,
        }
    }

    /// `effort`, `regression`, `complicity`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Effort { .. } => "effort",
            Self::Regression { .. } => "regression",
            Self::Complicity { .. } => "complicity",
        }
    }
}

/// Everything the rule asks about a country in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs {
    /// The country, as its table names it.
    pub country: String,
    /// The reporting year, January to December.
    pub year: i16,
    /// Whether the country was assessed at all.
    pub assessed: bool,
    /// Areas that do not matter for this country.
    pub not_relevant: BTreeSet<String>,
    /// Efforts, regressions and complicity.
    pub inputs: Vec<Input>,
    /// The label the assessor published, where the table gives it.
    pub published: Option<String>,
}

/// A row of inputs before it is put to its country and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// An input.
    Input(Input),
    /// The country was assessed; by itself this says that nothing else is known.
    Assessed,
    /// The country was not assessed.
    NotAssessed,
    /// An area does not matter for this country.
    NotRelevant(String),
    /// The label that the assessor published.
    Published(String),
}

/// The kinds of rows a table of inputs may hold.
pub const KINDS: [&str; 7] =
    ["effort", "regression", "complicity", "assessed", "not_assessed", "not_relevant", "published"];

impl Inputs {
    /// Nothing known yet of a country and year.
    pub fn new(country: &str, year: i16) -> Self {
        Self {
            country: country.to_owned(),
            year,
            assessed: true,
            not_relevant: BTreeSet::new(),
            inputs: Vec::new(),
            published: None,
        }
    }

    /// Adds a row.
    pub fn add(&mut self, given: Given) {
        match given {
            Given::Input(input) => self.inputs.push(input),
            Given::Assessed => {}
            Given::NotAssessed => self.assessed = false,
            Given::NotRelevant(area) => drop(self.not_relevant.insert(area)),
            Given::Published(label) => self.published = Some(label),
        }
    }

    /// The same without one input.
    pub fn without(&self, position: usize) -> Self {
        let kept = self.inputs.iter().enumerate().filter(|(at, _)| *at != position).map(|(_, input)| input.clone());
        Self { inputs: kept.collect(), ..self.clone() }
    }
}

/// Reads a row of inputs: `year, kind, effort_area, domain, what, since, remedied`, and where it is stated.
pub fn read(record: &Record, rule: &Rule) -> Result<(i16, Given), RowFault> {
    let year = parsed::<i16>(record, "year")?.ok_or_else(|| fault(record, "year", "the cell is empty; write YYYY"))?;
    let stated = || Stated {
        id: record.cell("input_id").unwrap_or(&record.key).to_owned(),
        what: record.cell("what").unwrap_or_default().to_owned(),
        source: record.cell("source_id").map(str::to_owned),
        locator: record.cell("locus").map(str::to_owned),
        finding: record.cell("finding_id").map(str::to_owned),
    };
    let area = match record.cell("effort_area") {
        Some(area) if !rule.knows_area(area) => {
            let known = rule.draft().areas.join(", ");
            return Err(fault(record, "effort_area", format!("`{area}` is not one of: {known}")));
        }
        area => area.map(str::to_owned),
    };
    let given = match required(record, "kind")?.as_str() {
        "effort" => Given::Input(Input::Effort { stated: stated(), area }),
        "regression" => Given::Input(regression(record, stated())?),
        "complicity" => Given::Input(Input::Complicity { stated: stated() }),
        "assessed" => Given::Assessed,
        "not_assessed" => Given::NotAssessed,
        "not_relevant" => {
            Given::NotRelevant(area.ok_or_else(|| fault(record, "effort_area", "name the area that is not relevant"))?)
        }
        "published" => Given::Published(required(record, "what")?),
        other => return Err(fault(record, "kind", format!("`{other}` is not one of: {}", KINDS.join(", ")))),
    };
    Ok((year, given))
}

fn regression(record: &Record, stated: Stated) -> Result<Input, RowFault> {
    let domain = required(record, "domain")?;
    let domain = Domain::parse(&domain)
        .ok_or_else(|| fault(record, "domain", format!("`{domain}` is not one of: law, policy, practice")))?;
    // Whether a regression is new or continued depends on its year, so that a row without one decides nothing.
    let since = parsed(record, "since")?
        .ok_or_else(|| fault(record, "since", "say since when it holds: this makes a regression new or continued"))?;
    Ok(Input::Regression { stated, domain, since, remedied: parsed(record, "remedied")? })
}

/// The inputs a room holds about a country, by year. A row that cannot be read is a fault, not a silence.
pub fn inputs_of(room: &Room, rule: &Rule, country: &PlaceId) -> Result<Vec<Inputs>, RowFault> {
    let mut years: BTreeMap<i16, Inputs> = BTreeMap::new();
    for record in rows_about(room, TABLE, country) {
        let (year, given) = read(record, rule)?;
        years.entry(year).or_insert_with(|| Inputs::new(&country.0, year)).add(given);
    }
    Ok(years.into_values().collect())
}
