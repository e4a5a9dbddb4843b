//! `pana scrub` and `pana doctor`: whether what is kept is whole, and whether the machine keeps it as it should.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use pana_app::casework::backup::look_through;
use pana_store::casework::{FILE, copy};
use serde_json::json;

use crate::args;
use crate::confided::{recovery, room};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana scrub`.
pub async fn scrub(args: args::confided::Look) -> Result<(), Exit> {
    let library = open::library()?;
    let looked = room::with(&args.folder.data, &library, async |room| {
        Ok(look_through(&room.casework.db, room.casework.log_key(), None).await?)
    });
    let looked = looked.await?;
    if args.json {
        print_json(&json!({"rows": looked.rows, "events": looked.events, "bad": looked.bad}))?;
    } else {
        print(looked.bad.iter().map(|bad| format!("{bad}\n")).collect::<String>().as_bytes())?;
    }
    match looked.bad.first() {
        None => {
            eprintln!("{} rows and {} events are whole.", looked.rows, looked.events);
            Ok(())
        }
        Some(first) => Err(Exit::Altered(format!(
            "{first}. Nothing damaged is shown to anybody; put a backup back with `pana restore`"
        ))),
    }
}

/// `pana doctor`.
pub async fn doctor(args: args::confided::Look) -> Result<(), Exit> {
    let library = open::library()?;
    let folder = &args.folder.data;
    let read = room::with(folder, &library, async |room| {
        let settings = copy::settings(&room.casework.db).await?;
        Ok((settings, look_through(&room.casework.db, room.casework.log_key(), None).await?))
    });
    let (settings, looked) = read.await?;
    let mut found = Vec::new();
    for file in [FILE, "machine.key"] {
        found.push(permissions(&folder.join(file)));
    }
    for (setting, expected) in copy::REQUIRED {
        let is = settings.iter().find(|(name, _)| name == setting).map_or("unknown", |(_, value)| value.as_str());
        found.push((is == expected, format!("{setting} is {is}"), format!("it must be {expected}")));
    }
    let whole =
        looked.bad.first().cloned().unwrap_or_else(|| format!("{} rows, {} events", looked.rows, looked.events));
    found.push((looked.bad.is_empty(), format!("data and log: {whole}"), "see `pana scrub`".to_owned()));
    let key = recovery::public(folder).is_ok();
    let said = if key { "there is a recovery key" } else { "there is no recovery key" };
    found.push((key, said.to_owned(), "no backup can be made; see `pana recovery split`".to_owned()));
    tell(&found, args.json)
}

/// Whether it is well, what is, what to do.
type Found = (bool, String, String);

fn permissions(file: &Path) -> Found {
    let mode = std::fs::metadata(file).map(|data| data.permissions().mode() & 0o777);
    let told = mode.as_ref().map_or_else(ToString::to_string, |mode| format!("mode {mode:o}"));
    let well = mode.is_ok_and(|mode| mode & 0o077 == 0);
    (well, format!("{}: {told}", file.display()), "only its owner may read it: chmod 600".to_owned())
}

fn tell(found: &[Found], json: bool) -> Result<(), Exit> {
    if json {
        let row = |(well, is, advice): &Found| json!({"well": well, "is": is, "do": advice});
        print_json(&found.iter().map(row).collect::<Vec<_>>())?;
    } else {
        let line = |(well, is, advice): &Found| {
            if *well { format!("ok    {is}\n") } else { format!("FAIL  {is}: {advice}\n") }
        };
        print(found.iter().map(line).collect::<String>().as_bytes())?;
    }
    match found.iter().filter(|(well, ..)| !well).count() {
        0 => Ok(()),
        bad => Err(Exit::Refused(format!("{bad} of {} things are not as they should be", found.len()))),
    }
}
