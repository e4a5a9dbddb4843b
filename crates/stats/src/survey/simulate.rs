//! Invented worlds with known truth: surveys drawn from the model, to see whether the estimates find it again.

use super::hierarchy::logistic;
use super::study::{AnswerCell, Country, Form, PopulationCell, Study, Total};
use crate::chance::Chance;

/// The truth of one form.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    /// a, the logit of the risk where all predictors are 0.
    pub a: f64,
    /// b.
    pub b: Vec<f64>,
    /// g, per unit of the predictor.
    pub g: Vec<f64>,
    /// s.
    pub s: f64,
}

/// How an invented world is made.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// By form: id, truth.
    pub forms: Vec<(Form, Truth)>,
    /// Countries with a survey, the first ones.
    pub surveyed: usize,
    /// Countries without one.
    pub unsurveyed: usize,
    /// People asked in each survey.
    pub asked: u64,
    /// Regions; countries are dealt out to them in turn.
    pub regions: usize,
    /// Are the true totals of the regions known?
    pub totals: bool,
}

/// An invented world: the study somebody would have, and what is true.
#[derive(Clone, Debug, PartialEq)]
pub struct Invented {
    /// What the surveys show.
    pub study: Study,
    /// By form, by country: R_c.
    pub risks: Vec<Vec<f64>>,
    /// By country, people on any one day in all forms.
    pub people: Vec<f64>,
}

/// Draws a world. Each person is described by as many yes-or-no traits as b is long, each country by as many normal
/// numbers as g; `frame` gives priors, chains and levels, its forms, countries, names and totals are replaced.
pub fn invent(world: &World, frame: &Study, seed: u64) -> Invented {
    let mut chance = Chance::numbered(seed, 0);
    let traits = world.forms.first().map_or(0, |(_, truth)| truth.b.len());
    let predictors = world.forms.first().map_or(0, |(_, truth)| truth.g.len());
    let mut study = frame.clone();
    study.individual = (1..=traits).map(|j| format!("trait {j}")).collect();
    study.national = (1..=predictors).map(|j| format!("predictor {j}")).collect();
    study.forms = world.forms.iter().map(|(form, _)| form.clone()).collect();
    study.countries =
        (0..world.surveyed + world.unsurveyed).map(|c| country(world, c, traits, predictors, &mut chance)).collect();
    let mut risks = Vec::new();
    let mut numbers = vec![vec![0.0; study.countries.len()]; world.forms.len()];
    for (f, (form, truth)) in world.forms.iter().enumerate() {
        let mut of_form = Vec::new();
        for (c, country) in study.countries.iter_mut().enumerate() {
            let offset = truth.a + dot(&country.predictors, &truth.g) + truth.s * chance.normal();
            let asked = if c < world.surveyed { world.asked } else { 0 };
            country.answers.push(survey(&country.cells, offset, truth, asked, &mut chance));
            let risk = risk(&country.cells, offset, truth);
            numbers[f][c] = risk * country.population * form.durations.factor().unwrap_or(1.0);
            of_form.push(risk);
        }
        risks.push(of_form);
    }
    study.totals = if world.totals { totals(&study, &numbers, world.regions) } else { Vec::new() };
    let people = (0..study.countries.len()).map(|c| numbers.iter().map(|form| form[c]).sum()).collect();
    Invented { study, risks, people }
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

fn country(world: &World, c: usize, traits: usize, predictors: usize, chance: &mut Chance) -> Country {
    let population = 1e6 * libm::exp(chance.normal());
    // Each trait has its own frequency in each country; people with all combinations live there.
    let shares: Vec<f64> = (0..traits).map(|_| 0.2 + 0.6 * chance.uniform()).collect();
    let cells = (0..1_u32 << traits)
        .map(|cell| {
            let x: Vec<f64> = (0..traits).map(|j| f64::from(cell >> j & 1)).collect();
            let share: f64 = x.iter().zip(&shares).map(|(x, p)| if *x > 0.0 { *p } else { 1.0 - p }).product();
            PopulationCell { x, people: share * population }
        })
        .collect();
    Country {
        id: format!("C{:02}", c + 1),
        region: format!("R{}", c % world.regions.max(1) + 1),
        population,
        state_imposed: 0.0,
        predictors: (0..predictors).map(|_| chance.normal()).collect(),
        cells,
        answers: Vec::new(),
    }
}

fn survey(cells: &[PopulationCell], offset: f64, truth: &Truth, asked: u64, chance: &mut Chance) -> Vec<AnswerCell> {
    if asked == 0 {
        return Vec::new();
    }
    let weights: Vec<f64> = cells.iter().map(|cell| cell.people).collect();
    let mut counts = vec![0; cells.len()];
    chance.multinomial(asked, &weights, &mut counts);
    let answer = |(cell, asked): (&PopulationCell, &u64)| {
        let share = logistic(offset + dot(&cell.x, &truth.b)).0;
        AnswerCell { x: cell.x.clone(), asked: *asked, positive: chance.binomial(*asked, share), weight: 1.0 }
    };
    cells.iter().zip(&counts).map(answer).collect()
}

fn risk(cells: &[PopulationCell], offset: f64, truth: &Truth) -> f64 {
    let people: f64 = cells.iter().map(|cell| cell.people).sum();
    cells.iter().map(|cell| cell.people * logistic(offset + dot(&cell.x, &truth.b)).0).sum::<f64>() / people
}

fn totals(study: &Study, numbers: &[Vec<f64>], regions: usize) -> Vec<Total> {
    let mut totals = Vec::new();
    for r in 1..=regions.max(1) {
        let region = format!("R{r}");
        for (form, numbers) in numbers.iter().enumerate() {
            let members = study.countries.iter().zip(numbers).filter(|(country, _)| country.region == region);
            let people: f64 = members.map(|(_, n)| n).sum();
            if people > 0.0 {
                totals.push(Total { region: region.clone(), form, people, interval: None });
            }
        }
    }
    totals
}
