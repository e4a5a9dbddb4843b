//! Confided text: words that may name or describe a person. They never reach a log, not even through `{:?}`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A text about a person. It shows itself only to whoever asks with [`Confided::reveal`].
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Confided(String);

impl Confided {
    /// Takes a text in, without spaces around it.
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The text.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Confided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Confided(…)")
    }
}
