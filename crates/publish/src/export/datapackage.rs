//! Data Package: the tables of the room with a description that programs read (Frictionless Data Package 2.0, Table Schema
//! and Table Dialect 2.0, <https://datapackage.org/standard/data-package/>; the properties of version 1 are kept where 2
//! still knows them). `pana_packs` reads the folder back as a pack.

use pana_evidence::Room;
use pana_text::{Lang, Texts, Words};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::table::{self, Column, Table};
use super::{Files, licence, newest};

/// The file that describes the package.
pub const FILE: &str = "datapackage.json";

/// The package: its description, a CSV for each table, and what must be said of each source.
pub fn export(room: &Room, texts: &Texts) -> Files {
    let tables = table::tables(room);
    let contents: Vec<Vec<u8>> = tables.iter().map(Table::csv).collect();
    let words = texts.get(Lang::En);
    let resources: Vec<Value> =
        tables.iter().zip(&contents).map(|(table, bytes)| resource(table, bytes, words)).collect();
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": "pana-public-room",
        "title": words.say("export-title"),
        "description": words.say("export-about"),
        "version": version(room, &contents),
        "licenses": [{ "path": licence::FILE, "title": words.say("export-licence") }],
    });
    let sources: Vec<Value> = room.sources().map(source).collect();
    if !sources.is_empty() {
        package["sources"] = sources.into();
    }
    package["resources"] = resources.into();
    let mut described = serde_json::to_vec_pretty(&package).expect("a value of texts and numbers is JSON");
    described.push(b'\n');
    let mut files = vec![(FILE.to_owned(), described), licence::file(room)];
    files.extend(tables.iter().map(Table::file).zip(contents));
    files.sort();
    files
}

/// A version that tells any two contents apart: the newest release date, and the beginning of the SHA-256 of all tables.
fn version(room: &Room, contents: &[Vec<u8>]) -> String {
    let mut hash = Sha256::new();
    for bytes in contents {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    }
    let content = &hex(&hash.finalize())[..12];
    match newest(room) {
        Some(day) => format!("{}.{}.{}+{content}", day.year(), day.month(), day.day()),
        None => format!("0.0.0+{content}"),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn source(source: &pana_evidence::Source) -> Value {
    let title = match source.publisher.as_str() {
        "" => source.title.clone(),
        publisher => format!("{publisher}: {}", source.title),
    };
    let mut described = json!({ "title": title });
    // The standard allows web addresses here and nothing else that a source of ours may have.
    if let Some(url) = source.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        described["path"] = json!(url);
    }
    described
}

fn resource(table: &Table, bytes: &[u8], words: &Words) -> Value {
    let title = [format!("export-table-{}", table.name), format!("kept-{}", table.name)];
    let title = title.iter().find(|key| words.has(key)).map_or(table.name.clone(), |key| words.say(key));
    json!({
        "name": resource_name(&table.name),
        "path": table.file(),
        "profile": "tabular-data-resource",
        "type": "table",
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", hex(&Sha256::digest(bytes))),
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": "\"",
            "doubleQuote": true,
            "skipInitialSpace": false,
            "header": true,
        },
        "schema": schema(table, words),
    })
}

/// Version 1 knows no underscore in the name of a resource.
fn resource_name(table: &str) -> String {
    table.replace('_', "-")
}

fn schema(table: &Table, words: &Words) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(|column| field(table, column, words)).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    let references = table.references.iter().map(|reference| {
        let there = json!({ "resource": resource_name(&reference.table), "fields": [reference.target] });
        json!({ "fields": [reference.column], "reference": there })
    });
    let references: Vec<Value> = references.collect();
    if !references.is_empty() {
        schema["foreignKeys"] = references.into();
    }
    schema
}

fn field(table: &Table, column: &Column, words: &Words) -> Value {
    let mut field = json!({ "name": column.name, "type": if column.number { "number" } else { "string" } });
    let title = format!("field-{}", column.name);
    if words.has(&title) {
        field["title"] = words.say(&title).into();
    }
    let mut constraints = Map::new();
    if table.key.contains(&column.name) {
        constraints.insert("required".into(), true.into());
    }
    if table.key.as_slice() == std::slice::from_ref(&column.name) {
        constraints.insert("unique".into(), true.into());
    }
    if let Some(pattern) = column.pattern {
        constraints.insert("pattern".into(), pattern.into());
    }
    if !column.allowed.is_empty() {
        constraints.insert("enum".into(), json!(column.allowed));
    }
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}
