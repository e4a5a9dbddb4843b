//! Kept: rows of tables that are kept whole (findings, recommendations, commitments, claims, ...), said in words.
//! Columns are known by name, not by table, so that a pack may bring a table nobody here has heard of.

use std::collections::BTreeSet;

use pana_app::address::{self, anchor};
use pana_app::search::row::LEADS;
use pana_evidence::{Comparator, Figure, IndicatorId, ObservationId, PlaceId, Record, SourceId};
use pana_text::Words;

use crate::line::Named;
use crate::visit::Visit;
use pana_publish::figure::Written;
use pana_publish::said::{self, Said};

/// Tables shown first, in this order; the others follow by name.
static FIRST: &[&str] = &["findings", "recommendations", "commitments", "assessments", "claims"];

/// Columns of codes, with the prefix of the messages that say them.
pub static CODES: &[(&str, &str)] = &[
    ("theme", "theme"),
    ("unit", "unit"),
    ("polarity", "value"),
    ("kind", "value"),
    ("addressee_basis", "value"),
    ("action_type", "value"),
    ("direction", "value"),
    ("claim_type", "value"),
    ("claimant_kind", "publisher-kind"),
    ("period_type", "value"),
    ("verdict", "value"),
    ("proposed", "value"),
    ("signed_as", "role"),
    ("compatibility", "value"),
    ("relation", "value"),
    ("effect", "value"),
    ("suggested_status", "value"),
    ("evidence_kind", "value"),
    ("stage", "value"),
    ("child_labor", "value"),
    ("forced_labor", "value"),
    ("forced_child_labor", "value"),
    ("effort_area", "ilab-area"),
    ("domain", "ilab-domain"),
    ("tier", "tip-tier"),
    ("question", "tip-asks"),
    ("bearing", "value"),
    ("standard", "legal-standard"),
    ("aspect", "inspection-aspect"),
    ("verified", "value"),
    ("stated", "value"),
    ("conforms", "value"),
    ("calculated", "value"),
];

/// Columns that say where in the source a row stands, and what is shown elsewhere.
static HIDDEN: &[&str] =
    &["source_id", "origin_source_id", "locus", "para_no", "bullet_no", "part", "comparator", "value_upper"];

/// Columns that name other rows, separated by semicolons.
static REFERENCES: &[&str] =
    &["observations", "obs_id", "items", "evidence_id", "related_findings", "finding_id", "refers_to"];

/// Numbers, with the column of their unit.
static NUMBERS: &[(&str, &str)] = &[("value", "unit"), ("n", "unit"), ("limit_value", "limit_unit")];

/// Rows of one table.
pub struct Table {
    /// Its name in the pack, also the anchor on the page.
    pub id: String,
    /// What it is called.
    pub name: Said,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row in words.
pub struct Row {
    /// The anchor on the page of its source.
    pub anchor: String,
    /// Its name in the table.
    pub key: String,
    /// What it says.
    pub lead: Said,
    /// Everything else.
    pub facts: Vec<Fact>,
    /// Rows of other tables that belong to it.
    pub attached: Vec<Attached>,
    /// Where in the source it stands.
    pub locator: Option<Said>,
    /// The page of its own, where it has one.
    pub path: Option<String>,
    /// The recommendations that a finding leads to or bears on.
    pub bears_on: Vec<Named>,
}

/// A column with its words.
pub struct Fact {
    /// What the column is called.
    pub name: Said,
    /// What it says, each part on its own.
    pub parts: Vec<Part>,
}

/// A part of a cell, with the page it leads to.
pub struct Part {
    /// The text.
    pub text: Said,
    /// The page, after the language.
    pub path: Option<String>,
}

/// A row of another table that belongs to a row: a verdict on a claim, evidence for a recommendation.
pub struct Attached {
    /// What the table is called.
    pub name: Said,
    /// Its cells.
    pub facts: Vec<Fact>,
}

/// Everything the tables say that cites a source.
pub fn of_source(visit: &Visit, source: &SourceId) -> Vec<Table> {
    tables(visit, |record| record.cites(&source.0))
}

/// The rows of a table.
pub fn tables(visit: &Visit, wanted: impl Fn(&Record) -> bool) -> Vec<Table> {
    let records = visit.shelf.room.all_records();
    let mut names: Vec<&str> = records.iter().map(|record| record.table.as_str()).collect();
    names.sort_by_key(|name| (FIRST.iter().position(|first| first == name).unwrap_or(FIRST.len()), *name));
    names.dedup();
    let tables = names.into_iter().map(|name| {
        let mut wanted: Vec<&Record> = visit.shelf.room.records(name).filter(|record| wanted(record)).collect();
        wanted.sort_by_cached_key(|record| in_order(&record.key));
        let rows = wanted.into_iter().map(|record| row(visit, record)).collect();
        Table { id: name.to_owned(), name: said::code(visit.words(), "kept", name), rows }
    });
    tables.filter(|table| !table.rows.is_empty()).collect()
}

/// The letters and the numbers of a key, so that `F2` comes before `F10`.
fn in_order(key: &str) -> Vec<(String, Option<u64>)> {
    let mut parts: Vec<(String, Option<u64>)> = vec![(String::new(), None)];
    for letter in key.chars() {
        let last = parts.last_mut().expect("there is always a part");
        match letter.to_digit(10) {
            Some(digit) => last.1 = Some(last.1.unwrap_or(0).saturating_mul(10).saturating_add(digit.into())),
            None if last.1.is_some() => parts.push((letter.to_string(), None)),
            None => last.0.push(letter),
        }
    }
    parts
}

/// A row in words.
pub fn row(visit: &Visit, record: &Record) -> Row {
    let words = visit.words();
    let lead = LEADS.iter().find_map(|column| Some((*column, record.cell(column)?)));
    let (lead_column, lead) = lead.unwrap_or(("", &record.key));
    Row {
        anchor: anchor(record),
        key: record.key.clone(),
        lead: Said::new(words, lead),
        facts: facts(visit, record, lead_column),
        attached: attached(visit, record),
        locator: record.cell("locus").map(|locus| Said::new(words, locus)),
        path: address::has_page(record).then(|| address::record(record)).flatten(),
        bears_on: bears_on(visit, record),
    }
}

/// The recommendations that name a finding, and those that it is evidence for.
fn bears_on(visit: &Visit, record: &Record) -> Vec<Named> {
    if record.table != "findings" {
        return Vec::new();
    }
    let names = |cell: Option<&str>| cell.is_some_and(|cell| cell.split(';').any(|name| name.trim() == record.key));
    let room = &visit.shelf.room;
    let asked = room.records("recommendations").filter(|asked| names(asked.cell("related_findings")));
    let evidence = room.records("recommendation_evidence").filter(|link| names(link.cell("evidence_id")));
    let ids = asked.map(|asked| asked.key.as_str()).chain(evidence.filter_map(|link| link.cell("rec_id")));
    let ids: BTreeSet<&str> = ids.collect();
    ids.into_iter().map(|id| Named::new("recommendations", id, Said::plain(id))).collect()
}

/// Rows of tables that cite no source of their own and name this row in a column of the same name.
fn attached(visit: &Visit, record: &Record) -> Vec<Attached> {
    let Some((key, _)) = record.cells.first() else { return Vec::new() };
    let others = visit
        .shelf
        .room
        .all_records()
        .iter()
        .filter(|other| other.table != record.table && other.cell("source_id").is_none());
    let belonging = others.filter(|other| other.cell(key) == Some(&record.key));
    let attach = |other: &Record| {
        let facts = facts(visit, other, key);
        Attached { name: said::code(visit.words(), "kept-one", &other.table), facts }
    };
    belonging.map(attach).collect()
}

fn facts(visit: &Visit, record: &Record, except: &str) -> Vec<Fact> {
    let own_key =
        |column: &str, cell: &str| cell == record.key && record.cells.first().is_some_and(|(first, _)| first == column);
    let is_unit = |column: &str| NUMBERS.iter().any(|(number, unit)| *unit == column && record.cell(number).is_some());
    let shown = record.cells.iter().filter(|(column, cell)| {
        !cell.is_empty()
            && column != except
            && !HIDDEN.contains(&column.as_str())
            && !own_key(column, cell)
            && !is_unit(column)
    });
    let fact = |(column, cell): &(String, String)| Fact {
        name: said::code(visit.words(), "field", column),
        parts: parts(visit, record, column, cell),
    };
    shown.map(fact).collect()
}

fn parts(visit: &Visit, record: &Record, column: &str, cell: &str) -> Vec<Part> {
    let words = visit.words();
    let one = |text: Said| vec![Part { text, path: None }];
    if let Some((_, prefix)) = CODES.iter().find(|(known, _)| *known == column) {
        return one(said::code(words, prefix, cell));
    }
    if let Some((_, unit)) = NUMBERS.iter().find(|(known, _)| *known == column) {
        return one(number(visit, record, cell, record.cell(unit).unwrap_or_default()));
    }
    if REFERENCES.contains(&column) {
        return cell.split(';').map(|name| reference(visit, name.trim())).collect();
    }
    if record.table == "verdicts" && column == "findings" {
        return cell.split(';').map(|reason| Part { text: said::code(words, "reason", reason), path: None }).collect();
    }
    let named = match column {
        "indicator_id" => indicator(visit, cell),
        "code" => record.cell("ruleset").and_then(|ruleset| indicator(visit, &format!("{ruleset}.{cell}"))),
        "geo_id" | "country" => place(visit, cell),
        _ => None,
    };
    named.map_or_else(|| one(spoken(words, cell)), |named| vec![Part { text: named.name, path: Some(named.path) }])
}

/// A cell as a text of the data; a code nobody put in words loses its underscores.
fn spoken(words: &Words, cell: &str) -> Said {
    let said = Said::new(words, cell);
    let is_code = cell.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if is_code && said.text == cell { Said { text: cell.replace('_', " "), ..said } } else { said }
}

fn number(visit: &Visit, record: &Record, cell: &str, unit: &str) -> Said {
    let decimal = |cell: &str| cell.parse().ok();
    let comparator = record.cell("comparator").and_then(Comparator::parse).unwrap_or(Comparator::Eq);
    let upper = record.cell("value_upper").and_then(decimal);
    let figure = match upper {
        Some(upper) => Figure::from_cells(comparator, None, decimal(cell), Some(upper), None),
        None => Figure::from_cells(comparator, decimal(cell), None, None, None),
    };
    figure.map_or_else(|_| Said::plain(cell), |figure| Said::plain(Written::of(visit.words(), unit, &figure).text()))
}

/// A row or an observation by its name, with the page it leads to.
pub fn reference(visit: &Visit, name: &str) -> Part {
    let plain = |path| Part { text: Said::plain(name), path };
    if visit.shelf.room.observation(&ObservationId(name.to_owned())).is_some() {
        return plain(Some(format!("/observations/{name}")));
    }
    plain(visit.shelf.room.all_records().iter().find(|record| record.key == name).and_then(address::record))
}

fn indicator(visit: &Visit, id: &str) -> Option<Named> {
    let known = visit.shelf.room.indicator(&IndicatorId(id.to_owned()))?;
    Some(Named::new("indicators", id, Said::new(visit.words(), &known.name)))
}

fn place(visit: &Visit, id: &str) -> Option<Named> {
    let known = visit.shelf.room.place(&PlaceId(id.to_owned()))?;
    Some(Named::new("places", id, Said::new(visit.words(), &known.name)))
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn the_second_row_comes_before_the_tenth() {
        let mut keys = ["S001-F10", "S001-F2", "S000-F3", "S001-F1"];
        keys.sort_by_key(|key| in_order(key));
        assert_eq!(keys, ["S000-F3", "S001-F1", "S001-F2", "S001-F10"]);
    }
}
