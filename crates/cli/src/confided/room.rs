//! Opening the confided room of a data folder.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use pana_app::Library;
use pana_app::casework::attachment::Wall;
use pana_app::casework::moment::Moment;
use pana_app::casework::{Casework, Law};
use pana_casework::policy::Policy;
use pana_store::casework;
use pana_vault::{Random as _, Secret};
use pana_web::casework::Confided;

use crate::exit::Exit;

/// The machine's own key: it signs the heads of the log. Never in the database, never in a backup.
const KEY: &str = "machine.key";

/// Whether a data folder has a confided room.
pub fn is_there(folder: &Path) -> bool {
    folder.join(casework::FILE).exists()
}

/// Opens the confided room of a folder that has one.
pub async fn existing(folder: &Path, library: &Library) -> Result<Confided, Exit> {
    if is_there(folder) {
        return open(folder, library).await;
    }
    Err(Exit::Failed(format!("{} holds no confided room; make it with `pana init --data DIR`", folder.display())))
}

/// Does something in the confided room of a folder that has one, and closes it, so that nothing is left in the write-ahead log.
pub async fn with<T>(
    folder: &Path,
    library: &Library,
    work: impl AsyncFnOnce(&Confided) -> Result<T, Exit>,
) -> Result<T, Exit> {
    let confided = existing(folder, library).await?;
    let done = work(&confided).await;
    confided.casework.db.close().await;
    done
}

/// Opens the confided room of a folder, making it when it is missing.
pub async fn open(folder: &Path, library: &Library) -> Result<Confided, Exit> {
    let key = machine_key(folder)?;
    make_private(&folder.join(casework::FILE))?;
    let db = casework::open_folder(folder).await?;
    let house = pana_packs::house::read(&library.data).map_err(|fault| Exit::Failed(fault.to_string()))?;
    let law = law(library)?;
    let zone = zone(&law)?;
    let casework = Arc::new(Casework::open(db, policy(library)?, law, &key).walled(wall()));
    casework.limit_cases(house.cases_a_day);
    let (exit, small_cell) = (house.exit, house.small_cell);
    Ok(Confided { casework, now: Timestamp::now, zone, exit, site: None, small_cell })
}

/// Where files that people attach are looked at: this program, started once more. By its own entry in the process table where there is one,
/// so that it is this very program also after a newer one was put in its place.
fn wall() -> Wall {
    let own = Path::new("/proc/self/exe");
    if own.exists() {
        return Wall::Program(own.to_owned());
    }
    std::env::current_exe().map_or(Wall::Missing, Wall::Program)
}

/// The law of the one country whose centres work here.
pub fn law(library: &Library) -> Result<Law, Exit> {
    let laws = pana_packs::casework::law::read_all(&library.data).map_err(|faults| Exit::Failed(faults.to_string()))?;
    laws.into_values().next().ok_or_else(|| Exit::Failed("the data hold no law under casework/".to_owned()))
}

/// The policy that travels with the program.
pub fn policy(library: &Library) -> Result<Policy, Exit> {
    pana_packs::casework::policy::builtin(&library.data).map_err(|faults| Exit::Failed(faults.to_string()))
}

/// This moment, with the country's days.
pub fn moment(library: &Library) -> Result<Moment, Exit> {
    Ok(Moment { at: Timestamp::now(), zone: zone(&law(library)?)? })
}

/// The key of a folder, which must be there: a new one would not fit the log of a database that is put back.
pub fn kept_key(folder: &Path) -> Result<Secret<32>, Exit> {
    let file = folder.join(KEY);
    if file.exists() {
        return machine_key(folder);
    }
    Err(Exit::Failed(format!("{} is missing; put it back from where it is kept, then say this again", file.display())))
}

/// The zone of the country's law. Its rule is data; a change of it takes effect when the program starts.
fn zone(law: &Law) -> Result<TimeZone, Exit> {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let rule = law.zone.rule.in_force(today).map(|rule| rule.value.clone());
    let rule = rule.ok_or_else(|| Exit::Failed("no law of the data names a time zone in force today".to_owned()))?;
    TimeZone::posix(&rule).map_err(|error| Exit::Failed(format!("the time zone of the law, `{rule}`: {error}")))
}

fn machine_key(folder: &Path) -> Result<Secret<32>, Exit> {
    let file = folder.join(KEY);
    if !file.exists() {
        // A new key in place of a lost one would say of every signed head that it is not of this log.
        if is_there(folder) {
            return Err(Exit::Failed(format!("{} is missing; put it back from where it is kept", file.display())));
        }
        make_key(&file)?;
    }
    let failed = |reason: String| Exit::Failed(format!("the key of this machine, {}: {reason}", file.display()));
    let kept = std::fs::read(&file).map_err(|error| failed(error.to_string()))?;
    check_private(&file).map_err(failed)?;
    Secret::copy_of(&kept).ok_or_else(|| failed("it must hold 32 bytes; restore it from where it is kept".to_owned()))
}

fn make_key(file: &PathBuf) -> Result<(), Exit> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let failed = |error: std::io::Error| Exit::Failed(format!("cannot write {}: {error}", file.display()));
    let mut bytes = [0; 32];
    pana_app::casework::random::System.fill(&mut bytes);
    let mut made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(failed)?;
    made.write_all(&bytes).and_then(|()| made.sync_all()).map_err(failed)
}

/// Makes the file of the room, so that the engine finds it with the permissions that it must have.
fn make_private(file: &Path) -> Result<(), Exit> {
    use std::os::unix::fs::OpenOptionsExt as _;
    match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(Exit::Failed(format!("cannot write {}: {error}", file.display())))
        }
        _ => Ok(()),
    }
}

fn check_private(file: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(file).map_err(|error| error.to_string())?.permissions().mode();
    if mode & 0o077 == 0 { Ok(()) } else { Err("others can read it; run chmod 600 on it".to_owned()) }
}
