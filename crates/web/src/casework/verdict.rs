//! Verdicts: the claims with what the program proposes, and signing a verdict on one of them.

use askama::Template;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use pana_app::casework::Refused;
use pana_app::casework::public::check_verdict;
use pana_app::claim::{Checked, Decide};
use pana_evidence::claim::{Decision, Verdict};
use pana_publish::claim as told;
use pana_publish::said::Said;

use super::form::{Choice, Field, Input};
use super::form_page::one;
use super::frame::{Frame, Part};
use super::public::{About, Desk, Draft, Entry, Step, for_all, texts, wording};
use super::refusal::Turned;
use super::sent::Sent;
use super::signed::In;
use crate::claim::{Decided, decided, shown};
use crate::visit::Visit;

const REASONS: [&str; 3] = ["reason_en", "reason_ru", "reason_kk"];

/// A line of a list.
pub struct Line {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub text: Said,
    /// How it stands.
    pub about: String,
}

/// Lines that belong together.
pub struct Group {
    /// The anchor.
    pub id: &'static str,
    /// What they are.
    pub title: String,
    /// What is said where there are none.
    pub empty: String,
    /// The lines.
    pub lines: Vec<Line>,
}

/// A list of what can be written about.
#[derive(Template)]
#[template(path = "casework/public_list.html")]
pub struct ListPage<'a> {
    /// The frame.
    pub frame: Frame<'a>,
    /// The key of its title.
    pub key: &'static str,
    /// The groups.
    pub groups: Vec<Group>,
    /// Where else one can go.
    pub links: Vec<(String, String)>,
}

/// The claims: those without a signed verdict first.
pub async fn list(page: In, visit: Visit) -> Response {
    let words = page.call.words();
    let line = |checked: &Checked| {
        let proposed = told::verdict(words, checked.check.verdict.code());
        let parts = [("proposed", proposed.into())];
        let about = match standing(&page, checked) {
            Some(own) => {
                let signed = told::verdict(words, own.verdict.code());
                let [proposed] = parts;
                words.tell("verdicts-both", &[proposed, ("signed", signed.into())])
            }
            None => words.tell("verdicts-proposed", &parts),
        };
        Line {
            href: page.call.href(&format!("/verdicts/{}", checked.claim.id)),
            text: Said::new(words, &checked.claim.paraphrase),
            about,
        }
    };
    let (done, open): (Vec<&Checked>, Vec<&Checked>) =
        visit.shelf.claims.iter().partition(|checked| standing(&page, checked).is_some());
    let group = |id, key: &str, found: Vec<&Checked>| Group {
        id,
        title: words.say(key),
        empty: words.say(&format!("{key}-none")),
        lines: found.into_iter().map(line).collect(),
    };
    let template = ListPage {
        groups: vec![group("open", "verdicts-open", open), group("signed", "verdicts-signed", done)],
        frame: page.frame(Part::Public, words.say("verdicts-title")),
        key: "verdicts-title",
        links: Vec::new(),
    };
    Html(template.render().unwrap_or_default()).into_response()
}

/// The verdict of her role that stands.
fn standing<'a>(page: &In, checked: &'a Checked) -> Option<&'a Decision> {
    checked.decisions.iter().rfind(|decision| decision.signed_as.as_deref() == Some(page.signed.role.name()))
}

fn found<'a>(page: &In, visit: &'a Visit, id: &str) -> Result<&'a Checked, Turned> {
    visit.shelf.claims.iter().find(|checked| checked.claim.id == id).ok_or_else(|| page.refused(Refused::NotFound))
}

/// The form.
pub async fn show(page: In, visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Turned> {
    let draft = draft(&page, &visit, found(&page, &visit, &id)?);
    Ok(Desk::new(page, visit).form(&draft))
}

/// Looks at what will be public, goes back to the form, or signs.
pub async fn sign(
    page: In,
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Turned> {
    let checked = found(&page, &visit, &id)?.clone();
    let draft = draft(&page, &visit, &checked);
    let mut desk = Desk::new(page, visit);
    if Step::of(&sent) == Step::Change {
        return Ok(desk.again(&draft, &sent));
    }
    let read = read(&checked, &sent).and_then(|decide| check_verdict(&decide).map(|()| decide));
    let entry = Entry::Verdict(preview(&desk, &checked, read.as_ref().ok()));
    let decide = match read {
        Ok(decide) => decide,
        Err(refused) => return desk.done::<()>(Err(refused), (&draft, &entry), &sent, ""),
    };
    if Step::of(&sent) == Step::Look {
        return Ok(desk.check(&draft, &entry, &sent));
    }
    let done = match desk.confirm(&sent).await {
        Ok(()) => {
            let casework = &desk.page.call.room.casework;
            casework.sign_verdict(&desk.page.signed, &desk.visit.desk.db, &decide).await
        }
        Err(refused) => Err(refused),
    };
    desk.done(done, (&draft, &entry), &sent, "decisions")
}

/// What was typed.
fn read(checked: &Checked, sent: &Sent) -> Result<Decide, Refused> {
    Ok(Decide {
        claim: checked.claim.id.clone(),
        verdict: one(sent, "verdict", Verdict::parse)?,
        by: sent.text("office").to_owned(),
        signed_as: None,
        because: wording(sent, REASONS),
        seen: Some(sent.text("version").parse().unwrap_or(usize::MAX)),
    })
}

/// The decision as it would stand if it were signed now.
fn preview(desk: &Desk, checked: &Checked, decide: Option<&Decide>) -> Decided {
    let today = desk.page.signed.moment.today();
    let decision = Decision {
        id: String::new(),
        claim: checked.claim.id.clone(),
        kind: "decided".to_owned(),
        verdict: decide.map_or(checked.check.verdict, |decide| decide.verdict),
        label: None,
        reviewer: decide.map(|decide| decide.by.clone()).unwrap_or_default(),
        signed_as: Some(desk.page.signed.role.name().to_owned()),
        decided_on: Some(today.to_string()),
        codes: Vec::new(),
        proposed: Some(checked.check.verdict),
        rationale: decide.map(|decide| decide.because.clone()).unwrap_or_default(),
    };
    let because = for_all(desk.page.call.words(), &decision.rationale);
    Decided { because, ..decided(&desk.visit, &decision, checked) }
}

fn draft(page: &In, visit: &Visit, checked: &Checked) -> Draft {
    let (words, claim) = (page.call.words(), &checked.claim);
    let before = standing(page, checked);
    // The office is the same from one claim to the next.
    let newest = |decision: &&Decision| decision.decided_on.clone();
    let office = before.or_else(|| {
        let others = visit.shelf.claims.iter().filter_map(|other| standing(page, other));
        others.max_by_key(newest)
    });
    let choice = |verdict: &Verdict| Choice {
        code: verdict.code().to_owned(),
        text: told::verdict(words, verdict.code()),
        chosen: false,
    };
    let verdicts = Input::One(Verdict::ALL.iter().map(choice).collect());
    let mut fields = vec![
        Field::new(words, "verdict", "verdict-choose", verdicts)
            .with(before.map_or("", |before| before.verdict.code()))
            .needed(),
    ];
    fields.extend(texts(words, REASONS, "verdict-reason", before.map(|before| &before.rationale)));
    let name = office.map(|office| office.reviewer.clone()).unwrap_or_default();
    fields.push(Field::new(words, "office", "public-office", Input::Line).with(&name).needed());
    let past = checked.decisions.iter().map(|decision| Entry::Verdict(decided(visit, decision, checked)));
    Draft {
        key: "public-sign",
        about: About {
            kind: words.tell("public-about-claim", &[("id", claim.id.clone().into())]),
            text: Said::new(words, &claim.paraphrase),
            path: format!("/claims/{}", claim.id),
            stands: Vec::new(),
        },
        shown: Some(shown(visit, &visit.shelf.room, checked)),
        past: past.collect(),
        fields,
        action: format!("/verdicts/{}", claim.id),
        back: ("/verdicts", "verdicts-title"),
        version: checked.decisions.len(),
    }
}
