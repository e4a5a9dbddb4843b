//! `pana user`: accounts, by whoever runs the program on the machine. No key of any case is within reach of it.

use pana_app::casework::console::Lost;
use pana_app::casework::enrol::{Invited, needs_centre};
use pana_casework::policy::Role;
use serde_json::json;

use crate::args::confided::{User, UserWhat};
use crate::confided::{room, told};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana user`.
pub async fn run(args: User) -> Result<(), Exit> {
    let library = open::library()?;
    match args.what {
        UserWhat::Add { login, name, role, centre, region, folder, json } => {
            let role = role_of(&role, centre.is_some())?;
            let code = room::with(&folder.data, &library, async |room| {
                let moment = room.moment();
                let mut at = None;
                if let Some(named) = &centre {
                    let found = room.casework.centre_here(named, region.as_deref(), &moment).await;
                    at = Some(found.map_err(|refused| no_centre(named, told(refused)))?);
                }
                let invited = Invited { login: &login, name: &name, role, centre: at.as_deref() };
                room.casework.invite_here(&invited, &moment).await.map_err(told)
            });
            invitation(&login, &code.await?, json)
        }
        UserWhat::List { folder, json } => {
            let all =
                room::with(&folder.data, &library, async |room| room.casework.accounts_here().await.map_err(told));
            list(&all.await?, json)
        }
        UserWhat::Disable { login, folder } => {
            let ended = room::with(&folder.data, &library, async |room| {
                room.casework.end_account_here(&login, &room.moment()).await.map_err(|refused| of(&login, refused))
            });
            ended.await?;
            eprintln!("The account {login} is ended: no session and no key of it is left.");
            Ok(())
        }
        UserWhat::Recover { login, lose_keys, folder, json } => {
            let lost = if lose_keys { Lost::Accept } else { Lost::Refuse };
            let code = room::with(&folder.data, &library, async |room| {
                let code = room.casework.reset_here(&login, lost, &room.moment()).await;
                code.map_err(|refused| of(&login, refused))
            });
            let code = code.await?;
            eprintln!(
                "The keys of {login} are destroyed. Once she joined, colleagues let her into centre and cases again."
            );
            invitation(&login, &code, json)
        }
    }
}

fn role_of(given: &str, with_centre: bool) -> Result<Role, Exit> {
    let offered = Role::ALL.iter().filter(|role| **role != Role::Survivor);
    let roles = offered.map(|role| role.name()).collect::<Vec<_>>().join(", ");
    let role = Role::parse(given).ok_or_else(|| Exit::Usage(format!("`{given}` is no role; the roles are {roles}")))?;
    match (needs_centre(role), with_centre) {
        _ if role == Role::Survivor => Err(Exit::Usage(
            "whom a case is about gets her code from who runs her case, on the page of the case".to_owned(),
        )),
        (true, false) => Err(Exit::Usage(format!("a {given} works in a centre: name it with --centre"))),
        (false, true) => Err(Exit::Usage(format!("a {given} belongs to no centre: leave --centre out"))),
        _ => Ok(role),
    }
}

fn no_centre(named: &str, exit: Exit) -> Exit {
    match exit {
        Exit::Refused(reason) if reason.contains("centre-unknown") => Exit::Refused(format!(
            "there is no centre `{named}`; with --region CODE it is made, and its first head makes its keys when she joins"
        )),
        other => other,
    }
}

fn of(login: &str, refused: pana_app::casework::Refused) -> Exit {
    use pana_app::casework::Refused;
    match refused {
        Refused::NotFound => {
            Exit::Refused(format!("there is no account `{login}` that is not ended; see `pana user list`"))
        }
        Refused::Field { fault, .. } if fault == "last-holder" => Exit::Refused(format!(
            "{login} alone holds the keys of her centre or of a case: let a colleague in first, or go on with --lose-keys; \
             then only the paper shares of the centre's safe open them"
        )),
        Refused::Field { fault, .. } if fault == "last-of-role" => Exit::Refused(format!(
            "{login} is the last head of her centre or the last administrator: invite another first, who takes the account over"
        )),
        Refused::Field { fault, .. } if fault.starts_with("last-worker:") => Exit::Refused(format!(
            "{} open cases of {login} have nobody else who can run them: let a colleague in first",
            fault.trim_start_matches("last-worker:")
        )),
        other => told(other),
    }
}

fn invitation(login: &str, code: &str, json: bool) -> Result<(), Exit> {
    if json {
        return print_json(&json!({"login": login, "invitation": code}));
    }
    eprintln!("The invitation of {login} holds for three days and is shown this once. Give it to her yourself:");
    print(format!("{code}\n").as_bytes())
}

fn list(accounts: &[pana_app::casework::account::Account], json: bool) -> Result<(), Exit> {
    if json {
        let row = |account: &pana_app::casework::account::Account| {
            json!({
                "login": account.login, "name": account.name, "role": account.role, "centre": account.centre_id,
                "state": account.state, "created_at": account.created_at,
            })
        };
        return print_json(&accounts.iter().map(row).collect::<Vec<_>>());
    }
    let line = |account: &pana_app::casework::account::Account| {
        let centre = account.centre_id.as_deref().unwrap_or("-");
        format!("{}\t{}\t{}\t{centre}\t{}\n", account.login, account.role, account.state, account.name)
    };
    print(accounts.iter().map(line).collect::<String>().as_bytes())
}
