//! What a table brings: read against the room, compared with it, and recorded.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pana_evidence::commitment::Commitment;
use pana_evidence::kept::Kept;
use pana_evidence::measure::Measure;
use pana_evidence::recommendation::Recommendation;
use pana_evidence::{Record, Room, Source, SourceId};
use pana_packs::import::{self, Known, Lexicon, Mapping, Reading, Refusal, Target};
use pana_store::import::{Delivery, Recorded, Tick, record, record_telling};
use pana_store::{Db, record as records};

use super::choice::{Chosen, to_remember};
use super::nearest::Names;
use super::{Ask, PACK, Stop};
use crate::error::Error;
use crate::library::Library;

/// What a table brings.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The reading. What must not be recorded is no longer in it.
    pub reading: Reading,
    /// For each refused cell of the reading, the names nearest to the one it gives in vain.
    pub nearest: Vec<Vec<String>>,
    /// Rows that another pack has under the same name: they stay as that pack says.
    pub elsewhere: Vec<String>,
}

/// Reads a table against the room. Nothing is recorded.
pub fn read(room: &Room, library: &Library, chosen: &Chosen, ask: &Ask) -> Result<Taken, Stop> {
    let lexicon = Lexicon::read(&library.data).map_err(Error::from)?;
    let known = known(room);
    let target = Target { pack: PACK, known: Some(&known) };
    let mut reading = import::read(&chosen.book, &chosen.mapping, &lexicon, target)?;
    reading.guessed.splice(0..0, chosen.guessed.clone());
    readable(&reading.records)?;
    let elsewhere = lay_aside(&mut reading, room, &chosen.mapping);
    date(&mut reading, room, ask.released);
    let nearest = nearest(&reading, room, library);
    Ok(Taken { reading, nearest, elsewhere })
}

fn known(room: &Room) -> Known {
    Known {
        indicators: room.indicators().map(|indicator| indicator.id.0.clone()).collect(),
        places: room.places().map(|place| place.id.0.clone()).collect(),
        sources: room.sources().map(|source| source.id.0.clone()).collect(),
        recommendations: room.records(Recommendation::TABLE).map(|record| record.key.clone()).collect(),
    }
}

/// A row that could not be read again would be in the database and in no list.
fn readable(records: &[Record]) -> Result<(), Refusal> {
    for record in records {
        let read = match record.table.as_str() {
            Recommendation::TABLE => Recommendation::read(record).map(|_| ()),
            Commitment::TABLE => Commitment::read(record).map(|_| ()),
            Measure::TABLE => Measure::read(record).map(|_| ()),
            _ => Ok(()),
        };
        read.map_err(|fault| Refusal::NotOurs {
            name: record.key.clone(),
            column: fault.column.to_string(),
            reason: fault.reason.to_string(),
        })?;
    }
    Ok(())
}

/// Takes out what is described elsewhere: rows of another pack, and sources that a table only mentions.
fn lay_aside(reading: &mut Reading, room: &Room, mapping: &Mapping) -> Vec<String> {
    let others = room.all_records().iter().filter(|record| record.pack != PACK);
    let others: BTreeSet<(&str, &str)> = others.map(|record| (record.table.as_str(), record.key.as_str())).collect();
    let mut elsewhere = Vec::new();
    reading.records.retain(|record| {
        let theirs = others.contains(&(record.table.as_str(), record.key.as_str()));
        if theirs {
            elsewhere.push(record.key.clone());
        }
        !theirs
    });
    // A source that a person describes may be corrected by her; one that rows only name by its symbol may not.
    if mapping.constant("source_title").is_none() {
        reading.sources.retain(|source| room.source(&source.id).is_none());
    }
    elsewhere
}

/// Figures without a day of release were released on the day stated, or with their source.
fn date(reading: &mut Reading, room: &Room, released: Option<Date>) {
    let described: BTreeMap<SourceId, Option<Date>> =
        reading.sources.iter().map(|source| (source.id.clone(), source.released())).collect();
    for observation in reading.observations.iter_mut().filter(|observation| observation.released.is_none()) {
        let of_source = || match described.get(&observation.source) {
            Some(day) => *day,
            None => room.source(&observation.source).and_then(Source::released),
        };
        observation.released = released.or_else(of_source);
    }
}

fn nearest(reading: &Reading, room: &Room, library: &Library) -> Vec<Vec<String>> {
    if !reading.refused.iter().any(|refused| matches!(refused.refusal, Refusal::UnknownName { .. })) {
        return vec![Vec::new(); reading.refused.len()];
    }
    let names = Names::of(room, library);
    // The same wrong name stands in many rows, and there may be very many of both.
    let mut found: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    let each = reading.refused.iter().map(|refused| {
        let key = (refused.column.as_deref().unwrap_or_default(), refused.cell.as_str());
        if !matches!(refused.refusal, Refusal::UnknownName { .. }) {
            return Vec::new();
        }
        if found.len() >= LOOKED_UP && !found.contains_key(&key) {
            return Vec::new();
        }
        found.entry(key).or_insert_with(|| names.near(refused)).clone()
    });
    each.collect()
}

/// How many different wrong names get a suggestion.
const LOOKED_UP: usize = 500;

/// What would change. It is tried out in a transaction that is taken back, so that the answer is that of the real thing.
pub async fn compare(db: &Db, taken: &Taken, today: Date, tick: Tick<'_>) -> Result<Recorded, Error> {
    let mut tx = db.begin().await?;
    let recorded = record_telling(&mut tx, &delivery(taken, ""), today, tick).await?;
    tx.roll_back().await?;
    Ok(recorded)
}

/// Records what a table brings, and remembers how it was read: both, or nothing. `checksum` is the file's SHA-256.
pub async fn keep(
    db: &Db,
    taken: &Taken,
    mapping: &Mapping,
    checksum: &str,
    today: Date,
    tick: Tick<'_>,
) -> Result<Recorded, Error> {
    let kept = records::own(db, records::MAPPINGS).await?;
    let before = kept.iter().find(|record| record.key == mapping.fingerprint);
    let remember: Vec<Record> = to_remember(mapping, before).into_iter().collect();
    let mut tx = db.begin().await?;
    let recorded = record_telling(&mut tx, &delivery(taken, checksum), today, tick).await?;
    let mappings = Delivery { name: records::MAPPINGS, ..nothing(&remember) };
    record(&mut tx, &mappings, today).await?;
    tx.commit().await?;
    Ok(recorded)
}

fn delivery<'a>(taken: &'a Taken, checksum: &'a str) -> Delivery<'a> {
    let reading = &taken.reading;
    Delivery {
        name: &reading.file,
        version: reading.kind.code(),
        checksum,
        sources: &reading.sources,
        observations: &reading.observations,
        ..nothing(&reading.records)
    }
}

fn nothing(records: &[Record]) -> Delivery<'_> {
    Delivery {
        name: "",
        version: "",
        checksum: "",
        sources: &[],
        places: &[],
        indicators: &[],
        relations: &[],
        observations: &[],
        records,
    }
}
