//! The data that travel with the program, and what is refused.

mod broken;
mod claim;
mod fact_base;
mod follow_up;
mod import;
mod import_kind;
mod import_law;
mod import_words;
mod translation;
mod workbook;
