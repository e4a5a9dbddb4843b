//! The confided room: who gets in, who reads what, and what a changed database shows.

mod audit;
mod canary;
mod case;
mod engine;
mod erase;
mod flip;
mod guess;
mod network;
mod server_files;
mod session;
mod tamper;
mod team;
pub mod world;
