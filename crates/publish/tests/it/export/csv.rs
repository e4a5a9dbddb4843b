//! CSV: RFC 4180, every table, the columns of a pack.

use std::collections::BTreeMap;

use pana_evidence::cells::Row;
use pana_evidence::{Indicator, Observation, Place, Relation, Source};
use pana_packs::builtin;
use pana_publish::export::csv;

use super::room::{builtin_room, room_of_chance};
use super::{Sheet, file, lines};

/// RFC 4180, read strictly: fields of text without comma, quote and line end, or quoted ones with quotes doubled; every
/// line ends in CR LF and has as many fields as the first. No text of this reader is shared with the writer.
fn strict(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let (mut lines, mut line, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if field.is_empty() => loop {
                match (rest.next().ok_or("a quoted field without an end")?, rest.peek()) {
                    ('"', Some('"')) => field.extend(rest.next()),
                    ('"', Some(',' | '\r')) => break,
                    ('"', _) => return Err("text after a quoted field".to_owned()),
                    (c, _) => field.push(c),
                }
            },
            '"' => return Err(format!("a quote inside {field}")),
            ',' => line.push(std::mem::take(&mut field)),
            '\r' if rest.next_if_eq(&'\n').is_some() => {
                line.push(std::mem::take(&mut field));
                lines.push(std::mem::take(&mut line));
            }
            '\r' | '\n' => return Err("a line end that is not CR LF outside quotes".to_owned()),
            c => field.push(c),
        }
    }
    let same = lines.iter().all(|known: &Vec<String>| known.len() == lines[0].len());
    if line.is_empty() && field.is_empty() && same { Ok(lines) } else { Err("lines of different length".to_owned()) }
}

#[test]
fn every_file_is_rfc_4180_for_every_room() {
    let rooms = (0..16).map(room_of_chance).chain([builtin_room().clone()]);
    for (seed, room) in rooms.enumerate() {
        for (path, bytes) in csv::export(&room) {
            let read = strict(&bytes).unwrap_or_else(|fault| panic!("{path}, seed {seed}: {fault}"));
            assert_eq!(read, lines(&bytes), "{path}, seed {seed}");
            let mut names = read[0].clone();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), read[0].len(), "{path}, seed {seed}: {:?}", read[0]);
        }
    }
}

#[test]
fn a_table_has_the_columns_of_a_pack_and_an_observation_its_revision() {
    let files = csv::export(builtin_room());
    let columns = |path: &str| lines(file(&files, path))[0].clone();
    assert_eq!(columns("sources.csv"), Source::COLUMNS);
    assert_eq!(columns("geographies.csv"), Place::COLUMNS);
    assert_eq!(columns("indicators.csv"), Indicator::COLUMNS);
    assert_eq!(columns("indicator_relations.csv"), Relation::COLUMNS);
    assert_eq!(columns("observations.csv"), [Observation::COLUMNS, &["revision"]].concat());
}

#[test]
fn what_a_pack_brought_goes_out_cell_by_cell() {
    let data = builtin::data();
    let files = csv::export(builtin_room());
    let mut tables = 0;
    for folder in data.folders() {
        let pack = data.below(folder);
        for (path, bytes) in &files {
            let typed =
                ["sources.csv", "geographies.csv", "indicators.csv", "indicator_relations.csv", "observations.csv"];
            if let Some(theirs) = pack.bytes(path).filter(|_| !typed.contains(&path.as_str())) {
                assert_eq!(lines(bytes), lines(theirs), "{folder}/{path}");
                tables += 1;
            }
        }
    }
    assert!(tables >= 15, "{tables} tables");
}

#[test]
fn an_observation_goes_out_cell_by_cell() {
    let files = csv::export(builtin_room());
    let ours = Sheet::read(file(&files, "observations.csv"));
    let theirs = Sheet::read(builtin::data().bytes("kz/observations.csv").expect("the table"));
    let by_id: BTreeMap<&str, &Vec<String>> = ours.rows.iter().map(|row| (ours.cell(row, "obs_id"), row)).collect();
    assert!(theirs.rows.len() > 100);
    for row in &theirs.rows {
        let our = by_id[theirs.cell(row, "obs_id")];
        for column in &theirs.columns {
            assert_eq!(ours.cell(our, column), theirs.cell(row, column), "{} {column}", row[0]);
        }
    }
}

#[test]
fn whoever_gets_a_figure_gets_the_name_and_the_terms_of_its_source() {
    let room = builtin_room();
    let files = csv::export(room);
    let sheet = Sheet::read(file(&files, "licences.csv"));
    assert_eq!(sheet.rows.len(), room.sources().count());
    let index = sheet.row("source_id", "WF-GSI-2023");
    assert_eq!(sheet.cell(index, "publisher"), "Walk Free");
    assert!(sheet.cell(index, "terms").contains("Minderoo Foundation"), "{index:?}");
    let figures: usize =
        sheet.rows.iter().map(|row| sheet.cell(row, "figures").parse::<usize>().expect("a count")).sum();
    assert_eq!(figures, room.observations().count());
}

#[test]
fn a_table_of_two_packs_is_one_file_that_names_the_pack() {
    let room = room_of_chance(1);
    let files = csv::export(&room);
    let sheet = Sheet::read(file(&files, "findings.csv"));
    assert_eq!(sheet.columns.last().map(String::as_str), Some("pack"));
    assert_eq!(sheet.rows.len(), room.records("findings").count());
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    for path in &paths {
        assert!(path.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '.'), "{path} is no safe path");
        assert_eq!(paths.iter().filter(|other| other == &path).count(), 1, "{path} is there twice");
    }
}
