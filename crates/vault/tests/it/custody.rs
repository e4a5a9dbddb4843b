//! Who can open what, from end to end: a worker on the team, a head at the desk, people with paper, and everybody else (T2, T5, T12).

use std::io::{Read, Write};

use pana_vault::recovery::RecoveryCode;
use pana_vault::shares::{self, CombineFault, Share};
use pana_vault::stretch::{Cost, Stretch};
use pana_vault::token::CookieToken;
use pana_vault::wrap::Bundle;
use pana_vault::{Pair, Parts, Secret, Unopened, backup, seal};

use crate::seeded::Seeded;

const IDENTITY: u8 = 0;
const STORY: u8 = 3;
const NAME: &str = "Айгерім";

fn about(holder: &str) -> Parts {
    Parts::of("wrap").and("case", "k7").and("holder", holder).number("epoch", 1)
}

fn class(number: u8) -> Parts {
    Parts::of("class").and("case", "k7").number("class", number.into())
}

fn place(number: u8) -> Parts {
    Parts::of("entry").and("centre", "c1").and("case", "k7").number("class", number.into()).number("version", 1)
}

/// A case with one entry in each of two classes, as the store holds it.
struct Case {
    keys: Bundle,
    salts: [[u8; 32]; 4],
    sealed: [Vec<u8>; 4],
}

fn case(random: &mut Seeded) -> Case {
    let keys = Bundle::random(&[IDENTITY, STORY], random);
    let salts: [[u8; 32]; 4] = std::array::from_fn(|_| *Secret::random(random).expose());
    let sealed = std::array::from_fn(|number| match keys.key(number as u8) {
        Some(key) => {
            let data = seal::data_key(key, &salts[number], &class(number as u8));
            seal::seal(&data, &place(number as u8), NAME.as_bytes(), random)
        }
        None => Vec::new(),
    });
    Case { keys, salts, sealed }
}

/// What a holder of these keys can read in a class.
fn read(keys: &Bundle, case: &Case, number: u8) -> Option<String> {
    let data = seal::data_key(keys.key(number)?, &case.salts[usize::from(number)], &class(number));
    let plain = seal::open(&data, &place(number), &case.sealed[usize::from(number)]).ok()?;
    Some(String::from_utf8_lossy(&plain).into_owned())
}

#[test]
fn a_worker_opens_her_case_with_her_passphrase_and_after_that_with_her_session() {
    let mut random = Seeded::new(1);
    let (case, worker) = (case(&mut random), Pair::new(&mut random));
    let owner = |lock| Parts::of("person").and("id", "u1").and("lock", lock);
    let stretch = Stretch::new(Cost::FLOOR, &mut random);
    let by_passphrase = worker.sealed(&stretch.key("жеті қарға бір шырша"), &owner("passphrase"), &mut random);
    let wrap = case.keys.wrap(worker.public(), &about("u1"), &mut random).expect("a key");

    // She signs in; the server keeps her key under the cookie alone.
    let kek = Stretch::parse(&stretch.text()).expect("as it was kept").key("жеті қарға бір шырша");
    let unlocked = Pair::open(&kek, &owner("passphrase"), worker.public(), &by_passphrase).expect("her passphrase");
    let cookie = CookieToken::new(&mut random);
    let by_session = unlocked.sealed(&cookie.session_key(), &owner("session"), &mut random);
    drop(unlocked);

    let sent = CookieToken::parse(&cookie.text()).expect("as the browser sends it");
    let live =
        Pair::open(&sent.session_key(), &owner("session"), worker.public(), &by_session).expect("a live request");
    let keys = Bundle::unwrap(&live, &about("u1"), &wrap).expect("her wrap");
    assert_eq!(read(&keys, &case, STORY).as_deref(), Some(NAME));

    // What the server has between requests opens nothing.
    let hash = Secret::copy_of(&cookie.hash()).expect("32 bytes");
    assert!(Pair::open(&hash, &owner("session"), worker.public(), &by_session).is_err());
    assert!(
        Pair::open(&stretch.key("жеті қарға бір шырш"), &owner("passphrase"), worker.public(), &by_passphrase).is_err()
    );
}

#[test]
fn a_lost_passphrase_is_replaced_by_the_code_on_paper() {
    let mut random = Seeded::new(2);
    let (worker, code) = (Pair::new(&mut random), RecoveryCode::new(&mut random));
    let owner = Parts::of("person").and("id", "u1").and("lock", "recovery");
    let sealed = worker.sealed(&code.key(&owner), &owner, &mut random);
    let typed = RecoveryCode::parse(&code.text().to_lowercase()).expect("as it was printed");
    let back = Pair::open(&typed.key(&owner), &owner, worker.public(), &sealed).expect("her code");
    assert_eq!(back.public(), worker.public());
}

#[test]
fn t5_a_head_reads_what_the_desk_may_and_no_story() {
    let mut random = Seeded::new(3);
    let (case, desk, safe) = (case(&mut random), Pair::new(&mut random), Pair::new(&mut random));
    let for_desk = case.keys.only(&[IDENTITY]).wrap(desk.public(), &about("desk"), &mut random).expect("a key");
    let for_safe = case.keys.wrap(safe.public(), &about("safe"), &mut random).expect("a key");
    let keys = Bundle::unwrap(&desk, &about("desk"), &for_desk).expect("the desk's");
    assert_eq!(read(&keys, &case, IDENTITY).as_deref(), Some(NAME));
    assert_eq!(read(&keys, &case, STORY), None);
    assert_eq!(Bundle::unwrap(&desk, &about("safe"), &for_safe), Err(Unopened::Refused));
}

#[test]
fn a_deleted_salt_ends_a_class_for_everybody() {
    let mut random = Seeded::new(4);
    let mut case = case(&mut random);
    case.salts[usize::from(STORY)] = [0; 32];
    let keys = case.keys.clone();
    assert_eq!(read(&keys, &case, STORY), None);
    assert_eq!(read(&keys, &case, IDENTITY).as_deref(), Some(NAME));
}

#[test]
fn t12_two_of_three_papers_restore_the_backup_and_one_does_not() {
    let mut random = Seeded::new(5);
    let safe = Pair::new(&mut random);
    let papers: Vec<String> = shares::split(safe.private(), 2, 3, &mut random)
        .expect("possible")
        .iter()
        .map(|share| share.lines().map(|line| line.to_string()).join("\n"))
        .collect();
    let content = NAME.repeat(20_000);
    let mut writer = backup::Writer::new(Vec::new(), safe.public(), 1, &mut random).expect("a key");
    writer.write_all(content.as_bytes()).expect("a vector takes everything");
    let file = writer.finish().expect("a vector takes everything");
    assert!(!file.windows(8).any(|window| window == &NAME.as_bytes()[..8]), "a canary in the backup");

    let typed = |numbers: &[usize]| -> Vec<Share> {
        numbers.iter().map(|&number| Share::parse(&papers[number]).expect("as it was printed")).collect()
    };
    for numbers in [[0, 1], [0, 2], [1, 2], [2, 1]] {
        let pair = Pair::from_private(shares::combine(&typed(&numbers)).expect("two papers"));
        assert_eq!(pair.public(), safe.public());
        let mut restored = String::new();
        let mut reader = backup::Reader::new(file.as_slice(), &pair).expect("the recovery key");
        reader.read_to_string(&mut restored).expect("whole");
        assert_eq!(restored, content);
    }
    for number in 0..3 {
        assert_eq!(shares::combine(&typed(&[number])), Err(CombineFault::TooFew { have: 1, needed: 2 }));
    }
}
