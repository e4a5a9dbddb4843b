//! From surveys in some countries to people in each: fit, post-stratify, rake, count, rank, in every draw.

use rayon::prelude::*;

use super::answer::{
    Basis, CountryEstimate, CountryForm, RankShare, Summary, SurveyAnswer, SurveyOutcome, SurveySettings,
};
use super::design::{self, DesignEstimate, Group};
use super::distance::Surveyed;
use super::fit::{Fitted, NotFitted, fit};
use super::rake::{Regional, rake};
use super::study::{AnswerCell, Refusal, Study, asked, positive};
use crate::chance::Chance;
use crate::mse::answer::Verdict;
use crate::watch::{Stopped, Watch};

/// The streams of chance for durations and totals, beyond those of country effects.
const DURATIONS: u64 = 1 << 50;
const TOTALS: u64 = 1 << 51;

/// What the surveys say of every country, or why they cannot.
pub fn estimate(study: &Study, watch: &dyn Watch) -> Result<Result<SurveyAnswer, Refusal>, Stopped> {
    if let Err(refusal) = study.check() {
        return Ok(Err(refusal));
    }
    let mut fitted = Vec::new();
    for f in 0..study.forms.len() {
        watch.advance("forms", f as u64, study.forms.len() as u64);
        match fit(study, f, watch) {
            Ok(form) => fitted.push(form),
            Err(NotFitted::Refused(refusal)) => return Ok(Err(refusal)),
            Err(NotFitted::Stopped(stopped)) => return Err(stopped),
        }
    }
    let failed = fitted.iter().find(|form| form.fit.verdict() == Verdict::Fail).map(|form| form.fit.form.clone());
    let outcome = match failed {
        Some(form) => SurveyOutcome::NotMixed(form),
        None => SurveyOutcome::Countries(countries(study, &fitted)),
    };
    Ok(Ok(SurveyAnswer {
        outcome,
        forms: fitted.into_iter().map(|form| form.fit).collect(),
        settings: SurveySettings {
            level: study.level,
            chains: study.chains.clone(),
            priors: study.priors,
            weighting: study.weighting,
        },
    }))
}

/// By form, by country, by draw: people on any one day; and which of them were brought to a regional total.
pub struct People {
    /// By form, by country, by draw.
    pub numbers: Vec<Vec<Vec<f64>>>,
    /// By form, by country.
    pub raked: Vec<Vec<bool>>,
}

/// N_cf = R_cf P_c times the share that is there on any one day; where the total of the region is known, shared out of
/// it instead, in every draw.
pub fn people(study: &Study, risks: &[&[Vec<f64>]]) -> People {
    let mut people = People {
        numbers: (0..study.forms.len()).map(|f| unraked(study, f, risks[f])).collect(),
        raked: vec![vec![false; study.countries.len()]; study.forms.len()],
    };
    for (i, total) in study.totals.iter().enumerate() {
        let regional = Regional::new(study, total);
        let mut chance = Chance::numbered(study.chains.seed, TOTALS + i as u64);
        let numbers = &mut people.numbers[regional.form];
        for draw in 0..numbers.first().map_or(0, Vec::len) {
            let modelled: Vec<f64> = regional.members.iter().map(|c| numbers[*c][draw]).collect();
            for (c, n) in regional.members.iter().zip(rake(regional.draw(&mut chance), &modelled)) {
                numbers[*c][draw] = n;
            }
        }
        regional.members.iter().for_each(|c| people.raked[regional.form][*c] = true);
    }
    people
}

fn unraked(study: &Study, f: usize, risks: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut chance = Chance::numbered(study.chains.seed, DURATIONS + f as u64);
    let draws = risks.first().map_or(0, Vec::len);
    let factors: Vec<f64> = (0..draws).map(|_| study.forms[f].durations.draw(&mut chance)).collect();
    let of_country = |(country, risks): (&super::study::Country, &Vec<f64>)| {
        risks.iter().zip(&factors).map(|(risk, factor)| risk * country.population * factor).collect()
    };
    study.countries.iter().zip(risks).map(of_country).collect()
}

fn countries(study: &Study, fitted: &[Fitted]) -> Vec<CountryEstimate> {
    let risks: Vec<&[Vec<f64>]> = fitted.iter().map(|form| form.risks.as_slice()).collect();
    let people = people(study, &risks);
    let totals: Vec<Vec<f64>> = (0..study.countries.len()).map(|c| all_forms(study, &people, c)).collect();
    let prevalence: Vec<Vec<f64>> = totals
        .iter()
        .zip(&study.countries)
        .map(|(draws, country)| draws.iter().map(|n| 1000.0 * n / country.population).collect())
        .collect();
    let ranks = ranks(&prevalence);
    (0..study.countries.len())
        .into_par_iter()
        .map(|c| {
            let country = &study.countries[c];
            CountryEstimate {
                country: country.id.clone(),
                region: country.region.clone(),
                population: country.population,
                prevalence: Summary::of(&prevalence[c], study.level),
                people: Summary::of(&totals[c], study.level),
                state_imposed: country.state_imposed,
                rank: Summary::of(&ranks[c], study.level),
                rank_at_most: study.ranks.iter().map(|k| at_most(&ranks[c], *k)).collect(),
                forms: (0..fitted.len()).map(|f| of_form(study, &fitted[f], &people, f, c)).collect(),
            }
        })
        .collect()
}

/// N_c = Σ_f N_cf + S_c.
fn all_forms(study: &Study, people: &People, c: usize) -> Vec<f64> {
    let draws = people.numbers.first().map_or(0, |form| form[c].len());
    let of_draw = |d: usize| people.numbers.iter().map(|form| form[c][d]).sum::<f64>();
    (0..draws).map(|d| of_draw(d) + study.countries[c].state_imposed).collect()
}

/// 1 + the number of countries with a higher prevalence, by country, by draw.
fn ranks(prevalence: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let draws = prevalence.first().map_or(0, Vec::len);
    let mut ranks = vec![vec![0.0; draws]; prevalence.len()];
    for draw in 0..draws {
        let mut order: Vec<usize> = (0..prevalence.len()).collect();
        order.sort_by(|a, b| prevalence[*b][draw].total_cmp(&prevalence[*a][draw]));
        let mut rank = 1;
        for (place, c) in order.iter().enumerate() {
            if place > 0 && prevalence[*c][draw] < prevalence[order[place - 1]][draw] {
                rank = place + 1;
            }
            ranks[*c][draw] = rank as f64;
        }
    }
    ranks
}

fn at_most(ranks: &[f64], k: usize) -> RankShare {
    let within = ranks.iter().filter(|rank| **rank <= k as f64).count();
    RankShare { k, share: within as f64 / ranks.len().max(1) as f64 }
}

fn of_form(study: &Study, fitted: &Fitted, people: &People, f: usize, c: usize) -> CountryForm {
    let country = &study.countries[c];
    let answers = &country.answers[f];
    let model = &fitted.model;
    let basis = if model.surveyed.contains(&c) {
        Basis::Survey
    } else {
        let names = model.surveyed.iter().map(|s| study.countries[*s].id.as_str()).collect();
        let z = model.standardise(&country.predictors);
        Basis::ModelledNoSurveyHere { extrapolation: Surveyed::new(names, model.donors()).extrapolation(&z) }
    };
    CountryForm {
        form: study.forms[f].id.clone(),
        basis,
        asked: asked(answers),
        positive: positive(answers),
        direct: direct(answers, study.level),
        risk: Summary::of(&fitted.risks[c], study.level),
        people: Summary::of(&people.numbers[f][c], study.level),
        raked: people.raked[f][c],
    }
}

/// What the survey of a country says by itself: its people taken as drawn one by one.
fn direct(answers: &[AnswerCell], level: f64) -> Option<DesignEstimate> {
    let group = |cell: &AnswerCell| Group {
        stratum: 0,
        cluster: None,
        weight: cell.weight,
        asked: if cell.weight > 0.0 { cell.asked } else { 0 },
        positive: if cell.weight > 0.0 { cell.positive } else { 0 },
        replicates: Vec::new(),
    };
    design::estimate(&answers.iter().map(group).collect::<Vec<_>>(), level).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_count_those_who_are_higher_and_ties_share_the_better_place() {
        let found = ranks(&[vec![5.0, 1.0], vec![7.0, 2.0], vec![5.0, 3.0]]);
        assert_eq!(found, [[2.0, 3.0], [1.0, 2.0], [2.0, 1.0]]);
        assert_eq!(at_most(&[1.0, 2.0, 3.0, 2.0], 2).share, 0.75);
    }
}
