//! Assessing tables at the command line, and importing a file of ILAB's. Oracle: shared/facts/ilab.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::pana::{Folder, facts, run};

fn json(out: &str) -> Value {
    serde_json::from_str(out).expect("JSON")
}

const INPUTS: &str = "country,year,kind,effort_area,domain,what,since,remedied\n\
    KAZ,2021,effort,laws,,Penalties were raised,,\n\
    KAZ,2021,effort,enforcement,,Checklists name child labour,,\n\
    KAZ,2021,effort,policies,,A plan was adopted,,\n\
    KAZ,2021,regression,,law,No unannounced inspections,2021-12-30,\n\
    KAZ,2021,published,,,Minimal Advancement - Efforts Made but Regression in Law that Delayed Advancement,,\n\
    KAZ,2022,effort,laws,,A law was changed,,\n\
    KAZ,2022,regression,,law,No unannounced inspections,2021-12-30,\n";

#[test]
fn a_table_of_inputs_gives_levels_with_trace_and_counterfactual() {
    let folder = Folder::new("assess");
    std::fs::write(folder.0.join("inputs.csv"), INPUTS).expect("a file");
    let (code, out, err) = run(&folder, &["assess", "ilab", "inputs.csv", "--json"]);
    assert_eq!(code, 0, "{err}");
    let answer = json(&out);
    let readings = answer["readings"].as_array().expect("readings");
    assert_eq!(readings.len(), 2);
    let (first, second) = (&readings[0], &readings[1]);
    assert_eq!(first["year"], 2021);
    let verdict = &first["verdict"];
    assert_eq!((&verdict["level"], &verdict["modifier"]), (&"minimal".into(), &"regression".into()));
    assert_eq!(verdict["domains"], serde_json::json!(["law"]));
    assert_eq!(first["agrees"], true);
    let trace = first["trace"].as_array().expect("a trace");
    assert_eq!(trace.len(), 7);
    let deciding: Vec<&Value> = trace.iter().filter(|step| step["decides"] == true).collect();
    assert_eq!((deciding.len(), &deciding[0]["when"]), (1, &"regressive".into()));
    let without = |reading: &Value, kind: &str| -> Vec<Value> {
        let all = reading["counterfactuals"].as_array().expect("counterfactuals");
        all.iter().filter(|one| one["without"]["kind"] == kind).map(|one| one["verdict"]["level"].clone()).collect()
    };
    assert_eq!(without(first, "regression"), ["moderate"], "without the law of 2021");
    assert_eq!(without(first, "effort"), ["minimal"; 3]);
    assert_eq!(second["verdict"]["modifier"], "continued");
    assert_eq!(without(second, "effort"), ["no"], "no effort at all");
    assert_eq!(folder.names(), ["inputs.csv"], "nothing is recorded");
}

#[test]
fn the_reasons_are_told_in_three_languages() {
    let folder = Folder::new("assess-words");
    std::fs::write(folder.0.join("inputs.csv"), INPUTS).expect("a file");
    for (lang, without) in [
        ("en", "Without “No unannounced inspections”: moderate advancement."),
        ("ru", "Без «No unannounced inspections»: умеренный прогресс."),
        ("kk", "«No unannounced inspections» болмаса: орташа ілгерілеу."),
    ] {
        let (code, out, err) = run(&folder, &["assess", "ilab", "inputs.csv", "--lang", lang]);
        assert_eq!(code, 0, "{err}");
        let plain = out.replace(['\u{2068}', '\u{2069}'], "");
        assert!(plain.contains(without), "{lang}: {plain}");
        assert!(!plain.contains('[') && !plain.contains('{'), "{lang}: {plain}");
    }
}

#[test]
fn the_935_published_labels_are_taken_apart_and_counted() {
    let folder = Folder::new("assess-labels");
    let (code, out, err) = run(&folder, &["assess", "ilab", &facts("ilab/advancement_levels.csv"), "--json"]);
    assert_eq!(code, 0, "{err}");
    let answer = json(&out);
    assert_eq!(answer["decomposed"].as_array().expect("labels").len(), 935);
    assert_eq!(answer["refused"], serde_json::json!([]));
    let mut counted: BTreeMap<(String, String), u64> = BTreeMap::new();
    for count in answer["counts"].as_array().expect("counts") {
        let of = |name: &str| count[name].as_str().expect("text").to_owned();
        *counted.entry((count["year"].to_string(), of("base_level"))).or_default() += count["n"].as_u64().expect("n");
    }
    assert_eq!(counted.values().sum::<u64>(), 935);
    let mut oracle: BTreeMap<(String, String), u64> = BTreeMap::new();
    let text = std::fs::read_to_string(facts("ilab/advancement_levels.csv")).expect("the oracle");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let row = row.expect("a row");
        *oracle.entry((row["reporting_year"].clone(), row["base_level"].clone())).or_default() += 1;
    }
    assert_eq!(counted, oracle);
}

#[test]
fn refused_rows_are_named_and_the_others_are_assessed() {
    let folder = Folder::new("assess-refused");
    let broken = format!("{INPUTS}KAZ,2023,effort,astrology,,x,,\nKAZ,2023,regression,,law,x,,\n");
    std::fs::write(folder.0.join("broken.csv"), broken).expect("a file");
    let (code, out, err) = run(&folder, &["assess", "ilab", "broken.csv", "--json"]);
    assert_eq!(code, 4, "{err}");
    assert!(err.contains("broken.csv, line 9, column effort_area: `astrology`"), "{err}");
    assert!(err.contains("broken.csv, line 10, column since"), "{err}");
    let answer = json(&out);
    let refused = answer["refused"].as_array().expect("refused");
    assert_eq!(refused.len(), 2);
    assert_eq!((&refused[0]["file"], &refused[0]["line"]), (&"broken.csv".into(), &9.into()));
    assert_eq!(answer["readings"].as_array().expect("readings").len(), 2);

    std::fs::write(folder.0.join("other.csv"), "a,b\n1,2\n").expect("a file");
    let (code, out, err) = run(&folder, &["assess", "ilab", "other.csv"]);
    assert_eq!((code, out.as_str()), (4, ""), "{err}");
    assert!(err.contains("other.csv, line 1"), "{err}");
}

#[test]
fn a_file_of_releases_is_imported_once_and_named_where_it_is_wrong() {
    let folder = Folder::new("import-ilab");
    let table = "country,data_release,reporting_year,level_label,labor_inspectors\n\
        Kyrgyz Republic,2021-01-01,2020,Moderate Advancement,11 (27)\n\
        Kyrgyz Republic,2021-07-01,2020,Moderate Advancement,Unknown\n\
        Atlantis,2021-01-01,2020,Moderate Advancement,1\n";
    std::fs::write(folder.0.join("many.csv"), table).expect("a file");
    let (code, out, err) = run(&folder, &["import", "ilab", "many.csv", "--dry-run", "--json"]);
    assert_eq!(code, 4, "{err}");
    assert_eq!((&json(&out)["imported"], &json(&out)["observations"]), (&Value::Null, &3.into()));
    assert_eq!(folder.names(), ["many.csv"], "a dry run leaves no trace");

    let import = ["import", "ilab", "many.csv", "--data", "d", "--json"];
    let (code, out, err) = run(&folder, &import);
    assert_eq!(code, 4, "{err}");
    assert!(err.contains("many.csv, line 4, column country: `Atlantis`"), "{err}");
    let done = json(&out);
    assert_eq!((&done["imported"]["added"], &done["imported"]["corrected"]), (&2.into(), &1.into()));
    let (_, out, _) = run(&folder, &import);
    let again = json(&out);
    assert_eq!((&again["imported"]["added"], &again["imported"]["corrected"]), (&0.into(), &0.into()));
    let known = |day: &str| {
        let ask = ["observations", "--indicator", "ilab.labor_inspectors", "--place", "KG", "--json", "--data", "d"];
        let (code, out, err) = run(&folder, &[&ask[..], &["--as-of", day]].concat());
        assert_eq!(code, 0, "{err}");
        json(&out)[0]["value"] == "11"
    };
    assert!(known("2021-06-30"), "the figure of the first release");
    assert!(!known("2021-07-01"), "taken back by the second");
}
