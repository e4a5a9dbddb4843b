//! Erasure: what is erased cannot be opened by anybody who ever held a key, and a backup that is put back later is put through the list
//! of what was erased before it is opened.
//!
//! A class ends with its salt; a case ends with the salts, documents, wraps and search tokens of all classes but the coarse, coded row that
//! may be counted: figures that were published still add up. That row stays readable by the desk of the centre alone.

use pana_casework::intake::opening::Start;
use pana_casework::policy::Action;
use pana_casework::{Class, Kind};
use pana_store::Db;
use pana_store::casework::{Change, Erasure, Record, erasure, record, wrap};
use sha2::{Digest, Sha256};

use super::act::Act;
use super::centre::holder;
use super::gate::Open;
use super::id::hex;
use super::kept::{self, Kept};
use super::moment::Moment;
use super::refused::Refused;

/// The mark of a whole record.
pub const WHOLE: &str = "*";

/// What is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// One class of a case.
    Class(Class),
    /// The case.
    Whole,
}

impl Extent {
    /// The code in the list of erasures and in the log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Class(class) => class.name(),
            Self::Whole => WHOLE,
        }
    }

    /// Reads a code.
    pub fn parse(code: &str) -> Option<Self> {
        if code == WHOLE { Some(Self::Whole) } else { Class::parse(code).map(Self::Class) }
    }
}

/// How an erased record is known in the list, which does not name it.
pub fn fingerprint(record: &str) -> String {
    hex(&Sha256::digest(record.as_bytes()))
}

/// What must be written so that a class or a case is erased, and stays so.
pub async fn changes(db: &Db, kept: &Record, extent: Extent, at: &str) -> Result<Vec<Change>, Refused> {
    let mut changes = match extent {
        Extent::Class(class) => of_class(kept, class),
        Extent::Whole => of_whole(db, kept).await?,
    };
    changes.push(Change::Erasure(Erasure {
        fingerprint: fingerprint(&kept.id),
        class: extent.name().to_owned(),
        erased_at: at.to_owned(),
    }));
    Ok(changes)
}

fn of_class(kept: &Record, class: Class) -> Vec<Change> {
    let mut changes = vec![Change::DropClass(kept.id.clone(), class.name().to_owned())];
    if class == Class::Identity {
        changes.push(Change::DropTokens(kept.id.clone()));
    }
    changes
}

async fn of_whole(db: &Db, kept: &Record) -> Result<Vec<Change>, Refused> {
    let ended = Class::ALL.iter().copied().filter(|&class| class != Class::Statistics);
    let mut changes: Vec<Change> = ended.flat_map(|class| of_class(kept, class)).collect();
    let desk = kept.centre_id.as_deref().map(|centre| holder("desk", centre));
    for held in wrap::of_record(db, &kept.id).await? {
        if Some(&held.holder) != desk.as_ref() {
            changes.push(Change::DropWrap(held.record_id, held.holder));
        }
    }
    changes.push(Change::Record(Record {
        state: "erased".to_owned(),
        survivor_id: None,
        version: kept.version + 1,
        ..kept.clone()
    }));
    Ok(changes)
}

impl Open {
    /// Erases a class of the case, or all of it. Whoever runs the case or answers for the centre may, having confirmed who she is.
    ///
    /// # Errors
    /// [`Refused::Denied`], [`Refused::Confirm`].
    pub async fn erase(&self, extent: Extent) -> Result<(), Refused> {
        self.demand(Class::Meta, Action::Grant).await?;
        if !self.signed().is_confirmed() {
            return Err(Refused::Confirm);
        }
        let changes = changes(&self.casework().db, &self.record, extent, &self.signed().moment.text()).await?;
        let told = self.happening(Act::Erase).touching(classes(extent)).about(extent.name());
        self.casework().write(changes, vec![told]).await
    }
}

impl Open {
    /// Erases all of the case because she wishes it. Whoever does it types the code name, so that no other case is meant.
    ///
    /// # Errors
    /// As [`Open::erase`]; another name; that she sleeps here, where the stay is ended first so that her bed is free.
    pub async fn erase_at_her_wish(&self, code_name: &str) -> Result<(), Refused> {
        self.not_herself()?;
        self.demand(Class::Meta, Action::Grant).await?;
        if !self.signed().is_confirmed() {
            return Err(Refused::Confirm);
        }
        let documents = self.documents(&[Kind::Sheet, Kind::Stay]).await?;
        let sheet: Option<Kept<Start>> = kept::last(&documents, Kind::Sheet)?;
        let named = sheet.is_some_and(|kept| kept.value.code_name.reveal() == code_name.trim());
        if !named {
            return Err(Refused::field("code_name", "erasure-other-name"));
        }
        if Self::stays_of(&documents)?.now.is_some() {
            return Err(Refused::field("form", "closure-refusal-sleeps-here"));
        }
        self.erase(Extent::Whole).await?;
        Ok(pana_store::casework::copy::settle(&self.casework().db).await?)
    }
}

/// The classes that an extent touches.
pub(super) fn classes(extent: Extent) -> Vec<Class> {
    match extent {
        Extent::Class(class) => vec![class],
        Extent::Whole => Class::ALL.iter().copied().filter(|&class| class != Class::Statistics).collect(),
    }
}

/// What of a database that was put back must be erased again, because a later one says that it was. Each record is told with what of
/// it; nothing where all is erased there too.
pub async fn again(restored: &Db, later: &[Erasure]) -> Result<Vec<(Record, Extent)>, Refused> {
    let known = erasure::all(restored).await?;
    let mut found = Vec::new();
    for kept in record::all(restored).await? {
        let print = fingerprint(&kept.id);
        for mark in later.iter().filter(|mark| mark.fingerprint == print) {
            let done = known.iter().any(|own| own.fingerprint == print && own.class == mark.class);
            if let (false, Some(extent)) = (done, Extent::parse(&mark.class)) {
                found.push((kept.clone(), extent));
            }
        }
    }
    Ok(found)
}

impl super::Casework {
    /// Erases a record on the machine: what a rule of keeping or a later list of erasures demands.
    pub(super) async fn erase_here(
        &self,
        kept: &Record,
        extent: Extent,
        why: &str,
        moment: &Moment,
    ) -> Result<(), Refused> {
        // A class may have been erased of it a moment ago: the row must be the newest.
        let kept = record::one(&self.db, &kept.id).await?.ok_or(Refused::NotFound)?;
        let changes = changes(&self.db, &kept, extent, &moment.text()).await?;
        let told = super::event::Happening::new(super::console::MACHINE, Act::Erase, moment)
            .of(&kept.id)
            .touching(classes(extent))
            .about(&format!("{} {why}", extent.name()));
        self.write(changes, vec![told]).await
    }
}
