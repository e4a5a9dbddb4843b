//! The recovery code: 128 random bits on a piece of paper, for the day the passphrase is gone.
//!
//! Twenty-six symbols and one check symbol in groups of five. With 128 bits there is nothing to guess, so its key needs no slow
//! function (NIST SP 800-63B-4, look-up secrets; ASVS 6.5.2 and 6.5.4).

use zeroize::Zeroizing;

use crate::seal::derive;
use crate::{Parts, Random, Secret, base32};

const SYMBOLS: usize = 26;

/// The code itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCode(Secret<16>);

/// Why what was typed is no recovery code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeFault {
    /// A letter that no code has.
    #[error("a sign that no recovery code has")]
    Sign,
    /// Too few or too many symbols.
    #[error("{0} symbols instead of 27")]
    Length(usize),
    /// The check symbol does not fit: a typing error.
    #[error("the check symbol does not fit: something was mistyped")]
    Mistyped,
}

impl RecoveryCode {
    /// A fresh code.
    pub fn new(random: &mut dyn Random) -> Self {
        Self(Secret::random(random))
    }

    /// As it is printed, once.
    pub fn text(&self) -> Zeroizing<String> {
        let mut symbols = base32::encode(self.0.expose());
        let check = base32::check(&symbols).expect("symbols of our own alphabet");
        symbols.push(check);
        Zeroizing::new(base32::grouped(&symbols, 5))
    }

    /// Reads what was typed.
    pub fn parse(typed: &str) -> Result<Self, CodeFault> {
        let symbols = base32::read(typed).ok_or(CodeFault::Sign)?;
        let (code, check) = symbols.split_at_checked(SYMBOLS).ok_or(CodeFault::Length(symbols.len()))?;
        if check.len() != 1 {
            return Err(CodeFault::Length(symbols.len()));
        }
        if base32::check(code) != check.chars().next() {
            return Err(CodeFault::Mistyped);
        }
        let bytes = base32::decode(code, 16).ok_or(CodeFault::Mistyped)?;
        Secret::copy_of(&bytes).map(Self).ok_or(CodeFault::Mistyped)
    }

    /// The key-encryption key that this code gives its owner.
    pub fn key(&self, owner: &Parts) -> Secret<32> {
        derive(self.0.expose(), b"", &Parts::of("pana recovery code v1").and("owner", owner.bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::Seeded;
    use proptest::prelude::*;

    #[test]
    fn it_is_read_as_it_was_printed_and_as_people_type_it() {
        for seed in 0..200 {
            let code = RecoveryCode::new(&mut Seeded::new(seed));
            let text = code.text();
            assert_eq!(text.len(), 27 + 5, "{seed}");
            assert_eq!(RecoveryCode::parse(&text), Ok(code.clone()));
            let typed = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            assert_eq!(RecoveryCode::parse(&typed), Ok(code));
        }
    }

    #[test]
    fn each_fault_is_named() {
        let text = RecoveryCode::new(&mut Seeded::new(1)).text();
        assert_eq!(RecoveryCode::parse(""), Err(CodeFault::Length(0)));
        assert_eq!(RecoveryCode::parse(&text[..text.len() - 1]), Err(CodeFault::Length(26)));
        assert_eq!(RecoveryCode::parse(&format!("{}0", *text)), Err(CodeFault::Length(28)));
        assert_eq!(RecoveryCode::parse("Щ"), Err(CodeFault::Sign));
        let first = if text.starts_with('7') { "8" } else { "7" };
        assert_eq!(RecoveryCode::parse(&format!("{first}{}", &text[1..])), Err(CodeFault::Mistyped));
    }

    #[test]
    fn each_owner_has_another_key() {
        let code = RecoveryCode::new(&mut Seeded::new(1));
        let key = |id: &str| code.key(&Parts::of("owner").and("id", id));
        assert_ne!(key("u1"), key("u2"));
        assert_eq!(key("u1"), key("u1"));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(typed in ".{0,60}") {
            prop_assert!(RecoveryCode::parse(&typed).is_err());
        }

        #[test]
        fn nor_do_symbols_that_nearly_fit(typed in "[0-9A-Z*~$=]{26,28}") {
            let _ = RecoveryCode::parse(&typed);
        }
    }
}
