//! The database: opening, migrating, and the two ways to speak to it. Every cell travels as text.

use std::net::IpAddr;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow, PgSslMode};
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{Connection as _, PgPool, Postgres, Row, Sqlite, SqlitePool};

use crate::error::StoreError;
use crate::migration::{self, Room};
use crate::schema;

/// What a connection keeps of the file in memory: 16 MB, in SQLite's negative kibibytes. With its own 2 MB a page of a large room is read
/// from the disk again and again.
const CACHE: &str = "-16000";

/// A row as it came: one text a column, `None` for null.
pub type Cells = Vec<Option<String>>;

/// An open database with all its tables.
#[derive(Clone, Debug)]
pub enum Db {
    /// A file in the data directory.
    Sqlite(SqlitePool),
    /// A server.
    Postgres(PgPool),
}

/// A transaction. Dropped without [`Tx::commit`], it leaves no trace.
pub enum Tx {
    /// Of a file.
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    /// Of a server.
    Postgres(sqlx::Transaction<'static, Postgres>),
}

impl Db {
    /// Opens `pana.sqlite` in a folder that exists, making the file when it is missing, and checks that it keeps what it
    /// acknowledges.
    pub async fn open_folder(folder: &Path) -> Result<Self, StoreError> {
        Self::open_file(&folder.join("pana.sqlite"), Room::Public).await
    }

    /// Opens a file, making it when it is missing.
    pub(crate) async fn open_file(file: &Path, room: Room) -> Result<Self, StoreError> {
        let place = file.display().to_string();
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .pragma("cache_size", CACHE)
            .busy_timeout(Duration::from_secs(10));
        let options = if room == Room::Confided { guarded(options) } else { options };
        let open = |error: sqlx::Error| StoreError::Open { place: place.clone(), reason: error.to_string() };
        // A connection that came back was asked whether it lives; it lies in this process, and is not asked again before the next reading.
        let pooled = SqlitePoolOptions::new()
            .max_connections(4)
            .test_before_acquire(false)
            .before_acquire(|line, _| Box::pin(std::future::ready(Ok(is_free(line)))));
        let pool = pooled.connect_with(options).await.map_err(open)?;
        schema::check_readable(&pool, &place).await?;
        let db = Self::Sqlite(pool.clone());
        db.check_durability(&place).await?;
        db.migrate(room).await?;
        schema::check_whole(&pool, room, &place).await?;
        Ok(db)
    }

    /// An empty database in memory, for tests.
    pub async fn in_memory() -> Result<Self, StoreError> {
        Self::of_memory(Room::Public).await
    }

    pub(crate) async fn of_memory(room: Room) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::from_str("sqlite::memory:")?.foreign_keys(true);
        let forever = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        let db = Self::Sqlite(forever.connect_with(options).await?);
        db.migrate(room).await?;
        Ok(db)
    }

    /// Opens a server by `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let db = Self::server(url, None).await?;
        db.migrate(Room::Public).await?;
        Ok(db)
    }

    /// The schema of a server that holds the confided room, beside the schema that the URL names.
    pub(crate) async fn connect_confided(url: &str) -> Result<Self, StoreError> {
        let public = Self::server(url, None).await?;
        let named = public.read("select cast(current_schema() as text)", &[]).await?;
        let schema = match named.first().and_then(|row| row.first().cloned().flatten()) {
            Some(named) if named != "public" => format!("{named}_casework"),
            _ => "casework".to_owned(),
        };
        if let Self::Postgres(pool) = &public {
            let quoted = schema.replace('"', "\"\"");
            let make = sqlx::AssertSqlSafe(format!("create schema if not exists \"{quoted}\""));
            sqlx::raw_sql(make).execute(pool).await?;
        }
        let db = Self::server(url, Some(&schema)).await?;
        db.migrate(Room::Confided).await?;
        Ok(db)
    }

    async fn server(url: &str, schema: Option<&str>) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url);
        let place =
            options.as_ref().map_or_else(|_| "of that URL".to_owned(), |options| format!("at {}", options.get_host()));
        let open = |error: sqlx::Error| StoreError::Open { place: place.clone(), reason: error.to_string() };
        let mut options = options.map_err(open)?;
        if !is_guarded(&options) {
            return Err(StoreError::Unguarded { place });
        }
        if let Some(schema) = schema {
            options = options.options([("search_path", schema)]);
        }
        let pooled = PgPoolOptions::new().max_connections(8).acquire_timeout(Duration::from_secs(10));
        Ok(Self::Postgres(pooled.connect_with(options).await.map_err(open)?))
    }

    async fn migrate(&self, room: Room) -> Result<(), StoreError> {
        let done = match self {
            Self::Sqlite(pool) => migration::sqlite(room).run(pool).await,
            Self::Postgres(pool) => migration::postgres(room).run(pool).await,
        };
        done.map_err(|error| StoreError::Migrate(error.to_string()))
    }

    async fn check_durability(&self, place: &str) -> Result<(), StoreError> {
        for (setting, sql, expected) in
            [("journal_mode", "pragma journal_mode", "wal"), ("synchronous", "pragma synchronous", "2")]
        {
            let Self::Sqlite(pool) = self else { return Ok(()) };
            let row = sqlx::query(sql).fetch_one(pool).await?;
            let found = row.try_get::<String, _>(0).or_else(|_| row.try_get::<i64, _>(0).map(|n| n.to_string()))?;
            if found != expected {
                return Err(StoreError::Unsafe { place: place.to_owned(), setting, found, expected });
            }
        }
        Ok(())
    }

    /// Ends all connections; of a file, the last one moves everything out of the write-ahead log.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Begins a transaction that will write; on SQLite it waits for the one writer before it.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Sqlite(pool) => Tx::Sqlite(pool.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Reads rows.
    pub async fn read(&self, sql: &'static str, values: &[Option<String>]) -> Result<Vec<Cells>, StoreError> {
        Ok(match self {
            Self::Sqlite(pool) => {
                sqlite(sql, values).fetch_all(pool).await?.iter().map(sqlite_cells).collect::<Result<_, _>>()?
            }
            Self::Postgres(pool) => postgres(sql, &asked(values))
                .fetch_all(pool)
                .await?
                .iter()
                .map(postgres_cells)
                .collect::<Result<_, _>>()?,
        })
    }
}

impl Tx {
    /// Runs a statement that gives no rows.
    pub async fn run(&mut self, sql: &'static str, values: &[Option<String>]) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => sqlite(sql, values).execute(&mut **tx).await.map(|_| ())?,
            Self::Postgres(tx) => postgres(sql, values).execute(&mut **tx).await.map(|_| ())?,
        }
        Ok(())
    }

    /// Reads rows.
    pub async fn read(&mut self, sql: &'static str, values: &[Option<String>]) -> Result<Vec<Cells>, StoreError> {
        Ok(match self {
            Self::Sqlite(tx) => {
                sqlite(sql, values).fetch_all(&mut **tx).await?.iter().map(sqlite_cells).collect::<Result<_, _>>()?
            }
            Self::Postgres(tx) => postgres(sql, &asked(values))
                .fetch_all(&mut **tx)
                .await?
                .iter()
                .map(postgres_cells)
                .collect::<Result<_, _>>()?,
        })
    }

    /// Takes everything since [`Db::begin`] back, before anybody else can ask.
    pub async fn roll_back(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => tx.rollback().await?,
            Self::Postgres(tx) => tx.rollback().await?,
        }
        Ok(())
    }

    /// Makes everything since [`Db::begin`] last.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// Whether nobody on the way can read what goes to a server or answer in its place: it is on this machine, or its certificate and its name
/// are checked (OWASP ASVS 5.0, 12.3.1 to 12.3.4).
fn is_guarded(options: &PgConnectOptions) -> bool {
    let host = options.get_host().trim_start_matches('[').trim_end_matches(']');
    let here = host.parse::<IpAddr>().map_or(host == "localhost", |address| address.is_loopback());
    options.get_socket().is_some() || here || matches!(options.get_ssl_mode(), PgSslMode::VerifyFull)
}

/// Whether a connection can be used again. Where the disk refused, SQLite has ended the transaction by itself; sqlx counts it on, and would
/// refuse every later one on this connection: then it is closed. What a dropped transaction left to be done was done when the connection
/// came back: the pool waits for its answer then.
fn is_free(line: &SqliteConnection) -> bool {
    !line.is_in_transaction()
}

/// What a file of sealed entries asks of SQLite besides: what is deleted is overwritten, the schema is not trusted to run
/// functions, and a damaged page is noticed where SQLite can notice it.
fn guarded(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options.pragma("secure_delete", "on").pragma("trusted_schema", "off").pragma("cell_size_check", "on")
}

fn sqlite<'q>(sql: &'static str, values: &[Option<String>]) -> sqlx::query::Query<'q, Sqlite, SqliteArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| query.bind(value.clone()))
}

fn postgres<'q>(sql: &'static str, values: &[Option<String>]) -> sqlx::query::Query<'q, Postgres, PgArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| query.bind(value.clone()))
}

/// What somebody asks a server for. No text of a server holds a zero byte, and a question with one would be an error: it is asked with a
/// sign in its place that stands for what cannot be read, and so nothing is found.
fn asked(values: &[Option<String>]) -> Vec<Option<String>> {
    values.iter().map(|value| value.as_deref().map(without_zero)).collect()
}

/// A text without zero bytes.
pub(crate) fn without_zero(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

fn sqlite_cells(row: &SqliteRow) -> Result<Cells, sqlx::Error> {
    (0..row.len()).map(|column| row.try_get(column)).collect()
}

fn postgres_cells(row: &PgRow) -> Result<Cells, sqlx::Error> {
    (0..row.len()).map(|column| row.try_get(column)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_elsewhere_is_reached_by_a_checked_link_alone() {
        let open = |url: &str| PgConnectOptions::from_str(url).map(|options| is_guarded(&options)).ok();
        for here in ["localhost", "127.0.0.1", "127.8.0.1"] {
            assert_eq!(open(&format!("postgres://pana@{here}/pana")), Some(true), "{here}");
        }
        assert_eq!(open("postgres:///pana?host=/var/run/postgresql"), Some(true));
        assert_eq!(open("postgres://pana@[::1]/pana"), Some(true));
        for mode in ["", "?sslmode=disable", "?sslmode=prefer", "?sslmode=require", "?sslmode=verify-ca"] {
            assert_eq!(open(&format!("postgres://pana@db.example/pana{mode}")), Some(false), "{mode}");
        }
        assert_eq!(open("postgres://pana@db.example/pana?sslmode=verify-full"), Some(true));
        assert_eq!(open("postgres://pana@localhost.example/pana"), Some(false));
    }

    #[tokio::test]
    async fn nothing_is_sent_to_it_before() {
        let refused =
            Db::connect("postgres://pana:secret@192.0.2.1/pana").await.map(|_| ()).map_err(|error| error.to_string());
        let said = refused.expect_err("no link of that kind is made");
        assert!(
            said.contains("sslmode=verify-full") && said.contains("192.0.2.1") && !said.contains("secret"),
            "{said}"
        );
    }
}
