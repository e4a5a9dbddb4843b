//! `pana init`: makes the confided room and invites its first administrator.

use std::path::Path;

use pana_app::casework::Refused;
use serde_json::json;

use crate::args::confided::Init;
use crate::confided::{room, told};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana init`.
pub async fn run(args: Init) -> Result<(), Exit> {
    let folder = &args.folder.data;
    let made = open::make_folder(folder)?;
    match invite(&args).await {
        Ok(code) => tell(&args, &code),
        Err(exit) => {
            if made {
                // The folder did not exist before this command: nothing half-made stays behind.
                let _ = std::fs::remove_dir_all(folder);
            }
            Err(exit)
        }
    }
}

async fn invite(args: &Init) -> Result<String, Exit> {
    let library = open::library()?;
    let confided = room::open(&args.folder.data, &library).await?;
    let invited = confided.casework.invite_first(&args.login, &args.name, &confided.moment()).await;
    confided.casework.db.close().await;
    let code = invited.map_err(|refused| match refused {
        Refused::Denied => done(&args.folder.data),
        other => told(other),
    })?;
    Ok(code.to_string())
}

fn done(folder: &Path) -> Exit {
    Exit::Refused(format!(
        "the confided room in {} has accounts already; `pana user add` invites somebody, `pana user recover` starts an account anew",
        folder.display()
    ))
}

fn tell(args: &Init, code: &str) -> Result<(), Exit> {
    let folder = args.folder.data.display();
    if args.json {
        return print_json(&json!({"data": args.folder.data, "login": args.login, "invitation": code}));
    }
    eprintln!("The confided room is in {folder}. Its machine.key is a secret: keep a copy apart from the data.");
    eprintln!(
        "Start `pana serve --data {folder}`, open /en/casework/join and take the account over within three days."
    );
    eprintln!("The invitation of {} is shown this once:", args.login);
    print(format!("{code}\n").as_bytes())
}
