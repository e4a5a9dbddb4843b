//! The plan of a case and what was given of it: goals in her words, services, signatures, each day of service, and the proof of days.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::plan::{Goal, Line, Plan, PlanRefusal, PlannedService, Progress, Signature, Signer};
use pana_casework::service::{Amount, Delivered, DeliveryRefusal, ServiceCode, Unit, deliver, service_days};
use pana_casework::stage::Step;

use super::act::Act;
use super::document::PAST;
use super::gate::Open;
use super::house::TRIES;
use super::kept::{self, Kept, fault};
use super::refused::Refused;
use super::statistic::Counted;

/// The plan and what was given.
#[derive(Clone, Debug, Default)]
pub struct Planned {
    /// The plan that counts.
    pub plan: Option<Kept<Plan>>,
    /// What was given, the oldest first.
    pub delivered: Vec<Kept<Delivered>>,
}

/// A plan, as a form says it.
#[derive(Clone, Debug)]
pub struct Planning {
    /// What she wants, in her words.
    pub goals: Vec<String>,
    /// The language of the words.
    pub language: String,
    /// The services.
    pub services: Vec<PlannedService>,
    /// The last day.
    pub until: Date,
}

/// A service that was given, as a form says it.
#[derive(Clone, Debug)]
pub struct Giving {
    /// The kind.
    pub kind: ServiceCode,
    /// The day.
    pub on: Date,
    /// How much, in hundredths.
    pub hundredths: u32,
    /// Of what.
    pub unit: Unit,
    /// A short note.
    pub note: String,
}

impl Planned {
    /// What was given, as it is counted.
    pub fn given(&self) -> Vec<Delivered> {
        self.delivered.iter().map(|kept| kept.value.clone()).collect()
    }

    /// Planned against delivered between two days; without a plan, what was given.
    pub fn lines(&self, guaranteed: &[ServiceCode], from: Date, to: Date) -> Vec<Line> {
        let empty = || Plan {
            made_on: from,
            objectives: Vec::new(),
            services: Vec::new(),
            planned_end_date: to,
            actual_end_date: None,
            signed: Vec::new(),
        };
        let plan = self.plan.as_ref().map_or_else(empty, |kept| kept.value.clone());
        plan.against(&self.given(), guaranteed, from, to)
    }

    /// The days on which something was given, between two days: the proof.
    pub fn days(&self, from: Date, to: Date) -> BTreeSet<Date> {
        service_days(&self.given(), from, to)
    }
}

impl Open {
    /// The plan and what was given of it.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn planned(&self) -> Result<Planned, Refused> {
        let documents = self.documents(&[Kind::Plan, Kind::Service]).await?;
        Ok(Planned { plan: kept::last(&documents, Kind::Plan)?, delivered: kept::of(&documents, Kind::Service)? })
    }

    /// Makes a plan; one that there was before stays as it was written and counts no more.
    ///
    /// # Errors
    /// The reason in words, beside its field; as [`Open::save`].
    pub async fn make_plan(&self, planning: Planning, save: &str) -> Result<(), Refused> {
        let today = self.today();
        let language = planning.language;
        let goals = planning.goals.into_iter().filter(|words| !words.trim().is_empty());
        let goal = |words: String| Goal { words, language: language.clone(), progress: Progress::Ahead };
        let plan = Plan {
            made_on: today,
            objectives: goals.map(goal).collect(),
            services: planning.services,
            planned_end_date: planning.until,
            actual_end_date: None,
            signed: Vec::new(),
        };
        let kinds = self.law_on(today).law.services.into_iter().map(|row| row.value.code).collect();
        let plan = Plan::new(plan, &kinds).map_err(refused)?;
        let mut documents = vec![kept::made(save, Kind::Plan, &plan)?];
        for before in self.all::<Plan>(Kind::Plan).await?.into_iter().filter(|kept| kept.document.id != save) {
            documents.push(super::Document { standing: PAST.to_owned(), ..before.document });
        }
        documents.extend(self.follow(&[Step::Plan]).await?);
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about("plan")).await.map(|_| ())
    }

    /// Writes down that somebody signed the plan today.
    ///
    /// # Errors
    /// [`Refused::NotFound`] without a plan; [`Refused::Stale`]; that she signed already.
    pub async fn sign_plan(&self, signer: Signer, version: i64, save: &str) -> Result<(), Refused> {
        let kept: Kept<Plan> = self.newest(Kind::Plan).await?.ok_or(Refused::NotFound)?;
        kept.shown_as(version)?;
        let signed = kept.value.sign(Signature { signer, on: self.today() }).map_err(refused)?;
        self.save(&kept.saying(&signed)?, save).await.map(|_| ())
    }

    /// Writes down a service that was given. Neither clock nor stage, papers or consent are asked.
    ///
    /// # Errors
    /// The reason in words, beside its field; as [`Open::save`].
    pub async fn log_service(&self, giving: Giving, save: &str) -> Result<(), Refused> {
        let delivered = Delivered {
            kind: giving.kind,
            on: giving.on,
            amount: Amount { hundredths: giving.hundredths, unit: giving.unit },
            by: self.staff()?,
            note: Some(giving.note),
        };
        let delivered = deliver(delivered, self.today()).map_err(|refusal| {
            let field = match refusal {
                DeliveryRefusal::NoAmount => "amount",
                DeliveryRefusal::NoteTooLong => "note",
                DeliveryRefusal::NotYet => "on",
            };
            fault(field, "delivery-refusal", refusal.name())
        })?;
        let document = kept::made(save, Kind::Service, &delivered)?;
        for _ in 0..TRIES {
            // A colleague who writes at the same moment may have changed the counting row; a service is not refused for that.
            let mut documents = vec![document.clone()];
            documents.extend(self.counted(Counted::Service(&delivered.kind)).await?);
            let told = self.happening(Act::Write).about("service");
            match self.save_with(&documents, save, Vec::new(), told).await {
                Err(Refused::Stale) => {}
                done => return done.map(|_| ()),
            }
        }
        Err(Refused::Stale)
    }
}

fn refused(refusal: PlanRefusal) -> Refused {
    let field = match refusal {
        PlanRefusal::NoGoal => "goals",
        PlanRefusal::NoService | PlanRefusal::UnknownService => "services",
        PlanRefusal::Nobody => "who",
        PlanRefusal::NoTimes => "times",
        PlanRefusal::EndsBeforeItBegins => "until",
        PlanRefusal::Signature => "signer",
    };
    fault(field, "plan-refusal", refusal.name())
}
