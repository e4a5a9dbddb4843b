//! The claims of the fact base reach the verdicts that a careful reader expects, by general rules.
//! Oracle: shared/facts/seeds/verdicts.csv, rows `machine_expected` (carried in data/kz).

use std::collections::BTreeSet;

use pana_evidence::Room;
use pana_evidence::claim::{Claim, Decision, Ground, check};
use pana_packs::{Pack, builtin, ruleset, world};

/// Kazakhstan's pack alone, or beside the world's as the program loads it.
fn room(beside: bool) -> Room {
    let data = builtin::data();
    let pack = Pack::read("kz", &data.below("kz")).unwrap_or_else(|faults| panic!("{faults}"));
    if !beside {
        return Room::new(pack.sources, pack.places, pack.indicators, pack.relations, pack.observations, pack.records);
    }
    let rules = ruleset::Rules::read_all(&data).unwrap_or_else(|faults| panic!("{faults}"));
    let world = world::read(&data, &rules).unwrap_or_else(|faults| panic!("{faults}"));
    let pack = pack.beside(&world).unwrap_or_else(|faults| panic!("{faults}"));
    let both = |a: Vec<_>, b: Vec<_>| a.into_iter().chain(b).collect::<Vec<_>>();
    let places = world.places.into_iter().chain(pack.places).collect();
    let indicators = world.indicators.into_iter().chain(pack.indicators).collect();
    let relations = world.relations.into_iter().chain(pack.relations).collect();
    let observations = world.observations.into_iter().chain(pack.observations).collect();
    Room::new(both(world.sources, pack.sources), places, indicators, relations, observations, pack.records)
}

fn codes(listed: &[String]) -> BTreeSet<&str> {
    listed.iter().map(String::as_str).collect()
}

#[test]
fn every_expected_verdict_and_code_set_is_reached() {
    for beside in [false, true] {
        let room = room(beside);
        let ground = Ground::new(&room);
        let expected: Vec<Decision> = room
            .records(Decision::TABLE)
            .map(|record| Decision::of_record(record).expect("a verdict"))
            .filter(|decision| !decision.is_by_a_person())
            .collect();
        assert_eq!(expected.len(), 22);
        let mut wrong = Vec::new();
        for decision in &expected {
            let record = room.records("claims").find(|record| record.key == decision.claim).expect("its claim");
            let claim = Claim::of_record(record).unwrap_or_else(|fault| panic!("{}: {fault}", decision.claim));
            let found = check(&ground, &claim);
            let got: BTreeSet<&str> = found.codes().map(|code| code.code()).collect();
            if found.verdict != decision.verdict || got != codes(&decision.codes) {
                wrong.push(format!(
                    "{} {}: expected {} {:?}\n   got {} {got:?}",
                    claim.id,
                    claim.paraphrase,
                    decision.verdict.code(),
                    codes(&decision.codes),
                    found.verdict.code()
                ));
            }
        }
        assert!(wrong.is_empty(), "beside the world: {beside}\n{}", wrong.join("\n"));
    }
}

/// Claims of other shapes than those with an expected verdict: what a careful reader of the same sources would say.
#[test]
fn changes_identities_and_mixed_periods_are_told_apart() {
    let room = room(true);
    let ground = Ground::new(&room);
    let told = |cells: [&str; 12]| {
        let columns = [
            "claimant",
            "claimant_kind",
            "source_id",
            "locus",
            "claim_type",
            "indicator_id",
            "comparator",
            "value",
            "unit",
            "geo_id",
            "period_type",
            "period_label",
        ];
        let claim = Claim::read(&|column| match column {
            "claim_id" => Some("T".to_owned()),
            other => columns.iter().position(|known| *known == other).map(|at| cells[at].to_owned()),
        });
        let found = check(&ground, &claim.expect("a claim"));
        let codes: Vec<&str> = found.codes().map(|code| code.code()).collect();
        (found.verdict.code(), codes.join(";"))
    };
    // 244 in eight months "is twice 2014": the earlier value is nobody's, and a part of a year is no year.
    assert_eq!(
        told([
            "Presidential Commission on Human Rights",
            "government",
            "S001",
            "International obligations",
            "change",
            "case.ratio_vs_2014",
            "approx",
            "2",
            "ratio",
            "KZ",
            "change",
            "compared with 2014"
        ]),
        ("not_comparable", "CHANGE_IMPLIES_BASE;PARTIAL_VS_FULL".to_owned())
    );
    // 40 cases of two years against 231 of ten months, of other offences.
    assert_eq!(
        told([
            "a reader",
            "hypothetical",
            "S003",
            "x",
            "trend",
            "case.initiated",
            "gt",
            "40",
            "cases",
            "KZ",
            "year",
            "2011 to 2012"
        ]),
        ("not_comparable", "PERIOD_LENGTH_DIFFERS;OFFENCE_GROUP_DIFFERS".to_owned())
    );
    // 11.1 per 1,000 of 18,776,707 people and 208,000 people: both rounded.
    assert_eq!(
        told([
            "Walk Free",
            "ngo",
            "S000",
            "Key stats",
            "identity",
            "ms.prevalence.number",
            "eq",
            "208000",
            "persons",
            "KZ",
            "point_in_time",
            "2021"
        ]),
        ("consistent", "ARITHMETIC_OK;ROUNDING".to_owned())
    );
    // The ministry's headline rounds the figure of the local bodies.
    assert_eq!(
        told([
            "MLSP",
            "government",
            "S002",
            "headline",
            "level",
            "sss.recipients",
            "approx",
            "250",
            "persons",
            "KZ",
            "year",
            "2024"
        ]),
        ("consistent", "ROUNDING".to_owned())
    );
    assert_eq!(
        told([
            "a reader",
            "hypothetical",
            "S003",
            "x",
            "level",
            "vict.registered.cum",
            "eq",
            "876",
            "persons",
            "KZ",
            "cumulative",
            "2004 to October 2012"
        ]),
        ("consistent", "VALUE_MATCH".to_owned())
    );
}
