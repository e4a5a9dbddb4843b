//! The ILO operational indicators (2009): six dimensions, and what their pattern means.
//!
//! The table of results is read from a secondary source. It leaves patterns without a name; those lines are ours, say so, and
//! always mean that a person decides.

use serde::{Deserialize, Serialize};

use crate::coded::coded;

coded! {
    /// The six dimensions.
    "dimension"
    pub enum Dimension {
        /// Deceived when recruited.
        DeceptiveRecruitment = "deceptive_recruitment",
        /// Coerced when recruited.
        CoerciveRecruitment = "coercive_recruitment",
        /// Recruited through a vulnerable position.
        RecruitmentVulnerability = "recruitment_vulnerability",
        /// Exploited.
        Exploitation = "exploitation",
        /// Coerced at the destination.
        CoercionAtDestination = "coercion_at_destination",
        /// A vulnerable position used at the destination.
        DestinationVulnerability = "destination_vulnerability",
    }
}

coded! {
    /// Who says that a pattern means this.
    "line-origin"
    pub enum Origin {
        /// The table of the ILO, as a secondary source gives it.
        IloTable = "ilo_table",
        /// The law: for a child no means is needed (Palermo Protocol art. 3 c).
        Law = "law",
        /// Pana; a reviewer decides.
        Ours = "ours",
    }
}

coded! {
    /// A line of the table of results. Adults: the first that fits, in this order; children: the last four.
    "screening-line"
    pub enum Line {
        /// 1: means at recruitment, exploitation, coercion at destination.
        ForcedLabourTrafficking = "forced_labour_trafficking",
        /// 2: deceived and exploited, not coerced.
        DeceptionAndExploitation = "deception_and_exploitation",
        /// 3: forced labour shown, means at recruitment not (ours).
        PresumedForcedLabour = "presumed_forced_labour",
        /// 4: exploited; coercion or a vulnerable position as the means (ours).
        PresumedByMeans = "presumed_by_means",
        /// 5: an exploited worker: the labour-rights route, not «nothing».
        ExploitedWorker = "exploited_worker",
        /// 6: an attempt, or freed early: keep open (ours).
        NoExploitationShown = "no_exploitation_shown",
        /// 7: not shown.
        NotShown = "not_shown",
        /// Child: an act and exploitation are shown; means are not needed.
        ChildTrafficking = "child_trafficking",
        /// Child: exploitation is shown, an act is not: child protection, a reviewer decides (ours).
        ExploitedChild = "exploited_child",
    }
}

/// Which dimensions are positive, in the order of [`Dimension::ALL`], and whether an act is shown (children only).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// Positive dimensions.
    pub dimensions: [bool; 6],
    /// Somebody recruited, moved, kept or received the child.
    pub act: bool,
}

impl Line {
    /// The line of a pattern for an adult: the first that fits.
    pub fn adult(pattern: Pattern) -> Self {
        let [deceived, coerced, vulnerable, exploited, held, dependent] = pattern.dimensions;
        if exploited && (deceived || coerced) && held {
            Self::ForcedLabourTrafficking
        } else if exploited && deceived && !coerced && !held {
            Self::DeceptionAndExploitation
        } else if exploited && held {
            Self::PresumedForcedLabour
        } else if exploited && (coerced || vulnerable || dependent) {
            Self::PresumedByMeans
        } else if exploited {
            Self::ExploitedWorker
        } else if deceived || coerced || held {
            Self::NoExploitationShown
        } else {
            Self::NotShown
        }
    }

    /// The line of a pattern for a child: act and exploitation are enough.
    pub fn child(pattern: Pattern) -> Self {
        let [deceived, coerced, _, exploited, held, _] = pattern.dimensions;
        match (exploited, pattern.act) {
            (true, true) => Self::ChildTrafficking,
            (true, false) => Self::ExploitedChild,
            // Somebody who moved a child has already begun: not shown would close it too early.
            (false, act) if act || deceived || coerced || held => Self::NoExploitationShown,
            (false, _) => Self::NotShown,
        }
    }

    /// Who says so.
    pub fn origin(self) -> Origin {
        match self {
            Self::ForcedLabourTrafficking | Self::DeceptionAndExploitation | Self::ExploitedWorker | Self::NotShown => {
                Origin::IloTable
            }
            Self::ChildTrafficking => Origin::Law,
            Self::PresumedForcedLabour | Self::PresumedByMeans | Self::NoExploitationShown | Self::ExploitedChild => {
                Origin::Ours
            }
        }
    }

    /// Lines in the order in which more yes can only lead upwards. Lines 2 and 4 stand on one step: a coercion found leads from 2
    /// to 4, a deception found from 4 to 2. It is an order for the range, never a score to show.
    pub fn step(self) -> u8 {
        match self {
            Self::NotShown => 0,
            Self::NoExploitationShown => 1,
            Self::ExploitedWorker | Self::ExploitedChild => 2,
            Self::DeceptionAndExploitation | Self::PresumedByMeans => 3,
            Self::PresumedForcedLabour => 4,
            Self::ForcedLabourTrafficking | Self::ChildTrafficking => 5,
        }
    }
}

/// A line with who says so: the two are never shown apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Told {
    /// The line.
    pub line: Line,
    /// Who says that the pattern means this.
    pub origin: Origin,
}

impl From<Line> for Told {
    fn from(line: Line) -> Self {
        Self { line, origin: line.origin() }
    }
}
