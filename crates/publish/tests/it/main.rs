//! What publish makes, looked at from outside.

mod export;
mod paper;
mod pdf;
mod pdf_text;
mod sample;
