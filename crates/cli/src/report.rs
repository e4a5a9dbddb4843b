//! An answer for its reader: as text or JSON on stdout, and as a report in a file, HTML or PDF by its name.

use std::path::Path;

use pana_app::Library;
use pana_publish::figures::Dress;
use pana_publish::pdf::Press;
use pana_publish::report::Report;
use pana_publish::report::plain::plain;
use pana_text::Words;
use pana_web::standalone;

use crate::args::Told;
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json, write_file};

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// One HTML file.
    Html,
    /// Sheets of A4.
    Pdf,
}

/// How an answer will be told, known before anything is computed.
pub struct Telling<'a> {
    told: &'a Told,
    file: Option<(&'a Path, Form)>,
    library: Library,
}

impl<'a> Telling<'a> {
    /// The telling that was asked for; the name of a report says what it is.
    pub fn new(told: &'a Told) -> Result<Self, Exit> {
        let file = told.report.as_deref().map(|path| form_of(path).map(|form| (path, form))).transpose()?;
        Ok(Self { told, file, library: open::library()? })
    }

    /// The words of the reader's language.
    pub fn words(&self) -> &Words {
        self.library.words(self.told.lang)
    }

    /// Tells the answer. The report is drawn for a screen and for paper when it is needed.
    pub fn tell(&self, answer: &impl serde::Serialize, draw: &dyn Fn(&Words, Dress) -> Report) -> Result<(), Exit> {
        let words = self.words();
        if self.told.json {
            print_json(answer)?;
        } else {
            print(plain(&draw(words, Dress::Page)).as_bytes())?;
        }
        let Some((path, form)) = self.file else { return Ok(()) };
        let failed = |reason: String| Exit::Failed(format!("{}: {reason}", path.display()));
        let bytes = match form {
            Form::Html => standalone::report(&draw(words, Dress::Page), words).map_err(failed)?,
            Form::Pdf => {
                let printed = Press::new().print_report(&draw(words, Dress::Print), words);
                printed.map_err(|error| failed(error.to_string()))?
            }
        };
        write_file(path, &bytes)
    }
}

/// The form that the name of a file asks for.
fn form_of(path: &Path) -> Result<Form, Exit> {
    match path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
        Some("html" | "htm") => Ok(Form::Html),
        Some("pdf") => Ok(Form::Pdf),
        _ => Err(Exit::Usage(format!("a report is written as .html or .pdf, not as {}", path.display()))),
    }
}
