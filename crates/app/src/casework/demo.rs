//! The invented network of the demonstration: centres, one account for each role, and people who do not exist. Whatever it makes goes
//! through the same use cases as in real work; only the passphrase is stretched once for all its accounts, and is told.

use std::collections::BTreeSet;
use std::sync::Arc;

use pana_casework::policy::Role;
use pana_packs::casework::network::Network;
use pana_store::casework::{Account, Change, account};
use pana_vault::totp::TotpSecret;
use serde::Serialize;

use super::Casework;
use super::act::Act;
use super::demo_case::Cast;
use super::event::Happening;
use super::id;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::ring::{self, Ring};
use super::session::Signed;
use crate::library::Library;

/// The passphrase of every account of the demonstration. It protects nothing: nobody in it exists.
pub const PASSPHRASE: &str = "invented people only";

/// An account of the demonstration, as it is told.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// The role.
    pub role: &'static str,
    /// What to type to sign in.
    pub user: String,
    /// The passphrase.
    pub passphrase: &'static str,
    /// The secret of the second factor.
    pub totp_secret: String,
}

/// Somebody of the demonstration who is signed in without a session.
#[derive(Clone)]
pub struct Player {
    /// Her account.
    pub account: Account,
    /// Her ring.
    pub ring: Ring,
}

impl Player {
    /// As if she had signed in at this moment.
    pub fn signed(&self, role: Role, moment: &Moment) -> Arc<Signed> {
        let session = super::session::Session {
            id: String::new(),
            account_id: self.account.id.clone(),
            purpose: role.purpose().name().to_owned(),
            sealed: Vec::new(),
            created_at: moment.text(),
            seen_at: moment.text(),
            confirmed_at: Some(moment.text()),
            emergency: None,
            device: String::new(),
            version: 1,
        };
        Arc::new(Signed {
            account: self.account.clone(),
            role,
            purpose: role.purpose(),
            session,
            ring: self.ring.clone(),
            moment: moment.clone(),
        })
    }
}

/// Somebody who does not exist, as she is taken in.
pub(super) struct Guest {
    /// The name by which she is called here.
    pub code_name: &'static str,
    /// What she says of her age.
    pub age: &'static str,
    /// Her language.
    pub language: &'static str,
    /// Whether she needs an interpreter.
    pub interpreter: &'static str,
    /// Who sent her.
    pub source: &'static str,
}

/// Who came today.
const FIRST: [Guest; 3] = [
    Guest { code_name: "Самал", age: "adult", language: "uz", interpreter: "yes", source: "police" },
    Guest { code_name: "Daria 3", age: "unsure", language: "ru", interpreter: "yes", source: "hotline" },
    Guest { code_name: "Көктем", age: "under_18", language: "kk", interpreter: "yes", source: "self" },
];

/// A centre of the demonstration.
pub struct Centre<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its region.
    pub region: &'a str,
}

impl Casework {
    /// Makes the network with its accounts and its people, if nobody has an account yet; tells the accounts. They are all in the first centre.
    pub async fn play(
        self: &Arc<Self>,
        network: &Network,
        library: &Library,
        moment: &Moment,
    ) -> Result<Vec<Told>, Refused> {
        if !self.is_new().await? {
            return Ok(Vec::new());
        }
        let stretched = ring::Stretched::new(PASSPHRASE);
        let (mut told, mut heads, mut workers) = (Vec::new(), Vec::new(), Vec::new());
        for centre in &network.centres {
            let id = self.make_centre("-", &centre.name, &centre.region, moment).await?;
            let login = heads.is_empty().then(|| Role::Head.name().to_owned());
            let head = self.player(Role::Head, login, Some(&id), &stretched, &mut told, moment).await?;
            let worker = self.player(Role::CaseWorker, None, Some(&id), &stretched, &mut told, moment).await?;
            self.let_in(&head.signed(Role::Head, moment), &worker.account.id).await?;
            heads.push((id, head));
            workers.push(worker);
        }
        let Some((centre, head)) = heads.first() else { return Ok(told) };
        self.populate(network, &workers, moment).await?;
        self.furnish(&head.signed(Role::Head, moment)).await?;
        let mut cast = Cast::new();
        let others = Role::ALL.iter().copied().filter(|role| !matches!(role, Role::Head | Role::Survivor));
        for role in others {
            let at = super::enrol::needs_centre(role).then_some(centre.as_str());
            let player = self.player(role, Some(role.name().to_owned()), at, &stretched, &mut told, moment).await?;
            if at.is_some() {
                self.let_in(&head.signed(Role::Head, moment), &player.account.id).await?;
            }
            match role {
                Role::CaseWorker => self.first_cases(&player.signed(role, moment)).await?,
                Role::Admission => self.expect_somebody(&player.signed(role, moment)).await?,
                _ => {}
            }
            cast.insert(role.name(), player);
        }
        self.long_case(&network.case, &cast, library, moment).await?;
        Ok(told)
    }

    /// Lets a player in without asking for her passphrase: she holds her ring already. Gives her cookie.
    pub async fn enter(&self, player: &Player, moment: &Moment) -> Result<String, Refused> {
        let cookie = self.begin(&player.account, &player.ring, "demonstration", moment).await?;
        Ok(cookie.text().to_string())
    }

    /// Makes an account of the demonstration: its role, its login, its centre.
    pub async fn cast(
        &self,
        role: Role,
        login: &str,
        centre: Option<&str>,
        moment: &Moment,
    ) -> Result<Player, Refused> {
        let stretched = ring::Stretched::new(PASSPHRASE);
        self.player(role, Some(login.to_owned()), centre, &stretched, &mut Vec::new(), moment).await
    }

    /// Makes a centre of the demonstration.
    pub async fn build(&self, centre: &Centre<'_>, moment: &Moment) -> Result<String, Refused> {
        self.make_centre("-", centre.name, centre.region, moment).await
    }

    async fn player(
        &self,
        role: Role,
        login: Option<String>,
        centre: Option<&str>,
        stretched: &ring::Stretched,
        told: &mut Vec<Told>,
        moment: &Moment,
    ) -> Result<Player, Refused> {
        let (id, ring) = (id::new(&mut System), Ring::new(&mut System));
        let known = login.is_some();
        let login = login.unwrap_or_else(|| format!("{}-{}", role.name(), &id[..6]));
        let fresh = Account {
            name: invented(role, &login),
            role: role.name().to_owned(),
            centre_id: centre.map(str::to_owned),
            state: "active".to_owned(),
            public_key: ring.public().0.to_vec(),
            sealed: stretched.sealed(&ring, &id, &mut System),
            recovery: None,
            created_at: moment.text(),
            last_step: 0,
            version: 1,
            login,
            id,
        };
        let mut changes = vec![Change::Account(fresh.clone())];
        self.found(&fresh, &ring, &mut changes, moment).await?;
        let event = Happening::new(&fresh.id, Act::Join, moment).about(role.name());
        self.write(changes, vec![event]).await?;
        if known {
            let factor = TotpSecret::parse(ring.factor().expose()).ok_or(Refused::Damaged("accounts"))?;
            told.push(Told {
                role: role.name(),
                user: fresh.login.clone(),
                passphrase: PASSPHRASE,
                totp_secret: factor.text().to_string(),
            });
        }
        let account = account::one(&self.db, &fresh.id).await?.ok_or(Refused::NotFound)?;
        Ok(Player { account, ring })
    }

    async fn first_cases(self: &Arc<Self>, worker: &Arc<Signed>) -> Result<(), Refused> {
        for guest in &FIRST {
            let case = id::new(&mut System);
            self.receive_guest(worker, &case, guest).await?;
            if guest.age == "under_18" {
                self.put_to_bed(worker, &case).await?;
            }
        }
        Ok(())
    }

    /// Takes somebody in as the pages of the intake do.
    pub(super) async fn receive_guest(&self, worker: &Signed, case: &str, guest: &Guest) -> Result<(), Refused> {
        use pana_casework::intake::{Draft, DraftId, Fields, Page, Step};
        let today = worker.moment.today();
        let id = DraftId::parse(case).ok_or(Refused::NotFound)?;
        let mut draft = Draft::begin(id, today, &worker.account.id);
        let pages: [(Step, &[(&str, &str)]); 6] = [
            (Step::Danger, &[("now", "no")]),
            (Step::Age, &[("age", guest.age)]),
            (Step::CodeName, &[("code_name", guest.code_name)]),
            (Step::Language, &[("language", guest.language), ("interpreter", guest.interpreter)]),
            (Step::Source, &[("source", guest.source)]),
            (Step::Place, &[("tonight", "here")]),
        ];
        for (step, fields) in pages {
            let page = Page::read(step, &Fields::from_pairs(fields.iter().copied()), today);
            draft.save(page.map_err(|_| Refused::Damaged("drafts"))?);
        }
        let opening = draft.finish().map_err(|fault| Refused::field(fault.field, fault.kind.name()))?;
        self.take_in(worker, case, &super::intake::documents(&opening)?, &BTreeSet::new(), None).await
    }
}

/// An invented name of a member of staff: her role, marked as invented.
fn invented(role: Role, login: &str) -> String {
    let word = role.name().replace('_', " ");
    if login.contains('-') { format!("Invented {word} ({login})") } else { format!("Invented {word}") }
}
