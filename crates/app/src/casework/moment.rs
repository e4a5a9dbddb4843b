//! When something happens, as the confided room writes it. The clock is read outside and handed in.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A moment with the country's calendar day.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The moment.
    pub at: Timestamp,
    /// The zone in which days are counted.
    pub zone: TimeZone,
}

impl Moment {
    /// The day it is in the country.
    pub fn today(&self) -> Date {
        self.at.to_zoned(self.zone.clone()).date()
    }

    /// The night it is in the country, named by the day on which it began.
    pub fn night(&self) -> Date {
        let there = self.at.to_zoned(self.zone.clone());
        pana_casework::stay::night(there.date(), there.hour())
    }

    /// As it is kept: RFC 3339, UTC, to the second.
    pub fn text(&self) -> String {
        written(self.at)
    }

    /// Seconds since a kept moment; `None` where it is not one, or lies ahead because a clock was set back.
    pub fn seconds_since(&self, kept: &str) -> Option<i64> {
        let then: Timestamp = kept.parse().ok()?;
        let seconds = self.at.as_second() - then.as_second();
        (seconds >= 0).then_some(seconds)
    }
}

/// A moment as it is kept.
pub fn written(at: Timestamp) -> String {
    let whole = Timestamp::from_second(at.as_second()).unwrap_or(at);
    whole.to_string()
}
