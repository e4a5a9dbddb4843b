//! Puts a snapshot together: sections ask it for words, numbers and observations, and leave a derivation for each statement.

use std::collections::BTreeSet;

use pana_evidence::{Observation, ObservationId, PlaceId, Record, Room, SourceId};
use pana_text::{Arg, Words};

use super::model::{Bar, Derivation, DerivationKind, EditionShown, Input, Named, Sentence, Snapshot, SourceShown};
use super::{limits, recommendation, response, scale, vulnerability};
use crate::book::{Book, Cited, Line};
use crate::figures::{ChartWords, Drawings};
use crate::written;

/// What a snapshot is made from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The public room.
    pub room: &'a Room,
    /// The edition shown.
    pub book: &'a Book,
    /// The other editions of the series, newest first.
    pub others: &'a [&'a Book],
    /// The reader's language.
    pub words: &'a Words,
    /// Maps and charts in one dress.
    pub drawings: &'a Drawings<'a>,
}

impl Context<'_> {
    /// The name of a place in the reader's language.
    pub fn name_of(&self, place: &PlaceId) -> String {
        let found = self.room.place(place);
        found.map_or_else(|| place.0.clone(), |place| self.words.name(&place.name).to_owned())
    }
}

/// A snapshot in the making.
pub struct Builder<'a> {
    /// What it is made from.
    pub context: Context<'a>,
    /// The country.
    pub line: &'a Line,
    derivations: Vec<Derivation>,
    sources: BTreeSet<SourceId>,
}

/// Makes the snapshot of a country; `None` where the edition says nothing about it.
pub fn snapshot(context: Context<'_>, iso3: &str) -> Option<Snapshot> {
    let line = context.book.lines.get(iso3)?;
    let sources = BTreeSet::from([context.book.edition.source.clone()]);
    let mut builder = Builder { context, line, derivations: Vec::new(), sources };
    let key_figures = scale::key_figures(&mut builder);
    let scale = scale::section(&mut builder);
    let maps = scale::maps(&builder);
    let vulnerability = vulnerability::section(&mut builder);
    let response = response::section(&mut builder);
    let negatives = response::negatives(&mut builder);
    let recommendations = recommendation::section(&mut builder);
    let limits = limits::section(&mut builder);
    let edition = &context.book.edition;
    Some(Snapshot {
        schema: "pana-snapshot-1",
        lang: context.words.lang(),
        title: builder.tell(
            "snapshot-title",
            &[("country", builder.country().into()), ("edition", edition.title.as_str().into())],
        ),
        country: Named { code: line.iso3.clone(), place: line.place.0.clone(), name: builder.country() },
        region: Named { code: line.region.0.clone(), place: line.region.0.clone(), name: builder.region() },
        edition: EditionShown {
            id: edition.id.clone(),
            edition: edition.edition.clone(),
            title: edition.title.clone(),
            reference_year: edition.reference_year,
            population_year: edition.population_year,
        },
        key_figures,
        scale,
        maps,
        vulnerability,
        response,
        negatives,
        recommendations,
        limits,
        sources: builder.sources(),
        derivations: builder.derivations,
    })
}

impl<'a> Builder<'a> {
    /// The words of the reader's language.
    pub fn words(&self) -> &'a Words {
        self.context.words
    }

    /// A message.
    pub fn say(&self, key: &str) -> String {
        self.context.words.say(key)
    }

    /// A message with arguments.
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.context.words.tell(key, args)
    }

    /// A number with a count of decimals.
    pub fn number(&self, value: f64, decimals: i16) -> String {
        self.context.words.numbers().fixed(value, decimals)
    }

    /// A number of an axis or a legend: as few decimals as it needs.
    pub fn tick(&self, value: f64) -> String {
        written::tick(self.context.words, value)
    }

    /// A chart of scores beside the means of the region.
    pub fn comparison(&self, id: &str, title: &str, description: &str, bars: &[Bar]) -> String {
        let words = ChartWords {
            title,
            description,
            country: &self.country(),
            mean: &self.say("mean-unweighted"),
            format: &|value| self.tick(value),
        };
        self.context.drawings.comparison(id, &words, bars)
    }

    /// The country's name.
    pub fn country(&self) -> String {
        self.context.words.name(&self.line.name).to_owned()
    }

    /// The region's name.
    pub fn region(&self) -> String {
        self.context.name_of(&self.line.region)
    }

    /// "in Europe and Central Asia".
    pub fn in_region(&self) -> String {
        let key = format!("in:{}", self.line.region.0);
        self.context.words.region_phrase(&key).map_or_else(|| self.region(), str::to_owned)
    }

    /// The observation behind a figure.
    pub fn observation(&self, id: &ObservationId) -> Option<&'a Observation> {
        self.context.room.observation(id)
    }

    /// A figure as an input of a derivation.
    pub fn input(&mut self, label: impl Into<String>, cited: &Cited) -> Input {
        let observation = self.observation(&cited.observation);
        if let Some(observation) = observation {
            self.sources.insert(observation.source.clone());
        }
        Input {
            label: label.into(),
            value: observation
                .and_then(|o| o.figure.number())
                .map_or_else(|| cited.value.to_string(), |d| d.as_written().to_owned()),
            observation: Some(cited.observation.0.clone()),
            source: observation.map(|observation| observation.source.0.clone()),
            locator: observation.map_or_else(String::new, |observation| observation.locator.clone()),
        }
    }

    /// A computed value as an input of a derivation.
    pub fn value(&self, label: impl Into<String>, value: impl ToString, locator: impl Into<String>) -> Input {
        Input {
            label: label.into(),
            value: value.to_string(),
            observation: None,
            source: None,
            locator: locator.into(),
        }
    }

    /// A row of a kept table as an input of a derivation.
    pub fn record(&mut self, label: impl Into<String>, record: &Record) -> Input {
        let source = record.cell("source_id").map(|id| SourceId(id.to_owned()));
        self.sources.extend(source.clone());
        Input {
            label: label.into(),
            value: record.key.clone(),
            observation: None,
            source: source.map(|id| id.0),
            locator: record.cell("locus").unwrap_or_default().to_owned(),
        }
    }

    /// Leaves a derivation and gives its name back.
    pub fn derive(
        &mut self,
        id: &str,
        kind: DerivationKind,
        statement: &str,
        rule: String,
        formula: String,
        inputs: Vec<Input>,
    ) -> String {
        let key = match kind {
            DerivationKind::Published => "derivation-published",
            DerivationKind::Computed => "derivation-computed",
            DerivationKind::Stated => "derivation-stated",
        };
        let kind_text = self.say(key);
        self.derivations.push(Derivation {
            id: id.to_owned(),
            statement: statement.to_owned(),
            kind,
            kind_text,
            rule,
            formula,
            inputs,
        });
        id.to_owned()
    }

    /// A sentence with its derivation.
    pub fn sentence(&mut self, id: &str, text: String, rule: &str, formula: String, inputs: Vec<Input>) -> Sentence {
        let rule = self.say(rule);
        let derivation = self.derive(id, DerivationKind::Computed, &text, rule, formula, inputs);
        Sentence { id: id.to_owned(), text, derivation }
    }

    fn sources(&self) -> Vec<SourceShown> {
        let shown = self.sources.iter().filter_map(|id| self.context.room.source(id));
        shown
            .map(|source| SourceShown {
                id: source.id.0.clone(),
                title: source.title.clone(),
                publisher: self.context.words.name(&source.publisher).to_owned(),
                published: source.published.map(|date| date.to_string()).unwrap_or_default(),
                url: source.url.clone(),
                note: source.note.as_deref().map(|note| self.context.words.name(note).to_owned()),
            })
            .collect()
    }
}
