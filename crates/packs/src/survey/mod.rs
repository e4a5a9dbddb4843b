//! Reads a survey study: `MODEL.toml`, the answers, the countries and who lives in them.
//!
//! - the answers: `country, form`, one column for each description of a person, `positives`, and optionally `count` and
//!   `weight` (1 where they are absent): one row for each person, or for each cell of people who are alike;
//! - the countries: `country, region, population`, one column for each description of a country, optionally
//!   `state_imposed`;
//! - the population: `country`, one column for each description of a person, `people`.
//!
//! Columns may stand in any order; lines that begin with `#` are comments.

mod model;
mod sheet;

use std::collections::BTreeMap;

use pana_stats::survey::Study;
use pana_stats::survey::stock::Durations;
use pana_stats::survey::study::{AnswerCell, Country, Form, PopulationCell, Total};

pub use model::Model;
use model::{WrittenTotal, line_of};
use sheet::{Row, Sheet};

use crate::fault::{Fault, Faults};
use crate::files::Files;

/// The files that a model file names and that stand beside it.
pub fn companions(files: &Files, model: &str) -> Result<Vec<String>, Fault> {
    let written = Model::read(files, model)?;
    Ok(vec![beside(model, &written.countries), beside(model, &written.population)])
}

fn beside(model: &str, name: &str) -> String {
    model.rsplit_once('/').map_or_else(|| name.to_owned(), |(folder, _)| format!("{folder}/{name}"))
}

/// Reads a study. Every fault of every row is reported.
pub fn read(files: &Files, model: &str, data: &str) -> Result<Study, Faults> {
    let written = Model::read(files, model)?;
    let faults = own_faults(&written, model);
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let mut faults = Vec::new();
    let mut countries = countries(files, &written, &beside(model, &written.countries), &mut faults)?;
    population(files, &written, &beside(model, &written.population), &mut countries, &mut faults)?;
    answers(files, &written, data, &mut countries, &mut faults)?;
    let totals = totals(files.text(model)?, model, &written, &countries, &mut faults);
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let form = |form: &model::WrittenForm| Form {
        id: form.id.clone(),
        durations: Durations(form.durations.clone()),
        totals_include_state_imposed: form.totals_include_state_imposed,
    };
    let study = Study {
        forms: written.forms.iter().map(form).collect(),
        individual: written.individual_names(),
        national: written.national.clone(),
        countries: countries.into_values().collect(),
        totals,
        priors: written.priors.priors(),
        weighting: written.weights.into(),
        chains: written.chains.settings(),
        level: written.level,
        ranks: written.ranks.clone(),
    };
    study.check().map_err(|refusal| Fault::of_file(model, refusal))?;
    Ok(study)
}

/// Columns that the model may not name because the tables have them already.
const TAKEN: [&str; 9] =
    ["country", "form", "positives", "count", "weight", "people", "region", "population", "state_imposed"];

fn own_faults(written: &Model, file: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |reason: String| faults.push(Fault::of_file(file, reason));
    let mut named: Vec<&str> = Vec::new();
    for name in written.individual.iter().map(|describer| &describer.name).chain(&written.national) {
        if TAKEN.contains(&name.as_str()) || name.is_empty() {
            fault(format!("`{name}` cannot describe people or countries: the tables use this name; choose another"));
        }
        if named.contains(&name.as_str()) {
            fault(format!("`{name}` is named twice; take one out"));
        }
        named.push(name);
    }
    for describer in written.individual.iter().filter(|describer| describer.levels.len() == 1) {
        fault(format!("`{}` has a single level, which tells nobody apart; add the others", describer.name));
    }
    faults
}

/// x of a row: a number, or a 1 at the level it names.
fn person(written: &Model, row: &Row) -> Result<Vec<f64>, Fault> {
    let mut x = Vec::new();
    for describer in &written.individual {
        if describer.levels.is_empty() {
            x.push(finite(row, &describer.name)?);
            continue;
        }
        let cell = row.cell(&describer.name);
        let Some(level) = describer.levels.iter().position(|level| level == cell) else {
            let levels = describer.levels.join(", ");
            return Err(row.fault(
                &describer.name,
                format!("`{cell}` is not one of: {levels}; correct it or add it to the model"),
            ));
        };
        x.extend((1..describer.levels.len()).map(|other| if other == level { 1.0 } else { 0.0 }));
    }
    Ok(x)
}

fn finite(row: &Row, column: &str) -> Result<f64, Fault> {
    let number: f64 = row.number(column, "a number")?;
    number.is_finite().then_some(number).ok_or_else(|| row.fault(column, "the number is not finite; write one that is"))
}

fn not_below_zero(row: &Row, column: &str, otherwise: Option<f64>) -> Result<f64, Fault> {
    let number = match otherwise {
        Some(otherwise) if row.cell(column).is_empty() => otherwise,
        _ => finite(row, column)?,
    };
    (number >= 0.0)
        .then_some(number)
        .ok_or_else(|| row.fault(column, format!("{number} is below 0; write a number that is not")))
}

fn countries(
    files: &Files,
    written: &Model,
    file: &str,
    faults: &mut Vec<Fault>,
) -> Result<BTreeMap<String, Country>, Faults> {
    let required: Vec<&str> =
        ["country", "region", "population"].into_iter().chain(written.national.iter().map(String::as_str)).collect();
    let sheet = Sheet::read(files, file, &required, &["state_imposed"])?;
    let mut countries = BTreeMap::new();
    for row in sheet.rows() {
        match country(written, &row) {
            Ok(country) if countries.contains_key(&country.id) => {
                faults.push(row.fault("country", format!("`{}` stands on an earlier line too; keep one", country.id)));
            }
            Ok(country) => {
                countries.insert(country.id.clone(), country);
            }
            Err(fault) => faults.push(fault),
        }
    }
    Ok(countries)
}

fn country(written: &Model, row: &Row) -> Result<Country, Fault> {
    let population = not_below_zero(row, "population", None)?;
    if population == 0.0 {
        return Err(row.fault("population", "the population is 0; a prevalence needs people, take the country out"));
    }
    let name = |column: &str| match row.cell(column) {
        "" => Err(row.fault(column, "the cell is empty; this column must be filled")),
        cell => Ok(cell.to_owned()),
    };
    Ok(Country {
        id: name("country")?,
        region: name("region")?,
        population,
        state_imposed: not_below_zero(row, "state_imposed", Some(0.0))?,
        predictors: written.national.iter().map(|column| finite(row, column)).collect::<Result<_, _>>()?,
        cells: Vec::new(),
        answers: vec![Vec::new(); written.forms.len()],
    })
}

fn named<'a>(row: &Row, countries: &'a mut BTreeMap<String, Country>) -> Result<&'a mut Country, Fault> {
    let id = row.cell("country");
    countries.get_mut(id).ok_or_else(|| {
        row.fault("country", format!("`{id}` is not in the table of countries; add it there or correct it"))
    })
}

fn population(
    files: &Files,
    written: &Model,
    file: &str,
    countries: &mut BTreeMap<String, Country>,
    faults: &mut Vec<Fault>,
) -> Result<(), Faults> {
    let describers = written.individual.iter().map(|describer| describer.name.as_str());
    let required: Vec<&str> = ["country"].into_iter().chain(describers).chain(["people"]).collect();
    let sheet = Sheet::read(files, file, &required, &[])?;
    for row in sheet.rows() {
        let cell = || Ok(PopulationCell { x: person(written, &row)?, people: not_below_zero(&row, "people", None)? });
        match (named(&row, countries), cell()) {
            (Ok(country), Ok(cell)) => country.cells.push(cell),
            (Err(fault), _) | (_, Err(fault)) => faults.push(fault),
        }
    }
    for country in countries.values().filter(|country| country.cells.is_empty()) {
        let reason = format!("`{}` has no population cells; add rows for it", country.id);
        faults.push(Fault { column: Some("country".to_owned()), ..Fault::of_file(file, reason) });
    }
    Ok(())
}

fn answers(
    files: &Files,
    written: &Model,
    file: &str,
    countries: &mut BTreeMap<String, Country>,
    faults: &mut Vec<Fault>,
) -> Result<(), Faults> {
    let describers = written.individual.iter().map(|describer| describer.name.as_str());
    let required: Vec<&str> = ["country", "form"].into_iter().chain(describers).chain(["positives"]).collect();
    let sheet = Sheet::read(files, file, &required, &["count", "weight"])?;
    for row in sheet.rows() {
        match (named(&row, countries), answer(written, &row)) {
            (Ok(country), Ok((form, cell))) => country.answers[form].push(cell),
            (Err(fault), _) | (_, Err(fault)) => faults.push(fault),
        }
    }
    Ok(())
}

fn answer(written: &Model, row: &Row) -> Result<(usize, AnswerCell), Fault> {
    let id = row.cell("form");
    let form = written.forms.iter().position(|form| form.id == id).ok_or_else(|| {
        let forms: Vec<&str> = written.forms.iter().map(|form| form.id.as_str()).collect();
        row.fault("form", format!("`{id}` is not one of: {}; correct it or add it to the model", forms.join(", ")))
    })?;
    let asked: u64 = row.number_or("count", "a whole number", 1)?;
    let positive: u64 = row.number("positives", "a whole number")?;
    if positive > asked {
        let reason = format!("{positive} of {asked} cannot be; write at most as many positives as people asked");
        return Err(row.fault("positives", reason));
    }
    let weight = not_below_zero(row, "weight", Some(1.0))?;
    Ok((form, AnswerCell { x: person(written, row)?, asked, positive, weight }))
}

fn totals(
    text: &str,
    file: &str,
    written: &Model,
    countries: &BTreeMap<String, Country>,
    faults: &mut Vec<Fault>,
) -> Vec<Total> {
    let mut totals = Vec::new();
    for total in &written.totals {
        let fault = |byte: usize, field: &str, reason: String| Fault {
            line: Some(line_of(text, byte)),
            column: Some(field.to_owned()),
            ..Fault::of_file(file, reason)
        };
        let (region, form) = (total.region.get_ref(), total.form.get_ref());
        if !countries.values().any(|country| country.region == *region) {
            let reason = format!("no country is in the region `{region}`; correct it or take the total out");
            faults.push(fault(total.region.span().start, "totals.region", reason));
        }
        match (written.forms.iter().position(|written| written.id == *form), interval(total)) {
            (None, _) => {
                let reason = format!("`{form}` is not one of the forms; correct it or take the total out");
                faults.push(fault(total.form.span().start, "totals.form", reason));
            }
            (_, None) => {
                let reason = "an interval needs lower, upper and level; give all three or none".to_owned();
                faults.push(fault(total.region.span().start, "totals.lower", reason));
            }
            (Some(form), Some(interval)) => {
                totals.push(Total { region: region.clone(), form, people: total.people, interval });
            }
        }
    }
    totals
}

/// The interval of a total, or that it has none; `None` if it is half given.
fn interval(total: &WrittenTotal) -> Option<Option<(f64, f64, f64)>> {
    match (total.lower, total.upper, total.level) {
        (Some(lower), Some(upper), Some(level)) => Some(Some((lower, upper, level))),
        (None, None, None) => Some(None),
        _ => None,
    }
}
