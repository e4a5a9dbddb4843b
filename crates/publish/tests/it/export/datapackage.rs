//! Data Package: the rules of the standard, checked strictly; and the way back into a pack.

use std::collections::BTreeSet;

use pana_evidence::{Relation, Room};
use pana_packs::{Files, Pack};
use pana_publish::export::datapackage;
use regex::Regex;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::room::{builtin_room, room_of_chance, words};
use super::{file, lines, matches};

fn text<'a>(value: &'a Value, property: &str) -> &'a str {
    value[property].as_str().unwrap_or_else(|| panic!("{property} is no text in {value}"))
}

fn list<'a>(value: &'a Value, property: &str) -> &'a [Value] {
    value[property].as_array().map_or(&[], Vec::as_slice)
}

/// Properties of the standard (data package, data resource, table schema, field; versions 1 and 2): no other occurs.
fn known(value: &Value, properties: &[&str]) {
    for property in value.as_object().expect("an object").keys() {
        assert!(properties.contains(&property.as_str()), "{property} is not a property of the standard");
    }
}

/// "A fully qualified URL, or a POSIX file path": no path upwards, absolute, hidden or in a home.
fn path(given: &str) {
    let web = matches("^(http|ftp)s?://.*$", given);
    let inside = !given.is_empty() && !given.starts_with(['.', '/', '~']) && !given.starts_with("file:");
    let inside =
        inside && !given.split('/').any(|part| part == "..") && !given.contains(['\\']) && !given.contains("://");
    assert!(web || inside, "`{given}` is not a path of the standard");
}

/// Checks a package against the profiles of version 2.0 and what version 1 adds to them.
fn check(files: &[(String, Vec<u8>)]) {
    let package: Value = serde_json::from_slice(file(files, "datapackage.json")).expect("JSON");
    let properties =
        ["$schema", "profile", "name", "title", "description", "version", "licenses", "sources", "resources"];
    known(&package, &properties);
    assert_eq!(text(&package, "$schema"), "https://datapackage.org/profiles/2.0/datapackage.json");
    assert_eq!(text(&package, "profile"), "tabular-data-package");
    assert!(matches("^([-a-z0-9._/])+$", text(&package, "name")));
    assert!(matches(r"^\d+\.\d+\.\d+\+[0-9a-f]{12}$", text(&package, "version")));
    assert!(!text(&package, "title").starts_with('['), "a word is missing");
    for licence in list(&package, "licenses") {
        known(licence, &["name", "path", "title"]);
        path(text(licence, "path"));
        assert!(files.iter().any(|(known, _)| known == text(licence, "path")));
    }
    assert_eq!(list(&package, "licenses").len(), 1);
    for source in list(&package, "sources") {
        known(source, &["title", "path"]);
        text(source, "title");
        source.get("path").and_then(Value::as_str).into_iter().for_each(path);
    }
    let resources = list(&package, "resources");
    assert!(!resources.is_empty());
    let names: BTreeSet<&str> = resources.iter().map(|resource| text(resource, "name")).collect();
    assert_eq!(names.len(), resources.len(), "two resources have one name");
    for resource in resources {
        check_resource(resource, resources, files);
    }
    let described: BTreeSet<&str> = resources.iter().map(|resource| text(resource, "path")).collect();
    let there: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let beside: Vec<&&str> = there.difference(&described).collect();
    assert_eq!(beside, [&"datapackage.json", &"licences.csv"]);
}

fn check_resource(resource: &Value, all: &[Value], files: &[(String, Vec<u8>)]) {
    let properties = [
        "name",
        "path",
        "profile",
        "type",
        "title",
        "format",
        "mediatype",
        "encoding",
        "bytes",
        "hash",
        "dialect",
        "schema",
    ];
    known(resource, &properties);
    assert!(matches("^([-a-z0-9._/])+$", text(resource, "name")), "{}", text(resource, "name"));
    path(text(resource, "path"));
    assert_eq!(text(resource, "type"), "table");
    assert_eq!(text(resource, "profile"), "tabular-data-resource");
    assert!(matches("^(.+)/(.+)$", text(resource, "mediatype")));
    let bytes = file(files, text(resource, "path"));
    assert_eq!(resource["bytes"].as_u64(), Some(bytes.len() as u64));
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(text(resource, "hash"), format!("sha256:{digest}"));
    known(
        &resource["dialect"],
        &["delimiter", "lineTerminator", "quoteChar", "doubleQuote", "skipInitialSpace", "header"],
    );
    assert!(bytes.ends_with(text(&resource["dialect"], "lineTerminator").as_bytes()));
    std::str::from_utf8(bytes).expect("the encoding is what it says");
    check_schema(resource, all, files);
}

fn check_schema(resource: &Value, all: &[Value], files: &[(String, Vec<u8>)]) {
    let (schema, name) = (&resource["schema"], text(resource, "name"));
    known(schema, &["fields", "missingValues", "primaryKey", "foreignKeys"]);
    assert_eq!(schema["missingValues"], serde_json::json!([""]));
    let sheet = super::Sheet::read(file(files, text(resource, "path")));
    let fields = list(schema, "fields");
    let names: Vec<&str> = fields.iter().map(|field| text(field, "name")).collect();
    assert_eq!(names, sheet.columns, "{name}: the fields are the columns, in order");
    for field in fields {
        check_field(field, name, &sheet);
    }
    let key: Vec<&str> = list(schema, "primaryKey").iter().map(|column| column.as_str().expect("a name")).collect();
    let keys: Vec<Vec<&str>> =
        sheet.rows.iter().map(|row| key.iter().map(|column| sheet.cell(row, column)).collect()).collect();
    if !key.is_empty() {
        assert!(keys.iter().flatten().all(|cell| !cell.is_empty()), "{name}: a part of a key is empty");
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{name}: two rows have one key");
    }
    for reference in list(schema, "foreignKeys") {
        let (here, there) = (&reference["fields"], &reference["reference"]);
        let (here, column) = (here[0].as_str().expect("a column"), there["fields"][0].as_str().expect("a column"));
        let target = all.iter().find(|known| known["name"] == there["resource"]).expect("the resource is there");
        assert_eq!(target["schema"]["primaryKey"], serde_json::json!([column]));
        let other = super::Sheet::read(file(files, text(target, "path")));
        let known: BTreeSet<&str> = other.rows.iter().map(|row| other.cell(row, column)).collect();
        for cell in sheet.rows.iter().map(|row| sheet.cell(row, here)).filter(|cell| !cell.is_empty()) {
            assert!(known.contains(cell), "{name}.{here}: {cell} is not in {}", text(target, "name"));
        }
    }
}

fn check_field(field: &Value, table: &str, sheet: &super::Sheet) {
    known(field, &["name", "type", "title", "constraints"]);
    let name = text(field, "name");
    assert!(["string", "number"].contains(&text(field, "type")));
    let constraints = field.get("constraints").cloned().unwrap_or(serde_json::json!({}));
    known(&constraints, &["required", "unique", "pattern", "enum"]);
    let allowed = constraints["pattern"].as_str().map(|rule| Regex::new(&format!("^({rule})$")).expect("a pattern"));
    let codes: Vec<&str> = list(&constraints, "enum").iter().filter_map(Value::as_str).collect();
    for cell in sheet.rows.iter().map(|row| sheet.cell(row, name)) {
        if cell.is_empty() {
            assert_ne!(constraints["required"], true, "{table}.{name}: an empty cell");
            continue;
        }
        let number = field["type"] == "number";
        assert!(!number || matches(r"^-?\d+(\.\d+)?$", cell), "{table}.{name}: {cell}");
        assert!(allowed.as_ref().is_none_or(|rule| rule.is_match(cell)), "{table}.{name}: {cell}");
        assert!(codes.is_empty() || codes.contains(&cell), "{table}.{name}: {cell} is no code");
    }
}

#[test]
fn the_package_of_every_room_keeps_the_rules_of_the_standard() {
    let texts = words();
    check(&datapackage::export(builtin_room(), texts));
    check(&datapackage::export(&Room::default(), texts));
    for seed in 0..16 {
        check(&datapackage::export(&room_of_chance(seed), texts));
    }
}

/// The table in which a table of a pack goes out: a part goes out in its whole; figures in a shape of their own go out as
/// observations, under other keys.
fn goes_out_as(name: &str) -> Option<&str> {
    let figures = [pana_packs::ilab::RELEASES, pana_packs::ilab::CHAPTER];
    if figures.contains(&name.replace('-', "_").as_str()) {
        return None;
    }
    let whole = ["sources", "indicators"].into_iter().find(|whole| name.starts_with(&format!("{whole}-")));
    Some(whole.unwrap_or(name))
}

#[test]
fn keys_and_references_of_the_packs_are_found_again() {
    let files = datapackage::export(builtin_room(), words());
    let ours: Value = serde_json::from_slice(file(&files, "datapackage.json")).expect("JSON");
    let data = pana_packs::builtin::data();
    let theirs: Value = serde_json::from_slice(data.bytes("kz/datapackage.json").expect("a package")).expect("JSON");
    for resource in list(&theirs, "resources") {
        let name = text(resource, "name");
        let Some(name) = goes_out_as(name) else { continue };
        let our = list(&ours, "resources").iter().find(|known| known["name"] == name).expect("the table goes out");
        assert_eq!(our["schema"]["primaryKey"], resource["schema"]["primaryKey"], "{name}");
        for reference in list(&resource["schema"], "foreignKeys") {
            assert!(list(&our["schema"], "foreignKeys").contains(reference), "{name}: {reference} is lost");
        }
    }
}

#[test]
fn what_was_exported_can_be_read_again_as_a_pack() {
    let room = builtin_room();
    let mut folder = Files::default();
    for (path, bytes) in datapackage::export(room, words()) {
        folder.insert(path, bytes);
    }
    let pack = Pack::read("kz", &folder).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(pack.sources.iter().collect::<Vec<_>>(), room.sources().collect::<Vec<_>>());
    assert_eq!(pack.places.iter().collect::<Vec<_>>(), room.places().collect::<Vec<_>>());
    assert_eq!(pack.indicators.iter().collect::<Vec<_>>(), room.indicators().collect::<Vec<_>>());
    assert_eq!(pack.relations.iter().collect::<Vec<&Relation>>(), room.relations().iter().collect::<Vec<_>>());
    assert_eq!(pack.observations.iter().collect::<Vec<_>>(), room.observations().collect::<Vec<_>>());
    let named = |record: &pana_evidence::Record| (record.table.clone(), record.key.clone(), record.cells.clone());
    let ours: BTreeSet<_> = room.all_records().iter().map(named).collect();
    assert_eq!(pack.records.iter().map(named).collect::<BTreeSet<_>>(), ours);
    assert!(room.all_records().len() > 300);
}

#[test]
fn another_fact_is_another_version_and_the_same_facts_are_the_same() {
    let texts = words();
    let version = |room: &Room| -> String {
        let files = datapackage::export(room, texts);
        let package: Value = serde_json::from_slice(file(&files, "datapackage.json")).expect("JSON");
        text(&package, "version").to_owned()
    };
    assert_eq!(version(&room_of_chance(1)), version(&room_of_chance(1)));
    assert_ne!(version(&room_of_chance(1)), version(&room_of_chance(2)));
    assert!(!lines(file(&datapackage::export(&room_of_chance(1), texts), "licences.csv")).is_empty());
}
