//! The columns of ILAB's files, and the names it has for countries: `data/world/ilab/`.

use std::collections::BTreeMap;

use pana_evidence::{Basis, Comparator, IndicatorId, Place};

use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::table::{RawRow, read_rows};

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A label of an advancement level.
    Label,
    /// A whole number.
    Number,
    /// A sum of US dollars.
    Money,
    /// Yes or no.
    YesNo,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name, in small letters: `labor_inspectors`.
    pub name: String,
    /// Another spelling that occurs.
    alias: Option<String>,
    /// The indicator that holds its figures.
    pub indicator: IndicatorId,
    /// What its cells hold.
    pub kind: Kind,
    /// Who made the figures.
    pub basis: Basis,
    /// How the stated number relates to the true one.
    pub comparator: Comparator,
}

/// The columns, and ILAB's names for countries.
#[derive(Clone, Debug)]
pub struct Columns {
    columns: Vec<Column>,
    countries: BTreeMap<String, String>,
}

const COLUMNS: &str = "world/ilab/columns.csv";
const COUNTRIES: &str = "world/ilab/countries.csv";

impl Columns {
    /// Reads `data/world/ilab/`.
    pub fn read(data: &Files) -> Result<Self, Faults> {
        let header = ["column", "alias", "indicator_id", "kind", "basis", "comparator"];
        let rows = read_rows(data, COLUMNS, &header.map(str::to_owned))?;
        let names = read_rows(data, COUNTRIES, &["name", "iso3"].map(str::to_owned))?;
        Ok(Self {
            columns: rows.iter().map(column).collect::<Result<_, Fault>>()?,
            countries: names.into_iter().map(|row| (row.cells[0].to_lowercase(), row.cells[1].clone())).collect(),
        })
    }

    /// The column of a name as a file writes it: `Labor_Inspectors`.
    pub fn find(&self, name: &str) -> Option<&Column> {
        let name = name.trim().to_lowercase();
        self.columns.iter().find(|column| column.name == name || column.alias.as_deref() == Some(name.as_str()))
    }

    /// The country of a name of ours, a name of ILAB's, or a code of ISO 3166-1.
    pub fn country<'a>(&self, given: &str, places: &'a [Place]) -> Option<&'a Place> {
        let given = given.trim().replace('\u{2019}', "'").to_lowercase();
        let iso3 = self.countries.get(&given).map_or(given.as_str(), String::as_str);
        places.iter().filter(|place| place.kind == "country").find(|place| {
            place.name.to_lowercase() == given
                || place.id.0.eq_ignore_ascii_case(&given)
                || place.iso3.as_deref().is_some_and(|code| code.eq_ignore_ascii_case(iso3))
        })
    }
}

fn column(row: &RawRow) -> Result<Column, Fault> {
    let unknown =
        |name: &str, cell: &str| Fault::of_cell(COLUMNS, row.line, name, format!("`{cell}` is not a known code"));
    let [name, alias, indicator, kind, basis, comparator] = &row.cells[..] else {
        return Err(unknown("column", &row.cells.join(",")));
    };
    Ok(Column {
        name: name.clone(),
        alias: Some(alias.clone()).filter(|alias| !alias.is_empty()),
        indicator: IndicatorId(indicator.clone()),
        kind: match kind.as_str() {
            "level" => Kind::Label,
            "number" => Kind::Number,
            "money" => Kind::Money,
            "yes_no" => Kind::YesNo,
            other => return Err(unknown("kind", other)),
        },
        basis: Basis::parse(basis).ok_or_else(|| unknown("basis", basis))?,
        comparator: Comparator::parse(comparator).ok_or_else(|| unknown("comparator", comparator))?,
    })
}
