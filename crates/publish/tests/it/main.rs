//! What publish makes, looked at from outside.

mod pdf;
mod sample;
