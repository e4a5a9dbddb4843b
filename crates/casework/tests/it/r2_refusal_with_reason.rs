//! R2: a refusal needs a coded legal reason, a day and a path to appeal; forbidden reasons have no code.

use pana_casework::criterion::is_forbidden;
use pana_casework::decision::{
    AppealPath, Deciding, DecisionRefused, EligibilityDecision, Outcome, RefusalGiven, RefusalOfServices, accept,
    refuse,
};
use pana_casework::eligibility::{RefusalReason, Shown};
use serde_json::json;

use crate::world::{day, needs, version, worker};

fn by(on: &str) -> Deciding {
    Deciding { body: "Social department".to_owned(), on: day(on), recorded_by: worker() }
}

fn given(reason: RefusalReason) -> RefusalGiven {
    let appeal =
        AppealPath { body: "Regional department".to_owned(), how: "In writing or on paper at the desk".to_owned() };
    RefusalGiven { reason, appeal, appeal_by: None }
}

#[test]
fn r2_no_forbidden_reason_has_a_code() {
    for reason in RefusalReason::ALL {
        assert!(!is_forbidden(reason.name()), "{}", reason.name());
        assert_eq!(RefusalReason::parse(reason.name()), Some(*reason));
    }
    for forbidden in
        ["no_registration", "not_a_citizen", "no_criminal_case", "no_documents", "does_not_cooperate", "no_consent"]
    {
        assert_eq!(RefusalReason::parse(forbidden), None);
        assert!(serde_json::from_value::<RefusalReason>(json!(forbidden)).is_err());
    }
}

#[test]
fn r2_a_refusal_has_reason_basis_day_and_path() {
    let nothing = needs(&[("harm", Shown::No)]);
    let decision = refuse(&nothing, given(RefusalReason::CriteriaNotShown), by("2025-03-01"), &version("2025-03-01"))
        .expect("complete");
    let Outcome::Refused(refusal) = &decision.outcome else { panic!("{decision:?}") };
    assert_eq!(refusal.reason(), RefusalReason::CriteriaNotShown);
    assert_eq!(refusal.legal_basis(), ("New Act, art. 2", true));
    assert_eq!((refusal.refused_on(), refusal.appeal_by()), (day("2025-03-01"), None));
    assert_eq!(refusal.appeal().body, "Regional department");
    assert_eq!(refusal.days_to_appeal(day("2030-01-01")), None, "an appeal is never late by a day that nobody knows");
}

#[test]
fn r2_a_refusal_cannot_be_built_without_reason_day_and_path() {
    let complete = json!({
        "reason": "already_served", "legal_basis": "New Act, art. 3", "legal_basis_verified": false,
        "refused_on": "2025-03-01", "appeal": { "body": "Court", "how": "By letter" }, "appeal_by": "2025-03-31",
    });
    serde_json::from_value::<RefusalOfServices>(complete.clone()).expect("complete");
    for missing in ["reason", "legal_basis", "refused_on", "appeal"] {
        let mut without = complete.clone();
        without.as_object_mut().expect("an object").remove(missing);
        assert!(serde_json::from_value::<RefusalOfServices>(without).is_err(), "{missing}");
    }
    for (field, empty) in [
        ("legal_basis", json!(" ")),
        ("appeal", json!({ "body": "", "how": "By letter" })),
        ("appeal", json!({ "body": "Court", "how": "  " })),
        ("appeal_by", json!("2025-02-28")),
    ] {
        let mut spoilt = complete.clone();
        spoilt[field] = empty;
        assert!(serde_json::from_value::<RefusalOfServices>(spoilt).is_err(), "{field}");
    }
}

#[test]
fn r2_what_the_law_of_the_day_does_not_know_is_no_reason() {
    let nothing = needs(&[("harm", Shown::No)]);
    let refused = |reason, on: &str| refuse(&nothing, given(reason), by(on), &version(on)).expect_err("a refusal");
    assert_eq!(
        refused(RefusalReason::OtherPerson, "2025-03-01"),
        DecisionRefused::ReasonNotInLaw(RefusalReason::OtherPerson)
    );
    assert_eq!(
        refused(RefusalReason::AlreadyServed, "2023-03-01"),
        DecisionRefused::ReasonNotInLaw(RefusalReason::AlreadyServed)
    );
}

#[test]
fn r2_criteria_cannot_be_called_not_shown_while_they_are_shown_or_open() {
    let law = version("2025-03-01");
    let not_shown = |answers: &[(&str, Shown)]| {
        refuse(&needs(answers), given(RefusalReason::CriteriaNotShown), by("2025-03-01"), &law).expect_err("a refusal")
    };
    assert_eq!(
        not_shown(&[("harm", Shown::Yes), ("cut_off", Shown::Yes)]),
        DecisionRefused::ServicesAreOwed("harm_with_consequence".to_owned())
    );
    assert!(matches!(not_shown(&[("harm", Shown::Yes)]), DecisionRefused::AnswersMissing(_)));
}

#[test]
fn r2_an_acceptance_rests_on_criteria_that_are_shown() {
    let law = version("2025-03-01");
    let shown = needs(&[("harm", Shown::Yes), ("cut_off", Shown::Yes)]);
    let decision = accept(&shown, by("2025-03-01"), &law).expect("owed");
    let written = serde_json::to_string(&decision).expect("JSON");
    assert_eq!(serde_json::from_str::<EligibilityDecision>(&written).expect("JSON"), decision);
    assert!(written.contains(r#""decision":"eligible""#), "{written}");
    let open = accept(&needs(&[("harm", Shown::Yes)]), by("2025-03-01"), &law);
    assert_eq!(open, Err(DecisionRefused::GroundNotShown));
    let nobody = Deciding { body: " ".to_owned(), ..by("2025-03-01") };
    assert_eq!(accept(&shown, nobody, &law), Err(DecisionRefused::NoBody));
    assert_eq!(accept(&shown, by("2025-03-02"), &law), Err(DecisionRefused::LawOfAnotherDay(day("2025-03-01"))));
}
