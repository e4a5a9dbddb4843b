//! Models of `data/indices` and the tables they are made from.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pana_stats::composite::{Model, Table, Unit};

/// A model file of `data/indices`.
pub fn model(id: &str) -> Model {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/indices")).join(format!("{id}.toml"));
    let text = std::fs::read_to_string(&path).expect("the model is in data/indices");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A table of `tests/oracles`, by row and column.
pub fn oracle(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles")).join(file);
    let mut reader = csv::Reader::from_path(&path).expect("the oracle is carried");
    reader.deserialize().map(|row| row.expect("each row has the columns of the header")).collect()
}

/// The number in a cell; `None` where it is empty or NA.
pub fn number(row: &BTreeMap<String, String>, column: &str) -> Option<f64> {
    let text = row.get(column).unwrap_or_else(|| panic!("the table has no column {column}"));
    let missing = ["", "NA", "x"].contains(&text.as_str());
    (!missing).then(|| text.parse().unwrap_or_else(|_| panic!("{column} holds {text}")))
}

/// Rows as the engine takes them: a column whose filled cells are all numbers is one of numbers, and all are words.
pub fn table(model: &Model, rows: &[BTreeMap<String, String>]) -> Table {
    let missing = |text: &str| text.is_empty() || text == "NA" || model.table.missing.iter().any(|m| m == text);
    let name = model.table.name.as_ref().unwrap_or(&model.table.unit);
    let mut table = Table {
        units: rows.iter().map(|row| Unit { code: row[&model.table.unit].clone(), name: row[name].clone() }).collect(),
        ..Table::default()
    };
    for column in rows[0].keys() {
        let cells: Vec<Option<String>> =
            rows.iter().map(|row| Some(row[column].clone()).filter(|text| !missing(text))).collect();
        let numbers: Option<Vec<Option<f64>>> = cells
            .iter()
            .map(|cell| cell.as_ref().map(|text| text.parse().ok()).map_or(Some(None), |v| v.map(Some)))
            .collect();
        if let Some(numbers) = numbers {
            table.numbers.insert(column.clone(), numbers);
        }
        table.words.insert(column.clone(), cells);
    }
    table
}

/// The inputs of the ASEM example.
pub fn asem() -> (Model, Table) {
    let model = model("asem");
    let table = table(&model, &oracle("asem/idata.csv"));
    (model, table)
}

/// INFORM Risk 2021 with its published scores.
pub fn inform() -> (Model, Table, Vec<BTreeMap<String, String>>) {
    let model = model("inform-2021");
    let rows = oracle("inform/results.csv");
    let table = table(&model, &rows);
    (model, table, rows)
}
