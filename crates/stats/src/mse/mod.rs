//! Multiple systems estimation: how many were on no list, from how the lists of those who were found overlap.
//!
//! t lists; a history w is the set of lists a person is on (bit i of a mask is list i); N_w people have history w,
//! n = Σ N_w were observed, M = N_∅ were not, N = n + M. Every method takes a [`table::Table`] and returns an
//! [`answer::Answer`]: an estimate with an interval and the gates it passed, or the reason why there is none.

pub mod answer;
pub mod bma;
pub mod bootstrap;
pub mod capture;
pub mod compare;
mod density;
pub mod estimator;
pub mod fit;
pub mod forward;
pub mod hygiene;
pub mod latent;
pub mod list_bound;
pub mod model;
pub mod multiplier;
pub mod one_list;
pub mod one_list_covariates;
pub mod profile;
pub mod robustness;
pub mod search;
pub mod status;
pub mod stepwise;
pub mod study;
pub mod table;
pub mod threshold;
pub mod two_lists;

pub use answer::{Answer, Curve, Estimate, Gate, Outcome, Reason, Verdict};
pub use table::{Table, TableError};
