//! Kinds of documents. Each belongs to one field class, so that whoever writes one cannot put it into the wrong compartment.

use crate::class::Class;
use crate::code::codes;

codes! {
    /// What a document is.
    Kind {
        /// The sheet of a case: code name, age group, how she came, stage.
        Sheet = "sheet",
        /// Danger and needs when she came.
        Needs = "needs",
        /// Where she slept the first night.
        Tonight = "tonight",
        /// Who she is.
        Identity = "identity",
        /// Residence and papers.
        Residence = "residence",
        /// What happened: facts with who told them and when.
        Fact = "fact",
        /// Body and mind.
        Health = "health",
        /// A screening: instrument, version, answers.
        Screening = "screening",
        /// The decision of a body on her status.
        Identification = "identification",
        /// The decision that services are owed, or the refusal.
        Eligibility = "eligibility",
        /// The way of the case so far: its stages and steps.
        Course = "course",
        /// What the assessment of needs found of each criterion.
        Assessment = "assessment",
        /// An appeal against a refusal.
        Appeal = "appeal",
        /// A consent.
        Consent = "consent",
        /// What was given to whom under a consent.
        Given = "given",
        /// That something was said because life was in danger.
        LifeThreat = "life_threat",
        /// The plan.
        Plan = "plan",
        /// A service that was given.
        Service = "service",
        /// The service clock.
        Clock = "clock",
        /// That a worker asks the head for an extension.
        ExtensionRequest = "extension_request",
        /// A stay in a place.
        Stay = "stay",
        /// Skills and wishes for work.
        Employment = "employment",
        /// The link to proceedings.
        Proceeding = "proceeding",
        /// Asking somebody else for help, and the answer.
        Referral = "referral",
        /// The guardian of a child, and the guardianship body.
        Guardian = "guardian",
        /// Why what is done is best for the child.
        BestInterest = "best_interest",
        /// A task.
        Task = "task",
        /// How services ended, and what was agreed for after.
        Exit = "exit",
        /// How she is, some months later.
        FollowUp = "follow_up",
        /// That a doubtful age was decided.
        AgeDecision = "age_decision",
        /// That the case was closed.
        Closure = "closure",
        /// What she asks to have corrected.
        Correction = "correction",
        /// The coarse, coded row.
        Statistic = "statistic",
        /// A room of a centre with its places.
        Room = "room",
        /// That a household sleeps in a room, without a word about who it is.
        Bed = "bed",
        /// A place kept for somebody for a day.
        Reservation = "reservation",
        /// What a head confirmed of the law.
        Confirmation = "confirmation",
        /// An intake that is not finished.
        Draft = "draft",
        /// An attached paper: who she is.
        AttachedIdentity = "attached_identity",
        /// An attached paper: residence and papers.
        AttachedStatus = "attached_status",
        /// An attached paper: what happened.
        AttachedStory = "attached_story",
        /// An attached paper: body and mind.
        AttachedHealth = "attached_health",
        /// An attached paper: decisions, certificates, guardianship.
        AttachedLegal = "attached_legal",
        /// An attached paper: what was given.
        AttachedServices = "attached_services",
        /// An attached paper: proceedings.
        AttachedCriminal = "attached_criminal",
        /// An attached paper: work.
        AttachedEmployment = "attached_employment",
    }
}

impl Kind {
    /// The compartment it belongs to.
    pub fn class(self) -> Class {
        match self {
            Self::Identity | Self::AttachedIdentity => Class::Identity,
            Self::Residence | Self::AttachedStatus => Class::Status,
            Self::Fact | Self::AttachedStory => Class::Story,
            Self::Health | Self::AttachedHealth => Class::Health,
            Self::Screening => Class::Screening,
            Self::Identification
            | Self::Assessment
            | Self::Eligibility
            | Self::Appeal
            | Self::Guardian
            | Self::BestInterest
            | Self::AttachedLegal => Class::Legal,
            Self::Needs
            | Self::Plan
            | Self::Service
            | Self::Clock
            | Self::ExtensionRequest
            | Self::Referral
            | Self::Exit
            | Self::FollowUp
            | Self::AttachedServices => Class::Services,
            // What a head confirmed is the house's, under the key that everybody who works in it holds.
            Self::Tonight | Self::Stay | Self::Room | Self::Bed | Self::Reservation | Self::Confirmation => {
                Class::Place
            }
            Self::Employment | Self::AttachedEmployment => Class::Employment,
            Self::Proceeding | Self::AttachedCriminal => Class::Criminal,
            Self::Statistic => Class::Statistics,
            Self::Sheet
            | Self::Course
            | Self::Consent
            | Self::Given
            | Self::LifeThreat
            | Self::Task
            | Self::AgeDecision
            | Self::Closure
            | Self::Correction
            | Self::Draft => Class::Meta,
        }
    }

    /// The kinds of attached papers, one for each compartment that takes them: what a paper is decides who may see it.
    /// What she signed belongs to who she is: it carries her name, and those who run the house read the class *meta* of every case.
    pub const ATTACHED: [Self; 8] = [
        Self::AttachedIdentity,
        Self::AttachedStatus,
        Self::AttachedLegal,
        Self::AttachedServices,
        Self::AttachedHealth,
        Self::AttachedCriminal,
        Self::AttachedEmployment,
        Self::AttachedStory,
    ];

    /// The kind of an attached paper of a compartment; nothing where it takes none.
    pub fn attached(class: Class) -> Option<Self> {
        Self::ATTACHED.into_iter().find(|kind| kind.class() == class)
    }

    /// Whether it is an attached paper.
    pub fn is_attached(self) -> bool {
        Self::ATTACHED.contains(&self)
    }
}
