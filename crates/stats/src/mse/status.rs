//! Does a model have an estimate for this table at all? (Fienberg and Rinaldo 2012; Chan, Silverman and Vincent 2021)
//!
//! With A the 0/1 matrix of parameters by cells after parameters at minus infinity and their cells are taken out, and
//! s = A N the sufficient statistics: the maximum exists iff some x > 0 has A x = s; it is unique iff A has full row rank.

use microlp::{ComparisonOp, OptimizationDirection, Problem};
use nalgebra::DMatrix;

use super::fit::{Fit, NotSettled, fit, sum_over_supersets};
use super::model::Model;
use super::table::{History, Table};

/// Whether the extended maximum likelihood estimate exists and is unique; the codes are those of SparseMSE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// 0: it exists and is unique.
    Fine,
    /// 1: it does not exist.
    NoMaximum,
    /// 2: more than one set of parameters fits equally.
    NotIdentifiable,
    /// 3: neither.
    Neither,
}

impl Status {
    /// 0, 1, 2 or 3.
    pub fn code(self) -> u8 {
        self as u8
    }

    fn of(exists: bool, identifiable: bool) -> Self {
        match (exists, identifiable) {
            (true, true) => Self::Fine,
            (false, true) => Self::NoMaximum,
            (true, false) => Self::NotIdentifiable,
            (false, false) => Self::Neither,
        }
    }
}

/// The optimum of the linear programme, as a share of n, from which on a maximum is said to exist. Statistics are whole
/// numbers, so an optimum that is not 0 is at least about 1/(n·2^t); below this it is the rounding of the solver.
const POSITIVE: f64 = 1e-8;
/// The smallest fitted mean, as a share of n, that proves existence without a linear programme (see [`settled`]).
const PROVES: f64 = 1e-7;

/// The status of a model for a table, by linear programming and rank.
pub fn status(table: &Table, model: &Model) -> Status {
    let reduced = Reduced::new(table, model);
    Status::of(reduced.exists(), reduced.identifiable())
}

/// The fit of a model whose status is fine, or its status.
///
/// A fit at rest is itself the proof: its means μ > 0 have A μ = s up to 1e-9 n, so with means well above that some x > 0
/// near μ has A x = s exactly; and X'WX was positive definite, so A has full row rank. The linear programme is
/// needed only where the fit does not settle or a mean is close to 0.
pub fn settled(table: &Table, model: &Model, start: Option<&Fit>) -> Result<Fit, Status> {
    match fit(table, model, start) {
        Ok(fit) if proves(&fit) => Ok(fit),
        Ok(fit) => match status(table, model) {
            Status::Fine => Ok(fit),
            other => Err(other),
        },
        Err(NotSettled) => Err(match status(table, model) {
            // The programme sees a maximum that lies too far out for the fit: no number can be given.
            Status::Fine => Status::NoMaximum,
            other => other,
        }),
    }
}

fn proves(fit: &Fit) -> bool {
    fit.mu.iter().skip(1).all(|mu| *mu == 0.0 || *mu > PROVES * fit.n)
}

/// What is left of a model when parameters at minus infinity and their cells are out.
struct Reduced {
    t: usize,
    cells: Vec<History>,
    terms: Vec<History>,
    /// s_θ = N*_θ / n.
    statistics: Vec<f64>,
    /// Every cell that is left has somebody.
    all_seen: bool,
}

impl Reduced {
    fn new(table: &Table, model: &Model) -> Self {
        let t = table.t();
        let mut at_least: Vec<f64> = table.counts().iter().map(|count| *count as f64).collect();
        sum_over_supersets(t, &mut at_least);
        let sets = (0..t).map(|i| 1 << i).chain(model.interactions().iter().copied());
        let (out, finite): (Vec<History>, Vec<History>) = sets.partition(|theta| at_least[*theta as usize] <= 0.0);
        let stays = |w: &History| out.iter().all(|theta| w & theta != *theta);
        let cells: Vec<History> = (1..1 << t).filter(stays).collect();
        let terms: Vec<History> = std::iter::once(0).chain(finite).filter(stays).collect();
        let statistics = terms.iter().map(|term| at_least[*term as usize] / at_least[0]).collect();
        let all_seen = cells.iter().all(|w| table.count(*w) > 0);
        Self { t, cells, terms, statistics, all_seen }
    }

    /// max z subject to A x = s, x_w ≥ z ≥ 0; written with x_w = y_w + z, y ≥ 0. A maximum exists iff the optimum is above 0.
    fn exists(&self) -> bool {
        if self.all_seen {
            return true;
        }
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let z = problem.add_var(1.0, (0.0, 1.0));
        let slack: Vec<_> = self.cells.iter().map(|_| problem.add_var(0.0, (0.0, f64::INFINITY))).collect();
        for (theta, statistic) in self.terms.iter().zip(&self.statistics) {
            let inside = self.cells.iter().zip(&slack).filter(|(w, _)| *w & theta == *theta);
            let mut row: Vec<_> = inside.map(|(_, y)| (*y, 1.0)).collect();
            row.push((z, row.len() as f64));
            problem.add_constraint(row.as_slice(), ComparisonOp::Eq, *statistic);
        }
        problem.solve().is_ok_and(|outcome| outcome.solution().is_some_and(|found| found.objective() > POSITIVE))
    }

    /// Has A full row rank? A A' has whole numbers, its eigenvalues are 0 or well above rounding.
    fn identifiable(&self) -> bool {
        let mut count = vec![0.0; 1 << self.t];
        for w in &self.cells {
            count[*w as usize] = 1.0;
        }
        sum_over_supersets(self.t, &mut count);
        let p = self.terms.len();
        let product = DMatrix::from_fn(p, p, |i, j| count[(self.terms[i] | self.terms[j]) as usize]);
        let values = product.symmetric_eigenvalues();
        let largest = values.iter().fold(0.0_f64, |most, value| most.max(*value));
        p <= self.cells.len() && values.iter().all(|value| *value > 1e-10 * largest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_artificial_table_has_the_published_codes() {
        // Chan, Silverman and Vincent 2021, table 3.
        let names = ["A", "B", "C"].map(str::to_owned).to_vec();
        let table = Table::new(names, [(1, 40), (2, 30), (4, 20), (3, 6)]).expect("a table");
        let models = ["[1,2,3]", "[12,3]", "[13,2]", "[23,1]", "[12,13]", "[12,23]", "[13,23]", "[12,13,23]"];
        let codes = models.map(|model| status(&table, &Model::parse(3, model).expect("a model")).code());
        assert_eq!(codes, [0, 1, 0, 0, 1, 1, 0, 2]);
        for (model, code) in models.iter().zip(codes) {
            let model = Model::parse(3, model).expect("a model");
            assert_eq!(settled(&table, &model, None).map_or_else(Status::code, |_| 0), code, "{model}");
        }
    }
}
