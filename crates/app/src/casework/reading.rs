//! Reading the log: the auditor sees who did what when, the person a case is about sees who read it, and a team sees the same of its case.
//! Nobody sees content or a name of hers there, because none is in it.

use std::collections::{BTreeMap, BTreeSet};

use pana_casework::Class;
use pana_casework::policy::{Action, Relation, Thing};
use pana_store::casework::{account, log};

use super::Casework;
use super::act::Act;
use super::event::{self, Told};
use super::gate::Open;
use super::refused::Refused;
use super::session::Signed;

/// So many events stand on a page.
pub const PAGE: i64 = 100;

/// Events, newest first, with the number from which older ones follow.
pub struct Events {
    /// The events.
    pub told: Vec<Told>,
    /// Where older ones begin; nothing when these are the oldest.
    pub older: Option<i64>,
}

impl Casework {
    /// Events before a number, newest first; without one, the newest. Reading the log is in the log.
    ///
    /// # Errors
    /// [`Refused::Denied`].
    pub async fn events(&self, signed: &Signed, before: Option<i64>) -> Result<Events, Refused> {
        self.allow(signed, Relation::Outside, Thing::Log, Action::Read)?;
        let size = log::state(&self.db).await?.size;
        let before = before.unwrap_or(size).clamp(0, size);
        let from = (before - PAGE).max(0);
        let kept = log::events(&self.db, from, before).await?;
        self.scribe.tell(signed.happening(Act::Read).about("log")).await?;
        let told = kept.iter().rev().filter_map(|kept| event::told(kept.number, &kept.leaf)).collect();
        Ok(Events { told, older: (from > 0).then_some(from) })
    }

    /// The names of some of them.
    pub async fn names_of(&self, accounts: &BTreeSet<String>) -> Result<BTreeMap<String, (String, String)>, Refused> {
        let mut names = BTreeMap::new();
        for id in accounts {
            let found = account::one(&self.db, id).await?;
            names.extend(found.map(|account| (account.id, (account.name, account.role))));
        }
        Ok(names)
    }

    /// The names of staff by account, for whoever may read who did something.
    pub async fn names(&self) -> Result<BTreeMap<String, (String, String)>, Refused> {
        let all = account::all(&self.db).await?;
        Ok(all.into_iter().map(|account| (account.id, (account.name, account.role))).collect())
    }
}

impl Open {
    /// What happened to this case, newest first: for its team, its head, and the person it is about.
    ///
    /// # Errors
    /// As [`Open::demand`].
    pub async fn history(&self) -> Result<Vec<Told>, Refused> {
        self.demand(Class::Meta, Action::Read).await?;
        let kept = log::of_record(&self.casework().db, &self.record.id).await?;
        Ok(kept.iter().rev().filter_map(|kept| event::told(kept.number, &kept.leaf)).collect())
    }
}
