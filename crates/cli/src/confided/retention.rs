//! `pana retention run`: what is kept no longer is erased.

use pana_app::Library;
use pana_app::casework::Refused;
use pana_app::casework::retention::{Due, Terms};
use serde_json::json;

use crate::args;
use crate::args::confided::RetentionWhat;
use crate::confided::{room, told};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana retention`.
pub async fn run(args: args::confided::Retention) -> Result<(), Exit> {
    let RetentionWhat::Run { dry_run, draft_days, not_shown_days, case_years, clock_is_right, folder, json } =
        args.what;
    let library = open::library()?;
    let moment = room::moment(&library)?;
    let (law, unsettled) = terms(&library, moment.today())?;
    let terms = Terms {
        draft_days: draft_days.unwrap_or(law.draft_days),
        not_shown_days: not_shown_days.or(law.not_shown_days),
        case_years: case_years.or(law.case_years),
    };
    let due = room::with(&folder.data, &library, async |room| {
        let due = room.casework.due(&terms, clock_is_right, &moment).await.map_err(of_clock)?;
        if !dry_run {
            room.casework.erase_due(&due, &moment).await.map_err(told)?;
        }
        Ok(due)
    });
    let due = due.await?;
    if let (Some(years), None) = (unsettled, terms.case_years) {
        eprintln!(
            "Closed cases are not looked at: that they are kept for {years} years is not verified; --case-years N settles it."
        );
    }
    tell(&due, dry_run, json)
}

fn of_clock(refused: Refused) -> Exit {
    match refused {
        Refused::Field { fault, .. } if fault.starts_with("ahead:") => Exit::Refused(format!(
            "the clock of this machine is {} days ahead of the newest event: check it, then say --clock-is-right",
            fault.trim_start_matches("ahead:")
        )),
        other => told(other),
    }
}

/// The terms in force, and the years for cases where nobody verified them.
fn terms(library: &Library, today: jiff::civil::Date) -> Result<(Terms, Option<u32>), Exit> {
    let laws = pana_packs::casework::law::read_all(&library.data).map_err(|faults| Exit::Failed(faults.to_string()))?;
    let law = laws.values().next().ok_or_else(|| Exit::Failed("the data hold no law".to_owned()))?;
    let draft = law.retention.draft_days.in_force(today).map(|days| days.value);
    let not_shown_days = law.retention.negative_screening_days.in_force(today).map(|days| days.value);
    let years = law.retention.case_years.in_force(today);
    let draft_days =
        draft.ok_or_else(|| Exit::Usage("no law says how long drafts are kept: give --draft-days".to_owned()))?;
    let case_years = years.filter(|years| years.verified).map(|years| years.value);
    let unsettled = years.filter(|years| !years.verified).map(|years| years.value);
    Ok((Terms { draft_days, not_shown_days, case_years }, unsettled))
}

fn tell(due: &Due, dry_run: bool, json: bool) -> Result<(), Exit> {
    let cases: Vec<_> = due.cases.iter().map(|(case, last)| json!({"case": case.id, "last_written": last})).collect();
    if json {
        return print_json(&json!({"dry_run": dry_run, "drafts": due.drafts.len(), "cases": cases}));
    }
    let verb = if dry_run { "are due" } else { "were erased" };
    let mut text = format!("{} drafts and {} cases {verb}.\n", due.drafts.len(), due.cases.len());
    for (case, last) in &due.cases {
        text.push_str(&format!("  case {}, last written {last}\n", case.id));
    }
    print(text.as_bytes())
}
