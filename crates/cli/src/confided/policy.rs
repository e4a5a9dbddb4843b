//! `pana policy matrix`: the table that decides, as a reader sees it, as rules, or cell by cell.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pana_casework::policy::{Action, Cell, Consent, Policy, Purpose, Relation, Role, Thing};

use crate::args;
use crate::args::confided::PolicyWhat;
use crate::exit::Exit;
use crate::open;
use crate::output::print;

/// `pana policy`.
pub fn run(args: &args::confided::Policy) -> Result<(), Exit> {
    let PolicyWhat::Matrix { csv, rules } = args.what;
    let library = open::library()?;
    let policy =
        pana_packs::casework::policy::builtin(&library.data).map_err(|faults| Exit::Failed(faults.to_string()))?;
    let text = match (csv, rules) {
        (true, _) => cells(&policy),
        (_, true) => table(&policy),
        _ => summary(&policy),
    };
    print(text.as_bytes())
}

/// Every cell.
fn cells(policy: &Policy) -> String {
    let mut text = "role,relation,thing,action,purpose,consent,allowed\n".to_owned();
    for cell in Cell::all() {
        let Cell { role, relation, thing, action, purpose, consent } = cell;
        let _ = writeln!(
            text,
            "{},{},{},{},{},{},{}",
            role.name(),
            relation.name(),
            thing.name(),
            action.name(),
            purpose.name(),
            consent.name(),
            if policy.allows(cell) { "yes" } else { "no" }
        );
    }
    text
}

/// One line of what is allowed: the purposes that share a set of consents.
struct Line {
    role: Role,
    relation: Relation,
    thing: Thing,
    action: Action,
    purposes: Vec<&'static str>,
    consents: String,
}

/// What is allowed, in the order of the codes.
fn lines(policy: &Policy) -> Vec<Line> {
    let mut found = Vec::new();
    for &role in Role::ALL {
        for &relation in Relation::ALL {
            for &thing in Thing::ALL {
                for &action in Action::ALL {
                    let mut by_consent: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
                    for &purpose in Purpose::ALL {
                        let allows = |&&consent: &&Consent| {
                            policy.allows(Cell { role, relation, thing, action, purpose, consent })
                        };
                        let consents: Vec<&str> = Consent::ALL.iter().filter(allows).map(|one| one.name()).collect();
                        if !consents.is_empty() {
                            let all = consents.len() == Consent::ALL.len();
                            let consents = if all { "*".to_owned() } else { consents.join(" ") };
                            by_consent.entry(consents).or_default().push(purpose.name());
                        }
                    }
                    let line = |(consents, purposes)| Line { role, relation, thing, action, purposes, consents };
                    found.extend(by_consent.into_iter().map(line));
                }
            }
        }
    }
    found
}

/// What is allowed; whatever is not named is refused.
fn table(policy: &Policy) -> String {
    let mut text = "role,relation,thing,action,purposes,consents\n".to_owned();
    for line in lines(policy) {
        let Line { role, relation, thing, action, purposes, consents } = line;
        let purposes = purposes.join(" ");
        let (role, relation, thing, action) = (role.name(), relation.name(), thing.name(), action.name());
        let _ = writeln!(text, "{role},{relation},{thing},{action},{purposes},{consents}");
    }
    text
}

/// For a reader: one paragraph for each role and relation, one line for each thing.
fn summary(policy: &Policy) -> String {
    let mut paragraphs: BTreeMap<(Role, Relation), BTreeMap<Thing, Vec<String>>> = BTreeMap::new();
    for line in lines(policy) {
        let consent = if line.consents == "*" { String::new() } else { format!(", consent {}", line.consents) };
        let said = format!("{} ({}{consent})", line.action.name(), line.purposes.join(", "));
        paragraphs.entry((line.role, line.relation)).or_default().entry(line.thing).or_default().push(said);
    }
    let mut text = String::new();
    for ((role, relation), things) in paragraphs {
        let _ = writeln!(text, "{} · {}", role.name(), relation.name());
        for (thing, said) in things {
            let _ = writeln!(text, "  {:<12} {}", thing.name(), said.join("; "));
        }
        text.push('\n');
    }
    text.push_str("Whatever is not named is refused. `--csv` prints every cell, `--rules` what is allowed.\n");
    text
}
