//! Claims: a list with their verdicts, one claim with all its evidence, and a place to try a sentence of one's own.

use std::collections::BTreeMap;

use askama::Template;
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use pana_app::claim::{self, Checked};
use pana_casework::policy::Thing;
use pana_evidence::claim::{Claim, ClaimKind, Decision, Used, Verdict, check};
use pana_evidence::statement::Subject;
use pana_evidence::{Comparator, ObservationId, Room};
use pana_publish::claim as told;
use pana_publish::said::{self, Said};
use serde::Deserialize;

use crate::casework::editor::Editor;
use crate::casework::public::{for_reader, signer};
use crate::error::Oops;
use crate::line::{Line, Named, Piece, source_named};
use crate::observation::day_asked;
use crate::page::{Nav, Page, render};
use crate::statement::Statements;
use crate::visit::Visit;

/// A claim in a list.
struct Row {
    id: String,
    text: Said,
    claimant: Said,
    made_on: Option<String>,
    verdict: Badge,
    decided: Option<Badge>,
}

/// A verdict with its place in the stylesheet.
pub struct Badge {
    /// The class of the label.
    pub class: &'static str,
    /// The word.
    pub text: String,
}

impl Badge {
    /// The label of a verdict.
    pub fn new(visit: &Visit, verdict: Verdict) -> Self {
        let class = match verdict {
            Verdict::Consistent => "verdict-yes",
            Verdict::ConsistentIncomplete => "verdict-part",
            Verdict::Contradicted | Verdict::InternallyInconsistent => "verdict-no",
            Verdict::Disputed => "verdict-disputed",
            Verdict::NotComparable | Verdict::Unverifiable => "verdict-open",
        };
        Self { class, text: told::verdict(visit.words(), verdict.code()) }
    }
}

/// A verdict one can ask for.
struct Choice {
    value: &'static str,
    text: String,
    chosen: bool,
}

/// Which claims are asked for.
#[derive(Deserialize)]
pub struct Filter {
    verdict: Option<String>,
}

#[derive(Template)]
#[template(path = "claims.html")]
struct ListPage<'a> {
    page: Page<'a>,
    choices: Vec<Choice>,
    rows: Vec<Row>,
    recorded: bool,
}

/// All claims with what is proposed and what was decided.
pub async fn list(visit: Visit, Query(filter): Query<Filter>) -> Result<Response, Oops> {
    let wanted = filter.verdict.as_deref().and_then(Verdict::parse);
    let checked =
        visit.shelf.claims.iter().filter(|checked| wanted.is_none_or(|wanted| checked.check.verdict == wanted));
    let choices = Verdict::ALL.iter().map(|verdict| Choice {
        value: verdict.code(),
        text: told::verdict(visit.words(), verdict.code()),
        chosen: wanted == Some(*verdict),
    });
    let page = ListPage {
        rows: checked.map(|checked| row(&visit, checked)).collect(),
        choices: choices.collect(),
        recorded: !visit.shelf.claims.is_empty(),
        page: visit.page(Nav::Claims, visit.words().say("claims-title")),
    };
    render(&visit, &page)
}

fn row(visit: &Visit, checked: &Checked) -> Row {
    let (words, claim) = (visit.words(), &checked.claim);
    Row {
        id: claim.id.clone(),
        text: Said::new(words, &claim.paraphrase),
        claimant: claimant(visit, claim),
        made_on: claim.made_on.map(|date| crate::source::date(words, date)),
        verdict: Badge::new(visit, checked.check.verdict),
        decided: checked.decisions.last().map(|decision| Badge::new(visit, decision.verdict)),
    }
}

fn claimant(visit: &Visit, claim: &Claim) -> Said {
    match claim.claimant_kind.as_str() {
        "hypothetical" => Said::plain(visit.words().say("claim-hypothetical")),
        _ => Said::new(visit.words(), &claim.claimant),
    }
}

/// A figure that counts, with its bound.
pub struct UsedRow {
    /// The figure.
    pub line: Line,
    /// The values it allows.
    pub bound: Option<String>,
    /// What it says of the claim.
    pub says: String,
}

/// A figure that does not count.
pub struct RefusedRow {
    /// The figure.
    pub line: Line,
    /// Why not.
    pub why: String,
}

/// A sentence with its code.
pub struct Reason {
    /// The code.
    pub code: &'static str,
    /// The sentence, in pieces that may lead somewhere.
    pub sentence: Vec<Piece>,
}

/// What a person decided.
pub struct Decided {
    /// The verdict.
    pub badge: Badge,
    /// As it was published.
    pub label: Option<String>,
    /// Who.
    pub by: Said,
    /// When.
    pub on: Option<String>,
    /// Why: in the reader's language, or in all that it was written in.
    pub because: Vec<Said>,
    /// Whether it is one that another stands in the place of.
    pub standing: Option<String>,
    /// Whether it is what the program proposes.
    pub compared: String,
}

/// The quantity a claim is about, in words.
pub struct Quantity {
    /// What is counted.
    pub indicator: Option<Named>,
    /// Where.
    pub place: Option<Named>,
    /// When.
    pub period: Said,
    /// Among whom, where not among everybody.
    pub subgroup: Option<Said>,
    /// What is stated.
    pub states: String,
    /// The shape of the claim.
    pub kind: String,
}

/// Everything about a checked claim that a page shows.
pub struct Shown {
    /// What it says.
    pub text: Said,
    /// What the program proposes.
    pub verdict: Badge,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What would change it.
    pub missing: Vec<String>,
    /// The figures that count.
    pub used: Vec<UsedRow>,
    /// Those that do not.
    pub refused: Vec<RefusedRow>,
    /// What it is about.
    pub quantity: Quantity,
}

/// Everything about a checked claim.
pub fn shown(visit: &Visit, room: &Room, checked: &Checked) -> Shown {
    let (words, claim, check) = (visit.words(), &checked.claim, &checked.check);
    let unit = room.indicator(&claim.indicator).map_or("", |indicator| indicator.unit.as_str());
    let line = |id: &ObservationId| room.observation(id).map(|observation| Line::new(visit, observation));
    let used = |used: &Used| {
        Some(UsedRow {
            line: line(&used.observation)?,
            bound: used.bound.map(|bound| told::interval(words, unit, bound)),
            says: words.say(&format!("claim-said-{}", used.said.code())),
        })
    };
    let sentences = told::sentences(words, room, check);
    Shown {
        text: Said::new(words, &claim.paraphrase),
        verdict: Badge::new(visit, check.verdict),
        reasons: check
            .findings
            .iter()
            .zip(sentences)
            .map(|(finding, sentence)| Reason {
                code: finding.code.code(),
                sentence: linked(&sentence, &finding.about),
            })
            .collect(),
        missing: check.missing().into_iter().map(|code| told::wanting(words, code)).collect(),
        used: check.used.iter().filter_map(used).collect(),
        refused: check
            .refused
            .iter()
            .filter_map(|refused| {
                let why = words.say(&format!("claim-reason-{}", refused.reason.code()));
                Some(RefusedRow { line: line(&refused.observation)?, why })
            })
            .collect(),
        quantity: quantity(visit, room, claim),
    }
}

/// A sentence in which the names of figures lead to their pages.
fn linked(sentence: &str, about: &[ObservationId]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    let next = |rest: &str| about.iter().filter_map(|id| Some((rest.find(&format!("({})", id.0))? + 1, id))).min();
    while let Some((at, id)) = next(rest) {
        pieces.push(Piece { text: rest[..at].to_owned(), path: None });
        pieces.push(Piece { text: id.0.clone(), path: Some(format!("/observations/{}", id.0)) });
        rest = &rest[at + id.0.len()..];
    }
    pieces.push(Piece { text: rest.to_owned(), path: None });
    pieces
}

fn quantity(visit: &Visit, room: &Room, claim: &Claim) -> Quantity {
    let words = visit.words();
    let named = |folder: &str, id: &str, name: Option<&str>| Some(Named::new(folder, id, Said::new(words, name?)));
    Quantity {
        indicator: named("indicators", &claim.indicator.0, room.indicator(&claim.indicator).map(|i| i.name.as_str())),
        place: named("places", &claim.place.0, room.place(&claim.place).map(|place| place.name.as_str())),
        period: Said::new(words, &claim.period),
        subgroup: (claim.subgroup != "all").then(|| Said::new(words, &claim.subgroup)),
        states: told::stated(words, claim),
        kind: words.say(&format!("claim-kind-{}", claim.kind.code())),
    }
}

#[derive(Template)]
#[template(path = "claim.html")]
struct ClaimPage<'a> {
    page: Page<'a>,
    id: String,
    shown: Shown,
    claimant: Said,
    made_on: Option<String>,
    sources: Vec<Named>,
    locator: Said,
    decisions: Vec<Decided>,
    as_of: Option<String>,
    as_of_given: String,
    statements: Statements,
    sign: Option<String>,
}

/// The day a reader asks for.
#[derive(Deserialize)]
pub struct AsOf {
    as_of: Option<String>,
}

/// The page of a claim; with `.json` behind its name, the answer for programs.
pub async fn show(
    visit: Visit,
    Path((_, name)): Path<(String, String)>,
    Query(asked): Query<AsOf>,
    editor: Editor,
) -> Result<Response, Oops> {
    let as_of = day_asked(&visit, asked.as_of.as_deref())?;
    let (id, json) = name.strip_suffix(".json").map_or((name.as_str(), false), |id| (id, true));
    let now = visit.shelf.claims.iter().find(|checked| checked.claim.id == id).ok_or_else(|| visit.nothing_here())?;
    let past = match as_of {
        Some(day) => Some(claim::room_as_of(&visit.desk, day).await.map_err(|error| visit.failed(error))?),
        None => None,
    };
    let then = past.as_ref().and_then(|room| claim::these(room, vec![now.claim.clone()], as_of).pop());
    let (room, checked) = (past.as_ref().unwrap_or(&visit.shelf.room), then.as_ref().unwrap_or(now));
    if json {
        return Ok(Json(answer(&visit, room, checked)).into_response());
    }
    let words = visit.words();
    let claim = &checked.claim;
    let text = Said::new(words, &claim.paraphrase);
    let page = ClaimPage {
        page: visit.page(Nav::Claims, text.text),
        id: claim.id.clone(),
        shown: shown(&visit, room, checked),
        claimant: claimant(&visit, claim),
        made_on: claim.made_on.map(|date| crate::source::date(words, date)),
        sources: claim.sources.iter().map(|id| source_named(words, room, id)).collect(),
        locator: Said::new(words, &claim.locator),
        decisions: checked.decisions.iter().map(|decision| decided(&visit, decision, checked)).collect(),
        statements: Statements::about(&visit, room, (Subject::Claim, id), as_of, &editor),
        sign: editor.may(Thing::Verdict).then(|| format!("/casework/verdicts/{id}")),
        as_of: as_of.map(|day: Date| words.numbers().day(day)),
        as_of_given: asked.as_of.unwrap_or_default(),
    };
    Ok(editor.kept_apart(render(&visit, &page)?))
}

fn answer(visit: &Visit, room: &Room, checked: &Checked) -> told::Answer {
    let words = |lang| visit.desk.library.words(lang);
    told::answer(room, &checked.check, &words)
}

/// A decision for a reader, among the others on its claim.
pub fn decided(visit: &Visit, decision: &Decision, checked: &Checked) -> Decided {
    let words = visit.words();
    let proposed = decision.proposed.unwrap_or(checked.check.verdict);
    let compared = if decision.differs(proposed) { "claim-decision-differs" } else { "claim-decision-agrees" };
    let day = |written: &String| written.parse().map(|date| crate::source::date(words, date));
    let mut later = checked.decisions.iter().skip_while(|other| other.id != decision.id).skip(1);
    let gives_way = later.any(|later| decision.gives_way_to(later));
    Decided {
        badge: Badge::new(visit, decision.verdict),
        label: decision.label.clone(),
        by: match &decision.signed_as {
            Some(role) => signer(words, role, &decision.reviewer),
            None => Said::new(words, &decision.reviewer),
        },
        on: decision.decided_on.as_ref().and_then(|written| day(written).ok()),
        because: for_reader(words, &decision.rationale),
        standing: gives_way.then(|| words.say("claim-decision-earlier")),
        compared: words.say(compared),
    }
}

/// A claim as a reader types it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Typed {
    text: String,
    kind: String,
    indicator: String,
    comparator: String,
    value: String,
    upper: String,
    place: String,
    period: String,
    subgroup: String,
    claimant: String,
    format: String,
}

/// Something one can choose in the form.
struct Option_ {
    value: String,
    text: Said,
    chosen: bool,
}

/// Indicators of one theme.
struct Group {
    name: Said,
    options: Vec<Option_>,
}

#[derive(Template)]
#[template(path = "claim_try.html")]
struct TryPage<'a> {
    page: Page<'a>,
    typed: Typed,
    kinds: Vec<Option_>,
    comparators: Vec<Option_>,
    groups: Vec<Group>,
    places: Vec<Option_>,
    subgroups: Vec<String>,
    fault: Option<String>,
    shown: Option<Shown>,
    json: String,
}

/// A form for a claim of one's own, and its answer. Nothing is stored: the address is the question.
pub async fn try_out(visit: Visit, Query(typed): Query<Typed>) -> Result<Response, Oops> {
    let asked = !typed.indicator.is_empty();
    let claim = asked.then(|| read(&visit, &typed));
    let (fault, shown) = match claim {
        Some(Ok(claim)) => {
            let checked = checked(&visit, claim);
            if typed.format == "json" {
                return Ok(Json(answer(&visit, &visit.shelf.room, &checked)).into_response());
            }
            (None, Some(shown(&visit, &visit.shelf.room, &checked)))
        }
        Some(Err(reason)) => (Some(reason), None),
        None => (None, None),
    };
    let page = TryPage {
        page: visit.page(Nav::Claims, visit.words().say("claim-try")),
        kinds: options(ClaimKind::ALL.iter().map(|(_, code)| *code), &typed.kind, |code| {
            Said::plain(visit.words().say(&format!("claim-kind-{code}")))
        }),
        comparators: options(Comparator::ALL.iter().map(|(_, code)| *code), &typed.comparator, |code| {
            Said::plain(visit.words().say(&format!("comparator-word-{code}")))
        }),
        groups: groups(&visit, &typed.indicator),
        places: places(&visit, &typed.place),
        subgroups: subgroups(&visit),
        json: visit.page(Nav::Claims, String::new()).here_in(visit.lang) + "&format=json",
        typed,
        fault,
        shown,
    };
    render(&visit, &page)
}

fn checked(visit: &Visit, claim: Claim) -> Checked {
    let ground = pana_evidence::claim::Ground::new(&visit.shelf.room);
    Checked { check: check(&ground, &claim), decisions: Vec::new(), claim }
}

/// The claim that was typed; a number may be written as the reader's language writes it.
fn read(visit: &Visit, typed: &Typed) -> Result<Claim, String> {
    let unit = visit.shelf.room.indicators().find(|i| i.id.0 == typed.indicator).map(|i| i.unit.clone());
    let plain = |number: &str| number.replace([' ', '\u{a0}', '\u{202f}'], "").replace(',', ".");
    let period = typed.period.trim();
    let cells: BTreeMap<&str, String> = [
        ("claim_id", "?".to_owned()),
        ("claim_type", or(&typed.kind, "level")),
        ("indicator_id", typed.indicator.clone()),
        ("comparator", or(&typed.comparator, "eq")),
        ("value", plain(&typed.value)),
        ("value_upper", plain(&typed.upper)),
        ("unit", unit.unwrap_or_default()),
        ("geo_id", or(&typed.place, "WORLD")),
        ("period_type", period_kind(period).to_owned()),
        ("period_label", period.to_owned()),
        ("subgroup", typed.subgroup.trim().to_owned()),
        ("claimant", typed.claimant.trim().to_owned()),
        ("paraphrase", typed.text.trim().to_owned()),
    ]
    .into();
    let claim = Claim::read(&|column| cells.get(column).filter(|cell| !cell.is_empty()).cloned());
    claim.map_err(|fault| fault.to_string())
}

fn or(given: &str, otherwise: &str) -> String {
    if given.is_empty() { otherwise.to_owned() } else { given.to_owned() }
}

/// What kind of period the words name: none, or "annually", is a yearly rate; some months are a part of a year.
fn period_kind(words: &str) -> &'static str {
    use pana_evidence::claim::span::{dates, months};
    if months(words).is_some() {
        "partial_year"
    } else if dates(words).is_empty() {
        "annual_rate"
    } else {
        "year"
    }
}

fn options<'a>(codes: impl Iterator<Item = &'a str>, chosen: &str, say: impl Fn(&str) -> Said) -> Vec<Option_> {
    codes.map(|code| Option_ { value: code.to_owned(), text: say(code), chosen: code == chosen }).collect()
}

/// Indicators that can be claimed about, by theme: not the single ratings of an edition.
fn groups(visit: &Visit, chosen: &str) -> Vec<Group> {
    let words = visit.words();
    let mut themes: BTreeMap<&str, Vec<Option_>> = BTreeMap::new();
    for indicator in visit.shelf.room.indicators().filter(|indicator| indicator.unit != "rating") {
        let option = Option_ {
            value: indicator.id.0.clone(),
            text: Said::new(words, &indicator.name),
            chosen: indicator.id.0 == chosen,
        };
        themes.entry(&indicator.theme).or_default().push(option);
    }
    let mut groups: Vec<Group> = themes
        .into_iter()
        .map(|(theme, mut options)| {
            options.sort_by(|a, b| words.order().compare(&a.text.text, &b.text.text));
            Group { name: said::code(words, "theme", theme), options }
        })
        .collect();
    groups.sort_by(|a, b| words.order().compare(&a.name.text, &b.name.text));
    groups
}

/// Places that figures of the pack speak about: those with more than the editions of an index, first; then all countries.
fn places(visit: &Visit, chosen: &str) -> Vec<Option_> {
    let (words, room) = (visit.words(), &visit.shelf.room);
    let mut places: Vec<_> = room.places().filter(|place| room.observations_at(&place.id).next().is_some()).collect();
    let own = |place: &pana_evidence::Place| room.observations_at(&place.id).any(|o| o.series.is_none());
    places.sort_by(|a, b| {
        let name = |place: &pana_evidence::Place| Said::new(words, &place.name).text;
        own(b).cmp(&own(a)).then_with(|| words.order().compare(&name(a), &name(b)))
    });
    let first = places.iter().find(|place| place.kind == "country" && own(place)).map(|place| place.id.0.clone());
    let chosen = if chosen.is_empty() { first.unwrap_or_default() } else { chosen.to_owned() };
    let option = |place: &pana_evidence::Place| Option_ {
        value: place.id.0.clone(),
        text: Said::new(words, &place.name),
        chosen: place.id.0 == chosen,
    };
    places.into_iter().map(option).collect()
}

fn subgroups(visit: &Visit) -> Vec<String> {
    let found = visit.shelf.room.observations().filter(|observation| observation.series.is_none());
    let mut subgroups: Vec<String> = found.map(|observation| observation.subgroup.clone()).collect();
    subgroups.sort();
    subgroups.dedup();
    subgroups
}
