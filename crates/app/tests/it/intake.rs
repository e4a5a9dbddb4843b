//! Tables of others come in: looked at first, recorded whole, read back beside the rows of the pack, on both engines.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use pana_app::intake::{self, Ask, Chosen, Origin, Stop, Taken};
use pana_app::{Library, facts};
use pana_evidence::plan::{Lateness, Quality, lateness, quality};
use pana_evidence::{Commitment, Kept, Listed, Measure, Recommendation, Room};
use pana_packs::import::{Kind, Refusal};
use pana_store::import::Recorded;
use pana_store::{Db, record, room};

use crate::world::{TODAY, loaded};

/// The built-in facts on every engine; `schema` is one of the server for each test.
async fn each(schema: [&'static str; 2], name: &str) -> Vec<(Db, Library)> {
    let (sqlite, library, _) = loaded().await;
    let mut engines = vec![(sqlite, library)];
    let Ok(url) = std::env::var("PANA_TEST_POSTGRES") else {
        assert!(std::env::var("CI").is_err(), "PANA_TEST_POSTGRES is not set: run the tests through .ci/run");
        eprintln!("PANA_TEST_POSTGRES is not set: PostgreSQL is not tested");
        return engines;
    };
    let server = Db::connect(&url).await.expect("the server answers");
    let mut tx = server.begin().await.expect("begun");
    for sql in schema {
        tx.run(sql, &[]).await.expect("the server makes a schema");
    }
    tx.commit().await.expect("made");
    let db = Db::connect(&format!("{url}&options=-c%20search_path%3D{name}")).await.expect("the tables are made");
    let library = Library::builtin().expect("the built-in data are sound");
    facts::load_builtin(&db, &library, TODAY).await.expect("it loads");
    engines.push((db, library));
    engines
}

macro_rules! each {
    ($name:literal) => {
        each([concat!("drop schema if exists ", $name, " cascade"), concat!("create schema ", $name)], $name).await
    };
}

fn ask(kind: Kind, file: &str, constants: &[(&str, &str)]) -> Ask {
    let constants = constants.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    Ask {
        file: file.to_owned(),
        kind,
        mapping: None,
        constants: constants.collect::<BTreeMap<_, _>>(),
        country: None,
        sheet: None,
        released: None,
    }
}

struct Desk<'a> {
    db: &'a Db,
    library: &'a Library,
}

impl Desk<'_> {
    async fn room(&self) -> Room {
        room::load(self.db, None).await.expect("a room")
    }

    async fn look(&self, table: &str, ask: &Ask) -> Result<(Chosen, Taken), Stop> {
        let room = self.room().await;
        let chosen = intake::choose(self.db, &room, self.library, table.as_bytes(), ask).await?;
        let taken = intake::read(&room, self.library, &chosen, ask)?;
        Ok((chosen, taken))
    }

    async fn compare(&self, table: &str, ask: &Ask) -> Recorded {
        let (_, taken) = self.look(table, ask).await.expect("a reading");
        intake::compare(self.db, &taken, TODAY, &mut |_| ()).await.expect("compared")
    }

    async fn keep(&self, table: &str, ask: &Ask, today: Date) -> (Chosen, Taken, Recorded) {
        let (chosen, taken) = self.look(table, ask).await.expect("a reading");
        let kept = intake::keep(self.db, &taken, &chosen.mapping, "00", today, &mut |_| ()).await.expect("recorded");
        (chosen, taken, kept)
    }
}

fn changes(recorded: Recorded) -> (u64, u64, u64) {
    (recorded.added, recorded.corrected, recorded.unchanged)
}

const PLAN: &str = "\
No;Measure;Form of completion;Responsible bodies;Deadline;Estimated cost;Source of funding;Indicator;Recommendations
1;Open a shelter in every region;report;Ministry of Labour;Q4 2024;1500;State budget;sss.recipients;S000-R1
2;Train inspectors;report;Ministry of Labour, Ministry of Interior;by 1 July 2025;not required;;;
3;Publish the figures;report;Ministry of Interior;annually;;;vict.identified;
4;Revise the criteria;draft law;Ministry of Justice;Q4 2026;;State budget;;
5;Inform migrants;;;;;;;
";

fn of_the_pack() -> Ask {
    ask(Kind::Plan, "plan.csv", &[("plan_id", "C-NAP-2024"), ("source_id", "S002")])
}

#[tokio::test]
async fn a_plan_that_comes_in_makes_its_quality_and_its_lateness_speak() {
    for (db, library) in each!("intake_plan") {
        let desk = Desk { db: &db, library: &library };
        let (_, taken, recorded) = desk.keep(PLAN, &of_the_pack(), TODAY).await;
        assert_eq!(changes(recorded), (5, 0, 0));
        // The pack describes the plan and says that it has 55 measures; a table with five does not change that.
        assert_eq!(taken.elsewhere, ["C-NAP-2024"]);
        let room = desk.room().await;
        let plans = Listed::<Commitment>::of(&room).rows;
        let plans: Vec<_> = plans.into_iter().filter(|plan| plan.id.0 == "C-NAP-2024").collect();
        let [plan] = plans.as_slice() else { panic!("one plan: {plans:?}") };
        let measures = Listed::<Measure>::of(&room);
        assert_eq!(measures.faults, []);
        let asked = Listed::<Recommendation>::of(&room).rows;
        let asked: Vec<&Recommendation> = asked.iter().filter(|asked| asked.id.0.starts_with("S000-")).collect();
        let Quality::Known(found) = quality(plan, &measures.rows, &asked) else { panic!("the measures are known") };
        assert_eq!((found.known, found.stated), (5, Some(55)));
        let shares = [&found.one_lead, &found.dated, &found.funded, &found.measured].map(|share| share.have);
        assert_eq!(shares, [4, 4, 1, 2]);
        let unanswered: Vec<&str> = found.unanswered.iter().map(|id| id.0.as_str()).collect();
        assert_eq!(unanswered, ["S000-R2", "S000-R3"]);
        let late = |on| match lateness(plan, &measures.rows, &[], on) {
            Lateness::Measures { each, .. } => each.iter().filter(|(_, due)| due.is_late() == Some(true)).count(),
            Lateness::Itself(_) => panic!("its measures are known"),
        };
        assert_eq!((late(date(2024, 12, 31)), late(date(2025, 1, 1)), late(date(2025, 7, 2))), (0, 2, 3));
    }
}

#[tokio::test]
async fn a_table_that_comes_in_again_changes_nothing_and_a_corrected_row_is_a_revision() {
    for (db, library) in each!("intake_again") {
        let desk = Desk { db: &db, library: &library };
        let ask = of_the_pack();
        let before = room::version(&db).await.expect("a version");
        assert_eq!(changes(desk.compare(PLAN, &ask).await), (5, 0, 0));
        assert_eq!(room::version(&db).await.expect("a version"), before, "what was tried out left a trace");
        assert_eq!(record::own(&db, record::MAPPINGS).await.expect("rows"), []);
        desk.keep(PLAN, &ask, TODAY).await;
        let after = room::version(&db).await.expect("a version");
        assert_eq!(changes(desk.keep(PLAN, &ask, TODAY).await.2), (0, 0, 5));
        assert_eq!(room::version(&db).await.expect("a version"), after, "what was known left a trace");
        let corrected = PLAN.replace("by 1 July 2025", "by 1 July 2026");
        assert_eq!(changes(desk.compare(&corrected, &ask).await), (0, 1, 4));
        assert_eq!(changes(desk.keep(&corrected, &ask, TODAY).await.2), (0, 1, 4));
        let measures = Listed::<Measure>::of(&desk.room().await).rows;
        assert_eq!(measures.len(), 5);
        assert!(measures.iter().any(|measure| measure.schedule.is_dated() && measure.text == "Train inspectors"));
    }
}

#[tokio::test]
async fn a_reading_is_remembered_without_what_belongs_to_one_file() {
    for (db, library) in each!("intake_memory") {
        let desk = Desk { db: &db, library: &library };
        let (first, _, _) = desk.keep(PLAN, &of_the_pack(), TODAY).await;
        assert_eq!(first.origin, Origin::Proposed);
        let next = format!("National plan;;;;;;;;\n{}", PLAN.to_uppercase());
        let room = desk.room().await;
        let bare = ask(Kind::Plan, "next.csv", &[]);
        let chosen = intake::choose(&db, &room, &library, next.as_bytes(), &bare).await.expect("it is known");
        assert_eq!(
            (chosen.origin, chosen.missing.as_slice()),
            (Origin::Remembered, ["plan_id", "source_id"].as_slice())
        );
        let refused = intake::read(&room, &library, &chosen, &bare).expect_err("nobody said which plan it is");
        let fields = Refusal::FieldsMissing { fields: "plan_id, source_id".to_owned() };
        assert!(matches!(refused, Stop::Refused(refusal) if *refusal == fields));
        // The room is what is public; how a table is read is not.
        assert_eq!(room.records(record::MAPPINGS).count(), 0);
        let upr = ask(Kind::Upr, "next.csv", &[]);
        assert!(
            intake::choose(&db, &room, &library, next.as_bytes(), &upr)
                .await
                .is_ok_and(|c| c.origin == Origin::Proposed)
        );
    }
}

const INDEX: &str = "\
AnnotationId,Symbol,Text,AnnotationType,PublicationDate,Countries,AffectedPersons,Themes,Body
a-1,A/HRC/98/7,\"<p>125.4&nbsp;Provide <b>shelter</b> &amp; advice to every victim</p>\",Recommendation,2019-12-20,Kazakhstan,Women,Housing;Trafficking in persons,Universal Periodic Review
a-2,CEDAW/C/X/5,Inspect without notice,Recommendation,2018-11-05,Kazakhstan;France,,Labour,CEDAW
a-3,CEDAW/C/X/6,Inspect with notice,Recommendation,2018-11-05,France,,Labour,CEDAW
";

#[tokio::test]
async fn recommendations_of_the_index_stand_beside_those_of_the_pack() {
    for (db, library) in each!("intake_index") {
        let desk = Desk { db: &db, library: &library };
        let world = ask(Kind::Uhri, "uhri.csv", &[]);
        assert!(
            matches!(desk.look(INDEX, &world).await, Err(Stop::Refused(why)) if matches!(*why, Refusal::ChooseWhat { .. }))
        );
        let ask = Ask { country: Some("kaz".to_owned()), ..world };
        let before = Listed::<Recommendation>::of(&desk.room().await).rows.len();
        let (_, taken, recorded) = desk.keep(INDEX, &ask, TODAY).await;
        assert_eq!(taken.reading.skipped_rows(), 2, "the header and another country");
        assert_eq!(changes(recorded), (4, 0, 0), "two recommendations with their documents");
        let room = desk.room().await;
        let listed = Listed::<Recommendation>::of(&room);
        assert_eq!((listed.rows.len(), listed.faults.len()), (before + 2, 0));
        let shelter = listed.rows.iter().find(|asked| asked.id.0 == "a-1").expect("it is there");
        assert_eq!(shelter.text, "Provide shelter & advice to every victim");
        assert_eq!((shelter.theme.as_str(), shelter.locator.as_str()), ("trafficking", "¶125.4"));
        assert_eq!(shelter.public(&room), Some(date(2019, 12, 20)));
        assert_eq!(changes(desk.keep(INDEX, &ask, TODAY).await.2), (0, 0, 2));
    }
}

const FIGURES: &str = "\
Indicator,Value,Unit,Place,Period,Basis,Source
vict.identified,> 30,persons,KZ,2024,official_admin,S002
vict.identifed,31,persons,KZ,2024,official_admin,S002
vict.identified,32,persons,Almaty,2024,official_admin,S002
vict.identified,33,persons,KZ,2024,official_admin,S02
";

#[tokio::test]
async fn a_figure_about_nothing_known_is_refused_with_the_nearest_names() {
    let (db, library, _) = loaded().await;
    let desk = Desk { db: &db, library: &library };
    let (_, taken) = desk.look(FIGURES, &ask(Kind::Observations, "f.csv", &[])).await.expect("a reading");
    let refused = &taken.reading.refused;
    assert_eq!(refused.iter().map(|refused| refused.line).collect::<Vec<_>>(), [3, 4, 5]);
    let near = |row: usize, name: &str| taken.nearest[row].iter().any(|near| near == name);
    assert!(near(0, "vict.identified") && near(1, "KZ-75") && near(2, "S002"), "{:?}", taken.nearest);
}

#[tokio::test]
async fn a_figure_was_released_when_its_row_its_source_or_a_person_says() {
    let (db, library, _) = loaded().await;
    let desk = Desk { db: &db, library: &library };
    let one = FIGURES.lines().take(2).collect::<Vec<_>>().join("\n");
    let released = |taken: &Taken| taken.reading.observations[0].released;
    let plain = ask(Kind::Observations, "f.csv", &[]);
    let (_, taken) = desk.look(&one, &plain).await.expect("a reading");
    assert_eq!(released(&taken), Some(date(2025, 2, 25)), "the day of S002");
    let stated = Ask { released: Some(date(2025, 3, 1)), ..plain.clone() };
    let (_, taken) = desk.look(&one, &stated).await.expect("a reading");
    assert_eq!(released(&taken), Some(date(2025, 3, 1)));
    let title = ("source_title", "A letter");
    let new = ask(Kind::Observations, "f.csv", &[("source_id", "LETTER"), title, ("source_published", "2025-04")]);
    let (_, taken, recorded) = desk.keep(&one, &new, TODAY).await;
    assert_eq!((released(&taken), changes(recorded)), (Some(date(2025, 4, 30)), (2, 0, 0)));
    let room = desk.room().await;
    assert!(room.sources().any(|source| source.id.0 == "LETTER" && source.title == "A letter"));
    assert!(room.observations().any(|seen| seen.source.0 == "LETTER" && seen.figure.comparator().code() == "gt"));
}

#[tokio::test]
async fn a_row_that_could_not_be_read_again_is_not_recorded() {
    let (db, library, _) = loaded().await;
    let desk = Desk { db: &db, library: &library };
    let constants = [("plan_id", "P-1"), ("source_id", "S002"), ("plan_adopted", "in spring")];
    let refused = desk.look(PLAN, &ask(Kind::Plan, "plan.csv", &constants)).await.expect_err("spring is no date");
    let Stop::Refused(why) = refused else { panic!("{refused:?}") };
    assert!(
        matches!(*why, Refusal::NotOurs { ref name, ref column, .. } if name == "P-1" && column == "adopted"),
        "{why:?}"
    );
    assert_eq!(Commitment::TABLE, "commitments");
}

#[tokio::test]
async fn a_country_that_is_not_there_and_a_country_of_a_plan_are_typed_wrongly() {
    let (db, library, _) = loaded().await;
    let desk = Desk { db: &db, library: &library };
    for (kind, code) in [(Kind::Uhri, "ERE"), (Kind::Plan, "KAZ")] {
        let table = if kind == Kind::Plan { PLAN } else { INDEX };
        let ask = Ask { country: Some(code.to_owned()), ..ask(kind, "x.csv", &[]) };
        assert!(matches!(desk.look(table, &ask).await, Err(Stop::Failed(pana_app::Error::NotFound(_)))), "{code}");
    }
}
