//! The law of each country of the data: it is read, its rows have sources, its words are there; and what is refused.

use pana_casework::calendar::days_after;
use pana_casework::clock::{Clock, ClockRefusal, State};
use pana_casework::clock_law::{PauseRule, ReEntryRule, StartRule};
use pana_casework::consent::{ConsentRefusal, ConsentState, Explained, Form, Purpose};
use pana_casework::decision::{BodyKind, DecisionRefused, IdentificationStatus};
use pana_casework::eligibility::{Finding, RefusalReason, Shown};
use pana_casework::exit::{ExitReason, FollowUpAgreement, Reached};
use pana_casework::law::{Deadline, Law};
use pana_casework::law_row::{rows, to_confirm};
use pana_casework::life_threat::{AlarmRefusal, Endangered};
use pana_casework::plan::{Every, PlanRefusal, Progress, Signer};
use pana_casework::recipient::RecipientKind;
use pana_casework::service::{DeliveryRefusal, Unit};
use pana_casework::stage::{Stage, Step, StepRefused};
use pana_packs::casework::law::{read, read_all};
use pana_packs::{Files, builtin};

const FILE: &str = "casework/kz/law.toml";

fn day(text: &str) -> jiff::civil::Date {
    text.parse().expect("a day")
}

fn law() -> Law {
    read(&builtin::data(), "kz").unwrap_or_else(|faults| panic!("{faults}"))
}

/// The data with one change in the law's file.
fn changed(from: &str, to: &str) -> Files {
    let mut data = builtin::data();
    let text = data.text(FILE).expect("the file").to_owned();
    assert!(text.contains(from), "{from}");
    data.insert(FILE, text.replacen(from, to, 1));
    data
}

fn faults(from: &str, to: &str) -> String {
    read(&changed(from, to), "kz").expect_err("a fault").to_string()
}

#[test]
fn the_law_of_every_country_is_read() {
    let all = read_all(&builtin::data()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(all.keys().collect::<Vec<_>>(), ["kz"]);
    assert!(all.iter().all(|(folder, law)| *folder == law.id));
}

#[test]
fn six_months_nine_with_extensions_two_grounds_eight_services() {
    let law = law().version_on(day("2026-03-01"));
    assert_eq!(law.term(|law| &law.clock.base_months), Some(&6));
    assert_eq!(law.term(|law| &law.clock.maximum_months), Some(&9));
    assert_eq!(law.term(|law| &law.clock.warning_days), Some(&vec![60, 30, 14, 7, 1]));
    let grounds: Vec<&str> = law.law.clock.extension_grounds.iter().map(|row| row.value.code.as_str()).collect();
    assert_eq!(grounds, ["criminal_proceedings", "medical_stay"]);
    let services = law.law.guaranteed(law.on);
    let codes: Vec<&str> = services.iter().map(|code| code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "social_household",
            "social_medical",
            "social_psychological",
            "social_pedagogical",
            "social_labour",
            "social_cultural",
            "social_economic",
            "social_legal",
        ]
    );
    assert_eq!(law.term(|law| &law.follow_up_months), Some(&vec![1, 3, 6, 12]));
}

#[test]
fn the_benefit_unit_is_that_of_the_day() {
    let unit = |on: &str| law().benefit_unit.in_force(day(on)).map(|row| (row.value, row.verified));
    assert_eq!(unit("2020-03-31"), Some((2651, false)));
    assert_eq!(unit("2020-04-01"), Some((2778, true)));
    assert_eq!(unit("2025-12-31"), Some((3932, true)));
    assert_eq!(unit("2026-01-01"), Some((4325, true)));
    assert_eq!(unit("2014-12-31"), None);
}

#[test]
fn what_the_sources_do_not_say_is_absent_or_marked() {
    let law = law();
    let on = day("2026-03-01");
    assert!(Deadline::ALL.iter().all(|&deadline| law.deadline(deadline, on).is_none()));
    let open: Vec<String> = to_confirm(&law, on).into_iter().map(|row| row.key).collect();
    for key in
        ["clock.start", "clock.re_entry", "clock.pause", "retention.case_years", "refusal_reasons", "exit_reasons"]
    {
        assert!(open.iter().any(|listed| listed == key), "{key}");
    }
    assert!(law.refusal_reasons.iter().all(|row| !row.verified));
    // What is said to be working knowledge or not found is never marked verified.
    for row in rows(&law) {
        let unsure = ["working knowledge", "not found", "practice of this program"];
        assert!(!(row.row.verified && unsure.iter().any(|mark| row.row.source.contains(mark))), "{row:?}");
    }
}

#[test]
fn r10_a_referral_is_due_after_three_working_days_of_the_country() {
    let law = law();
    assert_eq!(law.referral_due(day("2026-11-20")), Some(day("2026-11-25")), "over a weekend");
    assert_eq!(
        law.referral_due(day("2026-03-19")),
        Some(day("2026-03-25")),
        "over two holidays of the weekend and one after it"
    );
    assert!(law.rest_days.values().iter().all(|row| !row.verified), "nobody read an act that says so");
    assert!(law.holidays.values().iter().all(|row| !row.verified));
    let offence = |code: &str| law.offences.iter().find(|row| row.value.code == code).map(|row| row.verified);
    assert_eq!((offence("128"), offence("309"), offence("1")), (Some(true), Some(false), None));
}

#[test]
fn a_clock_runs_under_it() {
    let law = law().version_on(day("2026-02-28"));
    let centre = pana_casework::id::CentreId::parse("centre").expect("not blank");
    let start =
        pana_casework::clock::Start { episode: 1, centre, admitted_on: Some(day("2026-02-28")), decided_on: None };
    let clock = Clock::start(start, &law).expect("the law says how");
    let end = clock.end(day("2026-03-01")).expect("known");
    assert_eq!(end, day("2026-08-28"));
    assert_eq!(clock.state(days_after(end, 1)), State::Beyond { days: 1, needs_plan: true });
    assert_eq!(law.law.zone.day("2026-02-28T19:30:00Z".parse().expect("a moment")), Some(day("2026-03-01")));
}

#[test]
fn every_key_of_the_file_and_every_code_has_words() {
    let data = builtin::data();
    let catalogue = data.text("text/en/law.ftl").expect("the catalogue").to_owned();
    let has = |key: &str| catalogue.lines().any(|line| line.starts_with(&format!("{} = ", key.replace('_', "-"))));
    for row in rows(&law()) {
        let key = format!("law-key-{}", row.key.replace(['.', '_'], "-"));
        assert!(has(&key), "{key}");
    }
    macro_rules! words {
        ($($prefix:literal: $list:ty),+ $(,)?) => {
            $(for member in <$list>::ALL { let key = format!("{}-{}", $prefix, member.name()); assert!(has(&key), "{key}"); })+
        };
    }
    words! {
        "start-rule": StartRule, "re-entry-rule": ReEntryRule, "pause-rule": PauseRule, "deadline": Deadline,
        "pause-reason": pana_casework::clock::PauseReason, "clock-refusal": ClockRefusal, "shown": Shown,
        "identification-status": IdentificationStatus, "body-kind": BodyKind, "refusal-reason": RefusalReason,
        "purpose": Purpose, "recipient-kind": RecipientKind, "explained": Explained, "consent-state": ConsentState,
        "consent-refusal": ConsentRefusal, "endangered": Endangered, "alarm-refusal": AlarmRefusal, "unit": Unit,
        "delivery-refusal": DeliveryRefusal, "progress": Progress, "every": Every, "signer": Signer,
        "plan-refusal": PlanRefusal, "exit-reason": ExitReason, "follow-up-agreement": FollowUpAgreement,
        "reached": Reached, "stage": Stage, "step": Step, "weekday": pana_casework::calendar::Weekday,
    }
    for (prefix, names) in [
        ("clock-state", &State::NAMES[..]),
        ("consent-form", &Form::NAMES),
        ("finding", &Finding::NAMES),
        ("decision-refused", &DecisionRefused::NAMES),
        ("step-refused", &StepRefused::NAMES),
    ] {
        for name in names {
            assert!(has(&format!("{prefix}-{name}")), "{prefix}-{name}");
        }
    }
}

#[test]
fn a_forbidden_reason_or_criterion_is_refused() {
    let reason = faults(r#"value = "other_person""#, r#"value = "no_registration""#);
    assert!(
        reason.starts_with(&format!("{FILE}: `refusal_reasons`:")) && reason.contains("no_registration"),
        "{reason}"
    );
    let criterion = faults(r#"code = "ill_treatment", "#, r#"code = "criminal_case_opened", "#);
    assert!(
        criterion.contains("`criteria`:") && criterion.contains("no decision on services may rest on"),
        "{criterion}"
    );
}

#[test]
fn each_fault_names_file_key_and_reason() {
    for (from, to, expected) in [
        (
            "[[clock.base_months]]\nvalue = 6",
            "[[clock.base_months]]\nvalue = \"six\"",
            "`clock.base_months`: invalid type",
        ),
        (
            "[[clock.base_months]]\nvalue = 6",
            "[[clock.base_months]]\nvalue = 10",
            "`clock.maximum_months`: 9 is less than the 10",
        ),
        ("value = \"admission\"", "value = \"sunrise\"", "`clock.start`: unknown variant `sunrise`"),
        ("[[clock.pause]]", "[[clock.paws]]", "`clock.pause`: it is missing"),
        ("[[clock.pause]]", "[[clock.paws]]", "`clock.paws`: a law has no such key"),
        ("\"plan_review\", \"appeal\"]", "\"plan_review\"]", "`deadlines.appeal`: it is missing"),
        ("value = \"<+05>-5\"", "value = \"Almaty\"", "`zone.rule`: `Almaty` is not a POSIX time zone rule"),
        (
            "valid_to = \"2024-02-29\"\n",
            "",
            "`zone.rule`: the values that hold from always and from 2024-03-01 share a day",
        ),
        ("valid_to = \"2024-02-29\"", "valid_to = \"2024-02-30\"", "`zone.rule`:"),
    ] {
        let told = faults(from, to);
        assert!(told.contains(&format!("{FILE}: {expected}")), "{told}");
    }
    let unknown = faults("[\"ill_treatment\"]", "[\"hunger\"]");
    assert!(unknown.contains("names `hunger`, which is not among `criteria`"), "{unknown}");
    let empty = faults("[\"ill_treatment\"]", "[]");
    assert!(empty.contains("an empty group"), "{empty}");
    let bare =
        faults("source = \"not found; to be looked for in order No. 263 and in the Social Code\"", "source = \" \"");
    assert!(bare.contains("`clock.start[1]`: a row names its source"), "{bare}");
    let nameless = faults("kk = \"Құқықтық\"", "kk = \"\"");
    assert!(nameless.contains("`social_legal`: it has no name in `kk`"), "{nameless}");
    let twice = faults("code = \"social_legal\"", "code = \"social_economic\"");
    assert!(twice.contains("`services`: `social_economic` is there twice on one day"), "{twice}");
    let broken = read(&changed("[zone]", "[zone"), "kz").expect_err("a fault");
    assert!(broken.0[0].line.is_some_and(|line| line > 5), "{broken}");
    let missing = read(&Files::default(), "kz").expect_err("no file").to_string();
    assert!(missing.contains("the file is missing"), "{missing}");
}

#[test]
fn all_faults_are_told_at_once() {
    let mut data = changed("value = \"admission\"", "value = \"sunrise\"");
    let text = data.text(FILE).expect("the file").replacen("value = \"stops\"", "value = \"sleeps\"", 1);
    data.insert(FILE, text);
    assert_eq!(read(&data, "kz").expect_err("two faults").0.len(), 2);
}
