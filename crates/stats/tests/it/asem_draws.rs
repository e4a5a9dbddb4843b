//! Oracle: the uncertainty and sensitivity of the ASEM example, 100 random draws each, within Monte Carlo error.
//!
//! What 100 draws of another program may give is found by simulation: this engine makes many sets of 100 draws of its own,
//! each with its own seed, and the published figure must lie within three standard errors of their mean.

use pana_stats::composite::assumption::Assumption;
use pana_stats::composite::sensitivity::{Design, Estimator, SensitivitySettings, sensitivity};
use pana_stats::composite::uncertainty::{RankSpread, uncertainty};
use pana_stats::special::quantile_7;
use pana_stats::watch::Unwatched;

use crate::models::{asem, number, oracle};

/// Mean and standard deviation.
fn spread(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (mean, (values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0)).sqrt())
}

/// Every rank that occurred, in order.
fn ranks(unit: &RankSpread) -> Vec<f64> {
    let each = unit.counts.iter().enumerate();
    each.flat_map(|(at, &count)| std::iter::repeat_n((at + 1) as f64, count as usize)).collect()
}

#[test]
fn ranks_of_100_draws_are_the_published_ones_within_monte_carlo_error() {
    let (model, table) = asem();
    let whole = uncertainty(&model, &table, 8_192, 0.9, 7, &Unwatched).expect("it can be drawn");
    let published = oracle("asem/ua_n100_rankstats.csv");
    let mut chance = pana_stats::chance::Chance::new(11);
    let (mut compared, mut apart) = (0, Vec::new());
    for row in &published {
        let unit = whole.units.iter().find(|unit| unit.unit == row["uCode"]).expect("a known unit");
        assert_eq!(unit.nominal.map(|rank| rank as f64), number(row, "Nominal"), "{}", unit.unit);
        let all = ranks(unit);
        // 400 random sets of 100 draws out of the 8,192.
        let sets: Vec<[f64; 4]> = (0..400)
            .map(|_| {
                let mut set: Vec<f64> = (0..100).map(|_| all[chance.below(all.len())]).collect();
                set.sort_by(f64::total_cmp);
                let mean = set.iter().sum::<f64>() / 100.0;
                [mean, quantile_7(&set, 0.5), quantile_7(&set, 0.05), quantile_7(&set, 0.95)]
            })
            .collect();
        for (at, column) in ["Mean", "Median", "Q5", "Q95"].iter().enumerate() {
            let (mean, sd) = spread(&sets.iter().map(|set| set[at]).collect::<Vec<_>>());
            let off = (number(row, column).expect("published") - mean).abs();
            compared += 1;
            // A quantile of ranks is a whole number most of the time: half a rank is its grain.
            let grain = if *column == "Mean" { 0.0 } else { 0.5 };
            if off > 3.0 * sd + grain {
                apart.push(format!("{} {column}: {off} apart, standard error {sd}", unit.unit));
            }
        }
    }
    assert_eq!(compared, 204);
    // Each is beyond three standard errors with a probability of about 0.3 %, and the 100 draws are shared by all units; of 204
    // comparisons two may be.
    assert!(apart.len() <= 2, "{apart:#?}");
}

#[test]
fn shares_of_100_draws_are_the_published_ones_within_monte_carlo_error() {
    let (model, table) = asem();
    let settings =
        |draws, seed| SensitivitySettings { draws, bootstrap: 0, level: 0.9, seed, estimator: Estimator::Saltelli };
    let names = ["treatment", "normalisation", "weights", "aggregation"];
    let published = ["Winmax", "Normalisation", "Weights", "Aggregation"];
    // Sets of 100 rows taken at random from one large design are what 100 random draws give.
    let design = pana_stats::composite::sensitivity::design(&model, &table, &settings(8_192, 3), &Unwatched);
    let design = design.expect("it can be drawn");
    let mut chance = pana_stats::chance::Chance::new(5);
    let sets: Vec<Vec<(f64, f64)>> = (0..500)
        .map(|_| {
            let rows: Vec<u32> = (0..100).map(|_| chance.below(8_192) as u32).collect();
            design.indices(Estimator::Saltelli, &rows).expect("the ranks move")
        })
        .collect();
    let rows = oracle("asem/sa_n100_sensitivity.csv");
    for (at, (name, theirs)) in names.iter().zip(published).enumerate() {
        assert_eq!(model.assume[at].name(), *name);
        let row = rows.iter().find(|row| row["Variable"] == theirs).expect("published");
        for (column, of) in [("Si", 0), ("STi", 1)] {
            let values: Vec<f64> = sets.iter().map(|set| if of == 0 { set[at].0 } else { set[at].1 }).collect();
            let (mean, sd) = spread(&values);
            let off = (number(row, column).expect("published") - mean).abs();
            assert!(off <= 3.0 * sd, "{name} {column}: {off} apart, standard error {sd}");
        }
    }
}

#[test]
fn the_shares_settle_with_more_draws_and_add_up() {
    let (model, table) = asem();
    let settings = |seed| SensitivitySettings {
        draws: 4_096,
        bootstrap: 200,
        level: 0.95,
        seed,
        estimator: Estimator::JanonJansen,
    };
    let one = sensitivity(&model, &table, &settings(1), &Unwatched).expect("it can be drawn");
    let other = sensitivity(&model, &table, &settings(2), &Unwatched).expect("it can be drawn");
    assert_eq!(one.evaluations, 4_096 * 6);
    let sum: f64 = one.factors.iter().map(|factor| factor.first.expect("the ranks move")).sum();
    assert!((0.0..=1.02).contains(&sum), "first-order shares add up to {sum}");
    for (a, b) in one.factors.iter().zip(&other.factors) {
        let (first, total) = (a.first.expect("moves"), a.total.expect("moves"));
        let inside = |value: f64, interval: Option<(f64, f64)>| {
            let (low, high) = interval.expect("a bootstrap was asked for");
            // The other run has its own error: twice the width of an interval of one holds both.
            let room = high - low;
            low - room <= value && value <= high + room
        };
        assert!(inside(b.first.expect("moves"), a.first_interval), "{a:?} {b:?}");
        assert!(inside(b.total.expect("moves"), a.total_interval), "{a:?} {b:?}");
        assert!(total >= first - 0.02, "{a:?}");
    }
    assert_eq!(one.units.len(), 51);
}

/// Ishigami and Homma 1990: y = sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁, x uniform on (−π, π). Known shares.
#[test]
fn a_function_with_known_shares_has_them() {
    let sequence = pana_stats::composite::sobol::Sequence::new(6, 1);
    let n = 1 << 14;
    let (mut design, mut point) = (Design { a: Vec::new(), b: Vec::new(), ab: vec![Vec::new(); 3] }, Vec::new());
    let pi = std::f64::consts::PI;
    let f = |x: [f64; 3]| {
        let [x1, x2, x3] = x.map(|u| pi * (2.0 * u - 1.0));
        libm::sin(x1) + 7.0 * libm::pow(libm::sin(x2), 2.0) + 0.1 * libm::pow(x3, 4.0) * libm::sin(x1)
    };
    for draw in 0..n {
        sequence.point(draw, &mut point);
        let (a, b) = ([point[0], point[1], point[2]], [point[3], point[4], point[5]]);
        design.a.push(f(a));
        design.b.push(f(b));
        for i in 0..3 {
            let mut mixed = a;
            mixed[i] = b[i];
            design.ab[i].push(f(mixed));
        }
    }
    let (a, b) = (7.0_f64, 0.1_f64);
    let (v1, v2) = (0.5 * libm::pow(1.0 + b * libm::pow(pi, 4.0) / 5.0, 2.0), a * a / 8.0);
    let v13 = b * b * libm::pow(pi, 8.0) * (1.0 / 18.0 - 1.0 / 50.0);
    let v = v1 + v2 + v13;
    let known = [(v1 / v, (v1 + v13) / v), (v2 / v, v2 / v), (0.0, v13 / v)];
    let rows: Vec<u32> = (0..n as u32).collect();
    let (mean, variance) = design.moments();
    assert!((mean - a / 2.0).abs() < 0.01 && (variance - v).abs() < 0.05, "{mean} {variance}");
    for estimator in [Estimator::JanonJansen, Estimator::Saltelli] {
        let found = design.indices(estimator, &rows).expect("it varies");
        let settings = SensitivitySettings { draws: n as usize, bootstrap: 200, level: 0.997, seed: 4, estimator };
        let intervals = design.intervals(&settings, &Unwatched).expect("nobody stops it");
        for ((found, known), interval) in found.iter().zip(known).zip(intervals) {
            // Three standard errors by the bootstrap, which for an even sequence is too much rather than too little.
            let room = |interval: Option<(f64, f64)>| interval.map_or(0.0, |(low, high)| high - low) / 2.0;
            assert!((found.0 - known.0).abs() <= room(interval.first), "{estimator:?}: {found:?}, known {known:?}");
            assert!((found.1 - known.1).abs() <= room(interval.total), "{estimator:?}: {found:?}, known {known:?}");
        }
    }
}

#[test]
fn only_the_factor_that_acts_has_a_share() {
    let (mut model, table) = asem();
    // The weights of level 4 are that of the index alone, which has no sibling: they can move nothing.
    for assumption in &mut model.assume {
        if let Assumption::Weights { levels, .. } = assumption {
            *levels = vec![4];
        }
    }
    let settings =
        SensitivitySettings { draws: 256, bootstrap: 50, level: 0.9, seed: 1, estimator: Estimator::JanonJansen };
    let found = sensitivity(&model, &table, &settings, &Unwatched).expect("it can be drawn");
    let weights = found.factors.iter().find(|factor| factor.factor == "weights").expect("an assumption");
    assert_eq!(weights.total, Some(0.0));
    assert_eq!(weights.coordinates, 0);
}
