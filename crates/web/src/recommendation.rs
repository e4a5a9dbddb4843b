//! Recommendations: what became of them at a glance, and one with everything behind its status.

use askama::Template;
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use pana_app::recommendation::{self, Then, Wanted, counted, listed};
use pana_evidence::recommendation::evidence::Piece;
use pana_evidence::recommendation::follow_up::Followed;
use pana_evidence::recommendation::view::mean_index;
use pana_evidence::recommendation::{FollowUp, HolderKind, Status, Thing, View};
use pana_evidence::statement::Subject;
use pana_evidence::{RecommendationId, Room, SourceId};
use pana_publish::fact::area;
use pana_publish::follow_up::Ground;
use pana_publish::recommendation as told;
use pana_publish::said::{self, Said};
use serde::Deserialize;

use crate::casework::editor::Editor;
use crate::error::Oops;
use crate::follow_up::{Badge, Brief, Known, age};
use crate::line::{Line, Named, source_named};
use crate::observation::day_asked;
use crate::page::{Nav, Page, render};
use crate::statement::Statements;
use crate::visit::Visit;

/// Which recommendations are asked for.
#[derive(Deserialize)]
pub struct Filter {
    status: Option<String>,
    theme: Option<String>,
    source: Option<String>,
    as_of: Option<String>,
}

/// Something one can choose in the form.
struct Choice {
    value: String,
    text: String,
    chosen: bool,
}

/// A status in the summary: how many, and where they begin in the bar.
struct Count {
    class: &'static str,
    text: String,
    count: usize,
    x: String,
    width: String,
    href: String,
}

#[derive(Template)]
#[template(path = "recommendations.html")]
struct ListPage<'a> {
    page: Page<'a>,
    counts: Vec<Count>,
    statuses: Vec<Choice>,
    themes: Vec<Choice>,
    sources: Vec<Choice>,
    rows: Vec<Brief>,
    /// Those of which nothing later is known, where all statuses are asked for: they would bury the others.
    unknown: Vec<Brief>,
    count: usize,
    recorded: usize,
    as_of: Option<String>,
    as_of_given: String,
    faults: usize,
}

async fn then(visit: &Visit, as_of: Option<Date>) -> Result<Option<Then>, Oops> {
    let Some(day) = as_of else { return Ok(None) };
    let then = recommendation::as_of(&visit.desk, &visit.shelf, day).await;
    then.map(Some).map_err(|error| visit.failed(error))
}

/// The room and the follow-up of a day, or of now.
fn at<'a>(visit: &'a Visit, then: Option<&'a Then>) -> (&'a Room, &'a Followed) {
    then.map_or((&visit.shelf.room, &visit.shelf.followed), |then| (&then.room, &then.followed))
}

/// All recommendations: the summary, and a list with what is pressing first.
pub async fn list(visit: Visit, Query(filter): Query<Filter>) -> Result<Response, Oops> {
    let as_of = day_asked(&visit, filter.as_of.as_deref())?;
    let past = then(&visit, as_of).await?;
    let (room, followed) = at(&visit, past.as_ref());
    let ground = Ground::new(room, followed, as_of, visit.today);
    let given = |part: &Option<String>| part.clone().filter(|part| !part.is_empty());
    let wanted = Wanted {
        status: filter.status.as_deref().and_then(Status::parse),
        theme: given(&filter.theme),
        source: given(&filter.source).map(SourceId),
    };
    let all_of = Wanted { status: None, ..wanted.clone() };
    let words = visit.words();
    let found = listed(followed, &wanted);
    let count = found.len();
    let folded = |row: &&FollowUp| wanted.status.is_none() && row.assessment.status == Status::EvidenceMissing;
    let (unknown, rows): (Vec<&FollowUp>, Vec<&FollowUp>) = found.into_iter().partition(folded);
    let brief = |row: &FollowUp| Brief::new(&visit, &ground, row);
    let page = ListPage {
        counts: counts(&visit, &filter, &listed(followed, &all_of)),
        statuses: statuses(&visit, wanted.status),
        themes: themes(&visit, followed, wanted.theme.as_deref()),
        sources: sources(&visit, followed, wanted.source.as_ref()),
        rows: rows.into_iter().map(brief).collect(),
        unknown: unknown.into_iter().map(brief).collect(),
        count,
        recorded: followed.rows.len(),
        as_of: as_of.map(|day| words.numbers().day(day)),
        as_of_given: filter.as_of.unwrap_or_default(),
        faults: ground.faults.len(),
        page: visit.page(Nav::FollowUp, words.say("recommendations-title")),
    };
    render(&visit, &page)
}

/// The statuses with their numbers; each leads to its own list, within the theme, source and day that are chosen.
fn counts(visit: &Visit, filter: &Filter, rows: &[&FollowUp]) -> Vec<Count> {
    let all = rows.len().max(1) as f64;
    let percent = |count: usize| format!("{:.3}%", 100.0 * count as f64 / all);
    let mut before = 0;
    let count = |(status, count): (Status, usize)| {
        let x = percent(before);
        before += count;
        Count {
            class: fill(status),
            text: told::status(visit.words(), status),
            count,
            x,
            width: percent(count),
            href: address(visit, filter, status),
        }
    };
    counted(rows).into_iter().map(count).collect()
}

fn fill(status: Status) -> &'static str {
    match status {
        Status::Regressed => "status-regressed",
        Status::Unanswered => "status-unanswered",
        Status::NotStarted => "status-not-started",
        Status::Partly => "status-partly",
        Status::Implemented => "status-implemented",
        Status::EvidenceMissing => "status-evidence-missing",
    }
}

fn address(visit: &Visit, filter: &Filter, status: Status) -> String {
    let mut address = format!("/{}/recommendations?status={}", visit.lang, status.code());
    // Only what stands in the data is carried on; what somebody else typed into the address is not.
    let plain = |part: &String| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
    for (name, part) in [("theme", &filter.theme), ("source", &filter.source), ("as_of", &filter.as_of)] {
        if let Some(part) = part.as_ref().filter(|part| plain(part)) {
            address.push_str(&format!("&{name}={part}"));
        }
    }
    address
}

fn statuses(visit: &Visit, chosen: Option<Status>) -> Vec<Choice> {
    let choice = |status: &Status| Choice {
        value: status.code().to_owned(),
        text: told::status(visit.words(), *status),
        chosen: chosen == Some(*status),
    };
    recommendation::ORDER.iter().map(choice).collect()
}

fn themes(visit: &Visit, followed: &Followed, chosen: Option<&str>) -> Vec<Choice> {
    let words = visit.words();
    let choice = |theme: &str| Choice {
        value: theme.to_owned(),
        text: said::code(words, "theme", theme).text,
        chosen: chosen == Some(theme),
    };
    in_order(visit, recommendation::themes(followed).into_iter().map(choice).collect())
}

fn sources(visit: &Visit, followed: &Followed, chosen: Option<&SourceId>) -> Vec<Choice> {
    let words = visit.words();
    let choice = |source: &SourceId| Choice {
        value: source.0.clone(),
        text: source_named(words, &visit.shelf.room, source).name.text,
        chosen: chosen == Some(source),
    };
    in_order(visit, recommendation::sources(followed).into_iter().map(choice).collect())
}

fn in_order(visit: &Visit, mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by(|a, b| visit.words().order().compare(&a.text, &b.text));
    choices
}

/// A fact that counts, or does not.
struct FactRow {
    fact: Known,
    kind: Said,
    /// What it does.
    effect: Said,
    /// What kind of proof it is and since when it is public, or why it does not count.
    standing: String,
    note: Option<Said>,
}

/// A figure of then and a figure of now.
struct Moved {
    before: Line,
    after: Line,
    same_ground: bool,
}

/// What holders of one kind hold.
struct Holders {
    name: String,
    views: Vec<Held>,
}

/// A view.
struct Held {
    holder: Said,
    status: Badge,
    made_on: String,
    source: Named,
    locator: Said,
    note: Option<Said>,
}

/// The areas of the list of centres.
struct Reach {
    summary: String,
    without: Vec<Named>,
}

/// A demand that the recommendation raises.
struct Raised {
    id: String,
    title: Said,
    age: String,
    bodies: String,
}

/// A label and what stands beside it.
struct Fact {
    name: String,
    text: Said,
}

#[derive(Template)]
#[template(path = "recommendation.html")]
struct ShowPage<'a> {
    page: Page<'a>,
    id: String,
    text: Said,
    status: Badge,
    evidence_missing: bool,
    age: Option<String>,
    reasons: Vec<(&'static str, String)>,
    formal: String,
    effective: String,
    movements: Vec<Moved>,
    used: Vec<FactRow>,
    set_aside: Vec<FactRow>,
    reach: Option<Reach>,
    source: Named,
    locator: Said,
    siblings: Vec<Known>,
    findings: Vec<Known>,
    facts: Vec<Fact>,
    holders: Vec<Holders>,
    mean: Option<String>,
    demands: Vec<Raised>,
    commitments: Vec<Known>,
    statements: Statements,
    as_of: Option<String>,
    as_of_given: String,
}

/// The day a reader asks for.
#[derive(Deserialize)]
pub struct AsOf {
    as_of: Option<String>,
}

/// The page of a recommendation; with `.json` behind its name, the answer for programs.
pub async fn show(
    visit: Visit,
    Path((_, name)): Path<(String, String)>,
    Query(asked): Query<AsOf>,
    editor: Editor,
) -> Result<Response, Oops> {
    let as_of = day_asked(&visit, asked.as_of.as_deref())?;
    let (id, json) = name.strip_suffix(".json").map_or((name.as_str(), false), |id| (id, true));
    let past = then(&visit, as_of).await?;
    let (room, followed) = at(&visit, past.as_ref());
    let row = followed.of(&RecommendationId(id.to_owned())).ok_or_else(|| visit.nothing_here())?;
    let ground = Ground::new(room, followed, as_of, visit.today);
    if json {
        let words = |lang| visit.desk.library.words(lang);
        return Ok(Json(told::answer(&ground, row, &words)).into_response());
    }
    let page = page(&visit, &ground, row, (as_of, asked.as_of.unwrap_or_default()), &editor);
    Ok(editor.kept_apart(render(&visit, &page)?))
}

fn page<'a>(
    visit: &'a Visit,
    ground: &Ground<'_>,
    row: &FollowUp,
    (as_of, as_of_given): (Option<Date>, String),
    editor: &Editor,
) -> ShowPage<'a> {
    let (words, room) = (visit.words(), ground.room);
    let (asked, assessment) = (&row.recommendation, &row.assessment);
    let sentences = told::sentences(words, room, assessment);
    let views: Vec<&View> = row.views.iter().collect();
    let text = Said::new(words, &asked.text);
    ShowPage {
        page: visit.page(Nav::FollowUp, text.text.clone()),
        id: asked.id.0.clone(),
        status: Badge::new(words, assessment.status),
        evidence_missing: assessment.evidence_missing,
        age: age(words, ground, row),
        reasons: assessment.reasons.iter().map(|reason| reason.code()).zip(sentences).collect(),
        formal: words.say(&format!("recommendation-formal-{}", assessment.formal.code())),
        effective: words.say(&format!("recommendation-effective-{}", assessment.effective.code())),
        movements: moved(visit, room, row),
        used: used(visit, room, row),
        set_aside: set_aside(visit, room, row),
        reach: reach(visit, ground, row),
        source: source_named(words, room, &asked.source),
        locator: Said::new(words, &asked.locator),
        siblings: told::siblings(ground, asked).map(|other| sibling(visit, other)).collect(),
        findings: asked.findings.iter().map(|id| Known::new(words, room, &Thing::Finding(id.clone()))).collect(),
        facts: facts(visit, row),
        holders: holders(visit, room, &views),
        mean: mean_index(&views).map(|index| {
            let mean = words.numbers().fixed(index.mean, 2);
            words.tell("recommendation-mean", &[("mean", mean.into()), ("n", index.holders.into())])
        }),
        demands: demands(visit, ground, row),
        commitments: ground
            .answering(&asked.id)
            .into_iter()
            .map(|id| Known::new(words, room, &Thing::Commitment(id.clone())))
            .collect(),
        statements: Statements::about(visit, room, (Subject::Recommendation, &asked.id.0), as_of, editor),
        as_of: as_of.map(|day| words.numbers().day(day)),
        as_of_given,
        text,
    }
}

fn sibling(visit: &Visit, other: &pana_evidence::Recommendation) -> Known {
    let path = Some(format!("/recommendations/{}", other.id.0));
    Known { id: other.id.0.clone(), text: Said::new(visit.words(), &other.text), path }
}

fn fact_row(visit: &Visit, room: &Room, piece: &Piece, standing: String) -> FactRow {
    let (words, link) = (visit.words(), &piece.link);
    FactRow {
        fact: Known::new(words, room, &link.thing),
        kind: said::code(words, "value", link.thing.kind()),
        effect: said::code(words, "value", link.effect.code()),
        standing,
        note: link.note.as_ref().map(|note| Said::new(words, note)),
    }
}

fn used(visit: &Visit, room: &Room, row: &FollowUp) -> Vec<FactRow> {
    let words = visit.words();
    let of = |used: &pana_evidence::recommendation::status::Used| {
        let grade = words.say(&format!("recommendation-grade-{}", told::grade(used.grade)));
        let public = words.tell("recommendation-public", &[("day", words.numbers().day(used.public).into())]);
        fact_row(visit, room, &used.piece, format!("{grade}, {public}"))
    };
    row.assessment.used.iter().map(of).collect()
}

fn set_aside(visit: &Visit, room: &Room, row: &FollowUp) -> Vec<FactRow> {
    let why = |why: &str| visit.words().say(&format!("recommendation-why-{why}"));
    let aside = row.assessment.set_aside.iter();
    aside.map(|aside| fact_row(visit, room, &aside.piece, why(aside.why.code()))).collect()
}

fn moved(visit: &Visit, room: &Room, row: &FollowUp) -> Vec<Moved> {
    let line =
        |id: &pana_evidence::ObservationId| room.observation(id).map(|observation| Line::new(visit, observation));
    let moved = |movement: &pana_evidence::recommendation::Movement| {
        let (before, after) = (line(&movement.before)?, line(&movement.after)?);
        Some(Moved { before, after, same_ground: movement.same_ground })
    };
    row.movements.iter().filter_map(moved).collect()
}

fn reach(visit: &Visit, ground: &Ground<'_>, row: &FollowUp) -> Option<Reach> {
    let words = visit.words();
    let coverage = ground.coverage_of(row)?;
    let counts = [
        ("n", coverage.covered.len().into()),
        ("of", coverage.areas().into()),
        ("centres", i64::from(coverage.centres).into()),
    ];
    let mut without: Vec<Named> =
        coverage.without.iter().map(|place| Named::new("places", &place.0, area(words, ground.room, place))).collect();
    without.sort_by(|a, b| words.order().compare(&a.name.text, &b.name.text));
    Some(Reach { summary: words.tell("recommendation-coverage", &counts), without })
}

/// What was asked, in pairs of label and text.
fn facts(visit: &Visit, row: &FollowUp) -> Vec<Fact> {
    let (words, asked) = (visit.words(), &row.recommendation);
    let mut facts = Vec::new();
    let mut add = |name: &str, text: Option<Said>| {
        facts.extend(text.map(|text| Fact { name: words.say(name), text }));
    };
    let value = |code: &str| said::code(words, "value", code);
    let addressee = Said::new(words, &asked.addressee.name);
    let basis = value(asked.addressee.basis.code()).text;
    add("field-addressee", Some(Said { text: format!("{} ({basis})", addressee.text), ..addressee }));
    let suggested = asked.addressee.suggested.join("; ");
    add("field-suggested_body", (!suggested.is_empty()).then(|| Said::new(words, &suggested)));
    add("field-action_type", asked.action.map(|action| value(action.code())));
    add("field-action_category", asked.category.map(|category| Said::plain(category.to_string())));
    add("theme", Some(said::code(words, "theme", &asked.theme)));
    let mechanism = words.say(&format!("recommendation-mechanism-{}", row.mechanism.code()));
    add("recommendation-mechanism", Some(Said::plain(mechanism)));
    add("recommendation-cycle", asked.cycle.as_ref().map(|cycle| Said::new(words, cycle)));
    let position = words.say(&format!("recommendation-position-{}", asked.stance.position.code()));
    add("recommendation-position", Some(Said::plain(position)));
    facts
}

/// Views by kind of holder. State, rapporteur and civil society always have their column once anybody holds a view, so that
/// a silence is seen.
fn holders(visit: &Visit, room: &Room, views: &[&View]) -> Vec<Holders> {
    const ALWAYS: [HolderKind; 3] = [HolderKind::State, HolderKind::Rapporteur, HolderKind::CivilSociety];
    if views.is_empty() {
        return Vec::new();
    }
    let words = visit.words();
    let held = |view: &View| Held {
        holder: Said::new(words, &view.holder),
        status: Badge::new(words, view.status),
        made_on: crate::source::date(words, view.made_on),
        source: source_named(words, room, &view.source),
        locator: Said::new(words, &view.locator),
        note: view.note.as_ref().map(|note| Said::new(words, note)),
    };
    let of_kind = |(kind, code): &(HolderKind, &str)| {
        let views: Vec<Held> = views.iter().filter(|view| view.holder_kind == *kind).map(|view| held(view)).collect();
        let name = words.say(&format!("recommendation-holder-{code}"));
        (ALWAYS.contains(kind) || !views.is_empty()).then_some(Holders { name, views })
    };
    HolderKind::ALL.iter().filter_map(of_kind).collect()
}

fn demands(visit: &Visit, ground: &Ground<'_>, row: &FollowUp) -> Vec<Raised> {
    let words = visit.words();
    let raised = |age: &pana_evidence::demand::Age| Raised {
        id: age.demand.id.0.clone(),
        title: Said::new(words, &age.demand.title),
        age: crate::demand::told(words, age),
        bodies: age.bodies.iter().map(|body| Said::new(words, body).text).collect::<Vec<_>>().join("; "),
    };
    ground.demands(&row.recommendation.id).map(raised).collect()
}
