//! The promises of the vault.

mod custody;
mod seeded;
mod tamper;
