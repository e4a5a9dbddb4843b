//! Importing an official workbook: read, guarded, recorded.

use jiff::civil::Date;
use pana_packs::workbook::{self, Inspected, Refused, Workbook};
use pana_packs::{Pack, world};
use pana_store::Db;
use pana_store::import::{Delivery, record};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::facts::{Imported, hex};
use crate::library::Library;

/// What an import of a workbook did.
#[derive(Clone, Debug, serde::Serialize)]
pub struct ImportedWorkbook {
    /// The edition.
    pub ruleset: String,
    /// What changed.
    #[serde(flatten)]
    pub imported: Imported,
    /// What the guard checked.
    pub inspected: Inspected,
}

/// A workbook that was read and believed, with the pack it stands on. Nothing is recorded yet.
pub struct Believed {
    book: Workbook,
    world: Pack,
    checksum: String,
}

/// Reads a workbook and refuses it with reasons when it does not add up.
pub fn read(library: &Library, file: &str, bytes: &[u8]) -> Result<Believed, Error> {
    let world = world::read(&library.data, &library.rules)?;
    let read = workbook::read(file, bytes, &library.data, &library.rules, &world.sources);
    let mut book = read.map_err(|refused| match refused {
        Refused::Unreadable(faults) => Error::Faults(faults),
        Refused::Unbelievable(reasons) => Error::Refused { file: file.to_owned(), reasons },
    })?;
    // The workbook rounds populations to thousands; the unrounded figures we carry stand.
    let rounded = |edition: &str| library.rules(edition).map(|rules| rules.edition.indicators.population.clone());
    let population = rounded(&book.ruleset)?;
    book.observations.retain(|observation| observation.indicator != population);
    Ok(Believed { book, world, checksum: hex(&Sha256::digest(bytes)) })
}

/// Records the figures of a workbook that was believed.
pub async fn keep(db: &Db, believed: Believed, today: Date) -> Result<ImportedWorkbook, Error> {
    let Believed { book, world, checksum } = believed;
    let delivery = Delivery {
        name: &format!("workbook {}", book.ruleset),
        version: &book.ruleset,
        checksum: &checksum,
        sources: &world.sources,
        places: &world.places,
        indicators: &world.indicators,
        relations: &world.relations,
        observations: &book.observations,
        records: &[],
    };
    let mut tx = db.begin().await?;
    let recorded = record(&mut tx, &delivery, today).await?;
    tx.commit().await?;
    let imported = Imported {
        pack: delivery.name.to_owned(),
        version: book.ruleset.clone(),
        checksum: checksum.clone(),
        added: recorded.added,
        corrected: recorded.corrected,
        unchanged: recorded.unchanged,
    };
    Ok(ImportedWorkbook { ruleset: book.ruleset, imported, inspected: book.inspected })
}
