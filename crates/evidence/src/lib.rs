//! Public knowledge: sources, places, indicators and how they relate, observations and what may be done with them.
//!
//! Pure: no clock, no database, no randomness. Nothing in here knows a person or a case.

pub mod cells;
pub mod claim;
pub mod date;
pub mod decimal;
pub mod edition;
pub mod figure;
pub mod indicator;
pub mod observation;
pub mod place;
pub mod record;
pub mod room;
pub mod source;
pub mod trend;

pub use date::PartialDate;
pub use decimal::Decimal;
pub use edition::{Edition, EditionIndicators};
pub use figure::{Comparator, Figure};
pub use indicator::{Comparable, Indicator, IndicatorId, Relation, RelationKind};
pub use observation::{Basis, Coverage, Observation, ObservationId, ObservationStatus, Period, Standing};
pub use place::{Place, PlaceId};
pub use record::Record;
pub use room::Room;
pub use source::{Source, SourceId};
