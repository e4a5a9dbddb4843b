//! A desk: what somebody has begun and not finished. It is a record of its own that only she has a key of, so that an intake under way
//! is as closed as a case, also before there is a case.

use pana_casework::intake::{Draft, DraftId};
use pana_casework::policy::{Action, Relation, Thing};
use pana_casework::{Class, Kind};
use pana_store::casework::{Change, Entry, Record, entry, salt, wrap};
use pana_vault::Secret;
use pana_vault::wrap::Bundle;
use sha2::{Digest, Sha256};

use super::Casework;
use super::act::Act;
use super::document::{self, Document};
use super::id::hex;
use super::key;
use super::random::System;
use super::refused::Refused;
use super::session::Signed;

/// What a desk can hold.
const CLASSES: [Class; 1] = [Class::Meta];

/// Two savings of one person may meet; the later one reads again and tries so often.
const TRIES: usize = 8;

/// Somebody's desk, open.
struct Desk {
    id: String,
    key: Secret<32>,
}

/// The id of somebody's desk: it follows from her account, so that there is one.
fn desk_id(account: &str) -> String {
    let hash = Sha256::new().chain_update("pana desk v1\0").chain_update(account).finalize();
    hex(hash.get(..16).unwrap_or(&hash))
}

impl Casework {
    /// The drafts that somebody has under way, newest first. What she typed of a person's identity is read with them, and the log says
    /// so before they are returned.
    ///
    /// # Errors
    /// [`Refused::Denied`]; [`Refused::Damaged`] where one does not open.
    pub async fn drafts(&self, signed: &Signed) -> Result<Vec<Draft>, Refused> {
        self.allow(signed, Relation::Outside, Thing::Intake, Action::Read)?;
        let Some(desk) = self.desk_if_any(signed).await? else { return Ok(Vec::new()) };
        let kept = entry::of_kind(&self.db, &desk.id, Kind::Draft.name()).await?;
        let read = |entry: &Entry| document::open(entry, None, &desk.key)?.read::<Draft>();
        let mut drafts = kept.iter().map(read).collect::<Result<Vec<Draft>, Refused>>()?;
        drafts.reverse();
        if !drafts.is_empty() {
            self.tell_reading(signed, &desk, &drafts).await?;
        }
        Ok(drafts)
    }

    /// A draft of hers.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where she has none with this id; as [`Casework::drafts`].
    pub async fn draft(&self, signed: &Signed, id: &DraftId) -> Result<Draft, Refused> {
        self.allow(signed, Relation::Outside, Thing::Intake, Action::Read)?;
        let desk = self.desk_if_any(signed).await?.ok_or(Refused::NotFound)?;
        let kept = self.kept(&desk, id).await?.ok_or(Refused::NotFound)?;
        let draft: Draft = document::open(&kept, None, &desk.key)?.read()?;
        self.tell_reading(signed, &desk, std::slice::from_ref(&draft)).await?;
        Ok(draft)
    }

    /// Begins a draft under an id that was made with the form. Pressed ten times it is one (R14).
    ///
    /// # Errors
    /// [`Refused::NotFound`] where the id is somebody else's.
    pub async fn begin_draft(&self, signed: &Signed, id: &DraftId) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Intake, Action::Write)?;
        self.desk(signed).await?;
        let fresh = Draft::begin(id.clone(), signed.moment.today(), &signed.account.id);
        self.rewrite(signed, id, "", |kept| Some(kept.is_none().then(|| fresh.clone()))).await
    }

    /// Changes a draft: the page that was filled in takes the place of what was there of it, whatever other pages were saved meanwhile.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where she has none with this id.
    pub async fn change_draft(
        &self,
        signed: &Signed,
        id: &DraftId,
        save_id: &str,
        change: impl Fn(&mut Draft),
    ) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Intake, Action::Write)?;
        let changed = |kept: Option<Draft>| {
            let mut draft = kept?;
            change(&mut draft);
            Some(Some(draft))
        };
        self.rewrite(signed, id, save_id, changed).await
    }

    /// Throws a draft away: nothing of it stays.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where she has none with this id.
    pub async fn drop_draft(&self, signed: &Signed, id: &DraftId) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Intake, Action::Write)?;
        let desk = self.desk_if_any(signed).await?.ok_or(Refused::NotFound)?;
        self.kept(&desk, id).await?.ok_or(Refused::NotFound)?;
        let told = signed.happening(Act::Erase).of(&desk.id).about(Kind::Draft.name());
        self.write(vec![Change::DropEntry(id.as_str().to_owned())], vec![told]).await
    }

    /// Writes what `next` makes of the kept draft: nothing where it gives none, [`Refused::NotFound`] where there is none to change.
    async fn rewrite(
        &self,
        signed: &Signed,
        id: &DraftId,
        save_id: &str,
        next: impl Fn(Option<Draft>) -> Option<Option<Draft>>,
    ) -> Result<(), Refused> {
        let desk = self.desk_if_any(signed).await?.ok_or(Refused::NotFound)?;
        for _ in 0..TRIES {
            let kept = self.kept(&desk, id).await?;
            if !save_id.is_empty() && kept.as_ref().is_some_and(|kept| kept.save_id == save_id) {
                return Ok(());
            }
            let before =
                kept.as_ref().map(|kept| document::open(kept, None, &desk.key)?.read::<Draft>()).transpose()?;
            let Some(draft) = next(before).ok_or(Refused::NotFound)? else { return Ok(()) };
            let document = Document {
                author: signed.account.id.clone(),
                written_at: signed.moment.text(),
                version: kept.map_or(0, |kept| kept.version),
                ..Document::new(id.as_str(), Kind::Draft, &draft)?
            };
            let sealed = document::seal(&document, &desk.id, None, &desk.key, save_id, &mut System)?;
            let told = signed.happening(Act::Write).of(&desk.id).touching(CLASSES).wrote(&sealed.sealed);
            match self.write(vec![Change::Entry(sealed)], vec![told]).await {
                Err(Refused::Stale) => {}
                done => return done,
            }
        }
        Err(Refused::Stale)
    }

    /// The entry of a draft on this desk. One that lies elsewhere is not found.
    async fn kept(&self, desk: &Desk, id: &DraftId) -> Result<Option<Entry>, Refused> {
        match entry::one(&self.db, id.as_str()).await? {
            Some(kept) if kept.record_id == desk.id && kept.kind == Kind::Draft.name() => Ok(Some(kept)),
            Some(_) => Err(Refused::NotFound),
            None => Ok(None),
        }
    }

    async fn tell_reading(&self, signed: &Signed, desk: &Desk, drafts: &[Draft]) -> Result<(), Refused> {
        use pana_casework::intake::Step;
        let named = drafts.iter().any(|draft| draft.page(Step::Identity).is_some());
        let classes = CLASSES.into_iter().chain(named.then_some(Class::Identity));
        self.scribe.tell(signed.happening(Act::Read).of(&desk.id).touching(classes)).await
    }

    /// Her desk, if she has used it.
    async fn desk_if_any(&self, signed: &Signed) -> Result<Option<Desk>, Refused> {
        let id = desk_id(&signed.account.id);
        let Some(held) = wrap::one(&self.db, &id, &signed.account.id).await? else { return Ok(None) };
        let bundle = key::unwrap(&held, signed.ring.pair())?;
        let mut keys = key::data_keys(&bundle, &salt::of_record(&self.db, &id).await?);
        let key = keys.remove(&Class::Meta).ok_or(Refused::Damaged("salts"))?;
        Ok(Some(Desk { id, key }))
    }

    /// Her desk; made on first use.
    async fn desk(&self, signed: &Signed) -> Result<Desk, Refused> {
        if let Some(desk) = self.desk_if_any(signed).await? {
            return Ok(desk);
        }
        let id = desk_id(&signed.account.id);
        let bundle = Bundle::random(&CLASSES.map(key::number), &mut System);
        let fresh = Record {
            id: id.clone(),
            kind: "desk".to_owned(),
            centre_id: None,
            survivor_id: None,
            state: "open".to_owned(),
            opened_at: signed.moment.text(),
            version: 1,
        };
        let mut changes = vec![Change::Record(fresh)];
        changes.extend(key::salts(&id, &CLASSES, &mut System).into_iter().map(Change::Salt));
        let held = key::wrap(&bundle, &id, &signed.account.id, signed.ring.public(), 1, &mut System)?;
        changes.push(Change::Wrap(held));
        let told = signed.happening(Act::Grant).of(&id).about("desk");
        match self.write(changes, vec![told]).await {
            // Another request of hers was first.
            Ok(()) | Err(Refused::Stale) => {}
            Err(other) => return Err(other),
        }
        self.desk_if_any(signed).await?.ok_or(Refused::Stale)
    }
}
