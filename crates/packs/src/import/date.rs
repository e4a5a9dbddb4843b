//! Dates as tables write them: day first, month first, year first, or as the number of a spreadsheet's day.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use pana_evidence::PartialDate;
use serde::{Deserialize, Serialize};

use super::refusal::Refusal;

/// The order in which a table writes day, month and year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateFormat {
    /// 2024-12-31.
    #[default]
    Ymd,
    /// 31.12.2024.
    Dmy,
    /// 12/31/2024.
    Mdy,
    /// 45657: days as spreadsheets count them.
    Serial,
}

impl DateFormat {
    /// The word of the mapping file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ymd => "ymd",
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Serial => "serial",
        }
    }

    /// Reads a date. A date that begins with its year is understood in every format: there is one way to read it.
    pub fn read(self, cell: &str) -> Result<PartialDate, Refusal> {
        let refuse = || Refusal::NotADate { format: self.code() };
        // A moment is its day: `2024-12-31T00:00:00Z`, `2024-12-31 00:00`.
        let day = cell.trim().split(['T', ' ']).next().unwrap_or_default();
        if let Ok(date) = day.parse() {
            return Ok(date);
        }
        if self == Self::Serial {
            return day.parse().ok().and_then(from_serial).map(PartialDate::Day).ok_or_else(refuse);
        }
        let parts: Vec<i16> = day.split(['.', '/', '-']).map_while(|part| part.parse().ok()).collect();
        let read = match (self, parts.as_slice()) {
            (_, [year, month, day]) if *year > 999 => civil(*year, *month, *day),
            (Self::Dmy, [day, month, year]) | (Self::Mdy, [month, day, year]) if *year > 999 => {
                civil(*year, *month, *day)
            }
            (Self::Dmy | Self::Mdy, [month, year]) if *year > 999 => {
                return civil(*year, *month, 1).map(|_| PartialDate::Month(*year, *month as i8)).ok_or_else(refuse);
            }
            _ => None,
        };
        read.map(PartialDate::Day).ok_or_else(refuse)
    }
}

/// A day of the calendar, where there is one.
pub fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day of a spreadsheet's number, counted from 30 December 1899 so that the 29 February 1900 that never was does not
/// count (ECMA-376, part 1, 18.17.4.1). Days before March 1900 are not read: programs disagree on them.
pub fn from_serial(serial: f64) -> Option<Date> {
    if !(61.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let days: Span = (serial as i64).days();
    Date::constant(1899, 12, 30).checked_add(days).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(format: DateFormat, cell: &str) -> Option<String> {
        format.read(cell).ok().map(|date| date.to_string())
    }

    #[test]
    fn the_order_of_the_parts_is_stated_and_never_tried_out() {
        assert_eq!(read(DateFormat::Dmy, "05.06.2024").as_deref(), Some("2024-06-05"));
        assert_eq!(read(DateFormat::Mdy, "05/06/2024").as_deref(), Some("2024-05-06"));
        assert_eq!(read(DateFormat::Ymd, "05.06.2024"), None);
        assert_eq!(read(DateFormat::Mdy, "31/12/2024"), None);
    }

    #[test]
    fn a_date_that_begins_with_its_year_is_read_in_every_format() {
        for format in [DateFormat::Ymd, DateFormat::Dmy, DateFormat::Mdy, DateFormat::Serial] {
            assert_eq!(read(format, "2024-12-31T00:00:00Z").as_deref(), Some("2024-12-31"));
            assert_eq!(read(format, "2024-12").as_deref(), Some("2024-12"));
        }
    }

    #[test]
    fn the_days_of_spreadsheets_are_days_of_the_calendar() {
        assert_eq!(read(DateFormat::Serial, "45657").as_deref(), Some("2024-12-31"));
        assert_eq!(read(DateFormat::Serial, "61").as_deref(), Some("1900-03-01"));
        assert_eq!(read(DateFormat::Serial, "60"), None);
        assert_eq!(read(DateFormat::Dmy, "45657"), None);
    }
}
