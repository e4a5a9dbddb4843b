//! The kinds of tables that can be read, and the fields of ours that their columns may fill.

use serde::{Deserialize, Serialize};

/// A kind of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An export of the Universal Human Rights Index of OHCHR.
    Uhri,
    /// A matrix of recommendations of the Universal Periodic Review.
    Upr,
    /// An action plan: measures with form of completion, bodies, deadlines and money.
    Plan,
    /// A table of figures.
    Observations,
}

/// A field of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name: the column of our table.
    pub name: &'static str,
    /// Whether a mapping must say where it comes from.
    pub must: Must,
}

/// Whether a mapping must fill a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// It must, by a column or a constant.
    Have,
    /// It may.
    May,
}

const fn must(name: &'static str) -> Field {
    Field { name, must: Must::Have }
}

const fn may(name: &'static str) -> Field {
    Field { name, must: Must::May }
}

/// What a constant may say about the source that a file is.
pub const SOURCE: [&str; 8] = [
    "source_title",
    "source_publisher",
    "source_publisher_kind",
    "source_published",
    "source_kind",
    "source_language",
    "source_url",
    "source_note",
];

const UHRI: &[Field] = &[
    must("text"),
    must("symbol"),
    may("annotation_id"),
    may("annotation_type"),
    may("document_id"),
    may("published"),
    may("countries"),
    may("persons"),
    may("theme"),
    may("sdg"),
    may("regions"),
    may("mechanism"),
    may("cycle"),
    may("position"),
    may("paragraph"),
    may("addressee"),
    may("addressee_basis"),
    may("publisher_kind"),
    may("document_kind"),
];

const UPR: &[Field] = &[
    must("text"),
    must("symbol"),
    may("paragraph"),
    may("position"),
    may("recommending_state"),
    may("theme"),
    may("persons"),
    may("sdg"),
    may("cycle"),
    may("mechanism"),
    may("published"),
    may("addressee"),
    may("addressee_basis"),
    may("publisher"),
    may("publisher_kind"),
    may("document_kind"),
];

const PLAN: &[Field] = &[
    must("plan_id"),
    must("text"),
    must("source_id"),
    may("number"),
    may("completion_form"),
    may("bodies"),
    may("deadline"),
    may("cost"),
    may("currency"),
    may("funding"),
    may("indicator_id"),
    may("recommendations"),
    may("locus"),
    may("note"),
    may("plan_title"),
    may("plan_identifier"),
    may("plan_responsible"),
    may("plan_adopted"),
    may("plan_start"),
    may("plan_end"),
    may("plan_status"),
    may("plan_status_as_of"),
    may("plan_theme"),
];

const OBSERVATIONS: &[Field] = &[
    must("indicator_id"),
    must("geo_id"),
    must("basis"),
    must("source_id"),
    may("obs_id"),
    may("value"),
    may("value_lower"),
    may("value_upper"),
    may("value_text"),
    may("comparator"),
    may("unit"),
    may("period"),
    may("period_start"),
    may("period_end"),
    may("period_label"),
    may("period_type"),
    may("coverage"),
    may("subgroup"),
    may("obs_status"),
    may("origin_source_id"),
    may("locus"),
    may("line"),
    may("derived"),
    may("derived_from"),
    may("series"),
    may("edition"),
    may("released"),
    may("note"),
];

/// Whether a field says which document or plan a file is. The next file with the same header is another one, so such a
/// constant is never remembered.
pub fn is_of_one_file(name: &str) -> bool {
    SOURCE.contains(&name) || name.starts_with("plan_") || matches!(name, "source_id" | "symbol" | "published")
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Uhri, Self::Upr, Self::Plan, Self::Observations];

    /// The word of the command line and of the mapping file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Uhri => "uhri",
            Self::Upr => "upr",
            Self::Plan => "plan",
            Self::Observations => "observations",
        }
    }

    /// The kind of a word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its fields.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Uhri => UHRI,
            Self::Upr => UPR,
            Self::Plan => PLAN,
            Self::Observations => OBSERVATIONS,
        }
    }

    /// Whether a mapping of this kind may speak of a field.
    pub fn has(self, name: &str) -> bool {
        self.fields().iter().any(|field| field.name == name) || SOURCE.contains(&name)
    }
}
