//! From an invitation to an account of one's own. The administrator makes the invitation; the passphrase, the keys and the second factor
//! are made when the person takes it over, and nobody else ever holds them.

use pana_casework::policy::{Action, Relation, Role, Thing};
use pana_store::casework::{Account, Centre, Change, account, centre};
use pana_vault::recovery::RecoveryCode;
use pana_vault::strength;
use pana_vault::totp::TotpSecret;
use pana_vault::{Parts, seal, sweep};
use zeroize::Zeroizing;

pub use pana_vault::shares::Share;
pub use pana_vault::strength::Weakness;

use super::Casework;
use super::act::Act;
use super::centre::Founded;
use super::event::Happening;
use super::id::{self, hex};
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::ring::{self, Ring};
use super::session::Signed;
use super::sign_in::normal;
use super::throttle::Trier;

/// An invitation holds for so many seconds (three days).
const INVITED: i64 = 3 * 24 * 3600;

/// Who is invited.
pub struct Invited<'a> {
    /// What she will type to sign in.
    pub login: &'a str,
    /// Her name as colleagues see it.
    pub name: &'a str,
    /// Her role.
    pub role: Role,
    /// Her centre, if the role has one.
    pub centre: Option<&'a str>,
}

/// What a person is given once, to keep: nobody can show it again.
pub struct Joined {
    /// Her recovery code.
    pub recovery: Zeroizing<String>,
    /// The secret of her second factor, for an authenticator.
    pub factor: TotpSecret,
    /// Where she founded her centre's keys: the shares of its safe, for paper.
    pub founded: Option<Founded>,
}

/// Roles that work in a centre.
pub fn needs_centre(role: Role) -> bool {
    matches!(role, Role::CaseWorker | Role::Specialist | Role::Lawyer | Role::Head | Role::Admission | Role::Survivor)
}

impl Casework {
    /// Whether nobody has an account yet.
    pub async fn is_new(&self) -> Result<bool, Refused> {
        Ok(account::all(&self.db).await?.is_empty())
    }

    /// Invites the first administrator. There are no default credentials: whoever runs the command gets the code.
    pub async fn invite_first(&self, login: &str, name: &str, moment: &Moment) -> Result<Zeroizing<String>, Refused> {
        if !self.is_new().await? {
            return Err(Refused::Denied);
        }
        let invited = Invited { login, name, role: Role::Administrator, centre: None };
        self.invite_by("-", &invited, moment).await
    }

    /// Invites somebody; gives the code that she needs once.
    ///
    /// # Errors
    /// A login that is taken, a role without its centre; [`Refused::Denied`], [`Refused::Confirm`].
    pub async fn invite(&self, signed: &Signed, invited: &Invited<'_>) -> Result<Zeroizing<String>, Refused> {
        self.allow(signed, Relation::Outside, Thing::Accounts, Action::Write)?;
        if !signed.is_confirmed() {
            return Err(Refused::Confirm);
        }
        self.invite_by(&signed.account.id, invited, &signed.moment).await
    }

    pub(super) async fn invite_by(
        &self,
        actor: &str,
        invited: &Invited<'_>,
        moment: &Moment,
    ) -> Result<Zeroizing<String>, Refused> {
        // The person a case is about gets in with the code that whoever runs her case gives her, and never through a list of accounts.
        if invited.role == Role::Survivor {
            return Err(Refused::field("role", "not-offered"));
        }
        let login = normal(invited.login);
        if !(3..=40).contains(&login.chars().count()) || login.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(Refused::field("login", "login-form"));
        }
        let name = shown(invited.name);
        if name.is_empty() {
            return Err(Refused::field("name", "empty"));
        }
        if account::of_login(&self.db, &login).await?.is_some() {
            return Err(Refused::field("login", "login-taken"));
        }
        self.check_centre(invited).await?;
        let id = id::new(&mut System);
        let (code, kept) = invitation(&id, moment);
        let fresh = Account {
            login,
            name,
            role: invited.role.name().to_owned(),
            centre_id: invited.centre.map(str::to_owned),
            state: "invited".to_owned(),
            public_key: Vec::new(),
            sealed: kept,
            recovery: None,
            created_at: moment.text(),
            last_step: 0,
            version: 1,
            id,
        };
        let told = Happening::new(actor, Act::Invite, moment).about(invited.role.name()).whom(&fresh.id);
        self.scribe.write(vec![Change::Account(fresh)], vec![told]).await?;
        Ok(code)
    }

    async fn check_centre(&self, invited: &Invited<'_>) -> Result<(), Refused> {
        match invited.centre {
            Some(id) if centre::one(&self.db, id).await?.is_some() && needs_centre(invited.role) => Ok(()),
            None if !needs_centre(invited.role) => Ok(()),
            _ => Err(Refused::field("centre", "centre-of-role")),
        }
    }

    /// Takes an account over with an invitation.
    ///
    /// # Errors
    /// [`Refused::Mismatch`] for a wrong or old invitation, [`Refused::Weak`] for a weak passphrase, [`Refused::Wait`].
    pub async fn join(
        &self,
        login: &str,
        invitation: &str,
        passphrase: &str,
        network: &str,
        moment: &Moment,
    ) -> Result<Joined, Refused> {
        let login = normal(login);
        let slowed = self.may_try(Trier::Stranger { at: &format!("{login} join"), network }, moment).err();
        let kept = account::of_login(&self.db, &login).await?.filter(|account| account.state == "invited");
        let Some(kept) = kept.filter(|account| invitation_fits(account, invitation, moment)) else {
            return Err(self.refuse_entry(Act::Join, slowed, moment).await);
        };
        // The invitation was in somebody else's hands: it never becomes the passphrase.
        let known = [login.as_str(), &kept.name, "pana", invitation];
        strength::weigh(passphrase, &self.common, &known).map_err(Refused::Weak)?;
        let ring = Ring::new(&mut System);
        let recovery = RecoveryCode::new(&mut System);
        let next = Account {
            state: "active".to_owned(),
            public_key: ring.public().0.to_vec(),
            sealed: self.seal_ring(&ring, &kept.id, passphrase).await?,
            recovery: Some(ring::by_recovery(&ring, &kept.id, &recovery, &mut System)),
            version: kept.version + 1,
            ..kept
        };
        let mut changes = vec![Change::Account(next.clone())];
        let founded = self.found(&next, &ring, &mut changes, moment).await?;
        let told = Happening::new(&next.id, Act::Join, moment).about(&next.role);
        self.scribe.write(changes, vec![told]).await?;
        let factor = TotpSecret::parse(ring.factor().expose()).ok_or(Refused::Damaged("accounts"))?;
        Ok(Joined { recovery: recovery.text(), factor, founded })
    }

    /// Seals a ring by a passphrase without holding up other requests.
    pub(super) async fn seal_ring(&self, ring: &Ring, account: &str, passphrase: &str) -> Result<Vec<u8>, Refused> {
        let _permit = self.stretching.acquire().await.map_err(|_| Refused::CannotSave("stopping".to_owned()))?;
        let (ring, account) = (ring.clone(), account.to_owned());
        let passphrase = Zeroizing::new(passphrase.to_owned());
        let work = move || ring::by_passphrase(&ring, &account, &passphrase, &mut System);
        tokio::task::spawn_blocking(|| sweep::behind(work))
            .await
            .map_err(|error| Refused::CannotSave(error.to_string()))
    }

    /// The first head of a centre makes its keys.
    pub(super) async fn found(
        &self,
        account: &Account,
        ring: &Ring,
        changes: &mut Vec<Change>,
        moment: &Moment,
    ) -> Result<Option<Founded>, Refused> {
        if account.role != Role::Head.name() {
            return Ok(None);
        }
        let Some(id) = account.centre_id.as_deref() else { return Ok(None) };
        let kept: Centre = centre::one(&self.db, id).await?.ok_or(Refused::NotFound)?;
        if !kept.front_public.is_empty() {
            return Ok(None);
        }
        super::centre::found(&kept, account, ring, changes, moment).map(Some)
    }
}

/// A name as colleagues see it: without spaces around it and without what cannot be seen.
pub(super) fn shown(name: &str) -> String {
    name.replace(char::is_control, " ").trim().to_owned()
}

/// A new invitation: the code that the person is told, and what is kept of it.
pub(super) fn invitation(account: &str, moment: &Moment) -> (Zeroizing<String>, Vec<u8>) {
    let code = RecoveryCode::new(&mut System);
    let kept = format!("{} {}", moment.at.as_second() + INVITED, tag(account, &code));
    (code.text(), kept.into_bytes())
}

/// What is kept of an invitation: not the code, but what only the code gives.
fn tag(account: &str, code: &RecoveryCode) -> String {
    let about = Parts::of("pana invitation v1").and("account", account);
    hex(seal::derive(code.key(&about).expose(), b"", &about).expose())
}

fn invitation_fits(account: &Account, typed: &str, moment: &Moment) -> bool {
    let kept = String::from_utf8_lossy(&account.sealed).into_owned();
    let Some((until, kept)) = kept.split_once(' ') else { return false };
    let in_time = until.parse().is_ok_and(|until: i64| moment.at.as_second() < until);
    let Ok(code) = RecoveryCode::parse(typed) else { return false };
    in_time && pana_vault::secret::same(tag(&account.id, &code).as_bytes(), kept.as_bytes())
}
