//! What `pana-stats` computes, against what was published: every oracle names its table, every tolerance its reason.
//!
//! The tables are in `shared/facts/gsi`, outside the repository (their licence is not settled); without the folder the
//! oracles fail and say so.

mod asem;
mod asem_draws;
mod bayes;
mod composite_law;
mod coverage;
mod coverage_lists;
mod facts;
mod guard;
mod inform;
mod instances;
mod law;
mod mean;
mod models;
mod mse_law;
mod mse_oracle;
mod prevalence;
mod rank;
mod response_2018;
mod response_2023;
mod robustness;
mod samples;
mod sheet;
mod survey;
mod trees;
mod vulnerability;
mod whatif;
