//! One figure about one place and period, with who made it, how, and where it stands.

use jiff::civil::Date;

use crate::date::PartialDate;
use crate::figure::Figure;
use crate::indicator::IndicatorId;
use crate::place::PlaceId;
use crate::source::SourceId;

/// The name of an observation: `S000-04`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObservationId(pub String);

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// Every value, with the code the tables use.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, $code)),+];

            /// The value of a code.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// The code the tables use.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// Who made the figure and how.
    Basis {
        /// Counted by the administration.
        OfficialAdmin = "official_admin",
        /// Estimated by a statistical model.
        EstimateModel = "estimate_model",
        /// Estimated by experts.
        EstimateExpert = "estimate_expert",
        /// Counted by an international organisation.
        IoCount = "io_count",
        /// Counted by a non-governmental organisation.
        NgoCount = "ngo_count",
        /// A survey of a non-governmental organisation.
        NgoSurvey = "ngo_survey",
        /// A score or rating given by an assessor.
        Score = "score",
        /// What a norm says.
        LegalNorm = "legal_norm",
        /// What a plan says.
        Plan = "plan",
        /// Reported by media.
        MediaReport = "media_report",
        /// Computed by us from other observations; never a published figure.
        Derived = "derived",
    }
}

coded! {
    /// How much of the period the figure covers.
    Coverage {
        /// All of it.
        FullPeriod = "full_period",
        /// A part of it.
        PartialPeriod = "partial_period",
        /// Everything since a start.
        Cumulative = "cumulative",
        /// A year, no year named.
        AnnualRate = "annual_rate",
        /// A moment.
        PointInTime = "point_in_time",
        /// A threshold in force.
        Threshold = "threshold",
        /// Not said.
        Unspecified = "unspecified",
    }
}

coded! {
    /// The observation status of SDMX (code list CL_OBS_STATUS).
    ObservationStatus {
        /// Normal.
        Normal = "A",
        /// Estimated.
        Estimated = "E",
        /// Low reliability.
        LowReliability = "U",
        /// Definition or comparison differs.
        DefinitionDiffers = "D",
        /// Missing value: the source was asked and states nothing.
        Missing = "O",
    }
}

/// The time a figure speaks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day, to the stated precision; empty where not stated.
    pub start: Option<PartialDate>,
    /// Its last day, to the stated precision.
    pub end: Option<PartialDate>,
    /// As the source puts it.
    pub label: String,
    /// `year`, `partial_year`, `point_in_time`, ... as the table says.
    pub kind: String,
}

/// Whether the figure was published by its source or computed by us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Published by its source.
    Published,
    /// Computed or counted by us; the formula names the observations or the list it came from.
    Derived(String),
}

/// One figure. The same type for a published statistic, a score, an estimate and a released count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Its name.
    pub id: ObservationId,
    /// What is counted.
    pub indicator: IndicatorId,
    /// What is said.
    pub figure: Figure,
    /// The unit of the figure.
    pub unit: String,
    /// Where.
    pub place: PlaceId,
    /// When.
    pub period: Period,
    /// Among whom.
    pub subgroup: String,
    /// Who made it and how.
    pub basis: Basis,
    /// How much of the period it covers.
    pub coverage: Coverage,
    /// SDMX status.
    pub status: ObservationStatus,
    /// The series and edition it belongs to, where its maker publishes editions ("gsi", "2023").
    pub series: Option<(String, String)>,
    /// Where we read it.
    pub source: SourceId,
    /// The source that source cites.
    pub origin: Option<SourceId>,
    /// Page, paragraph, sheet and cell.
    pub locator: String,
    /// The line of the source's text.
    pub line: Option<String>,
    /// Published or derived.
    pub standing: Standing,
    /// A remark.
    pub note: Option<String>,
    /// The day by which it was certainly public; unknown where its source has no date.
    pub released: Option<Date>,
    /// 1 for the first release of this fact, 2 for its first correction, and so on.
    pub revision: u32,
}
