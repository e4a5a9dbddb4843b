//! Fact: what happened, told once (R9). A fact is a kind, a time as far as it is known, codes where HTCDS 2.0 has some, who told it and
//! when that was, and a short note. Never the words themselves: a lapse of memory must not be held against anybody later. What turns out
//! to be otherwise is told anew; the fact that was written before stays readable and counts no more.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::coded::coded;
use crate::confided::Confided;
use crate::id::StaffId;
use crate::service::NOTE_LETTERS;
use crate::statistic::Exploitation;

coded! {
    /// What a fact is about.
    "fact-kind"
    pub enum FactKind {
        /// How it began: who promised what, where.
        Recruitment = "recruitment",
        /// The way there.
        Journey = "journey",
        /// What had to be done.
        Work = "work",
        /// How she lived there.
        LivingConditions = "living_conditions",
        /// What kept her there.
        Control = "control",
        /// What was paid, promised, or said to be owed.
        Payment = "payment",
        /// Who else it was done to, or who else was there.
        WhoElse = "who_else",
        /// How it ended.
        HowItEnded = "how_it_ended",
        /// Something else that the help she wants needs.
        Other = "other",
    }
}

impl FactKind {
    /// The phase of HTCDS 2.0 (`hte_Type`) that it belongs to; some belong to none.
    pub fn htcds(self) -> Option<&'static str> {
        match self {
            Self::Recruitment => Some("Recruitment"),
            Self::Journey => Some("Transit"),
            Self::Work | Self::LivingConditions | Self::Control | Self::Payment => Some("Exploitation"),
            Self::WhoElse | Self::HowItEnded | Self::Other => None,
        }
    }
}

/// Declares a list of codes that each have one in HTCDS 2.0, or none.
macro_rules! standard {
    ($(#[$meta:meta])* $prefix:literal $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal $(as $htcds:literal)?,)+ }) => {
        coded! { $(#[$meta])* $prefix pub enum $name { $($(#[$doc])* $variant = $code,)+ } }

        impl $name {
            /// The code of HTCDS 2.0, where its pick list has one.
            pub fn htcds(self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => standard!(@code $($htcds)?),)+
                }
            }
        }
    };
    (@code) => { None };
    (@code $htcds:literal) => { Some($htcds) };
}

standard! {
    /// Where and through what it began (HTCDS `vic_MethodOfRecruitment`).
    "recruitment" RecruitmentMethod {
        /// In a shop, an agency, another place of business.
        Business = "business" as "AtAPlaceOfBusiness",
        /// In a school or college.
        Education = "education" as "AtAnEducationalInstitution",
        /// At work.
        Work = "work" as "AtWork",
        /// Through social networks.
        Networks = "networks" as "ThroughOnlineSocialNetworks",
        /// Through an advertisement on the internet.
        OnlineAdvertisement = "online_advertisement" as "ThroughAnOnlineAdvertisement",
        /// Through television.
        Television = "television" as "ThroughATelevisionAdvert",
        /// Through a newspaper.
        Newspaper = "newspaper" as "ThroughANewspaperAdvert",
        /// Through the family.
        Family = "family" as "ThroughFamilyOrFamilyEvents",
        /// Through friends or acquaintances.
        Friends = "friends" as "ThroughFriendsOrSocialEvents",
        /// Otherwise.
        Other = "other" as "Other",
    }
}

standard! {
    /// What kept her there (HTCDS `vic_MethodsOfControl`). The pick list of the standard lacks two that its guide defines.
    "control" Control {
        /// Threats to her or to others.
        Threats = "threats" as "PhysicalThreats",
        /// Threats with police, migration service, deportation.
        ThreatsOfAuthorities = "threats_of_authorities" as "ThreatsLawEnforcement",
        /// Threats to children or family.
        ThreatsToFamily = "threats_to_family" as "ThreatensChildrenFamily",
        /// A debt that is worked off without an end.
        Debt = "debt" as "DebtBondage",
        /// False promises.
        FalsePromises = "false_promises" as "FalsePromises",
        /// Blows and other harm to the body.
        PhysicalAbuse = "physical_abuse" as "PhysicalAbuse",
        /// Sexual abuse as a means of control.
        SexualAbuse = "sexual_abuse" as "SexualAbuse",
        /// Pay was taken away.
        EarningsTaken = "earnings_taken" as "TakesEarnings",
        /// No access to one's own money.
        NoMoney = "no_money" as "RestrictsFinancialAccess",
        /// No medical care, or only watched.
        NoMedicalCare = "no_medical_care" as "RestrictsMedicalCare",
        /// Food, water, sleep, clothes withheld.
        NecessitiesWithheld = "necessities_withheld" as "WithholdsNecessities",
        /// Humiliation, pressure.
        PsychologicalAbuse = "psychological_abuse" as "PsychologicalAbuse",
        /// Alcohol, drugs, medicines.
        Substances = "substances" as "PsychoactiveSubstance",
        /// Hours far above what was agreed.
        ExcessiveHours = "excessive_hours" as "ExcessiveWorkingHours",
        /// Papers withheld.
        PapersWithheld = "papers_withheld" as "WithholdsDocuments",
        /// Locked in, watched, cut off. Defined in the guide of the standard, absent from its list.
        MovementRestricted = "movement_restricted",
        /// Contact with one's own children used as a means. Defined in the guide of the standard, absent from its list.
        ChildrenUsed = "children_used",
        /// Otherwise.
        Other = "other" as "Other",
    }
}

coded! {
    /// Who told it.
    "told-by"
    pub enum ToldBy {
        /// She herself.
        Herself = "herself",
        /// Her family.
        Family = "family",
        /// Somebody who was there too.
        Witness = "witness",
        /// An organisation that helps.
        Organisation = "organisation",
        /// An authority.
        Authority = "authority",
        /// It stands in a paper.
        Paper = "paper",
        /// Staff saw it.
        Seen = "seen",
    }
}

/// When it was, as far as it is known. Nobody is asked for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "known")]
pub enum When {
    /// Not known, or not asked.
    Unknown,
    /// A year.
    Year {
        /// The year.
        year: i16,
    },
    /// A month of a year.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
}

/// The first year that a form takes: nobody who tells it is older.
const FIRST_YEAR: i16 = 1900;

impl When {
    /// A year and perhaps its month; nothing for a month without a year, and for what no calendar has.
    pub fn of(year: Option<i16>, month: Option<i8>) -> Option<Self> {
        match (year, month) {
            (None, None) => Some(Self::Unknown),
            (Some(year), None) if FIRST_YEAR <= year => Some(Self::Year { year }),
            (Some(year), Some(month)) if FIRST_YEAR <= year && (1..=12).contains(&month) => {
                Some(Self::Month { year, month })
            }
            _ => None,
        }
    }

    /// Year and month, 0 where they are not known: so that the unknown stands first, and a year before its months.
    pub fn order(self) -> (i16, i8) {
        match self {
            Self::Unknown => (0, 0),
            Self::Year { year } => (year, 0),
            Self::Month { year, month } => (year, month),
        }
    }

    /// Whether it is later than a day.
    pub fn is_ahead(self, of: Date) -> bool {
        (of.year(), of.month()) < self.order()
    }
}

/// A fact: class *story*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// When it was.
    pub when: When,
    /// Through what it began; of a fact about the beginning.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub method_of_recruitment: BTreeSet<RecruitmentMethod>,
    /// What kept her there; of a fact about control.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub methods_of_control: BTreeSet<Control>,
    /// What it was done for; of a fact about work.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub type_of_exploitation: BTreeSet<Exploitation>,
    /// Who told it.
    pub told_by: ToldBy,
    /// When it was told.
    pub told_on: Date,
    /// A short note, not her words.
    #[serde(default, skip_serializing_if = "Confided::is_empty")]
    pub note: Confided,
    /// Who wrote it down.
    pub recorded_by: StaffId,
}

codes! {
    /// Why a fact is not taken as it is.
    FactRefusal {
        /// Neither a code nor a note.
        Empty = "empty",
        /// The note is longer than [`NOTE_LETTERS`].
        NoteTooLong = "note_too_long",
        /// It was told on a day that has not come.
        ToldAhead = "told_ahead",
        /// It happened later than it was told.
        HappenedAhead = "happened_ahead",
        /// A code belongs to another kind of fact.
        OtherKind = "other_kind",
    }
}

impl Fact {
    /// Checks a fact that is written down on a day.
    ///
    /// # Errors
    /// The reason.
    pub fn told(self, today: Date) -> Result<Self, FactRefusal> {
        let kind = self.kind;
        let strange = (kind != FactKind::Recruitment && !self.method_of_recruitment.is_empty())
            || (kind != FactKind::Control && !self.methods_of_control.is_empty())
            || (kind != FactKind::Work && !self.type_of_exploitation.is_empty());
        match () {
            () if strange => Err(FactRefusal::OtherKind),
            () if self.note.is_empty() && !self.has_codes() => Err(FactRefusal::Empty),
            () if self.note.reveal().chars().count() > NOTE_LETTERS => Err(FactRefusal::NoteTooLong),
            () if today < self.told_on => Err(FactRefusal::ToldAhead),
            () if self.when.is_ahead(self.told_on) => Err(FactRefusal::HappenedAhead),
            () => Ok(self),
        }
    }

    fn has_codes(&self) -> bool {
        !self.method_of_recruitment.is_empty()
            || !self.methods_of_control.is_empty()
            || !self.type_of_exploitation.is_empty()
    }
}

/// What all facts that count say of the forms of exploitation: what the counting row takes over.
pub fn exploitation<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> BTreeSet<Exploitation> {
    facts.into_iter().flat_map(|fact| fact.type_of_exploitation.iter().copied()).collect()
}
