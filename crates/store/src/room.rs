//! The whole public room, and how to notice that it changed.

use pana_evidence::{Indicator, Observation, Place, Relation, Room, Source};

use crate::db::Db;
use crate::error::StoreError;
use crate::row::newest;
use crate::{observation, record};

/// The number of the last import. It changes whenever a fact does.
pub async fn version(db: &Db) -> Result<i64, StoreError> {
    let rows = db.read("select cast(coalesce(max(id), 0) as text) from imports", &[]).await?;
    Ok(rows.first().and_then(|row| row.first().cloned().flatten()).and_then(|text| text.parse().ok()).unwrap_or(0))
}

/// Everything public that is known, or that was certainly known on a day.
pub async fn load(db: &Db, as_of: Option<jiff::civil::Date>) -> Result<Room, StoreError> {
    let observations: Vec<Observation> =
        observation::ask(db, &observation::Question { as_of, ..observation::Question::default() }).await?;
    Ok(Room::new(
        rows::<Source>(db).await?,
        rows::<Place>(db).await?,
        rows::<Indicator>(db).await?,
        rows::<Relation>(db).await?,
        observations,
        record::newest(db).await?,
    ))
}

async fn rows<K: crate::row::Kept>(db: &Db) -> Result<Vec<K>, StoreError> {
    Ok(newest::<K>(db).await?.into_iter().map(|(row, _)| row).collect())
}
