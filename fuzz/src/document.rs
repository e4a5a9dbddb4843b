//! The documents of a case: JSON out of a sealed entry. The first line of an input names the type.

use jiff::civil::Date;
use pana_casework::age::{AgeAnswer, AgeDecision, group};
use pana_casework::appeal::Appeal;
use pana_casework::centre::{Ask, Funding, Guest, House, Now, funding_alarm};
use pana_casework::child::Child;
use pana_casework::clock::Clock;
use pana_casework::consent::Consent;
use pana_casework::decision::{EligibilityDecision, IdentificationDecision};
use pana_casework::eligibility::Needs;
use pana_casework::employment::Employment;
use pana_casework::exit::{Exit, FollowUp};
use pana_casework::extension::ExtensionRequest;
use pana_casework::fact::Fact;
use pana_casework::given::{DeletionRequest, Given};
use pana_casework::health::{HealthEntry, appointments};
use pana_casework::intake::{Draft, opening};
use pana_casework::job_seeker::{Applicant, JobSeeker, Shield};
use pana_casework::life_threat::LifeThreat;
use pana_casework::person::{Identity, Papers, Sex};
use pana_casework::plan::Plan;
use pana_casework::proceeding::{Proceeding, ProceedingStage, StageReached};
use pana_casework::referral::Referral;
use pana_casework::screening::Screening;
use pana_casework::service::Delivered;
use pana_casework::stage::Course;
use pana_casework::statistic::{Quarter, StatisticRow};
use pana_casework::task::{Lead, Task};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::intake::TODAY;
use crate::text;

/// Days on which what was read is reckoned.
const DAYS: [Date; 4] = [Date::MIN, TODAY, jiff::civil::date(2027, 2, 28), Date::MAX];

fn kept<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(json: &str, also: impl Fn(&T)) -> bool {
    let Ok(document) = serde_json::from_str::<T>(json) else { return false };
    let value = serde_json::to_value(&document).expect("a document can be kept");
    let again: T = serde_json::from_value(value).expect("what was kept can be read");
    assert_eq!(again, document, "kept and read it is the same");
    also(&document);
    true
}

/// Whether the input is a document of the type that it names.
fn read(bytes: &[u8]) -> bool {
    let given = text(bytes);
    let (kind, json) = given.split_once('\n').unwrap_or((&given, ""));
    match kind {
        "sheet" => kept(json, |_: &opening::Start| ()),
        "needs" => kept(json, |_: &opening::Needs| ()),
        "tonight" => kept(json, |_: &opening::Tonight| ()),
        "identity" => kept(json, identity),
        "residence" => kept(json, |_: &Papers| ()),
        "screening" => kept(json, |_: &Screening| ()),
        "identification" => kept(json, |_: &IdentificationDecision| ()),
        "eligibility" => kept(json, |_: &EligibilityDecision| ()),
        "course" => kept(json, |course: &Course| {
            let _ = course.stage().steps();
        }),
        "assessment" => kept(json, |_: &Needs| ()),
        "appeal" => kept(json, |_: &Appeal| ()),
        "consent" => {
            kept(json, |consent: &Consent| assert!(DAYS.iter().all(|day| !consent.state_on(*day).name().is_empty())))
        }
        "given" => kept(json, |given: &Given| {
            assert_eq!(DeletionRequest::for_all(std::slice::from_ref(given), TODAY).len(), 1);
        }),
        "life_threat" => {
            kept(json, |act: &LifeThreat| assert!(!act.danger().trim().is_empty() && !act.classes().is_empty()))
        }
        "plan" => kept(json, plan),
        "service" => kept(json, |_: &Delivered| ()),
        "clock" => kept(json, clock),
        "extension_request" => kept(json, |_: &ExtensionRequest| ()),
        "child" => kept(json, |child: &Child| DAYS.iter().for_each(|day| drop(child.missing(false, *day)))),
        "exit" => kept(json, |exit: &Exit| {
            assert!(exit.follow_ups(&[0, 3, 3, u32::MAX], &[]).len() <= 3);
        }),
        "follow_up" => kept(json, |_: &FollowUp| ()),
        "fact" => kept(json, |fact: &Fact| {
            let _ = (fact.when.order(), DAYS.map(|day| fact.clone().told(day)));
        }),
        "health" => kept(json, |entry: &HealthEntry| {
            assert!(appointments([entry, entry]).len() <= 1);
            let _ = DAYS.map(|day| entry.clone().entered(day));
        }),
        "employment" => kept(json, employment),
        "referral" => kept(json, |referral: &Referral| {
            assert!(DAYS.iter().all(|day| !referral.state(*day).name().is_empty()) && referral.asked().count() > 0);
        }),
        "proceeding" => kept(json, |link: &Proceeding| {
            let next = link.stage().map_or(ProceedingStage::ALL, |reached| reached.stage.leads_to());
            for on in DAYS {
                let _ = next.first().map(|&stage| link.reaching(StageReached { stage, on }, TODAY));
            }
        }),
        "statistic" => kept(json, |_: &StatisticRow| ()),
        "quarter" => kept(json, |_: &Quarter| ()),
        "house" => kept(json, house),
        "funding" => kept(json, |periods: &Vec<Funding>| {
            for day in DAYS {
                let alarm = funding_alarm(periods, u16::MAX, day);
                let _ = alarm.map(|alarm| alarm.task(u16::MAX));
            }
        }),
        "age" => kept(json, |decision: &AgeDecision| {
            let birth = pana_casework::age::Birth::Unknown;
            assert_eq!(group(Some(AgeAnswer::Unsure), birth, Some(decision), Date::MAX), decision.group);
        }),
        "lead" => kept(json, |_: &Lead| ()),
        "task" => kept(json, |_: &Task| ()),
        "draft" => kept(json, |draft: &Draft| {
            if let Ok(opening) = draft.finish() {
                assert!(opening.documents().is_ok_and(|documents| !documents.is_empty()));
            }
        }),
        _ => false,
    }
}

fn employment(work: &Employment) {
    let shield = Shield::new(["victim", "құрбан"]);
    for on in DAYS {
        let _ = work.found.first().map(|found| work.finding(found.clone(), on));
    }
    let shielded = shield.gives_away(&work.sought).is_some();
    assert!(JobSeeker::new(Applicant::default(), work.sought.clone(), &shield).is_err(), "nobody without a name");
    assert!(!shielded || !work.sought.is_empty());
}

fn identity(identity: &Identity) {
    assert!(identity.search_forms().iter().all(|form| !form.is_empty()));
    for on in DAYS {
        let age = identity.birth.age(on);
        assert!(age.is_none_or(|(least, most)| 0 <= least && least <= most));
        let _ = group(Some(AgeAnswer::Adult), identity.birth, None, on);
    }
}

fn clock(clock: &Clock) {
    for on in DAYS {
        assert!(clock.days_used(on) >= 0);
        assert_eq!(clock.days_left(on).is_some(), clock.months().is_some());
        let _ = (clock.state(on), clock.warnings(on), clock.days_by_centre(on));
    }
}

fn plan(plan: &Plan) {
    for (from, to) in [(Date::MIN, Date::MAX), (TODAY, TODAY), (Date::MAX, Date::MIN)] {
        let lines = plan.against(&[], &[], from, to);
        assert!(lines.len() <= plan.services.len());
    }
}

fn house(house: &House) {
    for night in DAYS {
        let now = Now { night, at: jiff::Timestamp::UNIX_EPOCH };
        let total = house.total(now);
        assert!(total.free <= total.places);
        let guest = Guest { sex: Sex::Female, age_group: pana_casework::age::AgeGroup::Adult };
        let ask = Ask { guest, family: vec![guest], accessible: false };
        assert!(house.offers(&ask, now).iter().all(|offer| offer.free >= 2), "a room for two");
    }
}

pub fn document(bytes: &[u8]) {
    read(bytes);
}

pub mod seeds {
    use super::*;

    /// Invented documents, one of each type, in `documents.txt`, parted by empty lines.
    pub fn document() -> Vec<Vec<u8>> {
        let mut seeds: Vec<Vec<u8>> =
            include_str!("documents.txt").split("\n\n").map(|seed| seed.trim().as_bytes().to_vec()).collect();
        seeds.push(with_terms("clock", super::CLOCK));
        seeds.push(with_terms("eligibility", super::ELIGIBILITY));
        seeds
    }

    /// A document that keeps terms of the law: those of the first law that travels with the program.
    fn with_terms(kind: &str, json: &str) -> Vec<u8> {
        let laws = pana_packs::casework::law::read_all(&pana_packs::builtin::data()).expect("our own laws are sound");
        let terms = laws.values().next().expect("there is a law").version_on(TODAY).terms();
        let terms = serde_json::to_string(&terms).expect("kept");
        format!("{kind}\n{}", json.replace("TERMS", &terms)).into_bytes()
    }
}

const CLOCK: &str = r#"{"episode":1,"started_on":"2026-01-31","held_by":[{"centre":"c1","from":"2026-01-31"},{"centre":"c2","from":"2026-03-01"}],
"pauses":[{"reason":"medical_stay","from":"2026-02-01","until":"2026-02-11"},{"reason":"transfer","from":"2026-06-01"}],
"extensions":[{"ground":"g","months":3,"evidence":"e1","decided_on":"2026-06-30","decided_by":"h1"}],"law":TERMS}"#;

const ELIGIBILITY: &str = r#"{"body":"b","decided_on":"2026-11-22","recorded_by":"w1","outcome":{"decision":"refused","reason":"other_person",
"legal_basis":"art. 1","legal_basis_verified":false,"refused_on":"2026-11-22","appeal":{"body":"court","how":"in writing"},"appeal_by":"2026-12-22"},"law":TERMS}"#;

#[cfg(test)]
mod tests {
    #[test]
    fn every_seed_is_a_document() {
        for seed in super::seeds::document() {
            assert!(super::read(&seed), "{}", String::from_utf8_lossy(&seed));
        }
    }
}
