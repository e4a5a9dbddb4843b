//! Importing a file of ILAB's for any country: what can be read is recorded in one transaction, what cannot is named.

use jiff::civil::Date;
use pana_evidence::Place;
use pana_packs::ilab::import::{self, Imported as Read, PACK};
use pana_packs::ilab::release::{Given, Known};
use pana_packs::{Fault, Pack, world};
use pana_store::Db;
use pana_store::import::{Delivery, record};
use sha2::{Digest, Sha256};

use crate::assessment::text;
use crate::error::Error;
use crate::facts::{Imported, hex};
use crate::library::Library;

/// What a person says about a file that it does not say itself.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The country, by name or code.
    pub country: Option<String>,
    /// The reporting year.
    pub year: Option<i16>,
    /// The day of release.
    pub released: Option<Date>,
}

/// What an import did, or would do.
#[derive(Clone, Debug, serde::Serialize)]
pub struct ImportedFile {
    /// The file.
    pub file: String,
    /// What changed; nothing where it was only read.
    pub imported: Option<Imported>,
    /// How many figures were read, each change a revision.
    pub observations: usize,
    /// How many goods, conventions, standards and suggested actions were read.
    pub records: usize,
    /// Every row or field that was refused.
    pub refused: Vec<Fault>,
    /// Fields nobody here knows, each once.
    pub left_out: Vec<String>,
}

/// A file that was read, with the pack it stands on. Nothing is recorded yet.
pub struct Opened {
    file: String,
    read: Read,
    world: Pack,
    checksum: String,
    released: Option<Date>,
}

/// Reads a file.
pub fn open(library: &Library, file: &str, bytes: &[u8], said: &Said) -> Result<Opened, Error> {
    let text = text(file, bytes)?;
    let world = world::read(&library.data, &library.rules)?;
    let country = said.country.as_deref().map(|given| country(library, &world, given)).transpose()?;
    let known = Known {
        columns: &library.assessments.columns,
        places: &world.places,
        units: world.indicators.iter().map(|known| (&known.id, known.unit.as_str())).collect(),
        sources: world.sources.iter().map(|source| (&source.id, source.released())).collect(),
    };
    let read = import::import(file, text, &known, &Given { country, year: said.year, released: said.released });
    let checksum = hex(&Sha256::digest(bytes));
    Ok(Opened { file: file.to_owned(), read, checksum, released: said.released, world })
}

fn country<'a>(library: &Library, world: &'a Pack, given: &str) -> Result<&'a Place, Error> {
    library
        .assessments
        .columns
        .country(given, &world.places)
        .ok_or_else(|| Error::NotFound(format!("there is no country `{given}`; use a code such as KZ or KAZ")))
}

impl Opened {
    /// What an import would do.
    pub fn tell(self) -> ImportedFile {
        self.told(None)
    }

    fn told(self, imported: Option<Imported>) -> ImportedFile {
        ImportedFile {
            file: self.file,
            imported,
            observations: self.read.observations.len(),
            records: self.read.records.len(),
            refused: self.read.refused,
            left_out: self.read.left_out,
        }
    }
}

/// Records what was read, all of it or nothing.
pub async fn keep(db: &Db, opened: Opened, today: Date) -> Result<ImportedFile, Error> {
    let version = opened.released.unwrap_or(today).to_string();
    let delivery = Delivery {
        name: PACK,
        version: &version,
        checksum: &opened.checksum,
        sources: &opened.world.sources,
        places: &opened.world.places,
        indicators: &opened.world.indicators,
        relations: &opened.world.relations,
        observations: &opened.read.observations,
        records: &opened.read.records,
    };
    let mut tx = db.begin().await?;
    let recorded = record(&mut tx, &delivery, today).await?;
    tx.commit().await?;
    let imported = Imported {
        pack: PACK.to_owned(),
        version,
        checksum: opened.checksum.clone(),
        added: recorded.added,
        corrected: recorded.corrected,
        unchanged: recorded.unchanged,
    };
    Ok(opened.told(Some(imported)))
}
