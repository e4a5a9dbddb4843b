//! The story of a case: facts, each written once and told anew where it turns out to be otherwise (R9). Every reading is in the log.

use pana_casework::Kind;
use pana_casework::fact::{Fact, FactRefusal, exploitation};

use super::act::Act;
use super::gate::Open;
use super::kept::{self, Kept, fault, past};
use super::refused::Refused;
use super::statistic::Counted;

/// What is written of the story.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The facts that count, in the order in which they happened; those of which the time is not known stand first.
    pub facts: Vec<Kept<Fact>>,
    /// What was written before and counts no more, the latest first.
    pub earlier: Vec<Kept<Fact>>,
}

impl Open {
    /// The story.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn story(&self) -> Result<Story, Refused> {
        let documents = self.documents(&[Kind::Fact]).await?;
        let mut facts: Vec<Kept<Fact>> = kept::of(&documents, Kind::Fact)?;
        facts.sort_by_key(|kept| (kept.value.when.order(), kept.value.kind));
        let mut earlier: Vec<Kept<Fact>> = kept::earlier(&documents, Kind::Fact)?;
        earlier.reverse();
        Ok(Story { facts, earlier })
    }

    /// A fact that counts.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn fact(&self, id: &str) -> Result<Kept<Fact>, Refused> {
        self.story().await?.facts.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)
    }

    /// Writes a fact down.
    ///
    /// # Errors
    /// The reason in words, beside its field; as [`Open::save`].
    pub async fn tell(&self, fact: Fact, save: &str) -> Result<(), Refused> {
        self.write_fact(fact, None, save).await
    }

    /// Tells a fact anew. The one before stays readable and counts no more.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; [`Refused::Stale`]; as [`Open::tell`].
    pub async fn correct_fact(&self, id: &str, fact: Fact, version: i64, save: &str) -> Result<(), Refused> {
        let facts = self.story().await?.facts;
        if facts.iter().any(|kept| kept.document.id == save) {
            return Ok(());
        }
        let before = facts.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)?;
        before.shown_as(version)?;
        self.write_fact(Fact { kind: before.value.kind, ..fact }, Some(before), save).await
    }

    async fn write_fact(&self, fact: Fact, before: Option<Kept<Fact>>, save: &str) -> Result<(), Refused> {
        let fact = fact.told(self.today()).map_err(refused)?;
        let others = self.story().await?.facts;
        let replaced = before.as_ref().map(|kept| kept.document.id.clone());
        let others = others.iter().filter(|kept| Some(&kept.document.id) != replaced.as_ref());
        let shown = exploitation(others.map(|kept| &kept.value).chain([&fact]));
        let mut documents = vec![kept::made(save, Kind::Fact, &fact)?];
        documents.extend(before.as_ref().map(|kept| past(&kept.document)));
        documents.extend(self.counted(Counted::Exploitation(shown)).await?);
        let about = if before.is_some() { "fact-corrected" } else { "fact" };
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about(about)).await.map(|_| ())
    }
}

fn refused(refusal: FactRefusal) -> Refused {
    let field = match refusal {
        FactRefusal::Empty | FactRefusal::NoteTooLong => "note",
        FactRefusal::ToldAhead => "told_on",
        FactRefusal::HappenedAhead => "year",
        FactRefusal::OtherKind => "codes",
    };
    fault(field, "fact-refusal", refusal.name())
}
