//! Late: a due day has passed without an accepted report. Where that cannot be said, the reason is the answer.

use jiff::civil::Date;

use super::schedule::{Schedule, span};
use crate::measure::{MeasureReport, ReportId};

/// Why it cannot be said whether something is late or well made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// The measures of a plan are not known; how many it is said to have.
    MeasuresNotKnown {
        /// How many it is said to have.
        stated: Option<u32>,
    },
    /// No due day is stated.
    NoDueDate,
    /// The words name no day.
    UnclearDue(String),
    /// It recurs, and nobody says since when.
    NoStart,
}

impl Unknown {
    /// The code of the reason.
    pub fn code(&self) -> &'static str {
        match self {
            Self::MeasuresNotKnown { .. } => "measures_not_known",
            Self::NoDueDate => "no_due_date",
            Self::UnclearDue(_) => "unclear_due",
            Self::NoStart => "no_start",
        }
    }
}

/// How one due day stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DueState {
    /// A report was accepted.
    Met {
        /// The report.
        report: ReportId,
        /// Whether it was handed in after the due day.
        after_due: bool,
    },
    /// The day has not passed.
    Ahead,
    /// The day has passed without an accepted report.
    Late {
        /// By how many days.
        days: i32,
        /// A report that was handed in and that nobody has accepted.
        submitted: Option<ReportId>,
    },
}

/// A due day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub on: Date,
    /// How it stands.
    pub state: DueState,
}

/// How a duty stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Timeliness {
    /// Its due days.
    Known(Vec<Due>),
    /// It cannot be said.
    CannotSay(Unknown),
}

/// Done on paper: reports delivered and accepted for what was due by a day. It says nothing of any effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formally {
    /// Everything due is met.
    Done,
    /// Some of it.
    InPart {
        /// How many due days are met.
        met: usize,
        /// How many there were.
        due: usize,
    },
    /// Nothing of it.
    NotDone,
    /// Nothing was due yet.
    NotYetDue,
    /// It cannot be said.
    CannotSay(Unknown),
}

impl Timeliness {
    /// Whether anything is late; `None` where it cannot be said.
    pub fn is_late(&self) -> Option<bool> {
        match self {
            Self::Known(dues) => Some(dues.iter().any(|due| matches!(due.state, DueState::Late { .. }))),
            Self::CannotSay(_) => None,
        }
    }

    /// The next day that something is due.
    pub fn next(&self) -> Option<Date> {
        match self {
            Self::Known(dues) => dues.iter().find(|due| due.state == DueState::Ahead).map(|due| due.on),
            Self::CannotSay(_) => None,
        }
    }

    /// Done on paper?
    pub fn formally(&self) -> Formally {
        let dues = match self {
            Self::Known(dues) => dues,
            Self::CannotSay(reason) => return Formally::CannotSay(reason.clone()),
        };
        let met = dues.iter().filter(|due| matches!(due.state, DueState::Met { .. })).count();
        let due = dues.iter().filter(|due| due.state != DueState::Ahead).count();
        match (met, due) {
            (_, 0) => Formally::NotYetDue,
            (0, _) => Formally::NotDone,
            (met, due) if met == due => Formally::Done,
            (met, due) => Formally::InPart { met, due },
        }
    }
}

/// How a duty stands on a day, by the reports that were in by then. A duty without an end is followed to the end of the year
/// of that day. A report counts when somebody accepted it by name.
pub fn timeliness(
    schedule: &Schedule,
    (start, end): (Option<Date>, Option<Date>),
    reports: &[&MeasureReport],
    on: Date,
) -> Timeliness {
    let last = end.unwrap_or_else(|| on.last_of_year());
    let days = match schedule.days(start, last) {
        Ok(days) => days,
        Err(reason) => return Timeliness::CannotSay(reason),
    };
    let mut known: Vec<&MeasureReport> = reports.iter().copied().filter(|report| report.submitted_on <= on).collect();
    known.sort_by_key(|report| (report.submitted_on, &report.id));
    let about: Vec<Vec<usize>> = known.iter().map(|report| answers(report, &days)).collect();
    let of_day = |index: usize| known.iter().zip(&about).filter(move |(_, about)| about.contains(&index));
    let dues = days.iter().enumerate().map(|(index, day)| {
        let accepted = of_day(index).map(|(report, _)| *report).find(|report| report.is_accepted(on));
        let submitted = of_day(index).map(|(report, _)| *report).next();
        Due { on: *day, state: state(*day, accepted, submitted, on) }
    });
    Timeliness::Known(dues.collect())
}

fn state(day: Date, accepted: Option<&MeasureReport>, submitted: Option<&MeasureReport>, on: Date) -> DueState {
    match accepted {
        Some(report) => DueState::Met { report: report.id.clone(), after_due: report.submitted_on > day },
        None if on <= day => DueState::Ahead,
        None => {
            let days = on.since(day).map_or(i32::MAX, |span| span.get_days());
            DueState::Late { days, submitted: submitted.map(|report| report.id.clone()) }
        }
    }
}

/// The due days that a report answers: those within its period, or else the first one after it; of a single due day, that one.
/// Where days recur, a report that names no period answers none of them, since nobody can tell which.
fn answers(report: &MeasureReport, days: &[Date]) -> Vec<usize> {
    if days.len() == 1 {
        return vec![0];
    }
    let Some((first, last)) = report.period.as_deref().and_then(span) else { return Vec::new() };
    let within: Vec<usize> = (0..days.len()).filter(|index| (first..=last).contains(&days[*index])).collect();
    if within.is_empty() { days.iter().position(|day| *day > last).into_iter().collect() } else { within }
}
