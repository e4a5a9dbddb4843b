//! Who is here tonight: code name, room, what somebody needs. Nothing else.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use pana_app::casework::tonight::Tonight;
use pana_casework::centre::Occupancy;
use pana_casework::policy::{Action, Relation, Thing};

use super::ask;
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::signed::In;

/// Somebody who sleeps here.
struct Line {
    href: String,
    code_name: String,
    about: String,
    needs: String,
}

/// A room with who sleeps in it.
struct Room {
    name: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "casework/tonight.html")]
struct TonightPage<'a> {
    frame: Frame<'a>,
    night: String,
    rooms: Vec<Room>,
    total: Occupancy,
    closed: usize,
    nameless: Vec<(String, String)>,
    held: Vec<(String, String, String)>,
    can_write: bool,
    can_print: bool,
    on_paper: bool,
}

impl TonightPage<'_> {
    fn count(&self, key: &str, number: &u32) -> String {
        self.frame.tn(key, "count", &usize::try_from(*number).unwrap_or(usize::MAX))
    }
}

/// Tonight.
pub async fn show(page: In) -> Result<Response, Turned> {
    let tonight = page.call.room.casework.tonight(&page.signed).await;
    let tonight = tonight.map_err(|refused| page.refused(refused))?;
    Ok(shown(&page, tonight, false))
}

/// Tonight, for paper.
pub async fn paper(page: In) -> Result<Response, Turned> {
    let tonight = page.call.room.casework.tonight_on_paper(&page.signed).await;
    let tonight = tonight.map_err(|refused| page.refused(refused))?;
    Ok(shown(&page, tonight, true))
}

fn shown(page: &In, tonight: Tonight, on_paper: bool) -> Response {
    let frame = page.frame(Part::Rooms, page.call.words().say("tonight-title"));
    let may = |action| page.call.room.casework.allow(&page.signed, Relation::Outside, Thing::Rooms, action).is_ok();
    let mut rooms: Vec<Room> = Vec::new();
    for sleeper in &tonight.sleepers {
        let mut about = vec![frame.t(&sleeper.age_group.key())];
        if !sleeper.language.is_empty() {
            about.push(frame.language(&sleeper.language));
        }
        about.extend(ask::with(&frame, &sleeper.family));
        let needs: Vec<String> = sleeper.needs.iter().map(|need| frame.t(&need.key())).collect();
        let line = Line {
            href: page.call.href(&format!("/cases/{}/place", sleeper.case)),
            code_name: sleeper.code_name.reveal().to_owned(),
            about: about.join(" · "),
            needs: needs.join(", "),
        };
        match rooms.last_mut().filter(|room| room.name == sleeper.room) {
            Some(room) => room.lines.push(line),
            None => rooms.push(Room { name: sleeper.room.clone(), lines: vec![line] }),
        }
    }
    let held = tonight.rooms.held().map(|kept| {
        let room = tonight.rooms.room(&kept.value.room).map(|kept| kept.value.name.clone()).unwrap_or_default();
        (kept.value.mark(), room, frame.moment(&kept.value.until().to_string()))
    });
    let template = TonightPage {
        night: frame.day(tonight.rooms.now.night),
        held: held.collect(),
        rooms,
        total: tonight.total,
        closed: tonight.closed,
        nameless: tonight.nameless.into_iter().map(|bed| (bed.bed, bed.room)).collect(),
        can_write: may(Action::Write),
        can_print: may(Action::Print),
        on_paper,
        frame,
    };
    Html(template.render().unwrap_or_default()).into_response()
}
