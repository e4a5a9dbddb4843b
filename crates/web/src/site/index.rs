//! What the folder's search looks through: every page, figure and statement in one language, as one small file.

use std::collections::BTreeSet;

use pana_evidence::Room;
use pana_publish::figure::Written;
use pana_publish::said::{self, Said};
use pana_text::{Lang, Words};
use serde_json::{Value, json};

use super::File;
use super::address::{Scope, file_of};

/// Tables of statements, with the column that says what a row is about.
const SPOKEN: [(&str, &str); 7] = [
    ("findings", "paraphrase"),
    ("recommendations", "paraphrase"),
    ("commitments", "title"),
    ("claims", "paraphrase"),
    ("demands", "title_en"),
    ("suggested_actions", "paraphrase"),
    ("inconsistencies", "title"),
];

/// The index of a language: a list of `[kind, text, file]`.
pub fn of(room: &Room, scope: &Scope, lang: Lang, words: &Words, pages: &BTreeSet<&str>) -> File {
    let name = |text: &str| Said::new(words, text).text;
    let mut rows: Vec<Value> = Vec::new();
    let mut add = |kind: String, text: String, path: Option<String>| {
        if let Some(path) = path {
            rows.push(json!([kind, text, path]));
        }
    };
    let kind = |key: &str| words.say(key);
    let page = |path: String| pages.contains(path.as_str()).then(|| file_of(&path));
    for place in room.places().filter(|place| scope.holds(&place.id.0)) {
        add(kind("place"), name(&place.name), page(format!("/{lang}/places/{}", place.id.0)));
    }
    for indicator in room.indicators() {
        add(kind("indicator"), name(&indicator.name), page(format!("/{lang}/indicators/{}", indicator.id.0)));
    }
    for source in room.sources() {
        let text = format!("{} · {}", source.title, name(&source.publisher));
        add(kind("source"), text, page(format!("/{lang}/sources/{}", source.id.0)));
    }
    for (id, indicator) in scope.rows() {
        let Some(observation) = room.observation(&pana_evidence::ObservationId(id.clone())) else { continue };
        let counted = room.indicator(&observation.indicator).map(|known| name(&known.name)).unwrap_or_default();
        let place = room.place(&observation.place).map(|place| name(&place.name)).unwrap_or_default();
        let group =
            if observation.subgroup == "all" { String::new() } else { format!(", {}", name(&observation.subgroup)) };
        let figure = Written::new(words, observation).text();
        let text = format!("{counted}: {figure} · {place}, {}{group} · {id}", name(&observation.period.label));
        let path = page(format!("/{lang}/indicators/{indicator}")).map(|file| format!("{file}#{id}"));
        add(kind("observation"), text, path);
    }
    for record in room.all_records() {
        let Some((_, column)) = SPOKEN.iter().find(|(table, _)| *table == record.table) else { continue };
        let Some(path) = pana_app::address::record(record) else { continue };
        let (path, anchor) = path.split_once('#').map_or((path.as_str(), None), |(path, anchor)| (path, Some(anchor)));
        let file = page(format!("/{lang}{path}"));
        let file = file.map(|file| anchor.map_or(file.clone(), |anchor| format!("{file}#{anchor}")));
        if let (Some(text), Some(file)) = (record.cell(column), file) {
            add(said::code(words, "kept-one", &record.table).text, name(text), Some(file));
        }
    }
    File { path: format!("{lang}/search.json"), bytes: Value::Array(rows).to_string().into_bytes() }
}
