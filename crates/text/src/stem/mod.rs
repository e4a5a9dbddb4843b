//! Stem: what the forms of a word have in common, so that whoever looks for one form finds the others.
//!
//! English and Russian go by the Snowball algorithms (Porter 2001, <https://snowballstem.org>). Snowball has none for Kazakh:
//! [`kazakh`] takes off the endings of nouns. A stem is compared with stems and never shown.

pub mod kazakh;

use rust_stemmers::{Algorithm, Stemmer};

use crate::lang::Lang;

/// Longer words are not words, and cost time.
const LONGEST: usize = 40;

/// The stem of a folded word of a text in a language. A word in Latin letters is English in every language: names, mostly.
/// What is no word of plain letters ("s001", "2016") is its own stem.
pub fn stem(lang: Lang, word: &str) -> String {
    let all = |fits: fn(char) -> bool| word.chars().all(fits) && word.chars().count() <= LONGEST;
    if all(|c| c.is_ascii_lowercase()) {
        return Stemmer::create(Algorithm::English).stem(word).into_owned();
    }
    if !all(|c| ('а'..='я').contains(&c)) {
        return word.to_owned();
    }
    match lang {
        Lang::Kk => kazakh::stem(word),
        Lang::En | Lang::Ru => Stemmer::create(Algorithm::Russian).stem(word).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(lang: Lang, forms: &[&str]) {
        let stems: Vec<String> = forms.iter().map(|form| stem(lang, form)).collect();
        assert!(stems.iter().all(|stem| *stem == stems[0]), "{lang}: {forms:?} give {stems:?}");
    }

    #[test]
    fn forms_of_an_english_or_russian_word_share_their_stem() {
        same(Lang::En, &["victim", "victims"]);
        same(Lang::En, &["trafficking", "trafficked"]);
        same(Lang::Ru, &["рабство", "рабства", "рабстве", "рабством"]);
        same(Lang::Ru, &["жертва", "жертвы", "жертвам", "жертвами", "жертв"]);
        same(Lang::Ru, &["торговля", "торговли", "торговлей", "торговлю"]);
        same(Lang::Ru, &["обязательство", "обязательства", "обязательствами"]);
    }

    #[test]
    fn what_is_no_plain_word_is_its_own_stem() {
        for word in ["s001", "2016", "", "ａｂｃ", "слово1", "résumé"] {
            assert_eq!(stem(Lang::Ru, word), word);
        }
    }

    #[test]
    fn names_in_latin_letters_are_english_in_every_language() {
        assert_eq!(stem(Lang::Kk, "slavery"), stem(Lang::En, "slavery"));
    }
}
