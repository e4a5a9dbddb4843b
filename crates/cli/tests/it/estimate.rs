//! Hidden numbers and indices at the command line: the spread first, faults with their place, exit codes 2 and 4.

use std::path::Path;

use serde_json::Value;

use crate::pana::{Folder, run};

/// An open table of the statistics engine.
fn open_table(name: &str) -> String {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("../stats/tests/oracles/tables");
    tables.join(format!("{name}.csv")).display().to_string()
}

fn json(out: &str) -> Value {
    serde_json::from_str(out).expect("JSON")
}

#[test]
fn every_method_answers_and_the_spread_stands_beside_them() {
    let folder = Folder::new("estimate");
    let table = open_table("korea_palembang_3lists");
    let (code, out, err) = run(&folder, &["estimate", "mse", &table, "--boot", "50", "--simulate", "20", "--json"]);
    assert_eq!(code, 0, "{err}");
    let found = json(&out);
    assert_eq!((found["observed"].as_u64(), found["lists"].to_string()), (Some(123), r#"["b","c","d"]"#.to_owned()));
    let results = found["results"].as_array().expect("results");
    let methods: Vec<&str> = results.iter().filter_map(|result| result["method"].as_str()).collect();
    assert_eq!(methods, ["independence", "aic", "stepwise", "bic", "threshold", "bma", "lcmcr", "chapman", "chao"]);
    for result in results {
        for key in ["estimate", "lower", "upper", "level", "interval", "model", "gates", "settings", "ms"] {
            assert!(result.get(key).is_some(), "{key} in {result}");
        }
    }
    // Silverman, Chan and Vincent 2024, table 3; MultipleSystemsEstimation user guide.
    let estimate = |method: usize| results[method]["estimate"].as_f64().expect("an estimate");
    assert!((estimate(2) - 268.7778).abs() < 1e-4 && (estimate(3) - 157.1667).abs() < 1e-4);
    let (lowest, highest) = (&found["spread"]["lowest"], &found["spread"]["highest"]);
    assert!(lowest.as_f64() <= Some(estimate(3)) && highest.as_f64() >= Some(estimate(2)));
}

#[test]
fn the_same_table_and_seed_give_the_same_answer() {
    let folder = Folder::new("estimate-seed");
    let table = open_table("artificial_3");
    let args = |seed| ["estimate", "mse", &table, "--boot", "30", "--simulate", "10", "--json", "--seed", seed];
    let without_times = |seed| {
        let mut found = json(&run(&folder, &args(seed)).1);
        for result in found["results"].as_array_mut().expect("results") {
            result["ms"] = Value::Null;
        }
        found.to_string()
    };
    assert_eq!(without_times("7"), without_times("7"));
    assert_ne!(without_times("7"), without_times("8"));
}

#[test]
fn faults_of_a_table_are_told_with_file_line_and_what_to_do() {
    let folder = Folder::new("estimate-faults");
    let write = |name: &str, text: &str| std::fs::write(folder.0.join(name), text).expect("a file");
    write("faulty.csv", "a,b,count\n1,0,5\n1,2,6\n0,1,-3\n");
    let (code, out, err) = run(&folder, &["estimate", "mse", "faulty.csv"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("faulty.csv:3: column b: `2` where a list has 0 or 1"), "{err}");
    assert!(err.contains("faulty.csv:4: column count: `-3` is no count"), "{err}");
    write("no-count.csv", "a,b\n1,0\n0,1\n1,1\n");
    let (code, _, err) = run(&folder, &["estimate", "mse", "no-count.csv"]);
    assert!(code == 2 && err.contains("there is no column `count`"), "{err}");
    let (code, _, err) = run(&folder, &["estimate", "mse", "faulty.csv", "--method", "guess"]);
    assert!(code == 2 && err.contains("there is no method `guess`"), "{err}");
    assert_eq!(run(&folder, &["estimate", "mse", "absent.csv"]).0, 1);
}

#[test]
fn lists_that_share_nobody_are_not_estimable_and_it_is_said_why() {
    let folder = Folder::new("estimate-apart");
    std::fs::write(folder.0.join("apart.csv"), "a,b,c,count\n1,0,0,50\n0,1,0,60\n0,0,1,70\n").expect("a file");
    let (code, out, err) = run(&folder, &["estimate", "mse", "apart.csv", "--boot", "10", "--json"]);
    assert_eq!(code, 4, "{out}{err}");
    let found = json(&out);
    assert_eq!((found["spread"].is_null(), found["reason"].as_str()), (true, Some("no-overlap")));
    // The person who asked is told why and what would help, in her language.
    assert!(err.contains("no two lists share a person") && err.contains("Match the records with more care"), "{err}");
    let (code, _, err) = run(&folder, &["estimate", "mse", "apart.csv", "--boot", "10", "--lang", "kk"]);
    assert!(code == 4 && err.contains("Жазбаларды мұқияттырақ салыстырыңыз"), "{err}");
}

#[test]
fn samples_are_estimated_with_every_estimator_beside_the_others() {
    let folder = Folder::new("estimate-samples");
    let synthetic = |name: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../stats/tests/oracles/synthetic");
        folder.join(name).display().to_string()
    };
    let (data, sizes) = (synthetic("ard_200x13.csv"), synthetic("ard_sizes.csv"));
    let (code, out, err) = run(&folder, &["estimate", "nsum", &data, "--sizes", &sizes, "--boot", "50", "--json"]);
    assert_eq!(code, 0, "{err}");
    // Killworth's estimate of this set (truth 8,000), as other programs give it.
    let mle = &json(&out)["groups"][0]["results"][0];
    assert!((mle["estimate"]["point"].as_f64().expect("a size") - 8602.047).abs() < 1e-2, "{mle}");
    let (code, out, err) = run(&folder, &["estimate", "rds", &synthetic("rds_n400.csv"), "--boot", "50"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("RDS-II, tree bootstrap") && out.contains("22."), "{out}");
    let (code, out, err) = run(
        &folder,
        &["estimate", "rds", &synthetic("rds_n400.csv"), "--boot", "50", "--lang", "ru", "--report", "r.pdf"],
    );
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("бутстреп по деревьям") && out.contains("Гомофилия"), "{out}");
    assert!(std::fs::read(folder.0.join("r.pdf")).expect("a report").starts_with(b"%PDF"));
}

#[test]
fn a_group_that_nobody_knows_ends_with_the_next_step() {
    let folder = Folder::new("estimate-nobody");
    let table =
        "# population = 100000\n# teachers = 900\n# nurses = 700\nteachers,nurses,hidden\n2,1,0\n1,3,0\n4,0,0\n";
    std::fs::write(folder.0.join("nobody.csv"), table).expect("a file");
    let (code, out, err) = run(&folder, &["estimate", "nsum", "nobody.csv", "--boot", "20", "--lang", "ru"]);
    assert_eq!(code, 4, "{out}{err}");
    assert!(err.contains("никто из опрошенных не знает") && out.contains("Больше опрошенных"), "{out}{err}");
}

#[test]
fn an_index_is_made_from_a_model_inside_the_program() {
    let folder = Folder::new("index");
    let table = "uCode,a,b\nX,1,4\nY,2,6\nZ,3,1\n";
    std::fs::write(folder.0.join("table.csv"), table).expect("a file");
    let (code, _, err) = run(&folder, &["index", "no-such-model", "table.csv"]);
    assert!(code == 2 && err.contains("inform-2021"), "{err}");
    let (code, _, err) = run(&folder, &["index", "inform-2021", "table.csv"]);
    assert!(code == 2 && err.contains("table.csv"), "{err}");
}

const MODEL: &str = r#"
id = "small"
title = "A small index"
impute = { method = "mean" }
normalise = { method = "min-max", low = 1.0, high = 100.0 }
aggregate = { method = "arithmetic" }
assume = [
  { vary = "weights", by = 0.25 },
  { vary = "aggregation", among = [{ method = "arithmetic" }, { method = "geometric" }] },
]
table = { unit = "code" }
nodes = [{ id = "whole" }, { id = "one", parent = "whole" }, { id = "two", parent = "whole" }]
indicators = [
  { id = "a", parent = "one" },
  { id = "b", parent = "one", direction = "down" },
  { id = "c", parent = "two" },
  { id = "d", parent = "two" },
]
"#;

#[test]
fn an_index_has_a_report_with_rank_intervals_in_three_languages_and_two_forms() {
    let folder = Folder::new("index-report");
    std::fs::write(folder.0.join("small.toml"), MODEL).expect("a file");
    let rows = (0..12).map(|n| format!("U{n},{},{},{},{}\n", n * 7 % 11, n * 5 % 13, n * 3 % 7, n));
    let table = "code,a,b,c,d\n".to_owned() + &rows.collect::<String>();
    std::fs::write(folder.0.join("table.csv"), table).expect("a file");
    for (lang, heading, form) in [
        ("en", "Which decision moves the ranks", "html"),
        ("ru", "Какое решение двигает места", "pdf"),
        ("kk", "Орындарды қай шешім жылжытады", "html"),
    ] {
        let file = format!("index-{lang}.{form}");
        let args = ["index", "small.toml", "table.csv", "--uncertainty", "256", "--sensitivity", "64"];
        let (code, out, err) = run(&folder, &[&args[..], &["--lang", lang, "--report", &file]].concat());
        assert_eq!(code, 0, "{err}");
        assert!(out.contains(heading) && !out.contains("[index-") && !out.contains("[estimate-"), "{out}");
        let written = std::fs::read(folder.0.join(&file)).expect("a report");
        match form {
            "pdf" => assert!(written.starts_with(b"%PDF")),
            _ => {
                let page = String::from_utf8(written).expect("text");
                assert!(page.contains(&format!("<html lang=\"{lang}\">")) && page.contains(heading), "{page}");
                assert!(page.contains("id=\"ranks-1-broad-title\"") && page.contains("id=\"shares-broad-title\""));
                assert!(page.contains("U11") && !page.contains("[index-"));
            }
        }
    }
    let (code, _, err) = run(&folder, &["index", "small.toml", "table.csv", "--report", "index.docx"]);
    assert!(code == 2 && err.contains(".html or .pdf"), "{err}");
    std::fs::write(folder.0.join("empty.csv"), "code,a,b,c,d\nX,1,2,3,4\n").expect("a file");
    let (code, _, err) = run(&folder, &["index", "small.toml", "empty.csv", "--lang", "ru"]);
    assert!(code == 4 && err.contains("Добавьте строки"), "{code} {err}");
}
