//! The place of one case: where she is, giving her a place, moving, ending, taking an end back.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::kept::Kept;
use pana_app::casework::stay::{Choice, Giving, Stays, newest_end};
use pana_casework::Class;
use pana_casework::centre::Ask;
use pana_casework::intake::Fields;
use pana_casework::policy::Action;
use pana_casework::stay::{NightNeed, Stay};

use super::ask::{self, Place};
use super::form::{Field, Input, choices};
use super::form_page::{day, version};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

/// A stay as it stands on the page.
struct Shown {
    place: String,
    from: String,
    to: Option<String>,
    with: Option<String>,
    whole: bool,
    needs: String,
    version: i64,
}

#[derive(Template)]
#[template(path = "casework/place.html")]
struct PlacePage<'a> {
    frame: Frame<'a>,
    now: Option<Shown>,
    past: Vec<Shown>,
    /// The version of the stay whose end can be taken back.
    back: Option<(String, i64)>,
    first: String,
    can_write: bool,
    field: Field,
    fault: Option<String>,
    href: String,
}

fn of(frame: &Frame<'_>, kept: &Kept<Stay>) -> Shown {
    let stay = &kept.value;
    let needs: Vec<String> = stay.needs.iter().map(|need| frame.t(&need.key())).collect();
    Shown {
        place: stay.place.clone(),
        from: frame.day(stay.from),
        to: stay.to.map(|to| frame.day(to)),
        with: ask::with(frame, &stay.family),
        whole: stay.whole,
        needs: needs.join(", "),
        version: kept.document.version,
    }
}

/// Where she is.
pub async fn show(page: Case) -> Result<Response, Turned> {
    answer(&page, StatusCode::OK, None).await
}

async fn answer(page: &Case, status: StatusCode, fault: Option<(String, String)>) -> Result<Response, Turned> {
    let Stays { now, past } = page.open.stays().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("place-title"));
    let today = page.open.today();
    let back = newest_end(&past).filter(|kept| now.is_none() && kept.value.take_back(today).is_ok());
    let day = Field::new(page.call.words(), "on", "place-end-on", Input::Day).with(&today.to_string()).needed();
    let beside = fault.as_ref().is_some_and(|(name, _)| name == "on");
    let template = PlacePage {
        back: back.map(|kept| (kept.value.place.clone(), kept.document.version)),
        now: now.as_ref().map(|kept| of(&frame, kept)),
        past: past.iter().map(|kept| of(&frame, kept)).collect(),
        first: first_night(page, &frame).await?,
        can_write: page.open.may(Class::Place, Action::Write),
        field: day.faulty(fault.as_ref()),
        fault: fault.filter(|_| !beside).map(|(_, text)| text),
        href: page.href(""),
        frame,
    };
    Ok((status, Html(template.render().unwrap_or_default())).into_response())
}

/// What the intake says of the first night.
async fn first_night(page: &Case, frame: &Frame<'_>) -> Result<String, Turned> {
    use pana_app::casework::Document;
    use pana_casework::Kind;
    use pana_casework::intake::opening::Tonight;
    let documents = page.open.documents(&[Kind::Tonight]).await.map_err(|refused| page.refused(refused))?;
    let kept = documents.iter().rfind(|document| document.is_current()).map(Document::read::<Tonight>);
    let kept = kept.transpose().map_err(|refused| page.refused(refused))?;
    Ok(kept.and_then(|kept| kept.tonight).map(|tonight| frame.t(&tonight.key())).unwrap_or_default())
}

fn worded(page: &Case, refused: Refused) -> Result<(String, String), Turned> {
    match refused {
        Refused::Field { field, fault } => {
            let words = page.call.words();
            let text = if words.has(&fault) { words.say(&fault) } else { words.say("refused-field-next") };
            Ok((field, text))
        }
        other => Err(page.refused(other)),
    }
}

#[derive(Template)]
#[template(path = "casework/place_new.html")]
struct NewPage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    asked: Option<(String, Vec<(&'static str, String)>)>,
    places: Vec<Place>,
    /// Whether nothing is free, and what stands there is one bed more.
    full: bool,
    needs: Field,
    moves: bool,
    /// Whether she may write a task for the head.
    can_tell: bool,
    fault: Option<String>,
    href: String,
}

/// Asks whom the place must suit, then shows what there is.
pub async fn new(page: Case, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Turned> {
    let sent = Fields::from_pairs(query.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    giving(&page, &sent, None).await
}

async fn giving(page: &Case, sent: &Fields, fault: Option<(String, String)>) -> Result<Response, Turned> {
    let words = page.call.words();
    let (read, fault) = match ask::read(sent) {
        Ok(read) => (read, fault),
        Err(refused) => (None, Some(worded(page, refused)?)),
    };
    let known = page.open.known_for_night().await.map_err(|refused| page.refused(refused))?;
    let stays = page.open.stays().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(words.say(if stays.now.is_some() { "place-move" } else { "place-give" }));
    let (mut places, mut full) = (Vec::new(), false);
    if let Some(ask) = &read {
        let found = page.open.possible(ask).await;
        let (rooms, possible) = found.map_err(|refused| page.refused(refused))?;
        full = possible.offers.is_empty();
        places = ask::places(&frame, &rooms, &possible);
    }
    let status = if fault.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let chosen = needs(&stays, sent, known.interpreter);
    let all = choices(words, "night-need", NightNeed::ALL.iter().map(|need| need.name()));
    let refill = |field: Field| if read.is_none() && sent.one("sex").is_some() { refilled(field, sent) } else { field };
    let fields = ask::fields(words, Some(known)).into_iter().map(|field| refill(field).faulty(fault.as_ref()));
    let template = NewPage {
        fields: fields.collect(),
        asked: read.map(|ask| (ask::sentence(&frame, &ask), ask::hidden(&ask))),
        places,
        full,
        needs: Field::new(words, "needs", "place-needs", Input::Any(all)).with_all(chosen.iter().map(String::as_str)),
        moves: stays.now.is_some(),
        can_tell: page.open.may(Class::Meta, Action::Write),
        fault: fault.filter(|(field, _)| field == "choice" || field == "form").map(|(_, text)| text),
        href: page.href(""),
        frame,
    };
    Ok((status, Html(template.render().unwrap_or_default())).into_response())
}

fn refilled(field: Field, sent: &Fields) -> Field {
    let name = field.name;
    if matches!(field.input, Input::Any(_)) {
        field.with_all(sent.all(name))
    } else {
        field.with(sent.one(name).unwrap_or_default())
    }
}

/// What was ticked; before that what is known: of the place she has, or of the interpreter.
fn needs(stays: &Stays, sent: &Fields, interpreter: bool) -> Vec<String> {
    let ticked: Vec<String> = sent.all("needs").map(str::to_owned).collect();
    if !ticked.is_empty() {
        return ticked;
    }
    let kept = stays.now.iter().flat_map(|kept| kept.value.needs.iter().map(|need| need.name().to_owned()));
    kept.chain(interpreter.then(|| NightNeed::Interpreter.name().to_owned())).collect()
}

/// Gives the place that was chosen.
pub async fn give(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match asked(&sent) {
        Ok(giving) => page.open.give_place(&giving, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let Err(refused) = done else { return Ok(Redirect::to(&page.href("/place")).into_response()) };
    let fault = worded(&page, refused)?;
    giving(&page, sent.fields(), Some(fault)).await
}

fn asked(sent: &Sent) -> Result<Giving, Refused> {
    let ask: Ask = ask::read(sent.fields())?.ok_or(Refused::field("sex", "fault-not-offered"))?;
    let choice = match sent.text("choice").split_once(':') {
        Some(("room", id)) => Choice::Room(id.to_owned()),
        Some(("held", id)) => Choice::Held(id.to_owned()),
        Some(("tight", id)) => Choice::Tight(id.to_owned()),
        _ => return Err(Refused::field("choice", "fault-not-offered")),
    };
    let needs = sent.fields().all("needs").filter_map(NightNeed::parse).collect();
    Ok(Giving { ask, needs, choice })
}

/// Writes down that no place was found: a task of the head.
pub async fn none(page: Case, sent: Sent) -> Result<Response, Turned> {
    page.open.no_place(sent.save_id()).await.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("")).into_response())
}

/// Ends her stay.
pub async fn end(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match day(&sent, "on") {
        Ok(on) => page.open.end_place(on, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    finished(&page, done).await
}

/// Takes the end back.
pub async fn back(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = page.open.take_place_back(version(&sent), sent.save_id()).await;
    finished(&page, done).await
}

async fn finished(page: &Case, done: Result<(), Refused>) -> Result<Response, Turned> {
    let Err(refused) = done else { return Ok(Redirect::to(&page.href("/place")).into_response()) };
    let fault = worded(page, refused)?;
    answer(page, StatusCode::BAD_REQUEST, Some(fault)).await
}
