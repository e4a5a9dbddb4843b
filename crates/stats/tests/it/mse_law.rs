//! What must hold for every capture table, whatever is in it.

use pana_stats::chance::Chance;
use pana_stats::mse::compare::compare;
use pana_stats::mse::estimator::{PUBLISHED, Settings};
use pana_stats::mse::hygiene::clean;
use pana_stats::mse::model::Model;
use pana_stats::mse::robustness::robustness;
use pana_stats::mse::status::{Known, settled};
use pana_stats::mse::stepwise::stepwise;
use pana_stats::mse::{Outcome, Table, Verdict};
use pana_stats::watch::{Unwatched, Watch};
use proptest::prelude::*;

use crate::mse_oracle::table;

const FEW: Settings = Settings { replicates: 20, top: 5, sweeps: 1100, ..PUBLISHED };
const TABLES: [&str; 6] = [
    "uk_2013_5lists",
    "netherlands_2010_2015_5lists",
    "new_orleans_8lists",
    "kosovo_1999_4lists",
    "korea_palembang_3lists",
    "artificial_3",
];

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs())
}

/// The same people with the lists in another order.
fn reordered(table: &Table) -> Table {
    let order: Vec<usize> = (0..table.t()).rev().collect();
    table.keep(&order).expect("all lists are kept")
}

#[test]
fn the_order_of_the_lists_does_not_matter() {
    for name in TABLES {
        let (table, other) = (table(name), reordered(&table(name)));
        let [a, b] = [&table, &other].map(|table| stepwise(table, 0.02, &Known::default()).expect("an estimate"));
        assert!(close(a.fit.total(), b.fit.total()), "{name}: {} {}", a.fit.total(), b.fit.total());
        assert!(close(a.fit.bic(), b.fit.bic()), "{name}");
    }
}

#[test]
fn a_fixed_model_scales_with_the_table() {
    for name in TABLES {
        let table = table(name);
        for factor in [2, 5, 10, 50] {
            let larger = table.with(table.seen().map(|(w, count)| (w, count * factor)));
            let model = Model::independence(table.t());
            let [a, b] = [&table, &larger].map(|table| settled(table, &model, None).expect("an estimate").total());
            assert!(close(a * factor as f64, b), "{name} times {factor}: {a} {b}");
        }
    }
}

#[test]
fn a_second_copy_of_a_list_changes_nothing_once_it_is_left_out() {
    let table = table("korea_palembang_3lists");
    let doubled = Table::new(
        ["b", "c", "d", "again"].map(str::to_owned).to_vec(),
        table.seen().map(|(w, count)| (w | (w & 1) << 3, count)),
    );
    assert_eq!(clean(&doubled.expect("a table")).0, Some(table));
}

#[test]
fn an_interval_holds_its_estimate_and_never_goes_below_those_observed() {
    for name in TABLES {
        let table = table(name);
        let found = compare(&table, &[], &FEW, &Unwatched).expect("nobody stops it");
        assert!(!found.results.is_empty());
        for answer in &found.results {
            let Some(estimate) = answer.estimate() else { continue };
            let n = table.n() as f64;
            assert!(
                estimate.point >= n && estimate.lower >= n && estimate.upper >= estimate.lower,
                "{name} {answer:?}"
            );
        }
    }
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        let table = table("korea_palembang_3lists");
        pool.install(|| {
            let compared = compare(&table, &[], &FEW, &Unwatched).expect("nobody stops it");
            let checked = robustness(&table, &FEW, 30, &Unwatched).expect("nobody stops it");
            serde_json::to_string(&(compared, checked)).expect("it can be written")
        })
    };
    let one = run(1);
    assert_eq!(one, run(3));
    assert_eq!(one, run(1));
}

#[test]
fn work_that_is_stopped_gives_nothing() {
    struct Impatient;
    impl Watch for Impatient {
        fn advance(&self, _: &'static str, _: u64, _: u64) {}
        fn stopped(&self) -> bool {
            true
        }
    }
    assert!(compare(&table("uk_2013_5lists"), &[], &PUBLISHED, &Impatient).is_err());
    assert!(robustness(&table("uk_2013_5lists"), &PUBLISHED, 10, &Impatient).is_err());
}

#[test]
fn lists_that_share_nobody_give_no_number() {
    let names = ["a", "b", "c"].map(str::to_owned).to_vec();
    let apart = Table::new(names, [(1, 30), (2, 40), (4, 50)]).expect("a table");
    let found =
        compare(&apart, &["independence", "aic", "stepwise", "bic"], &FEW, &Unwatched).expect("nobody stops it");
    assert_eq!(found.spread, None);
    assert_eq!(found.reason(), Some(pana_stats::mse::Reason::NoOverlap));
    assert!(found.results.iter().all(|answer| matches!(answer.outcome, Outcome::NotEstimable(_))));
    assert!(found.results.iter().all(|answer| answer.verdict() == Verdict::Fail));
}

#[test]
fn intervals_of_a_right_model_hold_as_often_as_they_promise() {
    // Simulated under independence, 300 tables: the share is within three standard errors of 95 %, ± 3.8 points.
    let truth = table("kosovo_1999_4lists");
    let fit = settled(&truth, &Model::independence(4), None).expect("an estimate");
    let people = fit.total().round();
    let held = (0..300)
        .filter(|number| {
            let mut counts = vec![0; fit.mu.len()];
            Chance::numbered(5, *number).multinomial(people as u64, &fit.mu, &mut counts);
            let drawn = truth.with((1..).zip(counts.into_iter().skip(1)));
            let (lower, upper) = settled(&drawn, &Model::independence(4), None).expect("an estimate").wald(1.96);
            (lower..=upper).contains(&people)
        })
        .count() as f64;
    assert!((held / 300.0 - 0.95).abs() < 3.0 * (0.95_f64 * 0.05 / 300.0).sqrt(), "{held} of 300");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Two to ten lists, empty ones, one with everybody, large counts: every method answers, and in bounds.
    #[test]
    fn no_table_makes_a_method_fall_over(
        t in 2_usize..=10,
        seeds in proptest::collection::vec((any::<u32>(), 0_u64..60), 1..25),
        factor in prop_oneof![Just(1_u64), Just(50)],
        everybody in any::<bool>(),
    ) {
        let names: Vec<String> = (0..t).map(|i| format!("list {i}")).collect();
        let all = (1_u32 << t) - 1;
        let cells = seeds.into_iter().map(|(w, count)| ((w & all).max(1) | u32::from(everybody), count * factor));
        let Ok(table) = Table::new(names, cells) else { return Ok(()) };
        let few = Settings { replicates: 3, top: 2, sweeps: 110, ..PUBLISHED };
        let found = compare(&table, &["independence", "aic", "stepwise", "lcmcr", "chapman", "chao"], &few, &Unwatched).expect("nobody stops it");
        for answer in &found.results {
            if let Some(estimate) = answer.estimate() {
                prop_assert!(estimate.point.is_finite() && estimate.point >= found.observed as f64 - 1e-6);
                prop_assert!(!estimate.lower.is_nan() && !estimate.upper.is_nan());
            }
        }
        robustness(&table, &few, 2, &Unwatched).expect("nobody stops it");
    }
}
