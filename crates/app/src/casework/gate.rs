//! The gate: what a person may do with one case. A case is opened with her own keys; what the policy does not allow is not opened,
//! not counted and not named. Every reading is in the log before anything is returned.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use pana_casework::consent::{Consent as Given, ConsentState};
use pana_casework::policy::{Action, Cell, Consent, Purpose, Relation, Role, Thing};
use pana_casework::recipient::RecipientKind;
use pana_casework::{Class, Kind};
use pana_store::casework::{Applied, Change, Entry, Opening, Record, Wrap, entry, opening, wrap};
use pana_vault::wrap::Bundle;
use pana_vault::{Pair, Secret};

use super::Casework;
use super::act::Act;
use super::centre::holder;
use super::document::{self, Document};
use super::id;
use super::key::{self, DESK, DataKeys, FRONT};
use super::random::System;
use super::refused::Refused;
use super::session::Signed;

/// A case that somebody opened.
pub struct Open {
    casework: Arc<Casework>,
    signed: Arc<Signed>,
    /// Its row.
    pub record: Record,
    /// How she stands to it.
    pub relation: Relation,
    keys: DataKeys,
    consents: Vec<Given>,
    /// Its documents, sealed, as they were when it was opened: whatever one page reads is of one moment. Nothing where they were written
    /// since.
    entries: Mutex<Option<Arc<[Entry]>>>,
    /// The compartments whose reading the log has already told of this opening: what is read twice for one page was read once.
    told: Mutex<BTreeSet<Class>>,
}

impl Casework {
    /// Whether the policy allows something that belongs to no case.
    ///
    /// # Errors
    /// [`Refused::Denied`].
    pub fn allow(&self, signed: &Signed, relation: Relation, thing: Thing, action: Action) -> Result<(), Refused> {
        let cell =
            Cell { role: signed.role, relation, thing, action, purpose: signed.purpose, consent: Consent::Absent };
        if self.policy.allows(cell) { Ok(()) } else { Err(Refused::Denied) }
    }

    /// The same for a page that somebody asks for: a refusal is in the log before it is answered.
    ///
    /// # Errors
    /// [`Refused::Denied`].
    pub async fn admit(&self, signed: &Signed, thing: Thing, action: Action) -> Result<(), Refused> {
        let allowed = self.allow(signed, Relation::Outside, thing, action);
        if allowed.is_err() {
            self.scribe.tell(signed.happening(Act::Denied).about(thing.name())).await?;
        }
        allowed
    }

    /// Opens a case with a person's own keys. One that does not exist, and one that she may not know of, take the same way: the same
    /// questions to the database, the same event in the log, the same answer.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where it does not exist, and where she may not know that it does.
    pub async fn open_case(self: &Arc<Self>, signed: &Arc<Signed>, id: &str) -> Result<Open, Refused> {
        if !id::is_one(id) {
            return Err(Refused::NotFound);
        }
        let Opening { record, wrap, salts, entries } = opening::of(&self.db, id, &signed.account.id).await?;
        let bundle = self.keys_to(signed, id, wrap.as_ref(), record.as_ref()).await?;
        let record = record.filter(|record| record.kind == "case" && record.state != "erased");
        let (Some(record), Some((relation, bundle))) = (record, bundle) else {
            self.scribe.tell(signed.happening(Act::Denied).of(id)).await?;
            return Err(Refused::NotFound);
        };
        let keys = DataKeys::new(bundle, salts);
        let (casework, signed) = (Arc::clone(self), Arc::clone(signed));
        // The consents are for the gate itself; nothing of them is shown by this.
        let agreed: Vec<&Entry> = entries.iter().filter(|entry| entry.kind == Kind::Consent.name()).collect();
        let consents = match keys.get(Class::Meta) {
            Some(key) => consents(agreed, &record, key)?,
            None => Vec::new(),
        };
        let (entries, told) = (Mutex::new(Some(entries.into())), Mutex::default());
        Ok(Open { casework, signed, record, relation, keys, consents, entries, told })
    }

    /// Whether somebody may do something to a class of a case, for a purpose, under what was agreed to.
    pub(super) fn may(
        &self,
        signed: &Signed,
        relation: Relation,
        (class, action): (Class, Action),
        purpose: Purpose,
        consents: &[Given],
    ) -> bool {
        self.policy.allows(Cell {
            role: signed.role,
            relation,
            thing: Thing::from(class),
            action,
            purpose,
            consent: consent_on(consents, signed.role, class, signed.moment.today()),
        })
    }

    /// The keys that a person has to a record, and how she stands to it. Whoever has none of her own is looked for among the centre's
    /// holders, whether the record is of that centre or not, or is there at all.
    async fn keys_to(
        &self,
        signed: &Signed,
        id: &str,
        own: Option<&Wrap>,
        record: Option<&Record>,
    ) -> Result<Option<(Relation, Bundle)>, Refused> {
        if let (Some(own), Some(record)) = (own, record) {
            return Ok(Some((stands(signed, record), key::unwrap(own, signed.ring.pair())?)));
        }
        let Some((holder, pair)) = self.counter(signed).await? else { return Ok(None) };
        let kept = wrap::one(&self.db, id, &holder).await?;
        let of_centre = record.is_some_and(|record| record.centre_id == signed.account.centre_id);
        let Some(kept) = kept.filter(|_| of_centre) else { return Ok(None) };
        Ok(Some((Relation::Centre, key::unwrap(&kept, &pair)?)))
    }

    /// Through which of the centre's holders she stands to the cases of her centre, with its pair: a head through the desk, whoever
    /// takes people in through the front.
    pub(super) async fn counter(&self, signed: &Signed) -> Result<Option<(String, Pair)>, Refused> {
        let Some(centre) = &signed.account.centre_id else { return Ok(None) };
        let (number, which) = if signed.role == Role::Head { (DESK, "desk") } else { (FRONT, "front") };
        let Some(held) = wrap::one(&self.db, centre, &signed.account.id).await? else { return Ok(None) };
        let pair = key::pair(&key::unwrap(&held, signed.ring.pair())?, number);
        Ok(pair.map(|pair| (holder(which, centre), pair)))
    }
}

/// How somebody with keys of her own stands to a case.
pub(super) fn stands(signed: &Signed, record: &Record) -> Relation {
    if record.survivor_id.as_deref() == Some(&signed.account.id) { Relation::Own } else { Relation::Team }
}

/// To whom a consent speaks when a role wants to read: a lawyer needs one that names lawyers. Any recipient, where a file is taken out.
fn named(role: Role) -> Option<RecipientKind> {
    match role {
        Role::Lawyer => Some(RecipientKind::Lawyer),
        Role::Department => Some(RecipientKind::SocialDepartment),
        Role::Investigator => Some(RecipientKind::Police),
        Role::Career => Some(RecipientKind::CareerCentre),
        _ => None,
    }
}

/// What the consents of a case say of a class, for a role, on a day.
pub fn consent_on(consents: &[Given], role: Role, class: Class, on: Date) -> Consent {
    let kind = named(role);
    let about = |consent: &&Given| {
        consent.classes().contains(&class) && kind.is_none_or(|kind| consent.recipient().kind == kind)
    };
    let mut state = Consent::Absent;
    for consent in consents.iter().filter(about) {
        match consent.state_on(on) {
            ConsentState::InForce => return Consent::Live,
            ConsentState::Ahead => {}
            _ => state = Consent::Ended,
        }
    }
    state
}

/// What the consents of a case say.
pub(super) fn consents<'a>(
    kept: impl IntoIterator<Item = &'a Entry>,
    record: &Record,
    key: &Secret<32>,
) -> Result<Vec<Given>, Refused> {
    kept.into_iter().map(|entry| document::open(entry, record.centre_id.as_deref(), key)?.read()).collect()
}

impl Open {
    /// What the session is for, as far as this case is concerned: an emergency opens this one and says so.
    pub fn purpose(&self) -> Purpose {
        self.signed.purpose_in(&self.record.id)
    }

    /// Whether she may do something to a class of this case.
    pub fn may(&self, class: Class, action: Action) -> bool {
        self.casework.may(&self.signed, self.relation, (class, action), self.purpose(), &self.consents)
    }

    /// Refuses, and says so in the log, where she may not.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where she may not even know that there is something, [`Refused::Denied`] otherwise.
    pub async fn demand(&self, class: Class, action: Action) -> Result<(), Refused> {
        if self.may(class, action) {
            return Ok(());
        }
        let told = self.signed.happening(Act::Denied).of(&self.record.id).touching([class]).about(action.name());
        self.casework.scribe.tell(told).await?;
        Err(if self.may(class, Action::Exists) { Refused::Denied } else { Refused::NotFound })
    }

    /// The documents, sealed.
    async fn entries(&self) -> Result<Arc<[Entry]>, Refused> {
        if let Some(kept) = self.entries.lock().ok().and_then(|kept| kept.clone()) {
            return Ok(kept);
        }
        let fresh: Arc<[Entry]> = entry::of_record(&self.casework.db, &self.record.id).await?.into();
        self.keep(Some(Arc::clone(&fresh)));
        Ok(fresh)
    }

    fn keep(&self, entries: Option<Arc<[Entry]>>) {
        if let Ok(mut kept) = self.entries.lock() {
            *kept = entries;
        }
    }

    /// Whether she may read a line of a class that somebody wrote.
    fn may_read(&self, class: Class, author: &str) -> bool {
        self.may(class, Action::Read) || (author == self.signed.account.id && self.may(class, Action::ReadOwn))
    }

    /// The documents of kinds that she may read, oldest first. The reading is in the log before this returns.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where a document does not open: nothing of it is shown.
    pub async fn documents(&self, kinds: &[Kind]) -> Result<Vec<Document>, Refused> {
        let mut found = Vec::new();
        for entry in self.entries().await?.iter() {
            let Some(kind) = Kind::parse(&entry.kind).filter(|kind| kinds.contains(kind)) else { continue };
            let Some(key) = self.keys.get(kind.class()) else { continue };
            if self.may_read(kind.class(), &entry.author) {
                found.push(document::open(entry, self.record.centre_id.as_deref(), key)?);
            }
        }
        self.tell_reading(kinds).await?;
        Ok(found)
    }

    /// Tells the log of a reading, once for each compartment of this opening; returns when it is on the disk.
    async fn tell_reading(&self, kinds: &[Kind]) -> Result<(), Refused> {
        let told = self.told.lock().map(|told| told.clone()).unwrap_or_default();
        let fresh = |class: &Class| self.reads(*class) && !told.contains(class);
        let classes: BTreeSet<Class> = kinds.iter().map(|kind| kind.class()).filter(fresh).collect();
        if classes.is_empty() {
            return Ok(());
        }
        self.casework.scribe.tell(self.happening(Act::Read).touching(classes.iter().copied())).await?;
        if let Ok(mut told) = self.told.lock() {
            told.extend(classes);
        }
        Ok(())
    }

    fn reads(&self, class: Class) -> bool {
        self.may(class, Action::Read) || self.may(class, Action::ReadOwn)
    }

    /// How many current documents there are of each class of which she may know that there is something, without reading them.
    pub async fn existing(&self) -> Result<BTreeMap<Class, usize>, Refused> {
        let mut counted = BTreeMap::new();
        for entry in self.entries().await?.iter() {
            let Some(class) = Class::parse(&entry.class) else { continue };
            if self.may(class, Action::Exists) && entry.standing == document::CURRENT {
                *counted.entry(class).or_insert(0) += 1;
            }
        }
        Ok(counted)
    }

    /// Saves a document: new, or the next version of what was read. Pressed twice, it is saved once.
    ///
    /// # Errors
    /// [`Refused::Denied`]; [`Refused::Stale`] where somebody else wrote in between; [`Refused::Closed`]; [`Refused::Gone`].
    pub async fn save(&self, document: &Document, save_id: &str) -> Result<Applied, Refused> {
        self.save_with(std::slice::from_ref(document), save_id, Vec::new(), self.happening(Act::Write)).await
    }

    /// Saves documents together with other changes, as one act.
    ///
    /// # Errors
    /// As [`Open::save`]; all or nothing.
    pub async fn save_with(
        &self,
        documents: &[Document],
        save_id: &str,
        others: Vec<Change>,
        told: super::event::Happening,
    ) -> Result<Applied, Refused> {
        self.save_beside(documents, save_id, (others, Vec::new()), told).await
    }

    /// The same where the other changes are of another record, with the events that say so there: each record's events hold the hashes of
    /// its own documents and of no others.
    pub(super) async fn save_beside(
        &self,
        documents: &[Document],
        save_id: &str,
        (others, beside): (Vec<Change>, Vec<super::event::Happening>),
        told: super::event::Happening,
    ) -> Result<Applied, Refused> {
        self.is_open_for(documents, &others)?;
        let (mut changes, mut told) = (Vec::new(), told);
        for document in documents {
            self.demand(document.class, Action::Write).await?;
            let entry = self.seal(document, save_id)?;
            told = told.wrote(&entry.sealed);
            changes.push(Change::Entry(entry));
        }
        let told = told.touching(documents.iter().map(|document| document.class));
        changes.extend(others);
        let told = std::iter::once(told).chain(beside).collect();
        let written = self.casework.scribe.write(changes, told).await;
        self.keep(None);
        written
    }

    /// Seals a document as she wrote it now.
    pub(super) fn seal(&self, document: &Document, save_id: &str) -> Result<Entry, Refused> {
        let key = self.keys.get(document.class).ok_or(Refused::Denied)?;
        let written = Document {
            author: self.signed.account.id.clone(),
            written_at: self.signed.moment.text(),
            ..document.clone()
        };
        document::seal(&written, &self.record.id, self.record.centre_id.as_deref(), key, save_id, &mut System)
    }

    /// An event of hers about this case.
    pub fn happening(&self, act: Act) -> super::event::Happening {
        self.signed.happening(act).of(&self.record.id).purposed(self.purpose())
    }

    /// The key of a class, where she holds it.
    pub(super) fn key(&self, class: Class) -> Option<&Secret<32>> {
        self.keys.get(class)
    }

    /// The keys she holds, to let somebody else in.
    pub(super) fn bundle(&self) -> &Bundle {
        self.keys.bundle()
    }

    /// The consents, as the gate reads them.
    pub fn consents(&self) -> &[Given] {
        &self.consents
    }

    /// The room it is in.
    pub fn casework(&self) -> &Casework {
        &self.casework
    }

    /// Who opened it.
    pub fn signed(&self) -> &Signed {
        &self.signed
    }
}
