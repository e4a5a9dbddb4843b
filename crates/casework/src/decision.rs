//! Decisions: who found her to be a victim, and who decided that services are owed. Two records, beside the screening: three, never
//! one field.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::days_between;
use crate::code::codes;
use crate::criterion::CriterionCode;
use crate::eligibility::{Finding, Needs, RefusalReason, assess};
use crate::id::StaffId;
use crate::version::{Terms, Version};

codes! {
    /// What a body found.
    IdentificationStatus {
        /// There are signs; help is owed to a presumed victim too.
        Presumed = "presumed",
        /// She is a victim.
        Identified = "identified",
        /// It is not shown.
        NotShown = "not_shown",
    }
}

codes! {
    /// Which kind of body found it.
    BodyKind {
        /// A body to which the law gives the decision on status.
        Authority = "authority",
        /// An organisation that helps, by its own finding.
        Organisation = "organisation",
    }
}

/// A body's finding whether she is a victim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentificationDecision {
    /// The body.
    pub body: String,
    /// Its kind.
    pub body_kind: BodyKind,
    /// The day of the decision.
    pub decided_on: Date,
    /// What it found.
    pub status: IdentificationStatus,
    /// Its number, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Who wrote it down here.
    pub recorded_by: StaffId,
}

/// A decision whether services are owed, with the law it was made under (R20).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibilityDecision {
    /// The body that decided.
    pub body: String,
    /// The day.
    pub decided_on: Date,
    /// Who wrote it down here.
    pub recorded_by: StaffId,
    /// What was decided.
    pub outcome: Outcome,
    /// The law of the day.
    pub law: Terms,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "decision")]
pub enum Outcome {
    /// Services are owed.
    Eligible {
        /// The ground.
        ground: String,
        /// The criteria that carry it.
        criteria_met: BTreeSet<CriterionCode>,
    },
    /// Services were refused.
    Refused(RefusalOfServices),
}

/// Why services were refused, and what she can do. There is none without a reason, a day and a path to appeal (R2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenRefusal", into = "WrittenRefusal")]
pub struct RefusalOfServices {
    reason: RefusalReason,
    legal_basis: String,
    legal_basis_verified: bool,
    refused_on: Date,
    appeal: AppealPath,
    appeal_by: Option<Date>,
}

/// Where and how to appeal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppealPath {
    /// The body that hears it.
    pub body: String,
    /// How to reach it.
    pub how: String,
}

/// What an authority says when it refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalGiven {
    /// The reason.
    pub reason: RefusalReason,
    /// Where and how to appeal.
    pub appeal: AppealPath,
    /// The last day to appeal, where it is known.
    pub appeal_by: Option<Date>,
}

/// Who decides, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// The body.
    pub body: String,
    /// The day.
    pub on: Date,
    /// Who writes it down.
    pub recorded_by: StaffId,
}

/// Why a decision cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionRefused {
    /// The version of the law is that of another day.
    #[error("the version of the law is that of {0}, not of the day of the decision")]
    LawOfAnotherDay(Date),
    /// No body is named.
    #[error("no body is named")]
    NoBody,
    /// No ground of the law is shown.
    #[error("no ground of the law is shown")]
    GroundNotShown,
    /// The reason is not one of the law of that day.
    #[error("`{}` is not a reason of the law of that day", .0.name())]
    ReasonNotInLaw(RefusalReason),
    /// A ground is shown: services are owed.
    #[error("the ground `{0}` is shown: services are owed")]
    ServicesAreOwed(String),
    /// Answers are missing that could make services owed.
    #[error("answers are missing that could make services owed")]
    AnswersMissing(BTreeSet<CriterionCode>),
    /// No legal basis is known.
    #[error("the reason has no legal basis")]
    NoLegalBasis,
    /// No path to appeal.
    #[error("a refusal tells where and how to appeal")]
    NoAppealPath,
    /// The last day to appeal is before the refusal.
    #[error("the last day to appeal is before the refusal")]
    AppealBeforeRefusal,
}

impl DecisionRefused {
    /// The names of all reasons.
    pub const NAMES: [&'static str; 9] = [
        "law_of_another_day",
        "no_body",
        "ground_not_shown",
        "reason_not_in_law",
        "services_are_owed",
        "answers_missing",
        "no_legal_basis",
        "no_appeal_path",
        "appeal_before_refusal",
    ];

    /// The last part of the key of its words.
    pub fn name(&self) -> &'static str {
        match self {
            Self::LawOfAnotherDay(_) => "law_of_another_day",
            Self::NoBody => "no_body",
            Self::GroundNotShown => "ground_not_shown",
            Self::ReasonNotInLaw(_) => "reason_not_in_law",
            Self::ServicesAreOwed(_) => "services_are_owed",
            Self::AnswersMissing(_) => "answers_missing",
            Self::NoLegalBasis => "no_legal_basis",
            Self::NoAppealPath => "no_appeal_path",
            Self::AppealBeforeRefusal => "appeal_before_refusal",
        }
    }
}

/// Records that services are owed.
pub fn accept(needs: &Needs, by: Deciding, law: &Version) -> Result<EligibilityDecision, DecisionRefused> {
    check(&by, law)?;
    let Finding::Owed { ground, criteria_met } = assess(needs, law) else {
        return Err(DecisionRefused::GroundNotShown);
    };
    Ok(decided(by, Outcome::Eligible { ground, criteria_met }, law))
}

/// Records that services were refused. Refuses that itself where the needs show a ground or where answers are missing that could.
pub fn refuse(
    needs: &Needs,
    given: RefusalGiven,
    by: Deciding,
    law: &Version,
) -> Result<EligibilityDecision, DecisionRefused> {
    check(&by, law)?;
    let row = law.refusal_reason(given.reason).ok_or(DecisionRefused::ReasonNotInLaw(given.reason))?;
    if given.reason == RefusalReason::CriteriaNotShown {
        match assess(needs, law) {
            Finding::Owed { ground, .. } => return Err(DecisionRefused::ServicesAreOwed(ground)),
            Finding::Open { ask } => return Err(DecisionRefused::AnswersMissing(ask)),
            Finding::NotShown => {}
        }
    }
    let refusal = RefusalOfServices::try_from(WrittenRefusal {
        reason: given.reason,
        legal_basis: row.article.clone().unwrap_or_default(),
        legal_basis_verified: row.verified,
        refused_on: by.on,
        appeal: given.appeal,
        appeal_by: given.appeal_by,
    })?;
    Ok(decided(by, Outcome::Refused(refusal), law))
}

fn check(by: &Deciding, law: &Version) -> Result<(), DecisionRefused> {
    match () {
        () if law.on != by.on => Err(DecisionRefused::LawOfAnotherDay(law.on)),
        () if by.body.trim().is_empty() => Err(DecisionRefused::NoBody),
        () => Ok(()),
    }
}

fn decided(by: Deciding, outcome: Outcome, law: &Version) -> EligibilityDecision {
    EligibilityDecision { body: by.body, decided_on: by.on, recorded_by: by.recorded_by, outcome, law: law.terms() }
}

impl RefusalOfServices {
    /// The reason.
    pub fn reason(&self) -> RefusalReason {
        self.reason
    }

    /// The act and article of the reason, and whether somebody checked them.
    pub fn legal_basis(&self) -> (&str, bool) {
        (&self.legal_basis, self.legal_basis_verified)
    }

    /// The day of the refusal.
    pub fn refused_on(&self) -> Date {
        self.refused_on
    }

    /// Where and how to appeal.
    pub fn appeal(&self) -> &AppealPath {
        &self.appeal
    }

    /// The last day to appeal. None where the law's days are not known: then an appeal is never late.
    pub fn appeal_by(&self) -> Option<Date> {
        self.appeal_by
    }

    /// Days left to appeal, where the last day is known.
    pub fn days_to_appeal(&self, on: Date) -> Option<i64> {
        Some(days_between(on, self.appeal_by?))
    }
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRefusal {
    reason: RefusalReason,
    legal_basis: String,
    legal_basis_verified: bool,
    refused_on: Date,
    appeal: AppealPath,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    appeal_by: Option<Date>,
}

impl TryFrom<WrittenRefusal> for RefusalOfServices {
    type Error = DecisionRefused;

    fn try_from(written: WrittenRefusal) -> Result<Self, DecisionRefused> {
        let WrittenRefusal { reason, legal_basis, legal_basis_verified, refused_on, appeal, appeal_by } = written;
        match () {
            () if legal_basis.trim().is_empty() => Err(DecisionRefused::NoLegalBasis),
            () if appeal.body.trim().is_empty() || appeal.how.trim().is_empty() => Err(DecisionRefused::NoAppealPath),
            () if appeal_by.is_some_and(|last| last < refused_on) => Err(DecisionRefused::AppealBeforeRefusal),
            () => Ok(Self { reason, legal_basis, legal_basis_verified, refused_on, appeal, appeal_by }),
        }
    }
}

impl From<RefusalOfServices> for WrittenRefusal {
    fn from(refusal: RefusalOfServices) -> Self {
        let RefusalOfServices { reason, legal_basis, legal_basis_verified, refused_on, appeal, appeal_by } = refusal;
        Self { reason, legal_basis, legal_basis_verified, refused_on, appeal, appeal_by }
    }
}
