//! Recommendations: what became of them now, or as far as it was known on a day; which of them are asked for, in which order.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pana_evidence::recommendation::follow_up::Followed;
use pana_evidence::recommendation::{FollowUp, Status, follow_up};
use pana_evidence::{Room, SourceId};
use pana_store::room;

use crate::desk::{Desk, Shelf};
use crate::error::Error;

/// A room as far as it was certainly known on a day, and what had become of recommendations by then.
pub struct Then {
    /// The facts: figures in the revision of that day, all other rows as they are.
    pub room: Room,
    /// What had followed.
    pub followed: Followed,
}

/// What had become of recommendations by a day. Figures that were not public yet stay in the room, so that each can be
/// named as what it is: not public yet.
pub async fn as_of(desk: &Desk, shelf: &Shelf, day: Date) -> Result<Then, Error> {
    let known = room::load(&desk.db, Some(day)).await?;
    let now = &shelf.room;
    let observations = now.observations().map(|newest| known.observation(&newest.id).unwrap_or(newest).clone());
    let room = Room::new(
        now.sources().cloned().collect(),
        now.places().cloned().collect(),
        now.indicators().cloned().collect(),
        now.relations().to_vec(),
        observations.collect(),
        now.all_records().to_vec(),
    );
    let followed = follow_up(&room, Some(day));
    Ok(Then { room, followed })
}

/// Which recommendations are asked for. What is `None` is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// With this status.
    pub status: Option<Status>,
    /// Of this theme.
    pub theme: Option<String>,
    /// Made in this source.
    pub source: Option<SourceId>,
}

/// What a person typed, as a question. A status or a theme that does not exist is refused with those that do.
pub fn wanted(followed: &Followed, status: Option<&str>, theme: Option<&str>) -> Result<Wanted, Error> {
    let status = status.map(|given| {
        let known = || Status::ALL.iter().map(|(_, code)| *code).collect::<Vec<_>>().join(", ");
        Status::parse(given).ok_or_else(|| Error::NotFound(format!("`{given}` is no status; use one of: {}", known())))
    });
    let theme = theme.map(|given| {
        let known = themes(followed);
        match known.contains(given) {
            true => Ok(given.to_owned()),
            false => {
                let known: Vec<&str> = known.into_iter().collect();
                Err(Error::NotFound(format!(
                    "no recommendation has the theme `{given}`; use one of: {}",
                    known.join(", ")
                )))
            }
        }
    });
    Ok(Wanted { status: status.transpose()?, theme: theme.transpose()?, source: None })
}

/// The themes of recommendations.
pub fn themes(followed: &Followed) -> BTreeSet<&str> {
    followed.rows.iter().map(|row| row.recommendation.theme.as_str()).collect()
}

/// The sources that recommend.
pub fn sources(followed: &Followed) -> BTreeSet<&SourceId> {
    followed.rows.iter().map(|row| &row.recommendation.source).collect()
}

/// In which order statuses are shown: what went wrong or was left without an answer first, what nobody can tell last.
pub static ORDER: [Status; 6] = [
    Status::Regressed,
    Status::Unanswered,
    Status::NotStarted,
    Status::Partly,
    Status::Implemented,
    Status::EvidenceMissing,
];

/// The recommendations asked for, by status in [`ORDER`], then oldest first, then by name.
pub fn listed<'a>(followed: &'a Followed, wanted: &Wanted) -> Vec<&'a FollowUp> {
    let fits = |row: &&FollowUp| {
        wanted.status.is_none_or(|status| row.assessment.status == status)
            && wanted.theme.as_ref().is_none_or(|theme| row.recommendation.theme == *theme)
            && wanted.source.as_ref().is_none_or(|source| row.recommendation.source == *source)
    };
    let mut rows: Vec<&FollowUp> = followed.rows.iter().filter(fits).collect();
    let place = |row: &FollowUp| ORDER.iter().position(|status| *status == row.assessment.status);
    rows.sort_by_key(|row| (place(row), row.public.is_none(), row.public, &row.recommendation.id));
    rows
}

/// How many recommendations have which status, in [`ORDER`].
pub fn counted(rows: &[&FollowUp]) -> [(Status, usize); 6] {
    ORDER.map(|status| (status, rows.iter().filter(|row| row.assessment.status == status).count()))
}

/// What is open and should not be overlooked: regressed and unanswered.
pub fn pressing(followed: &Followed) -> Vec<&FollowUp> {
    let urgent = |row: &&FollowUp| matches!(row.assessment.status, Status::Regressed | Status::Unanswered);
    listed(followed, &Wanted::default()).into_iter().filter(urgent).collect()
}
