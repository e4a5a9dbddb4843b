//! Print: the snapshot on two sheets of A4, as a tagged PDF (PDF/UA-1).
//!
//! The template beside this file holds the layout; the texts come from the snapshot and from `data/text/*/print.ftl`.

mod copy;
mod world;

use pana_text::Words;

use crate::snapshot::Snapshot;
use copy::Copy;
use world::{Faults, Shop};

/// Why a snapshot could not be printed. Each is a fault of the template or of a drawing: what it says is for us.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The template does not work with this snapshot.
    #[error("the template of the snapshot cannot be set: {0}")]
    Template(Faults),
    /// The standard for accessible PDF (PDF/UA-1) is not met.
    #[error("the printed snapshot is not an accessible PDF: {0}")]
    Standard(Faults),
    /// More or less than two sheets.
    #[error("the snapshot takes {0} pages, not {SHEETS}")]
    Pages(usize),
    /// What is printed is not ready for the template.
    #[error("the snapshot cannot be handed to its template: {0}")]
    Copy(String),
}

/// How many pages a printed snapshot has.
const SHEETS: usize = 2;

/// Prints snapshots. Made once; several threads may print at the same time.
pub struct Press(Shop);

impl Press {
    /// The press with the template of the snapshot.
    pub fn new() -> Self {
        Self::with_template(include_str!("snapshot.typ"))
    }

    fn with_template(template: &str) -> Self {
        Self(Shop::new(template))
    }

    /// The snapshot as PDF: the same bytes for the same snapshot, on every machine and day.
    pub fn print(&self, snapshot: &Snapshot, words: &Words) -> Result<Vec<u8>, PdfError> {
        let copy = Copy::new(snapshot, words);
        let texts = copy.texts().map_err(|error| PdfError::Copy(error.to_string()))?;
        let files = copy.drawings().chain([("/snapshot.json".to_owned(), texts)]);
        let document = self.0.set(files.collect()).map_err(PdfError::Template)?;
        match document.pages().len() {
            SHEETS => world::export(&document).map_err(PdfError::Standard),
            pages => Err(PdfError::Pages(pages)),
        }
    }
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}
