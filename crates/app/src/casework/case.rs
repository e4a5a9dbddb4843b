//! Taking somebody in, and the list of one's cases.

use std::collections::BTreeSet;

use pana_casework::Class;
use pana_casework::policy::{Action, Relation, Role, Thing};
use pana_store::casework::{Change, Record, Token, record, token};
use pana_vault::token::{column_key, search_token};
use pana_vault::wrap::Bundle;
use pana_vault::{PublicKey, Secret};

use super::Casework;
use super::act::Act;
use super::centre::holder;
use super::document::{self, Document};
use super::id;
use super::key::{self, SEARCH};
use super::random::System;
use super::refused::Refused;
use super::session::Signed;
use super::statistic;
use super::whole::{can_run, reserve};

/// What a search inside the centre found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Cases of her own that may be about this person.
    pub own: Vec<String>,
    /// How many cases of colleagues may be; not which.
    pub others: usize,
}

impl Casework {
    /// Makes a case out of its first documents. Its id is made where the form was, so that a form sent twice makes one case.
    ///
    /// # Errors
    /// [`Refused::Denied`]; a centre without keys; whatever the writer refuses, with nothing kept.
    pub async fn take_in(
        &self,
        signed: &Signed,
        case: &str,
        documents: &[Document],
        forms: &BTreeSet<String>,
        draft: Option<&str>,
    ) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Intake, Action::Write)?;
        let centre = self.centre_of(signed).await?;
        if !id::is_one(case) {
            return Err(Refused::NotFound);
        }
        if let Some(kept) = record::one(&self.db, case).await? {
            // The same form again: the first one counts (R14).
            return if kept.centre_id.as_deref() == Some(&centre.id) { Ok(()) } else { Err(Refused::NotFound) };
        }
        let numbers: Vec<u8> = Class::ALL.iter().map(|&class| key::number(class)).collect();
        let bundle = Bundle::random(&numbers, &mut System);
        let fresh = Record {
            id: case.to_owned(),
            kind: "case".to_owned(),
            centre_id: Some(centre.id.clone()),
            survivor_id: None,
            state: "open".to_owned(),
            opened_at: signed.moment.text(),
            version: 1,
        };
        let mut changes = vec![Change::Record(fresh)];
        let salts = key::salts(case, Class::ALL, &mut System);
        let keys = key::data_keys(&bundle, &salts);
        changes.extend(salts.into_iter().map(Change::Salt));
        changes.extend(self.first_wraps(signed, case, &bundle, &centre).await?);
        let mut told = signed.happening(Act::OpenCase).of(case);
        let row = statistic::of_opening(documents, &centre.region)?;
        for document in documents.iter().chain(&row) {
            let written =
                Document { author: signed.account.id.clone(), written_at: signed.moment.text(), ..document.clone() };
            let key = keys.get(&document.class).ok_or(Refused::Damaged("salts"))?;
            let entry = document::seal(&written, case, Some(&centre.id), key, case, &mut System)?;
            told = told.wrote(&entry.sealed);
            changes.push(Change::Entry(entry));
        }
        for token in self.tokens(signed, forms).await? {
            let centre_id = centre.id.clone();
            changes.push(Change::Token(Token { centre_id, token, record_id: case.to_owned() }));
        }
        changes.extend(draft.map(|draft| Change::DropEntry(draft.to_owned())));
        self.scribe.write(changes, vec![told]).await.map(|_| ())
    }

    /// Who holds keys of a new case: whoever takes the person in, with those her role uses and all in reserve, and the centre's front,
    /// desk and safe. Who takes in and cannot run a case herself, such as the person at the door, leaves no key with herself: the heads of
    /// the centre hold it in reserve, until one gives the case to a worker. Otherwise nobody could ever open what is written later.
    async fn first_wraps(
        &self,
        signed: &Signed,
        case: &str,
        bundle: &Bundle,
        centre: &pana_store::casework::Centre,
    ) -> Result<Vec<Change>, Refused> {
        let mut given = Vec::new();
        let mut give = |holder: &str, public: &[u8], bundle: &Bundle| {
            let public = PublicKey::parse(public).ok_or(Refused::field("centre", "centre-without-keys"))?;
            given.push(Change::Wrap(key::wrap(bundle, case, holder, public, 1, &mut System)?));
            Ok::<(), Refused>(())
        };
        for (which, role) in [("front", Role::Admission), ("desk", Role::Head)] {
            let public = if which == "front" { &centre.front_public } else { &centre.desk_public };
            let classes = key::classes(&self.policy, role, Relation::Centre);
            let numbers: Vec<u8> = classes.into_iter().map(key::number).collect();
            give(&holder(which, &centre.id), public, &bundle.only(&numbers))?;
        }
        give(&holder("safe", &centre.id), &centre.safe_public, bundle)?;
        if can_run(signed.role.name()) {
            let classes = key::classes(&self.policy, signed.role, Relation::Team);
            let numbers: Vec<u8> = classes.into_iter().map(key::number).collect();
            give(&signed.account.id, &signed.account.public_key, &bundle.only(&numbers))?;
            give(&reserve(&signed.account.id), &signed.account.public_key, bundle)?;
        } else {
            for head in self.heads(&centre.id).await? {
                give(&reserve(&head.id), &head.public_key, bundle)?;
            }
        }
        Ok(given)
    }

    /// Search before intake: who may be known here already. Nobody learns of a colleague's case more than that there may be one (R15).
    pub async fn search(&self, signed: &Signed, forms: &BTreeSet<String>) -> Result<Found, Refused> {
        self.allow(signed, Relation::Outside, Thing::Intake, Action::Read)?;
        let centre = self.own_centre(signed)?;
        let mut records = BTreeSet::new();
        for wanted in self.tokens(signed, forms).await? {
            records.extend(token::of_centre(&self.db, centre, &wanted).await?.into_iter().map(|found| found.record_id));
        }
        self.scribe.tell(signed.happening(Act::Search)).await?;
        let mut found = Found::default();
        let own: BTreeSet<String> = self.cases(signed, "open").await?.into_iter().map(|record| record.id).collect();
        let past: BTreeSet<String> = self.cases(signed, "closed").await?.into_iter().map(|record| record.id).collect();
        for record in records {
            if own.contains(&record) || past.contains(&record) {
                found.own.push(record);
            } else {
                found.others += 1;
            }
        }
        Ok(found)
    }

    /// The tokens of forms of a name, under the centre's key.
    pub(super) async fn tokens(&self, signed: &Signed, forms: &BTreeSet<String>) -> Result<Vec<String>, Refused> {
        if forms.is_empty() {
            return Ok(Vec::new());
        }
        let bundle = self.centre_keys(signed).await?;
        let key: &Secret<32> = bundle.key(SEARCH).ok_or(Refused::Denied)?;
        let column = column_key(key, "name");
        Ok(forms.iter().map(|form| search_token(&column, form)).collect())
    }

    /// The cases that somebody holds keys of, newest first: her own, or where she answers for the centre all of it.
    pub async fn cases(&self, signed: &Signed, state: &str) -> Result<Vec<Record>, Refused> {
        match (signed.role, &signed.account.centre_id) {
            (Role::Head | Role::Admission, Some(centre)) => Ok(record::of_centre(&self.db, centre, state).await?),
            _ => Ok(record::of_holder(&self.db, &signed.account.id, state).await?),
        }
    }
}
