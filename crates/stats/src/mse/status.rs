//! Does a model have an estimate for this table at all? (Fienberg and Rinaldo 2012; Chan, Silverman and Vincent 2021)
//!
//! With A the 0/1 matrix of parameters by cells after parameters at minus infinity and their cells are taken out, and
//! s = A N the sufficient statistics: the maximum exists iff some x > 0 has A x = s; it is unique iff A has full row rank.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

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
/// A fitted mean proves that a maximum exists when it is this often what the sufficient statistics miss their fitted values by.
const PROVES: f64 = 200.0;

/// The status of a model for a table, by linear programming and rank.
pub fn status(table: &Table, model: &Model) -> Status {
    if table.n() == 0 {
        return Status::Neither;
    }
    let reduced = Reduced::new(table, model);
    Status::of(reduced.exists(), reduced.identifiable())
}

/// What is known of models without an estimate. A maximum exists or not by which histories somebody has, not by how many
/// have them, so the replicates of a bootstrap share the answer.
#[derive(Debug, Default)]
pub struct Known(Mutex<HashMap<(Vec<History>, Model), Status>>);

impl Known {
    /// The fit of a model whose status is fine, or its status.
    ///
    /// A fit at rest is itself the proof: its means μ > 0 have A μ = s up to a residual, so with means well above that some
    /// x > 0 near μ has A x = s exactly; and X'WX was positive definite, so A has full row rank. The linear programme is
    /// needed only where the fit does not settle or a mean is as close to 0 as the residual.
    pub fn settled(&self, table: &Table, model: &Model, start: Option<&Fit>) -> Result<Fit, Status> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Most tables come without a doubtful model: nothing is looked up then.
        let key = (!known.is_empty()).then(|| key(table, model));
        if let Some(status) = key.as_ref().and_then(|key| known.get(key)) {
            return Err(*status);
        }
        drop(known);
        let fitted = fit(table, model, start);
        if let Ok(fit) = fitted.as_ref()
            && proves(fit)
        {
            return fitted.map_err(|NotSettled| Status::Neither);
        }
        match (status(table, model), fitted) {
            (Status::Fine, Ok(fit)) => Ok(fit),
            // The programme sees a maximum that lies too far out for the fit: no number can be given, for this table.
            (Status::Fine, Err(NotSettled)) => Err(Status::NoMaximum),
            (other, _) => {
                known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                known.insert(key.unwrap_or_else(|| self::key(table, model)), other);
                Err(other)
            }
        }
    }
}

/// [`Known::settled`] when nothing is known yet.
pub fn settled(table: &Table, model: &Model, start: Option<&Fit>) -> Result<Fit, Status> {
    Known::default().settled(table, model, start)
}

fn key(table: &Table, model: &Model) -> (Vec<History>, Model) {
    (table.seen().map(|(w, _)| w).collect(), model.clone())
}

fn proves(fit: &Fit) -> bool {
    let least = (PROVES * fit.residual).max(1e-12 * fit.n);
    fit.mu.iter().skip(1).all(|mu| *mu == 0.0 || *mu > least)
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
