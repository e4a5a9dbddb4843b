//! Numbers only: what follows from ratings, scores and populations, and nothing else.
//!
//! Pure: no files, no clock, no network, no chance that was not handed in as a seed. The same arguments give the same
//! bytes on every machine, because only `libm`, our own random stream and ordered maps are used.
//!
//! Nothing here knows a country, an edition or a language: rules arrive as data ([`index::ruleset`]), places as keys.

pub mod index;
