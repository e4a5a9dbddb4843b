//! Every body over its seeds and over changes to them: the same changes each time.

use pana_fuzz::{Chance, Effort, TARGETS, Target, changed};

/// How many changes are tried of each target.
fn rounds(effort: Effort) -> usize {
    match effort {
        Effort::Light => 1_000,
        Effort::Heavy => 50,
    }
}

/// The input is printed where a body falls, so that it can be put among the seeds.
struct Tried<'a>(&'a Target, &'a [u8]);

impl Drop for Tried<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{} fell over {:?}", self.0.name, String::from_utf8_lossy(self.1));
            eprintln!("bytes: {:?}", self.1);
        }
    }
}

fn run(target: &Target, input: &[u8]) {
    let tried = Tried(target, input);
    (target.run)(tried.1);
}

fn seeds_and_changes(target: &Target) {
    let seeds = (target.seeds)();
    assert!(!seeds.is_empty(), "{} has no seed", target.name);
    seeds.iter().for_each(|seed| run(target, seed));
    run(target, b"");
    let mut chance = Chance(target.name.bytes().fold(1, |sum, byte| sum * 31 % 1_000_003 + u64::from(byte)));
    for _ in 0..rounds(target.effort) {
        let (one, other) = (chance.below(seeds.len()), chance.below(seeds.len()));
        run(target, &changed(&seeds[one], &seeds[other], &mut chance));
    }
}

/// All of them are tried before the test falls, so that one look shows everything.
fn broken<'a>(targets: impl Iterator<Item = &'a Target>) -> Vec<&'a str> {
    let falls = |target: &&Target| std::panic::catch_unwind(|| seeds_and_changes(target)).is_err();
    targets.filter(falls).map(|target| target.name).collect()
}

/// Two halves, so that two cores share them.
#[test]
fn no_change_to_a_seed_breaks_a_body_of_an_even_place() {
    assert_eq!(broken(TARGETS.iter().step_by(2)), [""; 0]);
}

#[test]
fn no_change_to_a_seed_breaks_a_body_of_an_odd_place() {
    assert_eq!(broken(TARGETS.iter().skip(1).step_by(2)), [""; 0]);
}

#[test]
fn every_target_has_a_name_of_its_own_and_says_what_it_shows() {
    let names: std::collections::BTreeSet<&str> = TARGETS.iter().map(|target| target.name).collect();
    assert_eq!(names.len(), TARGETS.len());
    assert!(TARGETS.iter().all(|target| target.about.len() > 10 && pana_fuzz::find(target.name).is_some()));
}
