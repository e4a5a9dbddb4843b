//! The catalogue of one language: what to say for a key, and what a text of the data is called in it.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions, FluentNumberType};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

use crate::lang::Lang;
use crate::number::Numbers;
use crate::order::Order;

/// A value handed to a message.
#[derive(Clone, Debug)]
pub enum Arg {
    /// A text that is already in the reader's language.
    Text(String),
    /// A count that chooses the plural form. It is written with the language's grouping.
    Count(i64),
    /// A place in an order: it chooses the ordinal form (1st, 2nd, 3rd).
    Ordinal(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// Why a catalogue cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct Faulty {
    /// The file.
    pub file: String,
    /// What is wrong in it.
    pub reason: String,
}

/// Everything that can be said in one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    names: BTreeMap<String, String>,
    numbers: Numbers,
    order: Order,
}

impl Words {
    /// Reads a language's catalogue. `messages` are Fluent files (name, text); `names` are texts of the data with their
    /// translation. A message defined twice or badly written is an error.
    pub fn new(lang: Lang, messages: &[(String, String)], names: BTreeMap<String, String>) -> Result<Self, Faulty> {
        let tag: LanguageIdentifier = lang.tag().parse().expect("our tags are valid BCP 47");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks show as boxes in PDF text and get in the way of search.
        bundle.set_use_isolating(false);
        for (file, text) in messages {
            let faulty = |reason: String| Faulty { file: file.clone(), reason };
            let resource =
                FluentResource::try_new(text.clone()).map_err(|(_, errors)| faulty(format!("{errors:?}")))?;
            bundle.add_resource(resource).map_err(|errors| faulty(format!("{errors:?}")))?;
        }
        Ok(Self { lang, bundle, names, numbers: Numbers::new(lang), order: Order::new(lang) })
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Numbers and dates in this language.
    pub fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// The order of names in this language.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// Whether a message exists.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A message without arguments.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// A message with arguments. A missing message shows its key between brackets, so that it is seen and reported.
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let mut fluent = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => fluent.set(*name, FluentValue::from(text.as_str())),
                Arg::Count(count) => {
                    fluent.set(*name, FluentValue::from(*count));
                    fluent.set(format!("{name}-written"), FluentValue::from(self.numbers.whole(*count)));
                }
                Arg::Ordinal(place) => {
                    let options = FluentNumberOptions { r#type: FluentNumberType::Ordinal, ..Default::default() };
                    fluent.set(*name, FluentValue::from(FluentNumber::new(*place as f64, options)));
                    fluent.set(format!("{name}-written"), FluentValue::from(self.numbers.whole(*place)));
                }
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned()
    }

    /// A text of the data in this language, where it has been translated; English is the language of the data.
    pub fn translation<'a>(&'a self, text: &'a str) -> Option<&'a str> {
        if self.lang == Lang::En { Some(text) } else { self.names.get(text).map(String::as_str) }
    }

    /// "in Europe and Central Asia", for the key `in:ECA`.
    pub fn region_phrase(&self, key: &str) -> Option<&str> {
        self.names.get(key).map(String::as_str)
    }

    /// A text of the data in this language, or as it stands.
    pub fn name<'a>(&'a self, text: &'a str) -> &'a str {
        self.translation(text).unwrap_or(text)
    }

    /// A date to its stated precision: the parts that are not known are not written.
    pub fn date(&self, year: i16, month: Option<i8>, day: Option<Date>) -> String {
        match (month, day) {
            (_, Some(day)) => self.numbers.day(day),
            (Some(month), None) => self.numbers.month(year, month),
            (None, None) => year.to_string(),
        }
    }
}

/// The catalogues of all languages.
pub struct Texts(BTreeMap<Lang, Words>);

impl Texts {
    /// Puts the catalogues together; all languages must be there.
    pub fn new(words: Vec<Words>) -> Self {
        let texts: BTreeMap<Lang, Words> = words.into_iter().map(|words| (words.lang, words)).collect();
        assert!(Lang::ALL.iter().all(|lang| texts.contains_key(lang)), "every language has a catalogue");
        Self(texts)
    }

    /// The catalogue of a language.
    pub fn get(&self, lang: Lang) -> &Words {
        &self.0[&lang]
    }
}
