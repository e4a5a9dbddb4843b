//! Use cases on a real database with the facts that travel with the program.

mod casework;
mod facts;
mod intake;
mod search;
#[path = "../../../store/tests/it/server.rs"]
mod server;
mod snapshot;
mod world;
