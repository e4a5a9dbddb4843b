//! The report of an answer.

use jiff::civil::Date;
use pana_publish::estimate::{Given, report};
use pana_publish::figures::Dress;
use pana_publish::report::Report;
use pana_text::Words;

use crate::estimate::Estimated;

/// The report of an estimate in a language, for a page or for print. `on` is the day that stands in it.
pub fn of_estimate(found: &Estimated, words: &Words, dress: Dress, on: Date) -> Report {
    let given = Given {
        question: &found.question,
        capture: &found.capture,
        study: &found.study,
        file: &found.file,
        sha256: &found.sha256,
        version: env!("CARGO_PKG_VERSION"),
        on,
    };
    report(words, &given, dress)
}
