//! Each way a response tree can be wrong, and the refusal that names it.

use super::*;
use crate::index::world;

fn refusal(change: impl FnOnce(&mut ResponseDraft)) -> RulesetError {
    let mut draft = world::small();
    change(&mut draft);
    Response::new(draft).expect_err("the change makes the ruleset wrong")
}

fn text(code: &str) -> String {
    code.to_owned()
}

#[test]
fn a_sound_tree_gives_its_own_maxima() {
    let rules = Response::new(world::small()).expect("nothing was changed");
    assert_eq!(rules.maxima(), &Maxima { milestones: vec![2.0, 4.0], total: 6.0 });
    assert_eq!(rules.maxima_of("AAA"), rules.maxima());
}

#[test]
fn milestones_are_numbered_without_a_gap() {
    let error = refusal(|draft| draft.milestones[1].number = 3);
    assert_eq!(error, RulesetError::MilestoneNumber { expected: 2, found: 3 });
}

#[test]
fn an_activity_is_listed_once_and_in_a_known_milestone() {
    let error = refusal(|draft| draft.activities[1].code = text("M11"));
    assert_eq!(error, RulesetError::ActivityTwice { code: text("M11") });
    let error = refusal(|draft| draft.activities[1].milestone = Some(9));
    assert_eq!(error, RulesetError::UnknownMilestone { activity: text("M12"), milestone: 9 });
}

#[test]
fn an_item_is_listed_once_and_in_a_known_activity() {
    let error = refusal(|draft| draft.items[1].code = text("M111"));
    assert_eq!(error, RulesetError::ItemTwice { code: text("M111") });
    let error = refusal(|draft| draft.items[1].activity = text("M99"));
    assert_eq!(error, RulesetError::UnknownActivity { item: text("M112"), activity: text("M99") });
}

#[test]
fn an_activity_has_items_of_its_kind() {
    let error = refusal(|draft| draft.items.retain(|item| item.activity != "M22"));
    assert_eq!(error, RulesetError::ActivityWithoutItems { activity: text("M22") });
    let error = refusal(|draft| draft.activities[1].kind = ActivityKind::Graded);
    assert_eq!(error, RulesetError::GradedWithoutPositive { activity: text("M12") });
    let error = refusal(|draft| draft.items[3].negative = false);
    assert_eq!(error, RulesetError::PositiveInNegativeOnly { activity: text("M12"), item: text("M121NEG") });
    let points = ActivityKind::Points { minimum: 0.0, maximum: 9.0 };
    let error = refusal(|draft| draft.activities[0].kind = points);
    assert_eq!(error, RulesetError::PointsItem { activity: text("M11") });
}

#[test]
fn a_negative_activity_takes_points_away() {
    let error = refusal(|draft| draft.activities[1].kind = ActivityKind::NegativeOnly { points: 2.0 });
    assert_eq!(error, RulesetError::NegativeOnlyPoints { activity: text("M12"), points: 2.0 });
}

#[test]
fn a_scale_of_points_reaches_above_zero() {
    let upside_down = ActivityKind::Points { minimum: 2.0, maximum: 1.0 };
    let error = refusal(|draft| draft.activities[3].kind = upside_down);
    assert_eq!(error, RulesetError::PointsScale { activity: text("M22"), minimum: 2.0, maximum: 1.0 });
}

#[test]
fn every_milestone_offers_points() {
    let error = refusal(|draft| draft.activities[0].milestone = Some(2));
    assert_eq!(error, RulesetError::MilestoneWithoutPoints { milestone: 1 });
    let empty = ResponseDraft { milestones: vec![], activities: vec![], items: vec![], ..world::small() };
    assert_eq!(Response::new(empty), Err(RulesetError::NoPoints));
}

fn reduction(milestone: u8, maximum: f64, total: f64) -> ReducedMaximum {
    let reason = text("cannot ratify conventions");
    ReducedMaximum { places: vec![text("XKX")], milestone, maximum, total, reason }
}

#[test]
fn a_reduced_maximum_holds_for_its_places_only() {
    let draft = ResponseDraft { reduced: vec![reduction(2, 3.0, 5.0)], ..world::small() };
    let rules = Response::new(draft).expect("4 became 3, so 6 becomes 5");
    assert_eq!(rules.maxima_of("XKX"), &Maxima { milestones: vec![2.0, 3.0], total: 5.0 });
    assert_eq!(rules.maxima_of("KAZ").total, 6.0);
}

#[test]
fn a_reduced_maximum_fits_the_tree() {
    let with = |reduced: Vec<ReducedMaximum>| refusal(|draft| draft.reduced = reduced);
    let full = 4.0;
    assert_eq!(with(vec![reduction(0, 1.0, 5.0)]), RulesetError::ReducedMilestone { milestone: 0 });
    assert_eq!(with(vec![reduction(3, 1.0, 5.0)]), RulesetError::ReducedMilestone { milestone: 3 });
    let error = with(vec![reduction(2, 5.0, 7.0)]);
    assert_eq!(error, RulesetError::ReducedMaximum { milestone: 2, maximum: 5.0, full });
    let error = with(vec![reduction(2, 3.0, 6.0)]);
    assert_eq!(error, RulesetError::ReducedTotal { milestone: 2, total: 6.0, expected: 5.0 });
    let error = with(vec![reduction(2, 3.0, 5.0), reduction(2, 2.0, 4.0)]);
    assert_eq!(error, RulesetError::ReducedTwice { place: text("XKX") });
    let nowhere = ReducedMaximum { places: vec![], ..reduction(2, 3.0, 5.0) };
    assert_eq!(with(vec![nowhere]), RulesetError::ReducedWithoutPlace { milestone: 2 });
}

#[test]
fn letters_fall_and_the_cap_is_one_of_them() {
    let letter = |from: f64, letter: &str| Letter { from, letter: text(letter) };
    let error = refusal(|draft| draft.letters = vec![letter(50.0, "A"), letter(60.0, "B")]);
    assert_eq!(error, RulesetError::LetterOrder { letter: text("B"), from: 60.0 });
    let error = refusal(|draft| draft.letters = vec![letter(50.0, "A"), letter(50.0, "B")]);
    assert_eq!(error, RulesetError::LetterOrder { letter: text("B"), from: 50.0 });
    let error = refusal(|draft| draft.letters = vec![letter(50.0, "A"), letter(40.0, "A")]);
    assert_eq!(error, RulesetError::LetterTwice { letter: text("A") });
    let error = refusal(|draft| draft.letter_cap_with_negative = Some(text("BBB")));
    assert_eq!(error, RulesetError::UnknownCap { letter: text("BBB") });
}

#[test]
fn a_file_is_checked_while_it_is_read_and_written_back_unchanged() {
    let written = serde_json::to_string(&Response::new(world::small()).expect("sound")).expect("plain data");
    let read: Response = serde_json::from_str(&written).expect("what was written can be read");
    assert_eq!(serde_json::to_string(&read).expect("plain data"), written);
    let wrong = written.replace(r#""code":"M112""#, r#""code":"M111""#);
    let error = serde_json::from_str::<Response>(&wrong).expect_err("an item is listed twice");
    assert!(error.to_string().contains("item M111 is listed twice"), "{error}");
}
