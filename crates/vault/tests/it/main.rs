//! The promises of the vault.

mod seeded;
mod tamper;
