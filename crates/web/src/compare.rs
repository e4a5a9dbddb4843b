//! Countries of one edition side by side.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pana_app::comparison::{self, Answer};
use pana_app::region;
use pana_publish::Book;
use pana_publish::comparison::{Cell, Compared};

use crate::error::Oops;
use crate::page::{Nav, Page, render};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'a> {
    page: Page<'a>,
    visit: &'a Visit,
    book: &'a Book,
    answer: Answer,
    choices: Vec<Choice>,
    /// Code chosen in each field.
    fields: Vec<Option<String>>,
}

/// The countries of a region, by name.
struct Choice {
    region: String,
    countries: Vec<(String, String)>,
}

/// The comparison asked for by `?country=KAZ&country=KGZ&edition=2023`, and the form to ask for another.
pub async fn show(visit: Visit, Query(wish): Query<Vec<(String, String)>>) -> Result<Response, Oops> {
    let named =
        |name: &'static str| wish.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim().to_owned());
    let codes: Vec<String> = named("country").filter(|code| !code.is_empty()).collect();
    let edition = named("edition").find(|edition| !edition.is_empty());
    let (shelf, library) = (&visit.shelf, &visit.desk.library);
    let made = comparison::make(shelf, library, &codes, edition.as_deref(), visit.lang);
    let answer = made.map_err(|error| visit.failed(error))?;
    let book = shelf.book(edition.as_deref()).ok_or_else(|| visit.nothing_here())?;
    let page = visit.page(Nav::Compare, title(&visit, book, &answer));
    let fields = (0..comparison::MOST).map(|place| answer.known.get(place).cloned()).collect();
    render(&visit, &ComparePage { page, visit: &visit, book, choices: choices(&visit, book), answer, fields })
}

fn title(visit: &Visit, book: &Book, answer: &Answer) -> String {
    let Some(compared) = &answer.compared else { return visit.words().say("compare-title") };
    let names: Vec<&str> = compared.countries.iter().map(|(_, name)| name.as_str()).collect();
    let args = [("countries", names.join(", ").into()), ("edition", book.edition.edition.as_str().into())];
    visit.words().tell("compare-title-of", &args)
}

fn choices(visit: &Visit, book: &Book) -> Vec<Choice> {
    let words = visit.words();
    let of_region = |place: &pana_evidence::Place| {
        let name = |code: &str, name: &str| (code.to_owned(), words.name(name).to_owned());
        let mut countries: Vec<_> = book.members(Some(&place.id)).map(|line| name(&line.iso3, &line.name)).collect();
        countries.sort_by(|a, b| words.order().compare(&a.1, &b.1));
        Choice { region: words.name(&place.name).to_owned(), countries }
    };
    let mut choices: Vec<Choice> = region::all(&visit.shelf).map(of_region).collect();
    choices.sort_by(|a, b| words.order().compare(&a.region, &b.region));
    choices
}

impl ComparePage<'_> {
    fn href(&self, code: &str) -> String {
        self.page.href(&format!("/countries/{code}/{}", self.book.edition.edition))
    }

    fn why(&self, cell: &Cell) -> String {
        format!("{}/derivations#{}", self.href(&cell.country), cell.derivation)
    }

    fn told(&self, key: &str) -> String {
        let edition = &self.book.edition;
        let year = edition.reference_year.to_string();
        let args = [
            ("edition", edition.edition.as_str().into()),
            ("title", edition.title.as_str().into()),
            ("year", year.into()),
        ];
        self.visit.words().tell(key, &args)
    }

    /// One sentence for everything that could not be shown.
    fn refusals(&self) -> Vec<String> {
        let words = self.visit.words();
        let title = self.book.edition.title.as_str();
        let unknown =
            self.answer.unknown.iter().map(|code| words.tell("compare-unknown", &[("code", code.as_str().into())]));
        let absent = self.answer.absent.iter().map(|name| {
            words.tell("compare-absent", &[("country", words.name(name).into()), ("edition", title.into())])
        });
        let left: Vec<&str> = self.answer.left_out.iter().map(|name| words.name(name)).collect();
        let left = (!left.is_empty()).then(|| words.tell("compare-left-out", &[("countries", left.join(", ").into())]));
        unknown.chain(absent).chain(left).collect()
    }

    fn name<'b>(&'b self, code: &'b str) -> &'b str {
        self.book.lines.get(code).map_or(code, |line| self.visit.words().name(&line.name))
    }

    fn suggestion(&self) -> Option<(String, String)> {
        let answer = &self.answer;
        let (first, rest) = answer.suggestion.split_first()?;
        let query: Vec<String> = answer.suggestion.iter().map(|code| format!("country={code}")).collect();
        let href = format!("/compare?{}&edition={}", query.join("&"), self.book.edition.edition);
        let others: Vec<&str> = rest.iter().map(|code| self.name(code)).collect();
        let args = [("country", self.name(first).into()), ("others", others.join(", ").into())];
        Some((self.page.href(&href), self.visit.words().tell("compare-suggestion", &args)))
    }

    fn several_regions(&self, compared: &Compared) -> bool {
        compared.regions.len() > 1
    }
}
