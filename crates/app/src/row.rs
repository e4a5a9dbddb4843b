//! Row: one row of the public room that somebody writes here, of a pack of its own.

use jiff::civil::Date;
use pana_evidence::Record;
use pana_store::Db;
use pana_store::import::{Delivery, record};

use crate::error::Error;

/// Writes a row that was not there.
///
/// # Errors
/// [`Error::Stale`] with nothing written where somebody else wrote one of that name in between.
pub(crate) async fn add(db: &Db, row: Record, today: Date) -> Result<(), Error> {
    deliver(db, row, today, true).await
}

/// Writes a row anew. What it said before stays in its history.
pub(crate) async fn revise(db: &Db, row: Record, today: Date) -> Result<(), Error> {
    deliver(db, row, today, false).await
}

async fn deliver(db: &Db, row: Record, today: Date, is_new: bool) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    if is_new && pana_store::record::is_known(&mut tx, &row).await? {
        tx.roll_back().await?;
        return Err(Error::Stale);
    }
    let delivery = Delivery {
        name: &row.pack,
        version: &today.to_string(),
        checksum: &row.key,
        sources: &[],
        places: &[],
        indicators: &[],
        relations: &[],
        observations: &[],
        records: std::slice::from_ref(&row),
    };
    record(&mut tx, &delivery, today).await?;
    tx.commit().await?;
    Ok(())
}
