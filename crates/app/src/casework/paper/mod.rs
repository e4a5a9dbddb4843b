//! Paper: the plan, a decision, a consent and the information sheet, to hand out. Printing is a right of its own (R17): each paper asks the
//! policy for it and says in the log that it was made, before it leaves. A paper says *code name* unless whoever prints it may print who
//! she is and asks for it; it names no centre, and its title is neutral, because somebody else may find it in her bag.

mod consent;
mod decision;
mod job_seeker;
mod leaflet;
mod plan;
mod voice;

use pana_casework::intake::opening::Start;
use pana_casework::law::Names;
use pana_casework::policy::Action;
use pana_casework::service::ServiceCode;
use pana_casework::version::Version;
use pana_casework::{Class, Kind};
use pana_publish::paper::{Paper, Section, Signing};
use pana_text::Words;

use super::act::Act;
use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept};
use super::refused::Refused;

pub use consent::blank_consent;
pub use job_seeker::job_seeker_sheet;
pub use leaflet::leaflet;
pub use voice::{Voice, languages, voice};

/// Of the id of a document so many letters are the number of its paper.
const NUMBER: usize = 8;

/// How a paper is asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The language it speaks.
    pub voice: Voice<'a>,
    /// Whether it says her name instead of the code name.
    pub named: bool,
}

impl Open {
    /// Who a paper is about: code name, or her name where that was asked for and may be printed.
    async fn whose(&self, asked: &Asked<'_>) -> Result<Vec<(String, String)>, Refused> {
        let voice = &asked.voice;
        if asked.named {
            self.demand(Class::Identity, Action::Print).await?;
            let name = self.identity().await?.map(|one| one.says.name).unwrap_or_default();
            let parts = [&name.second_name, &name.first_name, &name.middle_name].map(|part| part.reveal());
            let full: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            if !full.is_empty() {
                return Ok(vec![(voice.say("sheet-name"), full.join(" "))]);
            }
        }
        let start: Option<Kept<Start>> = kept::last(&self.documents(&[Kind::Sheet]).await?, Kind::Sheet)?;
        let code_name = start.map(|start| start.value.code_name.reveal().to_owned()).unwrap_or_default();
        Ok(vec![(voice.say("sheet-code-name"), code_name)])
    }

    /// Says in the log that a paper is made.
    async fn making(&self, asked: &Asked<'_>, class: Class, about: &str) -> Result<(), Refused> {
        let classes = [class].into_iter().chain(asked.named.then_some(Class::Identity));
        let told = self.happening(Act::Print).touching(classes).about(about);
        self.casework().tell(told).await
    }

    /// The foot of a paper about a document: its number and the day.
    fn foot(&self, voice: &Voice<'_>, document: &Document) -> String {
        let number: String = document.id.chars().take(NUMBER).collect();
        format!("{} {number}-{} · {}", voice.say("sheet-number"), document.version, voice.day(self.today()))
    }
}

/// A paper that says nothing yet.
fn sheet(voice: &Voice<'_>, title: &str, foot: String) -> Paper {
    Paper {
        lang: voice.tag().to_owned(),
        title: voice.say(title),
        marks: voice.marks(),
        head: Vec::new(),
        sections: Vec::<Section>::new(),
        foot,
        letters: voice.say("sheet-letters"),
    }
}

/// A place for a signature.
fn signing(voice: &Voice<'_>, who: String, name: &str, on: String) -> Signing {
    let (signature, date) = (voice.say("sheet-signature"), voice.say("sheet-date"));
    Signing { who, name: name.to_owned(), on, signature, date }
}

/// The words of a row of the law.
fn named(words: &Words, names: &Names) -> String {
    names.get(words.lang().tag()).or_else(|| names.values().next()).cloned().unwrap_or_default()
}

/// What a service is called in a version of the law.
fn service(words: &Words, law: &Version, code: &ServiceCode) -> String {
    let row = law.law.services.iter().rev().find(|row| row.value.code == *code);
    row.map_or_else(|| code.as_str().to_owned(), |row| named(words, &row.value.names))
}

/// A message of a list and a code of it.
fn code(words: &Words, list: &str, code: &str) -> String {
    words.say(&format!("{list}-{}", code.replace('_', "-")))
}
