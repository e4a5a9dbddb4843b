//! Rules that are data: policy, law, instruments, choices of the house.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use pana_casework::law::Law;
use pana_casework::policy::{Action, Cell, Consent, Policy, Purpose, Relation, Role, Thing};
use pana_casework::screening::{Answer, Answers, Screening};
use pana_packs::{Files, builtin, instrument as instruments};

use crate::intake::TODAY;
use crate::text;

/// Above so many lines a policy is not written out: it would take longer than it shows.
const MOST_LINES: usize = 2_000;

fn written(policy: &Policy) -> Option<String> {
    let mut lines = vec!["roles,relations,things,actions,purposes,consents,why".to_owned()];
    for &role in Role::ALL {
        for &thing in Thing::ALL {
            for &action in Action::ALL {
                for who in policy.who(role, thing, action) {
                    let cell =
                        |consent| Cell { role, relation: who.relation, thing, action, purpose: who.purpose, consent };
                    let consents: Vec<&str> = Consent::ALL
                        .iter()
                        .filter(|consent| policy.allows(cell(**consent)))
                        .map(|consent| consent.name())
                        .collect();
                    assert_eq!(who.consent, consents.len() < Consent::ALL.len());
                    let (role, relation, thing) = (role.name(), who.relation.name(), thing.name());
                    let (action, purpose) = (action.name(), who.purpose.name());
                    lines.push(format!("{role},{relation},{thing},{action},{purpose},{},again", consents.join(" ")));
                }
                if lines.len() > MOST_LINES {
                    return None;
                }
            }
        }
    }
    Some(lines.join("\n"))
}

pub fn policy(bytes: &[u8]) {
    match Policy::read(bytes) {
        Ok(policy) => {
            if let Some(written) = written(&policy) {
                let again = Policy::read(written.as_bytes()).expect("what is written can be read");
                assert!(Cell::all().all(|cell| again.allows(cell) == policy.allows(cell)));
            }
        }
        Err(fault) => {
            let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u64 + 1;
            assert!(!fault.reason.is_empty() && fault.line <= lines, "{fault} of {lines}");
        }
    }
    assert!(Relation::ALL.len() * Purpose::ALL.len() > 1);
}

pub fn law(bytes: &[u8]) {
    let mut files = Files::default();
    files.insert("casework/here/law.toml", bytes);
    match pana_packs::casework::law::read(&files, "here") {
        Ok(law) => {
            let kept = serde_json::to_string(&law).expect("kept");
            assert_eq!(serde_json::from_str::<Law>(&kept).ok().as_ref(), Some(&law));
            for on in [Date::MIN, TODAY, Date::MAX] {
                let version = law.version_on(on);
                assert_eq!(version.law.version_on(on), version, "the law of a day is the law of that day");
                assert!(law.guaranteed(on).len() <= law.services.len());
                let terms = serde_json::to_string(&version.terms()).expect("kept");
                assert!(serde_json::from_str::<pana_casework::version::Terms>(&terms).is_ok());
            }
            for moment in [Timestamp::MIN, Timestamp::UNIX_EPOCH, Timestamp::MAX] {
                let _ = law.zone.day(moment);
            }
        }
        Err(faults) => assert!(!faults.0.is_empty() && faults.0.iter().all(|fault| !fault.reason.is_empty())),
    }
}

pub fn instrument(bytes: &[u8]) {
    let Ok(read) = instruments::one("i.toml", &text(bytes)) else { return };
    let written = toml::to_string(&read).expect("an instrument can be written");
    assert_eq!(instruments::one("i.toml", &written).as_ref(), Ok(&read));
    let item = |at: usize| read.items.get(at).map(|item| read.item_key(item));
    assert!(item(0).is_none_or(|key| key.starts_with("screening-item-")));
    // All alike, and turn by turn: every rule has something to say about every set of answers.
    let turns = [&[Answer::Yes][..], &[Answer::No], &[Answer::NotAsked], &[Answer::Declined], Answer::ALL];
    for turn in turns {
        let given: BTreeMap<String, Answer> =
            read.items.iter().zip(turn.iter().cycle()).map(|(item, answer)| (item.id.clone(), *answer)).collect();
        let screening = Screening {
            instrument: read.id.clone(),
            version: read.version.clone(),
            on: TODAY,
            by: "worker".to_owned(),
            language: "kk".to_owned(),
            interpreter: false,
            agreed_to_talk: Answer::Yes,
            answers: Answers(given),
            notes: BTreeMap::new(),
            reading: None,
        };
        let finding = screening.finding(&read).expect("its own answers");
        let kept = serde_json::to_value(&finding).expect("kept");
        assert_eq!(serde_json::from_value(kept).ok(), Some(finding));
    }
}

pub fn house(bytes: &[u8]) {
    let mut files = Files::default();
    files.insert("casework/house.toml", bytes);
    if let Ok(house) = pana_packs::house::read(&files) {
        assert!(house.small_cell.limit >= 2, "a limit that hides nothing");
    }
}

pub mod seeds {
    use super::*;

    fn of(fits: impl Fn(&str) -> bool) -> Vec<Vec<u8>> {
        let data = builtin::data();
        let paths: Vec<&str> = data.paths().filter(|path| fits(path)).collect();
        paths.into_iter().filter_map(|path| data.bytes(path)).map(<[u8]>::to_vec).collect()
    }

    pub fn policy() -> Vec<Vec<u8>> {
        let head = "roles,relations,things,actions,purposes,consents,why\n";
        let small = [
            "head,centre,meta,exists read,supervision,*,to answer for it\n",
            "*,*,*,*,*,*,all\n",
            "survivor,own,story,read,own_record,live ended,\"hers, always\"\n",
        ];
        let small = small.iter().map(|line| format!("{head}{line}").into_bytes());
        of(|path| path == "casework/policy.csv").into_iter().chain(small).collect()
    }

    pub fn law() -> Vec<Vec<u8>> {
        of(|path| path.starts_with("casework/") && path.ends_with("/law.toml"))
    }

    pub fn instrument() -> Vec<Vec<u8>> {
        of(|path| path.starts_with("casework/") && path.contains("instruments/") && path.ends_with(".toml"))
    }

    pub fn house() -> Vec<Vec<u8>> {
        of(|path| path == "casework/house.toml")
    }
}
