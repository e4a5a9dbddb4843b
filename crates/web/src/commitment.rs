//! Commitments: treaties, laws, plans and measures with who answers for them, what is late, and what they answer.

use askama::Template;
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use pana_app::{commitment as kept, region};
use pana_evidence::measure::Effectiveness;
use pana_evidence::plan::Quality;
use pana_evidence::recommendation::{FollowUp, Thing};
use pana_evidence::statement::Subject;
use pana_evidence::{Commitment, Measure, PartialDate};
use pana_publish::follow_up::Ground;
use pana_publish::said::{self, Said};
use pana_publish::{commitment as told, plan};
use serde::Deserialize;

use crate::casework::editor::Editor;
use crate::error::Oops;
use crate::follow_up::{Badge, Known};
use crate::line::{Named, source_named};
use crate::page::{Nav, Page, render};
use crate::statement::Statements;
use crate::visit::Visit;

/// A commitment in a list.
struct Row {
    id: String,
    title: Said,
    stage: String,
    responsible: Option<Said>,
    /// The one who leads, where others answer too.
    lead: Option<Said>,
    /// Several answer and nobody leads.
    leaderless: bool,
    late: String,
    is_late: bool,
    said: bool,
}

/// Commitments of one kind.
struct Group {
    id: &'static str,
    name: String,
    rows: Vec<Row>,
}

/// Which commitments are asked for.
#[derive(Deserialize)]
pub struct Filter {
    late: Option<String>,
}

#[derive(Template)]
#[template(path = "commitments.html")]
struct ListPage<'a> {
    page: Page<'a>,
    groups: Vec<Group>,
    only_late: bool,
    recorded: usize,
    late: usize,
    unsaid: usize,
}

/// All commitments by kind.
pub async fn list(visit: Visit, Query(filter): Query<Filter>) -> Result<Response, Oops> {
    let ground = ground(&visit);
    let only_late = filter.late.as_deref() == Some("yes");
    let lateness = ground.commitments.iter().map(|commitment| ground.lateness(commitment).is_late());
    let lateness: Vec<Option<bool>> = lateness.collect();
    let groups = kept::grouped(&ground, only_late).into_iter().map(|group| Group {
        id: group.kind.code(),
        name: visit.words().say(&format!("commitments-{}", group.kind.code())),
        rows: group.commitments.into_iter().map(|commitment| row(&visit, &ground, commitment)).collect(),
    });
    let page = ListPage {
        groups: groups.collect(),
        only_late,
        recorded: lateness.len(),
        late: lateness.iter().filter(|late| **late == Some(true)).count(),
        unsaid: lateness.iter().filter(|late| late.is_none()).count(),
        page: visit.page(Nav::FollowUp, visit.words().say("commitments-title")),
    };
    render(&visit, &page)
}

fn ground(visit: &Visit) -> Ground<'_> {
    Ground::new(&visit.shelf.room, &visit.shelf.followed, None, visit.today)
}

fn row(visit: &Visit, ground: &Ground<'_>, commitment: &Commitment) -> Row {
    let words = visit.words();
    let lateness = ground.lateness(commitment);
    let shared = commitment.responsible.bodies().count() > 1;
    let lead = commitment.responsible.one_lead();
    Row {
        id: commitment.id.0.clone(),
        title: Said::new(words, &commitment.title),
        stage: words.say(&format!("commitment-stage-{}", commitment.stage(ground.on).code())),
        responsible: told::bodies(words, &commitment.responsible),
        leaderless: shared && lead.is_none(),
        lead: lead.filter(|_| shared).map(|lead| Said::new(words, lead)),
        late: told::lateness_sentence(words, &lateness),
        is_late: lateness.is_late() == Some(true),
        said: lateness.is_late().is_some(),
    }
}

/// A label and what stands beside it.
struct Fact {
    name: String,
    text: Said,
}

/// A measure of a plan.
struct MeasureRow {
    id: String,
    number: Option<String>,
    text: Said,
    responsible: Option<Said>,
    lead: Option<Said>,
    late: String,
    effect: String,
    /// What is stated of it.
    statements: Statements,
}

/// A recommendation that the commitment bears on.
struct Borne {
    recommendation: Known,
    status: Badge,
    effect: String,
    counts: String,
}

#[derive(Template)]
#[template(path = "commitment.html")]
struct ShowPage<'a> {
    page: Page<'a>,
    id: String,
    title: Said,
    kind: Said,
    stage: String,
    late: String,
    is_late: bool,
    facts: Vec<Fact>,
    sources: Vec<Named>,
    locator: Said,
    note: Option<Said>,
    parent: Option<Known>,
    is_plan: bool,
    quality: Vec<String>,
    quality_known: bool,
    without_measure: Vec<Known>,
    measures: Vec<MeasureRow>,
    borne: Vec<Borne>,
    statements: Statements,
}

/// The page of a commitment; with `.json` behind its name, the answer for programs.
pub async fn show(visit: Visit, Path((_, name)): Path<(String, String)>, editor: Editor) -> Result<Response, Oops> {
    let ground = ground(&visit);
    let (id, json) = name.strip_suffix(".json").map_or((name.as_str(), false), |id| (id, true));
    let commitment = ground.commitment(id).ok_or_else(|| visit.nothing_here())?;
    if json {
        let words = |lang| visit.desk.library.words(lang);
        return Ok(Json(told::answer(&ground, commitment, &words)).into_response());
    }
    Ok(editor.kept_apart(render(&visit, &page(&visit, &ground, commitment, &editor))?))
}

fn page<'a>(visit: &'a Visit, ground: &Ground<'_>, commitment: &Commitment, editor: &Editor) -> ShowPage<'a> {
    let (words, room) = (visit.words(), ground.room);
    let lateness = ground.lateness(commitment);
    let quality = ground.quality(commitment);
    let title = Said::new(words, &commitment.title);
    let known = |id: &pana_evidence::CommitmentId| Known::new(words, room, &Thing::Commitment(id.clone()));
    let without_measure = match &quality {
        Quality::Known(findings) => findings.unanswered.iter().filter_map(|id| ground.followed.of(id)).collect(),
        Quality::CannotSay(_) => Vec::new(),
    };
    ShowPage {
        page: visit.page(Nav::FollowUp, title.text.clone()),
        id: commitment.id.0.clone(),
        kind: said::code(words, "value", commitment.kind.code()),
        stage: words.say(&format!("commitment-stage-{}", commitment.stage(ground.on).code())),
        late: told::lateness_sentence(words, &lateness),
        is_late: lateness.is_late() == Some(true),
        facts: facts(visit, commitment),
        sources: commitment.sources.iter().map(|source| source_named(words, room, source)).collect(),
        locator: Said::new(words, &commitment.locator),
        note: commitment.note.as_ref().map(|note| Said::new(words, note)),
        parent: commitment.parent.as_ref().map(known),
        is_plan: commitment.kind.is_plan(),
        quality_known: matches!(quality, Quality::Known(_)),
        quality: plan::sentences(words, &quality),
        without_measure: without_measure.into_iter().map(|row| asked(visit, row)).collect(),
        measures: measures(visit, ground, commitment, editor),
        borne: borne(visit, ground, commitment),
        statements: Statements::about(visit, room, (Subject::Commitment, &commitment.id.0), None, editor),
        title,
    }
}

fn asked(visit: &Visit, row: &FollowUp) -> Known {
    let id = &row.recommendation.id.0;
    let path = Some(format!("/recommendations/{id}"));
    Known { id: id.clone(), text: Said::new(visit.words(), &row.recommendation.text), path }
}

/// What the table says of a commitment, in pairs of label and text.
fn facts(visit: &Visit, commitment: &Commitment) -> Vec<Fact> {
    let words = visit.words();
    let absent = || Said::plain(words.say("not-stated"));
    let mut facts = Vec::new();
    let mut add = |name: &str, text: Option<Said>| {
        facts.extend(text.map(|text| Fact { name: words.say(name), text }));
    };
    let date = |date: Option<PartialDate>| date.map(|date| Said::plain(crate::source::date(words, date)));
    let text = |text: &Option<String>| text.as_ref().map(|text| Said::new(words, text));
    add("field-identifier", text(&commitment.identifier));
    add("field-responsible", Some(told::bodies(words, &commitment.responsible).unwrap_or_else(absent)));
    let lead = commitment.responsible.one_lead().map(|lead| Said::new(words, lead));
    add("commitment-lead", Some(lead.unwrap_or_else(|| Said::plain(words.say("commitment-no-lead")))));
    add("field-adopted", date(commitment.adopted));
    add("field-in_force_from", date(commitment.in_force_from));
    add("field-period_start", date(commitment.period_start));
    add("field-period_end", date(commitment.period_end));
    add("commitment-status", text(&commitment.status));
    add("field-status_as_of", date(commitment.status_as_of));
    add("field-direction", commitment.direction.map(|direction| said::code(words, "value", direction.code())));
    let whole = |count: u32| Said::plain(words.numbers().whole(count.into()));
    add("commitment-measures-stated", commitment.measures.map(whole));
    add("commitment-form", text(&commitment.completion_form));
    let cost = commitment.cost.as_ref().map(|cost| {
        let amount = words.numbers().written(cost.as_written());
        Said::plain([Some(amount), commitment.currency.clone()].into_iter().flatten().collect::<Vec<_>>().join(" "))
    });
    add("commitment-cost", cost);
    add("field-funding", text(&commitment.funding));
    add("theme", Some(said::code(words, "theme", &commitment.theme)));
    facts
}

fn measures(visit: &Visit, ground: &Ground<'_>, plan: &Commitment, editor: &Editor) -> Vec<MeasureRow> {
    let words = visit.words();
    let place = region::home(&visit.shelf).map(|place| place.id.clone());
    let row = |measure: &Measure| MeasureRow {
        id: measure.id.0.clone(),
        number: measure.number.clone(),
        text: Said::new(words, &measure.text),
        responsible: told::bodies(words, &measure.responsible),
        lead: measure.responsible.one_lead().map(|lead| Said::new(words, lead)),
        late: told::timeliness_sentence(words, &measure.timeliness(Some(plan), &ground.reports, ground.on)),
        effect: place.as_ref().map_or_else(
            || words.say("measure-effect-no_indicator"),
            |place| words.say(effect(&measure.effect(Some(plan), ground.room, place)).as_str()),
        ),
        statements: Statements::about(visit, ground.room, (Subject::Measure, &measure.id.0), None, editor),
    };
    ground.measures.iter().filter(|measure| measure.plan == plan.id).map(row).collect()
}

/// The message of an effect.
fn effect(effect: &Effectiveness) -> String {
    match effect {
        Effectiveness::Moved { .. } => "measure-effect-moved".to_owned(),
        Effectiveness::Unmoved { .. } => "measure-effect-unmoved".to_owned(),
        Effectiveness::MovedAway { .. } => "measure-effect-moved_away".to_owned(),
        Effectiveness::CannotSay(why) => format!("measure-effect-{}", why.code()),
    }
}

/// The recommendations that a commitment bears on: as evidence, or because it names them itself.
fn borne(visit: &Visit, ground: &Ground<'_>, commitment: &Commitment) -> Vec<Borne> {
    let words = visit.words();
    let bearings = ground.bearings(&Thing::Commitment(commitment.id.clone()));
    let linked = bearings.iter().map(|bearing| Borne {
        recommendation: asked(visit, bearing.row),
        status: Badge::new(words, bearing.row.assessment.status),
        effect: said::code(words, "value", bearing.piece.link.effect.code()).text,
        counts: bearing.set_aside.map_or_else(
            || words.say("commitment-counts"),
            |why| words.say(&format!("recommendation-why-{}", why.code())),
        ),
    });
    let named = commitment.recommendations.iter().filter_map(|id| ground.followed.of(id)).map(|row| Borne {
        recommendation: asked(visit, row),
        status: Badge::new(words, row.assessment.status),
        effect: words.say("commitment-answers"),
        counts: String::new(),
    });
    linked.chain(named).collect()
}
