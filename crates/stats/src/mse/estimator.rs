//! The methods that estimate from one table, one line each in [`ESTIMATORS`]; menus, manuals and tests walk this list.

use super::answer::{Answer, Curve, Estimate, Gate, Interval, Outcome, Reason, Setting, Verdict};
use super::bootstrap::{BootSettings, Replicates, bca, replicate};
use super::fit::Fit;
use super::forward::forward;
use super::model::Model;
use super::profile::profile;
use super::search::{Criterion, Ranking, best_of_first, rank, whole_order};
use super::status::{Known, Status};
use super::stepwise::stepwise;
use super::table::Table;
use super::{bma, latent, list_bound, threshold, two_lists};
use crate::special::normal_quantile;
use crate::watch::{Stopped, Watch};

/// What the methods need to know; the caller fills in all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The level of every interval, 0.95 for instance.
    pub level: f64,
    /// The seed of every draw.
    pub seed: u64,
    /// B, bootstrap replicates.
    pub replicates: usize,
    /// A pair comes into the stepwise model when its p-value is below this; 0.02 by simulation of Chan, Silverman and Vincent.
    pub stepwise_p: f64,
    /// A pair comes into the forward AIC model when its Wald p-value is at most this; 0.05.
    pub forward_p: f64,
    /// The most models among which a replicate chooses by BIC.
    pub top: usize,
    /// Sweeps of each chain of latent classes, the eleventh part thrown away at the start.
    pub sweeps: usize,
}

/// What the published methods use: 95 %, 1,000 replicates, thresholds 0.02 and 0.05, the best 100 models, 110,000 sweeps.
pub const PUBLISHED: Settings =
    Settings { level: 0.95, seed: 1, replicates: 1000, stepwise_p: 0.02, forward_p: 0.05, top: 100, sweeps: 110_000 };

/// One method.
pub struct Estimator {
    /// Its id, as in [`super::answer::METHODS`].
    pub id: &'static str,
    /// What it says of a table.
    pub answer: fn(&Table, &Settings, &dyn Watch) -> Result<Answer, Stopped>,
}

/// All methods, in the order in which they are shown.
pub static ESTIMATORS: &[Estimator] = &[
    Estimator { id: "independence", answer: independence },
    Estimator { id: "aic", answer: forward_aic },
    Estimator { id: "stepwise", answer: stepwise_bca },
    Estimator { id: "bic", answer: best_bic },
    Estimator { id: "threshold", answer: thresholded },
    Estimator { id: "bma", answer: averaged },
    Estimator { id: "lcmcr", answer: latent_classes },
    Estimator { id: "chapman", answer: |table, settings, _| Ok(two_lists::answer(table, settings.level)) },
    Estimator { id: "chao", answer: |table, settings, _| Ok(list_bound::answer(table, settings.level)) },
];

/// Pairs kept by their posterior, with a proper prior of variance 1 and the threshold 2.
fn thresholded(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Answer, Stopped> {
    threshold::answer(table, &threshold::Settings::usual(settings.seed), settings.level, watch)
}

/// Averaged over all decomposable graphs.
fn averaged(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Answer, Stopped> {
    bma::answer(table, &bma::Settings::usual(), settings.level, watch)
}

/// Latent classes, by chains that must agree.
fn latent_classes(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Answer, Stopped> {
    let burn_in = settings.sweeps / 11;
    let chains =
        latent::Settings { burn_in, sweeps: settings.sweeps - burn_in, ..latent::Settings::usual(settings.seed) };
    latent::answer(table, &chains, settings.level, watch)
}

/// All lists independent: one model, Wald interval.
fn independence(table: &Table, settings: &Settings, _: &dyn Watch) -> Result<Answer, Stopped> {
    Ok(fixed(table, &Model::independence(table.t()), "independence", settings))
}

/// One model that somebody chose before, with a Wald interval given that model.
pub fn fixed(table: &Table, model: &Model, method: &'static str, settings: &Settings) -> Answer {
    match Known::default().settled(table, model, None) {
        Ok(fit) => {
            let ends = fit.wald(normal_quantile(0.5 + settings.level / 2.0));
            from_fit(
                table,
                method,
                model,
                &fit,
                Ends { interval: Interval::Wald, lower: ends.0, upper: ends.1 },
                settings,
            )
        }
        Err(status) => refused(method, status),
    }
}

/// Forward AIC with the profile interval of the model it ends at.
fn forward_aic(table: &Table, settings: &Settings, _: &dyn Watch) -> Result<Answer, Stopped> {
    let found = match forward(table, settings.forward_p, &Known::default()) {
        Ok(found) => found,
        Err(status) => return Ok(refused("aic", status)),
    };
    let Some(profile) = profile(table, &found.model, &found.fit, settings.level) else {
        return Ok(Answer::none("aic", Reason::NotConverged));
    };
    let ends = Ends { interval: Interval::Profile, lower: profile.lower, upper: profile.upper };
    let mut answer = from_fit(table, "aic", &found.model, &found.fit, ends, settings);
    if let Outcome::Estimate(estimate) = &mut answer.outcome {
        estimate.point = profile.point;
    }
    answer.settings.push(("point-from", Setting::Word("profile")));
    answer.settings.push(("p-threshold", Setting::Number(settings.forward_p)));
    Ok(answer)
}

/// Stepwise with a BCa interval in which every replicate chooses anew.
fn stepwise_bca(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Answer, Stopped> {
    let known = Known::default();
    let found = match stepwise(table, settings.stepwise_p, &known) {
        Ok(found) => found,
        Err(status) => return Ok(refused("stepwise", status)),
    };
    let method = |table: &Table| {
        vec![stepwise(table, settings.stepwise_p, &known).map_or(f64::INFINITY, |found| found.fit.total())]
    };
    let boot = BootSettings { replicates: settings.replicates, seed: settings.seed };
    let replicates = replicate(table, boot, watch, &method)?;
    let mut answer = with_bca(table, "stepwise", &found.model, &found.fit, replicates.first(), settings);
    answer.settings.push(("p-threshold", Setting::Number(settings.stepwise_p)));
    Ok(answer)
}

/// The best hierarchical model by BIC; every replicate chooses among the best ones.
fn best_bic(table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Answer, Stopped> {
    let order = whole_order(table.t()).unwrap_or(2);
    let ranking = rank(table, order, Criterion::Bic, watch)?;
    let (model, fit) = match ranking.best(table) {
        Ok(best) => best,
        Err(status) => return Ok(refused("bic", status)),
    };
    let curve = top_replicates(table, &ranking, settings, watch)?;
    let mut answer = with_bca(table, "bic", &model, &fit, curve.last(), settings);
    answer.settings.extend([
        ("order", Setting::Count(u64::from(order))),
        ("models", Setting::Count(ranking.models.len() as u64)),
        ("without-estimate", Setting::Count(ranking.without_estimate as u64)),
        ("search", Setting::Word(if ranking.exhaustive { "exhaustive" } else { "downhill" })),
        ("ntop", Setting::Count(ranking.models.len().min(settings.top) as u64)),
        ("n-in-bic", Setting::Word("people")),
    ]);
    answer.curves.push(interval_by_top(&fit, &curve, settings));
    Ok(answer)
}

/// The BCa interval when a replicate may choose among the best model only, the best two, five, ten, …: it widens, then settles.
fn interval_by_top(fit: &Fit, curve: &[Replicates], settings: &Settings) -> Curve {
    let tops = (0..).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_usize.pow(power)));
    let tops = tops.take_while(|top| *top < curve.len()).chain((!curve.is_empty()).then_some(curve.len()));
    let point = |top: usize| {
        let found = bca(fit.total(), fit.n, &curve[top - 1], settings.level)?;
        Some(vec![top as f64, found.bca.0, found.bca.1])
    };
    Curve { name: "interval-by-top", points: tops.filter_map(point).collect() }
}

/// What each replicate says when it chooses among the best model only, the best two, and so on up to `settings.top`.
pub fn top_replicates(
    table: &Table,
    ranking: &Ranking,
    settings: &Settings,
    watch: &dyn Watch,
) -> Result<Vec<Replicates>, Stopped> {
    let known = Known::default();
    let models: Vec<Model> = ranking.models.iter().take(settings.top.max(1)).map(|found| found.model.clone()).collect();
    let starts: Vec<Option<Fit>> = models.iter().map(|model| known.settled(table, model, None).ok()).collect();
    let boot = BootSettings { replicates: settings.replicates, seed: settings.seed };
    let method = |table: &Table| best_of_first(table, &models, &starts, Criterion::Bic, &known);
    replicate(table, boot, watch, &method)
}

/// The ends of an interval and how they were made.
struct Ends {
    interval: Interval,
    lower: f64,
    upper: f64,
}

fn from_fit(table: &Table, method: &'static str, model: &Model, fit: &Fit, ends: Ends, settings: &Settings) -> Answer {
    Answer {
        method,
        outcome: Outcome::Estimate(Estimate {
            point: fit.total(),
            lower: ends.lower.max(fit.n),
            upper: ends.upper,
            level: settings.level,
            interval: ends.interval,
            at_least: false,
            model: Some(model.to_string()),
        }),
        gates: vec![
            Gate::yes_no("existence", true),
            Gate::yes_no("identifiability", true),
            Gate::at_least("overlap", table.overlap_share(), LITTLE_OVERLAP, Verdict::Doubt),
        ],
        settings: vec![
            ("likelihood", Setting::Word("poisson")),
            ("interactions", Setting::Text(model.named(table))),
            ("minus-infinite", Setting::Count(fit.minus_infinite.len() as u64)),
        ],
        curves: Vec::new(),
    }
}

/// Below this share of people on two lists or more, what is estimated rests on very few: a doubt, not a refusal. All
/// published tables on trafficking (6 to 9 %) pass it.
const LITTLE_OVERLAP: f64 = 0.05;
/// More replicates without an estimate than this make the interval doubtful.
const MANY_FAILED: f64 = 0.05;

fn with_bca(
    table: &Table,
    method: &'static str,
    model: &Model,
    fit: &Fit,
    replicates: Option<&Replicates>,
    settings: &Settings,
) -> Answer {
    let found = replicates.and_then(|replicates| bca(fit.total(), fit.n, replicates, settings.level));
    let Some(found) = found else {
        let ends = fit.wald(normal_quantile(0.5 + settings.level / 2.0));
        let ends = Ends { interval: Interval::Wald, lower: ends.0, upper: ends.1 };
        return from_fit(table, method, model, fit, ends, settings);
    };
    let ends = Ends { interval: Interval::Bca, lower: found.bca.0, upper: found.bca.1 };
    let mut answer = from_fit(table, method, model, fit, ends, settings);
    let bias = Gate::at_most("bias-correction", found.bias.abs(), 1.0, Verdict::Doubt);
    answer.gates.push(Gate { value: Some(found.bias).filter(|bias| bias.is_finite()), ..bias });
    answer.gates.push(Gate::at_most("replicates", found.failed, MANY_FAILED, Verdict::Doubt));
    answer.settings.extend([
        ("replicates", Setting::Count(settings.replicates as u64)),
        ("seed", Setting::Count(settings.seed)),
        ("percentile-lower", Setting::Number(found.percentile.0)),
        ("percentile-upper", Setting::Number(found.percentile.1)),
        ("acceleration", Setting::Number(found.acceleration)),
    ]);
    answer
}

fn refused(method: &'static str, status: Status) -> Answer {
    let reason = match status {
        Status::NoMaximum | Status::Neither => Reason::NoMaximum,
        Status::NotIdentifiable | Status::Fine => Reason::NotIdentifiable,
    };
    let mut answer = Answer::none(method, reason);
    let exists = !matches!(status, Status::NoMaximum | Status::Neither);
    answer.gates.push(Gate::yes_no("existence", exists));
    answer.gates.push(Gate::yes_no("identifiability", !matches!(status, Status::NotIdentifiable | Status::Neither)));
    answer
}
