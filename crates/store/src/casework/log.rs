//! The log as rows: leaves, the state of the tree, signed heads. What a leaf says and how a tree is made is not known here.

use super::value::Value;
use crate::db::{Db, Tx};
use crate::error::StoreError;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its number, from 0.
    pub number: i64,
    /// The record it is about.
    pub record_id: Option<String>,
    /// Who did it.
    pub actor: String,
    /// The leaf of the tree.
    pub leaf: Vec<u8>,
    /// Its hash.
    pub hash: Vec<u8>,
}

/// Where the tree stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Leaves.
    pub size: i64,
    /// What is needed to append, as the vault writes it.
    pub tree: Vec<u8>,
}

const STATE: &str = "select size, tree from log_state where id = 1";
const STATE_LOCKED: &str = "select size, tree from log_state where id = 1 for update";
const PUT_STATE: &str = "insert into log_state (id, size, tree) values (1, $1, $2) \
    on conflict (id) do update set size = excluded.size, tree = excluded.tree";
const PUT_EVENT: &str = "insert into events (number, record_id, actor, leaf, hash) values ($1, $2, $3, $4, $5)";
/// So many events are put by one statement, where so many are left: with many readers at once the log is most of what is written.
const TOGETHER: usize = 8;
const PUT_EIGHT: &str = "insert into events (number, record_id, actor, leaf, hash) values \
    ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10), ($11, $12, $13, $14, $15), ($16, $17, $18, $19, $20), \
    ($21, $22, $23, $24, $25), ($26, $27, $28, $29, $30), ($31, $32, $33, $34, $35), ($36, $37, $38, $39, $40)";
const PAGE: &str = "select number, record_id, actor, leaf, hash from events \
    where number >= $1 and number < $2 order by number";
const AFTER: &str = "select number, record_id, actor, leaf, hash from events \
    where number > $1 order by number limit $2";
const OF_RECORD: &str = "select number, record_id, actor, leaf, hash from events where record_id = $1 order by number";
const OF_ACCOUNT: &str = "select number, record_id, actor, leaf, hash from events \
    where actor = $1 and record_id is null order by number desc limit $2";
const PUT_HEAD: &str = "insert into log_heads (size, head) values ($1, $2) on conflict (size) do nothing";
const HEADS: &str = "select size, head from log_heads order by size";
const NEWEST_HEAD: &str = "select size, head from log_heads order by size desc limit 1";

/// Where the tree stands, held for the rest of the transaction.
pub async fn state_in(tx: &mut Tx) -> Result<State, StoreError> {
    let sql = if matches!(tx, Tx::Postgres(_)) { STATE_LOCKED } else { STATE };
    state_of(tx.values(sql, &[]).await?)
}

/// Where the tree stands.
pub async fn state(db: &Db) -> Result<State, StoreError> {
    state_of(db.values(STATE, &[]).await?)
}

fn state_of(rows: Vec<Vec<Value>>) -> Result<State, StoreError> {
    match rows.into_iter().next().as_deref() {
        None => Ok(State::default()),
        Some([Value::Number(size), Value::Bytes(tree)]) => Ok(State { size: *size, tree: tree.clone() }),
        Some(_) => Err(StoreError::Damaged { table: "log_state" }),
    }
}

/// Adds events and the state after them.
pub async fn append(tx: &mut Tx, events: &[Event], state: &State) -> Result<(), StoreError> {
    let (eights, rest) = events.as_chunks::<TOGETHER>();
    for eight in eights {
        tx.write(PUT_EIGHT, &eight.iter().flat_map(values).collect::<Vec<_>>()).await?;
    }
    for event in rest {
        tx.write(PUT_EVENT, &values(event)).await?;
    }
    tx.write(PUT_STATE, &[state.size.into(), (&state.tree).into()]).await?;
    Ok(())
}

fn values(event: &Event) -> [Value; 5] {
    [event.number.into(), (&event.record_id).into(), (&event.actor).into(), (&event.leaf).into(), (&event.hash).into()]
}

/// Events from a number on, before another.
pub async fn events(db: &Db, from: i64, before: i64) -> Result<Vec<Event>, StoreError> {
    db.values(PAGE, &[from.into(), before.into()]).await?.into_iter().map(event).collect()
}

/// So many events behind a number, whatever their numbers are: for the audit, which trusts none of them.
pub async fn after(db: &Db, number: i64, most: i64) -> Result<Vec<Event>, StoreError> {
    db.values(AFTER, &[number.into(), most.into()]).await?.into_iter().map(event).collect()
}

/// The events about a record.
pub async fn of_record(db: &Db, record: &str) -> Result<Vec<Event>, StoreError> {
    db.values(OF_RECORD, &[record.into()]).await?.into_iter().map(event).collect()
}

/// The newest events of an account that are about no record, the newest first.
pub async fn of_account(db: &Db, account: &str, most: i64) -> Result<Vec<Event>, StoreError> {
    db.values(OF_ACCOUNT, &[account.into(), most.into()]).await?.into_iter().map(event).collect()
}

fn event(row: Vec<Value>) -> Result<Event, StoreError> {
    let [Value::Number(number), record, Value::Text(actor), Value::Bytes(leaf), Value::Bytes(hash)] = row.as_slice()
    else {
        return Err(StoreError::Damaged { table: "events" });
    };
    let record_id = match record {
        Value::Text(record) => Some(record.clone()),
        _ => None,
    };
    Ok(Event { number: *number, record_id, actor: actor.clone(), leaf: leaf.clone(), hash: hash.clone() })
}

/// Keeps a signed head.
pub async fn keep_head(tx: &mut Tx, size: i64, head: &str) -> Result<(), StoreError> {
    tx.write(PUT_HEAD, &[size.into(), head.into()]).await.map(|_| ())
}

/// All signed heads, smallest tree first.
pub async fn heads(db: &Db) -> Result<Vec<String>, StoreError> {
    heads_of(db.values(HEADS, &[]).await?)
}

/// The signed head of the largest tree.
pub async fn newest_head(db: &Db) -> Result<Option<String>, StoreError> {
    Ok(heads_of(db.values(NEWEST_HEAD, &[]).await?)?.into_iter().next())
}

fn heads_of(rows: Vec<Vec<Value>>) -> Result<Vec<String>, StoreError> {
    let head = |row: Vec<Value>| match row.into_iter().nth(1) {
        Some(Value::Text(head)) => Ok(head),
        _ => Err(StoreError::Damaged { table: "log_heads" }),
    };
    rows.into_iter().map(head).collect()
}
