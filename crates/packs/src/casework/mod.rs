//! What casework takes from `data/casework/`: rules, instruments and values of law, read and checked.

pub mod law;
pub mod network;
pub mod paper;
pub mod policy;
