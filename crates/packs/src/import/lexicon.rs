//! The words that tables are written in: synonyms of headers, words of codes, words of numbers and dates. They are data
//! (`data/mappings/`), in English, Russian and Kazakh; another language is another line there.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fields::Kind;
use super::phrase::Vocabulary;
use super::text;
use crate::fault::{Fault, Faults};
use crate::files::Files;

/// All of them.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// By kind of table.
    pub kinds: BTreeMap<Kind, Habits>,
    /// Words of figures.
    pub figure: Vocabulary,
    /// Words of periods.
    pub period: Vocabulary,
    /// Words of deadlines.
    pub deadline: Vocabulary,
    /// Words of money.
    pub cost: Vocabulary,
    /// Languages in which a comma is the decimal sign.
    pub comma_languages: Vec<String>,
}

/// What tables of a kind look like.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Habits {
    /// Field → language → the words of headers.
    #[serde(default)]
    pub headers: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Field → what it is where nothing else is said.
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
    /// Field → their word → our word.
    #[serde(default)]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Field → the words of rows to keep.
    #[serde(default)]
    pub keep: BTreeMap<String, Vec<String>>,
    /// Cycles of a mechanism: the last that began by the day of a document.
    #[serde(default)]
    pub cycles: Vec<Cycle>,
    /// Beginnings and marks in lists of bodies.
    #[serde(default)]
    pub bodies: Bodies,
}

/// A cycle of a mechanism.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cycle {
    /// The mechanism.
    pub mechanism: String,
    /// The first day on which a document belongs to it.
    #[serde(deserialize_with = "day")]
    pub from: jiff::civil::Date,
    /// Its number.
    pub cycle: String,
}

fn day<'de, D: serde::Deserializer<'de>>(written: D) -> Result<jiff::civil::Date, D::Error> {
    String::deserialize(written)?.parse().map_err(serde::de::Error::custom)
}

/// How lists of bodies are written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bodies {
    /// Beginnings of bodies that are written with a small letter.
    #[serde(default)]
    pub small: Vec<String>,
    /// Marks in brackets after the body that convenes the others.
    #[serde(default)]
    pub lead: Vec<String>,
    /// Marks in brackets that say nothing about the body.
    #[serde(default)]
    pub dropped: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    comma_languages: Vec<String>,
    figure: BTreeMap<String, Vec<String>>,
    period: BTreeMap<String, Vec<String>>,
    deadline: BTreeMap<String, Vec<String>>,
    cost: BTreeMap<String, Vec<String>>,
}

impl Lexicon {
    /// Reads `data/mappings/`.
    pub fn read(data: &Files) -> Result<Self, Faults> {
        let mut kinds = BTreeMap::new();
        for kind in Kind::ALL {
            let file = format!("mappings/{}.toml", kind.code());
            let mut habits: Habits = parse(data, &file)?;
            if let Some(field) = habits.headers.keys().find(|field| !kind.has(field)) {
                return Err(Fault::of_file(&file, format!("there is no field {field}")).into());
            }
            let synonyms = habits.headers.values_mut().flat_map(BTreeMap::values_mut).flatten();
            synonyms.for_each(|synonym| *synonym = text::header(synonym));
            kinds.insert(kind, habits);
        }
        let words: Words = parse(data, "mappings/words.toml")?;
        // Of two phrases of one length the first wins: "до" is "by" in a deadline and "to" in a period.
        let deadline = Vocabulary::new(words.deadline.iter().chain(&words.period));
        Ok(Self {
            kinds,
            figure: Vocabulary::new(&words.figure),
            period: Vocabulary::new(&words.period),
            deadline,
            cost: Vocabulary::new(words.cost.iter().chain(&words.figure)),
            comma_languages: words.comma_languages,
        })
    }

    /// What tables of a kind look like.
    pub fn habits(&self, kind: Kind) -> &Habits {
        &self.kinds[&kind]
    }
}

fn parse<T: serde::de::DeserializeOwned>(data: &Files, file: &str) -> Result<T, Fault> {
    toml::from_str(data.text(file)?).map_err(|error| Fault::of_file(file, error))
}

impl Habits {
    /// The field whose synonyms hold a header cell, with the language of the synonym. `exact` words before beginnings.
    pub fn field_of(&self, header: &str) -> Option<(&str, &str)> {
        let wanted = text::header(header);
        if wanted.is_empty() {
            return None;
        }
        self.headers.iter().find_map(|(field, languages)| {
            let language = languages.iter().find(|(_, synonyms)| synonyms.contains(&wanted));
            language.map(|(language, _)| (field.as_str(), language.as_str()))
        })
    }
}
