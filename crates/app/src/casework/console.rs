//! What whoever runs the program on the machine may do without signing in: accounts and centres, never a case. Each act is in the log.

use pana_casework::policy::Role;
use pana_store::casework::{Account, Change, account, centre, log, session};
use pana_vault::log::Log;
use zeroize::Zeroizing;

use super::Casework;
use super::act::Act;
use super::enrol::{self, Invited};
use super::event::{self, Happening};
use super::moment::Moment;
use super::refused::Refused;
use super::sign_in::normal;

/// Who acts on the machine, as the log names it.
pub const MACHINE: &str = "-";

/// What becomes of somebody's keys when her account starts anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Refuse where nobody else could open what she can.
    Refuse,
    /// Go on; her centre's keys may then be on paper only.
    Accept,
}

impl Casework {
    /// Signs the log as it is now, keeps the head and gives its text, for somebody else to keep.
    ///
    /// # Errors
    /// A log without events, or whose state was altered.
    pub async fn sign_head(&self, moment: &Moment) -> Result<String, Refused> {
        let mut tx = self.db.begin().await?;
        let state = log::state_in(&mut tx).await?;
        let tree = Log::parse(&state.tree).ok_or(Refused::Damaged("log_state"))?;
        let signed = tree.head(event::ORIGIN, moment.at.as_second()).sign(&event::signer(&self.machine));
        let head = signed.ok_or(Refused::Damaged("log_state"))?;
        log::keep_head(&mut tx, state.size, &head).await?;
        tx.commit().await?;
        Ok(head)
    }

    /// All accounts of those who work.
    pub async fn accounts_here(&self) -> Result<Vec<Account>, Refused> {
        self.staff_accounts().await
    }

    /// The centre with an id or a name; made in a region where it is missing and a region is named.
    pub async fn centre_here(&self, named: &str, region: Option<&str>, moment: &Moment) -> Result<String, Refused> {
        let all = centre::all(&self.db).await?;
        match (all.into_iter().find(|centre| centre.id == named || centre.name == named.trim()), region) {
            (Some(found), _) => Ok(found.id),
            (None, Some(region)) => self.make_centre(MACHINE, named, region, moment).await,
            (None, None) => Err(Refused::field("centre", "centre-unknown")),
        }
    }

    /// Invites somebody.
    pub async fn invite_here(&self, invited: &Invited<'_>, moment: &Moment) -> Result<Zeroizing<String>, Refused> {
        self.invite_by(MACHINE, invited, moment).await
    }

    /// Ends an account, as [`Casework::end_account`] does.
    pub async fn end_account_here(&self, login: &str, moment: &Moment) -> Result<(), Refused> {
        let kept = self.live(login).await?;
        let changes = self.ending(&kept).await?;
        let told = Happening::new(MACHINE, Act::EndAccount, moment).about(&kept.role).whom(&kept.id);
        self.write(changes, vec![told]).await
    }

    /// Starts an account anew, for somebody who lost passphrase and recovery code: her keys are destroyed and she gets an invitation. What
    /// she could open she can open again when somebody who holds the keys lets her in; nobody else gets anything by this.
    ///
    /// # Errors
    /// The field `account` with `last-holder`, where she alone holds the keys of her centre or of a case.
    pub async fn reset_here(&self, login: &str, lost: Lost, moment: &Moment) -> Result<Zeroizing<String>, Refused> {
        let kept = self.live(login).await?;
        let last_head = kept.role == Role::Head.name() && self.has_others(&kept).await.is_err();
        if lost == Lost::Refuse && (last_head || self.cases_alone(&kept).await? > 0) {
            return Err(Refused::field("account", "last-holder"));
        }
        let (code, invitation) = enrol::invitation(&kept.id, moment);
        let mut changes = vec![Change::Account(Account {
            state: "invited".to_owned(),
            public_key: Vec::new(),
            sealed: invitation,
            recovery: None,
            last_step: 0,
            version: kept.version + 1,
            ..kept.clone()
        })];
        changes.extend(self.without_keys(&kept.id).await?);
        let sessions = session::of_account(&self.db, &kept.id).await?;
        changes.extend(sessions.into_iter().map(|session| Change::DropSession(session.id)));
        changes.extend(self.without_passkeys(&kept.id).await?);
        let told = Happening::new(MACHINE, Act::Credentials, moment).about("reset").whom(&kept.id);
        self.write(changes, vec![told]).await?;
        Ok(code)
    }

    pub(super) async fn live(&self, login: &str) -> Result<Account, Refused> {
        let kept = account::of_login(&self.db, &normal(login)).await?;
        kept.filter(|kept| kept.state != "ended").ok_or(Refused::NotFound)
    }
}
