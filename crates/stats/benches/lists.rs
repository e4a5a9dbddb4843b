//! How long methods for overlapping lists take on the UK tables of 2013 (`cargo bench -p pana-stats --bench lists`).

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use pana_stats::mse::bootstrap::{BootSettings, bca, replicate};
use pana_stats::mse::search::{Criterion as By, rank};
use pana_stats::mse::status::Known;
use pana_stats::mse::stepwise::stepwise;
use pana_stats::watch::Unwatched;

#[path = "../tests/it/bayes/tables.rs"]
#[allow(dead_code, reason = "the laws use the rest")]
mod tables;

fn main() {
    let five = tables::table("uk_2013_5lists");
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(5))
        .configure_from_args();
    criterion.bench_function("stepwise with BCa, 1,000 replicates, five lists", |bench| {
        bench.iter(|| {
            let known = Known::default();
            let total = |table: &_| stepwise(table, 0.02, &known).map_or(f64::INFINITY, |found| found.fit.total());
            let settings = BootSettings { replicates: 1000, seed: 1 };
            let found = replicate(black_box(&five), settings, &Unwatched, &|table| vec![total(table)]);
            black_box(bca(total(&five), 2744.0, &found.expect("nobody stops it")[0], 0.95))
        });
    });
    criterion.bench_function("BIC over the 6,893 models of five lists", |bench| {
        bench.iter(|| black_box(rank(black_box(&five), 4, By::Bic, &Unwatched)));
    });
}
