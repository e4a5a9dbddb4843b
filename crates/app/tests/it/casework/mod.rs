//! The confided room: who gets in, who reads what, and what a changed database shows.

mod audit;
mod canary;
mod case;
#[path = "../../../../vault/tests/it/device.rs"]
mod device;
mod engine;
mod erase;
mod flip;
mod guess;
mod network;
mod passkey;
mod quota;
mod server_files;
mod session;
mod stay;
mod tamper;
mod team;
pub mod world;
