//! Wording: what somebody wrote in her own words, in one language or in several.

use std::collections::BTreeMap;

use crate::record::Record;

/// A text in the languages in which it was written. Nobody translates it: a reader of another language reads it as it was written, and is
/// told in which language that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// By language tag; under the empty tag where nobody said which language it is.
    texts: BTreeMap<String, String>,
}

impl Wording {
    /// The languages in which one can be asked to write, in the order in which another is shown where the reader's is missing.
    pub const LANGUAGES: [&'static str; 3] = ["en", "ru", "kk"];

    /// A text whose language nobody said.
    pub fn plain(text: &str) -> Self {
        Self::default().with("", text)
    }

    /// With a text in a language; a text of spaces alone is none.
    #[must_use]
    pub fn with(mut self, language: &str, text: &str) -> Self {
        let text = text.trim();
        if !text.is_empty() {
            self.texts.insert(language.to_owned(), text.to_owned());
        }
        self
    }

    /// Reads the columns `<column>`, `<column>_en`, `<column>_ru`, `<column>_kk` of a row.
    pub fn read(record: &Record, column: &str) -> Self {
        let plain = Self::plain(record.cell(column).unwrap_or_default());
        Self::LANGUAGES.iter().fold(plain, |wording, language| {
            wording.with(language, record.cell(&format!("{column}_{language}")).unwrap_or_default())
        })
    }

    /// The same columns, filled or empty.
    pub fn cells(&self, column: &str) -> Vec<(String, String)> {
        let text = |language: &str| self.texts.get(language).cloned().unwrap_or_default();
        let of = |language: &&str| (format!("{column}_{language}"), text(language));
        std::iter::once((column.to_owned(), text(""))).chain(Self::LANGUAGES.iter().map(of)).collect()
    }

    /// The text for a reader of a language, with the language it is in: hers, or that which nobody named, or the first there is.
    pub fn for_reader(&self, language: &str) -> Option<(&str, &str)> {
        let order = [language, ""].into_iter().chain(Self::LANGUAGES);
        order
            .filter_map(|language| self.texts.get_key_value(language))
            .map(|(tag, text)| (tag.as_str(), text.as_str()))
            .next()
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Every text with its language.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(tag, text)| (tag.as_str(), text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_her_language_or_what_there_is() {
        let wording = Wording::default().with("kk", "Себебі").with("ru", " Причина ").with("en", "  ");
        assert_eq!(wording.for_reader("ru"), Some(("ru", "Причина")));
        assert_eq!(wording.for_reader("en"), Some(("ru", "Причина")), "an empty text is none");
        assert_eq!(Wording::plain("Why").for_reader("kk"), Some(("", "Why")));
        assert_eq!(Wording::default().for_reader("kk"), None);
    }

    #[test]
    fn what_is_written_in_columns_is_read_back() {
        let wording = Wording::default().with("kk", "Себебі").with("", "Why");
        let record =
            Record { pack: String::new(), table: String::new(), key: String::new(), cells: wording.cells("x") };
        assert_eq!(Wording::read(&record, "x"), wording);
        let columns: Vec<&str> = record.cells.iter().map(|(column, _)| column.as_str()).collect();
        assert_eq!(columns, ["x", "x_en", "x_ru", "x_kk"]);
    }
}
