//! What is due on a case: the stage, the clock, tasks, consents that end, an appeal, a follow-up; and the ways into its parts.

use jiff::civil::Date;
use pana_app::casework::errand::Errand;
use pana_app::casework::kept::{self, Kept};
use pana_app::casework::{Document, Open, Refused};
use pana_casework::appeal::Appeal;
use pana_casework::calendar::days_between;
use pana_casework::child::Missing;
use pana_casework::clock::{self, Clock};
use pana_casework::consent::{Consent, ConsentState};
use pana_casework::correction::Correction;
use pana_casework::decision::{EligibilityDecision, Outcome};
use pana_casework::extension::ExtensionRequest;
use pana_casework::life_threat::LifeThreat;
use pana_casework::policy::Action;
use pana_casework::referral::{Level, Referral, State};
use pana_casework::stage::Step;
use pana_casework::task::{For, TaskKind};
use pana_casework::{Class, Kind};
use pana_text::Arg;

use super::clock::{ClockShown, shown};
use super::consent::{classes, recipient};
use super::frame::Frame;
use super::signed::Case;

/// So many days before its end a consent stands among what is due.
const CONSENT_ENDS: i64 = 14;

/// Something that is due.
pub struct Item {
    /// The day.
    pub on: Date,
    /// The day on which somebody is told of it, where that is another.
    pub told_on: Date,
    /// The day in words.
    pub day: String,
    /// What.
    pub text: String,
    /// Where it is done.
    pub href: Option<String>,
    /// The address at which it is ticked off.
    pub tick: Option<String>,
    /// For whom.
    pub whom: For,
    /// The account to which it was given.
    pub to: Option<String>,
    /// The address at which it is given to somebody else.
    pub pass: Option<String>,
}

/// What is due, as far as she may know of it.
pub struct Due {
    /// Where the case stands.
    pub stage: Option<String>,
    /// The steps that lead on.
    pub steps: Vec<(String, String)>,
    /// Where she sleeps, and since when.
    pub place: Option<(String, String)>,
    /// The clock.
    pub clock: Option<ClockShown>,
    /// What is due, the earliest first.
    pub items: Vec<Item>,
    /// The parts of the case that she can open: key of the title, address.
    pub parts: Vec<(&'static str, String)>,
    /// Whether she can write down a service.
    pub logs: bool,
}

/// What is due is gathered from these. Whatever she may not read is left out by the gate; the reading is one event of the log.
const KINDS: [Kind; 18] = [
    Kind::AgeDecision,
    Kind::Correction,
    Kind::Sheet,
    Kind::Course,
    Kind::Task,
    Kind::Consent,
    Kind::LifeThreat,
    Kind::Eligibility,
    Kind::Appeal,
    Kind::Clock,
    Kind::ExtensionRequest,
    Kind::Exit,
    Kind::FollowUp,
    Kind::Guardian,
    Kind::BestInterest,
    Kind::Health,
    Kind::Referral,
    Kind::Proceeding,
];

/// A case that is looked at, and in which words.
pub struct Sight<'a> {
    /// The case.
    pub open: &'a Open,
    /// The frame of the page.
    pub frame: &'a Frame<'a>,
}

/// What is due on a case for the page of all tasks, with the documents it was gathered from.
///
/// # Errors
/// As `Open::documents`.
pub async fn items(sight: &Sight<'_>) -> Result<(Vec<Item>, Vec<Document>), Refused> {
    let documents = sight.open.documents(&KINDS).await?;
    let found = sight.gathered(&documents)?;
    Ok((found.items, documents))
}

/// Gathers what is due.
///
/// # Errors
/// As `Open::documents`.
pub async fn due(page: &Case, frame: &Frame<'_>) -> Result<Due, Refused> {
    let kinds: Vec<Kind> = KINDS.into_iter().chain([Kind::Stay]).collect();
    let documents = page.open.documents(&kinds).await?;
    let sight = Sight { open: &page.open, frame };
    let mut found = sight.gathered(&documents)?;
    if page.open.may(Class::Place, Action::Read) {
        let now = Open::stays_of(&documents)?.now;
        found.place = now.map(|kept| (kept.value.place, frame.day(kept.value.from)));
        found.parts.push(("place-title", sight.href("/place")));
    }
    Ok(found)
}

/// The page on which a step is taken, below the case, and what it shows. A step without one is not offered: it follows from what is written
/// elsewhere.
fn page_of(step: Step) -> Option<(&'static str, Class)> {
    match step {
        Step::Screen | Step::AskMore | Step::ShowNothing => Some(("/screenings", Class::Screening)),
        Step::Identify | Step::Assess | Step::Accept | Step::Refuse | Step::Appeal => {
            Some(("/decisions", Class::Legal))
        }
        Step::Shelter => Some(("/place", Class::Place)),
        Step::Consent => Some(("/consents", Class::Meta)),
        Step::Plan => Some(("/plan", Class::Services)),
        Step::Admit | Step::Suspend | Step::Resume | Step::Extend => Some(("/clock", Class::Services)),
        Step::Exit | Step::FollowUp | Step::Reopen => Some(("/exit", Class::Services)),
        Step::Close | Step::CountAnonymously => Some(("/close", Class::Meta)),
        Step::Erase => None,
    }
}

impl Sight<'_> {
    fn href(&self, below: &str) -> String {
        self.frame.href(&format!("/cases/{}{below}", self.open.record.id))
    }

    fn gathered(&self, documents: &[Document]) -> Result<Due, Refused> {
        let may = |class| self.open.may(class, Action::Read);
        let logs = self.open.may(Class::Services, Action::Write);
        let (steps, parts, mut items) = (Vec::new(), Vec::new(), Vec::new());
        let mut found = Due { stage: None, steps, place: None, clock: None, items: Vec::new(), parts, logs };
        if may(Class::Meta) {
            let stage = self.open.course_of(documents)?.stage();
            found.stage = Some(self.frame.code("stage", stage.name()));
            let closed = self.open.is_closed();
            let way = |step: Step| {
                let again = closed && step == Step::Reopen;
                let (page, class) = if again { ("/close", Class::Meta) } else { page_of(step)? };
                may(class).then_some(())?;
                Some((self.frame.code("step", step.name()), self.href(page)))
            };
            found.steps = stage.steps().into_iter().filter_map(way).collect();
            self.of_meta(documents, &mut items)?;
            found.parts.push(("consents-title", self.href("/consents")));
            found.parts.push(("tasks-title", self.href("/tasks")));
            found.parts.push(("corrections-title", self.href("/corrections")));
            found.parts.push(("age-title", self.href("/age")));
        }
        if may(Class::Legal) {
            self.of_legal(documents, &mut items)?;
            if self.open.protection_of(documents)?.is_child {
                found.parts.push(("child-title", self.href("/child")));
            }
            found.parts.push(("decisions-title", self.href("/decisions")));
        }
        if may(Class::Services) {
            found.clock = self.of_services(documents, &mut items)?;
            let parts = [
                ("plan-title", "/plan"),
                ("clock-title", "/clock"),
                ("referrals-title", "/referrals"),
                ("exit-title", "/exit"),
            ];
            found.parts.extend(parts.map(|(key, below)| (key, self.href(below))));
        }
        if may(Class::Health) {
            let ahead = self.open.health_of(documents)?.appointments();
            let item =
                |next| Item { whom: For::Specialist, ..self.item(next, self.frame.t("due-appointment"), "/health") };
            items.extend(ahead.into_iter().map(item));
        }
        if may(Class::Criminal) {
            self.of_criminal(documents, &mut items)?;
        }
        items.sort_by_key(|item| item.on);
        found.items = items;
        Ok(found)
    }

    fn item(&self, on: Date, text: String, below: &str) -> Item {
        let (day, href) = (self.frame.day(on), Some(self.href(below)));
        Item { on, told_on: on, day, text, href, tick: None, whom: For::CaseLead, to: None, pass: None }
    }

    /// A task that is written down.
    pub fn errand(&self, errand: &Kept<Errand>) -> Item {
        let (frame, task) = (self.frame, &errand.value.task);
        let text = match &errand.value.request {
            Some(request) => {
                let parts = [
                    ("recipient", Arg::from(recipient(frame, &request.recipient))),
                    ("classes", Arg::from(classes(frame, &request.classes))),
                ];
                frame.tell("due-ask-deletion", &parts)
            }
            None => frame.t(&task.kind.key()),
        };
        let can_write = self.open.may(Class::Meta, Action::Write);
        let address = |below: &str| can_write.then(|| self.href(&format!("/tasks/{}/{below}", errand.document.id)));
        Item {
            href: None,
            tick: address("done"),
            pass: address("pass"),
            whom: task.whom,
            to: errand.value.to.as_ref().map(|to| to.as_str().to_owned()),
            ..self.item(task.due, text, "")
        }
    }

    fn of_meta(&self, documents: &[Document], items: &mut Vec<Item>) -> Result<(), Refused> {
        let today = self.open.today();
        let errands: Vec<Kept<Errand>> = kept::of(documents, Kind::Task)?;
        items.extend(errands.iter().filter(|errand| errand.value.done.is_none()).map(|errand| self.errand(errand)));
        let consents: Vec<Kept<Consent>> = kept::of(documents, Kind::Consent)?;
        for consent in consents.iter().map(|kept| &kept.value) {
            let (_, ends) = consent.days();
            if consent.state_on(today) == ConsentState::InForce && days_between(today, ends) <= CONSENT_ENDS {
                let purpose = self.frame.code("purpose", consent.purpose().name());
                items.push(self.item(ends, self.frame.t1("due-consent-ends", "purpose", &purpose), "/consents"));
            }
        }
        let asked: Vec<Kept<Correction>> = kept::of(documents, Kind::Correction)?;
        for one in asked.iter().filter(|one| one.value.answer.is_none()) {
            let below = format!("/corrections/{}", one.document.id);
            items.push(self.item(one.value.asked_on, self.frame.t("due-correction"), &below));
        }
        let threats: Vec<Kept<LifeThreat>> = kept::of(documents, Kind::LifeThreat)?;
        for act in threats.iter().map(|kept| &kept.value).filter(|act| act.needs_telling()) {
            items.push(self.item(act.on(), self.frame.t("due-tell-her"), "/consents"));
        }
        for act in threats.iter().map(|kept| &kept.value).filter(|act| act.needs_second()) {
            let due = self.item(act.on(), self.frame.t("due-second"), "/consents");
            items.push(Item { whom: For::Head, ..due });
        }
        Ok(())
    }

    fn of_legal(&self, documents: &[Document], items: &mut Vec<Item>) -> Result<(), Refused> {
        let protection = self.open.protection_of(documents)?;
        for missing in &protection.missing {
            let since = protection.since.unwrap_or_else(|| self.open.today());
            let below = if *missing == Missing::Age { "/age" } else { "/child" };
            items.push(self.item(since, self.frame.t(&missing.task().key()), below));
        }
        let Some(last) = kept::last::<EligibilityDecision>(documents, Kind::Eligibility)? else { return Ok(()) };
        let appeals: Vec<Kept<Appeal>> = kept::of(documents, Kind::Appeal)?;
        let appealed = appeals.iter().any(|kept| kept.value.filed_on >= last.value.decided_on);
        if let Outcome::Refused(refusal) = &last.value.outcome
            && let Some(by) = refusal.appeal_by().filter(|by| *by >= self.open.today() && !appealed)
        {
            items.push(self.item(by, self.frame.t("due-appeal"), "/decisions/appeal"));
        }
        Ok(())
    }

    fn of_criminal(&self, documents: &[Document], items: &mut Vec<Item>) -> Result<(), Refused> {
        let lawyers = |on, text| Item { whom: For::Lawyer, ..self.item(on, text, "/proceedings") };
        for link in self.open.proceedings_of(documents)?.iter().map(|kept| &kept.value) {
            items.extend(link.next_hearing.map(|on| lawyers(on, self.frame.t("due-hearing"))));
            if let (None, Some(first)) = (&link.compensation, link.stages.first()) {
                items.push(lawyers(first.on, self.frame.t(&TaskKind::TellCompensation.key())));
            }
        }
        Ok(())
    }

    fn of_referrals(&self, documents: &[Document], items: &mut Vec<Item>) -> Result<(), Refused> {
        let today = self.open.today();
        let referrals: Vec<Kept<Referral>> = kept::of(documents, Kind::Referral)?;
        for referral in referrals.iter().map(|kept| &kept.value) {
            let further = |next: Option<Level>| match next {
                Some(level) => self.frame.code("due-referral-ask", level.name()),
                None => self.frame.t("due-referral-nobody"),
            };
            let asked_on = referral.last().on;
            let (on, text) = match referral.state(today) {
                State::Open { due } => (due.unwrap_or(asked_on), self.frame.t("due-referral-answer")),
                State::TimedOut { due, next } => (due, further(next)),
                State::Refused { next, .. } => (asked_on, further(next)),
                State::Accepted { on } => (on, self.frame.t("due-referral-seen")),
                State::Seen { .. } => continue,
            };
            items.push(self.item(on, text, "/referrals"));
        }
        Ok(())
    }

    fn of_services(&self, documents: &[Document], items: &mut Vec<Item>) -> Result<Option<ClockShown>, Refused> {
        let (today, frame) = (self.open.today(), self.frame);
        let requests: Vec<Kept<ExtensionRequest>> = kept::of(documents, Kind::ExtensionRequest)?;
        for request in requests.iter().map(|kept| &kept.value).filter(|request| request.answer.is_none()) {
            items.push(Item { whom: For::Head, ..self.item(request.asked_on, frame.t("due-extension"), "/clock") });
        }
        self.of_referrals(documents, items)?;
        for due in self.open.left_of(documents)?.due {
            items.push(self.item(due.due_on, frame.t("due-follow-up"), "/exit/follow-up"));
        }
        let Some(clock) = kept::last::<Clock>(documents, Kind::Clock)?.map(|kept| kept.value) else { return Ok(None) };
        let sight = shown(frame, &clock, today);
        let warned = matches!(clock.state(today), clock::State::Running { warning: Some(_), .. });
        let key = if sight.needs_plan { Some("due-beyond") } else { warned.then_some("due-clock-warning") };
        if let Some((end, key)) = clock.end(today).zip(key) {
            let warnings = clock.warnings(today).unwrap_or_default();
            let told_on = warnings.into_iter().map(|(_, day)| day).filter(|day| *day <= today).max().unwrap_or(end);
            items.push(Item { told_on, ..self.item(end, frame.t(key), "/clock") });
        }
        Ok(Some(sight))
    }
}
