//! Work: what she can do and wishes for, what she found, and the sheet for a career centre (R3).

use axum::extract::{Path, State};
use axum::response::Response;
use pana_app::casework::Refused;
use pana_app::casework::kept::Kept;
use pana_app::casework::paper;
use pana_casework::employment::{Employment, Found, FoundWork, Occupation, Sought};
use pana_casework::policy::Action;
use pana_casework::screening::Answer;
use pana_casework::{Class, Confided};
use pana_text::Lang;

use super::consent::recipient;
use super::entries::{Card, EntriesPage, Group, Way};
use super::form::{Field, Input, choices};
use super::form_page::{self, FormPage, day, one, version};
use super::frame::Frame;
use super::intake::fields::{is_language, languages};
use super::paper::print;
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;
use super::writer::Writers;
use crate::server::State as Server;

const BACK: (&str, &str) = ("/work", "work-title");

/// What she looks for, in lines.
pub fn lines(frame: &Frame<'_>, work: &Employment) -> Vec<(String, String)> {
    let sought = &work.sought;
    let occupations = |chosen: &std::collections::BTreeSet<Occupation>, own: &Confided| {
        let own = (!own.is_empty()).then(|| own.reveal().to_owned());
        chosen.iter().map(|one| frame.t(&one.key())).chain(own).collect::<Vec<_>>().join(", ")
    };
    let tongues: Vec<String> = sought.languages.iter().map(|tag| frame.language(tag)).collect();
    let permission = if work.permission == Answer::NotAsked { String::new() } else { frame.t(&work.permission.key()) };
    let said = [
        ("work-skills", occupations(&sought.skills, &sought.other_skills)),
        ("work-languages", tongues.join(", ")),
        ("work-wishes", occupations(&sought.wishes, &sought.other_wishes)),
        ("work-region", sought.region.reveal().to_owned()),
        ("work-permission", permission),
    ];
    said.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (frame.t(key), text)).collect()
}

/// What she found: kind, since when.
pub fn found(frame: &Frame<'_>, work: &Employment) -> Vec<(String, String)> {
    let found = work.found.iter();
    found.map(|found| (frame.t(&found.kind.key()), frame.t1("place-since", "day", &frame.day(found.on)))).collect()
}

/// What is written of work.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let kept = page.open.work().await.map_err(|refused| page.refused(refused))?;
    let writers = Writers::of(&page).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("work-title"));
    let can_write = page.open.may(Class::Employment, Action::Write);
    let sought = kept.as_ref().filter(|kept| !lines(&frame, &kept.value).is_empty()).map(|kept| Card {
        title: frame.t("work-sought-card"),
        hint: writers.wrote(&frame, &kept.document),
        lines: lines(&frame, &kept.value),
        ..Card::default()
    });
    let found = kept.as_ref().filter(|kept| !kept.value.found.is_empty()).map(|kept| Card {
        title: frame.t("work-found-card"),
        lines: found(&frame, &kept.value),
        ..Card::default()
    });
    let way = |below: &str, key: &str| Way { href: page.href(below), text: frame.t(key), of: String::new() };
    let acts = [way("/work/sought", "work-sought"), way("/work/found", "work-found")];
    let mut groups = vec![
        Group {
            heading: frame.t("work-sought-title"),
            none: Some(frame.t("work-none")),
            cards: sought.into_iter().collect(),
        },
        Group {
            heading: frame.t("work-found-title"),
            none: Some(frame.t("work-found-none")),
            cards: found.into_iter().collect(),
        },
    ];
    groups.extend(sheet_group(&page, &frame, kept.as_ref()));
    let page = EntriesPage {
        lead: frame.t("work-lead"),
        notices: Vec::new(),
        acts: if can_write { acts.into() } else { Vec::new() },
        groups,
        case: page.href(""),
        frame,
    };
    Ok(page.answer())
}

/// The sheet, for whoever works with her on it: to whom it may go, or what is missing.
fn sheet_group(page: &Case, frame: &Frame<'_>, kept: Option<&Kept<Employment>>) -> Option<Group> {
    if !page.open.may(Class::Employment, Action::Write) {
        return None;
    }
    let heading = frame.t("job-sheet");
    let Some(to) = page.open.career_centre() else {
        return Some(Group { heading, none: Some(frame.t("job-sheet-consent")), cards: Vec::new() });
    };
    if kept.is_none_or(|kept| kept.value.sought.is_empty()) {
        return Some(Group { heading, none: Some(frame.t("job-sheet-empty")), cards: Vec::new() });
    }
    let press = |lang: Lang| Way {
        href: page.href(&format!("/work/sheet/{lang}")),
        text: lang.own_name().to_owned(),
        of: frame.t("job-sheet"),
    };
    let card = Card {
        title: recipient(frame, to),
        lines: vec![(frame.t("job-sheet-holds"), frame.t("job-sheet-only"))],
        presses: Lang::ALL.into_iter().map(press).collect(),
        ..Card::default()
    };
    Some(Group { heading, none: None, cards: vec![card] })
}

fn sought_form(page: &Case, kept: Option<&Kept<Employment>>, version: i64) -> FormPage {
    let words = page.call.words();
    let now = kept.map(|kept| kept.value.clone()).unwrap_or_default();
    let sought = now.sought;
    let list = || Input::Any(choices(words, "occupation", Occupation::ALL.iter().map(|one| one.name())));
    let permission = choices(words, "answer", Answer::ALL.iter().map(|answer| answer.name()));
    let fields = vec![
        Field::new(words, "skills", "work-skills", list()).with_all(sought.skills.iter().map(|one| one.name())),
        Field::new(words, "other_skills", "work-other-skills", Input::Line).with(sought.other_skills.reveal()),
        Field::new(words, "languages", "work-languages", Input::Any(languages(words)))
            .with_all(sought.languages.iter().map(String::as_str)),
        Field::new(words, "wishes", "work-wishes", list()).with_all(sought.wishes.iter().map(|one| one.name())),
        Field::new(words, "other_wishes", "work-other-wishes", Input::Line).with(sought.other_wishes.reveal()),
        Field::new(words, "region", "work-region", Input::Line).with(sought.region.reveal()),
        Field::new(words, "permission", "work-permission", Input::One(permission)).with(now.permission.name()),
    ];
    let version = Some(version);
    FormPage { key: "work-sought", notes: Vec::new(), fields, action: "/work/sought".to_owned(), back: BACK, version }
}

fn version_of(kept: Option<&Kept<Employment>>) -> i64 {
    kept.map_or(0, |kept| kept.document.version)
}

/// The form of what she looks for.
pub async fn sought_new(page: Case) -> Result<Response, Turned> {
    let kept = page.open.work().await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, sought_form(&page, kept.as_ref(), version_of(kept.as_ref()))))
}

fn asked(sent: &Sent) -> Result<(Sought, Answer), Refused> {
    let occupations = |name: &str| sent.fields().all(name).filter_map(Occupation::parse).collect();
    let languages = sent.fields().all("languages").filter(|code| is_language(code)).map(str::to_owned);
    let sought = Sought {
        skills: occupations("skills"),
        other_skills: Confided::new(sent.text("other_skills")),
        languages: languages.collect(),
        wishes: occupations("wishes"),
        other_wishes: Confided::new(sent.text("other_wishes")),
        region: Confided::new(sent.text("region")),
    };
    Ok((sought, one(sent, "permission", Answer::parse)?))
}

/// Writes down what she looks for.
pub async fn sought(page: Case, sent: Sent) -> Result<Response, Turned> {
    let done = match asked(&sent) {
        Ok(asked) => page.open.seek_work(asked, page.call.library(), version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    let form = sought_form(&page, None, version(&sent));
    form_page::done(&page, done, "/work", form, &sent)
}

fn found_form(page: &Case, version: i64) -> FormPage {
    let words = page.call.words();
    let kinds = choices(words, "found-work", FoundWork::ALL.iter().map(|kind| kind.name()));
    let fields = vec![
        Field::new(words, "kind", "work-found-what", Input::One(kinds)).needed(),
        Field::new(words, "on", "work-found-on", Input::Day).with(&page.open.today().to_string()).needed(),
    ];
    let version = Some(version);
    FormPage { key: "work-found", notes: Vec::new(), fields, action: "/work/found".to_owned(), back: BACK, version }
}

/// The form of work that she found.
pub async fn found_new(page: Case) -> Result<Response, Turned> {
    let kept = page.open.work().await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, found_form(&page, version_of(kept.as_ref()))))
}

/// Writes down that she found work.
pub async fn find(page: Case, sent: Sent) -> Result<Response, Turned> {
    let asked = || -> Result<Found, Refused> {
        Ok(Found {
            kind: one(&sent, "kind", FoundWork::parse)?,
            on: day(&sent, "on")?,
            recorded_by: page.open.staff()?,
        })
    };
    let done = match asked() {
        Ok(found) => page.open.found_work(found, version(&sent), sent.save_id()).await,
        Err(refused) => Err(refused),
    };
    form_page::done(&page, done, "/work", found_form(&page, version(&sent)), &sent)
}

/// Makes the sheet in a language of the pages; that it goes out stands among what was given.
pub async fn sheet(
    page: Case,
    State(server): State<Server>,
    Path((_, _, lang)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let lang = Lang::parse(&lang).ok_or_else(|| page.refused(Refused::NotFound))?;
    let library = page.call.library();
    let voice = paper::voice(library, lang.tag(), lang).ok_or_else(|| page.refused(Refused::NotFound))?;
    let made = page.open.job_seeker_paper(&voice, library, sent.save_id()).await;
    let made = match made {
        Ok(paper) => print(&page.call, server, paper).await,
        Err(Refused::Field { .. }) => return Ok(missing(&page, made.err())),
        Err(refused) => Err(refused),
    };
    made.map_err(|refused| page.refused(refused))
}

/// The page that says what the sheet lacks.
fn missing(page: &Case, refused: Option<Refused>) -> Response {
    let words = page.call.words();
    let told = match refused {
        Some(Refused::Field { fault, .. }) if words.has(&fault) => words.say(&fault),
        _ => words.say("refused-field-next"),
    };
    let frame = page.frame(words.say("work-title"));
    let template = EntriesPage {
        lead: frame.t("job-sheet-not"),
        notices: vec![told],
        acts: vec![Way { href: page.href("/work"), text: frame.t("form-back"), of: String::new() }],
        groups: Vec::new(),
        case: page.href(""),
        frame,
    };
    let mut answer = template.answer();
    *answer.status_mut() = axum::http::StatusCode::BAD_REQUEST;
    answer
}
