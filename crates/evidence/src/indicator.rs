//! What is counted, and how two counts relate: the graph that decides which arithmetic is allowed.

/// The name of an indicator: `vict.identified`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(pub String);

/// A definition of what is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its name.
    pub id: IndicatorId,
    /// English name.
    pub name: String,
    /// The unit of its values.
    pub unit: String,
    /// `stock` (at a moment), `flow` (over a period) or `norm` (a rule).
    pub flow: String,
    /// What is counted, in words.
    pub concept: String,
    /// Among whom or where.
    pub scope: String,
    /// Its theme.
    pub theme: String,
    /// What a reader must know about the definition.
    pub definition_note: Option<String>,
}

/// How one indicator relates to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// A part of a whole: the parts may be added up.
    ComponentOf,
    /// The same things counted by area.
    CountedByArea,
    /// A total over several periods.
    Cumulates,
    /// A flow whose stock the other is.
    FlowFor,
    /// Counts fewer of the same things.
    NarrowerThan,
    /// Looks alike and is not.
    NotComparable,
    /// Another estimate series of a similar thing.
    OtherSeries,
    /// Some are in both.
    Overlaps,
    /// A rate whose numerator the other is.
    RateOf,
    /// The same words under another method: no trend across it.
    SeriesBreak,
    /// A later stage of the same cohort.
    StageAfter,
}

impl RelationKind {
    /// Every kind, with the code the tables use.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::ComponentOf, "component_of"),
        (Self::CountedByArea, "counted_by_area"),
        (Self::Cumulates, "cumulates"),
        (Self::FlowFor, "flow_for"),
        (Self::NarrowerThan, "narrower_than"),
        (Self::NotComparable, "not_comparable"),
        (Self::OtherSeries, "other_series"),
        (Self::Overlaps, "overlaps"),
        (Self::RateOf, "rate_of"),
        (Self::SeriesBreak, "series_break"),
        (Self::StageAfter, "stage_after"),
    ];

    /// The kind of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(kind, _)| *kind)
    }

    /// The code the tables use.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).expect("ALL lists every kind").1
    }
}

/// Whether values of two related indicators may be put side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparable {
    /// They may.
    Yes,
    /// They may not.
    No,
    /// One is a lower bound of the other.
    LowerBound,
}

impl Comparable {
    /// The value of a code.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "yes" => Some(Self::Yes),
            "no" => Some(Self::No),
            "lower_bound" => Some(Self::LowerBound),
            _ => None,
        }
    }

    /// The code the tables use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::LowerBound => "lower_bound",
        }
    }
}

/// An edge of the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The indicator spoken of.
    pub from: IndicatorId,
    /// How it relates.
    pub kind: RelationKind,
    /// To which.
    pub to: IndicatorId,
    /// Whether values may be compared.
    pub comparable: Comparable,
    /// A remark.
    pub note: Option<String>,
}

impl Relation {
    /// The other end of the edge, seen from `id`.
    pub fn other_end(&self, id: &IndicatorId) -> Option<&IndicatorId> {
        if self.from == *id {
            Some(&self.to)
        } else if self.to == *id {
            Some(&self.from)
        } else {
            None
        }
    }
}
