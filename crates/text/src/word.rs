//! Word: how a text is cut for search, and what is left of a word when it is compared.

use crate::fold;

/// A part of a text: a word, or what stands between words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// As written.
    pub text: &'a str,
    /// The word in folded letters; `None` between words.
    pub word: Option<String>,
}

/// A text cut into words and what stands between them; put together again it is the text. Digits in groups ("208,000",
/// "208 000") are one word, so that a number is found however a language groups it.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = rest.chars().next()?.is_alphanumeric();
        let mut end = run(rest, is_word);
        while let Some(longer) = is_word.then(|| with_next_group(rest, end)).flatten() {
            end = longer;
        }
        let (part, later) = rest.split_at(end);
        rest = later;
        let folded = || part.chars().filter(|c| c.is_alphanumeric()).map(fold::letter).collect();
        Some(Piece { text: part, word: is_word.then(folded) })
    })
}

/// The words of a text, folded.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    pieces(text).filter_map(|piece| piece.word)
}

fn run(text: &str, is_word: bool) -> usize {
    text.find(|c: char| c.is_alphanumeric() != is_word).unwrap_or(text.len())
}

/// The end of the next group of three digits, where a number of one to three digits, or groups of three, come before it.
fn with_next_group(text: &str, end: usize) -> Option<usize> {
    let (before, after) = text.split_at(end);
    let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
    let only_digits_and_groups = before.chars().all(|c| c.is_ascii_digit() || is_group_mark(c));
    let mark = after.chars().next().filter(|c| is_group_mark(*c))?;
    let group = &after[mark.len_utf8()..];
    let long = run(group, true);
    let fits = (1..=3).contains(&digits) && only_digits_and_groups && long == 3;
    (fits && group.bytes().take(3).all(|b| b.is_ascii_digit())).then(|| end + mark.len_utf8() + 3)
}

/// Comma, space, and the two spaces that do not break.
fn is_group_mark(c: char) -> bool {
    matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        words(text).collect()
    }

    #[test]
    fn a_text_put_together_again_is_the_text() {
        for text in ["", "Оңтүстік  Қазақстан, 2016!", "208 000 адам; 1,2", "\u{0}\"*^NEAR(a b)"] {
            assert_eq!(pieces(text).map(|piece| piece.text).collect::<String>(), text);
        }
    }

    #[test]
    fn a_number_is_one_word_in_every_grouping() {
        for written in ["208,000 people", "208 000 people", "208\u{a0}000 people", "208000 people"] {
            assert_eq!(cut(written), ["208000", "people"], "{written}");
        }
        assert_eq!(cut("18,776,707"), ["18776707"]);
        assert_eq!(cut("in 2012, 125 and 11.1"), ["in", "2012", "125", "and", "11", "1"]);
        assert_eq!(cut("2016 2017; S001 100"), ["2016", "2017", "s001", "100"]);
    }

    #[test]
    fn a_russian_keyboard_writes_kazakh_and_printed_russian() {
        assert_eq!(cut("Қазақстан ӨЗБЕКСТАН учёт"), ["казакстан", "озбекстан", "учет"]);
    }
}
