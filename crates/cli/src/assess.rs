//! Assessing a table with a rule that is published.

use std::path::Path;

use pana_app::assessment::{self, AssessedTable, Count};
use pana_evidence::assessment::reading::{Reading, Verdict};
use pana_packs::Fault;
use pana_publish::assessment as told;
use pana_text::{Lang, Words};

use crate::args::{self, AssessWhat};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json, read_file};

/// `pana assess`.
pub fn run(args: args::Assess) -> Result<(), Exit> {
    match args.what {
        AssessWhat::Ilab { file, lang, json } => ilab(&file, lang, json),
    }
}

fn ilab(path: &Path, lang: Lang, json: bool) -> Result<(), Exit> {
    let name = name_of(path);
    let bytes = read_file(path)?;
    let library = open::library()?;
    let table = assessment::table(&library, &name, &bytes)?;
    if json {
        print_json(&table)?;
    } else {
        print(as_text(library.words(lang), &table).as_bytes())?;
    }
    refused(&table.assessed.refused)
}

/// The name of a file without its folder.
pub fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Rows that were refused end a command with exit code 4, each named.
pub fn refused(faults: &[Fault]) -> Result<(), Exit> {
    if faults.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    Err(Exit::Faulty(format!("{} refused:\n{}", lines.len(), lines.join("\n"))))
}

fn as_text(words: &Words, table: &AssessedTable) -> String {
    let readings = table.assessed.readings.iter().map(|reading| reading_text(words, reading));
    let counts = table.counts.iter().map(|count| count_text(words, count));
    readings.chain(counts).collect()
}

/// A reading: the level, each row of the rule with its answer, and what each input changes.
fn reading_text(words: &Words, reading: &Reading) -> String {
    let mut lines = vec![format!("{} {}  {}", reading.country, reading.year, told::verdict(words, &reading.verdict))];
    if let Verdict::Level(advancement) = &reading.verdict {
        lines.push(format!("  {}", advancement.label()));
    }
    lines.extend(told::agreement(words, reading).map(|agreement| format!("  {agreement}")));
    for step in &reading.trace {
        let asked = words.say(&format!("ilab-when-{}", step.when.key()));
        let mut line = format!("  {}. {asked} {}.", step.row, told::holds(words, step.holds));
        if step.decides {
            line = format!("{line} {}", words.say("ilab-decides"));
        }
        lines.push(line);
    }
    lines.extend(reading.counterfactuals.iter().map(|without| format!("  {}", told::counterfactual(words, without))));
    if !reading.our_reading.is_empty() {
        lines.push(format!("  {}", words.say("ilab-our-reading")));
        lines.extend(reading.our_reading.iter().map(|known| format!("    {}", told::parameter(words, known))));
    }
    lines.push(String::new());
    lines.join("\n") + "\n"
}

fn count_text(words: &Words, count: &Count) -> String {
    let level = words.say(&format!("ilab-level-{}", count.base_level));
    let modifier = match count.modifier.as_str() {
        "" => String::new(),
        modifier => format!("; {}", words.say(&format!("ilab-modifier-{modifier}"))),
    };
    format!("{}  {:>4}  {level}{modifier}\n", count.year, words.numbers().whole(count.n as i64))
}
