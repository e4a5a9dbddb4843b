//! Asking the public room: what was known on a day, and how one figure became what it is.

use jiff::civil::Date;
use pana_evidence::{IndicatorId, Observation, ObservationId, PlaceId};
use pana_store::observation::{self, Question};

use crate::desk::Desk;
use crate::error::Error;

/// The observations of an indicator, about a place, as they were certainly known on a day; what is `None` is not asked.
pub async fn ask(
    desk: &Desk,
    indicator: Option<&IndicatorId>,
    place: Option<&PlaceId>,
    as_of: Option<Date>,
) -> Result<Vec<Observation>, Error> {
    let (indicator, place) = (indicator.map(|id| id.0.clone()), place.map(|id| id.0.clone()));
    Ok(observation::ask(&desk.db, &Question { indicator, place, as_of }).await?)
}

/// Every revision of an observation, oldest first; empty where there is no such observation.
pub async fn history(desk: &Desk, id: &ObservationId) -> Result<Vec<Observation>, Error> {
    Ok(observation::history(&desk.db, &id.0).await?)
}
