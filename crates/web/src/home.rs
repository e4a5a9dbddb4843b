//! The home page: a region on a map and as a table.

use askama::Template;
use axum::extract::Query;
use axum::response::{Redirect, Response};
use serde::Deserialize;

use crate::error::Oops;
use crate::page::{Nav, Page, render};
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
}

/// The home page.
pub async fn show(visit: Visit, Query(_wish): Query<Wish>) -> Result<Response, Oops> {
    let page = visit.page(Nav::Home, visit.words().say("home-title"));
    render(&visit, &HomePage { page })
}

/// Countries are listed on the home page.
pub async fn countries(visit: Visit) -> Redirect {
    Redirect::to(&format!("/{}/", visit.lang))
}
