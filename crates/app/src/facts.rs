//! Bringing facts in: the packs that travel with the program, or a folder of yours.

use jiff::civil::Date;
use pana_packs::{Faults, Files, Pack, ilab, world};
use pana_store::Db;
use pana_store::import::{Delivery, Recorded, record};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::library::Library;

/// What one pack changed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Imported {
    /// The pack.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its files.
    pub checksum: String,
    /// Rows that were not known.
    pub added: u64,
    /// Rows kept as a new revision beside the old one.
    pub corrected: u64,
    /// Rows that were known.
    pub unchanged: u64,
}

/// Loads every pack that travels with the program. Loading twice changes nothing.
pub async fn load_builtin(db: &Db, library: &Library, today: Date) -> Result<Vec<Imported>, Error> {
    let world = world::read(&library.data, &library.rules)?;
    let mut packs = vec![(world.clone(), checksum(&library.data.below("world")))];
    for country in library.data.folders().into_iter().filter(|folder| is_pack(&library.data, folder)) {
        let files = library.data.below(country);
        let pack = country_pack(country, &files, &world, library).map_err(|faults| faults.inside(country))?;
        packs.push((pack, checksum(&files)));
    }
    deliver(db, &packs, today).await
}

/// Reads a folder of yours as a pack of that name, beside the world's pack. Nothing is recorded yet.
pub fn read_folder(library: &Library, name: &str, files: &Files) -> Result<Vec<(Pack, String)>, Error> {
    let world = world::read(&library.data, &library.rules)?;
    let pack = country_pack(name, files, &world, library)?;
    Ok(vec![(world, checksum(&library.data.below("world"))), (pack, checksum(files))])
}

/// Loads a folder of yours as a pack of that name.
pub async fn load_folder(
    db: &Db,
    library: &Library,
    name: &str,
    files: &Files,
    today: Date,
) -> Result<Vec<Imported>, Error> {
    deliver(db, &read_folder(library, name, files)?, today).await
}

fn is_pack(data: &Files, folder: &str) -> bool {
    folder != "world" && data.bytes(&format!("{folder}/datapackage.json")).is_some()
}

/// A country's pack beside the world's: what both define must agree, and the world's definition stands.
pub fn country_pack(name: &str, files: &Files, world: &Pack, library: &Library) -> Result<Pack, Faults> {
    let mut pack = Pack::read(name, files)?.beside(world)?;
    let assessed = ilab::observations(&pack, files, world, &library.assessments)?;
    pack.observations.extend(assessed);
    pack.observations.extend(world::ratings(
        files,
        &library.rules,
        &world::places_by_iso3(&world.places),
        &world.sources,
    )?);
    Ok(pack)
}

/// Records packs in one transaction: all of them, or none.
pub async fn deliver(db: &Db, packs: &[(Pack, String)], today: Date) -> Result<Vec<Imported>, Error> {
    let mut tx = db.begin().await?;
    let mut imported = Vec::new();
    for (pack, checksum) in packs {
        let recorded = record(&mut tx, &delivery(pack, checksum), today).await?;
        imported.push(told(pack, checksum, recorded));
    }
    tx.commit().await?;
    Ok(imported)
}

fn delivery<'a>(pack: &'a Pack, checksum: &'a str) -> Delivery<'a> {
    Delivery {
        name: &pack.name,
        version: &pack.version,
        checksum,
        sources: &pack.sources,
        places: &pack.places,
        indicators: &pack.indicators,
        relations: &pack.relations,
        observations: &pack.observations,
        records: &pack.records,
    }
}

fn told(pack: &Pack, checksum: &str, recorded: Recorded) -> Imported {
    Imported {
        pack: pack.name.clone(),
        version: pack.version.clone(),
        checksum: checksum.to_owned(),
        added: recorded.added,
        corrected: recorded.corrected,
        unchanged: recorded.unchanged,
    }
}

/// SHA-256 over the names, lengths and bytes of all files, in hexadecimal.
pub fn checksum(files: &Files) -> String {
    let mut hash = Sha256::new();
    for path in files.paths() {
        let bytes = files.bytes(path).unwrap_or_default();
        hash.update(format!("{path}\n{}\n", bytes.len()));
        hash.update(bytes);
    }
    hex(&hash.finalize())
}

/// SHA-256 of a text or a file, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
