//! Every command: its result, its refusals, its exit code, and that nothing half-written stays behind.

use serde_json::Value;

use crate::pana::{Folder, facts, run};

#[test]
fn a_trend_across_a_series_break_is_refused_with_exit_code_3() {
    let folder = Folder::new("trend");
    let (code, out, err) = run(&folder, &["trend", "--indicator", "ms.prevalence.number", "--place", "KZ", "--json"]);
    assert_eq!(code, 3, "{err}");
    let told: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(told["refused"], "series_break");
    assert_eq!(told["segments"][0]["points"][0]["value"], 81_600.0);
    assert!(err.contains("break between ms.prevalence.number.gsi2018"), "{err}");
    assert!(err.contains("Edition 2018 against edition 2023"), "{err}");
}

#[test]
fn a_trend_within_a_series_is_printed() {
    let folder = Folder::new("trend-within");
    let (code, out, _) = run(&folder, &["trend", "--indicator", "dv.complaints", "--place", "KZ-47"]);
    assert_eq!((code, out.as_str()), (0, "2011\t2864\tS003-10\n2012\t3117\tS003-09\n"));
}

#[test]
fn observations_say_more_than_and_are_asked_as_of_a_day() {
    let folder = Folder::new("observations");
    let ask = |as_of: &str| run(&folder, &["observations", "--indicator", "vict.freed.annual", "--as-of", as_of]);
    assert_eq!(ask("2017-12-31").1, "S001-01\tvict.freed.annual\t>100\tpersons\tKZ\tannually\tS001, lead\n");
    let (code, out, err) = ask("2017-12-30");
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.starts_with("No observation fits."), "{err}");
    let (_, json, _) = run(&folder, &["observations", "--place", "kaz", "--indicator", "vict.freed.annual", "--json"]);
    let told: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&told[0]["value"], &told[0]["comparator"]), (&"100".into(), &"gt".into()));
}

#[test]
fn what_does_not_exist_is_named_with_exit_code_2() {
    let folder = Folder::new("unknown");
    for (args, word) in [
        (&["observations", "--place", "XX"][..], "`XX`"),
        (&["trend", "--indicator", "nope", "--place", "KZ"], "`nope`"),
        (&["snapshot", "ZZZ"], "`ZZZ`"),
        (&["snapshot", "KAZ", "--edition", "2016"], "`2016`"),
        (&["score", "--ruleset", "gsi-1999", "x.csv"], "`gsi-1999`"),
        (&["observations", "--as-of", "yesterday"], "yesterday"),
        (&["fly"], "fly"),
    ] {
        let (code, out, err) = run(&folder, args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        assert!(err.contains(word), "{args:?}: {err}");
    }
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn scores_agree_with_the_published_points() {
    let folder = Folder::new("score");
    let ratings = facts("gsi/gsi_2023_government_indicators.csv");
    let (code, out, err) = run(&folder, &["score", "--ruleset", "gsi-2023", &ratings]);
    assert_eq!(code, 0, "{err}");
    let mut ours = csv::Reader::from_reader(out.as_bytes());
    let header = ours.headers().expect("a header").clone();
    let total = header.iter().position(|name| name == "points_total").expect("a total");
    let mut theirs = csv::Reader::from_path(&ratings).expect("the published table");
    let their_total =
        theirs.headers().expect("a header").iter().position(|name| name == "points_total").expect("a total");
    let pairs: Vec<_> = ours.records().zip(theirs.records()).collect();
    assert_eq!(pairs.len(), 176);
    for (our, their) in pairs {
        let (our, their) = (our.expect("a row"), their.expect("a row"));
        assert_eq!((&our[0], &our[total]), (&their[0], &their[their_total]));
    }
}

#[test]
fn an_unknown_rating_is_a_range_and_a_wrong_one_is_refused() {
    let folder = Folder::new("ratings");
    let write = |text: &str| std::fs::write(folder.0.join("r.csv"), text).expect("written");
    write("country,M2,NEG143,NEG181\nX,3,0,\n");
    let (code, out, err) = run(&folder, &["score", "--ruleset", "gsi-2018", "r.csv", "--json"]);
    assert_eq!(code, 0, "{err}");
    let told: Value = serde_json::from_str(&out).expect("JSON");
    assert!(told[0]["total"]["points"]["low"].as_f64() < told[0]["total"]["points"]["high"].as_f64(), "{told}");
    write("country,M2\nX,7\n");
    let (code, _, err) = run(&folder, &["score", "--ruleset", "gsi-2018", "r.csv"]);
    assert_eq!(code, 4);
    assert!(err.contains("r.csv, line 2") && err.contains("M2"), "{err}");
    write("country,M2\nX,many\n");
    let (_, _, err) = run(&folder, &["score", "--ruleset", "gsi-2018", "r.csv"]);
    assert!(err.contains("r.csv, line 2, column M2: `many` is not a number"), "{err}");
}

#[test]
fn a_workbook_is_imported_once() {
    let folder = Folder::new("import");
    let workbook = facts("gsi/walkfree-gsi-2018.xlsx");
    let (code, _, err) = run(&folder, &["import", "gsi", &workbook]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("known defect, as expected: BDI"), "{err}");
    assert_eq!(folder.names(), ["pana-data"]);
}

#[test]
fn a_file_that_is_not_there_and_a_file_that_is_no_workbook_leave_no_trace() {
    let folder = Folder::new("no-workbook");
    let (code, _, err) = run(&folder, &["import", "gsi", "missing.xlsx", "--data", "d"]);
    assert_eq!(code, 1);
    assert!(err.contains("cannot read missing.xlsx"), "{err}");
    std::fs::write(folder.0.join("x.xlsx"), "not a workbook").expect("written");
    let (code, _, err) = run(&folder, &["import", "gsi", "x.xlsx", "--data", "d"]);
    assert_eq!(code, 4);
    assert!(err.contains("x.xlsx: not a workbook"), "{err}");
    assert_eq!(folder.names(), ["x.xlsx"]);
}

#[test]
fn a_folder_with_faults_lists_them_all() {
    let folder = Folder::new("facts");
    let pack = folder.0.join("kz");
    std::fs::create_dir(&pack).expect("a folder");
    std::fs::write(pack.join("datapackage.json"), "{}").expect("written");
    let (code, _, err) = run(&folder, &["import", "facts", "kz"]);
    assert_eq!(code, 4);
    assert!(err.contains("datapackage.json, line 1: not a Frictionless Data Package"), "{err}");
    assert_eq!(folder.names(), ["kz"]);
}

#[test]
fn a_snapshot_is_written_whole_in_each_format() {
    let folder = Folder::new("snapshot");
    for (format, beginning) in [("html", &b"<!doctype html>"[..]), ("json", b"{\n"), ("pdf", b"%PDF-")] {
        let file = format!("kaz.{format}");
        let (code, out, err) = run(&folder, &["snapshot", "KAZ", "--lang", "kk", "--format", format, "--out", &file]);
        assert_eq!((code, out.as_str()), (0, ""), "{err}");
        let bytes = std::fs::read(folder.0.join(&file)).expect("the file is there");
        assert!(bytes.starts_with(beginning), "{format}");
    }
    assert_eq!(folder.names(), ["kaz.html", "kaz.json", "kaz.pdf"]);
    let (code, _, err) = run(&folder, &["snapshot", "KAZ", "--out", "no/such/folder.html"]);
    assert_eq!(code, 1);
    assert!(err.contains("cannot write no/such/folder.html"), "{err}");
}
