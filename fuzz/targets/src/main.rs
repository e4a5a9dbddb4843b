//! The bodies of `pana_fuzz` under libFuzzer. `PANA_FUZZ` names the target; `PANA_FUZZ_SEEDS` a folder to which its seeds are
//! written, instead of a run; `PANA_FUZZ=list` lists the targets.

#![no_main]

use std::sync::OnceLock;
use std::{env, fs, process};

use pana_fuzz::{TARGETS, Target};

static CHOSEN: OnceLock<&'static Target> = OnceLock::new();

/// Chooses the target; what is only asked for is answered here and ends the program.
fn choose() {
    let name = env::var("PANA_FUZZ").unwrap_or_default();
    if name == "list" {
        TARGETS.iter().for_each(|target| println!("{:14} {}", target.name, target.about));
        process::exit(0);
    }
    let Some(target) = pana_fuzz::find(&name) else {
        eprintln!("PANA_FUZZ names no target: `{name}`; PANA_FUZZ=list lists them");
        process::exit(2);
    };
    if let Ok(folder) = env::var("PANA_FUZZ_SEEDS") {
        for (number, seed) in (target.seeds)().iter().enumerate() {
            if let Err(error) = fs::write(format!("{folder}/seed-{number:03}"), seed) {
                eprintln!("{folder}: {error}");
                process::exit(1);
            }
        }
        process::exit(0);
    }
    let _ = CHOSEN.set(target);
}

libfuzzer_sys::fuzz_target!(
    init: choose(),
    |bytes: &[u8]| {
        if let Some(target) = CHOSEN.get() {
            (target.run)(bytes);
        }
    }
);
