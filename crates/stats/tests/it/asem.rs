//! Oracle: the ASEM example of the COINr package, every intermediate table. `tests/oracles/asem/SOURCES.md`.

use std::collections::BTreeMap;

use pana_stats::composite::component::components;
use pana_stats::composite::describe::{correlation, cronbach, describe};
use pana_stats::composite::model::{Aggregation, Normalisation, Treatment, Weighting};
use pana_stats::composite::prepare::Prepared;
use pana_stats::composite::removal::removals;
use pana_stats::composite::table::Grid;
use pana_stats::composite::{Model, Scored, Table, score};

use crate::models::{asem, number, oracle};

/// The tables are printed with 15 digits, and sums of fifty terms in another order move the last few.
const TOLERANCE: f64 = 1e-9;

fn near(found: f64, expected: f64, what: &str) {
    let off = (found - expected).abs();
    assert!(off <= TOLERANCE * expected.abs().max(1.0), "{what}: {found}, published {expected}");
}

fn scored() -> (Model, Table, Scored) {
    let (model, table) = asem();
    let scored = score(&model, &table).expect("the example can be scored");
    (model, table, scored)
}

/// Compares a step with its published table, cell by cell. Says how many were compared.
fn compare(model: &Model, table: &Table, grid: &Grid, file: &str) -> usize {
    let mut compared = 0;
    let rows = oracle(file);
    assert_eq!(rows.len(), grid.units().len());
    for row in rows {
        let unit = grid.units().iter().position(|&unit| table.units[unit].code == row["uCode"]).expect("a known unit");
        for (position, indicator) in model.indicators.iter().enumerate() {
            let what = format!("{file}, {} {}", row["uCode"], indicator.id);
            match (grid.cell(position, unit), number(&row, &indicator.id)) {
                (Some(found), Some(expected)) => near(found, expected, &what),
                (found, expected) => assert_eq!(found, expected, "{what}"),
            }
            compared += 1;
        }
    }
    compared
}

#[test]
fn every_step_is_the_published_one() {
    let (model, table, scored) = scored();
    let Prepared { denominated, imputed, screened, treated, normalised, dropped, .. } = &scored.prepared;
    let steps = [
        (denominated, "asem/dataset_denominated.csv"),
        (imputed, "asem/dataset_imputed.csv"),
        (screened, "asem/dataset_imputed.csv"),
        (treated, "asem/dataset_treated.csv"),
        (normalised, "asem/dataset_normalised.csv"),
    ];
    for (grid, file) in steps {
        assert_eq!(compare(&model, &table, grid, file), 51 * 49, "{file}");
    }
    assert!(dropped.is_empty());
}

#[test]
fn every_aggregate_is_the_published_one() {
    let (model, table, scored) = scored();
    let rows = oracle("asem/dataset_aggregated.csv");
    for row in &rows {
        let unit = scored.prepared.normalised.units().iter().position(|&unit| table.units[unit].code == row["uCode"]);
        let unit = unit.expect("a known unit");
        for node in &model.nodes {
            let found = scored.items[&node.id].scores[unit].expect("nothing is missing");
            near(found, number(row, &node.id).expect("published"), &format!("{} {}", row["uCode"], node.id));
        }
    }
    for row in oracle("asem/results_ranks.csv") {
        let unit = table.units.iter().position(|unit| unit.code == row["uCode"]).expect("a known unit");
        for node in &model.nodes {
            let rank = scored.ranks_by(&node.id).expect("a node")[unit].expect("scored");
            assert_eq!(rank as f64, number(&row, &node.id).expect("published"), "{} {}", row["uCode"], node.id);
        }
    }
    assert_eq!(rows.len(), 51);
}

#[test]
fn outliers_are_treated_as_published() {
    let (_, _, scored) = scored();
    let found: BTreeMap<&str, _> =
        scored.prepared.treatments.iter().map(|treated| (treated.indicator.as_str(), treated)).collect();
    let mut failed = 0;
    for row in oracle("asem/treatment_table.csv") {
        let treated = found.get(row["iCode"].as_str());
        let value = |column: &str| number(&row, column).expect("published");
        if row["check_SkewKurt0.Pass"] == "TRUE" {
            assert!(treated.is_none(), "{}", row["iCode"]);
            continue;
        }
        failed += 1;
        let treated = treated.expect("what failed was treated");
        near(treated.skew_before.expect("computed"), value("check_SkewKurt0.Skew"), &row["iCode"]);
        near(treated.kurtosis_before.expect("computed"), value("check_SkewKurt0.Kurt"), &row["iCode"]);
        assert_eq!(treated.winsorised as f64, value("winsorise.nwin"), "{}", row["iCode"]);
        near(treated.skew_after.expect("computed"), value("check_SkewKurt1.Skew"), &row["iCode"]);
        near(treated.kurtosis_after.expect("computed"), value("check_SkewKurt1.Kurt"), &row["iCode"]);
        assert!(treated.passes && !treated.log);
    }
    assert_eq!((failed, found.len()), (15, 15));
}

/// The eight variants. Ranks see the last digit, which print does not: tolerance of minorities of Greece and Japan is printed
/// 5.1 and 3.4, as that of Bulgaria, Czechia and Norway, but was a sum in the package, one unit in the last place above
/// them. With the printed cells three units are one rank higher in one indicator of 49; with those two cells moved by that
/// unit, every figure is the published one.
#[test]
fn other_normalisations_and_means_give_the_published_variants() {
    let rows = oracle("asem/variants.csv");
    let arithmetic = Aggregation::Arithmetic;
    let variants = [
        ("minmax_0_100__amean", Normalisation::MinMax { low: 0.0, high: 100.0 }, arithmetic),
        ("minmax_1_100__gmean", Normalisation::MinMax { low: 1.0, high: 100.0 }, Aggregation::Geometric),
        ("minmax_1_100__hmean", Normalisation::MinMax { low: 1.0, high: 100.0 }, Aggregation::Harmonic),
        ("zscore_10_2__amean", Normalisation::ZScore { mean: 10.0, sd: 2.0 }, arithmetic),
        ("zscore_10_2__gmean", Normalisation::ZScore { mean: 10.0, sd: 2.0 }, Aggregation::Geometric),
        ("rank__amean", Normalisation::Rank, arithmetic),
        ("prank__amean", Normalisation::PercentileRank, arithmetic),
        ("borda__amean", Normalisation::Borda, arithmetic),
    ];
    let mut compared = 0;
    for (name, normalise, aggregate) in variants {
        let (mut model, mut table) = asem();
        (model.normalise, model.aggregate) = (normalise, aggregate);
        if name.contains("rank") || name.contains("borda") {
            let published = |code: &str, node: &str| {
                let row = rows.iter().find(|row| row["variant"] == name && row["uCode"] == code).expect("published");
                number(row, node).expect("published")
            };
            let printed = score(&model, &table).expect("the variant can be scored");
            let social = &printed.items["Social"].scores;
            let off = table.units.iter().zip(social).filter(|(unit, found)| {
                (found.expect("nothing is missing") - published(&unit.code, "Social")).abs() > TOLERANCE
            });
            assert_eq!(off.map(|(unit, _)| unit.code.as_str()).collect::<Vec<_>>(), ["BGR", "CZE", "NOR"], "{name}");
            for code in ["GRC", "JPN"] {
                let unit = table.units.iter().position(|unit| unit.code == code).expect("a known unit");
                let cell = &mut table.numbers.get_mut("TolMin").expect("an indicator")[unit];
                *cell = cell.map(f64::next_up);
            }
        }
        let scored = score(&model, &table).expect("the variant can be scored");
        for row in rows.iter().filter(|row| row["variant"] == name) {
            let unit = table.units.iter().position(|unit| unit.code == row["uCode"]).expect("a known unit");
            for node in &model.nodes {
                let found = scored.items[&node.id].scores[unit].expect("nothing is missing");
                near(found, number(row, &node.id).expect("published"), &format!("{name} {} {}", row["uCode"], node.id));
            }
            let rank = scored.ranks[unit].expect("scored");
            assert_eq!(rank as f64, number(row, "rank_Index").expect("published"), "{name} {}", row["uCode"]);
            compared += 1;
        }
    }
    assert_eq!((compared, rows.len()), (8 * 51, 8 * 51));
}

#[test]
fn statistics_of_the_raw_data_are_the_published_ones() {
    let (_, table) = asem();
    for row in oracle("asem/raw_stats.csv") {
        let found = describe(&table.numbers[&row["iCode"]]);
        assert_eq!(found.n as f64, number(&row, "N.Avail").expect("published"));
        // This table is printed with 12 digits.
        let pairs = [("Min", found.min), ("Max", found.max), ("Mean", found.mean), ("Median", found.median)];
        for (column, value) in
            pairs.into_iter().chain([("Std", found.sd), ("Skew", found.skew), ("Kurt", found.kurtosis)])
        {
            near(
                value.expect("computed"),
                number(&row, column).expect("published"),
                &format!("{} {column}", row["iCode"]),
            );
        }
    }
}

#[test]
fn what_hangs_together_is_as_published() {
    let (model, _, scored) = scored();
    let column =
        |id: &str| -> Vec<f64> { scored.items[id].scores.iter().map(|x| x.expect("nothing missing")).collect() };
    let index = column("Index");
    for row in oracle("asem/corr_pillars_index.csv") {
        let found = correlation(&index, &column(&row["Var2"])).expect("spread");
        near(found, number(&row, "Correlation").expect("published"), &row["Var2"]);
    }
    for row in oracle("asem/cronbach.csv") {
        let of = |grid: &Grid| {
            let members =
                model.indicators.iter().enumerate().filter(|(_, indicator)| indicator.parent == row["pillar"]);
            let columns: Vec<Vec<f64>> = members
                .map(|(at, _)| (0..grid.units().len()).map(|unit| grid.cell(at, unit).unwrap_or(f64::NAN)).collect())
                .collect();
            cronbach(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>()).expect("several columns")
        };
        let published = number(&row, "cronbach_alpha").expect("published");
        near(of(&scored.prepared.normalised), published, &row["pillar"]);
    }
    let pillars: Vec<Vec<f64>> = ["Environ", "Social", "SusEcFin"].map(column).to_vec();
    let found = components(&pillars.iter().map(Vec::as_slice).collect::<Vec<_>>()).expect("three pillars");
    for (row, value) in oracle("asem/pca_sust_eigen.csv").iter().zip(&found.eigenvalues) {
        near(*value, number(row, "eigenvalue").expect("published"), "eigenvalue");
    }
    for (place, row) in oracle("asem/pca_sust_loadings.csv").iter().enumerate() {
        for (component, column) in ["PC1", "PC2", "PC3"].iter().enumerate() {
            // The sign of a component is a convention; the first is turned as the published one.
            let (loading, published) = (found.loadings[component][place], number(row, column).expect("published"));
            let sign = if component == 0 { 1.0 } else { (loading * published).signum() };
            near(sign * loading, published, &format!("{} {column}", row["iCode"]));
        }
    }
}

#[test]
fn weights_from_the_first_component_are_the_published_ones() {
    let (mut model, table) = asem();
    model.weigh = Weighting::Principal { of: vec!["Sust".to_owned()] };
    let scored = score(&model, &table).expect("it can be scored");
    let rows = oracle("asem/weights_pca_sust_level2.csv");
    for row in &rows {
        near(scored.items[&row["iCode"]].weight, number(row, "Weight").expect("published"), &row["iCode"]);
    }
    assert_eq!(rows.len(), 60);
}

#[test]
fn leaving_out_a_pillar_moves_the_ranks_as_published() {
    let (model, table) = asem();
    let rows: Vec<_> =
        oracle("asem/remove_pillars.csv").into_iter().filter(|row| row["removed"] != "Nominal").collect();
    let ids: Vec<String> = rows.iter().map(|row| row["removed"].clone()).collect();
    let found = removals(&model, &table, &ids).expect("each can be left out");
    for (row, removal) in rows.iter().zip(&found) {
        near(removal.mean_change, number(row, "mean_abs_rank_diff").expect("published"), &removal.removed);
    }
    assert_eq!(found.len(), 8);
}

#[test]
fn a_logarithm_is_taken_of_the_original_when_winsorising_is_not_enough() {
    let (mut model, table) = asem();
    model.treat = Treatment::Rule { winsorise: 1, skew: 2.0, kurtosis: 3.5, otherwise: Default::default() };
    let scored = score(&model, &table).expect("it can be scored");
    let at = model.indicators.iter().position(|indicator| indicator.id == "Gas").expect("an indicator");
    let treated = scored.prepared.treatments.iter().find(|treated| treated.indicator == "Gas").expect("it fails");
    assert!(treated.log && treated.winsorised == 1);
    let column = |grid: &Grid| (0..51).map(|unit| grid.cell(at, unit).expect("complete")).collect::<Vec<f64>>();
    let (before, after) = (column(&scored.prepared.screened), column(&scored.prepared.treated));
    let low = before.iter().copied().fold(f64::INFINITY, f64::min);
    let high = before.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for (x, y) in before.iter().zip(&after) {
        near(*y, (x - low + 0.01 * (high - low)).ln(), "Gas");
    }
}
