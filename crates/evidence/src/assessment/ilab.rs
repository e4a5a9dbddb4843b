//! ILAB's advancement level as a rule: rows in an order, each with a condition and a level; the first row that holds decides.
//!
//! Source: FAQ of the 2016 edition and the definitions of 2012; see the rule's file for the source of each row. What the
//! assessor publishes no number for is a named parameter, marked unverified, and a level derived with it is our reading.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::level::Level;

/// What a row asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The country was not assessed in this year.
    NotAssessed,
    /// The government compels children to work, at any level and more than once.
    Complicit,
    /// No suggested action was taken and no other meaningful effort was made.
    NoEffort,
    /// A regressive law, policy or practice delayed advancement.
    Regressive,
    /// Meaningful efforts in all relevant areas.
    EffortsInAll,
    /// In some of them.
    EffortsInSome,
    /// In a few of them.
    EffortsInFew,
}

impl Condition {
    /// The key of its sentence in the catalogue, after `ilab-when-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotAssessed => "not-assessed",
            Self::Complicit => "complicit",
            Self::NoEffort => "no-effort",
            Self::Regressive => "regressive",
            Self::EffortsInAll => "efforts-in-all",
            Self::EffortsInSome => "efforts-in-some",
            Self::EffortsInFew => "efforts-in-few",
        }
    }
}

/// What a row adds to the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suffix {
    /// Nothing.
    Nothing,
    /// "Complicit", where efforts were made.
    ComplicitWithEfforts,
    /// "Regression in" or "Continued", with the domains.
    Delayed,
}

/// A row of the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number as printed.
    pub row: u8,
    /// What it asks.
    pub when: Condition,
    /// The code of the level it gives.
    pub level: String,
    /// What it adds to the level.
    pub suffix: Suffix,
    /// Whether the row was read in the source.
    pub verified: bool,
    /// What is not certain about it.
    pub note: Option<String>,
}

/// A number or choice that the source does not print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: i64,
    /// Whether it was read in a source.
    pub verified: bool,
    /// Where it comes from.
    pub note: String,
}

/// The parts of a rule as its file gives them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its name: `ilab-2016`.
    pub id: String,
    /// Its version; a changed rule is a new version.
    pub version: String,
    /// What it is called.
    pub title: String,
    /// The source it was read in.
    pub source: String,
    /// The first reporting year it speaks about.
    pub from_year: i16,
    /// The areas in which efforts are looked for.
    pub areas: Vec<String>,
    /// The rows, in the order of decision.
    pub rows: Vec<Row>,
    /// What the source does not print.
    pub parameters: Vec<Parameter>,
}

/// A rule that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule(Draft);

/// The most areas that still are "a few".
pub const FEW_AT_MOST: &str = "few_at_most";
/// 1 where a regression of the year is named before one that goes on, 0 where it is the other way round.
pub const NEW_FIRST: &str = "new_regression_named_first";

impl Rule {
    /// Checks a rule: every level known, every condition asked once, every parameter there.
    pub fn new(draft: Draft) -> Result<Self, String> {
        let mut asked = BTreeSet::new();
        for row in &draft.rows {
            if Level::parse(&row.level).is_none() {
                return Err(format!("row {}: `{}` is not a level", row.row, row.level));
            }
            if !asked.insert(row.when) {
                return Err(format!("row {}: its condition is asked by an earlier row", row.row));
            }
        }
        if draft.areas.is_empty() || draft.areas.iter().collect::<BTreeSet<_>>().len() != draft.areas.len() {
            return Err("the areas are one or more, each named once".to_owned());
        }
        let rule = Self(draft);
        let value = |name: &str| {
            rule.parameter(name).map(|known| known.value).ok_or_else(|| format!("the parameter {name} is missing"))
        };
        let (few, new_first) = (value(FEW_AT_MOST)?, value(NEW_FIRST)?);
        if few < 1 {
            return Err(format!("{FEW_AT_MOST} is {few}; a few is at least one"));
        }
        if !(0..=1).contains(&new_first) {
            return Err(format!("{NEW_FIRST} is {new_first}; it is 0 or 1"));
        }
        Ok(rule)
    }

    /// What the file says.
    pub fn draft(&self) -> &Draft {
        &self.0
    }

    /// The name of the rule with its version.
    pub fn name(&self) -> String {
        format!("{} {}", self.0.id, self.0.version)
    }

    /// Whether efforts are looked for in this area.
    pub fn knows_area(&self, area: &str) -> bool {
        self.0.areas.iter().any(|known| known == area)
    }

    /// A parameter by name.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.0.parameters.iter().find(|parameter| parameter.name == name)
    }

    /// The most areas that still are "a few".
    pub fn few_at_most(&self) -> usize {
        let few = self.parameter(FEW_AT_MOST).expect("a rule without it is refused").value;
        usize::try_from(few).unwrap_or(usize::MAX)
    }

    /// Whether a regression of the year is named before one that goes on.
    pub fn names_new_first(&self) -> bool {
        self.parameter(NEW_FIRST).is_some_and(|parameter| parameter.value == 1)
    }
}
