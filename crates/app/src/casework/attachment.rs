//! Attached papers of a case: put in as pictures, looked at page by page, taken away where one was put in by mistake.

use std::path::PathBuf;
use std::sync::Arc;

use pana_casework::attachment::{Attachment, AttachmentRefusal};
use pana_casework::confided::Confided;
use pana_casework::policy::Action;
use pana_casework::{Class, Kind};
pub use pana_scan::BYTES;
use pana_scan::{Page, Unfit, wall};
use pana_store::casework::{Change, Picture, copy, picture};
use pana_vault::{Parts, seal, sweep};

use super::Casework;
use super::act::Act;
use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::random::System;
use super::refused::Refused;

/// How many files are looked at at once: each may take a core for seconds.
pub(super) const LOOKING: usize = 1;
/// A paper that was taken away.
const TAKEN_AWAY: &str = "withdrawn";

/// Where files of strangers are looked at.
#[derive(Clone, Debug)]
pub enum Wall {
    /// In this process: for tests, and for commands that attach nothing. Whoever serves people says where the wall is.
    None,
    /// In a process of its own, started from this program.
    Program(PathBuf),
    /// Nowhere: this program does not find itself. Nothing is attached.
    Missing,
}

impl Casework {
    /// Looks at files behind a wall.
    #[must_use]
    pub fn walled(self, wall: Wall) -> Self {
        Self { wall, ..self }
    }

    /// The pages of a file. Others wait their turn, also where whoever sent it has gone: what was begun goes on to its end.
    async fn look(&self, file: Vec<u8>) -> Result<Vec<Page>, Refused> {
        let stopping = |_| Refused::CannotSave("stopping".to_owned());
        let turn = Arc::clone(&self.looking).acquire_owned().await.map_err(stopping)?;
        let wall = self.wall.clone();
        let look = move || {
            let _turn = turn;
            match wall {
                Wall::None => Ok(pana_scan::pages(&file)),
                Wall::Program(program) => wall::pages_of(&program, &file),
                Wall::Missing => Err(std::io::Error::from(std::io::ErrorKind::NotFound)),
            }
        };
        // A file that makes the look panic is a damaged one.
        let looked = tokio::task::spawn_blocking(|| sweep::behind(look)).await.unwrap_or(Ok(Err(Unfit::Damaged)));
        let looked = looked.map_err(|error| Refused::CannotSave(format!("no process to look at files: {error}")))?;
        looked.map_err(|unfit| fault("file", "attachment-unfit", &unfit.to_string()))
    }
}

/// A paper to attach.
#[derive(Debug)]
pub struct Attaching {
    /// The compartment it belongs to.
    pub class: Class,
    /// What it is.
    pub name: Confided,
    /// The file as it came.
    pub file: Vec<u8>,
}

impl Open {
    /// The attached papers of the compartments that she may read, the latest first in each.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn attachments(&self) -> Result<Vec<Kept<Attachment>>, Refused> {
        let documents = self.documents(&Kind::ATTACHED).await?;
        let mut found = Vec::new();
        for kind in Kind::ATTACHED {
            let mut of_kind: Vec<Kept<Attachment>> = kept::of(&documents, kind)?;
            of_kind.reverse();
            found.extend(of_kind);
        }
        Ok(found)
    }

    /// An attached paper of a compartment.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn attachment(&self, class: Class, id: &str) -> Result<Kept<Attachment>, Refused> {
        let kind = Kind::attached(class).ok_or(Refused::NotFound)?;
        let all: Vec<Kept<Attachment>> = self.all(kind).await?;
        all.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)
    }

    /// Attaches a paper. The file is turned into pictures first; nothing else of it is kept.
    ///
    /// # Errors
    /// What is wrong with the file or its name, beside its field; as [`Open::save`].
    pub async fn attach(&self, attaching: Attaching, save: &str) -> Result<(), Refused> {
        self.not_herself()?;
        self.demand(attaching.class, Action::Write).await?;
        let kind = Kind::attached(attaching.class).ok_or(Refused::NotFound)?;
        // Pressed twice: the file need not be looked at again.
        if self.attachment(attaching.class, save).await.is_ok() {
            return Ok(());
        }
        let named = Attachment { name: attaching.name, pages: 1, on: self.today(), by: self.staff()? };
        let named = named.attached(self.held().await?).map_err(refused)?;
        self.is_open_for(&[kept::made(save, kind, &named)?], &[])?;
        let pages = self.casework().look(attaching.file).await?;
        let count = u16::try_from(pages.len()).unwrap_or(u16::MAX);
        // Counted once more: others may have attached something meanwhile.
        let attachment = Attachment { pages: count, ..named }.attached(self.held().await?).map_err(refused)?;
        let document = kept::made(save, kind, &attachment)?;
        let pictures = self.sealed(&document, &pages)?;
        let told = self.happening(Act::Write).about("attachment");
        self.save_with(&[document], save, pictures, told).await.map(|_| ())
    }

    async fn held(&self) -> Result<u32, Refused> {
        Ok(picture::count(&self.casework().db, &self.record.id).await?)
    }

    fn sealed(&self, document: &Document, pages: &[Page]) -> Result<Vec<Change>, Refused> {
        let key = self.key(document.class).ok_or(Refused::Denied)?;
        let change = |(page, number): (&Page, i64)| {
            Change::Picture(Picture {
                entry_id: document.id.clone(),
                number,
                record_id: self.record.id.clone(),
                class: document.class.name().to_owned(),
                sealed: seal::seal(key, &self.about_page(document, number), page, &mut System),
            })
        };
        Ok(pages.iter().zip(1..).map(change).collect())
    }

    /// What a page is sealed for: it opens in no other place.
    fn about_page(&self, document: &Document, number: i64) -> Parts {
        Parts::of("pana picture v1")
            .and("centre", self.record.centre_id.as_deref().unwrap_or_default())
            .and("record", &self.record.id)
            .and("class", document.class.name())
            .and("entry", &document.id)
            .number("page", number.unsigned_abs())
    }

    /// A page of an attached paper, from 1: a JPEG. The reading is in the log before this returns.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; [`Refused::Damaged`] where the page is not there or does not open.
    pub async fn attached_page(&self, class: Class, id: &str, number: u16) -> Result<Page, Refused> {
        let kept = self.attachment(class, id).await?;
        if number == 0 || number > kept.value.pages {
            return Err(Refused::NotFound);
        }
        let damaged = || Refused::Damaged("pictures");
        let row = picture::one(&self.casework().db, id, number.into()).await?.ok_or_else(damaged)?;
        let key = self.key(class).ok_or(Refused::Denied)?;
        let page = seal::open(key, &self.about_page(&kept.document, number.into()), &row.sealed);
        page.map(|page| page.to_vec()).map_err(|_| damaged())
    }

    /// Whether she may take a paper away: whoever attached it, and whoever runs the case or answers for the centre.
    pub fn may_take_away(&self, kept: &Kept<Attachment>) -> bool {
        let hers = kept.document.author == self.signed().account.id || self.may(Class::Meta, Action::Grant);
        hers && self.not_herself().is_ok() && self.may(kept.document.class, Action::Write)
    }

    /// Takes a paper away that was attached by mistake: its pages are gone from the tables and from what was not yet put into them. That
    /// there was one stays.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; [`Refused::Denied`]; [`Refused::Stale`]; as [`Open::save`].
    pub async fn take_away(&self, class: Class, id: &str, version: i64, save: &str) -> Result<(), Refused> {
        let kept = self.attachment(class, id).await?;
        if !self.may_take_away(&kept) {
            return Err(Refused::Denied);
        }
        kept.shown_as(version)?;
        let gone = kept.saying(&Attachment::taken_away(self.today(), self.staff()?))?;
        let gone = Document { standing: TAKEN_AWAY.to_owned(), ..gone };
        let told = self.happening(Act::Write).about("attachment-taken-away");
        self.save_with(&[gone], save, vec![Change::DropPictures(id.to_owned())], told).await?;
        Ok(copy::settle(&self.casework().db).await?)
    }
}

fn refused(refusal: AttachmentRefusal) -> Refused {
    let field = if refusal == AttachmentRefusal::CaseFull { "file" } else { "name" };
    fault(field, "attachment-refusal", refusal.name())
}
