//! Data: everything the pages show, as files for other programs. The addresses are the programming interface.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use pana_app::evidence;
use pana_evidence::cells::Row;
use pana_evidence::{Indicator, IndicatorId, Observation, Place, PlaceId, Relation, Room, Source};
use serde::Deserialize;

use crate::error::Oops;
use crate::indicator::Choice;
use crate::observation::day_asked;
use crate::page::{Nav, Page, render};
use crate::visit::Visit;
use pana_publish::said::Said;

/// A table that can be downloaded.
struct Offer {
    name: String,
    about: String,
    licence: String,
    rows: String,
    columns: Vec<&'static str>,
    files: Vec<File>,
}

/// A file of a table.
struct File {
    href: String,
    format: &'static str,
    media_type: &'static str,
    size: String,
}

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage<'a> {
    page: Page<'a>,
    offers: Vec<Offer>,
    places: Vec<Choice>,
}

const CSV: &str = "text/csv; charset=utf-8";
const JSON: &str = "application/json";

/// The page of downloads.
pub async fn show(visit: Visit) -> Result<Response, Oops> {
    let room = &visit.shelf.room;
    let observations: Vec<&Observation> = room.observations().collect();
    let mut offers = vec![offer(
        &visit,
        "observations",
        observations.len(),
        observation_columns(),
        observations_csv(&observations).len(),
    )];
    offers[0].files.push(file(&visit, "observations", "json", observations_json(&observations).len()));
    for table in ["indicators", "relations", "places", "sources"] {
        let (columns, count) = size_of(room, table);
        let length = table_csv(room, table).map_or(0, |bytes| bytes.len());
        offers.push(offer(&visit, table, count, columns, length));
    }
    let page =
        DataPage { page: visit.page(Nav::Data, visit.words().say("data-title")), offers, places: places(&visit) };
    render(&visit, &page)
}

fn offer(visit: &Visit, id: &'static str, rows: usize, columns: Vec<&'static str>, length: usize) -> Offer {
    let words = visit.words();
    Offer {
        name: words.say(&format!("data-{id}")),
        about: words.say(&format!("data-{id}-about")),
        licence: words.say(&format!("data-{id}-licence")),
        rows: words.numbers().whole(i64::try_from(rows).unwrap_or(i64::MAX)),
        columns,
        files: vec![file(visit, id, "csv", length)],
    }
}

fn file(visit: &Visit, id: &str, ending: &'static str, length: usize) -> File {
    let kilobytes = i64::try_from(length.div_ceil(1000)).unwrap_or(i64::MAX);
    File {
        href: format!("/{}/data/{id}.{ending}", visit.lang),
        format: if ending == "csv" { "CSV" } else { "JSON" },
        media_type: if ending == "csv" { "text/csv" } else { JSON },
        size: visit.words().tell("data-size", &[("kb", visit.words().numbers().whole(kilobytes).into())]),
    }
}

/// Places that have figures, in the order of their names.
fn places(visit: &Visit) -> Vec<Choice> {
    let (words, room) = (visit.words(), &visit.shelf.room);
    let known = room.places().filter(|place| room.observations_at(&place.id).next().is_some());
    let mut places: Vec<Choice> = known
        .map(|place| Choice { value: place.id.0.clone(), text: Said::new(words, &place.name), chosen: false })
        .collect();
    places.sort_by(|left, right| words.order().compare(&left.text.text, &right.text.text));
    places
}

/// Which observations are wanted.
#[derive(Debug, Deserialize)]
pub struct Wish {
    indicator: Option<String>,
    place: Option<String>,
    as_of: Option<String>,
}

/// A table as a file.
pub async fn download(
    visit: Visit,
    Path((_, name)): Path<(String, String)>,
    Query(wish): Query<Wish>,
) -> Result<Response, Oops> {
    let (table, ending) = name.rsplit_once('.').ok_or_else(|| visit.nothing_here())?;
    let (media_type, bytes) = match (table, ending) {
        ("observations", "csv") => (CSV, observations_csv(&asked(&visit, wish).await?.iter().collect::<Vec<_>>())),
        ("observations", "json") => (JSON, observations_json(&asked(&visit, wish).await?.iter().collect::<Vec<_>>())),
        (table, "csv") => (CSV, table_csv(&visit.shelf.room, table).ok_or_else(|| visit.nothing_here())?),
        _ => return Err(visit.nothing_here()),
    };
    let disposition = format!("attachment; filename=\"pana-{table}.{ending}\"");
    Ok(([(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response())
}

async fn asked(visit: &Visit, wish: Wish) -> Result<Vec<Observation>, Oops> {
    let room = &visit.shelf.room;
    let filled = |given: Option<String>| given.map(|given| given.trim().to_owned()).filter(|given| !given.is_empty());
    let day = day_asked(visit, wish.as_of.as_deref())?;
    let indicator = match filled(wish.indicator).map(IndicatorId) {
        Some(id) if room.indicator(&id).is_none() => return Err(visit.nothing_here()),
        known => known,
    };
    let place: Option<PlaceId> = match filled(wish.place) {
        Some(code) => Some(room.find_place(&code).ok_or_else(|| visit.nothing_here())?.id.clone()),
        None => None,
    };
    evidence::ask(&visit.desk, indicator.as_ref(), place.as_ref(), day).await.map_err(|error| visit.failed(error))
}

fn size_of(room: &Room, table: &str) -> (Vec<&'static str>, usize) {
    match table {
        "sources" => (Source::COLUMNS.to_vec(), room.sources().count()),
        "indicators" => (Indicator::COLUMNS.to_vec(), room.indicators().count()),
        "places" => (Place::COLUMNS.to_vec(), room.places().count()),
        _ => (Relation::COLUMNS.to_vec(), room.relations().len()),
    }
}

fn table_csv(room: &Room, table: &str) -> Option<Vec<u8>> {
    match table {
        "sources" => Some(csv(Source::COLUMNS, room.sources().map(Row::write))),
        "indicators" => Some(csv(Indicator::COLUMNS, room.indicators().map(Row::write))),
        "places" => Some(csv(Place::COLUMNS, room.places().map(Row::write))),
        "relations" => Some(csv(Relation::COLUMNS, room.relations().iter().map(Row::write))),
        _ => None,
    }
}

/// The columns of an observation as stored, and which revision of it this is.
fn observation_columns() -> Vec<&'static str> {
    [Observation::COLUMNS, &["revision"]].concat()
}

fn observation_cells(observation: &Observation) -> Vec<Option<String>> {
    let mut cells = observation.write();
    cells.push(Some(observation.revision.to_string()));
    cells
}

fn observations_csv(observations: &[&Observation]) -> Vec<u8> {
    csv(&observation_columns(), observations.iter().map(|observation| observation_cells(observation)))
}

/// Columns of numbers; every other column is text.
const NUMERIC: [&str; 4] = ["value", "value_lower", "value_upper", "revision"];

/// RFC 4180, UTF-8 without a byte order mark; an empty cell was not stated.
fn csv(columns: &[&str], rows: impl Iterator<Item = Vec<Option<String>>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let reason = "writing to memory does not fail, and all rows have the columns of their table";
    writer.write_record(columns).expect(reason);
    for row in rows {
        let cells = columns.iter().zip(row).map(|(column, cell)| {
            let cell = cell.unwrap_or_default();
            if NUMERIC.contains(column) { cell } else { inert(cell) }
        });
        writer.write_record(cells).expect(reason);
    }
    writer.into_inner().expect(reason)
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). Numbers never do.
fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) { format!("'{cell}") } else { cell }
}

/// An array of objects with the columns of the table; numbers keep their digits, what was not stated is null.
fn observations_json(observations: &[&Observation]) -> Vec<u8> {
    let columns = observation_columns();
    let quoted = |text: &str| serde_json::to_string(text).expect("a text is JSON");
    let object = |observation: &&Observation| {
        let members = columns.iter().zip(observation_cells(observation)).map(|(column, cell)| match cell {
            None => format!("\"{column}\":null"),
            // A decimal of the data has the form of a JSON number but for zeros in front of it.
            Some(digits) if NUMERIC.contains(column) && is_json_number(&digits) => format!("\"{column}\":{digits}"),
            Some(text) => format!("\"{column}\":{}", quoted(&text)),
        });
        format!("{{{}}}", members.collect::<Vec<_>>().join(","))
    };
    format!("[{}]\n", observations.iter().map(object).collect::<Vec<_>>().join(",\n")).into_bytes()
}

fn is_json_number(digits: &str) -> bool {
    serde_json::from_str::<serde_json::Number>(digits).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_formula_and_a_number_stays_a_number() {
        let row = vec![Some("=1+1".to_owned()), Some("-1.5".to_owned()), None];
        let written = csv(&["note", "value", "locus"], std::iter::once(row));
        assert_eq!(String::from_utf8_lossy(&written), "note,value,locus\r\n'=1+1,-1.5,\r\n");
        for begins in ['+', '-', '@', '\t', '\r', '\0'] {
            assert!(inert(format!("{begins}1")).starts_with('\''), "{begins:?}");
        }
    }

    #[test]
    fn digits_that_json_does_not_know_become_text() {
        assert!(is_json_number("100") && is_json_number("-0.50") && !is_json_number("007") && !is_json_number("1e999"));
    }
}
