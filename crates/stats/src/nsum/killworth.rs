//! Killworth's scale-up estimators, and the one that gives every known group the same say.

use serde::Serialize;

use super::ard::Ard;

/// How degrees and sizes are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Estimator {
    /// Ratio of sums, the maximum of the binomial likelihood (Killworth, McCarty, Bernard, Shelley and Johnsen 1998).
    Mle,
    /// Mean of ratios, the "plug-in MLE" (Killworth, Johnsen, McCarty, Shelley and Bernard 1998).
    Pimle,
    /// Ratio of sums with degrees in which each known group counts the same whatever its size: the mean of sums (Habecker,
    /// Dombrowski and Khan 2015).
    Proportional,
}

/// What an estimator found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// N̂_u, persons.
    pub size: f64,
    /// Respondents whose degree was estimated as 0, which the mean of ratios cannot use.
    pub without_degree: usize,
}

/// d_i = N Σ_k y_ik / Σ_k N_k over the known groups: how many people each respondent knows.
pub fn degrees(ard: &Ard) -> Vec<f64> {
    let sizes: f64 = ard.known().iter().filter_map(|group| group.size).sum();
    let scale = ard.population() / sizes;
    (0..ard.respondents()).map(|i| scale * ard.known().iter().map(|group| group.known[i] as f64).sum::<f64>()).collect()
}

/// d_i = (N/K) Σ_k y_ik/N_k: the mean over the K known groups of what each alone would give.
pub fn proportional_degrees(ard: &Ard) -> Vec<f64> {
    let scale = ard.population() / ard.known().len() as f64;
    let one = |i: usize| {
        let shares = ard.known().iter().map(|group| group.known[i] as f64 / group.size.unwrap_or(f64::INFINITY));
        scale * shares.sum::<f64>()
    };
    (0..ard.respondents()).map(one).collect()
}

/// The size of one hidden group. With w_i the weight of a respondent (1 unless the sample says otherwise):
///
/// MLE and proportional N̂_u = N Σ w_i y_iu / Σ w_i d_i; PIMLE N̂_u = N Σ w_i (y_iu/d_i) / Σ w_i over d_i > 0.
///
/// `drawn` says how often each respondent counts: once each for the data, else what a bootstrap drew. `None` if nobody who
/// counts has a degree above 0.
pub fn estimate(ard: &Ard, degrees: &[f64], hidden: usize, estimator: Estimator, drawn: &[f64]) -> Option<Found> {
    let known = &ard.hidden().get(hidden)?.known;
    let each = || drawn.iter().zip(ard.weights()).map(|(times, weight)| times * weight).zip(known).zip(degrees);
    let without_degree = degrees.iter().zip(drawn).filter(|(d, times)| **d <= 0.0 && **times > 0.0).count();
    let (above, below) = match estimator {
        Estimator::Mle | Estimator::Proportional => {
            each().fold((0.0, 0.0), |(a, b), ((w, y), d)| (a + w * *y as f64, b + w * d))
        }
        Estimator::Pimle => {
            let used = each().filter(|(_, d)| **d > 0.0);
            used.fold((0.0, 0.0), |(a, b), ((w, y), d)| (a + w * *y as f64 / d, b + w))
        }
    };
    (below > 0.0).then(|| Found { size: ard.population() * above / below, without_degree })
}

/// The degrees that belong to an estimator.
pub fn degrees_for(ard: &Ard, estimator: Estimator) -> Vec<f64> {
    match estimator {
        Estimator::Mle | Estimator::Pimle => degrees(ard),
        Estimator::Proportional => proportional_degrees(ard),
    }
}

/// √(N·N̂_u/Σ d_i), the standard error that the binomial model of the MLE promises (Killworth et al. 1998). Far too small: it
/// takes degrees as known and knows nothing of how unevenly people know each other, nor of the sample's design.
pub fn naive_standard_error(ard: &Ard, degrees: &[f64], size: f64) -> f64 {
    libm::sqrt(ard.population() * size / degrees.iter().sum::<f64>())
}

#[cfg(test)]
mod tests {
    use super::super::ard::Group;
    use super::*;

    fn ard() -> Ard {
        let group = |name: &str, size, known: &[u64]| Group { name: name.into(), size, known: known.to_vec() };
        let groups =
            vec![group("a", Some(10.0), &[1, 0, 3]), group("b", Some(40.0), &[4, 0, 2]), group("h", None, &[1, 1, 0])];
        Ard::new(1000.0, groups).expect("data")
    }

    #[test]
    fn degrees_and_sizes_by_hand() {
        let ard = ard();
        let d = degrees(&ard);
        assert_eq!(d, [100.0, 0.0, 100.0]);
        let found = |estimator, d: &[f64]| estimate(&ard, d, 0, estimator, &[1.0; 3]).expect("degrees");
        assert_eq!(found(Estimator::Mle, &d).size, 10.0);
        assert_eq!(found(Estimator::Pimle, &d), Found { size: 5.0, without_degree: 1 });
        let p = proportional_degrees(&ard);
        assert!((p[0] - 100.0).abs() < 1e-9 && (p[2] - 175.0).abs() < 1e-9, "{p:?}");
        assert!((found(Estimator::Proportional, &p).size - 2000.0 / 275.0).abs() < 1e-9);
        assert!((naive_standard_error(&ard, &d, 10.0) - libm::sqrt(50.0)).abs() < 1e-12);
    }

    #[test]
    fn a_weight_counts_as_that_many_respondents() {
        let weighted = ard().weighted(vec![2.0, 1.0, 1.0]).expect("weights");
        let d = degrees(&weighted);
        let by_weight = estimate(&weighted, &d, 0, Estimator::Mle, &[1.0; 3]).expect("degrees");
        let by_count = estimate(&ard(), &d, 0, Estimator::Mle, &[2.0, 1.0, 1.0]).expect("degrees");
        assert_eq!(by_weight, by_count);
    }

    #[test]
    fn a_draw_of_nobody_with_a_degree_says_nothing() {
        let ard = ard();
        assert_eq!(estimate(&ard, &degrees(&ard), 0, Estimator::Pimle, &[0.0, 3.0, 0.0]), None);
        assert_eq!(estimate(&ard, &degrees(&ard), 7, Estimator::Pimle, &[1.0; 3]), None);
    }
}
