//! Scoring a table of ratings by a ruleset.

use std::collections::BTreeMap;

use pana_packs::ruleset::Rules;
use pana_packs::{Fault, Faults};
use pana_stats::index::response::{ResponseScore, score};

use crate::error::Error;

/// A country's score.
#[derive(Clone, Debug)]
pub struct Scored {
    /// The country as the table names it.
    pub country: String,
    /// Its points.
    pub score: ResponseScore,
}

/// Scores every row of a CSV table: a column `iso3` or `country`, and one column an indicator code. Empty cells are unknown,
/// not zero. Columns that are neither are refused, unless they are `region` or totals of the published table.
pub fn table(rules: &Rules, file: &str, text: &str) -> Result<Vec<Scored>, Error> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header: Vec<String> =
        reader.headers().map_err(|error| Fault::of_file(file, error))?.iter().map(str::to_owned).collect();
    let name = header
        .iter()
        .position(|column| column == "iso3")
        .or_else(|| header.iter().position(|column| column == "country"));
    let name = name.ok_or_else(|| {
        Fault::of_file(file, "there is no column `iso3` or `country`; the first line must name the columns")
    })?;
    let columns = columns(rules, file, &header)?;
    let (mut scored, mut faults) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = record.map_err(|error| Fault::of_file(file, error))?;
        match row(rules, file, &record, name, &columns) {
            Ok(row) => scored.push(row),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(scored) } else { Err(Faults(faults).into()) }
}

/// Columns of the published tables that carry no rating.
const BESIDE: [&str; 4] = ["iso3", "country", "region", "note"];

fn columns(rules: &Rules, file: &str, header: &[String]) -> Result<Vec<(usize, String)>, Fault> {
    let codes: Vec<&str> = rules.ruleset.response.items().iter().map(|item| item.code.as_str()).collect();
    let mut columns = Vec::new();
    for (position, column) in header.iter().enumerate() {
        if codes.contains(&column.as_str()) {
            columns.push((position, column.clone()));
        } else if !BESIDE.contains(&column.as_str()) && !is_total(column) {
            let reason = format!(
                "`{column}` is not an indicator of {}; the codes are {}, ...",
                rules.edition.id,
                codes[..3.min(codes.len())].join(", ")
            );
            return Err(Fault { line: Some(1), column: Some(column.clone()), ..Fault::of_file(file, reason) });
        }
    }
    if columns.is_empty() {
        return Err(Fault::of_file(file, format!("no column is an indicator of {}", rules.edition.id)));
    }
    Ok(columns)
}

/// Totals that the published table of ratings carries beside them; they are computed here, not read.
fn is_total(column: &str) -> bool {
    column.starts_with("points_") || column.starts_with("pct_")
}

fn row(
    rules: &Rules,
    file: &str,
    record: &csv::StringRecord,
    name: usize,
    columns: &[(usize, String)],
) -> Result<Scored, Fault> {
    let line = record.position().map_or(0, csv::Position::line);
    let country = record.get(name).unwrap_or_default().to_owned();
    let mut ratings = BTreeMap::new();
    for (position, code) in columns {
        let cell = record.get(*position).unwrap_or_default().trim();
        if !cell.is_empty() {
            let value: f64 = cell.parse().map_err(|_| {
                Fault::of_cell(
                    file,
                    line,
                    code,
                    format!("`{cell}` is not a number; leave the cell empty where the rating is unknown"),
                )
            })?;
            ratings.insert(code.clone(), value);
        }
    }
    let score = score(&rules.ruleset.response, &country, &ratings)
        .map_err(|reason| Fault { line: Some(line), ..Fault::of_file(file, reason) })?;
    Ok(Scored { country, score })
}
