//! The binary as its user meets it, and the walls of the house.

mod architecture;
mod assess;
mod claim;
mod command;
mod confided;
mod crash;
mod estimate;
mod import_table;
mod memory;
mod pana;
mod raw;
mod recommendation;
mod search;
mod serve;
mod tls;
mod vendor;
mod wall;
