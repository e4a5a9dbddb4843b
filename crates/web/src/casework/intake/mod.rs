//! Taking somebody in: look first, then one thing on each page, identity last. Each page is saved when it is sent; the last one before
//! the case is made shows what will be kept.

pub mod fields;
pub mod told;

pub use fields::{is_language, languages};

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use pana_app::casework::intake::{Match, forms};
use pana_app::casework::{Refused, id};
use pana_casework::intake::{Draft, DraftId, Fields, Page, Step};
use pana_casework::screening::Answer;

use super::form::{Field, Input};
use super::frame::{Frame, Part};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;

/// An intake under way.
struct Begun {
    id: String,
    code_name: String,
    begun: String,
    next: String,
}

#[derive(Template)]
#[template(path = "casework/intake_search.html")]
struct SearchPage<'a> {
    frame: Frame<'a>,
    fields: Vec<Field>,
    found: Option<Match>,
    drafts: Vec<Begun>,
}

/// The page that an intake begins with: a name to look for, or none.
pub async fn show(page: In) -> Result<Response, Turned> {
    let drafts = page.call.room.casework.drafts(&page.signed).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::Intake, page.call.words().say("room-nav-intake"));
    let begun = |draft: Draft| Begun {
        code_name: match draft.page(Step::CodeName) {
            Some(Page::CodeName { code_name }) => code_name.reveal().to_owned(),
            _ => frame.t("intake-unnamed"),
        },
        begun: frame.day(draft.begun_on),
        next: draft.next().map_or("summary", Step::name).to_owned(),
        id: draft.id.as_str().to_owned(),
    };
    let drafts = drafts.into_iter().map(begun).collect();
    Ok(search_page(StatusCode::OK, SearchPage { frame, fields: search_fields(&page, None), found: None, drafts }))
}

fn search_page(status: StatusCode, template: SearchPage<'_>) -> Response {
    (status, Html(template.render().unwrap_or_default())).into_response()
}

fn search_fields(page: &In, fault: Option<&(String, String)>) -> Vec<Field> {
    vec![Field::new(page.call.words(), "name", "intake-search-name", Input::Line).needed().faulty(fault)]
}

/// A page that was answered to a form, loaded again.
pub async fn again(page: In) -> Response {
    Redirect::to(&page.call.href("/intake")).into_response()
}

/// Looks for a name inside the centre. The name is neither shown again nor kept, and never part of an address.
pub async fn search(page: In, sent: Sent) -> Result<Response, Turned> {
    let forms = forms(sent.text("name"));
    let frame = page.frame(Part::Intake, page.call.words().say("intake-result"));
    if forms.is_empty() {
        let fault = ("name".to_owned(), frame.t("intake-search-empty"));
        let fields = search_fields(&page, Some(&fault));
        return Ok(search_page(StatusCode::BAD_REQUEST, SearchPage { frame, fields, found: None, drafts: Vec::new() }));
    }
    let known = page.call.room.casework.known(&page.signed, &forms).await.map_err(|refused| page.refused(refused))?;
    let fields = search_fields(&page, None);
    Ok(search_page(StatusCode::OK, SearchPage { frame, fields, found: Some(known), drafts: Vec::new() }))
}

/// Begins an intake under the id that was made with the form.
pub async fn begin(page: In, sent: Sent) -> Result<Response, Turned> {
    let id = draft_id(&page, sent.text("draft"))?;
    page.call.room.casework.begin_draft(&page.signed, &id).await.map_err(|refused| page.refused(refused))?;
    Ok(to_step(&page, &id, Some(Step::Danger)))
}

#[derive(Template)]
#[template(path = "casework/intake_step.html")]
struct StepPage<'a> {
    frame: Frame<'a>,
    draft: String,
    step: &'static str,
    number: usize,
    steps: usize,
    hint: Option<String>,
    fields: Vec<Field>,
    back: String,
    is_optional: bool,
    is_saved: bool,
    asks: bool,
}

/// A step, with what was saved of it.
pub async fn step(page: In, Path((_, draft, step)): Path<(String, String, String)>) -> Result<Response, Turned> {
    let (draft, step) = open(&page, &draft, &step).await?;
    let given = draft.page(step).map(fields::given).unwrap_or_default();
    Ok(step_page(&page, StatusCode::OK, &draft, step, &given, &[]))
}

/// Saves a step, or leaves it out, and goes on.
pub async fn save(
    page: In,
    Path((_, draft, step)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let (draft, step) = open(&page, &draft, &step).await?;
    let casework = &page.call.room.casework;
    // Without her agreement nothing that names her is kept, not even while the intake is under way.
    let leave_out =
        sent.text("do") == "leave-out" && step.is_optional() || step == Step::Identity && !is_agreed(&draft);
    let read = match leave_out {
        true => Ok(None),
        false => Page::read(step, &fields::typed(sent.fields()), page.signed.moment.today()).map(Some),
    };
    let change = match read {
        Ok(change) => change,
        Err(faults) => {
            return Ok(step_page(&page, StatusCode::BAD_REQUEST, &draft, step, sent.fields(), &faults));
        }
    };
    let changed = |kept: &mut Draft| match &change {
        Some(filled) => {
            kept.save(filled.clone());
            if step == Step::Record && !is_agreed(kept) {
                kept.leave_out(Step::Identity);
            }
        }
        None => kept.leave_out(step),
    };
    let saved = casework.change_draft(&page.signed, &draft.id, sent.save_id(), changed).await;
    saved.map_err(|refused| page.refused(refused))?;
    let mut after = draft;
    changed(&mut after);
    // Whoever came from the summary to change one thing goes back there.
    let next = if after.next().is_none() { None } else { step.next() };
    Ok(to_step(&page, &after.id, next))
}

fn step_page(
    page: &In,
    status: StatusCode,
    draft: &Draft,
    step: Step,
    given: &Fields,
    faults: &[pana_casework::intake::Fault],
) -> Response {
    let words = page.call.words();
    let asks = step != Step::Identity || is_agreed(draft);
    let hint =
        if asks { format!("intake-about-{}", step.name().replace('_', "-")) } else { "intake-no-agreement".to_owned() };
    let frame = page.frame(Part::Intake, words.say(&step.key()));
    let template = StepPage {
        number: Step::ALL.iter().position(|other| *other == step).map_or(0, |place| place + 1),
        steps: Step::ALL.len(),
        hint: words.has(&hint).then(|| words.say(&hint)),
        fields: if asks { fields::of(words, step, given, faults) } else { Vec::new() },
        back: match step.before() {
            Some(before) => frame.href(&format!("/intake/{}/{}", draft.id.as_str(), before.name())),
            None => frame.href("/intake"),
        },
        is_optional: step.is_optional(),
        is_saved: draft.page(step).is_some(),
        draft: draft.id.as_str().to_owned(),
        step: step.name(),
        asks,
        frame,
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

#[derive(Template)]
#[template(path = "casework/intake_summary.html")]
struct SummaryPage<'a> {
    frame: Frame<'a>,
    draft: String,
    lines: Vec<told::Line>,
    is_named: bool,
    is_child: bool,
    is_ready: bool,
    found: Option<Match>,
}

/// What will be kept, before anything is.
pub async fn summary(page: In, Path((_, draft)): Path<(String, String)>) -> Result<Response, Turned> {
    let id = draft_id(&page, &draft)?;
    let casework = &page.call.room.casework;
    let draft = casework.draft(&page.signed, &id).await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(Part::Intake, page.call.words().say("intake-summary"));
    let opening = draft.finish().ok();
    let forms = opening.as_ref().and_then(|opening| opening.identity.as_ref()).map(|who| who.search_forms());
    // Nobody is taken in twice because the name was told only at the end (R15).
    let found = match forms.filter(|forms| !forms.is_empty()) {
        Some(forms) => Some(casework.known(&page.signed, &forms).await.map_err(|refused| page.refused(refused))?),
        None => None,
    };
    let template = SummaryPage {
        lines: Step::ALL.iter().map(|step| told::line(&frame, &draft, *step)).collect(),
        is_named: opening.as_ref().is_some_and(|opening| opening.identity.is_some()),
        is_child: opening
            .as_ref()
            .is_some_and(|opening| opening.start.age_group == pana_casework::age::AgeGroup::Child),
        is_ready: opening.is_some(),
        draft: id.as_str().to_owned(),
        found: found.filter(|found| !found.own.is_empty() || found.others > 0),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Makes the case.
pub async fn finish(page: In, Path((_, draft)): Path<(String, String)>, _sent: Sent) -> Result<Response, Turned> {
    let id = draft_id(&page, &draft)?;
    match page.call.room.casework.finish_draft(&page.signed, &id).await {
        Ok(case) => Ok(Redirect::to(&page.call.href(&format!("/cases/{case}"))).into_response()),
        Err(Refused::Field { field, .. }) if field == "code_name" => Ok(to_step(&page, &id, Some(Step::CodeName))),
        Err(other) => Err(page.refused(other)),
    }
}

/// Throws an intake away.
pub async fn discard(page: In, Path((_, draft)): Path<(String, String)>, _sent: Sent) -> Result<Response, Turned> {
    let id = draft_id(&page, &draft)?;
    page.call.room.casework.drop_draft(&page.signed, &id).await.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.call.href("/intake")).into_response())
}

fn is_agreed(draft: &Draft) -> bool {
    matches!(draft.page(Step::Record), Some(Page::Record { agreed: Answer::Yes }))
}

fn draft_id(page: &In, given: &str) -> Result<DraftId, Turned> {
    let id = DraftId::parse(given).filter(|parsed| id::is_one(parsed.as_str()));
    id.ok_or_else(|| page.refused(Refused::NotFound))
}

async fn open(page: &In, draft: &str, step: &str) -> Result<(Draft, Step), Turned> {
    let id = draft_id(page, draft)?;
    let step = Step::parse(step).ok_or_else(|| page.refused(Refused::NotFound))?;
    let draft = page.call.room.casework.draft(&page.signed, &id).await.map_err(|refused| page.refused(refused))?;
    Ok((draft, step))
}

fn to_step(page: &In, draft: &DraftId, step: Option<Step>) -> Response {
    let step = step.map_or("summary", Step::name);
    Redirect::to(&page.call.href(&format!("/intake/{}/{step}", draft.as_str()))).into_response()
}
