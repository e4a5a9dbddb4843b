//! The store on both engines: the same tests, the same SQL.

mod casework;
mod engine;
mod fact;
mod schema;
mod search;
mod server;
mod statement;
