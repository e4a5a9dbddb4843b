//! R1: no step asks for registration, citizenship, documents or a criminal case as a condition; the function does not receive them.

use std::collections::BTreeSet;

use pana_casework::criterion::{CriterionCode, FORBIDDEN, NotACriterion, is_forbidden};
use pana_casework::eligibility::{Finding, Needs, Shown, assess};
use pana_casework::version::Version;
use proptest::prelude::*;
use serde_json::Value;

use crate::world::{code, needs, version};

fn field_names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                into.insert(name.clone());
                field_names(inner, into);
            }
        }
        Value::Array(all) => all.iter().for_each(|inner| field_names(inner, into)),
        _ => {}
    }
}

#[test]
fn r1_what_eligibility_receives_has_no_field_for_a_forbidden_condition() {
    let asked = needs(&[("harm", Shown::Yes), ("cut_off", Shown::Unknown), ("in_want", Shown::No)]);
    let mut names = BTreeSet::new();
    field_names(&serde_json::to_value(&asked).expect("JSON"), &mut names);
    let expected = ["assessed_on", "criteria", "cut_off", "harm", "in_want"];
    assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert!(names.iter().all(|name| !is_forbidden(name)), "{names:?}");
    // The whole signature: needs and law, nothing else.
    let _: fn(&Needs, &Version) -> Finding = assess;
}

#[test]
fn r1_a_document_with_a_forbidden_field_is_not_read_as_needs() {
    for field in ["registration", "citizenship", "documents", "criminal_case", "cooperation", "willing_to_testify"] {
        let with_field = format!(r#"{{"assessed_on":"2025-03-01","criteria":{{}},"{field}":"yes"}}"#);
        assert!(serde_json::from_str::<Needs>(&with_field).is_err(), "{field}");
    }
}

#[test]
fn r1_no_country_can_make_a_forbidden_condition_a_criterion() {
    for given in [
        "has_registration",
        "citizenship",
        "foreigner",
        "identity_document",
        "passport_shown",
        "criminal_case_opened",
        "cooperates_no_cooperation",
        "willing_to_testify",
        "police_report",
        "consent_to_share",
    ] {
        assert_eq!(CriterionCode::parse(given), Err(NotACriterion::Forbidden(given.to_owned())));
        assert!(serde_json::from_value::<CriterionCode>(Value::from(given)).is_err());
    }
    for part in FORBIDDEN {
        assert!(CriterionCode::parse(&format!("x_{part}_y")).is_err(), "{part}");
    }
    for malformed in ["", "Harm", "harm done", "вред"] {
        assert!(matches!(CriterionCode::parse(malformed), Err(NotACriterion::Malformed(_))), "{malformed}");
    }
}

#[test]
fn r1_services_are_owed_where_each_group_of_criteria_has_one_that_is_shown() {
    let law = version("2025-03-01");
    let owed = assess(&needs(&[("harm", Shown::Yes), ("in_want", Shown::Yes), ("cut_off", Shown::No)]), &law);
    let criteria_met = [code("harm"), code("in_want")].into();
    assert_eq!(owed, Finding::Owed { ground: "harm_with_consequence".to_owned(), criteria_met });
    let open = assess(&needs(&[("harm", Shown::Yes), ("cut_off", Shown::Unknown), ("in_want", Shown::No)]), &law);
    assert_eq!(open, Finding::Open { ask: [code("cut_off")].into() });
    let not_shown = assess(&needs(&[("harm", Shown::No)]), &law);
    assert_eq!(not_shown, Finding::NotShown);
    let nothing_asked = assess(&needs(&[]), &law);
    assert_eq!(nothing_asked, Finding::Open { ask: [code("harm"), code("cut_off"), code("in_want")].into() });
}

fn shown() -> impl Strategy<Value = Shown> {
    prop::sample::select(Shown::ALL)
}

proptest! {
    #[test]
    fn r1_one_more_yes_never_makes_services_less_owed(harm in shown(), cut_off in shown(), in_want in shown(), which in 0_usize..3) {
        let law = version("2025-03-01");
        let rank = |finding: Finding| match finding {
            Finding::NotShown => 0,
            Finding::Open { .. } => 1,
            Finding::Owed { .. } => 2,
        };
        let mut answers = [("harm", harm), ("cut_off", cut_off), ("in_want", in_want)];
        let before = rank(assess(&needs(&answers), &law));
        answers[which].1 = Shown::Yes;
        prop_assert!(rank(assess(&needs(&answers), &law)) >= before);
    }

    #[test]
    fn r1_an_open_finding_asks_exactly_what_could_make_services_owed(harm in shown(), cut_off in shown(), in_want in shown()) {
        let law = version("2025-03-01");
        let answers = [("harm", harm), ("cut_off", cut_off), ("in_want", in_want)];
        if let Finding::Open { ask } = assess(&needs(&answers), &law) {
            let told: Vec<_> =
                answers.iter().map(|(name, was)| (*name, if ask.contains(&code(name)) { Shown::Yes } else { *was })).collect();
            let owed = matches!(assess(&needs(&told), &law), Finding::Owed { .. });
            prop_assert!(owed, "{:?}", ask);
        }
    }
}
