//! The regime of labour inspection: what an inspector may do, since when, and by which law, practice or finding.

use jiff::civil::Date;

use super::row::{RowFault, fault, parsed, required};
use super::rows_about;
use crate::date::PartialDate;
use crate::place::PlaceId;
use crate::record::Record;
use crate::room::Room;

/// The table of a pack that says which rows make up the regime.
pub const TABLE: &str = "inspection_regime";

/// Whether a rule of the regime widens or restricts inspection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It widens what inspectors can do.
    Widens,
    /// It restricts it.
    Restricts,
}

/// A rule of the regime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// Its key.
    pub row: String,
    /// What it is about, the end of the message `inspection-aspect-...`.
    pub aspect: String,
    /// Whether it widens or restricts inspection.
    pub effect: Effect,
    /// Since when it applies; unknown where no source says.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
    /// The finding or commitment it rests on.
    pub refers_to: String,
    /// That row in words.
    pub says: String,
    /// Where it is stated.
    pub source: String,
    /// The place in the source.
    pub locator: String,
}

impl Provision {
    /// Whether it applied on a day; `None` where its dates do not say.
    pub fn applied(&self, on: Date) -> Option<bool> {
        if self.until.is_some_and(|until| until.last_day() < on) {
            return Some(false);
        }
        let from = self.from?;
        if on < from.first_day() {
            Some(false)
        } else if from.last_day() <= on {
            Some(true)
        } else {
            None
        }
    }
}

/// The inspection regime a room holds of a country, oldest first; what has no date comes last.
pub fn inspection_regime_of(room: &Room, country: &PlaceId) -> Result<Vec<Provision>, RowFault> {
    let mut provisions: Vec<Provision> =
        rows_about(room, TABLE, country).map(|row| read(room, row)).collect::<Result<_, _>>()?;
    provisions.sort_by_key(|provision| (provision.from.is_none(), provision.from.map(PartialDate::first_day)));
    Ok(provisions)
}

fn read(room: &Room, row: &Record) -> Result<Provision, RowFault> {
    let refers_to = required(row, "refers_to")?;
    let ground = ["findings", "commitments"]
        .into_iter()
        .find_map(|table| room.records(table).find(|record| record.pack == row.pack && record.key == refers_to))
        .ok_or_else(|| fault(row, "refers_to", format!("`{refers_to}` is neither a finding nor a commitment")))?;
    let says = ground.cell("paraphrase").or_else(|| ground.cell("title")).unwrap_or_default().to_owned();
    let effect = match required(row, "effect")?.as_str() {
        "widens" => Effect::Widens,
        "restricts" => Effect::Restricts,
        other => return Err(fault(row, "effect", format!("`{other}` is neither widens nor restricts"))),
    };
    Ok(Provision {
        row: row.key.clone(),
        aspect: required(row, "aspect")?,
        effect,
        from: parsed(row, "from")?,
        until: parsed(row, "until")?,
        refers_to,
        says,
        source: required(row, "source_id")?,
        locator: required(row, "locus")?,
    })
}
