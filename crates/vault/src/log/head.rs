//! A signed head: how many events, what root, when. A text that fits on a printed page and in a message to a witness.
//!
//! The form is that of a checkpoint (C2SP tlog-checkpoint, a signed note): origin, size, root in base64, here with one more line for
//! the time, then an empty line and the signature line. Tools for checkpoints can verify it.

use std::fmt;

use base64ct::{Base64, Encoding};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::Hash;
use crate::sign::{Signer, VerifyKey};

/// The kind of signature in a signed note: Ed25519.
const ED25519: u8 = 1;

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which log: a name of the installation, without spaces or plus signs.
    pub origin: String,
    /// How many events.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// When, in Unix seconds.
    pub at: i64,
}

/// Why a text is no head of this log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeadFault {
    /// Not the form of a head.
    #[error("not the text of a signed head")]
    Form,
    /// Signed, but by none of the keys.
    #[error("the signature is not that of this log")]
    Signature,
}

impl Head {
    /// The signed text. `None` when the origin or the time cannot stand in one.
    pub fn sign(&self, signer: &Signer) -> Option<String> {
        let body = self.body()?;
        let id = key_id(&self.origin, &signer.key());
        let signature = [id.as_slice(), &signer.sign(body.as_bytes())].concat();
        Some(format!("{body}\n— {} {}\n", self.origin, Base64::encode_string(&signature)))
    }

    /// Reads a signed text and checks it against the keys that this log had. Further signature lines, of witnesses, are passed over.
    pub fn verify(text: &str, keys: &[VerifyKey]) -> Result<Self, HeadFault> {
        // A mail program or an editor may have put another sign for the end of a line; that changes nothing of what was signed.
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let (body, signatures) = text.split_once("\n\n").ok_or(HeadFault::Form)?;
        let head = Self::read(body).ok_or(HeadFault::Form)?;
        let body = head.body().ok_or(HeadFault::Form)?;
        let signed = signatures.lines().any(|line| head.signed_by(line, body.as_bytes(), keys).is_some());
        if signed { Ok(head) } else { Err(HeadFault::Signature) }
    }

    fn signed_by(&self, line: &str, body: &[u8], keys: &[VerifyKey]) -> Option<VerifyKey> {
        let encoded = line.strip_prefix("— ")?.strip_prefix(&self.origin)?.strip_prefix(' ')?;
        let bytes = Base64::decode_vec(encoded).ok()?;
        let (id, signature) = bytes.split_first_chunk::<4>()?;
        keys.iter().copied().find(|key| key_id(&self.origin, key) == *id && key.verifies(body, signature))
    }

    fn body(&self) -> Option<String> {
        let (root, time) = (Base64::encode_string(&self.root), Timestamp::from_second(self.at).ok()?);
        is_name(&self.origin).then(|| format!("{}\n{}\n{root}\ntime {time}\n", self.origin, self.size))
    }

    /// Only the one form that [`Head::body`] writes: no zeros in front, no other spelling of the same time.
    fn read(body: &str) -> Option<Self> {
        let lines: Vec<&str> = body.split('\n').collect();
        let [origin, size, root, time] = lines.as_slice() else { return None };
        let head = Self {
            origin: (*origin).to_owned(),
            size: size.parse().ok()?,
            root: Base64::decode_vec(root).ok()?.try_into().ok()?,
            at: time.strip_prefix("time ")?.parse::<Timestamp>().ok()?.as_second(),
        };
        (head.body()?.strip_suffix('\n') == Some(body)).then_some(head)
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.origin, self.size, Base64::encode_string(&self.root))
    }
}

/// What may be the name of a key: something, without spaces, control characters or plus signs; nor the mark of the byte order, which
/// is taken off a text before it is read.
fn is_name(origin: &str) -> bool {
    let unfit = |sign: char| sign.is_whitespace() || sign.is_control() || sign == '+' || sign == '\u{feff}';
    !origin.is_empty() && !origin.contains(unfit)
}

/// The first four bytes of SHA-256 over name, line end, kind and key: which key a signature line is by.
fn key_id(name: &str, key: &VerifyKey) -> [u8; 4] {
    let hash = Sha256::new().chain_update(name).chain_update([b'\n', ED25519]).chain_update(key.bytes()).finalize();
    std::array::from_fn(|i| hash[i])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::Seeded;
    use proptest::prelude::*;

    fn head() -> Head {
        Head { origin: "pana.example/umit".to_owned(), size: 20_852_163, root: [7; 32], at: 1_763_785_945 }
    }

    fn signer() -> Signer {
        Signer::new(&mut Seeded::new(1))
    }

    #[test]
    fn it_is_a_text_that_a_person_can_print() {
        let text = head().sign(&signer()).expect("a good origin");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[..5],
            [
                "pana.example/umit",
                "20852163",
                "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=",
                "time 2025-11-22T04:32:25Z",
                ""
            ]
        );
        assert!(lines[5].starts_with("— pana.example/umit "));
        assert_eq!(lines.len(), 6);
        assert_eq!(Head::verify(&text, &[signer().key()]), Ok(head()));
    }

    /// The example of the signed-note specification: name, key and identifier as published for the checksum database of Go.
    #[test]
    fn the_key_identifier_is_that_of_signed_notes() {
        let published = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
        let parts: Vec<&str> = published.splitn(3, '+').collect();
        let kind_and_key = Base64::decode_vec(parts[2]).expect("base64");
        assert_eq!(kind_and_key[0], ED25519);
        let key = VerifyKey::parse(&kind_and_key[1..]).expect("a key");
        assert_eq!(key_id(parts[0], &key).to_vec(), crate::secret::seeded::hex(parts[1]));
    }

    #[test]
    fn any_changed_sign_of_the_body_is_refused() {
        let text = head().sign(&signer()).expect("a good origin");
        let body = text.find("\n\n").expect("an empty line");
        for at in 0..body {
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 1;
            let changed = String::from_utf8(changed).expect("ASCII stays ASCII");
            assert!(Head::verify(&changed, &[signer().key()]).is_err(), "{changed}");
        }
    }

    #[test]
    fn another_key_is_refused_and_an_earlier_key_of_the_log_is_not() {
        let (text, other) = (head().sign(&signer()).expect("a good origin"), Signer::new(&mut Seeded::new(2)));
        assert_eq!(Head::verify(&text, &[other.key()]), Err(HeadFault::Signature));
        assert_eq!(Head::verify(&text, &[]), Err(HeadFault::Signature));
        assert_eq!(Head::verify(&text, &[other.key(), signer().key()]), Ok(head()));
    }

    #[test]
    fn a_witness_may_add_a_line() {
        let text = head().sign(&signer()).expect("a good origin");
        let witnessed = format!("{text}— witness.example AAAAAAAA\n");
        assert_eq!(Head::verify(&witnessed, &[signer().key()]), Ok(head()));
    }

    #[test]
    fn it_survives_being_saved_by_another_editor() {
        let text = head().sign(&signer()).expect("a good origin");
        let saved = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(Head::verify(&saved, &[signer().key()]), Ok(head()));
        assert_eq!(Head::verify(text.trim_end(), &[signer().key()]), Ok(head()));
    }

    #[test]
    fn an_origin_cannot_smuggle_lines() {
        for origin in ["", "a b", "a\n999", "a+b", "a\u{a0}b", "\u{feff}a"] {
            assert_eq!(Head { origin: origin.to_owned(), ..head() }.sign(&signer()), None, "{origin:?}");
        }
    }

    proptest! {
        #[test]
        fn every_head_is_read_as_it_was_signed(size in any::<u64>(), root in any::<[u8; 32]>(), at in -1_000_000_000i64..200_000_000_000) {
            let head = Head { origin: "o".to_owned(), size, root, at };
            let text = head.sign(&signer()).expect("a good origin");
            prop_assert_eq!(Head::verify(&text, &[signer().key()]), Ok(head));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,120}", lines in proptest::collection::vec(".{0,30}", 0..8)) {
            let _ = Head::verify(&text, &[signer().key()]);
            let _ = Head::verify(&lines.join("\n"), &[signer().key()]);
        }
    }
}
