//! What the program knows before it opens a database: rulesets, words, map.

use std::collections::BTreeMap;

use pana_casework::screening::Instrument;
use pana_evidence::PlaceId;
use pana_packs::ruleset::Rules;
use pana_packs::world;
use pana_packs::{Assessments, Files, instrument, texts};
use pana_publish::figures::Maps;
use pana_publish::map::Frame;
use pana_text::{Lang, Texts, Tongue, Words};

use crate::error::Error;

/// Rules, words and outlines, read and checked once.
pub struct Library {
    /// The files they were read from.
    pub data: Files,
    /// The rulesets, newest edition first.
    pub rules: Vec<Rules>,
    /// The rules and instruments of assessments.
    pub assessments: Assessments,
    /// The screening instruments, by id.
    pub instruments: BTreeMap<String, Instrument>,
    /// The catalogues.
    pub texts: Texts,
    /// The languages that only paper speaks, by tag.
    pub tongues: BTreeMap<String, Tongue>,
    /// The maps of the regions, projected once.
    pub maps: Maps,
}

impl Library {
    /// Reads the data that travel inside the program.
    pub fn builtin() -> Result<Self, Error> {
        Self::read(pana_packs::builtin::data())
    }

    /// Reads `data/`.
    pub fn read(data: Files) -> Result<Self, Error> {
        Ok(Self {
            rules: Rules::read_all(&data)?,
            assessments: Assessments::read(&data)?,
            instruments: instrument::read_all(&data)?,
            texts: texts::read(&data)?,
            tongues: pana_packs::casework::paper::read_all(&data)?,
            maps: maps(&data)?,
            data,
        })
    }

    /// The words of a language.
    pub fn words(&self, lang: Lang) -> &Words {
        self.texts.get(lang)
    }

    /// The rules of an edition (`2023`) or of a ruleset (`gsi-2023`).
    pub fn rules(&self, edition: &str) -> Result<&Rules, Error> {
        let found = self.rules.iter().find(|rules| rules.edition.edition == edition || rules.edition.id == edition);
        found.ok_or_else(|| {
            let known: Vec<&str> = self.rules.iter().map(|rules| rules.edition.id.as_str()).collect();
            Error::NotFound(format!("there is no edition `{edition}`; there are {}", known.join(", ")))
        })
    }
}

fn maps(data: &Files) -> Result<Maps, Error> {
    let places = world::places(data)?;
    let members = |region: &PlaceId| -> Vec<String> {
        let inside = places.iter().filter(|place| place.index_region.as_ref() == Some(region));
        inside.filter_map(|place| place.iso3.clone()).collect()
    };
    let regions = world::frames(data)?.into_iter().map(|drawn| {
        let frame = Frame { center: drawn.center, x: drawn.x, y: drawn.y };
        (drawn.region.clone(), frame, members(&drawn.region))
    });
    let outlines = data.text("world/outlines.json")?;
    let failed = |reason: String| Error::File { place: "world/outlines.json".into(), reason };
    Maps::new(outlines, regions.collect()).map_err(failed)
}
