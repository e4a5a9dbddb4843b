//! Period: the time an observation speaks about, in the forms of SDMX (observational time period: Gregorian year, month and
//! day, and time range; SDMX 3.0, section 6, §4.2).

use jiff::ToSpan;
use jiff::civil::Date;
use pana_evidence::{PartialDate, Period};

/// A period as SDMX writes it, with how often such periods follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The value of `TIME_PERIOD`.
    pub time: String,
    /// The code of `FREQ`: `A`, `M`, `D`, and `_O` for any other length.
    pub frequency: &'static str,
}

/// The period; `None` where its source does not state both ends.
pub fn of(period: &Period) -> Option<Written> {
    let (start, end) = (period.start?, period.end?);
    if start == end {
        let frequency = match start {
            PartialDate::Year(_) => "A",
            PartialDate::Month(..) => "M",
            PartialDate::Day(_) => "D",
        };
        return Some(Written { time: start.to_string(), frequency });
    }
    let first = start.first_day();
    let duration = duration(first, end.last_day())?;
    Some(Written { time: format!("{first}/{duration}"), frequency: "_O" })
}

/// From a first to a last day, both counted: in years or months where these are whole, in days otherwise.
fn duration(first: Date, last: Date) -> Option<String> {
    if last < first {
        return None;
    }
    let after = last.checked_add(1.day()).ok()?;
    let months =
        (i32::from(after.year()) - i32::from(first.year())) * 12 + i32::from(after.month()) - i32::from(first.month());
    Some(match (after.day() == first.day(), months) {
        (true, months) if months % 12 == 0 => format!("P{}Y", months / 12),
        (true, months) => format!("P{months}M"),
        (false, _) => format!("P{}D", (after - first).get_days()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(start: &str, end: &str) -> Option<(String, &'static str)> {
        let date = |text: &str| (!text.is_empty()).then(|| text.parse().expect("a date"));
        let period = Period { start: date(start), end: date(end), label: String::new(), kind: "year".into() };
        of(&period).map(|written| (written.time, written.frequency))
    }

    #[test]
    fn a_period_keeps_the_precision_of_its_source() {
        let cases = [
            ("2012", "2012", "2012", "A"),
            ("2012-01", "2012-01", "2012-01", "M"),
            ("2025-01-01", "2025-01-01", "2025-01-01", "D"),
            ("2012-01", "2012-10", "2012-01-01/P10M", "_O"),
            ("2011", "2012", "2011-01-01/P2Y", "_O"),
            ("2004", "2012-10", "2004-01-01/P106M", "_O"),
            ("2020-02-01", "2020-02-29", "2020-02-01/P1M", "_O"),
            ("2020-02-10", "2020-03-15", "2020-02-10/P35D", "_O"),
            ("2020-01-31", "2020-02-29", "2020-01-31/P30D", "_O"),
        ];
        for (start, end, time, frequency) in cases {
            assert_eq!(written(start, end), Some((time.to_owned(), frequency)), "{start} to {end}");
        }
    }

    #[test]
    fn a_period_that_is_not_stated_is_not_guessed() {
        assert_eq!(written("", ""), None);
        assert_eq!(written("2014", ""), None);
        assert_eq!(written("", "2014"), None);
        assert_eq!(written("2015", "2014"), None);
    }
}
