//! Statements: what a coordinator reports of a measure, and what an organisation holds of a claim, a recommendation or a measure. Each stands
//! beside what the evidence shows, in the name of the one who made it.

use jiff::civil::Date;
use pana_evidence::statement::{Progress, StatementKind, Subject};
use pana_evidence::{Listed, Record, Room, Statement, Wording};
use pana_store::{Db, room};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::row;

/// Statements made here are a pack of their own.
const PACK: &str = "statements";

/// What somebody states.
#[derive(Clone, Debug)]
pub struct State {
    /// What kind of statement.
    pub kind: StatementKind,
    /// What it is about.
    pub subject: Subject,
    /// Its name.
    pub about: String,
    /// The role in which it is made.
    pub signed_as: String,
    /// The office or the organisation.
    pub holder: String,
    /// How a measure stands, and of which day that is said.
    pub progress: Option<(Progress, Date)>,
    /// In words.
    pub text: Wording,
    /// Where more can be read.
    pub url: Option<String>,
    /// Whose it is: a secret of the one who makes it, of which only a mark is kept.
    pub owner: String,
}

/// The statements about something that had been made by a day, oldest first.
pub fn about(room: &Room, subject: Subject, id: &str, as_of: Option<Date>) -> Vec<Statement> {
    let of = |statement: &Statement| statement.subject == subject && statement.about == id && statement.is_made(as_of);
    let mut found: Vec<Statement> = Listed::<Statement>::of(room).rows.into_iter().filter(of).collect();
    found.sort_by_cached_key(|statement| (statement.made_on, statement.id.len(), statement.id.clone()));
    found
}

/// A statement by its name.
pub fn one(room: &Room, id: &str) -> Option<Statement> {
    Listed::<Statement>::of(room).rows.into_iter().find(|statement| statement.id == id)
}

/// What a statement is about, as the room keeps it.
pub fn subject<'a>(room: &'a Room, subject: Subject, id: &str) -> Option<&'a Record> {
    room.records(subject.table()).find(|record| record.key == id)
}

/// Whether a statement is that of an owner.
pub fn is_by(statement: &Statement, owner: &str) -> bool {
    statement.mark == mark(owner, &statement.id)
}

/// Tells an owner from others: it cannot be turned back, and two statements of one owner do not show that they are.
fn mark(owner: &str, id: &str) -> String {
    let parts = ["pana statement mark v1", owner, id].map(|part| format!("{}:{part}", part.len()));
    let hash = Sha256::digest(parts.concat());
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Makes a statement. Nothing is overwritten: a later one stands after it. The same said twice on one day is said once.
///
/// # Errors
/// [`Error::NotFound`] where the room has nothing of that name; [`Error::Stale`] where somebody else wrote in between.
pub async fn make(db: &Db, state: &State, today: Date) -> Result<Statement, Error> {
    let room = room::load(db, None).await?;
    if subject(&room, state.subject, &state.about).is_none() {
        return Err(Error::NotFound(format!("there is no `{}` in {}", state.about, state.subject.table())));
    }
    let made = about(&room, state.subject, &state.about, None);
    let id = format!("ST-{}-{}", state.about, made.len() + 1);
    let statement = Statement {
        kind: state.kind,
        subject: state.subject,
        about: state.about.clone(),
        signed_as: state.signed_as.clone(),
        holder: state.holder.trim().to_owned(),
        made_on: today,
        progress: state.progress.map(|(progress, _)| progress),
        progress_on: state.progress.map(|(_, on)| on),
        text: state.text.clone(),
        url: state.url.clone(),
        mark: mark(&state.owner, &id),
        withdrawn_on: None,
        id,
    };
    let same = |last: &&Statement| {
        let again = Statement { id: last.id.clone(), mark: last.mark.clone(), ..statement.clone() };
        is_by(last, &state.owner) && again == **last
    };
    if let Some(last) = made.last().filter(same) {
        return Ok(last.clone());
    }
    row::add(db, statement.to_record(PACK), today).await?;
    Ok(statement)
}

/// Withdraws a statement: that it stood from one day to another is still said, what it said is not. The row as it was stays in its history.
///
/// # Errors
/// [`Error::NotFound`] where there is none of that name, or another made it; [`Error::Stale`] where it was withdrawn before.
pub async fn withdraw(db: &Db, id: &str, owner: &str, today: Date) -> Result<Statement, Error> {
    let room = room::load(db, None).await?;
    let found = one(&room, id).filter(|statement| is_by(statement, owner));
    let Some(found) = found else { return Err(Error::NotFound(format!("there is no statement `{id}` of yours"))) };
    if found.withdrawn_on.is_some() {
        return Err(Error::Stale);
    }
    let withdrawn = Statement { withdrawn_on: Some(today), text: Wording::default(), url: None, ..found };
    row::revise(db, withdrawn.to_record(PACK), today).await?;
    Ok(withdrawn)
}
