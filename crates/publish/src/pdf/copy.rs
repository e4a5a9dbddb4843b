//! Copy: what the template is given to set. The snapshot, the words of the paper around it, and the drawings.

use std::collections::BTreeMap;

use pana_text::{Arg, Words};
use serde::Serialize;

use super::SHEETS;
use crate::snapshot::Snapshot;
use crate::snapshot::model::Input;

/// A snapshot with all that its template asks for.
pub(super) struct Copy<'a> {
    snapshot: &'a Snapshot,
    words: BTreeMap<&'static str, String>,
    pages: Vec<String>,
}

/// `/snapshot.json`.
#[derive(Serialize)]
struct Texts<'a> {
    /// Which setting of the template.
    tightness: usize,
    snapshot: &'a Snapshot,
    words: &'a BTreeMap<&'static str, String>,
    /// The foot of each page.
    pages: &'a [String],
    /// The path of each drawing there is, by its name.
    drawings: BTreeMap<&'a str, String>,
    /// Where in each source the figures stand, by the name of the source.
    places: BTreeMap<&'a str, Vec<&'a str>>,
}

/// Words without arguments, in the catalogue under `print-…`.
const WORDS: [&str; 12] = [
    "kind",
    "country",
    "mean",
    "activity",
    "remaining",
    "total",
    "more",
    "per-thousand",
    "people",
    "without",
    "sources",
    "places",
];

/// A source that is cited in more places is located by what these share: the table without the column.
const PLACES: usize = 3;

impl<'a> Copy<'a> {
    /// The copy of a snapshot.
    pub fn new(snapshot: &'a Snapshot, words: &Words) -> Self {
        let edition = snapshot.edition.title.as_str();
        let (lang, country) = (snapshot.lang, &snapshot.country.code);
        let path = format!("/{lang}/countries/{country}/{}/derivations", snapshot.edition.edition);
        let mut said: BTreeMap<&str, String> =
            WORDS.into_iter().map(|word| (word, words.say(&format!("print-{word}")))).collect();
        said.insert("subject", words.tell("print-subject", &[("edition", edition.into())]));
        said.insert("region", words.tell("print-region", &[("region", snapshot.region.name.as_str().into())]));
        said.insert("derivations", words.tell("print-derivations", &[("path", path.into())]));
        let publisher = publisher(snapshot).unwrap_or_default();
        said.insert(
            "source",
            words.tell("print-source", &[("publisher", publisher.into()), ("edition", edition.into())]),
        );
        let page = |page: usize| words.tell("print-page", &[("page", text(page)), ("pages", text(SHEETS))]);
        Self { snapshot, words: said, pages: (1..=SHEETS).map(page).collect() }
    }

    /// The files the template reads: absolute path and content.
    pub fn files(&self, tightness: usize) -> Result<BTreeMap<String, Vec<u8>>, serde_json::Error> {
        let texts = Texts {
            tightness,
            snapshot: self.snapshot,
            words: &self.words,
            pages: &self.pages,
            drawings: self.drawn().map(|(name, _)| (name, path(name))).collect(),
            places: places(self.snapshot),
        };
        let drawings = self.drawn().map(|(name, svg)| (path(name), svg.as_bytes().to_vec()));
        Ok(drawings.chain([("/snapshot.json".to_owned(), serde_json::to_vec(&texts)?)]).collect())
    }

    /// Name and SVG of each drawing there is.
    fn drawn(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let Snapshot { maps, vulnerability, response, .. } = self.snapshot;
        let charts = [("vulnerability", vulnerability.svg.as_str()), ("response", response.svg.as_str())];
        maps.iter().map(|map| (map.id.as_str(), map.svg.as_str())).chain(charts).filter(|(_, svg)| !svg.is_empty())
    }
}

fn path(drawing: &str) -> String {
    format!("/{drawing}.svg")
}

/// A number that needs no grouping.
fn text(number: usize) -> Arg {
    number.to_string().into()
}

/// Every value of the snapshot that a source published.
fn cited(snapshot: &Snapshot) -> impl Iterator<Item = (&str, &Input)> {
    let inputs = snapshot.derivations.iter().flat_map(|derivation| &derivation.inputs);
    inputs.filter_map(|input| Some((input.source.as_deref()?, input)))
}

/// Who published most of the values.
fn publisher(snapshot: &Snapshot) -> Option<&str> {
    let count = |id: &str| cited(snapshot).filter(|(source, _)| *source == id).count();
    snapshot.sources.iter().max_by_key(|source| count(&source.id)).map(|source| source.publisher.as_str())
}

/// Where in each source the values stand. A locator goes from the whole to the part: table, row, column.
fn places(snapshot: &Snapshot) -> BTreeMap<&str, Vec<&str>> {
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (source, input) in cited(snapshot).filter(|(_, input)| !input.locator.is_empty()) {
        add(places.entry(source).or_default(), &input.locator);
    }
    for listed in places.values_mut().filter(|listed| listed.len() > PLACES) {
        let wholes = std::mem::take(listed);
        wholes.into_iter().for_each(|place| add(listed, place.rsplit_once(", ").map_or(place, |(whole, _)| whole)));
    }
    places
}

fn add<'a>(places: &mut Vec<&'a str>, place: &'a str) {
    if !places.contains(&place) {
        places.push(place);
    }
}
