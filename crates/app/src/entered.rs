//! Entering an estimate as an observation, and withdrawing it: both by dated rows, in one transaction.

use jiff::civil::Date;
use pana_evidence::estimate::Withdrawal;
use pana_evidence::{
    Basis, Comparator, Coverage, Decimal, Figure, IndicatorId, Observation, ObservationId, ObservationStatus,
    OwnEstimate, PartialDate, Period, Place, PlaceId, Record, Room, Source, SourceId, Standing,
};
use pana_publish::estimate::supported;
use pana_stats::mse::answer::{Answer, Verdict};
use pana_store::import::{Delivery, record};
use pana_store::{Db, room};

use crate::error::Error;
use crate::estimate::{Estimated, interval_id, setting_text};

/// Own estimates are a pack of their own.
const PACK: &str = "estimates";

/// What somebody enters.
#[derive(Clone, Debug)]
pub struct Enter {
    /// A place of the room, by code.
    pub place: String,
    /// "2024" or "2020-2024".
    pub period: String,
    /// The id of a method, or [`OwnEstimate::SPREAD`].
    pub method: String,
    /// Who enters it.
    pub by: String,
    /// A remark.
    pub note: String,
}

/// Why it cannot be entered or withdrawn.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The period is no year and no span of years.
    #[error("`{0}` is no year and no span of years")]
    Period(String),
    /// The room has no such place.
    #[error("there is no place `{0}`")]
    Place(String),
    /// This method has no estimate that may be used.
    #[error("`{0}` has no estimate that may be used")]
    Method(String),
    /// Nobody stands behind it.
    #[error("who enters it is missing")]
    Nobody,
    /// There is no such estimate, or it was withdrawn before.
    #[error("there is no own estimate `{0}`")]
    NotThere(String),
    /// The store failed.
    #[error("{0}")]
    Failed(#[from] Error),
}

impl From<pana_store::StoreError> for Refusal {
    fn from(error: pana_store::StoreError) -> Self {
        Self::Failed(Error::Store(error))
    }
}

/// What an answer offers to enter: the spread where there is one, and each method whose estimate no check forbids.
pub fn choices(found: &Estimated) -> Vec<&'static str> {
    let whole = &found.study.whole;
    let spread = whole.spread.filter(|spread| spread.methods > 1).map(|_| OwnEstimate::SPREAD);
    spread.into_iter().chain(usable(found).map(|answer| answer.method)).collect()
}

fn usable(found: &Estimated) -> impl Iterator<Item = &Answer> {
    let allowed = found.study.whole.results.iter().filter(|answer| answer.verdict() < Verdict::Fail);
    allowed.filter(|answer| answer.estimate().is_some_and(|estimate| estimate.upper.is_finite()))
}

/// Enters an estimate: its source (the table), the observation, and what made it.
pub async fn enter(db: &Db, found: &Estimated, enter: &Enter, today: Date) -> Result<ObservationId, Refusal> {
    let by = enter.by.trim();
    if by.is_empty() {
        return Err(Refusal::Nobody);
    }
    let period = period(&enter.period).ok_or_else(|| Refusal::Period(enter.period.clone()))?;
    let room = room::load(db, None).await?;
    let place = room.find_place(enter.place.trim()).ok_or_else(|| Refusal::Place(enter.place.clone()))?;
    let number = room.records(OwnEstimate::TABLE).count() + 1;
    let id = ObservationId(format!("EST-{number:04}"));
    let own = own(found, enter, &id, today).ok_or_else(|| Refusal::Method(enter.method.clone()))?;
    let source = source(found, &own, today);
    let observation = observation(&own, found, place, period, enter, &source, today);
    deliver(db, &[source], &[observation], &[own.to_record(PACK)], &own.sha256, today).await?;
    Ok(id)
}

/// Withdraws an estimate: its next release states nothing, and says why. What was entered stays in its history.
pub async fn withdraw(db: &Db, id: &str, by: &str, why: &str, today: Date) -> Result<(), Refusal> {
    if by.trim().is_empty() || why.trim().is_empty() {
        return Err(Refusal::Nobody);
    }
    let room = room::load(db, None).await?;
    let not_there = || Refusal::NotThere(id.to_owned());
    let mut own = of(&room, id).filter(|own| own.withdrawn.is_none()).ok_or_else(not_there)?;
    let mut observation = room.observation(&own.observation).cloned().ok_or_else(not_there)?;
    own.withdrawn = Some(Withdrawal { on: today.to_string(), by: by.trim().to_owned(), why: why.trim().to_owned() });
    observation.figure = Figure::NotStated;
    observation.status = ObservationStatus::Missing;
    observation.note = Some(format!("Withdrawn: {}", why.trim()));
    observation.released = Some(today);
    deliver(db, &[], &[observation], &[own.to_record(PACK)], &own.sha256, today).await?;
    Ok(())
}

async fn deliver(
    db: &Db,
    sources: &[Source],
    observations: &[Observation],
    records: &[Record],
    checksum: &str,
    today: Date,
) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let delivery = Delivery {
        name: PACK,
        version: &today.to_string(),
        checksum,
        sources,
        places: &[],
        indicators: &[],
        relations: &[],
        observations,
        records,
    };
    record(&mut tx, &delivery, today).await?;
    tx.commit().await?;
    Ok(())
}

/// What stands behind an observation that is an own estimate.
pub fn of(room: &Room, id: &str) -> Option<OwnEstimate> {
    room.records(OwnEstimate::TABLE).find(|record| record.key == id).and_then(OwnEstimate::of_record)
}

/// The own estimates of a room, newest first; of one place where one is named.
pub fn all<'a>(room: &'a Room, place: Option<&PlaceId>) -> Vec<(OwnEstimate, &'a Observation)> {
    let own = room.records(OwnEstimate::TABLE).filter_map(OwnEstimate::of_record);
    let mut found: Vec<(OwnEstimate, &Observation)> = own
        .filter_map(|own| room.observation(&own.observation).map(|observation| (own, observation)))
        .filter(|(_, observation)| place.is_none_or(|place| observation.place == *place))
        .collect();
    found.sort_by(|a, b| (&b.0.on, &b.0.observation).cmp(&(&a.0.on, &a.0.observation)));
    found
}

/// First and last year.
fn period(written: &str) -> Option<(i16, i16)> {
    let year = |text: &str| {
        let text = text.trim();
        (text.len() == 4).then(|| text.parse::<i16>().ok()).flatten().filter(|year| (1900..=2100).contains(year))
    };
    let (first, last) = written.split_once(['-', '–', '—']).unwrap_or((written, written));
    let (first, last) = (year(first)?, year(last)?);
    (first <= last).then_some((first, last))
}

fn own(found: &Estimated, enter: &Enter, id: &ObservationId, today: Date) -> Option<OwnEstimate> {
    let study = &found.study.whole;
    let persons = |value: f64| format!("{value:.0}");
    let settings = &found.question.settings;
    let common =
        |point, interval: (f64, f64), level: f64, kind: Option<&str>, model, conventions: String| OwnEstimate {
            observation: id.clone(),
            method: enter.method.clone(),
            point,
            interval: (persons(interval.0), persons(interval.1)),
            level: level.to_string(),
            kind: kind.map(str::to_owned),
            model,
            observed: study.observed.to_string(),
            lists: study.lists.join(", "),
            seed: settings.seed.to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            settings: conventions,
            table: found.file.clone(),
            sha256: found.sha256.clone(),
            by: enter.by.trim().to_owned(),
            on: today.to_string(),
            withdrawn: None,
        };
    if enter.method == OwnEstimate::SPREAD {
        let spread = study.spread.filter(|spread| spread.methods > 1 && spread.upper.is_finite())?;
        let methods: Vec<String> = study
            .usable()
            .into_iter()
            .filter_map(|answer| {
                let estimate = answer.estimate()?;
                Some(format!("{}={:.0}", answer.method, supported(estimate.point, estimate, study.observed)))
            })
            .collect();
        let ends = (supported_end(found, spread.lower), supported_end(found, spread.upper));
        return Some(common(None, ends, settings.level, None, None, methods.join("; ")));
    }
    let answer = usable(found).find(|answer| answer.method == enter.method)?;
    let estimate = answer.estimate()?;
    let conventions: Vec<String> =
        answer.settings.iter().map(|(name, setting)| format!("{name}={}", setting_text(setting))).collect();
    Some(common(
        Some(persons(supported(estimate.point, estimate, study.observed))),
        (supported(estimate.lower, estimate, study.observed), supported(estimate.upper, estimate, study.observed)),
        estimate.level,
        Some(interval_id(estimate.interval)),
        estimate.model.clone(),
        conventions.join("; "),
    ))
}

/// An end of the spread or of all intervals, to the digits that the interval it belongs to supports.
pub fn supported_end(found: &Estimated, end: f64) -> f64 {
    let usable = found.study.whole.usable();
    let of = usable.into_iter().filter_map(Answer::estimate).find(|of| [of.point, of.lower, of.upper].contains(&end));
    of.map_or(end, |of| supported(end, of, found.study.whole.observed))
}

/// The table is the source: whoever has it, the seed and the version has the number.
fn source(found: &Estimated, own: &OwnEstimate, today: Date) -> Source {
    Source {
        id: SourceId(format!("{}-T", own.observation.0)),
        role: "seed".to_owned(),
        title: format!("Capture table {} (SHA-256 {})", found.file, found.sha256.get(..12).unwrap_or_default()),
        publisher: "Own estimate".to_owned(),
        publisher_kind: "own".to_owned(),
        published: today.to_string().parse::<PartialDate>().ok(),
        published_precision: Some("day".to_owned()),
        date_basis: Some("the day it was entered".to_owned()),
        covers: None,
        kind: "capture_table".to_owned(),
        language: "en".to_owned(),
        url: None,
        cited_in: Vec::new(),
        note: Some(format!("Entered by {}. The table itself is not kept; its whole SHA-256 is {}", own.by, own.sha256)),
    }
}

fn observation(
    own: &OwnEstimate,
    found: &Estimated,
    place: &Place,
    (first, last): (i16, i16),
    enter: &Enter,
    source: &Source,
    today: Date,
) -> Observation {
    let end = |text: &str| text.parse::<Decimal>().ok();
    let at_least = usable(found)
        .find(|answer| answer.method == own.method)
        .and_then(Answer::estimate)
        .is_some_and(|estimate| estimate.at_least);
    let spread = found.study.whole.spread.filter(|_| own.method == OwnEstimate::SPREAD);
    let figure = match (at_least, spread) {
        (true, _) => Figure::Range {
            comparator: Comparator::Ge,
            lower: own.point.as_deref().and_then(end),
            upper: None,
            words: None,
        },
        // Of the spread the points are stated; the intervals are kept beside it.
        (_, Some(spread)) => Figure::Range {
            comparator: Comparator::Between,
            lower: end(&format!("{:.0}", supported_end(found, spread.lowest))),
            upper: end(&format!("{:.0}", supported_end(found, spread.highest))),
            words: None,
        },
        _ => Figure::Range {
            comparator: Comparator::Between,
            lower: end(&own.interval.0),
            upper: end(&own.interval.1),
            words: None,
        },
    };
    let label = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let year = |year: i16| year.to_string().parse::<PartialDate>().ok();
    Observation {
        id: own.observation.clone(),
        indicator: IndicatorId(OwnEstimate::INDICATOR.to_owned()),
        figure,
        unit: "persons".to_owned(),
        place: place.id.clone(),
        period: Period {
            start: year(first),
            end: year(last),
            label,
            kind: if first == last { "year".to_owned() } else { "multi_year".to_owned() },
        },
        subgroup: "all".to_owned(),
        basis: Basis::EstimateModel,
        coverage: Coverage::FullPeriod,
        status: ObservationStatus::Estimated,
        // A series of its own: nothing of it is joined with published figures, and it does not make a place "own country".
        series: Some(("own".to_owned(), "mse".to_owned())),
        source: source.id.clone(),
        origin: None,
        locator: "whole table".to_owned(),
        line: None,
        standing: Standing::Derived(format!(
            "mse:{} of sha256:{}",
            own.method,
            own.sha256.get(..12).unwrap_or_default()
        )),
        note: Some(enter.note.trim().to_owned()).filter(|note| !note.is_empty()),
        released: Some(today),
        revision: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_or_a_span_of_years() {
        assert_eq!(period("2024"), Some((2024, 2024)));
        assert_eq!(period(" 2020 – 2024 "), Some((2020, 2024)));
        for wrong in ["", "24", "2024-2020", "2024-", "last year", "20240"] {
            assert_eq!(period(wrong), None, "{wrong}");
        }
    }
}
