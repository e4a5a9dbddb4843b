//! HXL 1.1: tagging conventions and core hashtags.

use std::collections::BTreeSet;

use pana_evidence::PartialDate;
use pana_publish::export::hxl;
use pana_text::Lang;

use super::room::{builtin_room, room_of_chance, words};
use super::{file, lines, matches};

/// The core hashtags of version 1.1 (hashtag dictionary, 2018-04-30).
const CORE: [&str; 44] = [
    "access",
    "activity",
    "adm1",
    "adm2",
    "adm3",
    "adm4",
    "adm5",
    "affected",
    "beneficiary",
    "capacity",
    "cause",
    "channel",
    "contact",
    "country",
    "crisis",
    "currency",
    "date",
    "description",
    "event",
    "frequency",
    "geo",
    "group",
    "impact",
    "indicator",
    "inneed",
    "item",
    "loc",
    "meta",
    "modality",
    "need",
    "operations",
    "org",
    "output",
    "population",
    "reached",
    "region",
    "respondee",
    "sector",
    "service",
    "severity",
    "status",
    "subsector",
    "targeted",
    "value",
];

/// A hashtag and its attributes, by the grammar of the tagging conventions.
fn parsed(cell: &str) -> (String, BTreeSet<String>) {
    let grammar = r"^#[A-Za-z][A-Za-z0-9_]*(\s*\+[A-Za-z][A-Za-z0-9_]*)*$";
    assert!(matches(grammar, cell), "`{cell}` is no hashtag");
    let mut parts = cell.trim_start_matches('#').split('+').map(|part| part.trim().to_ascii_lowercase());
    (parts.next().expect("a hashtag"), parts.collect())
}

#[test]
fn the_sheet_of_every_room_keeps_the_rules_of_the_standard() {
    let texts = words();
    for room in (0..16).map(room_of_chance).chain([builtin_room().clone()]) {
        let sheet = lines(file(&hxl::export(&room, texts, Lang::En), hxl::FILE));
        // The row of hashtags comes after at most 24 rows of headings; here after one.
        let tags: Vec<(String, BTreeSet<String>)> = sheet[1].iter().map(|cell| parsed(cell)).collect();
        assert_eq!(tags.iter().collect::<BTreeSet<_>>().len(), tags.len(), "two columns have one hashtag");
        for (tag, _) in &tags {
            assert!(CORE.contains(&tag.as_str()), "#{tag} is no core hashtag");
        }
        for row in &sheet[2..] {
            for ((tag, attributes), cell) in tags.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
                let number = attributes.contains("num");
                // The validation that comes with the standard's own library: +num is a number, #date a date.
                assert!(!number || cell.parse::<f64>().is_ok(), "#{tag} {attributes:?}: {cell}");
                assert!(tag != "date" || cell.parse::<PartialDate>().is_ok(), "#{tag}: {cell}");
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "a formula: {cell}");
            }
        }
    }
}

#[test]
fn a_row_of_headings_is_there_in_every_language() {
    let (room, texts) = (room_of_chance(1), words());
    let headings = Lang::ALL.map(|lang| lines(file(&hxl::export(&room, texts, lang), hxl::FILE))[0].clone());
    for row in &headings {
        assert!(row.iter().all(|heading| !heading.starts_with('[')), "{row:?}");
        assert_eq!(row.iter().collect::<BTreeSet<_>>().len(), row.len(), "two columns have one heading: {row:?}");
    }
    assert!(headings[0] != headings[1] && headings[1] != headings[2]);
}

#[test]
fn a_place_stands_in_the_column_of_its_level() {
    let (room, texts) = (builtin_room(), words());
    let sheet = lines(file(&hxl::export(room, texts, Lang::En), hxl::FILE));
    let cell = |id: &str, tag: &str| {
        let column = sheet[1].iter().position(|known| known == tag).expect("the column");
        sheet.iter().find(|row| row[0] == id).expect("the row")[column].clone()
    };
    let place =
        |id: &str| ["#region +code", "#country +code +v_iso3", "#adm1 +code +v_iso_3166_2"].map(|tag| cell(id, tag));
    assert_eq!(place("S000-04"), ["", "KAZ", ""]);
    let part = room.observations().find(|o| o.place.0 == "KZ-47").expect("a figure of a part");
    assert_eq!(place(&part.id.0), ["", "KAZ", "KZ-47"]);
    let world = room.observations().find(|o| o.place.0 == "WORLD").expect("a figure of the world");
    assert_eq!(place(&world.id.0), ["WORLD", "", ""]);
    assert_eq!(cell("S001-01", "#indicator +value +num"), "");
    assert_eq!(cell("S001-01", "#indicator +value +min +num"), "100");
    assert_eq!(cell("S000-17", "#meta +standing"), "derived");
    assert!(cell("S000-04", "#org +source +name").contains("Walk Free"));
}
