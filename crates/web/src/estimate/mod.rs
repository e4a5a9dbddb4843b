//! Estimates: load a table of overlapping lists, watch it run, read the answer, take it away, enter it as an observation.
//!
//! There are no accounts: loading and entering are offered only where the server was started for it.

pub mod answer;
pub mod enter;
pub mod load;
pub mod workbench;

use std::sync::Arc;

use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use pana_app::entered;
use pana_evidence::{Observation, OwnEstimate};
use pana_publish::estimate::told;
use pana_publish::figure::Written;
use pana_publish::said::Said;
use pana_stats::mse::answer::METHODS;

use crate::error::Oops;
use crate::page::{Nav, Page, render};
use crate::visit::Visit;
use load::{Fault, Refused, Typed};
use workbench::{HOURS, Job, Status, Workbench};

/// An open table.
pub struct Example {
    /// Its name.
    pub id: String,
    /// What it is, in the reader's words.
    pub title: String,
    /// Who published it.
    pub source: String,
    /// Where.
    pub url: String,
    /// The table.
    pub table: String,
}

/// The open tables that travel with the program.
pub fn examples(visit: &Visit) -> Vec<Example> {
    let files = visit.desk.library.data.below("examples/capture");
    let Ok(sources) = files.text("sources.csv") else { return Vec::new() };
    let mut reader = csv::Reader::from_reader(sources.as_bytes());
    let row = |row: csv::StringRecord| {
        let id = row.get(0)?.to_owned();
        Some(Example {
            title: visit.words().say(&format!("estimates-example-{id}")),
            source: row.get(1)?.to_owned(),
            url: row.get(2)?.to_owned(),
            table: files.text(&format!("{id}.csv")).ok()?.to_owned(),
            id,
        })
    };
    reader.records().filter_map(Result::ok).filter_map(row).collect()
}

/// An estimate that was entered, as a row.
pub struct OwnRow {
    /// Its name; also that of its observation.
    pub id: String,
    /// "own estimate: between …".
    pub figure: Written,
    /// The point estimate, where a method was entered.
    pub point: Option<String>,
    /// Method, or that it is the spread of all.
    pub method: String,
    /// "95 % interval", or what the ends of a spread are.
    pub kind: String,
    /// Where.
    pub place: Said,
    /// When.
    pub period: String,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

impl OwnRow {
    /// An own estimate with its observation.
    pub fn new(visit: &Visit, own: &OwnEstimate, observation: &Observation) -> Self {
        let words = visit.words();
        let spread = own.method == OwnEstimate::SPREAD;
        let level = told::level(words, own.level.parse().unwrap_or(0.95));
        let place =
            visit.shelf.room.place(&observation.place).map_or(observation.place.0.as_str(), |place| &place.name);
        Self {
            id: own.observation.0.clone(),
            figure: Written::new(words, observation),
            point: own.point.as_deref().map(|point| words.numbers().written(point)),
            method: if spread { words.say("own-spread") } else { told::method(words, &own.method) },
            kind: if spread { words.say("own-points") } else { words.tell("own-interval", &[("level", level.into())]) },
            place: Said::new(words, place),
            period: observation.period.label.clone(),
            withdrawn: own.withdrawn.is_some(),
        }
    }
}

/// A method one can choose.
struct Choice {
    id: &'static str,
    name: String,
    says: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "estimates.html")]
struct ListPage<'a> {
    page: Page<'a>,
    bench: Option<&'a Workbench>,
    examples: Vec<Example>,
    methods: Vec<Choice>,
    typed: Typed,
    faults: Vec<Fault>,
    entered: Vec<OwnRow>,
}

impl ListPage<'_> {
    fn hours(&self) -> usize {
        HOURS
    }
}

/// What it is for, a form to load a table, and what was entered before.
pub async fn list(visit: Visit) -> Result<Response, Oops> {
    shown(&visit, Typed::default(), Vec::new())
}

fn shown(visit: &Visit, typed: Typed, faults: Vec<Fault>) -> Result<Response, Oops> {
    let words = visit.words();
    let choice = |id: &'static str| Choice {
        id,
        name: told::method(words, id),
        says: told::method_says(words, id),
        chosen: typed.methods.iter().any(|chosen| chosen == id),
    };
    let title = if faults.is_empty() { "estimates-title" } else { "estimate-refused-title" };
    let page = ListPage {
        page: visit.page(Nav::Estimates, words.say(title)),
        bench: visit.workbench.as_deref(),
        examples: examples(visit),
        methods: METHODS.into_iter().map(choice).collect(),
        entered: entered::all(&visit.shelf.room, None)
            .iter()
            .map(|(own, observation)| OwnRow::new(visit, own, observation))
            .collect(),
        typed,
        faults,
    };
    render(visit, &page)
}

/// Takes a table and begins.
pub async fn load(visit: Visit, form: Result<Multipart, MultipartRejection>) -> Result<Response, Oops> {
    let bench = bench(&visit)?;
    let Ok(mut form) = form else { return refuse(&visit, Typed::default(), "form") };
    let (typed, whole) = load::fields(&mut form).await;
    if whole.is_ok() && !bench.knows(&typed.key) {
        return foreign(&visit);
    }
    if let Err(key) = whole {
        return refuse(&visit, typed, key);
    }
    match load::asked(&visit, &typed) {
        Err(refused) => Ok((refused.status, shown(&visit, typed, refused.faults)?).into_response()),
        Ok(asked) => begin(&visit, bench, asked),
    }
}

/// A form that no page of this server made: nothing of it is done.
fn foreign(visit: &Visit) -> Result<Response, Oops> {
    end(visit, StatusCode::FORBIDDEN, "estimate-refused-title", visit.words().say("estimate-fault-form"))
}

fn refuse(visit: &Visit, typed: Typed, key: &str) -> Result<Response, Oops> {
    let refused = Refused::whole(visit.words(), key, "");
    Ok((refused.status, shown(visit, typed, refused.faults)?).into_response())
}

fn begin(visit: &Visit, bench: &Arc<Workbench>, asked: pana_app::estimate::Asked) -> Result<Response, Oops> {
    match bench.begin(asked) {
        Ok(job) => Ok(Redirect::to(&format!("/{}/estimates/{}", visit.lang, job.id)).into_response()),
        Err(_) => {
            let words = visit.words();
            let said = words.say("estimate-busy");
            let page = visit.page(Nav::Estimates, words.say("estimate-busy-title"));
            Ok((StatusCode::SERVICE_UNAVAILABLE, render(visit, &EndPage { page, said })?).into_response())
        }
    }
}

/// The workbench; where there is none, there is nothing at this address.
fn bench(visit: &Visit) -> Result<&Arc<Workbench>, Oops> {
    visit.workbench.as_ref().ok_or_else(|| visit.nothing_here())
}

fn job(visit: &Visit, id: &str) -> Result<Arc<Job>, Oops> {
    bench(visit)?.job(id).ok_or_else(|| visit.nothing_here())
}

/// A stage as it is shown.
struct StageShown {
    id: &'static str,
    name: String,
    text: String,
    done: u64,
    of: u64,
    now: bool,
}

#[derive(Template)]
#[template(path = "estimate_run.html")]
struct RunPage<'a> {
    page: Page<'a>,
    file: String,
    here: String,
    key: &'a str,
    lead: String,
    stages: Vec<StageShown>,
}

#[derive(Template)]
#[template(path = "estimate_end.html")]
struct EndPage<'a> {
    page: Page<'a>,
    said: String,
}

/// An estimate: how far it is, or what came of it; with an ending, as a file.
pub async fn show(visit: Visit, Path((_, name)): Path<(String, String)>) -> Result<Response, Oops> {
    let (id, ending) = name.split_once('.').map_or((name.as_str(), ""), |(id, ending)| (id, ending));
    let job = job(&visit, id)?;
    let response = match job.status() {
        Status::Done(found) if ending.is_empty() => answer::page(&visit, &job, &found, None)?,
        Status::Done(found) => answer::file(&visit, &job, &found, ending).await?,
        _ if !ending.is_empty() => return Err(visit.nothing_here()),
        Status::Waiting => {
            let before = bench(&visit)?.before(&job);
            let lead = visit.words().tell("estimate-run-waiting", &[("n", before.into())]);
            running(&visit, &job, lead)?
        }
        Status::Running(since) => {
            let seconds = usize::try_from(since.elapsed().as_secs()).unwrap_or(usize::MAX);
            let lead = visit.words().tell("estimate-run-seconds", &[("n", seconds.into())]);
            running(&visit, &job, lead)?
        }
        Status::Cancelled => {
            end(&visit, StatusCode::OK, "estimate-cancelled-title", visit.words().say("estimate-cancelled"))?
        }
        Status::Failed => {
            let said = visit.words().say("estimate-failed");
            end(&visit, StatusCode::INTERNAL_SERVER_ERROR, "estimate-failed-title", said)?
        }
        Status::Refused(why) => {
            let said = visit.words().tell("estimate-fault-table", &[("found", why.into())]);
            end(&visit, StatusCode::BAD_REQUEST, "estimate-refused-title", said)?
        }
    };
    Ok(private(response))
}

fn running(visit: &Visit, job: &Job, lead: String) -> Result<Response, Oops> {
    let words = visit.words();
    let count = |n: u64| words.numbers().whole(i64::try_from(n).unwrap_or(i64::MAX));
    let stage = |stage: workbench::Stage| {
        let key = format!("estimate-stage-{}", stage.id);
        StageShown {
            id: stage.id,
            name: if words.has(&key) { words.say(&key) } else { stage.id.to_owned() },
            text: words.tell("estimate-run-of", &[("done", count(stage.done).into()), ("of", count(stage.of).into())]),
            done: stage.done,
            of: stage.of.max(1),
            now: stage.now,
        }
    };
    let page = RunPage {
        page: visit.page(Nav::Estimates, words.say("estimate-run-title")),
        file: job.file.clone(),
        here: format!("/{}/estimates/{}", visit.lang, job.id),
        key: bench(visit)?.key(),
        lead,
        stages: job.progress.stages().into_iter().map(stage).collect(),
    };
    let mut response = render(visit, &page)?;
    // Looks again by itself: without scripts, and without an element that a reading voice would stumble over.
    response.headers_mut().insert(REFRESH, header::HeaderValue::from_static("2"));
    Ok(response)
}

const REFRESH: HeaderName = HeaderName::from_static("refresh");

fn end(visit: &Visit, status: StatusCode, title: &str, said: String) -> Result<Response, Oops> {
    let page = EndPage { page: visit.page(Nav::Estimates, visit.words().say(title)), said };
    Ok((status, render(visit, &page)?).into_response())
}

/// Nobody between keeps it, and no index lists it.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("x-robots-tag"), header::HeaderValue::from_static("noindex"));
    response
}
