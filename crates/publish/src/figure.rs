//! Figure: how an observation is put in words. "More than 100" is never written as 100.

use pana_evidence::{Comparator, Decimal, Figure, Observation};
use pana_text::{Arg, Words};

use crate::said::Said;

/// A figure in the reader's words: what stands before the number, the number, what stands after it, the unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// "more than"; empty where the number stands alone.
    pub before: String,
    /// The number, the range or the category.
    pub number: Said,
    /// The same qualifier in a language that puts it behind the number.
    pub after: String,
    /// The unit as counted: "people"; empty where the figure has none.
    pub unit: String,
    /// Whether it is a number, and not words.
    pub counts: bool,
}

impl Written {
    /// An observation's figure.
    pub fn new(words: &Words, observation: &Observation) -> Self {
        Self::of(words, &observation.unit, &observation.figure)
    }

    /// A figure in a unit.
    pub fn of(words: &Words, unit: &str, figure: &Figure) -> Self {
        match figure {
            Figure::NotStated => Self { counts: false, ..Self::bare(Said::plain(words.say("not-stated"))) },
            Figure::Category(category) => Self { counts: false, ..Self::bare(Said::new(words, category)) },
            Figure::Number { comparator, value, .. } => {
                let number = number(words, unit, value);
                Self { unit: counted(words, unit, Some(value)), ..Self::compared(words, *comparator, number) }
            }
            Figure::Range { lower: Some(lower), upper: Some(upper), .. } => {
                let ends = [("low", number(words, unit, lower)), ("high", number(words, unit, upper))];
                let range = words.tell("comparator-between", &ends.map(|(name, end)| (name, Arg::from(end))));
                Self { unit: counted(words, unit, Some(upper)), ..Self::bare(Said::plain(range)) }
            }
            Figure::Range { comparator, lower, upper, words: stated } => {
                let end = lower.as_ref().or(upper.as_ref());
                let bound = end.map(|end| Self::compared(words, *comparator, number(words, unit, end)));
                let bound =
                    Self { unit: counted(words, unit, end), ..bound.unwrap_or_else(|| Self::bare(Said::plain(""))) };
                match stated {
                    // The source said "millions"; the bound is what that certainly means.
                    Some(stated) => {
                        let after = format!("({})", bound.text());
                        Self { after, counts: false, ..Self::bare(Said::new(words, stated)) }
                    }
                    None => bound,
                }
            }
        }
    }

    fn bare(number: Said) -> Self {
        Self { before: String::new(), number, after: String::new(), unit: String::new(), counts: true }
    }

    fn compared(words: &Words, comparator: Comparator, number: String) -> Self {
        /// Stands for the number while the message is cut around it.
        const PLACE: &str = "\u{1}";
        if matches!(comparator, Comparator::Eq | Comparator::Between) {
            return Self::bare(Said::plain(number));
        }
        let message = words.tell(&format!("comparator-{}", comparator.code()), &[("n", PLACE.into())]);
        let (before, after) = message.split_once(PLACE).unwrap_or((&message, ""));
        let (before, after) = (before.trim().to_owned(), after.trim().to_owned());
        Self { before, after, ..Self::bare(Said::plain(number)) }
    }

    /// The whole figure as one text.
    pub fn text(&self) -> String {
        let parts = [&self.before, &self.number.text, &self.after, &self.unit];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// A number of the data to the precision a reader can use: the digits as written, or two decimals where there are more than
/// three. A share is written in percent, a year without grouping, a rank as an ordinal.
pub fn number(words: &Words, unit: &str, value: &Decimal) -> String {
    let digits = if unit == "share" { hundredfold(value.as_written()) } else { value.as_written().to_owned() };
    if unit == "year" {
        return digits;
    }
    if let (true, Ok(place)) = (unit == "rank", digits.parse()) {
        return words.tell("place-in-order", &[("n", Arg::Ordinal(place))]);
    }
    let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let written: f64 = digits.parse().unwrap_or_else(|_| value.value());
    if decimals > 3 && written.abs() >= 0.005 {
        words.numbers().fixed(written, 2)
    } else {
        words.numbers().written(&digits)
    }
}

/// A computed value with its unit, to the precision a reader can use.
pub fn computed(words: &Words, unit: &str, value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    let Ok(decimal) = Decimal::try_from(rounded) else { return value.to_string() };
    let figure = Figure::Number { comparator: Comparator::Eq, value: decimal, scale: None };
    Written::of(words, unit, &figure).text()
}

/// The digits as stored, where [`number`] writes fewer of them.
pub fn exact(words: &Words, observation: &Observation) -> Option<String> {
    let Figure::Number { value, .. } = &observation.figure else { return None };
    let stored = words.numbers().written(value.as_written());
    (!["year", "rank"].contains(&observation.unit.as_str()) && stored != number(words, &observation.unit, value))
        .then_some(stored)
}

/// The unit as it is said behind a number: "1 case", "2 cases"; empty where the unit is not said.
fn counted(words: &Words, unit: &str, value: Option<&Decimal>) -> String {
    if unit == "rating" {
        return words.say(match value.map(Decimal::value) {
            Some(value) if value < 0.0 => "rating-negative-met",
            Some(value) if value > 0.0 => "rating-met",
            _ => "rating-not-met",
        });
    }
    let key = format!("counted-{unit}");
    // A fraction takes the form `other`: "2,5 раза".
    let whole = value.and_then(|value| value.as_written().parse::<i64>().ok());
    let count = whole.map_or_else(|| Arg::from("other"), Arg::from);
    if words.has(&key) { words.tell(&key, &[("n", count)]) } else { String::new() }
}

/// Digits times 100 without rounding: "0.076" is "7.6".
fn hundredfold(digits: &str) -> String {
    let (sign, unsigned) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let fraction = format!("{fraction:0<2}");
    let (moved, rest) = fraction.split_at(2);
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_becomes_percent_digit_by_digit() {
        let cases = [
            ("0.076", "7.6"),
            ("0.25", "25"),
            ("1", "100"),
            ("0.142857", "14.2857"),
            ("-0.5", "-50"),
            ("0.005", "0.5"),
        ];
        for (share, percent) in cases {
            assert_eq!(hundredfold(share), percent);
        }
    }
}
