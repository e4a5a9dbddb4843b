//! The rows of a law as a page lists them: what the law says, where it says so, and what somebody must still confirm.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use crate::dated::Dated;
use crate::law::Law;
use crate::version::Terms;

/// A row of the law.
#[derive(Clone, Debug, PartialEq)]
pub struct LawRow {
    /// The key in the file, such as `clock.base_months`.
    pub key: String,
    /// The row, its value as JSON.
    pub row: Dated<Value>,
}

/// Every row, by key and first day.
pub fn rows(law: &Law) -> Vec<LawRow> {
    let mut rows = Vec::new();
    if let Ok(written) = serde_json::to_value(law) {
        gather(&written, String::new(), &mut rows);
    }
    rows
}

/// Every row of what a case keeps of a law.
pub fn rows_of(terms: &Terms) -> Vec<LawRow> {
    let mut rows = Vec::new();
    if let Ok(written) = serde_json::to_value(terms) {
        gather(&written, String::new(), &mut rows);
    }
    rows
}

/// The rows of a day that no source confirms: the head of a centre has to.
pub fn to_confirm(law: &Law, on: Date) -> Vec<LawRow> {
    rows(law).into_iter().filter(|row| !row.row.verified && row.row.holds_on(on)).collect()
}

fn gather(written: &Value, key: String, rows: &mut Vec<LawRow>) {
    match written {
        // A row of the law is what says whether it was verified.
        Value::Object(object) if object.contains_key("verified") => {
            rows.extend(Dated::<Value>::deserialize(written).ok().map(|row| LawRow { key, row }));
        }
        Value::Object(object) => {
            for (name, inner) in object {
                let path = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                gather(inner, path, rows);
            }
        }
        Value::Array(all) => all.iter().for_each(|inner| gather(inner, key.clone(), rows)),
        _ => {}
    }
}
