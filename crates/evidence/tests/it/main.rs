//! The public room: what it answers, for every input.

mod claim_law;
mod demand;
mod measure;
mod plan;
mod recommendation;
mod schedule;
mod status;
mod status_law;
mod view;
mod world;
