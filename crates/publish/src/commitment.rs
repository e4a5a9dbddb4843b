//! A commitment in words: where it stands, what of it is late or why that cannot be said, and the same as JSON.

use std::collections::BTreeMap;

use pana_evidence::Commitment;
use pana_evidence::commitment::{CommitmentId, DueState, Responsible, Timeliness, Unknown};
use pana_evidence::plan::Lateness;
use pana_evidence::recommendation::Thing;
use pana_text::{Lang, Words};
use serde::Serialize;

use crate::follow_up::Ground;
use crate::said::Said;

/// The answer on one commitment as other programs read it. Keys are the words of the tables.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// Its name.
    pub commitment_id: String,
    /// What kind it is.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// Its number or short name.
    pub identifier: Option<String>,
    /// Its theme.
    pub theme: String,
    /// Which way it leads.
    pub direction: Option<&'static str>,
    /// Where it stands by its dates.
    pub stage: &'static str,
    /// Its status in the words of the source.
    pub status: Option<String>,
    /// When it had that status.
    pub status_as_of: Option<String>,
    /// When it was adopted.
    pub adopted: Option<String>,
    /// Since when it is in force.
    pub in_force_from: Option<String>,
    /// The first day of its period.
    pub period_start: Option<String>,
    /// The last.
    pub period_end: Option<String>,
    /// Everybody who answers for it.
    pub responsible: Vec<String>,
    /// The one who leads; `null` where several do, or nobody.
    pub lead: Option<String>,
    /// How many measures it is said to have.
    pub measures: Option<u32>,
    /// How many of them are known.
    pub measures_known: usize,
    /// Its due days and how each stands.
    pub due: Vec<DueDay>,
    /// Whether anything is late; `null` where it cannot be said.
    pub late: Option<bool>,
    /// Why it cannot be said.
    pub late_unknown: Option<&'static str>,
    /// The recommendations it bears on.
    pub recommendations: Vec<Borne>,
    /// Where it is written.
    pub source_id: Vec<String>,
    /// The place in the source.
    pub locus: String,
    /// Late or not, in every language.
    pub sentences: BTreeMap<&'static str, String>,
}

/// A due day.
#[derive(Clone, Debug, Serialize)]
pub struct DueDay {
    /// The measure, where it is one of a plan's.
    pub measure_id: Option<String>,
    /// The day.
    pub due: String,
    /// `met`, `ahead` or `late`.
    pub state: &'static str,
    /// By how many days.
    pub days_late: Option<i32>,
    /// The report that was accepted, or handed in and not accepted.
    pub report_id: Option<String>,
}

/// A recommendation that a commitment bears on.
#[derive(Clone, Debug, Serialize)]
pub struct Borne {
    /// The recommendation.
    pub rec_id: String,
    /// What it does to it; `answers` where the commitment itself names it.
    pub effect: &'static str,
    /// What became of the recommendation.
    pub status: &'static str,
    /// Whether it counts there, and if not, why.
    pub set_aside: Option<&'static str>,
}

/// The answer on a commitment. `words` gives the words of a language.
pub fn answer<'w>(ground: &Ground<'_>, commitment: &Commitment, words: &dyn Fn(Lang) -> &'w Words) -> Answer {
    let lateness = ground.lateness(commitment);
    let date = |date: Option<pana_evidence::PartialDate>| date.map(|date| date.to_string());
    let known = ground.measures.iter().filter(|measure| measure.plan == commitment.id).count();
    let said = |lang: Lang| lateness_sentence(words(lang), &lateness);
    Answer {
        commitment_id: commitment.id.0.clone(),
        kind: commitment.kind.code(),
        title: commitment.title.clone(),
        identifier: commitment.identifier.clone(),
        theme: commitment.theme.clone(),
        direction: commitment.direction.map(|direction| direction.code()),
        stage: commitment.stage(ground.on).code(),
        status: commitment.status.clone(),
        status_as_of: date(commitment.status_as_of),
        adopted: date(commitment.adopted),
        in_force_from: date(commitment.in_force_from),
        period_start: date(commitment.period_start),
        period_end: date(commitment.period_end),
        responsible: commitment.responsible.bodies().map(str::to_owned).collect(),
        lead: commitment.responsible.one_lead().map(str::to_owned),
        measures: commitment.measures,
        measures_known: known,
        due: dues(&lateness),
        late: lateness.is_late(),
        late_unknown: unknown(&lateness).map(Unknown::code),
        recommendations: borne(ground, commitment),
        source_id: commitment.sources.iter().map(|source| source.0.clone()).collect(),
        locus: commitment.locator.clone(),
        sentences: Lang::ALL.into_iter().map(|lang| (lang.tag(), said(lang))).collect(),
    }
}

fn borne(ground: &Ground<'_>, commitment: &Commitment) -> Vec<Borne> {
    let thing = Thing::Commitment(CommitmentId(commitment.id.0.clone()));
    let linked = ground.bearings(&thing);
    let linked = linked.iter().map(|bearing| Borne {
        rec_id: bearing.row.recommendation.id.0.clone(),
        effect: bearing.piece.link.effect.code(),
        status: bearing.row.assessment.status.code(),
        set_aside: bearing.set_aside.map(|why| why.code()),
    });
    let named = commitment.recommendations.iter().filter_map(|id| ground.followed.of(id));
    let named = named.map(|row| Borne {
        rec_id: row.recommendation.id.0.clone(),
        effect: "answers",
        status: row.assessment.status.code(),
        set_aside: None,
    });
    linked.chain(named).collect()
}

fn dues(lateness: &Lateness) -> Vec<DueDay> {
    let of = |measure: Option<&str>, timeliness: &Timeliness| -> Vec<DueDay> {
        let Timeliness::Known(dues) = timeliness else { return Vec::new() };
        let day = |due: &pana_evidence::commitment::Due| {
            let (state, days_late, report) = match &due.state {
                DueState::Met { report, .. } => ("met", None, Some(report)),
                DueState::Ahead => ("ahead", None, None),
                DueState::Late { days, submitted } => ("late", Some(*days), submitted.as_ref()),
            };
            let (measure_id, report_id) = (measure.map(str::to_owned), report.map(|report| report.0.clone()));
            DueDay { measure_id, due: due.on.to_string(), state, days_late, report_id }
        };
        dues.iter().map(day).collect()
    };
    match lateness {
        Lateness::Itself(timeliness) => of(None, timeliness),
        Lateness::Measures { each, .. } => {
            each.iter().flat_map(|(id, timeliness)| of(Some(&id.0), timeliness)).collect()
        }
    }
}

/// Why it cannot be said whether a commitment is late; of measures, only where it can be said of none.
pub fn unknown(lateness: &Lateness) -> Option<&Unknown> {
    match lateness {
        Lateness::Itself(Timeliness::CannotSay(reason)) => Some(reason),
        Lateness::Itself(Timeliness::Known(_)) => None,
        Lateness::Measures { each, .. } if lateness.is_late().is_none() => {
            each.iter().find_map(|(_, timeliness)| match timeliness {
                Timeliness::CannotSay(reason) => Some(reason),
                Timeliness::Known(_) => None,
            })
        }
        Lateness::Measures { .. } => None,
    }
}

/// What of a commitment is late, or why that cannot be said.
pub fn lateness_sentence(words: &Words, lateness: &Lateness) -> String {
    match lateness {
        Lateness::Itself(timeliness) => timeliness_sentence(words, timeliness),
        Lateness::Measures { each, .. } => {
            let late = each.iter().filter(|(_, timeliness)| timeliness.is_late() == Some(true)).count();
            let unsaid = each.iter().filter(|(_, timeliness)| timeliness.is_late().is_none()).count();
            let counts = [("n", late.into()), ("of", each.len().into()), ("unsaid", unsaid.into())];
            words.tell("commitment-late-measures", &counts)
        }
    }
}

/// How one duty stands.
pub fn timeliness_sentence(words: &Words, timeliness: &Timeliness) -> String {
    let dues = match timeliness {
        Timeliness::Known(dues) => dues,
        Timeliness::CannotSay(reason) => return cannot_say(words, reason),
    };
    let late = dues.iter().filter_map(|due| match &due.state {
        DueState::Late { days, submitted } => Some((due.on, *days, submitted.is_some())),
        DueState::Met { .. } | DueState::Ahead => None,
    });
    let day = |day| words.numbers().day(day);
    match (late.max_by_key(|(_, days, _)| *days), timeliness.next()) {
        (Some((due, days, submitted)), _) => {
            let key = if submitted { "commitment-late-submitted" } else { "commitment-late-by" };
            words.tell(key, &[("n", i64::from(days).into()), ("day", day(due).into())])
        }
        (None, Some(next)) => words.tell("commitment-next-due", &[("day", day(next).into())]),
        (None, None) => words.say("commitment-all-met"),
    }
}

/// Why something cannot be said.
pub fn cannot_say(words: &Words, reason: &Unknown) -> String {
    match reason {
        Unknown::MeasuresNotKnown { stated: Some(stated) } => {
            words.tell("commitment-unknown-measures_stated", &[("n", i64::from(*stated).into())])
        }
        Unknown::UnclearDue(due) => words.tell("commitment-unknown-unclear_due", &[("due", due.as_str().into())]),
        other => words.say(&format!("commitment-unknown-{}", other.code())),
    }
}

/// Everybody who answers, as the source lists them.
pub fn bodies(words: &Words, responsible: &Responsible) -> Option<Said> {
    let bodies: Vec<&str> = responsible.bodies().collect();
    if bodies.is_empty() {
        return None;
    }
    let whole = bodies.join("; ");
    if words.translation(&whole).is_some() {
        return Some(Said::new(words, &whole));
    }
    let each: Vec<Said> = bodies.into_iter().map(|body| Said::new(words, body)).collect();
    let lang = each.iter().find_map(|body| body.lang);
    Some(Said { text: each.into_iter().map(|body| body.text).collect::<Vec<_>>().join("; "), lang })
}
