//! Signing in: login, passphrase, code of the second factor. The passphrase opens the ring, and the ring tells whether the code is right;
//! the server keeps nothing that could be tried without that work.

use pana_store::casework::{Account, Change, Session, account};
use pana_vault::token::CookieToken;
use pana_vault::totp::TotpSecret;
use pana_vault::{Parts, Secret, seal, sweep};

use super::Casework;
use super::act::Act;
use super::event::Happening;
use super::id::hex;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::ring::{self, Ring};
use super::session::Signed;
use super::throttle::Trier;

/// What somebody typed to sign in, and from where.
pub struct Tried<'a> {
    /// Her login.
    pub login: &'a str,
    /// Her passphrase.
    pub passphrase: &'a str,
    /// The code of her second factor.
    pub code: &'a str,
    /// The network she comes from.
    pub network: &'a str,
    /// The device's own cookie from an earlier time, if it has one.
    pub device: Option<&'a str>,
    /// What she will recognise the device by.
    pub device_name: &'a str,
}

/// Somebody who is in.
pub struct Entered {
    /// The session's cookie.
    pub cookie: CookieToken,
    /// The device's cookie: a known device has tries of its own, so that nobody can use them up from afar.
    pub device: String,
}

impl Casework {
    /// Signs in.
    ///
    /// # Errors
    /// [`Refused::Mismatch`] whatever does not fit, after the same work; [`Refused::Wait`].
    pub async fn sign_in(&self, tried: Tried<'_>, moment: &Moment) -> Result<Entered, Refused> {
        let login = normal(tried.login);
        let known = tried.device.filter(|device| self.knows(device, &login));
        let trier = match known {
            Some(device) => Trier::Known { at: &login, by: device_id(device) },
            None => Trier::Stranger { at: &login, network: tried.network },
        };
        self.may_try(trier, moment)?;
        let account = account::of_login(&self.db, &login).await?.filter(|account| account.state == "active");
        let ring = self.stretch(account.as_ref(), tried.passphrase, trier).await;
        let checked = account
            .as_ref()
            .zip(ring.as_ref())
            .and_then(|(account, ring)| Some((account, ring, step(ring, tried.code, account.last_step, moment)?)));
        let Some((account, ring, step)) = checked else {
            let actor = account.as_ref().map_or("-", |account| &account.id);
            self.scribe.tell(Happening::new(actor, Act::SignInRefused, moment)).await?;
            return Err(Refused::Mismatch);
        };
        self.throttle().give_back(trier);
        self.spend(account, step).await?;
        let cookie = self.begin(account, ring, tried.device_name, moment).await?;
        Ok(Entered { cookie, device: known.map_or_else(|| self.new_device(&login), str::to_owned) })
    }

    /// Confirms who is signed in, for acts that ask for it. The session goes on under a new cookie, and the old one opens nothing.
    ///
    /// # Errors
    /// As [`Casework::sign_in`].
    pub async fn confirm(&self, signed: &Signed, passphrase: &str, code: &str) -> Result<CookieToken, Refused> {
        let step = self.prove(signed, passphrase, code).await?;
        self.spend(&signed.account, step).await?;
        let (token, next) = renewed(signed);
        let changes = vec![Change::DropSession(signed.session.id.clone()), Change::Session(next)];
        self.scribe.write(changes, vec![signed.happening(Act::Confirm)]).await?;
        Ok(token)
    }

    /// Whether somebody who is signed in knows her passphrase and has her second factor; gives the time step of the code, to be spent.
    pub(super) async fn prove(&self, signed: &Signed, passphrase: &str, code: &str) -> Result<u64, Refused> {
        let trier = Trier::Known { at: &signed.account.login, by: &signed.session.id };
        self.may_try(trier, &signed.moment)?;
        let opened = self.stretch(Some(&signed.account), passphrase, trier).await;
        let step = opened.and_then(|ring| step(&ring, code, signed.account.last_step, &signed.moment));
        if step.is_none() {
            self.scribe.tell(signed.happening(Act::SignInRefused)).await?;
        }
        step.ok_or(Refused::Mismatch)
    }

    /// A code of 128 bits that did not fit, in the log before it is answered: at which way in, and of nobody, since a code that does not fit
    /// says nothing about who holds it. Where the budget was spent nothing is written, and she is told to wait. One that fits opens even
    /// then: nobody guesses it, and so nobody can keep her out by guessing.
    pub(super) async fn refuse_entry(&self, way: Act, slowed: Option<Refused>, moment: &Moment) -> Refused {
        if let Some(wait) = slowed {
            return wait;
        }
        let told = Happening::new("-", Act::SignInRefused, moment).about(way.name());
        self.scribe.tell(told).await.err().unwrap_or(Refused::Mismatch)
    }

    pub(super) fn may_try(&self, trier: Trier<'_>, moment: &Moment) -> Result<(), Refused> {
        self.throttle().take(trier, moment.at).map_err(Refused::Wait)
    }

    /// Opens the ring of an account, or does the same work for nothing. Strangers wait for each other, so that whoever is known never
    /// waits behind a row of them.
    pub(super) async fn stretch(&self, account: Option<&Account>, passphrase: &str, trier: Trier<'_>) -> Option<Ring> {
        let _turn = match trier {
            Trier::Stranger { .. } => Some(self.strangers.acquire().await.ok()?),
            Trier::Known { .. } | Trier::Passkey { .. } => None,
        };
        let _permit = self.stretching.acquire().await.ok()?;
        let passphrase = zeroize::Zeroizing::new(passphrase.to_owned());
        let kept = account.map(|account| (account.id.clone(), account.sealed.clone()));
        let work = move || match kept {
            Some((id, sealed)) => ring::from_passphrase(&sealed, &id, &passphrase),
            None => {
                ring::pretend(&passphrase, &mut System);
                None
            }
        };
        tokio::task::spawn_blocking(|| sweep::behind(work)).await.ok().flatten()
    }

    /// A code counts once.
    async fn spend(&self, account: &Account, step: u64) -> Result<(), Refused> {
        let last_step = i64::try_from(step).unwrap_or(i64::MAX);
        let next = Account { last_step, version: account.version + 1, ..account.clone() };
        match self.scribe.write(vec![Change::Account(next)], Vec::new()).await {
            Ok(_) => Ok(()),
            // The same code was on its way twice: the first one counts.
            Err(Refused::Stale) => Err(Refused::Mismatch),
            Err(other) => Err(other),
        }
    }

    pub(super) fn new_device(&self, login: &str) -> String {
        let id = hex(Secret::<16>::random(&mut System).expose());
        let tag = self.device_tag(&id, login);
        format!("{id}{tag}")
    }

    fn knows(&self, device: &str, login: &str) -> bool {
        let Some((id, tag)) = device.split_at_checked(32) else { return false };
        pana_vault::secret::same(tag.as_bytes(), self.device_tag(id, login).as_bytes())
    }

    fn device_tag(&self, id: &str, login: &str) -> String {
        let about = Parts::of("pana device v1").and("device", id).and("login", login);
        hex(seal::derive(self.machine.expose(), b"", &about).expose())
    }
}

/// What a device is told apart by; the rest of its cookie is a secret and is kept nowhere.
fn device_id(device: &str) -> &str {
    device.split_at_checked(32).map_or(device, |(id, _)| id)
}

/// The session of somebody who has just confirmed who she is, under a new cookie.
pub(super) fn renewed(signed: &Signed) -> (CookieToken, Session) {
    let token = CookieToken::new(&mut System);
    let next = Session {
        id: hex(&token.hash()),
        sealed: ring::by_session(&signed.ring, &signed.account.id, &token.session_key(), &mut System),
        confirmed_at: Some(signed.moment.text()),
        version: 1,
        ..signed.session.clone()
    };
    (token, next)
}

/// A login as it is kept: without spaces at the ends, in small letters.
pub fn normal(login: &str) -> String {
    login.trim().to_lowercase()
}

/// The time step of a code that is right and was not used.
pub(super) fn step(ring: &Ring, code: &str, last: i64, moment: &Moment) -> Option<u64> {
    let secret = TotpSecret::parse(ring.factor().expose())?;
    let now = u64::try_from(moment.at.as_second()).ok()?;
    secret.check(code, now, u64::try_from(last).ok().filter(|last| *last > 0)).ok()
}
