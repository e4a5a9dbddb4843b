//! What holds for exits: she is asked later only if she agreed, at one, three, six and twelve months.

use pana_casework::exit::{Exit, ExitReason, FollowUp, FollowUpAgreement, FollowUpDue, Reached};

use crate::world::{day, version, worker};

fn exit(reason: ExitReason, follow_up: FollowUpAgreement) -> Exit {
    Exit { on: day("2025-08-31"), reason, recorded_by: worker(), follow_up }
}

fn made(month: u32, reached: Reached) -> FollowUp {
    FollowUp { month, on: day("2025-10-01"), reached, employed: None, by: worker() }
}

#[test]
fn she_is_asked_at_one_three_six_and_twelve_months_if_she_agreed() {
    let law = version("2025-08-31");
    let months = law.term(|law| &law.follow_up_months).expect("known");
    let agreed = exit(ExitReason::GoalsMet, FollowUpAgreement::Agreed);
    let due: Vec<_> = [(1, "2025-09-30"), (3, "2025-11-30"), (6, "2026-02-28"), (12, "2026-08-31")]
        .map(|(month, on)| FollowUpDue { month, due_on: day(on) })
        .into();
    assert_eq!(agreed.follow_ups(months, &[]), due);
    assert_eq!(agreed.follow_ups(months, &[made(1, Reached::NotReached)]), due[1..]);
    assert_eq!(agreed.follow_ups(months, &[made(1, Reached::NoMore)]), []);
    assert_eq!(agreed.follow_ups(&[3, 1, 3], &[]), due[..2]);
}

#[test]
fn who_did_not_agree_or_died_is_not_asked() {
    let months = [1, 3, 6, 12];
    for agreement in [FollowUpAgreement::Declined, FollowUpAgreement::NotAsked] {
        assert_eq!(exit(ExitReason::OwnWish, agreement).follow_ups(&months, &[]), []);
    }
    assert_eq!(exit(ExitReason::Died, FollowUpAgreement::Agreed).follow_ups(&months, &[]), []);
}
