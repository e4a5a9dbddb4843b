//! Few lists, network scale-up and respondent-driven samples against what other programs gave on open and synthetic sets.

use std::collections::BTreeMap;

use pana_stats::mse::{Table, list_bound};
use pana_stats::nsum::killworth::{Estimator, degrees_for, estimate};
use pana_stats::nsum::random_degree::{Chains, posterior};
use pana_stats::rds::bootstrap::{Repeated, salganik};
use pana_stats::rds::estimate::{rds_one, rds_two, shares};
use pana_stats::rds::successive::{Successive, successive};
use pana_stats::rds::{MissingDegree, Settings, report};
use pana_stats::span::{Span, deviation};
use pana_stats::watch::Unwatched;

use super::sheet::{number, rows, synthetic_ard, synthetic_rds};

/// A number of ours and its Monte-Carlo standard error, 0 where there is no chance in it.
type Found = (f64, f64);

#[test]
fn other_programs_are_reproduced() {
    let mut wrong = Vec::new();
    let posteriors = posteriors();
    for row in rows("few_lists_and_samples.csv") {
        let key = (row["set"].as_str(), row["method"].as_str(), row["quantity"].as_str());
        let (found, error) = answer(key, &posteriors);
        // Exact: what was printed was rounded. Monte Carlo: the other run has an error of its own, as large as one of ours of
        // its length; three standard errors of the difference besides the rounding.
        let tolerance = number(&row, "error") + 3.0 * error;
        assert_eq!(error == 0.0, row["kind"] == "exact", "{row:?}");
        if (found - number(&row, "value")).abs() > tolerance {
            wrong.push(format!("{key:?}: {found}, not {} (± {tolerance}) [{}]", row["value"], row["source"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn answer(key: (&str, &str, &str), posteriors: &BTreeMap<&'static str, Found>) -> Found {
    let killworth = |estimator| {
        let ard = synthetic_ard();
        let d = degrees_for(&ard, estimator);
        (estimate(&ard, &d, 0, estimator, &[1.0; 200]).expect("degrees").size, 0.0)
    };
    let sample = synthetic_rds();
    let view = sample.view(0, MissingDegree::Drop).expect("an outcome");
    match key {
        ("kosovo_1999_4lists", "chao", "multinomial-point") => {
            (list_bound::multinomial_point(&kosovo()).expect("twice"), 0.0)
        }
        ("synthetic_ard", "mle", "point") => killworth(Estimator::Mle),
        ("synthetic_ard", "pimle", "point") => killworth(Estimator::Pimle),
        ("synthetic_ard", "random-degree", quantity) => posteriors[quantity],
        ("synthetic_rds", "sample", "point") => {
            (shares(view.groups.iter().flatten().map(|g| (*g, 1.0)), 2).expect("people")[1], 0.0)
        }
        ("synthetic_rds", "rds-1", "point") => {
            (rds_one(&view.recruitments(), view.counted(), false).expect("connected")[1], 0.0)
        }
        ("synthetic_rds", "rds-2", "point") => (rds_two(view.counted(), 2).expect("people")[1], 0.0),
        ("synthetic_rds", "ss-2000", "point") => successive_runs(2000),
        ("synthetic_rds", "ss-1000", "point") => successive_runs(1000),
        other => panic!("no such oracle: {other:?}"),
    }
}

/// The mean of several runs, and the standard error of its difference to one more run.
fn single_run(runs: &[f64]) -> Found {
    let count = runs.len() as f64;
    let spread = deviation(runs).expect("several runs");
    (runs.iter().sum::<f64>() / count, spread * libm::sqrt(1.0 + 1.0 / count))
}

fn successive_runs(population: u64) -> Found {
    let sample = synthetic_rds();
    let view = sample.view(0, MissingDegree::Drop).expect("an outcome");
    let run = |seed| {
        let settings = Successive { population, iterations: 5, samples: 500, seed };
        successive(&view, settings, &Unwatched).expect("no stop").expect("a population").0[1]
    };
    single_run(&(0..8).map(run).collect::<Vec<_>>())
}

/// Mean and ends of the interval of the size, with the standard error that one run of 4,000 sweeps has: that of a mean is
/// s/√ESS, that of a quantile p is s √(p(1 − p)/ESS)/φ(z_p), both from how far our own sweeps depend on each other.
fn posteriors() -> BTreeMap<&'static str, Found> {
    let chains = Chains { chains: 8, warmup: 500, draws: 4000, seed: 1 };
    let one = posterior(&synthetic_ard(), 0, chains, 0.95, &Unwatched).expect("no stop").expect("reports");
    let (spread, ess) = (one.size.standard_error.expect("draws"), one.mixing.bulk_ess / 8.0);
    let mean = spread * libm::sqrt(1.125 / ess);
    // φ(1.96) is 0.05845.
    let end = mean * libm::sqrt(0.025 * 0.975) / 0.058_45;
    assert!(one.mixed, "{:?}", one.mixing);
    BTreeMap::from([("mean", (one.mean, mean)), ("lower", (one.size.lower, end)), ("upper", (one.size.upper, end))])
}

fn kosovo() -> Table {
    let lists = ["EXH", "ABA", "OSCE", "HRW"];
    let counted = rows("tables/kosovo_1999_4lists.csv").into_iter().map(|row| {
        let history = (0..4).filter(|i| row[lists[*i]] == "1").fold(0, |w, i| w | 1 << i);
        (history, number(&row, "count") as u64)
    });
    Table::new(lists.map(str::to_owned).to_vec(), counted.collect::<Vec<_>>()).expect("a table")
}

#[test]
fn the_answers_hold_the_truth_of_the_synthetic_sets() {
    let ard = synthetic_ard();
    let settings = pana_stats::nsum::Settings {
        level: 0.95,
        replicates: 1000,
        seed: 1,
        random_degree: Some(Chains { chains: 4, warmup: 500, draws: 1000, seed: 1 }),
    };
    let report = pana_stats::nsum::report(&ard, settings, &Unwatched).expect("no stop");
    let group = &report.groups[0];
    for found in group.results.iter().filter(|found| ["mle", "random-degree"].contains(&found.method)) {
        assert!(found.reason.is_none() && found.estimate.as_ref().is_some_and(|span| span.covers(8000.0)), "{found:?}");
    }
    assert_eq!((group.transmission.len(), report.hold_out.len()), (10, 12));
    let half = &group.transmission[4];
    let (_, span): &(&str, Span) = &half.estimates[0];
    assert!((half.tau - 0.5).abs() < 1e-12 && (span.point - 2.0 * 8_602.046_727).abs() < 1e-3);
}

#[test]
fn reports_are_the_same_bytes_on_any_number_of_threads() {
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let write = || {
        let settings = Settings {
            level: 0.95,
            replicates: 60,
            seed: 3,
            missing_degree: MissingDegree::Drop,
            successive: Some(Successive { population: 2000, iterations: 2, samples: 50, seed: 4 }),
            register: Some(pana_stats::rds::report::Register { counted: 300, outcome: 0, group: 1 }),
        };
        let rds = report(&synthetic_rds(), &settings, &Unwatched).expect("no stop");
        let settings = pana_stats::nsum::Settings {
            level: 0.9,
            replicates: 60,
            seed: 3,
            random_degree: Some(Chains { chains: 3, warmup: 20, draws: 40, seed: 2 }),
        };
        let nsum = pana_stats::nsum::report(&synthetic_ard(), settings, &Unwatched).expect("no stop");
        serde_json::to_string(&(&rds, &nsum)).expect("numbers")
    };
    let one = pool(1).install(write);
    assert_eq!(one, pool(3).install(write));
    assert!(one.contains("\"multiplier\":[{\"method\":\"rds-1\"") && one.contains("\"tau\":0.1"), "{one}");
}

#[test]
fn stopped_work_says_so() {
    struct Stopper;
    impl pana_stats::watch::Watch for Stopper {
        fn advance(&self, _stage: &'static str, _done: u64, _of: u64) {}
        fn stopped(&self) -> bool {
            true
        }
    }
    let chains = Chains { chains: 2, warmup: 1000, draws: 1000, seed: 1 };
    assert!(posterior(&synthetic_ard(), 0, chains, 0.95, &Stopper).is_err());
    let sample = synthetic_rds();
    let view = sample.view(0, MissingDegree::Drop).expect("an outcome");
    assert!(salganik(&view, Repeated::Two, 10, 1, &Stopper).is_err());
}
