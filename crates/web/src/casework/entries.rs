//! A page of entries: what is written in a compartment, a card for each, the newest or the first on top; what counts no more stands below.
//! Where nothing is written it says what to do.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};

use super::frame::Frame;

/// A way from a page to another: its address, its words, and what tells it from others like it.
pub struct Way {
    /// The address.
    pub href: String,
    /// Its words.
    pub text: String,
    /// What it belongs to, for somebody who hears the page; empty where it stands alone.
    pub of: String,
}

/// An entry.
#[derive(Default)]
pub struct Card {
    /// What it is.
    pub title: String,
    /// When, and who wrote it.
    pub hint: String,
    /// A word on how it stands.
    pub tag: Option<String>,
    /// Label and value.
    pub lines: Vec<(String, String)>,
    /// Where it is changed.
    pub ways: Vec<Way>,
    /// Buttons: the address to which a press goes, and its words.
    pub presses: Vec<Way>,
    /// The version that a press is about.
    pub version: i64,
}

/// Entries under a heading.
pub struct Group {
    /// The heading.
    pub heading: String,
    /// What is said where there is none.
    pub none: Option<String>,
    /// The entries.
    pub cards: Vec<Card>,
}

/// The page.
#[derive(Template)]
#[template(path = "casework/entries.html")]
pub struct EntriesPage<'a> {
    /// The frame.
    pub frame: Frame<'a>,
    /// What has to be known first.
    pub lead: String,
    /// What must not be missed.
    pub notices: Vec<String>,
    /// What can be done here.
    pub acts: Vec<Way>,
    /// The entries.
    pub groups: Vec<Group>,
    /// The case.
    pub case: String,
}

impl EntriesPage<'_> {
    /// The page as an answer.
    pub fn answer(&self) -> Response {
        Html(self.render().unwrap_or_default()).into_response()
    }
}

/// Something to choose before a form: an address, what it is, a sentence about it.
pub struct Choosing {
    /// The address.
    pub href: String,
    /// What it is.
    pub text: String,
    /// A sentence.
    pub about: Option<String>,
}

/// A page that asks for one choice.
#[derive(Template)]
#[template(path = "casework/choose.html")]
pub struct ChoosePage<'a> {
    /// The frame.
    pub frame: Frame<'a>,
    /// What has to be known first.
    pub lead: String,
    /// What can be chosen.
    pub choices: Vec<Choosing>,
    /// The page before: address, title.
    pub back: (String, String),
    /// The case.
    pub case: String,
}
