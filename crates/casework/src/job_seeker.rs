//! Job seeker: what a career centre gets to know (R3). A person, what she can do, what she wishes for and where; the type has no room for
//! anything else, and the lines in somebody's own words are read for words that would give away where she comes from.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::class::Class;
use crate::code::codes;
use crate::confided::Confided;
use crate::consent::{Consent, ConsentProof, Purpose};
use crate::employment::Sought;
use crate::person::FullName;
use crate::recipient::RecipientKind;
use jiff::civil::Date;

/// How somebody who looks for work can be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applicant {
    /// Her name.
    pub name: FullName,
    /// Her telephone.
    pub phone: Confided,
}

/// Somebody who looks for work. Two with the same attributes are the same, wherever they come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JobSeeker {
    applicant: Applicant,
    sought: Sought,
}

codes! {
    /// Why there is no sheet.
    JobSeekerRefusal {
        /// Without a name nobody can be invited to talk about work.
        NoName = "no_name",
        /// Nothing is said of skills or wishes.
        NothingSought = "nothing_sought",
        /// A word in a line would give away where she comes from.
        GivesAway = "gives_away",
    }
}

impl JobSeeker {
    /// Puts somebody who looks for work on a sheet.
    ///
    /// # Errors
    /// The reason, with the field it is about.
    pub fn new(
        applicant: Applicant,
        sought: Sought,
        shield: &Shield,
    ) -> Result<Self, (&'static str, JobSeekerRefusal)> {
        if applicant.name.is_empty() {
            return Err(("name", JobSeekerRefusal::NoName));
        }
        if sought.is_empty() {
            return Err(("skills", JobSeekerRefusal::NothingSought));
        }
        if let Some(field) = shield.gives_away(&sought) {
            return Err((field, JobSeekerRefusal::GivesAway));
        }
        Ok(Self { applicant, sought })
    }

    /// Who.
    pub fn applicant(&self) -> &Applicant {
        &self.applicant
    }

    /// What she looks for.
    pub fn sought(&self) -> &Sought {
        &self.sought
    }
}

/// Words that no line of a sheet may hold: stems of the words for what happened and for who helps, and the names of the house and of the
/// case. Letters are compared without case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shield {
    words: Vec<String>,
}

impl Shield {
    /// A shield of words; those that are blank shield nothing.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words = words.into_iter().map(|word| word.trim().to_lowercase());
        Self { words: words.filter(|word| !word.is_empty()).collect() }
    }

    /// Whether a text holds one of the words.
    pub fn finds(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.words.iter().any(|word| text.contains(word.as_str()))
    }

    /// The first field of what is sought that gives something away.
    pub fn gives_away(&self, sought: &Sought) -> Option<&'static str> {
        sought.lines().into_iter().find(|(_, line)| self.finds(line.reveal())).map(|(field, _)| field)
    }
}

/// The classes of which a sheet is made.
pub fn classes() -> BTreeSet<Class> {
    BTreeSet::from([Class::Identity, Class::Employment])
}

/// The proof that a sheet may go out on a day: a consent in force, for work, towards a career centre, for both of its classes.
pub fn proof(consent: &Consent, on: Date) -> Option<ConsentProof> {
    let meant = consent.recipient().kind == RecipientKind::CareerCentre;
    meant.then(|| consent.proof(Purpose::Employment, consent.recipient(), &classes(), on)).flatten()
}
