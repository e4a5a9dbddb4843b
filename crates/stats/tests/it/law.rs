//! Laws: what holds for every input. The seed is fixed, so a failure is the same on every run.

use std::collections::BTreeMap;
use std::num::NonZeroU64;

use pana_stats::index::guard::{Expectation, ExpectedSum, Row, inspect};
use pana_stats::index::mean::{population_weighted, unweighted};
use pana_stats::index::prevalence::{PerThousand, Rounded, people};
use pana_stats::index::rank::{Order, rank};
use pana_stats::index::response::{ResponseScore, score};
use pana_stats::index::robustness::{NoiseSettings, robustness};
use pana_stats::index::ruleset::{
    Activity, ActivityKind, Dimension, Item, Milestone, Prevalence, Response, ResponseDraft, Vulnerability,
};
use pana_stats::index::vulnerability::{DimensionScores, totals};
use pana_stats::index::whatif::what_if;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

type Ratings = BTreeMap<String, f64>;

/// Sums of a few dozen points, added in another order.
const NOISE: f64 = 1e-9;

fn settings() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(31), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn a_better_rating_never_lowers_a_score(case in case(), at in any::<prop::sample::Index>()) {
        let before = case.score();
        let item = &case.rules.items()[at.index(case.rules.items().len())];
        let better = BTreeMap::from([(item.code.clone(), best(&case.rules, item))]);
        let after = case.with(&better).score();
        for (before, after) in before.milestones.iter().zip(&after.milestones).chain([(&before.total, &after.total)]) {
            prop_assert!(after.low >= before.low - NOISE);
            prop_assert!(after.high >= before.high - NOISE || !case.ratings.contains_key(&item.code));
        }
    }

    #[test]
    fn a_rating_narrows_the_range_it_was_missing_from(case in case(), at in any::<prop::sample::Index>()) {
        let known = case.score();
        let item = &case.rules.items()[at.index(case.rules.items().len())];
        let mut forgotten = case.clone();
        forgotten.ratings.remove(&item.code);
        let open = forgotten.score();
        for (code, range) in &known.activities {
            prop_assert!(open.activities[code].low <= range.low && range.high <= open.activities[code].high);
        }
        prop_assert!(open.total.low <= known.total.low + NOISE && known.total.high <= open.total.high + NOISE);
        prop_assert!(open.missing.contains(&item.code));
    }

    #[test]
    fn points_and_percents_stay_within_their_bounds(case in case()) {
        let score = case.score();
        for points in score.milestones.iter().chain([&score.total]) {
            let percent = points.percent();
            prop_assert!(points.low <= points.high && percent.low <= percent.high);
            prop_assert!(percent.high <= 100.0 + NOISE);
        }
        for activity in case.rules.activities() {
            let range = score.activities[&activity.code];
            prop_assert!(range.low <= range.high && range.high <= activity.kind.maximum());
        }
        prop_assert!(score.total.exact().is_some() || !score.missing.is_empty());
    }

    #[test]
    fn the_order_of_the_tree_does_not_matter(case in case()) {
        let mut draft = ResponseDraft::from(case.rules.clone());
        draft.activities.reverse();
        draft.items.reverse();
        let reversed = Case { rules: Response::new(draft).expect("only the order changed"), ..case.clone() };
        let (forwards, backwards) = (case.score(), reversed.score());
        prop_assert_eq!(forwards.activities, backwards.activities);
        prop_assert!((forwards.total.low - backwards.total.low).abs() <= NOISE);
        prop_assert!((forwards.total.high - backwards.total.high).abs() <= NOISE);
    }

    #[test]
    fn a_promised_gain_is_the_difference_of_two_scores(case in complete_case()) {
        let outlook = what_if(&case.rules, "AAA", &case.ratings).expect("ratings on their scales");
        let total = |case: &Case| case.score().total.exact().expect("complete");
        let item = |code: &str| case.rules.items().iter().find(|item| item.code == code).expect("a code of the tree");
        let with_best = |codes: &[String]| {
            let changes = codes.iter().map(|code| (code.clone(), best(&case.rules, item(code)))).collect();
            case.with(&changes)
        };
        for candidate in &outlook.candidates {
            let then = with_best(std::slice::from_ref(&candidate.item));
            prop_assert!((total(&then) - total(&case) - candidate.gain.points).abs() <= NOISE);
            let at_best = then.score().activities[&candidate.activity].exact() == Some(best_points(&case.rules, &candidate.activity));
            prop_assert_eq!(at_best, candidate.completes);
        }
        for completion in &outlook.completions {
            let then = with_best(&completion.remaining);
            prop_assert!((total(&then) - total(&case) - completion.gain.points).abs() <= NOISE);
            let points = then.score().activities[&completion.activity].exact();
            prop_assert_eq!(points, Some(best_points(&case.rules, &completion.activity)));
        }
        let met = case.score().negatives_met;
        let listed: Vec<String> = outlook.negatives.iter().map(|cost| cost.item.clone()).collect();
        prop_assert_eq!(met, listed);
    }

    #[test]
    fn a_rank_counts_those_before(values in values()) {
        let ranks = rank(&values, Order::HighestFirst).expect("all are numbers");
        for (value, rank) in values.iter().zip(&ranks) {
            prop_assert_eq!(rank.rank, 1 + values.iter().filter(|other| *other > value).count());
            prop_assert_eq!(rank.of, values.len());
        }
    }

    #[test]
    fn turning_the_scale_around_turns_the_order_around(values in values()) {
        let negated: Vec<f64> = values.iter().map(|value| -value).collect();
        prop_assert_eq!(rank(&values, Order::HighestFirst), rank(&negated, Order::LowestFirst));
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter((values, shuffled) in shuffled_values()) {
        let plain = |values: &[(f64, Option<u64>)]| -> Vec<f64> { values.iter().map(|&(value, _)| value).collect() };
        prop_assert_eq!(unweighted(&plain(&values)), unweighted(&plain(&shuffled)));
        prop_assert_eq!(population_weighted(&values), population_weighted(&shuffled));
        let ranked = |values: &[f64]| {
            let ranks = rank(values, Order::HighestFirst).expect("all are numbers");
            let mut pairs: Vec<(String, usize)> = values.iter().map(f64::to_string).zip(ranks.iter().map(|rank| rank.rank)).collect();
            pairs.sort();
            pairs
        };
        prop_assert_eq!(ranked(&plain(&values)), ranked(&plain(&shuffled)));
    }

    #[test]
    fn a_mean_lies_between_the_extremes((values, _) in shuffled_values()) {
        let plain: Vec<f64> = values.iter().map(|&(value, _)| value).collect();
        let (low, high) = plain.iter().fold((f64::MAX, f64::MIN), |(low, high), &value| (low.min(value), high.max(value)));
        let within = |mean: f64| low - NOISE <= mean && mean <= high + NOISE;
        prop_assert!(unweighted(&plain).is_none_or(|mean| within(mean.value)));
        prop_assert!(population_weighted(&values).is_none_or(|mean| within(mean.value) && mean.n <= plain.len()));
    }

    #[test]
    fn totals_span_1_to_100_and_keep_the_order_of_the_weighted_means(scores in dimension_scores()) {
        if let Ok(totals) = totals(&two_dimensions(1.0), &scores) {
            for a in totals.places.values() {
                prop_assert!((1.0 - NOISE..=100.0 + NOISE).contains(&a.total));
                prop_assert!(totals.places.values().all(|b| a.weighted_mean <= b.weighted_mean || a.total >= b.total));
            }
            prop_assert_eq!(totals.places[&totals.least.place].total, 1.0);
            prop_assert_eq!(totals.places[&totals.most.place].total, 100.0);
        }
    }

    #[test]
    fn only_the_ratios_of_the_weights_matter(scores in dimension_scores()) {
        // A power of two scales every sum without rounding.
        prop_assert_eq!(totals(&two_dimensions(1.0), &scores), totals(&two_dimensions(8.0), &scores));
    }

    #[test]
    fn ranks_under_noise_are_ranks(scores in dimension_scores(), seed in any::<u64>()) {
        let noise = NoiseSettings { draws: 20, seed, spread: 0.25 };
        let robustness = robustness(&two_dimensions(1.0), &scores, noise).expect("complete scores");
        for ranks in robustness.places.values() {
            let (low, high) = ranks.noise;
            prop_assert!(1 <= low && low <= high && high <= scores.len());
        }
        prop_assert!(robustness.equal.mean <= robustness.equal.max as f64);
    }

    #[test]
    fn a_number_is_never_off_by_more_than_half_its_rounding(
        prevalence in 0.0..1000.0_f64, population in 1..2_000_000_000_u64, rounding in 1..100_000_u64,
    ) {
        let rules = Prevalence { number_rounding: NonZeroU64::new(rounding).expect("from 1") };
        let exact = prevalence * population as f64 / 1000.0;
        match people(rules, PerThousand(prevalence), population).expect("possible figures") {
            Rounded::Below(limit) => prop_assert!(limit == rounding && exact < limit as f64),
            Rounded::Exact(number) => {
                prop_assert_eq!(number % rounding, 0);
                prop_assert!((number as f64 - exact).abs() <= rounding as f64 / 2.0 + 1e-3);
            }
        }
    }

    #[test]
    fn an_honest_table_passes_in_any_order_and_one_changed_number_never_does(
        figures in prop::collection::vec((1.0..100.0_f64, 100_000..90_000_000_u64), 2..30), at in any::<prop::sample::Index>(),
    ) {
        let (mut table, expectation) = honest(&figures);
        prop_assert_eq!(inspect(&table, &expectation).refusals(), vec![]);
        table.reverse();
        prop_assert_eq!(inspect(&table, &expectation).refusals(), vec![]);
        let row = &mut table[at.index(figures.len())];
        row.number = Some(match row.number {
            Some(Rounded::Exact(people)) => Rounded::Exact(people + 1000),
            _ => Rounded::Exact(1000),
        });
        prop_assert!(!inspect(&table, &expectation).refusals().is_empty());
    }
}

/// A tree, and ratings on its scales; some may be missing.
#[derive(Clone, Debug)]
struct Case {
    rules: Response,
    ratings: Ratings,
}

impl Case {
    fn score(&self) -> ResponseScore {
        score(&self.rules, "AAA", &self.ratings).expect("ratings on their scales")
    }

    fn with(&self, changes: &Ratings) -> Self {
        let mut changed = self.clone();
        changed.ratings.extend(changes.clone());
        changed
    }
}

fn best(rules: &Response, item: &Item) -> f64 {
    match (kind(rules, &item.activity), item.negative) {
        (ActivityKind::Points { maximum, .. }, _) => maximum,
        (_, true) => 0.0,
        (_, false) => 1.0,
    }
}

fn best_points(rules: &Response, activity: &str) -> f64 {
    kind(rules, activity).maximum()
}

fn kind(rules: &Response, code: &str) -> ActivityKind {
    rules.activities().iter().find(|activity| activity.code == code).expect("a code of the tree").kind
}

fn case() -> impl Strategy<Value = Case> {
    rules().prop_flat_map(|rules| ratings(rules, true))
}

fn complete_case() -> impl Strategy<Value = Case> {
    rules().prop_flat_map(|rules| ratings(rules, false))
}

/// Up to twelve activities of every kind in three milestones; each milestone begins with one that can earn points.
fn rules() -> impl Strategy<Value = Response> {
    let graded = (1..4_usize, 0..3_usize).prop_map(|(positive, negative)| (ActivityKind::Graded, positive, negative));
    let negative_only = (1..3_usize).prop_map(|negative| (ActivityKind::NegativeOnly { points: -2.0 }, 0, negative));
    let in_points = (-2..1_i8, 1..9_i8).prop_map(|(minimum, maximum)| {
        (ActivityKind::Points { minimum: f64::from(minimum), maximum: f64::from(maximum) }, 1, 0)
    });
    let any_kind = prop_oneof![graded.clone(), negative_only, in_points];
    let more = prop::collection::vec((any_kind, prop::option::of(1..=3_u8)), 0..10);
    (prop::collection::vec(graded, 3), more).prop_map(|(first, more)| {
        let first = first.into_iter().zip((1..=3).map(Some));
        tree(first.chain(more).collect())
    })
}

fn tree(activities: Vec<((ActivityKind, usize, usize), Option<u8>)>) -> Response {
    let mut draft = ResponseDraft {
        milestones: (1..=3).map(|number| Milestone { number, name: String::new() }).collect(),
        activities: Vec::new(),
        items: Vec::new(),
        reduced: Vec::new(),
        letters: Vec::new(),
        letter_cap_with_negative: None,
    };
    for (position, ((kind, positive, negative), milestone)) in activities.into_iter().enumerate() {
        let activity = format!("A{position}");
        for number in 0..positive + negative {
            let code = format!("{activity}-{number}");
            draft.items.push(Item {
                code,
                activity: activity.clone(),
                negative: number >= positive,
                name: String::new(),
            });
        }
        draft.activities.push(Activity { code: activity, milestone, kind });
    }
    Response::new(draft).expect("each activity has the items of its kind")
}

/// For each item the best rating, the worst, one between where there is one, or none.
fn ratings(rules: Response, may_be_missing: bool) -> impl Strategy<Value = Case> {
    let choices = if may_be_missing { 0..4_u8 } else { 0..3_u8 };
    prop::collection::vec(choices, rules.items().len()).prop_map(move |choices| {
        let rating = |(item, choice): (&Item, u8)| {
            let value = match (kind(&rules, &item.activity), item.negative, choice) {
                (_, _, 3) => return None,
                (ActivityKind::Points { minimum, maximum }, _, choice) => {
                    minimum + (maximum - minimum) * f64::from(choice) / 2.0
                }
                (_, true, choice) => {
                    if choice == 0 {
                        -1.0
                    } else {
                        0.0
                    }
                }
                (_, false, choice) => {
                    if choice == 0 {
                        0.0
                    } else {
                        1.0
                    }
                }
            };
            Some((item.code.clone(), value))
        };
        let ratings = rules.items().iter().zip(choices).filter_map(rating).collect();
        Case { rules: rules.clone(), ratings }
    })
}

/// Few different values, so that ties are common.
fn values() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((-20..20_i8).prop_map(|value| f64::from(value) / 4.0), 0..40)
}

type Weighed = Vec<(f64, Option<u64>)>;

fn shuffled_values() -> impl Strategy<Value = (Weighed, Weighed)> {
    let pair = (-1e3..1e3_f64, prop::option::of(0..2_000_000_000_u64));
    prop::collection::vec(pair, 0..40).prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle()))
}

fn two_dimensions(scale: f64) -> Vulnerability {
    let dimension = |id: &str, eigenvalue: f64| Dimension { id: id.to_owned(), name: id.to_owned(), eigenvalue };
    Vulnerability::new(vec![dimension("a", 5.39 * scale), dimension("b", 3.46 * scale)])
        .expect("two weights above zero")
}

fn dimension_scores() -> impl Strategy<Value = DimensionScores> {
    prop::collection::vec((1.0..100.0_f64, 1.0..100.0_f64), 1..12).prop_map(|rows| {
        let place = |(number, (a, b)): (usize, (f64, f64))| {
            (format!("P{number:02}"), BTreeMap::from([("a".to_owned(), a), ("b".to_owned(), b)]))
        };
        rows.into_iter().enumerate().map(place).collect()
    })
}

/// A table that fits itself, and the sums it reaches.
fn honest(figures: &[(f64, u64)]) -> (Vec<Row>, Expectation) {
    let prevalence = Prevalence { number_rounding: NonZeroU64::new(1000).expect("not zero") };
    let values: Vec<f64> = figures.iter().map(|&(prevalence, _)| prevalence).collect();
    let ranks = rank(&values, Order::HighestFirst).expect("all are numbers");
    let row = |(number, (&(per_thousand, population), rank)): (usize, (&(f64, u64), _))| {
        let rank: pana_stats::index::rank::Rank = rank;
        let people = people(prevalence, PerThousand(per_thousand), population).expect("possible figures");
        Row {
            iso3: format!("P{number:02}"),
            region: "Everywhere".to_owned(),
            population: Some(population),
            prevalence: Some(PerThousand(per_thousand)),
            number: Some(people),
            rank: Some(rank.rank),
        }
    };
    let table: Vec<Row> = figures.iter().zip(ranks).enumerate().map(row).collect();
    let people = table.iter().map(|row| match row.number {
        Some(Rounded::Exact(people)) => people,
        _ => 0,
    });
    let sum = ExpectedSum { people: people.sum(), within: 0 };
    let regions = BTreeMap::from([("Everywhere".to_owned(), sum)]);
    (table, Expectation { prevalence, regions, world: sum, known_defects: vec![] })
}
