//! Assessments: every assessor's record of a country, our reading of the rule that is published, and tables and files of ILAB.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pana_evidence::assessment::goods::{Good, goods_of};
use pana_evidence::assessment::input::{Inputs, inputs_of};
use pana_evidence::assessment::inspection::{Provision, inspection_regime_of};
use pana_evidence::assessment::instrument::{Gives, Instrument};
use pana_evidence::assessment::legal::{LegalFramework, legal_framework_of};
use pana_evidence::assessment::reading::Reading;
use pana_evidence::assessment::row::RowFault;
use pana_evidence::assessment::tip::{Asked, Published, published_of};
use pana_evidence::assessment::{AssessorRecord, record_of, rows_about};
use pana_evidence::{Edition, Figure, IndicatorId, Observation, Place, PlaceId, Record, Room};
use pana_packs::ilab::assess::{Assessed, assess};

use crate::desk::{Desk, Shelf};
use crate::error::Error;
use crate::evidence;
use crate::library::Library;

/// Every assessor's record of a country.
pub fn records(shelf: &Shelf, library: &Library, country: &PlaceId) -> Result<Vec<AssessorRecord>, Error> {
    let editions: Vec<&Edition> = library.rules.iter().map(|rules| &rules.edition).collect();
    record_of(&shelf.room, &library.assessments.instruments, &editions, country).map_err(failed)
}

/// The listed goods of a country.
pub fn goods(shelf: &Shelf, country: &PlaceId) -> Result<Vec<Good>, Error> {
    goods_of(&shelf.room, country).map_err(failed)
}

/// The instrument of a record.
pub fn instrument<'a>(library: &'a Library, record: &AssessorRecord) -> Option<&'a Instrument> {
    let id = record.instrument.as_deref()?;
    library.assessments.instruments.iter().find(|known| known.id == id)
}

/// The countries that an assessor speaks of: those with a level, a tier, or a place in an edition.
pub fn countries<'a>(shelf: &'a Shelf, library: &Library) -> Vec<&'a Place> {
    let room = &shelf.room;
    let levels = level_indicators(library);
    let spoken = |place: &Place| {
        let indexed = place.iso3.as_ref().is_some_and(|code| shelf.books.iter().any(|b| b.lines.contains_key(code)));
        indexed || room.observations_at(&place.id).any(|observation| levels.contains(&observation.indicator))
    };
    room.places().filter(|place| place.kind == "country" && spoken(place)).collect()
}

/// Whether an indicator is of an instrument that gives levels: the level itself, and the figures published with it.
pub fn is_with_levels(library: &Library, indicator: &IndicatorId) -> bool {
    let family = |id: &IndicatorId| id.0.split('.').next().map(str::to_owned);
    level_indicators(library).iter().any(|level| family(level) == family(indicator))
}

fn level_indicators(library: &Library) -> Vec<IndicatorId> {
    library.assessments.instruments.iter().filter_map(Instrument::levels).collect()
}

fn failed(fault: RowFault) -> Error {
    Error::File { place: fault.table.clone(), reason: fault.to_string() }
}

/// What an assessor asks a government to do, and in which years it asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The area.
    pub area: String,
    /// What is asked.
    pub text: String,
    /// The first and the last year.
    pub years: (i16, i16),
    /// Where it is stated.
    pub source: Option<String>,
    /// The place in the source.
    pub locator: Option<String>,
}

/// A rule that is published, with what it says of a country.
pub struct Levels {
    /// The level and the figures published with it, as known on the day asked for.
    pub series: Vec<Observation>,
    /// Every release of each level, and of each figure that a later release changed, oldest first.
    pub vintages: Vec<Vec<Observation>>,
    /// Our reading of each year with inputs, beside the label that is published now.
    pub readings: Vec<Reading>,
    /// What the readings rest on.
    pub inputs: Vec<Inputs>,
    /// Suggested actions.
    pub actions: Vec<Action>,
    /// Listed goods.
    pub goods: Vec<Good>,
    /// Treaties, laws, standards.
    pub law: LegalFramework,
    /// The regime of labour inspection.
    pub regime: Vec<Provision>,
}

/// The levels of a country, with everything that belongs to them.
pub async fn levels(desk: &Desk, shelf: &Shelf, country: &PlaceId, as_of: Option<Date>) -> Result<Levels, Error> {
    let (room, indicators) = (&shelf.room, level_indicators(&desk.library));
    let now = series(room.observations_at(country), &indicators);
    let mut vintages = Vec::new();
    for observation in &now {
        if observation.revision > 1 || indicators.contains(&observation.indicator) {
            vintages.push(evidence::history(desk, &observation.id).await?);
        }
    }
    let known = match as_of {
        Some(_) => series(evidence::ask(desk, None, Some(country), as_of).await?.iter(), &indicators),
        None => now.clone(),
    };
    let (inputs, readings) = readings(room, &desk.library, country)?;
    Ok(Levels {
        series: known,
        vintages,
        readings,
        inputs,
        actions: actions(room, country),
        goods: goods_of(room, country).map_err(failed)?,
        law: legal_framework_of(room, country).map_err(failed)?,
        regime: inspection_regime_of(room, country).map_err(failed)?,
    })
}

/// The observations of the series that levels belong to, by year, the level first.
fn series<'a>(observations: impl Iterator<Item = &'a Observation>, levels: &[IndicatorId]) -> Vec<Observation> {
    let all: Vec<&Observation> = observations.collect();
    let name = |observation: &Observation| observation.series.as_ref().map(|(series, _)| series.clone());
    let wanted: Vec<String> =
        all.iter().filter(|found| levels.contains(&found.indicator)).filter_map(|found| name(found)).collect();
    let mut found: Vec<Observation> = all
        .into_iter()
        .filter(|observation| name(observation).is_some_and(|series| wanted.contains(&series)))
        .cloned()
        .collect();
    found.sort_by_key(|found| {
        (found.period.end.map(|end| end.year()), !levels.contains(&found.indicator), found.indicator.clone())
    });
    found
}

/// Our reading of each year a room has inputs for, beside the label published for that year.
pub fn readings(room: &Room, library: &Library, country: &PlaceId) -> Result<(Vec<Inputs>, Vec<Reading>), Error> {
    let rule = &library.assessments.ilab;
    let mut inputs = inputs_of(room, rule, country).map_err(failed)?;
    let levels = level_indicators(library);
    for year in &mut inputs {
        let label = room.observations_at(country).find_map(|found| match &found.figure {
            Figure::Category(label)
                if levels.contains(&found.indicator) && found.period.end.is_some_and(|end| end.year() == year.year) =>
            {
                Some(label.clone())
            }
            _ => None,
        });
        year.published = year.published.take().or(label);
    }
    let readings = inputs.iter().map(|inputs| rule.read(inputs)).collect();
    Ok((inputs, readings))
}

/// Suggested actions: rows that name a first and a last year, and rows of single years with the same words.
fn actions(room: &Room, country: &PlaceId) -> Vec<Action> {
    let mut found: BTreeMap<(String, String), Action> = BTreeMap::new();
    let rows = ["suggested_actions", "ilab_suggested_actions"].map(|table| rows_about(room, table, country));
    for row in rows.into_iter().flatten() {
        let Some(action) = action(row) else { continue };
        found
            .entry((action.area.clone(), action.text.clone()))
            .and_modify(|known| {
                known.years = (known.years.0.min(action.years.0), known.years.1.max(action.years.1));
            })
            .or_insert(action);
    }
    let mut actions: Vec<Action> = found.into_values().collect();
    actions
        .sort_by(|left, right| (&left.area, left.years.0, &left.text).cmp(&(&right.area, right.years.0, &right.text)));
    actions
}

fn action(row: &Record) -> Option<Action> {
    let year = |columns: [&str; 2]| columns.iter().find_map(|column| row.cell(column)?.parse::<i16>().ok());
    Some(Action {
        area: row.cell("domain").or_else(|| row.cell("action_area"))?.to_owned(),
        text: row.cell("paraphrase").or_else(|| row.cell("text"))?.to_owned(),
        years: (year(["first_year", "year"])?, year(["last_year", "year"])?),
        source: row.cell("source_id").map(str::to_owned),
        locator: row.cell("locus").map(str::to_owned),
    })
}

/// The published tiers of a country, and the questions of the rule with the evidence up to the newest report.
pub fn tiers<'a>(
    shelf: &Shelf,
    library: &'a Library,
    country: &PlaceId,
) -> Result<(Vec<Published>, Vec<Asked<'a>>), Error> {
    let published = published_of(&shelf.room, country).map_err(failed)?;
    let newest = published.iter().map(|tier| tier.report_year).max().unwrap_or(i16::MAX);
    let asked = library.assessments.tip.ask(&shelf.room, country, newest).map_err(failed)?;
    Ok((published, asked))
}

/// Whether an instrument gives editions that must not be joined.
pub fn has_editions(instrument: &Instrument) -> bool {
    matches!(instrument.gives, Gives::Edition { .. })
}

/// How many countries carry a label in a year.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Count {
    /// The reporting year.
    pub year: i16,
    /// The base level.
    pub base_level: String,
    /// What qualifies it; empty where nothing does.
    pub modifier: String,
    /// How many.
    pub n: usize,
}

/// What came of a table, with the labels counted.
#[derive(Clone, Debug, serde::Serialize)]
pub struct AssessedTable {
    /// What came of it.
    #[serde(flatten)]
    pub assessed: Assessed,
    /// The labels by year, level and modifier.
    pub counts: Vec<Count>,
}

/// Assesses a table of inputs, or takes a table of labels apart.
pub fn table(library: &Library, file: &str, bytes: &[u8]) -> Result<AssessedTable, Error> {
    let text = text(file, bytes)?;
    let assessed = assess(file, text, &library.assessments.ilab)?;
    let mut counted: BTreeMap<(i16, &str, &str), usize> = BTreeMap::new();
    for label in &assessed.decomposed {
        *counted.entry((label.year, &label.base_level, &label.modifier)).or_default() += 1;
    }
    let counts = counted.into_iter().map(|((year, base, modifier), n)| Count {
        year,
        base_level: base.to_owned(),
        modifier: modifier.to_owned(),
        n,
    });
    let counts = counts.collect();
    Ok(AssessedTable { assessed, counts })
}

/// A file as text.
pub(crate) fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Error> {
    std::str::from_utf8(bytes)
        .map_err(|_| pana_packs::Fault::of_file(file, "the file is not in UTF-8; save it as CSV in UTF-8").into())
}
