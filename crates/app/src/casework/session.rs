//! Sessions: who is signed in, for what, and for how long. The cookie is the only thing that opens a person's ring between requests; the
//! server keeps its hash.

use pana_casework::policy::{Action, Cell, Consent, Purpose, Relation, Role, Thing};
pub use pana_store::casework::Session;
use pana_store::casework::{Account, Change, session};
use pana_vault::token::CookieToken;

use super::Casework;
use super::act::Act;
use super::event::Happening;
use super::id::hex;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::ring::{self, Ring};

/// Idle for so many seconds, and the session is over (15 minutes; NIST SP 800-63B-4, 2.2.3 allows an hour).
pub const IDLE: i64 = 15 * 60;
/// A session lasts at most so many seconds (10 hours: a shift).
pub const ABSOLUTE: i64 = 10 * 3600;
/// Having confirmed who one is counts for so many seconds.
pub const CONFIRMED: i64 = 10 * 60;
/// An emergency opens one case for so many seconds.
pub const EMERGENCY: i64 = 3600;
/// So many sessions of one person at once; the oldest ends.
pub const PARALLEL: usize = 2;
/// That somebody was here is written down when so many seconds have passed since it was last.
const TOUCH: i64 = 60;

/// Somebody who is signed in.
pub struct Signed {
    /// Her account.
    pub account: Account,
    /// Her role.
    pub role: Role,
    /// What the session is for.
    pub purpose: Purpose,
    /// Her session.
    pub session: Session,
    /// Her keys.
    pub ring: Ring,
    /// When this request came.
    pub moment: Moment,
}

impl Signed {
    /// An event of hers.
    pub fn happening(&self, act: Act) -> Happening {
        Happening::new(&self.account.id, act, &self.moment).purposed(self.purpose)
    }

    /// Whether she confirmed who she is a short while ago.
    pub fn is_confirmed(&self) -> bool {
        let since = self.session.confirmed_at.as_deref().and_then(|at| self.moment.seconds_since(at));
        since.is_some_and(|seconds| seconds < CONFIRMED)
    }

    /// The case that an emergency opened for her, while it does.
    pub fn emergency(&self) -> Option<&str> {
        let (record, since) = self.session.emergency.as_deref()?.split_once(' ')?;
        self.moment.seconds_since(since).is_some_and(|seconds| seconds < EMERGENCY).then_some(record)
    }

    /// What the session is for as far as one case is concerned: an emergency opens that one and says so.
    pub fn purpose_in(&self, record: &str) -> Purpose {
        if self.emergency() == Some(record) { Purpose::Emergency } else { self.purpose }
    }
}

impl Casework {
    /// Who the cookie belongs to.
    ///
    /// # Errors
    /// [`Refused::SignedOut`] where there is none, or it is over.
    pub async fn who(&self, cookie: &str, moment: Moment) -> Result<Signed, Refused> {
        let token = CookieToken::parse(cookie).ok_or(Refused::SignedOut)?;
        let id = hex(&token.hash());
        let (kept, account) = session::with_account(&self.db, &id).await?.ok_or(Refused::SignedOut)?;
        let (seen, made) = (moment.seconds_since(&kept.seen_at), moment.seconds_since(&kept.created_at));
        let (Some(idle), Some(age)) = (seen, made) else { return Err(Refused::SignedOut) };
        if idle >= IDLE || age >= ABSOLUTE {
            return Err(Refused::SignedOut);
        }
        let role = Role::parse(&account.role).ok_or(Refused::Damaged("accounts"))?;
        let ring = ring::from_session(&kept.sealed, &account.id, &token.session_key()).ok_or(Refused::SignedOut)?;
        // Whoever left has no access from the moment she is ended (R23), and a key that was put in hers' place opens nothing.
        if account.state != "active" || ring.public().0.as_slice() != account.public_key {
            return Err(Refused::SignedOut);
        }
        let purpose = Purpose::parse(&kept.purpose).unwrap_or_else(|| role.purpose());
        let mut signed = Signed { account, role, purpose, session: kept, ring, moment };
        if idle >= TOUCH {
            self.touch(&mut signed).await?;
        }
        Ok(signed)
    }

    async fn touch(&self, signed: &mut Signed) -> Result<(), Refused> {
        let next =
            Session { seen_at: signed.moment.text(), version: signed.session.version + 1, ..signed.session.clone() };
        match self.scribe.write(vec![Change::Session(next.clone())], Vec::new()).await {
            Ok(_) => signed.session = next,
            // Another request of the same session was first; or it was ended meanwhile, and then this one comes too late.
            Err(Refused::Stale) => {
                session::one(&self.db, &signed.session.id).await?.ok_or(Refused::SignedOut)?;
            }
            Err(other) => return Err(other),
        }
        Ok(())
    }

    /// Begins a session; gives the cookie. The oldest of too many ends.
    pub(super) async fn begin(
        &self,
        account: &Account,
        ring: &Ring,
        device: &str,
        moment: &Moment,
    ) -> Result<CookieToken, Refused> {
        self.begin_by("", account, ring, device, moment).await
    }

    /// The same, with the way in that the log names where it is not the usual one.
    pub(super) async fn begin_by(
        &self,
        way: &str,
        account: &Account,
        ring: &Ring,
        device: &str,
        moment: &Moment,
    ) -> Result<CookieToken, Refused> {
        let token = CookieToken::new(&mut System);
        let purpose = Role::parse(&account.role).map_or(Purpose::Care, Role::purpose);
        let fresh = Session {
            id: hex(&token.hash()),
            account_id: account.id.clone(),
            purpose: purpose.name().to_owned(),
            sealed: ring::by_session(ring, &account.id, &token.session_key(), &mut System),
            created_at: moment.text(),
            seen_at: moment.text(),
            confirmed_at: Some(moment.text()),
            emergency: None,
            device: device.to_owned(),
            version: 1,
        };
        let mut changes = vec![Change::Session(fresh)];
        let others = self.sessions_of(&account.id, moment).await?;
        for old in others.iter().rev().skip(PARALLEL - 1) {
            changes.push(Change::DropSession(old.id.clone()));
        }
        let told = Happening::new(&account.id, Act::SignIn, moment).purposed(purpose).about(way);
        self.scribe.write(changes, vec![told]).await?;
        Ok(token)
    }

    /// The sessions of an account that are not over, oldest first.
    pub async fn sessions_of(&self, account: &str, moment: &Moment) -> Result<Vec<Session>, Refused> {
        let live = |session: &Session| {
            moment.seconds_since(&session.seen_at).is_some_and(|idle| idle < IDLE)
                && moment.seconds_since(&session.created_at).is_some_and(|age| age < ABSOLUTE)
        };
        Ok(session::of_account(&self.db, account).await?.into_iter().filter(live).collect())
    }

    /// Ends a session of her own: this one, or another by its id.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where it is not hers; [`Refused::Confirm`] for another one until she confirmed who she is: whoever sits down at
    /// her open screen cannot shut her out.
    pub async fn end(&self, signed: &Signed, session: Option<&str>) -> Result<(), Refused> {
        let id = session.unwrap_or(&signed.session.id);
        let own = session::one(&self.db, id).await?.is_some_and(|kept| kept.account_id == signed.account.id);
        if !own {
            return Err(Refused::NotFound);
        }
        if id != signed.session.id && !signed.is_confirmed() {
            return Err(Refused::Confirm);
        }
        let told = signed.happening(Act::SignOut);
        self.scribe.write(vec![Change::DropSession(id.to_owned())], vec![told]).await.map(|_| ())
    }

    /// Says what the session is for from now on. Only what the role may ever do for that purpose.
    pub async fn declare(&self, signed: &Signed, purpose: Purpose) -> Result<(), Refused> {
        if !self.purposes(signed.role).contains(&purpose) {
            return Err(Refused::Denied);
        }
        let next = Session {
            purpose: purpose.name().to_owned(),
            version: signed.session.version + 1,
            ..signed.session.clone()
        };
        let told = signed.happening(Act::Purpose).about(purpose.name());
        self.scribe.write(vec![Change::Session(next)], vec![told]).await.map(|_| ())
    }

    /// The purposes for which a role may do something.
    pub fn purposes(&self, role: Role) -> Vec<Purpose> {
        let any = |purpose: Purpose| {
            Relation::ALL.iter().any(|&relation| {
                Thing::ALL.iter().any(|&thing| {
                    Action::ALL.iter().any(|&action| {
                        let consent = Consent::Live;
                        self.policy.allows(Cell { role, relation, thing, action, purpose, consent })
                    })
                })
            })
        };
        Purpose::ALL.iter().copied().filter(|&purpose| any(purpose)).collect()
    }
}
