//! Documents out of public data: the snapshot of a country as one model, drawn as a page, a PDF and JSON;
//! and the whole public room in open formats. Besides, it sets papers to hand out from texts it is given, of which it keeps nothing.

pub mod assessment;
pub mod book;
pub mod chart;
pub mod claim;
pub mod commitment;
pub mod comparison;
pub mod composite;
pub mod estimate;
pub mod export;
pub mod fact;
pub mod figure;
pub mod figures;
pub mod follow_up;
pub mod map;
pub mod paper;
pub mod pdf;
pub mod plan;
pub mod recommendation;
pub mod region;
pub mod report;
pub mod said;
pub mod sample;
pub mod snapshot;
pub mod svg;
pub mod written;

pub use book::Book;
pub use paper::Paper;
pub use snapshot::Snapshot;
