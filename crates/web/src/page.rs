//! What every page shows besides its content: title, navigation, languages, footer.

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use pana_text::{Arg, Lang, Words};

use crate::error::Oops;
use crate::visit::Visit;

/// The part of the observatory a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nav {
    /// The home page and the country pages.
    Home,
    /// Comparison of countries.
    Compare,
    /// Indicators and observations.
    Indicators,
    /// Estimates of how many were never found.
    Estimates,
    /// Claims and what the evidence says of them.
    Claims,
    /// Assessments of a country by others.
    Assessments,
    /// Recommendations, demands and commitments, and what became of them.
    FollowUp,
    /// Sources.
    Sources,
    /// How figures are made.
    Methods,
    /// Downloads.
    Data,
    /// None of them.
    Elsewhere,
}

/// A link of the navigation or of the language switch.
pub struct Link {
    /// The address.
    pub href: String,
    /// What it says.
    pub text: String,
    /// The language of the target, where it differs.
    pub lang: &'static str,
    /// Whether the reader is there.
    pub current: bool,
}

/// The frame of a page. Templates take their words from it.
pub struct Page<'a> {
    words: &'a Words,
    visit: &'a Visit,
    nav: Nav,
    /// The title, without the name of the program.
    pub title: String,
}

impl<'a> Page<'a> {
    /// The frame of a page.
    pub fn new(visit: &'a Visit, nav: Nav, title: String) -> Self {
        Self { words: visit.words(), visit, nav, title }
    }

    /// The language tag.
    pub fn lang(&self) -> &'static str {
        self.visit.lang.tag()
    }

    /// A message.
    pub fn t(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// A message with one text argument.
    pub fn t1(&self, key: &str, name: &str, value: &str) -> String {
        self.words.tell(key, &[(name, Arg::from(value))])
    }

    /// A message with one count.
    pub fn tn(&self, key: &str, name: &str, count: &usize) -> String {
        self.words.tell(key, &[(name, Arg::from(*count))])
    }

    /// A text of the data in the reader's language.
    pub fn name<'b>(&'b self, text: &'b str) -> &'b str {
        self.words.name(text)
    }

    /// The `lang` attribute of a text of the data: English where it has no translation.
    pub fn lang_of(&self, text: &str) -> &'static str {
        if self.words.translation(text).is_some() { self.lang() } else { Lang::En.tag() }
    }

    /// The `lang` attribute of a text as it stands on the page: what has no Cyrillic letter is neither Russian nor Kazakh.
    pub fn lang_shown(&self, text: &str) -> &'static str {
        let cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
        if text.chars().any(cyrillic) { self.lang() } else { Lang::En.tag() }
    }

    /// Digits as a source wrote them, as the reader's language writes them; other texts as they stand.
    pub fn written(&self, digits: &str) -> String {
        self.words.numbers().written(digits)
    }

    /// A count.
    pub fn count(&self, count: &usize) -> String {
        self.words.numbers().whole(*count as i64)
    }

    /// An address in the reader's language.
    pub fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.lang())
    }

    /// The address of this page in a language.
    pub fn here_in(&self, lang: Lang) -> String {
        let query = if self.visit.query.is_empty() { String::new() } else { format!("?{}", self.visit.query) };
        format!("/{lang}{}{query}", self.visit.path)
    }

    /// The same page in every language.
    pub fn languages(&self) -> Vec<Link> {
        let link = |lang: Lang| Link {
            href: self.here_in(lang),
            text: lang.own_name().to_owned(),
            lang: lang.tag(),
            current: lang == self.visit.lang,
        };
        Lang::ALL.into_iter().map(link).collect()
    }

    /// The main navigation.
    pub fn navigation(&self) -> Vec<Link> {
        let parts = [
            (Nav::Home, "/", "nav-home"),
            (Nav::Compare, "/compare", "nav-compare"),
            (Nav::Indicators, "/indicators", "nav-indicators"),
            (Nav::Estimates, "/estimates", "nav-estimates"),
            (Nav::Claims, "/claims", "nav-claims"),
            (Nav::Assessments, "/assessments", "nav-assessments"),
            (Nav::FollowUp, "/recommendations", "nav-follow-up"),
            (Nav::Sources, "/sources", "nav-sources"),
            (Nav::Methods, "/methods", "nav-methods"),
            (Nav::Data, "/data", "nav-data"),
        ];
        let link = |(nav, path, key): (Nav, &str, &str)| Link {
            href: self.href(path),
            text: self.t(key),
            lang: self.lang(),
            current: nav == self.nav,
        };
        parts.into_iter().map(link).collect()
    }

    /// What the footer says about this copy.
    pub fn this_copy(&self) -> String {
        let room = &self.visit.shelf.room;
        let args = [
            ("version", Arg::from(env!("CARGO_PKG_VERSION"))),
            ("observations", room.observations().count().into()),
            ("sources", room.sources().count().into()),
        ];
        self.words.tell("footer-copy", &args)
    }

    /// The address of the stylesheet; its name changes with its content.
    pub fn stylesheet(&self) -> String {
        format!("/assets/pana.css?v={}", crate::asset::STYLESHEET_VERSION)
    }
}

/// Renders a page.
pub fn render(visit: &Visit, template: &impl Template) -> Result<Response, Oops> {
    match template.render() {
        Ok(html) => Ok(Html(html).into_response()),
        Err(error) => Err(visit.failed(pana_app::Error::File { place: "template".into(), reason: error.to_string() })),
    }
}
