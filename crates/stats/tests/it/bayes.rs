//! The Bayesian methods of multiple systems estimation, against what was published and against their own laws.

mod averaging;
mod averaging_laws;
mod classes;
mod mixing;
mod tables;
mod thresholding;
