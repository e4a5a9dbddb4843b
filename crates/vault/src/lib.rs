//! Keys, sealing, search tokens, and a log that shows tampering. Knows no case and no policy: bytes, names and keys.
//!
//! Nothing here reads a clock, a file or the operating system's randomness: time and [`Random`] are arguments. What each algorithm
//! is for, and how one is replaced, stands in `docs/adr/0018-cryptography.md`.
//!
//! | question | answer |
//! | --- | --- |
//! | what does she know or hold | [`strength`], [`stretch`], [`recovery`], [`totp`], [`passkey`] |
//! | who may open | [`pair`], [`envelope`], [`wrap`], [`shares`] |
//! | what is kept | [`seal`], [`backup`] |
//! | what may be asked without opening | [`token`] |
//! | what happened | [`log`] |
//! | what stays behind in memory | [`secret`], [`sweep`] |

pub mod backup;
pub mod base32;
pub mod envelope;
mod field;
pub mod log;
pub mod pair;
pub mod parts;
pub mod passkey;
pub mod recovery;
pub mod seal;
pub mod secret;
pub mod shares;
pub mod sign;
pub mod strength;
pub mod stretch;
pub mod sweep;
pub mod token;
pub mod totp;
pub mod wrap;

pub use pair::{Pair, PublicKey};
pub use parts::Parts;
pub use seal::Unopened;
pub use secret::{Random, Secret};
