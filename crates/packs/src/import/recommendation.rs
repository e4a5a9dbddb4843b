//! A row of the table `recommendations`, as imports fill it: the columns of a pack and what the mechanisms of the United
//! Nations add to them.

use pana_evidence::{PartialDate, Source, SourceId};

use super::Target;
use super::entry::{Entry, Faults, Journal};
use super::lexicon::Habits;
use super::text;

/// A recommendation.
#[derive(Clone, Debug, Default)]
pub struct Recommendation {
    /// Its key.
    pub id: String,
    /// Its source.
    pub source: String,
    /// `bullet` where it is an item of a numbered list, `in_text` otherwise.
    pub kind: &'static str,
    /// Its place in the source.
    pub locus: String,
    /// The heading it stands under.
    pub section: String,
    /// What it says.
    pub text: String,
    /// The mechanism: `upr`, `treaty_body`, `special_procedure`.
    pub mechanism: String,
    /// The cycle of the mechanism.
    pub cycle: String,
    /// What the State answered.
    pub position: String,
    /// The State that recommends.
    pub recommending_state: String,
    /// When the document was published.
    pub issued: Option<PartialDate>,
}

/// The positions that a State may take; see the life cycle of a recommendation of the Universal Periodic Review.
pub const POSITIONS: [(&str, &str); 4] = [
    ("supported", "supported"),
    ("supported_in_part", "supported_in_part"),
    ("noted", "noted"),
    ("pending", "pending"),
];

/// The mechanisms that make recommendations; a body that the mapping does not place is `other`.
pub const MECHANISMS: [&str; 5] = ["upr", "treaty_body", "special_procedure", "regional_body", "other"];

impl Recommendation {
    /// Writes it as a record, with what the row says in the fields that need no reading.
    pub fn record(self, entry: &Entry<'_>, journal: &mut Journal<'_>, target: Target<'_>) {
        for field in ["theme", "persons"] {
            for word in entry.list(field).iter().filter(|word| !is_word_of_ours(word)) {
                journal.as_written(field, word);
            }
        }
        let list = |field: &str| entry.list(field).join(";");
        let get = |field: &str| entry.get(field).unwrap_or_default();
        let issued = self.issued.map(|issued| issued.to_string()).unwrap_or_default();
        let cells = vec![
            ("rec_id", self.id),
            ("source_id", self.source),
            ("kind", self.kind.to_owned()),
            ("locus", self.locus),
            ("section", self.section),
            ("bullet_no", String::new()),
            ("part", "1".to_owned()),
            ("theme", leading(&entry.list("theme"))),
            ("addressee", get("addressee")),
            ("addressee_basis", get("addressee_basis")),
            ("suggested_body", String::new()),
            ("action_type", String::new()),
            ("action_category", String::new()),
            ("paraphrase", self.text),
            ("related_findings", String::new()),
            ("mechanism", self.mechanism),
            ("cycle", self.cycle),
            ("position", self.position),
            ("recommending_state", self.recommending_state),
            ("themes", list("theme")),
            ("persons", list("persons")),
            ("sdg", list("sdg")),
            ("issued", issued),
        ];
        journal.record(target.pack, "recommendations", cells);
    }
}

/// The theme of a row that names several: the first that is a word of ours, by which it stands beside the rows of a pack.
fn leading(themes: &[String]) -> String {
    let ours = themes.iter().find(|theme| is_word_of_ours(theme));
    ours.or_else(|| themes.first()).cloned().unwrap_or_default()
}

fn is_word_of_ours(word: &str) -> bool {
    word.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_')
}

/// The source that a document of the United Nations is: named by its symbol.
pub fn source(
    entry: &Entry<'_>,
    habits: &Habits,
    symbol: &str,
    publisher: String,
    mechanism: &str,
    issued: Option<PartialDate>,
    language: &str,
) -> Source {
    let get = |field: &str| entry.get(field).unwrap_or_default();
    let kind = habits.values.get("document_kind").and_then(|kinds| kinds.get(mechanism)).cloned();
    let precision = issued.map(|issued| match issued {
        PartialDate::Year(_) => "year".to_owned(),
        PartialDate::Month(..) => "month".to_owned(),
        PartialDate::Day(_) => "day".to_owned(),
    });
    Source {
        id: SourceId(text::slug(symbol)),
        role: "seed".to_owned(),
        title: symbol.to_owned(),
        publisher,
        publisher_kind: get("publisher_kind"),
        published: issued,
        published_precision: precision,
        date_basis: issued.map(|_| "stated".to_owned()),
        covers: None,
        kind: kind.unwrap_or_else(|| get("document_kind")),
        language: language.to_owned(),
        url: None,
        cited_in: Vec::new(),
        note: None,
    }
}

/// The day of publication, where the table has one.
pub fn issued(entry: &Entry<'_>, journal: &Journal<'_>, faults: &mut Faults<'_>) -> Option<PartialDate> {
    let cell = entry.raw("published")?;
    faults.take("published", journal.mapping.date_format.read(cell))
}

/// The cycle: as the row says, or the one that the day of the document belongs to.
pub fn cycle(entry: &Entry<'_>, habits: &Habits, mechanism: &str, issued: Option<PartialDate>) -> (String, bool) {
    if let Some(stated) = entry.get("cycle") {
        return (stated, false);
    }
    let Some(day) = issued.map(PartialDate::last_day) else { return (String::new(), false) };
    let begun = habits.cycles.iter().filter(|cycle| cycle.mechanism == mechanism && cycle.from <= day);
    let cycle = begun.max_by_key(|cycle| cycle.from).map(|cycle| cycle.cycle.clone());
    let worked_out = cycle.is_some();
    (cycle.unwrap_or_default(), worked_out)
}

/// A number of a paragraph at the start of a text (`139.45 Ratify ...`), and the rest.
pub fn numbered(given: &str) -> (Option<String>, String) {
    let given = text::tidy(given);
    let (first, rest) = given.split_once(' ').unwrap_or((given.as_str(), ""));
    let number = first.trim_end_matches(['.', ')', ':']);
    let dotted = number.contains('.') && !number.starts_with('.');
    let digits = number.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    if dotted && digits && !rest.is_empty() { (Some(number.to_owned()), rest.to_owned()) } else { (None, given) }
}
