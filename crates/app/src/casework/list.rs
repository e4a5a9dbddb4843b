//! A list of cases: of each the sheet that an intake opened, so that it can be named by its code name. Many cases are opened by a few
//! statements instead of a few for each, and the log tells of one reading of a list.

use std::collections::BTreeMap;

use pana_casework::policy::{Action, Relation};
use pana_casework::{Class, Kind};
use pana_store::casework::{Entry, Record, Salt, Wrap, entry, salt, wrap};
use pana_vault::Secret;
use pana_vault::wrap::Bundle;

use super::Casework;
use super::act::Act;
use super::document::{self, Document};
use super::gate::{consents, stands};
use super::key;
use super::refused::Refused;
use super::session::Signed;

/// A case in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its sheet, as an intake opened it.
    pub sheet: Document,
}

impl Casework {
    /// Of some cases those that she may name, in the order given, each with its sheet. That a list of so many was read is in the log
    /// before this returns.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where a wrap, a consent or a sheet does not open: nothing is shown.
    pub async fn listed(&self, signed: &Signed, records: &[Record]) -> Result<Vec<Listed>, Refused> {
        let ids: Vec<String> = records.iter().map(|record| record.id.clone()).collect();
        let bundles = self.bundles(signed, records, &ids).await?;
        let salts = by_record(salt::among(&self.db, Class::Meta.name(), &ids).await?, |salt: &Salt| &salt.record_id);
        let agreed = entry::among(&self.db, Kind::Consent.name(), &ids).await?;
        let agreed = by_record(agreed, |entry: &Entry| &entry.record_id);
        let sheets = entry::among(&self.db, Kind::Sheet.name(), &ids).await?;
        let sheets = by_record(sheets, |entry: &Entry| &entry.record_id);
        let mut listed = Vec::new();
        for record in records {
            let Some((relation, bundle)) = bundles.get(&record.id) else { continue };
            let mut keys = key::data_keys(bundle, kept(&salts, &record.id));
            let Some(key) = keys.remove(&Class::Meta) else { continue };
            let agreed = consents(kept(&agreed, &record.id), record, &key)?;
            if self.may(signed, *relation, (Class::Meta, Action::Read), signed.purpose_in(&record.id), &agreed) {
                let sheet = sheet(kept(&sheets, &record.id), record, &key)?;
                listed.extend(sheet.map(|sheet| Listed { id: record.id.clone(), sheet }));
            }
        }
        if !listed.is_empty() {
            let told = signed.happening(Act::Read).touching([Class::Meta]).about(&format!("list {}", listed.len()));
            self.scribe.tell(told).await?;
        }
        Ok(listed)
    }

    /// How she stands to each of the cases that she has keys of, and those keys.
    async fn bundles(
        &self,
        signed: &Signed,
        records: &[Record],
        ids: &[String],
    ) -> Result<BTreeMap<String, (Relation, Bundle)>, Refused> {
        let (mut found, pair) = (BTreeMap::new(), signed.ring.pair());
        let own = by_record(wrap::among(&self.db, &signed.account.id, ids).await?, |wrap: &Wrap| &wrap.record_id);
        for record in records {
            if let Some(own) = kept(&own, &record.id).first() {
                let bundle = key::unwrap(own, pair)?;
                found.insert(record.id.clone(), (stands(signed, record), bundle));
            }
        }
        let here = |record: &&Record| record.centre_id == signed.account.centre_id && !found.contains_key(&record.id);
        let others: Vec<String> = records.iter().filter(here).map(|record| record.id.clone()).collect();
        if others.is_empty() {
            return Ok(found);
        }
        let Some((holder, pair)) = self.counter(signed).await? else { return Ok(found) };
        for wrap in wrap::among(&self.db, &holder, &others).await? {
            let bundle = key::unwrap(&wrap, &pair)?;
            found.insert(wrap.record_id, (Relation::Centre, bundle));
        }
        Ok(found)
    }
}

/// The sheet that counts.
fn sheet(kept: &[Entry], record: &Record, key: &Secret<32>) -> Result<Option<Document>, Refused> {
    let newest = kept.iter().rfind(|entry| entry.standing == document::CURRENT);
    newest.map(|entry| document::open(entry, record.centre_id.as_deref(), key)).transpose()
}

fn by_record<T>(rows: Vec<T>, record: impl Fn(&T) -> &String) -> BTreeMap<String, Vec<T>> {
    let mut by: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for row in rows {
        by.entry(record(&row).clone()).or_default().push(row);
    }
    by
}

fn kept<'a, T>(by: &'a BTreeMap<String, Vec<T>>, record: &str) -> &'a [T] {
    by.get(record).map_or(&[], Vec::as_slice)
}
