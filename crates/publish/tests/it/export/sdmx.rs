//! SDMX-CSV 2.0: the data messages against the field guide and against their own structure.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use pana_publish::export::sdmx;

use super::room::{builtin_room, room_of_chance, words};
use super::structure::{Component, Structure, read};
use super::{Sheet, file, matches};

/// ObservationalTimePeriodType of the schema: Gregorian year, month and day, and a time range; tighter in the range, of
/// which only whole days begin it.
const TIME: &str = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(/P[1-9]\d*[YMD])?)?)?$";

/// Checks a message of data: columns and their order, flow, action, keys, codes, types.
fn check(structure: &Structure, sheet: &Sheet) {
    assert_eq!(sheet.columns[..3], ["STRUCTURE", "STRUCTURE_ID", "ACTION"]);
    let mut keys = BTreeSet::new();
    for row in &sheet.rows {
        assert_eq!(row[0], "dataflow");
        assert!(["I", "A", "R", "D"].contains(&row[2].as_str()));
        let components = structure.flows.get(&row[1]).unwrap_or_else(|| panic!("{} is no flow", row[1]));
        let headings = components.iter().map(|found| found.id.clone());
        assert_eq!(sheet.columns[3..], headings.collect::<Vec<_>>(), "dimensions, measures, attributes, in order");
        for (component, cell) in components.iter().zip(&row[3..]) {
            check_cell(structure, component, cell);
        }
        let key: Vec<&String> =
            components.iter().zip(&row[3..]).filter(|(found, _)| found.dimension).map(|(_, cell)| cell).collect();
        assert!(keys.insert(key.clone()), "the key {key:?} is there twice");
    }
}

fn check_cell(structure: &Structure, component: &Component, cell: &str) {
    let id = &component.id;
    if cell.is_empty() {
        assert!(!component.dimension && !component.mandatory, "{id} is empty");
        return;
    }
    if let Some(codes) = &component.codes {
        assert!(structure.codes[codes].contains(cell), "{id}: {cell} is not in {codes}");
    }
    let fits = match component.kind.as_deref() {
        Some("Decimal") => matches(r"^-?\d+(\.\d+)?$", cell),
        Some("Integer") => matches(r"^\d+$", cell),
        Some("ObservationalTimePeriod") => matches(TIME, cell),
        Some("GregorianTimePeriod") => matches(r"^\d{4}(-\d{2}(-\d{2})?)?$", cell),
        Some("GregorianDay") => matches(r"^\d{4}-\d{2}-\d{2}$", cell),
        _ => true,
    };
    assert!(fits, "{id}: {cell} is no {:?}", component.kind);
}

fn sheets(files: &[(String, Vec<u8>)]) -> [Sheet; 2] {
    ["observations.csv", "undated.csv"].map(|path| Sheet::read(file(files, path)))
}

/// The messages of everything that travels with the program.
fn builtin_sheets() -> &'static [Sheet; 2] {
    static SHEETS: LazyLock<[Sheet; 2]> = LazyLock::new(|| sheets(&sdmx::export(builtin_room(), words())));
    &SHEETS
}

#[test]
fn the_messages_of_every_room_keep_the_rules_of_the_field_guide() {
    let texts = words();
    for room in (0..16).map(room_of_chance).chain([builtin_room().clone()]) {
        let files = sdmx::export(&room, texts);
        let structure = read(&files);
        for sheet in sheets(&files) {
            check(&structure, &sheet);
        }
    }
}

#[test]
fn more_than_100_is_a_bound_and_no_value() {
    let [dated, undated] = builtin_sheets();
    let freed = undated.row("OBS_ID", "S001-01");
    let cells = ["OBS_VALUE", "COMPARATOR", "LOWER", "UPPER"].map(|column| undated.cell(freed, column));
    assert_eq!(cells, ["", "gt", "100", ""]);
    for row in dated.rows.iter() {
        let exact = ["eq", "approx"].contains(&dated.cell(row, "COMPARATOR"));
        assert!(exact || dated.cell(row, "OBS_VALUE").is_empty(), "{row:?}");
    }
}

#[test]
fn ten_months_of_2012_are_a_range_and_eight_months_of_no_year_have_no_time() {
    let [dated, undated] = builtin_sheets();
    let ten = dated.row("OBS_ID", "S003-44");
    assert_eq!([dated.cell(ten, "FREQ"), dated.cell(ten, "TIME_PERIOD")], ["_O", "2012-01-01/P10M"]);
    let eight = undated.row("OBS_ID", "S001-02");
    assert_eq!(undated.cell(eight, "PERIOD_LABEL"), "8 months; year not stated (2017 or earlier)");
    assert!(!undated.columns.contains(&"TIME_PERIOD".to_owned()));
}

#[test]
fn the_end_of_a_scale_is_no_bound_of_the_value() {
    let [dated, _] = builtin_sheets();
    let score = dated.row("OBS_ID", "S000-05");
    let cells = ["OBS_VALUE", "LOWER", "UPPER", "SCALE_LOWER", "SCALE_UPPER"].map(|column| dated.cell(score, column));
    assert_eq!(cells, ["42", "", "", "0", "100"]);
}

#[test]
fn the_first_figure_after_a_series_break_says_so_and_keeps_its_own_status() {
    let [dated, _] = builtin_sheets();
    let statuses: BTreeMap<&str, [&str; 2]> = dated
        .rows
        .iter()
        .filter(|row| dated.cell(row, "REF_AREA") == "KZ")
        .filter(|row| dated.cell(row, "INDICATOR").starts_with("ms@prevalence@number"))
        .filter(|row| !dated.cell(row, "SERIES_BREAK").is_empty())
        .map(|row| (dated.cell(row, "OBS_ID"), ["OBS_STATUS", "OBS_STATUS_2"].map(|column| dated.cell(row, column))))
        .collect();
    assert_eq!(statuses.values().filter(|status| **status == ["B", "E"]).count(), 2, "{statuses:?}");
    let oldest = dated.row("OBS_ID", "S001-05");
    assert!(dated.cell(oldest, "SERIES_BREAK").split(' ').any(|code| code == "ms@prevalence@number"));
    assert_eq!(statuses["S001-05"], ["E", ""]);
}

#[test]
fn a_derived_figure_is_in_no_series_of_published_ones() {
    let [dated, undated] = builtin_sheets();
    let (published, derived) = (dated.row("OBS_ID", "S000-03"), dated.row("OBS_ID", "S000-17"));
    assert_eq!(dated.cell(published, "INDICATOR"), dated.cell(derived, "INDICATOR"));
    assert_eq!([dated.cell(published, "STANDING"), dated.cell(derived, "STANDING")], ["P", "D"]);
    for sheet in [dated, undated] {
        for row in &sheet.rows {
            assert_eq!(sheet.cell(row, "STANDING") == "D", !sheet.cell(row, "DERIVED_FROM").is_empty(), "{row:?}");
        }
    }
}

#[test]
fn two_statements_of_one_source_are_counted() {
    let [dated, _] = builtin_sheets();
    // "nearly 250" in the title, 247 in the text.
    let [exact, about] = ["S002-01", "S002-02"].map(|id| dated.row("OBS_ID", id));
    assert_eq!([dated.cell(exact, "STATEMENT"), dated.cell(about, "STATEMENT")], ["1", "2"]);
}
