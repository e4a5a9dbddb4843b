//! A table of others at the command line: looked at first, recorded when a person says so, and no trace of what is refused.

use serde_json::Value;

use crate::pana::{Folder, run};

const PLAN: &str = "\
No;Measure;Form of completion;Responsible bodies;Deadline;Estimated cost;Source of funding
1;Open a shelter in every region;report;Ministry of Labour;Q4 2024;1500;State budget
2;Train inspectors;report;Ministry of Labour, Ministry of Interior;by 1 July 2025;not required;
3;Publish the figures;report;Ministry of Interior;annually;;
";

const IMPORT: [&str; 7] = ["import", "plan", "plan.csv", "--plan-id", "P-2024", "--source", "S002"];

fn with_plan(name: &str, table: &str) -> Folder {
    let folder = Folder::new(name);
    std::fs::write(folder.0.join("plan.csv"), table).expect("written");
    folder
}

fn import(folder: &Folder, more: &[&str]) -> (i32, String, String) {
    run(folder, &[&IMPORT[..], more].concat())
}

fn json(out: &str) -> Value {
    serde_json::from_str(out).expect("JSON")
}

#[test]
fn a_proposed_reading_is_shown_and_recorded_only_when_it_is_accepted() {
    let folder = with_plan("table-accept", PLAN);
    let (code, out, err) = import(&folder, &[]);
    assert_eq!(code, 3, "{err}");
    assert!(out.contains("deadline           ← Deadline") && out.contains("plan_id            = P-2024"), "{out}");
    assert!(out.contains("Would be new: 4 · corrected: 0 · unchanged: 0"), "{out}");
    assert!(err.contains("--accept") && err.contains("--save-mapping"), "{err}");
    assert_eq!(folder.names(), ["plan.csv"], "what was only looked at leaves no trace");
    let (code, out, err) = import(&folder, &["--accept", "--json"]);
    assert_eq!(code, 0, "{err}");
    let told = json(&out);
    let counts = ["rows", "read", "skipped", "new", "corrected", "unchanged"].map(|key| told[key].as_u64());
    assert_eq!(counts, [4, 3, 1, 4, 0, 0].map(Some), "{told}");
    assert_eq!((&told["kind"], &told["file"], &told["dry_run"]), (&"plan".into(), &"plan.csv".into(), &false.into()));
    assert_eq!((&told["mapping_is"], &told["mapping"]["columns"]["text"]), (&"proposed".into(), &"Measure".into()));
    // The reading is remembered, and nothing is new.
    let (code, out, err) = import(&folder, &["--json"]);
    assert_eq!(code, 0, "{err}");
    let told = json(&out);
    assert_eq!((&told["mapping_is"], &told["new"], &told["unchanged"]), (&"remembered".into(), &0.into(), &4.into()));
}

#[test]
fn a_dry_run_shows_what_would_be_corrected_and_changes_nothing() {
    let folder = with_plan("table-dry", PLAN);
    let (code, out, err) = import(&folder, &["--dry-run"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.ends_with("This was a dry run: nothing was recorded.\n"), "{out}");
    assert_eq!(folder.names(), ["plan.csv"]);
    assert_eq!(import(&folder, &["--accept"]).0, 0);
    std::fs::write(folder.0.join("plan.csv"), PLAN.replace("1 July 2025", "1 July 2026")).expect("written");
    for _ in 0..2 {
        let told = json(&import(&folder, &["--dry-run", "--json"]).1);
        assert_eq!((&told["new"], &told["corrected"], &told["unchanged"]), (&0.into(), &1.into(), &3.into()));
    }
    let (code, out, _) = import(&folder, &[]);
    assert_eq!(code, 0);
    assert!(out.contains("New: 0 · corrected: 1 · unchanged: 3"), "{out}");
}

#[test]
fn a_file_with_refused_rows_is_refused_whole_and_every_row_is_named() {
    let table = PLAN.replace("Q4 2024", "some day").replace(";1500;", ";10 to 12;").replace("annually", "at Easter");
    let folder = with_plan("table-refused", &table);
    let (code, out, err) = import(&folder, &["--accept"]);
    assert_eq!(code, 4, "{err}");
    for told in [
        "plan.csv, line 2, column “Deadline”: «some day»",
        "plan.csv, line 2, column “Estimated cost”: «10 to 12»",
        "plan.csv, line 4, column “Deadline”: «at Easter»",
        "2 rows refused",
    ] {
        assert!(out.contains(told), "{told}: {out}");
    }
    assert!(err.contains("--skip-refused"), "{err}");
    assert_eq!(folder.names(), ["plan.csv"], "what was refused leaves no trace");
    let (code, out, _) = import(&folder, &["--lang", "ru", "--json", "--dry-run"]);
    assert_eq!(code, 4);
    let told = json(&out);
    let refused = told["refused"].as_array().expect("a list");
    assert_eq!((refused.len(), &refused[0]["line"], &refused[0]["cell"]), (3, &2.into(), &"some day".into()));
    assert!(refused[0]["reason"].as_str().is_some_and(|reason| reason.contains("слово")), "{told}");
    let (code, out, err) = import(&folder, &["--accept", "--skip-refused"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("New: 2"), "the plan and its one measure that can be read: {out}");
}

#[test]
fn a_mapping_is_saved_corrected_and_given() {
    let folder = with_plan("table-mapping", &PLAN.replace("Measure;", "What is to be done;"));
    let (code, out, err) = import(&folder, &["--save-mapping", "m.toml"]);
    assert_eq!(code, 4);
    assert!(err.contains("text") && out.contains("nothing fills it yet"), "{out}{err}");
    let proposed = std::fs::read_to_string(folder.0.join("m.toml")).expect("saved");
    let corrected = proposed.replace("[columns]", "[columns]\ntext = \"What is to be done\"");
    std::fs::write(folder.0.join("m.toml"), corrected).expect("written");
    let (code, out, err) = import(&folder, &["--mapping", "m.toml"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("New: 4"), "{out}");
    let told = json(&import(&folder, &["--json"]).1);
    assert_eq!((&told["mapping_is"], &told["unchanged"]), (&"remembered".into(), &4.into()));
    std::fs::write(folder.0.join("m.toml"), "kind = \"upr\"").expect("written");
    let (code, _, err) = import(&folder, &["--mapping", "m.toml"]);
    assert_eq!(code, 4, "{err}");
}

#[test]
fn a_figure_about_an_unknown_place_names_the_nearest() {
    let folder = Folder::new("table-nearest");
    let table = "Indicator,Value,Unit,Place,Period,Basis,Source\nvict.identified,> 30,persons,Kazakstan,2024,official_admin,S002\n";
    std::fs::write(folder.0.join("f.csv"), table).expect("written");
    let (code, out, _) = run(&folder, &["import", "observations", "f.csv"]);
    assert_eq!(code, 4);
    assert!(out.contains("«Kazakstan»") && out.contains("Perhaps you mean: KZ"), "{out}");
    let (code, out, err) = run(&folder, &["import", "observations", "f.csv", "--country", "KZ", "--accept"]);
    assert_eq!(code, 2, "a column for the place is there: {out}{err}");
    let (code, _, err) =
        run(&folder, &["import", "observations", "f.csv", "--set", "geo_id=KZ", "--accept", "--data", "d"]);
    assert_eq!(code, 0, "{err}");
    let (_, out, _) = run(&folder, &["observations", "--indicator", "vict.identified", "--data", "d"]);
    assert!(out.contains(">30\tpersons\tKZ\t2024\tS002, f.csv, B2"), "{out}");
}

#[test]
fn what_is_no_table_and_what_is_typed_wrongly_end_with_their_exit_codes() {
    let folder = with_plan("table-codes", "one word");
    for (args, code, word) in [
        (&["import", "plan", "missing.csv"][..], 1, "missing.csv"),
        (&["import", "plan", "plan.csv"], 4, "plan.csv"),
        (&["import", "plan", "plan.csv", "--set", "nonsense"], 2, "FIELD=VALUE"),
        (&["import", "plan", "plan.csv", "--mapping", "none.toml"], 1, "none.toml"),
        (&["import", "novel", "plan.csv"], 2, "novel"),
    ] {
        let (found, out, err) = run(&folder, args);
        assert_eq!((found, out.as_str()), (code, ""), "{args:?}: {err}");
        assert!(err.contains(word), "{args:?}: {err}");
    }
    assert_eq!(folder.names(), ["plan.csv"]);
}

#[test]
fn a_plan_that_comes_in_makes_its_quality_speak() {
    let folder = with_plan("table-quality", PLAN);
    let quality = |data: &[&str]| run(&folder, &[&["plan", "quality", "C-NAP-2024", "--json"], data].concat());
    assert_eq!(quality(&[]).0, 3, "its measures are not known");
    let args = ["import", "plan", "plan.csv", "--plan-id", "C-NAP-2024", "--source", "S002", "--accept"];
    let (code, out, err) = run(&folder, &args);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Described by another pack and left as that pack says: C-NAP-2024"), "{out}");
    let (code, out, err) = quality(&[]);
    assert_eq!(code, 0, "{err}");
    let told = &json(&out)[0];
    let shares = ["one_lead", "dated", "funded"].map(|share| told[share]["have"].as_u64());
    assert_eq!(shares, [3, 3, 1].map(Some), "{told}");
    assert_eq!((&told["measures_known"], &told["measures"]), (&3.into(), &55.into()), "{told}");
}
