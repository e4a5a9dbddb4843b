//! Network scale-up: how many people belong to a hidden group, from how many of its members a general sample knows.
//!
//! Respondent i says that she knows y_ik people of group k, for groups of known size N_k in a population of N, and y_iu of
//! the hidden group. From the known groups follows how many people she knows at all (her degree d_i), from that the size.
//!
//! What no formula here repairs: people do not know that an acquaintance is a victim (transmission), victims know few people
//! outside (barrier), and respondents remember roughly. So every report shows what follows when only a share τ of the ties is
//! known, and how well each known group is estimated from the others.

pub mod ard;
pub mod bootstrap;
pub mod generalised;
pub mod killworth;
pub mod random_degree;
pub mod report;

pub use ard::{Ard, ArdError, Group};
pub use report::{Report, Settings, report};
