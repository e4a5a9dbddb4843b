//! Bringing facts in.

use std::path::Path;

use pana_app::facts::{self, Imported};
use pana_app::workbook;
use pana_packs::Files;
use pana_packs::import::Kind;

use crate::args::{self, ImportWhat, Place};
use crate::exit::Exit;
use crate::import_table;
use crate::open;
use crate::output::{print_json, read_file};

/// `pana import`.
pub async fn run(args: args::Import) -> Result<(), Exit> {
    match args.what {
        ImportWhat::Facts { dir, place, json } => folder(&dir, &place, json).await,
        ImportWhat::Gsi { file, place, json } => gsi(&file, &place, json).await,
        ImportWhat::Ilab(args) => crate::ilab::run(args).await,
        ImportWhat::Uhri(table) => import_table::run(Kind::Uhri, *table).await,
        ImportWhat::Upr(table) => import_table::run(Kind::Upr, *table).await,
        ImportWhat::Plan(table) => import_table::run(Kind::Plan, *table).await,
        ImportWhat::Observations(table) => import_table::run(Kind::Observations, *table).await,
    }
}

async fn folder(dir: &Path, place: &Place, json: bool) -> Result<(), Exit> {
    let files = read_folder(dir)?;
    let name = dir.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let library = open::library()?;
    let packs = facts::read_folder(&library, &name.unwrap_or_default(), &files)?;
    let db = open::for_writing(place, &library).await?;
    let imported = facts::deliver(&db, &packs, open::today()).await?;
    tell(&imported, json)
}

async fn gsi(file: &Path, place: &Place, json: bool) -> Result<(), Exit> {
    let bytes = read_file(file)?;
    let name = file.file_name().map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().into_owned());
    let library = open::library()?;
    let believed = workbook::read(&library, &name, &bytes)?;
    let db = open::for_writing(place, &library).await?;
    let done = workbook::keep(&db, believed, open::today()).await?;
    if json {
        return print_json(&done);
    }
    let (inspected, imported) = (&done.inspected, &done.imported);
    eprintln!("{name}: {} (sha256 {})", done.ruleset, imported.checksum);
    eprintln!(
        "checked: {} numbers from prevalence and population, {} vulnerability totals, {} response totals",
        inspected.numbers, inspected.vulnerability, inspected.response
    );
    for defect in &inspected.known_defects {
        eprintln!("known defect, as expected: {defect}");
    }
    tell(std::slice::from_ref(imported), false)
}

fn tell(imported: &[Imported], json: bool) -> Result<(), Exit> {
    if json {
        return print_json(&imported);
    }
    for pack in imported {
        eprintln!("{}: {} new, {} corrected, {} unchanged", pack.pack, pack.added, pack.corrected, pack.unchanged);
    }
    Ok(())
}

/// Reads a folder and the folders in it.
fn read_folder(dir: &Path) -> Result<Files, Exit> {
    let mut files = Files::default();
    add(dir, "", &mut files)?;
    Ok(files)
}

fn add(dir: &Path, prefix: &str, files: &mut Files) -> Result<(), Exit> {
    let failed = |error: std::io::Error| Exit::Failed(format!("cannot read {}: {error}", dir.display()));
    for entry in std::fs::read_dir(dir).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            add(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, read_file(&entry.path())?);
        }
    }
    Ok(())
}
