//! The service clock of a case: start, pause, going on, asking for more months and answering, the plan for the time after. It warns and
//! asks; nothing here stands between her and a service.

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::clock::{Clock, ClockRefusal, PauseReason, PlanBeyond, Start};
use pana_casework::extension::ExtensionRequest;
use pana_casework::id::{CentreId, EvidenceRef};
use pana_casework::policy::Role;
use pana_casework::stage::Step;

use super::act::Act;
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::refused::Refused;

/// The clock with what was asked of it.
#[derive(Clone, Debug, Default)]
pub struct Running {
    /// The clock, once it was started.
    pub clock: Option<Kept<Clock>>,
    /// Requests for more months, the oldest first.
    pub requests: Vec<Kept<ExtensionRequest>>,
}

/// What a worker asks the head for.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The code of the ground.
    pub ground: String,
    /// How many months.
    pub months: u32,
    /// What shows it.
    pub evidence: String,
}

impl Open {
    /// The clock and the requests.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn running(&self) -> Result<Running, Refused> {
        let documents = self.documents(&[Kind::Clock, Kind::ExtensionRequest]).await?;
        Ok(Running {
            clock: kept::last(&documents, Kind::Clock)?,
            requests: kept::of(&documents, Kind::ExtensionRequest)?,
        })
    }

    async fn clock(&self) -> Result<Kept<Clock>, Refused> {
        self.newest(Kind::Clock).await?.ok_or_else(|| refused(ClockRefusal::NotStarted))
    }

    /// Starts the clock on the day of admission or of the decision, as the law says.
    ///
    /// # Errors
    /// The reason in words; [`Refused::Stale`] where one runs already.
    pub async fn start_clock(&self, admitted_on: Date, decided_on: Option<Date>, save: &str) -> Result<(), Refused> {
        self.not_ahead("on", admitted_on)?;
        if self.newest::<Clock>(Kind::Clock).await?.is_some_and(|kept| kept.document.id != save) {
            return Err(Refused::Stale);
        }
        let centre = self.record.centre_id.as_deref().and_then(CentreId::parse).ok_or(Refused::Damaged("records"))?;
        let start = Start { episode: 1, centre, admitted_on: Some(admitted_on), decided_on };
        let clock = Clock::start(start, &self.law_on(admitted_on)).map_err(refused)?;
        let mut documents = vec![kept::made(save, Kind::Clock, &clock)?];
        documents.extend(self.follow(&[Step::Admit]).await?);
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about("clock")).await.map(|_| ())
    }

    /// Pauses the clock.
    ///
    /// # Errors
    /// The reason in words; [`Refused::Stale`].
    pub async fn pause(&self, reason: PauseReason, from: Date, version: i64, save: &str) -> Result<(), Refused> {
        self.not_ahead("on", from)?;
        self.turn(version, save, "pause", &[Step::Suspend], |clock| clock.pause(reason, from)).await
    }

    /// Goes on.
    ///
    /// # Errors
    /// The reason in words; [`Refused::Stale`].
    pub async fn resume(&self, on: Date, version: i64, save: &str) -> Result<(), Refused> {
        self.not_ahead("on", on)?;
        self.turn(version, save, "resume", &[Step::Resume], |clock| clock.resume(on)).await
    }

    /// Writes down how help goes on after the end.
    ///
    /// # Errors
    /// The reason in words; [`Refused::Stale`].
    pub async fn agree_beyond(&self, plan: &str, version: i64, save: &str) -> Result<(), Refused> {
        let (agreed_on, agreed_by) = (self.today(), self.staff()?);
        let plan = PlanBeyond { plan: plan.trim().to_owned(), agreed_on, agreed_by };
        self.turn(version, save, "beyond", &[], |clock| clock.agree_beyond(plan)).await
    }

    async fn turn(
        &self,
        version: i64,
        save: &str,
        about: &str,
        steps: &[Step],
        act: impl FnOnce(&Clock) -> Result<Clock, ClockRefusal>,
    ) -> Result<(), Refused> {
        let kept = self.clock().await?;
        kept.shown_as(version)?;
        let turned = act(&kept.value).map_err(refused)?;
        let mut documents = vec![kept.saying(&turned)?];
        documents.extend(self.follow(steps).await?);
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about(about)).await.map(|_| ())
    }

    /// Asks the head for more months. What the clock could not take is refused at once, with the reason.
    ///
    /// # Errors
    /// The reason in words, beside its field.
    pub async fn ask_extension(&self, asking: &Asking, save: &str) -> Result<(), Refused> {
        let clock = self.clock().await?;
        let evidence = EvidenceRef::parse(&asking.evidence);
        let request = ExtensionRequest {
            ground: asking.ground.clone(),
            months: asking.months,
            evidence: evidence.ok_or(Refused::field("evidence", "clock-no-evidence"))?,
            asked_on: self.today(),
            asked_by: self.staff()?,
            answer: None,
        };
        request.check(&clock.value).map_err(refused)?;
        let document = kept::made(save, Kind::ExtensionRequest, &request)?;
        let told = self.happening(Act::Write).about("extension-asked");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }

    /// The head answers. Both worker and head may write on services; only the head decides on more months.
    ///
    /// # Errors
    /// [`Refused::Denied`] for anybody else; [`Refused::NotFound`]; the reason in words.
    pub async fn answer_extension(&self, request: &str, granted: bool, save: &str) -> Result<(), Refused> {
        if self.signed().role != Role::Head {
            return Err(Refused::Denied);
        }
        let running = self.running().await?;
        let kept = running.requests.iter().find(|kept| kept.document.id == request).ok_or(Refused::NotFound)?;
        if kept.value.answer.is_some() {
            return Ok(());
        }
        let mut documents = Vec::new();
        if granted {
            let clock = running.clock.ok_or_else(|| refused(ClockRefusal::NotStarted))?;
            let (answered, extended) = kept.value.grant(&clock.value, self.today(), self.staff()?).map_err(refused)?;
            documents.extend([kept.saying(&answered)?, clock.saying(&extended)?]);
            documents.extend(self.follow(&[Step::Extend]).await?);
        } else {
            documents.push(kept.saying(&kept.value.decline(self.today(), self.staff()?))?);
        }
        let about = if granted { "extension-granted" } else { "extension-declined" };
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about(about)).await.map(|_| ())
    }
}

fn refused(refusal: ClockRefusal) -> Refused {
    let field = match refusal {
        ClockRefusal::GroundNotInLaw => "ground",
        ClockRefusal::NoMonths | ClockRefusal::OverMaximum => "months",
        ClockRefusal::OutOfOrder => "on",
        ClockRefusal::EmptyPlan => "plan",
        _ => "form",
    };
    fault(field, "clock-refusal", refusal.name())
}
