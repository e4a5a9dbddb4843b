//! Her own view: the person a case is about reads what is written about her, and who read it. She gets in with a code on paper; the server
//! keeps what only the code opens.

use pana_casework::Class;
use pana_casework::policy::{Action, Relation, Role};
use pana_store::casework::{Account, Change, Record, account, record};
use pana_vault::recovery::RecoveryCode;
use pana_vault::token::CookieToken;
use zeroize::Zeroizing;

use super::Casework;
use super::act::Act;
use super::gate::Open;
use super::id;
use super::key;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::ring::{self, Ring};
use super::throttle::Trier;

/// The name her account signs in with: derived from her code, so that the code alone is enough.
fn login(code: &RecoveryCode) -> String {
    let about = pana_vault::Parts::of("pana own view v1");
    format!("own-{}", &id::hex(pana_vault::seal::derive(code.key(&about).expose(), b"", &about).expose())[..32])
}

/// What her ring is kept under.
fn ring_owner(login: &str) -> String {
    format!("own view {login}")
}

impl Open {
    /// Gives the person the case is about a code for her own view. An earlier code ends. It is shown once.
    ///
    /// # Errors
    /// As [`Open::demand`]; [`Refused::Denied`] for whoever is not on the team: a head at the desk would get by the code what she may not
    /// read herself.
    pub async fn own_code(&self) -> Result<Zeroizing<String>, Refused> {
        self.demand(Class::Meta, Action::Grant).await?;
        if self.relation != Relation::Team {
            return Err(Refused::Denied);
        }
        let (code, ring, account_id) = (RecoveryCode::new(&mut System), Ring::new(&mut System), id::new(&mut System));
        let login = login(&code);
        let fresh = Account {
            name: "—".to_owned(),
            role: Role::Survivor.name().to_owned(),
            centre_id: self.record.centre_id.clone(),
            state: "active".to_owned(),
            public_key: ring.public().0.to_vec(),
            sealed: Vec::new(),
            recovery: Some(ring::by_recovery(&ring, &ring_owner(&login), &code, &mut System)),
            created_at: self.signed().moment.text(),
            last_step: 0,
            version: 1,
            id: account_id.clone(),
            login,
        };
        let classes = key::classes(&self.casework().policy, Role::Survivor, Relation::Own);
        let numbers: Vec<u8> = classes.into_iter().map(key::number).collect();
        let keys = self.whole().await?.as_ref().unwrap_or(self.bundle()).only(&numbers);
        let wrap = key::wrap(&keys, &self.record.id, &account_id, ring.public(), 1, &mut System)?;
        let next = Record { survivor_id: Some(account_id), version: self.record.version + 1, ..self.record.clone() };
        let mut changes = self.end_own().await?;
        changes.extend([Change::Account(fresh), Change::Record(next), Change::Wrap(wrap)]);
        let told = self.happening(Act::Grant).about(Role::Survivor.name());
        self.casework().write(changes, vec![told]).await?;
        Ok(code.text())
    }

    /// Ends the code given before, if there is one.
    async fn end_own(&self) -> Result<Vec<Change>, Refused> {
        let Some(old) = self.record.survivor_id.as_deref() else { return Ok(Vec::new()) };
        let Some(kept) = account::one(&self.casework().db, old).await? else { return Ok(Vec::new()) };
        let ended = Account { state: "ended".to_owned(), recovery: None, version: kept.version + 1, ..kept.clone() };
        Ok(vec![Change::Account(ended), Change::DropWrap(self.record.id.clone(), kept.id)])
    }
}

impl Casework {
    /// Opens her own view with the code; gives the cookie of a session.
    ///
    /// # Errors
    /// [`Refused::Mismatch`] for a code that opens nothing, [`Refused::Wait`] where many of those came before.
    pub async fn own_sign_in(&self, typed: &str, network: &str, moment: &Moment) -> Result<CookieToken, Refused> {
        let door = format!("own {network}");
        let trier = Trier::Stranger { at: &door, network };
        let slowed = self.may_try(trier, moment).err();
        let Ok(code) = RecoveryCode::parse(typed) else {
            return Err(self.refuse_entry(Act::SignIn, slowed, moment).await);
        };
        let login = login(&code);
        let kept = account::of_login(&self.db, &login).await?.filter(|kept| kept.state == "active");
        let opened =
            kept.as_ref().and_then(|kept| ring::from_recovery(kept.recovery.as_ref()?, &ring_owner(&login), &code));
        match (kept, opened) {
            (Some(kept), Some(ring)) => {
                // Who has a code is not guessing: many may read their own in one house. What was not taken is not given back.
                if slowed.is_none() {
                    self.throttle().give_back(trier);
                }
                self.begin(&kept, &ring, "own view", moment).await
            }
            _ => Err(self.refuse_entry(Act::SignIn, slowed, moment).await),
        }
    }

    /// The case that is about the person of an account.
    pub async fn own_case(&self, account: &str) -> Result<Option<Record>, Refused> {
        let all = record::of_survivor(&self.db, account).await?;
        Ok(all.into_iter().rfind(|record| record.kind == "case" && record.state != "erased"))
    }
}
