//! What happened with somebody's account: sign-ins, tries that did not fit, changes of what opens it. She alone is shown it, since she alone
//! knows which of it was her.

use pana_store::casework::log;

use super::Casework;
use super::act::Act;
use super::event;
use super::refused::Refused;
use super::session::Signed;

/// So many of the newest events of an account are looked at.
const NEWEST: i64 = 200;

/// From so many tries on somebody is told: one or two are her own fingers.
const TRIES: usize = 3;

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
    /// Tries to sign in as her that did not fit, since she was here before; nothing where they are few.
    pub tries: Option<usize>,
    /// Whether what opens her account was changed since she signed in before.
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

    /// What she has to be told: what happened between the time she signed in before and this one.
    pub async fn notice_for(&self, signed: &Signed) -> Result<Notice, Refused> {
        Ok(noticed(&self.ways_of(signed).await?))
    }
}

fn noticed(ways: &[Way]) -> Notice {
    let mut since = ways.iter().skip_while(|way| way.act != Act::SignIn).skip(1);
    let between: Vec<Act> = since.by_ref().take_while(|way| way.act != Act::SignIn).map(|way| way.act).collect();
    let tries = between.iter().filter(|act| **act == Act::SignInRefused).count();
    Notice {
        tries: Some(tries).filter(|&tries| tries >= TRIES),
        // She who has just joined or recovered knows it.
        changed: between.iter().any(|act| matches!(act, Act::Credentials | Act::PasskeyAdded | Act::PasskeyRemoved)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(acts: &[Act]) -> Notice {
        noticed(&acts.iter().map(|&act| Way { act, at: String::new() }).collect::<Vec<_>>())
    }

    #[test]
    fn she_is_told_of_what_lies_between_her_last_two_sign_ins_and_of_nothing_else() {
        use Act::{Credentials, Join, PasskeyAdded, SignIn, SignInRefused as Try};
        let none = Notice::default();
        assert_eq!(of(&[]), none);
        assert_eq!(of(&[SignIn, Join]), none);
        assert_eq!(of(&[SignIn, Try, Try, SignIn]), none, "her own fingers");
        assert_eq!(
            of(&[Try, Try, Try, SignIn, SignIn]),
            none,
            "while she is in: a colleague at the door, seen next time"
        );
        assert_eq!(of(&[SignIn, Try, Try, Try, SignIn]), Notice { tries: Some(3), changed: false });
        assert_eq!(of(&[SignIn, SignIn, Try, Try, Try, Credentials]), none, "told once");
        assert_eq!(of(&[SignIn, PasskeyAdded, SignIn]), Notice { tries: None, changed: true });
        assert_eq!(of(&[SignIn, Credentials, Try, Try, Try, Try, SignIn]), Notice { tries: Some(4), changed: true });
    }
}
