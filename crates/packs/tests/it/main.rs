//! The data that travel with the program, and what is refused.

mod assessed;
mod assessment;
mod broken;
mod casework_law;
mod claim;
mod fact_base;
mod follow_up;
mod ilab;
mod ilab_import;
mod import;
mod import_kind;
mod import_law;
mod import_words;
mod index_model;
mod instrument;
mod level;
mod sample_survey;
mod survey;
mod translation;
mod workbook;
