//! Backups: a consistent copy, looked through, encrypted to a key that is on paper only; and putting one back.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use pana_store::casework::{
    Change, FILE, account, copy, erasure, log, open_copy, open_folder, passkey, scrub, session,
};
use pana_store::{Db, StoreError};
use pana_vault::backup::{Reader, Writer, header};
use pana_vault::{Pair, PublicKey};
use sha2::{Digest, Sha256};

use super::Casework;
use super::act::Act;
use super::audit::{self, Bad};
use super::console::MACHINE;
use super::erase;
use super::event::Happening;
use super::id;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;

/// Why a backup is not made or not put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// The file system or the encryption refused.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The backup is damaged, cut off or for another key.
    #[error("{}: {error}", path.display())]
    Unopened {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The file was there already.
    #[error("{} is there already; a backup is never overwritten, name another file", .0.display())]
    There(PathBuf),
    /// A database is there already.
    #[error("{} is there already; with --force it is kept beside the restored one", .0.display())]
    InPlace(PathBuf),
    /// Another process has the database open.
    #[error("{} is in use; stop the server first", .0.display())]
    InUse(PathBuf),
    /// What would be copied or put back is not whole.
    #[error("not whole: {0}")]
    NotWhole(String),
    /// The database refused.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// A use case refused.
    #[error("{0}")]
    Refused(#[from] Refused),
}

/// What looking a database through showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// Rows with sums.
    pub rows: u64,
    /// Events of the log.
    pub events: u64,
    /// What is bad; empty where all is whole.
    pub bad: Vec<String>,
}

/// Looks a database through: its structure, every sum, the log, and the documents against the log.
pub async fn look_through(db: &Db, key: pana_vault::sign::VerifyKey, head: Option<&str>) -> Result<Looked, StoreError> {
    let mut looked = Looked { bad: copy::integrity(db).await?, ..Looked::default() };
    for table in scrub(db).await? {
        looked.rows += table.rows;
        if table.damaged > 0 {
            looked
                .bad
                .push(format!("{}: {} of {} rows are not what was written", table.table, table.damaged, table.rows));
        }
    }
    match audit::verify(db, key, head).await? {
        Ok(report) => looked.events = report.entries,
        Err(bad) => looked.bad.extend(bad.iter().map(Bad::to_string)),
    }
    if looked.bad.is_empty() {
        looked.bad.extend(audit::documents(db).await?.iter().map(Bad::to_string));
    }
    Ok(looked)
}

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backed {
    /// What was copied.
    pub looked: Looked,
    /// Bytes of the file.
    pub bytes: u64,
    /// Whether the file was opened again and its content compared, which needs the recovery key.
    pub opened: bool,
}

/// A file that goes away again, with what the engine keeps beside it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(folder: &Path) -> Result<Self, BackupFault> {
        let path = folder.join(format!(".scratch-{}", id::new(&mut System)));
        private_file(&path).map_err(|error| BackupFault::File { path: path.clone(), error })?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        for beside in ["", "-wal", "-shm", "-journal"] {
            let _ = std::fs::remove_file(with(&self.0, beside));
        }
    }
}

fn with(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Makes a file that is not there yet and that only its owner may read.
fn private_file(path: &Path) -> io::Result<File> {
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

impl Casework {
    /// Makes a backup of the room into a file that is not there. With the recovery pair, the file is opened again and compared.
    pub async fn back_up(
        &self,
        folder: &Path,
        file: &Path,
        to: (PublicKey, u32),
        pair: Option<&Pair>,
        moment: &Moment,
    ) -> Result<Backed, BackupFault> {
        if file.exists() {
            return Err(BackupFault::There(file.to_owned()));
        }
        self.write(Vec::new(), vec![Happening::new(MACHINE, Act::Backup, moment).about("made")]).await?;
        self.sign_head(moment).await?;
        let scratch = Scratch::new(folder)?;
        copy::snapshot(&self.db, &scratch.0).await?;
        let looked = self.look_at(&scratch.0).await?;
        if let Some(first) = looked.bad.first() {
            return Err(BackupFault::NotWhole(first.clone()));
        }
        let part = Scratch(with(file, ".part"));
        let failed = |error| BackupFault::File { path: file.to_owned(), error };
        let (plain, bytes) = seal(&scratch.0, &part.0, to).map_err(failed)?;
        let opened = match pair {
            Some(pair) => {
                let unopened = |error| BackupFault::Unopened { path: file.to_owned(), error };
                if hash_of(&mut open(&part.0, pair).map_err(unopened)?).map_err(unopened)? != plain {
                    return Err(BackupFault::NotWhole("the file opens to something else than was copied".to_owned()));
                }
                true
            }
            None => {
                let head = File::open(&part.0).and_then(|mut file| header(&mut file)).map_err(failed)?;
                if !head.is_for(to.0) || std::fs::metadata(&part.0).map_err(failed)?.len() != bytes {
                    return Err(BackupFault::NotWhole(
                        "the file that was written is not the one that is there".to_owned(),
                    ));
                }
                false
            }
        };
        std::fs::rename(&part.0, file).and_then(|()| sync_folder(file)).map_err(failed)?;
        Ok(Backed { looked, bytes, opened })
    }

    async fn look_at(&self, file: &Path) -> Result<Looked, BackupFault> {
        let db = open_copy(file).await?;
        let looked = look_through(&db, self.log_key(), None).await;
        db.close().await;
        Ok(looked?)
    }
}

/// Encrypts a file into another one; gives the hash of what was read and the length of what was written.
fn seal(from: &Path, into: &Path, (public, epoch): (PublicKey, u32)) -> io::Result<([u8; 32], u64)> {
    let mut input = BufReader::new(File::open(from)?);
    let out = BufWriter::new(private_file(into)?);
    let mut writer = Writer::new(out, public, epoch, &mut System)?;
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let read = input.read(&mut buffer)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
        writer.write_all(bytes)?;
    }
    let file = writer.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok((hash.finalize().into(), file.metadata()?.len()))
}

fn open(file: &Path, pair: &Pair) -> io::Result<Reader<BufReader<File>>> {
    Reader::new(BufReader::new(File::open(file)?), pair)
}

fn hash_of(input: &mut impl Read) -> io::Result<[u8; 32]> {
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        let read = input.read(&mut buffer)?;
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
    }
    Ok(hash.finalize().into())
}

/// What is done with a database that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InPlace {
    /// Nothing is put back.
    Refuse,
    /// It is kept beside the restored one.
    SetAside,
}

/// A backup that was put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What was put back.
    pub looked: Looked,
    /// Classes and cases that were erased again.
    pub erased: usize,
    /// Accounts that were ended again.
    pub ended: usize,
    /// Events of the database that was there before which the restored log does not have.
    pub lost: u64,
    /// Where the database that was there before is now.
    pub aside: Option<PathBuf>,
}

/// Puts a backup back into a folder: it is opened, looked through, freed of what was erased and of accounts that were ended since, and only
/// then put in its place. `room` opens the confided room over the tables of the copy.
pub async fn restore(
    folder: &Path,
    file: &Path,
    pair: &Pair,
    in_place: InPlace,
    room: impl FnOnce(Db) -> Casework,
    moment: &Moment,
) -> Result<Restored, BackupFault> {
    let place = folder.join(FILE);
    if place.exists() && in_place == InPlace::Refuse {
        return Err(BackupFault::InPlace(place));
    }
    let scratch = Scratch::new(folder)?;
    let unopened = |error| BackupFault::Unopened { path: file.to_owned(), error };
    let mut out = std::fs::OpenOptions::new().write(true).open(&scratch.0).map_err(unopened)?;
    io::copy(&mut open(file, pair).map_err(unopened)?, &mut out).map_err(unopened)?;
    out.sync_all().map_err(unopened)?;
    let before = Before::read(folder, &place).await?;
    let db = open_copy(&scratch.0).await?;
    let done = settle(&room(db.clone()), &before, moment).await;
    db.close().await;
    let (looked, erased, ended) = done?;
    let failed = |error| BackupFault::File { path: place.clone(), error };
    let aside = place.exists().then(|| with(&place, &format!(".before-{}", moment.at.as_second())));
    if let Some(aside) = &aside {
        std::fs::rename(&place, aside).map_err(failed)?;
    }
    std::fs::rename(&scratch.0, &place).and_then(|()| sync_folder(&place)).map_err(failed)?;
    let lost = before.events.saturating_sub(looked.events);
    Ok(Restored { looked, erased, ended, lost, aside })
}

/// What must not be lost of the database that is there.
#[derive(Default)]
struct Before {
    erasures: Vec<pana_store::casework::Erasure>,
    ended: Vec<String>,
    /// The passkeys that were there; not known where there was no database, or none that could be read.
    passkeys: Option<Vec<String>>,
    events: u64,
    heads: Vec<String>,
}

impl Before {
    async fn read(folder: &Path, place: &Path) -> Result<Self, BackupFault> {
        if !place.exists() {
            return Ok(Self::default());
        }
        let db = open_folder(folder).await?;
        let read = Self::of(&db).await;
        db.close().await;
        // The last to close takes the write-ahead log away: where it is still there, somebody else has the file open.
        if with(place, "-wal").exists() {
            return Err(BackupFault::InUse(place.to_owned()));
        }
        Ok(read?)
    }

    async fn of(db: &Db) -> Result<Self, StoreError> {
        // A database that is put aside may be damaged: what can still be read of it counts, the rest is no reason to stay without one.
        let accounts = account::all(db).await.unwrap_or_default();
        Ok(Self {
            erasures: erasure::all(db).await?,
            ended: accounts.into_iter().filter(|kept| kept.state == "ended").map(|kept| kept.id).collect(),
            passkeys: passkey::all(db).await.ok().map(|all| all.into_iter().map(|kept| kept.id).collect()),
            events: u64::try_from(log::state(db).await.unwrap_or_default().size).unwrap_or(0),
            heads: log::heads(db).await.unwrap_or_default(),
        })
    }
}

/// Looks the restored database through and brings it up to what was erased and ended since.
async fn settle(casework: &Casework, before: &Before, moment: &Moment) -> Result<(Looked, usize, usize), BackupFault> {
    let (db, verify) = (&casework.db, casework.log_key());
    let size = u64::try_from(log::state(db).await?.size).unwrap_or(0);
    let known = before
        .heads
        .iter()
        .rev()
        .find(|head| pana_vault::log::Head::verify(head, &[verify]).is_ok_and(|head| head.size <= size));
    let looked = look_through(db, verify, known.map(String::as_str)).await?;
    if let Some(first) = looked.bad.first() {
        return Err(BackupFault::NotWhole(first.clone()));
    }
    let again = erase::again(db, &before.erasures).await?;
    for (kept, extent) in &again {
        casework.erase_here(kept, *extent, "restore", moment).await?;
    }
    let mut ended = 0;
    let mut changes = Vec::new();
    for kept in account::all(db).await? {
        changes.extend(session::of_account(db, &kept.id).await?.into_iter().map(|old| Change::DropSession(old.id)));
        if kept.state != "ended" && before.ended.contains(&kept.id) {
            changes.extend(casework.ended(&kept).await?);
            ended += 1;
        }
    }
    // One that was removed since, because a telephone was lost, does not come back with an older copy.
    for kept in passkey::all(db).await? {
        if before.passkeys.as_ref().is_some_and(|there| !there.contains(&kept.id)) {
            changes.push(Change::DropPasskey(kept.id));
        }
    }
    casework.write(changes, vec![Happening::new(MACHINE, Act::Backup, moment).about("restored")]).await?;
    casework.sign_head(moment).await?;
    copy::settle(db).await?;
    Ok((looked, again.len(), ended))
}
