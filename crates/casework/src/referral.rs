//! Referral: asking somebody else for help that the house does not give (R10). It is open until it is accepted, refused with a reason, or
//! the working days of the law are over; then the region is asked, and after it the country. It ends when she was seen there. Whoever asked
//! sees how it stands, never what is written about her afterwards.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::coded::coded;
use crate::id::{ConsentId, StaffId};
use crate::recipient::Recipient;

coded! {
    /// For what help.
    "referral-need"
    pub enum Need {
        /// A place to stay.
        Place = "place",
        /// All services of the plan.
        Services = "services",
        /// Medical help.
        Medical = "medical",
        /// Help of a psychologist.
        Psychological = "psychological",
        /// Legal help.
        Legal = "legal",
        /// Papers.
        Papers = "papers",
        /// School, training.
        Education = "education",
        /// Work.
        Work = "work",
        /// Protection of a child.
        ChildProtection = "child_protection",
        /// An interpreter.
        Interpreter = "interpreter",
        /// The way home.
        ReturnHome = "return_home",
        /// Something else.
        Other = "other",
    }
}

coded! {
    /// Who is asked.
    "referral-level"
    pub enum Level {
        /// Whoever was named first.
        First = "first",
        /// The region.
        Region = "region",
        /// The country.
        Country = "country",
    }
}

impl Level {
    /// Who is asked after it; nobody after the country.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::First => Some(Self::Region),
            Self::Region => Some(Self::Country),
            Self::Country => None,
        }
    }
}

coded! {
    /// Why somebody who was asked does not help. Papers, citizenship, registration and a criminal case are no reasons (R2).
    "referral-no"
    pub enum Reason {
        /// No place is free.
        NoPlace = "no_place",
        /// It is not their work.
        NotTheirs = "not_theirs",
        /// Nobody is there who could do it.
        NoStaff = "no_staff",
        /// There is no money for it.
        NoFunds = "no_funds",
        /// She does not want to go there.
        OwnWish = "own_wish",
        /// Another reason.
        Other = "other",
    }
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "answer", deny_unknown_fields)]
pub enum Answer {
    /// They help.
    Accepted,
    /// They do not.
    Refused {
        /// Why.
        reason: Reason,
    },
}

/// An answer with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// What was answered.
    pub what: Answer,
    /// When.
    pub on: Date,
    /// Who wrote it down.
    pub recorded_by: StaffId,
}

/// That somebody was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// On which level.
    pub level: Level,
    /// Who.
    pub recipient: Recipient,
    /// When.
    pub on: Date,
    /// By when an answer is due, by the law of that day; nothing where it says none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Who asked.
    pub by: StaffId,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answered>,
}

/// That she was seen there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// When.
    pub on: Date,
    /// Who wrote it down.
    pub recorded_by: StaffId,
}

/// A referral: class *services*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Referral {
    need: Need,
    consent: Option<ConsentId>,
    first: Asked,
    further: Vec<Asked>,
    seen: Option<Seen>,
}

/// As it is kept.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    need: Need,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    consent: Option<ConsentId>,
    asked: Vec<Asked>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seen: Option<Seen>,
}

/// A referral by which nobody was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a referral asks somebody")]
pub struct NobodyAsked;

impl TryFrom<Written> for Referral {
    type Error = NobodyAsked;

    fn try_from(written: Written) -> Result<Self, NobodyAsked> {
        let mut asked = written.asked.into_iter();
        let first = asked.next().ok_or(NobodyAsked)?;
        Ok(Self { need: written.need, consent: written.consent, first, further: asked.collect(), seen: written.seen })
    }
}

impl From<Referral> for Written {
    fn from(referral: Referral) -> Self {
        let asked = std::iter::once(referral.first).chain(referral.further).collect();
        Self { need: referral.need, consent: referral.consent, asked, seen: referral.seen }
    }
}

/// How a referral stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody was asked; an answer is due.
    Open {
        /// By when, where the law says so.
        due: Option<Date>,
    },
    /// No answer came in time.
    TimedOut {
        /// The day by which it was due.
        due: Date,
        /// Who is asked next.
        next: Option<Level>,
    },
    /// The last one who was asked does not help.
    Refused {
        /// Why.
        reason: Reason,
        /// Who is asked next.
        next: Option<Level>,
    },
    /// Somebody helps; she was not seen there yet.
    Accepted {
        /// Since when.
        on: Date,
    },
    /// She was seen there: it is done.
    Seen {
        /// When.
        on: Date,
    },
}

impl State {
    /// The names of all states.
    pub const NAMES: [&'static str; 5] = ["open", "timed_out", "refused", "accepted", "seen"];

    /// The last part of the key of its words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::TimedOut { .. } => "timed_out",
            Self::Refused { .. } => "refused",
            Self::Accepted { .. } => "accepted",
            Self::Seen { .. } => "seen",
        }
    }

    /// Who is to be asked next, where that is what follows.
    pub fn next(self) -> Option<Level> {
        match self {
            Self::TimedOut { next, .. } | Self::Refused { next, .. } => next,
            _ => None,
        }
    }
}

codes! {
    /// Why a step is not taken.
    ReferralRefusal {
        /// The recipient has no name.
        NoRecipient = "no_recipient",
        /// It was answered.
        Answered = "answered",
        /// It waits for an answer that is not late.
        Waits = "waits",
        /// Nobody is left to ask.
        NobodyLeft = "nobody_left",
        /// Nobody helps yet.
        NotAccepted = "not_accepted",
        /// She was seen: it is done.
        Done = "done",
        /// The day is before the one before it, or has not come.
        OutOfOrder = "out_of_order",
    }
}

/// Who is asked, by whom, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// Who.
    pub recipient: Recipient,
    /// When.
    pub on: Date,
    /// By when an answer is due.
    pub due: Option<Date>,
    /// By whom.
    pub by: StaffId,
}

impl Asking {
    fn on_level(self, level: Level) -> Result<Asked, ReferralRefusal> {
        let Self { recipient, on, due, by } = self;
        if recipient.name.trim().is_empty() {
            return Err(ReferralRefusal::NoRecipient);
        }
        Ok(Asked { level, recipient, on, due, by, answer: None })
    }
}

impl Referral {
    /// Asks somebody. `consent` is that under which something about her was given; none is needed where nothing was.
    ///
    /// # Errors
    /// A recipient without a name.
    pub fn make(need: Need, consent: Option<ConsentId>, asking: Asking) -> Result<Self, ReferralRefusal> {
        let first = asking.on_level(Level::First)?;
        Ok(Self { need, consent, first, further: Vec::new(), seen: None })
    }

    /// For what.
    pub fn need(&self) -> Need {
        self.need
    }

    /// The consent under which something about her was given.
    pub fn consent(&self) -> Option<&ConsentId> {
        self.consent.as_ref()
    }

    /// All who were asked, the first first.
    pub fn asked(&self) -> impl Iterator<Item = &Asked> {
        std::iter::once(&self.first).chain(&self.further)
    }

    /// Who was asked last.
    pub fn last(&self) -> &Asked {
        self.further.last().unwrap_or(&self.first)
    }

    /// How it stands on a day.
    pub fn state(&self, on: Date) -> State {
        if let Some(seen) = &self.seen {
            return State::Seen { on: seen.on };
        }
        let last = self.last();
        let next = last.level.next();
        match (&last.answer, last.due) {
            (Some(Answered { what: Answer::Accepted, on, .. }), _) => State::Accepted { on: *on },
            (Some(Answered { what: Answer::Refused { reason }, .. }), _) => State::Refused { reason: *reason, next },
            (None, Some(due)) if due < on => State::TimedOut { due, next },
            (None, due) => State::Open { due },
        }
    }

    /// The same with an answer of whoever was asked last. A late answer is one too.
    ///
    /// # Errors
    /// That it was answered; a day before it was asked or after today.
    pub fn answered(&self, answer: Answered, today: Date) -> Result<Self, ReferralRefusal> {
        let last = self.last();
        if last.answer.is_some() {
            return Err(ReferralRefusal::Answered);
        }
        if answer.on < last.on || today < answer.on {
            return Err(ReferralRefusal::OutOfOrder);
        }
        let mut next = self.clone();
        next.further.last_mut().unwrap_or(&mut next.first).answer = Some(answer);
        Ok(next)
    }

    /// The same with the next level asked: after a refusal, or where no answer came in time.
    ///
    /// # Errors
    /// That an answer may still come, that somebody helps, or that nobody is left to ask; a recipient without a name.
    pub fn escalated(&self, asking: Asking) -> Result<Self, ReferralRefusal> {
        let level = match self.state(asking.on) {
            State::Open { .. } => return Err(ReferralRefusal::Waits),
            State::Accepted { .. } => return Err(ReferralRefusal::Answered),
            State::Seen { .. } => return Err(ReferralRefusal::Done),
            late => late.next().ok_or(ReferralRefusal::NobodyLeft)?,
        };
        if asking.on < self.last().answer.as_ref().map_or(self.last().on, |answer| answer.on) {
            return Err(ReferralRefusal::OutOfOrder);
        }
        let mut next = self.clone();
        next.further.push(asking.on_level(level)?);
        Ok(next)
    }

    /// The same, with her seen there: it is done.
    ///
    /// # Errors
    /// That nobody helps yet, or that it is done; a day before that.
    pub fn seen(&self, seen: Seen, today: Date) -> Result<Self, ReferralRefusal> {
        match self.state(today) {
            State::Seen { .. } => Err(ReferralRefusal::Done),
            State::Accepted { on } if seen.on < on || today < seen.on => Err(ReferralRefusal::OutOfOrder),
            State::Accepted { .. } => Ok(Self { seen: Some(seen), ..self.clone() }),
            _ => Err(ReferralRefusal::NotAccepted),
        }
    }
}
