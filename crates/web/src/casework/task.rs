//! Tasks: those of one person over all her cases, and those of one case. Words are neutral; names stand nowhere.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use pana_app::casework::errand::{BY_HAND, Setting, Whom};
use pana_app::casework::kept;
use pana_app::casework::{Open, Refused};
use pana_casework::Class;
use pana_casework::Kind;
use pana_casework::intake::opening::Start;
use pana_casework::policy::{Action, Relation, Role};
use pana_casework::task::{For, TaskKind};

use super::due::{Item, Sight, items};
use super::form::{Choice, Field, Input, choices};
use super::form_page::{self, FormPage, day, one, version};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::{Case, In};

/// So many cases are looked through; whoever has more sees the newest.
const CASES: usize = 200;
/// So far ahead tasks are shown.
const DAYS_AHEAD: i32 = 60;

/// A task on the page of all.
pub struct Line {
    /// The code name.
    pub code_name: String,
    /// The case.
    pub case: String,
    /// What is due.
    pub item: Item,
}

#[derive(Template)]
#[template(path = "casework/tasks.html")]
struct TasksPage<'a> {
    frame: Frame<'a>,
    /// Key of the heading, tasks.
    groups: Vec<(&'static str, Vec<Line>)>,
    empty: bool,
    more: usize,
}

/// Whether a task is hers: given to her, or for the part that she has in the case.
fn is_hers(open: &Open, role: Role, account: &str, item: &Item) -> bool {
    if let Some(to) = &item.to {
        return to == account;
    }
    let runs = open.relation == Relation::Team && matches!(role, Role::CaseWorker | Role::Head);
    match item.whom {
        For::CaseLead => runs,
        For::Lawyer => role == Role::Lawyer,
        For::Specialist => role == Role::Specialist,
        For::Head => role == Role::Head,
    }
}

/// Her tasks over all cases: what is late, what is today, what comes.
pub async fn mine(page: In) -> Result<Response, Turned> {
    let casework = &page.call.room.casework;
    let frame = page.frame(Part::Tasks, page.call.words().say("tasks-mine"));
    let records = casework.cases(&page.signed, "open").await.map_err(|refused| page.refused(refused))?;
    let (more, today) = (records.len().saturating_sub(CASES), page.signed.moment.today());
    let mut lines = Vec::new();
    for record in records.iter().take(CASES) {
        let open = casework.open_case(&page.signed, &record.id).await.map_err(|refused| page.refused(refused))?;
        if open.may(Class::Meta, Action::Read) {
            of_case(&page, &frame, &open, &mut lines).await.map_err(|refused| page.refused(refused))?;
        }
    }
    lines.sort_by_key(|line| line.item.on);
    let (mut late, mut now, mut later) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        match &line.item {
            item if item.on < today => late.push(line),
            item if item.on == today || item.told_on == today => now.push(line),
            _ => later.push(line),
        }
    }
    let groups = vec![("tasks-late", late), ("tasks-today", now), ("tasks-later", later)];
    let template = TasksPage { empty: groups.iter().all(|(_, lines)| lines.is_empty()), groups, more, frame };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

async fn of_case(page: &In, frame: &Frame<'_>, open: &Open, lines: &mut Vec<Line>) -> Result<(), Refused> {
    let (found, documents) = items(&Sight { open, frame }).await?;
    let far = page.signed.moment.today().saturating_add(DAYS_AHEAD.days());
    let hers = |item: &Item| item.on <= far && is_hers(open, page.signed.role, &page.signed.account.id, item);
    let hers: Vec<Item> = found.into_iter().filter(hers).collect();
    if hers.is_empty() {
        return Ok(());
    }
    let sheet = kept::last::<Start>(&documents, Kind::Sheet)?;
    let code_name = sheet.map(|kept| kept.value.code_name.reveal().to_owned()).unwrap_or_default();
    let case = frame.href(&format!("/cases/{}", open.record.id));
    lines.extend(hers.into_iter().map(|item| Line { code_name: code_name.clone(), case: case.clone(), item }));
    Ok(())
}

/// A task of the case.
struct Shown {
    item: Item,
    whom: String,
    late: bool,
}

/// A task that was done.
struct Done {
    text: String,
    day: String,
    who: String,
    undo: Option<String>,
}

#[derive(Template)]
#[template(path = "casework/tasks_of_case.html")]
struct CaseTasksPage<'a> {
    frame: Frame<'a>,
    open: Vec<Shown>,
    done: Vec<Done>,
    can_write: bool,
    href: String,
}

/// The tasks of one case.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let (open, done) = page.open.all_errands().await.map_err(|refused| page.refused(refused))?;
    let names = page.open.casework().names().await.map_err(|refused| page.refused(refused))?;
    let name = |account: &str| names.get(account).map(|(name, _)| name.clone()).unwrap_or_default();
    let frame = page.frame(page.call.words().say("tasks-title"));
    let sight = Sight { open: &page.open, frame: &frame };
    let can_write = page.open.may(Class::Meta, Action::Write);
    let shown = |item: Item| Shown {
        whom: item.to.as_deref().map_or_else(|| frame.t(&item.whom.key()), name),
        late: item.on < page.open.today(),
        item,
    };
    let undo = |id: &str| can_write.then(|| page.href(&format!("/tasks/{id}/undo")));
    let over = done.iter().filter_map(|kept| {
        let done = kept.value.done.as_ref()?;
        let (text, undo) = (sight.errand(kept).text, undo(&kept.document.id));
        Some(Done { text, day: frame.day(done.on), who: name(done.by.as_str()), undo })
    });
    let template = CaseTasksPage {
        open: open.iter().map(|kept| shown(sight.errand(kept))).collect(),
        done: over.collect(),
        can_write,
        href: page.href(""),
        frame: page.frame(page.call.words().say("tasks-title")),
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

const BACK: (&str, &str) = ("/tasks", "tasks-title");

async fn whom_field(page: &Case) -> Result<Field, Refused> {
    let words = page.call.words();
    let mut people = choices(words, "task-for", For::ALL.iter().map(|part| part.name()));
    let member = |account: pana_app::casework::account::Account| Choice {
        text: format!("{} · {}", account.name, words.say(&format!("role-{}", account.role.replace('_', "-")))),
        code: account.id,
        chosen: false,
    };
    people.extend(page.open.team().await?.into_iter().map(member));
    Ok(Field::new(words, "whom", "task-whom", Input::List(people)).with(For::CaseLead.name()))
}

fn whom(sent: &Sent) -> Whom {
    let text = sent.text("whom");
    For::parse(text).map_or_else(|| Whom::Person(text.to_owned()), Whom::Part)
}

async fn new_form(page: &Case) -> Result<FormPage, Refused> {
    let words = page.call.words();
    let kinds = choices(words, "task-kind", BY_HAND.iter().map(|kind| kind.name()));
    Ok(FormPage {
        key: "task-new",
        notes: Vec::new(),
        fields: vec![
            Field::new(words, "kind", "task-what", Input::One(kinds)).needed(),
            Field::new(words, "due", "task-due", Input::Day).with(&page.open.today().to_string()).needed(),
            whom_field(page).await?,
        ],
        action: "/tasks".to_owned(),
        back: BACK,
        version: None,
    })
}

/// The form of a task.
pub async fn new(page: Case) -> Result<Response, Turned> {
    let form = new_form(&page).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

/// Makes a task.
pub async fn create(page: Case, sent: Sent) -> Result<Response, Turned> {
    let asked = || -> Result<Setting, Refused> {
        Ok(Setting { kind: one(&sent, "kind", TaskKind::parse)?, due: day(&sent, "due")?, whom: whom(&sent) })
    };
    let done = match asked() {
        Ok(setting) => page.open.set_errand(&setting, sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = new_form(&page).await.map_err(|refused| page.refused(refused))?;
    form_page::done(&page, done, "/tasks", form, &sent)
}

async fn pass_form(page: &Case, task: &str) -> Result<FormPage, Refused> {
    let words = page.call.words();
    let (open, _) = page.open.all_errands().await?;
    let kept = open.iter().find(|kept| kept.document.id == task).ok_or(Refused::NotFound)?;
    let errand = &kept.value;
    let now = errand.to.as_ref().map_or(errand.task.whom.name(), |to| to.as_str());
    Ok(FormPage {
        key: "task-pass",
        notes: vec![words.say(&errand.task.kind.key())],
        fields: vec![
            Field::new(words, "due", "task-due", Input::Day).with(&errand.task.due.to_string()).needed(),
            whom_field(page).await?.with(now),
        ],
        action: format!("/tasks/{task}/pass"),
        back: BACK,
        version: Some(kept.document.version),
    })
}

/// The form that gives a task to somebody else.
pub async fn pass_new(page: Case, Path((_, _, task)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let form = pass_form(&page, &task).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

/// Gives a task to somebody else, or puts it on another day.
pub async fn pass(
    page: Case,
    Path((_, _, task)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let form = pass_form(&page, &task).await.map_err(|refused| page.refused(refused))?;
    let due: Result<Date, Refused> = day(&sent, "due");
    let done = match due {
        Ok(due) => page.open.pass_on(&task, due, &whom(&sent), version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/tasks", form, &sent)
}

/// Writes down that a task was done.
pub async fn tick(
    page: Case,
    Path((_, _, task)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    page.open.tick(&task, sent.save_id()).await.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&back(&page, &sent)).into_response())
}

/// Takes back that a task was done.
pub async fn undo(
    page: Case,
    Path((_, _, task)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    page.open.untick(&task, sent.save_id()).await.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("/tasks")).into_response())
}

/// Back to where it was ticked: the case, its tasks, or all tasks.
fn back(page: &Case, sent: &Sent) -> String {
    match sent.text("from") {
        "mine" => page.call.href("/tasks"),
        "tasks" => page.href("/tasks"),
        _ => page.href(""),
    }
}
