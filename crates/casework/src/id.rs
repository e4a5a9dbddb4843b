//! Who and where: one type for each kind of thing, so that the compiler stops you taking a centre for a member of staff.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $id(String);

        impl $id {
            /// Takes an identifier that is not blank.
            pub fn parse(given: &str) -> Option<Self> {
                let given = given.trim();
                (!given.is_empty()).then(|| Self(given.to_owned()))
            }

            /// As it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $id {
            type Error = Blank;

            fn try_from(given: String) -> Result<Self, Blank> {
                Self::parse(&given).ok_or(Blank)
            }
        }

        impl From<$id> for String {
            fn from(id: $id) -> Self {
                id.0
            }
        }
    )+};
}

/// An identifier with nothing in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an identifier is not blank")]
pub struct Blank;

ids! {
    /// A member of staff.
    StaffId,
    /// A crisis centre.
    CentreId,
    /// A consent.
    ConsentId,
    /// The paper or the entry that shows something: a number, never its content.
    EvidenceRef,
}
