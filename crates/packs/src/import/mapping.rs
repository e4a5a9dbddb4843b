//! What a person says about a table, once: which of their columns is which field of ours, and what their words mean.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::DateFormat;
use super::fields::{Kind, Must};
use super::refusal::Refusal;
use super::text;

/// A mapping. It is a TOML file that people read, correct and keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The kind of table.
    pub kind: Kind,
    /// The header it was made for; the program remembers it by this.
    #[serde(default)]
    pub fingerprint: String,
    /// The sheet; without it the first that has all columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The line of the header; without it the row that has most of the columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u64>,
    /// The encoding of a text file; without it a guess.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// The language of the texts: `en`, `ru`, `kk`, ... It says what a comma in a number is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// How dates are written.
    #[serde(default)]
    pub date_format: DateFormat,
    /// Field of ours → column of theirs, as their header writes it.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Field of ours → what it is in every row.
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
    /// Field of ours → their word → our word.
    #[serde(default)]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Field of ours → the words of which a row must have one; other rows are left out.
    #[serde(default)]
    pub keep: BTreeMap<String, Vec<String>>,
}

impl Mapping {
    /// A mapping that says nothing yet.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            fingerprint: String::new(),
            sheet: None,
            header_row: None,
            encoding: None,
            language: None,
            date_format: DateFormat::default(),
            columns: BTreeMap::new(),
            constants: BTreeMap::new(),
            values: BTreeMap::new(),
            keep: BTreeMap::new(),
        }
    }

    /// Reads a mapping file.
    pub fn read(toml: &str) -> Result<Self, Refusal> {
        toml::from_str(toml).map_err(|error| Refusal::NotAMapping { reason: text::tidy(&error.to_string()) })
    }

    /// The mapping file.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("a mapping is words, tables of words and lists of words")
    }

    /// Refuses a mapping that speaks of fields the kind does not have, or leaves one out that it must have.
    pub fn check(&self) -> Result<(), Refusal> {
        let named = self.columns.keys().chain(self.constants.keys()).chain(self.values.keys()).chain(self.keep.keys());
        for field in named {
            if !self.kind.has(field) {
                let known = self.kind.fields().iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
                return Err(Refusal::UnknownField { field: field.clone(), known });
            }
        }
        let missing = self.missing();
        if missing.is_empty() { Ok(()) } else { Err(Refusal::FieldsMissing { fields: missing.join(", ") }) }
    }

    /// The fields that a row must have and the mapping does not fill.
    pub fn missing(&self) -> Vec<&'static str> {
        let missing = self.kind.fields().iter().filter(|field| field.must == Must::Have && !self.fills(field.name));
        missing.map(|field| field.name).collect()
    }

    /// Whether a column or a constant fills a field.
    pub fn fills(&self, field: &str) -> bool {
        self.columns.contains_key(field) || self.constants.get(field).is_some_and(|value| !value.is_empty())
    }

    /// A constant that says something.
    pub fn constant(&self, field: &str) -> Option<&str> {
        self.constants.get(field).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// What their word means in a field: our word, or their own where the mapping does not say.
    pub fn meaning(&self, field: &str, word: &str) -> String {
        let folded = text::folded(word);
        let known =
            self.values.get(field).and_then(|words| words.iter().find(|(their, _)| text::folded(their) == folded));
        known.map_or_else(|| word.to_owned(), |(_, our)| our.clone())
    }
}

/// The name of a header: the same columns in the same order, however they are spaced and spelt in case.
pub fn fingerprint(kind: Kind, header: &[String]) -> String {
    let folded: Vec<String> = header.iter().map(|cell| text::folded(cell)).collect();
    let mut parts = vec![kind.code()];
    parts.extend(folded.iter().map(String::as_str));
    text::digest(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_written_out_is_the_same_when_read_again() {
        let mut mapping = Mapping::new(Kind::Plan);
        mapping.columns.insert("text".into(), "Мера \"первая\"\nвторая строка".into());
        mapping.constants.insert("plan_id".into(), "P\\1\u{7f}".into());
        mapping.values.entry("cost".into()).or_default().insert("не требуется".into(), "0".into());
        mapping.keep.insert("number".into(), vec!["1".into()]);
        mapping.header_row = Some(4);
        assert_eq!(Mapping::read(&mapping.to_toml()), Ok(mapping));
    }

    #[test]
    fn a_mapping_without_a_needed_field_names_it() {
        let refused = Refusal::FieldsMissing { fields: "plan_id, text, source_id".into() };
        assert_eq!(Mapping::new(Kind::Plan).check(), Err(refused));
    }

    #[test]
    fn a_field_of_another_kind_is_refused() {
        let mut mapping = Mapping::new(Kind::Upr);
        mapping.constants.insert("plan_id".into(), "P".into());
        assert!(matches!(mapping.check(), Err(Refusal::UnknownField { field, .. }) if field == "plan_id"));
    }

    #[test]
    fn a_file_that_is_no_mapping_is_refused_with_the_reason() {
        assert!(matches!(Mapping::read("kind = \"novel\""), Err(Refusal::NotAMapping { .. })));
    }
}
