//! A number as its source wrote it, beside the value to compute with.

use std::fmt;
use std::str::FromStr;

/// A finite decimal number. Keeps the digits as written, so that 0.5 stays "0.5" and 0.50 stays "0.50".
#[derive(Clone, Debug)]
pub struct Decimal {
    written: String,
    value: f64,
}

/// Why a text is not a [`Decimal`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a plain number; write digits with `.` as the decimal sign and no thousands separator")]
pub struct NotANumber(pub String);

impl Decimal {
    /// The value to compute with.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The digits as the source wrote them.
    pub fn as_written(&self) -> &str {
        &self.written
    }

    /// How many digits stand after the decimal sign.
    pub fn decimals(&self) -> usize {
        self.written.split_once('.').map_or(0, |(_, fraction)| fraction.len())
    }
}

impl FromStr for Decimal {
    type Err = NotANumber;

    fn from_str(given: &str) -> Result<Self, NotANumber> {
        let refuse = || NotANumber(given.to_owned());
        let unsigned = given.strip_prefix('-').unwrap_or(given);
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let valid = match unsigned.split_once('.') {
            Some((whole, fraction)) => plain(whole) && plain(fraction),
            None => plain(unsigned),
        };
        let value: f64 = if valid { given.parse().map_err(|_| refuse())? } else { return Err(refuse()) };
        if !value.is_finite() {
            return Err(refuse());
        }
        Ok(Self { written: given.to_owned(), value })
    }
}

/// The shortest digits that give exactly this value back.
impl TryFrom<f64> for Decimal {
    type Error = NotANumber;

    fn try_from(value: f64) -> Result<Self, NotANumber> {
        if value.is_finite() {
            Ok(Self { written: value.to_string(), value })
        } else {
            Err(NotANumber(value.to_string()))
        }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Eq for Decimal {}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stay_as_written() {
        for written in ["208000", "0.0909", "-0.50", "45800000"] {
            assert_eq!(written.parse::<Decimal>().map(|d| d.to_string()), Ok(written.to_owned()));
        }
        assert_eq!("0.0909".parse::<Decimal>().map(|d| d.decimals()), Ok(4));
    }

    #[test]
    fn words_separators_and_exponents_are_not_numbers() {
        for wrong in ["", "more than 100", "1,000", "1 000", "1e5", "NaN", "inf", ".5", "5.", "--1", "+1"] {
            assert!(wrong.parse::<Decimal>().is_err(), "{wrong}");
        }
    }
}
