//! Finishing an intake: the draft becomes the first documents of a case. Looking before that whether she may be known here.

use std::collections::BTreeSet;
use std::sync::Arc;

use pana_casework::intake::opening::Start;
use pana_casework::intake::{DraftId, Opening};
use pana_casework::policy::{Action, Relation, Role, Thing};
use pana_casework::{Class, Kind, name};
use pana_store::casework::record;

use super::Casework;
use super::document::Document;
use super::id;
use super::random::System;
use super::refused::Refused;
use super::session::Signed;

/// A case that may be about the person who came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The case.
    pub id: String,
    /// Its code name.
    pub code_name: String,
}

/// What a search before intake says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// Cases whose code name she may read.
    pub own: Vec<Known>,
    /// How many cases of colleagues there may be; not which.
    pub others: usize,
}

/// The forms under which a typed name is looked for: those of each of its words.
pub fn forms(typed: &str) -> BTreeSet<String> {
    name::words(typed).flat_map(name::spellings).collect()
}

impl Casework {
    /// Looks for cases under forms of a name. Those that she runs come with their code names; of those of colleagues only the number
    /// is told (R15).
    ///
    /// # Errors
    /// [`Refused::Denied`].
    pub async fn known(self: &Arc<Self>, signed: &Arc<Signed>, forms: &BTreeSet<String>) -> Result<Match, Refused> {
        let found = self.search(signed, forms).await?;
        let mut known = Match { others: found.others, ..Match::default() };
        for id in found.own {
            let open = self.open_case(signed, &id).await?;
            // Whoever is at the door holds the keys of all code names of the centre; a case is a colleague's all the same. A head is the
            // one who is asked.
            let hers = open.relation == Relation::Team || signed.role == Role::Head;
            if !hers || !open.may(Class::Meta, Action::Read) {
                known.others += 1;
                continue;
            }
            let sheets = open.documents(&[Kind::Sheet]).await?;
            if let Some(start) = sheets.iter().rfind(|sheet| sheet.is_current()).map(Document::read::<Start>) {
                known.own.push(Known { id, code_name: start?.code_name.reveal().to_owned() });
            }
        }
        Ok(known)
    }

    /// Makes a case of a draft and throws the draft away. The case has the draft's id, so that a form sent ten times makes one (R14).
    ///
    /// # Errors
    /// A field that is missing; [`Refused::NotFound`] where she has no such draft; whatever the writer refuses, with nothing kept.
    pub async fn finish_draft(&self, signed: &Signed, id: &DraftId) -> Result<String, Refused> {
        self.allow(signed, Relation::Outside, Thing::Intake, Action::Write)?;
        let case = id.as_str().to_owned();
        if self.is_taken_in(signed, &case).await? {
            return Ok(case);
        }
        let draft = match self.draft(signed, id).await {
            // The same form, sent twice at once: the other one was first, and threw the draft away.
            Err(Refused::NotFound) if self.is_taken_in(signed, &case).await? => return Ok(case),
            kept => kept?,
        };
        let opening = draft.finish().map_err(|fault| Refused::field(fault.field, fault.kind.name()))?;
        let forms = opening.identity.as_ref().map(|identity| identity.search_forms()).unwrap_or_default();
        match self.take_in(signed, &case, &documents(&opening)?, &forms, Some(id.as_str())).await {
            // Or it was first between reading and writing.
            Err(Refused::Stale) if self.is_taken_in(signed, &case).await? => Ok(case),
            done => done.map(|()| case),
        }
    }

    async fn is_taken_in(&self, signed: &Signed, case: &str) -> Result<bool, Refused> {
        let kept = record::one(&self.db, case).await?;
        Ok(kept.is_some_and(|kept| kept.kind == "case" && kept.centre_id == signed.account.centre_id))
    }
}

/// The documents of an opening, each with an id of its own.
pub fn documents(opening: &Opening) -> Result<Vec<Document>, Refused> {
    let documents = opening.documents().map_err(|_| Refused::Damaged("entries"))?;
    documents.iter().map(|given| Document::new(&id::new(&mut System), given.kind, &given.content)).collect()
}
