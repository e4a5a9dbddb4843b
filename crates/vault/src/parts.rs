//! Labelled parts written as bytes in one way only: what a ciphertext, a key or an event is *about*.
//!
//! Each text and each value is preceded by its length, so that no two different lists have the same bytes: `"ab" + "c"` is not
//! `"a" + "bc"`. The first text names the use, so that bytes made for one use say nothing in another (NIST SP 800-56C, "domain
//! separation").

/// An ordered list of labelled values, encoded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Parts(Vec<u8>);

/// What [`Parts::parse`] gives back: the use, and each label with its value.
pub type Read<'a> = (&'a str, Vec<(&'a str, &'a [u8])>);

impl Parts {
    /// An empty list for one use, such as `pana entry v1`.
    pub fn of(purpose: &str) -> Self {
        let mut parts = Self(Vec::with_capacity(128));
        parts.push(purpose.as_bytes());
        parts
    }

    /// The list with one more part.
    #[must_use]
    pub fn and(mut self, label: &str, value: impl AsRef<[u8]>) -> Self {
        self.push(label.as_bytes());
        self.push(value.as_ref());
        self
    }

    /// The list with one more part that is a number (eight bytes, the highest first).
    #[must_use]
    pub fn number(self, label: &str, value: u64) -> Self {
        self.and(label, value.to_be_bytes())
    }

    /// The encoding.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Reads an encoding. `None` when the bytes are not exactly one.
    pub fn parse(bytes: &[u8]) -> Option<Read<'_>> {
        let mut rest = bytes;
        let purpose = std::str::from_utf8(pull(&mut rest)?).ok()?;
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let label = std::str::from_utf8(pull(&mut rest)?).ok()?;
            parts.push((label, pull(&mut rest)?));
        }
        Some((purpose, parts))
    }

    fn push(&mut self, value: &[u8]) {
        self.0.extend_from_slice(&(value.len() as u64).to_be_bytes());
        self.0.extend_from_slice(value);
    }
}

fn pull<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<8>()?;
    let (value, after) = after.split_at_checked(usize::try_from(u64::from_be_bytes(*length)).ok()?)?;
    *rest = after;
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn where_a_part_ends_matters() {
        let one = Parts::of("use").and("ab", "c");
        assert_ne!(one, Parts::of("use").and("a", "bc"));
        assert_ne!(one, Parts::of("usea").and("b", "c"));
        assert_ne!(one, Parts::of("use").and("ab", "c").and("", ""));
    }

    fn lists() -> impl Strategy<Value = (String, Vec<(String, Vec<u8>)>)> {
        (".{0,8}", vec((".{0,8}", vec(any::<u8>(), 0..20)), 0..6))
    }

    fn encode((purpose, list): &(String, Vec<(String, Vec<u8>)>)) -> Parts {
        list.iter().fold(Parts::of(purpose), |parts, (label, value)| parts.and(label, value))
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(list in lists()) {
            let parts = encode(&list);
            let (purpose, read) = Parts::parse(parts.bytes()).expect("own encoding");
            prop_assert_eq!(purpose, &list.0);
            let owned: Vec<_> = read.into_iter().map(|(label, value)| (label.to_owned(), value.to_vec())).collect();
            prop_assert_eq!(owned, list.1);
        }

        #[test]
        fn different_lists_have_different_bytes(one in lists(), other in lists()) {
            prop_assert_eq!(one == other, encode(&one) == encode(&other));
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in vec(any::<u8>(), 0..200)) {
            let _ = Parts::parse(&bytes);
        }

        #[test]
        fn a_damaged_encoding_never_reads_as_the_same(list in lists(), at in any::<prop::sample::Index>(), bit in 0u8..8) {
            let parts = encode(&list);
            let mut damaged = parts.bytes().to_vec();
            let at = at.index(damaged.len());
            damaged[at] ^= 1 << bit;
            prop_assert_ne!(Parts::parse(&damaged), Parts::parse(parts.bytes()));
        }
    }
}
