//! The search index answers alike on both engines, and only while it is of the newest facts.

use jiff::civil::date;
use pana_store::Db;
use pana_store::import::{Delivery, record};
use pana_store::search::{Document, Edition, Found, Wanted, Word, count, is_of, list, make};

use crate::engine::each;

const OURS: Edition<'static> = Edition { import: 0, made_by: "test" };

fn document(key: &str, words: &str) -> Document {
    Document { kind: "finding".to_owned(), key: key.to_owned(), words: words.split(' ').map(Word::new).collect() }
}

fn documents() -> Vec<Document> {
    vec![
        document("a", "forced labour of children"),
        document("b", "forced marriage"),
        document("c", "labour forced"),
        document("d", "мәжбүрлі еңбек"),
    ]
}

async fn indexed(name: &str) -> Vec<(&'static str, Db)> {
    let engines = each(name).await;
    for (engine, db) in &engines {
        assert!(make(db, &OURS, documents().into_iter()).await.expect("it is made"), "{engine}");
    }
    engines
}

fn has(word: &str) -> Wanted {
    Wanted::Has(Word::new(word))
}

async fn keys(db: &Db, wanted: &Wanted) -> String {
    let found = list(db, &OURS, wanted, 0, 10).await.expect("an answer");
    let counted: u64 = count(db, &OURS, wanted).await.expect("a count").iter().map(|(_, count)| count).sum();
    assert_eq!(counted, found.len() as u64, "{wanted:?}");
    found.into_iter().map(|Found { key, .. }| key).collect()
}

#[tokio::test]
async fn words_beginnings_and_neighbours_are_found() {
    for (engine, db) in indexed("search_words").await {
        let both = || vec![has("forced"), has("labour")];
        let follow = |words: [&str; 2]| Wanted::Follow(words.map(Word::new).to_vec());
        let without = |wanted, unwanted| Wanted::Without(Box::new(wanted), Box::new(unwanted));
        for (wanted, expected) in [
            (has("forced"), "abc"),
            (has("force"), ""),
            (Wanted::Begins(Word::new("forc")), "abc"),
            (Wanted::Begins(Word::new("мәж")), "d"),
            (Wanted::All(both()), "ac"),
            (Wanted::Any(both()), "abc"),
            (follow(["forced", "labour"]), "a"),
            (follow(["labour", "forced"]), "c"),
            (without(has("forced"), has("labour")), "b"),
            (without(Wanted::Any(both()), Wanted::All(both())), "b"),
            (Wanted::All(Vec::new()), ""),
            (Wanted::Any(Vec::new()), ""),
            (has("\"' * ( & | ! :"), ""),
            (without(has("forced"), has("'")), "abc"),
        ] {
            assert_eq!(keys(&db, &wanted).await, expected, "{engine}: {wanted:?}");
        }
        let second = list(&db, &OURS, &has("forced"), 1, 1).await.expect("an answer");
        assert_eq!(second, [Found { kind: "finding".to_owned(), key: "b".to_owned() }], "{engine}");
    }
}

#[tokio::test]
async fn an_index_of_older_facts_or_other_words_answers_nothing() {
    for (engine, db) in indexed("search_old").await {
        let other = Edition { import: 0, made_by: "another way" };
        assert!(is_of(&db, &OURS).await.expect("an answer") && !is_of(&db, &other).await.expect("an answer"));
        assert_eq!(list(&db, &other, &has("forced"), 0, 9).await.expect("an answer"), [], "{engine}");
        assert_eq!(count(&db, &other, &has("forced")).await.expect("an answer"), [], "{engine}");

        let source = pana_evidence::Record {
            pack: "test".to_owned(),
            table: "findings".to_owned(),
            key: "F1".to_owned(),
            cells: vec![("finding_id".to_owned(), "F1".to_owned())],
        };
        let delivery = Delivery {
            name: "test",
            version: "1",
            checksum: "00",
            sources: &[],
            places: &[],
            indicators: &[],
            relations: &[],
            observations: &[],
            records: &[source],
        };
        let mut tx = db.begin().await.expect("begun");
        record(&mut tx, &delivery, date(2020, 1, 1)).await.expect("recorded");
        tx.commit().await.expect("committed");
        assert!(!is_of(&db, &OURS).await.expect("an answer"), "{engine}: it is old");
        assert!(!make(&db, &OURS, documents().into_iter()).await.expect("refused"), "{engine}: facts went on");
        let newer = Edition { import: 1, made_by: "test" };
        assert!(make(&db, &newer, documents().into_iter().take(2)).await.expect("made"), "{engine}");
        let found = list(&db, &newer, &has("forced"), 0, 9).await.expect("an answer");
        assert_eq!(found.len(), 2, "{engine}: what is gone is gone");
    }
}
