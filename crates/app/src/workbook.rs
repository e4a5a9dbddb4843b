//! Importing an official workbook: read, guarded, recorded.

use jiff::civil::Date;
use pana_packs::workbook::{self, Inspected, Refused};
use pana_packs::world;
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

/// Reads a workbook, refuses it with reasons when it does not add up, and records its figures otherwise.
pub async fn import(
    db: &Db,
    library: &Library,
    file: &str,
    bytes: &[u8],
    today: Date,
) -> Result<ImportedWorkbook, Error> {
    let world = world::read(&library.data, &library.rules)?;
    let book =
        workbook::read(file, bytes, &library.data, &library.rules, &world.sources).map_err(
            |refused| match refused {
                Refused::Unreadable(faults) => Error::Faults(faults),
                Refused::Unbelievable(reasons) => Error::Refused { file: file.to_owned(), reasons },
            },
        )?;
    // The workbook rounds populations to thousands; the unrounded figures we carry stand.
    let observations: Vec<_> =
        book.observations.into_iter().filter(|observation| observation.indicator.0 != "pop.total").collect();
    let checksum = hex(&Sha256::digest(bytes));
    let delivery = Delivery {
        name: &format!("workbook {}", book.ruleset),
        version: &book.ruleset,
        checksum: &checksum,
        sources: &world.sources,
        places: &world.places,
        indicators: &world.indicators,
        relations: &world.relations,
        observations: &observations,
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
