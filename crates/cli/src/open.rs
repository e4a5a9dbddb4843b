//! Opening the facts a command speaks about.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use pana_app::{Desk, Library, facts};
use pana_store::Db;

use crate::args::Place;
use crate::exit::Exit;

/// The data folder when none is named.
pub const FOLDER: &str = "pana-data";

/// Today by the computer's clock, in UTC.
pub fn today() -> Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The rules, words and maps inside the program.
pub fn library() -> Result<Library, Exit> {
    Ok(Library::builtin()?)
}

/// A database to write to, with the built-in facts in it: the one named, or the data folder, which is made when it is
/// missing. Facts that are known already stay as they are.
pub async fn for_writing(place: &Place, library: &Library) -> Result<Db, Exit> {
    let db = match &place.db {
        Some(url) => Db::connect(url).await?,
        None => {
            let folder = place.data.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
            make_folder(&folder)?;
            Db::open_folder(&folder).await?
        }
    };
    facts::load_builtin(&db, library, today()).await?;
    Ok(db)
}

/// Makes a folder; says whether it was missing.
pub fn make_folder(folder: &Path) -> Result<bool, Exit> {
    let missing = !folder.exists();
    let refused = |error: std::io::Error| {
        Exit::Failed(format!("cannot make the folder {}: {error}; name another one with --data", folder.display()))
    };
    std::fs::create_dir_all(folder).map_err(refused)?;
    let probe = folder.join(".pana-probe");
    let unwritable = |error: std::io::Error| {
        Exit::Failed(format!("cannot write to the folder {}: {error}; name another one with --data", folder.display()))
    };
    std::fs::write(&probe, b"").map_err(unwritable)?;
    std::fs::remove_file(&probe).map_err(unwritable)?;
    Ok(missing)
}

/// The facts to try something out on, without making or writing anything: the database named, or the data folder if it is
/// there; where it is missing or empty, what travels with the program.
pub async fn for_trying(place: &Place, library: &Library) -> Result<Db, Exit> {
    let folder = place.data.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    let named = match &place.db {
        Some(url) => Some(Db::connect(url).await?),
        None if folder.join("pana.sqlite").exists() => Some(Db::open_folder(&folder).await?),
        None => None,
    };
    if let Some(db) = named
        && pana_store::room::version(&db).await? > 0
    {
        return Ok(db);
    }
    let db = Db::in_memory().await?;
    facts::load_builtin(&db, library, today()).await?;
    Ok(db)
}

/// The facts to read: the database named, or the data folder if it is there, or else what travels with the program.
pub async fn for_reading(place: &Place) -> Result<Desk, Exit> {
    let library = library()?;
    let folder = place.data.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    let db = if let Some(url) = &place.db {
        Db::connect(url).await?
    } else if folder.join("pana.sqlite").exists() {
        Db::open_folder(&folder).await?
    } else if place.data.is_some() {
        return Err(Exit::Failed(format!("{} holds no data; make it with `pana demo --data DIR`", folder.display())));
    } else {
        let db = Db::in_memory().await?;
        facts::load_builtin(&db, &library, today()).await?;
        db
    };
    Ok(Desk::open(db, library).await?)
}
