//! Claims: what the evidence says of them, and what a named person decided.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pana_evidence::claim::{Check, Claim, Decision, Ground, Verdict, check};
use pana_evidence::{Record, Room, Wording};
use pana_store::{Db, room};

use crate::desk::Desk;
use crate::error::Error;
use crate::row;

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

/// Checks every claim that the room records. A row that is no claim was refused when its pack was read. With a day, what people decided
/// later is left out.
pub fn all(room: &Room, as_of: Option<Date>) -> Vec<Checked> {
    let claims = room.records("claims").filter_map(|record| Claim::of_record(record).ok());
    these(room, claims.collect(), as_of)
}

/// Checks claims against a room.
pub fn these(room: &Room, claims: Vec<Claim>, as_of: Option<Date>) -> Vec<Checked> {
    let ground = Ground::new(room);
    let mut decided = decisions(room, as_of);
    let checked = claims.into_iter().map(|claim| Checked {
        check: check(&ground, &claim),
        decisions: decided.remove(&claim.id).unwrap_or_default(),
        claim,
    });
    checked.collect()
}

fn decisions(room: &Room, as_of: Option<Date>) -> BTreeMap<String, Vec<Decision>> {
    let mut found: BTreeMap<String, Vec<Decision>> = BTreeMap::new();
    for decision in room.records(Decision::TABLE).filter_map(|record| Decision::of_record(record).ok()) {
        if decision.is_by_a_person() && as_of.is_none_or(|day| decision.is_made(day)) {
            found.entry(decision.claim.clone()).or_default().push(decision);
        }
    }
    for list in found.values_mut() {
        // Of one day, the tenth comes after the second.
        let order = |decision: &Decision| (decision.decided_on.clone(), decision.id.len(), decision.id.clone());
        list.sort_by_cached_key(order);
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
    /// Her name, or the office for which she signs.
    pub by: String,
    /// The role in which an office signs; `None` where she decides in her own name.
    pub signed_as: Option<String>,
    /// Her reasons.
    pub because: Wording,
    /// How many decisions she had before her; `None` where she did not look.
    pub seen: Option<usize>,
}

impl Decide {
    /// A decision that somebody makes in her own name.
    pub fn in_own_name(claim: &str, verdict: Verdict, by: &str, because: &str) -> Self {
        let (claim, by) = (claim.to_owned(), by.to_owned());
        Self { claim, verdict, by, signed_as: None, because: Wording::plain(because), seen: None }
    }

    /// Whether a decision says the same: a form that was sent twice.
    fn is(&self, made: &Decision, today: Date) -> bool {
        made.verdict == self.verdict
            && made.reviewer == self.by.trim()
            && made.signed_as == self.signed_as
            && made.rationale == self.because
            && made.decided_on.as_deref() == Some(today.to_string().as_str())
    }
}

/// Records a decision beside what the engine proposes today. Nothing is overwritten: a later decision stands after it.
///
/// # Errors
/// [`Error::NotFound`] for an unknown claim, or where name or reason is missing; [`Error::Stale`] where somebody decided since she looked.
pub async fn decide(db: &Db, decide: &Decide, today: Date) -> Result<Decision, Error> {
    for (name, missing) in [("--by", decide.by.trim().is_empty()), ("--because", decide.because.is_empty())] {
        if missing {
            return Err(Error::NotFound(format!("{name} is empty: a verdict has a name and a reason")));
        }
    }
    let room = room::load(db, None).await?;
    let checked = all(&room, None).into_iter().find(|checked| checked.claim.id == decide.claim);
    let Some(checked) = checked else {
        return Err(Error::NotFound(format!("there is no claim `{}`; `pana claims check` lists them", decide.claim)));
    };
    let made = checked.decisions.len();
    if let Some(last) = checked.decisions.last().filter(|last| decide.is(last, today)) {
        return Ok(last.clone());
    }
    if decide.seen.is_some_and(|seen| seen != made) {
        return Err(Error::Stale);
    }
    let record_of = as_record(decide, &checked.check, made + 1, today);
    let decision = Decision::of_record(&record_of).expect("every needed cell was just written");
    row::add(db, record_of, today).await?;
    Ok(decision)
}

/// Decisions made here are a pack of their own.
const PACK: &str = "decisions";

fn as_record(decide: &Decide, check: &Check, number: usize, today: Date) -> Record {
    let codes = check.codes().map(|code| code.code()).collect::<Vec<_>>().join(";");
    let key = format!("D-{}-{number}", decide.claim);
    let cells = [
        ("verdict_id", key.clone()),
        ("claim_id", decide.claim.clone()),
        ("kind", "decided".to_owned()),
        ("verdict", decide.verdict.code().to_owned()),
        ("original_label", String::new()),
        ("reviewer", decide.by.trim().to_owned()),
        ("signed_as", decide.signed_as.clone().unwrap_or_default()),
        ("decided_on", today.to_string()),
        ("findings", codes),
        ("proposed", check.verdict.code().to_owned()),
    ];
    let mut cells: Vec<(String, String)> = cells.map(|(column, cell)| (column.to_owned(), cell)).into();
    cells.extend(decide.because.cells("rationale"));
    Record { pack: PACK.to_owned(), table: Decision::TABLE.to_owned(), key, cells }
}
