//! Averaging over decomposable graphs gives what others published, digit by digit.

use std::collections::BTreeMap;

use pana_stats::mse::bma::{Delta, Grid, Posterior, Prior, Settings, average};
use pana_stats::watch::Unwatched;

use super::tables::{number, rows, table};

#[test]
fn published_averages_are_found_again() {
    let mut known: BTreeMap<[String; 4], Posterior> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in rows("model_averaging.csv") {
        let case = ["table", "delta", "grid", "prior"].map(|column| row[column].clone());
        let posterior = known.entry(case).or_insert_with_key(run);
        let found = quantity(posterior, &row["reading"], &row["quantity"]);
        if (found - number(&row, "value")).abs() > number(&row, "tolerance") * (1.0 + 1e-9) {
            wrong.push(format!("{found} instead of {row:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(known.len(), 15);
}

fn run([stem, delta, grid, prior]: &[String; 4]) -> Posterior {
    let settings = Settings {
        delta: if delta == "2^-t" { Delta::OnePerson } else { Delta::Given(delta.parse().expect("a number")) },
        grid: match grid.split(' ').collect::<Vec<_>>()[..] {
            ["every", times] => Grid::Every { times: times.parse().expect("a number") },
            ["spread", points, times] => {
                Grid::Spread { points: points.parse().expect("a number"), times: times.parse().expect("a number") }
            }
            ["to", end] => Grid::Points((1..=end.parse().expect("a number")).collect()),
            _ => panic!("no grid is called {grid}"),
        },
        prior: match prior.as_str() {
            "1/N" => Prior::Reciprocal,
            "negative-binomial" => Prior::NegativeBinomial { shape: 13.14, scale: 55.17 },
            _ => panic!("no prior is called {prior}"),
        },
        named: 10,
    };
    average(&table(stem), &settings, &Unwatched).expect("nobody stops it").expect("three to five lists that overlap")
}

fn quantity(posterior: &Posterior, reading: &str, name: &str) -> f64 {
    let quantile = |p| if reading == "first-over" { posterior.first_over(p) } else { posterior.quantile(p) };
    match name {
        "median" => quantile(0.5),
        "lower" => quantile(0.025),
        "upper" => quantile(0.975),
        "mean" => posterior.mean(),
        model => {
            let graph = posterior.graphs.iter().find(|graph| graph.model() == model);
            graph.map_or(f64::NAN, |graph| graph.share)
        }
    }
}
