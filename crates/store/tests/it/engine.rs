//! Runs a test on SQLite and on PostgreSQL. PostgreSQL is the server of `PANA_TEST_POSTGRES`; the gate starts one. Where
//! that is not set, only SQLite is tested, and in the gate that is a failure.

use pana_store::Db;

use crate::server::{confided_server, fresh, named};

/// An empty database of every engine. `name` is a schema of the server, one for each test.
pub async fn each(name: &str) -> Vec<(&'static str, Db)> {
    let mut engines = vec![("sqlite", Db::in_memory().await.expect("a database in memory"))];
    if let Some(url) = named(name) {
        engines.push(("postgres", fresh_schema(&url, name).await));
    }
    engines
}

/// An empty confided room of every engine.
pub async fn each_confided(name: &str) -> Vec<(&'static str, Db)> {
    let mut engines = vec![("sqlite", pana_store::casework::in_memory().await.expect("a database in memory"))];
    engines.extend(confided_server(name).await.map(|db| ("postgres", db)));
    engines
}

async fn fresh_schema(url: &str, name: &str) -> Db {
    fresh(url, name).await;
    Db::connect(&format!("{url}&options=-c%20search_path%3D{name}")).await.expect("the tables are made")
}
