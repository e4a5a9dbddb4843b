//! `pana recovery`: the key that opens backups. Its private half is on paper, in the hands of several people; the public half is in the
//! data folder.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use pana_app::casework::Refused;
use pana_app::casework::random::System;
use pana_vault::shares::{self, CombineFault, Share};
use pana_vault::{Pair, PublicKey};
use zeroize::Zeroizing;

use crate::args;
use crate::args::confided::RecoveryWhat;
use crate::confided::{room, told};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, write_file};

/// The public half in a data folder: a generation and 64 hexadecimal digits.
const FILE: &str = "recovery.pub";

/// `pana recovery`.
pub async fn run(args: &args::confided::Recovery) -> Result<(), Exit> {
    match &args.what {
        RecoveryWhat::Split { needed, total, replace, folder } => {
            open::make_folder(&folder.data)?;
            let before = if path(&folder.data).exists() { Some(public(&folder.data)?) } else { None };
            if before.is_some() && !replace {
                return Err(Exit::Refused(format!(
                    "{} is there already; --replace makes a new key, and earlier backups still need the earlier shares",
                    path(&folder.data).display()
                )));
            }
            split(*needed, *total, &folder.data, before.map_or(1, |(_, epoch)| epoch + 1))
        }
        RecoveryWhat::Safe { login, shares, folder } => safe(login, &pair(shares)?, &folder.data).await,
        RecoveryWhat::Combine { shares, folder } => {
            let pair = pair(shares)?;
            let (kept, epoch) = public(&folder.data)?;
            if pair.public() != kept {
                return Err(Exit::Refused(format!(
                    "these shares belong together and give another key than that of {}; look for the set of generation {epoch}",
                    path(&folder.data).display()
                )));
            }
            eprintln!("The shares give the recovery key of generation {epoch}. Nothing of it was written.");
            Ok(())
        }
    }
}

async fn safe(login: &str, pair: &Pair, folder: &Path) -> Result<(), Exit> {
    let library = open::library()?;
    let given = room::with(folder, &library, async |room| {
        let given = room.casework.open_safe_here(login, pair, &room.moment()).await;
        given.map_err(|refused| match refused {
            Refused::NotFound => {
                Exit::Refused(format!("{login} is no head of a centre who has taken her account over"))
            }
            Refused::Field { fault, .. } if fault == "other-safe" => {
                Exit::Refused(format!("these shares are not those of the safe of the centre of {login}"))
            }
            other => told(other),
        })
    });
    let given = given.await?;
    let keys = if given.centre { "now" } else { "already" };
    eprintln!(
        "{login} has the keys of the centre {keys}; cases that nobody ran and that she can hand over: {}.",
        given.cases
    );
    Ok(())
}

fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

fn split(needed: u8, total: u8, folder: &Path, epoch: u32) -> Result<(), Exit> {
    let pair = Pair::new(&mut System);
    let shares = shares::split(pair.private(), needed, total, &mut System).map_err(|_| {
        Exit::Usage(format!("{needed} of {total} cannot be: 2 to 16 shares, at most as many needed as made"))
    })?;
    let digits: String = pair.public().0.iter().map(|byte| format!("{byte:02x}")).collect();
    write_file(&path(folder), format!("{epoch} {digits}\n").as_bytes())?;
    eprintln!(
        "{total} shares, of which any {needed} open a backup. They are shown this once: print each on a paper of its own and give"
    );
    eprintln!(
        "each to another person, at best in another organisation. Whoever holds {needed} of them can read every backup of the data."
    );
    let mut text = Zeroizing::new(String::new());
    for share in &shares {
        text.push_str(&format!("share {} of {}, set {}\n", share.number(), share.total(), share.set()));
        for line in share.lines() {
            text.push_str(&line);
            text.push('\n');
        }
        text.push('\n');
    }
    print(text.as_bytes())
}

/// The public half of a folder, and its generation.
pub fn public(folder: &Path) -> Result<(PublicKey, u32), Exit> {
    let file = path(folder);
    let text = std::fs::read_to_string(&file).map_err(|error| {
        Exit::Failed(format!("cannot read {}: {error}; make a recovery key with `pana recovery split`", file.display()))
    })?;
    read_public(&text).ok_or_else(|| Exit::Failed(format!("{} holds no public key; put it back", file.display())))
}

fn read_public(text: &str) -> Option<(PublicKey, u32)> {
    let (epoch, digits) = text.trim_end().split_once(' ')?;
    let byte = |at: usize| u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok();
    let bytes = (0..32).map(byte).collect::<Option<Vec<u8>>>().filter(|_| digits.len() == 64)?;
    Some((PublicKey::parse(&bytes)?, epoch.parse().ok()?))
}

/// The recovery pair out of shares in a file; `-` is stdin.
pub fn pair(file: &Path) -> Result<Pair, Exit> {
    let mut text = Zeroizing::new(String::new());
    let read = if file.as_os_str() == "-" {
        std::io::stdin().read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|mut file| file.read_to_string(&mut text))
    };
    read.map_err(|error| Exit::Failed(format!("cannot read the shares from {}: {error}", file.display())))?;
    let shares = parse(&text)?;
    let private = shares::combine(&shares).map_err(|fault| {
        Exit::Refused(match fault {
            CombineFault::TooFew { .. } => format!("{fault}; bring more papers of this set"),
            _ => fault.to_string(),
        })
    })?;
    Ok(Pair::from_private(private))
}

/// Shares as they were printed: an empty line between them, a heading before each that is passed over.
fn parse(text: &str) -> Result<Vec<Share>, Exit> {
    let mut shares = Vec::new();
    for (at, block) in text.split("\n\n").enumerate() {
        let lines: Vec<&str> =
            block.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("share ")).collect();
        if lines.is_empty() {
            continue;
        }
        let share = Share::parse(&lines.join("\n")).map_err(|fault| {
            Exit::Faulty(format!("share {} of the file: {fault}; compare it with the paper", at + 1))
        })?;
        shares.push(share);
    }
    Ok(shares)
}
