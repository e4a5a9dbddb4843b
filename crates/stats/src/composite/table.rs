//! Table: units and what is known about them. A missing cell is `None` outside and a hole inside; never zero.

use std::collections::BTreeMap;

use super::model::Model;
use super::refusal::Refusal;

/// A unit that is compared: a country, a region, a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Units and what is known about them. Columns are named; each has one cell for each unit, in their order.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The units.
    pub units: Vec<Unit>,
    /// Numbers: indicators, denominators, what a reliability index needs.
    pub numbers: BTreeMap<String, Vec<Option<f64>>>,
    /// Words: groups, marks.
    pub words: BTreeMap<String, Vec<Option<String>>>,
}

impl Table {
    /// The number in a column besides the indicators.
    pub(crate) fn extra(&self, column: &str, unit: usize) -> Option<f64> {
        *self.numbers.get(column)?.get(unit)?
    }

    /// The word in a column.
    pub(crate) fn label(&self, column: &str, unit: usize) -> Option<&str> {
        self.words.get(column)?.get(unit)?.as_deref()
    }

    /// The indicators of a model as columns with holes; every column the model names must be there and whole.
    pub(crate) fn grid(&self, model: &Model) -> Result<Grid, Refusal> {
        self.check_units()?;
        for (name, column) in &self.numbers {
            self.check_column(name, column)?;
        }
        let columns = model.indicators.iter().map(|indicator| self.column(&indicator.id));
        let columns = columns.collect::<Result<Vec<_>, _>>()?;
        for denominator in model.indicators.iter().filter_map(|indicator| indicator.denominator.as_ref()) {
            self.column(denominator)?;
        }
        for column in model.reliability.iter().flat_map(|reliability| reliability.columns()) {
            self.column(column)?;
        }
        Ok(Grid { units: (0..self.units.len()).collect(), columns })
    }

    pub(crate) fn column(&self, name: &str) -> Result<Vec<f64>, Refusal> {
        let column = self.numbers.get(name).ok_or_else(|| Refusal::NoColumn(name.to_owned()))?;
        Ok(column.iter().map(|cell| cell.unwrap_or(HOLE)).collect())
    }

    fn check_units(&self) -> Result<(), Refusal> {
        let mut codes: Vec<&str> = self.units.iter().map(|unit| unit.code.as_str()).collect();
        codes.sort_unstable();
        match codes.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(Refusal::UnitTwice(pair[0].to_owned())),
            None if codes.len() < 2 => Err(Refusal::TooFewUnits(codes.len())),
            None => Ok(()),
        }
    }

    fn check_column(&self, name: &str, column: &[Option<f64>]) -> Result<(), Refusal> {
        if column.len() != self.units.len() {
            return Err(Refusal::Length { of: name.to_owned(), found: column.len(), expected: self.units.len() });
        }
        match column.iter().position(|cell| cell.is_some_and(|value| !value.is_finite())) {
            Some(at) => Err(Refusal::NotFinite { unit: self.units[at].code.clone(), column: name.to_owned() }),
            None => Ok(()),
        }
    }
}

/// A missing cell inside the engine. Every value that comes in is finite, and no step makes this of finite values.
pub(crate) const HOLE: f64 = f64::NAN;

/// Columns of numbers with holes, one for each indicator, over the units that are left.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The positions in the table of the units that are left.
    pub(crate) units: Vec<usize>,
    pub(crate) columns: Vec<Vec<f64>>,
}

impl Grid {
    /// The cell of an indicator (in the order of the model) and a unit (in the order of those that are left).
    pub fn cell(&self, indicator: usize, unit: usize) -> Option<f64> {
        let value = *self.columns.get(indicator)?.get(unit)?;
        (!value.is_nan()).then_some(value)
    }

    /// The positions in the table of the units that are left.
    pub fn units(&self) -> &[usize] {
        &self.units
    }

    /// The rows of these units (positions in the table), in the order they stand here.
    pub(crate) fn only(&self, keep: &[usize]) -> Self {
        let places: Vec<usize> = (0..self.units.len()).filter(|&place| keep.contains(&self.units[place])).collect();
        Self {
            units: places.iter().map(|&place| self.units[place]).collect(),
            columns: self.columns.iter().map(|column| places.iter().map(|&place| column[place]).collect()).collect(),
        }
    }

    /// How many cells of a unit are filled.
    pub(crate) fn filled(&self, unit: usize) -> usize {
        self.columns.iter().filter(|column| !column[unit].is_nan()).count()
    }
}

/// The values without the holes, in order.
pub(crate) fn known(column: &[f64]) -> Vec<f64> {
    column.iter().copied().filter(|value| !value.is_nan()).collect()
}
