//! Facts are added, never overwritten; every question can be asked as of a day.

use jiff::civil::{Date, date};
use pana_evidence::cells::Row;
use pana_evidence::{Observation, Source};
use pana_store::import::{Delivery, Recorded, record};
use pana_store::observation::{Question, ask, history};
use pana_store::{Db, StoreError, room};

use crate::engine::each;

fn source() -> Source {
    let cells = |column: &str| match column {
        "source_id" => Some("S1".to_owned()),
        "title" => Some("A report".to_owned()),
        "published" => Some("2019-03".to_owned()),
        _ => None,
    };
    Source::read(&cells).expect("a source")
}

/// An empty value is one that the source does not state.
fn observation(value: &str, released: Option<&str>) -> Observation {
    let row = |column: &str| {
        let cell = match column {
            "obs_id" => "S1-01",
            "indicator_id" => "inspections",
            "value" if value.is_empty() => return None,
            "value" => value,
            "obs_status" if value.is_empty() => "O",
            "comparator" if value.is_empty() => "eq",
            "comparator" => "gt",
            "unit" => "acts",
            "geo_id" => "KZ",
            "period_type" => "year",
            "subgroup" => "all",
            "basis" => "official_admin",
            "coverage" => "full_period",
            "obs_status" => "A",
            "source_id" => "S1",
            "locus" => "p. 3",
            "released" => released?,
            _ => return None,
        };
        Some(cell.to_owned())
    };
    Observation::read(&row).expect("an observation")
}

async fn deliver(db: &Db, observations: &[Observation], today: Date) -> Result<Recorded, StoreError> {
    let delivery = Delivery {
        name: "test",
        version: "1",
        checksum: "00",
        sources: &[source()],
        places: &[],
        indicators: &[],
        relations: &[],
        observations,
        records: &[],
    };
    let mut tx = db.begin().await?;
    let recorded = record(&mut tx, &delivery, today).await?;
    tx.commit().await?;
    Ok(recorded)
}

async fn known(db: &Db, as_of: Option<Date>) -> Vec<String> {
    let question = Question { as_of, ..Question::default() };
    let found = ask(db, &question).await.expect("the store answers");
    let said = |o: &Observation| o.figure.number().map_or("not stated".to_owned(), ToString::to_string);
    found.iter().map(|o| format!("{} r{}", said(o), o.revision)).collect()
}

#[tokio::test]
async fn a_correction_stands_beside_what_it_corrects() {
    for (engine, db) in each("correction").await {
        let first = deliver(&db, &[observation("100", Some("2019-03-31"))], date(2020, 1, 1)).await.expect("recorded");
        assert_eq!((first.added, first.corrected), (2, 0), "{engine}");
        let again = deliver(&db, &[observation("100", Some("2019-03-31"))], date(2020, 1, 2)).await.expect("recorded");
        assert_eq!((again.added, again.corrected, again.unchanged), (0, 0, 2), "{engine}");
        let corrected =
            deliver(&db, &[observation("120", Some("2021-06-30"))], date(2021, 7, 1)).await.expect("recorded");
        assert_eq!((corrected.added, corrected.corrected), (0, 1), "{engine}");
        assert_eq!(known(&db, None).await, ["120 r2"], "{engine}");
        assert_eq!(known(&db, Some(date(2020, 12, 31))).await, ["100 r1"], "{engine}");
        assert_eq!(known(&db, Some(date(2019, 3, 30))).await, Vec::<String>::new(), "{engine}");
        assert_eq!(history(&db, "S1-01").await.expect("a history").len(), 2, "{engine}");
    }
}

#[tokio::test]
async fn a_correction_without_a_date_is_known_from_the_day_we_learnt_of_it() {
    for (engine, db) in each("undated").await {
        deliver(&db, &[observation("100", Some("2019-03-31"))], date(2020, 1, 1)).await.expect("recorded");
        deliver(&db, &[observation("90", Some("2019-03-31"))], date(2022, 2, 2)).await.expect("recorded");
        assert_eq!(known(&db, Some(date(2022, 2, 1))).await, ["100 r1"], "{engine}");
        assert_eq!(known(&db, Some(date(2022, 2, 2))).await, ["90 r2"], "{engine}");
        // The old pack loaded once more does not bring the old figure back.
        deliver(&db, &[observation("100", Some("2019-03-31"))], date(2023, 1, 1)).await.expect("recorded");
        assert_eq!(known(&db, None).await, ["90 r2"], "{engine}");
    }
}

/// The labour inspections of 2019 as three releases of one file gave them: nothing, 9,522, nothing again.
#[tokio::test]
async fn a_source_that_goes_back_to_an_earlier_statement_is_believed() {
    for (engine, db) in each("went_back").await {
        let releases = [
            observation("", Some("2020-07-13")),
            observation("9522", Some("2020-08-28")),
            observation("", Some("2021-07-01")),
        ];
        let first = deliver(&db, &releases, date(2026, 1, 1)).await.expect("recorded");
        assert_eq!((first.added, first.corrected, first.unchanged), (2, 2, 0), "{engine}");
        let answers = [
            (date(2020, 7, 12), None),
            (date(2020, 8, 27), Some("not stated r1")),
            (date(2020, 8, 28), Some("9522 r2")),
            (date(2021, 6, 30), Some("9522 r2")),
            (date(2021, 7, 1), Some("not stated r3")),
        ];
        for (day, answer) in answers {
            let answer: Vec<&str> = answer.into_iter().collect();
            assert_eq!(known(&db, Some(day)).await, answer, "{engine} {day}");
        }
        // The same pack again, the pack as it was before the last release, and its releases in another order.
        let [empty, stated, emptied] = releases.clone();
        for again in [releases.to_vec(), vec![empty.clone(), stated.clone()], vec![emptied, stated, empty]] {
            let again = deliver(&db, &again, date(2026, 1, 2)).await.expect("recorded");
            assert_eq!((again.added, again.corrected), (0, 0), "{engine}");
        }
        assert_eq!(history(&db, "S1-01").await.expect("a history").len(), 3, "{engine}");
        assert_eq!(known(&db, None).await, ["not stated r3"], "{engine}");
    }
}

#[tokio::test]
async fn an_old_pack_does_not_undo_two_corrections() {
    for (engine, db) in each("two_corrections").await {
        for (value, day) in [("100", 1), ("90", 2), ("80", 3)] {
            deliver(&db, &[observation(value, Some("2019-03-31"))], date(2022, 2, day)).await.expect("recorded");
        }
        for old in ["100", "90", "80"] {
            let again =
                deliver(&db, &[observation(old, Some("2019-03-31"))], date(2023, 1, 1)).await.expect("recorded");
            assert_eq!((again.added, again.corrected), (0, 0), "{engine} {old}");
        }
        assert_eq!(known(&db, None).await, ["80 r3"], "{engine}");
    }
}

#[tokio::test]
async fn what_has_no_date_of_release_was_not_certainly_known_on_any_day() {
    for (engine, db) in each("no_release").await {
        deliver(&db, &[observation("100", None)], date(2020, 1, 1)).await.expect("recorded");
        assert_eq!(known(&db, None).await, ["100 r1"], "{engine}");
        assert_eq!(known(&db, Some(date(2026, 1, 1))).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn a_figure_comes_back_as_it_went_in() {
    for (engine, db) in each("round_trip").await {
        let sent = observation("99.20", Some("2019-03-31"));
        deliver(&db, std::slice::from_ref(&sent), date(2020, 1, 1)).await.expect("recorded");
        let found = ask(&db, &Question::default()).await.expect("an answer");
        assert_eq!(found, [sent], "{engine}");
    }
}

#[tokio::test]
async fn a_delivery_that_is_not_committed_leaves_no_trace() {
    for (engine, db) in each("abandoned").await {
        let observations = [observation("100", None)];
        let delivery = Delivery {
            name: "test",
            version: "1",
            checksum: "00",
            sources: &[source()],
            places: &[],
            indicators: &[],
            relations: &[],
            observations: &observations,
            records: &[],
        };
        let mut tx = db.begin().await.expect("begun");
        record(&mut tx, &delivery, date(2020, 1, 1)).await.expect("recorded");
        drop(tx);
        assert_eq!(room::version(&db).await.expect("a version"), 0, "{engine}");
        assert_eq!(known(&db, None).await, Vec::<String>::new(), "{engine}");
    }
}

#[tokio::test]
async fn an_indicator_cannot_change_its_unit_behind_its_figures() {
    for (engine, db) in each("contradiction").await {
        let indicator = |unit: &str| {
            let cells = |column: &str| match column {
                "indicator_id" => Some("inspections".to_owned()),
                "name_en" => Some("Inspections".to_owned()),
                "unit" => Some(unit.to_owned()),
                "flow" => Some("flow".to_owned()),
                _ => None,
            };
            pana_evidence::Indicator::read(&cells).expect("an indicator")
        };
        for (unit, fits) in [("acts", true), ("persons", false)] {
            let indicators = [indicator(unit)];
            let delivery = Delivery {
                name: "test",
                version: "1",
                checksum: "00",
                sources: &[],
                places: &[],
                indicators: &indicators,
                relations: &[],
                observations: &[],
                records: &[],
            };
            let mut tx = db.begin().await.expect("begun");
            let recorded = record(&mut tx, &delivery, date(2020, 1, 1)).await;
            assert_eq!(recorded.is_ok(), fits, "{engine} {unit}: {recorded:?}");
            if fits {
                tx.commit().await.expect("committed");
            }
        }
    }
}

fn row(table: &str, key: &str, cell: &str) -> pana_evidence::Record {
    let cells = vec![("id".to_owned(), key.to_owned()), ("said".to_owned(), cell.to_owned())];
    pana_evidence::Record { pack: "test".to_owned(), table: table.to_owned(), key: key.to_owned(), cells }
}

fn of_records(records: &[pana_evidence::Record]) -> Delivery<'_> {
    Delivery {
        name: "test",
        version: "1",
        checksum: "00",
        sources: &[],
        places: &[],
        indicators: &[],
        relations: &[],
        observations: &[],
        records,
    }
}

#[tokio::test]
async fn a_delivery_that_is_taken_back_says_what_it_would_change_and_leaves_no_trace() {
    for (engine, db) in each("taken_back").await {
        let (first, second) = ([row("findings", "a", "1")], [row("findings", "a", "2"), row("findings", "b", "1")]);
        let mut tx = db.begin().await.expect("begun");
        record(&mut tx, &of_records(&first), date(2020, 1, 1)).await.expect("recorded");
        tx.commit().await.expect("committed");
        for _ in 0..2 {
            let mut tx = db.begin().await.expect("begun");
            let would = record(&mut tx, &of_records(&second), date(2020, 1, 2)).await.expect("tried");
            tx.roll_back().await.expect("taken back");
            assert_eq!((would.added, would.corrected, would.unchanged), (1, 1, 0), "{engine}");
        }
        assert_eq!(room::version(&db).await.expect("a version"), 1, "{engine}");
        let room = room::load(&db, None).await.expect("a room");
        assert_eq!(room.all_records(), first, "{engine}");
    }
}

#[tokio::test]
async fn what_the_program_keeps_for_itself_is_no_part_of_the_room() {
    for (engine, db) in each("own").await {
        for said in ["1", "2"] {
            let rows = [row(pana_store::record::MAPPINGS, "a", said), row("findings", "a", "1")];
            let mut tx = db.begin().await.expect("begun");
            record(&mut tx, &of_records(&rows), date(2020, 1, 1)).await.expect("recorded");
            tx.commit().await.expect("committed");
        }
        let own = pana_store::record::own(&db, pana_store::record::MAPPINGS).await.expect("rows");
        assert_eq!(own, [row("mappings", "a", "2")], "{engine}");
        assert_eq!(room::load(&db, None).await.expect("a room").all_records(), [row("findings", "a", "1")], "{engine}");
    }
}

#[tokio::test]
async fn a_long_delivery_says_how_far_it_is() {
    let db = Db::in_memory().await.expect("a database");
    let rows: Vec<_> = (0..2500).map(|number| row("findings", &number.to_string(), "x")).collect();
    let mut told = Vec::new();
    let mut tx = db.begin().await.expect("begun");
    let tick = &mut |rows| told.push(rows);
    pana_store::import::record_telling(&mut tx, &of_records(&rows), date(2020, 1, 1), tick).await.expect("recorded");
    assert_eq!(told, [0, 1000, 2000]);
}
