//! What publish makes, looked at from outside.

mod export;
mod pdf;
mod sample;
