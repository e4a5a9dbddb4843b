//! Prepare: from the table to indicators on one scale, step by step. Every step's table is kept, so that each can be read.

use std::collections::BTreeMap;

use super::describe::{figures, mean};
use super::model::{Imputation, Model, Normalisation, Treatment};
use super::normalise::normalise;
use super::refusal::Refusal;
use super::table::{Grid, HOLE, Table, known};
use super::treat::{Treated, treat};

/// The table after each step.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// As it came.
    pub raw: Grid,
    /// Divided by the denominators.
    pub denominated: Grid,
    /// Holes filled.
    pub imputed: Grid,
    /// Units with too little data taken out.
    pub screened: Grid,
    /// Outliers drawn in.
    pub treated: Grid,
    /// On one scale, more is more.
    pub normalised: Grid,
    /// What was done about outliers, by indicator.
    pub treatments: Vec<Treated>,
    /// Units that were taken out, as positions in the table, with the share of their cells that is filled.
    pub dropped: Vec<(usize, f64)>,
}

/// The decisions of a model that alternatives replace.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice<'a> {
    pub impute: &'a Imputation,
    pub treat: &'a Treatment,
    pub normalise: &'a Normalisation,
}

impl<'a> Choice<'a> {
    pub(crate) fn of(model: &'a Model) -> Self {
        Self { impute: &model.impute, treat: &model.treat, normalise: &model.normalise }
    }
}

/// Prepares with the given choices. `keep`: exactly these units are left, whatever the screening says, so that the ranks of
/// alternatives are among the same units.
pub(crate) fn prepare(
    model: &Model,
    table: &Table,
    choice: Choice<'_>,
    keep: Option<&[usize]>,
) -> Result<Prepared, Refusal> {
    let raw = table.grid(model)?;
    let denominated = denominate(model, table, &raw)?;
    let (imputed, screened, dropped) = match (&model.screen, keep) {
        (Some(screening), Some(keep)) if !screening.after_imputation => {
            let kept = impute(table, &denominated.only(keep), choice.impute)?;
            (kept.clone(), kept, Vec::new())
        }
        (_, Some(keep)) => {
            let imputed = impute(table, &denominated, choice.impute)?;
            (imputed.clone(), imputed.only(keep), Vec::new())
        }
        (Some(screening), None) if !screening.after_imputation => {
            let (screened, dropped) = screen(&denominated, &denominated, screening.least)?;
            let screened = impute(table, &screened, choice.impute)?;
            (screened.clone(), screened, dropped)
        }
        (Some(screening), None) => {
            let imputed = impute(table, &denominated, choice.impute)?;
            let (screened, dropped) = screen(&imputed, &imputed, screening.least)?;
            (imputed, screened, dropped)
        }
        (None, None) => {
            let imputed = impute(table, &denominated, choice.impute)?;
            (imputed.clone(), imputed, Vec::new())
        }
    };
    let mut treated = screened.clone();
    let mut treatments = Vec::new();
    for (indicator, column) in model.indicators.iter().zip(&mut treated.columns) {
        treatments.extend(treat(&indicator.id, column, indicator.treat.as_ref().unwrap_or(choice.treat)));
    }
    let mut normalised = treated.clone();
    let place = |code: &str| normalised.units.iter().position(|&unit| table.units[unit].code == code);
    for (indicator, column) in model.indicators.iter().zip(&mut normalised.columns) {
        normalise(indicator, column, indicator.normalise.as_ref().unwrap_or(choice.normalise), place)?;
    }
    Ok(Prepared { raw, denominated, imputed, screened, treated, normalised, treatments, dropped })
}

fn denominate(model: &Model, table: &Table, raw: &Grid) -> Result<Grid, Refusal> {
    let mut grid = raw.clone();
    for (indicator, column) in model.indicators.iter().zip(&mut grid.columns) {
        let Some(name) = &indicator.denominator else { continue };
        let by = table.column(name)?;
        if let Some(unit) = by.iter().zip(column.iter()).position(|(by, value)| *by == 0.0 && !value.is_nan()) {
            return Err(Refusal::ZeroDenominator { unit: table.units[unit].code.clone(), column: name.clone() });
        }
        column.iter_mut().zip(by).for_each(|(value, by)| *value /= by);
    }
    Ok(grid)
}

/// Keeps the units of which at least this share of cells is filled in `by`.
fn screen(by: &Grid, grid: &Grid, least: f64) -> Result<(Grid, Vec<(usize, f64)>), Refusal> {
    let share = |unit: usize| by.filled(unit) as f64 / by.columns.len().max(1) as f64;
    let (kept, dropped): (Vec<usize>, Vec<usize>) = (0..grid.units.len()).partition(|&unit| share(unit) >= least);
    if kept.len() < 2 {
        return Err(Refusal::TooFewUnits(kept.len()));
    }
    let kept: Vec<usize> = kept.into_iter().map(|unit| grid.units[unit]).collect();
    Ok((grid.only(&kept), dropped.into_iter().map(|unit| (grid.units[unit], share(unit))).collect()))
}

fn impute(table: &Table, grid: &Grid, imputation: &Imputation) -> Result<Grid, Refusal> {
    let mut grid = grid.clone();
    let groups = groups(table, &grid.units, imputation)?;
    let median = matches!(imputation, Imputation::Median | Imputation::GroupMedian { .. });
    let centre = |values: Vec<f64>| if median { figures(&values).median } else { mean(&values) };
    for column in &mut grid.columns {
        let centres: Vec<f64> = groups
            .iter()
            .map(|group| {
                let cells: Vec<f64> = group.iter().map(|&unit| column[unit]).collect();
                centre(known(&cells)).unwrap_or(HOLE)
            })
            .collect();
        for (group, centre) in groups.iter().zip(centres) {
            for &unit in group {
                if column[unit].is_nan() {
                    column[unit] = centre;
                }
            }
        }
    }
    Ok(grid)
}

/// The units that stand in for each other; none when nothing is imputed, all in one group when there are no groups.
fn groups(table: &Table, units: &[usize], imputation: &Imputation) -> Result<Vec<Vec<usize>>, Refusal> {
    let Some(name) = imputation.group() else {
        let all = (0..units.len()).collect();
        return Ok(if *imputation == Imputation::None { Vec::new() } else { vec![all] });
    };
    let words = table.words.get(name).ok_or_else(|| Refusal::NoColumn(name.to_owned()))?;
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (position, &unit) in units.iter().enumerate() {
        // A unit without a group stands alone: nothing can be said for it by others.
        if let Some(word) = words.get(unit).and_then(Option::as_deref) {
            groups.entry(word).or_default().push(position);
        }
    }
    Ok(groups.into_values().collect())
}
