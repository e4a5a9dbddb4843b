//! Observation: everything about one figure: what it says, where it comes from, how it changed, how to cite it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::civil::Date;
use pana_app::{address, entered, evidence};
use pana_evidence::{Observation, ObservationId, OwnEstimate, Record, Source, SourceId};
use pana_text::Words;

use crate::error::{Oops, Problem};
use crate::indicator::{Neighbour, neighbours};
use crate::kept;
use crate::line::Line;
use crate::page::{Nav, Page, render};
use crate::visit::Visit;
use pana_publish::estimate::told;
use pana_publish::figure::{Written, exact};
use pana_publish::said::{self, Said};

/// One release of a figure.
struct Release {
    revision: String,
    released: String,
    figure: Written,
    note: Option<Said>,
}

/// A row of another table that rests on this figure.
struct Use {
    kind: Said,
    text: Said,
    path: Option<String>,
}

#[derive(Template)]
#[template(path = "observation.html")]
struct ObservationPage<'a> {
    page: Page<'a>,
    observation: &'a Observation,
    line: Line,
    exact: Option<String>,
    scale: Option<String>,
    released: String,
    coverage: String,
    status: String,
    note: Option<Said>,
    series: Option<String>,
    source: Option<Said>,
    neighbours: Vec<Neighbour>,
    uses: Vec<Use>,
    history: Vec<Release>,
    citation: Citation,
    /// What made it, where it is an own estimate.
    own: Option<Made>,
    /// The key of the form that withdraws it, where that is offered.
    key: Option<String>,
}

/// A ready citation: whose figure, in which work, where in it, and its name here.
struct Citation {
    before: String,
    title: Said,
    after: String,
}

/// What made an own estimate.
struct Made {
    facts: Vec<(String, String)>,
    withdrawn: Option<String>,
}

impl Made {
    fn new(words: &Words, own: &OwnEstimate) -> Self {
        let spread = own.method == OwnEstimate::SPREAD;
        let day = |written: &str| written.parse().map_or_else(|_| written.to_owned(), |day| words.numbers().day(day));
        let number = |digits: &str| words.numbers().written(digits);
        let ends = [("low", number(&own.interval.0).into()), ("high", number(&own.interval.1).into())];
        let method = if spread { words.say("own-spread") } else { told::method(words, &own.method) };
        let or_nothing = |text: &Option<String>| text.clone().unwrap_or_default();
        let kind = own.kind.as_deref().map_or_else(String::new, |kind| {
            let key = format!("estimate-interval-{kind}");
            if words.has(&key) { words.say(&key) } else { kind.to_owned() }
        });
        let facts = [
            ("own-method", method),
            ("own-point", own.point.as_deref().map(number).unwrap_or_default()),
            (if spread { "own-ends" } else { "own-range" }, words.tell("estimate-range", &ends)),
            ("own-level", told::level(words, own.level.parse().unwrap_or(0.95))),
            ("own-kind", kind),
            ("own-model", or_nothing(&own.model)),
            ("own-observed", number(&own.observed)),
            ("own-lists", own.lists.clone()),
            ("own-seed", number(&own.seed)),
            ("own-version", own.version.clone()),
            ("own-settings", own.settings.clone()),
            ("own-table", own.table.clone()),
            ("own-sha256", own.sha256.clone()),
            ("own-by", own.by.clone()),
            ("own-on", day(&own.on)),
        ];
        let withdrawn = own.withdrawn.as_ref().map(|withdrawn| {
            let args = [
                ("day", day(&withdrawn.on).into()),
                ("by", withdrawn.by.as_str().into()),
                ("why", withdrawn.why.as_str().into()),
            ];
            words.tell("own-withdrawn", &args)
        });
        let kept = facts.into_iter().filter(|(_, text)| !text.is_empty());
        Self { facts: kept.map(|(key, text)| (words.say(key), text)).collect(), withdrawn }
    }
}

/// The page of an observation.
pub async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Oops> {
    let room = &visit.shelf.room;
    let observation = room.observation(&ObservationId(id)).ok_or_else(|| visit.nothing_here())?;
    let history = evidence::history(&visit.desk, &observation.id).await.map_err(|error| visit.failed(error))?;
    let words = visit.words();
    let line = Line::new(&visit, observation);
    let title = words.tell(
        "observation-title",
        &[("figure", line.figure.text().into()), ("indicator", line.indicator.name.text.as_str().into())],
    );
    let source = visit.shelf.room.source(&observation.source);
    let indicator = visit.shelf.room.indicator(&observation.indicator);
    let page = ObservationPage {
        page: visit.page(Nav::Indicators, title),
        exact: exact(words, observation),
        scale: scale(words, observation),
        released: day(words, observation.released),
        coverage: words.say(&format!("coverage-{}", observation.coverage.code())),
        status: said::code(words, "status", observation.status.code()).text,
        note: observation.note.as_ref().map(|note| Said::new(words, note)),
        series: observation.series.as_ref().map(|(series, edition)| format!("{}-{edition}", series.to_uppercase())),
        source: source.map(|source| Said::own(words, &source.title, &source.language)),
        neighbours: indicator.map(|indicator| neighbours(&visit, indicator)).unwrap_or_default(),
        uses: uses(&visit, observation),
        history: history.iter().map(|release| told(words, release)).collect(),
        citation: citation(&visit, observation, source),
        own: entered::of(room, &observation.id.0).map(|own| Made::new(words, &own)),
        key: visit.workbench.as_ref().map(|bench| bench.key().to_owned()),
        observation,
        line,
    };
    render(&visit, &page)
}

/// The day of an `as_of` field; an empty field asks for now.
pub fn day_asked(visit: &Visit, given: Option<&str>) -> Result<Option<Date>, Oops> {
    match given.map(str::trim).filter(|given| !given.is_empty()) {
        None => Ok(None),
        Some(given) if given.len() == 10 => given.parse().map(Some).map_err(|_| not_a_day(visit)),
        Some(_) => Err(not_a_day(visit)),
    }
}

fn not_a_day(visit: &Visit) -> Oops {
    Oops { visit: Some(Box::new(visit.clone())), problem: Problem::Unanswerable("as-of-not-a-day") }
}

fn day(words: &Words, released: Option<Date>) -> String {
    released.map_or_else(|| words.say("released-unknown"), |day| words.numbers().day(day))
}

fn scale(words: &Words, observation: &Observation) -> Option<String> {
    let pana_evidence::Figure::Number { scale: Some((low, high)), .. } = &observation.figure else { return None };
    let end = |end: &pana_evidence::Decimal| words.numbers().written(end.as_written());
    Some(words.tell("observation-scale-ends", &[("low", end(low).into()), ("high", end(high).into())]))
}

fn told(words: &Words, release: &Observation) -> Release {
    Release {
        revision: words.numbers().whole(release.revision.into()),
        released: day(words, release.released),
        figure: Written::new(words, release),
        note: release.note.as_ref().map(|note| Said::new(words, note)),
    }
}

/// Claims, findings and inconsistencies that name this figure.
fn uses(visit: &Visit, observation: &Observation) -> Vec<Use> {
    let room = &visit.shelf.room;
    let names = |record: &Record| {
        let columns = ["obs_id", "observations", "items", "evidence_id"];
        columns
            .iter()
            .filter_map(|column| record.cell(column))
            .any(|cell| cell.split(';').any(|name| name.trim() == observation.id.0))
    };
    let using = room.all_records().iter().filter(|record| names(record) || claims(record, observation));
    let mut named: Vec<&Record> = using.map(|record| owner(visit, record)).collect();
    named.sort_by_key(|record| (&record.table, &record.key));
    named.dedup_by_key(|record| (&record.table, &record.key));
    named.into_iter().map(|record| used(visit, record)).collect()
}

/// Whether a row is the claim that this figure is: the same number of the same indicator, read in the same source.
fn claims(record: &Record, observation: &Observation) -> bool {
    let [value, ..] = observation.figure.cells();
    let said = [
        ("indicator_id", Some(observation.indicator.0.as_str())),
        ("geo_id", Some(observation.place.0.as_str())),
        ("source_id", Some(observation.source.0.as_str())),
        ("comparator", Some(observation.figure.comparator().code())),
        ("value", value.as_deref()),
    ];
    record.table == "claims" && value.is_some() && said.iter().all(|(column, cell)| record.cell(column) == *cell)
}

/// The claim of a row of evidence, the recommendation of a row of evidence; otherwise the row itself.
fn owner<'a>(visit: &'a Visit, record: &'a Record) -> &'a Record {
    let keys = [("claims", "claim_id"), ("recommendations", "rec_id")];
    let found = keys.iter().filter(|(table, _)| *table != record.table).find_map(|(table, column)| {
        let key = record.cell(column)?;
        visit.shelf.room.records(table).find(|owner| owner.key == key)
    });
    found.unwrap_or(record)
}

fn used(visit: &Visit, record: &Record) -> Use {
    let words = visit.words();
    let row = kept::row(visit, record);
    let text = record.cell("description").map_or(row.lead, |description| Said::new(words, description));
    Use { kind: said::code(words, "kept-one", &record.table), text, path: address::record(record) }
}

fn citation(visit: &Visit, observation: &Observation, source: Option<&Source>) -> Citation {
    let words = visit.words();
    let publisher = |id: &SourceId| visit.shelf.room.source(id).map(|source| Said::new(words, &source.publisher).text);
    let author = source.map(|source| publisher(&source.id).unwrap_or_default()).unwrap_or_default();
    let before = match observation.origin.as_ref().and_then(publisher) {
        Some(origin) => words.tell("citation-quoted", &[("origin", origin.into()), ("author", author.into())]),
        None => author,
    };
    let year = source.and_then(|source| source.published).map(|published| published.year().to_string());
    let args = [
        ("year", year.unwrap_or_else(|| words.say("citation-undated")).into()),
        ("locator", Said::new(words, &observation.locator).text.into()),
        ("id", observation.id.0.as_str().into()),
        ("released", day(words, observation.released).into()),
        ("revision", words.numbers().whole(observation.revision.into()).into()),
    ];
    let title = source.map_or_else(
        || Said::plain(observation.source.0.clone()),
        |source| Said::own(words, &source.title, &source.language),
    );
    Citation { before, title, after: words.tell("citation-rest", &args) }
}
