//! How the official workbooks are laid out: which sheet of which edition holds what. A workbook is known by its sheets.

use std::collections::BTreeMap;

use super::Contents;
use super::sheet::{Book, Sheet};
use crate::edition::HeadlineRow;
use crate::fault::{Fault, Faults};

const SUMMARY_2023: &str = "GSI 2023 summary data";
const RATINGS_2023: &str = "Govt response - Indicators";
const TABLE_2018: &str = "Global prev, vuln, govt table";

/// Our column of each column of the summary of 2023, in its order.
const COLUMNS_2023: [&str; 17] = [
    "country",
    "population",
    "",
    "prevalence_per_1000",
    "people_in_modern_slavery",
    "vuln_governance_issues",
    "vuln_lack_of_basic_needs",
    "vuln_inequality",
    "vuln_disenfranchised_groups",
    "vuln_effects_of_conflict",
    "vuln_total",
    "gov_m1_survivors",
    "gov_m2_criminal_justice",
    "gov_m3_coordination",
    "gov_m4_risk_factors",
    "gov_m5_supply_chains",
    "gov_total",
];

/// Our column of each column of the table of 2018, in its order; of a milestone the percent is taken, not the points.
const COLUMNS_2018: [&str; 27] = [
    "country",
    "population",
    "",
    "prevalence_per_1000",
    "people_in_modern_slavery",
    "vuln_governance_issues",
    "vuln_lack_of_basic_needs",
    "vuln_inequality",
    "vuln_disenfranchised_groups",
    "vuln_effects_of_conflict",
    "vuln_total",
    "",
    "gov_m1_survivors",
    "",
    "gov_m2_criminal_justice",
    "",
    "gov_m3_coordination",
    "NEG143",
    "NEG181",
    "",
    "gov_m4_risk_factors",
    "",
    "gov_m5_supply_chains",
    "",
    "",
    "gov_total",
    "gov_rating",
];

/// Reads a workbook of any known edition. `known` gives the ISO code for a country's name in an edition.
pub fn read(file: &str, bytes: &[u8], known: &[HeadlineRow]) -> Result<(String, Contents), Faults> {
    let mut book = Book::open(file, bytes)?;
    if book.has(SUMMARY_2023) {
        let sheet = book.sheet(SUMMARY_2023, "Country")?;
        let rows = headline(&sheet, &COLUMNS_2023, "2023", known)?;
        let ratings = if book.has(RATINGS_2023) {
            ratings(&book.sheet(RATINGS_2023, "Country")?, known)?
        } else {
            BTreeMap::new()
        };
        return Ok(("gsi-2023".to_owned(), Contents { rows, ratings, negatives: BTreeMap::new() }));
    }
    if book.has(TABLE_2018) {
        let sheet = book.sheet(TABLE_2018, "Region")?;
        let mut rows = headline(&sheet, &COLUMNS_2018, "2018", known)?;
        let negatives = rows.iter_mut().map(take_negatives).collect();
        return Ok(("gsi-2018".to_owned(), Contents { rows, ratings: BTreeMap::new(), negatives }));
    }
    let found = book.sheets().join("`, `");
    let reason =
        format!("not a workbook we know: expected a sheet `{SUMMARY_2023}` or `{TABLE_2018}`, found `{found}`");
    Err(Fault::of_file(file, reason).into())
}

fn headline(
    sheet: &Sheet<'_>,
    columns: &[&str],
    edition: &str,
    known: &[HeadlineRow],
) -> Result<Vec<HeadlineRow>, Faults> {
    if sheet.header().len() < columns.len() {
        let reason = format!("{} columns, expected {}", sheet.header().len(), columns.len());
        return Err(sheet.fault(1, "header", reason).into());
    }
    let codes: BTreeMap<&str, &str> = names(known, edition);
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for (line, cells) in sheet.rows() {
        let country = cells[0].trim_end_matches('*').trim().to_owned();
        // Notes stand below the table in the first column; a row of the table has a region.
        if country.is_empty() || cells[2].is_empty() {
            continue;
        }
        match codes.get(country.as_str()) {
            Some(iso3) => rows.push(row(line, iso3, edition, columns, cells)),
            None => faults.push(sheet.fault(line, "Country", format!("`{country}` is not a country of this edition"))),
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(Faults(faults)) }
}

fn names<'a>(known: &'a [HeadlineRow], edition: &str) -> BTreeMap<&'a str, &'a str> {
    known
        .iter()
        .filter(|row| row.cell("edition") == edition)
        .map(|row| (row.cell("country"), row.cell("iso3")))
        .collect()
}

fn row(line: u64, iso3: &str, edition: &str, columns: &[&str], cells: Vec<String>) -> HeadlineRow {
    let filled = columns.iter().zip(cells).filter(|(column, _)| !column.is_empty());
    let mut cells: BTreeMap<String, String> =
        filled.map(|(column, cell)| ((*column).to_owned(), figure(&cell))).collect();
    cells.insert("iso3".to_owned(), iso3.to_owned());
    cells.insert("edition".to_owned(), edition.to_owned());
    HeadlineRow { line, cells }
}

/// A cell in our notation: `<1,000` becomes `<1000`; signs for "not available" become empty.
fn figure(cell: &str) -> String {
    match cell {
        "" | "-" | "–" | "n/a" | "N/A" | "." => String::new(),
        cell if cell.starts_with('<') => cell.replace([',', ' '], ""),
        cell => cell.to_owned(),
    }
}

fn take_negatives(row: &mut HeadlineRow) -> (String, BTreeMap<String, f64>) {
    let taken = ["NEG143", "NEG181"].into_iter().filter_map(|code| {
        let cell = row.cells.remove(code)?;
        Some((code.to_owned(), cell.parse().ok()?))
    });
    let negatives = taken.collect();
    (row.cell("iso3").to_owned(), negatives)
}

fn ratings(sheet: &Sheet<'_>, known: &[HeadlineRow]) -> Result<BTreeMap<String, BTreeMap<String, f64>>, Faults> {
    let codes = names(known, "2023");
    let header = sheet.header().to_vec();
    let is_code = |name: &str| {
        name.starts_with('M')
            && name.trim_end_matches("NEG")[1..].bytes().all(|byte| byte.is_ascii_digit())
            && name.len() > 4
    };
    let country = header.iter().position(|name| name == "Country").unwrap_or(1);
    let (mut ratings, mut faults) = (BTreeMap::new(), Vec::new());
    for (line, cells) in sheet.rows().filter(|(_, cells)| !cells[0].is_empty() && !cells[country].is_empty()) {
        let Some(iso3) = codes.get(cells[country].as_str()) else {
            faults.push(sheet.fault(line, "Country", format!("`{}` is not a country of this edition", cells[country])));
            continue;
        };
        let mut row = BTreeMap::new();
        for (code, cell) in header.iter().zip(&cells).filter(|(code, cell)| is_code(code) && !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(rating) => drop(row.insert(code.clone(), rating)),
                Err(_) => faults.push(sheet.fault(line, code, format!("`{cell}` is not a rating"))),
            }
        }
        ratings.insert((*iso3).to_owned(), row);
    }
    if faults.is_empty() { Ok(ratings) } else { Err(Faults(faults)) }
}
