//! The page of a country: its snapshot in an edition, and the same as PDF and JSON.

use askama::Template;
use axum::Json;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use pana_app::{entered, snapshot};
use pana_evidence::{Basis, ObservationId, SourceId};
use pana_publish::book::{Book, Pick};
use pana_publish::chart::Axis;
use pana_publish::figures::Dress;
use pana_publish::snapshot::model::{Bar, Stated};
use pana_publish::{Snapshot, written};

use crate::error::Oops;
use crate::estimate::OwnRow;
use crate::page::{Link, Nav, Page, render};
use crate::visit::Visit;

/// To the newest edition that knows the country.
pub async fn newest(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Redirect, Oops> {
    let place = visit.shelf.room.find_place(&code).and_then(|place| place.iso3.clone());
    let iso3 = place.ok_or_else(|| visit.nothing_here())?;
    let book =
        visit.shelf.books.iter().find(|book| book.lines.contains_key(&iso3)).ok_or_else(|| visit.nothing_here())?;
    Ok(Redirect::to(&format!("/{}/countries/{iso3}/{}", visit.lang, book.edition.edition)))
}

/// The snapshot: as a page, or as a file when the edition is followed by `.pdf` or `.json`.
pub async fn show(visit: Visit, Path((_, code, edition)): Path<(String, String, String)>) -> Result<Response, Oops> {
    match edition.rsplit_once('.') {
        Some((edition, "json")) => Ok(Json(make(&visit, &code, edition, Dress::Page)?).into_response()),
        Some((edition, "pdf")) => pdf(visit.clone(), make(&visit, &code, edition, Dress::Print)?).await,
        Some(_) => Err(visit.nothing_here()),
        None => {
            let snapshot = make(&visit, &code, &edition, Dress::Page)?;
            render(&visit, &CountryPage::new(&visit, &snapshot))
        }
    }
}

/// The snapshot of a country in an edition.
pub fn make(visit: &Visit, code: &str, edition: &str, dress: Dress) -> Result<Snapshot, Oops> {
    let made = snapshot::make(&visit.shelf, &visit.desk.library, code, Some(edition), visit.lang, dress);
    made.map_err(|error| visit.failed(error))
}

/// Typesetting takes a core for a moment: it runs beside the threads that answer.
async fn pdf(visit: Visit, snapshot: Snapshot) -> Result<Response, Oops> {
    let name = format!("pana-{}-{}-{}.pdf", snapshot.country.code, snapshot.edition.edition, visit.lang);
    let reader = visit.clone();
    let printed = tokio::task::spawn_blocking(move || visit.press.print(&snapshot, visit.words())).await;
    let failed = |reason: String| reader.failed(pana_app::Error::Pdf(reason));
    let bytes = printed.map_err(|error| failed(error.to_string()))?.map_err(|error| failed(error.to_string()))?;
    let disposition = format!("inline; filename=\"{name}\"");
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response())
}

#[derive(Template)]
#[template(path = "country.html")]
struct CountryPage<'a> {
    page: Page<'a>,
    visit: &'a Visit,
    snapshot: &'a Snapshot,
    cards: Vec<Card<'a>>,
    editions: Vec<Link>,
    /// The address of the snapshot.
    base: String,
    /// Whether this copy is about the country.
    own: bool,
    /// Estimates made here that stand, beside what was published.
    estimates: Vec<OwnRow>,
}

/// A headline figure with what belongs to it.
struct Card<'a> {
    figure: &'a Stated,
    strip: Option<Strip>,
    /// Ranks, population: shown small below the figure.
    beside: Vec<&'a Stated>,
    /// The mean of the region.
    mean: Option<&'a Bar>,
    /// Class and name of what kind of figure it is.
    kind: Option<(&'static str, &'static str)>,
}

/// Every country of the region on one axis; places in percent.
struct Strip {
    countries: Vec<String>,
    mean: Option<String>,
    here: String,
}

/// The bars of a chart; places in percent.
struct Chart {
    ticks: Vec<(String, String)>,
    rows: Vec<(Mark, usize)>,
}

/// Where a score and the mean beside it stand.
struct Mark {
    at: String,
    mean: String,
    from: String,
    length: String,
}

impl<'a> CountryPage<'a> {
    fn new(visit: &'a Visit, snapshot: &'a Snapshot) -> Self {
        let page = visit.page(Nav::Home, snapshot.title.clone());
        let base = page.href(&format!("/countries/{}/{}", snapshot.country.code, snapshot.edition.edition));
        let editions = editions(visit, &page, snapshot);
        let own = crate::site::own_country(&visit.shelf.room)
            .is_some_and(|own| own.iso3.as_deref() == Some(snapshot.country.code.as_str()));
        let estimates = estimates(visit, &snapshot.country.code);
        Self { cards: cards(visit, snapshot), page, visit, snapshot, editions, base, own, estimates }
    }

    fn why(&self, derivation: &str) -> String {
        format!("{}/derivations#{derivation}", self.base)
    }

    fn indicator(&self, code: &str) -> String {
        self.page.href(&format!("/indicators/{}.{code}", self.snapshot.edition.id))
    }

    fn meta(&self) -> String {
        let year = self.snapshot.edition.reference_year.to_string();
        let args = [("edition", self.snapshot.edition.title.as_str().into()), ("year", year.into())];
        self.visit.words().tell("country-meta", &args)
    }

    fn chart(&self, bars: &[Bar]) -> Chart {
        let values: Vec<f64> = bars.iter().flat_map(|bar| [bar.value, bar.mean]).collect();
        let axis = Axis::scores(&values);
        let mark = |bar: &Bar| Mark {
            at: axis.place(bar.value),
            mean: axis.place(bar.mean),
            from: axis.place(bar.value.min(0.0)),
            length: axis.between(0.0, bar.value),
        };
        let written = |&tick: &f64| (axis.place(tick), written::tick(self.visit.words(), tick));
        Chart { ticks: axis.ticks().iter().map(written).collect(), rows: bars.iter().map(mark).zip(0..).collect() }
    }

    /// The language a source's title is in.
    fn lang_of_source(&self, id: &str) -> String {
        let source = self.visit.shelf.room.source(&SourceId(id.to_owned()));
        source.map_or_else(String::new, |source| source.language.clone())
    }
}

/// Own estimates of a country, newest first, without those that were withdrawn.
fn estimates(visit: &Visit, iso3: &str) -> Vec<OwnRow> {
    let Some(place) = visit.shelf.room.find_place(iso3) else { return Vec::new() };
    let entered = entered::all(&visit.shelf.room, Some(&place.id));
    let standing = entered.iter().filter(|(own, _)| own.withdrawn.is_none());
    standing.map(|(own, observation)| OwnRow::new(visit, own, observation)).collect()
}

fn editions(visit: &Visit, page: &Page<'_>, snapshot: &Snapshot) -> Vec<Link> {
    let code = &snapshot.country.code;
    let known = visit.shelf.books.iter().filter(|book| book.lines.contains_key(code));
    let link = |book: &Book| Link {
        href: page.href(&format!("/countries/{code}/{}", book.edition.edition)),
        text: book.edition.edition.clone(),
        lang: page.lang(),
        current: book.edition.id == snapshot.edition.id,
    };
    known.map(link).collect()
}

/// A card: its key figure, the value behind it, the axis of its strip, the figures beside it, the mean it is set against.
type Measure<'s, 'a> = (&'s str, Pick, fn(&[f64]) -> Axis, &'s [&'s str], Option<&'a Bar>);

fn cards<'a>(visit: &Visit, snapshot: &'a Snapshot) -> Vec<Card<'a>> {
    let of: [Measure<'_, 'a>; 4] = [
        ("prevalence", |line| line.prevalence.as_ref(), Axis::amounts, &["rank-world", "rank-region"], None),
        ("number", |line| line.number.as_ref(), Axis::amounts, &["population"], None),
        ("vulnerability", |line| line.vulnerability.as_ref(), Axis::scores, &[], snapshot.vulnerability.total.as_ref()),
        ("response", |line| line.response.as_ref(), Axis::scores, &[], snapshot.response.total.as_ref()),
    ];
    let book = visit.shelf.book(Some(&snapshot.edition.id));
    let card = |(id, pick, axis, beside, mean): Measure<'_, 'a>| {
        let figure = snapshot.key_figure(id)?;
        let beside = beside.iter().filter_map(|id| snapshot.key_figure(id)).filter(|beside| beside.value.is_some());
        Some(Card {
            figure,
            strip: book.and_then(|book| strip(book, snapshot, figure, pick, axis)),
            beside: beside.collect(),
            mean,
            kind: kind(visit, snapshot, figure),
        })
    };
    of.into_iter().filter_map(card).collect()
}

fn strip(book: &Book, snapshot: &Snapshot, figure: &Stated, pick: Pick, axis: fn(&[f64]) -> Axis) -> Option<Strip> {
    let region = &book.lines.get(&snapshot.country.code)?.region;
    let values = book.values(region, pick);
    let axis = axis(&values);
    Some(Strip {
        here: axis.place(figure.value?),
        mean: book.mean(region, pick).map(|mean| axis.place(mean.value)),
        countries: values.iter().map(|&value| axis.place(value)).collect(),
    })
}

/// Whether a figure is a model's estimate or a composite score, as the observation behind it says.
fn kind(visit: &Visit, snapshot: &Snapshot, figure: &Stated) -> Option<(&'static str, &'static str)> {
    let derivation = snapshot.derivations.iter().find(|derivation| derivation.id == figure.derivation)?;
    let observation = derivation.inputs.iter().find_map(|input| input.observation.clone())?;
    match visit.shelf.room.observation(&ObservationId(observation))?.basis {
        Basis::EstimateModel => Some(("basis-estimate", "country-basis-estimate")),
        Basis::Score => Some(("basis-score", "country-basis-score")),
        _ => None,
    }
}
