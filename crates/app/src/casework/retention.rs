//! Keeping no longer than the purpose needs: drafts that nobody finished, cases long closed. How long is law, or the house's choice
//! where the law is silent; what is due is found without opening anything.

use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan};
use pana_casework::Kind;
use pana_store::casework::{Change, Entry, Record, entry, log, record};

use super::Casework;
use super::act::Act;
use super::closure::{AS_CLOSED, AS_NOT_SHOWN, CLOSED};
use super::console::MACHINE;
use super::erase::Extent;
use super::event::{self, Happening};
use super::moment::{Moment, written};
use super::refused::Refused;

/// The clock of the machine may be so many days ahead of the newest event before it is asked whether it is right: a clock that jumped
/// must not erase.
pub const AHEAD: i64 = 31;

/// Longer terms than these are no terms.
const LONGEST_DAYS: u32 = 36_500;
const LONGEST_YEARS: u32 = 1_000;

/// How long is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Days for a draft since it was last saved.
    pub draft_days: u32,
    /// Days for a case since the last writing after it was closed because nothing was shown (R16); nothing where nobody settled it.
    pub not_shown_days: Option<u32>,
    /// Years for a case since the last writing after its closure; nothing where nobody settled it.
    pub case_years: Option<u32>,
}

impl Terms {
    /// The last day on which a closed case is kept: whichever of the terms that are settled ends first.
    fn end(&self, last: Date, not_shown: bool) -> Option<Date> {
        let days = self.not_shown_days.filter(|_| not_shown).map(|days| i64::from(days.min(LONGEST_DAYS)).days());
        let years = self.case_years.map(|years| i64::from(years.min(LONGEST_YEARS)).years());
        let end = |span: Span| last.checked_add(span).unwrap_or(Date::MAX);
        days.into_iter().chain(years).map(end).min()
    }
}

/// What is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// Drafts.
    pub drafts: Vec<Entry>,
    /// Cases, each with the day of its last writing.
    pub cases: Vec<(Record, Date)>,
}

impl Casework {
    /// What is due for erasure.
    ///
    /// # Errors
    /// The field `clock` with `ahead:` and the days, where the machine's clock is far ahead of the newest event, unless `clock_is_right`.
    pub async fn due(&self, terms: &Terms, clock_is_right: bool, moment: &Moment) -> Result<Due, Refused> {
        if let (false, Some(days)) = (clock_is_right, self.ahead(moment).await?) {
            return Err(Refused::field("clock", &format!("ahead:{days}")));
        }
        let before = moment.at - (24 * i64::from(terms.draft_days.min(LONGEST_DAYS))).hours();
        let drafts = entry::older(&self.db, Kind::Draft.name(), &written(before)).await?;
        let mut cases = Vec::new();
        let closed = record::all(&self.db).await?.into_iter();
        for case in closed.filter(|record| record.kind == "case" && record.state == CLOSED) {
            let (last, not_shown) = self.last_writing(&case).await?;
            let last = last.to_zoned(moment.zone.clone()).date();
            if terms.end(last, not_shown).is_some_and(|end| end < moment.today()) {
                cases.push((case, last));
            }
        }
        Ok(Due { drafts, cases })
    }

    /// Erases what is due; each case and the drafts together are told in the log.
    pub async fn erase_due(&self, due: &Due, moment: &Moment) -> Result<(), Refused> {
        if !due.drafts.is_empty() {
            let changes = due.drafts.iter().map(|draft| Change::DropEntry(draft.id.clone())).collect();
            let told = Happening::new(MACHINE, Act::Erase, moment).about(&format!("drafts {}", due.drafts.len()));
            self.write(changes, vec![told]).await?;
        }
        for (case, _) in &due.cases {
            self.erase_here(case, Extent::Whole, "retention", moment).await?;
        }
        Ok(pana_store::casework::copy::settle(&self.db).await?)
    }

    /// Days that the clock is ahead of the newest event, where they are many.
    async fn ahead(&self, moment: &Moment) -> Result<Option<i64>, Refused> {
        let size = log::state(&self.db).await?.size;
        let newest = log::events(&self.db, size - 1, size).await?.pop();
        let Some(told) = newest.and_then(|kept| event::told(kept.number, &kept.leaf)) else { return Ok(None) };
        let days = moment.seconds_since(&told.at).map_or(0, |seconds| seconds / 86_400);
        Ok((days > AHEAD).then_some(days))
    }

    /// When a case was last written, by the log; its opening where the log knows nothing later. And whether it was closed because nothing
    /// was shown: what it says is sealed, so the event of its closing is asked.
    async fn last_writing(&self, case: &Record) -> Result<(Timestamp, bool), Refused> {
        let writes = [Act::OpenCase, Act::Write, Act::Grant, Act::Revoke, Act::Emergency].map(Act::name);
        let mut last: Timestamp = case.opened_at.parse().map_err(|_| Refused::Damaged("records"))?;
        let mut not_shown = false;
        for kept in log::of_record(&self.db, &case.id).await? {
            let told = event::told(kept.number, &kept.leaf).filter(|told| writes.contains(&told.act.as_str()));
            let Some(told) = told else { continue };
            if let Ok(at) = told.at.parse::<Timestamp>() {
                last = last.max(at);
            }
            if [AS_CLOSED, AS_NOT_SHOWN].contains(&told.about.as_str()) {
                not_shown = told.about == AS_NOT_SHOWN;
            }
        }
        Ok((last, not_shown))
    }
}
