//! Our reading of a country and year under the rule: the level, why row by row, and what each input changes.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::ser::SerializeStruct;

use super::ilab::{Condition, Parameter, Row, Rule, Suffix};
use super::input::{Input, Inputs};
use super::level::{Advancement, Domain, Domains, Level};

/// What the rule gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A level.
    Level(Advancement),
    /// It depends on what is not known: the row that cannot be answered.
    Open {
        /// The number of the row.
        row: u8,
    },
    /// No row holds.
    NoRow,
}

impl Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("Verdict", 5)?;
        let (level, open) = match self {
            Self::Level(advancement) => (Some(advancement), None),
            Self::Open { row } => (None, Some(*row)),
            Self::NoRow => (None, None),
        };
        fields.serialize_field("level", &level.map(|advancement| advancement.level().code()))?;
        fields
            .serialize_field("modifier", &level.map(Advancement::modifier).filter(|modifier| !modifier.is_empty()))?;
        let domains = level.and_then(Advancement::domains);
        fields
            .serialize_field("domains", &domains.map(|domains| domains.iter().map(Domain::code).collect::<Vec<_>>()))?;
        fields.serialize_field("label", &level.map(Advancement::label))?;
        fields.serialize_field("open_row", &open)?;
        fields.end()
    }
}

/// Whether a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It depends on what is not known.
    Unknown,
}

/// What an answer rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Grounds {
    /// The inputs that speak for it, by name.
    pub inputs: Vec<String>,
    /// The relevant areas with an effort, in the order of the rule.
    pub areas: Vec<String>,
    /// How many areas are relevant.
    pub relevant: usize,
    /// Efforts whose area is not known.
    pub unplaced: usize,
}

/// One row of the trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The number of the row.
    pub row: u8,
    /// What it asks.
    pub when: Condition,
    /// The answer.
    pub holds: Holds,
    /// Whether this row decides: the first that holds does.
    pub decides: bool,
    /// What the row would give.
    pub gives: String,
    /// What the answer rests on.
    pub grounds: Grounds,
}

/// What the level would be without one input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counterfactual {
    /// The input that is taken away.
    pub without: Input,
    /// What the rule gives then.
    pub verdict: Verdict,
    /// Whether that differs.
    pub changes: bool,
}

/// Our reading of a country and year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The country.
    pub country: String,
    /// The reporting year.
    pub year: i16,
    /// The rule with its version.
    pub rule: String,
    /// What the rule gives.
    pub verdict: Verdict,
    /// Why, row by row.
    pub trace: Vec<Step>,
    /// Each input taken away in turn.
    pub counterfactuals: Vec<Counterfactual>,
    /// Numbers and choices that no source prints: because of them this is a reading and not the assessor's level.
    pub our_reading: Vec<Parameter>,
    /// What the assessor published, where the table gives it.
    pub published: Option<String>,
    /// Whether the published label is the derived one.
    pub agrees: Option<bool>,
}

impl Rule {
    /// Applies the rule.
    pub fn read(&self, inputs: &Inputs) -> Reading {
        let (verdict, trace) = self.decide(inputs);
        let counterfactuals = inputs.inputs.iter().enumerate().map(|(position, input)| {
            let (without, _) = self.decide(&inputs.without(position));
            Counterfactual { without: input.clone(), changes: without != verdict, verdict: without }
        });
        let published = inputs.published.as_deref().map(Advancement::parse_label);
        Reading {
            country: inputs.country.clone(),
            year: inputs.year,
            rule: self.name(),
            counterfactuals: counterfactuals.collect(),
            our_reading: self.draft().parameters.iter().filter(|parameter| !parameter.verified).cloned().collect(),
            published: inputs.published.clone(),
            agrees: published.map(|published| published.ok().map(Verdict::Level).as_ref() == Some(&verdict)),
            verdict,
            trace,
        }
    }

    fn decide(&self, inputs: &Inputs) -> (Verdict, Vec<Step>) {
        let facts = Facts::of(self, inputs);
        let mut verdict = None;
        let mut trace = Vec::new();
        for row in &self.draft().rows {
            let (holds, grounds) = facts.answer(row.when);
            let gives = facts.give(row);
            let decides = verdict.is_none() && holds != Holds::No;
            if decides {
                verdict = Some(match holds {
                    Holds::Yes => Verdict::Level(gives.clone()),
                    _ => Verdict::Open { row: row.row },
                });
            }
            let decides = decides && holds == Holds::Yes;
            trace.push(Step { row: row.row, when: row.when, holds, decides, gives: gives.label(), grounds });
        }
        (verdict.unwrap_or(Verdict::NoRow), trace)
    }
}

/// What the rows ask about, counted once.
struct Facts<'a> {
    assessed: bool,
    efforts: Vec<&'a str>,
    areas: Vec<String>,
    relevant: usize,
    unplaced: usize,
    few_at_most: usize,
    new_first: bool,
    fresh: Vec<(&'a str, Domain)>,
    continued: Vec<(&'a str, Domain)>,
    complicit: Vec<&'a str>,
}

impl<'a> Facts<'a> {
    fn of(rule: &Rule, inputs: &'a Inputs) -> Self {
        let relevant: Vec<&String> =
            rule.draft().areas.iter().filter(|area| !inputs.not_relevant.contains(*area)).collect();
        let mut facts = Self {
            assessed: inputs.assessed,
            efforts: Vec::new(),
            areas: Vec::new(),
            relevant: relevant.len(),
            unplaced: 0,
            few_at_most: rule.few_at_most(),
            new_first: rule.names_new_first(),
            fresh: Vec::new(),
            continued: Vec::new(),
            complicit: Vec::new(),
        };
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        for input in &inputs.inputs {
            let id = input.stated().id.as_str();
            match input {
                Input::Effort { area, .. } => {
                    facts.efforts.push(id);
                    match area {
                        Some(area) => drop(reached.insert(area)),
                        None => facts.unplaced += 1,
                    }
                }
                // Remedied within the year: nothing of it is left to delay advancement.
                Input::Regression { remedied: Some(remedied), .. } if remedied.year() <= inputs.year => {}
                Input::Regression { since, domain, .. } if since.year() == inputs.year => {
                    facts.fresh.push((id, *domain))
                }
                Input::Regression { since, domain, .. } if since.year() < inputs.year => {
                    facts.continued.push((id, *domain))
                }
                Input::Regression { .. } => {}
                Input::Complicity { .. } => facts.complicit.push(id),
            }
        }
        facts.areas = relevant.into_iter().filter(|area| reached.contains(area.as_str())).cloned().collect();
        facts
    }

    fn answer(&self, when: Condition) -> (Holds, Grounds) {
        let on = |inputs: &[&str]| Grounds {
            inputs: inputs.iter().map(|&id| id.to_owned()).collect(),
            ..Grounds::default()
        };
        let is = |holds: bool| if holds { Holds::Yes } else { Holds::No };
        match when {
            Condition::NotAssessed => (is(!self.assessed), Grounds::default()),
            Condition::Complicit => (is(!self.complicit.is_empty()), on(&self.complicit)),
            Condition::NoEffort => (is(self.efforts.is_empty()), on(&self.efforts)),
            Condition::Regressive => {
                let ids: Vec<&str> = self.fresh.iter().chain(&self.continued).map(|(id, _)| *id).collect();
                (is(!ids.is_empty()), on(&ids))
            }
            Condition::EffortsInAll => (self.areas_between(self.relevant.max(1), self.relevant), self.in_areas()),
            Condition::EffortsInSome => {
                (self.areas_between(self.few_at_most + 1, self.relevant.saturating_sub(1)), self.in_areas())
            }
            Condition::EffortsInFew => {
                (self.areas_between(1, self.few_at_most.min(self.relevant.saturating_sub(1))), self.in_areas())
            }
        }
    }

    fn in_areas(&self) -> Grounds {
        Grounds {
            inputs: self.efforts.iter().map(|&id| id.to_owned()).collect(),
            areas: self.areas.clone(),
            relevant: self.relevant,
            unplaced: self.unplaced,
        }
    }

    /// Whether the number of areas with an effort lies between two numbers. An effort whose area is not known may lie in any
    /// area, and one such row may stand for several efforts.
    fn areas_between(&self, least: usize, most: usize) -> Holds {
        let fewest = self.areas.len();
        let utmost = if self.unplaced == 0 { fewest } else { self.relevant };
        if least <= fewest && utmost <= most {
            Holds::Yes
        } else if utmost < least || most < fewest || most < least {
            Holds::No
        } else {
            Holds::Unknown
        }
    }

    fn give(&self, row: &Row) -> Advancement {
        let level = Level::parse(&row.level).expect("a rule with an unknown level is refused");
        let domains = |regressions: &[(&str, Domain)]| Domains::new(regressions.iter().map(|(_, domain)| *domain));
        match row.suffix {
            Suffix::ComplicitWithEfforts if !self.efforts.is_empty() => Advancement::Complicit,
            // A label names one kind, also where both occur.
            Suffix::Delayed => match (domains(&self.fresh), domains(&self.continued)) {
                (Some(_), Some(continued)) if !self.new_first => Advancement::Continued(continued),
                (Some(fresh), _) => Advancement::Regression(fresh),
                (None, Some(continued)) => Advancement::Continued(continued),
                (None, None) => Advancement::Plain(level),
            },
            Suffix::ComplicitWithEfforts | Suffix::Nothing => Advancement::Plain(level),
        }
    }
}
