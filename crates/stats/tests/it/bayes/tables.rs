//! Capture tables and oracles of `tests/oracles`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pana_stats::mse::Table;

/// A table by the stem of its file in `tests/oracles/tables`.
pub fn table(stem: &str) -> Table {
    let mut reader = csv::Reader::from_path(folder().join("tables").join(format!("{stem}.csv"))).expect("a table file");
    let lists: Vec<String> = {
        let header = reader.headers().expect("a header");
        header.iter().filter(|name| *name != "count").map(str::to_owned).collect()
    };
    let rows: Vec<(u32, u64)> = reader
        .records()
        .map(|row| {
            let row = row.expect("a row");
            let history = (0..lists.len()).fold(0, |w, i| w | u32::from(&row[i] == "1") << i);
            (history, row[lists.len()].parse().expect("a count"))
        })
        .collect();
    Table::new(lists, rows).expect("a capture table")
}

/// The rows of an oracle file, by column.
pub fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(folder().join(file)).expect("an oracle file");
    let header = reader.headers().expect("a header").clone();
    let named = |row: csv::StringRecord| header.iter().zip(&row).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    reader.records().map(|row| named(row.expect("a row"))).collect()
}

/// A number of a row.
pub fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?} is no number"))
}

/// The same people, the lists in another order: list i becomes list `order[i]`.
pub fn reordered(table: &Table, order: &[usize]) -> Table {
    let mut names = table.lists().to_vec();
    for (i, to) in order.iter().enumerate() {
        names[*to].clone_from(&table.lists()[i]);
    }
    let moved = |w: u32| order.iter().enumerate().fold(0, |set, (i, to)| set | (w >> i & 1) << to);
    Table::new(names, table.seen().map(|(w, count)| (moved(w), count))).expect("the same people")
}

/// Every person `factor` times.
pub fn scaled(table: &Table, factor: u64) -> Table {
    table.with(table.seen().map(|(w, count)| (w, count * factor)).collect::<Vec<_>>())
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracles")
}
