//! The advancement level of ILAB's "Findings on the Worst Forms of Child Labor": five levels, and what may qualify two of them.
//!
//! Source: FAQ of the 2016 edition; the labels of reporting years 2016-2022.

use std::fmt;

/// The base level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No advancement.
    No,
    /// Minimal advancement.
    Minimal,
    /// Moderate advancement.
    Moderate,
    /// Significant advancement.
    Significant,
    /// Not assessed in this year: neither above nor below the others.
    NotAssessed,
}

impl Level {
    /// Every level, with the code the tables use and the words of the label.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::No, "no", "No Advancement"),
        (Self::Minimal, "minimal", "Minimal Advancement"),
        (Self::Moderate, "moderate", "Moderate Advancement"),
        (Self::Significant, "significant", "Significant Advancement"),
        (Self::NotAssessed, "no_assessment", "No Assessment"),
    ];

    /// The level of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == code).map(|(level, ..)| *level)
    }

    /// The code the tables use.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(known, ..)| *known == self).expect("ALL lists every level").1
    }

    /// The words of the label.
    pub fn words(self) -> &'static str {
        Self::ALL.iter().find(|(known, ..)| *known == self).expect("ALL lists every level").2
    }
}

/// Where a regression happened or goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Domain {
    /// In law.
    Law,
    /// In policy.
    Policy,
    /// In practice.
    Practice,
}

impl Domain {
    /// Every domain, with the code the tables use and the word of the label.
    pub const ALL: [(Self, &'static str, &'static str); 3] =
        [(Self::Law, "law", "Law"), (Self::Policy, "policy", "Policy"), (Self::Practice, "practice", "Practice")];

    /// The domain of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == code).map(|(domain, ..)| *domain)
    }

    /// The code the tables use.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(known, ..)| *known == self).expect("ALL lists every domain").1
    }
}

/// One domain or more, in the order law, policy, practice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Domains(Vec<Domain>);

impl Domains {
    /// The domains of a list; `None` where it is empty, because a regression is always in something.
    pub fn new(domains: impl IntoIterator<Item = Domain>) -> Option<Self> {
        let mut domains: Vec<Domain> = domains.into_iter().collect();
        domains.sort_unstable();
        domains.dedup();
        (!domains.is_empty()).then_some(Self(domains))
    }

    /// The domains of codes separated by semicolons: `law;practice`.
    pub fn parse(codes: &str) -> Option<Self> {
        let domains: Option<Vec<Domain>> = codes.split(';').map(|code| Domain::parse(code.trim())).collect();
        Self::new(domains?)
    }

    /// The domains.
    pub fn iter(&self) -> impl Iterator<Item = Domain> {
        self.0.iter().copied()
    }
}

impl fmt::Display for Domains {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<&str> = self.iter().map(Domain::code).collect();
        f.write_str(&codes.join(";"))
    }
}

/// A level with its qualification. Only the combinations the assessor knows can be built.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Advancement {
    /// A level that nothing qualifies.
    Plain(Level),
    /// Minimal in spite of efforts, because a regression of this year delayed advancement.
    Regression(Domains),
    /// Minimal in spite of efforts, because an earlier regression was not remedied.
    Continued(Domains),
    /// None in spite of efforts, because the government is complicit in forced child labour.
    Complicit,
}

impl Advancement {
    /// The base level.
    pub fn level(&self) -> Level {
        match self {
            Self::Plain(level) => *level,
            Self::Regression(_) | Self::Continued(_) => Level::Minimal,
            Self::Complicit => Level::No,
        }
    }

    /// `regression`, `continued`, `complicit`; empty where nothing qualifies the level.
    pub fn modifier(&self) -> &'static str {
        match self {
            Self::Plain(_) => "",
            Self::Regression(_) => "regression",
            Self::Continued(_) => "continued",
            Self::Complicit => "complicit",
        }
    }

    /// The domains of a regression.
    pub fn domains(&self) -> Option<&Domains> {
        match self {
            Self::Regression(domains) | Self::Continued(domains) => Some(domains),
            Self::Plain(_) | Self::Complicit => None,
        }
    }

    /// The three cells of the tables: base level, modifier, domains.
    pub fn cells(&self) -> [String; 3] {
        let domains = self.domains().map(ToString::to_string).unwrap_or_default();
        [self.level().code().to_owned(), self.modifier().to_owned(), domains]
    }
}
