//! The tier of the US Trafficking in Persons report: a record of what was published, beside the questions of the rule with the
//! evidence for each.
//!
//! The rating is partly judgement (Trafficking Victims Protection Act, section 108 and the clauses on the Watch List), so
//! nothing here computes one: a [`Published`] is read from a row, and no function gives a [`Tier`].

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::row::{RowFault, fault, listed, parsed, required};
use super::rows_about;
use crate::place::PlaceId;
use crate::room::Room;
use crate::source::SourceId;

/// The table of published tiers.
pub const TIERS: &str = "tip_tiers";
/// The table of evidence on the questions of the rule.
pub const EVIDENCE: &str = "tip_evidence";

/// A tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tier {
    /// Tier 1.
    One,
    /// Tier 2.
    Two,
    /// Tier 2 Watch List.
    TwoWatchList,
    /// Tier 3.
    Three,
    /// Special case.
    SpecialCase,
}

impl Tier {
    /// Every tier, with the code the tables use.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::One, "1"),
        (Self::Two, "2"),
        (Self::TwoWatchList, "2wl"),
        (Self::Three, "3"),
        (Self::SpecialCase, "special"),
    ];

    /// The code the tables use.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).expect("ALL lists every tier").1
    }
}

/// A tier as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The key of the row.
    pub row: String,
    /// The year of the report; it speaks of 1 April of the year before to 31 March.
    pub report_year: i16,
    /// The tier.
    pub tier: Tier,
    /// Whether the report itself was read; otherwise an excerpt or another's account.
    pub verified: bool,
    /// Where it is stated.
    pub source: SourceId,
    /// The place in the source.
    pub locator: String,
    /// A remark.
    pub note: Option<String>,
}

/// The published tiers of a country, in the order of years.
pub fn published_of(room: &Room, country: &PlaceId) -> Result<Vec<Published>, RowFault> {
    let mut tiers = Vec::new();
    for row in rows_about(room, TIERS, country) {
        let code = required(row, "tier")?;
        let known = Tier::ALL.iter().find(|(_, known)| *known == code);
        let Some((tier, _)) = known else {
            return Err(fault(row, "tier", format!("`{code}` is not one of: 1, 2, 2wl, 3, special")));
        };
        tiers.push(Published {
            row: row.key.clone(),
            report_year: parsed(row, "report_year")?.ok_or_else(|| fault(row, "report_year", "write YYYY"))?,
            tier: *tier,
            verified: row.cell("verified") == Some("yes"),
            source: SourceId(required(row, "source_id")?),
            locator: required(row, "locus")?,
            note: row.cell("note").map(str::to_owned),
        });
    }
    tiers.sort_by_key(|published| published.report_year);
    Ok(tiers)
}

/// What a question of the rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One of the four minimum standards.
    Standard,
    /// What the fourth standard looks at.
    Indicium,
    /// A clause that places a country.
    Clause,
}

/// A question of the rule. Its words are the message `tip-asks-<id>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its name.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Where the law asks it.
    pub section: String,
    /// Whether it was read in a copy of the law; otherwise it is from memory and may be wrong.
    pub verified: bool,
    /// What is not certain about it.
    pub note: Option<String>,
}

/// The rule: the questions in the order in which they are asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// What it is called.
    pub title: String,
    /// The source it was read in.
    pub source: String,
    /// The questions.
    pub questions: Vec<Question>,
}

/// How a piece of evidence bears on a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearing {
    /// It speaks for it.
    Supports,
    /// It speaks against it.
    Limits,
    /// It gives context only.
    Context,
}

/// A piece of evidence on a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The key of the row.
    pub row: String,
    /// The rows and observations it names.
    pub refers_to: Vec<String>,
    /// How it bears.
    pub bearing: Bearing,
    /// The year it speaks about.
    pub year: Option<i16>,
    /// In words.
    pub note: Option<String>,
}

/// A question with what is known about it. It has no answer: that is the assessor's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked<'a> {
    /// The question.
    pub question: &'a Question,
    /// The evidence; none means that nothing is known here.
    pub evidence: Vec<Evidence>,
}

impl Rule {
    /// Checks that no question is asked twice and that the four standards are there.
    pub fn check(&self) -> Result<(), String> {
        let mut seen = BTreeSet::new();
        if let Some(twice) = self.questions.iter().find(|question| !seen.insert(&question.id)) {
            return Err(format!("the question {} is asked twice", twice.id));
        }
        let standards = self.questions.iter().filter(|question| question.kind == Kind::Standard).count();
        if standards == 4 { Ok(()) } else { Err(format!("there are four minimum standards, not {standards}")) }
    }

    /// Every question of the rule with the evidence a room holds on it, up to the year of a report.
    pub fn ask(&self, room: &Room, country: &PlaceId, report_year: i16) -> Result<Vec<Asked<'_>>, RowFault> {
        let mut asked: Vec<Asked<'_>> =
            self.questions.iter().map(|question| Asked { question, evidence: Vec::new() }).collect();
        for row in rows_about(room, EVIDENCE, country) {
            let name = required(row, "question")?;
            let Some(question) = asked.iter_mut().find(|asked| asked.question.id == name) else {
                return Err(fault(
                    row,
                    "question",
                    format!("`{name}` is not a question of {} {}", self.id, self.version),
                ));
            };
            let bearing = match required(row, "bearing")?.as_str() {
                "supports" => Bearing::Supports,
                "limits" => Bearing::Limits,
                "context" => Bearing::Context,
                other => {
                    return Err(fault(row, "bearing", format!("`{other}` is not one of: supports, limits, context")));
                }
            };
            let year = parsed::<i16>(row, "year")?;
            if year.is_none_or(|year| year <= report_year) {
                question.evidence.push(Evidence {
                    row: row.key.clone(),
                    refers_to: listed(row, "refers_to"),
                    bearing,
                    year,
                    note: row.cell("note").map(str::to_owned),
                });
            }
        }
        Ok(asked)
    }
}
