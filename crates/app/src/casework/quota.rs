//! How many cases somebody opens in a day. A worker opens those of her team over and over; who goes through the cases of a house, one after
//! the other, is somebody else at her desk, or curious (T3). Beyond the limit she confirms who she is, and the head of her centre is told.
//! Nothing is shut: at night, with a bus at the door, she confirms and goes on.
//!
//! The day's openings are remembered by the running program, not in the tables: after a restart the count begins anew, the log does not.

use std::collections::{BTreeSet, HashMap};
use std::sync::{MutexGuard, PoisonError};

use jiff::civil::Date;
use pana_casework::policy::Relation;

use super::Casework;
use super::act::Act;
use super::refused::Refused;
use super::session::Signed;

/// What was opened today, by account.
#[derive(Debug)]
pub(super) struct Quota {
    limit: usize,
    day: Option<Date>,
    opened: HashMap<String, BTreeSet<String>>,
}

impl Default for Quota {
    fn default() -> Self {
        Self { limit: usize::MAX, day: None, opened: HashMap::new() }
    }
}

/// Whether one more case may be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    Usual,
    /// Within the limit so far, and the first beyond it.
    FirstBeyond,
    Unconfirmed,
}

impl Quota {
    fn opens(&mut self, account: &str, case: &str, day: Date, confirmed: bool) -> Opening {
        if self.day != Some(day) {
            (self.day, self.opened) = (Some(day), HashMap::new());
        }
        let opened = self.opened.entry(account.to_owned()).or_default();
        if opened.contains(case) || opened.len() < self.limit {
            opened.insert(case.to_owned());
            return Opening::Usual;
        }
        if !confirmed {
            return Opening::Unconfirmed;
        }
        opened.insert(case.to_owned());
        if opened.len() == self.limit + 1 { Opening::FirstBeyond } else { Opening::Usual }
    }

    fn of(&self, account: &str, day: Date) -> usize {
        self.opened.get(account).filter(|_| self.day == Some(day)).map_or(0, BTreeSet::len)
    }
}

impl Casework {
    fn quota(&self) -> MutexGuard<'_, Quota> {
        self.quota.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets everybody open so many cases in a day before she has to confirm who she is.
    pub fn limit_cases(&self, cases: usize) {
        self.quota().limit = cases;
    }

    /// How many cases somebody opened today, where for one more she has to confirm who she is.
    pub fn opened_all(&self, account: &str, day: Date) -> Option<usize> {
        let quota = self.quota();
        Some(quota.of(account, day)).filter(|&opened| opened >= quota.limit)
    }

    /// The same where it is more than the limit: what the head is told.
    pub fn opened_more(&self, account: &str, day: Date) -> Option<usize> {
        let quota = self.quota();
        Some(quota.of(account, day)).filter(|&opened| opened > quota.limit)
    }

    /// Counts a case that is opened. Her own view is nobody else's case.
    ///
    /// # Errors
    /// [`Refused::Confirm`] beyond the limit.
    pub(super) async fn count_opening(&self, signed: &Signed, relation: Relation, case: &str) -> Result<(), Refused> {
        if relation == Relation::Own {
            return Ok(());
        }
        let opening = self.quota().opens(&signed.account.id, case, signed.moment.today(), signed.is_confirmed());
        match opening {
            Opening::Usual => Ok(()),
            Opening::FirstBeyond => self.scribe.tell(signed.happening(Act::ManyCases)).await,
            Opening::Unconfirmed => Err(Refused::Confirm),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_day_and_every_account_begins_anew() {
        let mut quota = Quota { limit: 2, ..Quota::default() };
        let (today, tomorrow) = (date(2028, 2, 29), date(2028, 3, 1));
        let opened: Vec<Opening> = ["a", "b", "a", "c"].map(|case| quota.opens("one", case, today, false)).into();
        assert_eq!(opened, [Opening::Usual, Opening::Usual, Opening::Usual, Opening::Unconfirmed]);
        assert_eq!(quota.opens("other", "c", today, false), Opening::Usual);
        assert_eq!(quota.opens("one", "c", today, true), Opening::FirstBeyond);
        assert_eq!(quota.opens("one", "d", today, true), Opening::Usual, "said once in a day");
        assert_eq!((quota.of("one", today), quota.of("one", tomorrow)), (4, 0));
        assert_eq!(quota.opens("one", "e", tomorrow, false), Opening::Usual);
        assert_eq!(quota.of("one", tomorrow), 1);
    }
}
