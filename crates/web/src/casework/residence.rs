//! Residence and papers: apart from who she is, and last. No service depends on anything here, and nothing that decides receives it (R1).

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use pana_app::casework::identity::One;
use pana_app::casework::{Refused, id};
use pana_casework::intake::Fields;
use pana_casework::person::{Paper, PaperPlace, Papers};
use pana_casework::policy::Action;
use pana_casework::screening::Answer;
use pana_casework::{Class, Confided};
use pana_text::Words;

use super::form::{Choice, Field, Input, choices};
use super::frame::Frame;
use super::identity::{WritingPage, WrittenPage};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::Case;

/// The fields of a paper: kind, number, country, valid until, place. So many papers fit on the page.
const PAPERS: [[&str; 5]; 3] = [
    ["kind_1", "number_1", "country_1", "valid_1", "place_1"],
    ["kind_2", "number_2", "country_2", "valid_2", "place_2"],
    ["kind_3", "number_3", "country_3", "valid_3", "place_3"],
];

/// What is written.
pub async fn show(page: Case) -> Result<Response, Turned> {
    let kept = page.open.papers().await.map_err(|refused| page.refused(refused))?;
    let frame = page.frame(page.call.words().say("residence-title"));
    let template = WrittenPage {
        lead: Some(frame.t("residence-lead")),
        none: frame.t("residence-none"),
        lines: kept.map(|kept| lines(&frame, &kept.says)).unwrap_or_default(),
        edit: page.open.may(Class::Status, Action::Write).then(|| page.href("/residence/edit")),
        other: None,
        case: page.href(""),
        frame,
    };
    Ok(Html(template.render().unwrap_or_default()).into_response())
}

/// Residence and papers, line by line.
pub fn lines(frame: &Frame<'_>, papers: &Papers) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut tell = |label: String, value: String| {
        if !value.is_empty() {
            lines.push((label, value));
        }
    };
    tell(frame.t("residence-citizenship"), papers.citizenship.join(", "));
    if papers.stateless != Answer::NotAsked {
        tell(frame.t("residence-stateless"), frame.t(&papers.stateless.key()));
    }
    tell(frame.t("residence-identity-number"), papers.identity_number.reveal().to_owned());
    if let Some(day) = papers.may_stay_until {
        tell(frame.t("residence-may-stay-until"), frame.day(day));
    }
    for paper in &papers.papers {
        let valid =
            paper.valid_until.map(|day| format!("{} {}", frame.t("residence-paper-valid-until"), frame.day(day)));
        let pieces = [
            paper.number.reveal().to_owned(),
            paper.country.clone(),
            valid.unwrap_or_default(),
            frame.t(&paper.place.key()),
        ];
        let said: Vec<String> = pieces.into_iter().filter(|piece| !piece.is_empty()).collect();
        tell(paper.kind.reveal().to_owned(), said.join(" · "));
    }
    lines
}

/// The form.
pub async fn edit(page: Case) -> Result<Response, Turned> {
    let kept = page.open.papers().await.map_err(|refused| page.refused(refused))?;
    let given = kept.as_ref().map(|kept| given(&kept.says)).unwrap_or_default();
    let (id, version) = match kept {
        Some(kept) => (kept.id, kept.version),
        None => (id::new(&mut pana_app::casework::random::System), 0),
    };
    Ok(form(&page, StatusCode::OK, (&id, version), &given, None))
}

fn form(
    page: &Case,
    status: StatusCode,
    kept: (&str, i64),
    given: &Fields,
    fault: Option<&(String, String)>,
) -> Response {
    let words = page.call.words();
    let template = WritingPage {
        lead: Some(words.say("residence-lead")),
        action: page.href("/residence/edit"),
        back: page.href("/residence"),
        id: kept.0.to_owned(),
        version: kept.1,
        fields: all_fields(words, given, fault),
        frame: page.frame(words.say("residence-title")),
    };
    (status, Html(template.render().unwrap_or_default())).into_response()
}

fn all_fields(words: &Words, given: &Fields, fault: Option<&(String, String)>) -> Vec<Field> {
    let field = |name: &'static str, key: &str, input: Input| {
        Field::new(words, name, key, input).with(given.one(name).unwrap_or_default()).faulty(fault)
    };
    let answers = choices(words, "answer", ["yes", "no", "unknown"]);
    let mut fields = vec![
        field("citizenship", "residence-citizenship", Input::Line),
        field("stateless", "residence-stateless", Input::One(answers)),
        field("identity_number", "residence-identity-number", Input::Line),
        field("may_stay_until", "residence-may-stay-until", Input::Day),
    ];
    for (place, [kind, number, country, valid, held]) in PAPERS.into_iter().enumerate() {
        let which = words.tell("residence-paper", &[("number", (place + 1).into())]);
        let none = Choice { code: String::new(), text: words.say("intake-choose"), chosen: false };
        let places = choices(words, "paper-place", PaperPlace::ALL.iter().map(|place| place.name()));
        let places = Input::List([none].into_iter().chain(places).collect());
        let of_paper = [
            field(kind, "residence-paper-kind", Input::Line),
            field(number, "residence-paper-number", Input::Line),
            field(country, "residence-paper-country", Input::Line),
            field(valid, "residence-paper-valid-until", Input::Day),
            field(held, "residence-paper-place", places),
        ];
        fields.extend(of_paper.into_iter().map(|field| Field { label: format!("{which}: {}", field.label), ..field }));
    }
    fields
}

fn given(papers: &Papers) -> Fields {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut pairs = vec![
        ("citizenship", papers.citizenship.join(" ")),
        ("identity_number", papers.identity_number.reveal().to_owned()),
        ("may_stay_until", day(papers.may_stay_until)),
    ];
    if papers.stateless != Answer::NotAsked {
        pairs.push(("stateless", papers.stateless.name().to_owned()));
    }
    for ([kind, number, country, valid, held], paper) in PAPERS.into_iter().zip(&papers.papers) {
        pairs.extend([
            (kind, paper.kind.reveal().to_owned()),
            (number, paper.number.reveal().to_owned()),
            (country, paper.country.clone()),
            (valid, day(paper.valid_until)),
            (held, paper.place.name().to_owned()),
        ]);
    }
    Fields::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())))
}

/// Saves residence and papers.
pub async fn save(page: Case, sent: Sent) -> Result<Response, Turned> {
    let kept = page.open.papers().await.map_err(|refused| page.refused(refused))?;
    let (id, version) = (sent.text("id").to_owned(), sent.text("version").parse().unwrap_or(-1));
    if !id::is_one(&id) || version < 0 {
        return Err(page.refused(Refused::NotFound));
    }
    // Papers that do not fit on the page stay as they are.
    let rest = kept.into_iter().flat_map(|kept| kept.says.papers.into_iter().skip(PAPERS.len()));
    let says = match read(sent.fields()) {
        Ok(papers) => Papers { papers: papers.papers.into_iter().chain(rest).collect(), ..papers },
        Err((field, key)) => {
            let fault = (field.to_owned(), page.call.words().say(key));
            return Ok(form(&page, StatusCode::BAD_REQUEST, (&id, version), sent.fields(), Some(&fault)));
        }
    };
    let saved = page.open.save_papers(&One { id, version, says }, sent.save_id()).await;
    saved.map_err(|refused| page.refused(refused))?;
    Ok(Redirect::to(&page.href("/residence")).into_response())
}

type Fault = (&'static str, &'static str);

/// Reads the form; the field that is wrong and the key of what is wrong otherwise.
fn read(fields: &Fields) -> Result<Papers, Fault> {
    let mut citizenship = Vec::new();
    for code in fields.one("citizenship").unwrap_or_default().split([' ', ',']).filter(|code| !code.is_empty()) {
        citizenship.push(country(code).ok_or(("citizenship", "residence-fault-country"))?);
    }
    let papers = PAPERS.into_iter().filter_map(|names| paper(fields, names).transpose());
    Ok(Papers {
        citizenship,
        stateless: fields.one("stateless").and_then(Answer::parse).unwrap_or(Answer::NotAsked),
        identity_number: Confided::new(fields.one("identity_number").unwrap_or_default()),
        may_stay_until: day(fields, "may_stay_until")?,
        papers: papers.collect::<Result<Vec<Paper>, Fault>>()?,
    })
}

fn paper(fields: &Fields, names: [&'static str; 5]) -> Result<Option<Paper>, Fault> {
    let [kind, number, of, valid, held] = names;
    if names.iter().all(|name| fields.one(name).is_none()) {
        return Ok(None);
    }
    let given = fields.one(of).map(|code| country(code).ok_or((of, "residence-fault-country"))).transpose()?;
    Ok(Some(Paper {
        kind: Confided::new(fields.one(kind).ok_or((kind, "residence-fault-paper"))?),
        number: Confided::new(fields.one(number).unwrap_or_default()),
        country: given.unwrap_or_default(),
        valid_until: day(fields, valid)?,
        place: fields.one(held).and_then(PaperPlace::parse).unwrap_or(PaperPlace::Unknown),
    }))
}

fn day(fields: &Fields, name: &'static str) -> Result<Option<Date>, Fault> {
    fields.one(name).map(|text| text.parse().map_err(|_| (name, "residence-fault-day"))).transpose()
}

fn country(code: &str) -> Option<String> {
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic())).then(|| code.to_ascii_uppercase())
}
