//! Statements: a coordinator reports on a measure, an organisation adds its own view; each may withdraw what is its own.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::public::check_statement;
use pana_app::statement::{self, State};
use pana_evidence::recommendation::Thing as Fact;
use pana_evidence::statement::{Progress, StatementKind, Subject};
use pana_evidence::{CommitmentId, Listed, Measure, RecommendationId, Record, Statement};
use pana_publish::commitment as told;
use pana_publish::follow_up::Ground;
use pana_publish::recommendation as followed;
use pana_publish::said::Said;

use super::form::{Field, Input, choices};
use super::form_page::{day, one};
use super::frame::{Frame, Part};
use super::public::{About, Desk, Draft, Entry, Step, texts, wording};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;
use super::verdict::{Group, Line, ListPage};
use crate::follow_up::Known;
use crate::statement::{Stated, progresses};
use crate::visit::Visit;

const TEXTS: [&str; 3] = ["text_en", "text_ru", "text_kk"];

type At = Path<(String, String, String)>;

/// What is written about, and by whom.
struct Place {
    kind: StatementKind,
    subject: Subject,
    id: String,
}

impl Place {
    /// Where its statements stand on its page: those on a measure in its row of the plan.
    fn anchor(&self) -> &str {
        if self.subject == Subject::Measure { &self.id } else { "statements" }
    }
}

/// A subject that this kind of statement can be about, and that the room records.
fn place(page: &In, visit: &Visit, kind: StatementKind, subject: &str, id: &str) -> Result<Place, Turned> {
    let room = &visit.shelf.room;
    let fits = |subject: &Subject| match kind {
        StatementKind::Report => matches!(subject, Subject::Commitment | Subject::Measure),
        StatementKind::View => true,
    };
    let there = |subject: &Subject| statement::subject(room, *subject, id).is_some();
    let subject = Subject::parse(subject).filter(fits).filter(there);
    let subject = subject.ok_or_else(|| page.refused(Refused::NotFound))?;
    Ok(Place { kind, subject, id: id.to_owned() })
}

/// The form of a report.
pub async fn report_form(page: In, visit: Visit, at: At) -> Result<Response, Turned> {
    form(page, visit, StatementKind::Report, at)
}

/// The form of a view.
pub async fn view_form(page: In, visit: Visit, at: At) -> Result<Response, Turned> {
    form(page, visit, StatementKind::View, at)
}

fn form(page: In, visit: Visit, kind: StatementKind, Path((_, subject, id)): At) -> Result<Response, Turned> {
    let place = place(&page, &visit, kind, &subject, &id)?;
    let draft = draft(&page, &visit, &place);
    Ok(Desk::new(page, visit).form(&draft))
}

/// Looks at a report, goes back, or signs it.
pub async fn report(page: In, visit: Visit, at: At, sent: Sent) -> Result<Response, Turned> {
    make(page, visit, StatementKind::Report, at, sent).await
}

/// Looks at a view, goes back, or signs it.
pub async fn view(page: In, visit: Visit, at: At, sent: Sent) -> Result<Response, Turned> {
    make(page, visit, StatementKind::View, at, sent).await
}

async fn make(
    page: In,
    visit: Visit,
    kind: StatementKind,
    Path((_, subject, id)): At,
    sent: Sent,
) -> Result<Response, Turned> {
    let place = place(&page, &visit, kind, &subject, &id)?;
    let draft = draft(&page, &visit, &place);
    let mut desk = Desk::new(page, visit);
    if Step::of(&sent) == Step::Change {
        return Ok(desk.again(&draft, &sent));
    }
    let today = desk.page.signed.moment.today();
    let read = read(&place, &sent).and_then(|state| check_statement(&state, today).map(|()| state));
    let entry = Entry::Statement(preview(&desk, &place, read.as_ref().ok()));
    let state = match read {
        Ok(state) => state,
        Err(refused) => return desk.done::<()>(Err(refused), (&draft, &entry), &sent, ""),
    };
    if Step::of(&sent) == Step::Look {
        return Ok(desk.check(&draft, &entry, &sent));
    }
    let done = match desk.confirm(&sent).await {
        Ok(()) => desk.page.call.room.casework.state(&desk.page.signed, &desk.visit.desk.db, &state).await,
        Err(refused) => Err(refused),
    };
    desk.done(done, (&draft, &entry), &sent, place.anchor())
}

/// What was typed.
fn read(place: &Place, sent: &Sent) -> Result<State, Refused> {
    let progress = match place.kind {
        StatementKind::Report => Some((one(sent, "progress", Progress::parse)?, day(sent, "progress_on")?)),
        StatementKind::View => None,
    };
    let url = sent.text("url");
    Ok(State {
        kind: place.kind,
        subject: place.subject,
        about: place.id.clone(),
        signed_as: String::new(),
        holder: sent.text("office").to_owned(),
        progress,
        text: wording(sent, TEXTS),
        url: (!url.is_empty()).then(|| url.to_owned()),
        owner: String::new(),
    })
}

/// The statement as it would stand if it were signed now.
fn preview(desk: &Desk, place: &Place, state: Option<&State>) -> Stated {
    let progress = state.and_then(|state| state.progress);
    let statement = Statement {
        id: "preview".to_owned(),
        kind: place.kind,
        subject: place.subject,
        about: place.id.clone(),
        signed_as: desk.page.signed.role.name().to_owned(),
        holder: state.map(|state| state.holder.clone()).unwrap_or_default(),
        made_on: desk.page.signed.moment.today(),
        progress: progress.map(|(progress, _)| progress),
        progress_on: progress.map(|(_, on)| on),
        text: state.map(|state| state.text.clone()).unwrap_or_default(),
        url: state.and_then(|state| state.url.clone()),
        mark: String::new(),
        withdrawn_on: None,
    };
    Stated::whole(&desk.visit, &statement)
}

fn draft(page: &In, visit: &Visit, place: &Place) -> Draft {
    let words = page.call.words();
    let past = statement::about(&visit.shelf.room, place.subject, &place.id, None);
    // The name is the same from one statement to the next.
    let all = Listed::<Statement>::of(&visit.shelf.room).rows;
    let hers = all.iter().filter(|statement| statement::is_by(statement, &page.signed.account.id));
    let name = hers.max_by_key(|statement| statement.made_on).map(|statement| statement.holder.clone());
    let mut fields = Vec::new();
    let (key, folder, list, office) = match place.kind {
        StatementKind::Report => {
            let states = choices(words, "statement-progress", progresses());
            fields.push(Field::new(words, "progress", "report-progress", Input::One(states)).needed());
            fields.push(Field::new(words, "progress_on", "report-progress-on", Input::Day).needed());
            ("public-report", "measures", ("/measures", "measures-title"), "public-office")
        }
        StatementKind::View => ("public-view", "views", ("/views", "views-title"), "public-organisation"),
    };
    fields.extend(texts(words, TEXTS, &format!("{key}-text"), None));
    fields.push(Field::new(words, "url", "public-url", Input::Line));
    fields.push(Field::new(words, "office", office, Input::Line).with(&name.unwrap_or_default()).needed());
    Draft {
        key,
        about: about(visit, place),
        shown: None,
        past: past.iter().rev().map(|statement| Entry::Statement(Stated::new(visit, statement))).collect(),
        fields,
        action: format!("/{folder}/{}/{}", place.subject.code(), place.id),
        back: list,
        version: past.len(),
    }
}

/// What is written about, with how it stands by the evidence: that, no statement changes.
fn about(visit: &Visit, place: &Place) -> About {
    let (words, room, id) = (visit.words(), &visit.shelf.room, &place.id);
    let ground = Ground::new(room, &visit.shelf.followed, None, visit.today);
    let record = statement::subject(room, place.subject, id);
    let text = record.map_or_else(|| Said::plain(id.clone()), |record| lead(visit, place.subject, record));
    let by_evidence = |status: String| words.tell("public-by-evidence", &[("status", status.into())]);
    let (path, stands) = match place.subject {
        Subject::Claim => {
            let checked = visit.shelf.claims.iter().find(|checked| checked.claim.id == *id);
            let verdict = |code: &str| by_evidence(pana_publish::claim::verdict(words, code));
            (format!("/claims/{id}"), checked.map(|checked| verdict(checked.check.verdict.code())))
        }
        Subject::Recommendation => {
            let row = visit.shelf.followed.of(&RecommendationId(id.clone()));
            let status = |row: &pana_evidence::recommendation::FollowUp| followed::status(words, row.assessment.status);
            (format!("/recommendations/{id}"), row.map(status).map(by_evidence))
        }
        Subject::Commitment => {
            let late = ground.commitment(id).map(|found| told::lateness_sentence(words, &ground.lateness(found)));
            (format!("/commitments/{id}"), late)
        }
        Subject::Measure => {
            let measure = ground.measures.iter().find(|measure| measure.id.0 == *id);
            let plan = measure.and_then(|measure| ground.commitment(&measure.plan.0));
            let late = |measure: &Measure| measure.timeliness(plan, &ground.reports, ground.on);
            let late = measure.map(|measure| told::timeliness_sentence(words, &late(measure)));
            let plan = measure.map(|measure| measure.plan.0.clone()).unwrap_or_default();
            (format!("/commitments/{plan}"), late)
        }
    };
    let kind = words.tell(&format!("public-about-{}", place.subject.code()), &[("id", id.clone().into())]);
    About { kind, text, path, stands: stands.into_iter().collect() }
}

/// What a row says.
fn lead(visit: &Visit, subject: Subject, record: &Record) -> Said {
    let words = visit.words();
    if subject == Subject::Commitment {
        return Known::new(words, &visit.shelf.room, &Fact::Commitment(CommitmentId(record.key.clone()))).text;
    }
    let columns = ["paraphrase", "what", "text", "title"];
    let text = columns.iter().find_map(|column| record.cell(column)).unwrap_or(&record.key);
    Said::new(words, text)
}

/// The measures and commitments, with her own reports.
pub async fn measures(page: In, visit: Visit) -> Response {
    let words = page.call.words();
    let row = |subject: Subject, record: &Record| {
        let id = &record.key;
        let last = statement::about(&visit.shelf.room, subject, id, None);
        let last = last.iter().rfind(|one| one.kind == StatementKind::Report && one.withdrawn_on.is_none());
        let reported = |last: &Statement| {
            let stated = Stated::new(&visit, last);
            let day = [("day", stated.on.into()), ("progress", stated.progress.unwrap_or_default().into())];
            words.tell("measures-reported", &day)
        };
        Line {
            href: page.call.href(&format!("/measures/{}/{id}", subject.code())),
            text: lead(&visit, subject, record),
            about: last.map_or_else(|| words.say("measures-not-reported"), reported),
        }
    };
    let group = |subject: Subject, key: &str| {
        let lines: Vec<Line> = visit.shelf.room.records(subject.table()).map(|record| row(subject, record)).collect();
        Group { id: subject.code(), title: words.say(key), empty: words.say("measures-none"), lines }
    };
    let mut groups =
        vec![group(Subject::Measure, "measures-measures"), group(Subject::Commitment, "measures-commitments")];
    groups.retain(|group| !group.lines.is_empty());
    groups.insert(0, own(&page, &visit, StatementKind::Report));
    listed(&page, "measures-title", groups, Vec::new())
}

/// Her own views, and where she can add one.
pub async fn views(page: In, visit: Visit) -> Response {
    let words = page.call.words();
    let link = |path: &str, key: &str| (format!("/{}{path}", visit.lang), words.say(key));
    let links = vec![
        link("/recommendations", "recommendations-tab"),
        link("/commitments", "commitments-tab"),
        link("/claims", "nav-claims"),
    ];
    let groups = vec![own(&page, &visit, StatementKind::View)];
    listed(&page, "views-title", groups, links)
}

fn listed(page: &In, key: &'static str, groups: Vec<Group>, links: Vec<(String, String)>) -> Response {
    let frame = page.frame(Part::Public, page.call.words().say(key));
    Html(ListPage { frame, key, groups, links }.render().unwrap_or_default()).into_response()
}

/// What she has stated herself and not withdrawn; each leads to where it is withdrawn.
fn own(page: &In, visit: &Visit, kind: StatementKind) -> Group {
    let words = page.call.words();
    let all = Listed::<Statement>::of(&visit.shelf.room).rows;
    let hers = all.into_iter().filter(|statement| {
        statement.kind == kind
            && statement.withdrawn_on.is_none()
            && statement::is_by(statement, &page.signed.account.id)
    });
    let line = |made: Statement| {
        let place = Place { kind, subject: made.subject, id: made.about.clone() };
        let about = about(visit, &place);
        let on = words.numbers().day(made.made_on);
        Line {
            href: page.call.href(&format!("/{}/own/{}/withdraw", folder(kind), made.id)),
            text: about.text,
            about: words.tell("public-own-line", &[("kind", about.kind.into()), ("day", on.into())]),
        }
    };
    Group {
        id: "own",
        title: words.say("public-own"),
        empty: words.say(&format!("public-own-none-{}", kind.code())),
        lines: hers.map(line).collect(),
    }
}

fn folder(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Report => "measures",
        StatementKind::View => "views",
    }
}

#[derive(Template)]
#[template(path = "casework/public_withdraw.html")]
struct WithdrawPage<'a> {
    frame: Frame<'a>,
    stated: Stated,
    action: String,
    back: (String, String),
}

/// Asks whether a report is to be withdrawn.
pub async fn report_withdraw_form(page: In, visit: Visit, at: Path<(String, String)>) -> Result<Response, Turned> {
    withdraw_form(&page, &visit, StatementKind::Report, &at.1)
}

/// Asks whether a view is to be withdrawn.
pub async fn view_withdraw_form(page: In, visit: Visit, at: Path<(String, String)>) -> Result<Response, Turned> {
    withdraw_form(&page, &visit, StatementKind::View, &at.1)
}

/// A statement of hers that stands.
fn hers(page: &In, visit: &Visit, kind: StatementKind, id: &str) -> Result<Statement, Turned> {
    let found = statement::one(&visit.shelf.room, id)
        .filter(|found| found.kind == kind && statement::is_by(found, &page.signed.account.id));
    found.ok_or_else(|| page.refused(Refused::NotFound))
}

fn withdraw_form(page: &In, visit: &Visit, kind: StatementKind, id: &str) -> Result<Response, Turned> {
    let found = hers(page, visit, kind, id)?;
    let list = if kind == StatementKind::Report { "measures-title" } else { "views-title" };
    let template = WithdrawPage {
        stated: Stated::whole(visit, &found),
        action: page.call.href(&format!("/{}/own/{id}/withdraw", folder(kind))),
        back: (page.call.href(&format!("/{}", folder(kind))), page.call.words().say(list)),
        frame: page.frame(Part::Public, page.call.words().say("public-withdraw")),
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Withdraws a report.
pub async fn report_withdraw(
    page: In,
    visit: Visit,
    at: Path<(String, String)>,
    _sent: Sent,
) -> Result<Response, Turned> {
    withdraw(page, visit, StatementKind::Report, &at.1).await
}

/// Withdraws a view.
pub async fn view_withdraw(
    page: In,
    visit: Visit,
    at: Path<(String, String)>,
    _sent: Sent,
) -> Result<Response, Turned> {
    withdraw(page, visit, StatementKind::View, &at.1).await
}

async fn withdraw(page: In, visit: Visit, kind: StatementKind, id: &str) -> Result<Response, Turned> {
    let found = hers(&page, &visit, kind, id)?;
    let casework = &page.call.room.casework;
    let withdrawn = casework.withdraw_statement(&page.signed, &visit.desk.db, kind, id).await;
    let withdrawn = withdrawn.map_err(|refused| page.refused(refused))?;
    let place = Place { kind, subject: found.subject, id: withdrawn.about };
    let to = format!("/{}{}#{}", visit.lang, about(&visit, &place).path, place.anchor());
    Ok(Redirect::to(&to).into_response())
}
