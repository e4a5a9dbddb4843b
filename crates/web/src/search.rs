//! Search: everything public by its words, the best results first, each with its kind and the place that was meant.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pana_app::search::document::{self, Document};
use pana_app::search::excerpt::{self, Excerpt};
use pana_app::search::{self, Answer, Asked};
use pana_evidence::{IndicatorId, PlaceId, SourceId};
use pana_text::Question;
use serde::Deserialize;

use crate::error::Oops;
use crate::line::short_name;
use crate::page::{Link, Nav, Page, render};
use crate::visit::Visit;
use pana_publish::said::{self, Said};

/// What the search page is asked.
#[derive(Debug, Deserialize)]
pub struct Wish {
    q: Option<String>,
    kind: Option<String>,
    page: Option<String>,
}

/// One thing that was found.
struct Hit {
    href: String,
    title: Excerpt,
    title_lang: Option<&'static str>,
    kind: String,
    about: Option<Said>,
    text: Option<Excerpt>,
    text_lang: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    page: Page<'a>,
    question: String,
    kind: Option<String>,
    summary: String,
    some_words: bool,
    nothing: bool,
    kinds: Vec<Link>,
    first: u64,
    hits: Vec<Hit>,
    pages: Vec<Link>,
}

/// Results on a page.
const AT_ONCE: u64 = 20;
/// Pages that can be turned to: nobody reads further, and whoever wants all of something asks for the download.
const MOST_PAGES: u64 = 25;
/// Letters of a question that are read.
const LONGEST_QUESTION: usize = 400;

/// The search page.
pub async fn show(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Oops> {
    let typed = wish.q.unwrap_or_default();
    let question: String = typed.trim().chars().take(LONGEST_QUESTION).collect();
    let kind = wish.kind.filter(|kind| !kind.is_empty());
    let number = wish.page.and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, MOST_PAGES);
    let asked = Asked {
        words: &question,
        kind: kind.as_deref(),
        lang: visit.lang,
        from: (number - 1) * AT_ONCE,
        most: AT_ONCE,
    };
    let answer = search::ask(&visit.desk, &asked).await.map_err(|error| visit.failed(error))?;
    let words = visit.words();
    let title = match question.is_empty() {
        true => words.say("search-title"),
        false => words.tell("search-title-for", &[("q", question.as_str().into())]),
    };
    let page = SearchPage {
        summary: summary(&visit, &question, &answer),
        some_words: !answer.all_words,
        nothing: answer.total == 0,
        kinds: kinds(&visit, &question, kind.as_deref(), &answer),
        first: asked.from + 1,
        hits: answer.found.iter().map(|found| hit(&visit, &answer.question, found)).collect(),
        pages: pages(&visit, &question, kind.as_deref(), answer.total, number),
        page: visit.page(Nav::Elsewhere, title),
        question,
        kind,
    };
    render(&visit, &page)
}

fn summary(visit: &Visit, question: &str, answer: &Answer) -> String {
    let words = visit.words();
    let total = usize::try_from(answer.total).unwrap_or(usize::MAX);
    match total {
        0 if answer.question.is_empty() => words.say("search-empty"),
        0 => words.tell("search-nothing", &[("q", question.into())]),
        _ => words.tell("search-found", &[("q", question.into()), ("n", total.into())]),
    }
}

/// The filter by kind: all, then each with its number.
fn kinds(visit: &Visit, question: &str, chosen: Option<&str>, answer: &Answer) -> Vec<Link> {
    let words = visit.words();
    let link = |kind: Option<&str>, name: String, count: u64| Link {
        href: address(visit, question, kind, 1),
        text: format!("{name} {}", words.numbers().whole(i64::try_from(count).unwrap_or(i64::MAX))),
        lang: visit.lang.tag(),
        current: kind == chosen,
    };
    let every = answer.kinds.iter().map(|(_, count)| count).sum();
    let all = (!answer.kinds.is_empty()).then(|| link(None, words.say("search-kind-all"), every));
    let kinds = answer.kinds.iter();
    all.into_iter()
        .chain(kinds.map(|(kind, count)| link(Some(kind), search::kinds_name(words, kind), *count)))
        .collect()
}

fn pages(visit: &Visit, question: &str, kind: Option<&str>, total: u64, number: u64) -> Vec<Link> {
    let last = total.div_ceil(AT_ONCE).clamp(1, MOST_PAGES);
    let link = |page: u64| Link {
        href: address(visit, question, kind, page),
        text: visit.words().numbers().whole(i64::try_from(page).unwrap_or(i64::MAX)),
        lang: visit.lang.tag(),
        current: page == number,
    };
    if last == 1 { Vec::new() } else { (1..=last).map(link).collect() }
}

fn address(visit: &Visit, question: &str, kind: Option<&str>, page: u64) -> String {
    let kind = kind.map(|kind| format!("&kind={}", encoded(kind))).unwrap_or_default();
    let page = if page > 1 { format!("&page={page}") } else { String::new() };
    format!("/{}/search?q={}{kind}{page}", visit.lang, encoded(question))
}

/// A text as part of an address (RFC 3986 §2.3).
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn hit(visit: &Visit, question: &Question, found: &Document) -> Hit {
    let title = excerpt::title(found, question, visit.lang);
    let text = excerpt::text(found, question, visit.lang);
    let lang = |excerpt: &Excerpt| (excerpt.lang != visit.lang).then(|| excerpt.lang.tag());
    Hit {
        href: format!("/{}{}", visit.lang, found.path),
        title_lang: lang(&title),
        title,
        kind: search::kind_name(visit.words(), &found.kind),
        about: about(visit, found),
        text_lang: text.as_ref().and_then(lang),
        text,
    }
}

/// What a reader must know to choose between results of the same name.
fn about(visit: &Visit, found: &Document) -> Option<Said> {
    let (words, room) = (visit.words(), &visit.shelf.room);
    let source = |id: &SourceId| room.source(id).map(|source| short_name(words, source));
    match found.kind.as_str() {
        document::PLACE => {
            room.place(&PlaceId(found.key.clone())).map(|place| said::code(words, "place-kind", &place.kind))
        }
        document::INDICATOR => {
            let indicator = room.indicator(&IndicatorId(found.key.clone()))?;
            let count = room.observations_of(&indicator.id).count();
            let (unit, flow) = (said::code(words, "unit", &indicator.unit), said::code(words, "flow", &indicator.flow));
            let figures = words.tell("figures-count", &[("n", count.into())]);
            Some(Said::plain(format!("{} · {} · {figures}", unit.text, flow.text)))
        }
        document::SOURCE => source(&SourceId(found.key.clone())),
        _ => source(found.source.as_ref()?),
    }
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn a_question_travels_in_an_address() {
        assert_eq!(encoded("құл a&b=\"c\"%"), "%D2%9B%D2%B1%D0%BB%20a%26b%3D%22c%22%25");
    }
}
