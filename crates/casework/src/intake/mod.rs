//! Intake: a person is taken in, one thing on each page, identity last. Nothing but a code name is required (R8).
//!
//! Every page is saved as a whole under an id that the browser made, so that pressing save ten times, or saving again after the
//! connection came back, gives one draft (R14).

pub mod draft;
pub mod opening;
pub mod page;
pub mod step;

pub use draft::{Draft, DraftId};
pub use opening::{Opening, OpeningDocument};
pub use page::Page;
pub use step::{Fault, Fields, Step};
