//! Who holds a case whole. Besides the keys that her role uses, whoever runs a case keeps all of them in reserve: they open nothing for
//! herself and are there to let others in and to hand the case over. A colleague who was let in beside her has no reserve, and so does not
//! count when the question is whether anybody is left (R23).

use pana_casework::policy::Role;
use pana_store::casework::{Account, Change, account, record, wrap};
use pana_vault::wrap::Bundle;

use super::Casework;
use super::centre::holder;
use super::gate::Open;
use super::key;
use super::refused::Refused;

/// What the reserve of somebody begins with, among the holders of a case.
const RESERVE: &str = "handover";

/// Under which name the reserve of somebody is kept.
pub(super) fn reserve(account: &str) -> String {
    holder(RESERVE, account)
}

/// Whether a role can run a case.
pub(super) fn can_run(role: &str) -> bool {
    matches!(Role::parse(role), Some(Role::CaseWorker | Role::Head))
}

impl Casework {
    /// Who holds all keys of a case: who runs it, and of one that was taken in at the door, the heads who are to hand it over.
    pub(super) async fn keepers(&self, case: &str) -> Result<Vec<Account>, Refused> {
        let mut found = Vec::new();
        for kept in wrap::of_record(&self.db, case).await? {
            if let Some(id) = kept.holder.strip_prefix(RESERVE).and_then(|rest| rest.strip_prefix(':')) {
                let keeper = account::one(&self.db, id).await?;
                found.extend(keeper.filter(|keeper| keeper.state == "active" && can_run(&keeper.role)));
            }
        }
        Ok(found)
    }

    /// Who runs a case: holds it whole, and keys of her own to work with.
    pub(super) async fn runners(&self, case: &str) -> Result<Vec<Account>, Refused> {
        let mut found = Vec::new();
        for keeper in self.keepers(case).await? {
            if wrap::one(&self.db, case, &keeper.id).await?.is_some() {
                found.push(keeper);
            }
        }
        Ok(found)
    }

    /// Open cases that nobody else holds whole.
    pub(super) async fn cases_alone(&self, kept: &Account) -> Result<usize, Refused> {
        let mut alone = 0;
        for held in wrap::of_holder(&self.db, &reserve(&kept.id)).await? {
            let case = record::one(&self.db, &held.record_id).await?;
            if case.is_some_and(|case| case.state == "open") {
                let others = self.keepers(&held.record_id).await?;
                alone += usize::from(!others.iter().any(|other| other.id != kept.id));
            }
        }
        Ok(alone)
    }

    /// The end of everything that somebody holds keys of.
    pub(super) async fn without_keys(&self, account: &str) -> Result<Vec<Change>, Refused> {
        let mut held = wrap::of_holder(&self.db, account).await?;
        held.extend(wrap::of_holder(&self.db, &reserve(account)).await?);
        Ok(held.into_iter().map(|held| Change::DropWrap(held.record_id, held.holder)).collect())
    }
}

impl Open {
    /// All keys of the case, where she holds it whole.
    pub(super) async fn whole(&self) -> Result<Option<Bundle>, Refused> {
        let kept = wrap::one(&self.casework().db, &self.record.id, &reserve(&self.signed().account.id)).await?;
        kept.map(|kept| key::unwrap(&kept, self.signed().ring.pair())).transpose()
    }

    /// Whether she can hand the case over.
    ///
    /// # Errors
    /// A row that is damaged.
    pub async fn is_whole(&self) -> Result<bool, Refused> {
        Ok(self.whole().await?.is_some())
    }

    /// Whether nobody runs the case: it was taken in at the door and not handed over yet, or whoever ran it is gone.
    ///
    /// # Errors
    /// As [`Open::is_whole`].
    pub async fn is_unrun(&self) -> Result<bool, Refused> {
        Ok(self.runners().await?.is_empty())
    }

    /// Who runs the case: holds it whole, and keys of her own to work with.
    ///
    /// # Errors
    /// That the database does not answer.
    pub async fn runners(&self) -> Result<Vec<Account>, Refused> {
        self.casework().runners(&self.record.id).await
    }

    /// The end of all reserves of this case.
    pub(super) async fn without_reserves(&self) -> Result<Vec<Change>, Refused> {
        let keepers = self.casework().keepers(&self.record.id).await?;
        Ok(keepers.iter().map(|keeper| Change::DropWrap(self.record.id.clone(), reserve(&keeper.id))).collect())
    }
}
