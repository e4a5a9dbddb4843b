//! Passkeys of an account: adding one, removing one. Their use is in [`super::unlock`].
//!
//! A passkey whose device has a pseudo-random function of its own opens the ring alone, since only that device can give the key that
//! seals it. One without stands in place of the code; the passphrase still opens the ring.

use pana_casework::policy::Role;
pub use pana_store::casework::Passkey;
use pana_store::casework::{Change, passkey, session};
pub use pana_vault::passkey::{QUESTION, Site};
use pana_vault::passkey::{decode, encode, made};
use pana_vault::{Parts, Secret, seal};

use super::Casework;
use super::act::Act;
use super::question::Use;
use super::random::System;
use super::refused::Refused;
use super::ring;
use super::session::Signed;

/// So many passkeys an account has at most.
pub const MOST: usize = 10;
/// Letters of the name that she gives one.
const NAME: usize = 40;

/// What a browser needs to have a device make a key.
pub struct Offer {
    /// The question, base64url.
    pub question: String,
    /// What the device shall call the account: random bytes, base64url. No name is in them.
    pub handle: String,
    /// The passkeys that she has, so that no device makes a second one.
    pub known: Vec<String>,
}

/// What came back, as the browser wrote it, and what she calls the key.
pub struct Fresh<'a> {
    /// Her name for it.
    pub name: &'a str,
    /// The question.
    pub question: &'a str,
    /// What the browser saw.
    pub client_data: &'a str,
    /// What the device said.
    pub attestation: &'a str,
    /// What the device's own function gave; empty where it has none.
    pub output: &'a str,
}

impl Casework {
    /// Her passkeys, oldest first.
    pub async fn passkeys(&self, signed: &Signed) -> Result<Vec<Passkey>, Refused> {
        Ok(passkey::of_account(&self.db, &signed.account.id).await?)
    }

    /// Begins to add a passkey.
    ///
    /// # Errors
    /// [`Refused::Confirm`] until she confirmed who she is; [`Refused::Denied`] for her own view, which opens by paper alone; the field
    /// `name` with `many` where she has [`MOST`].
    pub async fn begin_passkey(&self, signed: &Signed) -> Result<Offer, Refused> {
        let kept = self.may_add(signed).await?;
        let handle = match kept.first() {
            Some(first) => first.handle.clone(),
            None => Secret::<32>::random(&mut System).expose().to_vec(),
        };
        let good_for = Use::Add { account: signed.account.id.clone(), handle: handle.clone() };
        Ok(Offer {
            question: self.ask(&signed.account.id, good_for, &signed.moment),
            handle: encode(&handle),
            known: kept.into_iter().map(|kept| kept.id).collect(),
        })
    }

    async fn may_add(&self, signed: &Signed) -> Result<Vec<Passkey>, Refused> {
        if signed.role == Role::Survivor {
            return Err(Refused::Denied);
        }
        if !signed.is_confirmed() {
            return Err(Refused::Confirm);
        }
        let kept = self.passkeys(signed).await?;
        if kept.len() >= MOST { Err(Refused::field("name", "many")) } else { Ok(kept) }
    }

    /// Adds a passkey. Her other sessions end.
    ///
    /// # Errors
    /// As [`Casework::begin_passkey`]; the field `name` with `empty` or `long`, the field `form` with `known` for one that
    /// is kept already; [`Refused::Mismatch`] for an answer that is none to our question.
    pub async fn add_passkey(&self, signed: &Signed, site: &Site, fresh: Fresh<'_>) -> Result<(), Refused> {
        self.may_add(signed).await?;
        let name = fresh.name.trim();
        if name.is_empty() {
            return Err(Refused::field("name", "empty"));
        }
        if name.chars().count() > NAME || name.chars().any(char::is_control) {
            return Err(Refused::field("name", "long"));
        }
        let question = decode(fresh.question).ok_or(Refused::Mismatch)?;
        let Some(Use::Add { account, handle }) = self.answered(&question, &signed.moment) else {
            return Err(Refused::Mismatch);
        };
        let sent = decode(fresh.client_data).zip(decode(fresh.attestation)).ok_or(Refused::Mismatch)?;
        let made = made(site, &question, &sent.0, &sent.1).map_err(|_| Refused::Mismatch)?;
        if account != signed.account.id {
            return Err(Refused::Mismatch);
        }
        let id = encode(&made.id);
        if passkey::one(&self.db, &id).await?.is_some() {
            return Err(Refused::field("form", "known"));
        }
        let salt = Secret::<32>::random(&mut System);
        let output = output(fresh.output);
        let seal = |output| ring::by_passkey(&signed.ring, &account, &id, (output, salt.expose()), &mut System);
        let mut kept = Passkey {
            name: name.to_owned(),
            site: site.host().to_owned(),
            handle,
            public_key: made.key.bytes(),
            salt: salt.expose().to_vec(),
            sealed: output.as_ref().map(seal),
            tag: Vec::new(),
            counter: made.counter.into(),
            created_at: signed.moment.text(),
            used_at: None,
            version: 1,
            account_id: account,
            id,
        };
        kept.tag = self.passkey_tag(&kept);
        self.change_passkeys(signed, Change::Passkey(kept), Act::PasskeyAdded).await
    }

    /// Removes a passkey with what it opens. Her other sessions end. Passphrase and code are always left, so that none is the last way in.
    ///
    /// # Errors
    /// [`Refused::Confirm`] until she confirmed who she is; [`Refused::NotFound`] where it is not hers.
    pub async fn remove_passkey(&self, signed: &Signed, id: &str) -> Result<(), Refused> {
        if !signed.is_confirmed() {
            return Err(Refused::Confirm);
        }
        let kept = passkey::one(&self.db, id).await?.filter(|kept| kept.account_id == signed.account.id);
        let kept = kept.ok_or(Refused::NotFound)?;
        self.change_passkeys(signed, Change::DropPasskey(kept.id), Act::PasskeyRemoved).await
    }

    async fn change_passkeys(&self, signed: &Signed, change: Change, act: Act) -> Result<(), Refused> {
        let mut changes = vec![change];
        for other in session::of_account(&self.db, &signed.account.id).await? {
            if other.id != signed.session.id {
                changes.push(Change::DropSession(other.id));
            }
        }
        self.write(changes, vec![signed.happening(act)]).await
    }

    /// What ends every passkey of an account.
    pub(super) async fn without_passkeys(&self, account: &str) -> Result<Vec<Change>, Refused> {
        let kept = passkey::of_account(&self.db, account).await?;
        Ok(kept.into_iter().map(|kept| Change::DropPasskey(kept.id)).collect())
    }

    /// Shows that this row was written here: whoever has the database and not the key of the machine cannot put another public half, or
    /// another account, into its place.
    pub(super) fn passkey_tag(&self, kept: &Passkey) -> Vec<u8> {
        let about = Parts::of("pana passkey row v1")
            .and("id", &kept.id)
            .and("account", &kept.account_id)
            .and("site", &kept.site)
            .and("handle", &kept.handle)
            .and("key", &kept.public_key)
            .and("salt", &kept.salt);
        seal::derive(self.machine.expose(), b"", &about).expose().to_vec()
    }
}

/// What a device's own function gave: 32 bytes, or nothing.
pub(super) fn output(sent: &str) -> Option<Secret<32>> {
    let bytes = zeroize::Zeroizing::new(decode(sent)?);
    Secret::copy_of(&bytes)
}
