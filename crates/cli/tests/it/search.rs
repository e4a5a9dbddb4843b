//! `pana search`: the best first, as text and as JSON, in the language that is asked for.

use serde_json::Value;

use crate::pana::{Folder, run};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn results_say_their_kind_and_where_they_are() {
    let folder = Folder::new("search-json");
    let (code, out, err) = run(&folder, &["search", "құлдықта", "--lang", "kk", "--limit", "5", "--json"]);
    assert_eq!(code, 0, "{err}");
    let answer = json(&out);
    assert_eq!((&answer["question"], &answer["all_words"]), (&"құлдықта".into(), &true.into()));
    let total = answer["total"].as_u64().expect("a total");
    let counted: u64 =
        answer["kinds"].as_array().expect("kinds").iter().filter_map(|kind| kind["count"].as_u64()).sum();
    assert!(total > 5 && counted == total, "{answer}");
    let results = answer["results"].as_array().expect("results");
    assert_eq!(results.len(), 5);
    for result in results {
        assert!(result["path"].as_str().is_some_and(|path| path.starts_with('/')), "{result}");
        let said = format!("{} {}", result["title"], result["text"]).to_lowercase();
        assert!(said.contains("құлдық"), "{result}");
        assert!(!result["name"].as_str().unwrap_or_default().is_empty());
    }
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn words_are_one_question_and_a_kind_narrows_it() {
    let folder = Folder::new("search-text");
    let (code, out, err) = run(&folder, &["search", "more", "than", "100", "--kind", "claims"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.starts_with("Claim  CL"), "{out}");
    let (code, out, err) = run(&folder, &["search", "zzzz"]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.contains("Nothing was found"), "{err}");
    assert_eq!(run(&folder, &["search"]).0, 2);
}
