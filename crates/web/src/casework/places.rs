//! The house: rooms with what is free in them, what is held for somebody on the way, and the head's forms for a room.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::house::Rooms;
use pana_app::casework::kept::Kept;
use pana_app::casework::stay::Possible;
use pana_casework::centre::{Occupancy, Room, RoomAge, RoomSex};
use pana_casework::intake::Fields;
use pana_casework::policy::{Action, Relation, Role, Thing};
use pana_text::Words;

use super::ask::{self, Place};
use super::form::{Choice, Field, Input, choices};
use super::form_page::{one, version};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;

/// A room as it stands on the page.
struct RoomShown {
    id: String,
    name: String,
    about: String,
    held: Occupancy,
    version: i64,
}

/// Something that is held.
struct HeldShown {
    id: String,
    mark: String,
    room: String,
    places: usize,
    until: String,
}

#[derive(Template)]
#[template(path = "casework/places.html")]
struct PlacesPage<'a> {
    frame: Frame<'a>,
    total: Occupancy,
    open: Vec<RoomShown>,
    closed: Vec<RoomShown>,
    held: Vec<HeldShown>,
    can_read: bool,
    can_write: bool,
    can_build: bool,
    fault: Option<String>,
}

impl PlacesPage<'_> {
    fn count(&self, key: &str, number: &u32) -> String {
        self.frame.tn(key, "count", &usize::try_from(*number).unwrap_or(usize::MAX))
    }
}

fn may(page: &In, action: Action) -> bool {
    page.call.room.casework.allow(&page.signed, Relation::Outside, Thing::Rooms, action).is_ok()
}

/// The house.
pub async fn list(page: In) -> Result<Response, Turned> {
    house(&page, StatusCode::OK, None).await
}

async fn house(page: &In, status: StatusCode, fault: Option<String>) -> Result<Response, Turned> {
    let opened = page.call.room.casework.rooms(&page.signed, Action::Exists).await;
    let rooms = opened.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::Rooms, page.call.words().say("places-title"));
    let can_read = may(page, Action::Read);
    let house = rooms.house();
    let shown = |kept: &Kept<Room>| RoomShown {
        id: kept.value.id.clone(),
        name: kept.value.name.clone(),
        about: ask::for_whom(&frame, &kept.value),
        held: house.occupancy(&kept.value, rooms.now),
        version: kept.document.version,
    };
    let mut kept: Vec<&Kept<Room>> = rooms.rooms.iter().collect();
    kept.sort_by_key(|kept| kept.value.name.clone());
    let (open, closed): (Vec<_>, Vec<_>) = kept.into_iter().partition(|kept| kept.value.is_open(rooms.now.night));
    let template = PlacesPage {
        total: house.total(rooms.now),
        open: open.into_iter().map(shown).collect(),
        closed: closed.into_iter().map(shown).collect(),
        held: if can_read { held(&frame, &rooms) } else { Vec::new() },
        can_read,
        can_write: may(page, Action::Write),
        can_build: page.signed.role == Role::Head && may(page, Action::Write),
        fault,
        frame,
    };
    Ok((status, Html(template.render().unwrap_or_default())).into_response())
}

fn held(frame: &Frame<'_>, rooms: &Rooms) -> Vec<HeldShown> {
    let shown = |kept: &Kept<pana_casework::centre::Reservation>| HeldShown {
        id: kept.document.id.clone(),
        mark: kept.value.mark(),
        room: rooms.room(&kept.value.room).map(|kept| kept.value.name.clone()).unwrap_or_default(),
        places: usize::from(kept.value.places),
        until: frame.moment(&kept.value.until().to_string()),
    };
    rooms.held().map(shown).collect()
}

#[derive(Template)]
#[template(path = "casework/places_form.html")]
struct RoomPage<'a> {
    frame: Frame<'a>,
    key: &'static str,
    fields: Vec<Field>,
    action: String,
    version: Option<i64>,
    fault: Option<String>,
}

fn room_fields(words: &Words) -> Vec<Field> {
    let sexes = choices(words, "room-sex", RoomSex::ALL.iter().map(|sex| sex.name()));
    let ages = choices(words, "room-age", RoomAge::ALL.iter().map(|age| age.name()));
    let marks = ["family", "accessible"].map(|code| Choice {
        code: code.to_owned(),
        text: words.say(&format!("room-{code}")),
        chosen: false,
    });
    vec![
        Field::new(words, "name", "room-name", Input::Line).needed(),
        Field::new(words, "places", "room-places", Input::Number).needed(),
        Field::new(words, "sex", "room-sex", Input::One(sexes)).needed(),
        Field::new(words, "age", "room-age", Input::One(ages)).needed(),
        Field::new(words, "marks", "room-marks", Input::Any(marks.into())),
    ]
}

fn room_page(
    page: &In,
    key: &'static str,
    fields: Vec<Field>,
    action: String,
    version: Option<i64>,
    fault: Option<&(String, String)>,
) -> Response {
    let frame = page.frame(Part::Rooms, page.call.words().say(key));
    let beside = fault.is_some_and(|(name, _)| fields.iter().any(|field| field.name == name));
    let status = if fault.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let template = RoomPage {
        fields: fields.into_iter().map(|field| field.faulty(fault)).collect(),
        key,
        action,
        version,
        fault: fault.filter(|_| !beside).map(|(_, text)| text.clone()),
        frame,
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

/// A refused field with its words; every other refusal is a page of its own.
pub fn worded(page: &In, refused: Refused) -> Result<(String, String), Turned> {
    match refused {
        Refused::Field { field, fault } => {
            let words = page.call.words();
            let text = if words.has(&fault) { words.say(&fault) } else { words.say("refused-field-next") };
            Ok((field, text))
        }
        other => Err(page.refused(other)),
    }
}

fn typed(fields: Vec<Field>, sent: &Sent) -> Vec<Field> {
    let refill = |field: Field| match field.input {
        Input::Any(_) => {
            let name = field.name;
            field.with_all(sent.fields().all(name))
        }
        _ => {
            let text = sent.text(field.name).to_owned();
            field.with(&text)
        }
    };
    fields.into_iter().map(refill).collect()
}

/// The form of a new room.
pub async fn new_room(page: In) -> Result<Response, Turned> {
    if page.signed.role != Role::Head {
        return Err(page.refused(Refused::Denied));
    }
    let fields = room_fields(page.call.words());
    Ok(room_page(&page, "room-new", fields, page.call.href("/places/rooms"), None, None))
}

fn read_room(sent: &Sent, id: &str) -> Result<Room, Refused> {
    let marks: Vec<&str> = sent.fields().all("marks").collect();
    Ok(Room {
        id: id.to_owned(),
        name: sent.text("name").to_owned(),
        sex: one(sent, "sex", RoomSex::parse)?,
        age: one(sent, "age", RoomAge::parse)?,
        family: marks.contains(&"family"),
        accessible: marks.contains(&"accessible"),
        places: sent.text("places").parse().map_err(|_| Refused::field("places", "room-refusal-places"))?,
        from: jiff::civil::Date::MIN,
        to: None,
    })
}

/// Makes a room.
pub async fn make_room(page: In, sent: Sent) -> Result<Response, Turned> {
    let made = match read_room(&sent, sent.save_id()) {
        Ok(room) => page.call.room.casework.make_room(&page.signed, room, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let Err(refused) = made else { return Ok(back(&page)) };
    let fault = worded(&page, refused)?;
    let fields = typed(room_fields(page.call.words()), &sent);
    Ok(room_page(&page, "room-new", fields, page.call.href("/places/rooms"), None, Some(&fault)))
}

fn back(page: &In) -> Response {
    Redirect::to(&page.call.href("/places")).into_response()
}

/// The form of a room that is there.
pub async fn room(page: In, Path((_, id)): Path<(String, String)>) -> Result<Response, Turned> {
    if page.signed.role != Role::Head {
        return Err(page.refused(Refused::Denied));
    }
    let opened = page.call.room.casework.rooms(&page.signed, Action::Write).await;
    let rooms = opened.map_err(|refused| page.refused(refused))?;
    let kept = rooms.room(&id).map_err(|refused| page.refused(refused))?;
    let room = &kept.value;
    let marks = [(room.family, "family"), (room.accessible, "accessible")];
    let fields = room_fields(page.call.words()).into_iter().map(|field| match field.name {
        "name" => field.with(&room.name),
        "places" => field.with(&room.places.to_string()),
        "sex" => field.with(room.sex.name()),
        "age" => field.with(room.age.name()),
        _ => field.with_all(marks.iter().filter(|(is, _)| *is).map(|(_, code)| *code)),
    });
    let action = page.call.href(&format!("/places/rooms/{id}"));
    Ok(room_page(&page, "room-change", fields.collect(), action, Some(kept.document.version), None))
}

/// Changes a room.
pub async fn change_room(page: In, Path((_, id)): Path<(String, String)>, sent: Sent) -> Result<Response, Turned> {
    let changed = match read_room(&sent, &id) {
        Ok(room) => page.call.room.casework.change_room(&page.signed, room, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let Err(refused) = changed else { return Ok(back(&page)) };
    let fault = worded(&page, refused)?;
    let fields = typed(room_fields(page.call.words()), &sent);
    let action = page.call.href(&format!("/places/rooms/{id}"));
    Ok(room_page(&page, "room-change", fields, action, Some(version(&sent)), Some(&fault)))
}

/// Closes a room.
pub async fn close_room(page: In, path: Path<(String, String)>, sent: Sent) -> Result<Response, Turned> {
    turn(page, path, &sent, true).await
}

/// Opens a room again.
pub async fn open_room(page: In, path: Path<(String, String)>, sent: Sent) -> Result<Response, Turned> {
    turn(page, path, &sent, false).await
}

async fn turn(page: In, Path((_, id)): Path<(String, String)>, sent: &Sent, close: bool) -> Result<Response, Turned> {
    let casework = &page.call.room.casework;
    match casework.close_room(&page.signed, &id, close, version(sent), sent.save_id()).await {
        Ok(()) => Ok(back(&page)),
        Err(refused) => {
            let (_, fault) = worded(&page, refused)?;
            house(&page, StatusCode::BAD_REQUEST, Some(fault)).await
        }
    }
}

#[derive(Template)]
#[template(path = "casework/reserve.html")]
struct ReservePage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    asked: Option<(String, Vec<(&'static str, String)>)>,
    places: Vec<Place>,
    fault: Option<String>,
}

/// Asks for whom, then shows what could be held.
pub async fn reserve_new(page: In, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Turned> {
    let sent = Fields::from_pairs(query.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    reserving(&page, &sent, None).await
}

async fn reserving(page: &In, sent: &Fields, fault: Option<(String, String)>) -> Result<Response, Turned> {
    let frame = page.frame(Part::Rooms, page.call.words().say("reserve-title"));
    let (read, mut fault) = match ask::read(sent) {
        Ok(read) => (read, fault),
        Err(refused) => (None, Some(worded(page, refused)?)),
    };
    let status = if fault.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let mut places = Vec::new();
    if let Some(ask) = &read {
        let opened = page.call.room.casework.rooms(&page.signed, Action::Write).await;
        let rooms = opened.map_err(|refused| page.refused(refused))?;
        let offers = Possible { offers: Possible::of(&rooms, ask).offers, ..Possible::default() };
        places = ask::places(&frame, &rooms, &offers);
    }
    let fields = ask::fields(page.call.words(), None).into_iter().map(|field| field.faulty(fault.as_ref()));
    let template = ReservePage {
        fields: fields.collect(),
        asked: read.map(|ask| (ask::sentence(&frame, &ask), ask::hidden(&ask))),
        places,
        fault: fault.take().filter(|(field, _)| field == "choice").map(|(_, text)| text),
        frame,
    };
    Ok((status, Html(template.render().unwrap_or_default())).into_response())
}

/// Holds places.
pub async fn reserve(page: In, sent: Sent) -> Result<Response, Turned> {
    let casework = &page.call.room.casework;
    let room = sent.text("choice").strip_prefix("room:").unwrap_or_default();
    let done = match ask::read(sent.fields()) {
        Ok(Some(ask)) if !room.is_empty() => casework.reserve(&page.signed, room, &ask, sent.save_id()).await,
        Ok(Some(_)) => Err(Refused::field("choice", "fault-not-offered")),
        Ok(None) => Err(Refused::field("sex", "fault-not-offered")),
        Err(refused) => Err(refused),
    };
    let Err(refused) = done else { return Ok(back(&page)) };
    let fault = worded(&page, refused)?;
    reserving(&page, sent.fields(), Some(fault)).await
}

/// Gives up what was held.
pub async fn release(page: In, Path((_, id)): Path<(String, String)>, sent: Sent) -> Result<Response, Turned> {
    let done = page.call.room.casework.release(&page.signed, &id, sent.save_id()).await;
    done.map_err(|refused| page.refused(refused))?;
    Ok(back(&page))
}

/// Frees a bed of which no case says who has it.
pub async fn free_bed(page: In, Path((_, id)): Path<(String, String)>, sent: Sent) -> Result<Response, Turned> {
    let done = page.call.room.casework.free_bed(&page.signed, &id, sent.save_id()).await;
    done.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.href("/places/tonight")).into_response())
}
