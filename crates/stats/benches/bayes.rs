//! How long the Bayesian methods take on the UK tables of 2013 (`cargo bench -p pana-stats --bench bayes`).

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use pana_stats::mse::{bma, latent, threshold};
use pana_stats::watch::Unwatched;

#[path = "../tests/it/bayes/tables.rs"]
#[allow(dead_code, reason = "the laws use the rest")]
mod tables;

fn main() {
    let (five, six) = (tables::table("uk_2013_5lists"), tables::table("uk_2013_6lists"));
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(5))
        .configure_from_args();
    criterion.bench_function("average 18,154 graphs of six lists at 1,000 points", |bench| {
        bench.iter(|| black_box(bma::average(black_box(&six), &bma::Settings::usual(), &Unwatched)));
    });
    criterion.bench_function("average 822 graphs of five lists at 27,440 points", |bench| {
        let settings = bma::Settings { grid: bma::Grid::Every { times: 10 }, ..bma::Settings::usual() };
        bench.iter(|| black_box(bma::average(black_box(&five), &settings, &Unwatched)));
    });
    criterion.bench_function("8 chains of 110,000 sweeps over ten latent classes of five lists", |bench| {
        bench.iter(|| black_box(latent::sample(black_box(&five), &latent::Settings::usual(1), &Unwatched)));
    });
    criterion.bench_function("8 chains of 110,000 sweeps over five latent classes of five lists", |bench| {
        let settings = latent::Settings { classes: 5, ..latent::Settings::usual(1) };
        bench.iter(|| black_box(latent::sample(black_box(&five), &settings, &Unwatched)));
    });
    criterion.bench_function("threshold the ten pairs of five lists", |bench| {
        bench.iter(|| black_box(threshold::estimate(black_box(&five), &threshold::Settings::usual(1), &Unwatched)));
    });
}
