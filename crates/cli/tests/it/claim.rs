//! Claims at the command line: answers for programs and people, as of a day, and a person's verdict beside the proposed one.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::pana::{Folder, run};

fn json(out: &str) -> Value {
    serde_json::from_str(out).expect("JSON")
}

#[test]
fn the_recorded_claims_are_answered_with_evidence_reasons_and_three_languages() {
    let folder = Folder::new("claims");
    let (code, out, err) = run(&folder, &["claims", "check", "--json"]);
    assert_eq!(code, 0, "{err}");
    let answers = json(&out);
    let answers = answers.as_array().expect("a list");
    assert_eq!(answers.len(), 22);
    for answer in answers {
        let codes = answer["codes"].as_array().expect("codes").len();
        assert!(codes > 0, "{answer}");
        for lang in ["en", "ru", "kk"] {
            let sentences = answer["sentences"][lang].as_array().expect("sentences");
            assert_eq!(sentences.len(), codes, "{lang}: {answer}");
            let whole =
                |text: &Value| text.as_str().is_some_and(|text| !text.contains(['[', '{']) && text.ends_with('.'));
            assert!(sentences.iter().all(whole), "{lang}: {sentences:?}");
        }
        let names = |list: &str, name: fn(&Value) -> &Value| -> BTreeSet<String> {
            answer[list].as_array().expect("a list").iter().map(|row| name(row).to_string()).collect()
        };
        let (used, refused) = (names("used", |id| id), names("refused", |row| &row["obs_id"]));
        assert!(used.is_disjoint(&refused), "a figure counts or does not: {answer}");
    }
    let more_than_100 = &answers[0];
    assert_eq!(more_than_100["claim_id"], "CL01");
    assert_eq!(more_than_100["verdict"], "consistent_incomplete");
    assert!(more_than_100["used"].as_array().expect("used").contains(&"S003-39".into()));
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn only_what_was_published_by_a_day_counts() {
    let folder = Folder::new("claims-as-of");
    let verdict = |day: &str| {
        let (_, out, _) = run(&folder, &["claims", "check", "--claim", "CL29", "--as-of", day, "--json"]);
        json(&out)[0]["verdict"].as_str().expect("a verdict").to_owned()
    };
    // The notice with the 247 recipients of 2024 is of 25 February 2025.
    assert_eq!(verdict("2025-02-24"), "unverifiable");
    assert_eq!(verdict("2025-02-25"), "contradicted");
}

#[test]
fn a_table_of_claims_is_checked_and_its_faults_are_named() {
    let folder = Folder::new("claims-file");
    let header =
        "claim_id,claim_type,indicator_id,comparator,value,unit,geo_id,period_type,period_label,subgroup,paraphrase\n";
    let rows = "X1,level,vict.any,lt,200,persons,KZ,year,2024,all,Fewer than 200 victims\n\
                X2,level,sss.recipients,approx,250,persons,KZ,year,2024,all,Nearly 250 were served\n\
                X3,share,sss.share,approx,35,percent,KZ,year,2024,employed,A third found work\n";
    std::fs::write(folder.0.join("mine.csv"), format!("{header}{rows}")).expect("a file");
    let (code, out, err) = run(&folder, &["claims", "check", "--file", "mine.csv", "--json"]);
    assert_eq!(code, 0, "{err}");
    let answers = json(&out);
    let told = |at: usize| (answers[at]["verdict"].as_str().expect("a verdict"), answers[at]["codes"].to_string());
    assert_eq!(told(0), ("contradicted", r#"["LOWER_BOUND_EXCEEDS"]"#.to_owned()));
    assert_eq!(told(1), ("consistent", r#"["ROUNDING"]"#.to_owned()));
    assert_eq!(told(2), ("internally_inconsistent", r#"["ARITHMETIC_FAILS"]"#.to_owned()));

    let broken =
        "X4,opinion,vict.any,lt,200,persons,KZ,year,2024,all,x\nX5,level,vict.any,lt,many,persons,KZ,year,2024,all,x\n";
    std::fs::write(folder.0.join("broken.csv"), format!("{header}{broken}")).expect("a file");
    let (code, out, err) = run(&folder, &["claims", "check", "--file", "broken.csv"]);
    assert_eq!((code, out.as_str()), (4, ""));
    assert!(err.contains("broken.csv, line 2, column claim_type"), "{err}");
    assert!(err.contains("broken.csv, line 3, column value"), "{err}");
}

#[test]
fn a_person_decides_and_both_verdicts_are_kept() {
    let folder = Folder::new("claims-decide");
    let decide =
        ["claims", "decide", "CL27", "--verdict", "unverifiable", "--by", "A. Reader", "--because", "Ask first."];
    let with_data = |args: &[&str]| run(&folder, &[args, &["--data", "d"]].concat());
    let (code, out, err) = with_data(&[&decide[..], &["--json"]].concat());
    assert_eq!(code, 0, "{err}");
    let decided = json(&out);
    assert_eq!((&decided["proposed"], &decided["differs"]), (&"contradicted".into(), &true.into()));
    // The same said again is one decision; with another reason it is a second.
    assert_eq!(with_data(&decide).0, 0);
    let mut again = decide;
    again[8] = "Ask them again.";
    assert_eq!(with_data(&again).0, 0);
    let (_, text, _) = with_data(&["claims", "check", "--claim", "CL27"]);
    assert_eq!(text.matches("A. Reader").count(), 2, "{text}");
    assert!(text.contains("VALUE_MISMATCH"), "{text}");

    for (args, word) in [
        (["claims", "decide", "CL99", "--verdict", "consistent", "--by", "A", "--because", "b"], "`CL99`"),
        (["claims", "decide", "CL27", "--verdict", "true", "--by", "A", "--because", "b"], "`true`"),
        (["claims", "decide", "CL27", "--verdict", "consistent", "--by", " ", "--because", "b"], "--by"),
    ] {
        let (code, _, err) = with_data(&args);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains(word), "{err}");
    }
}
