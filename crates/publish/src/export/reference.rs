//! Reference: which column of a table names rows of another. Only what holds for every row is declared.

use std::collections::BTreeSet;

use super::table::Table;

/// A column whose every filled cell is the key of a row of another table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The column here.
    pub column: String,
    /// The table there.
    pub table: String,
    /// Its key.
    pub target: String,
}

/// Columns that name an indicator without bearing the name of its key.
const ENDS_OF_AN_EDGE: [&str; 2] = ["from_indicator", "to_indicator"];

/// Finds the references between tables: a column named like the one key of another table, or ending so
/// (`origin_source_id`), refers to it, if every cell is found there.
pub fn find(tables: &mut [Table]) {
    let keys: Vec<(String, String, BTreeSet<String>)> = tables
        .iter()
        .filter_map(|table| {
            let [key] = table.key.as_slice() else { return None };
            Some((table.name.clone(), key.clone(), table.cells(key).map(str::to_owned).collect()))
        })
        .collect();
    for table in tables {
        let columns: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        let found = columns.into_iter().filter_map(|column| {
            let mut filled = table.cells(&column).peekable();
            filled.peek()?;
            let cells: Vec<&str> = filled.collect();
            let holds = |(name, key, known): &&(String, String, BTreeSet<String>)| {
                *name != table.name && alike(&column, key) && cells.iter().all(|cell| known.contains(*cell))
            };
            let (name, key, _) = keys.iter().find(holds)?;
            Some(Reference { column, table: name.clone(), target: key.clone() })
        });
        table.references = found.collect();
    }
}

fn alike(column: &str, key: &str) -> bool {
    let ending = |rest: &str| rest.is_empty() || rest.ends_with('_');
    column.strip_suffix(key).is_some_and(ending) || (key == "indicator_id" && ENDS_OF_AN_EDGE.contains(&column))
}
