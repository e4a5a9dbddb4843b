//! An action plan: the plan itself as a commitment, and its measures with bodies, deadlines, form of completion and money.

use std::collections::BTreeSet;

use super::cell::Comma;
use super::entry::{Entry, Faults, Journal};
use super::lexicon::Lexicon;
use super::reading::Skipped;
use super::refusal::Refusal;
use super::{Target, bodies, cost, deadline, observations, text};

/// Reads the rows into one commitment and its measures.
pub fn read(journal: &mut Journal<'_>, lexicon: &Lexicon, target: Target<'_>) -> Result<(), Refusal> {
    let mut section = String::new();
    let mut measures: Vec<Measure> = Vec::new();
    let mut plan = None;
    for entry in journal.entries() {
        let alone = journal.mapping.columns.contains_key("number") && entry.raw("number").is_none();
        match entry.heading().filter(|_| alone || entry.raw("text").is_none()) {
            Some(heading) => {
                section = text::tidy(heading);
                journal.skip(entry, Skipped::Heading);
            }
            None => {
                plan.get_or_insert(entry);
                measures.extend(measure(entry, &section, journal, lexicon, target));
            }
        }
    }
    if let Some(entry) = plan.filter(|_| !measures.is_empty()) {
        observations::describe_source(&entry, journal);
        commitment(&entry, measures.len(), journal, target);
    }
    let numbers: BTreeSet<String> = measures.iter().map(|measure| measure.number.clone()).collect();
    for measure in measures {
        let parent = measure.number.rsplit_once('.').map(|(above, _)| above).filter(|above| numbers.contains(*above));
        let parent = parent.map(|above| name(&measure.plan, above)).unwrap_or_default();
        let mut cells = measure.cells;
        cells.insert(2, ("parent_id", parent));
        journal.record(target.pack, "measures", cells);
    }
    Ok(())
}

struct Measure {
    plan: String,
    number: String,
    cells: Vec<(&'static str, String)>,
}

fn name(plan: &str, number: &str) -> String {
    format!("{plan}-M{number}")
}

fn measure<'a>(
    entry: Entry<'a>,
    section: &str,
    journal: &mut Journal<'a>,
    lexicon: &Lexicon,
    target: Target<'_>,
) -> Option<Measure> {
    let habits = lexicon.habits(journal.mapping.kind);
    let comma = Comma::of(journal.mapping.language.as_deref(), lexicon);
    let mut faults = Faults::of(entry);
    let plan = faults.must("plan_id");
    let said = faults.must("text");
    let source = observations::reference(&mut faults, &entry, "source_id", target, journal);
    known(&entry, &mut faults, target);
    let number = number(&entry, &said, &mut faults, journal);
    let due = faults.take("deadline", deadline::read(entry.raw("deadline").unwrap_or_default(), lexicon));
    let header = journal.mapping.columns.get("cost").map_or("", String::as_str);
    let cost = faults.take("cost", cost::read(entry.raw("cost").unwrap_or_default(), header, comma, lexicon));
    let bodies = bodies::read(entry.raw("bodies").unwrap_or_default(), &habits.bodies);
    if !journal.settle(entry, faults, "number", &name(&plan, &number)) {
        return None;
    }
    let (due, cost) = (due.unwrap_or_default(), cost.unwrap_or_default());
    let get = |field: &str| entry.get(field).unwrap_or_default();
    let written = |date: Option<pana_evidence::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let funding = entry.get("funding").or_else(|| entry.get("cost").filter(|_| cost.names_funding));
    let has_sum = cost.sum.is_some();
    let currency = cost.currency.or_else(|| entry.get("currency")).filter(|_| has_sum);
    let cells = vec![
        ("measure_id", name(&plan, &number)),
        ("plan_id", plan.clone()),
        ("number", number.clone()),
        ("text", said),
        ("lead", bodies.lead.unwrap_or_default()),
        ("others", bodies.others.join(";")),
        ("start", written(due.start)),
        ("due", due.due.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")),
        ("recurrence", due.recurrence.unwrap_or_default()),
        ("completion_form", get("completion_form")),
        ("cost", cost.sum.map(|sum| sum.to_string()).unwrap_or_default()),
        ("currency", currency.unwrap_or_default()),
        ("funding", funding.unwrap_or_default()),
        ("indicator_id", entry.list("indicator_id").join(";")),
        ("recommendations", entry.list("recommendations").join(";")),
        ("source_id", source),
        ("locus", entry.get("locus").unwrap_or_else(|| entry.locus())),
        ("note", entry.get("note").unwrap_or_else(|| section.to_owned())),
    ];
    Some(Measure { plan, number, cells })
}

/// The figures a measure should move and the recommendations it answers must be there.
fn known(entry: &Entry<'_>, faults: &mut Faults<'_>, target: Target<'_>) {
    let Some(known) = target.known else { return };
    for (field, names) in [("indicator_id", &known.indicators), ("recommendations", &known.recommendations)] {
        if entry.list(field).iter().any(|name| !names.contains(name)) {
            faults.note(field, Refusal::UnknownName { field });
        }
    }
}

/// The number of a measure; in a table without numbers, a key made of its text.
fn number(entry: &Entry<'_>, said: &str, faults: &mut Faults<'_>, journal: &mut Journal<'_>) -> String {
    if !journal.mapping.fills("number") {
        journal.worked_out("number");
        return format!("-{}", text::digest(&[&text::folded(said)]));
    }
    let number = entry.get("number").ok_or(Refusal::Missing { field: "number" });
    let number = faults.take("number", number).unwrap_or_default();
    number.trim_end_matches(['.', ')']).to_owned()
}

fn commitment(entry: &Entry<'_>, measures: usize, journal: &mut Journal<'_>, target: Target<'_>) {
    let get = |field: &str| entry.get(field).unwrap_or_default();
    let titled = entry.get("plan_title");
    let above = journal.table.above.iter().filter_map(|line| line.only_text());
    let above = above.max_by_key(|title| title.chars().count()).map(text::tidy);
    if titled.is_none() && above.is_some() {
        journal.worked_out("plan_title");
    }
    let cells = vec![
        ("commitment_id", get("plan_id")),
        ("kind", "action_plan".to_owned()),
        ("title", titled.or(above).unwrap_or_else(|| get("plan_id"))),
        ("identifier", get("plan_identifier")),
        ("responsible", get("plan_responsible")),
        ("adopted", get("plan_adopted")),
        ("in_force_from", String::new()),
        ("period_start", get("plan_start")),
        ("period_end", get("plan_end")),
        ("status", get("plan_status")),
        ("status_as_of", get("plan_status_as_of")),
        ("direction", "advance".to_owned()),
        ("measures", measures.to_string()),
        ("theme", get("plan_theme")),
        ("source_id", get("source_id")),
        ("locus", entry.locus().rsplit_once(", ").map(|(file, _)| file.to_owned()).unwrap_or_default()),
        ("note", String::new()),
    ];
    journal.record(target.pack, "commitments", cells);
}
