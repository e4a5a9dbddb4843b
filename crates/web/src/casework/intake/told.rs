//! What was answered, in words: the lines of the summary, and of the page that shows who somebody is.

use pana_casework::Confided;
use pana_casework::age::Birth;
use pana_casework::intake::{Draft, Page, Step};
use pana_casework::person::{Gender, Identity, Sex};
use pana_casework::screening::Answer;

use crate::casework::frame::Frame;

/// A line: what was asked, what was said, and where it can be changed.
pub struct Line {
    /// What was asked.
    pub label: String,
    /// What was said, in pieces; none where it was left out.
    pub said: Vec<String>,
    /// The address of the step.
    pub href: String,
}

/// The line of a step.
pub fn line(frame: &Frame<'_>, draft: &Draft, step: Step) -> Line {
    Line {
        label: frame.t(&step.key()),
        said: draft.page(step).map(|page| said(frame, page)).unwrap_or_default(),
        href: frame.href(&format!("/intake/{}/{}", draft.id.as_str(), step.name())),
    }
}

fn said(frame: &Frame<'_>, page: &Page) -> Vec<String> {
    match page {
        Page::Danger { now, kinds } => {
            [frame.t(&now.key())].into_iter().chain(kinds.iter().map(|kind| frame.t(&kind.key()))).collect()
        }
        Page::Age { answer } => vec![frame.t(&answer.key())],
        Page::CodeName { code_name } => vec![code_name.reveal().to_owned()],
        Page::Language { language, interpreter } => {
            vec![frame.code("spoken", language), labelled(frame, "intake-interpreter", *interpreter)]
        }
        Page::Source { source } => vec![frame.t(&source.key())],
        Page::Needs { needs } => needs.iter().map(|need| frame.t(&need.key())).collect(),
        Page::Place { tonight, accessible } => {
            vec![frame.t(&tonight.key()), labelled(frame, "intake-accessible", *accessible)]
        }
        Page::Record { agreed } => vec![frame.t(&agreed.key())],
        Page::Identity { identity } => {
            who(frame, identity).into_iter().map(|(label, said)| format!("{label}: {said}")).collect()
        }
    }
}

fn labelled(frame: &Frame<'_>, key: &str, answer: Answer) -> String {
    format!("{}: {}", frame.t(key), frame.t(&answer.key()))
}

/// Who somebody is, as far as she said: label and value.
pub fn who(frame: &Frame<'_>, identity: &Identity) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut tell = |key: &str, value: String| {
        if !value.is_empty() {
            lines.push((frame.t(key), value));
        }
    };
    let text = |value: &Confided| value.reveal().to_owned();
    tell("identity-first-name", text(&identity.name.first_name));
    tell("identity-second-name", text(&identity.name.second_name));
    tell("identity-middle-name", text(&identity.name.middle_name));
    tell("identity-other-names", identity.other_names.iter().map(Confided::reveal).collect::<Vec<&str>>().join(", "));
    match identity.birth {
        Birth::NotAsked | Birth::Unknown => {}
        Birth::Date { date } => tell("identity-birthdate", frame.day(date)),
        Birth::Year { year } => tell("identity-birth-year", year.to_string()),
        Birth::Stated { years, on } => tell("identity-age-years", format!("{years} ({})", frame.day(on))),
    }
    if identity.sex != Sex::NotAsked {
        tell("identity-sex", frame.t(&identity.sex.key()));
    }
    if identity.gender != Gender::NotAsked {
        tell("identity-gender", frame.t(&identity.gender.key()));
    }
    tell("identity-phone", text(&identity.mobile_phone));
    if identity.safe_to_call != Answer::NotAsked {
        tell("identity-safe-to-call", frame.t(&identity.safe_to_call.key()));
    }
    lines
}
