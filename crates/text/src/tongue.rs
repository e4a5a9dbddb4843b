//! Tongue: a language that only paper speaks, such as a sheet for somebody who reads neither of the languages of the pages. Its messages
//! have no arguments, so that a translator who knows nothing of programs can write and check them.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::words::Faulty;

/// A language of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tongue {
    tag: String,
    name: String,
    checked: bool,
    messages: BTreeMap<String, String>,
}

impl Tongue {
    /// Reads a Fluent file. Besides its messages it says what the language calls itself (`language`) and whether a reader whose language
    /// it is has checked it (`checked = yes`); anything else is not checked.
    ///
    /// # Errors
    /// A tag that is none, a file that is not well formed, a message with an argument, no name.
    pub fn read(tag: &str, file: &str, text: &str) -> Result<Self, Faulty> {
        let faulty = |reason: String| Faulty { file: file.to_owned(), reason };
        let language: LanguageIdentifier = tag.parse().map_err(|_| faulty(format!("`{tag}` is no language tag")))?;
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| faulty(format!("{errors:?}")))?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.add_resource(resource).map_err(|errors| faulty(format!("{errors:?}")))?;
        let mut messages = BTreeMap::new();
        for key in keys(text) {
            let said = say(&bundle, key).map_err(|errors| faulty(format!("`{key}`: {errors:?}")))?;
            messages.insert(key.to_owned(), said);
        }
        let name = messages.remove("language").ok_or_else(|| faulty("`language` is missing".to_owned()))?;
        let checked = messages.remove("checked").is_some_and(|checked| checked == "yes");
        Ok(Self { tag: tag.to_owned(), name, checked, messages })
    }

    /// Its BCP 47 tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// What it calls itself.
    pub fn own_name(&self) -> &str {
        &self.name
    }

    /// Whether somebody whose language it is has read it.
    pub fn is_checked(&self) -> bool {
        self.checked
    }

    /// A message, if there is one.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.messages.get(key).map(String::as_str)
    }

    /// The keys of its messages.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }
}

/// The keys of messages: what stands at the beginning of a line before an equals sign.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    let begins = |line: &&str| line.starts_with(|letter: char| letter.is_ascii_alphabetic());
    text.lines().filter(begins).filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}

fn say(bundle: &FluentBundle<FluentResource>, key: &str) -> Result<String, Vec<FluentError>> {
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { return Ok(String::new()) };
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    if errors.is_empty() { Ok(said) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Tongue, Faulty> {
        Tongue::read("uz", "uz.ftl", text)
    }

    #[test]
    fn a_tongue_says_what_its_file_says() {
        let tongue =
            read("# A comment = none.\nchecked = no\nlanguage = Oʻzbekcha\ntitle = Rozilik\nlong = one\n  two\n");
        let tongue = tongue.expect("it is well formed");
        assert_eq!((tongue.tag(), tongue.own_name(), tongue.is_checked()), ("uz", "Oʻzbekcha", false));
        assert_eq!(
            (tongue.get("title"), tongue.get("long"), tongue.get("none")),
            (Some("Rozilik"), Some("one\ntwo"), None)
        );
        assert_eq!(tongue.keys().collect::<Vec<_>>(), ["long", "title"]);
    }

    #[test]
    fn only_yes_is_checked() {
        for (said, checked) in [("checked = yes\n", true), ("checked = maybe\n", false), ("", false)] {
            let tongue = read(&format!("language = O\n{said}")).expect("it is well formed");
            assert_eq!(tongue.is_checked(), checked, "{said}");
        }
    }

    #[test]
    fn what_a_translator_must_not_write_is_told() {
        assert!(read("title = Rozilik\n").is_err(), "no name of the language");
        assert!(read("language = O\ntitle = { $name }\n").is_err(), "an argument");
        assert!(read("language = O\ntitle = { \n").is_err(), "not well formed");
        assert!(Tongue::read("?", "x.ftl", "language = O\n").is_err(), "no tag");
    }
}
