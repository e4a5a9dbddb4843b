//! Voice: the language in which a paper speaks to her. Three of them are those of the pages; the others are files that only paper uses, each
//! with a mark on the page until somebody whose language it is has checked it.

use jiff::civil::Date;
use pana_publish::paper::Spoken;
use pana_text::{Lang, Tongue, Words};

use crate::library::Library;

/// A language of paper.
#[derive(Clone, Copy)]
pub enum Voice<'a> {
    /// A language of the pages.
    Pages(&'a Words),
    /// A language that only paper speaks, and that of the worker who hands the paper out.
    Paper {
        /// Her language.
        tongue: &'a Tongue,
        /// The worker's.
        worker: &'a Words,
    },
}

/// The voice of a tag; `worker` is the language of whoever hands the paper out. None where paper does not speak it.
pub fn voice<'a>(library: &'a Library, tag: &str, worker: Lang) -> Option<Voice<'a>> {
    if let Some(lang) = Lang::parse(tag) {
        return Some(Voice::Pages(library.words(lang)));
    }
    let tongue = library.tongues.get(tag)?;
    Some(Voice::Paper { tongue, worker: library.words(worker) })
}

/// Every language of paper: tag and what it calls itself, those of the pages first.
pub fn languages(library: &Library) -> Vec<(String, String)> {
    let pages = Lang::ALL.into_iter().map(|lang| (lang.tag().to_owned(), lang.own_name().to_owned()));
    let paper = library.tongues.values().map(|tongue| (tongue.tag().to_owned(), tongue.own_name().to_owned()));
    pages.chain(paper).collect()
}

impl<'a> Voice<'a> {
    /// Its tag.
    pub fn tag(&self) -> &str {
        match self {
            Self::Pages(words) => words.lang().tag(),
            Self::Paper { tongue, .. } => tongue.tag(),
        }
    }

    /// The words of the worker: what no paper of hers has words for, such as the name of an act.
    pub fn worker(&self) -> &'a Words {
        match self {
            Self::Pages(words) => words,
            Self::Paper { worker, .. } => worker,
        }
    }

    /// A message.
    pub fn say(&self, key: &str) -> String {
        self.find(key).unwrap_or_else(|| self.worker().say(key))
    }

    /// A message of a list and a code of it.
    pub fn code(&self, list: &str, code: &str) -> String {
        self.say(&format!("{list}-{}", code.replace('_', "-")))
    }

    /// A message, if there is one.
    pub fn find(&self, key: &str) -> Option<String> {
        match self {
            Self::Pages(words) => words.has(key).then(|| words.say(key)),
            Self::Paper { tongue, .. } => tongue.get(key).map(str::to_owned),
        }
    }

    /// A language that somebody named: its name where there is one, as it was typed otherwise.
    pub fn spoken(&self, typed: &str) -> String {
        let code = typed.trim().to_lowercase();
        let spoken = format!("spoken-{code}");
        let of_pages = || self.worker().has(&spoken).then(|| self.worker().say(&spoken));
        self.find(&format!("agree-tongue-{code}")).or_else(of_pages).unwrap_or_else(|| typed.trim().to_owned())
    }

    /// A day: in words where the language is one of the pages, in numbers as all the others write them.
    pub fn day(&self, day: Date) -> String {
        match self {
            Self::Pages(words) => words.date(day.year(), Some(day.month()), Some(day)),
            Self::Paper { .. } => day.strftime("%d.%m.%Y").to_string(),
        }
    }

    /// That nobody has checked the translation, in her language and in the worker's.
    pub fn marks(&self) -> Vec<Spoken> {
        let Self::Paper { tongue, worker } = self else { return Vec::new() };
        if tongue.is_checked() {
            return Vec::new();
        }
        let mark = |lang: &str, text: String| Spoken { lang: Some(lang.to_owned()), text };
        vec![mark(tongue.tag(), self.say("sheet-check")), mark(worker.lang().tag(), worker.say("sheet-check"))]
    }
}
