//! Demand: the same thing asked again, by other bodies and in other years. How long it has been open is its age.

use std::collections::{BTreeMap, BTreeSet};

use crate::cells::{CellFault, code, fault, required, text};
use crate::kept::{Kept, Listed, RowFault, cells_of, needed};
use crate::observation::coded;
use crate::recommendation::follow_up::Followed;
use crate::recommendation::{RecommendationId, Status};
use crate::record::Record;
use crate::room::Room;
use crate::source::SourceId;

/// The name of a demand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DemandId(pub String);

/// A row of the optional table `demands`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Its name.
    pub id: DemandId,
    /// What is demanded.
    pub title: String,
    /// Its theme.
    pub theme: String,
}

coded! {
    /// What raises a demand.
    MemberKind {
        /// A recommendation.
        Recommendation = "recommendation",
        /// An action that an assessor suggested, often year after year.
        SuggestedAction = "suggested_action",
        /// A finding that names the gap without asking for anything.
        Finding = "finding",
    }
}

/// A row of the optional table `demand_members`: one body that raised a demand, from one year to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The demand.
    pub demand: DemandId,
    /// What raises it.
    pub kind: MemberKind,
    /// Its name.
    pub id: String,
    /// The first year.
    pub first_year: i16,
    /// The last year.
    pub last_year: i16,
    /// Where that is written.
    pub source: SourceId,
    /// The place in the source.
    pub locator: String,
    /// Why it is the same demand, or how it differs.
    pub note: Option<String>,
}

/// A row of the optional table `suggested_actions`: what an assessor asked for in every edition of some years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedAction {
    /// Its name.
    pub id: String,
    /// Its domain in the assessment: law, enforcement, ...
    pub domain: String,
    /// What it asks, in other words.
    pub text: String,
    /// The first year it was asked in.
    pub first_year: i16,
    /// The last.
    pub last_year: i16,
    /// Where that is written.
    pub source: SourceId,
    /// The place in the source.
    pub locator: String,
}

impl SuggestedAction {
    /// In how many yearly editions it was asked.
    pub fn years_repeated(&self) -> i16 {
        self.last_year.saturating_sub(self.first_year).saturating_add(1)
    }
}

impl Kept for Demand {
    const TABLE: &'static str = "demands";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        Ok(Self {
            id: DemandId(required(&cells, "demand_id")?),
            title: required(&cells, "title_en")?,
            theme: text(&cells, "theme"),
        })
    }
}

impl Kept for Member {
    const TABLE: &'static str = "demand_members";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        let (first_year, last_year) = years(record)?;
        Ok(Self {
            demand: DemandId(required(&cells, "demand_id")?),
            kind: code(&cells, "member_kind", MemberKind::parse)?,
            id: required(&cells, "member_id")?,
            first_year,
            last_year,
            source: SourceId(required(&cells, "source_id")?),
            locator: required(&cells, "locus")?,
            note: cells("note"),
        })
    }
}

impl Kept for SuggestedAction {
    const TABLE: &'static str = "suggested_actions";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        let (first_year, last_year) = years(record)?;
        Ok(Self {
            id: required(&cells, "action_id")?,
            domain: text(&cells, "domain"),
            text: required(&cells, "paraphrase")?,
            first_year,
            last_year,
            source: SourceId(required(&cells, "source_id")?),
            locator: required(&cells, "locus")?,
        })
    }
}

fn years(record: &Record) -> Result<(i16, i16), CellFault> {
    let cells = cells_of(record);
    let (first, last): (i16, i16) = (needed(&cells, "first_year")?, needed(&cells, "last_year")?);
    if !(0..=9999).contains(&first) || !(0..=9999).contains(&last) {
        return Err(fault("first_year", "a year has four digits"));
    }
    if first > last {
        return Err(fault("last_year", format!("the last year {last} is before the first, {first}")));
    }
    Ok((first, last))
}

coded! {
    /// Whether a demand has been answered, by the statuses of the recommendations that raise it.
    Answered {
        /// Every one of them is implemented.
        Yes = "yes",
        /// One of them is implemented, or partly.
        InPart = "in_part",
        /// None is.
        No = "no",
        /// No recommendation raises it, or nothing later is known of any.
        NotKnown = "not_known",
    }
}

/// The age of a demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Age {
    /// The demand.
    pub demand: Demand,
    /// What raises it, by first year and name.
    pub members: Vec<Member>,
    /// The first year it was asked.
    pub first_year: i16,
    /// The last year it was asked, as far as is known.
    pub last_year: i16,
    /// How many years lie between the first asking and the year asked about; `None` once it is answered.
    pub open: Option<i16>,
    /// The bodies that asked, by name.
    pub bodies: Vec<String>,
    /// Whether it has been answered.
    pub answered: Answered,
}

/// The demands of a room by a year: oldest first. Members of later years are left out, and so are demands without any.
pub fn ages(room: &Room, followed: &Followed, year: i16) -> (Vec<Age>, Vec<RowFault>) {
    let demands = Listed::<Demand>::of(room);
    let members = Listed::<Member>::of(room);
    let mut groups: BTreeMap<DemandId, Vec<Member>> = BTreeMap::new();
    for member in members.rows.into_iter().filter(|member| member.first_year <= year) {
        groups.entry(member.demand.clone()).or_default().push(member);
    }
    let found = demands.rows.into_iter().filter_map(|demand| {
        let members = groups.remove(&demand.id)?;
        Some(age(room, followed, demand, members, year))
    });
    let mut ages: Vec<Age> = found.collect();
    ages.sort_by(|one, other| (one.first_year, &one.demand.id).cmp(&(other.first_year, &other.demand.id)));
    (ages, demands.faults.into_iter().chain(members.faults).collect())
}

fn age(room: &Room, followed: &Followed, demand: Demand, mut members: Vec<Member>, year: i16) -> Age {
    members.sort_by(|one, other| (one.first_year, &one.id).cmp(&(other.first_year, &other.id)));
    let first_year = members.iter().map(|member| member.first_year).min().unwrap_or(year);
    let last_year = members.iter().map(|member| member.last_year.min(year)).max().unwrap_or(year);
    let publisher = |member: &Member| room.source(&member.source).map(|source| source.publisher.clone());
    let bodies: BTreeSet<String> = members.iter().filter_map(publisher).collect();
    let answered = answered(followed, &members);
    let open = (answered != Answered::Yes).then(|| year.saturating_sub(first_year));
    Age { demand, members, first_year, last_year, open, bodies: bodies.into_iter().collect(), answered }
}

fn answered(followed: &Followed, members: &[Member]) -> Answered {
    let asked = members.iter().filter(|member| member.kind == MemberKind::Recommendation);
    let statuses: Vec<Status> = asked
        .filter_map(|member| followed.of(&RecommendationId(member.id.clone())))
        .map(|row| row.assessment.status)
        .collect();
    let any = |wanted: &[Status]| statuses.iter().any(|status| wanted.contains(status));
    if !statuses.is_empty() && statuses.iter().all(|status| *status == Status::Implemented) {
        Answered::Yes
    } else if any(&[Status::Implemented, Status::Partly]) {
        Answered::InPart
    } else if any(&[Status::Unanswered, Status::NotStarted, Status::Regressed]) {
        Answered::No
    } else {
        Answered::NotKnown
    }
}
