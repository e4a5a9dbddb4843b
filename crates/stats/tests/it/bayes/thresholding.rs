//! Bayesian thresholding keeps the pairs that its author's package keeps, and finds as many people.

use std::collections::BTreeMap;

use pana_stats::mcmc::effective_draws;
use pana_stats::mse::threshold::{Posterior, Prior, Settings, answer, estimate};
use pana_stats::mse::{Reason, Table, Verdict};
use pana_stats::watch::Unwatched;

use super::tables::{number, rows, scaled, table};

/// Quantiles are held to the relative tolerance of the row. The package ran one chain of 10,000 steps of a random walk,
/// which is worth about 10,000/(3·16) independent draws of sixteen parameters: a ratio r then has a standard error of
/// √((1 + r²/2)/200), and three of them are allowed, ours being far smaller. `kept-only`: one person is on both lists, so the
/// effect has the long tail of ln Exp(1), which so short a walk hardly enters; its ratio is left to the exact test below.
#[test]
fn published_thresholdings_are_found_again() {
    let mut known: BTreeMap<[String; 4], Posterior> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in rows("thresholding.csv") {
        let case = ["table", "prior_variance", "threshold", "order"].map(|column| row[column].clone());
        let posterior = known.entry(case).or_insert_with_key(run);
        let expected = number(&row, "value");
        let relative = |found: f64| (found / expected - 1.0).abs() <= number(&row, "tolerance");
        let well = match row["quantity"].as_str() {
            "median" => relative(posterior.median()),
            "lower" => relative(posterior.interval(0.95).0),
            "upper" => relative(posterior.interval(0.95).1),
            name => {
                let table = table(&row["table"]);
                let effect = posterior.tested.iter().find(|effect| table.name(effect.lists) == name).expect("tested");
                let error = libm::sqrt((1.0 + expected * expected / 2.0) / 200.0);
                let ratio = row["tolerance"] == "kept-only" || (effect.ratio - expected).abs() < 3.0 * error;
                ratio && effect.kept == row["tolerance"].starts_with("kept")
            }
        };
        if !well {
            wrong.push(format!(
                "{} {:?} {:?} instead of {row:?}",
                posterior.median(),
                posterior.interval(0.95),
                posterior.mixing
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(known.len(), 4);
}

fn run([stem, variance, threshold, order]: &[String; 4]) -> Posterior {
    let settings = Settings {
        prior: variance.parse().map_or(Prior::Flat, |variance| Prior::Normal { variance }),
        threshold: threshold.parse().expect("a number"),
        order: order.parse().expect("a number"),
        ..Settings::usual(7)
    };
    let posterior =
        estimate(&table(stem), &settings, &Unwatched).expect("nobody stops it").expect("it can be estimated");
    assert!(posterior.mixing.is_well(4), "{:?}", posterior.mixing);
    posterior
}

fn refused(table: &Table, prior: Prior) -> Option<Reason> {
    let settings = Settings { prior, ..Settings::usual(1) };
    estimate(table, &settings, &Unwatched).expect("nobody stops it").err()
}

#[test]
fn a_flat_prior_needs_a_table_that_has_a_maximum() {
    // The vignette: Korea fails the criterion of Fienberg and Rinaldo, and a proper prior goes on and drops b:d.
    assert_eq!(refused(&table("korea_palembang_3lists"), Prior::Flat), Some(Reason::NoMaximum));
    assert_eq!(refused(&table("artificial_3"), Prior::Flat), Some(Reason::NotIdentifiable));
    let korea = estimate(&table("korea_palembang_3lists"), &Settings::usual(1), &Unwatched);
    let korea = korea.expect("nobody stops it").expect("a proper prior");
    assert!(korea.tested.iter().any(|effect| effect.lists == 0b101 && !effect.kept));
    // UK: nobody is on LA and GP, and that stays in the model.
    let settings = Settings { prior: Prior::Flat, ..Settings::usual(1) };
    let uk = estimate(&table("uk_2013_5lists"), &settings, &Unwatched).expect("nobody stops it").expect("it can");
    assert_eq!(uk.minus_infinite, [0b10001]);
    assert!(uk.model.has(0b10001));
}

#[test]
fn no_prior_and_no_threshold_of_the_reference_is_without_an_answer() {
    for variance in [0.1, 1.0, 10.0] {
        for threshold in [2.0, 5.0] {
            let short = Settings { burn_in: 500, draws: 500, ..Settings::usual(3) };
            let settings = Settings { prior: Prior::Normal { variance }, threshold, ..short };
            for stem in ["uk_2013_5lists", "new_orleans_8lists", "netherlands_2010_2015_6lists"] {
                let said = answer(&table(stem), &settings, 0.95, &Unwatched).expect("nobody stops it");
                let estimate = said.estimate().unwrap_or_else(|| panic!("{stem} {variance} {threshold}: {said:?}"));
                assert!(estimate.lower > table(stem).n() as f64 && estimate.upper.is_finite());
                assert_ne!(said.gates[0].verdict, Verdict::Fail);
            }
        }
    }
}

#[test]
fn larger_counts_empty_lists_and_lists_of_everybody_do_not_break_it() {
    let short = Settings { burn_in: 200, draws: 300, ..Settings::usual(3) };
    for stem in ["kosovo_1999_4lists", "uk_2013_5lists"] {
        for factor in [2, 5, 10, 50] {
            let larger = scaled(&table(stem), factor);
            let found = estimate(&larger, &short, &Unwatched).expect("nobody stops it").expect("it can");
            assert!(found.median().is_finite() && found.median() > larger.n() as f64, "{stem} {factor}");
        }
    }
    let names = ["a", "b", "c"].map(str::to_owned).to_vec();
    let odd = [
        vec![(1, 9), (2, 8), (3, 4)],
        vec![(1, 9), (3, 8), (5, 4), (7, 1)],
        vec![(7, 5)],
        vec![(1, 5), (2, 5), (4, 5)],
    ];
    for counts in odd {
        let table = Table::new(names.clone(), counts).expect("a table");
        for prior in [Prior::Flat, Prior::Normal { variance: 1.0 }] {
            let settings = Settings { prior, order: 3, ..short.clone() };
            let said = answer(&table, &settings, 0.95, &Unwatched).expect("nobody stops it");
            let finite =
                |estimate: &pana_stats::mse::Estimate| estimate.point.is_finite() && estimate.upper.is_finite();
            assert!(said.estimate().is_none_or(finite), "{said:?}");
        }
    }
    assert_eq!(
        refused(&table("korea_palembang_3lists").omit(1).expect("two lists"), Prior::Flat),
        Some(Reason::NumberOfLists)
    );
}

#[test]
fn threads_change_no_draw() {
    let kosovo = table("kosovo_1999_4lists");
    let settings = Settings { burn_in: 100, draws: 200, ..Settings::usual(5) };
    let within = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| estimate(&kosovo, &settings, &Unwatched))
    };
    assert_eq!(within(1), within(3));
}

/// Three lists and all pairs have as many parameters as cells. Under flat priors the cells are then independent with
/// μ_w ~ Gamma(N_w), so that α_∅ and every pair's effect are sums of ± ln μ_w: their means are sums of ψ(N_w), their
/// variances of ψ′(N_w), exactly.
#[test]
fn as_many_parameters_as_cells_have_the_exact_posterior() {
    let names = ["a", "b", "c"].map(str::to_owned).to_vec();
    let table = Table::new(names, [(1, 40), (2, 25), (4, 30), (3, 5), (5, 1), (6, 3), (7, 2)]).expect("a table");
    let settings = Settings { prior: Prior::Flat, threshold: 0.0, ..Settings::usual(11) };
    let found = estimate(&table, &settings, &Unwatched).expect("nobody stops it").expect("it can be estimated");
    let sum = |signs: &[(u32, f64)]| {
        let mean: f64 = signs.iter().map(|(w, sign)| sign * digamma(table.count(*w))).sum();
        (mean, libm::sqrt(signs.iter().map(|(w, _)| trigamma(table.count(*w))).sum::<f64>()))
    };
    for (pair, signs) in [
        (3, [(7, 1.0), (5, -1.0), (6, -1.0), (4, 1.0)]),
        (5, [(7, 1.0), (3, -1.0), (6, -1.0), (2, 1.0)]),
        (6, [(7, 1.0), (3, -1.0), (5, -1.0), (1, 1.0)]),
    ] {
        let (mean, sd) = sum(&signs);
        let effect = found.tested.iter().find(|effect| effect.lists == pair).expect("tested");
        assert!((effect.ratio - mean.abs() / sd).abs() < 4.0 * effect.error, "{effect:?} instead of {}", mean / sd);
    }
    let (mean, sd) = sum(&[(1, 1.0), (2, 1.0), (4, 1.0), (7, 1.0), (3, -1.0), (5, -1.0), (6, -1.0)]);
    let logs: Vec<Vec<f64>> =
        found.chains.iter().map(|chain| chain.iter().map(|total| libm::log(total - 106.0)).collect()).collect();
    let all: Vec<f64> = logs.iter().flatten().copied().collect();
    let average = all.iter().sum::<f64>() / all.len() as f64;
    let error = sd / libm::sqrt(effective_draws(&logs));
    assert!((average - mean).abs() < 4.0 * error, "{average} instead of {mean} ± {error}");
    let spread = libm::sqrt(all.iter().map(|x| (x - average) * (x - average)).sum::<f64>() / all.len() as f64);
    // A standard deviation is known to √((κ − 1)/4 ESS) of itself, with a kurtosis κ of at most 6 here.
    assert!((spread / sd - 1.0).abs() < 4.0 * 1.12 * error / sd, "{spread} instead of {sd}");
}

/// ψ(n) = −γ + Σ_{k<n} 1/k.
fn digamma(n: u64) -> f64 {
    (1..n).map(|k| 1.0 / k as f64).sum::<f64>() - 0.577_215_664_901_532_9
}

/// ψ′(n) = π²/6 − Σ_{k<n} 1/k².
fn trigamma(n: u64) -> f64 {
    std::f64::consts::PI * std::f64::consts::PI / 6.0 - (1..n).map(|k| 1.0 / (k * k) as f64).sum::<f64>()
}
