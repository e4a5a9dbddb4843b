//! Reads and checks `data/`: country packs, the world's tables, rulesets, translations, and the official workbooks.
//!
//! Pure: files come in as bytes and go out as checked values, or as a list of faults with file, line and column.

pub mod ard;
pub mod assessment;
pub mod builtin;
pub mod capture;
pub mod casework;
pub mod claim;
pub mod datapackage;
pub mod edition;
pub mod fault;
pub mod files;
pub mod house;
pub mod ilab;
pub mod import;
pub mod index_model;
pub mod instrument;
pub mod pack;
pub mod rds;
pub mod row;
pub mod ruleset;
pub mod survey;
mod survey_sheet;
pub mod table;
pub mod texts;
pub mod workbook;
pub mod world;

pub use assessment::Assessments;
pub use fault::{Fault, Faults};
pub use files::Files;
pub use pack::Pack;
