//! The search index: which documents have which words. What a document is, what its words are and which match is better is
//! decided by the caller; here two engines answer the same plain question alike, "which documents have these words".
//!
//! The index belongs to one import and to one way of making words. Where either has changed it answers nothing, so that a
//! result is never older than the facts.

use crate::db::{Db, Tx};
use crate::error::StoreError;

/// A word of the index: letters and digits only, so that no text can be taken for a command of the engine.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word(String);

impl Word {
    /// A word; other characters than letters and digits are left out.
    pub fn new(text: &str) -> Self {
        Self(text.chars().filter(|c| c.is_alphanumeric()).collect())
    }
}

/// Which documents are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Those with a word.
    Has(Word),
    /// Those with a word that begins so.
    Begins(Word),
    /// Those where words follow each other.
    Follow(Vec<Word>),
    /// Those that fit every part; none where there is no part.
    All(Vec<Wanted>),
    /// Those that fit some part.
    Any(Vec<Wanted>),
    /// Those that fit the first and not the second.
    Without(Box<Wanted>, Box<Wanted>),
}

/// A thing to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What kind of thing it is.
    pub kind: String,
    /// Its name within the kind.
    pub key: String,
    /// Its words, in order.
    pub words: Vec<Word>,
}

/// Of which facts an index is, and who made its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition<'a> {
    /// The number of the import.
    pub import: i64,
    /// What the words depend on besides the facts.
    pub made_by: &'a str,
}

impl Edition<'_> {
    fn cells(&self) -> [Option<String>; 2] {
        [Some(self.import.to_string()), Some(self.made_by.to_owned())]
    }
}

/// A thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// What kind of thing it is.
    pub kind: String,
    /// Its name within the kind.
    pub key: String,
}

/// Further words of a document are not kept: the positions of a `tsvector` end at 16,383.
const MOST_WORDS: usize = 16_000;
/// Documents written at once.
const AT_ONCE: usize = 200;

const IS_OF: &str = "select cast(count(*) as text) from search_index where import_id = cast($1 as bigint) \
    and import_id = (select coalesce(max(id), 0) from imports) and made_by = $2";

/// Whether the index is of an edition, and that edition the newest.
pub async fn is_of(db: &Db, edition: &Edition<'_>) -> Result<bool, StoreError> {
    Ok(number(db.read(IS_OF, &edition.cells()).await?.first()) > 0)
}

async fn is_made(tx: &mut Tx, edition: &Edition<'_>) -> Result<bool, StoreError> {
    Ok(number(tx.read(IS_OF, &edition.cells()).await?.first()) > 0)
}

/// Makes the index again, in one transaction. Says no and changes nothing where the edition is not the newest any more.
pub async fn make(
    db: &Db,
    edition: &Edition<'_>,
    documents: impl Iterator<Item = Document>,
) -> Result<bool, StoreError> {
    let mut tx = db.begin().await?;
    if let Tx::Postgres(_) = tx {
        // Two programs may both have found it too old; the second waits, then makes it again. SQLite has one writer.
        tx.run("lock table search_index in exclusive mode", &[]).await?;
    }
    let newest = tx.read("select cast(coalesce(max(id), 0) as text) from imports", &[]).await?;
    if number(newest.first()) != edition.import {
        return Ok(false);
    }
    if is_made(&mut tx, edition).await? {
        return Ok(true);
    }
    clear(&mut tx).await?;
    let mut documents = documents.enumerate().peekable();
    while documents.peek().is_some() {
        let some: Vec<(usize, Document)> = documents.by_ref().take(AT_ONCE).collect();
        write(&mut tx, &some).await?;
    }
    const SQL: &str = "insert into search_index (import_id, made_by) values (cast($1 as bigint), $2)";
    tx.run(SQL, &edition.cells()).await?;
    tx.commit().await?;
    Ok(true)
}

async fn clear(tx: &mut Tx) -> Result<(), StoreError> {
    let words = match tx {
        Tx::Sqlite(_) => "insert into search_words (search_words) values ('delete-all')",
        Tx::Postgres(_) => "delete from search_words",
    };
    for sql in ["delete from search_index", "delete from search_documents", words] {
        tx.run(sql, &[]).await?;
    }
    Ok(())
}

async fn write(tx: &mut Tx, documents: &[(usize, Document)]) -> Result<(), StoreError> {
    let names: Vec<(String, &str, &str)> = documents
        .iter()
        .map(|(at, document)| (at.to_string(), document.kind.as_str(), document.key.as_str()))
        .collect();
    let spell = match tx {
        Tx::Sqlite(_) => in_a_row,
        Tx::Postgres(_) => with_places,
    };
    let words: Vec<(String, String)> =
        documents.iter().map(|(at, document)| (at.to_string(), spell(&document.words))).collect();
    let (into_documents, into_words) = match tx {
        Tx::Sqlite(_) => (
            "insert into search_documents (id, kind, document_key) \
             select cast(value ->> 0 as integer), value ->> 1, value ->> 2 from json_each($1)",
            "insert into search_words (rowid, words) select cast(value ->> 0 as integer), value ->> 1 from json_each($1)",
        ),
        Tx::Postgres(_) => (
            "insert into search_documents (id, kind, document_key) \
             select cast(value ->> 0 as bigint), value ->> 1, value ->> 2 from json_array_elements(cast($1 as json))",
            "insert into search_words (id, words) \
             select cast(value ->> 0 as bigint), cast(value ->> 1 as tsvector) from json_array_elements(cast($1 as json))",
        ),
    };
    tx.run(into_documents, &[Some(serde_json::to_string(&names).expect("texts are JSON"))]).await?;
    tx.run(into_words, &[Some(serde_json::to_string(&words).expect("texts are JSON"))]).await
}

/// How FTS5 reads words: one after the other.
fn in_a_row(words: &[Word]) -> String {
    words.iter().take(MOST_WORDS).map(|word| word.0.as_str()).collect::<Vec<_>>().join(" ")
}

/// How a `tsvector` is written: each word with its place. The places are ours, so that what follows what is the same.
fn with_places(words: &[Word]) -> String {
    let placed = words.iter().take(MOST_WORDS).enumerate().filter(|(_, word)| !word.0.is_empty());
    placed.map(|(at, word)| format!("'{}':{}", word.0, at + 1)).collect::<Vec<_>>().join(" ")
}

/// How many documents of each kind are wanted, by kind.
pub async fn count(db: &Db, edition: &Edition<'_>, wanted: &Wanted) -> Result<Vec<(String, u64)>, StoreError> {
    let sql = match db {
        Db::Sqlite(_) => {
            "select kind, cast(count(*) as text) from search_words join search_documents on id = search_words.rowid \
             where search_words match $1 \
             and exists (select 1 from search_index where import_id = cast($2 as bigint) and made_by = $3) \
             group by kind order by kind"
        }
        Db::Postgres(_) => {
            "select kind, cast(count(*) as text) from search_words join search_documents using (id) \
             where words @@ cast($1 as tsquery) \
             and exists (select 1 from search_index where import_id = cast($2 as bigint) and made_by = $3) \
             group by kind order by kind collate \"C\""
        }
    };
    let rows = db.read(sql, &asked(db, edition, wanted)).await?;
    Ok(rows.into_iter().map(|mut row| (row[0].take().unwrap_or_default(), number_at(&row, 1).unsigned_abs())).collect())
}

/// The documents that are wanted, in the order in which they were written, from one on and no more than so many.
pub async fn list(
    db: &Db,
    edition: &Edition<'_>,
    wanted: &Wanted,
    from: u64,
    most: u64,
) -> Result<Vec<Found>, StoreError> {
    let sql = match db {
        Db::Sqlite(_) => {
            "select kind, document_key from search_documents where id in (select rowid from search_words \
             where search_words match $1 order by rowid limit cast($5 as integer) offset cast($4 as integer)) \
             and exists (select 1 from search_index where import_id = cast($2 as bigint) and made_by = $3) order by id"
        }
        Db::Postgres(_) => {
            "select kind, document_key from search_documents where id in (select id from search_words \
             where words @@ cast($1 as tsquery) order by id limit cast($5 as bigint) offset cast($4 as bigint)) \
             and exists (select 1 from search_index where import_id = cast($2 as bigint) and made_by = $3) order by id"
        }
    };
    let mut values = asked(db, edition, wanted).to_vec();
    values.extend([Some(from.to_string()), Some(most.to_string())]);
    let rows = db.read(sql, &values).await?;
    let found = |row: Vec<Option<String>>| {
        let mut cells = row.into_iter().map(Option::unwrap_or_default);
        Found { kind: cells.next().unwrap_or_default(), key: cells.next().unwrap_or_default() }
    };
    Ok(rows.into_iter().map(found).collect())
}

fn asked(db: &Db, edition: &Edition<'_>, wanted: &Wanted) -> [Option<String>; 3] {
    let speech = match db {
        Db::Sqlite(_) => &FTS5,
        Db::Postgres(_) => &TSQUERY,
    };
    let [import, made_by] = edition.cells();
    [Some(speech.say(wanted)), import, made_by]
}

fn number(row: Option<&Vec<Option<String>>>) -> i64 {
    row.map_or(0, |row| number_at(row, 0))
}

fn number_at(row: &[Option<String>], at: usize) -> i64 {
    row.get(at).and_then(|cell| cell.as_deref()?.parse().ok()).unwrap_or(0)
}

/// How an engine is asked.
struct Speech {
    word: fn(&str) -> String,
    beginning: fn(&str) -> String,
    follow: fn(&[&str]) -> String,
    and: &'static str,
    or: &'static str,
    not: &'static str,
}

static FTS5: Speech = Speech {
    word: |word| format!("\"{word}\""),
    beginning: |word| format!("\"{word}\"*"),
    follow: |words| format!("\"{}\"", words.join(" ")),
    and: " AND ",
    or: " OR ",
    not: " NOT ",
};

static TSQUERY: Speech = Speech {
    word: |word| format!("'{word}'"),
    beginning: |word| format!("'{word}':*"),
    follow: |words| words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" <-> "),
    and: " & ",
    or: " | ",
    not: " & !",
};

/// A word that no document has: every word of the index begins with a letter.
const NOWHERE: &str = "0nowhere";

impl Speech {
    fn say(&self, wanted: &Wanted) -> String {
        match wanted {
            Wanted::Has(word) if !word.0.is_empty() => (self.word)(&word.0),
            Wanted::Begins(word) if !word.0.is_empty() => (self.beginning)(&word.0),
            Wanted::Follow(words) if !words.is_empty() && words.iter().all(|word| !word.0.is_empty()) => {
                format!("({})", (self.follow)(&words.iter().map(|word| word.0.as_str()).collect::<Vec<_>>()))
            }
            Wanted::All(parts) if !parts.is_empty() => self.join(parts, self.and),
            Wanted::Any(parts) if !parts.is_empty() => self.join(parts, self.or),
            Wanted::Without(wanted, unwanted) => {
                format!("({}{}{})", self.say(wanted), self.not, self.say(unwanted))
            }
            _ => (self.word)(NOWHERE),
        }
    }

    fn join(&self, parts: &[Wanted], between: &str) -> String {
        format!("({})", parts.iter().map(|part| self.say(part)).collect::<Vec<_>>().join(between))
    }
}
