//! Screening: the edges of the ILO rule, the range, and what no instrument may say.

use std::collections::BTreeSet;

use pana_casework::Confided;
use pana_casework::screening::ilo::{Line, Origin};
use pana_casework::screening::range::{self, IloResult};
use pana_casework::screening::{Answer, Answers, Finding, Instrument, Screening, ScreeningRefusal, Weight};
use proptest::prelude::*;

fn instrument(text: &str) -> Instrument {
    let instrument: Instrument = toml::from_str(text).expect("an instrument");
    instrument.check().expect("a sound instrument");
    instrument
}

fn adult() -> Instrument {
    instrument(include_str!("../../../../data/casework/instruments/ilo_labour_adult.toml"))
}

fn child() -> Instrument {
    instrument(include_str!("../../../../data/casework/instruments/ilo_labour_child.toml"))
}

/// All answered no, but these answered yes.
fn only(instrument: &Instrument, yes: &[&str]) -> Answers {
    let answer = |id: &String| if yes.contains(&id.as_str()) { Answer::Yes } else { Answer::No };
    Answers(instrument.items.iter().map(|item| (item.id.clone(), answer(&item.id))).collect())
}

fn result(instrument: &Instrument, answers: &Answers) -> IloResult {
    range::of(instrument, answers).expect("an ILO rule")
}

/// The one line of answers without an open question.
fn line(instrument: &Instrument, yes: &[&str]) -> Line {
    let range = result(instrument, &only(instrument, yes)).range.expect("answers");
    assert_eq!(range.low, range.high);
    assert_eq!(range.possible, BTreeSet::from([range.low]));
    range.low.line
}

// One strong and one medium each: dimensions 1, 4, 5; three medium: 2, 3.
const D1: [&str; 2] = ["1.01", "1.02"];
const D2: [&str; 3] = ["2.02", "2.03", "2.04"];
const D3: [&str; 3] = ["3.01", "3.02", "3.03"];
const D4: [&str; 2] = ["4.01", "4.02"];
const D5: [&str; 2] = ["5.01", "5.02"];
const D6: [&str; 3] = ["6.01", "6.02", "6.03"];

#[test]
fn the_lists_have_the_published_counts() {
    let weights =
        |instrument: &Instrument, weight| instrument.items.iter().filter(|item| item.weight == Some(weight)).count();
    let by_weight = |instrument: &Instrument| {
        [Weight::Strong, Weight::Medium, Weight::Weak].map(|weight| weights(instrument, weight))
    };
    assert_eq!(by_weight(&adult()), [7, 53, 7]);
    assert_eq!(by_weight(&child()), [15, 50, 0]);
    let groups = adult().groups.clone();
    let by_group: Vec<usize> =
        groups.iter().map(|group| adult().items.iter().filter(|item| &item.group == group).count()).collect();
    assert_eq!(by_group, [10, 10, 16, 9, 15, 7]);
}

#[test]
fn the_rule_of_a_dimension_at_its_edges() {
    let adult = adult();
    let worker = |yes: &[&str]| line(&adult, yes) == Line::ExploitedWorker;
    assert!(!worker(&["4.01"]), "one strong alone");
    assert!(worker(&["4.01", "4.09"]), "one strong and one weak");
    assert!(!worker(&["4.02", "4.03"]), "two medium");
    assert!(worker(&["4.02", "4.03", "4.09"]), "two medium and one weak");
    let weak: Vec<&str> =
        adult.items.iter().filter(|item| item.weight == Some(Weight::Weak)).map(|item| item.id.as_str()).collect();
    assert_eq!(weak.len(), 7);
    assert_eq!(line(&adult, &weak), Line::NotShown, "seven weak");
}

#[test]
fn the_first_line_that_fits() {
    let adult = adult();
    let of = |parts: &[&[&str]]| line(&adult, &parts.concat());
    assert_eq!(of(&[&D4, &D1, &D5]), Line::ForcedLabourTrafficking);
    assert_eq!(of(&[&D4, &D2, &D5]), Line::ForcedLabourTrafficking);
    assert_eq!(of(&[&D4, &D1]), Line::DeceptionAndExploitation);
    assert_eq!(of(&[&D4, &D1, &D3, &D6]), Line::DeceptionAndExploitation);
    assert_eq!(of(&[&D4, &D5]), Line::PresumedForcedLabour);
    assert_eq!(of(&[&D4, &D2]), Line::PresumedByMeans);
    assert_eq!(of(&[&D4, &D1, &D2]), Line::PresumedByMeans);
    assert_eq!(of(&[&D4, &D3]), Line::PresumedByMeans);
    assert_eq!(of(&[&D4, &D6]), Line::PresumedByMeans);
    assert_eq!(of(&[&D4]), Line::ExploitedWorker);
    for open in [&D1[..], &D2, &D5] {
        assert_eq!(of(&[open]), Line::NoExploitationShown);
    }
    assert_eq!(of(&[&D3, &D6]), Line::NotShown);
    assert_eq!(of(&[]), Line::NotShown);
}

#[test]
fn lines_that_are_ours_say_so() {
    let ours: Vec<Line> = Line::ALL.iter().copied().filter(|line| line.origin() == Origin::Ours).collect();
    let expected = [Line::PresumedForcedLabour, Line::PresumedByMeans, Line::NoExploitationShown, Line::ExploitedChild];
    assert_eq!(ours, expected);
    let told = serde_json::to_value(result(&adult(), &only(&adult(), &[&D4[..], &D5].concat()))).expect("JSON");
    assert_eq!(told["range"]["low"]["origin"], "ours");
}

#[test]
fn a_child_needs_no_means() {
    let child = child();
    let of = |parts: &[&[&str]]| line(&child, &parts.concat());
    assert_eq!(of(&[&["act"], &D4]), Line::ChildTrafficking);
    assert_eq!(of(&[&["act"], &D4, &D1, &D5]), Line::ChildTrafficking);
    assert_eq!(of(&[&D4]), Line::ExploitedChild);
    assert_eq!(of(&[&D5]), Line::NoExploitationShown);
    assert_eq!(of(&[&["act"]]), Line::NoExploitationShown);
    assert_eq!(of(&[]), Line::NotShown);
}

#[test]
fn no_answer_is_unknown_and_not_negative() {
    for instrument in [adult(), child()] {
        for open in [Answer::Unknown, Answer::Declined, Answer::NotAsked] {
            let answers = Answers(instrument.items.iter().map(|item| (item.id.clone(), open)).collect());
            let result = result(&instrument, &answers);
            assert_eq!(result.range, None);
            assert!(!result.would_change.is_empty());
        }
        assert_eq!(result(&instrument, &Answers::default()).range, None);
    }
}

#[test]
fn an_open_question_widens_the_range_and_is_named() {
    let adult = adult();
    let mut answers = only(&adult, &[&D4[..], &D1, &["5.01"]].concat());
    answers.0.insert("5.14".to_owned(), Answer::Unknown);
    let result = result(&adult, &answers);
    let range = result.range.expect("answers");
    assert_eq!((range.low.line, range.high.line), (Line::DeceptionAndExploitation, Line::ForcedLabourTrafficking));
    let asked: Vec<(&str, bool)> = result.would_change.iter().map(|open| (open.item.as_str(), open.at_once)).collect();
    assert_eq!(asked, [("5.14", true)]);
}

#[test]
fn a_question_that_can_change_nothing_is_not_asked_for() {
    let adult = adult();
    let mut answers = only(&adult, &[&D4[..], &D1, &D5].concat());
    for id in ["3.01", "6.07", "1.03"] {
        answers.0.insert(id.to_owned(), Answer::Declined);
    }
    assert_eq!(result(&adult, &answers).would_change, []);
}

#[test]
fn two_open_questions_that_only_matter_together_are_both_named() {
    let adult = adult();
    let mut answers = only(&adult, &["4.02"]);
    for id in ["4.03", "4.04"] {
        answers.0.insert(id.to_owned(), Answer::Unknown);
    }
    let asked: Vec<(String, bool)> =
        result(&adult, &answers).would_change.into_iter().map(|open| (open.item, open.at_once)).collect();
    assert_eq!(asked, [("4.03".to_owned(), true), ("4.04".to_owned(), true)], "a no to either settles it");
}

fn answers_for(instrument: Instrument) -> impl Strategy<Value = (Instrument, Answers)> {
    let answer = prop_oneof![
        3 => Just(Answer::Yes), 4 => Just(Answer::No), 2 => Just(Answer::Unknown), 1 => Just(Answer::Declined),
        1 => Just(Answer::NotAsked)
    ];
    let ids: Vec<String> = instrument.items.iter().map(|item| item.id.clone()).collect();
    prop::collection::vec(answer, ids.len())
        .prop_map(move |answers| (instrument.clone(), Answers(ids.iter().cloned().zip(answers).collect())))
}

fn any_answers() -> impl Strategy<Value = (Instrument, Answers)> {
    prop_oneof![answers_for(adult()), answers_for(child())]
}

proptest! {
    #[test]
    fn answering_never_leaves_the_range((instrument, answers) in any_answers(), pick in any::<prop::sample::Index>(), yes: bool) {
        let before = result(&instrument, &answers);
        let open: Vec<&String> = answers.0.iter().filter(|(_, answer)| answer.is_open()).map(|(id, _)| id).collect();
        prop_assume!(!open.is_empty());
        let id = pick.get(&open).to_string();
        let mut answered = answers.clone();
        answered.0.insert(id.clone(), if yes { Answer::Yes } else { Answer::No });
        let after = result(&instrument, &answered).range.expect("an answer");
        if let Some(before) = before.range {
            prop_assert!(before.low.line.step() <= after.low.line.step());
            prop_assert!(after.high.line.step() <= before.high.line.step());
            prop_assert!(after.possible.is_subset(&before.possible));
            if !before_names(&result(&instrument, &answers), &id) {
                prop_assert_eq!(&after.possible, &before.possible, "{} was not named as a question that matters", id);
            }
        }
    }

    #[test]
    fn the_ends_are_among_the_possible_and_nothing_is_outside((instrument, answers) in any_answers()) {
        let result = result(&instrument, &answers);
        if let Some(range) = result.range {
            prop_assert!(range.possible.contains(&range.low) && range.possible.contains(&range.high));
            for told in &range.possible {
                prop_assert!(range.low.line.step() <= told.line.step() && told.line.step() <= range.high.line.step());
            }
            prop_assert_eq!(result.would_change.is_empty(), range.possible.len() == 1);
        }
    }
}

fn before_names(result: &IloResult, id: &str) -> bool {
    result.would_change.iter().any(|open| open.item == id)
}

fn screening(instrument: &Instrument, answers: Answers) -> Screening {
    Screening {
        instrument: instrument.id.clone(),
        version: instrument.version.clone(),
        on: "2025-03-01".parse().expect("a date"),
        by: "s1".to_owned(),
        language: "kk".to_owned(),
        interpreter: false,
        agreed_to_talk: Answer::Yes,
        answers,
        notes: [].into(),
        reading: None,
    }
}

#[test]
fn any_yes_opens_an_offer_of_help_and_there_is_no_score() {
    let ahtst = instrument(include_str!("../../../../data/casework/instruments/ahtst.toml"));
    assert_eq!((ahtst.items.len(), ahtst.validated), (8, Some(false)));
    let mut answers = only(&ahtst, &["debt"]);
    answers.0.insert("told_to_lie".to_owned(), Answer::Declined);
    let finding = screening(&ahtst, answers).finding(&ahtst).expect("a finding");
    assert_eq!(finding, Finding::AnyYes { yes: vec!["debt".to_owned()], open: vec!["told_to_lie".to_owned()] });
    assert_eq!(screening(&ahtst, Answers::default()).finding(&ahtst), Ok(Finding::Unknown));
}

#[test]
fn criteria_of_law_are_a_range_too() {
    let criteria = instrument(include_str!("../../../../data/casework/kz/instruments/criteria_33002.toml"));
    assert!(criteria.items.iter().all(|item| !item.verified), "the text of the order was not read");
    let mut answers = only(&criteria, &["ill_treatment"]);
    answers.0.insert("social_deprivation".to_owned(), Answer::Unknown);
    let finding = serde_json::to_value(screening(&criteria, answers).finding(&criteria).expect("a finding"));
    assert_eq!(finding.expect("JSON"), serde_json::json!({"kind": "criteria", "low": false, "high": true}));
}

#[test]
fn a_screening_is_read_only_with_the_version_it_was_made_with() {
    let adult = adult();
    let mut old = screening(&adult, Answers::default());
    old.version = "2008".to_owned();
    assert!(matches!(old.finding(&adult), Err(ScreeningRefusal::OtherInstrument { .. })));
}

#[test]
fn without_her_agreement_no_answer_is_kept() {
    let adult = adult();
    for agreed in [Answer::No, Answer::Unknown, Answer::NotAsked, Answer::Declined] {
        let mut asked = screening(&adult, only(&adult, &[]));
        asked.agreed_to_talk = agreed;
        assert_eq!(asked.check(&adult), Err(ScreeningRefusal::NotAgreed));
        asked.answers = Answers::default();
        assert_eq!(asked.check(&adult), Ok(()), "that she did not agree may be kept");
    }
}

#[test]
fn r9_notes_are_short_and_stand_in_a_section() {
    let adult = adult();
    let mut long = screening(&adult, Answers::default());
    long.notes.insert("exploitation".to_owned(), Confided::new(&"ж".repeat(601)));
    assert!(matches!(long.check(&adult), Err(ScreeningRefusal::LongNote { length: 601, .. })));
    long.notes = [("story".to_owned(), Confided::new("…"))].into();
    assert_eq!(long.check(&adult), Err(ScreeningRefusal::NoSection("story".to_owned())));
}

#[test]
fn no_record_of_a_screening_says_whether_she_is_to_be_believed() {
    let adult = adult();
    let kept = serde_json::to_string(&screening(&adult, only(&adult, &D4))).expect("JSON");
    let found = serde_json::to_string(&result(&adult, &only(&adult, &D4))).expect("JSON");
    for word in ["credib", "honest", "truth", "believ", "score", "alleg"] {
        assert!(!kept.contains(word) && !found.contains(word), "{word}");
    }
}
