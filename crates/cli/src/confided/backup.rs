//! `pana backup` and `pana restore`.

use pana_app::casework::Casework;
use pana_app::casework::backup::{self, BackupFault, InPlace};
use serde_json::json;

use crate::args;
use crate::confided::{recovery, room, told};
use crate::exit::Exit;
use crate::open;
use crate::output::print_json;

/// `pana backup`.
pub async fn make(args: args::confided::Backup) -> Result<(), Exit> {
    let library = open::library()?;
    let folder = &args.folder.data;
    let to = recovery::public(folder)?;
    let pair = args.shares.as_deref().map(recovery::pair).transpose()?;
    let made = room::with(folder, &library, async |room| {
        room.casework.back_up(folder, &args.file, to, pair.as_ref(), &room.moment()).await.map_err(fault)
    });
    let made = made.await?;
    if args.json {
        return print_json(&json!({
            "file": args.file, "bytes": made.bytes, "rows": made.looked.rows, "events": made.looked.events,
            "opened": made.opened, "generation": to.1,
        }));
    }
    let (rows, events) = (made.looked.rows, made.looked.events);
    eprintln!("{}: {} bytes; {rows} rows and {events} events, each looked at before.", args.file.display(), made.bytes);
    if made.opened {
        eprintln!("It was opened again and is what was copied.");
    } else {
        eprintln!("It was not opened again, because the key is on paper: rehearse it now and then with --shares.");
    }
    Ok(())
}

/// `pana restore`.
pub async fn restore(args: args::confided::Restore) -> Result<(), Exit> {
    let library = open::library()?;
    let folder = &args.folder.data;
    open::make_folder(folder)?;
    let key = room::kept_key(folder)?;
    let pair = recovery::pair(&args.shares)?;
    let in_place = if args.force { InPlace::SetAside } else { InPlace::Refuse };
    let (policy, law) = (room::policy(&library)?, room::law(&library)?);
    let moment = room::moment(&library)?;
    let over = |db| Casework::open(db, policy, law, &key);
    let done = backup::restore(folder, &args.file, &pair, in_place, over, &moment).await.map_err(fault)?;
    if args.json {
        return print_json(&json!({
            "rows": done.looked.rows, "events": done.looked.events, "erased_again": done.erased,
            "ended_again": done.ended, "events_lost": done.lost, "aside": done.aside,
        }));
    }
    eprintln!("Put back: {} rows, {} events. Everybody must sign in again.", done.looked.rows, done.looked.events);
    eprintln!("Erased again, because it was erased since: {}. Accounts ended again: {}.", done.erased, done.ended);
    if done.lost > 0 {
        eprintln!(
            "{} later events are not in it, nor what they wrote: heads given out since will not fit this log.",
            done.lost
        );
    }
    if let Some(aside) = done.aside {
        eprintln!("The database that was there is kept as {}.", aside.display());
    }
    Ok(())
}

fn fault(fault: BackupFault) -> Exit {
    let message = fault.to_string();
    match fault {
        BackupFault::Store(error) => error.into(),
        BackupFault::Refused(refused) => told(refused),
        BackupFault::Unopened { .. } | BackupFault::NotWhole(_) => Exit::Altered(message),
        BackupFault::There(_) | BackupFault::InPlace(_) | BackupFault::InUse(_) => Exit::Refused(message),
        BackupFault::File { .. } => Exit::Failed(message),
    }
}
