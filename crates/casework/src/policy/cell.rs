//! One question to the policy.

use crate::class::Class;
use crate::code::codes;

codes! {
    /// What a person is here.
    Role {
        /// Social worker of a crisis centre.
        CaseWorker = "case_worker",
        /// Psychologist or medic of a centre.
        Specialist = "specialist",
        /// Lawyer who works with a centre.
        Lawyer = "lawyer",
        /// Head of a centre.
        Head = "head",
        /// Who is on duty at the door of a centre, and gives places.
        Admission = "admission",
        /// First responder: police, border, clinic, school, consulate, inspector.
        Responder = "responder",
        /// Operator of a hotline.
        Hotline = "hotline",
        /// Social department of a region.
        Department = "department",
        /// Investigator, prosecutor, court.
        Investigator = "investigator",
        /// Officer of a career centre.
        Career = "career",
        /// National coordinator.
        Coordinator = "coordinator",
        /// Analyst of a ministry.
        Analyst = "analyst",
        /// National Rapporteur.
        Rapporteur = "rapporteur",
        /// Organisation outside the state that reports in its own name.
        Ngo = "ngo",
        /// Who reads the log.
        Auditor = "auditor",
        /// Who keeps accounts and the machine.
        Administrator = "administrator",
        /// The person the case is about.
        Survivor = "survivor",
    }
}

codes! {
    /// How the person who asks stands to the case.
    Relation {
        /// It is about her.
        Own = "own",
        /// On the team of the case: holds its keys in her own name.
        Team = "team",
        /// In the centre of the case, not on its team.
        Centre = "centre",
        /// Anybody else; also for what belongs to no case.
        Outside = "outside",
    }
}

codes! {
    /// What she wants to do.
    Action {
        /// Learn that something is there, not what.
        Exists = "exists",
        /// Read lines that she wrote herself.
        ReadOwn = "read_own",
        /// Read.
        Read = "read",
        /// Write.
        Write = "write",
        /// Print: a right of its own (R17).
        Print = "print",
        /// Take out as a file: a right of its own (R17).
        Export = "export",
        /// Let somebody else in, or end it.
        Grant = "grant",
    }
}

codes! {
    /// What the session says it is for.
    Purpose {
        /// Help for the person.
        Care = "care",
        /// Legal help.
        LegalHelp = "legal_help",
        /// Answering for a centre.
        Supervision = "supervision",
        /// Looking after how the program is used.
        Audit = "audit",
        /// Danger to life or health now: one case, at most an hour, seen by others.
        Emergency = "emergency",
        /// Reading what is written about oneself.
        OwnRecord = "own_record",
        /// Work in the public room.
        PublicWork = "public_work",
    }
}

codes! {
    /// The consent that covers this recipient, class and purpose today.
    Consent {
        /// None was given.
        Absent = "absent",
        /// Given, and neither ended nor withdrawn.
        Live = "live",
        /// Ended or withdrawn.
        Ended = "ended",
    }
}

codes! {
    /// What the question is about: a class of a case, or something that belongs to no case.
    Thing {
        /// See [`Class::Identity`].
        Identity = "identity",
        /// See [`Class::Place`].
        Place = "place",
        /// See [`Class::Status`].
        Status = "status",
        /// See [`Class::Story`].
        Story = "story",
        /// See [`Class::Health`].
        Health = "health",
        /// See [`Class::Legal`].
        Legal = "legal",
        /// See [`Class::Services`].
        Services = "services",
        /// See [`Class::Screening`].
        Screening = "screening",
        /// See [`Class::Criminal`].
        Criminal = "criminal",
        /// See [`Class::Employment`].
        Employment = "employment",
        /// See [`Class::Meta`].
        Meta = "meta",
        /// See [`Class::Statistics`].
        Statistics = "statistics",
        /// Taking somebody in: search, draft, a new case.
        Intake = "intake",
        /// Rooms, places, who is here tonight.
        Rooms = "rooms",
        /// The monthly report of a centre.
        Report = "report",
        /// Values of law, and whether somebody confirmed them.
        Law = "law",
        /// Accounts.
        Accounts = "accounts",
        /// The log.
        Log = "log",
        /// The policy itself.
        Policy = "policy",
        /// A verdict on a claim, in the public room.
        Verdict = "verdict",
        /// What became of a measure, in the public room.
        Measure = "measure",
        /// The view of an organisation, in the public room.
        View = "view",
    }
}

impl From<Class> for Thing {
    fn from(class: Class) -> Self {
        match class {
            Class::Identity => Self::Identity,
            Class::Place => Self::Place,
            Class::Status => Self::Status,
            Class::Story => Self::Story,
            Class::Health => Self::Health,
            Class::Legal => Self::Legal,
            Class::Services => Self::Services,
            Class::Screening => Self::Screening,
            Class::Criminal => Self::Criminal,
            Class::Employment => Self::Employment,
            Class::Meta => Self::Meta,
            Class::Statistics => Self::Statistics,
        }
    }
}

impl Role {
    /// What a session of this role is for, until it says otherwise.
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Lawyer | Self::Investigator => Purpose::LegalHelp,
            Self::Head | Self::Department | Self::Administrator => Purpose::Supervision,
            Self::Coordinator | Self::Analyst | Self::Rapporteur | Self::Ngo => Purpose::PublicWork,
            Self::Auditor => Purpose::Audit,
            Self::Survivor => Purpose::OwnRecord,
            Self::CaseWorker | Self::Specialist | Self::Admission | Self::Responder | Self::Hotline | Self::Career => {
                Purpose::Care
            }
        }
    }
}

/// One cell of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Who asks.
    pub role: Role,
    /// How she stands to the case.
    pub relation: Relation,
    /// What it is about.
    pub thing: Thing,
    /// What she wants to do.
    pub action: Action,
    /// What for.
    pub purpose: Purpose,
    /// What the person the case is about has agreed to.
    pub consent: Consent,
}

impl Cell {
    /// How many there are.
    pub const COUNT: usize = Role::ALL.len()
        * Relation::ALL.len()
        * Thing::ALL.len()
        * Action::ALL.len()
        * Purpose::ALL.len()
        * Consent::ALL.len();

    /// The place of a cell in the order of [`Cell::all`].
    pub(super) fn index(self) -> usize {
        let step = |index: usize, at: usize, of: usize| index * of + at;
        let index = step(self.role as usize, self.relation as usize, Relation::ALL.len());
        let index = step(index, self.thing as usize, Thing::ALL.len());
        let index = step(index, self.action as usize, Action::ALL.len());
        let index = step(index, self.purpose as usize, Purpose::ALL.len());
        step(index, self.consent as usize, Consent::ALL.len())
    }

    /// Every cell, the last part turning fastest.
    pub fn all() -> impl Iterator<Item = Self> {
        Role::ALL.iter().flat_map(move |&role| {
            Relation::ALL.iter().flat_map(move |&relation| {
                Thing::ALL.iter().flat_map(move |&thing| {
                    Action::ALL.iter().flat_map(move |&action| {
                        Purpose::ALL.iter().flat_map(move |&purpose| {
                            let cell = move |&consent| Self { role, relation, thing, action, purpose, consent };
                            Consent::ALL.iter().map(cell)
                        })
                    })
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_and_the_index_agree() {
        assert!(Cell::all().enumerate().all(|(at, cell)| cell.index() == at));
        assert_eq!(Cell::all().count(), Cell::COUNT);
    }
}
