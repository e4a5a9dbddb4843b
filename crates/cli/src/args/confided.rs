//! What can be typed about the confided room.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

/// The folder of the confided room.
#[derive(Debug, ClapArgs)]
pub struct Folder {
    /// The data folder
    #[arg(long, value_name = "DIR", default_value = crate::open::FOLDER)]
    pub data: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub struct Init {
    #[command(flatten)]
    pub folder: Folder,
    /// What the first administrator will type to sign in
    #[arg(long, default_value = "admin", value_name = "LOGIN")]
    pub login: String,
    /// Her name, as colleagues will see it
    #[arg(long, default_value = "Administrator", value_name = "NAME")]
    pub name: String,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, ClapArgs)]
pub struct User {
    #[command(subcommand)]
    pub what: UserWhat,
}

#[derive(Debug, Subcommand)]
pub enum UserWhat {
    /// Invite somebody: prints the code with which she takes the account over
    Add {
        /// What she will type to sign in
        login: String,
        /// Her name, as colleagues will see it
        #[arg(long, value_name = "NAME")]
        name: String,
        /// Her role: case_worker, specialist, lawyer, head, admission, auditor, administrator, rapporteur, ...
        #[arg(long, value_name = "ROLE")]
        role: String,
        /// Her centre, by name or id, where the role has one
        #[arg(long, value_name = "CENTRE")]
        centre: Option<String>,
        /// The region of the centre; makes the centre if it is not there
        #[arg(long, value_name = "CODE", requires = "centre")]
        region: Option<String>,
        #[command(flatten)]
        folder: Folder,
        /// Print the result as JSON
        #[arg(long)]
        json: bool,
    },
    /// List accounts: login, role, state, centre, name
    List {
        #[command(flatten)]
        folder: Folder,
        /// Print JSON instead of text
        #[arg(long)]
        json: bool,
    },
    /// End an account: her sessions and keys; her open cases must have somebody else first
    Disable {
        /// Her login
        login: String,
        #[command(flatten)]
        folder: Folder,
    },
    /// Start an account anew for somebody who lost passphrase and recovery code: destroys her keys and prints a new invitation
    Recover {
        /// Her login
        login: String,
        /// Go on although nobody else holds the keys of her centre or of a case of hers
        #[arg(long)]
        lose_keys: bool,
        #[command(flatten)]
        folder: Folder,
        /// Print the result as JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, ClapArgs)]
pub struct Policy {
    #[command(subcommand)]
    pub what: PolicyWhat,
}

#[derive(Debug, Subcommand)]
pub enum PolicyWhat {
    /// Who may see and do what
    Matrix {
        /// Print every cell as CSV: role, relation, thing, action, purpose, consent, allowed
        #[arg(long)]
        csv: bool,
        /// Print what is allowed as CSV: role, relation, thing, action, purposes, consents
        #[arg(long, conflicts_with = "csv")]
        rules: bool,
    },
}

#[derive(Debug, ClapArgs)]
pub struct Audit {
    #[command(subcommand)]
    pub what: AuditWhat,
}

#[derive(Debug, Subcommand)]
pub enum AuditWhat {
    /// Make the log again from what is kept and say where it was altered
    Verify {
        /// A signed head that somebody else kept: shows what this machine alone could hide
        #[arg(long, value_name = "FILE")]
        head: Option<PathBuf>,
        #[command(flatten)]
        folder: Folder,
        /// Print the result as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the events, one JSON object a line, for a programme that watches logs: numbers and codes, no name
    Events {
        /// The number of the first event: whoever took some already asks for the rest
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        from: u32,
        #[command(flatten)]
        folder: Folder,
    },
    /// Sign the log as it is now and print the head, for somebody else to keep
    Head {
        #[command(flatten)]
        folder: Folder,
    },
}

#[derive(Debug, ClapArgs)]
pub struct Retention {
    #[command(subcommand)]
    pub what: RetentionWhat,
}

#[derive(Debug, Subcommand)]
pub enum RetentionWhat {
    /// Erase drafts and closed cases that are kept no longer
    Run {
        /// Say what is due and erase nothing
        #[arg(long)]
        dry_run: bool,
        /// Days for a draft since it was last saved [default: the law's, or the house's where the law is silent]
        #[arg(long, value_name = "N")]
        draft_days: Option<u32>,
        /// Days for a case since the last writing after it was closed because trafficking was not shown [default: the law's, or the
        /// house's where the law is silent]
        #[arg(long, value_name = "N")]
        not_shown_days: Option<u32>,
        /// Years for a case since the last writing after its closure [default: the law's, where it is verified]
        #[arg(long, value_name = "N")]
        case_years: Option<u32>,
        /// The clock of this machine is right, although it is far ahead of the newest event
        #[arg(long)]
        clock_is_right: bool,
        #[command(flatten)]
        folder: Folder,
        /// Print the result as JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, ClapArgs)]
pub struct Backup {
    /// The file to make
    pub file: PathBuf,
    /// Paper shares of the recovery key, one after the other in a file, or - for stdin: the backup is opened again and compared
    #[arg(long, value_name = "FILE")]
    pub shares: Option<PathBuf>,
    #[command(flatten)]
    pub folder: Folder,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, ClapArgs)]
pub struct Restore {
    /// The backup
    pub file: PathBuf,
    /// Paper shares of the recovery key, one after the other in a file, or - for stdin
    #[arg(long, value_name = "FILE")]
    pub shares: PathBuf,
    /// Put it back although a database is there, which is kept beside it
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub folder: Folder,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, ClapArgs)]
pub struct Look {
    #[command(flatten)]
    pub folder: Folder,
    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, ClapArgs)]
pub struct Recovery {
    #[command(subcommand)]
    pub what: RecoveryWhat,
}

#[derive(Debug, Subcommand)]
pub enum RecoveryWhat {
    /// Make a recovery key for backups: prints its shares once, keeps the public half in the data folder
    Split {
        /// So many shares open a backup
        #[arg(long, value_name = "K", default_value_t = 3)]
        needed: u8,
        /// So many shares are made
        #[arg(long, value_name = "N", default_value_t = 5)]
        total: u8,
        /// Make a new key although there is one: earlier backups still need the earlier shares
        #[arg(long)]
        replace: bool,
        #[command(flatten)]
        folder: Folder,
    },
    /// Open the safe of a centre with its paper shares: gives a head of it the keys of the centre and, to hand over, of the cases that nobody
    /// runs
    Safe {
        /// The login of the head
        login: String,
        /// The shares, one after the other in a file, or - for stdin
        #[arg(long, value_name = "FILE")]
        shares: PathBuf,
        #[command(flatten)]
        folder: Folder,
    },
    /// Check that shares give the recovery key back
    Combine {
        /// The shares, one after the other in a file, or - for stdin
        shares: PathBuf,
        #[command(flatten)]
        folder: Folder,
    },
}
