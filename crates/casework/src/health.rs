//! Health: what a medic or a psychologist notes of an appointment. Short, coded, and read by whoever heals; the others know that there is
//! something and whom to ask.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::coded::coded;
use crate::confided::Confided;
use crate::id::StaffId;
use crate::service::NOTE_LETTERS;

coded! {
    /// What an entry is about.
    "health-kind"
    pub enum HealthKind {
        /// The first examination.
        FirstExamination = "first_examination",
        /// An appointment with a doctor.
        Appointment = "appointment",
        /// A test.
        Test = "test",
        /// Medication that was given or prescribed.
        Medication = "medication",
        /// A treatment.
        Treatment = "treatment",
        /// Days in a hospital.
        HospitalStay = "hospital_stay",
        /// A vaccination.
        Vaccination = "vaccination",
        /// A session with a psychologist.
        PsychologicalSession = "psychological_session",
        /// A talk in a crisis.
        CrisisTalk = "crisis_talk",
        /// Something else.
        Other = "other",
    }
}

/// An entry: class *health*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HealthEntry {
    /// What it is about.
    pub kind: HealthKind,
    /// The day.
    pub on: Date,
    /// A short note.
    #[serde(default, skip_serializing_if = "Confided::is_empty")]
    pub note: Confided,
    /// The day of the next appointment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_on: Option<Date>,
    /// Who wrote it.
    pub by: StaffId,
}

codes! {
    /// Why an entry is not taken as it is.
    HealthRefusal {
        /// The day has not come yet.
        NotYet = "not_yet",
        /// The note is longer than [`NOTE_LETTERS`].
        NoteTooLong = "note_too_long",
        /// The next appointment is not after this one.
        NextBefore = "next_before",
    }
}

impl HealthEntry {
    /// Checks an entry that is written on a day.
    ///
    /// # Errors
    /// The reason.
    pub fn entered(self, today: Date) -> Result<Self, HealthRefusal> {
        match () {
            () if today < self.on => Err(HealthRefusal::NotYet),
            () if self.note.reveal().chars().count() > NOTE_LETTERS => Err(HealthRefusal::NoteTooLong),
            () if self.next_on.is_some_and(|next| next <= self.on) => Err(HealthRefusal::NextBefore),
            () => Ok(self),
        }
    }
}

/// Appointments that are still ahead of her or were missed, the earliest first: those after which nothing was written yet.
pub fn appointments<'a>(entries: impl IntoIterator<Item = &'a HealthEntry> + Clone) -> Vec<Date> {
    let last = entries.clone().into_iter().map(|entry| entry.on).max();
    let mut ahead: Vec<Date> = entries.into_iter().filter_map(|entry| entry.next_on).collect();
    ahead.retain(|next| last.is_some_and(|last| last < *next));
    ahead.sort_unstable();
    ahead.dedup();
    ahead
}
