//! Search over everything public: a question in words, the best answers first, each with the place that was meant.

pub mod document;
pub mod excerpt;
pub mod row;
mod spelling;

use pana_publish::said;
use pana_store::search::{self as index, Edition, Wanted};
use pana_text::{Lang, Question, Words};
use sha2::{Digest, Sha256};

use crate::desk::{Desk, Shelf};
use crate::error::Error;
use crate::facts::hex;
use document::{Document, Documents};

/// What is asked.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// As it was typed.
    pub words: &'a str,
    /// Only this kind.
    pub kind: Option<&'a str>,
    /// The language whose texts come first.
    pub lang: Lang,
    /// How many results come before the first one that is shown.
    pub from: u64,
    /// How many are shown.
    pub most: u64,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The question, as it was understood.
    pub question: Question,
    /// Whether the documents have all words, or only some because none has all.
    pub all_words: bool,
    /// How many of each kind there are, the most first.
    pub kinds: Vec<(String, u64)>,
    /// How many there are of the kind that is asked for, or of all.
    pub total: u64,
    /// Those that are shown, the best first.
    pub found: Vec<Document>,
}

/// Times the index may become old while a question is answered.
const PATIENCE: usize = 4;

/// Makes the index if there is none of the facts as they are now.
pub async fn prepare(desk: &Desk) -> Result<(), Error> {
    ready(desk).await.map(|_| ())
}

/// Answers a question. Any text is a question; what is no word asks for nothing.
pub async fn ask(desk: &Desk, asked: &Asked<'_>) -> Result<Answer, Error> {
    let question = Question::read(asked.words);
    let nothing = Answer { question, all_words: true, kinds: Vec::new(), total: 0, found: Vec::new() };
    if nothing.question.is_empty() {
        return Ok(nothing);
    }
    for _ in 0..PATIENCE {
        let shelf = ready(desk).await?;
        let made_by = desk.spelling();
        let edition = Edition { import: shelf.version, made_by: &made_by };
        let answer = look(desk, &shelf, &edition, asked, nothing.clone()).await?;
        // Facts that came in meanwhile have taken the index away: nothing was found because nothing could be.
        if answer.total > 0 || index::is_of(&desk.db, &edition).await? {
            return Ok(answer);
        }
    }
    Ok(nothing)
}

/// The names of everything of a kind that has all words of a question.
pub async fn names(desk: &Desk, words: &str, kind: &str, lang: Lang) -> Result<Vec<String>, Error> {
    let asked = Asked { words, kind: Some(kind), lang, from: 0, most: u64::from(u32::MAX) };
    let answer = ask(desk, &asked).await?;
    let found = if answer.all_words { answer.found } else { Default::default() };
    Ok(found.into_iter().map(|document| document.key).collect())
}

/// What one thing of a kind is called.
pub fn kind_name(words: &Words, kind: &str) -> String {
    named(words, "search-is", "kept-one", kind)
}

/// What the things of a kind are called.
pub fn kinds_name(words: &Words, kind: &str) -> String {
    named(words, "search-kind", "kept", kind)
}

/// The word for one of our kinds, or for a table of a pack.
fn named(words: &Words, own: &str, table: &str, kind: &str) -> String {
    let key = format!("{own}-{kind}");
    if words.has(&key) { words.say(&key) } else { said::code(words, table, kind).text }
}

/// A shelf whose facts the index knows.
async fn ready(desk: &Desk) -> Result<std::sync::Arc<Shelf>, Error> {
    let made_by = desk.spelling();
    let mut shelf = desk.shelf().await?;
    for _ in 0..PATIENCE {
        let edition = Edition { import: shelf.version, made_by: &made_by };
        if index::is_of(&desk.db, &edition).await? {
            break;
        }
        let documents = Documents::new(&shelf, &desk.library);
        let mut speller = spelling::Speller::default();
        let spelled = documents.all().map(|document| speller.spell(&document));
        if index::make(&desk.db, &edition, spelled).await? {
            break;
        }
        shelf = desk.shelf().await?;
    }
    Ok(shelf)
}

async fn look(
    desk: &Desk,
    shelf: &Shelf,
    edition: &Edition<'_>,
    asked: &Asked<'_>,
    nothing: Answer,
) -> Result<Answer, Error> {
    let question = nothing.question.clone();
    let unwanted = spelling::unwanted(&question);
    let but = |groups: Vec<Wanted>| -> Vec<Wanted> {
        groups.into_iter().map(|group| without(group, unwanted.clone())).collect()
    };
    for all_words in [true, false] {
        let groups = match all_words {
            true => but(spelling::all_words(&question, asked.lang)),
            false if question.wanted.len() > 1 => but(spelling::some_words(&question, asked.lang)),
            false => break,
        };
        // The last group is the widest: every document of an earlier one is in it.
        let Some(widest) = groups.last() else { break };
        let mut kinds = index::count(&desk.db, edition, widest).await?;
        if kinds.is_empty() {
            continue;
        }
        kinds.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
        let counted = kinds.iter().filter(|(kind, _)| asked.kind.is_none_or(|wanted| wanted == kind));
        let total = counted.map(|(_, count)| count).sum();
        let keys = best(desk, edition, &groups, asked).await?;
        let documents = Documents::new(shelf, &desk.library);
        let found = keys.iter().filter_map(|found| documents.one(&found.kind, &found.key)).collect();
        return Ok(Answer { question, all_words, kinds, total, found });
    }
    Ok(nothing)
}

/// Goes through the groups until enough are found; a document counts in the first group it fits.
async fn best(
    desk: &Desk,
    edition: &Edition<'_>,
    groups: &[Wanted],
    asked: &Asked<'_>,
) -> Result<Vec<index::Found>, Error> {
    let (mut skip, mut found) = (asked.from, Vec::new());
    for (at, group) in groups.iter().enumerate() {
        let left = asked.most.saturating_sub(found.len() as u64);
        if left == 0 {
            break;
        }
        let earlier = (at > 0).then(|| Wanted::Any(groups[..at].to_vec()));
        let mut wanted = without(group.clone(), earlier);
        if let Some(kind) = asked.kind {
            wanted = Wanted::All(vec![wanted, spelling::kind(kind)]);
        }
        let here = index::list(&desk.db, edition, &wanted, skip, left).await?;
        skip = match (skip, here.is_empty()) {
            (0, _) | (_, false) => 0,
            (_, true) => {
                let counted = index::count(&desk.db, edition, &wanted).await?;
                skip.saturating_sub(counted.iter().map(|(_, count)| count).sum())
            }
        };
        found.extend(here);
    }
    Ok(found)
}

fn without(wanted: Wanted, unwanted: Option<Wanted>) -> Wanted {
    match unwanted {
        Some(unwanted) => Wanted::Without(Box::new(wanted), Box::new(unwanted)),
        None => wanted,
    }
}

/// What the words of an index depend on besides the facts: the way they are spelled, and the texts of all languages.
pub(crate) fn spelling_of(library: &crate::Library) -> String {
    let mut hash = Sha256::new();
    for path in library.data.paths().filter(|path| path.starts_with("text/") || path.contains("/text/")) {
        hash.update(path);
        hash.update(library.data.bytes(path).unwrap_or_default());
    }
    format!("{} {} {}", env!("CARGO_PKG_VERSION"), spelling::WAY, hex(&hash.finalize()))
}
