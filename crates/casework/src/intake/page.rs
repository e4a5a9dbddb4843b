//! Page: what one step of the intake holds once its fields were read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::step::{Fault, FaultKind, Fields, Step};
use crate::age::{AgeAnswer, Birth};
use crate::coded::coded;
use crate::confided::Confided;
use crate::person::{FullName, Gender, Identity, Sex};
use crate::screening::Answer;

/// The longest code name, in characters.
pub const CODE_NAME_LIMIT: usize = 40;
/// The longest name or telephone, in characters.
pub const TEXT_LIMIT: usize = 120;
/// The most other names.
pub const OTHER_NAMES_LIMIT: usize = 40;

coded! {
    /// A danger that needs somebody at once.
    "danger-kind"
    pub enum DangerKind {
        /// Whoever exploited her is near or knows where she is.
        ExploiterNear = "exploiter_near",
        /// She is hurt or ill.
        Injury = "injury",
        /// She may harm herself.
        SelfHarm = "self_harm",
        /// Her family is threatened.
        FamilyThreatened = "family_threatened",
        /// A child or another person was left behind.
        OthersLeftBehind = "others_left_behind",
    }
}

coded! {
    /// How she came.
    "referral-source"
    pub enum ReferralSource {
        /// By herself.
        SelfReferral = "self",
        /// Family or friends.
        FamilyFriends = "family_friends",
        /// Another survivor.
        Survivor = "survivor",
        /// A hotline.
        Hotline = "hotline",
        /// Outreach work.
        Outreach = "outreach",
        /// Another organisation that is not the state's.
        Ngo = "ngo",
        /// An international organisation.
        International = "international",
        /// Police.
        Police = "police",
        /// Border service.
        Border = "border",
        /// Migration service.
        Migration = "migration",
        /// Prosecutor or court.
        Justice = "justice",
        /// Social protection.
        SocialProtection = "social_protection",
        /// Health.
        Health = "health",
        /// School or another place of education.
        Education = "education",
        /// Labour inspection.
        LabourInspection = "labour_inspection",
        /// Embassy or consulate.
        Consulate = "consulate",
        /// Local government.
        LocalGovernment = "local_government",
        /// Another way.
        Other = "other",
    }
}

coded! {
    /// What she needs at once.
    "need"
    pub enum Need {
        /// A doctor.
        MedicalCare = "medical_care",
        /// Food and water.
        Food = "food",
        /// Clothes, hygiene.
        Clothing = "clothing",
        /// Sleep and quiet.
        Rest = "rest",
        /// Somebody to talk to.
        PsychologicalSupport = "psychological_support",
        /// A lawyer.
        LegalHelp = "legal_help",
        /// A safe call to somebody.
        SafeContact = "safe_contact",
        /// Care for her children.
        ChildCare = "child_care",
        /// Medicine that she takes regularly.
        Medicine = "medicine",
    }
}

coded! {
    /// Where she sleeps tonight.
    "place-tonight"
    pub enum PlaceTonight {
        /// In this centre.
        Here = "here",
        /// In another centre.
        OtherCentre = "other_centre",
        /// In hospital.
        Hospital = "hospital",
        /// With people whom she trusts.
        TrustedPeople = "trusted_people",
        /// In a place of her own.
        OwnPlace = "own_place",
        /// Nowhere yet.
        NotYet = "not_yet",
    }
}

/// A page with what was filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Page {
    /// Danger now.
    Danger {
        /// Whether.
        now: Answer,
        /// Which.
        kinds: Vec<DangerKind>,
    },
    /// Age.
    Age {
        /// Under eighteen, unsure, adult.
        answer: AgeAnswer,
    },
    /// Code name.
    CodeName {
        /// The name by which the case goes; not her name.
        code_name: Confided,
    },
    /// Language.
    Language {
        /// ISO 639-1.
        language: String,
        /// Whether an interpreter is needed.
        interpreter: Answer,
    },
    /// How she came.
    Source {
        /// The kind of sender; no name.
        source: ReferralSource,
    },
    /// Immediate needs.
    Needs {
        /// Which.
        needs: Vec<Need>,
    },
    /// Place tonight.
    Place {
        /// Where.
        tonight: PlaceTonight,
        /// Whether she needs a place without steps.
        accessible: Answer,
    },
    /// Agreement that a record is kept.
    Record {
        /// Yes, no, or not asked yet.
        agreed: Answer,
    },
    /// Identity.
    Identity {
        /// Who she is.
        identity: Box<Identity>,
    },
}

impl Page {
    /// The step of the page.
    pub fn step(&self) -> Step {
        match self {
            Self::Danger { .. } => Step::Danger,
            Self::Age { .. } => Step::Age,
            Self::CodeName { .. } => Step::CodeName,
            Self::Language { .. } => Step::Language,
            Self::Source { .. } => Step::Source,
            Self::Needs { .. } => Step::Needs,
            Self::Place { .. } => Step::Place,
            Self::Record { .. } => Step::Record,
            Self::Identity { .. } => Step::Identity,
        }
    }

    /// Reads the fields of a page. Every fault of the page is told at once.
    pub fn read(step: Step, fields: &Fields, today: Date) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader { fields, faults: Vec::new() };
        let page = reader.page(step, today);
        if reader.faults.is_empty() { page.ok_or_else(Vec::new) } else { Err(reader.faults) }
    }
}

struct Reader<'a> {
    fields: &'a Fields,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn page(&mut self, step: Step, today: Date) -> Option<Page> {
        Some(match step {
            Step::Danger => {
                let (now, kinds) = (self.answer("now"), self.codes("kind", DangerKind::parse));
                if now == Answer::No && !kinds.is_empty() {
                    self.fault("kind", FaultKind::Contradiction);
                }
                Page::Danger { now, kinds }
            }
            Step::Age => Page::Age { answer: self.needed("age", AgeAnswer::parse)? },
            Step::CodeName => Page::CodeName { code_name: self.code_name()? },
            Step::Language => {
                let language = self.fields.one("language").unwrap_or_default().to_owned();
                if language.is_empty() {
                    self.fault("language", FaultKind::Missing);
                } else if !(2..=3).contains(&language.len()) || !language.bytes().all(|byte| byte.is_ascii_lowercase())
                {
                    self.fault("language", FaultKind::NotOffered);
                }
                Page::Language { language, interpreter: self.answer("interpreter") }
            }
            Step::Source => Page::Source { source: self.needed("source", ReferralSource::parse)? },
            Step::Needs => Page::Needs { needs: self.codes("need", Need::parse) },
            Step::Place => {
                let tonight = self.needed("tonight", PlaceTonight::parse)?;
                Page::Place { tonight, accessible: self.answer("accessible") }
            }
            Step::Record => Page::Record { agreed: self.answer("agreed") },
            Step::Identity => Page::Identity { identity: Box::new(self.identity(today)) },
        })
    }

    fn identity(&mut self, today: Date) -> Identity {
        let name = FullName {
            first_name: self.text("first_name"),
            middle_name: self.text("middle_name"),
            second_name: self.text("second_name"),
        };
        let others = self.other_names();
        Identity {
            name,
            other_names: others,
            birth: self.birth(today),
            sex: self.optional("sex", Sex::parse).unwrap_or(Sex::NotAsked),
            gender: self.optional("gender", Gender::parse).unwrap_or(Gender::NotAsked),
            mobile_phone: self.phone(),
            safe_to_call: self.answer("safe_to_call"),
            ..Identity::default()
        }
    }

    /// One of day, year or age; none of them is an answer too.
    fn birth(&mut self, today: Date) -> Birth {
        let given: Vec<&'static str> = ["birthdate", "birth_year", "age_years"]
            .into_iter()
            .filter(|name| self.fields.one(name).is_some())
            .collect();
        let (field, rest) = match given.split_first() {
            None => return Birth::NotAsked,
            Some((field, rest)) => (*field, rest),
        };
        if let Some(second) = rest.first() {
            self.fault(second, FaultKind::Contradiction);
            return Birth::NotAsked;
        }
        let value = self.fields.one(field).unwrap_or_default();
        let read = match field {
            "birthdate" => match value.parse() {
                Ok(date) if date > today => Err(FaultKind::Future),
                Ok(date) => Ok(Birth::Date { date }),
                Err(_) => Err(FaultKind::Date),
            },
            "birth_year" => match value.parse() {
                Ok(year) if year > today.year() => Err(FaultKind::Future),
                Ok(year) => Ok(Birth::Year { year }),
                Err(_) => Err(FaultKind::Number),
            },
            _ => value.parse().map(|years| Birth::Stated { years, on: today }).map_err(|_| FaultKind::Number),
        };
        // Nobody is older than 130; a year like 19 is a slip of the key.
        let possible = |birth: &Birth| birth.age(today).is_some_and(|(_, most)| most <= 130);
        match read {
            Ok(birth) if possible(&birth) => return birth,
            Ok(_) => self.fault(field, FaultKind::Number),
            Err(kind) => self.fault(field, kind),
        }
        Birth::NotAsked
    }

    fn code_name(&mut self) -> Option<Confided> {
        let Some(name) = self.fields.one("code_name") else {
            self.fault("code_name", FaultKind::Missing);
            return None;
        };
        if name.chars().count() > CODE_NAME_LIMIT {
            self.fault("code_name", FaultKind::TooLong);
        } else if name.chars().any(char::is_control) {
            self.fault("code_name", FaultKind::Signs);
        }
        Some(Confided::new(name))
    }

    fn phone(&mut self) -> Confided {
        let phone = self.text("mobile_phone");
        let sound = phone.reveal().chars().all(|c| c.is_ascii_digit() || " +-()".contains(c));
        if !sound {
            self.fault("mobile_phone", FaultKind::Signs);
        }
        phone
    }

    /// Each of them is a name like the others: neither longer nor with other signs, and not more of them than anybody bears.
    fn other_names(&mut self) -> Vec<Confided> {
        let fields = self.fields;
        let names: Vec<Confided> = fields.all("other_name").map(|name| self.sound("other_name", name)).collect();
        if names.len() > OTHER_NAMES_LIMIT {
            self.fault("other_name", FaultKind::TooLong);
        }
        names
    }

    fn text(&mut self, field: &'static str) -> Confided {
        let fields = self.fields;
        self.sound(field, fields.one(field).unwrap_or_default())
    }

    fn sound(&mut self, field: &'static str, text: &str) -> Confided {
        if text.chars().count() > TEXT_LIMIT {
            self.fault(field, FaultKind::TooLong);
        } else if text.chars().any(char::is_control) {
            self.fault(field, FaultKind::Signs);
        }
        Confided::new(text)
    }

    fn answer(&mut self, field: &'static str) -> Answer {
        self.optional(field, Answer::parse).unwrap_or(Answer::NotAsked)
    }

    fn optional<T>(&mut self, field: &'static str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let given = self.fields.one(field)?;
        let value = parse(given);
        if value.is_none() {
            self.fault(field, FaultKind::NotOffered);
        }
        value
    }

    fn needed<T>(&mut self, field: &'static str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.fields.one(field).is_none() {
            self.fault(field, FaultKind::Missing);
        }
        self.optional(field, parse)
    }

    fn codes<T: Ord>(&mut self, field: &'static str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let read: Vec<Option<T>> = self.fields.all(field).map(parse).collect();
        if read.iter().any(Option::is_none) {
            self.fault(field, FaultKind::NotOffered);
        }
        let mut codes: Vec<T> = read.into_iter().flatten().collect();
        codes.sort();
        codes.dedup();
        codes
    }

    fn fault(&mut self, field: &'static str, kind: FaultKind) {
        self.faults.push(Fault { field, kind });
    }
}
