//! `pana audit`: whether the log is whole, its events for who watches logs, and a signed head of it for somebody else to keep.

use std::path::Path;

use pana_app::casework::audit::{self, Bad};
use pana_app::casework::event::{self, Told};
use pana_store::Db;
use pana_store::casework::log;
use pana_vault::log::Report;
use serde_json::{Value, json};

use crate::args;
use crate::args::confided::AuditWhat;
use crate::confided::{room, told};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json, read_file};

/// `pana audit`.
pub async fn run(args: args::confided::Audit) -> Result<(), Exit> {
    let library = open::library()?;
    match args.what {
        AuditWhat::Verify { head, folder, json } => {
            let outside = head.as_deref().map(head_of).transpose()?;
            let outcome = room::with(&folder.data, &library, async |room| {
                Ok(audit::verify(&room.casework.db, room.casework.log_key(), outside.as_deref()).await?)
            });
            match outcome.await? {
                Ok(report) => whole(&report, json),
                Err(bad) => altered(&bad, json),
            }
        }
        AuditWhat::Events { from, folder } => {
            room::with(&folder.data, &library, async |room| events(&room.casework.db, i64::from(from) - 1).await).await
        }
        AuditWhat::Head { folder } => {
            let head = room::with(&folder.data, &library, async |room| {
                room.casework.sign_head(&room.moment()).await.map_err(told)
            });
            print(head.await?.as_bytes())
        }
    }
}

/// So many events are read at once.
const PAGE: i64 = 1000;

async fn events(db: &Db, mut behind: i64) -> Result<(), Exit> {
    loop {
        let kept = log::after(db, behind, PAGE).await?;
        let Some(last) = kept.last() else { return Ok(()) };
        behind = last.number;
        for kept in &kept {
            // What does not read as an event is there all the same; whether it was altered `pana audit verify` says.
            let line = event::told(kept.number, &kept.leaf)
                .map_or_else(|| json!({ "number": kept.number }), |told| line(&told));
            print(format!("{line}\n").as_bytes())?;
        }
    }
}

fn line(told: &Told) -> Value {
    let record = Some(&told.record).filter(|record| *record != "-");
    json!({
        "number": told.number, "at": told.at, "actor": told.actor, "act": told.act, "record": record,
        "classes": told.classes.iter().map(|class| class.name()).collect::<Vec<_>>(),
        "purpose": told.purpose.map(|purpose| purpose.name()), "about": told.about, "whom": told.whom,
    })
}

fn head_of(file: &Path) -> Result<String, Exit> {
    String::from_utf8(read_file(file)?)
        .map_err(|_| Exit::Faulty(format!("{} is no text; give a file made with `pana audit head`", file.display())))
}

fn whole(report: &Report, json: bool) -> Result<(), Exit> {
    if json {
        return print_json(&json!({
            "whole": true, "events": report.entries, "heads": report.heads, "outside": report.outside,
            "unsigned": report.unsigned,
        }));
    }
    let proved = match report.outside {
        Some(size) => format!("the head from outside proves the first {size}"),
        None => "no head from outside was given: only `--head FILE` shows what this machine could hide".to_owned(),
    };
    let (events, heads, unsigned) = (report.entries, report.heads, report.unsigned);
    print(
        format!("The log is whole: {events} events, {heads} signed heads, {unsigned} events since; {proved}.\n")
            .as_bytes(),
    )
}

/// Says what is bad, the first place first, with exit code 5.
pub fn altered(bad: &[Bad], json: bool) -> Result<(), Exit> {
    if json {
        print_json(&json!({"whole": false, "bad": bad.iter().map(ToString::to_string).collect::<Vec<_>>()}))?;
    } else {
        print(bad.iter().map(|bad| format!("{bad}\n")).collect::<String>().as_bytes())?;
    }
    let first = bad.first().map(ToString::to_string).unwrap_or_default();
    Err(Exit::Altered(format!(
        "what is kept was altered or damaged, first: {first}. Keep this copy as it is, compare with a backup, and tell whoever keeps heads"
    )))
}
