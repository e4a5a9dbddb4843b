//! Prevalence: from people per thousand to a published number of people. The method note is `prevalence.md`.

use std::fmt;

use thiserror::Error;

use super::ruleset::Prevalence;

/// People in modern slavery for every thousand people.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct PerThousand(pub f64);

impl PerThousand {
    /// Whether it is a share of a thousand people at all.
    pub fn is_possible(self) -> bool {
        (0.0..=1000.0).contains(&self.0)
    }
}

/// A number of people as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounded {
    /// A multiple of the ruleset's rounding.
    Exact(u64),
    /// Fewer than this many, printed as "<1,000".
    Below(u64),
}

impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(people) => write!(f, "{people}"),
            Self::Below(limit) => write!(f, "<{limit}"),
        }
    }
}

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum PrevalenceError {
    /// Not a share of anybody.
    #[error("a prevalence is 0 to 1,000 per thousand, not {0}")]
    Prevalence(f64),
    /// A place without people; workbooks print 0 where the population was not looked up.
    #[error("a population of 0 is a population that is not known")]
    NoPopulation,
}

/// The published number of people, from an unrounded prevalence:
///
/// people = r · round(prevalence · population / 1000 / r), r = 1,000; below r people it is published as "<r".
///
/// Source: Walk Free data workbooks, 160 of 160 countries in 2023 and 166 of 167 in 2018 (Burundi is one thousand off).
pub fn people(rules: Prevalence, prevalence: PerThousand, population: u64) -> Result<Rounded, PrevalenceError> {
    if !prevalence.is_possible() {
        return Err(PrevalenceError::Prevalence(prevalence.0));
    }
    if population == 0 {
        return Err(PrevalenceError::NoPopulation);
    }
    let rounding = rules.number_rounding.get();
    let people = prevalence.0 * population as f64 / 1000.0;
    if people < rounding as f64 {
        return Ok(Rounded::Below(rounding));
    }
    Ok(Rounded::Exact(rounding * libm::round(people / rounding as f64) as u64))
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU64;

    use super::*;

    const BY_THE_THOUSAND: Prevalence = Prevalence { number_rounding: NonZeroU64::new(1000).expect("not zero") };

    fn number(prevalence: f64, population: u64) -> Result<Rounded, PrevalenceError> {
        people(BY_THE_THOUSAND, PerThousand(prevalence), population)
    }

    #[test]
    fn a_number_is_rounded_to_the_thousand() {
        assert_eq!(number(11.06179714202881, 18_776_707), Ok(Rounded::Exact(208_000)), "Kazakhstan 2023");
        assert_eq!(number(1.0, 1_499_999), Ok(Rounded::Exact(1000)));
        assert_eq!(number(1.0, 1_500_000), Ok(Rounded::Exact(2000)));
    }

    #[test]
    fn fewer_than_a_thousand_is_its_own_answer() {
        assert_eq!(number(1.0, 999_999), Ok(Rounded::Below(1000)), "though it would round to 1,000");
        assert_eq!(number(1.0, 1_000_000), Ok(Rounded::Exact(1000)));
        assert_eq!(number(0.0, 1_000_000), Ok(Rounded::Below(1000)));
        assert_eq!(Rounded::Below(1000).to_string(), "<1000");
    }

    #[test]
    fn another_rounding_is_another_ruleset() {
        let by_one = Prevalence { number_rounding: NonZeroU64::MIN };
        assert_eq!(people(by_one, PerThousand(2.5), 1_000), Ok(Rounded::Exact(3)), "halves go up");
    }

    #[test]
    fn what_is_no_share_of_anybody_is_refused() {
        assert_eq!(number(5.0, 0), Err(PrevalenceError::NoPopulation));
        assert_eq!(number(-0.1, 1_000), Err(PrevalenceError::Prevalence(-0.1)));
        assert_eq!(number(1000.5, 1_000), Err(PrevalenceError::Prevalence(1000.5)));
        assert!(number(f64::NAN, 1_000).is_err());
    }
}
