//! Paper: a document to hand out, such as a form to sign, as its template sets it. All of it is text that somebody else chose; nothing in
//! it is read as markup, and nothing of it is kept when it is set. None of these types shows itself through `{:?}`: it may be about a
//! person.

use serde::Serialize;
use serde_json::Value;

/// A paper.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// The language (BCP 47), for a reading voice.
    pub lang: String,
    /// What it is, neutral: it stands in the file too.
    pub title: String,
    /// What has to be known of the text itself, such as that nobody has checked it: each with its language.
    pub marks: Vec<Spoken>,
    /// What stands beside the title: label and value.
    pub head: Vec<(String, String)>,
    /// What it says.
    pub sections: Vec<Section>,
    /// What stands at the foot of every page.
    pub foot: String,
    /// What is said where letters had to be left out.
    pub letters: String,
}

/// A text with its language.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Spoken {
    /// The language: two or three letters of ISO 639, or nothing where it is not known.
    pub lang: Option<String>,
    /// The text.
    pub text: String,
}

/// A part of a paper.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its heading; none for the first lines.
    pub heading: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Something that a part says.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "of")]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A sentence that must not be missed.
    Notice(String),
    /// Sentences that stand under each other.
    List(Vec<String>),
    /// Label and value; a value that is empty is a line to write on.
    Facts(Vec<(String, String)>),
    /// Somebody's own words.
    Quotes(Vec<Spoken>),
    /// A table: headings, rows.
    Table(Vec<String>, Vec<Vec<String>>),
    /// Things to tick by hand.
    Ticks(Vec<String>),
    /// Places for signatures.
    Signing(Vec<Signing>),
}

/// A place for a signature.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Signing {
    /// Who signs.
    pub who: String,
    /// The name, where it is known and may stand here.
    pub name: String,
    /// The day on which it was signed; empty where it is to be signed.
    pub on: String,
    /// What the line for the signature is called.
    pub signature: String,
    /// What the line for the day is called.
    pub date: String,
}

impl Section {
    /// A part with a heading.
    pub fn new(heading: String, blocks: Vec<Block>) -> Self {
        Self { heading: Some(heading), blocks }
    }

    /// A part without one.
    pub fn plain(blocks: Vec<Block>) -> Self {
        Self { heading: None, blocks }
    }
}

/// A language as a typesetter takes it: two or three small letters. What somebody typed may be anything.
pub fn language(typed: &str) -> Option<String> {
    let tag = typed.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
    let is_tag = matches!(tag.len(), 2 | 3) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    is_tag.then_some(tag)
}

/// Every text of a value through a function.
pub(crate) fn each_text(value: Value, change: &mut impl FnMut(String) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(change(text)),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| each_text(item, change)).collect()),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, each_text(value, change))).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_somebody_typed_is_one_or_none() {
        for (typed, tag) in [("kk", Some("kk")), (" UZ ", Some("uz")), ("tg-Cyrl", Some("tg")), ("kaz", Some("kaz"))] {
            assert_eq!(language(typed).as_deref(), tag, "{typed}");
        }
        for typed in ["", "Kazakh", "k", "қаз", "k1", "#kk"] {
            assert_eq!(language(typed), None, "{typed}");
        }
    }
}
