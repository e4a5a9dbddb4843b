//! The catalogues of the three languages: messages, and translations of texts of the data.

use std::collections::BTreeMap;

use pana_text::{Lang, Texts, Words};

use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::table::read_rows;

/// Reads every catalogue below `data/`.
pub fn read(data: &Files) -> Result<Texts, Faults> {
    let words: Result<Vec<Words>, Faults> = Lang::ALL.into_iter().map(|lang| words(data, lang)).collect();
    Ok(Texts::new(words?))
}

/// The catalogue of one language.
pub fn words(data: &Files, lang: Lang) -> Result<Words, Faults> {
    let folder = format!("text/{lang}/");
    let mut messages = Vec::new();
    for path in data.paths().filter(|path| path.starts_with(&folder) && path.ends_with(".ftl")) {
        messages.push((path.to_owned(), data.text(path)?.to_owned()));
    }
    let names = names(data, lang)?;
    Words::new(lang, &messages, names).map_err(|faulty| Fault::of_file(&faulty.file, faulty.reason).into())
}

/// Translations of texts of the data: every `…/text/{lang}.csv`, and the names of countries and regions.
fn names(data: &Files, lang: Lang) -> Result<BTreeMap<String, String>, Faults> {
    let mut names = BTreeMap::new();
    let ending = format!("/text/{lang}.csv");
    for path in data.paths().filter(|path| path.ends_with(&ending)) {
        for row in read_rows(data, path, &["text".into(), "translation".into()])? {
            let [text, translation] = row.cells.try_into().expect("read_rows checks the number of cells");
            names.insert(text, translation);
        }
    }
    names.extend(crate::world::names(data, lang)?);
    Ok(names)
}
