//! Questions to the observations: by indicator, by place, as of a day.

use jiff::civil::Date;
use pana_evidence::Observation;

use crate::db::{Cells, Db};
use crate::error::StoreError;
use crate::row::read;

/// Which observations are asked for. What is `None` is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Of this indicator.
    pub indicator: Option<String>,
    /// About this place.
    pub place: Option<String>,
    /// Known on this day: the newest revision released by then. What has no release date was not certainly known.
    pub as_of: Option<Date>,
}

/// The observations asked for, by name.
pub async fn ask(db: &Db, question: &Question) -> Result<Vec<Observation>, StoreError> {
    const SQL: &str = "select obs_id, indicator_id, value, value_lower, value_upper, value_text, comparator, unit, geo_id, \
        period_start, period_end, period_label, period_type, subgroup, basis, coverage, obs_status, source_id, origin_source_id, \
        locus, line, derived, derived_from, note, series, edition, released, cast(revision as text) \
        from observations asked \
        where ($1 is null or indicator_id = $1) and ($2 is null or geo_id = $2) and ($3 is null or released <= $3) \
        and revision = (select max(later.revision) from observations later \
            where later.obs_id = asked.obs_id and ($3 is null or later.released <= $3)) \
        order by obs_id";
    let values = [question.indicator.clone(), question.place.clone(), question.as_of.map(|day| day.to_string())];
    db.read(SQL, &values).await?.into_iter().map(with_revision).collect()
}

/// Every revision of one observation, oldest first.
pub async fn history(db: &Db, id: &str) -> Result<Vec<Observation>, StoreError> {
    const SQL: &str = "select obs_id, indicator_id, value, value_lower, value_upper, value_text, comparator, unit, geo_id, \
        period_start, period_end, period_label, period_type, subgroup, basis, coverage, obs_status, source_id, origin_source_id, \
        locus, line, derived, derived_from, note, series, edition, released, cast(revision as text) \
        from observations where obs_id = $1 order by revision";
    db.read(SQL, &[Some(id.to_owned())]).await?.into_iter().map(with_revision).collect()
}

fn with_revision(cells: Cells) -> Result<Observation, StoreError> {
    let (observation, revision) = read::<Observation>(cells)?;
    Ok(Observation { revision, ..observation })
}
