//! Who somebody is, and apart from it residence and papers. Changing a name changes under which tokens the case is found.

use pana_casework::Kind;
use pana_casework::age::{self, AgeDecision};
use pana_casework::intake::opening::Start;
use pana_casework::person::{Identity, Papers};
use pana_casework::screening::Answer;
use pana_store::casework::{Applied, Change, Token};
use serde::de::DeserializeOwned;

use super::act::Act;
use super::document::Document;
use super::gate::Open;
use super::refused::Refused;
use super::statistic::Counted;

/// Something that a case has one of, with what is needed to write its next version.
#[derive(Clone, Debug, PartialEq)]
pub struct One<T> {
    /// Its id: made with the form where there is none yet.
    pub id: String,
    /// Its version; 0 where there is none yet.
    pub version: i64,
    /// What it says.
    pub says: T,
}

impl Open {
    /// Who she is; nothing where nothing is written.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where it does not open.
    pub async fn identity(&self) -> Result<Option<One<Identity>>, Refused> {
        self.one(Kind::Identity).await
    }

    /// Residence and papers; nothing where nothing is written.
    ///
    /// # Errors
    /// As [`Open::identity`].
    pub async fn papers(&self) -> Result<Option<One<Papers>>, Refused> {
        self.one(Kind::Residence).await
    }

    async fn one<T: DeserializeOwned>(&self, kind: Kind) -> Result<Option<One<T>>, Refused> {
        let documents = self.documents(&[kind]).await?;
        let current = documents.iter().rfind(|document| document.is_current());
        current
            .map(|document| Ok(One { id: document.id.clone(), version: document.version, says: document.read()? }))
            .transpose()
    }

    /// Saves who she is, the sheet that follows from it (age group, language), and the tokens under which the case is found, as one act.
    ///
    /// # Errors
    /// The field `agreed` where she did not agree that a record is kept; [`Refused::Stale`] where somebody else wrote in between.
    pub async fn save_identity(
        &self,
        written: &One<Identity>,
        agreed: Answer,
        save_id: &str,
    ) -> Result<Applied, Refused> {
        let sheets = self.documents(&[Kind::Sheet]).await?;
        let sheet = sheets.iter().rfind(|sheet| sheet.is_current()).ok_or(Refused::Denied)?;
        let before: Start = sheet.read()?;
        if before.record_agreed != Answer::Yes && agreed != Answer::Yes {
            return Err(Refused::field("agreed", "identity-agreed-missing"));
        }
        self.check_only(Kind::Identity, &written.id).await?;
        let decided = self.newest::<AgeDecision>(Kind::AgeDecision).await?.map(|kept| kept.value);
        let after = self.sheet_after(&before, &written.says, decided.as_ref());
        let mut documents = vec![document(written, Kind::Identity)?];
        if after != before {
            documents.push(sheet.saying(&after)?);
        }
        documents.extend(self.counted(Counted::Identity(&written.says, &after)).await?);
        let tokens = self.new_tokens(&written.says).await?;
        self.save_with(&documents, save_id, tokens, self.happening(Act::Write)).await
    }

    /// Saves residence and papers. Nothing else is changed by it but the coarse group of citizenship that is counted.
    ///
    /// # Errors
    /// As [`Open::save`].
    pub async fn save_papers(&self, written: &One<Papers>, save_id: &str) -> Result<Applied, Refused> {
        self.check_only(Kind::Residence, &written.id).await?;
        let mut documents = vec![document(written, Kind::Residence)?];
        documents.extend(self.counted(Counted::Papers(&written.says)).await?);
        self.save_with(&documents, save_id, Vec::new(), self.happening(Act::Write)).await
    }

    fn sheet_after(&self, before: &Start, identity: &Identity, decided: Option<&AgeDecision>) -> Start {
        Start {
            age_group: age::group(before.age_answer, identity.birth, decided, self.today()),
            language: identity.primary_language.clone(),
            interpreter: identity.interpreter,
            record_agreed: Answer::Yes,
            ..before.clone()
        }
    }

    /// Two forms that were both shown while nothing was written must not make two of what there is one of.
    async fn check_only(&self, kind: Kind, id: &str) -> Result<(), Refused> {
        let documents = self.documents(&[kind]).await?;
        let other = documents.iter().any(|document| document.is_current() && document.id != id);
        if other { Err(Refused::Stale) } else { Ok(()) }
    }

    async fn new_tokens(&self, identity: &Identity) -> Result<Vec<Change>, Refused> {
        let Some(centre) = &self.record.centre_id else { return Ok(Vec::new()) };
        let record = &self.record.id;
        let tokens = self.casework().tokens(self.signed(), &identity.search_forms()).await?;
        let token = |token| Token { centre_id: centre.clone(), token, record_id: record.clone() };
        let fresh = tokens.into_iter().map(|made| Change::Token(token(made)));
        Ok([Change::DropTokens(record.clone())].into_iter().chain(fresh).collect())
    }
}

fn document<T: serde::Serialize>(written: &One<T>, kind: Kind) -> Result<Document, Refused> {
    Ok(Document { version: written.version, ..Document::new(&written.id, kind, &written.says)? })
}
