//! A broken row is refused with file, line, column and reason; all faults at once.

use pana_packs::{Files, Pack, builtin};

fn with(file: &str, change: impl Fn(&str) -> String) -> Files {
    let mut files = builtin::data().below("kz");
    let text = files.text(file).expect("the file").to_owned();
    files.insert(file, change(&text));
    files
}

fn refusal(file: &str, change: impl Fn(&str) -> String) -> String {
    Pack::read("kz", &with(file, change)).expect_err("the pack is broken").to_string()
}

#[test]
fn words_in_a_number_are_refused_where_they_stand() {
    let told = refusal("observations.csv", |text| {
        text.replace("S001-01,vict.freed.annual,100", "S001-01,vict.freed.annual,more than 100")
    });
    assert_eq!(
        told,
        "observations.csv, line 19, column value: `more than 100` is not a plain number; write digits with `.` as the decimal \
         sign and no thousands separator"
    );
}

#[test]
fn an_unknown_code_names_the_known_ones() {
    let told = refusal("observations.csv", |text| text.replacen(",eq,persons,KZ,2021", ",about,persons,KZ,2021", 1));
    assert_eq!(
        told,
        "observations.csv, line 2, column comparator: `about` is not one of: approx, between, eq, ge, gt, le, lt"
    );
}

#[test]
fn a_figure_without_a_source_does_not_load() {
    let told = refusal("observations.csv", |text| text.replacen(",A,S000,,Key stats,17", ",A,,,Key stats,17", 1));
    assert_eq!(told, "observations.csv, line 2, column source_id: the cell is empty; this column must be filled");
}

#[test]
fn a_source_that_does_not_exist_is_refused() {
    let told = refusal("observations.csv", |text| text.replacen(",A,S000,,Key stats,17", ",A,S999,,Key stats,17", 1));
    assert_eq!(
        told,
        "observations.csv, line 2, column source_id: `S999` is not in sources.csv; add it there or correct it here"
    );
}

#[test]
fn a_missing_comma_is_found_by_its_line() {
    let told = refusal("goods.csv", |text| text.replacen("Cotton,KZ", "Cotton KZ", 1));
    assert_eq!(
        told,
        "goods.csv, line 2: the row has 9 cells, the table has 10 columns; look for a missing or unquoted comma"
    );
}

#[test]
fn a_name_given_twice_is_refused_with_both_lines() {
    let told = refusal("sources.csv", |text| text.replacen("\nS001,", "\nS000,", 1));
    assert!(
        told.starts_with("sources.csv, line 3, column source_id: `S000` is already on line 2; every row needs its own"),
        "{told}"
    );
}

#[test]
fn a_period_that_ends_before_it_starts_is_refused() {
    let told = refusal("observations.csv", |text| text.replacen("KZ,2012-01,2012-10", "KZ,2012-10,2012-01", 1));
    assert!(told.contains("column period_end: the period ends (2012-01) before it starts (2012-10)"), "{told}");
}

#[test]
fn a_file_that_is_not_utf_8_is_refused_by_line() {
    let mut files = builtin::data().below("kz");
    let mut bytes = files.bytes("goods.csv").expect("the table").to_vec();
    let end = bytes.len() - 2;
    bytes[end] = 0xff;
    files.insert("goods.csv", bytes);
    let told = Pack::read("kz", &files).expect_err("not UTF-8").to_string();
    assert_eq!(told, "goods.csv, line 2: the text is not UTF-8; save the file as UTF-8");
}

#[test]
fn a_missing_file_and_a_missing_column_are_told_together() {
    let mut files = with("services.csv", |text| text.replacen("name_en", "name", 1));
    files.remove("goods.csv");
    let told = Pack::read("kz", &files).expect_err("two faults").to_string();
    assert!(told.contains("goods.csv: the file is missing"), "{told}");
    assert!(told.contains("services.csv, line 1: columns are missing: name_en; columns are unknown: name"), "{told}");
}

#[test]
fn no_folder_at_all_says_what_a_pack_is() {
    let told = Pack::read("kz", &Files::default()).expect_err("nothing").to_string();
    assert_eq!(told, "datapackage.json: the file is missing");
}
