//! What a study brings: surveys in some countries, people in all of them, and what the countries are compared by.

use serde::Serialize;

use super::sampler::ChainSettings;
use super::stock::Durations;

/// Surveys of some countries that shall speak about all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// The forms of exploitation, each asked and modelled by itself.
    pub forms: Vec<Form>,
    /// The names of the numbers x that describe a person.
    pub individual: Vec<String>,
    /// The names of the numbers z that describe a country.
    pub national: Vec<String>,
    /// The countries, with or without a survey.
    pub countries: Vec<Country>,
    /// Known totals of regions.
    pub totals: Vec<Total>,
    /// What is believed before the surveys.
    pub priors: Priors,
    /// What the weights of the answers are for.
    pub weighting: Weighting,
    /// How long to draw, and from which seed.
    pub chains: ChainSettings,
    /// The level of all intervals, 0.9 for instance.
    pub level: f64,
    /// The k for which P(rank ≤ k) is told.
    pub ranks: Vec<usize>,
}

/// One form of exploitation.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Its id, `forced-labour`.
    pub id: String,
    /// How long spells lasted, where the question counts spells within five years; empty where a case lasts (a marriage).
    pub durations: Durations,
    /// The regional totals of this form still hold the state-imposed cases, which are taken off before the rest is
    /// shared out.
    pub totals_include_state_imposed: bool,
}

/// A country.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Its id.
    pub id: String,
    /// Its region.
    pub region: String,
    /// P_c, its people; the denominator of prevalence.
    pub population: f64,
    /// S_c, people in forced labour imposed by the state, counted elsewhere and added.
    pub state_imposed: f64,
    /// z_c, in the order of [`Study::national`].
    pub predictors: Vec<f64>,
    /// Who lives there.
    pub cells: Vec<PopulationCell>,
    /// For each form, what the survey there found; empty without a survey.
    pub answers: Vec<Vec<AnswerCell>>,
}

/// People of a country who are alike.
#[derive(Clone, Debug, PartialEq)]
pub struct PopulationCell {
    /// x_k, in the order of [`Study::individual`].
    pub x: Vec<f64>,
    /// How many there are, or their share; only the proportion between the cells of a country counts.
    pub people: f64,
}

/// People in a survey who are alike.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerCell {
    /// x_i.
    pub x: Vec<f64>,
    /// How many were asked.
    pub asked: u64,
    /// How many of them are confirmed cases.
    pub positive: u64,
    /// The design weight of each.
    pub weight: f64,
}

/// What is believed before the surveys are seen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Priors {
    /// Mean of a, the logit of the risk of the average person in the average surveyed country.
    pub intercept_mean: f64,
    /// Standard deviation of a.
    pub intercept_sd: f64,
    /// Standard deviation of each element of b and g; 2.5 in the design.
    pub effect_sd: f64,
    /// Scale of the half-normal of s, the spread between countries; 1 in the design.
    pub country_sd: f64,
}

/// What the weights of the answers are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weighting {
    /// The predictors hold all that the weights know: each answer counts as one.
    Ignored,
    /// Pseudo-likelihood: answers count by their weights, which are scaled so that the answers of a country sum to its
    /// effective number (Σw)²/Σw².
    Effective,
}

/// A known number of people in a region, for one form.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// The region.
    pub region: String,
    /// The form, as its position in [`Study::forms`].
    pub form: usize,
    /// People.
    pub people: f64,
    /// Its interval with its level, if one is published; the total is then drawn anew in each draw, log-normally.
    pub interval: Option<(f64, f64, f64)>,
}

/// Why a study cannot be estimated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// There are no countries, no forms, or two of one name.
    #[error("`{0}` is missing or named twice")]
    Named(String),
    /// A setting is outside its range.
    #[error("the setting `{0}` is outside its range")]
    Setting(&'static str),
    /// A country has a number that is not finite, negative, or of the wrong length.
    #[error("the country `{country}` has a {field} that cannot be used")]
    BadNumber {
        /// The country.
        country: String,
        /// What is wrong.
        field: &'static str,
    },
    /// A country has no population cells.
    #[error("the country `{0}` has no people in its population cells")]
    NoPopulation(String),
    /// Fewer than two countries have a survey of this form.
    #[error("`{0}` was asked in fewer than two countries; between-country differences need at least two")]
    TooFewSurveys(String),
    /// Nobody said yes.
    #[error("nobody reported `{0}`: the surveys give an upper bound only")]
    NoPositives(String),
    /// A country predictor is the same in all surveyed countries.
    #[error("`{0}` does not vary between the surveyed countries; leave it out")]
    Constant(String),
    /// The durations of this form cannot be used.
    #[error("the durations of `{0}` are negative, not finite or empty")]
    Durations(String),
    /// A total belongs to no country, to no form, is given twice or is not a number above 0 within its interval.
    #[error("the total of `{0}` belongs to no country or form, is given twice, or is not a number within its interval")]
    Total(String),
    /// The total of a region is not above what is state-imposed there.
    #[error("the total of `{0}` is not above the state-imposed cases in its countries")]
    StateImposed(String),
    /// The chains found nowhere to start.
    #[error("no point was found to start from: the data or the priors give every point no probability")]
    NoStart,
}

impl Study {
    /// The study can be computed with, or why not.
    pub fn check(&self) -> Result<(), Refusal> {
        self.check_names()?;
        self.check_settings()?;
        self.countries.iter().try_for_each(|country| self.check_country(country))?;
        for (f, form) in self.forms.iter().enumerate() {
            form.durations.factor().ok_or_else(|| Refusal::Durations(form.id.clone()))?;
            let surveyed = self.countries.iter().filter(|country| asked(&country.answers[f]) > 0).count();
            if surveyed < 2 {
                return Err(Refusal::TooFewSurveys(form.id.clone()));
            }
            if self.countries.iter().all(|country| positive(&country.answers[f]) == 0) {
                return Err(Refusal::NoPositives(form.id.clone()));
            }
        }
        self.totals.iter().enumerate().try_for_each(|(i, total)| self.check_total(i, total))
    }

    fn check_names(&self) -> Result<(), Refusal> {
        let countries: Vec<&String> = self.countries.iter().map(|country| &country.id).collect();
        let forms: Vec<&String> = self.forms.iter().map(|form| &form.id).collect();
        for (kind, mut names) in [("country", countries), ("form", forms)] {
            if names.is_empty() {
                return Err(Refusal::Named(kind.to_owned()));
            }
            names.sort();
            if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
                return Err(Refusal::Named(pair[0].clone()));
            }
        }
        Ok(())
    }

    fn check_settings(&self) -> Result<(), Refusal> {
        let above_zero = |x: f64| x.is_finite() && x > 0.0;
        let rules = [
            ("level", self.level > 0.0 && self.level < 1.0),
            ("intercept_mean", self.priors.intercept_mean.is_finite()),
            ("intercept_sd", above_zero(self.priors.intercept_sd)),
            ("effect_sd", above_zero(self.priors.effect_sd)),
            ("country_sd", above_zero(self.priors.country_sd)),
            ("chains", (2..=64).contains(&self.chains.chains)),
            ("ranks", self.ranks.iter().all(|k| *k > 0)),
        ];
        rules.iter().find(|(_, holds)| !holds).map_or(Ok(()), |(name, _)| Err(Refusal::Setting(name)))
    }

    fn check_country(&self, country: &Country) -> Result<(), Refusal> {
        let sound = |x: f64| x.is_finite() && x >= 0.0;
        let persons = |x: &[f64]| x.len() == self.individual.len() && x.iter().all(|x| x.is_finite());
        let answers = |cell: &AnswerCell| persons(&cell.x) && sound(cell.weight) && cell.positive <= cell.asked;
        let rules = [
            ("population", country.population.is_finite() && country.population > 0.0),
            ("state-imposed number", sound(country.state_imposed)),
            (
                "predictor",
                country.predictors.len() == self.national.len() && country.predictors.iter().all(|z| z.is_finite()),
            ),
            ("population cell", country.cells.iter().all(|cell| persons(&cell.x) && sound(cell.people))),
            ("survey", country.answers.len() == self.forms.len()),
            ("survey cell", country.answers.iter().flatten().all(answers)),
        ];
        if let Some((field, _)) = rules.iter().find(|(_, holds)| !holds) {
            return Err(Refusal::BadNumber { country: country.id.clone(), field });
        }
        let people: f64 = country.cells.iter().map(|cell| cell.people).sum();
        (people > 0.0 && people.is_finite()).then_some(()).ok_or_else(|| Refusal::NoPopulation(country.id.clone()))
    }

    fn check_total(&self, position: usize, total: &Total) -> Result<(), Refusal> {
        let wrong = || Refusal::Total(total.region.clone());
        let form = self.forms.get(total.form).ok_or_else(wrong)?;
        let twice =
            self.totals[..position].iter().any(|other| other.region == total.region && other.form == total.form);
        let members: Vec<&Country> = self.countries.iter().filter(|country| country.region == total.region).collect();
        let interval = total.interval.is_none_or(|(lower, upper, level)| {
            lower > 0.0
                && lower <= total.people
                && total.people <= upper
                && upper.is_finite()
                && level > 0.0
                && level < 1.0
        });
        if twice || members.is_empty() || !interval || !(total.people.is_finite() && total.people > 0.0) {
            return Err(wrong());
        }
        let imposed: f64 = members.iter().map(|country| country.state_imposed).sum();
        if form.totals_include_state_imposed && total.people <= imposed {
            return Err(Refusal::StateImposed(total.region.clone()));
        }
        Ok(())
    }
}

/// People asked.
pub fn asked(answers: &[AnswerCell]) -> u64 {
    answers.iter().fold(0, |sum, cell| sum.saturating_add(if cell.weight > 0.0 { cell.asked } else { 0 }))
}

/// Cases among them.
pub fn positive(answers: &[AnswerCell]) -> u64 {
    answers.iter().fold(0, |sum, cell| sum.saturating_add(if cell.weight > 0.0 { cell.positive } else { 0 }))
}
