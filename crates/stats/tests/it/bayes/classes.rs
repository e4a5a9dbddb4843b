//! Latent classes give what pooled chains of others gave, as far as either is known.

use std::collections::BTreeMap;

use pana_stats::mse::latent::{Posterior, Settings, answer, sample};
use pana_stats::mse::{Outcome, Reason, Table, Verdict};
use pana_stats::special::quantile_7;
use pana_stats::watch::Unwatched;

use super::tables::{number, rows, scaled, table};

/// The spread s of a quantile between our chains is at least that between theirs, which are five times as long: our error
/// is s/√ours, theirs at most s/√theirs, and the two differ by more than three times √(s²/ours + s²/theirs) once in 370 if
/// they sample the same distribution. Of the UK and Kosovo tables only medians are compared: the lower end rests on modes that a
/// chain enters once in a million sweeps, so that neither ours nor theirs know it (our own runs of eight chains of 110,000
/// sweeps gave 6,234 and 10,186 for four lists).
#[test]
fn pooled_chains_of_others_are_found_again() {
    let mut known: BTreeMap<String, Posterior> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in rows("latent_classes.csv") {
        let posterior = known.entry(row["table"].clone()).or_insert_with_key(|stem| run(stem));
        let p = match row["quantity"].as_str() {
            "lower" => 0.025,
            "upper" => 0.975,
            _ => 0.5,
        };
        let (found, spread) = quantile_and_spread(posterior, p);
        let error = spread * libm::sqrt(1.0 / posterior.chains.len() as f64 + 1.0 / number(&row, "chains"));
        let away = (found - number(&row, "value")).abs() - number(&row, "rounding");
        if away > 3.0 * error {
            wrong.push(format!("{found} ± {error} instead of {row:?}"));
        }
    }
    assert_eq!(known.len(), 6);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn run(stem: &str) -> Posterior {
    let settings = Settings { burn_in: 2_000, sweeps: 20_000, ..Settings::usual(7) };
    sample(&table(stem), &settings, &Unwatched).expect("nobody stops it").expect("it can be sampled")
}

/// Five chains of others had medians of 48,564, 49,233, 141,938, 48,795 and 47,850 (LCMCR 0.4.14), and two hundred had R̂
/// 1.67 (Binette and Steorts 2022).
#[test]
fn the_dutch_table_has_two_answers_and_therefore_none() {
    let settings = Settings { burn_in: 2_000, sweeps: 20_000, ..Settings::usual(7) };
    let dutch = table("netherlands_2010_2015_5lists");
    let said = answer(&dutch, &settings, 0.95, &Unwatched).expect("nobody stops it");
    assert_eq!(said.outcome, Outcome::NotEstimable(Reason::NotMixed));
    let posterior = sample(&dutch, &settings, &Unwatched).expect("nobody stops it").expect("it can be sampled");
    let medians = posterior.chain_medians();
    let near = |range: std::ops::Range<f64>| medians.iter().filter(|median| range.contains(median)).count();
    // The two families of estimates for this table, by this and by other methods: 48,000 to 52,000 and 110,000 to 200,000.
    let (low, high) = (near(46_000.0..54_000.0), near(110_000.0..200_000.0));
    assert!(low > 0 && high > 0, "{medians:?}");
}

/// A quantile of all draws, and the standard deviation between the chains of the same quantile.
fn quantile_and_spread(posterior: &Posterior, p: f64) -> (f64, f64) {
    let quantiles: Vec<f64> = posterior
        .chains
        .iter()
        .map(|chain| {
            let mut sorted = chain.clone();
            sorted.sort_by(f64::total_cmp);
            quantile_7(&sorted, p)
        })
        .collect();
    let chains = quantiles.len() as f64;
    let mean = quantiles.iter().sum::<f64>() / chains;
    let squares: f64 = quantiles.iter().map(|q| (q - mean) * (q - mean)).sum();
    (posterior.quantile_with_error(p).0, libm::sqrt(squares / (chains - 1.0)))
}

fn short(seed: u64) -> Settings {
    Settings { burn_in: 200, sweeps: 800, thin: 4, ..Settings::usual(seed) }
}

#[test]
fn threads_change_no_draw() {
    let uk = table("uk_2013_5lists");
    let within = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| sample(&uk, &short(3), &Unwatched))
    };
    assert_eq!(within(1), within(3));
}

#[test]
fn chains_that_do_not_agree_give_no_number() {
    // Eight hundred sweeps are too few to leave the start on this table.
    let said = answer(&table("uk_2013_5lists"), &short(3), 0.95, &Unwatched).expect("nobody stops it");
    assert_eq!(said.outcome, Outcome::NotEstimable(Reason::NotMixed));
    assert_eq!((said.gates[0].name, said.gates[0].verdict), ("mixing", Verdict::Fail));
}

#[test]
fn a_cap_that_decides_is_doubted() {
    // New Orleans would go to 2,000 and more; with M up to 3 n the cap cuts it off.
    let settings = Settings { cap: 3, ..short(3) };
    let said = answer(&table("new_orleans_5lists"), &settings, 0.95, &Unwatched).expect("nobody stops it");
    let cap = said.gates.iter().find(|gate| gate.name == "cap").expect("a gate");
    assert_eq!(cap.verdict, Verdict::Doubt);
    let posterior =
        sample(&table("new_orleans_5lists"), &settings, &Unwatched).expect("nobody stops it").expect("it can");
    assert!(posterior.chains.iter().flatten().all(|total| *total <= 4.0 * 186.0));
}

#[test]
fn larger_counts_empty_lists_and_lists_of_everybody_do_not_break_it() {
    let tried = |table: &Table| {
        let posterior = sample(table, &short(3), &Unwatched).expect("nobody stops it").expect("it can be sampled");
        let least = table.n() as f64;
        assert!(posterior.chains.iter().flatten().all(|total| total.is_finite() && *total >= least));
    };
    for stem in ["uk_2013_5lists", "kosovo_1999_4lists"] {
        [2, 5, 10, 50].into_iter().for_each(|factor| tried(&scaled(&table(stem), factor)));
    }
    let names = ["a", "b", "c"].map(str::to_owned).to_vec();
    // An empty list, a list with everybody, nobody but those on all, one pair.
    for counts in [vec![(1, 9), (2, 8), (3, 4)], vec![(1, 9), (3, 8), (7, 1)], vec![(7, 5)], vec![(3, 1)]] {
        tried(&Table::new(names.clone(), counts).expect("a table"));
    }
    let ten: Vec<String> = (0..10).map(|i| i.to_string()).collect();
    tried(&Table::new(ten, (0..10).map(|i| (1 << i, 18)).chain([(3, 6)])).expect("a table"));
}

#[test]
fn what_cannot_be_sampled_is_refused_with_its_reason() {
    let refused = |table: &Table| sample(table, &short(1), &Unwatched).expect("nobody stops it").err();
    let two = table("korea_palembang_3lists").omit(1).expect("two lists are left");
    assert_eq!(refused(&two), Some(Reason::NumberOfLists));
    let names = ["a", "b", "c"].map(str::to_owned).to_vec();
    assert_eq!(refused(&Table::new(names, [(1, 5), (2, 5), (4, 5)]).expect("a table")), Some(Reason::NoOverlap));
}
