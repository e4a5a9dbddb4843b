//! Laws of the composite engine: what holds for every table and model. The seed is fixed.

use std::collections::BTreeMap;

use pana_stats::composite::answer::{Settings, answer};
use pana_stats::composite::model::{
    Aggregation, Direction, Imputation, Normalisation, Otherwise, Treatment, Weighting,
};
use pana_stats::composite::uncertainty::uncertainty;
use pana_stats::composite::{Model, Refusal, Table, Unit, score};
use pana_stats::watch::{Stopped, Unwatched, Watch};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::models::{asem, inform};

const COLUMNS: usize = 5;

/// A model of two pillars over five indicators, as text: the same reader as the model files.
fn small() -> Model {
    let text = r#"
        id = "small"
        [table]
        unit = "code"
        [normalise]
        method = "min-max"
        low = 1.0
        high = 100.0
        [aggregate]
        method = "arithmetic"
        [[assume]]
        vary = "weights"
        by = 0.5
        [[assume]]
        vary = "imputation"
        among = [{ method = "none" }, { method = "mean" }, { method = "median" }]
        [[nodes]]
        id = "index"
        [[nodes]]
        id = "p"
        parent = "index"
        [[nodes]]
        id = "q"
        parent = "index"
        weight = 2.0
        [[indicators]]
        id = "a"
        parent = "p"
        [[indicators]]
        id = "b"
        parent = "p"
        direction = "down"
        [[indicators]]
        id = "c"
        parent = "q"
        [[indicators]]
        id = "d"
        parent = "q"
        weight = 3.0
        [[indicators]]
        id = "e"
        parent = "index"
    "#;
    toml::from_str(text).expect("a sound model")
}

fn table(rows: &[Vec<Option<f64>>]) -> Table {
    let units = (0..rows.len()).map(|at| Unit { code: format!("U{at:03}"), name: String::new() }).collect();
    let column = |at: usize| rows.iter().map(|row| row[at]).collect();
    let numbers = ["a", "b", "c", "d", "e"].iter().enumerate().map(|(at, id)| ((*id).to_owned(), column(at))).collect();
    Table { units, numbers, words: BTreeMap::new() }
}

fn rows() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let cell = prop_oneof![4 => (-1000i32..1000).prop_map(|x| Some(f64::from(x) / 8.0)), 1 => Just(None)];
    prop::collection::vec(prop::collection::vec(cell, COLUMNS), 0..14)
}

fn choices() -> impl Strategy<Value = Model> {
    let normalise = prop_oneof![
        Just(Normalisation::None),
        Just(Normalisation::MinMax { low: 1.0, high: 100.0 }),
        Just(Normalisation::ZScore { mean: 0.0, sd: 1.0 }),
        Just(Normalisation::Rank),
        Just(Normalisation::PercentileRank),
        Just(Normalisation::DistanceToMaximum),
        Just(Normalisation::FractionOfMaximum),
    ];
    let aggregate = prop_oneof![
        Just(Aggregation::Arithmetic),
        Just(Aggregation::Geometric),
        Just(Aggregation::Harmonic),
        Just(Aggregation::Generalised { power: -0.5 }),
        Just(Aggregation::GeometricReversed { low: 0.0, high: 100.0 }),
        Just(Aggregation::Maximum),
        Just(Aggregation::Copeland),
    ];
    let impute = prop_oneof![Just(Imputation::None), Just(Imputation::Mean), Just(Imputation::Median)];
    let treat = prop_oneof![
        Just(Treatment::None),
        Just(Treatment::Log),
        (0usize..6).prop_map(|winsorise| Treatment::Rule {
            winsorise,
            skew: 1.0,
            kurtosis: 1.0,
            otherwise: Otherwise::Log
        }),
    ];
    let weigh = prop_oneof![
        Just(Weighting::Given),
        Just(Weighting::Equal),
        Just(Weighting::Principal { of: Vec::new() }),
        Just(Weighting::Factors { of: Vec::new(), least: 1.0, rotate: true }),
    ];
    (normalise, aggregate, impute, treat, weigh).prop_map(|(normalise, aggregate, impute, treat, weigh)| Model {
        normalise,
        aggregate,
        impute,
        treat,
        weigh,
        ..small()
    })
}

fn settings() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(47), failure_persistence: None, cases: 400, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn no_table_and_no_choice_makes_it_panic(model in choices(), rows in rows()) {
        let table = table(&rows);
        let wanted = Settings { uncertainty: Some(8), sensitivity: Some(8), bootstrap: 4, level: 0.9, seed: 3 };
        if let Ok(answer) = answer(&model, &table, &wanted, &Unwatched) {
            let ranks: Vec<usize> = answer.units.iter().filter_map(|unit| unit.rank).collect();
            prop_assert!(ranks.iter().all(|&rank| (1..=ranks.len()).contains(&rank)));
            prop_assert!(answer.units.iter().all(|unit| unit.score.is_none_or(f64::is_finite)));
            prop_assert!(answer.units.iter().all(|unit| unit.score.is_some() == unit.rank.is_some()));
        }
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter(rows in rows(), model in choices()) {
        let forward = table(&rows);
        let mut backward = forward.clone();
        backward.units.reverse();
        backward.numbers.values_mut().for_each(|column| column.reverse());
        match (score(&model, &forward), score(&model, &backward)) {
            (Ok(one), Ok(other)) => {
                for (x, y) in one.index().scores.iter().zip(other.index().scores.iter().rev()) {
                    let same = match (x, y) {
                        // Sums in another order, through logarithms and components.
                        (Some(x), Some(y)) => (x - y).abs() <= 1e-7 * x.abs().max(1.0),
                        (x, y) => x == y,
                    };
                    // Components of equal eigenvalues are any basis of their space, so weights from them may differ.
                    let free = matches!(model.weigh, Weighting::Principal { .. } | Weighting::Factors { .. });
                    prop_assert!(same || free, "{x:?} {y:?}");
                }
            }
            (one, other) => prop_assert_eq!(one.is_err(), other.is_err()),
        }
    }

    #[test]
    fn the_unit_an_indicator_is_measured_in_does_not_matter(rows in rows(), scale in 1u32..50, shift in -50i32..50) {
        let one = table(&rows);
        let mut other = one.clone();
        let column = other.numbers.get_mut("c").expect("a column");
        column.iter_mut().flatten().for_each(|x| *x = *x * f64::from(scale) + f64::from(shift));
        if let (Ok(one), Ok(other)) = (score(&small(), &one), score(&small(), &other)) {
            for (x, y) in one.index().scores.iter().flatten().zip(other.index().scores.iter().flatten()) {
                prop_assert!((x - y).abs() <= 1e-9 * x.abs().max(1.0), "{x} {y}");
            }
        }
    }

    #[test]
    fn a_turned_indicator_with_its_direction_turned_says_the_same(rows in rows()) {
        let one = table(&rows);
        let mut other = one.clone();
        other.numbers.get_mut("d").expect("a column").iter_mut().flatten().for_each(|x| *x = -*x);
        let mut turned = small();
        turned.indicators[3].direction = Direction::Down;
        match (score(&small(), &one), score(&turned, &other)) {
            (Ok(one), Ok(other)) => prop_assert_eq!(&one.index().scores, &other.index().scores),
            (one, other) => prop_assert_eq!(one.err(), other.err()),
        }
    }

    #[test]
    fn means_of_one_table_keep_their_order(rows in rows()) {
        let means = [
            Aggregation::Harmonic,
            Aggregation::Geometric,
            Aggregation::Generalised { power: 0.5 },
            Aggregation::Arithmetic,
            Aggregation::Generalised { power: 3.0 },
        ];
        let all: Vec<_> = means.map(|aggregate| score(&Model { aggregate, ..small() }, &table(&rows))).into_iter().collect();
        if all.iter().all(Result::is_ok) {
            let columns: Vec<_> = all.into_iter().flatten().map(|scored| scored.index().scores.clone()).collect();
            for pair in columns.windows(2) {
                for (low, high) in pair[0].iter().flatten().zip(pair[1].iter().flatten()) {
                    prop_assert!(low <= &(high * (1.0 + 1e-9)), "{low} {high}");
                }
            }
        }
    }
}

fn in_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads").install(work)
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let (model, table) = asem();
    let wanted = Settings { uncertainty: Some(3_000), sensitivity: Some(700), bootstrap: 100, level: 0.9, seed: 5 };
    let made = |threads| {
        let answer = in_threads(threads, || answer(&model, &table, &wanted, &Unwatched)).expect("it can be made");
        serde_json::to_string(&answer).expect("it can be written")
    };
    let one = made(1);
    assert_eq!(one, made(4));
    assert_eq!(one, made(3));
    let other = Settings { seed: 6, ..wanted };
    let other = answer(&model, &table, &other, &Unwatched).expect("it can be made");
    assert_ne!(one, serde_json::to_string(&other).expect("it can be written"));
}

#[test]
fn a_draw_at_the_middle_of_the_noise_is_the_index_itself() {
    let (mut model, table, _) = inform();
    model.assume = toml::from_str::<BTreeMap<String, Vec<_>>>("assume = [{ vary = \"weights\", by = 0.0 }]")
        .expect("sound")
        .remove("assume")
        .expect("given");
    let found = uncertainty(&model, &table, 16, 0.9, 1, &Unwatched).expect("it can be drawn");
    for unit in found.units {
        assert_eq!((Some(unit.lower), Some(unit.upper)), (unit.nominal, unit.nominal), "{}", unit.unit);
    }
    assert_eq!(found.mean_change, 0.0);
}

struct Impatient;

impl Watch for Impatient {
    fn advance(&self, _stage: &'static str, _done: u64, _of: u64) {}
    fn stopped(&self) -> bool {
        true
    }
}

#[test]
fn long_work_stops_when_told_to() {
    let (model, table) = asem();
    assert_eq!(uncertainty(&model, &table, 64, 0.9, 1, &Impatient), Err(Refusal::Stopped(Stopped)));
}

#[test]
fn each_mistake_has_its_own_reason() {
    let rows: Vec<Vec<Option<f64>>> = (0..6).map(|i| (0..5).map(|j| Some(f64::from(i * j + i))).collect()).collect();
    let refusal = |change: &dyn Fn(&mut Model, &mut Table)| {
        let (mut model, mut table) = (small(), table(&rows));
        change(&mut model, &mut table);
        score(&model, &table).expect_err("it is a mistake").to_string()
    };
    type Spoil<'a> = &'a dyn Fn(&mut Model, &mut Table);
    let cases: [(Spoil<'_>, &str); 12] = [
        (&|model, _| model.indicators[0].parent = "x".into(), "`a` belongs to `x`, which is no node"),
        (&|model, _| model.nodes[1].id = "q".into(), "`q` is defined twice"),
        (&|model, _| model.nodes[0].parent = Some("p".into()), "here 0 nodes have none"),
        (
            &|model, _| {
                model.nodes[1].parent = Some("q".into());
                model.nodes[2].parent = Some("p".into());
            },
            "belongs to itself",
        ),
        (&|model, _| model.indicators.retain(|indicator| indicator.parent != "p"), "nothing belongs to the node `p`"),
        (&|model, _| model.indicators[2].weight = -1.0, "`c`: weight is -1"),
        (&|model, _| model.indicators[2].weight = f64::NAN, "`c`: weight is NaN"),
        (&|_, table| drop(table.numbers.remove("e")), "the table has no column `e`"),
        (&|_, table| table.units[1].code = "U000".into(), "the unit `U000` has two rows"),
        (&|_, table| table.numbers.get_mut("a").expect("there").fill(Some(4.0)), "`a` has fewer than two different"),
        (
            &|model, _| {
                model.aggregate = Aggregation::Geometric;
                model.normalise = Normalisation::MinMax { low: 0.0, high: 1.0 };
            },
            "this mean needs scores above zero",
        ),
        (&|_, table| table.numbers.get_mut("b").expect("there")[0] = Some(f64::INFINITY), "not a finite number"),
    ];
    for (change, expected) in cases {
        let found = refusal(change);
        assert!(found.contains(expected), "{found:?} does not say {expected:?}");
    }
}

#[test]
fn copeland_weights_and_factors_give_an_index() {
    let (mut model, table) = asem();
    let nominal = score(&model, &table).expect("it can be scored");
    model.aggregate = Aggregation::Copeland;
    let copeland = score(&model, &table).expect("it can be scored");
    // Each pair of units shares one point, so the scores of n units add up to n (n − 1)/2.
    let sum: f64 = copeland.index().scores.iter().flatten().sum();
    assert!((sum - 51.0 * 50.0 / 2.0).abs() < 1e-6, "{sum}");
    assert_ne!(copeland.ranks, nominal.ranks);
    model.aggregate = Aggregation::Arithmetic;
    for rotate in [false, true] {
        model.weigh = Weighting::Factors { of: vec!["Social".to_owned()], least: 1.0, rotate };
        let scored = score(&model, &table).expect("it can be scored");
        let social = model.indicators.iter().filter(|indicator| indicator.parent == "Social");
        let weights: f64 = social.map(|indicator| scored.items[&indicator.id].weight).sum();
        assert!((weights - 1.0).abs() < 1e-12, "{weights}");
    }
}
