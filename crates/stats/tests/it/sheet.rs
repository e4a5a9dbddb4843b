//! Oracle files of the repository, read as rows.

use std::collections::BTreeMap;
use std::path::Path;

use pana_stats::nsum::{Ard, Group};
use pana_stats::rds::{Outcome, Recruit, Sample};

/// The rows of a file below `tests/oracles`, by column.
pub fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles").join(file);
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    reader.deserialize().collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A cell that must be a number.
pub fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|error| panic!("{column} of {row:?}: {error}"))
}

/// The synthetic answers about twelve known groups and a hidden one.
pub fn synthetic_ard() -> Ard {
    let sizes: BTreeMap<String, f64> =
        rows("synthetic/ard_sizes.csv").iter().map(|row| (row["name"].clone(), number(row, "size"))).collect();
    let answers = rows("synthetic/ard_200x13.csv");
    let names = (1..=12).map(|k| format!("known_{k}")).chain(["hidden".to_owned()]);
    let group = |name: String| Group {
        size: sizes.get(&name).copied(),
        known: answers.iter().map(|row| number(row, &name) as u64).collect(),
        name,
    };
    Ard::new(sizes["total_population"], names.map(group).collect()).expect("the synthetic set is well")
}

/// The synthetic sample of 400 from 2,000.
pub fn synthetic_rds() -> Sample {
    let person = |row: &BTreeMap<String, String>| Recruit {
        id: row["id"].clone(),
        recruiter: Some(row["recruiter.id"].clone()).filter(|id| id != "seed"),
        degree: Some(number(row, "degree")),
        groups: vec![Some(number(row, "outcome") as usize)],
    };
    let people: Vec<Recruit> = rows("synthetic/rds_n400.csv").iter().map(person).collect();
    let outcome = Outcome { name: "outcome".into(), groups: vec!["0".into(), "1".into()] };
    Sample::new(vec![outcome], &people).expect("the synthetic set is well")
}
