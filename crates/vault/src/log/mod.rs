//! The log that shows tampering: a Merkle tree over events (RFC 9162 §2.1), each of which also names the one before it.
//!
//! A leaf is the hash of an event's canonical bytes. A *head* says how many events there are and what the root over them is; it is
//! signed and given to others. Whoever holds a head can show any later copy of the log to be a continuation of what it was then, or
//! not: changed, shortened, put back, or told differently to somebody else.

mod audit;
mod entry;
mod head;
mod peaks;
mod proof;

use sha2::{Digest, Sha256};

pub use audit::{Audit, Finding, Kept, Report, audit};
pub use entry::{Appended, Entry, Log};
pub use head::{Head, HeadFault};
pub use peaks::Peaks;
pub use proof::{consistency, inclusion, verify_consistency, verify_inclusion};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The hash of a leaf: SHA-256 of 0x00 and the event's bytes.
pub fn leaf_hash(event: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(event).finalize().into()
}

/// The hash over two neighbours: SHA-256 of 0x01, left, right. The first byte keeps a node from passing for a leaf.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root of a log without events: SHA-256 of nothing.
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

#[cfg(test)]
mod vectors {
    //! The tree of eight leaves by which implementations of RFC 6962 and RFC 9162 are compared (the test data of the reference
    //! implementation of certificate transparency).
    use super::{Hash, leaf_hash};
    use crate::secret::seeded::hex;

    pub(super) const LEAVES: [&str; 8] =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    pub(super) const ROOTS: [&str; 8] = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    pub(super) fn hash(text: &str) -> Hash {
        hex(text).try_into().expect("32 bytes")
    }

    pub(super) fn leaves() -> Vec<Hash> {
        LEAVES.iter().map(|leaf| leaf_hash(&hex(leaf))).collect()
    }
}
