//! When a figure and a claim speak about: days, a standing rate, or a time that was not said.

use jiff::civil::Date;

use crate::date::PartialDate;
use crate::observation::{Coverage, Observation, Period};

/// The time of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// From a first to a last day.
    Days(Date, Date),
    /// A yearly rate, no year named.
    EveryYear,
    /// Not said.
    Unknown,
}

/// How the time of a figure lies to the time of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// The same time.
    Same,
    /// The figure's time is a part of the claim's.
    Inside,
    /// The figure's time holds the claim's.
    Around,
    /// Another time, or one that only overlaps.
    Other,
    /// One of them is not known.
    Unknown,
}

impl Span {
    /// The time of an observation.
    pub fn of(observation: &Observation) -> Self {
        match (observation.period.start, observation.period.end) {
            (Some(start), Some(end)) => Self::Days(start.first_day(), end.last_day()),
            _ if observation.coverage == Coverage::AnnualRate => Self::EveryYear,
            _ => Self::Unknown,
        }
    }

    /// The time that the words of a claim name: "annually", "2012", "2012-2013", "10 months of 2012", "2025-01-01".
    pub fn read(kind: &str, words: &str) -> Self {
        let named = dates(words);
        match (named.first(), named.last()) {
            (Some(first), Some(last)) => match (months(words), first) {
                (Some(count), PartialDate::Year(year)) if named.len() == 1 => first_months(*year, count),
                _ if first.first_day() <= last.last_day() => Self::Days(first.first_day(), last.last_day()),
                _ => Self::Unknown,
            },
            _ if kind == "annual_rate" => Self::EveryYear,
            _ => Self::Unknown,
        }
    }

    /// How this time lies to a claim's.
    pub fn to(self, claim: Self, stock: bool) -> Lie {
        match (self, claim) {
            (Self::Unknown, _) | (_, Self::Unknown) => Lie::Unknown,
            (Self::EveryYear, Self::EveryYear) => Lie::Same,
            (Self::EveryYear, Self::Days(..)) => Lie::Unknown,
            (Self::Days(start, end), Self::EveryYear) => {
                if is_year(start, end) {
                    Lie::Same
                } else {
                    Lie::Other
                }
            }
            (Self::Days(start, end), Self::Days(from, to)) if (start, end) == (from, to) => Lie::Same,
            // A stock at a moment of the year is what "in that year" means, and the other way round.
            (Self::Days(start, end), Self::Days(from, to)) if stock && nested((start, end), (from, to)) => Lie::Same,
            (Self::Days(start, end), Self::Days(from, to)) if from <= start && end <= to => Lie::Inside,
            (Self::Days(start, end), Self::Days(from, to)) if start <= from && to <= end => Lie::Around,
            _ => Lie::Other,
        }
    }

    /// Its length in days; a standing rate is one year.
    pub fn days(self) -> Option<i32> {
        match self {
            Self::Days(start, end) => Some((end - start).get_days() + 1),
            Self::EveryYear => Some(365),
            Self::Unknown => None,
        }
    }

    /// Its last day.
    pub fn end(self) -> Option<Date> {
        match self {
            Self::Days(_, end) => Some(end),
            _ => None,
        }
    }
}

/// A moment within at most one year of the other, for quantities that stand rather than flow.
fn nested(a: (Date, Date), b: (Date, Date)) -> bool {
    let within = |inner: (Date, Date), outer: (Date, Date)| outer.0 <= inner.0 && inner.1 <= outer.1;
    let year = |span: (Date, Date)| span.0.year() == span.1.year();
    (within(a, b) || within(b, a)) && year(a) && year(b)
}

fn is_year(start: Date, end: Date) -> bool {
    start.year() == end.year() && (end - start).get_days() >= 364
}

fn first_months(year: i16, count: i8) -> Span {
    let start = PartialDate::Month(year, 1).first_day();
    Span::Days(start, PartialDate::Month(year, count).last_day())
}

/// How the word for a month begins in the languages of claims.
const MONTHS: [&str; 3] = ["month", "месяц", "ай"];

/// "8 months" → 8; only a part of a year counts.
pub fn months(words: &str) -> Option<i8> {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let count: i8 = pair[0].parse().ok()?;
        let named = MONTHS.iter().any(|month| pair[1].to_lowercase().starts_with(month));
        ((1..=12).contains(&count) && named).then_some(count)
    })
}

/// The dates that words name, in the order they stand: runs of digits and hyphens that are a year, month or day. A hyphen
/// between two years parts them.
pub fn dates(words: &str) -> Vec<PartialDate> {
    let runs = words.split(|c: char| !c.is_ascii_digit() && c != '-').filter(|run| !run.is_empty());
    runs.flat_map(|run| match run.trim_matches('-').parse() {
        Ok(date) => vec![date],
        Err(_) => run.split('-').filter(|part| part.len() == 4).filter_map(|part| part.parse().ok()).collect(),
    })
    .collect()
}

/// Whether a period is stated as a part of a year.
pub fn is_partial(period: &Period, coverage: Coverage) -> bool {
    coverage == Coverage::PartialPeriod || period.kind == "partial_year"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: &str, to: &str) -> Span {
        Span::Days(from.parse().expect("a day"), to.parse().expect("a day"))
    }

    #[test]
    fn the_words_of_a_claim_name_its_time() {
        assert_eq!(Span::read("annual_rate", "annually"), Span::EveryYear);
        assert_eq!(Span::read("year", "2012"), days("2012-01-01", "2012-12-31"));
        assert_eq!(Span::read("multi_year", "2012-2013"), days("2012-01-01", "2013-12-31"));
        assert_eq!(Span::read("year", "2010 to 2011"), days("2010-01-01", "2011-12-31"));
        assert_eq!(Span::read("partial_year", "10 months of 2012"), days("2012-01-01", "2012-10-31"));
        assert_eq!(Span::read("point_in_time", "2025-01-01"), days("2025-01-01", "2025-01-01"));
        assert_eq!(Span::read("partial_year", "8 months"), Span::Unknown);
        assert_eq!(Span::read("partial_year", "8 месяцев 2017 года"), days("2017-01-01", "2017-08-31"));
        assert_eq!(Span::read("partial_year", "2017 жылғы 8 айда"), days("2017-01-01", "2017-08-31"));
        assert_eq!(Span::read("point_in_time", "growing"), Span::Unknown);
        assert_eq!(Span::read("year", "2013 down to 2012"), Span::Unknown);
    }

    #[test]
    fn eight_months_are_inside_the_year_and_no_year_at_all() {
        let (year, part) = (days("2017-01-01", "2017-12-31"), days("2017-01-01", "2017-08-31"));
        assert_eq!(part.to(year, false), Lie::Inside);
        assert_eq!(year.to(part, false), Lie::Around);
        assert_eq!(Span::Unknown.to(year, false), Lie::Unknown);
        assert_eq!(part.to(Span::EveryYear, false), Lie::Other);
        assert_eq!(year.to(Span::EveryYear, false), Lie::Same);
    }

    #[test]
    fn a_stock_at_a_moment_is_the_stock_of_its_year() {
        let (year, moment) = (days("2025-01-01", "2025-12-31"), days("2025-01-01", "2025-01-01"));
        assert_eq!(moment.to(year, true), Lie::Same);
        assert_eq!(moment.to(year, false), Lie::Inside);
        assert_eq!(days("2014-01-01", "2014-12-31").to(year, true), Lie::Other);
    }
}
