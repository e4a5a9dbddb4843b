//! From "how many in five years" to "how many on a day".

use serde::{Deserialize, Serialize};

use crate::chance::Chance;

/// The days a survey's question looks back over: five years.
pub const WINDOW_DAYS: f64 = 1825.0;

/// How long spells lasted: days, and how many cases lasted that long.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Durations(pub Vec<(f64, f64)>);

impl Durations {
    /// mean(min(duration, 1825))/1825, the share of those of five years who are in it on any one day (index-methods,
    /// section 1.2). 1 without durations: the count is a stock already. `None` if a duration or a number of cases is
    /// below 0 or not finite, or nobody has any.
    pub fn factor(&self) -> Option<f64> {
        if self.0.is_empty() {
            return Some(1.0);
        }
        let sound = |x: f64| x.is_finite() && x >= 0.0;
        let all_sound = self.0.iter().all(|(days, cases)| sound(*days) && sound(*cases));
        let weights: Vec<f64> = self.0.iter().map(|(_, cases)| *cases).collect();
        if all_sound { self.weighted(&weights) } else { None }
    }

    /// The factor of one draw: the cases are reweighted as in the Bayesian bootstrap (Rubin 1981), so that few known
    /// durations make a wide interval. Call it on durations whose [`Durations::factor`] exists.
    pub fn draw(&self, chance: &mut Chance) -> f64 {
        let gamma = |cases: f64, chance: &mut Chance| if cases > 0.0 { chance.gamma(cases) } else { 0.0 };
        let weights: Vec<f64> = self.0.iter().map(|(_, cases)| gamma(*cases, chance)).collect();
        self.weighted(&weights).unwrap_or(1.0)
    }

    fn weighted(&self, weights: &[f64]) -> Option<f64> {
        let total: f64 = weights.iter().sum();
        let days: f64 = self.0.iter().zip(weights).map(|((days, _), w)| days.min(WINDOW_DAYS) * w).sum();
        (total > 0.0 && total.is_finite()).then(|| days / total / WINDOW_DAYS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factor_is_the_mean_capped_duration_over_five_years() {
        // (365 · 3 + 1825 · 1)/4/1825 = 0.4; the ten years count as five.
        let durations = Durations(vec![(365.0, 3.0), (3650.0, 1.0)]);
        assert!((durations.factor().expect("sound") - 0.4).abs() < 1e-15);
        assert_eq!(Durations::default().factor(), Some(1.0));
        for wrong in [vec![(-1.0, 1.0)], vec![(1.0, 0.0)], vec![(f64::NAN, 1.0)], vec![(1.0, f64::INFINITY)]] {
            assert_eq!(Durations(wrong).factor(), None);
        }
    }

    #[test]
    fn draws_of_the_factor_scatter_around_it_as_dirichlet_weights_do() {
        // Two durations of n₁ and n₂ cases: the share of the first is Beta(n₁, n₂).
        let durations = Durations(vec![(365.0, 30.0), (1825.0, 10.0)]);
        let mut chance = Chance::new(5);
        let draws: Vec<f64> = (0..20_000).map(|_| durations.draw(&mut chance)).collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        let variance = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 19_999.0;
        let expected = 0.8 * 0.8 * (0.75 * 0.25) / 41.0;
        assert!((mean - 0.4).abs() < 5.0 * libm::sqrt(expected / 20_000.0), "{mean}");
        assert!((variance / expected - 1.0).abs() < 0.06, "{variance}, not {expected}");
    }
}
