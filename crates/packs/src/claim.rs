//! A table of claims that somebody hands in: the columns of the fact base, in any order.

use pana_evidence::claim::Claim;

use crate::fault::{Fault, Faults};

/// Columns without which a claim cannot be read.
const NEEDED: [&str; 5] = ["claim_id", "claim_type", "indicator_id", "comparator", "geo_id"];

/// Reads a CSV table of claims. Every row that cannot be read is named with line, column and reason; then none is taken.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Claim>, Faults> {
    let text =
        std::str::from_utf8(bytes).map_err(|_| Fault::of_file(file, "not UTF-8; save the table as UTF-8 CSV"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header: Vec<String> = reader
        .headers()
        .map_err(|error| Fault::of_file(file, error))?
        .iter()
        .map(|name| name.trim().to_owned())
        .collect();
    let missing: Vec<&str> = NEEDED.into_iter().filter(|name| !header.iter().any(|column| column == name)).collect();
    if !missing.is_empty() {
        let reason =
            format!("columns are missing: {}; a table of claims has {}", missing.join(", "), Claim::COLUMNS.join(","));
        return Err(Fault { line: Some(1), ..Fault::of_file(file, reason) }.into());
    }
    let (mut claims, mut faults) = (Vec::new(), Vec::new());
    for row in reader.records() {
        let row = row.map_err(|error| Fault::of_file(file, error))?;
        let line = row.position().map_or(0, csv::Position::line);
        if row.len() != header.len() {
            let reason = format!("the row has {} cells, the table has {} columns", row.len(), header.len());
            faults.push(Fault { line: Some(line), ..Fault::of_file(file, reason) });
            continue;
        }
        let cell = |column: &str| {
            let at = header.iter().position(|name| name == column)?;
            row.get(at).map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        match Claim::read(&cell) {
            Ok(claim) => claims.push(claim),
            Err(fault) => faults.push(Fault::of_cell(file, line, fault.column, fault.reason)),
        }
    }
    if faults.is_empty() { Ok(claims) } else { Err(Faults(faults)) }
}
