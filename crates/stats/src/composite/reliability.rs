//! Reliability: how far the data of a unit can be relied upon, from 0 (fully) to 10 (not at all).
//!
//! L = 10 · (min(m/m₁, 1) + min(a/a₁, 1))/2 · d, with m the missing indicators, a their average age, and d smaller than 1
//! where nothing else makes the data doubtful. INFORM Risk 2021 prints it for 191 countries (m₁ = 15, a₁ = 0.75 years,
//! d = 1 in a highly violent conflict and 0.8 elsewhere); recovered from those figures, which it gives to 1e-12.

use serde::{Deserialize, Serialize};

use super::table::Table;

/// The rules of a reliability index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reliability {
    /// The column with the number of missing indicators; without one, the empty cells of the table are counted.
    #[serde(default)]
    pub missing: Option<String>,
    /// From so many on, missing indicators count in full.
    pub missing_most: f64,
    /// The column with the average age of the data, in years; without one, only missing indicators count.
    #[serde(default)]
    pub age: Option<String>,
    /// From this age on, age counts in full.
    #[serde(default)]
    pub age_most: Option<f64>,
    /// The column that is filled where the data are doubtful for another reason.
    #[serde(default)]
    pub doubt: Option<String>,
    /// d where that column is empty.
    #[serde(default = "whole")]
    pub without_doubt: f64,
}

fn whole() -> f64 {
    1.0
}

impl Reliability {
    /// The columns besides the indicators that are needed.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        [&self.missing, &self.age].into_iter().flatten().map(String::as_str)
    }

    /// L of a unit; `None` where a figure it rests on is missing. `empty` are the unit's empty cells.
    pub(crate) fn of(&self, table: &Table, unit: usize, empty: usize) -> Option<f64> {
        let missing = match &self.missing {
            Some(column) => table.extra(column, unit)?,
            None => empty as f64,
        };
        let share = |value: f64, most: f64| if most > 0.0 { (value / most).min(1.0) } else { 0.0 };
        let mut sum = share(missing, self.missing_most);
        let mut parts = 1.0;
        if let (Some(column), Some(most)) = (&self.age, self.age_most) {
            sum += share(table.extra(column, unit)?, most);
            parts += 1.0;
        }
        let doubtful = self.doubt.as_ref().is_none_or(|column| table.label(column, unit).is_some());
        Some(10.0 * sum / parts * if doubtful { 1.0 } else { self.without_doubt })
    }
}
