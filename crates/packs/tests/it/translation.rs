//! Every message is there in three languages with the same arguments; every text of the data is translated.

use std::collections::{BTreeMap, BTreeSet};

use pana_packs::{Files, builtin, texts};
use pana_text::Lang;

/// What a message does with its arguments.
#[derive(Debug, Default)]
struct Arguments {
    /// Those it writes.
    written: BTreeSet<String>,
    /// Those it only chooses a form by; a language without that form has no use for them.
    choosing: BTreeSet<String>,
}

impl Arguments {
    fn add(&mut self, line: &str) {
        for rest in line.split('$').skip(1) {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
            let name = rest[..end].trim_end_matches("-written").to_owned();
            let choosing = rest[end..].trim_start().starts_with("->");
            if choosing {
                self.choosing.insert(name)
            } else {
                self.written.insert(name)
            };
        }
    }
}

fn messages(data: &Files, lang: Lang) -> BTreeMap<String, Arguments> {
    let folder = format!("text/{lang}/");
    let mut messages = BTreeMap::new();
    for path in data.paths().filter(|path| path.starts_with(&folder)) {
        let mut current = String::new();
        for line in data.text(path).expect("a catalogue").lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.starts_with(' ') && !key.is_empty()) {
                current = key.to_owned();
                assert!(
                    messages.insert(current.clone(), Arguments::default()).is_none(),
                    "{path}: {key} is there twice"
                );
            }
            messages.entry(current.clone()).or_default().add(line);
        }
    }
    messages.remove("");
    messages
}

#[test]
fn r22_every_message_is_there_in_three_languages() {
    let data = builtin::data();
    let english = messages(&data, Lang::En);
    assert!(english.len() > 100, "{} messages", english.len());
    for lang in [Lang::Ru, Lang::Kk] {
        let other = messages(&data, lang);
        let missing: Vec<&String> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let unknown: Vec<&String> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert_eq!((missing, unknown), (Vec::new(), Vec::new()), "{lang}");
        for (key, arguments) in &english {
            assert_eq!(other[key].written, arguments.written, "{lang} {key}");
            let strange: Vec<&String> = other[key]
                .choosing
                .iter()
                .filter(|name| !arguments.choosing.contains(*name) && !arguments.written.contains(*name))
                .collect();
            assert_eq!(strange, Vec::<&String>::new(), "{lang} {key}");
        }
    }
}

#[test]
fn every_catalogue_is_well_formed() {
    texts::read(&builtin::data()).unwrap_or_else(|faults| panic!("{faults}"));
}

/// Columns of the pack whose texts a reader sees.
const TRANSLATED: [(&str, &[&str]); 21] = [
    ("geographies", &["name_en"]),
    ("indicators", &["name_en", "concept", "scope", "definition_note"]),
    ("indicator_relations", &["note"]),
    ("observations", &["value_text", "period_label", "subgroup", "note"]),
    ("findings", &["paraphrase"]),
    ("recommendations", &["addressee", "suggested_body", "paraphrase"]),
    ("recommendation_evidence", &["note"]),
    ("recommendation_ratings", &["note"]),
    ("commitments", &["title", "note"]),
    ("claims", &["paraphrase"]),
    ("inconsistencies", &["title", "description", "handling"]),
    ("services", &["name_en", "note"]),
    ("suggested_actions", &["domain", "paraphrase", "locus", "note"]),
    ("demands", &["title_en"]),
    ("demand_members", &["note"]),
    ("indicators_assessment", &["name_en", "concept", "scope", "definition_note"]),
    ("ilab_chapter", &["note"]),
    ("ilab_inputs", &["what"]),
    ("tip_tiers", &["note"]),
    ("tip_evidence", &["note"]),
    ("legal_standards", &["demand"]),
];

#[test]
fn every_text_of_the_pack_is_translated() {
    let data = builtin::data();
    let texts = texts::read(&data).unwrap_or_else(|faults| panic!("{faults}"));
    let mut gaps = BTreeSet::new();
    for (table, columns) in TRANSLATED {
        let bytes = data.bytes(&format!("kz/{table}.csv")).unwrap_or_else(|| panic!("{table} is missing"));
        let mut reader = csv::Reader::from_reader(bytes);
        let header = reader.headers().expect("a header").clone();
        for row in reader.records().map(|row| row.expect("a row")) {
            for (_, cell) in header.iter().zip(&row).filter(|(column, _)| columns.contains(column)) {
                let words = cell.chars().any(char::is_alphabetic);
                for lang in [Lang::Ru, Lang::Kk] {
                    if words && texts.get(lang).translation(cell).is_none() {
                        gaps.insert(format!("{lang} {table}: {cell}"));
                    }
                }
            }
        }
    }
    assert_eq!(gaps, BTreeSet::new());
}

#[test]
fn every_label_of_an_advancement_level_is_translated() {
    use pana_evidence::assessment::{Advancement, Domain, Domains, Level};
    let texts = texts::read(&builtin::data()).unwrap_or_else(|faults| panic!("{faults}"));
    let plain = Level::ALL.iter().map(|(level, ..)| Advancement::Plain(*level));
    let alone = Domain::ALL.iter().filter_map(|(domain, ..)| Domains::new([*domain]));
    let delayed = alone.flat_map(|domains| [Advancement::Regression(domains.clone()), Advancement::Continued(domains)]);
    for level in plain.chain(delayed).chain([Advancement::Complicit]) {
        // No edition had a new regression in policy.
        let published =
            level.label() != "Minimal Advancement - Efforts Made but Regression in Policy that Delayed Advancement";
        for lang in [Lang::Ru, Lang::Kk] {
            assert_eq!(texts.get(lang).translation(&level.label()).is_some(), published, "{lang}: {}", level.label());
        }
    }
}

#[test]
fn every_name_of_a_ruleset_is_translated() {
    let data = builtin::data();
    let texts = texts::read(&data).unwrap_or_else(|faults| panic!("{faults}"));
    for rules in pana_packs::ruleset::Rules::read_all(&data).unwrap_or_else(|faults| panic!("{faults}")) {
        let items = rules.ruleset.response.items().iter().map(|item| &item.name);
        let activities = rules.edition.activities.iter().map(|activity| &activity.name);
        let milestones = rules.edition.milestones.iter().flat_map(|milestone| [&milestone.name, &milestone.short_name]);
        for name in items.chain(activities).chain(milestones).chain(&rules.edition.dimensions) {
            for lang in [Lang::Ru, Lang::Kk] {
                assert!(texts.get(lang).translation(name).is_some(), "{lang}: {name}");
            }
        }
    }
}
