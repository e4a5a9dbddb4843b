//! The promises of the vault.

mod custody;
mod device;
mod passkey;
mod seeded;
mod tamper;
