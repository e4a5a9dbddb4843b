//! The confided room as the command line opens it: its file and the machine's own key, side by side in the data folder.

pub mod audit;
pub mod backup;
pub mod init;
pub mod look;
pub mod policy;
pub mod recovery;
pub mod retention;
pub mod room;
pub mod user;

use pana_app::casework::Refused;

use crate::exit::Exit;

/// A refusal of a use case, as the command line says it.
pub fn told(refused: Refused) -> Exit {
    match refused {
        Refused::Store(error) => error.into(),
        Refused::CannotSave(reason) => {
            Exit::Failed(format!("nothing could be saved: {reason}; make room on the disk or check its permissions"))
        }
        Refused::Damaged(table) => Exit::Altered(format!(
            "a row of {table} was altered or damaged; run `pana scrub` and restore it from a backup"
        )),
        Refused::Field { field, fault } => Exit::Refused(match fault.as_str() {
            "login-taken" => "this login is taken; choose another one".to_owned(),
            "login-form" => "a login has 3 to 40 characters and no spaces; choose another one".to_owned(),
            "empty" => format!("the {field} is empty; give one"),
            _ => format!("{field}: {fault}"),
        }),
        other => Exit::Refused(other.to_string()),
    }
}
