//! Proceeding: the link of a case to criminal proceedings, for the lawyer. Number, articles, stages, the next hearing, and that she was
//! told of her right to compensation. No service depends on it; it only permits an extension.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::coded::coded;
use crate::confided::Confided;
use crate::id::StaffId;
use crate::law::Names;

/// An offence of the country's law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offence {
    /// Its code: the number of the article, such as `128`.
    pub code: String,
    /// What it is called.
    pub names: Names,
}

coded! {
    /// How far proceedings are.
    "proceeding-stage"
    pub enum ProceedingStage {
        /// Registered.
        Registered = "registered",
        /// Investigated.
        Investigated = "investigated",
        /// Interrupted.
        Interrupted = "interrupted",
        /// With the prosecutor.
        Prosecutor = "prosecutor",
        /// With the court.
        Court = "court",
        /// Ended by a conviction.
        Convicted = "convicted",
        /// Ended by an acquittal.
        Acquitted = "acquitted",
        /// Ended otherwise.
        Ended = "ended",
        /// Under appeal.
        Appeal = "appeal",
        /// The verdict is in force.
        InForce = "in_force",
    }
}

impl ProceedingStage {
    /// The stages that can come after it.
    pub fn leads_to(self) -> &'static [Self] {
        match self {
            Self::Registered => &[Self::Investigated, Self::Ended],
            Self::Investigated => &[Self::Interrupted, Self::Prosecutor, Self::Ended],
            Self::Interrupted => &[Self::Investigated, Self::Ended],
            Self::Prosecutor => &[Self::Court, Self::Investigated, Self::Ended],
            Self::Court => &[Self::Convicted, Self::Acquitted, Self::Ended, Self::Prosecutor],
            Self::Convicted | Self::Acquitted => &[Self::Appeal, Self::InForce],
            Self::Ended => &[Self::Appeal, Self::Investigated],
            Self::Appeal => &[Self::Court, Self::InForce],
            Self::InForce => &[],
        }
    }

    /// Whether proceedings are under way in it: the ground on which the law lets an extension be asked for.
    pub fn is_under_way(self) -> bool {
        !matches!(self, Self::Ended | Self::InForce)
    }
}

/// A stage that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageReached {
    /// Which.
    pub stage: ProceedingStage,
    /// When.
    pub on: Date,
}

/// That she was told of her right to compensation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldOfCompensation {
    /// When.
    pub on: Date,
    /// By whom: an investigator, a lawyer, the centre.
    pub by: Confided,
    /// Who wrote it down.
    pub recorded_by: StaffId,
}

/// A link to proceedings: class *criminal*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proceeding {
    /// The number in the register of the country.
    pub register_number: Confided,
    /// The codes of the offences.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub offences: BTreeSet<String>,
    /// The stages so far, the first first.
    pub stages: Vec<StageReached>,
    /// The day of the next hearing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_hearing: Option<Date>,
    /// That she was told of her right to compensation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compensation: Option<ToldOfCompensation>,
}

codes! {
    /// Why it is not taken as it is.
    ProceedingRefusal {
        /// It has no number.
        NoNumber = "no_number",
        /// The law of that day knows no such offence.
        UnknownOffence = "unknown_offence",
        /// This stage does not come after the one before.
        NoWay = "no_way",
        /// The day is before the stage before, or has not come.
        OutOfOrder = "out_of_order",
        /// Nobody is said to have told her.
        Nobody = "nobody",
    }
}

impl Proceeding {
    /// A link to proceedings, as far as they are on a day. `known` are the offences of the law.
    ///
    /// # Errors
    /// The reason.
    pub fn linked(
        register_number: Confided,
        offences: BTreeSet<String>,
        first: StageReached,
        (known, today): (&BTreeSet<String>, Date),
    ) -> Result<Self, ProceedingRefusal> {
        match () {
            () if register_number.is_empty() => Err(ProceedingRefusal::NoNumber),
            () if !offences.is_subset(known) => Err(ProceedingRefusal::UnknownOffence),
            () if today < first.on => Err(ProceedingRefusal::OutOfOrder),
            () => {
                let stages = vec![first];
                Ok(Self { register_number, offences, stages, next_hearing: None, compensation: None })
            }
        }
    }

    /// The stage it has reached; a link is written with its first one.
    pub fn stage(&self) -> Option<StageReached> {
        self.stages.last().copied()
    }

    /// Whether proceedings are under way.
    pub fn is_under_way(&self) -> bool {
        self.stage().is_some_and(|reached| reached.stage.is_under_way())
    }

    /// The same at the next stage.
    ///
    /// # Errors
    /// A stage that does not come after the last one; a day out of order.
    pub fn reaching(&self, next: StageReached, today: Date) -> Result<Self, ProceedingRefusal> {
        if let Some(last) = self.stage() {
            if !last.stage.leads_to().contains(&next.stage) {
                return Err(ProceedingRefusal::NoWay);
            }
            if next.on < last.on {
                return Err(ProceedingRefusal::OutOfOrder);
            }
        }
        if today < next.on {
            return Err(ProceedingRefusal::OutOfOrder);
        }
        let mut reached = self.clone();
        reached.stages.push(next);
        Ok(reached)
    }

    /// The same with the day of the next hearing, or with none.
    pub fn heard_on(&self, next_hearing: Option<Date>) -> Self {
        Self { next_hearing, ..self.clone() }
    }

    /// The same, with her told of her right to compensation.
    ///
    /// # Errors
    /// Nobody who told her; a day that has not come.
    pub fn told(&self, told: ToldOfCompensation, today: Date) -> Result<Self, ProceedingRefusal> {
        match () {
            () if told.by.is_empty() => Err(ProceedingRefusal::Nobody),
            () if today < told.on => Err(ProceedingRefusal::OutOfOrder),
            () => Ok(Self { compensation: Some(told), ..self.clone() }),
        }
    }
}
