//! Demands: the same thing asked again, by which bodies and in which years, and for how long it has been open.

use askama::Template;
use axum::response::Response;
use pana_evidence::demand::{Age, Answered, Member, MemberKind};
use pana_publish::follow_up::Ground;
use pana_publish::said::Said;
use pana_text::Words;

use crate::error::Oops;
use crate::follow_up::Known;
use crate::line::{Named, source_named};
use crate::page::{Nav, Page, render};
use crate::visit::Visit;

/// A body that raised a demand.
struct Raised {
    years: String,
    source: Named,
    locator: Said,
    what: Known,
    kind: String,
    note: Option<Said>,
}

/// A demand.
struct Row {
    id: String,
    title: Said,
    first: i16,
    last: i16,
    open: Option<String>,
    bodies: usize,
    answered: String,
    class: &'static str,
    members: Vec<Raised>,
}

#[derive(Template)]
#[template(path = "demands.html")]
struct ListPage<'a> {
    page: Page<'a>,
    rows: Vec<Row>,
}

/// All demands, oldest first.
pub async fn list(visit: Visit) -> Result<Response, Oops> {
    let ground = Ground::new(&visit.shelf.room, &visit.shelf.followed, None, visit.today);
    let rows = ground.ages.iter().map(|age| row(&visit, age)).collect();
    let page = visit.page(Nav::FollowUp, visit.words().say("demands-title"));
    render(&visit, &ListPage { page, rows })
}

fn row(visit: &Visit, age: &Age) -> Row {
    let words = visit.words();
    Row {
        id: age.demand.id.0.clone(),
        title: Said::new(words, &age.demand.title),
        first: age.first_year,
        last: age.last_year,
        open: age.open.map(|years| words.tell("demand-years", &[("n", i64::from(years).into())])),
        bodies: age.bodies.len(),
        answered: words.say(&format!("demand-answered-{}", age.answered.code())),
        class: match age.answered {
            Answered::Yes => "verdict-yes",
            Answered::InPart => "verdict-part",
            Answered::No => "verdict-disputed",
            Answered::NotKnown => "verdict-open",
        },
        members: age.members.iter().map(|member| raised(visit, member)).collect(),
    }
}

fn raised(visit: &Visit, member: &Member) -> Raised {
    let (words, room) = (visit.words(), &visit.shelf.room);
    let table = match member.kind {
        MemberKind::Recommendation => "recommendations",
        MemberKind::SuggestedAction => "suggested_actions",
        MemberKind::Finding => "findings",
    };
    let record = room.records(table).find(|record| record.key == member.id);
    let unknown = || Known { id: member.id.clone(), text: Said::plain(&member.id), path: None };
    Raised {
        years: years(member.first_year, member.last_year),
        source: source_named(words, room, &member.source),
        locator: Said::new(words, &member.locator),
        what: record.map_or_else(unknown, |record| Known::of_row(words, record)),
        kind: words.say(&format!("demand-member-{}", member.kind.code())),
        note: member.note.as_ref().map(|note| Said::new(words, note)),
    }
}

fn years(first: i16, last: i16) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// "asked 2014–2023, open for 12 years".
pub fn told(words: &Words, age: &Age) -> String {
    let years = years(age.first_year, age.last_year);
    match age.open {
        Some(open) => words.tell("demand-open", &[("years", years.into()), ("n", i64::from(open).into())]),
        None => words.tell("demand-closed", &[("years", years.into())]),
    }
}
