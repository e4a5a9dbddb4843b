//! R5: consent is purpose × recipient × classes × end × form × language; withdrawal acts at once; nobody overrides it.

use pana_casework::Class;
use pana_casework::calendar::days_after;
use pana_casework::consent::{
    Asked, Consent, ConsentRefusal, ConsentState, Form, Giver, LegalBasis, Purpose, Withdrawal, give,
};
use pana_casework::given::{Given, Under};
use pana_casework::id::StaffId;
use pana_casework::life_threat::{Alarm, AlarmRefusal, Endangered, LifeThreat};
use pana_casework::recipient::{Recipient, RecipientKind};
use proptest::prelude::*;

use crate::world::{asked, classes, clinic, consent, day, version, worker};

#[test]
fn r5_a_consent_ends_after_ninety_days_unless_she_names_a_day() {
    assert_eq!(consent("2025-03-01").days(), (day("2025-03-01"), day("2025-05-30")));
    let named = Asked { ends_on: Some(day("2025-03-10")), ..asked("2025-03-01") };
    let named = give(named, Giver::Adult, &version("2025-03-01")).expect("complete");
    assert_eq!(named.state_on(day("2025-03-10")), ConsentState::InForce);
    assert_eq!(named.state_on(day("2025-03-11")), ConsentState::Ended);
    assert_eq!(named.state_on(day("2025-02-28")), ConsentState::Ahead);
    let backwards = Asked { ends_on: Some(day("2025-02-10")), ..asked("2025-03-01") };
    assert_eq!(give(backwards, Giver::Adult, &version("2025-03-01")), Err(ConsentRefusal::EndsBeforeItBegins));
}

#[test]
fn r5_each_missing_part_is_told() {
    let oral = |witness: &str| Form::OralWithWitness { witness: witness.to_owned() };
    let refused = |asked: Asked| give(asked, Giver::Adult, &version("2025-03-01")).expect_err("a refusal");
    let whole = || asked("2025-03-01");
    let nameless = Recipient { name: " ".to_owned(), ..clinic() };
    let baseless = LegalBasis { act: String::new(), article: None };
    assert_eq!(refused(Asked { classes: classes(&[]), ..whole() }), ConsentRefusal::NoClasses);
    assert_eq!(refused(Asked { recipient: nameless, ..whole() }), ConsentRefusal::NoRecipient);
    assert_eq!(refused(Asked { legal_basis: baseless, ..whole() }), ConsentRefusal::NoLegalBasis);
    assert_eq!(refused(Asked { language: " ".to_owned(), ..whole() }), ConsentRefusal::NoLanguage);
    assert_eq!(refused(Asked { form: oral(" "), ..whole() }), ConsentRefusal::NoWitness);
    give(Asked { form: oral("Neighbour"), ..whole() }, Giver::Adult, &version("2025-03-01")).expect("complete");
}

#[test]
fn r5_for_a_child_a_guardian_without_a_part_in_it_consents_and_the_child_assents() {
    let form = |guardian: &str, guardian_not_implicated, child_assents| Form::GuardianAndAssent {
        guardian: guardian.to_owned(),
        guardian_not_implicated,
        child_assents,
    };
    let given = |form| give(Asked { form, ..asked("2025-03-01") }, Giver::Child, &version("2025-03-01"));
    given(form("Aunt", true, true)).expect("complete");
    assert_eq!(given(form("", true, true)), Err(ConsentRefusal::NoGuardian));
    assert_eq!(given(form("Uncle", false, true)), Err(ConsentRefusal::GuardianMayBeImplicated));
    assert_eq!(given(form("Aunt", true, false)), Err(ConsentRefusal::NoAssent));
    assert_eq!(given(asked("2025-03-01").form), Err(ConsentRefusal::ChildNeedsGuardian));
}

#[test]
fn r5_only_what_she_agreed_to_is_proved() {
    let consent = consent("2025-03-01");
    let on = day("2025-03-02");
    let health = classes(&[Class::Health]);
    let other = Recipient { kind: RecipientKind::Police, ..clinic() };
    assert!(consent.proof(Purpose::Medical, &clinic(), &health, on).is_some());
    assert_eq!(consent.proof(Purpose::Proceedings, &clinic(), &health, on), None);
    assert_eq!(consent.proof(Purpose::Medical, &other, &health, on), None);
    assert_eq!(consent.proof(Purpose::Medical, &clinic(), &classes(&[Class::Health, Class::Story]), on), None);
    assert_eq!(consent.proof(Purpose::Medical, &clinic(), &classes(&[]), on), None);
    assert_eq!(consent.proof(Purpose::Medical, &clinic(), &health, day("2025-06-01")), None);
}

#[test]
fn r5_withdrawal_acts_at_once_lists_what_was_given_and_asks_for_its_deletion() {
    let consent = consent("2025-03-01");
    let give_out = |class, on: &str| {
        let proof = consent.proof(Purpose::Medical, &clinic(), &classes(&[class]), day(on)).expect("in force");
        Given::under_consent(proof, worker())
    };
    let under_another = {
        let other = give(
            Asked { id: pana_casework::id::ConsentId::parse("consent 2").expect("not blank"), ..asked("2025-03-01") },
            Giver::Adult,
            &version("2025-03-01"),
        )
        .expect("complete");
        let proof = other.proof(Purpose::Medical, &clinic(), &classes(&[Class::Health]), day("2025-03-02"));
        Given::under_consent(proof.expect("in force"), worker())
    };
    let given = [give_out(Class::Health, "2025-03-02"), give_out(Class::Identity, "2025-03-05"), under_another];
    let withdrawal = Withdrawal { withdrawn_at: day("2025-03-06"), recorded_by: worker() };
    let withdrawn = consent.withdraw(withdrawal.clone(), &given).expect("in force");
    assert_eq!(withdrawn.consent.state_on(day("2025-03-05")), ConsentState::InForce);
    assert_eq!(withdrawn.consent.state_on(day("2025-03-06")), ConsentState::Withdrawn);
    let health = classes(&[Class::Health]);
    assert_eq!(withdrawn.consent.proof(Purpose::Medical, &clinic(), &health, day("2025-03-06")), None);
    assert_eq!(withdrawn.given, given[..2]);
    assert_eq!(withdrawn.requests.len(), 1);
    assert_eq!(withdrawn.requests[0].recipient, clinic());
    assert_eq!(withdrawn.requests[0].classes, classes(&[Class::Health, Class::Identity]));
    assert_eq!(withdrawn.requests[0].asked_on, day("2025-03-06"));
    assert_eq!(withdrawn.consent.withdraw(withdrawal, &given), Err(ConsentRefusal::AlreadyWithdrawn));
}

#[test]
fn r5_a_threat_to_life_is_an_act_of_its_own_and_no_consent() {
    let alarm = Alarm {
        endangered: Endangered::Child,
        danger: "The child has stopped breathing".to_owned(),
        recipient: clinic(),
        classes: classes(&[Class::Health, Class::Place]),
        on: day("2025-03-02"),
        by: worker(),
        seconded_by: None,
        told_her_on: None,
    };
    let act = LifeThreat::record(alarm.clone()).expect("complete");
    assert!(act.needs_second() && act.needs_telling());
    let given = Given::under_life_threat(&act);
    assert_eq!((given.under(), given.given_on()), (&Under::LifeThreat, day("2025-03-02")));
    // It is not among what a withdrawal of a consent lists: no consent was behind it.
    let withdrawal = Withdrawal { withdrawn_at: day("2025-03-03"), recorded_by: worker() };
    assert_eq!(consent("2025-03-01").withdraw(withdrawal, &[given]).expect("in force").given, []);
    for (spoilt, refusal) in [
        (Alarm { danger: " ".to_owned(), ..alarm.clone() }, AlarmRefusal::NoDanger),
        (Alarm { classes: classes(&[]), ..alarm.clone() }, AlarmRefusal::NoClasses),
        (Alarm { seconded_by: Some(worker()), ..alarm.clone() }, AlarmRefusal::SecondIsTheSame),
        (Alarm { told_her_on: Some(day("2025-03-01")), ..alarm.clone() }, AlarmRefusal::ToldBefore),
    ] {
        assert_eq!(LifeThreat::record(spoilt.clone()), Err(refusal));
        let written = serde_json::to_string(&spoilt).expect("JSON");
        assert!(serde_json::from_str::<LifeThreat>(&written).is_err(), "{written}");
    }
    let seconded = Alarm { seconded_by: StaffId::parse("head"), told_her_on: Some(day("2025-03-02")), ..alarm };
    let seconded = LifeThreat::record(seconded).expect("complete");
    assert!(!seconded.needs_second() && !seconded.needs_telling());
}

#[test]
fn r5_a_consent_that_is_written_down_reads_back_the_same() {
    let consent = consent("2025-03-01");
    let written = serde_json::to_string(&consent).expect("JSON");
    assert!(!written.contains("override"), "{written}");
    assert_eq!(serde_json::from_str::<Consent>(&written).expect("JSON"), consent);
}

proptest! {
    #[test]
    fn r5_after_a_withdrawal_no_day_has_a_proof(withdrawn_after in 0_i64..200, asked_after in 0_i64..400) {
        let consent = consent("2025-03-01");
        let first = day("2025-03-01");
        let withdrawal = Withdrawal { withdrawn_at: days_after(first, withdrawn_after), recorded_by: worker() };
        let withdrawn = consent.withdraw(withdrawal, &[]).expect("given before").consent;
        let on = days_after(first, asked_after);
        let proof = withdrawn.proof(Purpose::Medical, &clinic(), &classes(&[Class::Health]), on);
        prop_assert_eq!(proof.is_some(), asked_after < withdrawn_after && asked_after <= 90);
    }
}
