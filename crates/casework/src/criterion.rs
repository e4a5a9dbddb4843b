//! Criteria and grounds: what an assessment asks about, and which answers make services owed. What may not be a condition cannot
//! be a criterion.

use serde::{Deserialize, Serialize};

use crate::law::Names;

/// Parts of words that name a condition which no decision may rest on: residence registration, citizenship, documents, a criminal
/// case, willingness to cooperate, consent to share. A criterion says what happened to her and what it did to her, so it needs none.
pub const FORBIDDEN: [&str; 20] = [
    "registr",
    "citizen",
    "national",
    "alien",
    "foreign",
    "migra",
    "visa",
    "document",
    "passport",
    "identity",
    "permit",
    "criminal",
    "proceeding",
    "prosecut",
    "police",
    "complaint",
    "cooperat",
    "willing",
    "testi",
    "consent",
];

/// Whether a code names a condition that no decision may rest on.
pub fn is_forbidden(code: &str) -> bool {
    let code = code.to_lowercase();
    FORBIDDEN.iter().any(|part| code.contains(part))
}

/// The code of a criterion. Holding one is the proof that it names no forbidden condition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CriterionCode(String);

/// Why a text is not the code of a criterion.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACriterion {
    /// Small Latin letters, digits and `_`, nothing else.
    #[error("`{0}` is not a code: use small Latin letters, digits and _")]
    Malformed(String),
    /// It names what no decision may rest on.
    #[error("`{0}` names a condition that no decision on services may rest on")]
    Forbidden(String),
}

impl CriterionCode {
    /// Takes a code.
    pub fn parse(given: &str) -> Result<Self, NotACriterion> {
        let letters = given.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if given.is_empty() || !letters {
            return Err(NotACriterion::Malformed(given.to_owned()));
        }
        if is_forbidden(given) {
            return Err(NotACriterion::Forbidden(given.to_owned()));
        }
        Ok(Self(given.to_owned()))
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CriterionCode {
    type Error = NotACriterion;

    fn try_from(given: String) -> Result<Self, NotACriterion> {
        Self::parse(&given)
    }
}

impl From<CriterionCode> for String {
    fn from(code: CriterionCode) -> Self {
        code.0
    }
}

/// A criterion of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its code.
    pub code: CriterionCode,
    /// What it is called.
    pub names: Names,
}

/// A ground on which services are owed: of each group of criteria at least one must be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub names: Names,
    /// The groups.
    pub one_of_each: Vec<Vec<CriterionCode>>,
}
