//! Codes: closed lists of words that are kept in documents, tables and addresses.

/// An enum whose variants have a name each: in documents, tables, addresses, and as the end of a message key.
macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$meaning:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$meaning])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// All, in the order in which pages show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in documents, tables and addresses.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            /// The code of a name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }
        }
    };
}

pub(crate) use codes;
