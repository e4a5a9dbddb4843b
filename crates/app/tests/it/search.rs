//! Search: the best first, the same on both engines, never older than the facts, and nothing that can be typed breaks it.

use pana_app::search::{self, Answer, Asked};
use pana_app::{Desk, facts};
use pana_store::Db;
use pana_text::Lang;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::world::{TODAY, desk, loaded};

/// A desk on every engine, with everything that travels with the program.
async fn each(schema: &'static str) -> Vec<(&'static str, Desk)> {
    let mut engines = vec![("sqlite", desk().await)];
    match std::env::var("PANA_TEST_POSTGRES") {
        Ok(url) => engines.push(("postgres", on_postgres(&url, schema).await)),
        Err(_) if std::env::var("CI").is_ok() => panic!("PANA_TEST_POSTGRES is not set: run the tests through .ci/run"),
        Err(_) => eprintln!("PANA_TEST_POSTGRES is not set: {schema} runs on SQLite only"),
    }
    engines
}

async fn on_postgres(url: &str, schema: &'static str) -> Desk {
    let server = Db::connect(url).await.expect("the server answers");
    let mut tx = server.begin().await.expect("begun");
    let (drop, create) = match schema {
        "search_order" => ("drop schema if exists search_order cascade", "create schema search_order"),
        "search_law" => ("drop schema if exists search_law cascade", "create schema search_law"),
        other => panic!("{other} is no schema of these tests"),
    };
    tx.run(drop, &[]).await.expect("dropped");
    tx.run(create, &[]).await.expect("made");
    tx.commit().await.expect("committed");
    let db = Db::connect(&format!("{url}&options=-c%20search_path%3D{schema}")).await.expect("the tables are made");
    let (_, library, _) = loaded().await;
    facts::load_builtin(&db, &library, TODAY).await.expect("the packs load");
    Desk::open(db, library).await.expect("the room loads")
}

async fn ask(desk: &Desk, words: &str, lang: Lang, most: u64) -> Answer {
    search::ask(desk, &Asked { words, kind: None, lang, from: 0, most }).await.expect("an answer")
}

fn names(answer: &Answer) -> Vec<String> {
    answer.found.iter().map(|found| format!("{} {}", found.kind, found.key)).collect()
}

async fn first(desk: &Desk, words: &str, lang: Lang) -> String {
    names(&ask(desk, words, lang, 1).await).into_iter().next().unwrap_or_default()
}

const QUESTIONS: [&str; 22] = [
    "Kazakhstan",
    "forced labour",
    "\"forced labour\"",
    "forced -labour",
    "forc",
    "slavery prevalence",
    "S001-01",
    "vict.identified",
    "208,000",
    "рабство",
    "торговля людьми",
    "жертвам",
    "Казахстан",
    "адам саудасы",
    "адамдардың",
    "құлдық",
    "кулдыкта",
    "жәбірленуші",
    "мәжбүрлі еңбек -неке",
    "unicorn slavery",
    "zzzz",
    "2016",
];

#[tokio::test]
async fn both_engines_give_the_same_results_in_the_same_order() {
    let engines = each("search_order").await;
    for lang in Lang::ALL {
        for words in QUESTIONS {
            let mut answers = Vec::new();
            for (engine, desk) in &engines {
                let answer = ask(desk, words, lang, 60).await;
                answers.push((*engine, answer.total, answer.kinds.clone(), answer.all_words, names(&answer)));
            }
            for (engine, total, kinds, all, found) in &answers {
                let (_, first_total, first_kinds, first_all, first_found) = &answers[0];
                assert_eq!((total, kinds, all), (first_total, first_kinds, first_all), "{engine} {lang} {words}");
                assert_eq!(found, first_found, "{engine} {lang} {words}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_called_so_comes_first() {
    let desk = desk().await;
    for (words, lang, expected) in [
        ("Kazakhstan", Lang::En, "place KZ"),
        ("Казахстан", Lang::En, "place KZ"),
        ("қазақстан", Lang::Ru, "place KZ"),
        ("казакстан", Lang::Kk, "place KZ"),
        ("KAZ", Lang::Kk, "place KZ"),
        ("s001-01", Lang::Ru, "observation S001-01"),
        ("vict.identified", Lang::En, "indicator vict.identified"),
        ("WF-GSI-2023", Lang::En, "source WF-GSI-2023"),
    ] {
        assert_eq!(first(&desk, words, lang).await, expected, "{words} in {lang}");
    }
}

#[tokio::test]
async fn every_form_of_a_word_finds_what_the_others_find() {
    let desk = desk().await;
    for (lang, forms) in [
        (Lang::En, &["victim", "victims"][..]),
        (Lang::Ru, &["жертва", "жертвы", "жертвам", "жертвами"][..]),
        (Lang::Ru, &["рекомендация", "рекомендации", "рекомендациями"][..]),
        (Lang::Kk, &["адам", "адамдар", "адамдардың", "адамға"][..]),
        (Lang::Kk, &["құлдық", "құлдықта", "құлдықтың", "кулдыкта"][..]),
        (Lang::Kk, &["сауда", "саудасы", "саудасына", "саудасымен"][..]),
    ] {
        let mut totals = Vec::new();
        for form in forms {
            // A comma ends the word: it is not the beginning of another.
            totals.push(ask(&desk, &format!("{form},"), lang, 0).await.total);
        }
        assert!(totals[0] > 0 && totals.iter().all(|total| *total == totals[0]), "{forms:?}: {totals:?}");
    }
}

#[tokio::test]
async fn a_minus_leaves_out_and_quotation_marks_keep_together() {
    let desk = desk().await;
    let total = async |words: &str| ask(&desk, words, Lang::En, 0).await.total;
    let (both, without) = (total("forced, labour,").await, total("forced, -labour").await);
    assert!(both > 0 && without > 0);
    assert_eq!(both + without, total("forced,").await);
    let together = total("\"forced labour\"").await;
    assert!(0 < together && together < both + 1, "{together} of {both}");
    assert_eq!(total("\"labour forced\"").await, 0);
}

#[tokio::test]
async fn every_kind_is_found_and_counted_and_every_page_has_its_own() {
    let desk = desk().await;
    let answer = ask(&desk, "Kazakhstan", Lang::En, u64::from(u32::MAX)).await;
    assert_eq!(answer.total, answer.found.len() as u64);
    let kinds: Vec<&str> = answer.kinds.iter().map(|(kind, _)| kind.as_str()).collect();
    for kind in ["place", "source", "observation", "claims", "findings", "commitments"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    for (kind, count) in &answer.kinds {
        let asked = Asked { words: "Kazakhstan", kind: Some(kind), lang: Lang::En, from: 0, most: u64::from(u32::MAX) };
        let only = search::ask(&desk, &asked).await.expect("an answer");
        assert_eq!((only.total, only.found.len() as u64), (*count, *count), "{kind}");
        assert!(only.found.iter().all(|found| found.kind == *kind));
    }
    let mut turned = Vec::new();
    for from in (0..answer.total).step_by(37) {
        let asked = Asked { words: "Kazakhstan", kind: None, lang: Lang::En, from, most: 37 };
        turned.extend(names(&search::ask(&desk, &asked).await.expect("an answer")));
    }
    assert_eq!(turned, names(&answer));
}

#[tokio::test]
async fn a_result_is_never_older_than_the_facts() {
    let desk = desk().await;
    assert_eq!(ask(&desk, "flamingo", Lang::En, 5).await.total, 0);
    let mut files = desk.library.data.below("kz");
    let findings =
        files.text("findings.csv").expect("the table").replace("Walk Free estimates that", "Flamingo: a count of");
    files.insert("findings.csv", findings);
    facts::load_folder(&desk.db, &desk.library, "kz", &files, TODAY).await.expect("it loads");
    let found = names(&ask(&desk, "flamingos", Lang::En, 5).await);
    assert!(!found.is_empty() && found.iter().all(|name| name.starts_with("findings ")), "{found:?}");
}

#[tokio::test]
async fn where_nothing_has_all_words_more_words_come_first() {
    let desk = desk().await;
    let answer = ask(&desk, "unicorn forced labour,", Lang::En, 5).await;
    assert!(!answer.all_words && answer.total > 0);
    let both = ask(&desk, "forced labour,", Lang::En, 0).await.total;
    assert!(both >= 5, "{both}");
    for found in &answer.found {
        let texts: String = found.title.iter().chain(&found.text).map(|text| text.text.to_lowercase() + " ").collect();
        assert!(texts.contains("forced") && texts.contains("labour"), "{}: {texts}", found.key);
    }
}

#[test]
fn nothing_that_can_be_typed_breaks_the_search() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let engines = runtime.block_on(each("search_law"));
    let pieces = prop_oneof![
        Just("\"".to_owned()),
        Just("*".to_owned()),
        Just("^".to_owned()),
        Just(":".to_owned()),
        Just("-".to_owned()),
        Just("'".to_owned()),
        Just("\\".to_owned()),
        Just("\u{0}".to_owned()),
        Just(" NEAR(".to_owned()),
        Just(" AND ".to_owned()),
        Just(" OR NOT ".to_owned()),
        Just("words : ".to_owned()),
        Just("(((((".to_owned()),
        Just(") | & ! <-> :* ".to_owned()),
        Just("слово".to_owned()),
        Just("құл ".to_owned()),
        Just("208 000 ".to_owned()),
        Just("e\u{301}ﬁ ".to_owned()),
        any::<String>(),
        "[a-zа-яәіңғүұқөһ0-9 ]{0,12}",
    ];
    let typed = proptest::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat());
    let settings = Config { cases: 64, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(settings, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let law = runner.run(&(typed, 0..3_usize, 0..50_u64), |(words, lang, from): (String, usize, u64)| {
        let mut answers = Vec::new();
        for (engine, desk) in &engines {
            let asked = Asked { words: &words, kind: None, lang: Lang::ALL[lang], from, most: 10 };
            let answer = runtime.block_on(search::ask(desk, &asked));
            prop_assert!(answer.is_ok(), "{engine}: {words:?}: {answer:?}");
            answers.push(answer.map(|answer| (answer.total, names(&answer))).unwrap_or_default());
        }
        prop_assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}: {answers:?}");
        Ok(())
    });
    law.unwrap_or_else(|fault| panic!("{fault}"));
}
