//! Indicators: what is counted, what it may be compared with, and every figure there is.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use jiff::civil::Date;
use pana_app::evidence;
use pana_app::search::{self, document};
use pana_evidence::trend::family;
use pana_evidence::{Indicator, IndicatorId, Observation, Place, PlaceId, Relation, RelationKind, Room};
use pana_text::Question;
use serde::Deserialize;

use crate::error::Oops;
use crate::line::{Line, Named};
use crate::observation::day_asked;
use crate::page::{Link, Nav, Page, render};
use crate::theme::{self, Ratings, Theme};
use crate::trend::Trend;
use crate::visit::Visit;
use pana_publish::said::{self, Said};

/// What the list of indicators is asked.
#[derive(Debug, Deserialize)]
pub struct ListWish {
    q: Option<String>,
    theme: Option<String>,
}

/// A choice of a form.
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub text: Said,
    /// Whether it is chosen.
    pub chosen: bool,
}

#[derive(Template)]
#[template(path = "indicators.html")]
struct ListPage<'a> {
    page: Page<'a>,
    question: String,
    choices: Vec<Choice>,
    found: String,
    filtered: bool,
    themes: Vec<Theme>,
    ratings: Vec<Ratings>,
}

/// All indicators by theme.
pub async fn list(visit: Visit, Query(wish): Query<ListWish>) -> Result<Response, Oops> {
    let words = visit.words();
    let question = wish.q.unwrap_or_default().trim().to_owned();
    let wanted = match Question::read(&question).is_empty() {
        true => None,
        false => Some(found(&visit, &question).await?),
    };
    let asked = wish.theme.filter(|theme| !theme.is_empty());
    let fits = |indicator: &&Indicator| {
        asked.as_ref().is_none_or(|theme| indicator.theme == *theme)
            && wanted.as_ref().is_none_or(|wanted| wanted.contains(&indicator.id.0))
    };
    let (themes, ratings) = theme::of_indicators(&visit, visit.shelf.room.indicators().filter(fits));
    let count = themes
        .iter()
        .map(|theme| theme.groups.len())
        .chain(ratings.iter().map(|edition| edition.groups.len()))
        .sum::<usize>();
    let choice = |code: String| Choice {
        text: said::code(words, "theme", &code),
        chosen: asked.as_ref() == Some(&code),
        value: code,
    };
    let page = ListPage {
        page: visit.page(Nav::Indicators, words.say("indicators-title")),
        filtered: asked.is_some() || wanted.is_some(),
        choices: theme::codes(&visit).into_iter().map(choice).collect(),
        found: words.tell("indicators-found", &[("n", count.into())]),
        question,
        themes,
        ratings,
    };
    render(&visit, &page)
}

/// The names of the indicators that have all words of a question.
async fn found(visit: &Visit, question: &str) -> Result<BTreeSet<String>, Oops> {
    let names = search::names(&visit.desk, question, document::INDICATOR, visit.lang).await;
    Ok(names.map_err(|error| visit.failed(error))?.into_iter().collect())
}

/// What the page of an indicator is asked.
#[derive(Debug, Deserialize)]
pub struct Wish {
    place: Option<String>,
    as_of: Option<String>,
    page: Option<String>,
}

/// An edge of the graph, seen from one end.
pub struct Neighbour {
    /// How the indicator relates to the other one.
    pub relation: String,
    /// The other one.
    pub other: Named,
    /// Whether values may be compared.
    pub comparable: String,
    /// A remark.
    pub note: Option<Said>,
}

/// Rows of one series; the sentence above them says what separates them from the rows before.
struct Part {
    name: Option<Said>,
    separated: Option<String>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "indicator.html")]
struct IndicatorPage<'a> {
    page: Page<'a>,
    indicator: &'a Indicator,
    name: Said,
    concept: Said,
    scope: Said,
    unit: Said,
    flow: Said,
    theme: Said,
    note: Option<Said>,
    neighbours: Vec<Neighbour>,
    place: Option<Named>,
    places: Vec<Choice>,
    as_of: String,
    standing: String,
    trend: Option<Trend>,
    parts: Vec<Part>,
    count: String,
    pages: Vec<Link>,
    download: String,
    with_levels: bool,
}

impl IndicatorPage<'_> {
    fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.lines.is_empty())
    }
}

/// The page of an indicator.
pub async fn show(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Query(wish): Query<Wish>,
) -> Result<Response, Oops> {
    let indicator = visit.shelf.room.indicator(&IndicatorId(id)).ok_or_else(|| visit.nothing_here())?;
    let day = day_asked(&visit, wish.as_of.as_deref())?;
    let known = match day {
        Some(day) => Some(room_as_of(&visit, indicator, day).await?),
        None => None,
    };
    let room = known.as_ref().unwrap_or(&visit.shelf.room);
    let places = places(&visit, indicator);
    let place = chosen(&visit, &places, wish.place.as_deref())?;
    let (parts, count) = match place {
        Some(place) => at_place(&visit, room, indicator, place),
        None => everywhere(&visit, room, indicator),
    };
    let asked = Asked { place, day };
    let (parts, pages) = one_page(&visit, parts, &indicator.id, &asked, wish.page.as_deref());
    let words = visit.words();
    let page = IndicatorPage {
        page: visit.page(Nav::Indicators, Said::new(words, &indicator.name).text),
        indicator,
        name: Said::new(words, &indicator.name),
        concept: Said::new(words, &indicator.concept),
        scope: scope(&visit, &indicator.scope),
        unit: said::code(words, "unit", &indicator.unit),
        flow: said::code(words, "flow-meaning", &indicator.flow),
        theme: said::code(words, "theme", &indicator.theme),
        note: indicator.definition_note.as_ref().map(|note| Said::new(words, note)),
        neighbours: neighbours(&visit, indicator),
        place: place.map(|place| Named::new("places", &place.id.0, Said::new(words, &place.name))),
        places: choices(&visit, &places, place),
        as_of: day.map(|day| day.to_string()).unwrap_or_default(),
        standing: standing(&visit, day),
        trend: place.map(|place| Trend::new(words, room, indicator, place)),
        count: words.tell("figures-count", &[("n", count.into())]),
        download: asked.address("/data/observations.csv?indicator=", &indicator.id),
        with_levels: pana_app::assessment::is_with_levels(&visit.desk.library, &indicator.id),
        parts,
        pages,
    };
    render(&visit, &page)
}

/// What the reader chose.
struct Asked<'a> {
    place: Option<&'a Place>,
    day: Option<Date>,
}

impl Asked<'_> {
    /// The same choice at an address that ends where the name of the indicator belongs.
    fn address(&self, before: &str, id: &IndicatorId) -> String {
        let first = if before.contains('?') { '&' } else { '?' };
        let place = self.place.map(|place| format!("place={}", place.id.0));
        let day = self.day.map(|day| format!("as_of={day}"));
        let query: Vec<String> = [place, day].into_iter().flatten().collect();
        let joined = if query.is_empty() { String::new() } else { format!("{first}{}", query.join("&")) };
        format!("{before}{}{joined}", id.0)
    }
}

/// The indicator and its predecessors as they were known on a day.
async fn room_as_of(visit: &Visit, indicator: &Indicator, day: Date) -> Result<Room, Oops> {
    let room = &visit.shelf.room;
    let mut observations = Vec::new();
    for id in family(room, &indicator.id) {
        let known = evidence::ask(&visit.desk, Some(&id), None, Some(day)).await;
        observations.extend(known.map_err(|error| visit.failed(error))?);
    }
    let (indicators, relations) = (room.indicators().cloned().collect(), room.relations().to_vec());
    Ok(Room::new(Vec::new(), Vec::new(), indicators, relations, observations, Vec::new()))
}

fn standing(visit: &Visit, day: Option<Date>) -> String {
    match day {
        Some(day) => visit.words().tell("as-of-shown", &[("day", visit.words().numbers().day(day).into())]),
        None => visit.words().say("as-of-now"),
    }
}

/// A scope that is the name of a place is said as that place.
fn scope(visit: &Visit, scope: &str) -> Said {
    let place = visit.shelf.room.place(&PlaceId(scope.to_owned()));
    Said::new(visit.words(), place.map_or(scope, |place| &place.name))
}

/// The places an indicator has figures about, in the order of their names.
fn places<'a>(visit: &'a Visit, indicator: &Indicator) -> Vec<&'a Place> {
    let room = &visit.shelf.room;
    let ids: BTreeSet<&PlaceId> = family(room, &indicator.id)
        .iter()
        .flat_map(|id| room.observations_of(id).map(|observation| &observation.place).collect::<Vec<_>>())
        .collect();
    let mut places: Vec<&Place> = ids.into_iter().filter_map(|id| room.place(id)).collect();
    let words = visit.words();
    places.sort_by(|left, right| words.order().compare(words.name(&left.name), words.name(&right.name)));
    places
}

/// The place the reader asked for; the only one where there is no other.
fn chosen<'a>(visit: &'a Visit, places: &[&'a Place], asked: Option<&str>) -> Result<Option<&'a Place>, Oops> {
    match asked.filter(|code| !code.is_empty()) {
        Some(code) => visit.shelf.room.find_place(code).map(Some).ok_or_else(|| visit.nothing_here()),
        None => Ok(if let [only] = places { Some(only) } else { None }),
    }
}

fn choices(visit: &Visit, places: &[&Place], chosen: Option<&Place>) -> Vec<Choice> {
    let is_chosen = |place: &Place| chosen.is_some_and(|chosen| chosen.id == place.id);
    let choice = |place: &Place| Choice {
        value: place.id.0.clone(),
        text: Said::new(visit.words(), &place.name),
        chosen: is_chosen(place),
    };
    let missing = chosen.filter(|chosen| !places.iter().any(|place| place.id == chosen.id));
    missing.into_iter().chain(places.iter().copied()).map(choice).collect()
}

/// How an indicator relates to others.
pub fn neighbours(visit: &Visit, indicator: &Indicator) -> Vec<Neighbour> {
    let words = visit.words();
    let neighbour = |relation: &Relation| {
        let other = relation.other_end(&indicator.id)?;
        let name = visit.shelf.room.indicator(other).map_or(other.0.as_str(), |known| &known.name);
        let side = if relation.from == indicator.id { "" } else { "-back" };
        Some(Neighbour {
            relation: words.say(&format!("relation-{}{side}", relation.kind.code())),
            other: Named::new("indicators", &other.0, Said::new(words, name)),
            comparable: words.say(&format!("comparable-{}{side}", relation.comparable.code())),
            note: relation.note.as_ref().map(|note| Said::new(words, note)),
        })
    };
    visit.shelf.room.relations_of(&indicator.id).filter_map(neighbour).collect()
}

/// Every figure of an indicator, by place, newest period first.
fn everywhere(visit: &Visit, room: &Room, indicator: &Indicator) -> (Vec<Part>, usize) {
    let mut lines: Vec<(&Observation, Line)> =
        room.observations_of(&indicator.id).map(|observation| (observation, Line::new(visit, observation))).collect();
    let order = visit.words().order();
    lines.sort_by(|(left, left_line), (right, right_line)| {
        let place = order.compare(&left_line.place.name.text, &right_line.place.name.text);
        place.then_with(|| right.period.end.cmp(&left.period.end)).then_with(|| left.id.cmp(&right.id))
    });
    let lines: Vec<Line> = lines.into_iter().map(|(_, line)| line).collect();
    let count = lines.len();
    (vec![Part { name: None, separated: None, lines }], count)
}

/// The figures about a place of an indicator and its predecessors, newest series first.
fn at_place(visit: &Visit, room: &Room, indicator: &Indicator, place: &Place) -> (Vec<Part>, usize) {
    let words = visit.words();
    let series = family(room, &indicator.id).into_iter().filter_map(|id| {
        let mut observations: Vec<&Observation> =
            room.observations_of(&id).filter(|observation| observation.place == place.id).collect();
        observations.sort_by(|left, right| right.period.end.cmp(&left.period.end).then_with(|| left.id.cmp(&right.id)));
        let newest = observations.first()?.period.end;
        Some((newest, id, observations))
    });
    let mut series: Vec<_> = series.collect();
    series.sort_by(|left, right| right.0.cmp(&left.0).then_with(|| right.1.cmp(&left.1)));
    let count = series.iter().map(|(_, _, observations)| observations.len()).sum();
    let ids: Vec<IndicatorId> = series.iter().map(|(_, id, _)| id.clone()).collect();
    let many = ids.len() > 1 || ids.first().is_some_and(|id| *id != indicator.id);
    let part = |(position, (_, id, observations)): (usize, (_, IndicatorId, Vec<&Observation>))| Part {
        name: many.then(|| room.indicator(&id).map(|known| Said::new(words, &known.name))).flatten(),
        separated: (position > 0).then(|| separation(visit, room, &ids[position - 1], &id)),
        lines: observations.into_iter().map(|observation| Line::new(visit, observation)).collect(),
    };
    (series.into_iter().enumerate().map(part).collect(), count)
}

/// Why the rows above and below must not be joined.
fn separation(visit: &Visit, room: &Room, above: &IndicatorId, below: &IndicatorId) -> String {
    let words = visit.words();
    let stated = room
        .relations_of(above)
        .find(|relation| relation.kind == RelationKind::SeriesBreak && relation.other_end(above) == Some(below));
    match stated.and_then(|relation| relation.note.as_deref()) {
        Some(note) => words.tell("series-break-row", &[("why", Said::new(words, note).text.into())]),
        None => words.say("series-break-row-plain"),
    }
}

/// Rows on one page.
const ROWS: usize = 200;

/// The rows of the page asked for, and the way to the other pages.
fn one_page(
    visit: &Visit,
    mut parts: Vec<Part>,
    id: &IndicatorId,
    asked: &Asked<'_>,
    page: Option<&str>,
) -> (Vec<Part>, Vec<Link>) {
    let [part] = &mut parts[..] else { return (parts, Vec::new()) };
    let last = part.lines.len().div_ceil(ROWS).max(1);
    let page = page.and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, last);
    part.lines = std::mem::take(&mut part.lines).into_iter().skip((page - 1) * ROWS).take(ROWS).collect();
    let address = asked.address("/indicators/", id);
    let sign = if address.contains('?') { '&' } else { '?' };
    let link = |number: usize| Link {
        href: format!("/{}{address}{sign}page={number}#observations", visit.lang),
        text: number.to_string(),
        lang: visit.lang.tag(),
        current: number == page,
    };
    let pages = if last == 1 { Vec::new() } else { (1..=last).map(link).collect() };
    (parts, pages)
}
