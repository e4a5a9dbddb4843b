//! The public room: what it answers, for every input.

mod claim_law;
