//! Deciding a doubtful age. Until somebody does, she counts as a child; a later decision takes the place of an earlier one.

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::age::{self, AgeBasis, AgeDecision, AgeGroup, AgeRefusal, Birth};
use pana_casework::intake::opening::Start;
use pana_casework::person::Identity;

use super::act::Act;
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::refused::Refused;
use super::statistic::Counted;

/// What is known of her age.
#[derive(Clone, Debug)]
pub struct Aged {
    /// The sheet.
    pub sheet: Kept<Start>,
    /// What was decided, the oldest first; the last one counts.
    pub decisions: Vec<Kept<AgeDecision>>,
    /// What is written of her birth, for whoever may read it.
    pub birth: Birth,
}

impl Open {
    /// What is known of her age.
    ///
    /// # Errors
    /// [`Refused::NotFound`] for a case without a sheet; as [`Open::documents`].
    pub async fn aged(&self) -> Result<Aged, Refused> {
        let documents = self.documents(&[Kind::Sheet, Kind::AgeDecision, Kind::Identity]).await?;
        let identity: Option<Kept<Identity>> = kept::last(&documents, Kind::Identity)?;
        Ok(Aged {
            sheet: kept::last(&documents, Kind::Sheet)?.ok_or(Refused::NotFound)?,
            decisions: kept::of(&documents, Kind::AgeDecision)?,
            birth: identity.map_or(Birth::NotAsked, |kept| kept.value.birth),
        })
    }

    /// Decides. The sheet and the counting row follow.
    ///
    /// # Errors
    /// The reason beside its field; [`Refused::Denied`] for her own case; [`Refused::Stale`] where somebody decided since.
    pub async fn decide_age(
        &self,
        (group, basis): (AgeGroup, AgeBasis),
        on: Date,
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        self.not_herself()?;
        let Aged { sheet, birth, .. } = self.aged().await?;
        sheet.shown_as(version)?;
        let decision = AgeDecision { group, on, by: self.signed().account.id.clone(), basis };
        let decision = age::decide(decision, birth, self.today()).map_err(refused)?;
        let mut documents = vec![kept::made(save, Kind::AgeDecision, &decision)?];
        if sheet.value.age_group != group {
            documents.push(sheet.saying(&Start { age_group: group, ..sheet.value.clone() })?);
        }
        documents.extend(self.counted(Counted::Age(group)).await?);
        let told = self.happening(Act::Write).about("age-decided");
        self.save_with(&documents, save, Vec::new(), told).await.map(|_| ())
    }
}

fn refused(refusal: AgeRefusal) -> Refused {
    let field = match refusal {
        AgeRefusal::NotYet => "on",
        AgeRefusal::WordsAlone => "basis",
        AgeRefusal::BirthSaysChild => "group",
    };
    fault(field, "age-refusal", refusal.name())
}
