//! Coded lists: a closed list of values, each with the code under which it is kept and the key of its words.

/// Declares an enum whose values are kept as codes. The first string is the prefix of its messages, `sex` for `sex-female`.
macro_rules! coded {
    ($(#[$meta:meta])* $prefix:literal pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// All, in the order in which pages show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code in documents, addresses and tables.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The value of a code.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }

            /// The key of its words in the catalogues.
            pub fn key(self) -> String {
                format!("{}-{}", $prefix, self.name().replace('_', "-"))
            }
        }
    };
}

pub(crate) use coded;
