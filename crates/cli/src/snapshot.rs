//! Snapshots as files.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use pana_app::Desk;
use pana_app::desk::Shelf;
use pana_app::snapshot::make;
use pana_publish::figures::Dress;
use pana_publish::pdf::Press;
use pana_text::Lang;

use crate::args::{self, Format};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, write_file};

/// What snapshots are made from.
struct Workshop {
    desk: Desk,
    shelf: Arc<Shelf>,
    press: Press,
}

/// `pana snapshot`.
pub async fn run(args: args::Snapshot) -> Result<(), Exit> {
    let desk = open::for_reading(&args.place).await?;
    let shelf = desk.shelf().await?;
    let workshop = Workshop { desk, shelf, press: Press::new() };
    let format = if args.json { Format::Json } else { args.format };
    let langs = args.lang.langs();
    if let (true, Some(folder)) = (args.all, &args.out_dir) {
        return all(&workshop, &args, format, &langs, folder);
    }
    let [lang] = langs[..] else {
        return Err(Exit::Usage("--lang all goes with --all and --out-dir".to_owned()));
    };
    let country = args.country.as_deref().unwrap_or_default();
    let bytes = workshop.one(country, args.edition.as_deref(), lang, format)?;
    match &args.out {
        Some(file) => write_file(file, &bytes),
        None => print(&bytes),
    }
}

impl Workshop {
    fn one(&self, country: &str, edition: Option<&str>, lang: Lang, format: Format) -> Result<Vec<u8>, Exit> {
        let dress = if format == Format::Pdf { Dress::Print } else { Dress::Page };
        let snapshot = make(&self.shelf, &self.desk.library, country, edition, lang, dress)?;
        let words = self.desk.library.words(lang);
        match format {
            Format::Json => {
                let mut text = serde_json::to_vec_pretty(&snapshot).map_err(|error| Exit::Failed(error.to_string()))?;
                text.push(b'\n');
                Ok(text)
            }
            Format::Pdf => self.press.print(&snapshot, words).map_err(|error| Exit::Failed(error.to_string())),
            Format::Html => pana_web::standalone::html(&snapshot, words).map_err(Exit::Failed),
        }
    }
}

/// Every country of an edition, on all cores. Files that were written before a failure are whole.
fn all(workshop: &Workshop, args: &args::Snapshot, format: Format, langs: &[Lang], folder: &Path) -> Result<(), Exit> {
    let book = workshop.shelf.book(args.edition.as_deref());
    let book = book
        .ok_or_else(|| Exit::Usage(format!("there is no edition `{}`", args.edition.as_deref().unwrap_or_default())))?;
    let ending = match format {
        Format::Html => "html",
        Format::Pdf => "pdf",
        Format::Json => "json",
    };
    std::fs::create_dir_all(folder)
        .map_err(|error| Exit::Failed(format!("cannot make the folder {}: {error}", folder.display())))?;
    let work: Vec<(&str, Lang)> =
        book.lines.keys().flat_map(|country| langs.iter().map(move |lang| (country.as_str(), *lang))).collect();
    let bar = progress(work.len());
    let next = AtomicUsize::new(0);
    let failure: Mutex<Option<Exit>> = Mutex::new(None);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((country, lang)) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let made = workshop.one(country, Some(&book.edition.id), *lang, format);
                    let file = folder.join(format!("{country}-{}-{lang}.{ending}", book.edition.edition));
                    if let Err(exit) = made.and_then(|bytes| write_file(&file, &bytes)) {
                        failure.lock().expect("no thread panics while it holds the failure").get_or_insert(exit);
                        return;
                    }
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    match failure.into_inner().expect("no thread panics while it holds the failure") {
        Some(exit) => Err(exit),
        None => {
            eprintln!("{} files in {}", work.len(), folder.display());
            Ok(())
        }
    }
}

/// A bar on a terminal; nothing elsewhere.
fn progress(length: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(length as u64), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{bar:40} {pos}/{len} snapshots, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
