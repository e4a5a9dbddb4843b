//! Use cases on a real database with the facts that travel with the program.

mod casework;
mod facts;
mod intake;
mod search;
mod snapshot;
mod world;
