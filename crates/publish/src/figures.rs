//! The drawings of a snapshot: maps of the region and comparison charts, in the dress of a page or of a print.

use std::collections::BTreeMap;

use pana_evidence::PlaceId;

use crate::chart::{Amount, Comparison, Row};
use crate::map::{Atlas, Base, Class, Classes, Frame, Link, Links, Map, Region};
use crate::snapshot::model::{Bar, MapRow};
use crate::svg::Alt;
pub use crate::svg::Dress;

/// The maps of all regions, projected once for the page and once for print.
pub struct Maps {
    page: BTreeMap<PlaceId, Base>,
    print: BTreeMap<PlaceId, Base>,
}

/// Width of a map, in user units: on the page it fills its column, in print half the sheet.
const PAGE_MAP: f64 = 700.0;
const PRINT_MAP: f64 = 480.0;
/// Width of a chart, in user units.
const PAGE_CHART: f64 = 640.0;
const PRINT_CHART: f64 = 480.0;

impl Maps {
    /// Projects the outlines for each region: its frame and its members, by ISO 3166-1 alpha-3.
    pub fn new(outlines_json: &str, regions: Vec<(PlaceId, Frame, Vec<String>)>) -> Result<Self, String> {
        let atlas = Atlas::read(outlines_json)?;
        let mut maps = Self { page: BTreeMap::new(), print: BTreeMap::new() };
        for (id, frame, members) in regions {
            let region = Region { frame, members };
            maps.page.insert(id.clone(), atlas.prepare(&region, PAGE_MAP)?);
            maps.print.insert(id, atlas.prepare(&region, PRINT_MAP)?);
        }
        Ok(maps)
    }

    fn base(&self, region: &PlaceId, dress: Dress) -> Option<&Base> {
        match dress {
            Dress::Page => self.page.get(region),
            Dress::Print => self.print.get(region),
        }
    }
}

/// What a chart says in the reader's language.
pub struct ChartWords<'a> {
    /// The short name of the chart.
    pub title: &'a str,
    /// The chart in words.
    pub description: &'a str,
    /// What the bars are.
    pub country: &'a str,
    /// What the marks are.
    pub mean: &'a str,
    /// Writes a number of the axis.
    pub format: &'a dyn Fn(f64) -> String,
}

/// Draws for one dress.
#[derive(Clone, Copy)]
pub struct Drawings<'a> {
    maps: &'a Maps,
    dress: Dress,
}

impl<'a> Drawings<'a> {
    /// Drawings on these maps.
    pub fn new(maps: &'a Maps, dress: Dress) -> Self {
        Self { maps, dress }
    }

    /// A map of a region; empty for a region that has none. `id` is unique on the page.
    pub fn map(&self, region: &PlaceId, id: &str, rows: &[MapRow], title: &str, description: &str) -> String {
        self.draw(region, id, rows, title, description, None)
    }

    /// A map on which every country leads somewhere.
    pub fn linked_map(
        &self,
        region: &PlaceId,
        rows: &[MapRow],
        title: &str,
        description: &str,
        link: &dyn Fn(&MapRow) -> Link,
    ) -> String {
        let links = |iso3: &str| rows.iter().find(|row| row.code == iso3).map(link);
        self.draw(region, "region", rows, title, description, Some(&links))
    }

    fn draw(
        &self,
        region: &PlaceId,
        id: &str,
        rows: &[MapRow],
        title: &str,
        description: &str,
        links: Option<&Links<'_>>,
    ) -> String {
        let Some(base) = self.maps.base(region, self.dress) else { return String::new() };
        let classes: BTreeMap<String, Class> =
            rows.iter().filter_map(|row| Some((row.code.clone(), Class::new(row.class)?))).collect();
        let here = rows.iter().find(|row| row.here).map(|row| row.code.as_str());
        let id = format!("map-{id}");
        let alt = Alt { id: &id, title, desc: description };
        Map { base, classes: &classes, here, links }.draw(&alt, self.dress)
    }

    /// A country's scores beside the means of its region.
    pub fn comparison(&self, id: &str, words: &ChartWords<'_>, bars: &[Bar]) -> String {
        let row = |bar: &Bar| Row {
            label: bar.label.clone(),
            second: None,
            value: Some(Amount { value: bar.value, text: bar.text.clone() }),
            mean: Some(Amount { value: bar.mean, text: bar.mean_text.clone() }),
        };
        let rows: Vec<Row> = bars.iter().map(row).collect();
        let width = match self.dress {
            Dress::Page => PAGE_CHART,
            Dress::Print => PRINT_CHART,
        };
        let chart = Comparison {
            rows: &rows,
            country: words.country,
            mean: words.mean,
            missing: "",
            format: words.format,
            width,
        };
        chart.draw(&Alt { id: &format!("chart-{id}"), title: words.title, desc: words.description }, self.dress)
    }
}

/// The classes of a map: number, lower and upper end of each, from low to high.
pub fn classes(values: &[f64]) -> Vec<(u8, f64, f64)> {
    let classes = Classes::by_quantile(values);
    classes.ranges().iter().map(|range| (range.class.number(), range.low, range.high)).collect()
}

/// The class of a value among all values of a map; 0 for what is not a number.
pub fn class_of(values: &[f64]) -> impl Fn(f64) -> u8 + use<> {
    let classes = Classes::by_quantile(values);
    move |value| classes.of(value).map_or(0, Class::number)
}
