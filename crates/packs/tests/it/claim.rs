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
