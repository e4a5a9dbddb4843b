//! Tries to sign in are slowed, never locked: an attacker must not be able to shut a worker out.
//!
//! Whoever is not known tries within three budgets: of an account, of a network, of all strangers together. Each is a token bucket. A
//! person who types wrong waits some seconds; who guesses gets at most a hundred tries at one account in a day (NIST SP 800-63B-4,
//! 3.2.2). A device that was in before, and a session, have a budget of their own and none in common with strangers: however many of
//! them try from however many networks, she gets in.

use std::collections::HashMap;

use jiff::Timestamp;

/// A budget: so many at once, and one more each so many seconds.
#[derive(Clone, Copy, Debug)]
struct Budget {
    burst: f64,
    seconds: f64,
}

/// 10 at once, then one each 16 minutes: 10 + 90 a day.
const ACCOUNT: Budget = Budget { burst: 10.0, seconds: 960.0 };
/// 40 at once, then one each 5 seconds: an office behind one address signs in within a minute.
const NETWORK: Budget = Budget { burst: 40.0, seconds: 5.0 };
/// What the machine may spend on stretching for strangers altogether.
const ALL: Budget = Budget { burst: 200.0, seconds: 0.5 };

/// Answers of passkeys, from one network or session: nothing in them can be guessed, so that only the work counts.
const PASSKEY: Budget = Budget { burst: 40.0, seconds: 1.0 };

/// So many bytes of what somebody typed are remembered: no login is as long, and a book typed into the field must not fill the memory.
const LONGEST: usize = 128;

/// So many budgets are remembered; the fullest are forgotten first, since they limit nothing.
const REMEMBERED: usize = 100_000;

#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: Timestamp,
}

/// Who tries.
#[derive(Clone, Copy, Debug)]
pub enum Trier<'a> {
    /// Nobody knows who, from a network.
    Stranger {
        /// What she tries to open: an account by one of its ways in.
        at: &'a str,
        /// Where she comes from.
        network: &'a str,
    },
    /// A device or a session that belongs to an account.
    Known {
        /// The account by one of its ways in.
        at: &'a str,
        /// The device or the session.
        by: &'a str,
    },
    /// Somebody with a passkey. Tries at passphrases, however many, count for nothing here, nor does this for them (T16).
    Passkey {
        /// The network, or the session that confirms.
        from: &'a str,
    },
}

impl Trier<'_> {
    /// The budgets that a try is taken from.
    fn budgets(self) -> Vec<(String, Budget)> {
        match self {
            Self::Stranger { at, network } => {
                let at = &at[..at.floor_char_boundary(LONGEST)];
                vec![(format!("a {at}"), ACCOUNT), (format!("n {network}"), NETWORK), ("all".to_owned(), ALL)]
            }
            Self::Known { at, by } => vec![(format!("k {at} {by}"), ACCOUNT)],
            Self::Passkey { from } => vec![(format!("w {from}"), PASSKEY)],
        }
    }
}

/// The budgets.
#[derive(Debug, Default)]
pub struct Throttle {
    buckets: HashMap<String, Bucket>,
}

impl Throttle {
    /// Takes one try from each of her budgets, or says how many seconds to wait.
    ///
    /// # Errors
    /// The seconds until the emptiest budget has a try again.
    pub fn take(&mut self, trier: Trier<'_>, now: Timestamp) -> Result<(), i64> {
        let asked = trier.budgets();
        let wait = asked.iter().map(|(key, budget)| self.wait(key, *budget, now)).fold(0.0, f64::max);
        if wait > 0.0 {
            return Err((wait.ceil() as i64).max(1));
        }
        for (key, budget) in asked {
            let left = self.left(&key, budget, now) - 1.0;
            self.buckets.insert(key, Bucket { left, at: now });
        }
        self.forget(now);
        Ok(())
    }

    /// A try that fitted costs nothing: whoever knows the passphrase is not guessing.
    pub fn give_back(&mut self, trier: Trier<'_>) {
        for (key, _) in trier.budgets() {
            if let Some(bucket) = self.buckets.get_mut(&key) {
                bucket.left += 1.0;
            }
        }
    }

    fn left(&self, key: &str, budget: Budget, now: Timestamp) -> f64 {
        self.buckets.get(key).map_or(budget.burst, |bucket| {
            // A clock that was set back gives nothing.
            let passed = (now.as_second() - bucket.at.as_second()).max(0) as f64;
            (bucket.left + passed / budget.seconds).min(budget.burst)
        })
    }

    fn wait(&self, key: &str, budget: Budget, now: Timestamp) -> f64 {
        let left = self.left(key, budget, now);
        if left >= 1.0 { 0.0 } else { (1.0 - left) * budget.seconds }
    }

    fn forget(&mut self, now: Timestamp) {
        if self.buckets.len() > REMEMBERED {
            self.buckets.retain(|key, bucket| {
                let budget = match key.as_bytes() {
                    [b'a' | b'k', b' ', ..] => ACCOUNT,
                    [b'n', b' ', ..] => NETWORK,
                    [b'w', b' ', ..] => PASSKEY,
                    _ => ALL,
                };
                let passed = (now.as_second() - bucket.at.as_second()).max(0) as f64;
                bucket.left + passed / budget.seconds < budget.burst
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(1_760_000_000 + second).expect("a moment")
    }

    fn stranger<'a>(at: &'a str, network: &'a str) -> Trier<'a> {
        Trier::Stranger { at, network }
    }

    #[test]
    fn t16_at_most_a_hundred_tries_a_day_at_one_account() {
        let mut throttle = Throttle::default();
        let tries = (0..10_000).filter(|at| {
            let now = second(at * 86_400 / 10_000);
            throttle.take(stranger("aigul", &format!("10.0.{}.0", at % 250)), now).is_ok()
        });
        let evaluated = tries.count();
        assert!((90..=100).contains(&evaluated), "{evaluated}");
    }

    #[test]
    fn t16_ten_thousand_strangers_at_ten_thousand_accounts_share_one_budget() {
        let mut throttle = Throttle::default();
        let taken = (0..10_000).filter(|at| {
            let (account, network) = (format!("a{at}"), format!("n{at}"));
            throttle.take(stranger(&account, &network), second(0)).is_ok()
        });
        assert_eq!(taken.count(), 200);
        assert!(throttle.take(stranger("dana", "net"), second(0)).is_err());
        assert!(throttle.take(Trier::Known { at: "dana", by: "her telephone" }, second(0)).is_ok());
    }

    #[test]
    fn t16_a_known_device_that_guesses_gets_no_more_tries_than_a_stranger() {
        let mut throttle = Throttle::default();
        let known = Trier::Known { at: "aigul", by: "a stolen telephone" };
        let taken = (0..10_000).filter(|at| throttle.take(known, second(at * 86_400 / 10_000)).is_ok()).count();
        assert!((90..=100).contains(&taken), "{taken}");
        assert!(throttle.take(stranger("aigul", "net"), second(86_400)).is_ok(), "nobody else is slowed by it");
    }

    #[test]
    fn it_says_how_long_to_wait_and_keeps_to_it() {
        let mut throttle = Throttle::default();
        for _ in 0..10 {
            assert!(throttle.take(stranger("aigul", "net"), second(0)).is_ok());
        }
        let wait = throttle.take(stranger("aigul", "net"), second(0)).expect_err("the budget is spent");
        assert_eq!(wait, 960);
        assert!(throttle.take(stranger("aigul", "net"), second(wait - 1)).is_err());
        assert!(throttle.take(stranger("aigul", "net"), second(wait)).is_ok());
        assert!(throttle.take(stranger("dana", "net"), second(0)).is_ok(), "another account is not touched");
    }

    #[test]
    fn a_book_typed_as_a_login_is_not_remembered() {
        let mut throttle = Throttle::default();
        assert!(throttle.take(stranger(&"ә".repeat(1 << 20), "net"), second(0)).is_ok());
        assert!(throttle.buckets.keys().all(|key| key.len() < 200));
    }

    #[test]
    fn who_knows_the_passphrase_is_not_counted() {
        let mut throttle = Throttle::default();
        for _ in 0..100 {
            assert!(throttle.take(stranger("aigul", "net"), second(0)).is_ok());
            throttle.give_back(stranger("aigul", "net"));
        }
    }

    #[test]
    fn a_clock_set_back_gives_no_tries() {
        let mut throttle = Throttle::default();
        while throttle.take(stranger("aigul", "net"), second(100_000)).is_ok() {}
        assert!(throttle.take(stranger("aigul", "net"), second(0)).is_err());
    }

    /// T16: an attack on passphrases, from her own network and everywhere else, while she shows her passkey.
    #[test]
    fn an_attack_on_passphrases_does_not_slow_passkeys() {
        let mut throttle = Throttle::default();
        for at in 0..10_000 {
            let network = if at % 2 == 0 { "office" } else { "elsewhere" };
            let _ = throttle.take(stranger("aigul", network), second(at / 100));
        }
        assert!(throttle.take(stranger("aigul", "office"), second(100)).is_err());
        assert!(throttle.take(Trier::Passkey { from: "office" }, second(100)).is_ok());
        assert!(throttle.take(Trier::Known { at: "aigul", by: "passkey" }, second(100)).is_ok());
    }

    #[test]
    fn whoever_showed_a_passkey_still_has_few_tries_at_the_passphrase() {
        let mut throttle = Throttle::default();
        let shown = Trier::Known { at: "aigul", by: "passkey" };
        let tries = (0..10_000).filter(|at| throttle.take(shown, second(at * 86_400 / 10_000)).is_ok());
        let evaluated = tries.count();
        assert!((90..=100).contains(&evaluated), "{evaluated}");
    }
}
