//! Print: the snapshot on two sheets of A4, as a tagged PDF (PDF/UA-1); reports, and papers to hand out.
//!
//! The templates beside this file hold the layout; the texts come from the snapshot and from `data/text/*/print.ftl`.

mod copy;
mod world;

use pana_text::Words;

use crate::paper::{self, Paper};
use crate::report::Report;
use crate::snapshot::Snapshot;
use copy::Copy;
pub use world::Faults;
use world::Shop;

/// Why a snapshot could not be printed. Each is a fault of the template or of a drawing: what it says is for us.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// What is printed could not be written down for the template.
    #[error("the snapshot cannot be handed to its template: {0}")]
    Copy(String),
    /// The template does not work with this snapshot.
    #[error("the template of the snapshot cannot be set: {0}")]
    Template(Faults),
    /// The standard for accessible PDF is not met.
    #[error("the printed snapshot is not an accessible PDF: {0}")]
    Standard(Faults),
    /// Set as tightly as can be read, it is still too long.
    #[error("the snapshot takes {0} pages instead of {SHEETS}")]
    Pages(usize),
}

/// How many pages a printed snapshot has.
const SHEETS: usize = 2;

/// How many settings the template has, from the most generous to the tightest.
const SETTINGS: usize = 5;

/// Prints snapshots, reports and papers. Made once; several threads may print at the same time.
pub struct Press {
    snapshot: Shop,
    report: Shop,
    paper: Shop,
}

impl Press {
    /// The press with its templates.
    pub fn new() -> Self {
        Self {
            snapshot: Shop::new(include_str!("snapshot.typ")),
            report: Shop::new(include_str!("report.typ")),
            paper: Shop::new(include_str!("paper.typ")),
        }
    }

    /// A report as PDF, on as many sheets as it needs: the same bytes for the same report, on every machine.
    pub fn print_report(&self, report: &Report, words: &Words) -> Result<Vec<u8>, PdfError> {
        let copy = serde_json::json!({ "report": report, "help": words.say("estimate-help-heading") });
        let text = serde_json::to_string(&copy).map_err(|error| PdfError::Copy(error.to_string()))?;
        // Lists are called what somebody called them, in any script; a standard that forbids boxes would refuse the whole.
        let set = |text: &str| self.report.legible(text).into_bytes();
        let drawings = report.drawings().map(|drawing| (format!("/{}.svg", drawing.id), set(&drawing.svg)));
        let files = drawings.chain([("/snapshot.json".to_owned(), set(&text))]).collect();
        let document = self.report.set(files).map_err(PdfError::Template)?;
        world::export(&document, Some("Pana")).map_err(PdfError::Standard)
    }

    /// A paper as PDF, on as many sheets as it needs: the same bytes for the same paper. Letters that the fonts have not are left out,
    /// and the paper says so. What was set is forgotten: nothing of it stays in memory for the next print.
    pub fn print_paper(&self, paper: &Paper) -> Result<Vec<u8>, PdfError> {
        let copy = |error: serde_json::Error| PdfError::Copy(error.to_string());
        let texts = serde_json::to_value(paper).map_err(copy)?;
        let mut lost = false;
        let mut texts = paper::each_text(texts, &mut |text| {
            let legible = self.paper.legible(&text.replace(char::is_control, " "));
            lost |= legible.matches('?').count() > text.matches('?').count();
            legible
        });
        texts["lost"] = lost.into();
        let files = [("/paper.json".to_owned(), serde_json::to_vec(&texts).map_err(copy)?)].into();
        let document = self.paper.set(files).map_err(PdfError::Template);
        let printed = document.and_then(|document| world::export(&document, None).map_err(PdfError::Standard));
        world::forget();
        printed
    }

    /// The snapshot as PDF: the same bytes for the same snapshot, on every machine and day. The first setting that fits on two
    /// sheets is taken; nearly always it is the first.
    pub fn print(&self, snapshot: &Snapshot, words: &Words) -> Result<Vec<u8>, PdfError> {
        let copy = Copy::new(snapshot, words);
        let mut pages = 0;
        for tightness in 0..SETTINGS {
            let files = copy.files(tightness).map_err(|error| PdfError::Copy(error.to_string()))?;
            let document = self.snapshot.set(files).map_err(PdfError::Template)?;
            pages = document.pages().len();
            if pages == SHEETS {
                return world::export(&document, Some("Pana")).map_err(PdfError::Standard);
            }
        }
        Err(PdfError::Pages(pages))
    }
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}
