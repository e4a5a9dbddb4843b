//! Decisions on a case: who found her to be a victim, what the assessment shows, whether services are owed, and the appeal. None of it
//! receives registration, citizenship, documents, a criminal case, cooperation or a consent (R1, R2).

use std::collections::BTreeMap;

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::appeal::{self, Appeal, AppealFault};
use pana_casework::criterion::CriterionCode;
use pana_casework::decision::{
    self, AppealPath, BodyKind, Deciding, DecisionRefused, EligibilityDecision, IdentificationDecision,
    IdentificationStatus, Outcome, RefusalGiven,
};
use pana_casework::eligibility::{Needs, RefusalReason, Shown};
use pana_casework::stage::Step;

use super::act::Act;
use super::document::{Document, PAST};
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::refused::Refused;

/// All that was decided, the oldest first.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    /// Who found her to be a victim.
    pub identifications: Vec<Kept<IdentificationDecision>>,
    /// What the assessments show.
    pub assessments: Vec<Kept<Needs>>,
    /// Whether services are owed.
    pub eligibilities: Vec<Kept<EligibilityDecision>>,
    /// Appeals.
    pub appeals: Vec<Kept<Appeal>>,
}

/// A finding, as a form says it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The body.
    pub body: String,
    /// Its kind.
    pub body_kind: BodyKind,
    /// The day.
    pub on: Date,
    /// What it found.
    pub status: IdentificationStatus,
    /// Its number.
    pub reference: Option<String>,
}

/// A decision on services, as a form says it.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// The body.
    pub body: String,
    /// The day.
    pub on: Date,
    /// Where it refuses: why, and how to appeal.
    pub refusal: Option<Refusing>,
}

/// A refusal, as a form says it.
#[derive(Clone, Debug)]
pub struct Refusing {
    /// The reason, one of the law's.
    pub reason: RefusalReason,
    /// Where to appeal.
    pub appeal_body: String,
    /// How.
    pub appeal_how: String,
    /// The last day, where the paper names one.
    pub appeal_by: Option<Date>,
}

impl Open {
    /// All that was decided.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn decisions(&self) -> Result<Decisions, Refused> {
        let kinds = [Kind::Identification, Kind::Assessment, Kind::Eligibility, Kind::Appeal];
        let documents = self.documents(&kinds).await?;
        Ok(Decisions {
            identifications: kept::of(&documents, Kind::Identification)?,
            assessments: kept::of(&documents, Kind::Assessment)?,
            eligibilities: kept::of(&documents, Kind::Eligibility)?,
            appeals: kept::of(&documents, Kind::Appeal)?,
        })
    }

    /// Writes down what a body found.
    ///
    /// # Errors
    /// A field that is missing; as [`Open::save`].
    pub async fn identify(&self, found: Found, save: &str) -> Result<(), Refused> {
        if found.body.trim().is_empty() {
            return Err(fault("body", "decision-refused", "no_body"));
        }
        self.not_ahead("on", found.on)?;
        let decision = IdentificationDecision {
            body: found.body,
            body_kind: found.body_kind,
            decided_on: found.on,
            status: found.status,
            reference: found.reference,
            recorded_by: self.staff()?,
        };
        let mut documents = vec![kept::made(save, Kind::Identification, &decision)?];
        if found.status != IdentificationStatus::NotShown {
            documents.extend(self.follow(&[Step::Identify]).await?);
        }
        let told = self.happening(Act::Write).about("identification");
        self.save_with(&documents, save, Vec::new(), told).await.map(|_| ())
    }

    /// Writes down what the assessment of needs shows of each criterion of the law.
    ///
    /// # Errors
    /// As [`Open::save`].
    pub async fn assess(&self, criteria: BTreeMap<CriterionCode, Shown>, save: &str) -> Result<(), Refused> {
        let needs = Needs { assessed_on: self.today(), criteria };
        let mut documents = vec![kept::made(save, Kind::Assessment, &needs)?];
        // One assessment counts: the one before stays to be read, and no decision rests on it any more.
        let before = self.all::<Needs>(Kind::Assessment).await?.into_iter().filter(|kept| kept.document.id != save);
        documents.extend(before.map(|kept| Document { standing: PAST.to_owned(), ..kept.document }));
        documents.extend(self.follow(&[Step::Assess]).await?);
        let told = self.happening(Act::Write).about("assessment");
        self.save_with(&documents, save, Vec::new(), told).await.map(|_| ())
    }

    /// Writes down that services are owed, or a refusal, under the law of the day of the decision.
    ///
    /// # Errors
    /// The reason in words beside its field; as [`Open::save`].
    pub async fn decide(&self, ruling: Ruling, save: &str) -> Result<(), Refused> {
        self.not_ahead("on", ruling.on)?;
        let needs = self.newest::<Needs>(Kind::Assessment).await?;
        let needs =
            needs.map_or_else(|| Needs { assessed_on: ruling.on, criteria: BTreeMap::new() }, |kept| kept.value);
        let law = self.law_on(ruling.on);
        let by = Deciding { body: ruling.body, on: ruling.on, recorded_by: self.staff()? };
        let (decided, step) = match ruling.refusal {
            None => (decision::accept(&needs, by, &law), Step::Accept),
            Some(refusing) => {
                let given = RefusalGiven {
                    reason: refusing.reason,
                    appeal: AppealPath { body: refusing.appeal_body, how: refusing.appeal_how },
                    appeal_by: refusing.appeal_by,
                };
                (decision::refuse(&needs, given, by, &law), Step::Refuse)
            }
        };
        let decided = decided.map_err(|refused| fault(field(&refused), "decision-refused", refused.name()))?;
        let mut documents = vec![kept::made(save, Kind::Eligibility, &decided)?];
        documents.extend(self.follow(&[Step::Assess, step]).await?);
        let told = self.happening(Act::Write).about("eligibility");
        self.save_with(&documents, save, Vec::new(), told).await.map(|_| ())
    }

    /// Writes an appeal against the last refusal down; the case is assessed again.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where nothing was refused; a field that does not fit.
    pub async fn appeal(
        &self,
        body: &str,
        filed_on: Date,
        reference: Option<String>,
        save: &str,
    ) -> Result<(), Refused> {
        let decided = self.newest::<EligibilityDecision>(Kind::Eligibility).await?.ok_or(Refused::NotFound)?;
        let Outcome::Refused(refusal) = &decided.value.outcome else { return Err(Refused::NotFound) };
        let appeal = Appeal { body: body.trim().to_owned(), filed_on, reference, recorded_by: self.staff()? };
        let filed = appeal::file(appeal, refusal, self.today()).map_err(|refused| {
            let field = if refused == AppealFault::NoBody { "body" } else { "on" };
            fault(field, "appeal-fault", refused.name())
        })?;
        let mut documents = vec![kept::made(save, Kind::Appeal, &filed)?];
        documents.extend(self.follow(&[Step::Appeal]).await?);
        let told = self.happening(Act::Write).about("appeal");
        self.save_with(&documents, save, Vec::new(), told).await.map(|_| ())
    }

    /// Refuses a day that has not come.
    pub(super) fn not_ahead(&self, field: &str, day: Date) -> Result<(), Refused> {
        if day > self.today() { Err(Refused::field(field, "day-not-yet")) } else { Ok(()) }
    }
}

/// The field of the form that a refusal is about.
fn field(refused: &DecisionRefused) -> &'static str {
    match refused {
        DecisionRefused::NoBody => "body",
        DecisionRefused::LawOfAnotherDay(_) => "on",
        DecisionRefused::ReasonNotInLaw(_)
        | DecisionRefused::ServicesAreOwed(_)
        | DecisionRefused::AnswersMissing(_)
        | DecisionRefused::NoLegalBasis => "reason",
        DecisionRefused::GroundNotShown => "form",
        DecisionRefused::NoAppealPath => "appeal_body",
        DecisionRefused::AppealBeforeRefusal => "appeal_by",
    }
}
