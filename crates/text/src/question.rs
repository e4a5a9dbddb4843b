//! Question: what a reader typed into the search field, read; and where a text has what she asked for.
//!
//! Words stand for all their forms; the last word may be the beginning of one; what stands in quotation marks stands so in
//! the text; `-word` must not occur. Every text is a question: what makes no sense is left out.

use crate::fold;
use crate::lang::Lang;
use crate::stem::stem;
use crate::word::{Piece, pieces, words};

/// Further words are not asked for.
const MOST_TERMS: usize = 8;
/// Further letters of a word are not compared.
pub const LONGEST_WORD: usize = 40;
/// Fewer letters are a word, and not the beginning of one.
const SHORTEST_BEGINNING: usize = 2;

/// One thing that is asked for, in folded letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A word in any of its forms.
    Word(String),
    /// A word in any of its forms, or the beginning of a word.
    Beginning(String),
    /// Words that follow each other in these forms.
    Phrase(Vec<String>),
}

/// A question, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What must occur.
    pub wanted: Vec<Term>,
    /// What must not.
    pub unwanted: Vec<Term>,
}

/// A piece of a text, wanted or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The piece.
    pub text: String,
    /// Whether it is what the reader looked for.
    pub wanted: bool,
}

impl Question {
    /// Reads what was typed.
    pub fn read(typed: &str) -> Self {
        let mut question = Self::default();
        let mut rest = typed.trim();
        while !rest.is_empty() {
            let unsigned = rest.strip_prefix(['-', '−', '–']);
            let refused = unsigned.is_some();
            let (part, quoted, later) = next_part(unsigned.unwrap_or(rest));
            let is_last = later.is_empty();
            let list = if refused { &mut question.unwanted } else { &mut question.wanted };
            let found: Vec<String> = words(part).map(cut).collect();
            match (quoted, found.len()) {
                (true, 2..) => list.push(Term::Phrase(found)),
                _ => list.extend(found.into_iter().map(Term::Word)),
            }
            if is_last && !quoted && !refused && part.ends_with(char::is_alphanumeric) {
                begin(list);
            }
            rest = later;
        }
        question.wanted.truncate(MOST_TERMS);
        question.unwanted.truncate(MOST_TERMS);
        question
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// A text in a language cut into pieces; those that were wanted are marked. Of the beginning of a word only the
    /// beginning is marked.
    pub fn mark(&self, lang: Lang, text: &str) -> Vec<Marked> {
        let mut marked: Vec<Marked> = Vec::new();
        for piece in pieces(text) {
            let end = self.wanted_part(lang, &piece);
            push(&mut marked, &piece.text[..end], true);
            push(&mut marked, &piece.text[end..], false);
        }
        marked
    }

    fn wanted_part(&self, lang: Lang, piece: &Piece<'_>) -> usize {
        let Some(word) = &piece.word else { return 0 };
        let stemmed = stem(lang, word);
        let whole = |asked: &String| asked == word || stem(lang, asked) == stemmed;
        let wanted = |term: &Term| match term {
            Term::Word(asked) => whole(asked),
            Term::Beginning(asked) => whole(asked),
            Term::Phrase(asked) => asked.contains(word),
        };
        if self.wanted.iter().any(wanted) {
            return piece.text.len();
        }
        let begun = self.wanted.iter().filter_map(|term| match term {
            Term::Beginning(asked) if word.starts_with(asked.as_str()) => Some(asked.chars().count()),
            _ => None,
        });
        let letters = begun.max().unwrap_or(0);
        // Marks between groups of digits are no letters of the word: such a word is marked whole.
        match piece.text.chars().all(char::is_alphanumeric) {
            true => piece.text.char_indices().nth(letters).map_or(piece.text.len(), |(end, _)| end),
            false => {
                if letters > 0 {
                    piece.text.len()
                } else {
                    0
                }
            }
        }
    }
}

/// The next chunk: what stands in quotation marks, or up to the next space or mark; and what comes after it.
fn next_part(text: &str) -> (&str, bool, &str) {
    const OPENING: [char; 4] = ['"', '“', '«', '„'];
    const CLOSING: [char; 4] = ['"', '”', '»', '“'];
    if let Some(inside) = text.strip_prefix(OPENING) {
        let end = inside.find(CLOSING).unwrap_or(inside.len());
        let later = inside[end..].strip_prefix(CLOSING).unwrap_or("");
        return (&inside[..end], true, later.trim_start());
    }
    // A number in groups is one word: "208 000".
    let number = pieces(text).next().filter(|piece| piece.text.contains(' ')).map_or(0, |piece| piece.text.len());
    let end = text[number..].find(|c: char| c.is_whitespace() || OPENING.contains(&c));
    let end = end.map_or(text.len(), |end| number + end);
    (&text[..end], false, text[end..].trim_start())
}

fn begin(list: &mut [Term]) {
    if let Some(last) = list.last_mut()
        && let Term::Word(word) = last
        && SHORTEST_BEGINNING <= word.chars().count()
    {
        *last = Term::Beginning(std::mem::take(word));
    }
}

/// A word no longer than words are compared.
pub fn cut(word: String) -> String {
    if word.chars().count() <= LONGEST_WORD {
        word
    } else {
        word.chars().take(LONGEST_WORD).map(fold::letter).collect()
    }
}

fn push(marked: &mut Vec<Marked>, text: &str, wanted: bool) {
    match marked.last_mut().filter(|last| last.wanted == wanted) {
        _ if text.is_empty() => {}
        Some(last) => last.text.push_str(text),
        None => marked.push(Marked { text: text.to_owned(), wanted }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Term {
        Term::Word(text.to_owned())
    }

    #[test]
    fn words_quotations_refusals_and_a_beginning_are_read() {
        let question = Question::read("Forced \"child labour\" -marriage «адам саудасы» жәб");
        let phrase = |words: &[&str]| Term::Phrase(words.iter().map(|word| (*word).to_owned()).collect());
        let beginning = Term::Beginning("жаб".to_owned());
        assert_eq!(
            question.wanted,
            [word("forced"), phrase(&["child", "labour"]), phrase(&["адам", "саудасы"]), beginning]
        );
        assert_eq!(question.unwanted, [word("marriage")]);
    }

    #[test]
    fn a_number_in_groups_is_one_word() {
        assert_eq!(Question::read("208 000 адам ").wanted[0], word("208000"));
        assert_eq!(Question::read("S001-01").wanted, [word("s001"), Term::Beginning("01".to_owned())]);
    }

    #[test]
    fn what_makes_no_sense_asks_for_nothing() {
        for typed in ["", "  ", "\"", "\"\"", "*", "-", "--", ",.;", "\u{0}", "-word", "«»"] {
            assert!(Question::read(typed).is_empty(), "{typed:?}");
        }
        assert_eq!(Question::read("a").wanted, [word("a")]);
    }

    #[test]
    fn what_was_wanted_is_marked_in_the_text_as_written() {
        let marked = |typed: &str, lang, text: &str| -> Vec<(String, bool)> {
            Question::read(typed).mark(lang, text).into_iter().map(|piece| (piece.text, piece.wanted)).collect()
        };
        let own = |pieces: &[(&str, bool)]| -> Vec<(String, bool)> {
            pieces.iter().map(|(text, wanted)| ((*text).to_owned(), *wanted)).collect()
        };
        assert_eq!(
            marked("каз", Lang::Kk, "Оңтүстік Қазақстан"),
            own(&[("Оңтүстік ", false), ("Қаз", true), ("ақстан", false)])
        );
        assert_eq!(marked("адам", Lang::Kk, "адамдардың саны"), own(&[("адамдардың", true), (" саны", false)]));
        assert_eq!(
            marked("208000", Lang::Ru, "208\u{a0}000 человек"),
            own(&[("208\u{a0}000", true), (" человек", false)])
        );
        assert_eq!(marked("учет", Lang::Ru, "Учёт"), own(&[("Учёт", true)]));
    }
}
