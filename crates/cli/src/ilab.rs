//! Bringing in a file of ILAB's.

use pana_app::ilab::{self, ImportedFile, Said};

use crate::args;
use crate::assess::{name_of, refused};
use crate::exit::Exit;
use crate::open;
use crate::output::{print_json, read_file};

/// `pana import ilab`.
pub async fn run(args: args::ImportIlab) -> Result<(), Exit> {
    let bytes = read_file(&args.file)?;
    let library = open::library()?;
    let said = Said { country: args.country, year: args.year, released: args.released };
    let opened = ilab::open(&library, &name_of(&args.file), &bytes, &said)?;
    let done = if args.dry_run {
        opened.tell()
    } else {
        let db = open::for_writing(&args.place, &library).await?;
        ilab::keep(&db, opened, open::today()).await?
    };
    if args.json {
        print_json(&done)?;
    } else {
        tell(&done);
    }
    refused(&done.refused)
}

fn tell(done: &ImportedFile) {
    eprintln!("{}: {} figures and {} other rows read", done.file, done.observations, done.records);
    if !done.left_out.is_empty() {
        eprintln!("not known here and left out: {}", done.left_out.join(", "));
    }
    match &done.imported {
        Some(pack) => {
            eprintln!("{}: {} new, {} corrected, {} unchanged", pack.pack, pack.added, pack.corrected, pack.unchanged);
        }
        None => eprintln!("nothing was recorded"),
    }
}
