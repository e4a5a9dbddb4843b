//! The team of a case: who holds its keys. Letting in and ending are acts in the log; ending is not un-knowing, and pages say so.

use pana_casework::Class;
use pana_casework::policy::{Action, Cell, Relation, Role, Thing};
use pana_store::casework::{Account, Change, account, wrap};
use pana_vault::PublicKey;
use pana_vault::wrap::Bundle;

use super::act::Act;
use super::centre::{HANDOVER, holder};
use super::gate::{Open, consent_on};
use super::key;
use super::random::System;
use super::refused::Refused;

/// Roles that can be on a team.
pub const TEAM: [Role; 4] = [Role::CaseWorker, Role::Head, Role::Specialist, Role::Lawyer];

impl Open {
    /// Who is on the team: those who work with her. Her own keys are hers, and nobody takes them away from here.
    pub async fn team(&self) -> Result<Vec<Account>, Refused> {
        let mut found = Vec::new();
        for kept in wrap::of_record(&self.casework().db, &self.record.id).await? {
            let account = account::one(&self.casework().db, &kept.holder).await?;
            found.extend(account.filter(|account| account.role != Role::Survivor.name()));
        }
        Ok(found)
    }

    /// Who of the team may read a class: whom to ask about what one may not read oneself.
    ///
    /// # Errors
    /// As [`Open::team`].
    pub async fn readers(&self, class: Class) -> Result<Vec<Account>, Refused> {
        let reads = |account: &Account| {
            Role::parse(&account.role).is_some_and(|role| {
                let consent = consent_on(self.consents(), role, class, self.today());
                let (thing, action, purpose) = (Thing::from(class), Action::Read, role.purpose());
                let relation = Relation::Team;
                self.casework().policy.allows(Cell { role, relation, thing, action, purpose, consent })
            })
        };
        Ok(self.team().await?.into_iter().filter(reads).collect())
    }

    /// Who of the centre could be let in.
    pub async fn candidates(&self) -> Result<Vec<Account>, Refused> {
        let team = self.team().await?;
        let fits = |account: &Account| {
            account.state == "active"
                && account.centre_id == self.record.centre_id
                && Role::parse(&account.role).is_some_and(|role| TEAM.contains(&role))
                && !team.iter().any(|member| member.id == account.id)
        };
        Ok(account::all(&self.casework().db).await?.into_iter().filter(fits).collect())
    }

    /// Lets somebody of the centre in, with the keys that her role can use. `whole` hands over all keys, so that she can let others in:
    /// for whoever takes the case over; then those of a case that nobody ran yet go over to her, and no head holds them any longer.
    pub async fn let_in(&self, account: &str, whole: bool) -> Result<(), Refused> {
        self.demand(Class::Meta, Action::Grant).await?;
        let candidates = self.candidates().await?;
        let new = candidates.into_iter().find(|candidate| candidate.id == account).ok_or(Refused::NotFound)?;
        let role = Role::parse(&new.role).ok_or(Refused::Damaged("accounts"))?;
        let public = PublicKey::parse(&new.public_key).ok_or(Refused::field("account", "not-joined"))?;
        let whole = whole && matches!(role, Role::CaseWorker | Role::Head);
        let classes: Vec<u8> = match whole {
            true => Class::ALL.iter().map(|&class| key::number(class)).collect(),
            false => key::classes(&self.casework().policy, role, Relation::Team).into_iter().map(key::number).collect(),
        };
        let held = if whole { self.held_to_hand_over().await? } else { None };
        let bundle = held.as_ref().unwrap_or(self.bundle()).only(&classes);
        let given = key::wrap(&bundle, &self.record.id, account, public, 1, &mut System)?;
        let mut changes = vec![Change::Wrap(given)];
        if held.is_some() {
            changes.extend(self.handed_over().await?);
        }
        let told = self.happening(Act::Grant).about(role.name());
        self.casework().write(changes, vec![told]).await
    }

    /// All keys of a case that was taken in at the door and that nobody runs yet, where she is one of the heads who hold them.
    async fn held_to_hand_over(&self) -> Result<Option<Bundle>, Refused> {
        let own = holder(HANDOVER, &self.signed().account.id);
        let kept = wrap::one(&self.casework().db, &self.record.id, &own).await?;
        kept.map(|kept| key::unwrap(&kept, &self.signed().ring.pair())).transpose()
    }

    async fn handed_over(&self) -> Result<Vec<Change>, Refused> {
        let all = wrap::of_record(&self.casework().db, &self.record.id).await?;
        let held = all.into_iter().filter(|kept| kept.holder.starts_with(HANDOVER));
        Ok(held.map(|kept| Change::DropWrap(kept.record_id, kept.holder)).collect())
    }

    /// Takes somebody's keys of this case away. Somebody who can let others in stays (R23).
    pub async fn let_go(&self, account: &str) -> Result<(), Refused> {
        self.demand(Class::Meta, Action::Grant).await?;
        let team = self.team().await?;
        let member = team.iter().find(|member| member.id == account).ok_or(Refused::NotFound)?;
        let runs = |member: &&Account| matches!(Role::parse(&member.role), Some(Role::CaseWorker | Role::Head));
        if runs(&member) && team.iter().filter(runs).count() < 2 {
            return Err(Refused::field("account", "last-worker"));
        }
        let told = self.happening(Act::Revoke).about(&member.role);
        self.casework().write(vec![Change::DropWrap(self.record.id.clone(), account.to_owned())], vec![told]).await
    }
}
