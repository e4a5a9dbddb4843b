//! Claims: what the evidence says of them, and what a named person decided.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pana_evidence::claim::{Check, Claim, Decision, Ground, Verdict, check};
use pana_evidence::{Record, Room};
use pana_store::import::{Delivery, record};
use pana_store::{Db, room};

use crate::desk::Desk;
use crate::error::Error;

/// A claim with what the room says of it and what people decided.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The claim.
    pub claim: Claim,
    /// What is proposed.
    pub check: Check,
    /// What people decided, oldest first.
    pub decisions: Vec<Decision>,
}

/// Checks every claim that the room records. A row that is no claim was refused when its pack was read.
pub fn all(room: &Room) -> Vec<Checked> {
    let claims = room.records("claims").filter_map(|record| Claim::of_record(record).ok());
    these(room, claims.collect())
}

/// Checks claims against a room.
pub fn these(room: &Room, claims: Vec<Claim>) -> Vec<Checked> {
    let ground = Ground::new(room);
    let mut decided = decisions(room);
    let checked = claims.into_iter().map(|claim| Checked {
        check: check(&ground, &claim),
        decisions: decided.remove(&claim.id).unwrap_or_default(),
        claim,
    });
    checked.collect()
}

fn decisions(room: &Room) -> BTreeMap<String, Vec<Decision>> {
    let mut found: BTreeMap<String, Vec<Decision>> = BTreeMap::new();
    for decision in room.records(Decision::TABLE).filter_map(|record| Decision::of_record(record).ok()) {
        if decision.is_by_a_person() {
            found.entry(decision.claim.clone()).or_default().push(decision);
        }
    }
    for list in found.values_mut() {
        list.sort_by(|a, b| (&a.decided_on, &a.id).cmp(&(&b.decided_on, &b.id)));
    }
    found
}

/// The room as it was certainly known on a day; the room as it is now where no day is named.
pub async fn room_as_of(desk: &Desk, as_of: Date) -> Result<Room, Error> {
    Ok(room::load(&desk.db, Some(as_of)).await?)
}

/// What a person decides about a claim.
#[derive(Clone, Debug)]
pub struct Decide {
    /// The claim.
    pub claim: String,
    /// Her verdict.
    pub verdict: Verdict,
    /// Her name.
    pub by: String,
    /// Her reasons.
    pub because: String,
}

/// Records a decision beside what the engine proposes today. Nothing is overwritten: a later decision stands after it.
pub async fn decide(db: &Db, decide: &Decide, today: Date) -> Result<Decision, Error> {
    for (name, text) in [("--by", &decide.by), ("--because", &decide.because)] {
        if text.trim().is_empty() {
            return Err(Error::NotFound(format!("{name} is empty: a verdict has a name and a reason")));
        }
    }
    let room = room::load(db, None).await?;
    let checked = all(&room).into_iter().find(|checked| checked.claim.id == decide.claim);
    let Some(checked) = checked else {
        return Err(Error::NotFound(format!("there is no claim `{}`; `pana claims check` lists them", decide.claim)));
    };
    let number = checked.decisions.len() + 1;
    let record_of = as_record(decide, &checked.check, number, today);
    let decision = Decision::of_record(&record_of).expect("every needed cell was just written");
    let mut tx = db.begin().await?;
    let delivery = Delivery {
        name: PACK,
        version: &today.to_string(),
        checksum: &record_of.key,
        sources: &[],
        places: &[],
        indicators: &[],
        relations: &[],
        observations: &[],
        records: std::slice::from_ref(&record_of),
    };
    record(&mut tx, &delivery, today).await?;
    tx.commit().await?;
    Ok(decision)
}

/// Decisions made here are a pack of their own.
const PACK: &str = "decisions";

fn as_record(decide: &Decide, check: &Check, number: usize, today: Date) -> Record {
    let codes = check.codes().map(|code| code.code()).collect::<Vec<_>>().join(";");
    let cells = [
        ("verdict_id", format!("D-{}-{number}", decide.claim)),
        ("claim_id", decide.claim.clone()),
        ("kind", "decided".to_owned()),
        ("verdict", decide.verdict.code().to_owned()),
        ("original_label", String::new()),
        ("reviewer", decide.by.trim().to_owned()),
        ("decided_on", today.to_string()),
        ("findings", codes),
        ("proposed", check.verdict.code().to_owned()),
        ("rationale", decide.because.trim().to_owned()),
    ];
    let cells: Vec<(String, String)> = cells.map(|(column, cell)| (column.to_owned(), cell)).into();
    Record { pack: PACK.to_owned(), table: Decision::TABLE.to_owned(), key: cells[0].1.clone(), cells }
}
