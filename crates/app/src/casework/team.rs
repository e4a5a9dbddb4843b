//! The team of a case: who holds its keys. Letting in and ending are acts in the log; ending is not un-knowing, and pages say so.

use pana_casework::Class;
use pana_casework::policy::{Action, Cell, Relation, Role, Thing};
use pana_store::casework::{Account, Change, account, wrap};
use pana_vault::PublicKey;
use pana_vault::wrap::Bundle;

use super::act::Act;
use super::gate::{Open, consent_on};
use super::key;
use super::random::System;
use super::refused::Refused;
use super::whole::{can_run, reserve};

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

    /// Who of the centre could be let in. Who is not on the team lets herself in nowhere: only a case that nobody runs, and that she
    /// is to hand over, can she take over herself.
    ///
    /// # Errors
    /// As [`Open::team`].
    pub async fn candidates(&self) -> Result<Vec<Account>, Refused> {
        let team = self.team().await?;
        let takes_over = self.is_unrun().await? && self.is_whole().await?;
        let fits = |account: &Account| {
            account.state == "active"
                && account.centre_id == self.record.centre_id
                && Role::parse(&account.role).is_some_and(|role| TEAM.contains(&role))
                && (takes_over || account.id != self.signed().account.id)
                && !team.iter().any(|member| member.id == account.id)
        };
        Ok(account::all(&self.casework().db).await?.into_iter().filter(fits).collect())
    }

    /// Lets somebody of the centre in, with the keys that her role can use. `whole` hands the case over: she gets all keys in reserve, so
    /// that she can let others in. One that nobody runs is always handed over whole, and to somebody who can run it: otherwise nobody could
    /// open later what is written in it; then no head holds it in reserve any longer.
    ///
    /// # Errors
    /// [`Refused::NotFound`] for somebody who is no candidate; the field `account` with `not-joined`, or with `worker-first` for a case
    /// that nobody runs and somebody who could not.
    pub async fn let_in(&self, account: &str, whole: bool) -> Result<(), Refused> {
        self.demand(Class::Meta, Action::Grant).await?;
        let candidates = self.candidates().await?;
        let new = candidates.into_iter().find(|candidate| candidate.id == account).ok_or(Refused::NotFound)?;
        let role = Role::parse(&new.role).ok_or(Refused::Damaged("accounts"))?;
        let public = PublicKey::parse(&new.public_key).ok_or(Refused::field("account", "not-joined"))?;
        let (reserved, unrun) = (self.whole().await?, self.is_unrun().await?);
        if unrun && !can_run(&new.role) {
            return Err(Refused::field("account", "worker-first"));
        }
        let classes = key::classes(&self.casework().policy, role, Relation::Team);
        let numbers: Vec<u8> = classes.into_iter().map(key::number).collect();
        let seal = |bundle: &Bundle, holder: &str| {
            key::wrap(bundle, &self.record.id, holder, public, 1, &mut System).map(Change::Wrap)
        };
        let mut changes = vec![seal(&reserved.as_ref().unwrap_or(self.bundle()).only(&numbers), account)?];
        if let Some(all) = reserved.filter(|_| can_run(&new.role) && (whole || unrun)) {
            changes.extend(if unrun { self.without_reserves().await? } else { Vec::new() });
            changes.push(seal(&all, &reserve(account))?);
        }
        let told = self.happening(Act::Grant).about(role.name()).whom(account);
        self.casework().write(changes, vec![told]).await
    }

    /// Hands the case over to somebody who is on its team already: she gets all keys in reserve. Whoever hands it over keeps hers.
    ///
    /// # Errors
    /// [`Refused::NotFound`] for somebody who is not on the team or could not run it, and where nobody can hand over what she does not
    /// hold whole.
    pub async fn hand_case_over(&self, account: &str) -> Result<(), Refused> {
        self.demand(Class::Meta, Action::Grant).await?;
        let team = self.team().await?;
        let member = team.iter().find(|member| member.id == account && can_run(&member.role));
        let (Some(member), Some(all)) = (member, self.whole().await?) else { return Err(Refused::NotFound) };
        if self.runners().await?.iter().any(|runner| runner.id == account) {
            return Ok(());
        }
        let public = PublicKey::parse(&member.public_key).ok_or(Refused::Damaged("accounts"))?;
        let kept = key::wrap(&all, &self.record.id, &reserve(account), public, 1, &mut System)?;
        let told = self.happening(Act::Grant).about(&member.role).whom(account);
        self.casework().write(vec![Change::Wrap(kept)], vec![told]).await
    }

    /// Takes somebody's keys of this case away. The last who holds it whole stays (R23).
    ///
    /// # Errors
    /// [`Refused::NotFound`] for somebody who is not on the team; the field `account` with `last-runner`.
    pub async fn let_go(&self, account: &str) -> Result<(), Refused> {
        self.demand(Class::Meta, Action::Grant).await?;
        let team = self.team().await?;
        let member = team.iter().find(|member| member.id == account).ok_or(Refused::NotFound)?;
        let runners = self.runners().await?;
        if runners.iter().any(|runner| runner.id == account) && runners.len() < 2 {
            return Err(Refused::field("account", "last-runner"));
        }
        let told = self.happening(Act::Revoke).about(&member.role).whom(account);
        let held = [account.to_owned(), reserve(account)];
        let changes = held.map(|holder| Change::DropWrap(self.record.id.clone(), holder)).to_vec();
        self.casework().write(changes, vec![told]).await
    }
}
