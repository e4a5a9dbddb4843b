//! Tiers, goods, law, inspection, and the record of each assessor, as the pack of Kazakhstan supports them.

use std::collections::BTreeSet;

use jiff::civil::date;
use pana_evidence::assessment::dossier::{Says, record_of};
use pana_evidence::assessment::goods::{Mark, goods_of};
use pana_evidence::assessment::inspection::{Effect, inspection_regime_of};
use pana_evidence::assessment::legal::legal_framework_of;
use pana_evidence::assessment::tip::{Kind, Tier, published_of};
use pana_evidence::{ObservationId, Record, Room};
use pana_packs::{Pack, builtin};
use pana_text::Lang;

use crate::assessed::{World, kazakhstan};

#[test]
fn tiers_are_what_was_published_and_nothing_of_it_was_read_in_the_source_itself() {
    let tiers = published_of(&World::new().room(), &kazakhstan()).expect("tiers");
    let years: Vec<(i16, Tier, bool)> =
        tiers.iter().map(|published| (published.report_year, published.tier, published.verified)).collect();
    assert_eq!(years, [2013, 2021, 2022, 2023, 2024, 2025].map(|year| (year, Tier::Two, false)));
}

#[test]
fn nothing_gives_a_tier_but_the_row_it_was_published_in() {
    let source = include_str!("../../../evidence/src/assessment/tip.rs");
    let answers = source.split("fn ").skip(1).filter_map(|rest| rest.split(['{', ';']).next());
    let giving: Vec<&str> = answers
        .filter(|signature| {
            signature.split("->").nth(1).is_some_and(|answer| answer.contains("Tier") || answer.contains("Self"))
        })
        .collect();
    assert_eq!(giving, Vec::<&str>::new());
}

#[test]
fn every_question_of_the_tier_is_asked_with_the_evidence_that_is_there() {
    let world = World::new();
    let room = world.room();
    let asked = world.assessments.tip.ask(&room, &kazakhstan(), 2025).expect("questions");
    assert_eq!(asked.iter().filter(|asked| asked.question.kind == Kind::Standard).count(), 4);
    let keys: BTreeSet<&str> = room.all_records().iter().map(|record| record.key.as_str()).collect();
    let mut evidence = 0;
    for asked in &asked {
        for found in &asked.evidence {
            evidence += 1;
            for name in &found.refers_to {
                let known = keys.contains(name.as_str()) || room.observation(&ObservationId(name.clone())).is_some();
                assert!(known, "{}: {name} is neither a row nor an observation", found.row);
            }
        }
    }
    assert_eq!(evidence, room.records("tip_evidence").count());
    assert!(asked.iter().any(|asked| asked.evidence.is_empty()), "what nobody knows stays open");
    let earlier = world.assessments.tip.ask(&room, &kazakhstan(), 2016).expect("questions");
    assert!(earlier.iter().flat_map(|asked| &asked.evidence).all(|found| found.year.is_none_or(|year| year <= 2016)));
}

#[test]
fn a_question_or_tier_nobody_knows_is_a_fault() {
    let world = World::new();
    let row = |table: &str, cells: &[(&str, &str)]| Record {
        pack: "kz".to_owned(),
        table: table.to_owned(),
        key: "X1".to_owned(),
        cells: cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect(),
    };
    let room = |record| Room::new(vec![], vec![], vec![], vec![], vec![], vec![record]);
    let tier = room(row("tip_tiers", &[("report_year", "2020"), ("tier", "4"), ("source_id", "S"), ("locus", "p. 1")]));
    let told = published_of(&tier, &kazakhstan()).expect_err("no such tier").to_string();
    assert_eq!(told, "tip_tiers X1, column tier: `4` is not one of: 1, 2, 2wl, 3, special");
    let question = room(row("tip_evidence", &[("question", "weather"), ("bearing", "supports")]));
    assert!(world.assessments.tip.ask(&question, &kazakhstan(), 2020).is_err());
}

#[test]
fn the_listed_good_keeps_what_the_source_does_not_show() {
    let goods = goods_of(&World::new().room(), &kazakhstan()).expect("goods");
    assert_eq!(goods.len(), 1);
    let cotton = &goods[0];
    assert_eq!(
        (cotton.child_labour, cotton.forced_labour, cotton.forced_child_labour),
        (Mark::Yes, Mark::Yes, Mark::NotShown)
    );
    assert_eq!(cotton.derived, None);
}

#[test]
fn law_and_inspection_come_with_their_dates() {
    let room = World::new().room();
    let law = legal_framework_of(&room, &kazakhstan()).expect("law");
    let code = law.norms.iter().find(|norm| norm.row == "C-ENTCODE").expect("the code");
    assert_eq!(code.adopted.map(|day| day.to_string()).as_deref(), Some("2021-12-30"));
    assert_eq!(code.in_force_from.map(|day| day.to_string()).as_deref(), Some("2023-01-01"));
    assert!(law.norms.iter().all(|norm| norm.kind != "measure"));
    assert_eq!(law.standards.len(), 5);
    assert!(law.standards.iter().all(|standard| standard.age.is_none()), "no age is stated in the fact base");
    let regime = inspection_regime_of(&room, &kazakhstan()).expect("a regime");
    assert_eq!(regime.len(), 4);
    let in_force = regime.iter().find(|provision| provision.refers_to == "C-ENTCODE").expect("the law");
    assert_eq!(
        (in_force.effect, in_force.applied(date(2022, 12, 31)), in_force.applied(date(2023, 1, 1))),
        (Effect::Restricts, Some(false), Some(true))
    );
    let undated = regime.last().expect("small enterprises");
    assert_eq!((undated.from, undated.applied(date(2023, 1, 1))), (None, None));
}

#[test]
fn each_assessors_record_stands_beside_the_others() {
    let world = World::new();
    let room = world.room();
    let records = record_of(&room, &world.assessments.instruments, &world.editions(), &kazakhstan()).expect("records");
    let names: Vec<&str> = records.iter().filter_map(|record| record.instrument.as_deref()).collect();
    assert_eq!(names, ["ilab", "tip", "gsi-prevalence", "gsi-vulnerability", "gsi-response", "gsi-negatives"]);
    assert_eq!(records.len(), 6, "no row of the table of assessments is without an instrument");
    let ilab = &records[0];
    assert_eq!(ilab.entries.iter().map(|entry| entry.year).collect::<Vec<_>>(), (2016..=2022).collect::<Vec<i16>>());
    let of_2021 = &ilab.entries[5];
    assert_eq!(of_2021.observations.len(), 2, "the page and the data files say the same");
    assert_eq!(of_2021.rows, ["A-ILAB-2021"]);
    assert_eq!(of_2021.reason.as_deref(), Some("Law signed 30 December 2021 restricting unannounced inspections"));
    let modifiers: Vec<&str> = ilab
        .entries
        .iter()
        .map(|entry| match &entry.says {
            Says::Level(level) => level.modifier(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(modifiers, ["", "", "", "", "", "regression", "continued"]);
    let tip: Vec<i16> = records[1].entries.iter().map(|entry| entry.year).collect();
    assert_eq!(tip, [2013, 2016, 2021, 2022, 2023, 2024, 2025]);
    let editions: BTreeSet<i16> = records[3].entries.iter().map(|entry| entry.year).collect();
    assert_eq!(editions, BTreeSet::from([2018, 2023]));
    let negatives: Vec<&str> = records[5]
        .entries
        .iter()
        .map(|entry| match &entry.says {
            Says::NegativeMet(indicator) => indicator.0.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(negatives, ["gsi-2023.M1216NEG", "gsi-2023.M1235NEG", "gsi-2023.M4224NEG"]);
    let rows: BTreeSet<&str> =
        records.iter().flat_map(|record| &record.entries).flat_map(|entry| &entry.rows).map(String::as_str).collect();
    for assessment in room.records("assessments") {
        assert!(rows.contains(assessment.key.as_str()), "{} is lost", assessment.key);
    }
}

#[test]
fn an_assessment_of_an_unknown_instrument_is_not_lost() {
    let world = World::new();
    let cells = [
        ("assessor", "Somebody"),
        ("instrument", "A new index"),
        ("country", "KZ"),
        ("year", "2024"),
        ("level", "fair"),
    ];
    let row = Record {
        pack: "kz".to_owned(),
        table: "assessments".to_owned(),
        key: "A-NEW".to_owned(),
        cells: cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).to_vec(),
    };
    let room = Room::new(vec![], vec![], vec![], vec![], vec![], vec![row]);
    let records = record_of(&room, &world.assessments.instruments, &[], &kazakhstan()).expect("records");
    assert_eq!(records.len(), 1);
    assert_eq!((records[0].instrument.as_deref(), records[0].counts.as_str()), (None, "assessor-counts-other"));
    assert_eq!(records[0].entries[0].says, Says::Words(vec!["fair".to_owned()]));
}

#[test]
fn everything_an_assessment_says_has_words_in_three_languages() {
    let world = World::new();
    let texts = pana_packs::texts::read(&builtin::data()).unwrap_or_else(|faults| panic!("{faults}"));
    let rule = world.assessments.ilab.draft();
    let mut keys: Vec<String> = rule.areas.iter().map(|area| format!("ilab-area-{area}")).collect();
    keys.extend(rule.rows.iter().map(|row| format!("ilab-when-{}", row.when.key())));
    keys.extend(rule.rows.iter().map(|row| format!("ilab-level-{}", row.level)));
    keys.extend(rule.parameters.iter().map(|parameter| format!("ilab-parameter-{}", parameter.name)));
    keys.extend(["regression", "continued", "complicit"].map(|modifier| format!("ilab-modifier-{modifier}")));
    keys.extend(world.assessments.tip.questions.iter().map(|question| format!("tip-asks-{}", question.id)));
    keys.extend(Tier::ALL.iter().map(|(_, code)| format!("tip-tier-{code}")));
    keys.extend(world.assessments.instruments.iter().flat_map(|instrument| [instrument.counts(), instrument.scale()]));
    keys.extend(
        world
            .kz
            .records
            .iter()
            .filter(|record| record.table == "legal_standards")
            .filter_map(|record| record.cell("standard"))
            .map(|standard| format!("legal-standard-{standard}")),
    );
    keys.extend(
        world
            .kz
            .records
            .iter()
            .filter(|record| record.table == "inspection_regime")
            .filter_map(|record| record.cell("aspect"))
            .map(|aspect| format!("inspection-aspect-{aspect}")),
    );
    for lang in Lang::ALL {
        let missing: Vec<&String> = keys.iter().filter(|key| !texts.get(lang).has(key)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{lang}");
    }
}

#[test]
fn a_part_of_a_table_is_checked_as_the_table_is() {
    let with = |file: &str, from: &str, to: &str| {
        let mut files = builtin::data().below("kz");
        let text = files.text(file).expect("the file").to_owned();
        assert!(text.contains(from), "{file} has no {from}");
        files.insert(file, text.replacen(from, to, 1));
        files
    };
    let read = |files| Pack::read("kz", &files).expect_err("it is broken").to_string();
    let twice = read(with("sources_assessment.csv", "\nTIP-2013,", "\nS000,"));
    assert!(twice.contains("`S000` is already in sources.csv"), "{twice}");
    let world = World::new();
    let unsourced = Pack::read("kz", &with("tip_tiers.csv", ",TIP-2013,", ",TIP-1913,")).expect("the tables are sound");
    let told = unsourced.beside(&world.world).expect_err("no such source").to_string();
    assert_eq!(
        told,
        "tip_tiers.csv, column source_id: row T2013: `TIP-1913` is not a source of the pack or of the world"
    );
}
