//! Sharing a known regional total out over its countries.

use super::study::{Country, Study, Total};
use crate::chance::Chance;
use crate::special::normal_quantile;

/// N_c = T · m_c/Σ m_j, m what the model gives each country (R_c · P_c). Zeros if the model gives nothing to anybody.
pub fn rake(total: f64, modelled: &[f64]) -> Vec<f64> {
    let sum: f64 = modelled.iter().sum();
    let share = |m: &f64| if sum > 0.0 { total * (m / sum) } else { 0.0 };
    modelled.iter().map(share).collect()
}

/// A total that belongs to some countries, ready to be drawn.
pub struct Regional {
    /// The countries, as positions in the study.
    pub members: Vec<usize>,
    /// The form, as a position.
    pub form: usize,
    people: f64,
    /// Standard deviation of ln T; 0 without an interval.
    spread: f64,
    /// State-imposed cases to take off first.
    imposed: f64,
}

impl Regional {
    /// A total of a study that was checked. The spread is that of a log-normal whose quantiles are as far apart as the
    /// ends of the interval.
    pub fn new(study: &Study, total: &Total) -> Self {
        let is_member = |c: &Country| c.region == total.region;
        let members: Vec<usize> = (0..study.countries.len()).filter(|c| is_member(&study.countries[*c])).collect();
        let spread = total.interval.map_or(0.0, |(lower, upper, level)| {
            (libm::log(upper) - libm::log(lower)) / (2.0 * normal_quantile(0.5 + level / 2.0))
        });
        let imposed = if study.forms[total.form].totals_include_state_imposed {
            members.iter().map(|c| study.countries[*c].state_imposed).sum()
        } else {
            0.0
        };
        Self { members, form: total.form, people: total.people, spread, imposed }
    }

    /// The total of one draw, without the state-imposed cases.
    pub fn draw(&self, chance: &mut Chance) -> f64 {
        let people =
            if self.spread > 0.0 { self.people * libm::exp(self.spread * chance.normal()) } else { self.people };
        (people - self.imposed).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_total_and_keep_their_proportion() {
        let raked = rake(7_025_000.0, &[1.0, 2.0, 4.0]);
        assert!((raked.iter().sum::<f64>() / 7_025_000.0 - 1.0).abs() < 1e-15);
        assert!((raked[2] / raked[0] - 4.0).abs() < 1e-14);
        assert_eq!(rake(5.0, &[0.0, 0.0]), [0.0, 0.0]);
    }
}
