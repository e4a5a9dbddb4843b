//! What became of a recommendation, in words: one sentence for each reason, and the whole answer as JSON.

use std::collections::BTreeMap;

use pana_evidence::recommendation::evidence::{Grade, Piece};
use pana_evidence::recommendation::status::{SetAside, Used};
use pana_evidence::recommendation::view::mean_index;
use pana_evidence::recommendation::{Assessment, Effect, FollowUp, Reason, Recommendation, Status, Weight, Why};
use pana_evidence::{Observation, ObservationId, PartialDate, Room};
use pana_text::{Lang, Words};
use serde::Serialize;

use crate::fact::fact;
use crate::follow_up::Ground;

/// How many facts a sentence names; the page lists all of them.
const NAMED: usize = 4;

/// The answer on one recommendation as other programs read it. Keys are the words of the tables.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// What was asked.
    #[serde(flatten)]
    pub asked: Asked,
    /// The day by which it was certainly public.
    pub public: Option<String>,
    /// How many years ago that was, on the day asked about.
    pub age_years: Option<i16>,
    /// What became of it.
    pub status: &'static str,
    /// Whether evidence of the effect is missing besides.
    pub evidence_missing: bool,
    /// Done on paper?
    pub formal: &'static str,
    /// Done in fact?
    pub effective: &'static str,
    /// Why, as codes.
    pub reasons: Vec<&'static str>,
    /// The facts that count.
    pub used: Vec<UsedFact>,
    /// The facts that do not, and why.
    pub set_aside: Vec<AsideFact>,
    /// Figures of then and now.
    pub movements: Vec<Moved>,
    /// What others hold, the newest of each.
    pub views: Vec<Held>,
    /// The mean over those who hold a view; `null` where nobody does.
    pub mean_index: Option<f64>,
    /// The demands it raises.
    pub demands: Vec<Demanded>,
    /// The commitments that say they answer it.
    pub commitments: Vec<String>,
    /// Areas with and without a centre, where that is what limits it.
    pub coverage: Option<Covered>,
    /// One sentence for each reason, in every language.
    pub sentences: BTreeMap<&'static str, Vec<String>>,
}

/// What was asked, as the table has it.
#[derive(Clone, Debug, Serialize)]
pub struct Asked {
    /// Its name.
    pub rec_id: String,
    /// Where it is made.
    pub source_id: String,
    /// The paragraph.
    pub locus: String,
    /// Its form in the source.
    pub kind: String,
    /// The bullet.
    pub bullet_no: Option<String>,
    /// Which part of it.
    pub part: Option<u32>,
    /// The other acts of the same bullet.
    pub siblings: Vec<String>,
    /// The procedure.
    pub mechanism: &'static str,
    /// Its cycle.
    pub cycle: Option<String>,
    /// The theme.
    pub theme: String,
    /// Whom it addresses.
    pub addressee: String,
    /// How that is known.
    pub addressee_basis: &'static str,
    /// Bodies that could act.
    pub suggested_body: Vec<String>,
    /// The kind of act.
    pub action_type: Option<&'static str>,
    /// How specific it is, 1 to 5.
    pub action_category: Option<u8>,
    /// What the State said.
    pub position: &'static str,
    /// What is asked, in other words.
    pub paraphrase: String,
    /// The findings it answers.
    pub related_findings: Vec<String>,
}

/// A link to a fact.
#[derive(Clone, Debug, Serialize)]
pub struct Linked {
    /// `commitment`, `observation` or `finding`.
    pub evidence_kind: &'static str,
    /// Its name.
    pub evidence_id: String,
    /// What it does.
    pub effect: &'static str,
    /// What it shows if taken alone, in the judgement of whoever made the link.
    pub suggested_status: Option<&'static str>,
    /// That judgement in words.
    pub note: Option<String>,
}

/// A fact that counts.
#[derive(Clone, Debug, Serialize)]
pub struct UsedFact {
    /// The link.
    #[serde(flatten)]
    pub link: Linked,
    /// What kind of proof it is.
    pub grade: &'static str,
    /// The day by which it was certainly public.
    pub public: String,
}

/// A fact that does not count.
#[derive(Clone, Debug, Serialize)]
pub struct AsideFact {
    /// The link.
    #[serde(flatten)]
    pub link: Linked,
    /// Why not.
    pub reason: &'static str,
}

/// A figure of a movement.
#[derive(Clone, Debug, Serialize)]
pub struct Point {
    /// The observation.
    pub obs_id: String,
    /// Its value; `null` where it is not one number.
    pub value: Option<f64>,
    /// Its place.
    pub geo_id: String,
    /// Among whom.
    pub subgroup: String,
    /// When.
    pub period_label: String,
}

/// A figure that was named when it was asked, and a later one of the same indicator.
#[derive(Clone, Debug, Serialize)]
pub struct Moved {
    /// What is counted.
    pub indicator_id: String,
    /// Then.
    pub before: Point,
    /// Now.
    pub after: Point,
    /// Whether both speak of the same place and group; otherwise they may not be subtracted.
    pub same_ground: bool,
}

/// A view that somebody holds.
#[derive(Clone, Debug, Serialize)]
pub struct Held {
    /// Who.
    pub holder: String,
    /// What kind of body that is.
    pub holder_kind: &'static str,
    /// What it holds the status to be.
    pub status: &'static str,
    /// When.
    pub made_on: String,
    /// Where.
    pub source_id: String,
    /// The place in the source.
    pub locus: String,
    /// A remark.
    pub note: Option<String>,
}

/// A demand with its age.
#[derive(Clone, Debug, Serialize)]
pub struct Demanded {
    /// Its name.
    pub demand_id: String,
    /// When it was first asked.
    pub first_year: i16,
    /// When it was last asked, as far as is known.
    pub last_year: i16,
    /// For how many years it has been open; `null` once it is answered.
    pub open_years: Option<i16>,
    /// Whether it has been answered.
    pub answered: &'static str,
}

/// Areas with and without a centre.
#[derive(Clone, Debug, Serialize)]
pub struct Covered {
    /// Areas with one.
    pub covered: usize,
    /// Areas of the list.
    pub areas: usize,
    /// Centres.
    pub centres: u32,
    /// Areas without one.
    pub without: Vec<String>,
}

/// The answer on a recommendation. `words` gives the words of a language.
pub fn answer<'w>(ground: &Ground<'_>, row: &FollowUp, words: &dyn Fn(Lang) -> &'w Words) -> Answer {
    let assessment = &row.assessment;
    let id = &row.recommendation.id;
    let views: Vec<_> = row.views.iter().collect();
    let all = |lang: Lang| sentences(words(lang), ground.room, assessment);
    Answer {
        asked: asked(ground, row),
        public: row.public.map(|day| day.to_string()),
        age_years: ground.age(row),
        status: assessment.status.code(),
        evidence_missing: assessment.evidence_missing,
        formal: assessment.formal.code(),
        effective: assessment.effective.code(),
        reasons: assessment.reasons.iter().map(|reason| reason.code()).collect(),
        used: assessment.used.iter().map(used).collect(),
        set_aside: assessment.set_aside.iter().map(aside).collect(),
        movements: moved(ground.room, row),
        mean_index: mean_index(&views).map(|index| index.mean),
        views: views.into_iter().map(held).collect(),
        demands: ground.demands(id).map(demanded).collect(),
        commitments: ground.answering(id).into_iter().map(|id| id.0.clone()).collect(),
        coverage: ground.coverage_of(row).map(|coverage| Covered {
            covered: coverage.covered.len(),
            areas: coverage.areas(),
            centres: coverage.centres,
            without: coverage.without.iter().map(|place| place.0.clone()).collect(),
        }),
        sentences: Lang::ALL.into_iter().map(|lang| (lang.tag(), all(lang))).collect(),
    }
}

fn asked(ground: &Ground<'_>, row: &FollowUp) -> Asked {
    let asked = &row.recommendation;
    Asked {
        rec_id: asked.id.0.clone(),
        source_id: asked.source.0.clone(),
        locus: asked.locator.clone(),
        kind: asked.kind.clone(),
        bullet_no: asked.bullet.clone(),
        part: asked.part,
        siblings: siblings(ground, asked).map(|other| other.id.0.clone()).collect(),
        mechanism: row.mechanism.code(),
        cycle: asked.cycle.clone(),
        theme: asked.theme.clone(),
        addressee: asked.addressee.name.clone(),
        addressee_basis: asked.addressee.basis.code(),
        suggested_body: asked.addressee.suggested.clone(),
        action_type: asked.action.map(|action| action.code()),
        action_category: asked.category,
        position: asked.stance.position.code(),
        paraphrase: asked.text.clone(),
        related_findings: asked.findings.iter().map(|finding| finding.0.clone()).collect(),
    }
}

/// The other acts of the same bullet, as far as they are followed up.
pub fn siblings<'a>(ground: &Ground<'a>, asked: &'a Recommendation) -> impl Iterator<Item = &'a Recommendation> {
    let all = ground.followed.rows.iter().map(|row| &row.recommendation);
    all.filter(move |other| asked.siblings(std::slice::from_ref(*other)).next().is_some())
}

fn linked(piece: &Piece) -> Linked {
    let link = &piece.link;
    Linked {
        evidence_kind: link.thing.kind(),
        evidence_id: link.thing.id().to_owned(),
        effect: link.effect.code(),
        suggested_status: link.shows.map(Weight::code),
        note: link.note.clone(),
    }
}

fn used(used: &Used) -> UsedFact {
    UsedFact { link: linked(&used.piece), grade: grade(used.grade), public: used.public.to_string() }
}

fn aside(aside: &SetAside) -> AsideFact {
    AsideFact { link: linked(&aside.piece), reason: aside.why.code() }
}

/// The code of a kind of proof.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Draft => "draft",
        Grade::Text => "text",
        Grade::Statement => "statement",
        Grade::WeakFigure => "weak_figure",
        Grade::Figure => "figure",
    }
}

fn moved(room: &Room, row: &FollowUp) -> Vec<Moved> {
    let point = |id: &ObservationId| room.observation(id).map(point);
    let movement = |movement: &pana_evidence::recommendation::Movement| {
        Some(Moved {
            indicator_id: movement.indicator.0.clone(),
            before: point(&movement.before)?,
            after: point(&movement.after)?,
            same_ground: movement.same_ground,
        })
    };
    row.movements.iter().filter_map(movement).collect()
}

fn point(observation: &Observation) -> Point {
    Point {
        obs_id: observation.id.0.clone(),
        value: observation.figure.point(),
        geo_id: observation.place.0.clone(),
        subgroup: observation.subgroup.clone(),
        period_label: observation.period.label.clone(),
    }
}

fn held(view: &pana_evidence::recommendation::View) -> Held {
    Held {
        holder: view.holder.clone(),
        holder_kind: view.holder_kind.code(),
        status: view.status.code(),
        made_on: PartialDate::to_string(&view.made_on),
        source_id: view.source.0.clone(),
        locus: view.locator.clone(),
        note: view.note.clone(),
    }
}

fn demanded(age: &pana_evidence::demand::Age) -> Demanded {
    Demanded {
        demand_id: age.demand.id.0.clone(),
        first_year: age.first_year,
        last_year: age.last_year,
        open_years: age.open,
        answered: age.answered.code(),
    }
}

/// The sentences of every reason, in their order.
pub fn sentences(words: &Words, room: &Room, assessment: &Assessment) -> Vec<String> {
    assessment.reasons.iter().map(|reason| sentence(words, room, assessment, *reason)).collect()
}

/// The sentence of a reason, with the facts behind it: each in the words of whoever linked it, which say how it bears on what
/// was asked, or else in its own.
pub fn sentence(words: &Words, room: &Room, assessment: &Assessment, reason: Reason) -> String {
    let pieces = behind(assessment, reason);
    let told = |piece: &Piece| match &piece.link.note {
        Some(note) => words.name(note).to_owned(),
        None => fact(words, room, &piece.link.thing).text,
    };
    let named = pieces.iter().take(NAMED).map(|piece| format!("{} ({})", told(piece), piece.link.thing.id()));
    let mut facts = named.collect::<Vec<String>>().join("; ");
    if pieces.len() > NAMED {
        facts.push_str("; …");
    }
    words.tell(&format!("recommendation-reason-{}", reason.code()), &[("facts", facts.into())])
}

/// The pieces that a reason rests on.
fn behind(assessment: &Assessment, reason: Reason) -> Vec<&Piece> {
    let used = |wanted: &dyn Fn(&Used) -> bool| -> Vec<&Piece> {
        assessment.used.iter().filter(|used| wanted(used)).map(|used| &used.piece).collect()
    };
    let does = |effect: Effect| used(&|used: &Used| used.piece.link.effect == effect);
    match reason {
        Reason::Contradicted | Reason::ContradictionLifted => does(Effect::Contradicts),
        Reason::ShownInFull => used(&|used: &Used| {
            used.piece.link.effect == Effect::Supports && used.piece.link.shows == Some(Weight::Implemented)
        }),
        Reason::ShownInPart => does(Effect::Supports),
        Reason::Limited => does(Effect::Limits),
        Reason::LaterSourceWithoutAnswer => {
            let silent = assessment
                .set_aside
                .iter()
                .filter(|aside| aside.why == Why::Context && aside.piece.link.shows == Some(Weight::NotImplemented));
            silent.map(|aside| &aside.piece).collect()
        }
        Reason::OnPaperOnly | Reason::EffectNotMeasured | Reason::OnlyLimits | Reason::NothingLater => Vec::new(),
    }
}

/// The one reason that tells most: what keeps a status from being better, or else what it rests on.
pub fn leading(assessment: &Assessment) -> Option<Reason> {
    let telling: &[Reason] = match assessment.status {
        Status::Regressed => &[Reason::Contradicted],
        Status::Partly => &[Reason::Limited, Reason::OnPaperOnly, Reason::EffectNotMeasured, Reason::ShownInPart],
        Status::NotStarted => &[Reason::Limited, Reason::ContradictionLifted],
        Status::Unanswered => &[Reason::LaterSourceWithoutAnswer],
        Status::EvidenceMissing => &[Reason::NothingLater],
        Status::Implemented => &[Reason::ShownInFull],
    };
    let found = telling.iter().find(|reason| assessment.reasons.contains(reason));
    found.or(assessment.reasons.first()).copied()
}

/// The word for a status.
pub fn status(words: &Words, status: Status) -> String {
    words.say(&format!("recommendation-status-{}", status.code()))
}
