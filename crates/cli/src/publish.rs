//! The public room as a folder of files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use pana_publish::pdf::Press;
use pana_web::site;

use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::print_json;

/// A file that only a folder made by this command has.
const MARK: &str = "worker.js";

/// `pana publish`.
pub async fn run(args: args::Publish) -> Result<(), Exit> {
    may_replace(&args.dir)?;
    let desk = open::for_reading(&args.place).await?;
    let shelf = desk.shelf().await?;
    let country = match &args.country {
        Some(code) => shelf.room.find_place(code).filter(|place| place.kind == "country").ok_or_else(|| {
            Exit::Usage(format!("there is no country `{code}`; use its ISO 3166-1 code, such as KAZ"))
        })?,
        None => site::own_country(&shelf.room)
            .ok_or_else(|| Exit::Usage("the room has no country of its own; name one with --country".to_owned()))?,
    };
    let state = pana_web::State {
        desk: Arc::new(desk),
        press: Arc::new(Press::new()),
        today: open::today,
        workbench: None,
        confided: None,
    };
    let bar = progress();
    let files = site::files(state, country, &mut |pages| bar.set_position(pages as u64)).await;
    bar.finish_and_clear();
    let files = files.map_err(|fault| Exit::Failed(fault.to_string()))?;
    write(&args.dir, &files)?;
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    if args.json {
        let country = country.iso3.as_deref().unwrap_or(&country.id.0);
        let told = serde_json::json!({ "dir": args.dir, "country": country, "files": files.len(), "bytes": bytes });
        return print_json(&told);
    }
    eprintln!("{} files, {:.1} MB, in {}", files.len(), bytes as f64 / 1e6, args.dir.display());
    eprintln!(
        "Put the folder on any web host. Opened from a disk it works too, without search and without keeping itself."
    );
    Ok(())
}

/// A folder with anything else in it is left alone.
fn may_replace(dir: &Path) -> Result<(), Exit> {
    let Ok(mut entries) = std::fs::read_dir(dir) else {
        return if dir.exists() { Err(Exit::Usage(format!("{} is not a folder", dir.display()))) } else { Ok(()) };
    };
    if entries.next().is_none() || dir.join(MARK).is_file() {
        return Ok(());
    }
    Err(Exit::Usage(format!("{} holds other files; name a folder that is new or empty", dir.display())))
}

/// Writes the folder beside its place and puts it there when it is whole; the one before it goes only then.
fn write(dir: &Path, files: &[site::File]) -> Result<(), Exit> {
    let (part, old) = (beside(dir, "part"), beside(dir, "old"));
    let written = write_all(&part, files).and_then(|()| {
        if dir.exists() {
            std::fs::rename(dir, &old)?;
        }
        std::fs::rename(&part, dir)
    });
    if written.is_ok() {
        // The new folder stands; what cannot be cleared away of the old one is no failure of this command.
        let _ = std::fs::remove_dir_all(&old);
        return Ok(());
    }
    let _ = std::fs::remove_dir_all(&part);
    if old.exists() && !dir.exists() {
        let _ = std::fs::rename(&old, dir);
    }
    written.map_err(|error| Exit::Failed(format!("cannot write {}: {error}", dir.display())))
}

fn beside(dir: &Path, end: &str) -> PathBuf {
    let mut name = dir.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{end}"));
    dir.with_file_name(name)
}

fn write_all(root: &Path, files: &[site::File]) -> std::io::Result<()> {
    for file in files {
        let path = root.join(&file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, &file.bytes)?;
    }
    Ok(())
}

fn progress() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{spinner} {pos} pages") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
