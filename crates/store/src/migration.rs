//! The tables, step by step. Both engines have the same steps under the same numbers; a step that was released is never edited.

use std::borrow::Cow;

use sqlx::SqlStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

macro_rules! steps {
    ($engine:literal: $($number:literal $name:literal),+) => {
        &[$(($number, $name, include_str!(concat!("../migrations/", $engine, "/", $name, ".sql")))),+]
    };
}

const SQLITE: &[(i64, &str, &str)] = steps!("sqlite": 1 "0001_evidence", 2 "0002_search");
const POSTGRES: &[(i64, &str, &str)] = steps!("postgres": 1 "0001_evidence", 2 "0002_search");

/// The steps of SQLite.
pub fn sqlite() -> Migrator {
    migrator(SQLITE)
}

/// The steps of PostgreSQL.
pub fn postgres() -> Migrator {
    migrator(POSTGRES)
}

fn migrator(steps: &'static [(i64, &'static str, &'static str)]) -> Migrator {
    let migration = |&(number, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(number, Cow::Borrowed(name), MigrationType::Simple, SqlStr::from_static(sql), false)
    };
    Migrator::with_migrations(steps.iter().map(migration).collect())
}
