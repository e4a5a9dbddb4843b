//! What is due on a case: the stage, the clock, tasks, consents that end, an appeal, a follow-up; and the ways into its parts.

use jiff::civil::Date;
use pana_app::casework::errand::Errand;
use pana_app::casework::kept::{self, Kept};
use pana_app::casework::{Document, Refused};
use pana_casework::appeal::Appeal;
use pana_casework::calendar::days_between;
use pana_casework::clock::{Clock, State};
use pana_casework::consent::{Consent, ConsentState};
use pana_casework::decision::{EligibilityDecision, Outcome};
use pana_casework::extension::ExtensionRequest;
use pana_casework::life_threat::LifeThreat;
use pana_casework::policy::Action;
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
    pub day: String,
    /// What.
    pub text: String,
    /// Where it is done.
    pub href: Option<String>,
    /// The address at which it is ticked off.
    pub tick: Option<String>,
}

/// What is due, as far as she may know of it.
pub struct Due {
    /// Where the case stands.
    pub stage: Option<String>,
    /// The steps that lead on.
    pub steps: Vec<String>,
    /// The clock.
    pub clock: Option<ClockShown>,
    /// What is due, the earliest first.
    pub items: Vec<Item>,
    /// The parts of the case that she can open: key of the title, address.
    pub parts: Vec<(&'static str, String)>,
    /// Whether she can write down a service.
    pub logs: bool,
}

/// What it is gathered from. Whatever she may not read is left out by the gate; the reading is one event of the log.
const KINDS: [Kind; 11] = [
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
];

type Items = Vec<(Date, Item)>;

/// Gathers what is due.
///
/// # Errors
/// As `Open::documents`.
pub async fn due(page: &Case, frame: &Frame<'_>) -> Result<Due, Refused> {
    let documents = page.open.documents(&KINDS).await?;
    gathered(page, frame, &documents)
}

fn gathered(page: &Case, frame: &Frame<'_>, documents: &[Document]) -> Result<Due, Refused> {
    let may = |class| page.open.may(class, Action::Read);
    let logs = page.open.may(Class::Services, Action::Write);
    let mut found = Due { stage: None, steps: Vec::new(), clock: None, items: Vec::new(), parts: Vec::new(), logs };
    let mut items = Items::new();
    if may(Class::Meta) {
        let stage = page.open.course_of(documents)?.stage();
        found.stage = Some(frame.code("stage", stage.name()));
        found.steps = stage.steps().into_iter().map(|step| frame.code("step", step.name())).collect();
        of_meta(page, frame, documents, &mut items)?;
        found.parts.push(("consents-title", page.href("/consents")));
    }
    if may(Class::Legal) {
        of_legal(page, frame, documents, &mut items)?;
        found.parts.push(("decisions-title", page.href("/decisions")));
    }
    if may(Class::Services) {
        found.clock = of_services(page, frame, documents, &mut items)?;
        let parts = [("plan-title", "/plan"), ("clock-title", "/clock"), ("exit-title", "/exit")];
        found.parts.extend(parts.map(|(key, below)| (key, page.href(below))));
    }
    items.sort_by_key(|(day, _)| *day);
    found.items = items.into_iter().map(|(_, item)| item).collect();
    Ok(found)
}

fn item(page: &Case, frame: &Frame<'_>, day: Date, text: String, below: &str) -> (Date, Item) {
    (day, Item { day: frame.day(day), text, href: Some(page.href(below)), tick: None })
}

fn of_meta(page: &Case, frame: &Frame<'_>, documents: &[Document], items: &mut Items) -> Result<(), Refused> {
    let today = page.open.today();
    let can_write = page.open.may(Class::Meta, Action::Write);
    let errands: Vec<Kept<Errand>> = kept::of(documents, Kind::Task)?;
    for errand in errands.iter().filter(|errand| errand.value.done.is_none()) {
        let task = &errand.value.task;
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
        let tick = can_write.then(|| page.href(&format!("/tasks/{}/done", errand.document.id)));
        items.push((task.due, Item { day: frame.day(task.due), text, href: None, tick }));
    }
    let consents: Vec<Kept<Consent>> = kept::of(documents, Kind::Consent)?;
    for consent in consents.iter().map(|kept| &kept.value) {
        let (_, ends) = consent.days();
        if consent.state_on(today) == ConsentState::InForce && days_between(today, ends) <= CONSENT_ENDS {
            let purpose = frame.code("purpose", consent.purpose().name());
            items.push(item(page, frame, ends, frame.t1("due-consent-ends", "purpose", &purpose), "/consents"));
        }
    }
    let threats: Vec<Kept<LifeThreat>> = kept::of(documents, Kind::LifeThreat)?;
    for act in threats.iter().map(|kept| &kept.value).filter(|act| act.needs_telling()) {
        items.push(item(page, frame, act.on(), frame.t("due-tell-her"), "/consents"));
    }
    Ok(())
}

fn of_legal(page: &Case, frame: &Frame<'_>, documents: &[Document], items: &mut Items) -> Result<(), Refused> {
    let Some(last) = kept::last::<EligibilityDecision>(documents, Kind::Eligibility)? else { return Ok(()) };
    let appeals: Vec<Kept<Appeal>> = kept::of(documents, Kind::Appeal)?;
    let appealed = appeals.iter().any(|kept| kept.value.filed_on >= last.value.decided_on);
    if let Outcome::Refused(refusal) = &last.value.outcome
        && let Some(by) = refusal.appeal_by().filter(|by| *by >= page.open.today() && !appealed)
    {
        items.push(item(page, frame, by, frame.t("due-appeal"), "/decisions/appeal"));
    }
    Ok(())
}

fn of_services(
    page: &Case,
    frame: &Frame<'_>,
    documents: &[Document],
    items: &mut Items,
) -> Result<Option<ClockShown>, Refused> {
    let today = page.open.today();
    let requests: Vec<Kept<ExtensionRequest>> = kept::of(documents, Kind::ExtensionRequest)?;
    for request in requests.iter().map(|kept| &kept.value).filter(|request| request.answer.is_none()) {
        items.push(item(page, frame, request.asked_on, frame.t("due-extension"), "/clock"));
    }
    for due in page.open.left_of(documents)?.due {
        items.push(item(page, frame, due.due_on, frame.t("due-follow-up"), "/exit/follow-up"));
    }
    let Some(clock) = kept::last::<Clock>(documents, Kind::Clock)?.map(|kept| kept.value) else { return Ok(None) };
    let sight = shown(frame, &clock, today);
    let warned = matches!(clock.state(today), State::Running { warning: Some(_), .. });
    let key = if sight.needs_plan { Some("due-beyond") } else { warned.then_some("due-clock-warning") };
    items.extend(clock.end(today).zip(key).map(|(end, key)| item(page, frame, end, frame.t(key), "/clock")));
    Ok(Some(sight))
}
