//! The night intake: one thing on each page, identity last, a code name is enough, saved as often as one likes.

use jiff::civil::{Date, date};
use pana_casework::Kind;
use pana_casework::age::AgeGroup;
use pana_casework::intake::step::FaultKind;
use pana_casework::intake::{Draft, DraftId, Fault, Fields, Page, Step};
use pana_casework::name;
use pana_casework::screening::Answer;
use proptest::prelude::*;

const TODAY: Date = date(2025, 3, 1);

fn draft() -> Draft {
    let id = DraftId::parse("0190F3A2-7C1B-4B1E-9D55-0242AC120002").expect("an id");
    Draft::begin(id, TODAY, "s1")
}

fn read(step: Step, fields: &[(&str, &str)]) -> Result<Page, Vec<Fault>> {
    Page::read(step, &Fields::from_pairs(fields.iter().copied()), TODAY)
}

fn page(step: Step, fields: &[(&str, &str)]) -> Page {
    read(step, fields).unwrap_or_else(|faults| panic!("{step:?}: {faults:?}"))
}

fn night() -> Vec<Page> {
    vec![
        page(Step::Danger, &[("now", "yes"), ("kind", "injury"), ("kind", "exploiter_near"), ("kind", "injury")]),
        page(Step::Age, &[("age", "unsure")]),
        page(Step::CodeName, &[("code_name", " Тюльпан ")]),
        page(Step::Language, &[("language", "uz"), ("interpreter", "yes")]),
        page(Step::Source, &[("source", "hotline")]),
        page(Step::Needs, &[("need", "rest"), ("need", "medical_care")]),
        page(Step::Place, &[("tonight", "here"), ("accessible", "no")]),
        page(Step::Record, &[("agreed", "yes")]),
        page(
            Step::Identity,
            &[("first_name", "Гулноза"), ("second_name", "Юсупова"), ("age_years", "17"), ("sex", "female")],
        ),
    ]
}

fn filled(pages: &[Page]) -> Draft {
    let mut draft = draft();
    pages.iter().for_each(|page| draft.save(page.clone()));
    draft
}

#[test]
fn r8_identity_is_the_last_step() {
    assert_eq!(Step::ALL.last(), Some(&Step::Identity));
    assert_eq!(Step::ALL.first(), Some(&Step::Danger));
    assert_eq!(
        Step::Record.next(),
        Some(Step::Identity),
        "nobody is asked who she is before she is asked for a record"
    );
    assert_eq!(Step::Identity.next(), None);
}

#[test]
fn r8_a_code_name_is_enough() {
    assert_eq!(draft().finish().map(|_| ()), Err(Fault { field: "code_name", kind: FaultKind::Missing }));
    let opening = filled(&[page(Step::CodeName, &[("code_name", "Тюльпан")])]).finish().expect("an opening");
    assert_eq!(opening.identity, None);
    assert_eq!(opening.start.code_name.reveal(), "Тюльпан");
    assert_eq!(opening.start.age_group, AgeGroup::Child, "nobody asked: a child until decided");
    let kinds: Vec<Kind> = opening.documents().expect("JSON").iter().map(|document| document.kind).collect();
    assert_eq!(kinds, [Kind::Sheet, Kind::Needs, Kind::Tonight]);
}

#[test]
fn r8_every_other_page_may_be_skipped() {
    for skipped in Step::ALL.iter().filter(|step| **step != Step::CodeName) {
        let pages: Vec<Page> = night().into_iter().filter(|page| page.step() != *skipped).collect();
        assert!(filled(&pages).finish().is_ok(), "{skipped:?}");
    }
    assert!(read(Step::Identity, &[]).is_ok(), "an empty page of identity is an answer");
}

#[test]
fn a_whole_night_gives_documents_each_in_its_class() {
    let opening = filled(&night()).finish().expect("an opening");
    let documents = opening.documents().expect("JSON");
    let kinds: Vec<Kind> = documents.iter().map(|document| document.kind).collect();
    assert_eq!(kinds, [Kind::Sheet, Kind::Needs, Kind::Tonight, Kind::Identity]);
    for document in documents.iter().filter(|document| document.kind != Kind::Identity) {
        let text = document.content.to_string();
        assert!(!text.contains("Гулноза") && !text.contains("Юсупова"), "{:?} names her", document.kind);
    }
    let identity = opening.identity.expect("she agreed");
    assert_eq!((identity.primary_language.as_str(), identity.interpreter), ("uz", Answer::Yes));
    assert!(!identity.search_forms().is_disjoint(&name::spellings("Gulnoza")));
    assert_eq!(opening.start.age_group, AgeGroup::Child);
    assert_eq!(opening.needs.dangers.len(), 2, "a box ticked twice is one");
}

#[test]
fn r7_without_agreement_only_the_name_is_left_out() {
    let with = filled(&night()).finish().expect("an opening");
    for agreed in ["no", "declined", "unknown", "not_asked"] {
        let mut draft = filled(&night());
        draft.save(page(Step::Record, &[("agreed", agreed)]));
        let without = draft.finish().expect("an opening");
        assert_eq!(without.identity, None, "{agreed}");
        assert_eq!((&without.needs, &without.tonight), (&with.needs, &with.tonight), "{agreed}");
        let text = format!(
            "{:?}",
            without.documents().expect("JSON").iter().map(|d| d.content.to_string()).collect::<Vec<_>>()
        );
        assert!(!text.contains("Гулноза"), "{agreed}");
    }
}

#[test]
fn r14_the_same_page_saved_ten_times_is_one_draft() {
    let once = filled(&night());
    let mut often = draft();
    for page in night() {
        (0..10).for_each(|_| often.save(page.clone()));
    }
    assert_eq!(once, often);
    assert_eq!(DraftId::parse("0190f3a27c1b4b1e9d550242ac120002"), Some(once.id.clone()), "one id in both spellings");
    let kept = serde_json::to_string(&often).expect("JSON");
    assert_eq!(serde_json::from_str::<Draft>(&kept).expect("a draft"), once);
    let ids =
        ["", "0190f3a2", "0190f3a27c1b4b1e9d550242ac12000g", "../../etc/passwd", "é190f3a27c1b4b1e9d550242ac120002"];
    assert!(ids.iter().all(|id| DraftId::parse(id).is_none()));
}

#[test]
fn the_work_goes_on_at_the_first_page_that_is_missing() {
    let mut draft = draft();
    for page in night() {
        assert_eq!(draft.next(), Some(page.step()));
        draft.save(page);
    }
    assert_eq!(draft.next(), None);
}

#[test]
fn faults_name_the_field_and_all_are_told_at_once() {
    let faults = |step, fields: &[(&str, &str)]| {
        let faults = read(step, fields).expect_err("faults");
        faults.into_iter().map(|fault| (fault.field, fault.kind)).collect::<Vec<_>>()
    };
    assert_eq!(faults(Step::CodeName, &[("code_name", "  ")]), [("code_name", FaultKind::Missing)]);
    assert_eq!(faults(Step::CodeName, &[("code_name", &"ж".repeat(41))]), [("code_name", FaultKind::TooLong)]);
    assert_eq!(faults(Step::CodeName, &[("code_name", "a\u{0}b")]), [("code_name", FaultKind::Signs)]);
    assert_eq!(faults(Step::Age, &[]), [("age", FaultKind::Missing)]);
    assert_eq!(faults(Step::Age, &[("age", "21")]), [("age", FaultKind::NotOffered)]);
    assert_eq!(faults(Step::Danger, &[("now", "no"), ("kind", "injury")]), [("kind", FaultKind::Contradiction)]);
    assert_eq!(faults(Step::Language, &[("language", "Qazaq")]), [("language", FaultKind::NotOffered)]);
    assert_eq!(faults(Step::Identity, &[("birthdate", "2025-03-02")]), [("birthdate", FaultKind::Future)]);
    assert_eq!(faults(Step::Identity, &[("birthdate", "30.02.2001")]), [("birthdate", FaultKind::Date)]);
    assert_eq!(faults(Step::Identity, &[("birth_year", "19")]), [("birth_year", FaultKind::Number)]);
    assert_eq!(faults(Step::Identity, &[("age_years", "-3")]), [("age_years", FaultKind::Number)]);
    let two = faults(Step::Identity, &[("birth_year", "1999"), ("age_years", "25"), ("mobile_phone", "ask Aliya")]);
    assert_eq!(two, [("age_years", FaultKind::Contradiction), ("mobile_phone", FaultKind::Signs)]);
}

#[test]
fn another_name_is_held_to_what_every_name_is_held_to() {
    let fault = |kind| Err(vec![Fault { field: "other_name", kind }]);
    assert_eq!(read(Step::Identity, &[("other_name", "Asel\u{4}ya")]), fault(FaultKind::Signs));
    assert_eq!(
        read(Step::Identity, &[("other_name", "Asel"), ("other_name", &"a".repeat(121))]),
        fault(FaultKind::TooLong)
    );
    let many = vec![("other_name", "Asel"); 41];
    assert_eq!(read(Step::Identity, &many), fault(FaultKind::TooLong));
    assert!(read(Step::Identity, &many[..40]).is_ok());
}

#[test]
fn r1_no_page_asks_for_papers_registration_citizenship_or_a_criminal_case() {
    let kept = serde_json::to_string(&filled(&night())).expect("JSON").to_lowercase();
    for word in ["citizen", "registration", "passport", "document", "criminal", "cooperat", "identity_number", "paper"]
    {
        assert!(!kept.contains(word), "{word}");
    }
}

#[test]
fn names_do_not_show_in_a_log() {
    let shown = format!("{:?}", filled(&night()));
    assert!(!shown.contains("Гулноза") && !shown.contains("Тюльпан"), "{shown}");
}

proptest! {
    #[test]
    fn no_form_makes_it_fail(step in 0..Step::ALL.len(), names in prop::collection::vec((".{0,12}", ".{0,30}"), 0..6)) {
        let known = ["now", "kind", "age", "code_name", "language", "birthdate", "birth_year", "age_years", "mobile_phone"];
        let pairs = names.iter().zip(known).flat_map(|((name, value), known)| [(name.as_str(), value.as_str()), (known, value.as_str())]);
        if let Ok(page) = Page::read(Step::ALL[step], &Fields::from_pairs(pairs), TODAY) {
            prop_assert_eq!(page.step(), Step::ALL[step]);
        }
    }
}
