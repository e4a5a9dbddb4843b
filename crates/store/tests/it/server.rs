//! The PostgreSQL server of the tests. Every test has a schema of its own there.

use pana_store::Db;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// The server's address. Where none is named, it is said aloud who runs on SQLite only; in the gate that is a failure.
pub fn named(who: &str) -> Option<String> {
    match std::env::var("PANA_TEST_POSTGRES") {
        Ok(url) => return Some(url),
        Err(_) if std::env::var("CI").is_ok() => panic!("PANA_TEST_POSTGRES is not set: run the tests through .ci/run"),
        Err(_) => eprintln!("PANA_TEST_POSTGRES is not set: {who} runs on SQLite only"),
    }
    None
}

/// An empty confided room of the server, in the schema `<name>_casework`.
pub async fn confided_server(name: &str) -> Option<Db> {
    let url = named(name)?;
    fresh(&url, &format!("{name}_casework")).await;
    fresh(&url, name).await;
    let url = format!("{url}&options=-c%20search_path%3D{name}");
    Some(pana_store::casework::connect(&url).await.expect("the tables are made"))
}

/// Makes a schema anew.
pub async fn fresh(url: &str, name: &str) {
    let mut connection = PgConnection::connect(url).await.expect("the server answers");
    for sql in [format!("drop schema if exists {name} cascade"), format!("create schema {name}")] {
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.expect("the server makes a schema");
    }
}
