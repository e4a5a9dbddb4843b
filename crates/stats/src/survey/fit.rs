//! One form: draws from its model, what was checked about them, and the risk of every country in every draw.

use rayon::prelude::*;

use super::answer::{FormFit, Parameter, Summary};
use super::hierarchy::{Hierarchy, Parameters, logistic};
use super::sampler::{Draws, NoDraws, sample};
use super::study::{Country, Refusal, Study, asked, positive};
use crate::chance::Chance;
use crate::mcmc::{LEAST_EFFECTIVE_PER_CHAIN, MOST_R_HAT, Mixing};
use crate::mse::answer::{Gate, Verdict};
use crate::watch::{Stopped, Watch};

/// Fewer cases than this in all surveys together: the estimate is mostly prior (index-methods, 1.2, small samples).
const FEW_POSITIVES: f64 = 10.0;

/// More than one draw in a hundred that lost its path: a region of the posterior was not seen.
const MOST_DIVERGENT: f64 = 0.01;

/// The streams of chance for country effects begin here, beyond those of the chains.
const EFFECTS: u64 = 1 << 40;

/// The fitted model of one form.
pub struct Fitted {
    /// What is reported of it.
    pub fit: FormFit,
    /// The model.
    pub model: Hierarchy,
    /// By country, by draw: R_c = Σ_k w_kc logit⁻¹(a + x_k'b + z_c'g + u_c).
    pub risks: Vec<Vec<f64>>,
}

/// Why a form was not fitted.
pub enum NotFitted {
    /// It cannot be.
    Refused(Refusal),
    /// Somebody stopped it.
    Stopped(Stopped),
}

impl From<NoDraws> for NotFitted {
    fn from(reason: NoDraws) -> Self {
        match reason {
            NoDraws::Stopped(stopped) => Self::Stopped(stopped),
            NoDraws::Setting(name) => Self::Refused(Refusal::Setting(name)),
            NoDraws::NoStart => Self::Refused(Refusal::NoStart),
        }
    }
}

/// Fits form `f` of a study that was checked.
pub fn fit(study: &Study, f: usize, watch: &dyn Watch) -> Result<Fitted, NotFitted> {
    let model = Hierarchy::new(study, f).map_err(NotFitted::Refused)?;
    let draws = sample(&model, &study.chains, f as u64, watch)?;
    let report = report(study, f, &model, &draws);
    let parameters: Vec<Parameters> = draws.positions().map(|position| model.parameters(position)).collect();
    let risks = (0..study.countries.len()).into_par_iter().map(|c| risks(study, f, &model, &parameters, c)).collect();
    Ok(Fitted { fit: report, model, risks })
}

/// The risk of one country in every draw; without a survey its effect is N(0, s²) anew in each.
fn risks(study: &Study, f: usize, model: &Hierarchy, parameters: &[Parameters], c: usize) -> Vec<f64> {
    let country = &study.countries[c];
    let z = model.standardise(&country.predictors);
    let surveyed = model.surveyed.iter().position(|s| *s == c);
    let mut chance = Chance::numbered(study.chains.seed, EFFECTS + ((f as u64) << 32) + c as u64);
    let people: f64 = country.cells.iter().map(|cell| cell.people).sum();
    let of_draw = |draw: &Parameters| {
        let effect = match surveyed {
            Some(position) => draw.u[position],
            None => draw.s * chance.normal(),
        };
        let offset = draw.a + z.iter().zip(&draw.g).map(|(z, g)| z * g).sum::<f64>() + effect;
        let cases = |country: &Country| -> f64 {
            country.cells.iter().map(|cell| cell.people * logistic(offset + model.person(&cell.x, &draw.b)).0).sum()
        };
        cases(country) / people
    };
    parameters.iter().map(of_draw).collect()
}

fn report(study: &Study, f: usize, model: &Hierarchy, draws: &Draws) -> FormFit {
    let form = &study.forms[f];
    let mut gates = Vec::new();
    let numbers = numbers(study, model);
    let parameters: Vec<Parameter> =
        numbers.iter().map(|(name, number)| parameter(name, number.as_ref(), model, draws, study.level)).collect();
    // The effects of the countries must have mixed too, though they are not listed.
    let effects: Vec<Mixing> = (0..model.surveyed.len())
        .into_par_iter()
        .map(|c| Mixing::of(&draws.of(|position| model.parameters(position).u[c])))
        .collect();
    let all = || parameters.iter().map(|parameter| &parameter.mixing).chain(&effects);
    let chains = draws.chains.len() as f64;
    let worst = all().map(|mixing| mixing.r_hat).fold(1.0, f64::max);
    let least = all().map(|mixing| f64::min(mixing.bulk_ess, mixing.tail_ess)).fold(f64::INFINITY, f64::min);
    gates.push(Gate::at_most("mixing", worst, MOST_R_HAT, Verdict::Fail));
    gates.push(Gate::at_least("sample-size", least, LEAST_EFFECTIVE_PER_CHAIN * chains, Verdict::Fail));
    let kept = (study.chains.draws as f64) * chains;
    gates.push(rare("divergences", draws.divergences as f64 / kept));
    gates.push(Gate::at_most("path-length", draws.cut as f64 / kept, MOST_DIVERGENT, Verdict::Doubt));
    let count = |number: fn(&[super::study::AnswerCell]) -> u64| {
        study.countries.iter().fold(0_u64, |sum, country| sum.saturating_add(number(&country.answers[f])))
    };
    let (asked, positive) = (count(asked), count(positive));
    gates.push(Gate::at_least("positives", positive as f64, FEW_POSITIVES, Verdict::Doubt));
    // Country predictors beyond what the countries can tell apart leave g to its prior.
    let surveyed = model.surveyed.len();
    gates.push(Gate::at_least("surveys", surveyed as f64, study.national.len() as f64 + 3.0, Verdict::Doubt));
    FormFit {
        form: form.id.clone(),
        asked,
        positive,
        surveyed: surveyed as u64,
        stock_factor: form.durations.factor().unwrap_or(1.0),
        parameters,
        gates,
    }
}

/// None passes, few are a doubt, many fail.
fn rare(name: &'static str, share: f64) -> Gate {
    let verdict = match share {
        0.0 => Verdict::Pass,
        few if few <= MOST_DIVERGENT => Verdict::Doubt,
        _ => Verdict::Fail,
    };
    Gate { name, verdict, value: Some(share), bound: Some(MOST_DIVERGENT) }
}

type Number = Box<dyn Fn(&Parameters) -> f64>;

/// The parameters that are reported, by name.
fn numbers(study: &Study, model: &Hierarchy) -> Vec<(String, Number)> {
    debug_assert!(!model.surveyed.is_empty(), "a study without surveys was refused");
    let mut numbers: Vec<(String, Number)> = vec![("intercept".to_owned(), Box::new(|p| p.a))];
    for (j, name) in study.individual.iter().enumerate() {
        numbers.push((format!("person: {name}"), Box::new(move |p| p.b[j])));
    }
    for (j, name) in study.national.iter().enumerate() {
        numbers.push((format!("country: {name}"), Box::new(move |p| p.g[j])));
    }
    numbers.push(("spread".to_owned(), Box::new(|p| p.s)));
    numbers
}

fn parameter(
    name: &str,
    number: &dyn Fn(&Parameters) -> f64,
    model: &Hierarchy,
    draws: &Draws,
    level: f64,
) -> Parameter {
    let chains = draws.of(|position| number(&model.parameters(position)));
    let all: Vec<f64> = chains.iter().flatten().copied().collect();
    Parameter { name: name.to_owned(), summary: Summary::of(&all, level), mixing: Mixing::of(&chains) }
}
