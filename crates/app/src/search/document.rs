//! Document: a thing of the room as search sees it: a title and a text in each language, and its codes.

use std::collections::BTreeSet;

use pana_evidence::{Indicator, IndicatorId, Observation, ObservationId, Place, PlaceId, Source, SourceId};
use pana_publish::figure::Written;
use pana_text::Lang;

use crate::address;
use crate::desk::Shelf;
use crate::library::Library;
use crate::search::row::Rows;

/// The kind of a place.
pub const PLACE: &str = "place";
/// The kind of an indicator.
pub const INDICATOR: &str = "indicator";
/// The kind of a method page.
pub const METHOD: &str = "method";
/// The kind of a source.
pub const SOURCE: &str = "source";
/// The kind of an observation.
pub const OBSERVATION: &str = "observation";

/// The pages that say how figures are made.
pub const METHODS: [&str; 8] =
    ["prevalence", "vulnerability", "response", "ranks", "robustness", "series-breaks", "as-of", "derived"];

/// A text in a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    /// The language.
    pub lang: Lang,
    /// The text.
    pub text: String,
}

/// A thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// `place`, `indicator`, `source`, `observation`, `method`, or the table of a row: `findings`.
    pub kind: String,
    /// Its name within the kind.
    pub key: String,
    /// Its page, after the language.
    pub path: String,
    /// Its names in code: its key, ISO codes.
    pub codes: Vec<String>,
    /// What it is called, in parts.
    pub title: Vec<Text>,
    /// What else it says, in parts.
    pub text: Vec<Text>,
    /// What it mentions and does not say: other rows, numbers, days. It is found by them and does not show them.
    pub mentions: Vec<String>,
    /// Where it was read.
    pub source: Option<SourceId>,
}

/// Makes documents of what is on a shelf.
pub struct Documents<'a> {
    pub(super) shelf: &'a Shelf,
    library: &'a Library,
    pub(super) rows: Rows<'a>,
}

impl<'a> Documents<'a> {
    /// The documents of a shelf.
    pub fn new(shelf: &'a Shelf, library: &'a Library) -> Self {
        Self { shelf, library, rows: Rows::new(&shelf.room) }
    }

    /// Everything that can be found, what is looked for most often first: equally good results keep this order.
    pub fn all(&self) -> impl Iterator<Item = Document> {
        let room = &self.shelf.room;
        // Whoever types the name of a country means it, and not a part of it.
        let (countries, others): (Vec<&Place>, Vec<&Place>) = room.places().partition(|place| place.iso3.is_some());
        let places = countries.into_iter().chain(others).map(|place| self.place(place));
        let indicators = room.indicators().map(|indicator| self.indicator(indicator));
        let methods = METHODS.iter().map(|id| self.method(id));
        let sources = room.sources().map(|source| self.source(source));
        let records = self.rows.in_order().filter_map(|row| self.row(row));
        let observations = room.observations().map(|observation| self.observation(observation));
        let mut known = BTreeSet::new();
        let all = places.chain(indicators).chain(methods).chain(sources).chain(records).chain(observations);
        all.filter(move |document| known.insert((document.kind.clone(), document.key.clone())))
    }

    /// One of them.
    pub fn one(&self, kind: &str, key: &str) -> Option<Document> {
        let room = &self.shelf.room;
        match kind {
            PLACE => room.place(&PlaceId(key.to_owned())).map(|place| self.place(place)),
            INDICATOR => room.indicator(&IndicatorId(key.to_owned())).map(|indicator| self.indicator(indicator)),
            METHOD => METHODS.contains(&key).then(|| self.method(key)),
            SOURCE => room.source(&SourceId(key.to_owned())).map(|source| self.source(source)),
            OBSERVATION => {
                room.observation(&ObservationId(key.to_owned())).map(|observation| self.observation(observation))
            }
            table => room.records(table).filter(|record| record.key == key).find_map(|record| self.row(record)),
        }
    }

    /// A text of the data in every language it is translated to.
    pub(super) fn said(&self, raw: &str) -> Vec<Text> {
        let words = |lang| self.library.words(lang);
        let translated = Lang::ALL.into_iter().filter_map(|lang| Some((lang, words(lang).translation(raw)?)));
        translated
            .filter(|(_, text)| !text.is_empty())
            .map(|(lang, text)| Text { lang, text: text.to_owned() })
            .collect()
    }

    /// A message in every language.
    pub(super) fn message(&self, key: &str) -> Vec<Text> {
        let has = Lang::ALL.into_iter().filter(|lang| self.library.words(*lang).has(key));
        has.map(|lang| Text { lang, text: self.library.words(lang).say(key) }).collect()
    }

    pub(super) fn all_said<'b>(&self, raw: impl IntoIterator<Item = &'b str>) -> Vec<Text> {
        raw.into_iter().flat_map(|raw| self.said(raw)).collect()
    }

    fn place(&self, place: &Place) -> Document {
        let codes = [Some(&place.id.0), place.iso3.as_ref(), place.iso_3166_2.as_ref()];
        let parent = place.parent.as_ref().and_then(|parent| self.shelf.room.place(parent));
        Document {
            kind: PLACE.to_owned(),
            key: place.id.0.clone(),
            path: address::place(self.shelf, place),
            codes: codes.into_iter().flatten().cloned().collect(),
            title: self.said(&place.name),
            text: self.all_said(parent.map(|parent| parent.name.as_str()).into_iter().chain(place.note.as_deref())),
            mentions: Vec::new(),
            source: None,
        }
    }

    fn indicator(&self, indicator: &Indicator) -> Document {
        let texts = [&indicator.concept, &indicator.scope].map(String::as_str).into_iter();
        let mut text = self.all_said(texts.chain(indicator.definition_note.as_deref()));
        text.extend(self.message(&format!("theme-{}", indicator.theme)));
        Document {
            kind: INDICATOR.to_owned(),
            key: indicator.id.0.clone(),
            path: format!("/indicators/{}", indicator.id.0),
            codes: vec![indicator.id.0.clone()],
            title: self.said(&indicator.name),
            text,
            mentions: Vec::new(),
            source: None,
        }
    }

    fn method(&self, id: &str) -> Document {
        Document {
            kind: METHOD.to_owned(),
            key: id.to_owned(),
            path: format!("/methods/{id}"),
            codes: vec![id.to_owned()],
            title: self.message(&format!("method-{id}")),
            text: self.message(&format!("method-{id}-lead")),
            mentions: Vec::new(),
            source: None,
        }
    }

    fn source(&self, source: &Source) -> Document {
        let own = Lang::parse(&source.language).unwrap_or(Lang::En);
        let mut title = vec![Text { lang: own, text: source.title.clone() }];
        let translated = self.said(&source.title).into_iter();
        title
            .extend(translated.filter(|text| text.lang != own && (text.lang != Lang::En || text.text != source.title)));
        let text = [Some(source.publisher.as_str()), source.note.as_deref()];
        let mentions = [source.covers.clone(), source.url.clone(), source.published.map(|date| date.to_string())];
        Document {
            kind: SOURCE.to_owned(),
            key: source.id.0.clone(),
            path: format!("/sources/{}", source.id.0),
            codes: vec![source.id.0.clone()],
            title,
            text: self.all_said(text.into_iter().flatten()),
            mentions: mentions.into_iter().flatten().collect(),
            source: None,
        }
    }

    fn observation(&self, observation: &Observation) -> Document {
        let room = &self.shelf.room;
        let figure =
            Lang::ALL.map(|lang| Text { lang, text: Written::new(self.library.words(lang), observation).text() });
        let indicator = room.indicator(&observation.indicator).map_or(&observation.indicator.0, |known| &known.name);
        let place = room.place(&observation.place).map_or(&observation.place.0, |known| &known.name);
        let publisher = room.source(&observation.source).map_or(&observation.source.0, |known| &known.publisher);
        let subgroup = Some(observation.subgroup.as_str()).filter(|subgroup| *subgroup != "all");
        let texts = [Some(place.as_str()), Some(&observation.period.label), subgroup, Some(publisher)];
        let rest = [Some(observation.locator.as_str()), observation.note.as_deref()];
        let mut title = self.said(indicator);
        title.extend(figure);
        Document {
            kind: OBSERVATION.to_owned(),
            key: observation.id.0.clone(),
            path: format!("/observations/{}", observation.id.0),
            codes: vec![observation.id.0.clone()],
            title,
            text: self.all_said(texts.into_iter().chain(rest).flatten()),
            mentions: Vec::new(),
            source: Some(observation.source.clone()),
        }
    }
}
