//! Enter: an answer becomes an observation, and is withdrawn again; an estimate is cancelled, or asked anew by groups.

use axum::Form;
use axum::extract::Path;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use pana_app::entered::{self, Enter, Refusal};
use pana_app::estimate::{Asked, EstimateError};
use serde::Deserialize;

use super::workbench::Status;
use super::{answer, begin, bench, end, foreign, job};
use crate::error::Oops;
use crate::visit::Visit;

/// The form of an entry as it was filled in.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    key: String,
    /// A place of the room.
    pub place: String,
    /// A year or a span of years.
    pub period: String,
    /// Which number.
    pub method: String,
    /// Who enters it.
    pub by: String,
    /// A remark.
    pub note: String,
}

/// Enters an answer.
pub async fn enter(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    form: Result<Form<Typed>, FormRejection>,
) -> Result<Response, Oops> {
    let typed = form.map(|Form(typed)| typed).unwrap_or_default();
    if !bench(&visit)?.knows(&typed.key) {
        return foreign(&visit);
    }
    let job = job(&visit, &id)?;
    let Status::Done(found) = job.status() else { return Err(visit.nothing_here()) };
    let words = visit.words();
    let command = Enter {
        place: typed.place.clone(),
        period: typed.period.clone(),
        method: typed.method.clone(),
        by: short(&typed.by),
        note: short(&typed.note),
    };
    let why = match entered::enter(&visit.desk.db, &found, &command, visit.today).await {
        Ok(id) => return Ok(Redirect::to(&format!("/{}/observations/{}", visit.lang, id.0)).into_response()),
        Err(Refusal::Failed(error)) => return Err(visit.failed(error)),
        Err(Refusal::Period(found)) => words.tell("estimate-enter-no-period", &[("found", found.into())]),
        Err(Refusal::Place(_)) => words.say("estimate-enter-no-place"),
        Err(Refusal::Method(_) | Refusal::NotThere(_)) => words.say("estimate-enter-no-what"),
        Err(Refusal::Nobody) => words.say("estimate-enter-no-by"),
    };
    answer::page(&visit, &job, &found, Some((typed, why)))
}

/// A line of what somebody typed, not a book.
fn short(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(500).collect()
}

/// What only carries the key.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Press {
    key: String,
    column: String,
}

/// Cancels an estimate.
pub async fn cancel(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    form: Result<Form<Press>, FormRejection>,
) -> Result<Response, Oops> {
    let bench = bench(&visit)?;
    if !bench.knows(&form.map(|Form(press)| press.key).unwrap_or_default()) {
        return foreign(&visit);
    }
    let job = job(&visit, &id)?;
    bench.cancel(&job);
    Ok(Redirect::to(&format!("/{}/estimates/{id}", visit.lang)).into_response())
}

/// Asks the same table again, each group of a column alone.
pub async fn divide(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    form: Result<Form<Press>, FormRejection>,
) -> Result<Response, Oops> {
    let press = form.map(|Form(press)| press).unwrap_or_default();
    let bench = bench(&visit)?;
    if !bench.knows(&press.key) {
        return foreign(&visit);
    }
    let job = job(&visit, &id)?;
    let Status::Done(found) = job.status() else { return Err(visit.nothing_here()) };
    if !found.capture.strata.contains(&press.column) {
        return Err(visit.nothing_here());
    }
    let mut question = found.question.clone();
    question.strata = vec![press.column];
    let asked = Asked { text: job.text.to_string(), file: job.file.clone(), question };
    match pana_app::estimate::read(&asked) {
        Ok(_) | Err(EstimateError::Stopped) => begin(&visit, bench, asked),
        Err(error) => {
            let said = visit.words().tell("estimate-fault-table", &[("found", error.to_string().into())]);
            end(&visit, StatusCode::BAD_REQUEST, "estimate-refused-title", said)
        }
    }
}

/// What a withdrawal says.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Withdraw {
    key: String,
    id: String,
    by: String,
    why: String,
}

/// Withdraws an estimate.
pub async fn withdraw(visit: Visit, form: Result<Form<Withdraw>, FormRejection>) -> Result<Response, Oops> {
    let bench = bench(&visit)?;
    let form = form.map(|Form(form)| form).unwrap_or_default();
    if !bench.knows(&form.key) {
        return foreign(&visit);
    }
    let refused =
        || end(&visit, StatusCode::BAD_REQUEST, "estimate-enter-refused", visit.words().say("own-withdraw-refused"));
    match entered::withdraw(&visit.desk.db, &form.id, &short(&form.by), &short(&form.why), visit.today).await {
        Ok(()) => Ok(Redirect::to(&format!("/{}/observations/{}", visit.lang, form.id)).into_response()),
        Err(Refusal::Failed(error)) => Err(visit.failed(error)),
        Err(Refusal::NotThere(_)) => Err(visit.nothing_here()),
        Err(_) => refused(),
    }
}
