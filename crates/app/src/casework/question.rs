//! Questions that were put to a device and wait for its answer. Each is random, is good once, for one use and for five minutes, and is
//! known to nobody but this process: a restart forgets them all.

use std::collections::VecDeque;

use jiff::Timestamp;
use pana_vault::{Random, secret};

/// A question is good for so many seconds.
pub const LIFE: i64 = 5 * 60;
/// So many wait from one network; the oldest of it is forgotten first, so that nobody can crowd others out from afar.
const OF_ONE: usize = 200;
/// So many wait altogether.
const MOST: usize = 20_000;

/// What an answer is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// To sign in.
    SignIn,
    /// To add a passkey to an account; the device knows the account by these random bytes.
    Add {
        /// The account.
        account: String,
        /// What the device calls it.
        handle: Vec<u8>,
    },
    /// To confirm who is signed in, in this session.
    Confirm(String),
    /// To go on with the passphrase, for whoever proved that she has a passkey of this account.
    Passphrase(String),
}

struct Question {
    bytes: [u8; 32],
    at: Timestamp,
    from: String,
    good_for: Use,
}

/// The questions that wait.
#[derive(Default)]
pub struct Questions(VecDeque<Question>);

impl Questions {
    /// A new question: 256 random bits.
    pub fn ask(&mut self, from: &str, good_for: Use, now: Timestamp, random: &mut dyn Random) -> [u8; 32] {
        self.0.retain(|waiting| is_live(waiting, now));
        if self.0.iter().filter(|waiting| waiting.from == from).count() >= OF_ONE {
            self.forget_oldest_of(from);
        }
        if self.0.len() >= MOST {
            self.forget_oldest_of_the_busiest();
        }
        let mut bytes = [0; 32];
        random.fill(&mut bytes);
        self.0.push_back(Question { bytes, at: now, from: from.to_owned(), good_for });
        bytes
    }

    /// What an answer to this question is good for. It is taken away whatever comes of it: it counts once.
    pub fn take(&mut self, bytes: &[u8], now: Timestamp) -> Option<Use> {
        let at = self.0.iter().position(|waiting| secret::same(&waiting.bytes, bytes))?;
        self.0.remove(at).filter(|waiting| is_live(waiting, now)).map(|waiting| waiting.good_for)
    }

    /// What an answer is good for, which may be given again.
    pub fn look(&self, bytes: &[u8], now: Timestamp) -> Option<&Use> {
        let found = self.0.iter().find(|waiting| secret::same(&waiting.bytes, bytes));
        found.filter(|waiting| is_live(waiting, now)).map(|waiting| &waiting.good_for)
    }

    fn forget_oldest_of(&mut self, from: &str) {
        if let Some(at) = self.0.iter().position(|waiting| waiting.from == from) {
            self.0.remove(at);
        }
    }

    fn forget_oldest_of_the_busiest(&mut self) {
        let mut counts = std::collections::BTreeMap::new();
        for waiting in &self.0 {
            *counts.entry(waiting.from.as_str()).or_insert(0_usize) += 1;
        }
        if let Some(busiest) = counts.into_iter().max_by_key(|(_, count)| *count).map(|(from, _)| from.to_owned()) {
            self.forget_oldest_of(&busiest);
        }
    }
}

fn is_live(waiting: &Question, now: Timestamp) -> bool {
    (0..LIFE).contains(&(now.as_second() - waiting.at.as_second()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casework::random::System;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(1_760_000_000 + second).expect("a moment")
    }

    #[test]
    fn a_question_is_good_once_and_for_five_minutes() {
        let mut questions = Questions::default();
        let ask = |questions: &mut Questions, at| questions.ask("net", Use::SignIn, second(at), &mut System);
        let (first, other) = (ask(&mut questions, 0), ask(&mut questions, 0));
        assert_ne!(first, other);
        assert_eq!(questions.take(&first, second(1)), Some(Use::SignIn));
        assert_eq!(questions.take(&first, second(1)), None, "a second time");
        assert_eq!(questions.take(&[0; 32], second(1)), None, "one that nobody asked");
        assert_eq!(questions.take(&other[..31], second(1)), None);
        assert_eq!(questions.take(&other, second(LIFE)), None, "too late");
        let third = ask(&mut questions, 10);
        assert_eq!(questions.take(&third, second(9)), None, "a clock that was set back");
    }

    #[test]
    fn whoever_asks_a_lot_crowds_out_nobody_else() {
        let mut questions = Questions::default();
        let mine = questions.ask("office", Use::SignIn, second(0), &mut System);
        for at in 0..1_000 {
            questions.ask("attacker", Use::SignIn, second(at / 10), &mut System);
        }
        assert!(questions.0.len() <= OF_ONE + 1);
        assert_eq!(questions.take(&mine, second(200)), Some(Use::SignIn));
    }

    #[test]
    fn only_so_many_wait_and_the_busiest_network_gives_way() {
        let mut questions = Questions::default();
        let mine = questions.ask("office", Use::SignIn, second(0), &mut System);
        for network in 0..=MOST / OF_ONE {
            for _ in 0..OF_ONE {
                let from = format!("10.0.{network}.0");
                questions.0.push_back(Question { bytes: [9; 32], at: second(0), from, good_for: Use::SignIn });
            }
        }
        questions.ask("10.0.1.0", Use::SignIn, second(1), &mut System);
        assert_eq!(questions.take(&mine, second(2)), Some(Use::SignIn));
    }
}
