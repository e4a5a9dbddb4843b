//! Curves: posterior distributions, and intervals by how many models could be chosen.

use pana_stats::mse::answer::{Answer, Curve};

use super::{Teller, section};
use crate::estimate::curve::Lines;
use crate::estimate::round::unit;
use crate::estimate::sentence::{below, to_unit};
use crate::estimate::told;
use crate::report::{Block, Drawing, SMALL, Section};

/// Posterior distributions, and intervals by how many models could be chosen.
pub(in crate::estimate) fn curves(t: Teller<'_>) -> Option<Section> {
    let drawn = |answer: &Answer| {
        let curves =
            answer.curves.iter().filter(|curve| curve.points.len() > 1 && curve.points.iter().all(|row| row.len() > 1));
        curves.filter_map(|curve| one_curve(t, answer, curve)).collect::<Vec<_>>()
    };
    let drawings: Vec<Drawing> = t.given.study.whole.results.iter().flat_map(drawn).collect();
    if drawings.is_empty() {
        return None;
    }
    section("curves", t.say("estimate-curves-heading"), vec![Block::Drawings(drawings)])
}

fn one_curve(t: Teller<'_>, answer: &Answer, curve: &Curve) -> Option<Drawing> {
    let observed = t.given.study.whole.observed;
    let method = told::method(t.words, answer.method);
    let id = format!("{}-{}", curve.name, answer.method);
    let column =
        |at: usize| -> Vec<f64> { curve.points.iter().map(|row| row.get(at).copied().unwrap_or(f64::NAN)).collect() };
    let number = |value: f64| t.words.numbers().fixed(value, 0);
    let width = answer.estimate().map_or(1.0, |estimate| unit(estimate.upper - estimate.lower));
    let people = |value: f64| to_unit(t.words, value, width, observed);
    let posterior = curve.name == "posterior";
    let key = match curve.name {
        "posterior" => "estimate-curve-posterior",
        "interval-by-top" => "estimate-curve-top",
        _ => return None,
    };
    let title = t.words.tell(key, &[("method", method.into())]);
    let (points, note) = if posterior {
        // What holds nearly nothing is not drawn: a grid may reach far beyond where anything is.
        (shown(curve), t.say("estimate-curve-posterior-note"))
    } else {
        (curve.points.clone(), t.say("estimate-curve-top-note"))
    };
    let description = match answer.estimate() {
        Some(estimate) if posterior => {
            let (point, range) = below(t.words, estimate, observed);
            format!("{point} ({range}).")
        }
        _ => {
            let row = |row: &Vec<f64>| {
                format!("{}: {}–{}.", number(row[0]), people(row[1]), people(row.get(2).copied().unwrap_or(row[1])))
            };
            points.iter().map(row).collect::<Vec<_>>().join(" ")
        }
    };
    let take = |at: usize| -> Vec<f64> { points.iter().map(|row| row.get(at).copied().unwrap_or(f64::NAN)).collect() };
    let lines = if posterior {
        Lines {
            x: take(0),
            y: vec![take(1)],
            density: true,
            people_below: true,
            mark: Some(observed as f64),
            factors: false,
            below: &number,
            beside: &number,
            width: SMALL,
        }
    } else {
        Lines {
            x: column(0),
            y: vec![column(1), column(2)],
            density: false,
            people_below: false,
            mark: None,
            factors: true,
            below: &number,
            beside: &number,
            width: SMALL,
        }
    };
    Some(t.small(&id, title, note, description, &lines))
}

/// The part of a density from the first to the last point that is higher than half a hundredth of its top.
fn shown(curve: &Curve) -> Vec<Vec<f64>> {
    let top = curve.points.iter().map(|row| row[1]).fold(0.0, f64::max);
    let high = |row: &Vec<f64>| row[1] > top * 0.005;
    let first = curve.points.iter().position(high).unwrap_or(0).saturating_sub(1);
    let last = curve.points.iter().rposition(high).map_or(curve.points.len(), |at| (at + 2).min(curve.points.len()));
    curve.points[first..last].to_vec()
}
