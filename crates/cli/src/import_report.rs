//! What an import tells: how the table was read, what came of every row, what changes.

use std::fmt::Write;

use pana_app::intake::{Chosen, Origin, Taken};
use pana_packs::import::{Guess, Reading, Refused};
use pana_store::import::Recorded;
use pana_text::{Arg, Words};
use serde_json::{Value, json};

/// What is told.
pub struct Report<'a> {
    /// How the table was read.
    pub chosen: &'a Chosen,
    /// What it brings.
    pub taken: &'a Taken,
    /// What changed, or would.
    pub recorded: Recorded,
    /// Whether nothing was recorded.
    pub dry_run: bool,
}

/// As a person reads it.
pub fn as_text(report: &Report<'_>, words: &Words) -> String {
    let reading = &report.taken.reading;
    let mut lines = vec![mapping(report.chosen, words).trim_end().to_owned()];
    lines.extend(guesses(reading, words));
    if !reading.unused.is_empty() {
        lines.push(words.tell("import-unused", &[("columns", reading.unused.join(", ").into())]));
    }
    lines.push(String::new());
    lines.push(words.tell("import-read", &[("n", reading.read.len().into())]));
    for (why, rows) in &reading.skipped {
        lines.push(format!("  {}", words.tell(why.key(), &[("n", rows.len().into())])));
    }
    lines.push(words.tell("import-refused", &[("n", reading.refused_rows().into())]));
    for (refused, nearest) in reading.refused.iter().zip(&report.taken.nearest) {
        lines.push(refusal(refused, nearest, words));
    }
    if !report.taken.elsewhere.is_empty() {
        lines.push(words.tell("import-elsewhere", &[("names", report.taken.elsewhere.join(", ").into())]));
    }
    lines.push(String::new());
    lines.push(changes(report, words));
    if report.dry_run {
        lines.push(words.say("import-dry-run"));
    }
    lines.join("\n") + "\n"
}

/// How the table is read, field by field.
pub fn mapping(chosen: &Chosen, words: &Words) -> String {
    let mut text = format!("{}: {}\n", chosen.book.file, words.say(origin(chosen.origin)));
    let mapping = &chosen.mapping;
    let mut line = |field: &str, said: String| {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "  {field:<18} {said}");
    };
    for (field, column) in &mapping.columns {
        line(field, format!("← {column}"));
    }
    for (field, value) in mapping.constants.iter().filter(|(field, _)| !mapping.columns.contains_key(*field)) {
        line(field, format!("= {value}"));
    }
    for (field, kept) in &mapping.keep {
        line(field, words.tell("import-only", &[("words", kept.join(", ").into())]));
    }
    for field in &chosen.missing {
        line(field, words.say("import-not-filled"));
    }
    text
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Given => "import-mapping-given",
        Origin::Remembered => "import-mapping-remembered",
        Origin::Proposed => "import-mapping-proposed",
    }
}

/// What was guessed, but for columns and constants, which the mapping shows.
fn guesses<'a>(reading: &'a Reading, words: &'a Words) -> impl Iterator<Item = String> + 'a {
    let told = reading.guessed.iter().filter(|guess| !matches!(guess, Guess::Column { .. } | Guess::Constant { .. }));
    told.map(|guess| words.tell(guess.key(), &guess.args()))
}

/// A refused cell: where it stands, what it says, why it is refused and what to do.
fn refusal(refused: &Refused, nearest: &[String], words: &Words) -> String {
    let mut at = vec![("file", Arg::from(refused.file.clone())), ("line", refused.line.to_string().into())];
    let place = match &refused.sheet {
        Some(sheet) => {
            at.push(("sheet", sheet.clone().into()));
            words.tell("import-at-sheet", &at)
        }
        None => words.tell("import-at", &at),
    };
    let place = match &refused.column {
        Some(column) => words.tell("import-at-column", &[("place", place.into()), ("column", column.clone().into())]),
        None => place,
    };
    let cell = if refused.cell.is_empty() { String::new() } else { format!(": «{}»", short(&refused.cell)) };
    format!("  {place}{cell}\n    {}", reason(refused, nearest, words))
}

fn reason(refused: &Refused, nearest: &[String], words: &Words) -> String {
    let reason = refused.refusal.tell(words);
    if nearest.is_empty() {
        return reason;
    }
    format!("{reason} {}", words.tell("import-nearest", &[("names", nearest.join(", ").into())]))
}

/// The beginning of a cell, on one line.
fn short(cell: &str) -> String {
    const LONGEST: usize = 80;
    let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

fn changes(report: &Report<'_>, words: &Words) -> String {
    let Recorded { added, corrected, unchanged } = report.recorded;
    let number = |count: u64| Arg::from(words.numbers().whole(i64::try_from(count).unwrap_or(i64::MAX)));
    let args = [("added", number(added)), ("corrected", number(corrected)), ("unchanged", number(unchanged))];
    words.tell(if report.dry_run { "import-would-change" } else { "import-changed" }, &args)
}

/// As a program reads it.
pub fn as_json(report: &Report<'_>, words: &Words) -> Value {
    let reading = &report.taken.reading;
    let refused = reading.refused.iter().zip(&report.taken.nearest).map(|(refused, nearest)| {
        json!({
            "file": refused.file,
            "sheet": refused.sheet,
            "line": refused.line,
            "column": refused.column,
            "cell": short(&refused.cell),
            "reason": reason(refused, nearest, words),
            "nearest": nearest,
        })
    });
    json!({
        "kind": reading.kind.code(),
        "file": reading.file,
        "mapping": report.chosen.mapping,
        "mapping_is": report.chosen.origin.code(),
        "rows": reading.rows,
        "read": reading.read.len(),
        "refused": refused.collect::<Vec<_>>(),
        "skipped": reading.skipped_rows(),
        "unused": reading.unused,
        "guessed": guesses(reading, words).collect::<Vec<_>>(),
        "elsewhere": report.taken.elsewhere,
        "new": report.recorded.added,
        "corrected": report.recorded.corrected,
        "unchanged": report.recorded.unchanged,
        "dry_run": report.dry_run,
    })
}
