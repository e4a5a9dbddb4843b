//! What a study says of its countries, with everything a reader must see beside each number.

use serde::Serialize;

use super::design::DesignEstimate;
use super::distance::Extrapolation;
use super::sampler::ChainSettings;
use super::study::{Priors, Weighting};
use crate::mcmc::Mixing;
use crate::mse::answer::{Gate, Verdict};
use crate::special::quantile_7;

/// The answer to a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SurveyAnswer {
    /// The estimates, or why there are none.
    pub outcome: SurveyOutcome,
    /// The fit of each form.
    pub forms: Vec<FormFit>,
    /// Every convention that changes the numbers.
    pub settings: SurveySettings,
}

/// The estimates, or why there are none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SurveyOutcome {
    /// By country, in the order given.
    Countries(Vec<CountryEstimate>),
    /// A gate of this form failed: the chains do not agree or could not follow the density. Nothing may be concluded.
    NotMixed(String),
}

/// The conventions of a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SurveySettings {
    /// The level of all intervals.
    pub level: f64,
    /// The chains and the seed.
    pub chains: ChainSettings,
    /// What was believed before.
    pub priors: Priors,
    /// What the weights were for.
    pub weighting: Weighting,
}

/// Median and interval of the draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// The median.
    pub median: f64,
    /// Lower end of the interval.
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
}

impl Summary {
    /// Of draws in any order: the quantiles (1 ± level)/2 and 1/2.
    pub fn of(draws: &[f64], level: f64) -> Self {
        let mut sorted = draws.to_vec();
        sorted.sort_by(f64::total_cmp);
        let tail = (1.0 - level) / 2.0;
        Self {
            median: quantile_7(&sorted, 0.5),
            lower: quantile_7(&sorted, tail),
            upper: quantile_7(&sorted, 1.0 - tail),
        }
    }

    /// Is a value within the interval, its ends included?
    pub fn holds(&self, value: f64) -> bool {
        (self.lower..=self.upper).contains(&value)
    }
}

/// The model of one form.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FormFit {
    /// The form.
    pub form: String,
    /// People asked in all surveys.
    pub asked: u64,
    /// Cases among them: what the whole estimate rests on.
    pub positive: u64,
    /// Countries with a survey.
    pub surveyed: u64,
    /// The share of five-year cases that are there on any one day; 1 where a case lasts.
    pub stock_factor: f64,
    /// a, b, g and s: `intercept`, `person: …`, `country: …` (per standard deviation), `spread`.
    pub parameters: Vec<Parameter>,
    /// What was checked before the numbers may be believed.
    pub gates: Vec<Gate>,
}

impl FormFit {
    /// The worst of its gates.
    pub fn verdict(&self) -> Verdict {
        self.gates.iter().map(|gate| gate.verdict).max().unwrap_or(Verdict::Pass)
    }
}

/// One parameter of the model.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What is known of it, on the logit scale.
    #[serde(flatten)]
    pub summary: Summary,
    /// How well the chains agree on it.
    #[serde(flatten)]
    pub mixing: Mixing,
}

/// What is estimated for one country.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CountryEstimate {
    /// The country.
    pub country: String,
    /// Its region.
    pub region: String,
    /// P_c.
    pub population: f64,
    /// Prevalence per thousand people, all forms and the state-imposed cases together.
    pub prevalence: Summary,
    /// People on any one day.
    pub people: Summary,
    /// The state-imposed cases in it, taken as given.
    pub state_imposed: f64,
    /// Its place by prevalence, 1 the highest.
    pub rank: Summary,
    /// P(rank ≤ k) for the k that were asked for.
    pub rank_at_most: Vec<RankShare>,
    /// By form.
    pub forms: Vec<CountryForm>,
}

impl CountryEstimate {
    /// Was any form asked here? If not, the number carries no information from the country but its predictors.
    pub fn has_survey(&self) -> bool {
        self.forms.iter().any(|form| form.basis == Basis::Survey)
    }
}

/// P(rank ≤ k).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RankShare {
    /// k.
    pub k: usize,
    /// The share of draws with a rank of at most k.
    pub share: f64,
}

/// One form in one country.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CountryForm {
    /// The form.
    pub form: String,
    /// Survey or model only.
    #[serde(flatten)]
    pub basis: Basis,
    /// People asked here.
    pub asked: u64,
    /// Cases among them.
    pub positive: u64,
    /// What the survey says by itself, where it can.
    pub direct: Option<DesignEstimate>,
    /// R_c, the share of people with the experience that was asked for.
    pub risk: Summary,
    /// People on any one day, after raking where a total is known.
    pub people: Summary,
    /// The number was brought to a known regional total.
    pub raked: bool,
}

/// Where the estimate of a form in a country comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "basis", rename_all = "kebab-case")]
pub enum Basis {
    /// People were asked in this country.
    Survey,
    /// Modelled, no survey here: the country effect is drawn anew, the rest is borrowed.
    ModelledNoSurveyHere {
        /// How far the country is from those with a survey; `None` if countries are compared by nothing.
        extrapolation: Option<Extrapolation>,
    },
}

/// One line of a table of text, numbers rounded to what can be read; the words around it belong to whoever prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The country.
    pub country: String,
    /// `survey` or `modelled-no-survey-here`.
    pub basis: &'static str,
    /// Cases and people asked, "4/1020"; empty without a survey.
    pub positives: String,
    /// Prevalence per thousand with its interval.
    pub prevalence: String,
    /// People with their interval.
    pub people: String,
    /// The interval of the rank.
    pub rank: String,
    /// The largest extrapolation distance of its forms against the farthest survey, "2.1 of 1.8"; empty with a survey.
    pub distance: String,
    /// The nearest surveyed countries.
    pub donors: String,
}

/// The lines of a table, one for each country.
pub fn lines(countries: &[CountryEstimate]) -> Vec<Line> {
    countries.iter().map(line).collect()
}

fn line(country: &CountryEstimate) -> Line {
    let (mut positive, mut asked) = (0_u64, 0_u64);
    for form in &country.forms {
        positive = positive.saturating_add(form.positive);
        asked = asked.saturating_add(form.asked);
    }
    let farthest = country
        .forms
        .iter()
        .filter_map(|form| match &form.basis {
            Basis::ModelledNoSurveyHere { extrapolation } => extrapolation.as_ref(),
            Basis::Survey => None,
        })
        .max_by(|a, b| a.distance.total_cmp(&b.distance));
    let span = |s: &Summary, digits: usize| {
        format!("{:.digits$} ({:.digits$}\u{2013}{:.digits$})", s.median, s.lower, s.upper)
    };
    Line {
        country: country.country.clone(),
        basis: if country.has_survey() { "survey" } else { "modelled-no-survey-here" },
        positives: if asked > 0 { format!("{positive}/{asked}") } else { String::new() },
        prevalence: span(&country.prevalence, 1),
        people: span(&country.people, 0),
        rank: format!("{:.0}\u{2013}{:.0}", country.rank.lower, country.rank.upper),
        distance: farthest.map_or_else(String::new, |e| format!("{:.1} of {:.1}", e.distance, e.farthest_survey)),
        donors: farthest.map_or_else(String::new, |e| {
            e.donors.iter().map(|donor| donor.country.as_str()).collect::<Vec<_>>().join(", ")
        }),
    }
}
