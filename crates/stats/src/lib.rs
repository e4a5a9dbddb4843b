//! Numbers only: what follows from ratings, scores, populations, lists and samples, and nothing else.
//!
//! Pure: no files, no clock, no network, no chance that was not handed in as a seed. The same arguments give the same
//! bytes on every machine and any number of threads, because only `libm`, our own random stream, ordered maps and sums
//! in a fixed order are used.
//!
//! Nothing here knows a country, an edition or a language: rules arrive as data ([`index::ruleset`]), places as keys.

pub mod beta;
pub mod chance;
pub mod composite;
pub mod index;
pub mod mcmc;
pub mod mse;
pub mod nsum;
pub mod rds;
pub mod span;
pub mod special;
pub mod survey;
pub mod watch;
