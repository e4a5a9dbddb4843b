//! Numbers and dates as a language writes them (CLDR through ICU4X).

use fixed_decimal::{Decimal as Fixed, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_calendar::{Date as IcuDate, Iso};
use icu_datetime::fieldsets::YMD;
use icu_datetime::{DateTimeFormatter, fieldsets};
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use jiff::civil::Date;

use crate::lang::Lang;

/// Writes numbers and dates in one language.
pub struct Numbers {
    decimal: DecimalFormatter,
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<fieldsets::YM>,
}

impl Numbers {
    /// The formatter of a language.
    pub fn new(lang: Lang) -> Self {
        let locale: Locale = written_in(lang).parse().expect("our tags are valid BCP 47");
        let covered = "the compiled data cover our languages";
        Self {
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).expect(covered),
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(covered),
            month: DateTimeFormatter::try_new((&locale).into(), fieldsets::YM::long()).expect(covered),
        }
    }

    /// A number with a fixed count of decimals, rounded half away from zero as the published tables are.
    pub fn fixed(&self, value: f64, decimals: i16) -> String {
        let Ok(mut number) = Fixed::try_from_f64(value, FloatPrecision::RoundTrip) else { return value.to_string() };
        number.round_with_mode(-decimals, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
        number.pad_end(-decimals);
        self.decimal.format(&number).to_string()
    }

    /// A whole number with the language's grouping.
    pub fn whole(&self, value: i64) -> String {
        self.decimal.format(&Fixed::from(value)).to_string()
    }

    /// Digits as a source wrote them, in the language's grouping and decimal sign.
    pub fn written(&self, digits: &str) -> String {
        digits.parse::<Fixed>().map_or_else(|_| digits.to_owned(), |number| self.decimal.format(&number).to_string())
    }

    /// A day: "21 November 2026", «21 ноября 2026 г.», «2026 ж. 21 қараша».
    pub fn day(&self, date: Date) -> String {
        icu_date(date).map_or_else(|| date.to_string(), |day| self.day.format(&day).to_string())
    }

    /// A month of a year.
    pub fn month(&self, year: i16, month: i8) -> String {
        let first = Date::new(year, month, 1).ok().and_then(icu_date);
        first.map_or_else(|| format!("{year}-{month:02}"), |day| self.month.format(&day).to_string())
    }
}

/// The locale whose order of day and month is meant: Pana's English readers write the day first.
fn written_in(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        other => other.tag(),
    }
}

fn icu_date(date: Date) -> Option<IcuDate<Iso>> {
    IcuDate::try_new_iso(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs()).ok()
}
