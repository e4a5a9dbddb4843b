//! The tier of the report on trafficking in persons: tiers as published, and the questions behind them with what is known here.
//! Nothing on this page is computed.

use askama::Template;
use axum::response::Response;
use pana_app::assessment;
use pana_evidence::assessment::tip::{Asked, Bearing, Evidence, Kind, Published};
use pana_publish::said::Said;

use super::{About, Cited, Wish};
use crate::error::Oops;
use crate::kept::{Part, reference};
use crate::page::{Nav, Page, render};
use crate::visit::Visit;

/// A tier as it was published.
struct TierRow {
    year: i16,
    tier: String,
    unread: bool,
    note: Option<Said>,
    cited: Cited,
}

/// A piece of evidence.
struct EvidenceRow {
    bearing: String,
    year: Option<i16>,
    note: Option<Said>,
    rests_on: Vec<Part>,
}

/// A question.
struct Question {
    id: String,
    asks: String,
    section: Said,
    unread: bool,
    note: Option<Said>,
    evidence: Vec<EvidenceRow>,
}

/// Questions of one kind.
struct Group {
    id: &'static str,
    name: String,
    questions: Vec<Question>,
}

#[derive(Template)]
#[template(path = "assessment_tip.html")]
struct TierPage<'a> {
    page: Page<'a>,
    about: About<'a>,
    tiers: Vec<TierRow>,
    groups: Vec<Group>,
}

const KINDS: [(Kind, &str); 3] = [(Kind::Standard, "standard"), (Kind::Indicium, "indicium"), (Kind::Clause, "clause")];

/// The page.
pub fn show(visit: &Visit, wish: &Wish) -> Result<Response, Oops> {
    let about = About::new(visit, wish)?;
    let country = about.place(visit)?;
    let (published, asked) =
        assessment::tiers(&visit.shelf, &visit.desk.library, &country.id).map_err(|error| visit.failed(error))?;
    let words = visit.words();
    let groups = KINDS.iter().map(|(kind, code)| Group {
        id: code,
        name: words.say(&format!("assessments-tip-{code}s")),
        questions: asked.iter().filter(|asked| asked.question.kind == *kind).map(|a| question(visit, a)).collect(),
    });
    let page = TierPage {
        page: visit.page(Nav::Assessments, words.say("assessments-tip-title")),
        groups: groups.collect(),
        tiers: published.iter().map(|published| tier(visit, published)).collect(),
        about,
    };
    render(visit, &page)
}

fn tier(visit: &Visit, published: &Published) -> TierRow {
    TierRow {
        year: published.report_year,
        tier: visit.words().say(&format!("tip-tier-{}", published.tier.code())),
        unread: !published.verified,
        note: published.note.as_ref().map(|note| Said::new(visit.words(), note)),
        cited: Cited::new(visit, &published.source, &published.locator),
    }
}

fn question(visit: &Visit, asked: &Asked<'_>) -> Question {
    let words = visit.words();
    let question = asked.question;
    Question {
        id: question.id.clone(),
        asks: words.say(&format!("tip-asks-{}", question.id)),
        section: Said::new(words, &question.section),
        unread: !question.verified,
        note: question.note.as_ref().map(|note| Said::new(words, note)),
        evidence: asked.evidence.iter().map(|evidence| self::evidence(visit, evidence)).collect(),
    }
}

fn evidence(visit: &Visit, evidence: &Evidence) -> EvidenceRow {
    let bearing = match evidence.bearing {
        Bearing::Supports => "value-supports",
        Bearing::Limits => "value-limits",
        Bearing::Context => "value-context",
    };
    EvidenceRow {
        bearing: visit.words().say(bearing),
        year: evidence.year,
        note: evidence.note.as_ref().map(|note| Said::new(visit.words(), note)),
        rests_on: evidence.refers_to.iter().map(|name| reference(visit, name)).collect(),
    }
}
