//! Fay–Herriot against published fits.

use std::path::Path;

use pana_stats::survey::{Area, small_areas};

const TOLERANCE: f64 = 2e-5;
const MSE_TOLERANCE: f64 = 2e-6;

fn rows(file: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles/survey").join(file);
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_path(path).expect("the oracle is there");
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn number(cell: &str) -> f64 {
    cell.parse().expect("a number")
}

#[test]
fn the_published_fit_of_the_milk_data_is_reproduced() {
    let rows = rows("fay_herriot_milk.csv");
    let areas: Vec<Area> = rows
        .iter()
        .map(|row| {
            let error = number(&row[2]);
            let major = |k: &str| if row[3] == k { 1.0 } else { 0.0 };
            Area {
                name: row[0].clone(),
                direct: number(&row[1]),
                variance: error * error,
                predictors: vec![1.0, major("2"), major("3"), major("4")],
            }
        })
        .collect();
    let fit = small_areas(&areas).expect("a fit");
    assert!(fit.converged);
    let mut worst = (0.0_f64, 0.0_f64);
    for (found, row) in fit.areas.iter().zip(&rows) {
        worst.0 = worst.0.max((found.estimate - number(&row[4])).abs());
        worst.1 = worst.1.max((found.mse - number(&row[5])).abs());
    }
    println!("s2_v {:.8}, farthest EBLUP {:.1e}, farthest MSE {:.1e}", fit.between, worst.0, worst.1);
    assert!(worst.0 < TOLERANCE && worst.1 < MSE_TOLERANCE, "{worst:?}");
    for ((value, error), row) in fit.effects.iter().zip(rows_of_effects()) {
        assert!((value - number(&row[1])).abs() < TOLERANCE, "{}: {value}", row[0]);
        assert!((error - number(&row[2])).abs() < TOLERANCE, "{}: {error}", row[0]);
    }
}

fn rows_of_effects() -> Vec<Vec<String>> {
    rows("fay_herriot_milk_effects.csv")
}
