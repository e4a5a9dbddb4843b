//! The first command: a data folder with the built-in facts, and the observatory on it.

use std::path::Path;

use pana_app::{Desk, facts};
use pana_store::Db;

use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::serve::{listen, serve};

/// `pana demo`.
pub async fn run(args: args::Demo) -> Result<(), Exit> {
    let listener = listen(&args.listen).await?;
    let made = open::make_folder(&args.data)?;
    let desk = match prepare(&args.data).await {
        Ok(desk) => desk,
        Err(exit) => {
            if made {
                // The folder did not exist before this command: nothing half-made stays behind.
                let _ = std::fs::remove_dir_all(&args.data);
            }
            return Err(exit);
        }
    };
    if !args.json {
        let url = listener.local_addr().map(|address| format!("http://{address}")).unwrap_or_default();
        welcome(&args.data, &url);
    }
    serve(listener, desk, args.json, true).await
}

async fn prepare(folder: &Path) -> Result<Desk, Exit> {
    let db = Db::open_folder(folder).await?;
    let library = open::library()?;
    facts::load_builtin(&db, &library, open::today()).await?;
    Ok(Desk::open(db, library).await?)
}

fn welcome(folder: &Path, url: &str) {
    eprintln!("The facts are in {}. Look at:", folder.display());
    eprintln!("  {url}/en/countries/KAZ             the snapshot of Kazakhstan: every figure opens how it was made");
    eprintln!("  {url}/kk/countries/KAZ/2023.pdf    the same as two printed pages, in Kazakh");
    eprintln!("  {url}/ru/indicators/ms.prevalence.number?place=KZ    where a line must break, in Russian");
}
