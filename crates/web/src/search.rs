//! Search: places, indicators, sources and what the sources say, by the beginnings of words in any of the languages.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pana_evidence::{Place, Record, SourceId};
use pana_text::{Lang, Words};
use serde::Deserialize;

use crate::error::Oops;
use crate::kept;
use crate::line::short_name;
use crate::page::{Nav, Page, render};
use crate::visit::Visit;
use pana_publish::said::{self, Said};

/// What a reader typed, ready to be compared.
pub struct Wanted {
    words: Vec<String>,
}

impl Wanted {
    /// The words of a question; `None` where it has none.
    pub fn new(question: &str) -> Option<Self> {
        let words: Vec<String> = split(question).filter(|(_, is_word)| *is_word).map(|(word, _)| fold(word)).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// Whether every word wanted begins some word of the texts.
    pub fn is_in<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        let found: Vec<String> =
            texts.into_iter().flat_map(split).filter(|(_, is_word)| *is_word).map(|(word, _)| fold(word)).collect();
        self.words.iter().all(|wanted| found.iter().any(|word| word.starts_with(wanted)))
    }

    /// A text cut into pieces; those that were wanted are marked.
    pub fn mark(&self, text: &str) -> Vec<Marked> {
        let mut pieces: Vec<Marked> = Vec::new();
        for (part, is_word) in split(text) {
            let folded = fold(part);
            let wanted = self.words.iter().filter(|wanted| is_word && folded.starts_with(*wanted));
            let length = wanted.map(|wanted| wanted.chars().count()).max().unwrap_or(0);
            let end = part.char_indices().nth(length).map_or(part.len(), |(end, _)| end);
            push(&mut pieces, &part[..end], length > 0);
            push(&mut pieces, &part[end..], false);
        }
        pieces
    }
}

/// A piece of a text, wanted or not.
pub struct Marked {
    /// The piece.
    pub text: String,
    /// Whether it is what the reader looked for.
    pub wanted: bool,
}

fn push(pieces: &mut Vec<Marked>, text: &str, wanted: bool) {
    match pieces.last_mut().filter(|last| last.wanted == wanted) {
        _ if text.is_empty() => {}
        Some(last) => last.text.push_str(text),
        None => pieces.push(Marked { text: text.to_owned(), wanted }),
    }
}

/// A text cut into words and what stands between them.
fn split(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = rest.chars().next()?.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != is_word).unwrap_or(rest.len());
        let (part, later) = rest.split_at(end);
        rest = later;
        Some((part, is_word))
    })
}

/// Small letters, one for each letter; ё is е, and a Kazakh letter is the Russian one that stands for it on a keyboard
/// without Kazakh letters.
fn fold(word: &str) -> String {
    let small = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let plain = |letter: char| match letter {
        'ё' => 'е',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        other => other,
    };
    word.chars().map(|letter| plain(small(letter))).collect()
}

/// What the search page is asked.
#[derive(Debug, Deserialize)]
pub struct Wish {
    q: Option<String>,
}

/// One thing that was found.
struct Hit {
    href: String,
    title: Vec<Marked>,
    lang: Option<&'static str>,
    kind: String,
    about: Said,
}

/// What was found of one kind.
struct Kind {
    id: &'static str,
    name: String,
    hits: Vec<Hit>,
    count: usize,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    page: Page<'a>,
    question: String,
    summary: String,
    kinds: Vec<Kind>,
    at_most: String,
}

/// How many results of one kind are listed.
const AT_MOST: usize = 50;

/// The search page.
pub async fn show(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Oops> {
    let question = wish.q.unwrap_or_default().trim().to_owned();
    let wanted = Wanted::new(&question);
    let kinds = wanted.as_ref().map(|wanted| find(&visit, wanted)).unwrap_or_default();
    let words = visit.words();
    let count: usize = kinds.iter().map(|kind| kind.count).sum();
    let summary = match (&wanted, count) {
        (None, _) => words.say("search-empty"),
        (Some(_), 0) => words.tell("search-nothing", &[("q", question.as_str().into())]),
        (Some(_), count) => words.tell("search-found", &[("q", question.as_str().into()), ("n", count.into())]),
    };
    let title = if question.is_empty() {
        words.say("search-title")
    } else {
        words.tell("search-title-for", &[("q", question.as_str().into())])
    };
    let at_most = words.tell("search-at-most", &[("n", AT_MOST.into())]);
    render(&visit, &SearchPage { page: visit.page(Nav::Elsewhere, title), question, summary, kinds, at_most })
}

fn find(visit: &Visit, wanted: &Wanted) -> Vec<Kind> {
    let mut kinds = vec![places(visit, wanted), indicators(visit, wanted), sources(visit, wanted)];
    kinds.extend(kept::SEARCHED.iter().map(|(table, column)| records(visit, wanted, table, column)));
    kinds.retain(|kind| kind.count > 0);
    kinds
}

/// A text of the data in every language, and as it stands.
fn in_all<'a>(visit: &'a Visit, text: &'a str) -> impl Iterator<Item = &'a str> {
    let all = Lang::ALL.into_iter().filter_map(move |lang| visit.desk.library.words(lang).translation(text));
    all.chain([text])
}

fn in_order(words: &Words, mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|left, right| words.order().compare(&plain(left), &plain(right)));
    hits
}

fn kind(words: &Words, id: &'static str, mut hits: Vec<Hit>) -> Kind {
    let count = hits.len();
    hits.truncate(AT_MOST);
    Kind { id, name: words.say(&format!("search-kind-{id}")), hits, count }
}

fn plain(hit: &Hit) -> String {
    hit.title.iter().map(|piece| piece.text.as_str()).collect()
}

fn hit(visit: &Visit, wanted: &Wanted, path: String, name: &Said, kind: &str, about: Said) -> Hit {
    let kind = visit.words().say(&format!("search-is-{kind}"));
    Hit { href: format!("/{}{path}", visit.lang), title: wanted.mark(&name.text), lang: name.lang, kind, about }
}

fn places(visit: &Visit, wanted: &Wanted) -> Kind {
    let words = visit.words();
    let fits = visit.shelf.room.places().filter(|place| {
        let codes = [Some(place.id.0.as_str()), place.iso3.as_deref()];
        wanted.is_in(in_all(visit, &place.name).chain(codes.into_iter().flatten()))
    });
    // Countries first: whoever types the name of one means it, and not a part of it.
    let (countries, others): (Vec<&Place>, Vec<&Place>) = fits.partition(|place| place.iso3.is_some());
    let to_hit = |place: &Place| {
        let country =
            place.iso3.as_ref().filter(|iso3| visit.shelf.books.iter().any(|book| book.lines.contains_key(*iso3)));
        let path = country.map_or_else(|| format!("/places/{}", place.id.0), |iso3| format!("/countries/{iso3}"));
        let about = said::code(words, "place-kind", &place.kind);
        hit(visit, wanted, path, &Said::new(words, &place.name), "place", about)
    };
    let mut hits = in_order(words, countries.into_iter().map(to_hit).collect());
    hits.extend(in_order(words, others.into_iter().map(to_hit).collect()));
    kind(words, "places", hits)
}

fn indicators(visit: &Visit, wanted: &Wanted) -> Kind {
    let words = visit.words();
    let fits = visit.shelf.room.indicators().filter(|indicator| {
        wanted.is_in(
            in_all(visit, &indicator.name).chain(in_all(visit, &indicator.concept)).chain([indicator.id.0.as_str()]),
        )
    });
    let hits = fits.map(|indicator| {
        let count = visit.shelf.room.observations_of(&indicator.id).count();
        let (unit, flow) =
            (said::code(words, "unit", &indicator.unit).text, said::code(words, "flow", &indicator.flow).text);
        let about = format!("{unit} · {flow} · {}", words.tell("figures-count", &[("n", count.into())]));
        let path = format!("/indicators/{}", indicator.id.0);
        hit(visit, wanted, path, &Said::new(words, &indicator.name), "indicator", Said::plain(about))
    });
    kind(words, "indicators", in_order(words, hits.collect()))
}

fn sources(visit: &Visit, wanted: &Wanted) -> Kind {
    let words = visit.words();
    let fits = visit.shelf.room.sources().filter(|source| {
        wanted.is_in(in_all(visit, &source.title).chain(in_all(visit, &source.publisher)).chain([source.id.0.as_str()]))
    });
    let hits = fits.map(|source| {
        let title = Said::own(words, &source.title, &source.language);
        hit(visit, wanted, format!("/sources/{}", source.id.0), &title, "source", short_name(words, source))
    });
    kind(words, "sources", in_order(words, hits.collect()))
}

fn records(visit: &Visit, wanted: &Wanted, table: &'static str, column: &str) -> Kind {
    let words = visit.words();
    let rows = visit.shelf.room.records(table).filter_map(|record| Some((record, record.cell(column)?)));
    let fits = rows.filter(|(record, text)| wanted.is_in(in_all(visit, text).chain([record.key.as_str()])));
    let hits = fits.filter_map(|(record, text)| {
        let about = source_of(visit, record)?;
        Some(hit(visit, wanted, kept::path(record)?, &Said::new(words, text), table, about))
    });
    kind(words, table, in_order(words, hits.collect()))
}

fn source_of(visit: &Visit, record: &Record) -> Option<Said> {
    let source = visit.shelf.room.source(&SourceId(record.cell("source_id")?.to_owned()))?;
    Some(short_name(visit.words(), source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_begin_some_word() {
        let wanted = Wanted::new("forc lab").expect("words");
        assert!(
            wanted.is_in(["Forced labour"]) && !wanted.is_in(["forced marriage"]) && !wanted.is_in(["enforced labour"])
        );
        assert!(Wanted::new(" ,. ").is_none());
    }

    #[test]
    fn a_russian_keyboard_finds_kazakh_words() {
        let wanted = Wanted::new("Казакстан").expect("words");
        assert!(wanted.is_in(["Қазақстан"]));
        assert!(Wanted::new("учет").expect("words").is_in(["Официальный учёт"]));
    }

    #[test]
    fn what_was_wanted_is_marked_in_the_text_as_written() {
        let marked = Wanted::new("каз").expect("words").mark("Оңтүстік Қазақстан");
        let shown: Vec<(&str, bool)> = marked.iter().map(|piece| (piece.text.as_str(), piece.wanted)).collect();
        assert_eq!(shown, [("Оңтүстік ", false), ("Қаз", true), ("ақстан", false)]);
    }
}
