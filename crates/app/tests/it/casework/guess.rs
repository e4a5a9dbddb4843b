//! T16: who guesses is slowed, at one account and across all of them; she whose account it is gets in meanwhile; nothing tells whether there
//! is an account; a code of the second factor is taken once.

use std::time::{Duration, Instant};

use pana_app::casework::account::Returning;
use pana_app::casework::sign_in::{Entered, Tried};
use pana_app::casework::{Refused, event};
use pana_store::casework::{Account, Change, account, change, log};
use pana_vault::stretch::{Cost, Stretch};

use super::world::{PASSPHRASE, World, after};

const WRONG: &str = "another passphrase altogether";
const DAY: i64 = 86_400;
const TRIES: i64 = 10_000;

fn code(world: &World, login: &str, seconds: i64) -> String {
    let at = u64::try_from(after(seconds).at.as_second()).expect("after 1970");
    world.made.people[login].factor.code(at).to_string()
}

/// Somebody at the door.
struct Guest<'a> {
    login: &'a str,
    passphrase: &'a str,
    network: &'a str,
    device: Option<&'a str>,
}

impl<'a> Guest<'a> {
    fn wrong(login: &'a str, network: &'a str) -> Self {
        Self { login, passphrase: WRONG, network, device: None }
    }

    async fn tries(&self, world: &World, code: &str, seconds: i64) -> Result<Entered, Refused> {
        let Self { login, passphrase, network, device } = *self;
        let tried = Tried { login, passphrase, code, network, device, device_name: "a test" };
        world.casework.sign_in(tried, &after(seconds)).await
    }
}

/// How many tries were looked at since the log had so many events: each of them is in it.
async fn looked_at(world: &World, since: i64) -> usize {
    let kept = log::events(world.db(), since, i64::MAX).await.expect("events");
    kept.iter()
        .filter(|kept| event::told(kept.number, &kept.leaf).is_some_and(|told| told.act == "sign-in-refused"))
        .count()
}

async fn events(world: &World) -> i64 {
    log::state(world.db()).await.expect("a state").size
}

/// Puts what stands before the sealed ring to the least cost that is accepted, or back: so that a hundred looks take seconds.
async fn cheapen(world: &World, login: &str) -> Account {
    let kept = account::one(world.db(), world.id(login)).await.expect("a row").expect("an account");
    let end = kept.sealed.iter().position(|byte| *byte == 0).expect("costs stand before the seal");
    let stretch = Stretch::new(Cost::FLOOR, &mut pana_app::casework::random::System);
    let sealed = [stretch.text().as_bytes(), &kept.sealed[end..]].concat();
    put(world, Account { sealed, version: kept.version + 1, ..kept.clone() }).await;
    kept
}

async fn put(world: &World, account: Account) {
    let mut tx = world.db().begin().await.expect("a transaction");
    change::apply(&mut tx, &[Change::Account(account)]).await.expect("it takes it");
    tx.commit().await.expect("it is kept");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t16_ten_thousand_wrong_tries_at_one_account_are_looked_at_a_hundred_times_a_day_and_she_gets_in() {
    let world = World::new().await;
    let hers = Guest { login: "worker", passphrase: PASSPHRASE, network: "office", device: None };
    let device = hers.tries(&world, &code(&world, "worker", 60), 60).await.expect("she signs in").device;
    let kept = cheapen(&world, "worker").await;
    let since = events(&world).await;
    let mut told_to_wait = 0;
    for number in 0..TRIES {
        let network = format!("10.0.{}.0", number % 250);
        let answer = Guest::wrong("worker", &network).tries(&world, "123456", 100 + number * DAY / TRIES).await;
        match answer {
            Err(Refused::Mismatch) => {}
            Err(Refused::Wait(seconds)) => told_to_wait += i64::from(seconds > 0),
            other => panic!("{:?}", other.err()),
        }
    }
    let looked = looked_at(&world, since).await;
    assert!((50..=100).contains(&looked), "{looked}");
    assert_eq!(told_to_wait, TRIES - i64::try_from(looked).expect("a small number"), "all others were told to wait");
    let now = account::one(world.db(), world.id("worker")).await.expect("a row").expect("an account");
    put(&world, Account { sealed: kept.sealed.clone(), version: now.version + 1, ..now }).await;
    // The attack goes on: a stranger waits; her own device is let in at once, from wherever.
    let end = 100 + DAY;
    while Guest::wrong("worker", "10.0.0.0")
        .tries(&world, "1", end)
        .await
        .is_err_and(|why| matches!(why, Refused::Mismatch))
    {}
    let stranger = hers.tries(&world, &code(&world, "worker", end), end).await;
    assert!(matches!(stranger, Err(Refused::Wait(_))), "from a device that was never in before she waits too");
    let known = Guest { device: Some(&device), network: "somewhere else", ..hers };
    let begun = Instant::now();
    assert!(known.tries(&world, &code(&world, "worker", end), end).await.is_ok());
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    // The device of one account is that of no other.
    let other = Guest { login: "colleague", passphrase: WRONG, network: "n", device: Some(&device) };
    let since = events(&world).await;
    for _ in 0..20 {
        assert!(other.tries(&world, "1", end).await.is_err());
    }
    assert_eq!(looked_at(&world, since).await, 10, "as many as of any stranger");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t16_ten_thousand_wrong_tries_across_accounts_keep_nobody_out_who_was_in_before_or_has_a_paper() {
    let world = World::new().await;
    let hers = Guest { login: "worker", passphrase: PASSPHRASE, network: "office", device: None };
    let device = hers.tries(&world, &code(&world, "worker", 60), 60).await.expect("she signs in").device;
    let since = events(&world).await;
    // All in one moment, each at another account from another network. What all strangers share is spent by tries that need no stretching.
    for number in 0..TRIES {
        let (login, network) = (format!("login{number}"), format!("net{number}"));
        let join = world.casework.join(&login, "0000", WRONG, &network, &after(100)).await;
        assert!(matches!(join, Err(Refused::Mismatch | Refused::Wait(_))));
    }
    assert_eq!(looked_at(&world, since).await, 200);
    let begun = Instant::now();
    for number in 0..TRIES {
        let (login, network) = (format!("login{number}"), format!("net{number}"));
        let answer = Guest::wrong(&login, &network).tries(&world, "123456", 100).await;
        assert!(matches!(answer, Err(Refused::Wait(_))), "{login}");
    }
    assert_eq!(looked_at(&world, since).await, 200, "no passphrase was stretched");
    assert!(begun.elapsed() < Duration::from_secs(20), "what is not looked at costs nothing: {:?}", begun.elapsed());
    let known = Guest { device: Some(&device), ..hers };
    assert!(known.tries(&world, &code(&world, "worker", 100), 100).await.is_ok(), "her device");
    let signed = world.signed_at("lawyer", after(100)).await;
    let confirmed = world.casework.confirm(&signed, PASSPHRASE, &code(&world, "lawyer", 100)).await;
    assert!(confirmed.is_ok(), "whoever is in confirms");
    let paper = &world.made.people["colleague"].recovery;
    let returning = Returning {
        login: "colleague", code: paper, left: PASSPHRASE, passphrase: "алты алма екі алмұрт"
    };
    let recovered = world.casework.recover(returning, "net1", &after(100)).await;
    assert!(recovered.is_ok(), "a code of 128 bits on paper opens, however many others do not");
}

#[tokio::test]
async fn t16_a_row_of_strangers_does_not_stand_before_whoever_is_known() {
    let world = std::sync::Arc::new(World::new().await);
    let hers = Guest { login: "worker", passphrase: PASSPHRASE, network: "office", device: None };
    let device = hers.tries(&world, &code(&world, "worker", 60), 60).await.expect("she signs in").device;
    let mut row = tokio::task::JoinSet::new();
    for number in 0..12 {
        let world = std::sync::Arc::clone(&world);
        row.spawn(async move {
            let (login, network) = (format!("login{number}"), format!("net{number}"));
            Guest::wrong(&login, &network).tries(&world, "123456", 100).await.is_err()
        });
    }
    // They all stand there before she comes.
    tokio::task::yield_now().await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    let known = Guest { device: Some(&device), ..hers };
    assert!(known.tries(&world, &code(&world, "worker", 100), 100).await.is_ok());
    let mut gone = 0;
    while row.try_join_next().is_some() {
        gone += 1;
    }
    assert!(gone <= 6, "{gone} of 12 strangers were before her");
    while row.join_next().await.is_some() {}
}

/// The middle of how long a try took, each kind in its turn, so that what else the machine does falls on all of them alike.
async fn medians(world: &World, kinds: &[(&str, &str)], rounds: usize) -> Vec<Duration> {
    let mut took = vec![Vec::new(); kinds.len()];
    for round in 0..rounds {
        for (kind, (login, passphrase)) in kinds.iter().enumerate() {
            let (network, begun) = (format!("net{kind}"), Instant::now());
            let guest = Guest { login, passphrase, network: &network, device: None };
            let seconds = 1000 * i64::try_from(round + 1).expect("a small number");
            assert!(matches!(guest.tries(world, "000000", seconds).await, Err(Refused::Mismatch)), "{login}");
            took[kind].push(begun.elapsed());
        }
    }
    took.into_iter()
        .map(|mut all| {
            all.sort();
            all[all.len() / 2]
        })
        .collect()
}

#[tokio::test]
async fn t16_a_wrong_try_is_the_same_work_whether_there_is_an_account_or_not() {
    let world = World::new().await;
    let kinds = [("worker", WRONG), ("nobody-of-this-name", WRONG), ("worker", PASSPHRASE)];
    let since = events(&world).await;
    let [known, unknown, almost] = medians(&world, &kinds, 5).await[..] else { panic!("three kinds") };
    assert_eq!(looked_at(&world, since).await, 15, "each of them is written once, whoever it was");
    // Without the stretching an answer comes a hundred times sooner; with it the rest is noise.
    for (other, name) in [(unknown, "no account"), (almost, "the right passphrase and a wrong code")] {
        let (less, more) = (known.min(other), known.max(other));
        assert!(more < less * 3, "an account: {known:?}, {name}: {other:?}");
    }
    assert!(unknown > Duration::from_millis(10), "{unknown:?}: the passphrase was stretched");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t16_a_code_of_the_second_factor_is_taken_once_also_at_the_same_moment() {
    for world in World::each().await {
        let typed = code(&world, "lawyer", 60);
        let hers = Guest { login: "lawyer", passphrase: PASSPHRASE, network: "office", device: None };
        // Somebody who looks over her shoulder is as quick as she is.
        let thief = Guest { network: "elsewhere", ..hers };
        let (one, two) = tokio::join!(hers.tries(&world, &typed, 60), thief.tries(&world, &typed, 60));
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        for seconds in [61, 75, 90] {
            assert!(matches!(thief.tries(&world, &typed, seconds).await, Err(Refused::Mismatch)), "{seconds}");
        }
        // Nor does an older one that was never used.
        let older = code(&world, "lawyer", 30);
        assert!(matches!(thief.tries(&world, &older, 61).await, Err(Refused::Mismatch)));
        let next = code(&world, "lawyer", 120);
        let entered = hers.tries(&world, &next, 120).await.expect("she signs in");
        let signed = world.casework.who(&entered.cookie.text(), after(121)).await.expect("her session lives");
        assert!(
            matches!(world.casework.confirm(&signed, PASSPHRASE, &next).await, Err(Refused::Mismatch)),
            "nor to confirm"
        );
    }
}
