//! Laws of every export, for everything that travels with the program and for rooms of chance.

use std::collections::BTreeMap;

use pana_evidence::{Figure, Observation, Room, Standing};
use pana_publish::export::{Files, csv, datapackage, hxl, sdmx};
use pana_text::{Lang, Texts};

use super::room::{builtin_room, room_of_chance, words};
use super::{Sheet, file, lines};

fn rooms() -> impl Iterator<Item = Room> {
    (0..24).map(room_of_chance).chain([builtin_room().clone()])
}

/// What a row says of its figure: value, lower, upper, comparator, words, scale, derived.
type Said = [String; 8];

fn said(observation: &Observation) -> Said {
    let text = |decimal: Option<&pana_evidence::Decimal>| decimal.map(ToString::to_string).unwrap_or_default();
    let derived = if matches!(observation.standing, Standing::Derived(_)) { "yes" } else { "no" };
    let mut said: Said = Default::default();
    said[3] = observation.figure.comparator().code().to_owned();
    said[7] = derived.to_owned();
    match &observation.figure {
        Figure::Number { value, scale, .. } => {
            let place = match said[3].as_str() {
                "gt" | "ge" => 1,
                "lt" | "le" => 2,
                _ => 0,
            };
            said[place] = value.to_string();
            said[5] = text(scale.as_ref().map(|(low, _)| low));
            said[6] = text(scale.as_ref().map(|(_, high)| high));
        }
        Figure::Range { lower, upper, words, .. } => {
            said[1] = text(lower.as_ref());
            said[2] = text(upper.as_ref());
            said[4] = words.clone().unwrap_or_default();
        }
        Figure::Category(category) => said[4] = category.clone(),
        // Nothing is said, and no nought either.
        Figure::NotStated => {}
    }
    said
}

fn expected(room: &Room) -> BTreeMap<String, Said> {
    room.observations().map(|observation| (observation.id.0.clone(), said(observation))).collect()
}

/// What the sheets say, by observation; panics where one is there twice.
fn found(sheets: &[Sheet], id: &str, columns: [&str; 8], derived: &str) -> BTreeMap<String, Said> {
    let mut found = BTreeMap::new();
    for sheet in sheets {
        for row in &sheet.rows {
            let mut said = columns.map(|column| sheet.cell(row, column).to_owned());
            said[7] = if said[7] == derived { "yes" } else { "no" }.to_owned();
            let name = sheet.cell(row, id).to_owned();
            assert!(found.insert(name.clone(), said).is_none(), "{name} is there twice");
        }
    }
    found
}

fn sdmx_sheets(files: &Files) -> [Sheet; 2] {
    ["observations.csv", "undated.csv"].map(|path| Sheet::read(file(files, path)))
}

#[test]
fn sdmx_holds_every_observation_once_with_its_comparator_and_bounds() {
    let texts = words();
    for room in rooms() {
        let columns =
            ["OBS_VALUE", "LOWER", "UPPER", "COMPARATOR", "VALUE_TEXT", "SCALE_LOWER", "SCALE_UPPER", "STANDING"];
        let sheets = sdmx_sheets(&sdmx::export(&room, texts));
        assert_eq!(found(&sheets, "OBS_ID", columns, "D"), expected(&room));
    }
}

#[test]
fn hxl_holds_every_observation_once_with_its_comparator_and_bounds() {
    let texts = words();
    for room in rooms() {
        let files = hxl::export(&room, texts, Lang::En);
        let mut all = lines(file(&files, hxl::FILE)).split_off(1).into_iter();
        let sheet = Sheet { columns: all.next().expect("the hashtags"), rows: all.collect() };
        let columns = [
            "#indicator +value +num",
            "#indicator +value +min +num",
            "#indicator +value +max +num",
            "#indicator +comparator",
            "#indicator +value +text",
            "#indicator +scale +min +num",
            "#indicator +scale +max +num",
            "#meta +standing",
        ];
        let mut expected = expected(&room);
        for said in expected.values_mut().filter(|said| said[4].starts_with(['=', '+', '-', '@'])) {
            said[4].insert(0, '\'');
        }
        assert_eq!(found(&[sheet], "#meta +id", columns, "derived"), expected);
    }
}

#[test]
fn csv_holds_every_observation_once_cell_by_cell() {
    for room in rooms() {
        let sheet = Sheet::read(file(&csv::export(&room), "observations.csv"));
        let mut seen = BTreeMap::new();
        for row in &sheet.rows {
            assert!(seen.insert(sheet.cell(row, "obs_id").to_owned(), row).is_none());
        }
        assert_eq!(seen.len(), room.observations().count());
        for observation in room.observations() {
            let row = seen[&observation.id.0];
            let written: Vec<String> = pana_evidence::cells::Row::write(observation)
                .into_iter()
                .map(Option::unwrap_or_default)
                .chain([observation.revision.to_string()])
                .collect();
            assert_eq!(*row, written);
        }
    }
}

#[test]
fn the_package_holds_the_same_tables_as_csv() {
    let texts = words();
    for room in rooms() {
        let package: BTreeMap<String, Vec<u8>> = datapackage::export(&room, texts).into_iter().collect();
        for (path, bytes) in csv::export(&room) {
            assert_eq!(package[&path], bytes, "{path}");
        }
    }
}

fn everything(room: &Room, texts: &Texts) -> Vec<Files> {
    vec![
        csv::export(room),
        datapackage::export(room, texts),
        sdmx::export(room, texts),
        hxl::export(room, texts, Lang::Kk),
    ]
}

#[test]
fn the_same_room_gives_the_same_bytes_and_a_file_is_there_once() {
    let texts = words();
    for seed in 0..8 {
        assert_eq!(everything(&room_of_chance(seed), texts), everything(&room_of_chance(seed), texts), "seed {seed}");
    }
    assert_eq!(everything(builtin_room(), texts), everything(builtin_room(), texts));
    for files in everything(builtin_room(), texts) {
        assert!(files.is_sorted_by(|one, other| one.0 < other.0), "in the order of their paths, each once");
        let terms = file(&files, "licences.csv");
        assert!(String::from_utf8_lossy(terms).contains("Minderoo Foundation"), "the terms travel along");
    }
}
