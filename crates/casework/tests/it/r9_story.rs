//! R9: the story is told once. A fact is codes, who told it and when, and a short note; nobody has to know a day.

use std::collections::BTreeSet;

use pana_casework::Confided;
use pana_casework::fact::{Control, Fact, FactKind, FactRefusal, RecruitmentMethod, ToldBy, When, exploitation};
use pana_casework::service::NOTE_LETTERS;
use pana_casework::statistic::Exploitation;
use proptest::prelude::*;

use crate::world::{day, worker};

fn fact(kind: FactKind, note: &str) -> Fact {
    Fact {
        kind,
        when: When::Unknown,
        method_of_recruitment: BTreeSet::new(),
        methods_of_control: BTreeSet::new(),
        type_of_exploitation: BTreeSet::new(),
        told_by: ToldBy::Herself,
        told_on: day("2025-03-01"),
        note: Confided::new(note),
        recorded_by: worker(),
    }
}

#[test]
fn r9_a_fact_is_codes_or_a_short_note_and_never_a_long_text() {
    let today = day("2025-03-01");
    let longest = "ә".repeat(NOTE_LETTERS);
    assert!(fact(FactKind::Other, &longest).told(today).is_ok());
    assert_eq!(fact(FactKind::Other, &(longest + "і")).told(today), Err(FactRefusal::NoteTooLong));
    assert_eq!(fact(FactKind::Control, "  ").told(today), Err(FactRefusal::Empty));
    let coded = Fact { methods_of_control: BTreeSet::from([Control::Debt]), ..fact(FactKind::Control, "") };
    assert!(coded.clone().told(today).is_ok(), "a code without a word is a fact");
    assert_eq!(Fact { kind: FactKind::Work, ..coded }.told(today), Err(FactRefusal::OtherKind));
}

#[test]
fn r9_a_time_is_taken_as_far_as_it_is_known() {
    assert_eq!(When::of(None, None), Some(When::Unknown));
    assert_eq!(When::of(Some(2024), None), Some(When::Year { year: 2024 }));
    assert_eq!(When::of(Some(2024), Some(2)), Some(When::Month { year: 2024, month: 2 }));
    for (year, month) in [(None, Some(2)), (Some(2024), Some(13)), (Some(2024), Some(0)), (Some(1850), None)] {
        assert_eq!(When::of(year, month), None, "{year:?} {month:?}");
    }
    let told = |when| Fact { when, ..fact(FactKind::Journey, "by bus") }.told(day("2025-03-01"));
    assert!(told(When::Month { year: 2025, month: 3 }).is_ok() && told(When::Year { year: 2025 }).is_ok());
    for ahead in [When::Month { year: 2025, month: 4 }, When::Year { year: 2026 }] {
        assert_eq!(told(ahead), Err(FactRefusal::HappenedAhead), "{ahead:?}");
    }
    let early = fact(FactKind::Journey, "by bus").told(day("2025-02-28"));
    assert_eq!(early, Err(FactRefusal::ToldAhead));
}

#[test]
fn the_codes_are_those_of_the_standard_where_it_has_one() {
    let without: Vec<&str> =
        Control::ALL.iter().filter(|code| code.htcds().is_none()).map(|code| code.name()).collect();
    assert_eq!(without, ["movement_restricted", "children_used"]);
    let standard: BTreeSet<&str> = Control::ALL.iter().filter_map(|code| code.htcds()).collect();
    assert_eq!(standard.len(), 16, "the pick list of HTCDS 2.0 has sixteen");
    let recruitment: BTreeSet<&str> = RecruitmentMethod::ALL.iter().filter_map(|code| code.htcds()).collect();
    assert_eq!(recruitment.len(), 10);
    let phases: BTreeSet<&str> = FactKind::ALL.iter().filter_map(|kind| kind.htcds()).collect();
    assert_eq!(phases, BTreeSet::from(["Recruitment", "Transit", "Exploitation"]));
}

#[test]
fn what_a_name_of_the_story_is_never_shows_in_a_log() {
    let told = format!("{:?}", fact(FactKind::Other, "her village"));
    assert!(!told.contains("village"), "{told}");
}

proptest! {
    /// Facts are counted together: their forms of exploitation are the union of all, in any order.
    #[test]
    fn the_counting_row_takes_every_form_once(forms in prop::collection::vec(0..Exploitation::ALL.len(), 0..8)) {
        let with = |form: &usize| Fact {
            type_of_exploitation: BTreeSet::from([Exploitation::ALL[*form]]), ..fact(FactKind::Work, "")
        };
        let facts: Vec<Fact> = forms.iter().map(with).collect();
        let expected: BTreeSet<Exploitation> = forms.iter().map(|form| Exploitation::ALL[*form]).collect();
        prop_assert_eq!(exploitation(&facts), expected.clone());
        prop_assert_eq!(exploitation(facts.iter().rev()), expected);
    }

    /// Whatever is written down can be read again.
    #[test]
    fn a_fact_is_kept_as_it_was_told(year in 1900_i16..2026, month in 0_i8..=12, note in "\\PC{0,40}") {
        let when = When::of(Some(year), (month > 0).then_some(month)).expect("a time");
        let told = Fact { when, ..fact(FactKind::Payment, &note) };
        let kept = serde_json::to_string(&told).expect("kept");
        prop_assert_eq!(serde_json::from_str::<Fact>(&kept).expect("read"), told);
    }
}
