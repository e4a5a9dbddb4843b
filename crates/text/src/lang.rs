//! The languages Pana speaks, and which one a reader asked for.

use std::fmt;

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Russian.
    Ru,
    /// Kazakh.
    Kk,
}

impl Lang {
    /// Every language, in the order of the switch on every page.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    /// The BCP 47 tag, which is also the first part of every address.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Kk => "kk",
        }
    }

    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Русский",
            Self::Kk => "Қазақша",
        }
    }

    /// The language of a tag.
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The language a browser prefers (RFC 9110 §12.5.4): the highest weight wins, the earlier of two equals; English
    /// where none of ours is named.
    pub fn preferred(accept_language: &str) -> Self {
        let mut best = (Self::En, 0.0);
        for wish in accept_language.split(',') {
            let mut parts = wish.split(';');
            let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            let primary = tag.split('-').next().unwrap_or_default();
            if let Some(lang) = Self::parse(primary)
                && weight > best.1
            {
                best = (lang, weight);
            }
        }
        best.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_gets_the_language_she_prefers_most() {
        assert_eq!(Lang::preferred("kk-KZ,kk;q=0.9,ru;q=0.8"), Lang::Kk);
        assert_eq!(Lang::preferred("de, ru;q=0.5, en;q=0.4"), Lang::Ru);
        assert_eq!(Lang::preferred("en;q=0.1,kk;q=0.2"), Lang::Kk);
    }

    #[test]
    fn nonsense_gives_english() {
        for header in ["", "de", "*", ";;;,,q=", "kk;q=0"] {
            assert_eq!(Lang::preferred(header), Lang::En, "{header}");
        }
    }
}
