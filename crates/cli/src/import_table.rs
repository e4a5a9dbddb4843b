//! Bringing in a table that somebody else made: look first, then record.

use std::borrow::Cow;
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use pana_app::Library;
use pana_app::facts;
use pana_app::intake::{self, Ask, Chosen, Origin, Stop, Taken};
use pana_packs::import::{Kind, Mapping};
use pana_store::import::Recorded;
use pana_store::{Db, room};
use pana_text::Words;

use crate::args::Table;
use crate::exit::Exit;
use crate::import_report::{self, Report};
use crate::open;
use crate::output::{print, print_json, read_file, write_file};

/// `pana import uhri|upr|plan|observations`.
pub async fn run(kind: Kind, table: Table) -> Result<(), Exit> {
    let bytes = read_file(&table.file)?;
    let library = open::library()?;
    let words = library.words(table.lang);
    let ask = asked(kind, &table, words)?;
    let refused = |stop: Stop| told(stop, &ask.file, words);
    let db = open::for_trying(&table.place, &library).await?;
    let room = room::load(&db, None).await?;
    let chosen = intake::choose(&db, &room, &library, &bytes, &ask).await.map_err(refused)?;
    if let Some(path) = &table.save_mapping {
        write_file(path, chosen.mapping.to_toml().as_bytes())?;
    }
    let taken = match intake::read(&room, &library, &chosen, &ask) {
        Ok(taken) => taken,
        Err(stop) => {
            if !table.json && chosen.origin == Origin::Proposed {
                print(import_report::mapping(&chosen, words).as_bytes())?;
            }
            return Err(refused(stop));
        }
    };
    let kept = verdict(&table, &chosen, &taken);
    let recorded = match kept {
        Verdict::Record => record(&table, &library, &chosen, &taken, &bytes).await?,
        Verdict::Look | Verdict::Accept | Verdict::Correct => compare(&db, &taken, words).await?,
    };
    let report = Report { chosen: &chosen, taken: &taken, recorded, dry_run: kept != Verdict::Record };
    if table.json {
        print_json(&import_report::as_json(&report, words))?;
    } else {
        print(import_report::as_text(&report, words).as_bytes())?;
    }
    match kept {
        Verdict::Record | Verdict::Look => Ok(()),
        Verdict::Accept => Err(Exit::Refused(words.say("import-accept"))),
        Verdict::Correct => Err(Exit::Faulty(words.say("import-refused-whole"))),
    }
}

/// What comes of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It is recorded.
    Record,
    /// It was only to be looked at.
    Look,
    /// Nobody has said yet that it is read rightly.
    Accept,
    /// It has rows that cannot be read.
    Correct,
}

fn verdict(table: &Table, chosen: &Chosen, taken: &Taken) -> Verdict {
    if !taken.reading.refused.is_empty() && !table.skip_refused {
        Verdict::Correct
    } else if table.dry_run {
        Verdict::Look
    } else if chosen.origin == Origin::Proposed && !table.accept {
        Verdict::Accept
    } else {
        Verdict::Record
    }
}

fn asked(kind: Kind, table: &Table, words: &Words) -> Result<Ask, Exit> {
    let file = name(&table.file);
    let mapping = match &table.mapping {
        None => None,
        Some(path) => {
            let bytes = read_file(path)?;
            let text: Cow<'_, str> = String::from_utf8_lossy(&bytes);
            let mapping = Mapping::read(text.trim_start_matches('\u{feff}'));
            Some(mapping.map_err(|refusal| told(refusal.into(), &name(path), words))?)
        }
    };
    let mut constants = std::collections::BTreeMap::new();
    let named = [("plan_id", &table.plan_id), ("source_id", &table.source), ("source_title", &table.source_title)];
    for (field, value) in named {
        constants.extend(value.clone().map(|value| (field.to_owned(), value)));
    }
    constants.extend(table.set.iter().cloned());
    Ok(Ask {
        file,
        kind,
        mapping,
        constants,
        country: table.country.clone(),
        sheet: table.sheet.clone(),
        released: table.released,
    })
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Why a file is not taken, in the reader's words.
fn told(stop: Stop, file: &str, words: &Words) -> Exit {
    match stop {
        Stop::Refused(refusal) => Exit::Faulty(format!("{file}: {}", refusal.tell(words))),
        Stop::Failed(error) => error.into(),
    }
}

async fn compare(db: &Db, taken: &Taken, words: &Words) -> Result<Recorded, Exit> {
    let bar = progress(taken, words);
    let recorded = intake::compare(db, taken, open::today(), &mut |rows| bar.set_position(rows)).await;
    bar.finish_and_clear();
    Ok(recorded?)
}

async fn record(
    table: &Table,
    library: &Library,
    chosen: &Chosen,
    taken: &Taken,
    bytes: &[u8],
) -> Result<Recorded, Exit> {
    let db = open::for_writing(&table.place, library).await?;
    let bar = progress(taken, library.words(table.lang));
    let mut tick = |rows| bar.set_position(rows);
    let checksum = facts::digest(bytes);
    let recorded = intake::keep(&db, taken, &chosen.mapping, &checksum, open::today(), &mut tick).await;
    bar.finish_and_clear();
    Ok(recorded?)
}

/// A line for tables of more than some thousand rows; it is not drawn where nobody looks.
fn progress(taken: &Taken, words: &Words) -> ProgressBar {
    const MANY: usize = 5000;
    let reading = &taken.reading;
    let rows = reading.sources.len() + reading.records.len() + reading.observations.len();
    if rows < MANY {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(rows as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}, {eta}");
    let bar = style.map_or(bar.clone(), |style| bar.with_style(style));
    bar.set_message(words.say("import-rows-done"));
    bar
}
