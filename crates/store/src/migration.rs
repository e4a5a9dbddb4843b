//! The tables, step by step. Both engines have the same steps under the same numbers; a step that was released is never edited.

use std::borrow::Cow;

use sqlx::SqlStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

type Steps = &'static [(i64, &'static str, &'static str)];

macro_rules! steps {
    ($folder:literal: $($number:literal $name:literal),+) => {
        &[$(($number, $name, include_str!(concat!("../migrations/", $folder, "/", $name, ".sql")))),+]
    };
}

const PUBLIC_SQLITE: Steps = steps!("sqlite": 1 "0001_evidence", 2 "0002_search");
const PUBLIC_POSTGRES: Steps = steps!("postgres": 1 "0001_evidence", 2 "0002_search");
const CONFIDED_SQLITE: Steps =
    steps!("casework/sqlite": 1 "0001_casework", 2 "0002_passkeys", 3 "0003_pictures", 4 "0004_events_of_account");
const CONFIDED_POSTGRES: Steps =
    steps!("casework/postgres": 1 "0001_casework", 2 "0002_passkeys", 3 "0003_pictures", 4 "0004_events_of_account");

/// Which of the two rooms a database holds. No database holds both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Evidence.
    Public,
    /// Casework.
    Confided,
}

/// The steps of SQLite.
pub fn sqlite(room: Room) -> Migrator {
    migrator(if room == Room::Public { PUBLIC_SQLITE } else { CONFIDED_SQLITE })
}

/// The steps of PostgreSQL.
pub fn postgres(room: Room) -> Migrator {
    migrator(if room == Room::Public { PUBLIC_POSTGRES } else { CONFIDED_POSTGRES })
}

fn migrator(steps: Steps) -> Migrator {
    let migration = |&(number, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(number, Cow::Borrowed(name), MigrationType::Simple, SqlStr::from_static(sql), false)
    };
    Migrator::with_migrations(steps.iter().map(migration).collect())
}
