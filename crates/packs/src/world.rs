//! The world pack: countries and regions with their names, index editions, and the ratings a country pack carries.

use std::collections::BTreeMap;

use pana_evidence::{
    Basis, Comparator, Coverage, Figure, Indicator, Observation, ObservationId, ObservationStatus, Period, Place,
    PlaceId, Source, Standing,
};
use pana_text::Lang;

use crate::edition;
use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::pack::Pack;
use crate::ruleset::Rules;
use crate::table::{RawRow, read_rows};

/// The unit of a rating: 1 met, 0 not met, -1 a met negative.
pub const RATING_UNIT: &str = "rating";

const COUNTRIES: [&str; 7] = ["iso3", "iso2", "numeric", "region", "name_en", "name_ru", "name_kk"];
const REGIONS: [&str; 13] = [
    "region",
    "name_en",
    "name_ru",
    "name_kk",
    "in_en",
    "in_ru",
    "in_kk",
    "center_lon",
    "center_lat",
    "x_min",
    "x_max",
    "y_min",
    "y_max",
];

/// How a region of the index is drawn: Lambert azimuthal equal-area on a centre, and the part of the plane that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The region.
    pub region: PlaceId,
    /// Longitude and latitude of the centre, degrees.
    pub center: (f64, f64),
    /// Left and right edge on the unit sphere's plane.
    pub x: (f64, f64),
    /// Lower and upper edge.
    pub y: (f64, f64),
}

/// Reads the world pack from `data/`: its tables, the places, and the figures of every edition.
pub fn read(data: &Files, rules: &[Rules]) -> Result<Pack, Faults> {
    let files = data.below("world");
    let inside = |faults: Faults| faults.inside("world");
    let mut pack = Pack::read("world", &files).map_err(inside)?;
    pack.places = places(data)?;
    pack.indicators.extend(rules.iter().flat_map(rating_indicators));
    pack.observations = edition::observations(&files, &places_by_iso3(&pack.places), &pack.sources).map_err(inside)?;
    Ok(pack)
}

/// Our name of every country, by ISO 3166-1 alpha-3.
pub fn places_by_iso3(places: &[Place]) -> BTreeMap<String, PlaceId> {
    places.iter().filter_map(|place| Some((place.iso3.clone()?, place.id.clone()))).collect()
}

/// The places of the world pack: the world, the regions of the index, the countries.
pub fn places(data: &Files) -> Result<Vec<Place>, Faults> {
    let mut places = vec![place("WORLD", "World", "world", None)];
    for row in region_rows(data)? {
        places.push(place(&row.cells[0], &row.cells[1], "index_region", Some("WORLD")));
    }
    for row in country_rows(data)? {
        let country = place(&row.cells[1], &row.cells[4], "country", Some("WORLD"));
        places.push(Place {
            iso3: Some(row.cells[0].clone()),
            iso_3166_2: Some(row.cells[1].clone()),
            index_region: Some(PlaceId(row.cells[3].clone())),
            ..country
        });
    }
    Ok(places)
}

fn place(id: &str, name: &str, kind: &str, parent: Option<&str>) -> Place {
    Place {
        id: PlaceId(id.to_owned()),
        iso3: None,
        iso_3166_2: None,
        name: name.to_owned(),
        kind: kind.to_owned(),
        parent: parent.map(|parent| PlaceId(parent.to_owned())),
        index_region: None,
        valid_from: None,
        valid_to: None,
        note: None,
    }
}

fn rows(data: &Files, file: &str, columns: &[&str]) -> Result<Vec<RawRow>, Faults> {
    read_rows(data, file, &columns.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())
}

fn country_rows(data: &Files) -> Result<Vec<RawRow>, Faults> {
    rows(data, "world/countries.csv", &COUNTRIES)
}

fn region_rows(data: &Files) -> Result<Vec<RawRow>, Faults> {
    rows(data, "world/regions.csv", &REGIONS)
}

/// Names of countries and regions in a language, keyed by the English name; and `in:<region>`, the form for "in the region".
pub fn names(data: &Files, lang: Lang) -> Result<BTreeMap<String, String>, Faults> {
    let column =
        Lang::ALL.len() - 1 - Lang::ALL.iter().position(|known| *known == lang).expect("ALL lists every language");
    let mut names = BTreeMap::new();
    for row in country_rows(data)? {
        names.insert(row.cells[4].clone(), row.cells[4 + column].clone());
    }
    for row in region_rows(data)? {
        names.insert(row.cells[1].clone(), row.cells[1 + column].clone());
        names.insert(format!("in:{}", row.cells[0]), row.cells[4 + column].clone());
    }
    Ok(names)
}

/// How each region is drawn.
pub fn frames(data: &Files) -> Result<Vec<Frame>, Faults> {
    let number = |row: &RawRow, position: usize| {
        let cell = &row.cells[position];
        cell.parse::<f64>().map_err(|_| {
            Fault::of_cell("world/regions.csv", row.line, REGIONS[position], format!("`{cell}` is not a number"))
        })
    };
    let frame = |row: &RawRow| {
        Ok(Frame {
            region: PlaceId(row.cells[0].clone()),
            center: (number(row, 7)?, number(row, 8)?),
            x: (number(row, 9)?, number(row, 10)?),
            y: (number(row, 11)?, number(row, 12)?),
        })
    };
    Ok(region_rows(data)?.iter().map(frame).collect::<Result<_, Fault>>()?)
}

/// Label points of countries: ISO 3166-1 alpha-3, longitude and latitude in degrees.
pub fn points(data: &Files) -> Result<BTreeMap<String, (f64, f64)>, Faults> {
    let mut points = BTreeMap::new();
    for row in rows(data, "world/points.csv", &["iso3", "lon", "lat"])? {
        let wrong = |_| Fault::of_cell("world/points.csv", row.line, "lon", "not a number");
        points
            .insert(row.cells[0].clone(), (row.cells[1].parse().map_err(wrong)?, row.cells[2].parse().map_err(wrong)?));
    }
    Ok(points)
}

/// The indicators that hold the ratings of an edition.
fn rating_indicators(rules: &Rules) -> Vec<Indicator> {
    let items = rules.ruleset.response.items().iter();
    items
        .map(|item| Indicator {
            id: rules.edition.rating(&item.code),
            name: item.name.clone(),
            unit: RATING_UNIT.to_owned(),
            flow: "stock".to_owned(),
            concept: "rating of one indicator of government response".to_owned(),
            scope: "country".to_owned(),
            theme: "modern_slavery".to_owned(),
            definition_note: None,
        })
        .collect()
}

/// The ratings a country pack carries (`ratings.csv`), as observations.
pub fn ratings(
    pack: &Files,
    rules: &[Rules],
    places: &BTreeMap<String, PlaceId>,
    sources: &[Source],
) -> Result<Vec<Observation>, Faults> {
    const FILE: &str = "ratings.csv";
    if pack.bytes(FILE).is_none() {
        return Ok(Vec::new());
    }
    let mut observations = Vec::new();
    let mut faults = Vec::new();
    for row in rows(pack, FILE, &["ruleset", "iso3", "code", "rating"])? {
        match rating_row(&row, rules, places, sources) {
            Ok(observation) => observations.push(observation),
            Err((column, reason)) => faults.push(Fault::of_cell(FILE, row.line, column, reason)),
        }
    }
    if faults.is_empty() { Ok(observations) } else { Err(Faults(faults)) }
}

fn rating_row(
    row: &RawRow,
    rules: &[Rules],
    places: &BTreeMap<String, PlaceId>,
    sources: &[Source],
) -> Result<Observation, (&'static str, String)> {
    let [ruleset, iso3, code, rating] = &row.cells[..] else { return Err(("ruleset", "the row is short".to_owned())) };
    let rules = rules
        .iter()
        .find(|rules| rules.edition.id == *ruleset)
        .ok_or_else(|| ("ruleset", format!("`{ruleset}` is not a ruleset")))?;
    let place = places.get(iso3).ok_or_else(|| ("iso3", format!("`{iso3}` is not a country")))?;
    let known = rules.ruleset.response.items().iter().any(|item| item.code == *code);
    if !known {
        return Err(("code", format!("`{code}` is not an indicator of {ruleset}")));
    }
    let value = rating.parse().map_err(|error| ("rating", format!("{error}")))?;
    Ok(rating_observation(rules, place, iso3, code, value, released_of(rules, sources)))
}

/// The day by which the ratings of an edition were certainly public.
pub fn released_of(rules: &Rules, sources: &[Source]) -> Option<jiff::civil::Date> {
    sources.iter().find(|source| source.id == rules.edition.source).and_then(Source::released)
}

/// One rating as an observation.
pub fn rating_observation(
    rules: &Rules,
    place: &PlaceId,
    iso3: &str,
    code: &str,
    value: pana_evidence::Decimal,
    released: Option<jiff::civil::Date>,
) -> Observation {
    let edition = &rules.edition;
    let year = edition.edition.parse().ok();
    Observation {
        id: ObservationId(format!("{}-{iso3}-{code}", edition.id.to_uppercase().replace('-', ""))),
        indicator: edition.rating(code),
        figure: Figure::Number { comparator: Comparator::Eq, value, scale: None },
        unit: RATING_UNIT.to_owned(),
        place: place.clone(),
        period: Period { start: year, end: year, label: edition.edition.clone(), kind: "edition".to_owned() },
        subgroup: "all".to_owned(),
        basis: Basis::Score,
        coverage: Coverage::FullPeriod,
        status: ObservationStatus::Normal,
        series: Some((edition.series.clone(), edition.edition.clone())),
        source: edition.source.clone(),
        origin: None,
        locator: format!("government response indicators, column {code}"),
        line: None,
        standing: Standing::Published,
        note: None,
        released,
        revision: 1,
    }
}
