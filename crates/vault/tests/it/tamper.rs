//! Threat T18: an insider alters, deletes, reorders, cuts off, puts back or retells the log. Each of 200 edits is found by whoever holds
//! a head from outside, also when the insider has the signing key and makes everything fit again; 200 untouched logs raise no alarm.

use pana_vault::Parts;
use pana_vault::log::{Entry, Finding, HeadFault, Kept, Log, audit, leaf_hash};
use pana_vault::sign::Signer;

use crate::seeded::Seeded;

const ORIGIN: &str = "pana.example/umit";

#[derive(Clone)]
struct Copy {
    kept: Vec<Kept>,
    heads: Vec<String>,
}

/// A log with a head every tenth event and one at its end.
struct World {
    signer: Signer,
    now: Copy,
    /// A copy of the store as it was at an earlier head.
    earlier: Copy,
}

impl World {
    fn new(random: &mut Seeded) -> Self {
        let signer = Signer::new(random);
        let events: Vec<Parts> = (0..30 + random.below(90)).map(|_| event(random)).collect();
        let now = write(&signer, &Copy { kept: Vec::new(), heads: Vec::new() }, &events);
        let earlier = 1 + random.below(now.heads.len() - 1);
        let earlier = Copy { kept: now.kept[..10 * earlier].to_vec(), heads: now.heads[..earlier].to_vec() };
        Self { signer, now, earlier }
    }

    fn outside(&self) -> &str {
        self.now.heads.last().expect("a head at the end")
    }
}

fn event(random: &mut Seeded) -> Parts {
    let actor = format!("u{}", random.below(9));
    Parts::of("read").and("actor", actor).number("case", random.below(1000) as u64).and("purpose", "care")
}

/// Goes on with a log as the server does: chain, hashes, a signed head every ten events and at the end.
fn write(signer: &Signer, begin: &Copy, events: &[Parts]) -> Copy {
    let mut copy = begin.clone();
    let mut log = Log::empty();
    let old: Vec<Parts> = begin.kept.iter().map(|kept| event_of(&kept.canonical)).collect();
    old.iter().for_each(|event| drop(log.append(event)));
    for event in events {
        let appended = log.append(event);
        copy.kept.push(Kept { canonical: appended.canonical, leaf: appended.leaf });
        if log.size().is_multiple_of(10) {
            copy.heads.push(head(signer, &log));
        }
    }
    if !log.size().is_multiple_of(10) {
        copy.heads.push(head(signer, &log));
    }
    copy
}

fn head(signer: &Signer, log: &Log) -> String {
    log.head(ORIGIN, 1_760_000_000 + log.size() as i64).sign(signer).expect("a good origin")
}

fn event_of(canonical: &[u8]) -> Parts {
    let entry = Entry::parse(canonical).expect("an event of this log");
    let (purpose, parts) = Parts::parse(&entry.event).expect("an event of this log");
    parts.into_iter().fold(Parts::of(purpose), |all, (label, value)| all.and(label, value))
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Edit {
    Flip,
    Rewrite,
    Delete,
    Insert,
    Reorder,
    CutOff,
    PutBack,
    Fork,
    ForgetHeadsAndCutOff,
    ChangeHead,
}

const EDITS: [Edit; 10] = [
    Edit::Flip,
    Edit::Rewrite,
    Edit::Delete,
    Edit::Insert,
    Edit::Reorder,
    Edit::CutOff,
    Edit::PutBack,
    Edit::Fork,
    Edit::ForgetHeadsAndCutOff,
    Edit::ChangeHead,
];

/// The insider can write to the database and no more.
fn edit(edit: Edit, world: &World, random: &mut Seeded) -> Copy {
    let mut copy = world.now.clone();
    let (length, at) = (copy.kept.len(), random.below(copy.kept.len() - 1));
    match edit {
        Edit::Flip => {
            let byte = random.below(copy.kept[at].canonical.len());
            copy.kept[at].canonical[byte] ^= 1 << random.below(8);
        }
        Edit::Rewrite => {
            let entry = Entry::parse(&copy.kept[at].canonical).expect("an event of this log");
            let canonical = Entry { event: Parts::of("nothing").bytes().to_vec(), ..entry }.canonical();
            copy.kept[at] = Kept { leaf: leaf_hash(&canonical), canonical };
        }
        Edit::Delete => drop(copy.kept.remove(at)),
        Edit::Insert => copy.kept.insert(at, copy.kept[random.below(length)].clone()),
        Edit::Reorder => copy.kept.swap(at, at + 1 + random.below(length - at - 1)),
        Edit::CutOff => copy.kept.truncate(at),
        Edit::PutBack => copy = world.earlier.clone(),
        Edit::Fork => copy = write(&world.signer, &world.earlier, &[event(random), event(random)]),
        Edit::ForgetHeadsAndCutOff => {
            copy.heads.truncate(at / 10);
            copy.kept.truncate(at);
        }
        Edit::ChangeHead => {
            let head = random.below(copy.heads.len());
            copy.heads[head] = copy.heads[head].replacen("time 2025", "time 2024", 1);
        }
    }
    copy
}

/// The insider has the key too: after the edit, everything is chained, hashed and signed anew.
fn edit_with_the_key(kind: Edit, world: &World, random: &mut Seeded) -> Copy {
    let mut events: Vec<Parts> = world.now.kept.iter().map(|kept| event_of(&kept.canonical)).collect();
    let at = random.below(events.len() - 1);
    match kind {
        Edit::Flip | Edit::Rewrite | Edit::ChangeHead => events[at] = Parts::of("nothing"),
        Edit::Delete => drop(events.remove(at)),
        Edit::Insert => events.insert(at, Parts::of("nothing")),
        Edit::Reorder => {
            // Two events that say the same may change places: nothing is altered then, so one of them is marked.
            events[at] = Parts::of("nothing");
            events.swap(at, at + 1);
        }
        Edit::CutOff | Edit::PutBack | Edit::ForgetHeadsAndCutOff => events.truncate(at),
        Edit::Fork => {
            events.truncate(at);
            (0..200).for_each(|_| events.push(Parts::of("nothing")));
        }
    }
    write(&world.signer, &Copy { kept: Vec::new(), heads: Vec::new() }, &events)
}

fn check(world: &World, copy: &Copy, outside: Option<&str>) -> Result<(), Vec<Finding>> {
    audit(ORIGIN, &[world.signer.key()], &copy.kept, &copy.heads, outside).map(drop)
}

#[test]
fn t18_two_hundred_edits_are_found() {
    for round in 0..100 {
        let mut random = Seeded::new(round);
        let world = World::new(&mut random);
        let kind = EDITS[round as usize % EDITS.len()];
        let copy = edit(kind, &world, &mut random);
        assert_ne!(
            (&copy.kept, &copy.heads),
            (&world.now.kept, &world.now.heads),
            "{kind:?}, {round}: nothing was edited"
        );
        assert!(check(&world, &copy, Some(world.outside())).is_err(), "{kind:?}, {round}");
        let copy = edit_with_the_key(kind, &world, &mut random);
        assert_eq!(
            check(&world, &copy, None),
            Ok(()),
            "{kind:?}, {round}: the forger left traces, so this tests too little"
        );
        assert!(check(&world, &copy, Some(world.outside())).is_err(), "{kind:?} with the key, {round}");
    }
}

#[test]
fn t18_two_hundred_untouched_logs_raise_no_alarm() {
    for round in 1000..1200 {
        let mut random = Seeded::new(round);
        let world = World::new(&mut random);
        for outside in &world.now.heads {
            assert_eq!(check(&world, &world.now, Some(outside)), Ok(()), "{round}");
        }
        assert_eq!(check(&world, &world.now, None), Ok(()), "{round}");
    }
}

#[test]
fn the_first_finding_names_the_place() {
    for round in 0..50 {
        let mut random = Seeded::new(round);
        let world = World::new(&mut random);
        let at = random.below(world.now.kept.len() - 1);
        let mut flipped = world.now.clone();
        flipped.kept[at].canonical[50] ^= 1;
        let findings = check(&world, &flipped, None).expect_err("an event was changed");
        assert_eq!(findings[0], Finding::Changed { at: at as u64 });
        let mut shorter = world.now.clone();
        shorter.kept.remove(at);
        let findings = check(&world, &shorter, None).expect_err("an event is missing");
        assert_eq!(findings[0], Finding::Misplaced { at: at as u64, says: at as u64 + 1 });
        let mut cut = world.now.clone();
        cut.kept.truncate(at);
        let findings = check(&world, &cut, None).expect_err("the end is missing");
        let next = (at as u64 / 10 + 1) * 10;
        let size = next.min(world.now.kept.len() as u64);
        assert_eq!(findings[0], Finding::Missing { size, entries: at as u64 });
    }
}

#[test]
fn a_head_of_another_log_proves_nothing_here() {
    let mut random = Seeded::new(7);
    let (world, other) = (World::new(&mut random), World::new(&mut random));
    assert!(check(&world, &world.now, Some(other.outside())).is_err());
    let elsewhere = Log::empty().head("pana.example/other", 0).sign(&world.signer).expect("a good origin");
    assert_eq!(check(&world, &world.now, Some(&elsewhere)), Err(vec![Finding::OutsideOrigin]));
}

#[test]
fn what_nobody_has_signed_yet_is_counted() {
    let mut random = Seeded::new(8);
    let world = World::new(&mut random);
    let mut copy = world.now.clone();
    copy.heads.pop();
    let report = audit(ORIGIN, &[world.signer.key()], &copy.kept, &copy.heads, None).expect("untouched");
    assert_eq!(report.entries, copy.kept.len() as u64);
    assert_eq!(report.unsigned, report.entries - 10 * report.heads as u64);
}

#[test]
fn each_kind_of_fault_has_its_own_name() {
    let mut random = Seeded::new(9);
    let world = World::new(&mut random);
    let first = |copy: &Copy| check(&world, copy, None).expect_err("something was altered")[0];

    let mut severed = world.now.clone();
    let entry = Entry::parse(&severed.kept[4].canonical).expect("an event of this log");
    let canonical = Entry { previous: [7; 32], ..entry }.canonical();
    severed.kept[4] = Kept { leaf: leaf_hash(&canonical), canonical };
    assert_eq!(first(&severed), Finding::Severed { at: 4 });

    let mut unreadable = world.now.clone();
    unreadable.kept[4] = Kept { leaf: leaf_hash(b"nonsense"), canonical: b"nonsense".to_vec() };
    assert_eq!(first(&unreadable), Finding::Unreadable { at: 4 });

    // The first event replaced by one that fits in itself: nothing before it could tell, the one behind it does.
    let mut replaced = world.now.clone();
    let other = Log::empty().append(&Parts::of("nothing"));
    replaced.kept[0] = Kept { canonical: other.canonical, leaf: other.leaf };
    assert_eq!(first(&replaced), Finding::Severed { at: 1 });

    let mut log = Log::empty();
    world.now.kept[..15].iter().for_each(|kept| drop(log.append(&event_of(&kept.canonical))));
    let signed = |origin: &str, at| log.head(origin, at).sign(&world.signer).expect("a good origin");
    let with = |head: String| Copy { heads: [world.now.heads.clone(), vec![head]].concat(), ..world.now.clone() };
    assert_eq!(check(&world, &with(signed(ORIGIN, 1_760_000_015)), None), Ok(()));
    assert_eq!(first(&with(signed(ORIGIN, 1_700_000_000))), Finding::Earlier { size: 15 });
    let number = world.now.heads.len();
    assert_eq!(first(&with(signed("pana.example/other", 1_760_000_015))), Finding::Origin { number });
    let fault = HeadFault::Form;
    assert_eq!(first(&with("nonsense".to_owned())), Finding::Head { number, fault });
}

#[test]
fn a_log_without_events_is_a_clean_log() {
    let report = audit(ORIGIN, &[], &[], &[], None).expect("nothing to find");
    assert_eq!((report.entries, report.heads, report.unsigned), (0, 0, 0));
}
