//! Estimates of others for open tables, one row each in `tests/oracles/loglinear.csv`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use pana_stats::mse::Table;
use pana_stats::mse::fit::Fit;
use pana_stats::mse::forward::forward;
use pana_stats::mse::model::Model;
use pana_stats::mse::profile::profile;
use pana_stats::mse::search::{Criterion, downhill, rank};
use pana_stats::mse::status::{Known, settled};
use pana_stats::mse::stepwise::stepwise;
use pana_stats::special::normal_quantile;
use pana_stats::watch::Unwatched;

pub fn oracles() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracles")
}

/// A table of `tests/oracles/tables`.
pub fn table(name: &str) -> Table {
    let path = oracles().join("tables").join(format!("{name}.csv"));
    let mut reader = csv::Reader::from_path(path).expect("the table");
    let mut names: Vec<String> = reader.headers().expect("headers").iter().map(str::to_owned).collect();
    names.pop();
    let rows = reader.records().map(|row| {
        let cells: Vec<u64> = row.expect("a row").iter().map(|cell| cell.parse().expect("a number")).collect();
        let (count, lists) = cells.split_last().expect("cells");
        (lists.iter().enumerate().fold(0, |w, (i, on)| w | (*on as u32) << i), *count)
    });
    let rows: Vec<_> = rows.collect();
    Table::new(names, rows).expect("a table")
}

struct Row(csv::StringRecord);

impl Row {
    fn get(&self, column: usize) -> &str {
        &self.0[column]
    }

    /// `p` of `p=0.02 aic=44.9`.
    fn option(&self, key: &str) -> Option<&str> {
        self.get(2).split(' ').find_map(|option| option.strip_prefix(key)?.strip_prefix('='))
    }

    fn number(&self, key: &str) -> f64 {
        self.option(key).and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{key} in {:?}", self.0))
    }
}

/// Half a unit of the last digit printed, plus a millionth; or a share of the value.
fn agrees(found: f64, printed: &str, tolerance: &str) -> bool {
    let value: f64 = printed.parse().expect("a number");
    let digits = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let allowed = match tolerance {
        "printed" => 0.5 * 10_f64.powi(-(digits as i32)) * 1.000_001 + 1e-6 * value,
        share => value * share.trim_end_matches('%').parse::<f64>().expect("a share") / 100.0,
    };
    (found - value).abs() <= allowed
}

fn chosen(row: &Row, table: &Table) -> (Model, Fit) {
    let order = || row.option("order").map_or(table.t() as u32 - 1, |order| order.parse().expect("an order"));
    match row.get(1) {
        "fixed" => {
            let model = Model::parse(table.t(), row.get(3)).expect("a model");
            let fit = settled(table, &model, None).expect("an estimate");
            (model, fit)
        }
        "stepwise" => stepwise(table, row.number("p"), &Known::default())
            .map(|found| (found.model, found.fit))
            .expect("an estimate"),
        "aic" => forward(table, row.number("p"), &Known::default())
            .map(|found| (found.model, found.fit))
            .expect("an estimate"),
        "bic" => {
            let ranking = rank(table, order(), Criterion::Bic, &Unwatched).expect("not stopped");
            assert!(ranking.exhaustive);
            ranking.best(table).expect("an estimate")
        }
        "downhill" => {
            downhill(table, order(), Criterion::Bic, &Unwatched).expect("not stopped").best(table).expect("an estimate")
        }
        other => panic!("no method {other}"),
    }
}

fn check(row: &Row) -> Result<(), String> {
    let table = table(row.get(0));
    let (model, fit) = chosen(row, &table);
    let (z, tolerance) = (normal_quantile(0.975), row.get(8));
    let (point, lower, upper) = match row.get(7) {
        "profile" => {
            let found = profile(&table, &model, &fit, 0.95).expect("a profile");
            (found.point, found.lower, found.upper)
        }
        _ => (fit.total(), fit.wald(z).0, fit.wald(z).1),
    };
    for (name, found, printed) in [("estimate", point, 4), ("lower", lower, 5), ("upper", upper, 6)] {
        if !row.get(printed).is_empty() && !agrees(found, row.get(printed), tolerance) {
            return Err(format!("{name} {found} under {model} ({}), not {}", model.named(&table), row.get(printed)));
        }
    }
    for (key, found) in [("value", fit.bic()), ("aic", fit.aic())] {
        if row.option(key).is_some_and(|printed| !agrees(found, printed, "printed")) {
            return Err(format!("{key} {found}"));
        }
    }
    let expected = row.get(3);
    let same = if expected.starts_with('[') {
        expected == model.to_string()
    } else {
        let set = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
        expected.is_empty() || set(expected) == set(&model.named(&table))
    };
    if same { Ok(()) } else { Err(format!("model {model} ({}), not {expected}", model.named(&table))) }
}

#[test]
fn estimates_are_those_that_others_published_for_the_open_tables() {
    let mut reader = csv::Reader::from_path(oracles().join("loglinear.csv")).expect("the oracles");
    let rows: Vec<Row> = reader.records().map(|row| Row(row.expect("a row"))).collect();
    assert!(rows.len() > 50);
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|row| check(row).err().map(|why| format!("{} {} {}: {why}", row.get(0), row.get(1), row.get(2))))
        .collect();
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn merging_the_lists_of_a_larger_table_gives_the_smaller_one() {
    let merged = |name: &str, lists: u32, called: &str| table(name).merge(lists, called).expect("lists are left");
    // Columns: LA NG PF GO GP NCA.
    let uk = merged("uk_2013_6lists", 0b10_0100, "PFNCA");
    assert_eq!(uk, table("uk_2013_5lists"));
    assert_eq!(uk.omit(4), Some(table("uk_2013_4lists")));
    // I K O P R Z.
    assert_eq!(merged("netherlands_2010_2015_6lists", 0b101, "IO"), table("netherlands_2010_2015_5lists"));
    assert_ne!(merged("netherlands_2010_2015_6lists", 0b101, "IO"), table("netherlands_2010_2015_5lists_variant_2018"));
    // A B C D E F G H.
    assert_eq!(merged("new_orleans_8lists", 0b0111_0010, "BEFG"), table("new_orleans_5lists"));
}
