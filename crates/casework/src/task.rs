//! Task: something due on a day for somebody. Its text is a neutral key; it carries no name, no code name, no place (R21).

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::coded::coded;

coded! {
    /// What is to be done. The words are seen after sign-in only; a notification says that there is a task, and no more.
    "task-kind"
    pub enum TaskKind {
        /// The end of the service clock comes near: speak about what follows.
        ClockWarning = "clock_warning",
        /// The guaranteed term is over: make a plan, look for funding. Help goes on.
        ClockEnded = "clock_ended",
        /// A consent ends soon: ask again or let it end.
        ConsentEnding = "consent_ending",
        /// Ask whoever received data under a withdrawn consent to delete them.
        AskDeletion = "ask_deletion",
        /// A follow-up is due.
        FollowUp = "follow_up",
        /// The guardianship body was not informed.
        InformGuardianship = "inform_guardianship",
        /// A guardian or legal representative must be found.
        FindGuardian = "find_guardian",
        /// The best-interest note is missing.
        BestInterestNote = "best_interest_note",
        /// The age is not decided.
        DecideAge = "decide_age",
        /// Tell her of the right to compensation.
        TellCompensation = "tell_compensation",
        /// Find a place for the night: the house had none that fits.
        FindPlace = "find_place",
        /// Call back.
        CallBack = "call_back",
        /// Meet.
        Meet = "meet",
        /// Go along to an office, a doctor, a court.
        GoAlong = "go_along",
        /// Get papers ready.
        Papers = "papers",
        /// Review the plan.
        ReviewPlan = "review_plan",
        /// The funding of the centre ends without a successor.
        FundingEnds = "funding_ends",
        /// Another task, described in the case.
        Other = "other",
    }
}

coded! {
    /// For whom a task is.
    "task-for"
    pub enum For {
        /// Whoever leads the case.
        CaseLead = "case_lead",
        /// The lawyer of the team.
        Lawyer = "lawyer",
        /// The medic or psychologist of the team.
        Specialist = "specialist",
        /// The head of the centre.
        Head = "head",
    }
}

/// The key of the only words that leave the house: «You have a task».
pub const NOTICE: &str = "task-notice";

/// A task. It has no field for words of one's own: what it is about is in the case, behind the sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Task {
    /// When it is due.
    pub due: Date,
    /// What.
    pub kind: TaskKind,
    /// For whom.
    #[serde(rename = "for")]
    pub whom: For,
}

/// How long before an end somebody is told, in days. Data, not constants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// Days before the end of the service clock, each of them a warning.
    pub clock: Vec<u16>,
    /// Days before a consent ends.
    pub consent: u16,
    /// Days before funding ends.
    pub funding: u16,
}

/// The facts of a case from which tasks follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The last day of the guaranteed term, where a clock runs.
    pub clock_end: Option<Date>,
    /// Ends of consents in force.
    pub consent_ends: Vec<Date>,
    /// Withdrawals after which somebody must be asked to delete, with no answer yet.
    pub deletions_to_ask: Vec<Date>,
    /// Follow-ups agreed and not held.
    pub follow_ups: Vec<Date>,
    /// What is missing for a child, and since when the case is open.
    pub child_since: Option<(Date, Vec<crate::child::Missing>)>,
}

/// The tasks that follow from the facts on a day, earliest first. A task that is due later is there too, so that a calendar can
/// show it; of the warnings of a clock only the latest that has come and those to come.
pub fn derive(facts: &Facts, lead: &Lead, on: Date) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut add = |due, kind, whom| tasks.push(Task { due, kind, whom });
    if let Some(end) = facts.clock_end {
        if end < on {
            add(end, TaskKind::ClockEnded, For::CaseLead);
        } else {
            let warnings = lead.clock.iter().map(|days| before(end, *days));
            let come = warnings.clone().filter(|due| *due <= on).max();
            let due = come.into_iter().chain(warnings.filter(|due| *due > on));
            due.for_each(|due| add(due, TaskKind::ClockWarning, For::CaseLead));
        }
    }
    for end in facts.consent_ends.iter().filter(|end| **end >= on) {
        add(before(*end, lead.consent), TaskKind::ConsentEnding, For::CaseLead);
    }
    facts.deletions_to_ask.iter().for_each(|since| add(*since, TaskKind::AskDeletion, For::CaseLead));
    facts.follow_ups.iter().for_each(|due| add(*due, TaskKind::FollowUp, For::CaseLead));
    if let Some((since, missing)) = &facts.child_since {
        missing.iter().for_each(|missing| add(*since, missing.task(), For::CaseLead));
    }
    tasks.sort();
    tasks.dedup();
    tasks
}

fn before(day: Date, days: u16) -> Date {
    day.saturating_sub(i32::from(days).days())
}
