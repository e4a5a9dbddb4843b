//! Person: who she is, as she says it. Names, birth, sex and gender apart, telephone, language; her papers are a class of their own.
//!
//! Every field may stay empty: a case lives with a code name alone (R8). Field names follow HTCDS 2.0.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::age::Birth;
use crate::coded::coded;
use crate::confided::Confided;
use crate::name;
use crate::screening::Answer;

coded! {
    /// Sex, as SDG 16.2.2 counts it; apart from gender.
    "sex"
    pub enum Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Neither of the two.
        Other = "other",
        /// Asked and not known, or not said.
        Unknown = "unknown",
        /// Not asked.
        NotAsked = "not_asked",
    }
}

coded! {
    /// Gender as she says it (HTCDS `prs_Gender`).
    "gender"
    pub enum Gender {
        /// Feminine.
        Feminine = "feminine",
        /// Masculine.
        Masculine = "masculine",
        /// Transgender, feminine.
        TransgenderFeminine = "transgender_feminine",
        /// Transgender, masculine.
        TransgenderMasculine = "transgender_masculine",
        /// Non-conforming.
        NonConforming = "non_conforming",
        /// Asked and not known, or not said.
        Unknown = "unknown",
        /// Not asked.
        NotAsked = "not_asked",
    }
}

/// A name as it was given: nothing is corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FullName {
    /// Given name.
    #[serde(default)]
    pub first_name: Confided,
    /// Patronymic or middle name.
    #[serde(default)]
    pub middle_name: Confided,
    /// Family name.
    #[serde(default)]
    pub second_name: Confided,
}

impl FullName {
    /// Whether no part was given.
    pub fn is_empty(&self) -> bool {
        self.first_name.is_empty() && self.middle_name.is_empty() && self.second_name.is_empty()
    }

    fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.first_name, &self.middle_name, &self.second_name].into_iter().map(Confided::reveal)
    }
}

/// Who she is: class *identity*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Her name as given.
    #[serde(default)]
    pub name: FullName,
    /// Other spellings and other names, as papers or other people write them.
    #[serde(default)]
    pub other_names: Vec<Confided>,
    /// What is known of her birth.
    #[serde(default)]
    pub birth: Birth,
    /// Sex.
    pub sex: Sex,
    /// Gender.
    pub gender: Gender,
    /// Telephone at which she may be called; she says when and how.
    #[serde(default)]
    pub mobile_phone: Confided,
    /// Whether it is safe to call or write there.
    pub safe_to_call: Answer,
    /// First language (ISO 639-1).
    #[serde(default)]
    pub primary_language: String,
    /// Other languages (ISO 639-1).
    #[serde(default)]
    pub secondary_languages: Vec<String>,
    /// Whether she needs an interpreter.
    pub interpreter: Answer,
}

impl Default for Identity {
    /// Nothing was asked.
    fn default() -> Self {
        Self {
            name: FullName::default(),
            other_names: Vec::new(),
            birth: Birth::NotAsked,
            sex: Sex::NotAsked,
            gender: Gender::NotAsked,
            mobile_phone: Confided::default(),
            safe_to_call: Answer::NotAsked,
            primary_language: String::new(),
            secondary_languages: Vec::new(),
            interpreter: Answer::NotAsked,
        }
    }
}

impl Identity {
    /// The forms under which she is found inside a centre: of every word of her names, and of each full other name.
    pub fn search_forms(&self) -> BTreeSet<String> {
        let others = self.other_names.iter().map(Confided::reveal);
        self.name.parts().chain(others).flat_map(name::words).flat_map(name::spellings).collect()
    }
}

coded! {
    /// Where a paper is now.
    "paper-place"
    pub enum PaperPlace {
        /// She has it.
        WithHer = "with_her",
        /// The centre keeps it for her.
        Kept = "kept",
        /// Somebody holds it against her will.
        Withheld = "withheld",
        /// Lost.
        Lost = "lost",
        /// An authority has it.
        Authority = "authority",
        /// She never had one.
        Never = "never",
        /// Not known.
        Unknown = "unknown",
    }
}

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// What it is, as it calls itself.
    pub kind: Confided,
    /// Its number.
    #[serde(default)]
    pub number: Confided,
    /// The country that gave it (ISO 3166-1 alpha-2).
    #[serde(default)]
    pub country: String,
    /// Until when it is valid.
    #[serde(default)]
    pub valid_until: Option<Date>,
    /// Where it is.
    pub place: PaperPlace,
}

/// Residence and papers: class *status*, never *identity*. No step of screening, admission or eligibility receives them (R1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Papers {
    /// All her citizenships (ISO 3166-1 alpha-2).
    #[serde(default)]
    pub citizenship: Vec<String>,
    /// Whether she has no citizenship.
    pub stateless: Answer,
    /// National identity number.
    #[serde(default)]
    pub identity_number: Confided,
    /// Papers.
    #[serde(default)]
    pub papers: Vec<Paper>,
    /// Until when she may stay, where that has an end.
    #[serde(default)]
    pub may_stay_until: Option<Date>,
}
