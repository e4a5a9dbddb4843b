//! What is said about the hidden number, and about each cell, before the table is seen.

use crate::special::ln_gamma;

/// The weight δ of the prior in each of the 2^t cells. It rules where cells are sparse: 0.5 or 1 puts everything on the
/// graph with all edges, which finds almost nobody hidden.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Delta {
    /// 2^−t: the whole table weighs as much as one person.
    OnePerson,
    /// As given; above 0.
    Given(f64),
}

impl Delta {
    /// δ for t lists.
    pub fn value(self, t: usize) -> f64 {
        match self {
            Self::OnePerson => 1.0 / f64::from(1_u32 << t),
            Self::Given(delta) if delta > 0.0 && delta.is_finite() => delta,
            Self::Given(_) => f64::MIN_POSITIVE,
        }
    }
}

/// The prior of the total N; over the grid, so that its end is part of the prior.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prior {
    /// p(N) ∝ 1/N.
    Reciprocal,
    /// N Poisson with a mean of the Gamma distribution with this shape and scale (Madigan and York 1997, for whom
    /// earlier studies gave 13.14 and 55.17).
    NegativeBinomial {
        /// a.
        shape: f64,
        /// b; persons.
        scale: f64,
    },
}

impl Prior {
    /// ln p(N), up to a constant.
    pub fn ln(self, total: f64) -> f64 {
        match self {
            Self::Reciprocal => -libm::log(total),
            Self::NegativeBinomial { shape: a, scale: b } => {
                total * libm::log(b) - (total + a) * libm::log1p(b) + ln_gamma(total + a)
                    - ln_gamma(total + 1.0)
                    - ln_gamma(a)
            }
        }
    }

    /// Its word among the settings of an answer.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reciprocal => "1/N",
            Self::NegativeBinomial { .. } => "negative-binomial",
        }
    }
}

/// The hidden numbers M at which the posterior is taken. Every point stands for one value; the last is the largest M that
/// is held possible.
#[derive(Clone, Debug, PartialEq)]
pub enum Grid {
    /// 1, 2, …, `times` · n. If that is more than [`MOST_POINTS`], as many points, evenly spread.
    Every {
        /// The last point over n.
        times: u64,
    },
    /// So many points, evenly from 1 to `times` · n and rounded to whole persons.
    Spread {
        /// How many points, at least 2.
        points: usize,
        /// The last point over n.
        times: u64,
    },
    /// These, in rising order; without any, 0 alone.
    Points(Vec<u64>),
}

/// No grid has more points.
pub const MOST_POINTS: usize = 1_000_000;

impl Grid {
    /// The points for n observed people: rising, each once, at least one.
    pub fn points(&self, n: u64) -> Vec<u64> {
        let mut points = match self {
            Self::Every { times } => {
                let end = n.saturating_mul(*times).max(1);
                if end <= MOST_POINTS as u64 { (1..=end).collect() } else { spread(MOST_POINTS, end) }
            }
            Self::Spread { points, times } => spread((*points).clamp(2, MOST_POINTS), n.saturating_mul(*times).max(1)),
            Self::Points(points) => points.clone(),
        };
        points.sort_unstable();
        points.dedup();
        if points.is_empty() {
            points.push(0);
        }
        points
    }
}

fn spread(points: usize, end: u64) -> Vec<u64> {
    let step = (end - 1) as f64 / (points as f64 - 1.0);
    (0..points).map(|i| libm::rint(1.0 + i as f64 * step) as u64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grids_rise_and_end_where_they_say() {
        assert_eq!(Grid::Every { times: 3 }.points(2), [1, 2, 3, 4, 5, 6]);
        assert_eq!(Grid::Spread { points: 4, times: 5 }.points(2), [1, 4, 7, 10]);
        assert_eq!(Grid::Spread { points: 1000, times: 2 }.points(3), [1, 2, 3, 4, 5, 6]);
        assert_eq!(Grid::Points(vec![5, 2, 5]).points(2), [2, 5]);
        assert_eq!(Grid::Points(vec![]).points(2), [0]);
        let long = Grid::Every { times: 30 }.points(10_000_000_000);
        assert_eq!((long.len(), long[0], long[MOST_POINTS - 1]), (MOST_POINTS, 1, 300_000_000_000));
    }

    #[test]
    fn the_negative_binomial_prior_adds_up_to_one() {
        let prior = Prior::NegativeBinomial { shape: 13.14, scale: 55.17 };
        let sum: f64 = (0..20_000).map(|total| libm::exp(prior.ln(f64::from(total)))).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    }
}
