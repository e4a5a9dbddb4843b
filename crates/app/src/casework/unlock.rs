//! Signing in and confirming by passkey. Nothing here can be guessed, so that tries at passphrases, however many, do not slow it (T16).

use pana_store::casework::{Account, Change, Passkey, account, passkey};
use pana_vault::Secret;
use pana_vault::passkey::{Answer, Key, Site, decode, encode, signed as checked};
use pana_vault::token::CookieToken;

use super::Casework;
use super::act::Act;
use super::event::Happening;
use super::moment::Moment;
use super::passkey::output;
use super::question::Use;
use super::random::System;
use super::refused::Refused;
use super::ring::{self, Ring};
use super::session::Signed;
use super::sign_in::{Entered, renewed};
use super::throttle::Trier;

/// How the log names this way.
const WAY: &str = "passkey";

/// What a device said, as the browser wrote it.
#[derive(Clone, Copy)]
pub struct Touch<'a> {
    /// The question.
    pub question: &'a str,
    /// What the device calls its key.
    pub passkey: &'a str,
    /// What the browser saw.
    pub client_data: &'a str,
    /// What the device saw.
    pub authenticator_data: &'a str,
    /// The signature.
    pub signature: &'a str,
    /// What the device calls the account.
    pub handle: &'a str,
    /// What the device's own function gave; empty where it has none.
    pub output: &'a str,
}

/// What came of it.
pub enum Opened {
    /// She is in.
    In(Entered),
    /// She has the device; this one does not open her keys. With this she goes on to her passphrase, which needs no code then.
    Passphrase(String),
}

impl Casework {
    /// A question for a device, to sign in with.
    pub fn ask_to_sign_in(&self, network: &str, moment: &Moment) -> String {
        self.ask(network, Use::SignIn, moment)
    }

    /// A question for a device, to confirm who is signed in.
    pub fn ask_to_confirm(&self, signed: &Signed) -> String {
        self.ask(&signed.account.id, Use::Confirm(signed.session.id.clone()), &signed.moment)
    }

    /// Signs in by passkey.
    ///
    /// # Errors
    /// [`Refused::Mismatch`] whatever does not fit; [`Refused::Wait`].
    pub async fn open_by_passkey(
        &self,
        site: &Site,
        touch: Touch<'_>,
        (network, device_name): (&str, &str),
        moment: &Moment,
    ) -> Result<Opened, Refused> {
        self.may_try(Trier::Passkey { from: network }, moment)?;
        let (kept, counted) = self.touched(site, touch, &Use::SignIn, moment).await?;
        let owner = account::one(&self.db, &kept.account_id).await?.filter(|owner| owner.state == "active");
        let Some(owner) = owner.filter(|_| handle_fits(&kept, touch.handle)) else {
            return Err(self.refuse_touch(&kept.account_id, moment).await);
        };
        self.count(counted).await?;
        self.after_touch(network);
        let opened = output(touch.output).and_then(|output| open(&kept, &owner, &output));
        match opened {
            Some(ring) => Ok(Opened::In(self.entered(&owner, &ring, device_name, moment).await?)),
            None => Ok(Opened::Passphrase(self.ask(&owner.id, Use::Passphrase(owner.id.clone()), moment))),
        }
    }

    /// Signs in with the passphrase, after a passkey stood in place of the code.
    ///
    /// # Errors
    /// As [`Casework::open_by_passkey`]; [`Refused::SignedOut`] where the passkey has to be shown again.
    pub async fn open_with_passphrase(
        &self,
        proof: &str,
        passphrase: &str,
        device_name: &str,
        moment: &Moment,
    ) -> Result<Entered, Refused> {
        let proof = decode(proof).ok_or(Refused::SignedOut)?;
        let owner = match self.questions().look(&proof, moment.at) {
            Some(Use::Passphrase(owner)) => owner.clone(),
            _ => return Err(Refused::SignedOut),
        };
        let owner = account::one(&self.db, &owner).await?.filter(|owner| owner.state == "active");
        let owner = owner.ok_or(Refused::SignedOut)?;
        // Tries of her account alone: however many strangers guess, she goes on.
        let trier = Trier::Known { at: &owner.login, by: WAY };
        self.may_try(trier, moment)?;
        let Some(ring) = self.stretch(Some(&owner), passphrase, trier).await else {
            return Err(self.refuse_touch(&owner.id, moment).await);
        };
        // Good once. Whoever was first with the same proof is in; the other begins anew.
        self.answered(&proof, moment).ok_or(Refused::SignedOut)?;
        self.entered(&owner, &ring, device_name, moment).await
    }

    /// Confirms who is signed in by a passkey of hers. The session goes on under a new cookie.
    ///
    /// # Errors
    /// As [`Casework::open_by_passkey`].
    pub async fn confirm_by_passkey(
        &self,
        signed: &Signed,
        site: &Site,
        touch: Touch<'_>,
    ) -> Result<CookieToken, Refused> {
        self.may_try(Trier::Passkey { from: &signed.session.id }, &signed.moment)?;
        let wanted = Use::Confirm(signed.session.id.clone());
        let (kept, counted) = self.touched(site, touch, &wanted, &signed.moment).await?;
        if kept.account_id != signed.account.id || !handle_fits(&kept, touch.handle) {
            return Err(self.refuse_touch(&signed.account.id, &signed.moment).await);
        }
        let (token, next) = renewed(signed);
        let changes = vec![counted, Change::DropSession(signed.session.id.clone()), Change::Session(next)];
        let told = signed.happening(Act::Confirm).about(WAY);
        self.write(changes, vec![told]).await.map_err(stale_is_mismatch)?;
        self.after_touch(&signed.session.id);
        Ok(token)
    }

    /// The passkey that answered, and the change that counts it on. The question is spent whatever comes of it.
    async fn touched(
        &self,
        site: &Site,
        touch: Touch<'_>,
        wanted: &Use,
        moment: &Moment,
    ) -> Result<(Passkey, Change), Refused> {
        let question = decode(touch.question).unwrap_or_default();
        let good_for = self.answered(&question, moment);
        let kept = passkey::one(&self.db, touch.passkey).await?;
        let checked = kept.as_ref().filter(|_| good_for.as_ref() == Some(wanted)).and_then(|kept| {
            let counter = self.check(site, touch, &question, kept)?;
            let next = Passkey {
                counter: counter.into(),
                used_at: Some(moment.text()),
                version: kept.version + 1,
                ..kept.clone()
            };
            Some(Change::Passkey(next))
        });
        match (kept, checked) {
            (Some(kept), Some(counted)) => Ok((kept, counted)),
            (kept, _) => Err(self.refuse_touch(kept.as_ref().map_or("-", |kept| &kept.account_id), moment).await),
        }
    }

    /// The new counter, where everything fits.
    fn check(&self, site: &Site, touch: Touch<'_>, question: &[u8], kept: &Passkey) -> Option<u32> {
        let ours = pana_vault::secret::same(&self.passkey_tag(kept), &kept.tag) && kept.site == site.host();
        let key = Key::parse(&kept.public_key).filter(|_| ours)?;
        let client_data = decode(touch.client_data)?;
        let authenticator_data = decode(touch.authenticator_data)?;
        let signature = decode(touch.signature)?;
        let answer =
            Answer { client_data: &client_data, authenticator_data: &authenticator_data, signature: &signature };
        checked(site, question, &key, u32::try_from(kept.counter).ok()?, answer).ok()
    }

    async fn count(&self, counted: Change) -> Result<(), Refused> {
        self.write(vec![counted], Vec::new()).await.map_err(stale_is_mismatch)
    }

    async fn entered(
        &self,
        owner: &Account,
        ring: &Ring,
        device_name: &str,
        moment: &Moment,
    ) -> Result<Entered, Refused> {
        let cookie = self.begin_by(WAY, owner, ring, device_name, moment).await?;
        Ok(Entered { cookie, device: self.new_device(&owner.login) })
    }

    async fn refuse_touch(&self, actor: &str, moment: &Moment) -> Refused {
        let told = Happening::new(actor, Act::SignInRefused, moment).about(WAY);
        self.tell(told).await.err().unwrap_or(Refused::Mismatch)
    }

    fn after_touch(&self, from: &str) {
        self.throttle().give_back(Trier::Passkey { from });
    }

    pub(super) fn ask(&self, from: &str, good_for: Use, moment: &Moment) -> String {
        encode(&self.questions().ask(from, good_for, moment.at, &mut System))
    }

    pub(super) fn answered(&self, question: &[u8], moment: &Moment) -> Option<Use> {
        self.questions().take(question, moment.at)
    }
}

/// The same answer was on its way twice, or the passkey was removed meanwhile.
fn stale_is_mismatch(refused: Refused) -> Refused {
    if matches!(refused, Refused::Stale) { Refused::Mismatch } else { refused }
}

fn handle_fits(kept: &Passkey, sent: &str) -> bool {
    decode(sent).is_some_and(|sent| sent == kept.handle)
}

/// Opens the ring with what the device gave; `None` where it gives something else than when it was added.
fn open(kept: &Passkey, owner: &Account, output: &Secret<32>) -> Option<Ring> {
    let salt: [u8; 32] = kept.salt.as_slice().try_into().ok()?;
    let ring = ring::from_passkey(kept.sealed.as_ref()?, &owner.id, &kept.id, (output, &salt))?;
    (ring.public().0.as_slice() == owner.public_key).then_some(ring)
}
