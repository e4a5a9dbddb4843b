//! What a reader waits for who searches a hundred thousand figures: a common word, two words, a form, a beginning, a phrase,
//! a word that nothing has.

use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use pana_app::search::{self, Asked};
use pana_app::{Desk, Library, facts};
use pana_store::Db;
use pana_store::import::{Delivery, record};
use pana_text::Lang;

const MANY: usize = 100_000;
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

fn desk(runtime: &tokio::runtime::Runtime) -> Desk {
    runtime.block_on(async {
        let db = Db::in_memory().await.expect("a database in memory");
        let library = Library::builtin().expect("the built-in data are sound");
        facts::load_builtin(&db, &library, TODAY).await.expect("they load");
        let room = pana_store::room::load(&db, None).await.expect("the room");
        let given: Vec<_> = room.observations().cloned().collect();
        let many: Vec<_> = (0..MANY.saturating_sub(given.len()))
            .map(|at| {
                let mut observation = given[at % given.len()].clone();
                observation.id.0 = format!("MANY-{at}");
                observation.locator = format!("page {}", at % 997);
                observation
            })
            .collect();
        let delivery = Delivery {
            name: "many",
            version: "1",
            checksum: "00",
            sources: &[],
            places: &[],
            indicators: &[],
            relations: &[],
            observations: &many,
            records: &[],
        };
        let mut tx = db.begin().await.expect("begun");
        record(&mut tx, &delivery, TODAY).await.expect("recorded");
        tx.commit().await.expect("committed");
        Desk::open(db, library).await.expect("the room opens")
    })
}

fn searches(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let desk = desk(&runtime);
    let begun = Instant::now();
    runtime.block_on(search::prepare(&desk)).expect("the index");
    println!("the index of {MANY} figures was made in {:.1} s", begun.elapsed().as_secs_f64());
    for words in
        ["Kazakhstan", "forced labour", "жертвам", "адамдардың", "pre", "\"modern slavery\"", "unicorn slavery", "zzzz"]
    {
        let asked = Asked { words, kind: None, lang: Lang::En, from: 0, most: 20 };
        criterion.bench_function(words, |bencher| {
            bencher.iter(|| runtime.block_on(search::ask(&desk, &asked)).expect("an answer").total)
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = searches
}
criterion_main!(benches);
