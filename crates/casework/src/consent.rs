//! Consent: for one purpose, to one recipient, for named classes, on a legal basis, in a form, in her language, until a day.
//! Withdrawal acts at once. Nobody can override it: only this module makes the proof that giving out needs (R5).

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::days_after;
use crate::class::Class;
use crate::code::codes;
use crate::given::{DeletionRequest, Given, Under};
use crate::id::{ConsentId, EvidenceRef, StaffId};
use crate::recipient::Recipient;
use crate::version::Version;

codes! {
    /// What she agrees that it is used for.
    Purpose {
        /// Another organisation takes over services.
        Referral = "referral",
        /// Medical care.
        Medical = "medical",
        /// Legal help.
        LegalHelp = "legal_help",
        /// The decision on services and their payment.
        Decision = "decision",
        /// The criminal case.
        Proceedings = "proceedings",
        /// Compensation.
        Compensation = "compensation",
        /// Papers and residence.
        Papers = "papers",
        /// School and training.
        Education = "education",
        /// Work. The recipient sees a person who looks for work, nothing else.
        Employment = "employment",
        /// Return home.
        ReturnHome = "return_home",
        /// Contact with family or somebody she names.
        Contact = "contact",
        /// Being asked later how she is.
        FollowUp = "follow_up",
        /// Research that cannot identify her.
        Research = "research",
    }
}

/// How she agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "form", deny_unknown_fields)]
pub enum Form {
    /// In writing.
    Written {
        /// Where the paper is.
        paper: EvidenceRef,
    },
    /// In spoken words before a witness.
    OralWithWitness {
        /// Who heard it; not who asked for it.
        witness: String,
    },
    /// A guardian consents and the child assents.
    GuardianAndAssent {
        /// The guardian or legal representative.
        guardian: String,
        /// Whether it was made sure that the guardian had no part in what was done to the child.
        guardian_not_implicated: bool,
        /// Whether the child agrees.
        child_assents: bool,
    },
}

impl Form {
    /// The names of all forms.
    pub const NAMES: [&'static str; 3] = ["written", "oral_with_witness", "guardian_and_assent"];

    /// The last part of the key of its words.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Written { .. } => "written",
            Self::OralWithWitness { .. } => "oral_with_witness",
            Self::GuardianAndAssent { .. } => "guardian_and_assent",
        }
    }
}

codes! {
    /// How it was explained to her.
    Explained {
        /// In conversation.
        InConversation = "in_conversation",
        /// The text was read to her.
        ReadAloud = "read_aloud",
        /// Through an interpreter.
        Interpreter = "interpreter",
        /// In words and pictures for a child or in easy language.
        EasyLanguage = "easy_language",
        /// In sign language.
        SignLanguage = "sign_language",
    }
}

codes! {
    /// How a consent stands on a day.
    ConsentState {
        /// It was given later.
        Ahead = "ahead",
        /// It holds.
        InForce = "in_force",
        /// Its last day is over.
        Ended = "ended",
        /// She took it back.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// Why a consent cannot be written down. She is served as before, whatever is missing here (R7).
    ConsentRefusal {
        /// No class is named.
        NoClasses = "no_classes",
        /// The recipient has no name.
        NoRecipient = "no_recipient",
        /// No legal basis is named.
        NoLegalBasis = "no_legal_basis",
        /// No language is named.
        NoLanguage = "no_language",
        /// The witness has no name.
        NoWitness = "no_witness",
        /// The guardian has no name.
        NoGuardian = "no_guardian",
        /// It was not made sure that the guardian had no part in it.
        GuardianMayBeImplicated = "guardian_may_be_implicated",
        /// The child does not agree.
        NoAssent = "no_assent",
        /// A child needs a guardian, and her own agreement.
        ChildNeedsGuardian = "child_needs_guardian",
        /// The last day is before the first.
        EndsBeforeItBegins = "ends_before_it_begins",
        /// Nobody named a last day and the law has no default.
        NoEnd = "no_end",
        /// It was taken back already.
        AlreadyWithdrawn = "already_withdrawn",
        /// It is taken back before it was given.
        WithdrawnBeforeGiven = "withdrawn_before_given",
    }
}

/// On what law the consent rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// The act, as the law's file names it.
    pub act: String,
    /// The article, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
}

/// Whose consent it is. Who is not sure to be grown up is a child (R6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Giver {
    /// A grown-up person.
    Adult,
    /// A child, or a person whose age is not sure.
    Child,
}

/// A consent as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its identifier.
    pub id: ConsentId,
    /// What for.
    pub purpose: Purpose,
    /// To whom.
    pub recipient: Recipient,
    /// What.
    pub classes: BTreeSet<Class>,
    /// On what law.
    pub legal_basis: LegalBasis,
    /// How she agreed.
    pub form: Form,
    /// In which language it was explained: a BCP 47 tag.
    pub language: String,
    /// How it was explained.
    pub explained: Explained,
    /// The day.
    pub given_on: Date,
    /// The last day; None takes the days of the law.
    pub ends_on: Option<Date>,
    /// Who asked her.
    pub recorded_by: StaffId,
}

/// A consent that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    id: ConsentId,
    purpose: Purpose,
    recipient: Recipient,
    classes: BTreeSet<Class>,
    legal_basis: LegalBasis,
    form: Form,
    language: String,
    explained: Explained,
    given_on: Date,
    ends_on: Date,
    recorded_by: StaffId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    withdrawal: Option<Withdrawal>,
}

/// That she took it back. She gives no reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The day; from it on nothing is given.
    pub withdrawn_at: Date,
    /// Who wrote it down.
    pub recorded_by: StaffId,
}

/// What follows from a withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// The consent as it is now.
    pub consent: Consent,
    /// What was given under it already.
    pub given: Vec<Given>,
    /// What to ask the recipients for.
    pub requests: Vec<DeletionRequest>,
}

/// Proof that on one day one recipient may have named classes for one purpose. Only a consent in force makes one; it is not kept
/// and cannot be read from a document.
#[derive(Debug, PartialEq, Eq)]
pub struct ConsentProof {
    consent: ConsentId,
    purpose: Purpose,
    recipient: Recipient,
    classes: BTreeSet<Class>,
    on: Date,
}

/// Writes a consent down.
pub fn give(asked: Asked, giver: Giver, law: &Version) -> Result<Consent, ConsentRefusal> {
    check_words(&asked)?;
    check_form(&asked.form, giver)?;
    let by_law = || law.term(|law| &law.consent_days).map(|&days| days_after(asked.given_on, i64::from(days)));
    let ends_on = asked.ends_on.or_else(by_law).ok_or(ConsentRefusal::NoEnd)?;
    if ends_on < asked.given_on {
        return Err(ConsentRefusal::EndsBeforeItBegins);
    }
    let Asked {
        id, purpose, recipient, classes, legal_basis, form, language, explained, given_on, recorded_by, ..
    } = asked;
    let withdrawal = None;
    Ok(Consent {
        id,
        purpose,
        recipient,
        classes,
        legal_basis,
        form,
        language,
        explained,
        given_on,
        ends_on,
        recorded_by,
        withdrawal,
    })
}

fn check_words(asked: &Asked) -> Result<(), ConsentRefusal> {
    match () {
        () if asked.classes.is_empty() => Err(ConsentRefusal::NoClasses),
        () if asked.recipient.name.trim().is_empty() => Err(ConsentRefusal::NoRecipient),
        () if asked.legal_basis.act.trim().is_empty() => Err(ConsentRefusal::NoLegalBasis),
        () if asked.language.trim().is_empty() => Err(ConsentRefusal::NoLanguage),
        () => Ok(()),
    }
}

fn check_form(form: &Form, giver: Giver) -> Result<(), ConsentRefusal> {
    match form {
        Form::GuardianAndAssent { guardian, guardian_not_implicated, child_assents } => match () {
            () if guardian.trim().is_empty() => Err(ConsentRefusal::NoGuardian),
            () if !guardian_not_implicated => Err(ConsentRefusal::GuardianMayBeImplicated),
            () if !child_assents => Err(ConsentRefusal::NoAssent),
            () => Ok(()),
        },
        _ if giver == Giver::Child => Err(ConsentRefusal::ChildNeedsGuardian),
        Form::OralWithWitness { witness } if witness.trim().is_empty() => Err(ConsentRefusal::NoWitness),
        Form::OralWithWitness { .. } | Form::Written { .. } => Ok(()),
    }
}

impl Consent {
    /// Its identifier.
    pub fn id(&self) -> &ConsentId {
        &self.id
    }

    /// What for.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// To whom.
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// What.
    pub fn classes(&self) -> &BTreeSet<Class> {
        &self.classes
    }

    /// On what law.
    pub fn legal_basis(&self) -> &LegalBasis {
        &self.legal_basis
    }

    /// How she agreed.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// In which language and how it was explained.
    pub fn explained(&self) -> (&str, Explained) {
        (&self.language, self.explained)
    }

    /// First and last day, withdrawal not counted.
    pub fn days(&self) -> (Date, Date) {
        (self.given_on, self.ends_on)
    }

    /// The withdrawal, if she took it back.
    pub fn withdrawal(&self) -> Option<&Withdrawal> {
        self.withdrawal.as_ref()
    }

    /// How it stands on a day. A withdrawal counts from the first moment of its day.
    pub fn state_on(&self, on: Date) -> ConsentState {
        match () {
            () if self.withdrawal.as_ref().is_some_and(|withdrawal| withdrawal.withdrawn_at <= on) => {
                ConsentState::Withdrawn
            }
            () if on < self.given_on => ConsentState::Ahead,
            () if self.ends_on < on => ConsentState::Ended,
            () => ConsentState::InForce,
        }
    }

    /// The proof that these classes may go to this recipient for this purpose on this day, if the consent says so.
    pub fn proof(
        &self,
        purpose: Purpose,
        recipient: &Recipient,
        classes: &BTreeSet<Class>,
        on: Date,
    ) -> Option<ConsentProof> {
        let said = self.purpose == purpose && self.recipient == *recipient && classes.is_subset(&self.classes);
        let holds = said && !classes.is_empty() && self.state_on(on) == ConsentState::InForce;
        holds.then(|| ConsentProof {
            consent: self.id.clone(),
            purpose,
            recipient: recipient.clone(),
            classes: classes.clone(),
            on,
        })
    }

    /// Takes it back from a day on; lists what was given under it and what to ask for.
    pub fn withdraw(&self, withdrawal: Withdrawal, given: &[Given]) -> Result<Withdrawn, ConsentRefusal> {
        if self.withdrawal.is_some() {
            return Err(ConsentRefusal::AlreadyWithdrawn);
        }
        if withdrawal.withdrawn_at < self.given_on {
            return Err(ConsentRefusal::WithdrawnBeforeGiven);
        }
        let under_it = |given: &&Given| matches!(given.under(), Under::Consent { consent, .. } if *consent == self.id);
        let given: Vec<Given> = given.iter().filter(under_it).cloned().collect();
        let requests = DeletionRequest::for_all(&given, withdrawal.withdrawn_at);
        let consent = Self { withdrawal: Some(withdrawal), ..self.clone() };
        Ok(Withdrawn { consent, given, requests })
    }
}

impl ConsentProof {
    /// The consent it stands for.
    pub fn consent(&self) -> &ConsentId {
        &self.consent
    }

    /// What for.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// To whom.
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// What.
    pub fn classes(&self) -> &BTreeSet<Class> {
        &self.classes
    }

    /// The day for which it holds.
    pub fn on(&self) -> Date {
        self.on
    }
}
