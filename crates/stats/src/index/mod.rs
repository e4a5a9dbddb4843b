//! Index: a composite index computed from its rules, from ratings to ranks, and the checks on a published one.
//!
//! | module | question |
//! | --- | --- |
//! | [`ruleset`] | what are the rules of this edition? |
//! | [`rating`] | which ratings may an item have? |
//! | [`response`] | how many points does a government earn, and how many might it when ratings are missing? |
//! | [`whatif`] | which single change would move the score, and what does each met negative cost? |
//! | [`vulnerability`] | what is the total of the dimension scores? |
//! | [`prevalence`] | how many people is so many per thousand? |
//! | [`rank`] | who comes first, ties included? |
//! | [`mean`] | what is the average of a region, of places and of people? |
//! | [`robustness`] | does the rank depend on the weights? |
//! | [`guard`] | do the figures of a table fit together, or did somebody make them up? |
//!
//! An estimate of what is not known is never a bare number here: missing ratings give a [`response::Range`], unknown
//! populations leave a mean with the count it rests on, and what cannot be computed is an error with its reason.

pub mod guard;
mod letter;
pub mod mean;
pub mod prevalence;
pub mod rank;
pub mod rating;
pub mod response;
pub mod robustness;
pub mod ruleset;
mod sheet;
pub mod vulnerability;
pub mod whatif;

#[cfg(test)]
mod world;
