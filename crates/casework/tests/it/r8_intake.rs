//! R8 and R14 of the intake: one thing on each page, identity last, only a code name needed; saved ten times it is one.

use jiff::civil::date;
use pana_casework::Kind;
use pana_casework::age::AgeGroup;
use pana_casework::intake::{Draft, DraftId, Fields, Page, Step};

fn draft() -> Draft {
    let id = DraftId::parse("0123456789abcdef0123456789abcdef").expect("an id");
    Draft::begin(id, date(2026, 11, 21), "worker")
}

fn page(step: Step, fields: &[(&str, &str)]) -> Page {
    Page::read(step, &Fields::from_pairs(fields.iter().copied()), date(2026, 11, 21)).expect("a page")
}

#[test]
fn r8_identity_is_the_last_step_and_only_the_code_name_is_needed() {
    assert_eq!(Step::ALL.last(), Some(&Step::Identity));
    let needed: Vec<&Step> = Step::ALL.iter().filter(|step| !step.is_optional()).collect();
    assert_eq!(needed, [&Step::CodeName]);
    let mut draft = draft();
    assert_eq!(draft.finish().expect_err("no code name").field, "code_name");
    draft.save(page(Step::CodeName, &[("code_name", "Қарлығаш")]));
    let opening = draft.finish().expect("a code name is enough");
    assert_eq!(opening.identity, None);
    let kinds: Vec<Kind> = opening.documents().expect("documents").iter().map(|document| document.kind).collect();
    assert_eq!(kinds, [Kind::Sheet, Kind::Needs, Kind::Tonight]);
    // R6: nobody asked, so protection as for a child is due.
    assert_eq!(opening.start.age_group, AgeGroup::Child);
}

#[test]
fn a_step_that_is_left_out_is_gone_and_not_asked_again() {
    let mut draft = draft();
    draft.save(page(Step::Danger, &[("now", "yes"), ("kind", "injury")]));
    assert_eq!(draft.next(), Some(Step::Age));
    draft.leave_out(Step::Age);
    assert_eq!(draft.next(), Some(Step::CodeName));
    draft.leave_out(Step::Danger);
    assert_eq!((draft.page(Step::Danger), draft.next()), (None, Some(Step::CodeName)));
    draft.save(page(Step::Age, &[("age", "adult")]));
    assert_eq!(draft.page(Step::Age).map(Page::step), Some(Step::Age));
}

#[test]
fn every_step_knows_the_one_before_and_the_one_after() {
    assert_eq!((Step::Danger.before(), Step::Identity.next()), (None, None));
    for pair in Step::ALL.windows(2) {
        assert_eq!((pair[0].next(), pair[1].before()), (Some(pair[1]), Some(pair[0])));
    }
}

#[test]
fn r14_a_page_saved_ten_times_is_one_and_a_draft_kept_reads_back() {
    let mut draft = draft();
    for _ in 0..10 {
        draft.save(page(Step::Age, &[("age", "unsure")]));
    }
    draft.leave_out(Step::Source);
    let kept = serde_json::to_string(&draft).expect("JSON");
    assert_eq!(kept.matches("unsure").count(), 1);
    assert_eq!(serde_json::from_str::<Draft>(&kept).expect("a draft"), draft);
}
