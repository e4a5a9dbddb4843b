//! Public knowledge: sources, places, indicators and how they relate, observations and what may be done with them.
//!
//! Pure: no clock, no database, no randomness. Nothing in here knows a person or a case.

pub mod assessment;
pub mod cells;
pub mod claim;
pub mod commitment;
pub mod date;
pub mod decimal;
pub mod demand;
pub mod edition;
pub mod estimate;
pub mod figure;
pub mod indicator;
pub mod kept;
pub mod measure;
pub mod observation;
pub mod place;
pub mod plan;
pub mod recommendation;
pub mod record;
pub mod room;
pub mod source;
pub mod statement;
pub mod trend;
pub mod wording;

pub use commitment::{Commitment, CommitmentId};
pub use date::PartialDate;
pub use decimal::Decimal;
pub use demand::{Demand, DemandId};
pub use edition::{Edition, EditionIndicators};
pub use estimate::OwnEstimate;
pub use figure::{Comparator, Figure};
pub use indicator::{Comparable, Indicator, IndicatorId, Relation, RelationKind};
pub use kept::{Kept, Listed, RowFault};
pub use measure::{Measure, MeasureId};
pub use observation::{Basis, Coverage, Observation, ObservationId, ObservationStatus, Period, Standing};
pub use place::{Place, PlaceId};
pub use recommendation::{FindingId, Recommendation, RecommendationId};
pub use record::Record;
pub use room::Room;
pub use source::{Source, SourceId};
pub use statement::Statement;
pub use wording::Wording;
