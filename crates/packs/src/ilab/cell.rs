//! One reader for the cells of ILAB's files.
//!
//! - empty, `Unknown`, `Unavailable`, `N/A` and `-` state nothing: unknown is not zero;
//! - a number in brackets behind a number is a footnote: `11 (27)` is 11;
//! - thousands may be grouped by commas: `7,897`;
//! - a sum may have `$` or `US$` before it and a word behind it: `$2.4 million`, `$ 2.4 million` and `2400000` are the same sum;
//! - `Yes` and `No` in any letter case.
//!
//! Everything else is refused with its reason: a number is never guessed.

use pana_evidence::assessment::Advancement;
use pana_evidence::{Comparator, Decimal, Figure, ObservationStatus};

use super::column::Kind;

const NOTHING: [&str; 6] = ["", "unknown", "unavailable", "not available", "n/a", "-"];
const SCALES: [(&str, usize); 3] = [("thousand", 3), ("million", 6), ("billion", 9)];

/// Reads a cell as a figure.
pub fn read(kind: Kind, comparator: Comparator, written: &str) -> Result<Figure, String> {
    let plain = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if NOTHING.contains(&plain.to_lowercase().as_str()) {
        return Ok(Figure::NotStated);
    }
    match kind {
        Kind::Label => {
            Advancement::parse_label(&plain).map(|level| Figure::Category(level.label())).map_err(|e| e.to_string())
        }
        Kind::YesNo => match plain.to_lowercase().as_str() {
            known @ ("yes" | "no") => Ok(Figure::Category(known.to_owned())),
            _ => Err(format!("`{plain}` is neither Yes nor No; Unknown and N/A state nothing")),
        },
        Kind::Number => stated(comparator, &plain, whole(&plain)),
        Kind::Money => stated(comparator, &plain, sum(&plain)),
    }
}

/// The SDMX status of a figure that was read.
pub fn status(figure: &Figure) -> ObservationStatus {
    if *figure == Figure::NotStated { ObservationStatus::Missing } else { ObservationStatus::Normal }
}

fn stated(comparator: Comparator, plain: &str, digits: Option<String>) -> Result<Figure, String> {
    let value: Option<Decimal> = digits.and_then(|digits| digits.parse().ok());
    value.map(|value| Figure::Number { comparator, value, scale: None }).ok_or_else(|| {
        format!("`{plain}` is not a number; write digits, grouped by commas or not, a footnote in brackets, or Unknown")
    })
}

fn whole(plain: &str) -> Option<String> {
    let digits = ungrouped(without_footnote(plain))?;
    (!digits.contains('.')).then_some(digits)
}

fn sum(plain: &str) -> Option<String> {
    let plain = without_footnote(plain);
    let amount = ["US$", "USD", "$"].iter().find_map(|sign| plain.strip_prefix(sign)).unwrap_or(plain).trim();
    match SCALES.iter().find_map(|(word, power)| Some((amount.to_lowercase().strip_suffix(word)?.len(), *power))) {
        Some((end, power)) => shifted(&ungrouped(amount.get(..end)?.trim())?, power),
        None => ungrouped(amount),
    }
}

/// `11 (27)` without its footnote.
fn without_footnote(plain: &str) -> &str {
    let Some((number, rest)) = plain.split_once('(') else { return plain };
    let is_note = |note: &str| !note.is_empty() && note.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b' '));
    if rest.strip_suffix(')').is_some_and(is_note) { number.trim_end() } else { plain }
}

/// Digits without the commas between groups of three; `None` where the commas stand elsewhere.
fn ungrouped(number: &str) -> Option<String> {
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| digits(first))?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3 && digits(group)));
    let whole = format!("{first}{}", rest.concat());
    match fraction {
        _ if !grouped => None,
        Some(fraction) => digits(fraction).then(|| format!("{whole}.{fraction}")),
        None => Some(whole),
    }
}

/// Digits times a power of ten, by moving the decimal sign: no sum passes through a float.
fn shifted(digits: &str, power: usize) -> Option<String> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let moved: String = fraction.chars().chain(std::iter::repeat('0')).take(power).collect();
    let left = fraction.get(power..).unwrap_or_default();
    let number = format!("{whole}{moved}");
    let number = number.trim_start_matches('0');
    let number = if number.is_empty() { "0" } else { number };
    Some(if left.is_empty() { number.to_owned() } else { format!("{number}.{left}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: Kind, written: &str) -> Result<String, String> {
        read(kind, Comparator::Eq, written).map(|figure| match figure {
            Figure::Number { value, .. } => value.to_string(),
            Figure::Category(words) => words,
            Figure::NotStated => "not stated".to_owned(),
            Figure::Range { .. } => "a range".to_owned(),
        })
    }

    #[test]
    fn the_spellings_that_occur_are_one_number() {
        for written in ["$2.4 million", "$ 2.4 million", "US$2.4 Million", "2400000", "$2,400,000", "$2.4 million (12)"]
        {
            assert_eq!(told(Kind::Money, written).as_deref(), Ok("2400000"), "{written}");
        }
        for (written, number) in
            [("11 (27)", "11"), ("7,897", "7897"), (" 320 ", "320"), ("0", "0"), ("3982 (4, 5)", "3982")]
        {
            assert_eq!(told(Kind::Number, written).as_deref(), Ok(number), "{written}");
        }
        assert_eq!(told(Kind::Money, "$0.5 thousand").as_deref(), Ok("500"));
        assert_eq!(told(Kind::Money, "1.2345 thousand").as_deref(), Ok("1234.5"));
        assert_eq!(told(Kind::YesNo, "Yes ").as_deref(), Ok("yes"));
    }

    #[test]
    fn what_states_nothing_is_not_zero() {
        for written in ["", "N/A", "Unknown ", "unknown", "Unavailable", "\u{a0}"] {
            for kind in [Kind::Label, Kind::Number, Kind::Money, Kind::YesNo] {
                assert_eq!(read(kind, Comparator::Eq, written), Ok(Figure::NotStated), "{written}");
            }
        }
    }

    #[test]
    fn a_number_is_never_guessed() {
        for written in
            ["about 5", "5-6", "1,00", "12,34,567", "2.5", "five", "(27)", "11 (see note)", "$5", "-3", "1e3"]
        {
            assert!(read(Kind::Number, Comparator::Eq, written).is_err(), "{written}");
        }
        for written in ["million", "$", "$1.2.3", "5 trillion", "1.3 billion KZT", "\u{20ac}5"] {
            assert!(read(Kind::Money, Comparator::Eq, written).is_err(), "{written}");
        }
        assert!(read(Kind::YesNo, Comparator::Eq, "partly").is_err());
    }
}
