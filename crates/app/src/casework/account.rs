//! Accounts: who has one, ending one, new credentials.

use pana_casework::policy::{Action, Relation, Role, Thing};
pub use pana_store::casework::Account;
use pana_store::casework::{Change, account, session, wrap};
use pana_vault::recovery::RecoveryCode;
use pana_vault::strength;
use pana_vault::token::CookieToken;
use pana_vault::totp::TotpSecret;

use super::Casework;
use super::act::Act;
use super::enrol::Joined;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::ring::{self, Ring};
use super::session::Signed;
use super::sign_in::{normal, renewed, step};
use super::throttle::Trier;

/// Somebody who comes back with her recovery code.
#[derive(Clone, Copy)]
pub struct Returning<'a> {
    /// Her login.
    pub login: &'a str,
    /// The recovery code.
    pub code: &'a str,
    /// What is left to her: a code of her second factor, or the passphrase she had.
    pub left: &'a str,
    /// The passphrase that she chooses.
    pub passphrase: &'a str,
}

impl Casework {
    /// All accounts, for whoever keeps them.
    pub async fn accounts(&self, signed: &Signed) -> Result<Vec<Account>, Refused> {
        self.allow(signed, Relation::Outside, Thing::Accounts, Action::Read)?;
        self.staff_accounts().await
    }

    /// The accounts of those who work. Whom a case is about works nowhere: how many read their own is nobody's to see.
    pub(super) async fn staff_accounts(&self) -> Result<Vec<Account>, Refused> {
        let works = |account: &Account| account.role != Role::Survivor.name();
        Ok(account::all(&self.db).await?.into_iter().filter(works).collect())
    }

    /// Ends an account: her sessions, and her keys to centre and cases. Her open cases must have somebody else first (R23).
    ///
    /// # Errors
    /// The field `account` with `last-worker`, and the number of cases after a colon, where somebody must take cases over first; with
    /// `last-of-role` for the last head of a centre and the last administrator.
    pub async fn end_account(&self, signed: &Signed, id: &str) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Accounts, Action::Write)?;
        if !signed.is_confirmed() {
            return Err(Refused::Confirm);
        }
        let kept = account::one(&self.db, id).await?.filter(|kept| kept.state != "ended").ok_or(Refused::NotFound)?;
        if kept.id == signed.account.id {
            return Err(Refused::field("account", "oneself"));
        }
        let changes = self.ending(&kept).await?;
        let told = signed.happening(Act::EndAccount).about(&kept.role).whom(&kept.id);
        self.scribe.write(changes, vec![told]).await.map(|_| ())
    }

    /// Ends every session of somebody: a device was lost, or left open. She can sign in again.
    ///
    /// # Errors
    /// [`Refused::Denied`], [`Refused::Confirm`], [`Refused::NotFound`].
    pub async fn sign_out(&self, signed: &Signed, id: &str) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Accounts, Action::Write)?;
        if !signed.is_confirmed() {
            return Err(Refused::Confirm);
        }
        let kept = account::one(&self.db, id).await?.ok_or(Refused::NotFound)?;
        let open = session::of_account(&self.db, &kept.id).await?;
        let changes = open.into_iter().map(|session| Change::DropSession(session.id)).collect();
        let told = signed.happening(Act::EndSessions).about(&kept.role).whom(&kept.id);
        self.scribe.write(changes, vec![told]).await.map(|_| ())
    }

    /// The heads of a centre who have taken their accounts over.
    pub(super) async fn heads(&self, centre: &str) -> Result<Vec<Account>, Refused> {
        let fits = |account: &Account| {
            account.role == Role::Head.name()
                && account.state == "active"
                && account.centre_id.as_deref() == Some(centre)
        };
        Ok(account::all(&self.db).await?.into_iter().filter(fits).collect())
    }

    /// Refuses to leave a centre without a head, who alone lets people in, or the room without an administrator, who alone invites.
    pub(super) async fn has_others(&self, kept: &Account) -> Result<(), Refused> {
        let others: Vec<Account> = match (Role::parse(&kept.role), &kept.centre_id) {
            (Some(Role::Head), Some(centre)) => {
                let mut let_in = Vec::new();
                for head in self.heads(centre).await? {
                    if wrap::one(&self.db, centre, &head.id).await?.is_some() {
                        let_in.push(head);
                    }
                }
                let_in
            }
            (Some(Role::Administrator), _) => {
                let all = account::all(&self.db).await?;
                all.into_iter().filter(|one| one.role == kept.role && one.state == "active").collect()
            }
            _ => return Ok(()),
        };
        if kept.state != "active" || others.iter().any(|other| other.id != kept.id) {
            return Ok(());
        }
        Err(Refused::field("account", "last-of-role"))
    }

    /// What ends an account.
    pub(super) async fn ending(&self, kept: &Account) -> Result<Vec<Change>, Refused> {
        self.has_others(kept).await?;
        let alone = self.cases_alone(kept).await?;
        if alone > 0 {
            return Err(Refused::field("account", &format!("last-worker:{alone}")));
        }
        self.ended(kept).await
    }

    /// What ends an account, whoever else could run her cases.
    pub(super) async fn ended(&self, kept: &Account) -> Result<Vec<Change>, Refused> {
        let mut changes = vec![Change::Account(Account {
            state: "ended".to_owned(),
            sealed: Vec::new(),
            recovery: None,
            version: kept.version + 1,
            ..kept.clone()
        })];
        changes.extend(self.without_keys(&kept.id).await?);
        for session in session::of_account(&self.db, &kept.id).await? {
            changes.push(Change::DropSession(session.id));
        }
        changes.extend(self.without_passkeys(&kept.id).await?);
        Ok(changes)
    }

    /// Another passphrase, for whoever knows the one of now and has her second factor. Her other sessions end, and this one goes on under a
    /// new cookie.
    ///
    /// # Errors
    /// [`Refused::Weak`] for the one she chose; [`Refused::Mismatch`] where that of now or the code does not fit; [`Refused::Wait`].
    pub async fn change_passphrase(
        &self,
        signed: &Signed,
        passphrase: &str,
        code: &str,
        chosen: &str,
    ) -> Result<CookieToken, Refused> {
        let known = [signed.account.login.as_str(), &signed.account.name, "pana"];
        strength::weigh(chosen, &self.common, &known).map_err(Refused::Weak)?;
        let step = self.prove(signed, passphrase, code).await?;
        let (token, next) = renewed(signed);
        let mut changes = vec![Change::Account(Account {
            sealed: self.seal_ring(&signed.ring, &signed.account.id, chosen).await?,
            last_step: i64::try_from(step).unwrap_or(i64::MAX),
            version: signed.account.version + 1,
            ..signed.account.clone()
        })];
        for session in session::of_account(&self.db, &signed.account.id).await? {
            changes.push(Change::DropSession(session.id));
        }
        changes.push(Change::Session(next));
        self.scribe.write(changes, vec![signed.happening(Act::Credentials)]).await?;
        Ok(token)
    }

    /// A new passphrase, second factor and recovery code, by the recovery code and what is left to her: for whoever forgot or lost one of
    /// the two. All her sessions end, and her passkeys with them. Whoever finds the paper and has neither does not get in (ASVS 6.4.3).
    ///
    /// # Errors
    /// As [`Casework::join`].
    pub async fn recover(
        &self,
        Returning { login, code, left, passphrase }: Returning<'_>,
        network: &str,
        moment: &Moment,
    ) -> Result<Joined, Refused> {
        let login = normal(login);
        let slowed = self.may_try(Trier::Stranger { at: &format!("{login} recover"), network }, moment).err();
        let kept = account::of_login(&self.db, &login).await?.filter(|kept| kept.state == "active");
        let parsed = RecoveryCode::parse(code).ok();
        let opened = kept
            .as_ref()
            .zip(parsed.as_ref())
            .and_then(|(kept, code)| ring::from_recovery(kept.recovery.as_ref()?, &kept.id, code));
        let (Some(kept), Some(old)) = (kept, opened) else {
            return Err(self.refuse_entry(Act::Recover, slowed, moment).await);
        };
        self.still_has(&kept, &old, left, moment).await?;
        let known = [login.as_str(), &kept.name, "pana", code];
        strength::weigh(passphrase, &self.common, &known).map_err(Refused::Weak)?;
        let ring = old.with_new_factor(&mut System);
        let recovery = RecoveryCode::new(&mut System);
        let mut changes = vec![Change::Account(Account {
            sealed: self.seal_ring(&ring, &kept.id, passphrase).await?,
            recovery: Some(ring::by_recovery(&ring, &kept.id, &recovery, &mut System)),
            last_step: 0,
            version: kept.version + 1,
            ..kept.clone()
        })];
        for session in session::of_account(&self.db, &kept.id).await? {
            changes.push(Change::DropSession(session.id));
        }
        // What she lost may be the device: all of them are added anew.
        changes.extend(self.without_passkeys(&kept.id).await?);
        let told = super::event::Happening::new(&kept.id, Act::Recover, moment);
        self.scribe.write(changes, vec![told]).await?;
        let factor = TotpSecret::parse(ring.factor().expose()).ok_or(Refused::Damaged("accounts"))?;
        Ok(Joined { recovery: recovery.text(), factor, founded: None })
    }

    /// Whether what she types is a code of her second factor or her passphrase. Only whoever holds the paper comes so far, so that nobody
    /// else can use these tries up; they are as few as at any other way in.
    async fn still_has(&self, kept: &Account, ring: &Ring, left: &str, moment: &Moment) -> Result<(), Refused> {
        let trier = Trier::Known { at: &kept.id, by: Act::Recover.name() };
        self.may_try(trier, moment)?;
        let has =
            step(ring, left, kept.last_step, moment).is_some() || self.stretch(Some(kept), left, trier).await.is_some();
        if !has {
            let told = super::event::Happening::new(&kept.id, Act::SignInRefused, moment).about(Act::Recover.name());
            self.scribe.tell(told).await?;
            return Err(Refused::Mismatch);
        }
        self.throttle().give_back(trier);
        Ok(())
    }
}
