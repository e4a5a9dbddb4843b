//! Codes of an authenticator program: TOTP (RFC 6238) over HMAC-SHA-1, thirty seconds, six digits.
//!
//! SHA-1 because the programs on people's telephones know nothing else for certain; HMAC does not need what SHA-1 has lost. A code
//! never unlocks anything: it only shows, beside the passphrase, that a telephone is at hand.

use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use zeroize::Zeroizing;

use crate::{Random, Secret, secret};

/// How long a code is the current one, in seconds.
pub const STEP: u64 = 30;
/// How many steps a telephone's clock may be early or late.
const DRIFT: u64 = 1;
const DIGITS: usize = 6;

/// The secret that program and server share: 160 bits (RFC 4226 §4, R6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotpSecret(Secret<20>);

/// Why a code is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeRefused {
    /// Not six digits.
    #[error("not six digits")]
    Form,
    /// Not the code of now, nor of the step before or after.
    #[error("not the code of now")]
    Wrong,
    /// The right code, but it was used already (ASVS 6.5.1).
    #[error("was used already")]
    Used,
}

impl TotpSecret {
    /// A fresh one.
    pub fn new(random: &mut dyn Random) -> Self {
        Self(Secret::random(random))
    }

    /// From kept bytes.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        Secret::copy_of(bytes).map(Self)
    }

    /// The bytes, to be kept sealed.
    pub fn bytes(&self) -> &Secret<20> {
        &self.0
    }

    /// The code at a time in Unix seconds.
    pub fn code(&self, now: u64) -> Zeroizing<String> {
        six_digits(truncate(self.0.expose(), now / STEP))
    }

    /// Checks what was typed. `last`: the step of the last code that was accepted, kept with the person. Gives the step to keep.
    ///
    /// A code is good once: none of the step of `last` or before it is taken again, also not on another machine.
    pub fn check(&self, typed: &str, now: u64, last: Option<u64>) -> Result<u64, CodeRefused> {
        let typed: Zeroizing<String> = Zeroizing::new(typed.chars().filter(|sign| !sign.is_whitespace()).collect());
        if typed.len() != DIGITS || !typed.bytes().all(|sign| sign.is_ascii_digit()) {
            return Err(CodeRefused::Form);
        }
        let step = now / STEP;
        // All steps are compared, in a time that does not tell which one it was.
        let fits = (step.saturating_sub(DRIFT)..=step.saturating_add(DRIFT))
            .filter(|&step| secret::same(six_digits(truncate(self.0.expose(), step)).as_bytes(), typed.as_bytes()));
        let fits: Vec<u64> = fits.collect();
        let unused = fits.iter().copied().find(|&step| last.is_none_or(|last| last < step));
        unused.ok_or(if fits.is_empty() { CodeRefused::Wrong } else { CodeRefused::Used })
    }

    /// The secret as people type it into a program: base 32 (RFC 4648 §6) in groups of four.
    pub fn text(&self) -> Zeroizing<String> {
        let letters = base32(self.0.expose());
        let mut text = Zeroizing::new(String::with_capacity(40));
        for (at, letter) in letters.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push(' ');
            }
            text.push(letter);
        }
        text
    }

    /// The address for a QR code, as authenticator programs read it. `issuer`: a neutral name, for it is shown on her telephone.
    pub fn uri(&self, issuer: &str, account: &str) -> Zeroizing<String> {
        let (issuer, account) = (percent(issuer), percent(account));
        let secret = base32(self.0.expose());
        Zeroizing::new(format!(
            "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP}",
            *secret
        ))
    }
}

/// Dynamic truncation of RFC 4226 §5.3: 31 bits.
fn truncate(key: &[u8], step: u64) -> u32 {
    let mut mac = Hmac::<Sha1>::new_from_slice(key).expect("HMAC takes keys of every length");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 0xf);
    u32::from_be_bytes([hash[at], hash[at + 1], hash[at + 2], hash[at + 3]]) & 0x7fff_ffff
}

fn six_digits(truncated: u32) -> Zeroizing<String> {
    Zeroizing::new(format!("{:06}", truncated % 1_000_000))
}

/// Twenty bytes are thirty-two letters without a remainder.
fn base32(bytes: &[u8; 20]) -> Zeroizing<String> {
    let mut letters = Zeroizing::new(String::with_capacity(32));
    for five in bytes.chunks_exact(5) {
        let bits = five.iter().fold(0u64, |bits, &byte| bits << 8 | u64::from(byte));
        for place in (0..8).rev() {
            letters.push(char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(bits >> (5 * place) & 31) as usize]));
        }
    }
    letters
}

/// Percent-encoding of RFC 3986 §2: everything but the unreserved signs.
fn percent(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => write!(encoded, "%{byte:02X}").expect("writing to a string cannot fail"),
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::Seeded;
    use proptest::prelude::*;

    /// The key of the vectors: "12345678901234567890" in ASCII.
    fn published() -> TotpSecret {
        TotpSecret::parse(b"12345678901234567890").expect("20 bytes")
    }

    /// RFC 6238, appendix B, the rows of SHA-1 (eight digits; the last six are ours).
    #[test]
    fn the_codes_are_those_of_the_rfc() {
        let table = [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ];
        for (time, code) in table {
            assert_eq!(truncate(published().0.expose(), time / STEP) % 100_000_000, code, "{time}");
            assert_eq!(*published().code(time), format!("{:06}", code % 1_000_000), "{time}");
        }
    }

    /// RFC 4226, appendix D: the values before they are cut to digits.
    #[test]
    fn the_truncation_is_that_of_the_rfc() {
        let table = [1_284_755_224, 1_094_287_082, 137_359_152, 1_726_969_429, 1_640_338_314];
        for (count, value) in table.into_iter().enumerate() {
            assert_eq!(truncate(published().0.expose(), count as u64), value, "{count}");
        }
    }

    #[test]
    fn a_clock_may_be_one_step_early_or_late() {
        let now: u64 = 1_234_567_890;
        for (offset, accepted) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let then = now.checked_add_signed(offset * STEP as i64).expect("after 1970");
            let checked = published().check(&published().code(then), now, None);
            assert_eq!(checked.ok(), accepted.then_some(then / STEP), "{offset}");
        }
    }

    #[test]
    fn a_code_is_good_once() {
        let (now, secret) = (1_234_567_890, published());
        let code = secret.code(now);
        let step = secret.check(&code, now, None).expect("the code of now");
        assert_eq!(secret.check(&code, now, Some(step)), Err(CodeRefused::Used));
        assert_eq!(secret.check(&code, now + STEP, Some(step)), Err(CodeRefused::Used));
        assert_eq!(secret.check(&secret.code(now - STEP), now, Some(step)), Err(CodeRefused::Used), "an older one");
        assert_eq!(secret.check(&secret.code(now + STEP), now + STEP, Some(step)), Ok(step + 1));
    }

    #[test]
    fn what_is_no_code_is_said_to_be_none() {
        for typed in ["", "12345", "1234567", "12345a", "１２３４５６", "-12345"] {
            assert_eq!(published().check(typed, 59, None), Err(CodeRefused::Form), "{typed}");
        }
        assert_eq!(published().check("000000", 59, None), Err(CodeRefused::Wrong));
        assert_eq!(published().check(" 287 082 ", 59, None), Ok(1));
    }

    #[test]
    fn the_address_is_one_that_programs_read() {
        assert_eq!(
            *published().uri("Пана 1", "a:b@c"),
            "otpauth://totp/%D0%9F%D0%B0%D0%BD%D0%B0%201:a%3Ab%40c?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=%D0%9F%D0%B0%D0%BD%D0%B0%201&algorithm=SHA1&digits=6&period=30"
        );
        assert_eq!(*published().text(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    proptest! {
        #[test]
        fn the_code_of_now_is_always_accepted(seed in any::<u64>(), now in any::<u64>()) {
            let secret = TotpSecret::new(&mut Seeded::new(seed));
            prop_assert!(secret.check(&secret.code(now), now, None).is_ok());
        }

        #[test]
        fn nothing_that_is_typed_makes_it_panic(typed in "\\PC{0,12}", now in any::<u64>(), last in any::<Option<u64>>()) {
            let _ = published().check(&typed, now, last);
        }
    }
}
