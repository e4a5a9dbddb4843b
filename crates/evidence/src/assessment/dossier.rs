//! Every assessor's record of a country, side by side: what each says of which year, on its own scale, and why. Nothing is
//! averaged and nothing is translated from one scale to another.

use super::instrument::{Gives, Instrument, Part};
use super::level::Advancement;
use super::row::{RowFault, parsed};
use super::rows_about;
use super::tip::{Published, published_of};
use crate::edition::Edition;
use crate::figure::Figure;
use crate::indicator::IndicatorId;
use crate::observation::{Observation, ObservationId};
use crate::place::PlaceId;
use crate::record::Record;
use crate::room::Room;
use crate::source::SourceId;

/// The table of a pack that holds assessments in words.
const TABLE: &str = "assessments";

/// One assessor's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessorRecord {
    /// The name of the instrument; `None` for one nobody described.
    pub instrument: Option<String>,
    /// Whose it is.
    pub assessor: String,
    /// What it is called.
    pub title: String,
    /// The key of the sentence that says what it counts.
    pub counts: String,
    /// The key of the sentence that says on which scale.
    pub scale: String,
    /// What it says, in the order of years.
    pub entries: Vec<Entry>,
}

/// What an assessor says of a country in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The year as the assessor counts it: of reporting, of the report, of the edition.
    pub year: i16,
    /// The year it speaks about, where that is another.
    pub about: Option<i16>,
    /// What it says.
    pub says: Says,
    /// Why, in the words of our table.
    pub reason: Option<String>,
    /// Whether the source itself was read.
    pub verified: bool,
    /// Where it is stated.
    pub cited: Vec<(SourceId, String)>,
    /// The observations behind it.
    pub observations: Vec<ObservationId>,
    /// The rows behind it.
    pub rows: Vec<String>,
}

/// What is said, in its own terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// A level of advancement.
    Level(Advancement),
    /// A tier, as published.
    Tier(Published),
    /// A figure of an indicator.
    Figure {
        /// The indicator.
        indicator: IndicatorId,
        /// The figure.
        figure: Figure,
        /// Its unit.
        unit: String,
    },
    /// A negative indicator that is met.
    NegativeMet(IndicatorId),
    /// Words: level, sublevel, detail.
    Words(Vec<String>),
    /// The assessor was asked and states nothing.
    NotStated,
}

/// The record of a country, instrument by instrument; instruments that say nothing of it are left out. Rows of assessments that
/// belong to no described instrument follow at the end, so that nothing is lost.
pub fn record_of(
    room: &Room,
    instruments: &[Instrument],
    editions: &[&Edition],
    country: &PlaceId,
) -> Result<Vec<AssessorRecord>, RowFault> {
    let mut records = Vec::new();
    for instrument in instruments {
        let mut entries = match &instrument.gives {
            Gives::Levels { indicator } => levels(room, &IndicatorId(indicator.clone()), country),
            Gives::Tiers => published_of(room, country)?.into_iter().map(tier).collect(),
            Gives::Edition { series, part } => {
                let own = editions.iter().filter(|edition| edition.series == *series);
                own.flat_map(|edition| of_edition(room, edition, *part, country)).collect()
            }
            Gives::Rows => Vec::new(),
        };
        for row in rows_about(room, TABLE, country).filter(|row| is_named(instrument, row)) {
            merge(&mut entries, worded(row)?);
        }
        entries.sort_by_key(|entry| (entry.year, entry.about));
        records.push(AssessorRecord {
            instrument: Some(instrument.id.clone()),
            assessor: instrument.assessor.clone(),
            title: instrument.title.clone(),
            counts: instrument.counts(),
            scale: instrument.scale(),
            entries,
        });
    }
    records.retain(|record| !record.entries.is_empty());
    records.extend(undescribed(room, instruments, country)?);
    Ok(records)
}

fn is_named(instrument: &Instrument, row: &Record) -> bool {
    instrument.is_named(row.cell("assessor").unwrap_or_default(), row.cell("instrument").unwrap_or_default())
}

fn undescribed(room: &Room, instruments: &[Instrument], country: &PlaceId) -> Result<Vec<AssessorRecord>, RowFault> {
    let mut records: Vec<AssessorRecord> = Vec::new();
    let others = rows_about(room, TABLE, country).filter(|row| !instruments.iter().any(|known| is_named(known, row)));
    for row in others {
        let cell = |column: &str| row.cell(column).unwrap_or_default().to_owned();
        let (assessor, title, entry) = (cell("assessor"), cell("instrument"), worded(row)?);
        match records.iter_mut().find(|record| (&record.assessor, &record.title) == (&assessor, &title)) {
            Some(record) => record.entries.push(entry),
            None => records.push(AssessorRecord {
                instrument: None,
                assessor,
                title,
                counts: "assessor-counts-other".to_owned(),
                scale: "assessor-scale-other".to_owned(),
                entries: vec![entry],
            }),
        }
    }
    Ok(records)
}

/// Two entries are one where they say the same of the same year.
fn merge(entries: &mut Vec<Entry>, entry: Entry) {
    match entries.iter_mut().find(|known| (known.year, &known.says) == (entry.year, &entry.says)) {
        Some(known) => {
            known.reason = known.reason.take().or(entry.reason);
            known.verified |= entry.verified;
            known.cited.extend(entry.cited);
            known.cited.dedup();
            known.observations.extend(entry.observations);
            known.rows.extend(entry.rows);
        }
        None => entries.push(entry),
    }
}

fn of_observation(observation: &Observation, year: i16, says: Says) -> Entry {
    Entry {
        year,
        about: None,
        says,
        reason: None,
        verified: true,
        cited: vec![(observation.source.clone(), observation.locator.clone())],
        observations: vec![observation.id.clone()],
        rows: Vec::new(),
    }
}

fn levels(room: &Room, indicator: &IndicatorId, country: &PlaceId) -> Vec<Entry> {
    let mut entries = Vec::new();
    for observation in room.observations_of(indicator).filter(|observation| observation.place == *country) {
        let Some(year) = observation.period.end.map(|end| end.year()) else { continue };
        let says = match &observation.figure {
            Figure::Category(label) => {
                Advancement::parse_label(label).map_or_else(|_| Says::Words(vec![label.clone()]), Says::Level)
            }
            Figure::NotStated => Says::NotStated,
            figure => {
                Says::Figure { indicator: indicator.clone(), figure: figure.clone(), unit: observation.unit.clone() }
            }
        };
        merge(&mut entries, of_observation(observation, year, says));
    }
    entries
}

fn tier(published: Published) -> Entry {
    Entry {
        year: published.report_year,
        about: None,
        reason: published.note.clone(),
        verified: published.verified,
        cited: vec![(published.source.clone(), published.locator.clone())],
        observations: Vec::new(),
        rows: vec![published.row.clone()],
        says: Says::Tier(published),
    }
}

fn of_edition(room: &Room, edition: &Edition, part: Part, country: &PlaceId) -> Vec<Entry> {
    let names = &edition.indicators;
    let (wanted, negatives): (Vec<&IndicatorId>, bool) = match part {
        Part::Prevalence => (vec![&names.prevalence, &names.number], false),
        Part::Vulnerability => ([&names.vulnerability].into_iter().chain(&names.dimensions).collect(), false),
        Part::Response => {
            ([&names.response].into_iter().chain(&names.milestones).chain(&names.letter).collect(), false)
        }
        Part::Negatives => (Vec::new(), true),
    };
    let figures = wanted.into_iter().filter_map(|indicator| {
        let observation = room.in_edition(country, indicator, &edition.id)?;
        let (figure, unit) = (observation.figure.clone(), observation.unit.clone());
        Some((observation, Says::Figure { indicator: indicator.clone(), figure, unit }))
    });
    let met = met_negatives(room, edition, country).filter(|_| negatives);
    let entry = |(observation, says): (&Observation, Says)| {
        let year = edition.edition.parse().unwrap_or(edition.reference_year);
        Entry {
            about: (year != edition.reference_year).then_some(edition.reference_year),
            ..of_observation(observation, year, says)
        }
    };
    figures.chain(met).map(entry).collect()
}

/// A rating below nought is a negative that is met.
fn met_negatives<'a>(
    room: &'a Room,
    edition: &'a Edition,
    country: &'a PlaceId,
) -> impl Iterator<Item = (&'a Observation, Says)> {
    let own = edition.rating("").0;
    let rated = room.observations_at(country).filter(move |observation| observation.indicator.0.starts_with(&own));
    rated
        .filter(|observation| observation.figure.point().is_some_and(|rating| rating < 0.0))
        .map(|observation| (observation, Says::NegativeMet(observation.indicator.clone())))
}

fn worded(row: &Record) -> Result<Entry, RowFault> {
    let words = ["level", "sublevel", "detail"].into_iter().filter_map(|column| row.cell(column).map(str::to_owned));
    let label = row.cell("detail").and_then(|label| Advancement::parse_label(label).ok());
    let cited = row
        .cell("source_id")
        .map(|source| (SourceId(source.to_owned()), row.cell("locus").unwrap_or_default().to_owned()));
    Ok(Entry {
        year: parsed::<i16>(row, "year")?.ok_or_else(|| super::row::fault(row, "year", "an assessment has a year"))?,
        about: None,
        says: label.map_or_else(|| Says::Words(words.collect()), Says::Level),
        reason: row.cell("reason").map(str::to_owned),
        verified: true,
        cited: cited.into_iter().collect(),
        observations: Vec::new(),
        rows: vec![row.key.clone()],
    })
}
