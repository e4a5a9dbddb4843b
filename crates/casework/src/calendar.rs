//! Days and months as the law counts them: a deadline is a day of the country's calendar, never a moment.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::dated::Parameter;

/// The time zone of a country: its name, and its rule at each time as a POSIX text, so that no table of the machine is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// The name in the tz database.
    pub name: String,
    /// The rule, such as `<+05>-5`.
    #[serde(default)]
    pub rule: Parameter<String>,
}

impl Zone {
    /// The day which the calendar on the country's wall shows at a moment. None where no rule is known for it.
    pub fn day(&self, moment: Timestamp) -> Option<Date> {
        self.rule.values().iter().rev().find_map(|rule| {
            let day = TimeZone::posix(&rule.value).ok()?.to_datetime(moment).date();
            rule.holds_on(day).then_some(day)
        })
    }
}

/// Whether a text is a rule of a time zone.
pub fn is_zone_rule(text: &str) -> bool {
    TimeZone::posix(text).is_ok()
}

/// The same day so many calendar months later, or the last day of that month where it is shorter. The far end of the calendar stays.
pub fn months_after(day: Date, months: u32) -> Date {
    // The calendar has fewer than 240,000 months: a span holds any number below that.
    day.saturating_add(Span::new().months(i64::from(months.min(200_000))))
}

/// The day so many days later. The ends of the calendar stay.
pub fn days_after(day: Date, days: i64) -> Date {
    match Span::new().try_days(days) {
        Ok(span) => day.saturating_add(span),
        Err(_) if days < 0 => Date::MIN,
        Err(_) => Date::MAX,
    }
}

/// Days from one day to another; negative where the second is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

coded! {
    /// A day of the week.
    "weekday"
    pub enum Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

impl Weekday {
    /// The day of the week of a day.
    pub fn of(day: Date) -> Self {
        let position = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
        Self::ALL.get(position).copied().unwrap_or(Self::Sunday)
    }
}

/// A day of each year, written as `MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct YearDay {
    month: i8,
    day: i8,
}

/// A text that is no day of a year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day of the year such as `03-08`")]
pub struct NotADay(String);

impl TryFrom<String> for YearDay {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        let parts = text.split_once('-').filter(|(month, day)| month.len() == 2 && day.len() == 2);
        let number = |text: &str| text.parse::<i8>().ok();
        let read = parts.and_then(|(month, day)| Some(Self { month: number(month)?, day: number(day)? }));
        // 29 February is a day of some years.
        read.filter(|read| Date::new(2024, read.month, read.day).is_ok()).ok_or(NotADay(text))
    }
}

impl From<YearDay> for String {
    fn from(day: YearDay) -> Self {
        format!("{:02}-{:02}", day.month, day.day)
    }
}

/// Days on which no office answers: the rest days of the week and the holidays of the year, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestDays {
    /// Days of the week.
    pub week: BTreeSet<Weekday>,
    /// Days of the year.
    pub year: BTreeSet<YearDay>,
}

impl RestDays {
    /// Whether offices are closed on a day.
    pub fn rest_on(&self, day: Date) -> bool {
        self.week.contains(&Weekday::of(day)) || self.year.contains(&YearDay { month: day.month(), day: day.day() })
    }

    /// The last of so many working days after a day; that day itself is not counted. Where no day is a working day, and at the end of the
    /// calendar, it stays.
    pub fn working_days_after(&self, day: Date, days: u32) -> Date {
        let (mut on, mut left, mut rested) = (day, days, 0);
        while left > 0 && rested < 366 {
            let Ok(next) = on.tomorrow() else { return Date::MAX };
            on = next;
            if self.rest_on(on) {
                rested += 1;
            } else {
                (left, rested) = (left - 1, 0);
            }
        }
        if left > 0 { day } else { on }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lead_from_one_end_of_the_calendar_to_the_other() {
        let all = days_between(Date::MIN, Date::MAX);
        assert_eq!((days_after(Date::MIN, all), days_after(Date::MAX, -all)), (Date::MAX, Date::MIN));
        assert_eq!((days_after(Date::MIN, i64::MAX), days_after(Date::MAX, i64::MIN)), (Date::MAX, Date::MIN));
    }
}
