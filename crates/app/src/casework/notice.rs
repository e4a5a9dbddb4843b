//! What happened with somebody's account: sign-ins, tries that did not fit, changes of what opens it. She alone is shown it, since she alone
//! knows which of it was her.

use pana_store::casework::log;

use super::Casework;
use super::act::Act;
use super::event;
use super::moment::Moment;
use super::refused::Refused;
use super::session::Signed;

/// So many of the newest events of an account are looked at.
const NEWEST: i64 = 200;

/// From so many tries on somebody is told: one or two are her own fingers.
const TRIES: usize = 3;
/// For so long she is told, in seconds: whoever got in after guessing cannot make it vanish by signing in.
const TOLD: i64 = 3 * 24 * 3600;
/// For so long a head sees that somebody opened unusually many cases, in seconds.
const SEEN: i64 = 14 * 24 * 3600;

/// The acts that are about an account itself.
const WAYS: [Act; 7] = [
    Act::SignIn,
    Act::SignInRefused,
    Act::Credentials,
    Act::PasskeyAdded,
    Act::PasskeyRemoved,
    Act::Recover,
    Act::Join,
];

/// Something that happened with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What.
    pub act: Act,
    /// When.
    pub at: String,
}

/// What somebody has to be told when she comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// Tries of the last days to sign in as her that did not fit; nothing where they are few.
    pub tries: Option<usize>,
    /// Whether what opens her account was changed in the last days.
    pub changed: bool,
}

impl Casework {
    /// What happened with her account, the newest first.
    pub async fn ways_of(&self, signed: &Signed) -> Result<Vec<Way>, Refused> {
        let events = log::of_account(&self.db, &signed.account.id, NEWEST).await?;
        let told = events.iter().filter_map(|kept| event::told(kept.number, &kept.leaf));
        let way = |told: event::Told| {
            let act = WAYS.into_iter().find(|act| act.name() == told.act)?;
            Some(Way { act, at: told.at })
        };
        Ok(told.filter_map(way).collect())
    }

    /// What she has to be told of the last three days.
    pub async fn notice_for(&self, signed: &Signed) -> Result<Notice, Refused> {
        let ways = self.ways_of(signed).await?;
        let fresh = ways.iter().filter(|way| is_within(&signed.moment, &way.at, TOLD));
        Ok(noticed(&fresh.map(|way| way.act).collect::<Vec<_>>()))
    }

    /// When somebody opened more cases in a day than usual, in the last two weeks, the latest first: for the head of her centre.
    pub async fn many_cases_of(&self, account: &str, moment: &Moment) -> Result<Vec<String>, Refused> {
        let events = log::of_account(&self.db, account, NEWEST).await?;
        let told = events.iter().filter_map(|kept| event::told(kept.number, &kept.leaf));
        let many = told.filter(|told| told.act == Act::ManyCases.name() && is_within(moment, &told.at, SEEN));
        Ok(many.map(|told| told.at).collect())
    }
}

fn is_within(moment: &Moment, at: &str, seconds: i64) -> bool {
    moment.seconds_since(at).is_some_and(|since| since < seconds)
}

fn noticed(acts: &[Act]) -> Notice {
    let tries = acts.iter().filter(|act| **act == Act::SignInRefused).count();
    Notice {
        tries: Some(tries).filter(|&tries| tries >= TRIES),
        changed: acts
            .iter()
            .any(|act| matches!(act, Act::Credentials | Act::PasskeyAdded | Act::PasskeyRemoved | Act::Recover)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_tries_are_her_own_fingers_and_signing_in_makes_nothing_vanish() {
        use Act::{Credentials, Join, PasskeyAdded, Recover, SignIn, SignInRefused as Try};
        let told = |tries: Option<usize>, changed: bool| Notice { tries, changed };
        assert_eq!(noticed(&[SignIn, Join]), told(None, false));
        assert_eq!(noticed(&[SignIn, Try, Try, SignIn]), told(None, false));
        assert_eq!(noticed(&[SignIn, SignIn, Try, Try, SignIn, Try]), told(Some(3), false));
        for change in [Credentials, PasskeyAdded, Recover] {
            assert_eq!(noticed(&[SignIn, SignIn, change]), told(None, true));
        }
    }
}
