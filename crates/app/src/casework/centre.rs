//! A centre: its keys, and who of its people holds which.
//!
//! The *front* opens rooms and code names, the *desk* what a head answers for, the *safe* everything. The private half of the safe is split
//! into paper shares when the centre is founded, and is nowhere else.

use pana_casework::Class;
use pana_casework::policy::{Action, Relation, Role, Thing};
pub use pana_store::casework::Centre;
use pana_store::casework::{Account, Change, Record, account, centre, wrap};
use pana_vault::shares::{self, Share};
use pana_vault::wrap::Bundle;
use pana_vault::{Pair, PublicKey, Secret};

use super::Casework;
use super::act::Act;
use super::enrol::shown;
use super::event::Happening;
use super::id;
use super::key::{self, DESK, FRONT, SEARCH};
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::ring::Ring;
use super::session::Signed;

/// So many shares are made of a safe, and so many open it: three people, any two.
pub const SHARES: (u8, u8) = (2, 3);

/// What a centre's own record holds: its rooms, and what its head confirmed.
const CLASSES: [Class; 2] = [Class::Place, Class::Meta];

/// A centre whose keys were made now.
pub struct Founded {
    /// The name of the centre.
    pub centre: String,
    /// The shares of its safe: to be printed and given to different people.
    pub shares: Vec<Share>,
}

/// Who of a centre's people holds keys of it.
pub struct Member {
    /// The account.
    pub account: Account,
    /// Whether the head let her in.
    pub is_in: bool,
    /// Whether her role needs keys of the centre at all.
    pub needs_keys: bool,
}

/// The holder names of a centre's keys.
pub fn holder(which: &str, of: &str) -> String {
    format!("{which}:{of}")
}

/// Makes the keys of a centre for its first head.
pub(super) fn found(
    kept: &Centre,
    head: &Account,
    ring: &Ring,
    changes: &mut Vec<Change>,
    moment: &Moment,
) -> Result<Founded, Refused> {
    let (front, desk, safe) = (Pair::new(&mut System), Pair::new(&mut System), Pair::new(&mut System));
    let mut bundle = Bundle::random(&CLASSES.map(key::number), &mut System);
    bundle.put(SEARCH, Secret::random(&mut System));
    bundle.put(FRONT, front.private().clone());
    bundle.put(DESK, desk.private().clone());
    let made = Centre {
        front_public: front.public().0.to_vec(),
        desk_public: desk.public().0.to_vec(),
        safe_public: safe.public().0.to_vec(),
        version: kept.version + 1,
        ..kept.clone()
    };
    let record = Record {
        id: kept.id.clone(),
        kind: "centre".to_owned(),
        centre_id: Some(kept.id.clone()),
        survivor_id: None,
        state: "open".to_owned(),
        opened_at: moment.text(),
        version: 1,
    };
    changes.extend([Change::Centre(made), Change::Record(record)]);
    changes.extend(key::salts(&kept.id, &CLASSES, &mut System).into_iter().map(Change::Salt));
    changes.push(Change::Wrap(key::wrap(&bundle, &kept.id, &head.id, ring.public(), 1, &mut System)?));
    changes.push(Change::Wrap(key::wrap(&bundle, &kept.id, &holder("safe", &kept.id), safe.public(), 1, &mut System)?));
    let shares =
        shares::split(safe.private(), SHARES.0, SHARES.1, &mut System).map_err(|_| Refused::Damaged("centres"))?;
    Ok(Founded { centre: kept.name.clone(), shares })
}

/// The keys of a centre that a role is given.
pub(super) fn keys_of(role: Role) -> Vec<u8> {
    match role {
        Role::Head => vec![key::number(Class::Place), key::number(Class::Meta), SEARCH, FRONT, DESK],
        Role::Admission => vec![key::number(Class::Place), SEARCH, FRONT],
        // She finds a free place for her own case; who is in the others is in cases that she cannot open.
        Role::CaseWorker => vec![key::number(Class::Place), SEARCH],
        _ => Vec::new(),
    }
}

impl Casework {
    /// Makes a centre, without keys: its first head will make them.
    pub async fn add_centre(&self, signed: &Signed, name: &str, region: &str) -> Result<String, Refused> {
        self.allow(signed, Relation::Outside, Thing::Accounts, Action::Write)?;
        self.make_centre(&signed.account.id, name, region, &signed.moment).await
    }

    pub(super) async fn make_centre(
        &self,
        actor: &str,
        name: &str,
        region: &str,
        moment: &Moment,
    ) -> Result<String, Refused> {
        let name = shown(name);
        if name.is_empty() {
            return Err(Refused::field("name", "empty"));
        }
        let made = Centre {
            id: id::new(&mut System),
            name,
            region: shown(region),
            front_public: Vec::new(),
            desk_public: Vec::new(),
            safe_public: Vec::new(),
            version: 1,
        };
        let told = Happening::new(actor, Act::Centre, moment).of(&made.id);
        let id = made.id.clone();
        self.scribe.write(vec![Change::Centre(made)], vec![told]).await?;
        Ok(id)
    }

    /// All centres.
    pub async fn centres(&self, signed: &Signed) -> Result<Vec<Centre>, Refused> {
        self.allow(signed, Relation::Outside, Thing::Accounts, Action::Read)?;
        Ok(centre::all(&self.db).await?)
    }

    /// The people of a centre, and who of them the head let in.
    pub async fn members(&self, signed: &Signed) -> Result<Vec<Member>, Refused> {
        let centre = self.own_centre(signed)?;
        let held = wrap::of_record(&self.db, centre).await?;
        let of_centre = |account: &Account| account.centre_id.as_deref() == Some(centre) && account.state != "ended";
        // Whom a case is about is nobody's colleague.
        let works = |account: &Account| account.role != Role::Survivor.name();
        let all = account::all(&self.db).await?.into_iter().filter(of_centre).filter(works);
        let member = |account: Account| Member {
            is_in: held.iter().any(|wrap| wrap.holder == account.id),
            needs_keys: Role::parse(&account.role).is_some_and(|role| !keys_of(role).is_empty()),
            account,
        };
        Ok(all.map(member).collect())
    }

    /// Lets somebody of the centre in: gives her the keys of the centre that her role needs.
    pub async fn let_in(&self, signed: &Signed, account: &str) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Rooms, Action::Write)?;
        if signed.role != Role::Head {
            return Err(Refused::Denied);
        }
        let centre = self.own_centre(signed)?.to_owned();
        let members = self.members(signed).await?;
        let member = members.into_iter().find(|member| member.account.id == account).ok_or(Refused::NotFound)?;
        let role = Role::parse(&member.account.role).ok_or(Refused::Damaged("accounts"))?;
        let public = PublicKey::parse(&member.account.public_key).ok_or(Refused::field("account", "not-joined"))?;
        let keys = keys_of(role);
        if member.is_in || keys.is_empty() {
            return Ok(());
        }
        let bundle = self.centre_keys(signed).await?.only(&keys);
        let given = key::wrap(&bundle, &centre, account, public, 1, &mut System)?;
        let told = signed.happening(Act::Grant).of(&centre).about(role.name()).whom(account);
        self.scribe.write(vec![Change::Wrap(given)], vec![told]).await.map(|_| ())
    }

    /// The centre of somebody who has one.
    pub fn own_centre<'a>(&self, signed: &'a Signed) -> Result<&'a str, Refused> {
        signed.account.centre_id.as_deref().ok_or(Refused::NotFound)
    }

    /// The keys of her centre that somebody holds.
    pub(super) async fn centre_keys(&self, signed: &Signed) -> Result<Bundle, Refused> {
        let centre = self.own_centre(signed)?;
        let kept = wrap::one(&self.db, centre, &signed.account.id).await?.ok_or(Refused::Denied)?;
        key::unwrap(&kept, signed.ring.pair())
    }

    /// Her centre's row.
    pub(super) async fn centre_of(&self, signed: &Signed) -> Result<Centre, Refused> {
        centre::one(&self.db, self.own_centre(signed)?).await?.ok_or(Refused::NotFound)
    }
}
