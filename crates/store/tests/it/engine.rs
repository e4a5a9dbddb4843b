//! Runs a test on SQLite and on PostgreSQL. PostgreSQL is the server of `PANA_TEST_POSTGRES`; the gate starts one. Where
//! that is not set, only SQLite is tested, and in the gate that is a failure.

use pana_store::Db;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// An empty database of every engine. `name` is a schema of the server, one for each test.
pub async fn each(name: &str) -> Vec<(&'static str, Db)> {
    let mut engines = vec![("sqlite", Db::in_memory().await.expect("a database in memory"))];
    match std::env::var("PANA_TEST_POSTGRES") {
        Ok(url) => engines.push(("postgres", fresh_schema(&url, name).await)),
        Err(_) if std::env::var("CI").is_ok() => panic!("PANA_TEST_POSTGRES is not set: run the tests through .ci/run"),
        Err(_) => eprintln!("PANA_TEST_POSTGRES is not set: {name} runs on SQLite only"),
    }
    engines
}

/// An empty confided room of every engine.
pub async fn each_confided(name: &str) -> Vec<(&'static str, Db)> {
    let mut engines = vec![("sqlite", pana_store::casework::in_memory().await.expect("a database in memory"))];
    match std::env::var("PANA_TEST_POSTGRES") {
        Ok(url) => {
            fresh(&url, &format!("{name}_casework")).await;
            let url = format!("{url}&options=-c%20search_path%3D{name}");
            fresh(&url, name).await;
            engines.push(("postgres", pana_store::casework::connect(&url).await.expect("the tables are made")));
        }
        Err(_) if std::env::var("CI").is_ok() => panic!("PANA_TEST_POSTGRES is not set: run the tests through .ci/run"),
        Err(_) => eprintln!("PANA_TEST_POSTGRES is not set: {name} runs on SQLite only"),
    }
    engines
}

async fn fresh_schema(url: &str, name: &str) -> Db {
    fresh(url, name).await;
    Db::connect(&format!("{url}&options=-c%20search_path%3D{name}")).await.expect("the tables are made")
}

async fn fresh(url: &str, name: &str) {
    let mut connection = PgConnection::connect(url).await.expect("the server answers");
    for sql in [format!("drop schema if exists {name} cascade"), format!("create schema {name}")] {
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.expect("the server makes a schema");
    }
}
