//! How far a country without a survey is from those that have one, and whom it borrows from.

use nalgebra::DMatrix;
use serde::Serialize;

/// How far a country without a survey is from those that have one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Extrapolation {
    /// The distance of its predictors from the centre of the surveyed countries.
    pub distance: f64,
    /// The largest such distance of a surveyed country.
    pub farthest_survey: f64,
    /// It is farther out than every surveyed country: the model has seen nothing like it.
    pub beyond: bool,
    /// What the distances are measured in.
    pub metric: Metric,
    /// The surveyed countries that are most like it, nearest first, at most three.
    pub donors: Vec<Donor>,
}

/// A surveyed country and its distance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Donor {
    /// Its id.
    pub country: String,
    /// Its distance.
    pub distance: f64,
}

/// What distances are measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Metric {
    /// Mahalanobis: √(d'S⁻¹d), S the covariance over the surveyed countries.
    Mahalanobis,
    /// Euclidean in standard deviations, where too few countries have a survey for a covariance, or predictors repeat
    /// each other.
    StandardDeviations,
}

/// The predictors of the surveyed countries, standardised over them.
pub struct Surveyed<'a> {
    names: Vec<&'a str>,
    points: &'a [Vec<f64>],
    inverse: Option<DMatrix<f64>>,
}

impl<'a> Surveyed<'a> {
    /// The surveyed countries. Points are already standardised, so that their centre is the origin.
    pub fn new(names: Vec<&'a str>, points: &'a [Vec<f64>]) -> Self {
        let q = points.first().map_or(0, Vec::len);
        let enough = q > 0 && points.len() >= q + 2;
        let inverse = enough.then(|| covariance(points, q)).and_then(|s| {
            let root = s.cholesky()?;
            let diagonal = root.l().diagonal();
            (diagonal.min() > 1e-6 * diagonal.max()).then(|| root.inverse())
        });
        Self { names, points, inverse }
    }

    /// The extrapolation to a country; `None` if countries are compared by nothing.
    pub fn extrapolation(&self, z: &[f64]) -> Option<Extrapolation> {
        if z.is_empty() {
            return None;
        }
        let origin = vec![0.0; z.len()];
        let distance = self.between(z, &origin);
        let farthest_survey = self.points.iter().map(|point| self.between(point, &origin)).fold(0.0, f64::max);
        let mut donors: Vec<Donor> = self
            .names
            .iter()
            .zip(self.points)
            .map(|(name, point)| Donor { country: (*name).to_owned(), distance: self.between(z, point) })
            .collect();
        donors.sort_by(|a, b| a.distance.total_cmp(&b.distance).then_with(|| a.country.cmp(&b.country)));
        donors.truncate(3);
        let metric = if self.inverse.is_some() { Metric::Mahalanobis } else { Metric::StandardDeviations };
        Some(Extrapolation { distance, farthest_survey, beyond: distance > farthest_survey, metric, donors })
    }

    fn between(&self, x: &[f64], y: &[f64]) -> f64 {
        let d: Vec<f64> = x.iter().zip(y).map(|(x, y)| x - y).collect();
        let squared = match &self.inverse {
            Some(inverse) => {
                let row = |i: usize| (0..d.len()).map(|j| inverse[(i, j)] * d[j]).sum::<f64>();
                (0..d.len()).map(|i| d[i] * row(i)).sum::<f64>()
            }
            None => d.iter().map(|d| d * d).sum(),
        };
        libm::sqrt(squared.max(0.0))
    }
}

fn covariance(points: &[Vec<f64>], q: usize) -> DMatrix<f64> {
    let freedom = points.len() as f64 - 1.0;
    DMatrix::from_fn(q, q, |i, j| points.iter().map(|point| point[i] * point[j]).sum::<f64>() / freedom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_take_the_correlation_of_the_predictors_into_account() {
        // Two predictors that rise together: S = [[4/3, 2/3], [2/3, 4/3]] over these five, S⁻¹ = [[1, −1/2], [−1/2, 1]].
        let root = libm::sqrt(2.0);
        let points = [
            vec![root, root],
            vec![-root, -root],
            vec![libm::sqrt(2.0 / 3.0), -libm::sqrt(2.0 / 3.0)],
            vec![-libm::sqrt(2.0 / 3.0), libm::sqrt(2.0 / 3.0)],
            vec![0.0, 0.0],
        ];
        let surveyed = Surveyed::new(vec!["A", "B", "C", "D", "E"], &points);
        let along = surveyed.extrapolation(&[1.0, 1.0]).expect("two predictors");
        let across = surveyed.extrapolation(&[1.0, -1.0]).expect("two predictors");
        assert_eq!(along.metric, Metric::Mahalanobis);
        let found = (along.distance * along.distance, across.distance * across.distance);
        // S = Σ/4: diagonal (2·2 + 2·2/3)/4 = 4/3, off-diagonal (2·2 − 2·2/3)/4 = 2/3.
        assert!((found.0 - 1.0).abs() < 1e-12 && (found.1 - 3.0).abs() < 1e-12, "{found:?}");
        assert!(across.beyond && !along.beyond);
        assert_eq!(along.donors[0].country, "A");
    }

    #[test]
    fn with_few_surveys_the_distance_is_plain() {
        let points = [vec![1.0, 0.0], vec![-1.0, 0.0]];
        let surveyed = Surveyed::new(vec!["A", "B"], &points);
        let found = surveyed.extrapolation(&[3.0, 4.0]).expect("two predictors");
        assert_eq!((found.metric, found.distance, found.beyond), (Metric::StandardDeviations, 5.0, true));
        assert_eq!(found.donors.len(), 2);
        assert_eq!(surveyed.extrapolation(&[]), None);
    }
}
