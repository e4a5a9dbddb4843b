//! Estimating a hidden number from a table that somebody has: read it, run the methods, keep what made the answer.

use std::sync::Mutex;
use std::time::Duration;

use pana_packs::capture::{self, CaptureFault};
use pana_stats::mse::TableError;
use pana_stats::mse::answer::{Answer, Interval, METHODS, Outcome, Setting};
use pana_stats::mse::capture::Capture;
use pana_stats::mse::estimator::PUBLISHED;
use pana_stats::mse::study::{Question, Study, StudyError, study};
use pana_stats::watch::Watch;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// Tables simulated for the coverage unless somebody asks for others.
pub const SIMULATED: usize = 200;
/// Tables in which masked counts are drawn.
pub const COMPLETIONS: usize = 10;

/// A table and what is asked of it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The table as text.
    pub text: String,
    /// Its name, for messages and the report.
    pub file: String,
    /// The question.
    pub question: Question,
}

/// The question that is asked unless somebody asks another: all methods, published settings, all checks.
pub fn default_question() -> Question {
    Question {
        methods: Vec::new(),
        strata: Vec::new(),
        settings: PUBLISHED,
        simulated: SIMULATED,
        completions: COMPLETIONS,
    }
}

/// An answer with everything that makes it repeatable.
#[derive(Clone, Debug)]
pub struct Estimated {
    /// What was asked.
    pub question: Question,
    /// The name of the table.
    pub file: String,
    /// SHA-256 of its text, in hexadecimal digits.
    pub sha256: String,
    /// The table as it was read.
    pub capture: Capture,
    /// The answer.
    pub study: Study,
    /// How long each method took, in the order of the results.
    pub took: Vec<Duration>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum EstimateError {
    /// The table has faults; each is listed.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<CaptureFault>),
    /// A method that does not exist was asked for.
    #[error("there is no method `{0}`; the methods are {list}", list = METHODS.join(", "))]
    NoMethod(String),
    /// The counts make no table.
    #[error("{file}: {why}")]
    Table {
        /// The file.
        file: String,
        /// Why.
        why: TableError,
    },
    /// Somebody stopped the work.
    #[error("stopped before it was finished")]
    Stopped,
}

/// Time since some moment that stays the same; whoever calls reads the clock.
pub type Elapsed<'a> = &'a (dyn Fn() -> Duration + Sync);

/// Reads a table without answering: everything that is wrong with it or with the methods asked for.
pub fn read(asked: &Asked) -> Result<Capture, EstimateError> {
    if let Some(unknown) = asked.question.methods.iter().find(|method| !METHODS.contains(&method.as_str())) {
        return Err(EstimateError::NoMethod(unknown.clone()));
    }
    let capture = capture::read(&asked.text, &asked.file, &asked.question.strata).map_err(EstimateError::Faults)?;
    match capture.least() {
        Ok(_) => Ok(capture),
        Err(why) => Err(EstimateError::Table { file: asked.file.clone(), why }),
    }
}

/// Reads a table and answers the question.
pub fn mse(asked: Asked, watch: &dyn Watch, elapsed: Elapsed<'_>) -> Result<Estimated, EstimateError> {
    let capture = read(&asked)?;
    let Asked { text, file, question } = asked;
    let timed = Timed { watch, elapsed, since: Mutex::new((elapsed(), Vec::new())) };
    let study = study(&capture, &question, &timed).map_err(|error| match error {
        StudyError::Table(why) => EstimateError::Table { file: file.clone(), why },
        StudyError::Stopped(_) => EstimateError::Stopped,
    })?;
    let mut took = timed.since.into_inner().map(|(_, laps)| laps).unwrap_or_default();
    took.truncate(study.whole.results.len());
    let sha256 = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Estimated { question, file, sha256, capture, study, took })
}

/// Passes on what it hears, and notes when each method was done.
struct Timed<'a> {
    watch: &'a dyn Watch,
    elapsed: Elapsed<'a>,
    since: Mutex<(Duration, Vec<Duration>)>,
}

impl Watch for Timed<'_> {
    fn advance(&self, stage: &'static str, done: u64, of: u64) {
        if stage == "methods"
            && let Ok(mut since) = self.since.lock()
        {
            let now = (self.elapsed)();
            let lap = now.saturating_sub(since.0);
            since.1.push(lap);
            since.0 = now;
        }
        self.watch.advance(stage, done, of);
    }

    fn stopped(&self) -> bool {
        self.watch.stopped()
    }
}

/// The answer as JSON: `observed`, `lists`, `results`, `spread`, and what made them. Numbers are persons, unrounded.
pub fn as_json(found: &Estimated) -> Value {
    let whole = &found.study.whole;
    let took = |i: usize| found.took.get(i).map(|took| took.as_secs_f64() * 1000.0);
    let results = whole.results.iter().enumerate().map(|(i, answer)| result(answer, took(i))).collect::<Vec<_>>();
    json!({
        "observed": whole.observed,
        "lists": whole.lists,
        "results": results,
        "spread": whole.spread,
        "at_least": whole.at_least(),
        "reason": whole.reason(),
        "overlap_share": whole.overlap_share,
        "findings": whole.findings,
        "strata": found.study.strata.iter().map(|stratum| json!({
            "values": stratum.values,
            "observed": stratum.comparison.observed,
            "results": stratum.comparison.results.iter().map(|answer| result(answer, None)).collect::<Vec<_>>(),
            "spread": stratum.comparison.spread,
        })).collect::<Vec<_>>(),
        "sums": found.study.sums,
        "masked": found.study.masked,
        "robustness": found.study.robustness,
        "table": {"file": found.file, "sha256": found.sha256},
        "version": env!("CARGO_PKG_VERSION"),
    })
}

fn result(answer: &Answer, ms: Option<f64>) -> Value {
    let mut fields = Map::new();
    fields.insert("method".to_owned(), json!(answer.method));
    match &answer.outcome {
        Outcome::Estimate(estimate) => {
            fields.insert("estimate".to_owned(), json!(estimate.point));
            fields.insert("lower".to_owned(), json!(estimate.lower));
            fields.insert("upper".to_owned(), json!(estimate.upper));
            fields.insert("level".to_owned(), json!(estimate.level));
            fields.insert("interval".to_owned(), json!(estimate.interval));
            fields.insert("model".to_owned(), json!(estimate.model));
            fields.insert("at_least".to_owned(), json!(estimate.at_least));
        }
        Outcome::NotEstimable(reason) => {
            for key in ["estimate", "lower", "upper", "level", "interval", "model"] {
                fields.insert(key.to_owned(), Value::Null);
            }
            fields.insert("reason".to_owned(), json!(reason));
        }
    }
    let gates: Map<String, Value> = answer.gates.iter().map(|gate| (gate.name.to_owned(), json!(gate))).collect();
    let settings: Map<String, Value> =
        answer.settings.iter().map(|(name, setting)| ((*name).to_owned(), json!(setting))).collect();
    fields.insert("gates".to_owned(), Value::Object(gates));
    fields.insert("settings".to_owned(), Value::Object(settings));
    fields.insert("curves".to_owned(), json!(answer.curves));
    fields.insert("ms".to_owned(), json!(ms));
    Value::Object(fields)
}

/// How an interval was made, as the JSON writes it.
pub fn interval_id(interval: Interval) -> &'static str {
    match interval {
        Interval::Wald => "wald",
        Interval::Profile => "profile",
        Interval::Bca => "bca",
        Interval::Percentile => "percentile",
        Interval::Posterior => "posterior",
        Interval::LogNormal => "log-normal",
    }
}

/// A setting as a short text.
pub fn setting_text(setting: &Setting) -> String {
    match setting {
        Setting::Number(number) => number.to_string(),
        Setting::Count(count) => count.to_string(),
        Setting::Word(word) => (*word).to_owned(),
        Setting::Text(text) => text.clone(),
    }
}
