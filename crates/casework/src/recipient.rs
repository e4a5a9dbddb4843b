//! Recipients: to whom something about her may be given.

use serde::{Deserialize, Serialize};

use crate::code::codes;

codes! {
    /// Kinds of recipients.
    RecipientKind {
        /// A crisis centre.
        Centre = "centre",
        /// Another organisation that helps.
        Ngo = "ngo",
        /// The social department of a region or a city.
        SocialDepartment = "social_department",
        /// A hospital, a clinic.
        Health = "health",
        /// A school, a kindergarten, a college.
        Education = "education",
        /// A lawyer.
        Lawyer = "lawyer",
        /// Police.
        Police = "police",
        /// Prosecutor.
        Prosecutor = "prosecutor",
        /// Court.
        Court = "court",
        /// Guardianship body.
        Guardianship = "guardianship",
        /// Consulate.
        Consulate = "consulate",
        /// Career centre.
        CareerCentre = "career_centre",
        /// International organisation.
        International = "international",
        /// Her family or somebody she names.
        Family = "family",
    }
}

/// A recipient: kind and name. Two of one kind are two recipients.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// The kind.
    pub kind: RecipientKind,
    /// The name.
    pub name: String,
}
