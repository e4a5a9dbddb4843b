//! The counting row of a case: coarse and coded. It is written when she is taken in and follows what is written of her; it stays when
//! everything else is erased.

use std::collections::BTreeSet;

use pana_casework::age::AgeGroup;
use pana_casework::closure::ClosureReason;
use pana_casework::exit::ExitReason;
use pana_casework::intake::opening::Start;
use pana_casework::person::{Identity, Papers, Sex};
use pana_casework::policy::Action;
use pana_casework::screening::Answer;
use pana_casework::service::ServiceCode;
use pana_casework::statistic::{CitizenshipGroup, Exploitation, Outcome, Quarter, StatisticRow, citizenship_group};
use pana_casework::{Class, Kind};
use pana_store::casework::centre;

use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept};
use super::refused::Refused;

/// What was written, as far as it is counted.
pub(super) enum Counted<'a> {
    /// Who she is, and the sheet that follows from it.
    Identity(&'a Identity, &'a Start),
    /// Her papers.
    Papers(&'a Papers),
    /// A service.
    Service(&'a ServiceCode),
    /// That services ended, and why.
    Exit(ExitReason),
    /// What was decided of her age.
    Age(AgeGroup),
    /// That the case was closed, and why.
    Closed(ClosureReason),
    /// That she is back.
    Back,
    /// The forms of exploitation that the facts of the story show.
    Exploitation(BTreeSet<Exploitation>),
    /// Whether she is in work.
    Employed(bool),
}

/// The row of somebody who was just taken in, out of the first documents of her case; nothing where there is no sheet.
///
/// # Errors
/// As [`Document::new`].
pub(super) fn of_opening(documents: &[Document], region: &str) -> Result<Option<Document>, Refused> {
    let find = |kind: Kind| documents.iter().find(|document| document.kind == kind);
    let start: Option<Start> = find(Kind::Sheet).and_then(|sheet| sheet.read().ok());
    let Some(start) = start.filter(|_| find(Kind::Statistic).is_none()) else { return Ok(None) };
    let identity: Option<Identity> = find(Kind::Identity).and_then(|identity| identity.read().ok());
    let row = StatisticRow { sex: identity.map_or(Sex::NotAsked, |identity| identity.sex), ..opening(&start, region) };
    kept::beside(Kind::Statistic, &row).map(Some)
}

fn opening(start: &Start, region: &str) -> StatisticRow {
    StatisticRow {
        sex: Sex::NotAsked,
        age_group: start.age_group,
        citizenship_group: CitizenshipGroup::Unknown,
        exploitation: BTreeSet::new(),
        quarter: Quarter::of(start.opened_on),
        region: region.to_owned(),
        services: BTreeSet::new(),
        outcome: Outcome::InService,
        employed: Answer::NotAsked,
    }
}

impl Open {
    /// The row as it follows from what is being written, to be saved with it. Nothing where it says the same, and where whoever writes
    /// may not write it: then it follows with the next writing of somebody who may.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub(super) async fn counted(&self, what: Counted<'_>) -> Result<Vec<Document>, Refused> {
        if !self.may(Class::Statistics, Action::Write) || !self.may(Class::Statistics, Action::Read) {
            return Ok(Vec::new());
        }
        let documents = self.documents(&[Kind::Sheet, Kind::Statistic]).await?;
        let kept: Option<Kept<StatisticRow>> = kept::last(&documents, Kind::Statistic)?;
        let before = match &kept {
            Some(kept) => kept.value.clone(),
            None => {
                let Some(sheet) = kept::last::<Start>(&documents, Kind::Sheet)? else { return Ok(Vec::new()) };
                opening(&sheet.value, &self.region().await?)
            }
        };
        let row = self.with(before.clone(), what);
        match kept {
            Some(_) if row == before => Ok(Vec::new()),
            Some(kept) => Ok(vec![kept.saying(&row)?]),
            None => Ok(vec![kept::beside(Kind::Statistic, &row)?]),
        }
    }

    fn with(&self, mut row: StatisticRow, what: Counted<'_>) -> StatisticRow {
        match what {
            Counted::Identity(identity, sheet) => (row.sex, row.age_group) = (identity.sex, sheet.age_group),
            Counted::Papers(papers) => {
                let here = self.casework().law.id.to_uppercase();
                row.citizenship_group = citizenship_group(&papers.citizenship, papers.stateless, &here);
            }
            Counted::Service(kind) => {
                row.services.insert(kind.as_str().to_owned());
            }
            Counted::Exit(reason) => row.outcome = Outcome::of(reason),
            Counted::Age(group) => row.age_group = group,
            // Whoever had services and left is counted by how they ended.
            Counted::Closed(reason) if row.outcome == Outcome::InService => {
                row.outcome = match reason {
                    ClosureReason::OwnWish => Outcome::CountedOnly,
                    _ => Outcome::Unknown,
                };
            }
            Counted::Closed(_) => {}
            Counted::Back => row.outcome = Outcome::InService,
            Counted::Exploitation(shown) => row.exploitation = shown,
            // Whoever found work once found work; that she lost it again is not counted here.
            Counted::Employed(works) if works || row.employed != Answer::Yes => {
                row.employed = if works { Answer::Yes } else { Answer::No };
            }
            Counted::Employed(_) => {}
        }
        row
    }

    async fn region(&self) -> Result<String, Refused> {
        let Some(id) = &self.record.centre_id else { return Ok(String::new()) };
        Ok(centre::one(&self.casework().db, id).await?.map(|centre| centre.region).unwrap_or_default())
    }
}
