//! Opening a centre's safe with the paper shares: for the day on which nobody is left who could let anybody in.

use pana_casework::policy::Role;
use pana_store::casework::{Account, Change, centre, record, wrap};
use pana_vault::{Pair, PublicKey};

use super::Casework;
use super::act::Act;
use super::centre::{holder, keys_of};
use super::console::MACHINE;
use super::event::Happening;
use super::key;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::whole::reserve;

/// What a safe gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// Whether the head had no keys of the centre before.
    pub centre: bool,
    /// Cases that nobody ran: the head can hand them over now, and reads nothing more of them than before.
    pub cases: usize,
}

impl Casework {
    /// Gives a head what the safe of her centre holds and nobody else does: the keys of the centre, if she has none, and of each open case
    /// that nobody runs the keys to hand over.
    ///
    /// # Errors
    /// [`Refused::NotFound`] for a login that is no head of a centre who has taken her account over; the field `shares` with
    /// `other-safe` where they are those of another centre.
    pub async fn open_safe_here(&self, login: &str, safe: &Pair, moment: &Moment) -> Result<Given, Refused> {
        let head = self.live(login).await?;
        let is_head = head.role == Role::Head.name() && head.state == "active";
        let id = head.centre_id.clone().filter(|_| is_head).ok_or(Refused::NotFound)?;
        let centre = centre::one(&self.db, &id).await?.ok_or(Refused::NotFound)?;
        if PublicKey::parse(&centre.safe_public) != Some(safe.public()) {
            return Err(Refused::field("shares", "other-safe"));
        }
        let mut changes = Vec::new();
        let has_none = wrap::one(&self.db, &id, &head.id).await?.is_none();
        if has_none {
            changes.extend(self.out_of_the_safe(&id, &id, safe, &head, None).await?);
        }
        let mut cases = 0;
        for case in record::of_centre(&self.db, &id, "open").await?.into_iter().filter(|one| one.kind == "case") {
            if self.runners(&case.id).await?.is_empty() {
                let own = reserve(&head.id);
                changes.push(Change::DropWrap(case.id.clone(), own.clone()));
                changes.extend(self.out_of_the_safe(&case.id, &id, safe, &head, Some(own)).await?);
                cases += 1;
            }
        }
        let told = Happening::new(MACHINE, Act::Recover, moment).of(&id).about("safe");
        self.write(changes, vec![told]).await?;
        Ok(Given { centre: has_none, cases })
    }

    /// Keys of a record for a head: of the centre what a head has of it, of a case all, under the name of whoever hands over.
    async fn out_of_the_safe(
        &self,
        record: &str,
        centre: &str,
        safe: &Pair,
        head: &Account,
        own: Option<String>,
    ) -> Result<Option<Change>, Refused> {
        let kept = wrap::one(&self.db, record, &holder("safe", centre)).await?;
        let Some(kept) = kept else { return Ok(None) };
        let bundle = key::unwrap(&kept, safe)?;
        let bundle = if own.is_none() { bundle.only(&keys_of(Role::Head)) } else { bundle };
        let public = PublicKey::parse(&head.public_key).ok_or(Refused::field("account", "not-joined"))?;
        let own = own.unwrap_or_else(|| head.id.clone());
        Ok(Some(Change::Wrap(key::wrap(&bundle, record, &own, public, 1, &mut System)?)))
    }
}
