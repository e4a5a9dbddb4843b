//! R6: unsure age is a child until decided.

use jiff::civil::{Date, date};
use pana_casework::age::{AgeAnswer, AgeBasis, AgeDecision, AgeGroup, AgeRefusal, Birth, decide, group};
use pana_casework::child::{BestInterest, Child, Guardian, Missing, Relation};
use pana_casework::screening::Answer;
use pana_casework::{Confided, task};

const TODAY: Date = date(2025, 3, 1);

fn of(answer: Option<AgeAnswer>, birth: Birth) -> AgeGroup {
    group(answer, birth, None, TODAY)
}

#[test]
fn r6_unsure_age_is_a_child_until_decided() {
    assert_eq!(of(None, Birth::NotAsked), AgeGroup::Child);
    assert_eq!(of(Some(AgeAnswer::Unsure), Birth::Unknown), AgeGroup::Child);
    assert_eq!(of(Some(AgeAnswer::Under18), Birth::NotAsked), AgeGroup::Child);
    assert_eq!(of(Some(AgeAnswer::Adult), Birth::NotAsked), AgeGroup::Adult);
    let decision = AgeDecision { group: AgeGroup::Adult, on: TODAY, by: "s1".to_owned(), basis: AgeBasis::Paper };
    assert_eq!(group(Some(AgeAnswer::Unsure), Birth::Unknown, Some(&decision), TODAY), AgeGroup::Adult);
    let before = date(2025, 2, 28);
    assert_eq!(group(Some(AgeAnswer::Unsure), Birth::Unknown, Some(&decision), before), AgeGroup::Child);
}

#[test]
fn r6_what_contradicts_itself_is_a_child_too() {
    let adult_by_date = Birth::Date { date: date(1990, 1, 1) };
    assert_eq!(of(Some(AgeAnswer::Unsure), adult_by_date), AgeGroup::Child);
    assert_eq!(of(Some(AgeAnswer::Adult), Birth::Date { date: date(2010, 1, 1) }), AgeGroup::Child);
    assert_eq!(of(None, adult_by_date), AgeGroup::Adult);
}

#[test]
fn r6_a_year_leaves_a_doubt_that_counts_for_the_child() {
    assert_eq!(Birth::Year { year: 2007 }.age(TODAY), Some((17, 18)));
    assert_eq!(of(None, Birth::Year { year: 2007 }), AgeGroup::Child);
    assert_eq!(of(None, Birth::Year { year: 2006 }), AgeGroup::Adult);
    assert_eq!(Birth::Year { year: 2007 }.age(date(2025, 12, 31)), Some((18, 18)));
}

#[test]
fn an_age_is_in_full_years_on_the_day() {
    let leap = Birth::Date { date: date(2008, 2, 29) };
    assert_eq!(leap.age(date(2026, 2, 28)), Some((17, 17)));
    assert_eq!(leap.age(date(2026, 3, 1)), Some((18, 18)));
    let stated = Birth::Stated { years: 17, on: date(2025, 3, 1) };
    assert_eq!(stated.age(date(2025, 3, 1)), Some((17, 17)));
    assert_eq!(stated.age(date(2025, 3, 2)), Some((17, 18)));
    assert_eq!(stated.age(date(2026, 3, 1)), Some((18, 19)));
    assert_eq!(Birth::Date { date: date(2030, 1, 1) }.age(TODAY), None);
    assert_eq!(Birth::Year { year: i16::MIN }.age(TODAY).map(|(least, _)| least > 0), Some(true));
}

fn guardian(implicated: Answer) -> Guardian {
    Guardian { name: Confided::new("Б."), relation: Relation::Relative, implicated, from: TODAY, to: None }
}

#[test]
fn r6_who_is_implicated_or_may_be_does_not_speak_for_the_child() {
    for answer in Answer::ALL {
        assert_eq!(guardian(*answer).may_speak(TODAY), *answer == Answer::No, "{answer:?}");
    }
    let ended = Guardian { to: Some(date(2025, 3, 5)), ..guardian(Answer::No) };
    assert!(ended.may_speak(date(2025, 3, 5)) && !ended.may_speak(date(2025, 3, 6)));
}

#[test]
fn r6_what_is_missing_for_a_child_is_listed_and_becomes_tasks() {
    let mut child = Child { guardians: vec![guardian(Answer::Unknown)], ..Child::default() };
    assert_eq!(child.missing(false, TODAY), Missing::ALL);
    child.guardians.push(guardian(Answer::No));
    child.guardianship_informed_on = Some(date(2025, 3, 2));
    assert_eq!(child.missing(true, TODAY), [Missing::GuardianshipBody, Missing::BestInterest]);
    let note = Confided::new("…");
    let heard = Answer::Yes;
    child.best_interest.push(BestInterest { on: date(2025, 3, 2), by: "s1".to_owned(), child_heard: heard, note });
    assert_eq!(child.missing(true, date(2025, 3, 2)), []);
    let kinds: std::collections::BTreeSet<task::TaskKind> = Missing::ALL.iter().map(|missing| missing.task()).collect();
    assert_eq!(kinds.len(), Missing::ALL.len(), "each gap has a task of its own");
}

#[test]
fn r6_in_doubt_she_stays_a_child_and_a_decision_needs_more_than_words_to_say_otherwise() {
    let decision = |group, basis| AgeDecision { group, on: TODAY, by: "s1".to_owned(), basis };
    for &basis in AgeBasis::ALL {
        let child = decision(AgeGroup::Child, basis);
        assert_eq!(decide(child.clone(), Birth::Unknown, TODAY), Ok(child), "a child on any ground");
        let adult = decide(decision(AgeGroup::Adult, basis), Birth::Unknown, TODAY);
        assert_eq!(adult.is_ok(), basis != AgeBasis::OwnWords, "{basis:?}");
        let born = Birth::Date { date: date(2010, 1, 1) };
        let against = decide(decision(AgeGroup::Adult, AgeBasis::Paper), born, TODAY);
        assert_eq!(against, Err(AgeRefusal::BirthSaysChild));
    }
    let ahead = AgeDecision { on: date(2025, 3, 2), ..decision(AgeGroup::Child, AgeBasis::Paper) };
    assert_eq!(decide(ahead, Birth::Unknown, TODAY), Err(AgeRefusal::NotYet));
}
