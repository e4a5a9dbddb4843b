//! Everything that is laid side by side to tell what became of promises: gathered once from a room, read by every page.

use jiff::civil::Date;
use pana_evidence::commitment::CommitmentId;
use pana_evidence::demand::{Age, ages};
use pana_evidence::measure::MeasureReport;
use pana_evidence::plan::{Lateness, Quality, in_scope, lateness, quality};
use pana_evidence::recommendation::evidence::Piece;
use pana_evidence::recommendation::follow_up::Followed;
use pana_evidence::recommendation::{Coverage, FollowUp, Thing, Why, coverage};
use pana_evidence::{Commitment, Kept, Listed, Measure, Recommendation, RecommendationId, Room, RowFault};

/// Recommendations, demands, commitments and measures of a room on a day.
pub struct Ground<'a> {
    /// The facts.
    pub room: &'a Room,
    /// The recommendations with what followed.
    pub followed: &'a Followed,
    /// The same thing asked again, by whom and when.
    pub ages: Vec<Age>,
    /// In how many areas a centre is listed.
    pub coverage: Coverage,
    /// The commitments.
    pub commitments: Vec<Commitment>,
    /// The measures of plans.
    pub measures: Vec<Measure>,
    /// What was handed in on them.
    pub reports: Vec<MeasureReport>,
    /// The day up to which ages and delays are counted.
    pub on: Date,
    /// Rows that could not be read.
    pub faults: Vec<RowFault>,
}

/// A link between a recommendation and a fact, seen from the fact.
pub struct Bearing<'a> {
    /// The recommendation and what became of it.
    pub row: &'a FollowUp,
    /// The link.
    pub piece: &'a Piece,
    /// Why it does not count; `None` where it does.
    pub set_aside: Option<Why>,
}

impl<'a> Ground<'a> {
    /// Gathers a room. `as_of` limits what may count; `today` ends ages and delays where no day is asked for.
    pub fn new(room: &'a Room, followed: &'a Followed, as_of: Option<Date>, today: Date) -> Self {
        let on = as_of.unwrap_or(today);
        let (ages, unread) = ages(room, followed, on.year());
        let coverage = coverage(room, as_of);
        let mut faults: Vec<RowFault> =
            followed.faults.iter().chain(&unread).chain(&coverage.faults).cloned().collect();
        // The commitments were read for the follow-up, and their faults are among those already.
        let commitments = Listed::<Commitment>::of(room).rows;
        let measures = read(room, &mut faults);
        let reports = read(room, &mut faults);
        Self { room, followed, ages, coverage, commitments, measures, reports, on, faults }
    }

    /// A commitment by its name.
    pub fn commitment(&self, id: &str) -> Option<&Commitment> {
        self.commitments.iter().find(|commitment| commitment.id.0 == id)
    }

    /// The plans, strategies and programmes.
    pub fn plans(&self) -> impl Iterator<Item = &Commitment> {
        self.commitments.iter().filter(|commitment| commitment.kind.is_plan())
    }

    /// What of a commitment is late.
    pub fn lateness(&self, commitment: &Commitment) -> Lateness {
        lateness(commitment, &self.measures, &self.reports, self.on)
    }

    /// How well a plan is made.
    pub fn quality(&self, plan: &Commitment) -> Quality {
        let asked: Vec<Recommendation> = self.followed.rows.iter().map(|row| row.recommendation.clone()).collect();
        let asked = in_scope(plan, &asked, |recommendation| recommendation.public(self.room));
        quality(plan, &self.measures, &asked)
    }

    /// The recommendations that a fact bears on.
    pub fn bearings(&self, thing: &Thing) -> Vec<Bearing<'_>> {
        let of_row = |row: &'a FollowUp| {
            let used = row.assessment.used.iter().map(|used| (&used.piece, None));
            let aside = row.assessment.set_aside.iter().map(|aside| (&aside.piece, Some(aside.why)));
            used.chain(aside).map(move |(piece, set_aside)| Bearing { row, piece, set_aside })
        };
        self.followed.rows.iter().flat_map(of_row).filter(|bearing| bearing.piece.link.thing == *thing).collect()
    }

    /// The commitments that say of themselves, or of one of their measures, that they answer a recommendation.
    pub fn answering(&self, id: &RecommendationId) -> Vec<&CommitmentId> {
        let own = self.commitments.iter().filter(|commitment| commitment.recommendations.contains(id)).map(|c| &c.id);
        let of_measures = self.measures.iter().filter(|measure| measure.recommendations.contains(id)).map(|m| &m.plan);
        let mut found: Vec<&CommitmentId> = own.chain(of_measures).collect();
        found.sort();
        found.dedup();
        found
    }

    /// The demands that a recommendation raises, with others or alone.
    pub fn demands(&self, id: &RecommendationId) -> impl Iterator<Item = &Age> {
        self.ages.iter().filter(|age| age.members.iter().any(|member| member.id == id.0))
    }

    /// The list of centres, where it is what limits a recommendation: a figure that limits it was derived from that list.
    pub fn coverage_of(&self, row: &FollowUp) -> Option<&Coverage> {
        use pana_evidence::recommendation::{Centres, Effect};
        let table = format!("{}.csv", Centres::TABLE);
        let from_the_list = |thing: &Thing| {
            match thing {
            Thing::Observation(id) => self.room.observation(id).is_some_and(|observation| {
                matches!(&observation.standing, pana_evidence::Standing::Derived(formula) if *formula == table)
            }),
            Thing::Commitment(_) | Thing::Finding(_) => false,
        }
        };
        let limits =
            row.assessment.used.iter().map(|used| &used.piece.link).filter(|link| link.effect == Effect::Limits);
        (self.coverage.areas() > 0 && limits.into_iter().any(|link| from_the_list(&link.thing)))
            .then_some(&self.coverage)
    }

    /// How many years ago something was asked; unknown where its source has no date.
    pub fn age(&self, row: &FollowUp) -> Option<i16> {
        Some(self.on.year().saturating_sub(row.public?.year()))
    }
}

fn read<T: Kept>(room: &Room, faults: &mut Vec<RowFault>) -> Vec<T> {
    let Listed { rows, faults: unread } = Listed::<T>::of(room);
    faults.extend(unread);
    rows
}
