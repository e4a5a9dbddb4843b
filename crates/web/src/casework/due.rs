//! What is due on a case: the stage, the clock, tasks, consents that end, an appeal, a follow-up; and the ways into its parts.

use pana_app::casework::Refused;
use pana_casework::Class;
use pana_casework::consent::ConsentState;
use pana_casework::decision::Outcome;
use pana_casework::policy::Action;
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

/// Gathers what is due.
///
/// # Errors
/// As `Open::documents`.
pub async fn due(page: &Case, frame: &Frame<'_>) -> Result<Due, Refused> {
    let open = &page.open;
    let mut found =
        Due { stage: None, steps: Vec::new(), clock: None, items: Vec::new(), parts: Vec::new(), logs: false };
    let mut items = Vec::new();
    if open.may(Class::Meta, Action::Read) {
        let stage = open.course().await?.stage();
        found.stage = Some(frame.code("stage", stage.name()));
        found.steps = stage.steps().into_iter().map(|step| frame.code("step", step.name())).collect();
        of_meta(page, frame, &mut items).await?;
        found.parts.push(("consents-title", page.href("/consents")));
    }
    if open.may(Class::Legal, Action::Read) {
        of_legal(page, frame, &mut items).await?;
        found.parts.push(("decisions-title", page.href("/decisions")));
    }
    if open.may(Class::Services, Action::Read) {
        found.clock = of_services(page, frame, &mut items).await?;
        found.parts.extend([
            ("plan-title", page.href("/plan")),
            ("clock-title", page.href("/clock")),
            ("exit-title", page.href("/exit")),
        ]);
    }
    found.logs = open.may(Class::Services, Action::Write);
    items.sort_by_key(|(day, _)| *day);
    found.items = items.into_iter().map(|(_, item)| item).collect();
    Ok(found)
}

type Items = Vec<(jiff::civil::Date, Item)>;

async fn of_meta(page: &Case, frame: &Frame<'_>, items: &mut Items) -> Result<(), Refused> {
    let (open, today) = (&page.open, page.open.today());
    let can_write = open.may(Class::Meta, Action::Write);
    for errand in open.errands().await? {
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
    for kept in open.consents_given().await? {
        let (_, ends) = kept.value.days();
        let soon = pana_casework::calendar::days_between(today, ends) <= CONSENT_ENDS;
        if kept.value.state_on(today) == ConsentState::InForce && soon {
            let text = frame.t1("due-consent-ends", "purpose", &frame.code("purpose", kept.value.purpose().name()));
            let href = Some(page.href("/consents"));
            items.push((ends, Item { day: frame.day(ends), text, href, tick: None }));
        }
    }
    for act in open.life_threats().await?.iter().filter(|act| act.value.needs_telling()) {
        let (day, text) = (frame.day(act.value.on()), frame.t("due-tell-her"));
        items.push((act.value.on(), Item { day, text, href: Some(page.href("/consents")), tick: None }));
    }
    Ok(())
}

async fn of_legal(page: &Case, frame: &Frame<'_>, items: &mut Items) -> Result<(), Refused> {
    let decisions = page.open.decisions().await?;
    let Some(last) = decisions.eligibilities.last() else { return Ok(()) };
    let appealed = decisions.appeals.iter().any(|kept| kept.value.filed_on >= last.value.decided_on);
    if let Outcome::Refused(refusal) = &last.value.outcome
        && let Some(by) = refusal.appeal_by().filter(|by| *by >= page.open.today() && !appealed)
    {
        let href = Some(page.href("/decisions/appeal"));
        items.push((by, Item { day: frame.day(by), text: frame.t("due-appeal"), href, tick: None }));
    }
    Ok(())
}

async fn of_services(page: &Case, frame: &Frame<'_>, items: &mut Items) -> Result<Option<ClockShown>, Refused> {
    let (open, today) = (&page.open, page.open.today());
    let running = open.running().await?;
    for request in running.requests.iter().filter(|request| request.value.answer.is_none()) {
        let (day, text) = (frame.day(request.value.asked_on), frame.t("due-extension"));
        items.push((request.value.asked_on, Item { day, text, href: Some(page.href("/clock")), tick: None }));
    }
    for due in open.left().await?.due {
        let href = Some(page.href("/exit/follow-up"));
        items.push((due.due_on, Item { day: frame.day(due.due_on), text: frame.t("due-follow-up"), href, tick: None }));
    }
    let Some(clock) = running.clock.map(|kept| kept.value) else { return Ok(None) };
    let sight = shown(frame, &clock, today);
    if let Some(end) = clock.end(today) {
        let warned = matches!(clock.state(today), pana_casework::clock::State::Running { warning: Some(_), .. });
        let key = if sight.needs_plan { Some("due-beyond") } else { warned.then_some("due-clock-warning") };
        if let Some(key) = key {
            items.push((
                end,
                Item { day: frame.day(end), text: frame.t(key), href: Some(page.href("/clock")), tick: None },
            ));
        }
    }
    Ok(Some(sight))
}
