//! The home page: a region on a map and as a table.

use askama::Template;
use axum::extract::Query;
use axum::response::{Redirect, Response};
use pana_app::{recommendation, region};
use pana_evidence::Place;
use pana_publish::Book;
use pana_publish::follow_up::Ground;
use pana_publish::region::{CountryShown, RegionShown};
use serde::Deserialize;

use crate::error::Oops;
use crate::follow_up::Brief;
use crate::page::{Link, Nav, Page, render};
use crate::visit::Visit;

/// What the home page is asked for.
#[derive(Debug, Deserialize)]
pub struct Wish {
    /// The region shown.
    pub region: Option<String>,
    /// The edition shown.
    pub edition: Option<String>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    page: Page<'a>,
    visit: &'a Visit,
    book: &'a Book,
    region: RegionShown,
    tabs: Vec<Link>,
    editions: Vec<Link>,
    /// Every country of the edition, for the search field.
    names: Vec<&'a str>,
    /// The country of this copy, where the region shows it.
    home: Option<String>,
    /// Recommendations that regressed or were left without an answer.
    pressing: Vec<Brief>,
}

/// The home page.
pub async fn show(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Oops> {
    let asked = |part: &Option<String>| part.clone().filter(|part| !part.is_empty());
    let (wished, edition) = (asked(&wish.region), asked(&wish.edition));
    let book = visit.shelf.book(edition.as_deref()).ok_or_else(|| visit.nothing_here())?;
    let edition = book.edition.edition.as_str();
    let href = |code: &str| format!("/{}/countries/{code}/{edition}", visit.lang);
    let (shelf, library) = (&visit.shelf, &visit.desk.library);
    let made = region::make(shelf, library, wished.as_deref(), Some(edition), visit.lang, &href);
    let region = made.map_err(|error| visit.failed(error))?;
    let page = visit.page(Nav::Home, visit.words().say("home-title"));
    let home = region::home(shelf).and_then(|place| place.iso3.clone());
    let ground = Ground::new(&shelf.room, &shelf.followed, None, visit.today);
    let pressing = recommendation::pressing(&shelf.followed);
    let pressing = pressing.into_iter().map(|row| Brief::new(&visit, &ground, row)).collect();
    let (tabs, editions) = (tabs(&visit, &page, edition, &region), editions(&visit, &page, edition, &region));
    let names = names(&visit, book);
    render(&visit, &HomePage { page, visit: &visit, book, region, tabs, editions, names, home, pressing })
}

/// Countries are listed on the home page.
pub async fn countries(visit: Visit) -> Redirect {
    Redirect::to(&format!("/{}/", visit.lang))
}

fn address(page: &Page<'_>, region: &str, edition: &str) -> String {
    page.href(&format!("/?region={region}&edition={edition}"))
}

fn tabs(visit: &Visit, page: &Page<'_>, edition: &str, shown: &RegionShown) -> Vec<Link> {
    let link = |place: &Place| Link {
        href: address(page, &place.id.0, edition),
        text: page.name(&place.name).to_owned(),
        lang: page.lang(),
        current: place.id.0 == shown.code,
    };
    let mut tabs: Vec<Link> = region::all(&visit.shelf).map(link).collect();
    tabs.sort_by(|a, b| visit.words().order().compare(&a.text, &b.text));
    tabs
}

fn editions(visit: &Visit, page: &Page<'_>, edition: &str, shown: &RegionShown) -> Vec<Link> {
    let link = |book: &Book| Link {
        href: address(page, &shown.code, &book.edition.edition),
        text: book.edition.edition.clone(),
        lang: page.lang(),
        current: book.edition.edition == edition,
    };
    visit.shelf.books.iter().map(link).collect()
}

fn names<'a>(visit: &'a Visit, book: &'a Book) -> Vec<&'a str> {
    let mut names: Vec<&str> = book.lines.values().map(|line| visit.words().name(&line.name)).collect();
    names.sort_by(|a, b| visit.words().order().compare(a, b));
    names
}

impl HomePage<'_> {
    fn href(&self, code: &str) -> String {
        self.page.href(&format!("/countries/{code}/{}", self.book.edition.edition))
    }

    fn why(&self, code: &str, derivation: &str) -> String {
        format!("{}/derivations#{derivation}", self.href(code))
    }

    fn told(&self, key: &str) -> String {
        let edition = &self.book.edition;
        let args = [
            ("region", self.region.name.as_str().into()),
            ("edition", edition.edition.as_str().into()),
            ("title", edition.title.as_str().into()),
            ("year", edition.reference_year.to_string().into()),
            ("n", self.region.estimated.into()),
            ("world", self.region.estimated_in_world.into()),
            ("of", self.region.countries.len().into()),
        ];
        self.visit.words().tell(key, &args)
    }

    fn own(&self) -> Option<&CountryShown> {
        let home = self.home.as_ref()?;
        self.region.countries.iter().find(|country| country.code == *home)
    }

    fn publisher(&self) -> &str {
        let source = self.visit.shelf.room.source(&self.book.edition.source);
        source.map_or("", |source| self.page.name(&source.publisher))
    }
}
