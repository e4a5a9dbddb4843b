//! A date as far as its source states it: a year, a month of a year, or a day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// A calendar date cut to the precision its source states. "2016" is not "1 January 2016".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// Only the year is stated.
    Year(i16),
    /// Year and month are stated.
    Month(i16, i8),
    /// The day is stated.
    Day(Date),
}

/// Why a text is not a [`PartialDate`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct NotADate(pub String);

impl PartialDate {
    /// The first day the stated date can mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).expect("a parsed year has a first of January"),
            Self::Month(year, month) => Date::new(year, month, 1).expect("a parsed month has a first day"),
            Self::Day(day) => day,
        }
    }

    /// The last day the stated date can mean: the day by which it has certainly come.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).expect("a parsed year has a 31st of December"),
            Self::Month(..) => self.first_day().last_of_month(),
            Self::Day(day) => day,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.first_day().year()
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(given: &str) -> Result<Self, NotADate> {
        let refuse = || NotADate(given.to_owned());
        let digits = given.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if !digits {
            return Err(refuse());
        }
        match given.len() {
            4 if !given.contains('-') => given.parse().map(Self::Year).map_err(|_| refuse()),
            7 => {
                let day: Date = format!("{given}-01").parse().map_err(|_| refuse())?;
                Ok(Self::Month(day.year(), day.month()))
            }
            10 => given.parse().map(Self::Day).map_err(|_| refuse()),
            _ => Err(refuse()),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_keeps_the_precision_of_its_source() {
        for written in ["2016", "2012-10", "2025-02-25"] {
            assert_eq!(written.parse::<PartialDate>().map(|d| d.to_string()), Ok(written.to_owned()));
        }
    }

    #[test]
    fn a_year_has_certainly_come_on_its_last_day() {
        let year: PartialDate = "2017".parse().expect("a year");
        assert_eq!(year.last_day().to_string(), "2017-12-31");
        let month: PartialDate = "2016-02".parse().expect("a month");
        assert_eq!(month.last_day().to_string(), "2016-02-29");
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for wrong in ["", "17", "2017-13", "2017-02-30", "2022-06 boundary change", "-001", "20170101"] {
            assert!(wrong.parse::<PartialDate>().is_err(), "{wrong}");
        }
    }
}
