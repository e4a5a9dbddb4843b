//! The monthly report of a centre. It is counted from what the head's own keys open, and nobody sees a number before the small ones are
//! hidden.

use std::sync::Arc;

use jiff::civil::Date;
use pana_casework::Kind;
use pana_casework::age::AgeGroup;
use pana_casework::clock::Clock;
use pana_casework::exit::Exit;
use pana_casework::intake::opening::Start;
use pana_casework::person::Sex;
use pana_casework::policy::{Action, Relation, Thing};
use pana_casework::report::episode::{Days, episodes};
use pana_casework::report::{Episode, MonthlyReport, ServiceDay, SmallCell, of_month};
use pana_casework::service::Delivered;
use pana_casework::stage::{Course, Step};
use pana_casework::statistic::StatisticRow;
use pana_store::casework::{Record, centre};
use tokio::task::JoinSet;

use super::Casework;
use super::act::Act;
use super::document::Document;
use super::kept::{self, Kept};
use super::refused::Refused;
use super::session::Signed;

/// So many cases are read at once: their events share the waiting for the disk.
const AT_ONCE: usize = 32;

/// What the report is counted from: no identity, no story, no health, no place.
const KINDS: [Kind; 6] = [Kind::Sheet, Kind::Course, Kind::Clock, Kind::Exit, Kind::Service, Kind::Statistic];

/// How the report is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Looked at.
    Read,
    /// On paper.
    Print,
    /// As a file.
    Export,
}

/// The report with whose it is.
pub struct Monthly {
    /// The centre.
    pub centre: String,
    /// The numbers.
    pub report: MonthlyReport,
    /// Whether nobody was helped in the month.
    pub is_empty: bool,
}

impl Casework {
    /// The report of the month in which a day lies.
    ///
    /// # Errors
    /// [`Refused::Denied`]; [`Refused::Damaged`] where something does not open.
    pub async fn monthly(
        self: &Arc<Self>,
        signed: &Arc<Signed>,
        month: Date,
        small: &SmallCell,
        taken: Taken,
    ) -> Result<Monthly, Refused> {
        let (action, act) = match taken {
            Taken::Read => (Action::Read, Act::Read),
            Taken::Print => (Action::Print, Act::Print),
            Taken::Export => (Action::Export, Act::Export),
        };
        self.allow(signed, Relation::Outside, Thing::Report, action)?;
        let id = self.own_centre(signed)?.to_owned();
        let centre = centre::one(&self.db, &id).await?.ok_or(Refused::NotFound)?;
        let mut records = self.cases(signed, "open").await?;
        records.extend(self.cases(signed, "closed").await?);
        let episodes = self.episodes(signed, records).await?;
        let law = self.law.version_on(month.last_of_month()).law;
        let kinds: Vec<&str> = law.services.iter().map(|row| row.value.code.as_str()).collect();
        let (first, last) = (month.first_of_month(), month.last_of_month());
        let there = |one: &Episode| one.admitted <= last && one.left.is_none_or(|left| first <= left);
        self.scribe.tell(signed.happening(act).of(&id).about("report")).await?;
        Ok(Monthly {
            centre: centre.name,
            is_empty: !episodes.iter().any(there),
            report: of_month(&episodes, &kinds, month, small),
        })
    }

    async fn episodes(self: &Arc<Self>, signed: &Arc<Signed>, records: Vec<Record>) -> Result<Vec<Episode>, Refused> {
        let mut found = Vec::new();
        for some in records.chunks(AT_ONCE) {
            let mut waiting = JoinSet::new();
            for record in some {
                let (casework, signed, id) = (Arc::clone(self), Arc::clone(signed), record.id.clone());
                waiting.spawn(async move {
                    let open = casework.open_case(&signed, &id).await?;
                    of_case(&id, &open.documents(&KINDS).await?)
                });
            }
            while let Some(one) = waiting.join_next().await {
                found.extend(one.map_err(|_| Refused::Damaged("entries"))??);
            }
        }
        // The order of answers is that of chance; what is counted must not be.
        found.sort_by(|one: &Episode, other| (&one.person, one.admitted).cmp(&(&other.person, other.admitted)));
        Ok(found)
    }
}

/// The episodes of one case. The id of the case stands for the person, and is never shown.
fn of_case(case: &str, documents: &[Document]) -> Result<Vec<Episode>, Refused> {
    let course: Option<Kept<Course>> = kept::last(documents, Kind::Course)?;
    let clock: Option<Kept<Clock>> = kept::last(documents, Kind::Clock)?;
    let row: Option<Kept<StatisticRow>> = kept::last(documents, Kind::Statistic)?;
    let sheet: Option<Kept<Start>> = kept::last(documents, Kind::Sheet)?;
    let given: Vec<Kept<Delivered>> = kept::of(documents, Kind::Service)?;
    let taken = course.map(|kept| kept.value.taken).unwrap_or_default();
    let on = |steps: &[Step]| taken.iter().filter(|taken| steps.contains(&taken.step)).map(|taken| taken.on).collect();
    let mut admitted: Vec<Date> = on(&[Step::Shelter, Step::Admit]);
    admitted.extend(clock.map(|kept| kept.value.started_on));
    // An exit counts also where she came back later and it no longer stands for today.
    let exits = documents.iter().filter(|document| document.kind == Kind::Exit).map(Document::read::<Exit>);
    let exits = exits.map(|exit| exit.map(|exit| exit.on)).collect::<Result<Vec<Date>, Refused>>()?;
    let service = |kept: Kept<Delivered>| ServiceDay { on: kept.value.on, kind: kept.value.kind.as_str().to_owned() };
    let services = given.into_iter().map(service).collect();
    let days = Days { admitted, exits, returns: on(&[Step::Reopen]), services };
    let sex = row.as_ref().map_or(Sex::NotAsked, |kept| kept.value.sex);
    let age = row.map(|kept| kept.value.age_group).or_else(|| sheet.map(|kept| kept.value.age_group));
    Ok(episodes(case, sex, age.unwrap_or(AgeGroup::Child), &days))
}
