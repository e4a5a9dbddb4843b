//! The public room in open formats.

use pana_app::export::{self, Format};

use crate::args::{self, ExportFormat};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, write_file};

/// `pana export`.
pub async fn run(args: args::Export) -> Result<(), Exit> {
    let desk = open::for_reading(&args.place).await?;
    let shelf = desk.shelf().await?;
    let (format, main) = match args.format {
        ExportFormat::Claimreview => (Format::ClaimReview, "claimreview.json"),
        ExportFormat::Sdmx => (Format::Sdmx, "observations.csv"),
        ExportFormat::Datapackage => (Format::DataPackage, "datapackage.json"),
        ExportFormat::Hxl => (Format::Hxl, "observations.hxl.csv"),
        ExportFormat::Csv => (Format::Csv, "observations.csv"),
    };
    let base = args.base.trim_end_matches('/');
    let files = export::files(&shelf, &desk.library, format, args.lang, base);
    if format == Format::ClaimReview && files.len() < 2 {
        eprintln!("No named person has decided on a claim yet; `pana claims decide` records a verdict.");
    }
    let Some(folder) = &args.out else {
        let main = files.iter().find(|(path, _)| path == main).or_else(|| files.first());
        return main.map_or(Ok(()), |(_, bytes)| print(bytes));
    };
    for (path, bytes) in &files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)
                .map_err(|error| Exit::Failed(format!("cannot make the folder {}: {error}", parent.display())))?;
        }
        write_file(&path, bytes)?;
    }
    eprintln!("{} files in {}", files.len(), folder.display());
    Ok(())
}
