//! Said: a text of the data for the reader, with the language it is in where that is not hers.

use pana_text::{Lang, Words};

/// A text, and its `lang` attribute where it differs from the page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Its language, where it is not the page's.
    pub lang: Option<&'static str>,
}

impl Said {
    /// A text of the data: translated, or in English.
    pub fn new(words: &Words, raw: &str) -> Self {
        match words.translation(raw) {
            Some(translated) => Self { text: translated.to_owned(), lang: None },
            None => Self { text: raw.to_owned(), lang: raw.chars().any(char::is_alphabetic).then_some(Lang::En.tag()) },
        }
    }

    /// A text in a language of its own, such as the title of a source; an unknown language is not guessed.
    pub fn own(words: &Words, raw: &str, language: &str) -> Self {
        let lang = Lang::parse(language).filter(|lang| *lang != words.lang()).map(Lang::tag);
        Self { text: raw.to_owned(), lang }
    }

    /// A text that is already the reader's.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }
}

/// The word for a code: the message `prefix-code`, or the code as a text of the data where nobody wrote one.
pub fn code(words: &Words, prefix: &str, code: &str) -> Said {
    let key = format!("{prefix}-{}", code.to_lowercase().replace(' ', "_"));
    if words.has(&key) { Said::plain(words.say(&key)) } else { Said::new(words, code) }
}
