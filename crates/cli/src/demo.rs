//! The first command: a data folder with the built-in facts, and the observatory on it.

use std::path::Path;

use pana_app::{Desk, Library, facts};
use pana_store::Db;
use pana_web::casework::Confided;

use crate::args;
use crate::confided::room;
use crate::exit::Exit;
use crate::open;
use crate::serve::{Entrance, Told, keys, listen, serve, site};

/// So many cases one account of the demonstration opens in a day without confirming who it is.
const DEMO_CASES: usize = 10_000;

/// `pana demo`.
pub async fn run(args: args::Demo) -> Result<(), Exit> {
    let listener = listen(&args.listen).await?;
    let site = site(&args.encryption, &listener)?;
    let made = open::make_folder(&args.data)?;
    let (desk, confided, accounts) = match prepare(&args.data).await {
        Ok(made) => made,
        Err(exit) => {
            if made {
                // The folder did not exist before this command: nothing half-made stays behind.
                let _ = std::fs::remove_dir_all(&args.data);
            }
            return Err(exit);
        }
    };
    let keys = keys(&args.encryption, &listener, &args.data)?;
    if !args.json {
        let scheme = if keys.is_some() { "https" } else { "http" };
        let url = listener.local_addr().map(|address| format!("{scheme}://{address}")).unwrap_or_default();
        welcome(&args.data, &url, &accounts);
    }
    let accounts = Some(serde_json::json!(accounts));
    let entrance = Entrance { listener, keys, proxies: args.encryption.proxy };
    let confided = Some(Confided { site, ..confided });
    serve(entrance, desk, Told { json: args.json, accounts }, true, confided).await
}

async fn prepare(folder: &Path) -> Result<(Desk, Confided, Vec<serde_json::Value>), Exit> {
    let db = Db::open_folder(folder).await?;
    let library = open::library()?;
    facts::load_builtin(&db, &library, open::today()).await?;
    let confided = room::open(folder, &library).await?;
    // In the demonstration each role is one account, with which everybody tries everything.
    confided.casework.limit_cases(DEMO_CASES);
    let accounts = network(folder, &library, &confided).await?;
    Ok((Desk::open(db, library).await?, confided, accounts))
}

/// The invented network. Its accounts are told each time: they are kept beside it, which no real network would do.
async fn network(folder: &Path, library: &Library, confided: &Confided) -> Result<Vec<serde_json::Value>, Exit> {
    let kept = folder.join("demo-accounts.json");
    let failed = |error: &dyn std::fmt::Display| Exit::Failed(format!("the invented network: {error}"));
    let network = pana_packs::casework::network::builtin(&library.data).map_err(|faults| failed(&faults))?;
    let made = confided.casework.play(&network, library, &confided.moment()).await.map_err(|error| failed(&error))?;
    if !made.is_empty() {
        let text = serde_json::to_string_pretty(&made).map_err(|error| failed(&error))?;
        std::fs::write(&kept, text).map_err(|error| failed(&error))?;
    }
    let text = std::fs::read_to_string(&kept).unwrap_or_else(|_| "[]".to_owned());
    serde_json::from_str(&text).map_err(|error| failed(&error))
}

fn welcome(folder: &Path, url: &str, accounts: &[serde_json::Value]) {
    eprintln!("The facts are in {}. Look at:", folder.display());
    eprintln!("  {url}/en/countries/KAZ             the snapshot of Kazakhstan: every figure opens how it was made");
    eprintln!("  {url}/kk/countries/KAZ/2023.pdf    the same as two printed pages, in Kazakh");
    eprintln!("  {url}/ru/indicators/ms.prevalence.number?place=KZ    where a line must break, in Russian");
    if !accounts.is_empty() {
        eprintln!("  {url}/en/casework                  the confided room with invented people; the accounts are in");
        eprintln!("  {}", folder.join("demo-accounts.json").display());
    }
}
