//! Oracle: shared/reference/index-methods.md, section 2.3: ranks by vulnerability 2023 under other weights, 160 countries,
//! computed by another program. It prints one decimal.

use pana_stats::index::robustness::{NoiseSettings, PlaceRanks, RankChange, Robustness, robustness};

use crate::facts;

fn computed(noise: NoiseSettings) -> Robustness {
    let scores = facts::dimension_scores("2023");
    let robustness = robustness(&facts::vulnerability_rules("2023"), &scores, noise).expect("complete scores");
    assert_eq!(robustness.places.len(), 160);
    robustness
}

const A_QUARTER: NoiseSettings = NoiseSettings { draws: 1_000, seed: 2023, spread: 0.25 };

#[test]
fn equal_weights_and_the_geometric_mean_move_the_ranks_as_noted() {
    let Robustness { equal, geometric, .. } = computed(A_QUARTER);
    assert!((equal.mean - 5.6).abs() <= facts::half_unit(1), "{equal:?}");
    assert_eq!(equal.max, 41);
    assert!((geometric.mean - 10.9).abs() <= facts::half_unit(1), "{geometric:?}");
    // The sums over 160 countries, from an independent computation in exact order: 890 and 1,748 ranks.
    assert_eq!(equal, RankChange { mean: 890.0 / 160.0, max: 41 });
    assert_eq!(geometric, RankChange { mean: 1_748.0 / 160.0, max: 84 });
}

#[test]
fn kazakhstan_is_99th_and_stays_near() {
    let noted = PlaceRanks { published: 99, equal: 103, geometric: 98, noise: (97, 101) };
    for seed in [1, 2, 3] {
        assert_eq!(computed(NoiseSettings { seed, ..A_QUARTER }).places["KAZ"], noted, "seed {seed}");
    }
}

// The published rank of gsi_country_edition.csv.
#[test]
fn the_rank_under_published_weights_is_the_published_rank() {
    let published = facts::figures("2023", "rank_world_vuln");
    for (place, ranks) in computed(A_QUARTER).places {
        assert_eq!(ranks.published as f64, published[&place], "{place}");
    }
}
