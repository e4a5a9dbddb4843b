//! Row: a row of a table that is kept whole, as a document. Rows without a page of their own are part of the row they belong to.

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::{IndicatorId, PlaceId, Record, Room, SourceId};

use super::document::{Document, Documents, Text};
use crate::address;

/// The columns that can say what a row is about; the first one a table has does.
pub static LEADS: &[&str] = &[
    "paraphrase",
    "what",
    "demand",
    "title",
    "title_en",
    "name_en",
    "name",
    "good",
    "instrument",
    "offence",
    "area",
    "rule",
    "rationale",
    "note",
];

/// Tables whose rows come first, in this order; the others follow by name.
const FIRST: [&str; 6] = ["claims", "recommendations", "commitments", "findings", "demands", "suggested_actions"];

/// The rows of a room.
pub(super) struct Rows<'a> {
    room: &'a Room,
    /// Rows without a page of their own, by the column and the row they name.
    attached: BTreeMap<(&'a str, &'a str), Vec<&'a Record>>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(room: &'a Room) -> Self {
        let mut attached: BTreeMap<(&str, &str), Vec<&Record>> = BTreeMap::new();
        for record in room.all_records().iter().filter(|record| address::record(record).is_none()) {
            for (column, cell) in record.cells.iter().filter(|(column, _)| column.ends_with("_id")) {
                attached.entry((column, cell)).or_default().push(record);
            }
        }
        Self { room, attached }
    }

    pub(super) fn in_order(&self) -> impl Iterator<Item = &'a Record> {
        let tables: BTreeSet<&str> = self.room.all_records().iter().map(|record| record.table.as_str()).collect();
        let mut tables: Vec<&str> = tables.into_iter().collect();
        tables.sort_by_key(|table| (FIRST.iter().position(|first| first == table).unwrap_or(FIRST.len()), *table));
        let room = self.room;
        tables.into_iter().flat_map(move |table| room.records(table))
    }

    /// The row and what belongs to it.
    fn with_attached<'b>(&'b self, record: &'b Record) -> impl Iterator<Item = &'b Record> {
        let column = record.cells.first().map_or("", |(column, _)| column.as_str());
        let attached = self.attached.get(&(column, record.key.as_str())).into_iter().flatten().copied();
        [record].into_iter().chain(attached.filter(|other| other.table != record.table))
    }
}

impl Documents<'_> {
    /// A row that says something and has a page, or a place on one.
    pub(super) fn row(&self, record: &Record) -> Option<Document> {
        let path = address::record(record)?;
        let (lead, title) = LEADS.iter().find_map(|column| Some((*column, record.cell(column)?)))?;
        let (mut text, mut mentions) = (Vec::new(), Vec::new());
        for (column, cell) in self.rows.with_attached(record).flat_map(|row| told(row, record, lead)) {
            match self.cell(column, cell) {
                said if said.is_empty() => mentions.push(cell.to_owned()),
                said => text.extend(said),
            }
        }
        Some(Document {
            kind: record.table.clone(),
            key: record.key.clone(),
            path,
            codes: vec![record.key.clone()],
            title: self.said(title),
            text,
            mentions,
            source: record.cell("source_id").map(|id| SourceId(id.to_owned())),
        })
    }

    /// What a cell says in words; nothing where it only mentions something. Themes, indicators and places have names.
    fn cell(&self, column: &str, cell: &str) -> Vec<Text> {
        let room = &self.shelf.room;
        let named = match column {
            "theme" => return self.message(&format!("theme-{cell}")),
            "indicator_id" => room.indicator(&IndicatorId(cell.to_owned())).map(|known| known.name.as_str()),
            "geo_id" | "country" => room.place(&PlaceId(cell.to_owned())).map(|known| known.name.as_str()),
            _ => None,
        };
        let said = self.said(named.unwrap_or(cell));
        let in_words = cell.contains(' ') && cell.chars().any(char::is_alphabetic);
        if named.is_some() || in_words || said.len() > 1 { said } else { Vec::new() }
    }
}

/// The cells of a row that are part of what is found under another: not its key, its source and its codes.
fn told<'b>(row: &'b Record, under: &Record, except: &str) -> Vec<(&'b str, &'b str)> {
    let told = row.cells.iter().filter(|(column, cell)| {
        let named = ["source_id", "origin_source_id"].contains(&column.as_str()) || *cell == under.key;
        let leads = column == except && std::ptr::eq(row, under);
        !cell.is_empty() && !leads && !named && (!is_code(cell) || column == "theme")
    });
    told.map(|(column, cell)| (column.as_str(), cell.as_str())).collect()
}

fn is_code(cell: &str) -> bool {
    cell.contains('_') && cell.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
