//! Aggregate: several scores become one. The means are all f⁻¹(Σ w f(x) / Σ w), each with its own f.

use super::model::Aggregation;
use super::table::HOLE;

impl Aggregation {
    /// f(x); x itself where there is no f.
    pub(crate) fn inward(self, x: f64) -> f64 {
        match self {
            Self::Geometric => libm::log(x),
            Self::Harmonic => 1.0 / x,
            Self::Generalised { power } => libm::pow(x, power),
            Self::GeometricReversed { low, high } => libm::log(1.0 + 9.0 * (high - x) / (high - low)),
            Self::Arithmetic | Self::Maximum | Self::Sum | Self::Copeland => x,
        }
    }

    /// f⁻¹(m).
    pub(crate) fn outward(self, m: f64) -> f64 {
        match self {
            Self::Geometric => libm::exp(m),
            Self::Harmonic => 1.0 / m,
            Self::Generalised { power } => libm::pow(m, 1.0 / power),
            Self::GeometricReversed { low, high } => high - (high - low) * (libm::exp(m) - 1.0) / 9.0,
            Self::Arithmetic | Self::Maximum | Self::Sum | Self::Copeland => m,
        }
    }

    /// Whether f is x itself.
    pub(crate) fn is_plain(self) -> bool {
        matches!(self, Self::Arithmetic | Self::Maximum | Self::Sum | Self::Copeland)
    }

    /// Whether children must be above zero.
    pub(crate) fn needs_positive(self) -> bool {
        matches!(self, Self::Geometric | Self::Harmonic | Self::Generalised { .. })
    }
}

/// One node: its rule, the least share of its children, its decimals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    pub aggregation: Aggregation,
    pub least: f64,
    pub round: Option<u32>,
}

/// Sums that a node needs while its children go by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sums {
    weighted: Vec<f64>,
    weights: Vec<f64>,
    seen: Vec<f64>,
}

impl Rule {
    /// The score of a node from its children's f(x), holes being children without a score.
    pub(crate) fn combine(self, weights: &[f64], children: &[&[f64]], sums: &mut Sums, out: &mut [f64]) {
        match self.aggregation {
            Aggregation::Copeland => copeland(weights, children, out),
            _ => self.sum(weights, children, sums, out),
        }
        let needed = self.least * children.len() as f64 - 1e-9;
        if self.least > 0.0 {
            for (unit, value) in out.iter_mut().enumerate() {
                let seen = children.iter().filter(|child| !child[unit].is_nan()).count();
                if (seen as f64) < needed {
                    *value = HOLE;
                }
            }
        }
        if let Some(decimals) = self.round {
            out.iter_mut().for_each(|value| *value = round(*value, decimals));
        }
    }

    fn sum(self, weights: &[f64], children: &[&[f64]], sums: &mut Sums, out: &mut [f64]) {
        let n = out.len();
        let maximum = self.aggregation == Aggregation::Maximum;
        for list in [&mut sums.weighted, &mut sums.weights, &mut sums.seen] {
            list.clear();
            list.resize(n, 0.0);
        }
        if maximum {
            sums.weighted.fill(f64::NEG_INFINITY);
        }
        let places = sums.weighted.iter_mut().zip(&mut sums.weights).zip(&mut sums.seen);
        let mut places: Vec<_> = places.collect();
        for (&weight, child) in weights.iter().zip(children) {
            for (((weighted, whole), seen), &x) in places.iter_mut().zip(child.iter()) {
                let there = !x.is_nan();
                let term = if there { weight * x } else { 0.0 };
                **weighted = match (maximum, there) {
                    (true, true) => weighted.max(term),
                    (true, false) => **weighted,
                    (false, _) => **weighted + term,
                };
                **whole += if there { weight } else { 0.0 };
                **seen += if there { 1.0 } else { 0.0 };
            }
        }
        for (value, ((weighted, whole), seen)) in out.iter_mut().zip(places) {
            *value = match self.aggregation {
                _ if *seen == 0.0 => HOLE,
                Aggregation::Maximum | Aggregation::Sum => *weighted,
                // What is left may have no weight at all, or, with weights from components, less.
                _ if *whole <= 0.0 => HOLE,
                aggregation => aggregation.outward(*weighted / *whole),
            };
        }
    }
}

/// Copeland scores: against each other unit, the share of the weight of the children both have on which this one is ahead,
/// a draw counting half; one half where they share no child.
fn copeland(weights: &[f64], children: &[&[f64]], out: &mut [f64]) {
    let n = out.len();
    out.fill(0.0);
    for i in 0..n {
        for j in 0..i {
            let (mut ahead, mut whole) = (0.0, 0.0);
            for (&weight, child) in weights.iter().zip(children) {
                let (x, y) = (child[i], child[j]);
                if x.is_nan() || y.is_nan() {
                    continue;
                }
                whole += weight;
                ahead += if x > y {
                    weight
                } else if x == y {
                    weight / 2.0
                } else {
                    0.0
                };
            }
            let share = if whole > 0.0 { ahead / whole } else { 0.5 };
            out[i] += share;
            out[j] += 1.0 - share;
        }
    }
    for (unit, value) in out.iter_mut().enumerate() {
        if children.iter().all(|child| child[unit].is_nan()) {
            *value = HOLE;
        }
    }
}

/// Rounds to decimals, halves away from zero, on the decimal number that is meant: 0.7 · 1.5 is 1.05 and becomes 1.1, though
/// the nearest float lies just below. Within a few parts in 10¹² of a half it is taken for the half, as spreadsheets do.
pub(crate) fn round(value: f64, decimals: u32) -> f64 {
    if value.is_nan() {
        return value;
    }
    let unit = (0..decimals).fold(1.0, |unit, _| unit * 10.0);
    let scaled = value.abs() * unit;
    let whole = libm::floor(scaled + 0.5 + (4e-12 * scaled.max(1.0)).min(1e-6));
    if value < 0.0 { -whole / unit } else { whole / unit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(aggregation: Aggregation, weights: &[f64], row: &[f64]) -> f64 {
        let children: Vec<Vec<f64>> = row.iter().map(|&x| vec![aggregation.inward(x)]).collect();
        let children: Vec<&[f64]> = children.iter().map(Vec::as_slice).collect();
        let mut out = [0.0];
        let rule = Rule { aggregation, least: 0.0, round: None };
        rule.combine(weights, &children, &mut Sums::default(), &mut out);
        out[0]
    }

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-12 * expected.abs().max(1.0), "{found}, not {expected}");
    }

    #[test]
    fn each_mean_is_its_formula() {
        let (w, x) = ([1.0, 3.0], [2.0, 8.0]);
        near(of(Aggregation::Arithmetic, &w, &x), 6.5);
        near(of(Aggregation::Geometric, &w, &x), libm::pow(2.0 * 512.0, 0.25));
        near(of(Aggregation::Harmonic, &w, &x), 4.0 / (0.5 + 0.375));
        near(of(Aggregation::Generalised { power: 2.0 }, &w, &x), 49.0_f64.sqrt());
        near(of(Aggregation::Maximum, &w, &x), 24.0);
        near(of(Aggregation::Sum, &w, &x), 26.0);
    }

    #[test]
    fn a_mean_seen_from_the_other_end_is_pulled_up_by_a_high_child() {
        // INFORM Risk 2021, Afghanistan: hazards 6.7 and 10 make 8.9.
        let reversed = Aggregation::GeometricReversed { low: 0.0, high: 10.0 };
        assert_eq!(round(of(reversed, &[1.0, 1.0], &[6.7, 10.0]), 1), 8.9);
    }

    #[test]
    fn a_child_without_a_score_is_left_out_and_its_weight_with_it() {
        near(of(Aggregation::Arithmetic, &[1.0, 3.0, 5.0], &[2.0, 8.0, HOLE]), 6.5);
        assert!(of(Aggregation::Arithmetic, &[1.0], &[HOLE]).is_nan());
        near(of(Aggregation::Maximum, &[1.0, 1.0], &[-4.0, HOLE]), -4.0);
    }

    #[test]
    fn copeland_counts_who_is_ahead_of_whom() {
        let children: [&[f64]; 2] = [&[3.0, 2.0, 1.0], &[1.0, 1.0, HOLE]];
        let mut out = [0.0; 3];
        let rule = Rule { aggregation: Aggregation::Copeland, least: 0.0, round: None };
        rule.combine(&[1.0, 1.0], &children, &mut Sums::default(), &mut out);
        assert_eq!(out, [1.75, 1.25, 0.0]);
    }

    #[test]
    fn halves_go_away_from_zero_as_decimals() {
        assert_eq!(round(0.7 * 1.5, 1), 1.1);
        assert_eq!(round(-2.25, 1), -2.3);
        assert_eq!(round(2.249_999, 1), 2.2);
        assert_eq!(round(1e15, 1), 1e15);
    }
}
