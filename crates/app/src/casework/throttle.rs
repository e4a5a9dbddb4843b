//! Tries to sign in are slowed, never locked: an attacker must not be able to shut a worker out.
//!
//! Three budgets are kept: for an account, for a network, for all together. Each is a token bucket. A person who types wrong waits some
//! seconds; who guesses gets at most about a hundred tries at one account in a day (NIST SP 800-63B-4, 3.2.2).

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
/// What the machine may spend on stretching altogether.
const ALL: Budget = Budget { burst: 200.0, seconds: 0.5 };

/// Answers of passkeys, from one network: nothing in them can be guessed, so that only the work counts.
const PASSKEY: Budget = Budget { burst: 40.0, seconds: 1.0 };

/// So many budgets are remembered; the fullest are forgotten first, since they limit nothing.
const REMEMBERED: usize = 100_000;

#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: Timestamp,
}

/// The budgets.
#[derive(Debug, Default)]
pub struct Throttle {
    buckets: HashMap<String, Bucket>,
}

impl Throttle {
    /// Takes one try from each budget, or says how many seconds to wait.
    ///
    /// # Errors
    /// The seconds until the emptiest budget has a try again.
    pub fn take(&mut self, login: &str, network: &str, now: Timestamp) -> Result<(), i64> {
        let asked = [(format!("a {login}"), ACCOUNT), (format!("n {network}"), NETWORK), ("all".to_owned(), ALL)];
        self.take_each(&asked, now)
    }

    /// Takes one answer of a passkey. Tries at passphrases, however many, count for nothing here, nor does this for them (T16).
    ///
    /// # Errors
    /// The seconds to wait.
    pub fn take_passkey(&mut self, network: &str, now: Timestamp) -> Result<(), i64> {
        self.take_each(&[(format!("k {network}"), PASSKEY)], now)
    }

    /// Takes one try at the passphrase of somebody who showed a passkey: of her account alone.
    ///
    /// # Errors
    /// The seconds to wait.
    pub fn take_proven(&mut self, login: &str, now: Timestamp) -> Result<(), i64> {
        self.take_each(&[(format!("p {login}"), ACCOUNT)], now)
    }

    fn take_each(&mut self, asked: &[(String, Budget)], now: Timestamp) -> Result<(), i64> {
        let wait = asked.iter().map(|(key, budget)| self.wait(key, *budget, now)).fold(0.0, f64::max);
        if wait > 0.0 {
            return Err((wait.ceil() as i64).max(1));
        }
        for (key, budget) in asked {
            let left = self.left(key, *budget, now) - 1.0;
            self.buckets.insert(key.clone(), Bucket { left, at: now });
        }
        self.forget(now);
        Ok(())
    }

    /// A try that fitted costs nothing: whoever knows the passphrase is not guessing.
    pub fn give_back(&mut self, login: &str, network: &str) {
        self.give_each(&[format!("a {login}"), format!("n {network}"), "all".to_owned()]);
    }

    /// The same of a passkey.
    pub fn give_back_passkey(&mut self, network: &str) {
        self.give_each(&[format!("k {network}")]);
    }

    fn give_each(&mut self, keys: &[String]) {
        for key in keys {
            if let Some(bucket) = self.buckets.get_mut(key) {
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
                let budget = match key.as_bytes().first() {
                    Some(b'a' | b'p') => ACCOUNT,
                    Some(b'k') => PASSKEY,
                    _ => NETWORK,
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

    /// T16: ten thousand wrong tries at one account in a day from ten thousand networks.
    #[test]
    fn at_most_a_hundred_tries_a_day_at_one_account() {
        let mut throttle = Throttle::default();
        let tries = (0..10_000).filter(|at| {
            let now = second(at * 86_400 / 10_000);
            throttle.take("aigul", &format!("10.0.{}.0", at % 250), now).is_ok()
        });
        let evaluated = tries.count();
        assert!((90..=100).contains(&evaluated), "{evaluated}");
    }

    #[test]
    fn it_says_how_long_to_wait_and_keeps_to_it() {
        let mut throttle = Throttle::default();
        for _ in 0..10 {
            assert!(throttle.take("aigul", "net", second(0)).is_ok());
        }
        let wait = throttle.take("aigul", "net", second(0)).expect_err("the budget is spent");
        assert_eq!(wait, 960);
        assert!(throttle.take("aigul", "net", second(wait - 1)).is_err());
        assert!(throttle.take("aigul", "net", second(wait)).is_ok());
        assert!(throttle.take("dana", "net", second(0)).is_ok(), "another account is not touched");
    }

    #[test]
    fn who_knows_the_passphrase_is_not_counted() {
        let mut throttle = Throttle::default();
        for _ in 0..100 {
            assert!(throttle.take("aigul", "net", second(0)).is_ok());
            throttle.give_back("aigul", "net");
        }
    }

    /// T16: an attack on passphrases, from her own network and everywhere else, while she shows her passkey.
    #[test]
    fn an_attack_on_passphrases_does_not_slow_passkeys() {
        let mut throttle = Throttle::default();
        for at in 0..10_000 {
            let _ = throttle.take("aigul", if at % 2 == 0 { "office" } else { "elsewhere" }, second(at / 100));
        }
        assert!(throttle.take("aigul", "office", second(100)).is_err());
        assert!(throttle.take_passkey("office", second(100)).is_ok());
        assert!(throttle.take_proven("aigul", second(100)).is_ok());
    }

    #[test]
    fn whoever_showed_a_passkey_still_has_few_tries_at_the_passphrase() {
        let mut throttle = Throttle::default();
        let tries = (0..10_000).filter(|at| throttle.take_proven("aigul", second(at * 86_400 / 10_000)).is_ok());
        let evaluated = tries.count();
        assert!((90..=100).contains(&evaluated), "{evaluated}");
    }

    #[test]
    fn a_clock_set_back_gives_no_tries() {
        let mut throttle = Throttle::default();
        while throttle.take("aigul", "net", second(100_000)).is_ok() {}
        assert!(throttle.take("aigul", "net", second(0)).is_err());
    }
}
