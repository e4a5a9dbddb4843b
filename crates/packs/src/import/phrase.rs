//! Cells as numbers and known words. What is neither is told back: a cell with a word nobody knows is not read halfway.

use pana_evidence::PartialDate;

use super::date::DateFormat;
use super::text;

/// A part of a cell as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// Digits with their points and commas; blanks between thousands are taken out.
    Number(String),
    /// A date in digits.
    Date(PartialDate),
    /// A word, a sign, or an ending after a number (`-ге`).
    Word(String),
}

/// A part of a cell as it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A number as written.
    Number(String),
    /// A date.
    Date(PartialDate),
    /// What a phrase means.
    Means(String),
}

impl Item {
    /// What a phrase means, after a prefix: `month:9` after `month:`.
    pub fn means(&self, prefix: &str) -> Option<&str> {
        match self {
            Self::Means(meaning) => meaning.strip_prefix(prefix),
            _ => None,
        }
    }

    /// Whether it means exactly this.
    pub fn is(&self, meaning: &str) -> bool {
        matches!(self, Self::Means(known) if known == meaning)
    }
}

/// Phrases and what they mean.
#[derive(Clone, Debug)]
pub struct Vocabulary(Vec<(Vec<Token>, String)>);

/// The meaning of words that only join others.
const FILLER: &str = "filler";

impl Vocabulary {
    /// A vocabulary of phrases by meaning. A word that ends in `*` stands for all words that begin so.
    pub fn new<'a>(meanings: impl IntoIterator<Item = (&'a String, &'a Vec<String>)>) -> Self {
        let mut phrases: Vec<(Vec<Token>, String)> = Vec::new();
        for (meaning, written) in meanings {
            phrases.extend(written.iter().map(|phrase| (tokens(phrase, true), meaning.clone())));
        }
        // The longest phrase wins: `not more than` before `more than`.
        phrases.sort_by_key(|(tokens, _)| std::cmp::Reverse(tokens.len()));
        Self(phrases)
    }

    /// What a cell says, or the first word that is not known.
    pub fn read(&self, cell: &str) -> Result<Vec<Item>, String> {
        let tokens = tokens(cell, false);
        let mut items = Vec::new();
        let mut rest = tokens.as_slice();
        while let Some(first) = rest.first() {
            let phrase = self.0.iter().find(|(phrase, _)| starts(rest, phrase));
            let phrase = phrase.or_else(|| self.joined(first));
            let (item, length) = match (phrase, first) {
                (Some((phrase, meaning)), _) => (Item::Means(meaning.clone()), phrase.len()),
                (None, Token::Number(number)) => (Item::Number(number.clone()), 1),
                (None, Token::Date(date)) => (Item::Date(*date), 1),
                (None, Token::Word(word)) => return Err(word.clone()),
            };
            if !item.is(FILLER) {
                items.push(item);
            }
            rest = &rest[length..];
        }
        Ok(items)
    }
}

impl Vocabulary {
    /// A word that a hyphen joins to its number, where it is no ending: `4-тоқсан`, `8-month`.
    fn joined(&self, first: &Token) -> Option<&(Vec<Token>, String)> {
        let Token::Word(word) = first else { return None };
        let bare = [Token::Word(word.strip_prefix('-').filter(|bare| !bare.is_empty())?.to_owned())];
        self.0.iter().find(|(phrase, _)| starts(&bare, phrase))
    }
}

fn starts(tokens: &[Token], phrase: &[Token]) -> bool {
    !phrase.is_empty()
        && tokens.len() >= phrase.len()
        && phrase.iter().zip(tokens).all(|(wanted, token)| match (wanted, token) {
            (Token::Word(wanted), Token::Word(word)) => {
                wanted.strip_suffix('*').map_or(wanted == word, |stem| word.starts_with(stem))
            }
            _ => wanted == token,
        })
}

/// Cuts a text. In phrases of the vocabulary a `*` belongs to its word.
fn tokens(given: &str, phrase: bool) -> Vec<Token> {
    let folded: Vec<char> = text::folded(given).chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(&sign) = folded.get(at) {
        let rest = &folded[at..];
        if sign == ' ' || sign == '.' {
            at += 1;
        } else if sign.is_ascii_digit() || (sign == '-' && negative(&folded, at, tokens.last())) {
            let (token, length) = date(rest).or_else(|| number(rest)).unwrap_or((Token::Word(sign.into()), 1));
            tokens.push(token);
            at += length;
        } else if letter(sign, phrase) || (sign == '-' && ending(&folded, at, phrase)) {
            let length =
                1 + rest[1..].iter().take_while(|next| letter(**next, phrase) || next.is_ascii_digit()).count();
            tokens.push(Token::Word(rest[..length].iter().collect()));
            at += length;
        } else {
            tokens.push(Token::Word(sign.into()));
            at += 1;
        }
    }
    tokens
}

fn letter(sign: char, phrase: bool) -> bool {
    sign.is_alphabetic() || (phrase && sign == '*')
}

/// Whether a hyphen begins an ending: `100-ге`, `8-month`; and in the vocabulary `-ге`.
fn ending(folded: &[char], at: usize, phrase: bool) -> bool {
    let letter_after = folded.get(at + 1).is_some_and(|next| next.is_alphabetic());
    let before = at.checked_sub(1).and_then(|before| folded.get(before));
    letter_after && before.map_or(phrase, char::is_ascii_digit)
}

/// Whether a hyphen is the sign of a number: it stands at the beginning, or after a word and a blank, and touches digits.
fn negative(folded: &[char], at: usize, last: Option<&Token>) -> bool {
    let touches = folded.get(at + 1).is_some_and(char::is_ascii_digit);
    let apart = at.checked_sub(1).is_none_or(|before| !folded[before].is_alphanumeric());
    touches
        && apart
        && !matches!(last, Some(Token::Number(_) | Token::Date(_)))
        && !matches!(last, Some(Token::Word(word)) if word == "%")
}

/// Digits; blanks and apostrophes may stand between groups of three.
fn number(rest: &[char]) -> Option<(Token, usize)> {
    let sign = usize::from(rest.first() == Some(&'-'));
    let digits = |from: usize| rest.get(from..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count();
    let first = digits(sign);
    let mut end = sign + first;
    let grouped = |end: usize| matches!(rest.get(end), Some(' ' | '\'' | '’')) && digits(end + 1) == 3;
    while (1..=3).contains(&first) && grouped(end) {
        end += 4;
    }
    while matches!(rest.get(end), Some('.' | ',')) && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    let written: String = rest[..end].iter().filter(|sign| !matches!(sign, ' ' | '\'' | '’')).collect();
    (first > 0).then_some((Token::Number(written), end))
}

/// `2025-01-31`, `2025-01` and `31.01.2025`: the forms in digits that can be read in one way.
fn date(rest: &[char]) -> Option<(Token, usize)> {
    let length = rest.iter().take_while(|sign| sign.is_ascii_digit() || matches!(sign, '-' | '.')).count();
    let written: String = rest[..length].iter().collect();
    let written = written.trim_end_matches(['.', '-']);
    let pointed = written.matches('.').count() == 2 && !written.contains('-');
    let dashed =
        written.starts_with(|sign: char| sign.is_ascii_digit()) && written.contains('-') && !written.contains('.');
    let read = match (pointed, dashed) {
        (true, _) => DateFormat::Dmy.read(written).ok()?,
        (_, true) => written.parse().ok()?,
        _ => return None,
    };
    Some((Token::Date(read), written.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<Token> {
        tokens(text, false)
    }

    fn number(digits: &str) -> Token {
        Token::Number(digits.to_owned())
    }

    fn word(word: &str) -> Token {
        Token::Word(word.to_owned())
    }

    #[test]
    fn blanks_between_thousands_are_taken_out_and_other_blanks_are_not() {
        assert_eq!(cut("1\u{a0}381 681,5"), [number("1381681,5")]);
        assert_eq!(cut("2012 2013"), [number("2012"), number("2013")]);
        assert_eq!(cut("12 34"), [number("12"), number("34")]);
    }

    #[test]
    fn a_hyphen_is_a_sign_a_dash_or_the_start_of_an_ending() {
        assert_eq!(cut("-5"), [number("-5")]);
        assert_eq!(cut("3-5"), [number("3"), word("-"), number("5")]);
        assert_eq!(cut("100-ден"), [number("100"), word("-ден")]);
        assert_eq!(cut("-5 - -3"), [number("-5"), word("-"), number("-3")]);
    }

    #[test]
    fn dates_in_digits_are_dates_where_the_calendar_has_them() {
        assert_eq!(cut("на 01.02.2025"), [word("на"), Token::Date("2025-02-01".parse().expect("a day"))]);
        assert_eq!(cut("2025-13"), [number("2025"), word("-"), number("13")]);
        assert_eq!(cut("2012-2013"), [number("2012"), word("-"), number("2013")]);
    }
}
