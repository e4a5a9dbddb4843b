//! The report of an estimate as a file: HTML or PDF, by its name.

use std::path::Path;

use pana_app::estimate::Estimated;
use pana_app::report;
use pana_publish::figures::Dress;
use pana_publish::pdf::Press;
use pana_text::Lang;
use pana_web::standalone;

use crate::exit::Exit;
use crate::open;
use crate::output::write_file;

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One HTML file.
    Html,
    /// Sheets of A4.
    Pdf,
}

/// The form that the name of a file asks for, before anything is computed.
pub fn form_of(path: &Path) -> Result<Form, Exit> {
    match path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
        Some("html" | "htm") => Ok(Form::Html),
        Some("pdf") => Ok(Form::Pdf),
        _ => Err(Exit::Usage(format!("a report is written as .html or .pdf, not as {}", path.display()))),
    }
}

/// Writes the report.
pub fn write(found: &Estimated, lang: Lang, path: &Path, form: Form) -> Result<(), Exit> {
    let library = open::library()?;
    let words = library.words(lang);
    let failed = |reason: String| Exit::Failed(format!("{}: {reason}", path.display()));
    let bytes = match form {
        Form::Html => {
            let report = report::of_estimate(found, words, Dress::Page, open::today());
            standalone::estimate(&report, words).map_err(failed)?
        }
        Form::Pdf => {
            let report = report::of_estimate(found, words, Dress::Print, open::today());
            Press::new().print_estimate(&report, words).map_err(|error| failed(error.to_string()))?
        }
    };
    write_file(path, &bytes)
}
