//! Attached papers of a case: the list by compartment, the form that takes a file, a paper page by page, and taking one away. What is shown
//! are pictures made here, never the file that came.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::Refused;
use pana_app::casework::attachment::Attaching;
use pana_app::casework::kept::Kept;
use pana_casework::attachment::Attachment;
use pana_casework::confided::Confided;
use pana_casework::policy::Action;
use pana_casework::{Class, Kind};
use pana_text::Arg;

use super::entries::{Card, ChoosePage, Choosing, EntriesPage, Group, Way};
use super::form::{Field, Input};
use super::form_page::{self, FormPage, version};
use super::frame::Frame;
use super::refusal::Turned;
use super::sent::{Sent, Upload};
use super::signed::Case;

/// The page, below the case.
const BELOW: &str = "/attachments";
const BACK: (&str, &str) = (BELOW, "attachments-title");

/// Language, case, compartment.
type OfClass = Path<(String, String, String)>;
/// Language, case, compartment, paper.
type Named = Path<(String, String, String, String)>;
/// Language, case, compartment, paper, page.
type Numbered = Path<(String, String, String, String, u16)>;

/// The compartment that the address names. The gate asked for it before.
fn class(page: &Case, code: &str) -> Result<Class, Turned> {
    Class::parse(code).ok_or_else(|| page.refused(Refused::NotFound))
}

/// How many pages, who, and when.
fn about(frame: &Frame<'_>, attachment: &Attachment) -> String {
    let pages = frame.ti("attachment-pages", "count", &i64::from(attachment.pages));
    format!("{pages} · {}", frame.day(attachment.on))
}

fn card(page: &Case, frame: &Frame<'_>, kept: &Kept<Attachment>) -> Card {
    let name = kept.value.name.reveal().to_owned();
    let at = format!("{BELOW}/{}/{}", kept.document.class.name(), kept.document.id);
    let way =
        |below: &str, key: &str| Way { href: page.href(&format!("{at}{below}")), text: frame.t(key), of: name.clone() };
    let mut ways = vec![way("", "attachment-look")];
    if page.open.may_take_away(kept) {
        ways.push(way("/away", "attachment-away"));
    }
    Card { hint: about(frame, &kept.value), ways, title: name, ..Card::default() }
}

/// The papers, by compartment.
pub async fn list(page: Case) -> Result<Response, Turned> {
    let held = page.open.attachments().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("attachments-title"));
    let classes = Kind::ATTACHED.map(Kind::class);
    let group = |class: Class| {
        let of_class = held.iter().filter(|kept| kept.document.class == class);
        let cards: Vec<Card> = of_class.map(|kept| card(&page, &frame, kept)).collect();
        (!cards.is_empty()).then(|| Group { heading: frame.code("thing", class.name()), none: None, cards })
    };
    let mut groups: Vec<Group> = classes.into_iter().filter_map(group).collect();
    if groups.is_empty() {
        let none = Some(frame.t("attachments-none"));
        groups.push(Group { heading: frame.t("attachments-all"), none, cards: Vec::new() });
    }
    let writable = classes.into_iter().any(|class| page.open.may(class, Action::Write));
    let new = Way { href: page.href(&format!("{BELOW}/new")), text: frame.t("attachment-new"), of: String::new() };
    let template = EntriesPage {
        lead: frame.t("attachments-lead"),
        notices: Vec::new(),
        acts: if writable && !page.open.is_closed() { vec![new] } else { Vec::new() },
        groups,
        case: page.href(""),
        frame,
    };
    Ok(template.answer())
}

/// What kind of paper it is: that decides who may see it.
pub async fn choose(page: Case) -> Response {
    let frame = page.frame(page.call.words().say("attachment-new"));
    let choices = Kind::ATTACHED.map(Kind::class).into_iter().filter(|&class| page.open.may(class, Action::Write));
    let choosing = choices.map(|class| Choosing {
        href: page.href(&format!("{BELOW}/{}/new", class.name())),
        text: frame.code("attachment-of", class.name()),
        about: Some(frame.code("attachment-about", class.name())),
    });
    let template = ChoosePage {
        lead: frame.t("attachment-choose"),
        choices: choosing.collect(),
        back: (page.href(BACK.0), frame.t(BACK.1)),
        case: page.href(""),
        frame,
    };
    Html(template.render().unwrap_or_default()).into_response()
}

fn form(page: &Case, class: Class) -> FormPage {
    let words = page.call.words();
    let frame = page.frame(String::new());
    let of = frame.code("attachment-of", class.name());
    FormPage {
        key: "attachment-form",
        notes: vec![frame.tell("attachment-for", &[("kind", Arg::from(of))]), frame.t("attachment-stripped")],
        fields: vec![
            Field::new(words, "name", "attachment-name", Input::Line).needed(),
            Field::new(words, "file", "attachment-file", Input::File).needed(),
        ],
        action: format!("{BELOW}/{}", class.name()),
        back: BACK,
        version: None,
    }
}

/// The form of a paper.
pub async fn new(page: Case, Path((_, _, code)): OfClass) -> Result<Response, Turned> {
    let class = class(&page, &code)?;
    Ok(form_page::show(&page, form(&page, class)))
}

/// Attaches a paper; then it is shown, so that she sees whether all of it can be read.
pub async fn attach(page: Case, Path((_, _, code)): OfClass, upload: Upload) -> Result<Response, Turned> {
    let class = class(&page, &code)?;
    let Upload { sent, file } = upload;
    let attaching = Attaching { class, name: Confided::new(sent.text("name")), file };
    let done = page.open.attach(attaching, sent.save_id()).await;
    let to = format!("{BELOW}/{}/{}", class.name(), sent.save_id());
    form_page::done(&page, done, &to, form(&page, class), &sent)
}

#[derive(Template)]
#[template(path = "casework/attachment.html")]
struct Shown<'a> {
    frame: Frame<'a>,
    about: String,
    kind: String,
    name: String,
    pages: Vec<(String, String)>,
    away: Option<String>,
    case: String,
    back: String,
}

/// A paper, all its pages.
pub async fn show(page: Case, Path((_, _, code, id)): Named) -> Result<Response, Turned> {
    let class = class(&page, &code)?;
    let kept = page.open.attachment(class, &id).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("attachment-title"));
    let at = page.href(&format!("{BELOW}/{}/{id}", class.name()));
    let count = i64::from(kept.value.pages);
    let leaf = |number: i64| {
        let parts = [("number", Arg::from(number)), ("count", Arg::from(count))];
        (format!("{at}/{number}"), frame.tell("attachment-page", &parts))
    };
    let template = Shown {
        about: about(&frame, &kept.value),
        kind: frame.code("attachment-of", class.name()),
        name: kept.value.name.reveal().to_owned(),
        pages: (1..=count).map(leaf).collect(),
        away: page.open.may_take_away(&kept).then(|| format!("{at}/away")),
        case: page.href(""),
        back: page.href(BELOW),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// A page of a paper: the picture.
pub async fn leaf(page: Case, Path((_, _, code, id, number)): Numbered) -> Result<Response, Turned> {
    let class = class(&page, &code)?;
    let picture = page.open.attached_page(class, &id, number).await.map_err(|refused| page.refused(refused))?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CONTENT_DISPOSITION, "inline")];
    Ok((headers, picture).into_response())
}

async fn away_form(page: &Case, class: Class, id: &str) -> Result<FormPage, Refused> {
    let kept = page.open.attachment(class, id).await?;
    if !page.open.may_take_away(&kept) {
        return Err(Refused::Denied);
    }
    let frame = page.frame(String::new());
    Ok(FormPage {
        key: "attachment-away",
        notes: vec![format!("{} · {}", kept.value.name.reveal(), about(&frame, &kept.value))],
        fields: Vec::new(),
        action: format!("{BELOW}/{}/{id}/away", class.name()),
        back: BACK,
        version: Some(kept.document.version),
    })
}

/// Asks whether the paper is to be taken away.
pub async fn away_ask(page: Case, Path((_, _, code, id)): Named) -> Result<Response, Turned> {
    let class = class(&page, &code)?;
    let form = away_form(&page, class, &id).await.map_err(|refused| page.refused(refused))?;
    Ok(form_page::show(&page, form))
}

/// Takes it away.
pub async fn away(page: Case, Path((_, _, code, id)): Named, sent: Sent) -> Result<Response, Turned> {
    let class = class(&page, &code)?;
    let done = page.open.take_away(class, &id, version(&sent), sent.save_id()).await;
    done.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href(BELOW)).into_response())
}
