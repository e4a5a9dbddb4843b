//! Facts go in whole, once, with their history, on both engines; a workbook adds ratings and repeats nothing.

use std::path::PathBuf;

use jiff::civil::date;
use pana_app::desk::Shelf;
use pana_app::{Desk, Library, facts, workbook};
use pana_evidence::trend::{Refusal, trend};
use pana_evidence::{Figure, IndicatorId, ObservationId, PlaceId};
use pana_store::Db;

use crate::world::{TODAY, desk, loaded};

#[tokio::test]
async fn loading_twice_changes_nothing() {
    let (db, library, first) = loaded().await;
    assert!(first.iter().all(|pack| pack.added > 0), "{first:?}");
    let second = facts::load_builtin(&db, &library, TODAY).await.expect("it loads again");
    assert!(second.iter().all(|pack| pack.added == 0 && pack.corrected == 0), "{second:?}");
}

#[tokio::test]
async fn a_pack_of_your_own_with_a_fault_leaves_no_trace() {
    let (db, library, _) = loaded().await;
    let mut files = library.data.below("kz");
    let text = files.text("observations.csv").expect("the table").replacen(",eq,persons", ",about,persons", 1);
    files.insert("observations.csv", text);
    let before = pana_store::room::version(&db).await.expect("a version");
    let refused = facts::load_folder(&db, &library, "mine", &files, TODAY).await.expect_err("it has a fault");
    assert!(refused.to_string().starts_with("observations.csv, line 2, column comparator: `about`"), "{refused}");
    assert_eq!(pana_store::room::version(&db).await.expect("a version"), before);
}

#[tokio::test]
async fn no_trend_is_drawn_from_81600_to_208000() {
    let desk = desk().await;
    let shelf = desk.shelf().await.expect("the room");
    let (indicator, place) = (IndicatorId("ms.prevalence.number".into()), PlaceId("KZ".into()));
    let Err(Refusal::SeriesBreak { breaks, segments }) = trend(&shelf.room, &indicator, &place) else {
        panic!("a trend was drawn across a series break")
    };
    let values: Vec<f64> = segments.iter().flat_map(|segment| &segment.points).map(|point| point.value).collect();
    assert_eq!(values, [81_600.0, 75_000.0, 208_000.0]);
    assert_eq!(breaks.len(), 2);
    let older = IndicatorId("ms.prevalence.number.gsi2016".into());
    assert!(matches!(trend(&shelf.room, &older, &place), Err(Refusal::SeriesBreak { .. })));
}

#[tokio::test]
async fn within_one_series_a_trend_is_stated() {
    let desk = desk().await;
    let shelf = desk.shelf().await.expect("the room");
    let complaints =
        trend(&shelf.room, &IndicatorId("dv.complaints".into()), &PlaceId("KZ-47".into())).expect("one series");
    let values: Vec<f64> = complaints.points.iter().map(|point| point.value).collect();
    assert_eq!(values, [2864.0, 3117.0]);
}

#[tokio::test]
async fn the_inspections_of_2019_have_three_answers_on_three_days() {
    let (db, library, _) = loaded().await;
    let id = ObservationId("ILAB-KAZ-2019-labor_inspections".into());
    let answers = [
        (date(2020, 7, 12), None),
        (date(2020, 8, 27), Some(None)),
        (date(2020, 8, 28), Some(Some("9522"))),
        (date(2021, 6, 30), Some(Some("9522"))),
        (date(2021, 7, 1), Some(None)),
    ];
    for (day, answer) in answers {
        let room = pana_store::room::load(&db, Some(day)).await.expect("the room of a day");
        let known = room.observation(&id);
        let figure = known.map(|known| known.figure.number().map(ToString::to_string));
        assert_eq!(figure, answer.map(|number| number.map(str::to_owned)), "{day}");
        assert!(known.is_none_or(|known| (known.figure == Figure::NotStated) == known.figure.number().is_none()));
    }
    let shelf = Shelf::new(0, pana_store::room::load(&db, None).await.expect("the room"), &library);
    assert_eq!(shelf.room.observation(&id).map(|known| known.revision), Some(3));
    let inspections = trend(&shelf.room, &IndicatorId("ilab.labor_inspections".into()), &PlaceId("KZ".into()));
    let years: Vec<i16> = inspections.expect("one series").points.iter().map(|point| point.at.year()).collect();
    assert_eq!(years, [2017, 2018, 2020, 2021, 2022], "what is not stated is no point, and not nought");
}

async fn import(desk: &Desk, name: &str) -> workbook::ImportedWorkbook {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/facts/gsi").join(name);
    let bytes = std::fs::read(&path)
        .unwrap_or_else(|_| panic!("the oracle needs {name} in shared/facts/gsi beside the project"));
    let believed = workbook::read(&desk.library, name, &bytes).unwrap_or_else(|error| panic!("{error}"));
    workbook::keep(&desk.db, believed, TODAY).await.expect("it is recorded")
}

#[tokio::test]
async fn a_workbook_adds_the_ratings_and_repeats_no_headline_figure() {
    let desk = desk().await;
    let done = import(&desk, "walkfree-gsi-2023.xlsx").await;
    // 176 countries x 141 ratings, of which the pack of Kazakhstan carries its own.
    assert_eq!((done.imported.added, done.imported.corrected), (175 * 141, 0));
    let shelf = desk.shelf().await.expect("the room is read again");
    let rated = shelf.books[0].lines.values().filter(|line| line.ratings.len() == 141).count();
    assert_eq!(rated, 176);
    let again = import(&desk, "walkfree-gsi-2023.xlsx").await;
    assert_eq!((again.imported.added, again.imported.corrected), (0, 0));
    let other = import(&desk, "walkfree-gsi-2018.xlsx").await;
    assert_eq!((other.imported.added, other.imported.corrected), (0, 0), "{other:?}");
}

#[tokio::test]
async fn the_room_on_postgresql_is_the_room_on_sqlite() {
    let Ok(url) = std::env::var("PANA_TEST_POSTGRES") else {
        assert!(std::env::var("CI").is_err(), "PANA_TEST_POSTGRES is not set: run the tests through .ci/run");
        return eprintln!("PANA_TEST_POSTGRES is not set: PostgreSQL is not tested");
    };
    let (sqlite, library, _) = loaded().await;
    let postgres = Db::connect(&url).await.expect("the server answers");
    facts::load_builtin(&postgres, &library, TODAY).await.expect("it loads");
    let again = facts::load_builtin(&postgres, &library, TODAY).await.expect("it loads again");
    assert!(again.iter().all(|pack| pack.added + pack.corrected == 0), "{again:?}");
    assert_eq!(listing(&sqlite, &library).await, listing(&postgres, &library).await);
}

async fn listing(db: &Db, library: &Library) -> Vec<String> {
    let shelf = Shelf::new(0, pana_store::room::load(db, None).await.expect("the room"), library);
    let observations = shelf.room.observations().map(|observation| format!("{observation:?}"));
    let records = shelf.room.all_records().iter().map(|record| format!("{record:?}"));
    observations.chain(records).chain(shelf.room.relations().iter().map(|relation| format!("{relation:?}"))).collect()
}
