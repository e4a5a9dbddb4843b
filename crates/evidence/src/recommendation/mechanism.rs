//! Mechanism: the procedure in which something is asked, and what the State says to it there.

use crate::cells::{CellFault, code, parsed};
use crate::date::PartialDate;
use crate::kept::cells_of;
use crate::observation::coded;
use crate::record::Record;
use crate::source::SourceId;

coded! {
    /// The procedure in which a recommendation is made.
    Mechanism {
        /// Made by a State in the Universal Periodic Review (HRC resolution 5/1).
        Review = "upr",
        /// Made to the Universal Periodic Review by somebody else: civil society, a national institution, the UN.
        ReviewSubmission = "upr_submission",
        /// Concluding observations or views of a treaty body.
        TreatyBody = "treaty_body",
        /// A special rapporteur, an independent expert or a working group.
        SpecialProcedure = "special_procedure",
        /// A regional organisation.
        RegionalBody = "regional_body",
        /// The maker of an index.
        Index = "index",
        /// An assessment by a government or an organisation outside these procedures.
        Assessment = "assessment",
        /// A body of the country itself: rapporteur, ombudsman, auditor, court.
        National = "national",
        /// Anything else.
        Other = "other",
    }
}

/// What a kind of source says about the mechanism.
static OF_SOURCES: &[(&str, Mechanism)] = &[
    ("upr_working_group_report", Mechanism::Review),
    ("upr_stakeholder_submission", Mechanism::ReviewSubmission),
    ("treaty_body_observations", Mechanism::TreatyBody),
    ("special_procedure_report", Mechanism::SpecialProcedure),
    ("regional_body_report", Mechanism::RegionalBody),
    ("index_country_snapshot", Mechanism::Index),
    ("index_workbook", Mechanism::Index),
    ("index", Mechanism::Index),
    ("assessment_page", Mechanism::Assessment),
    ("assessment", Mechanism::Assessment),
    ("rapporteur_report", Mechanism::National),
    ("audit_report", Mechanism::National),
];

impl Mechanism {
    /// The mechanism that a kind of source belongs to.
    pub fn of_source(kind: &str) -> Self {
        OF_SOURCES.iter().find(|(known, _)| *known == kind).map_or(Self::Other, |(_, mechanism)| *mechanism)
    }
}

coded! {
    /// What the State said. Noted is not dead: a position says nothing about what was done, so no status reads it.
    Position {
        /// Supported.
        Supported = "supported",
        /// Supported in part.
        SupportedInPart = "supported_in_part",
        /// Noted.
        Noted = "noted",
        /// To be given later.
        Pending = "pending",
        /// Nothing is known, or the mechanism asks for no position.
        NotStated = "not_stated",
    }
}

/// A position with where and when it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// The position.
    pub position: Position,
    /// Where it is written.
    pub source: Option<SourceId>,
    /// When it was given.
    pub on: Option<PartialDate>,
}

impl Stance {
    /// Reads the optional columns `position`, `position_source` and `position_on`.
    pub(super) fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        let position = match record.cell("position") {
            Some(_) => code(&cells, "position", Position::parse)?,
            None => Position::NotStated,
        };
        Ok(Self { position, source: cells("position_source").map(SourceId), on: parsed(&cells, "position_on")? })
    }
}
