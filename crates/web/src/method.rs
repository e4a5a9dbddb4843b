//! Methods: how the figures are made and what is refused. Every number on these pages comes from the loaded rulesets and books.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pana_evidence::{Comparable, RelationKind};
use pana_publish::Book;
use pana_publish::book::NOISE;
use pana_stats::index::ruleset::{ActivityKind, Response as Scoring};
use pana_text::{Arg, Words};

use crate::error::Oops;
use crate::line::Named;
use crate::page::{Nav, Page, render};
use crate::visit::Visit;
use pana_publish::said::Said;

/// A method: its name in the address, and what its page says after title and lead.
struct Method {
    id: &'static str,
    body: fn(&Visit) -> Vec<Block>,
}

/// Adding a method is a function, a line here and the messages `method-<id>` and `method-<id>-lead`.
static METHODS: [Method; 8] = [
    Method { id: "prevalence", body: prevalence },
    Method { id: "vulnerability", body: vulnerability },
    Method { id: "response", body: response },
    Method { id: "ranks", body: ranks },
    Method { id: "robustness", body: robustness },
    Method { id: "series-breaks", body: series_breaks },
    Method { id: "as-of", body: as_of },
    Method { id: "derived", body: derived },
];

/// A piece of a page.
enum Block {
    Heading { id: String, text: String },
    Text(String),
    Formula(&'static str),
    List(Vec<String>),
    Table(Table),
}

/// A table of a method.
struct Table {
    caption: String,
    head: Vec<Head>,
    rows: Vec<Vec<String>>,
    foot: Option<Vec<String>>,
}

/// The head of a column.
struct Head {
    text: String,
    numeric: bool,
}

/// A method in the list.
struct Entry {
    href: String,
    title: String,
    lead: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "methods.html")]
struct ListPage<'a> {
    page: Page<'a>,
    methods: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "method.html")]
struct MethodPage<'a> {
    page: Page<'a>,
    lead: String,
    blocks: Vec<Block>,
    methods: Vec<Entry>,
    references: Vec<Named>,
}

/// All methods.
pub async fn list(visit: Visit) -> Result<Response, Oops> {
    let page = visit.page(Nav::Methods, visit.words().say("methods-title"));
    render(&visit, &ListPage { page, methods: entries(&visit, "") })
}

/// One method.
pub async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let method = METHODS.iter().find(|method| method.id == id).ok_or_else(|| visit.nothing_here())?;
    let words = visit.words();
    let page = visit.page(Nav::Methods, words.say(&format!("method-{id}")));
    let lead = words.say(&format!("method-{id}-lead"));
    let page = MethodPage {
        page,
        lead,
        blocks: (method.body)(&visit),
        methods: entries(&visit, &id),
        references: references(&visit),
    };
    render(&visit, &page)
}

fn entries(visit: &Visit, current: &str) -> Vec<Entry> {
    let words = visit.words();
    let entry = |method: &Method| Entry {
        href: format!("/{}/methods/{}", visit.lang, method.id),
        title: words.say(&format!("method-{}", method.id)),
        lead: words.say(&format!("method-{}-lead", method.id)),
        current: method.id == current,
    };
    METHODS.iter().map(entry).collect()
}

/// The sources of the editions the methods describe.
fn references(visit: &Visit) -> Vec<Named> {
    let sources = visit.shelf.books.iter().filter_map(|book| visit.shelf.room.source(&book.edition.source));
    sources
        .map(|source| Named::new("sources", &source.id.0, Said::own(visit.words(), &source.title, &source.language)))
        .collect()
}

fn text(words: &Words, key: &str) -> Block {
    Block::Text(words.say(key))
}

fn heading(words: &Words, id: &str) -> Block {
    Block::Heading { id: id.to_owned(), text: words.say(&format!("method-heading-{id}")) }
}

/// The heading of what one edition does.
fn edition_heading(visit: &Visit, book: &Book) -> Block {
    Block::Heading { id: book.edition.id.clone(), text: visit.words().name(&book.edition.title).to_owned() }
}

fn head(words: &Words, columns: &[(&str, bool)]) -> Vec<Head> {
    columns.iter().map(|(key, numeric)| Head { text: words.say(key), numeric: *numeric }).collect()
}

/// A number as it stands in a ruleset: no decimals where it has none.
fn plain(words: &Words, value: f64) -> String {
    words.numbers().written(&value.to_string())
}

fn count(words: &Words, value: usize) -> String {
    words.numbers().whole(i64::try_from(value).unwrap_or(i64::MAX))
}

fn prevalence(visit: &Visit) -> Vec<Block> {
    let words = visit.words();
    let mut blocks = vec![text(words, "method-prevalence-model"), text(words, "method-prevalence-interval")];
    blocks.extend([heading(words, "number"), text(words, "method-prevalence-number")]);
    blocks.push(Block::Formula("N = r · round( p · P / 1000 / r )"));
    for book in &visit.shelf.books {
        let estimated = book.lines.values().filter(|line| line.prevalence.is_some()).count();
        let args = [
            (
                "rounding",
                count(words, usize::try_from(book.ruleset.prevalence.number_rounding.get()).unwrap_or(usize::MAX))
                    .into(),
            ),
            ("year", book.edition.reference_year.to_string().into()),
            ("population-year", book.edition.population_year.to_string().into()),
            ("n", Arg::from(estimated)),
        ];
        blocks.extend([edition_heading(visit, book), Block::Text(words.tell("method-prevalence-edition", &args))]);
        if book.edition.printed_population_year != book.edition.population_year {
            let printed = book.edition.printed_population_year.to_string();
            blocks.push(Block::Text(words.tell(
                "method-prevalence-printed",
                &[("printed", printed.into()), ("year", book.edition.population_year.to_string().into())],
            )));
        }
    }
    blocks.extend([heading(words, "when-not"), text(words, "method-prevalence-when-not")]);
    blocks
}

fn vulnerability(visit: &Visit) -> Vec<Block> {
    let words = visit.words();
    let mut blocks = vec![text(words, "method-vulnerability-dimension"), text(words, "method-vulnerability-total")];
    blocks.push(Block::Formula("S = Σ λ·D / Σ λ\nV = 1 + 99 · (S − min S) / (max S − min S)"));
    blocks.extend([
        text(words, "method-vulnerability-ends"),
        heading(words, "weights"),
        text(words, "method-vulnerability-weights"),
    ]);
    for book in &visit.shelf.books {
        blocks.extend([edition_heading(visit, book), Block::Table(weights(visit, book))]);
        blocks.extend(extremes(words, book).map(Block::Text));
    }
    blocks.extend([heading(words, "when-not"), Block::List(listed(words, "method-vulnerability-when-not", 3))]);
    blocks
}

fn weights(visit: &Visit, book: &Book) -> Table {
    let words = visit.words();
    let dimensions = book.ruleset.vulnerability.dimensions();
    let sum: f64 = dimensions.iter().map(|dimension| dimension.eigenvalue).sum();
    let percent = |value: f64| format!("{}\u{a0}%", words.numbers().fixed(100.0 * value / sum, 1));
    let row = |name: String, value: f64| vec![name, words.numbers().fixed(value, 3), percent(value)];
    Table {
        caption: words.tell("method-vulnerability-caption", &[("edition", book.edition.edition.as_str().into())]),
        head: head(words, &[("method-dimension", false), ("method-eigenvalue", true), ("method-weight", true)]),
        rows: dimensions
            .iter()
            .map(|dimension| row(words.name(&dimension.name).to_owned(), dimension.eigenvalue))
            .collect(),
        foot: Some(row(words.say("method-together"), sum)),
    }
}

/// The two countries that fix the scale of an edition.
fn extremes(words: &Words, book: &Book) -> Option<String> {
    let scored =
        || book.lines.values().filter_map(|line| Some((line.vulnerability.as_ref()?.value, words.name(&line.name))));
    let (_, least) = scored().min_by(|left, right| left.0.total_cmp(&right.0))?;
    let (_, most) = scored().max_by(|left, right| left.0.total_cmp(&right.0))?;
    Some(words.tell("method-vulnerability-extremes", &[("least", least.into()), ("most", most.into())]))
}

fn response(visit: &Visit) -> Vec<Block> {
    let words = visit.words();
    let full = plain(words, ActivityKind::Graded.maximum());
    let mut blocks = vec![text(words, "method-response-tree")];
    blocks.push(Block::Text(words.tell("method-response-ratings", &[("full", full.into())])));
    blocks.push(Block::Formula("A = 2, 1, 0\nM = Σ A;   M % = 100 · M / max M\nT % = 100 · Σ A / max"));
    blocks.extend([
        text(words, "method-response-negative"),
        text(words, "method-response-missing"),
        text(words, "method-response-not-mean"),
    ]);
    for book in &visit.shelf.books {
        blocks.extend([
            edition_heading(visit, book),
            Block::Text(scoring(words, &book.ruleset.response)),
            Block::Table(maxima(visit, book)),
        ]);
        blocks.extend(negative_only(words, &book.ruleset.response).map(Block::Text));
        blocks.extend(reduced(visit, book).map(Block::List));
        blocks.extend(letters(words, book).into_iter().flatten());
        blocks.extend(not_assessed(visit, book).map(Block::Text));
    }
    blocks.extend([heading(words, "when-not"), Block::List(listed(words, "method-response-when-not", 2))]);
    blocks
}

fn scoring(words: &Words, rules: &Scoring) -> String {
    let args = [
        ("items", Arg::from(rules.items().len())),
        ("activities", rules.activities().len().into()),
        ("milestones", rules.milestones().len().into()),
        ("negative", rules.items().iter().filter(|item| item.negative).count().into()),
        ("maximum", plain(words, rules.maxima().total).into()),
    ];
    words.tell(if points_only(rules) { "method-response-edition-points" } else { "method-response-edition" }, &args)
}

fn maxima(visit: &Visit, book: &Book) -> Table {
    let words = visit.words();
    let rules = &book.ruleset.response;
    let graded = |milestone: u8| {
        let of_milestone = rules.activities().iter().filter(|activity| activity.milestone == Some(milestone));
        of_milestone.filter(|activity| activity.kind.maximum() > 0.0).count()
    };
    let row = |name: String, activities: usize, maximum: f64| match points_only(rules) {
        true => vec![name, plain(words, maximum)],
        false => vec![name, count(words, activities), plain(words, maximum)],
    };
    let rows =
        rules.milestones().iter().zip(&rules.maxima().milestones).map(|(milestone, maximum)| {
            row(words.name(&milestone.name).to_owned(), graded(milestone.number), *maximum)
        });
    let all = rules.milestones().iter().map(|milestone| graded(milestone.number)).sum();
    let columns = [("method-milestone", false), ("method-activities", true), ("method-maximum", true)];
    let known = |(key, _): &(&str, bool)| !(points_only(rules) && *key == "method-activities");
    Table {
        caption: words.tell("method-response-caption", &[("edition", book.edition.edition.as_str().into())]),
        head: head(words, &columns.into_iter().filter(known).collect::<Vec<_>>()),
        rows: rows.collect(),
        foot: Some(row(words.say("method-together"), all, rules.maxima().total)),
    }
}

/// Whether only points per milestone were published, so that activities cannot be told apart.
fn points_only(rules: &Scoring) -> bool {
    rules.activities().iter().any(|activity| matches!(activity.kind, ActivityKind::Points { .. }))
}

/// What activities that only count against a country take away.
fn negative_only(words: &Words, rules: &Scoring) -> Option<String> {
    let points: Vec<f64> = rules
        .activities()
        .iter()
        .filter_map(
            |activity| if let ActivityKind::NegativeOnly { points } = activity.kind { Some(points) } else { None },
        )
        .collect();
    let each = points.first()?;
    let args = [("n", Arg::from(points.len())), ("points", plain(words, *each).replace('-', "−").into())];
    Some(words.tell("method-response-negative-only", &args))
}

fn reduced(visit: &Visit, book: &Book) -> Option<Vec<String>> {
    let words = visit.words();
    let name = |iso3: &String| {
        visit.shelf.room.find_place(iso3).map_or(iso3.clone(), |place| words.name(&place.name).to_owned())
    };
    let line = |reduced: &pana_stats::index::ruleset::ReducedMaximum| {
        let places: Vec<String> = reduced.places.iter().map(name).collect();
        let args = [
            ("places", Arg::from(places.join(", "))),
            ("milestone", reduced.milestone.to_string().into()),
            ("maximum", plain(words, reduced.maximum).into()),
            ("total", plain(words, reduced.total).into()),
            ("why", Said::new(words, &reduced.reason).text.into()),
        ];
        words.tell("method-response-reduced", &args)
    };
    let lines: Vec<String> = book.ruleset.response.reduced().iter().map(line).collect();
    (!lines.is_empty()).then_some(lines)
}

fn letters(words: &Words, book: &Book) -> Option<Vec<Block>> {
    let rules = &book.ruleset.response;
    if rules.letters().is_empty() {
        return None;
    }
    let rows = rules.letters().iter().map(|letter| vec![letter.letter.clone(), plain(words, letter.from)]);
    let table = Table {
        caption: words.tell("method-response-letters", &[("edition", book.edition.edition.as_str().into())]),
        head: head(words, &[("figure-letter", false), ("method-from-percent", true)]),
        rows: rows.collect(),
        foot: None,
    };
    let cap = rules
        .letter_cap_with_negative()
        .map(|letter| Block::Text(words.tell("method-response-cap", &[("letter", letter.into())])));
    Some(std::iter::once(Block::Table(table)).chain(cap).collect())
}

fn not_assessed(visit: &Visit, book: &Book) -> Option<String> {
    let words = visit.words();
    let name = |iso3: &String| {
        visit.shelf.room.find_place(iso3).map_or(iso3.clone(), |place| words.name(&place.name).to_owned())
    };
    let names: Vec<String> = book.edition.not_assessed.iter().map(name).collect();
    (!names.is_empty()).then(|| words.tell("method-response-not-assessed", &[("places", names.join(", ").into())]))
}

fn ranks(visit: &Visit) -> Vec<Block> {
    let words = visit.words();
    let mut blocks = vec![text(words, "method-ranks-rank")];
    blocks.push(Block::Formula("R(c) = 1 + #{ k : x(k) > x(c) }"));
    blocks.extend([text(words, "method-ranks-unrounded"), heading(words, "means"), text(words, "method-ranks-means")]);
    blocks.push(Block::Formula("m = Σ x / n\nw = Σ x·P / Σ P"));
    let rows = visit.shelf.books.iter().map(|book| {
        let known = |pick: pana_publish::book::Pick| {
            count(words, book.lines.values().filter(|line| pick(line).is_some()).count())
        };
        vec![
            words.name(&book.edition.title).to_owned(),
            known(|line| line.prevalence.as_ref()),
            known(|line| line.vulnerability.as_ref()),
            known(|line| line.response.as_ref()),
        ]
    });
    let head = head(
        words,
        &[
            ("method-edition", false),
            ("figure-prevalence", true),
            ("figure-vulnerability", true),
            ("figure-response", true),
        ],
    );
    blocks.push(Block::Table(Table {
        caption: words.say("method-ranks-caption"),
        head,
        rows: rows.collect(),
        foot: None,
    }));
    blocks.extend([heading(words, "when-not"), text(words, "method-ranks-when-not")]);
    blocks
}

fn robustness(visit: &Visit) -> Vec<Block> {
    let words = visit.words();
    let args = [
        ("n", Arg::from(NOISE.draws)),
        ("low", words.numbers().fixed(1.0 - NOISE.spread, 2).into()),
        ("high", words.numbers().fixed(1.0 + NOISE.spread, 2).into()),
    ];
    let mut blocks =
        vec![text(words, "method-robustness-question"), Block::List(listed(words, "method-robustness-way", 2))];
    blocks.push(Block::Text(words.tell("method-robustness-noise", &args)));
    blocks.push(Block::Formula("S = Σ λ·D / Σ λ\nE = Σ D / k\nG = (Π D)^(1/k)\nw = λ · u"));
    let rows = visit.shelf.books.iter().filter_map(|book| {
        let robustness = book.robustness.as_ref()?;
        let mean = |value: f64| words.numbers().fixed(value, 1);
        Some(vec![
            words.name(&book.edition.title).to_owned(),
            mean(robustness.equal.mean),
            count(words, robustness.equal.max),
            mean(robustness.geometric.mean),
            count(words, robustness.geometric.max),
        ])
    });
    let head = head(
        words,
        &[
            ("method-edition", false),
            ("method-equal-mean", true),
            ("method-equal-max", true),
            ("method-geometric-mean", true),
            ("method-geometric-max", true),
        ],
    );
    blocks.push(Block::Table(Table {
        caption: words.say("method-robustness-caption"),
        head,
        rows: rows.collect(),
        foot: None,
    }));
    blocks.extend([heading(words, "when-not"), text(words, "method-robustness-when-not")]);
    blocks
}

fn series_breaks(visit: &Visit) -> Vec<Block> {
    let words = visit.words();
    let relations = visit.shelf.room.relations();
    let mut blocks =
        vec![text(words, "method-series-breaks-graph"), Block::List(listed(words, "method-series-breaks-refused", 5))];
    blocks.extend([heading(words, "break"), text(words, "method-series-breaks-break")]);
    let rows = RelationKind::ALL.iter().map(|(kind, code)| {
        let of_kind = || relations.iter().filter(|relation| relation.kind == *kind);
        let comparable = of_kind().filter(|relation| relation.comparable != Comparable::No).count();
        vec![words.say(&format!("relation-{code}")), count(words, of_kind().count()), count(words, comparable)]
    });
    let head = head(words, &[("method-relation", false), ("method-relations", true), ("method-comparable", true)]);
    blocks.push(Block::Table(Table {
        caption: words.say("method-series-breaks-caption"),
        head,
        rows: rows.collect(),
        foot: None,
    }));
    blocks
}

fn as_of(visit: &Visit) -> Vec<Block> {
    let words = visit.words();
    let observations = || visit.shelf.room.observations();
    let undated = observations().filter(|observation| observation.released.is_none()).count();
    let args = [("undated", Arg::from(undated)), ("n", observations().count().into())];
    let mut blocks = vec![
        text(words, "method-as-of-release"),
        text(words, "method-as-of-day"),
        Block::Text(words.tell("method-as-of-undated", &args)),
    ];
    blocks.push(text(words, "method-as-of-correction"));
    blocks
}

fn derived(visit: &Visit) -> Vec<Block> {
    let words = visit.words();
    let derived = visit
        .shelf
        .room
        .observations()
        .filter(|observation| observation.standing != pana_evidence::Standing::Published)
        .count();
    let known = Block::Text(words.tell("method-derived-count", &[("n", derived.into())]));
    let mut blocks = vec![text(words, "method-derived-standing"), text(words, "method-derived-formula"), known];
    blocks.extend([heading(words, "statements"), text(words, "method-derived-statements")]);
    blocks
}

/// The messages `key-1`, `key-2`, ...
fn listed(words: &Words, key: &str, length: usize) -> Vec<String> {
    (1..=length).map(|number| words.say(&format!("{key}-{number}"))).collect()
}
