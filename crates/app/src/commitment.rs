//! Commitments: which of them are asked for, in which order.

use pana_evidence::Commitment;
use pana_evidence::commitment::CommitmentKind;
use pana_publish::follow_up::Ground;

/// Commitments of one kind.
pub struct Group<'g> {
    /// The kind.
    pub kind: CommitmentKind,
    /// The commitments, by date and name.
    pub commitments: Vec<&'g Commitment>,
}

/// The commitments by kind, each group oldest first and those without a date last. With `late`, only those of which
/// something is known to be late.
pub fn grouped<'g>(ground: &'g Ground<'_>, late: bool) -> Vec<Group<'g>> {
    let wanted = |commitment: &&Commitment| !late || ground.lateness(commitment).is_late() == Some(true);
    let group = |(kind, _): &(CommitmentKind, &str)| {
        let mut commitments: Vec<&Commitment> =
            ground.commitments.iter().filter(|commitment| commitment.kind == *kind).filter(wanted).collect();
        let first =
            |commitment: &Commitment| commitment.adopted.or(commitment.in_force_from).or(commitment.period_start);
        commitments.sort_by_key(|commitment| {
            let date = first(commitment).map(|date| date.first_day());
            (date.is_none(), date, &commitment.id)
        });
        Group { kind: *kind, commitments }
    };
    let groups = CommitmentKind::ALL.iter().map(group);
    groups.filter(|group| !group.commitments.is_empty()).collect()
}
