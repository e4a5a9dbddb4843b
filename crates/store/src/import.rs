//! Recording a pack: what is new is added, what was corrected becomes a new revision, what is known stays as it is.

use jiff::civil::Date;
use pana_evidence::cells::Row;
use pana_evidence::{Indicator, Observation, Place, Record, Relation, Source};

use crate::db::{Cells, Tx};
use crate::error::StoreError;
use crate::record;
use crate::row::{Kept, read, revisions};

/// What a pack brings, and where it came from.
pub struct Delivery<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// SHA-256 of what was read, in hexadecimal.
    pub checksum: &'a str,
    /// Its sources.
    pub sources: &'a [Source],
    /// Its places.
    pub places: &'a [Place],
    /// Its indicators.
    pub indicators: &'a [Indicator],
    /// How they relate.
    pub relations: &'a [Relation],
    /// Its observations.
    pub observations: &'a [Observation],
    /// Its other rows.
    pub records: &'a [Record],
}

/// What a delivery changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Rows that were not known.
    pub added: u64,
    /// Rows that differ from what was known: kept beside it as a new revision.
    pub corrected: u64,
    /// Rows that were known.
    pub unchanged: u64,
}

impl Recorded {
    /// Tells how many rows have been looked at, every thousand rows.
    pub(crate) fn tell(self, tick: &mut (dyn FnMut(u64) + Send)) {
        let rows = self.added + self.corrected + self.unchanged;
        if rows.is_multiple_of(1000) {
            tick(rows);
        }
    }
}

/// Is told how many rows of a delivery have been looked at.
pub type Tick<'a> = &'a mut (dyn FnMut(u64) + Send);

/// Records a delivery on a day. A delivery that changes nothing leaves no trace.
pub async fn record(tx: &mut Tx, delivery: &Delivery<'_>, today: Date) -> Result<Recorded, StoreError> {
    record_telling(tx, delivery, today, &mut |_| ()).await
}

/// Records a delivery on a day and says how far it is: a delivery may be a quarter of a million rows.
pub async fn record_telling(
    tx: &mut Tx,
    delivery: &Delivery<'_>,
    today: Date,
    tick: Tick<'_>,
) -> Result<Recorded, StoreError> {
    let import = next_import(tx).await?;
    begin_import(tx, import, delivery, today).await?;
    let mut recorded = Recorded::default();
    nouns(tx, delivery.sources, import, &mut recorded).await?;
    nouns(tx, delivery.places, import, &mut recorded).await?;
    nouns(tx, delivery.indicators, import, &mut recorded).await?;
    nouns(tx, delivery.relations, import, &mut recorded).await?;
    observations(tx, delivery.observations, import, today, &mut recorded, tick).await?;
    record::add(tx, delivery.records, import, &mut recorded, tick).await?;
    end_import(tx, import, recorded).await?;
    Ok(recorded)
}

async fn next_import(tx: &mut Tx) -> Result<i64, StoreError> {
    let rows = tx.read("select cast(coalesce(max(id), 0) + 1 as text) from imports", &[]).await?;
    let id = rows.first().and_then(|row| row.first().cloned().flatten()).and_then(|text| text.parse().ok());
    id.ok_or_else(|| StoreError::Corrupt {
        table: "imports",
        key: "max".to_owned(),
        reason: "no next number".to_owned(),
    })
}

async fn begin_import(tx: &mut Tx, id: i64, delivery: &Delivery<'_>, today: Date) -> Result<(), StoreError> {
    const SQL: &str = "insert into imports (id, recorded_on, name, version, checksum, added, corrected) \
        values (cast($1 as bigint), $2, $3, $4, $5, 0, 0)";
    let values =
        [id.to_string(), today.to_string(), delivery.name.into(), delivery.version.into(), delivery.checksum.into()];
    tx.run(SQL, &values.map(Some)).await
}

async fn end_import(tx: &mut Tx, id: i64, recorded: Recorded) -> Result<(), StoreError> {
    let id = Some(id.to_string());
    if recorded.added + recorded.corrected == 0 {
        return tx.run("delete from imports where id = cast($1 as bigint)", &[id]).await;
    }
    const SQL: &str =
        "update imports set added = cast($2 as bigint), corrected = cast($3 as bigint) where id = cast($1 as bigint)";
    tx.run(SQL, &[id, Some(recorded.added.to_string()), Some(recorded.corrected.to_string())]).await
}

async fn nouns<K: Kept>(tx: &mut Tx, rows: &[K], import: i64, recorded: &mut Recorded) -> Result<(), StoreError> {
    let mut known = revisions::<K>(tx).await?;
    for row in rows {
        let cells = row.write();
        let before = known.entry(cells[..K::KEY].to_vec()).or_default();
        if before.contains(&cells) {
            recorded.unchanged += 1;
            continue;
        }
        if let Some(newest) = before.last() {
            agree(row, newest)?;
        }
        insert::<K>(tx, cells, before, import, recorded).await?;
    }
    Ok(())
}

fn agree<K: Kept>(row: &K, newest: &Cells) -> Result<(), StoreError> {
    let mut newest = newest.clone();
    newest.push(Some("1".to_owned()));
    let (known, _) = read::<K>(newest)?;
    match row.contradicts(&known) {
        None => Ok(()),
        Some(part) => {
            let key = row.write().into_iter().take(K::KEY).flatten().collect::<Vec<_>>().join("|");
            Err(StoreError::Contradiction { table: K::TABLE, key, reason: format!("the {part} differs") })
        }
    }
}

/// An observation that was corrected without a release date of its own was released on the day we learnt of it.
async fn observations(
    tx: &mut Tx,
    rows: &[Observation],
    import: i64,
    today: Date,
    recorded: &mut Recorded,
    tick: Tick<'_>,
) -> Result<(), StoreError> {
    let mut known = revisions::<Observation>(tx).await?;
    for row in rows {
        recorded.tell(tick);
        let cells = row.write();
        let before: &mut Vec<Cells> = known.entry(cells[..<Observation as Row>::KEY].to_vec()).or_default();
        if is_known(before, &cells) {
            recorded.unchanged += 1;
            continue;
        }
        let cells = match before.last() {
            Some(newest) if newest.last() == cells.last() => dated(cells, today),
            _ => cells,
        };
        insert::<Observation>(tx, cells, before, import, recorded).await?;
    }
    Ok(())
}

/// Whether a row adds nothing to the revisions of its fact.
///
/// A statement that is not the newest any more is known, unless it was released again after the newest one: then its source
/// went back to it, and that is a revision of its own. So an older pack loaded once more brings no old figure back.
fn is_known(before: &[Cells], row: &Cells) -> bool {
    let Some(newest) = before.last() else { return false };
    let stated = before.iter().any(|earlier| same_statement(earlier, row));
    stated && (same_statement(newest, row) || before.contains(row) || released(row) <= released(newest))
}

/// The day of release as the tables write it, YYYY-MM-DD, so that texts stand in the order of days; no day comes first.
fn released(cells: &Cells) -> Option<&str> {
    cells.last().and_then(Option::as_deref)
}

/// Whether two rows state the same; the day of release is not part of what is stated.
fn same_statement(left: &Cells, right: &Cells) -> bool {
    left[..left.len() - 1] == right[..right.len() - 1]
}

fn dated(mut cells: Cells, today: Date) -> Cells {
    if let Some(released) = cells.last_mut() {
        *released = Some(today.to_string());
    }
    cells
}

async fn insert<K: Kept>(
    tx: &mut Tx,
    cells: Cells,
    before: &mut Vec<Cells>,
    import: i64,
    recorded: &mut Recorded,
) -> Result<(), StoreError> {
    let mut values = cells.clone();
    values.extend([Some((before.len() + 1).to_string()), Some(import.to_string())]);
    tx.run(K::INSERT, &values).await?;
    if before.is_empty() {
        recorded.added += 1
    } else {
        recorded.corrected += 1
    }
    before.push(cells);
    Ok(())
}
