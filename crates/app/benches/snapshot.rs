//! What a reader waits for: the model of a snapshot, and its PDF on a press that has printed before.

use criterion::{Criterion, criterion_group, criterion_main};
use pana_app::snapshot::make;
use pana_app::{Desk, Library, facts};
use pana_publish::figures::Dress;
use pana_publish::pdf::Press;
use pana_store::Db;
use pana_text::Lang;

fn desk(runtime: &tokio::runtime::Runtime) -> Desk {
    runtime.block_on(async {
        let db = Db::in_memory().await.expect("a database in memory");
        let library = Library::builtin().expect("the built-in data are sound");
        facts::load_builtin(&db, &library, jiff::civil::date(2026, 11, 21)).await.expect("they load");
        Desk::open(db, library).await.expect("the room opens")
    })
}

fn snapshots(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let desk = desk(&runtime);
    let shelf = runtime.block_on(desk.shelf()).expect("the room");
    let made = |dress| make(&shelf, &desk.library, "KAZ", None, Lang::Kk, dress).expect("Kazakhstan is known");
    criterion.bench_function("snapshot model with maps and charts", |bencher| bencher.iter(|| made(Dress::Page)));
    let press = Press::new();
    let snapshot = made(Dress::Print);
    let words = desk.library.words(Lang::Kk);
    criterion.bench_function("PDF, warm press", |bencher| {
        bencher.iter(|| press.print(&snapshot, words).expect("it prints"))
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = snapshots
}
criterion_main!(benches);
