//! R10: a referral is open until it is accepted, refused with a reason, or the working days are over; then the region is asked, then the
//! country; she was seen, and it is done.

use pana_casework::calendar::{RestDays, Weekday, YearDay, days_between};
use pana_casework::recipient::{Recipient, RecipientKind};
use pana_casework::referral::{
    Answer, Answered, Asking, Level, Need, Reason, Referral, ReferralRefusal as Refusal, Seen, State,
};
use proptest::prelude::*;

use crate::world::{day, law, worker};

fn asking(on: &str, due: Option<&str>) -> Asking {
    let recipient = Recipient { kind: RecipientKind::Health, name: "Clinic 3".to_owned() };
    Asking { recipient, on: day(on), due: due.map(day), by: worker() }
}

fn made() -> Referral {
    Referral::make(Need::Medical, None, asking("2025-03-03", Some("2025-03-06"))).expect("somebody is asked")
}

fn answer(what: Answer, on: &str) -> Answered {
    Answered { what, on: day(on), recorded_by: worker() }
}

fn seen(on: &str) -> Seen {
    Seen { on: day(on), recorded_by: worker() }
}

fn weekend() -> RestDays {
    let holiday = YearDay::try_from("03-10".to_owned()).expect("a day");
    RestDays { week: [Weekday::Saturday, Weekday::Sunday].into(), year: [holiday].into() }
}

#[test]
fn r10_three_working_days_leave_out_weekends_and_holidays() {
    let after = |on: &str| weekend().working_days_after(day(on), 3);
    assert_eq!(after("2025-03-03"), day("2025-03-06"), "Monday to Thursday");
    assert_eq!(after("2025-03-06"), day("2025-03-12"), "over a weekend and a holiday");
    assert_eq!(after("2025-03-08"), day("2025-03-13"), "asked on a Saturday");
    assert_eq!(RestDays::default().working_days_after(day("2025-03-07"), 3), day("2025-03-10"), "nothing is known");
    let never = RestDays { week: Weekday::ALL.iter().copied().collect(), ..RestDays::default() };
    assert_eq!(never.working_days_after(day("2025-03-07"), 3), day("2025-03-07"), "and it ends");
    for wrong in ["3-8", "13-01", "02-30", "0308", ""] {
        assert!(YearDay::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
    assert_eq!(law().referral_due(day("2025-03-07")), Some(day("2025-03-10")), "a law that knows no days of rest");
}

#[test]
fn r10_without_an_answer_the_region_is_asked_and_then_the_country() {
    let first = made();
    assert_eq!(first.state(day("2025-03-06")), State::Open { due: Some(day("2025-03-06")) }, "the last day counts");
    assert_eq!(first.escalated(asking("2025-03-06", None)), Err(Refusal::Waits));
    let late = State::TimedOut { due: day("2025-03-06"), next: Some(Level::Region) };
    assert_eq!(first.state(day("2025-03-07")), late);
    let region = first.escalated(asking("2025-03-07", Some("2025-03-12"))).expect("it is late");
    assert_eq!((region.last().level, region.asked().count()), (Level::Region, 2));
    let no = region.answered(answer(Answer::Refused { reason: Reason::NoPlace }, "2025-03-10"), day("2025-03-10"));
    let no = no.expect("an answer");
    let refused = State::Refused { reason: Reason::NoPlace, next: Some(Level::Country) };
    assert_eq!(no.state(day("2025-03-10")), refused);
    assert_eq!(no.escalated(asking("2025-03-09", None)), Err(Refusal::OutOfOrder), "before the answer");
    let country = no.escalated(asking("2025-03-10", Some("2025-03-13"))).expect("refused");
    assert_eq!(country.state(day("2025-03-14")), State::TimedOut { due: day("2025-03-13"), next: None });
    assert_eq!(country.escalated(asking("2025-03-14", None)), Err(Refusal::NobodyLeft));
    let late =
        country.answered(answer(Answer::Accepted, "2025-03-20"), day("2025-03-20")).expect("a late answer is one");
    assert_eq!(late.state(day("2025-03-21")), State::Accepted { on: day("2025-03-20") });
}

#[test]
fn r10_it_is_done_when_she_was_seen() {
    let today = day("2025-03-10");
    assert_eq!(made().seen(seen("2025-03-10"), today), Err(Refusal::NotAccepted));
    let yes = made().answered(answer(Answer::Accepted, "2025-03-05"), today).expect("an answer");
    assert_eq!(yes.answered(answer(Answer::Accepted, "2025-03-06"), today), Err(Refusal::Answered));
    assert_eq!(yes.escalated(asking("2025-03-10", None)), Err(Refusal::Answered));
    assert_eq!(yes.seen(seen("2025-03-04"), today), Err(Refusal::OutOfOrder));
    assert_eq!(yes.seen(seen("2025-03-11"), today), Err(Refusal::OutOfOrder));
    let done = yes.seen(seen("2025-03-08"), today).expect("seen");
    assert_eq!(done.state(today), State::Seen { on: day("2025-03-08") });
    assert_eq!(done.seen(seen("2025-03-09"), today), Err(Refusal::Done));
    assert_eq!(done.escalated(asking("2025-03-10", None)), Err(Refusal::Done));
    let nobody = Asking {
        recipient: Recipient { kind: RecipientKind::Ngo, name: " ".to_owned() },
        ..asking("2025-03-03", None)
    };
    assert_eq!(Referral::make(Need::Other, None, nobody), Err(Refusal::NoRecipient));
    let early = answer(Answer::Accepted, "2025-03-02");
    assert_eq!(made().answered(early, today), Err(Refusal::OutOfOrder), "before it was asked");
}

#[test]
fn r10_no_reason_is_a_forbidden_condition() {
    for reason in Reason::ALL {
        for word in ["registration", "citizen", "document", "criminal", "cooperat"] {
            assert!(!reason.name().contains(word), "{}", reason.name());
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Act {
    Accept,
    Refuse,
    Escalate,
    See,
    Wait,
}

proptest! {
    /// Whatever is tried in whatever order: levels go up one by one and are at most three, nobody is asked while an answer may still come,
    /// what was seen stays seen, and what is kept is read again as the same.
    #[test]
    fn r10_it_only_ever_goes_forward(acts in prop::collection::vec(
        prop_oneof![Just(Act::Accept), Just(Act::Refuse), Just(Act::Escalate), Just(Act::See), Just(Act::Wait)], 0..24)
    ) {
        let (mut referral, mut today) = (made(), day("2025-03-03"));
        for act in acts {
            let before = referral.state(today);
            let by = worker();
            let answered = |what| Answered { what, on: today, recorded_by: worker() };
            let next = match act {
                Act::Accept => referral.answered(answered(Answer::Accepted), today),
                Act::Refuse => referral.answered(answered(Answer::Refused { reason: Reason::NoStaff }), today),
                Act::Escalate => {
                    let due = Some(weekend().working_days_after(today, 3));
                    let recipient = Recipient { kind: RecipientKind::SocialDepartment, name: "R".to_owned() };
                    referral.escalated(Asking { recipient, on: today, due, by })
                }
                Act::See => referral.seen(Seen { on: today, recorded_by: by }, today),
                Act::Wait => {
                    today = today.tomorrow().expect("a day");
                    Ok(referral.clone())
                }
            };
            if let Ok(next) = next {
                if next.asked().count() > referral.asked().count() {
                    prop_assert!(matches!(before, State::TimedOut { .. } | State::Refused { .. }), "{:?}", before);
                }
                referral = next;
            }
            let levels: Vec<Level> = referral.asked().map(|asked| asked.level).collect();
            prop_assert_eq!(levels.as_slice(), &Level::ALL[..levels.len()]);
            if matches!(before, State::Seen { .. }) {
                prop_assert_eq!(referral.state(today), before);
            }
            prop_assert!(referral.asked().all(|asked| asked.due.is_none_or(|due| days_between(asked.on, due) >= 3)));
            let kept = serde_json::to_string(&referral).expect("kept");
            prop_assert_eq!(&serde_json::from_str::<Referral>(&kept).expect("read"), &referral);
        }
    }
}
