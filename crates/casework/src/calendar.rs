//! Days and months as the law counts them: a deadline is a day of the country's calendar, never a moment.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

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
