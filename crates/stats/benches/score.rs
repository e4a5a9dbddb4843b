//! How long it takes to score all 176 countries of 2023 from their 141 ratings (`cargo bench -p pana-stats`).
//! Reads the same tables as the oracles, in `shared/facts/gsi` beside the repository.

#[path = "../tests/it/facts.rs"]
#[allow(dead_code, reason = "the oracles use the rest")]
mod facts;
#[path = "../tests/it/trees.rs"]
#[allow(dead_code, reason = "the oracles use the rest")]
mod trees;

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::Criterion;
use pana_stats::index::response::score;
use pana_stats::index::whatif::what_if;

fn main() {
    let rules = trees::rules_2023();
    let countries: Vec<(String, BTreeMap<String, f64>)> = facts::table("gsi_2023_government_indicators.csv")
        .iter()
        .map(|fact| (fact.place().to_owned(), trees::ratings_2023(fact, &rules)))
        .collect();
    assert_eq!(countries.len(), 176);

    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("score 176 countries", |bench| {
        bench.iter(|| {
            for (place, ratings) in &countries {
                black_box(score(&rules, place, black_box(ratings)).expect("published ratings are on their scales"));
            }
        });
    });
    criterion.bench_function("what if, for 176 countries", |bench| {
        bench.iter(|| {
            for (place, ratings) in &countries {
                black_box(what_if(&rules, place, black_box(ratings)).expect("published ratings are on their scales"));
            }
        });
    });
    criterion.final_summary();
}
