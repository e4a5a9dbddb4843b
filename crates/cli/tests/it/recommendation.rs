//! Recommendations, commitments and plans at the command line.

use serde_json::Value;

use crate::pana::{Folder, run};

fn rows(out: &str) -> Vec<Value> {
    serde_json::from_str(out).expect("a list in JSON")
}

/// Table 1.2 of the notes on accountability: what was asked in 2014 against later facts.
const TABLE: [(&str, &str, bool); 7] = [
    ("S003-R28", "implemented", false),
    ("S003-R29", "partly", false),
    ("S003-R27", "partly", true),
    ("S003-R30", "partly", false),
    ("S003-R18b", "regressed", false),
    ("S003-R31", "unanswered", false),
    ("S003-RT3", "not_started", false),
];

#[test]
fn the_follow_up_table_is_told_with_evidence_reasons_and_three_languages() {
    let folder = Folder::new("recommendations");
    let (code, out, err) = run(&folder, &["recommendations", "--json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let answers = rows(&out);
    assert_eq!(answers.len(), 42);
    for (id, status, evidence_missing) in TABLE {
        let told = answers.iter().find(|told| told["rec_id"] == id).unwrap_or_else(|| panic!("{id} is told"));
        assert_eq!((&told["status"], &told["evidence_missing"]), (&status.into(), &evidence_missing.into()), "{id}");
    }
    let first: Vec<&Value> = answers.iter().take(3).map(|told| &told["rec_id"]).collect();
    assert_eq!(first, ["S003-R18b", "S003-R31", "S003-RT3"], "what is pressing comes first");
    let mut links = 0;
    for told in &answers {
        let length = |list: &Value| list.as_array().expect("a list").len();
        links += length(&told["used"]) + length(&told["set_aside"]);
        for lang in ["en", "ru", "kk"] {
            let sentences = told["sentences"][lang].as_array().expect("sentences");
            assert_eq!(sentences.len(), length(&told["reasons"]), "{lang}: {told}");
            let whole =
                |text: &Value| text.as_str().is_some_and(|text| !text.contains(['[', '{']) && text.ends_with('.'));
            assert!(sentences.iter().all(whole), "{lang}: {sentences:?}");
        }
    }
    assert_eq!(links, 23, "every row of evidence counts or is named with the reason why not");
    let centres = answers.iter().find(|told| told["rec_id"] == "S003-R29").expect("the centres");
    let values = (&centres["movements"][0]["before"]["value"], &centres["movements"][0]["after"]["value"]);
    assert_eq!(values, (&1.0.into(), &13.0.into()));
    assert_eq!((&centres["coverage"]["covered"], &centres["coverage"]["areas"]), (&12.into(), &20.into()));
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn recommendations_are_chosen_by_status_theme_and_day_and_told_in_words() {
    let folder = Folder::new("recommendations-chosen");
    let ids = |args: &[&str]| -> Vec<String> {
        let (code, out, err) = run(&folder, &[&["recommendations", "--json"], args].concat());
        assert_eq!(code, 0, "{err}");
        rows(&out).iter().map(|told| told["rec_id"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!(ids(&["--status", "unanswered"]), ["S003-R31"]);
    assert_eq!(ids(&["--status", "partly", "--theme", "trafficking"]), ["S003-R27", "S003-R29", "S003-R30"]);
    assert_eq!(ids(&["--status", "implemented", "--as-of", "2018-01-01"]), Vec::<String>::new());
    assert_eq!(ids(&["--theme", "services", "--as-of", "2014-01-01"]), Vec::<String>::new());
    let (_, text, _) = run(&folder, &["recommendations", "--status", "regressed", "--lang", "ru"]);
    assert!(text.contains("Стало хуже (regressed)") && text.contains("C-ENTCODE"), "{text}");
}

#[test]
fn a_status_a_theme_or_a_plan_that_does_not_exist_is_refused_with_those_that_do() {
    let folder = Folder::new("recommendations-refused");
    for (args, given, known) in [
        (&["recommendations", "--status", "done"][..], "`done`", "evidence_missing, partly, implemented"),
        (&["recommendations", "--theme", "football"][..], "`football`", "trade_unions, trafficking, women"),
        (&["plan", "quality", "C-NONE"][..], "`C-NONE`", "C-NAP-2021, C-NAP-2024"),
    ] {
        let (code, out, err) = run(&folder, args);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(given) && err.contains(known), "{err}");
    }
}

#[test]
fn nobody_is_called_late_where_no_due_day_is_known() {
    let folder = Folder::new("commitments");
    let (code, out, err) = run(&folder, &["commitments", "--on", "2030-01-01", "--json"]);
    assert_eq!(code, 0, "{err}");
    let all = rows(&out);
    assert_eq!(all.len(), 50);
    assert!(all.iter().all(|told| told["late"].is_null() && told["late_unknown"].is_string()));
    let plan = all.iter().find(|told| told["commitment_id"] == "C-NAP-2024").expect("the plan");
    assert_eq!((&plan["measures"], &plan["lead"], &plan["stage"]), (&55.into(), &Value::Null, &"over".into()));
    let (code, out, err) = run(&folder, &["commitments", "--late", "--json"]);
    assert_eq!((code, rows(&out).len()), (0, 0));
    assert!(err.contains("50"), "{err}");
}

#[test]
fn a_plan_without_known_measures_is_refused_with_the_reason_and_never_called_zero_percent() {
    let folder = Folder::new("plan");
    let (code, out, err) = run(&folder, &["plan", "quality", "C-NAP-2024", "--json"]);
    assert_eq!(code, 3);
    assert!(err.contains("55 measures"), "{err}");
    let told = &rows(&out)[0];
    assert_eq!(told["cannot_say"], "measures_not_known");
    assert!(told.get("one_lead").is_none() && !out.contains('%'), "{out}");
    let (code, out, err) = run(&folder, &["plan", "quality"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("C-GES") && out.contains("55 measures"), "{out}");
}
