//! The data that travel with the program, and what is refused.

mod broken;
mod claim;
mod fact_base;
mod follow_up;
mod translation;
mod workbook;
