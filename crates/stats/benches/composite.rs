//! How long it takes to make the ASEM index of 51 units × 49 indicators once, 10,000 times under other assumptions, and to find
//! which assumption matters (`cargo bench -p pana-stats --bench composite`). The tables are those of the oracles.

#[path = "../tests/it/models.rs"]
#[allow(dead_code, reason = "the oracles use the rest")]
mod models;

use std::hint::black_box;

use criterion::Criterion;
use pana_stats::composite::assumption::Assumption;
use pana_stats::composite::score;
use pana_stats::composite::sensitivity::{Estimator, SensitivitySettings, sensitivity};
use pana_stats::composite::uncertainty::uncertainty;
use pana_stats::watch::Unwatched;

fn main() {
    let (model, table) = models::asem();
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    criterion.bench_function("asem: the whole index once", |bench| {
        bench.iter(|| black_box(score(&model, black_box(&table)).expect("it can be scored")));
    });
    criterion.bench_function("asem: 10,000 replications, four assumptions", |bench| {
        bench.iter(|| uncertainty(&model, black_box(&table), 10_000, 0.9, 1, &Unwatched).expect("it can be drawn"));
    });
    // Noise in all 59 weights: nothing can be kept from one draw to the next.
    let mut all = model.clone();
    for assumption in &mut all.assume {
        if let Assumption::Weights { levels, .. } = assumption {
            levels.clear();
        }
    }
    criterion.bench_function("asem: 10,000 replications, every weight in doubt", |bench| {
        bench.iter(|| uncertainty(&all, black_box(&table), 10_000, 0.9, 1, &Unwatched).expect("it can be drawn"));
    });
    let settings =
        SensitivitySettings { draws: 8_192, bootstrap: 1_000, level: 0.9, seed: 1, estimator: Estimator::JanonJansen };
    criterion.bench_function("asem: sensitivity, N = 8,192, 49,152 evaluations, 1,000 bootstraps", |bench| {
        bench.iter(|| sensitivity(&model, black_box(&table), &settings, &Unwatched).expect("it can be drawn"));
    });
    criterion.final_summary();
}
