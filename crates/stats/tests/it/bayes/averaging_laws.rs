//! What averaging over decomposable graphs must do whatever the table.

use pana_stats::mse::bma::{Settings, answer, average, graph};
use pana_stats::mse::{Reason, Table, Verdict};
use pana_stats::watch::{Stopped, Unwatched, Watch};
use proptest::prelude::*;

use super::tables::{reordered, scaled, table};

fn refused(table: &Table) -> Option<Reason> {
    average(table, &Settings::usual(), &Unwatched).expect("nobody stops it").err()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_lists_changes_no_digit(
        counts in proptest::collection::vec(0_u64..30, 15),
        order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
    ) {
        let names = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let Ok(table) = Table::new(names, (1..16).zip(counts)) else { return Ok(()) };
        let settings = Settings::usual();
        let here = average(&table, &settings, &Unwatched).expect("nobody stops it");
        let there = average(&reordered(&table, &order), &settings, &Unwatched).expect("nobody stops it");
        match (here, there) {
            (Ok(here), Ok(there)) => {
                prop_assert!(here.shares.iter().zip(&there.shares).all(|(a, b)| a.to_bits() == b.to_bits()));
                prop_assert_eq!(here.median().to_bits(), there.median().to_bits());
                prop_assert_eq!(here.modes(), there.modes());
                // The likeliest graph is the same one under new numbers.
                let moved = |set: u32| order.iter().enumerate().fold(0, |to, (i, j)| to | (set >> i & 1) << j);
                let mut cliques: Vec<u32> = here.graphs[0].cliques.iter().map(|set| moved(*set)).collect();
                cliques.sort_unstable();
                let same = there.graphs.iter().find(|graph| graph.cliques == cliques);
                // Graphs that tie may be named in another order; then the likeliest still has the same share.
                prop_assert!(same.is_some_and(|graph| (graph.share - here.graphs[0].share).abs() < 1e-12)
                    || (there.graphs[0].share - there.graphs[9].share).abs() < 1e-12);
            }
            (here, there) => prop_assert_eq!(here.err(), there.err()),
        }
    }

    #[test]
    fn no_table_makes_it_panic_or_forget_a_number(
        t in 2_usize..8,
        counts in proptest::collection::vec(prop_oneof![4 => Just(0_u64), 2 => 0_u64..5, 1 => 0_u64..100_000], 127),
    ) {
        let names = (0..t).map(|i| i.to_string()).collect();
        let Ok(table) = Table::new(names, (1..1 << t).zip(counts)) else { return Ok(()) };
        let said = answer(&table, &Settings::usual(), 0.95, &Unwatched).expect("nobody stops it");
        match said.estimate() {
            Some(estimate) => {
                prop_assert!(estimate.lower <= estimate.point && estimate.point <= estimate.upper);
                prop_assert!(estimate.lower >= table.n() as f64 && estimate.upper.is_finite());
                let mut numbers = said.gates.iter().filter_map(|gate| gate.value);
                prop_assert!(numbers.all(f64::is_finite));
            }
            None => prop_assert!(!graph::LISTS.contains(&t) || table.overlap_share() == 0.0),
        }
    }
}

#[test]
fn counts_fifty_times_as_large_still_have_an_answer() {
    for stem in ["uk_2013_5lists", "netherlands_2010_2015_5lists", "kosovo_1999_4lists", "madigan_york_3lists"] {
        for factor in [2, 5, 10, 50] {
            let larger = scaled(&table(stem), factor);
            let posterior = average(&larger, &Settings::usual(), &Unwatched).expect("nobody stops it").expect("it can");
            let sum: f64 = posterior.shares.iter().sum();
            assert!((sum - 1.0).abs() < 1e-12, "{stem} times {factor}: {sum}");
            assert!(posterior.median() > larger.n() as f64 && posterior.interval(0.95).1.is_finite());
        }
    }
}

#[test]
fn what_cannot_be_averaged_is_refused_with_its_reason() {
    assert_eq!(refused(&table("new_orleans_8lists")), Some(Reason::NumberOfLists));
    let two = table("korea_palembang_3lists").omit(1).expect("two lists are left");
    assert_eq!(refused(&two), Some(Reason::NumberOfLists));
    let names = ["a", "b", "c"].map(str::to_owned).to_vec();
    let apart = Table::new(names, [(1, 10), (2, 10), (4, 10)]).expect("a table");
    assert_eq!(refused(&apart), Some(Reason::NoOverlap));
}

#[test]
fn two_stories_in_one_table_are_both_told() {
    // The UK table has a peak near 11,500 and one near 25,000 (reference, section 2.5).
    let uk =
        average(&table("uk_2013_5lists"), &Settings::usual(), &Unwatched).expect("nobody stops it").expect("it can");
    let modes = uk.modes();
    assert_eq!(modes.len(), 2, "{modes:?}");
    assert!((10_000.0..13_000.0).contains(&modes[1].at) && (20_000.0..27_000.0).contains(&modes[0].at), "{modes:?}");
    let said = answer(&table("uk_2013_5lists"), &Settings::usual(), 0.95, &Unwatched).expect("nobody stops it");
    assert_eq!(said.gates.iter().find(|gate| gate.name == "modes").map(|gate| gate.verdict), Some(Verdict::Doubt));
}

#[test]
fn six_lists_are_averaged_and_agree_with_the_five_they_become() {
    let six =
        average(&table("uk_2013_6lists"), &Settings::usual(), &Unwatched).expect("nobody stops it").expect("it can");
    assert_eq!(six.averaged, 18_154);
    let five =
        average(&table("uk_2013_5lists"), &Settings::usual(), &Unwatched).expect("nobody stops it").expect("it can");
    let (lower, upper) = five.interval(0.95);
    assert!((lower..upper).contains(&six.median()), "{}", six.median());
}

#[test]
fn work_that_is_stopped_leaves_nothing() {
    struct Impatient;
    impl Watch for Impatient {
        fn advance(&self, _stage: &'static str, _done: u64, _of: u64) {}
        fn stopped(&self) -> bool {
            true
        }
    }
    assert_eq!(average(&table("uk_2013_5lists"), &Settings::usual(), &Impatient), Err(Stopped));
}

#[test]
fn threads_change_no_digit() {
    let uk = table("uk_2013_5lists");
    let within = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| average(&uk, &Settings::usual(), &Unwatched))
    };
    assert_eq!(within(1), within(3));
}
