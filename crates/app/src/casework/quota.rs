//! How many cases somebody opens in a day. A worker opens those of her team over and over; who goes through the cases of a house, one after
//! the other, is somebody else at her desk, or curious (T3). Beyond the limit she confirms who she is, and the head of her centre is told.
//! Nothing is shut: at night, with a bus at the door, she confirms and goes on.
//!
//! The day's openings are remembered by the running program, not in the tables: after a restart the count begins anew; that somebody went
//! beyond the limit is in the log, and from there the head is told.

use std::collections::{BTreeSet, HashMap};
use std::sync::{MutexGuard, PoisonError};

use jiff::civil::Date;
use pana_casework::policy::Relation;

use super::Casework;
use super::act::Act;
use super::gate::Open;
use super::refused::Refused;

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
        // The first one is counted once it is in the log.
        if opened.len() == self.limit {
            return Opening::FirstBeyond;
        }
        opened.insert(case.to_owned());
        Opening::Usual
    }

    fn put(&mut self, account: &str, case: &str) {
        self.opened.entry(account.to_owned()).or_default().insert(case.to_owned());
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
}

impl Open {
    /// Counts that she looks at this case: for a page of one case, not for lists that gather a line of each. Her own view is nobody else's
    /// case.
    ///
    /// # Errors
    /// [`Refused::Confirm`] beyond the limit of a day.
    pub async fn count(&self) -> Result<(), Refused> {
        if self.relation == Relation::Own {
            return Ok(());
        }
        let (casework, signed) = (self.casework(), self.signed());
        let (account, case, day) = (&signed.account.id, &self.record.id, signed.moment.today());
        let opening = casework.quota().opens(account, case, day, signed.is_confirmed());
        match opening {
            Opening::Usual => Ok(()),
            Opening::Unconfirmed => Err(Refused::Confirm),
            Opening::FirstBeyond => {
                casework.scribe.tell(signed.happening(Act::ManyCases)).await?;
                casework.quota().put(account, case);
                Ok(())
            }
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
        quota.put("one", "c");
        assert_eq!(quota.opens("one", "d", today, true), Opening::Usual, "said once in a day");
        assert_eq!((quota.of("one", today), quota.of("one", tomorrow)), (4, 0));
        assert_eq!(quota.opens("one", "e", tomorrow, false), Opening::Usual);
        assert_eq!(quota.of("one", tomorrow), 1);
    }
}
