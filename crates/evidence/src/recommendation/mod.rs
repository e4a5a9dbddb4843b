//! Recommendation: one act that somebody asked of somebody. A bullet that asks for three things is three of them.

use jiff::civil::Date;

use crate::cells::{CellFault, code, fault, parsed, required, text};
use crate::kept::{Kept, cells_of, parts};
use crate::observation::coded;
use crate::record::Record;
use crate::room::Room;
use crate::source::SourceId;

pub mod coverage;
pub mod evidence;
pub mod follow_up;
pub mod mechanism;
pub mod status;
pub mod view;

pub use coverage::{Centres, Coverage, coverage};
pub use evidence::{Effect, Link, Piece, Thing, Weight};
pub use follow_up::{FollowUp, Movement, follow_up};
pub use mechanism::{Mechanism, Position, Stance};
pub use status::{Assessment, Effective, Formal, Reason, Status, Why, assess};
pub use view::{HolderKind, View};

/// The name of a recommendation, unique over all packs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecommendationId(pub String);

/// The name of a finding: a numbered paragraph or a statement of a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingId(pub String);

coded! {
    /// How the addressee is known.
    AddresseeBasis {
        /// The text names it.
        Explicit = "explicit",
        /// The mechanism implies it: a submission to a review addresses the State under review.
        Implicit = "implicit",
    }
}

coded! {
    /// What kind of act is asked for.
    Action {
        /// Do something.
        Act = "act",
        /// Stop doing something.
        CeasePractice = "cease_practice",
        /// Ask those concerned.
        Consult = "consult",
        /// Set up a body.
        EstablishInstitution = "establish_institution",
        /// Set up a procedure that works.
        EstablishMechanism = "establish_mechanism",
        /// Pay for something.
        Fund = "fund",
        /// Apply a treaty.
        ImplementTreaty = "implement_treaty",
        /// Pass a law.
        Legislate = "legislate",
        /// Observe something continuously.
        Monitor = "monitor",
        /// Adopt a programme.
        Programme = "programme",
        /// Become party to a treaty.
        Ratify = "ratify",
        /// Serve people.
        Services = "services",
        /// Adopt a standard.
        Standard = "standard",
    }
}

impl Action {
    /// Whether a text that was adopted is the very thing asked for. Everything else asks for conduct, which a text only
    /// promises: a body set up by law is not yet a body at work.
    pub fn asks_for_a_text(self) -> bool {
        matches!(self, Self::Legislate | Self::Ratify | Self::Standard | Self::Programme)
    }
}

/// Whom a recommendation addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// As the source puts it, or the State under review.
    pub name: String,
    /// How that is known.
    pub basis: AddresseeBasis,
    /// Bodies that could act, in our reading.
    pub suggested: Vec<String>,
}

/// One atomic recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// Its name.
    pub id: RecommendationId,
    /// Where it is made.
    pub source: SourceId,
    /// The paragraph.
    pub locator: String,
    /// `bullet`, `in_text`, `priority`, ...: the form it has in its source.
    pub kind: String,
    /// The section of the source.
    pub section: Option<String>,
    /// The bullet it is, or is a part of.
    pub bullet: Option<String>,
    /// Which part of that bullet.
    pub part: Option<u32>,
    /// The mechanism, where the table states one; see [`Recommendation::mechanism`].
    pub stated_mechanism: Option<Mechanism>,
    /// The cycle of a mechanism that comes round.
    pub cycle: Option<String>,
    /// What the State said to it.
    pub stance: Stance,
    /// Its theme.
    pub theme: String,
    /// Whom it addresses.
    pub addressee: Addressee,
    /// What kind of act it asks for; unknown where nobody coded it.
    pub action: Option<Action>,
    /// How specific the act is, 1 (minimal) to 5 (specific): the scale of UPR Info.
    pub category: Option<u8>,
    /// What it asks, in other words.
    pub text: String,
    /// The findings it answers.
    pub findings: Vec<FindingId>,
}

impl Recommendation {
    /// The mechanism: as stated, otherwise as the kind of the source tells.
    pub fn mechanism(&self, room: &Room) -> Mechanism {
        let of_source =
            || room.source(&self.source).map_or(Mechanism::Other, |source| Mechanism::of_source(&source.kind));
        self.stated_mechanism.unwrap_or_else(of_source)
    }

    /// The day by which it was certainly public; unknown where its source has no date.
    pub fn public(&self, room: &Room) -> Option<Date> {
        room.source(&self.source)?.released()
    }

    /// The other acts of the same bullet.
    pub fn siblings<'a>(&'a self, all: &'a [Self]) -> impl Iterator<Item = &'a Self> {
        all.iter().filter(move |other| {
            self.bullet.is_some()
                && (&other.source, &other.bullet) == (&self.source, &self.bullet)
                && other.id != self.id
        })
    }
}

impl Kept for Recommendation {
    const TABLE: &'static str = "recommendations";

    fn read(record: &Record) -> Result<Self, CellFault> {
        let cells = cells_of(record);
        let coded = |column| record.cell(column).is_some();
        Ok(Self {
            id: RecommendationId(required(&cells, "rec_id")?),
            source: SourceId(required(&cells, "source_id")?),
            locator: required(&cells, "locus")?,
            kind: text(&cells, "kind"),
            section: cells("section"),
            bullet: cells("bullet_no"),
            part: parsed(&cells, "part")?,
            stated_mechanism: coded("mechanism").then(|| code(&cells, "mechanism", Mechanism::parse)).transpose()?,
            cycle: cells("cycle"),
            stance: Stance::read(record)?,
            theme: text(&cells, "theme"),
            addressee: Addressee {
                name: required(&cells, "addressee")?,
                basis: code(&cells, "addressee_basis", AddresseeBasis::parse)?,
                suggested: parts(record.cell("suggested_body")).map(str::to_owned).collect(),
            },
            action: coded("action_type").then(|| code(&cells, "action_type", Action::parse)).transpose()?,
            category: category(record)?,
            text: required(&cells, "paraphrase")?,
            findings: parts(record.cell("related_findings")).map(|id| FindingId(id.to_owned())).collect(),
        })
    }
}

fn category(record: &Record) -> Result<Option<u8>, CellFault> {
    let Some(cell) = record.cell("action_category") else { return Ok(None) };
    match cell.parse() {
        Ok(category @ 1..=5) => Ok(Some(category)),
        _ => Err(fault("action_category", format!("`{cell}` is not on the scale of 1 to 5"))),
    }
}
