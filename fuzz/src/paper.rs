//! What people type from paper or a telephone, or a browser sends: codes, shares, cookies, passphrases.

use std::sync::OnceLock;

use pana_vault::base32 as symbols;
use pana_vault::recovery::RecoveryCode;
use pana_vault::shares::{self, CombineFault, Share};
use pana_vault::sign::{Signer, VerifyKey};
use pana_vault::strength::{self, Blocklist};
use pana_vault::stretch::{Cost, Stretch};
use pana_vault::token::{self, CookieToken};
use pana_vault::totp::{CodeRefused, TotpSecret};
use pana_vault::{PublicKey, Secret};
use sha2::{Digest, Sha256};

use crate::chance::Chance;
use crate::{choice, text};

const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Bytes of a share before its checksum, and where its values begin (see `pana_vault::shares`).
const SHARE_BODY: usize = 45;
const SHARE_VALUES: usize = 9;
const SHARE_BYTES: usize = 50;

/// The text with one of its symbols replaced by another, chosen by `which`.
fn with_another_symbol(written: &str, which: usize) -> String {
    let places: Vec<usize> = (0..written.len()).filter(|at| ALPHABET.contains(&written.as_bytes()[*at])).collect();
    let Some(&at) = places.get(which % places.len().max(1)) else { return written.to_owned() };
    let old = ALPHABET.iter().position(|symbol| *symbol == written.as_bytes()[at]).expect("it is a symbol");
    let new = char::from(ALPHABET[(old + 1 + which / 7 % 31) % 32]);
    format!("{}{new}{}", &written[..at], &written[at + 1..])
}

pub fn base32(bytes: &[u8]) {
    let encoded = symbols::encode(bytes);
    assert_eq!(symbols::decode(&encoded, bytes.len()).as_deref().map(Vec::as_slice), Some(bytes));
    let (which, rest) = choice(bytes);
    if let Some(read) = symbols::read(&text(rest)) {
        assert_eq!(symbols::read(&read).as_deref(), Some(&*read), "reading again changes nothing");
        if let Some(check) = symbols::check(&read).filter(|_| !read.is_empty()) {
            let length = read.len() * 5 / 8;
            if let Some(decoded) = symbols::decode(&read, length) {
                assert_eq!(*symbols::encode(&decoded), *read);
            }
            let wrong = with_another_symbol(&read, which);
            assert!(wrong == *read || symbols::check(&wrong) != Some(check), "a wrong symbol passed");
            assert_eq!(symbols::grouped(&read, 5).replace('-', ""), *read);
        }
    }
}

pub fn recovery(bytes: &[u8]) {
    let (which, rest) = choice(bytes);
    if let Ok(code) = RecoveryCode::parse(&text(rest)) {
        let printed = code.text();
        assert_eq!(RecoveryCode::parse(&printed), Ok(code.clone()));
        assert_eq!(RecoveryCode::parse(&printed.to_lowercase().replace('-', " ")), Ok(code.clone()));
        // The check symbol after the last hyphen may be one that no code has elsewhere; the others are changed.
        let wrong = with_another_symbol(&printed, which);
        assert!(wrong == *printed || RecoveryCode::parse(&wrong).is_err(), "a mistyped code was taken");
    }
}

fn printed(share: &Share) -> String {
    share.lines().iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n")
}

pub fn share(bytes: &[u8]) {
    let (which, rest) = choice(bytes);
    if let Ok(share) = Share::parse(&text(rest)) {
        assert!(2 <= share.needed() && share.needed() <= share.total() && share.total() <= shares::MOST);
        assert!((1..=share.total()).contains(&share.number()));
        let paper = printed(&share);
        assert_eq!(Share::parse(&paper), Ok(share.clone()));
        let wrong = with_another_symbol(&paper, which);
        assert!(wrong == paper || Share::parse(&wrong).is_err(), "a mistyped share was taken");
        assert!(shares::combine(&[share]).is_err(), "one share is never enough");
    }
    // A body of any bytes with the right sums: what a forger can make.
    let mut body: Vec<u8> = rest.iter().copied().chain(std::iter::repeat(0)).take(SHARE_BODY).collect();
    body[0] = 1;
    let _ = Share::parse(&on_paper(&body));
}

/// The four lines of a body, with a checksum and check symbols that fit.
fn on_paper(body: &[u8]) -> String {
    let sum = Sha256::new().chain_update(b"pana share v1").chain_update(body).finalize();
    let whole: Vec<u8> = body.iter().chain(&sum[..SHARE_BYTES - SHARE_BODY]).copied().collect();
    let encoded = symbols::encode(&whole);
    let line = |line: &[u8]| {
        let line = std::str::from_utf8(line).expect("symbols are ASCII");
        format!("{line}{}", symbols::check(line).expect("our own alphabet"))
    };
    encoded.as_bytes().chunks(encoded.len() / 4).map(line).collect::<Vec<_>>().join(" ")
}

/// The share with one of its values changed, and every sum right: only the sharing itself can tell.
fn forged(share: &Share, which: usize) -> Share {
    let lines = share.lines();
    let lines = lines.iter().map(|line| line.replace('-', ""));
    let body: String = lines.map(|line| line[..line.len() - 1].to_owned()).collect();
    let mut bytes = symbols::decode(&body, SHARE_BYTES).expect("our own alphabet")[..SHARE_BODY].to_vec();
    let at = SHARE_VALUES + which % (SHARE_BODY - SHARE_VALUES);
    bytes[at] ^= (1 + which / 36 % 255) as u8;
    Share::parse(&on_paper(&bytes)).expect("every sum is right")
}

pub fn combine(bytes: &[u8]) {
    let number = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let (needed, total) = (number(0) % 18, number(1) % 18);
    let key = Secret::random(&mut Chance(u64::from(number(2))));
    let made = shares::split(&key, needed, total, &mut Chance(u64::from(number(3)) << 8));
    assert_eq!(made.is_ok(), 2 <= needed && needed <= total && total <= shares::MOST);
    let Ok(made) = made else { return };
    // Which shares come, in which order: as the input says, some of them twice.
    let come: Vec<Share> = bytes.iter().skip(4).map(|which| made[usize::from(*which) % made.len()].clone()).collect();
    let numbers: std::collections::BTreeSet<u8> = come.iter().map(Share::number).collect();
    let brought = shares::combine(&come);
    if numbers.len() < usize::from(needed) {
        assert!(matches!(brought, Err(CombineFault::TooFew { .. })));
        return;
    }
    assert_eq!(brought, Ok(key));
    let mut with_forged = come;
    let (which, value) = (usize::from(number(4)), usize::from(number(5)) + 36 * usize::from(number(6)));
    let at = which % with_forged.len();
    with_forged[at] = forged(&with_forged[at], value);
    assert!(shares::combine(&with_forged).is_err(), "a forged share gave a key");
}

pub fn cookie(bytes: &[u8]) {
    let sent = text(bytes);
    if let Some(token) = CookieToken::parse(&sent) {
        assert_eq!(*token.text(), sent, "there is one way to write a cookie");
        assert_ne!(token.hash(), *token.session_key().expose());
    }
    let column = token::column_key(&Secret::random(&mut Chance(3)), &sent);
    let search = token::search_token(&column, &sent);
    assert!(search.len() == 8 && search.bytes().all(|digit| digit.is_ascii_hexdigit()));
}

pub fn totp(bytes: &[u8]) {
    let Some((head, typed)) = bytes.split_first_chunk::<28>() else { return };
    let (secret, now) = head.split_at(20);
    let secret = TotpSecret::parse(secret).expect("twenty bytes");
    assert_eq!(TotpSecret::parse(secret.bytes().expose()), Some(secret.clone()));
    let now = u64::from_be_bytes(now.try_into().expect("eight bytes"));
    let step = secret.check(&secret.code(now), now, None).expect("the code of now is right");
    assert!(step.abs_diff(now / 30) <= 1);
    let typed = text(typed);
    for last in [None, Some(step)] {
        if let Ok(step) = secret.check(&typed, now, last) {
            assert!(last.is_none_or(|last| last < step), "a code was good twice");
            assert_ne!(secret.check(&typed, now, Some(step.saturating_add(2))), Ok(step));
        }
    }
    assert_eq!(secret.check(&secret.code(now), now, Some(u64::MAX)), Err(CodeRefused::Used));
    let address = secret.uri(&typed, &typed);
    assert!(address.bytes().all(|byte| byte.is_ascii_graphic()), "an address of plain signs");
    assert_eq!(secret.text().replace(' ', "").len(), 32);
}

pub fn stretch(bytes: &[u8]) {
    let kept = text(bytes);
    if let Some(stretch) = Stretch::parse(&kept) {
        assert_eq!(stretch.text(), kept, "there is one way to write it");
        assert_ne!(Cost::new(u32::MAX, 3, 1), Some(stretch.cost()));
    }
}

pub fn passphrase(bytes: &[u8]) {
    static COMMON: OnceLock<Blocklist> = OnceLock::new();
    let common = COMMON.get_or_init(|| Blocklist::parse("# tried first\npassword\nқұпиясөз\n123\n"));
    let typed = text(bytes);
    let normal = strength::normal(&typed);
    assert_eq!(*strength::normal(&normal), *normal, "normalised again it is the same");
    let names: Vec<&str> = typed.split('\n').skip(1).collect();
    if strength::weigh(&typed, common, &names).is_ok() {
        assert!((strength::SHORTEST..=strength::LONGEST).contains(&normal.chars().count()));
        assert!(!normal.chars().any(char::is_control));
        assert_eq!(strength::weigh(&normal, common, &names), Ok(()), "it may be typed either way");
    }
    let _ = strength::weigh("a long passphrase of many words", &Blocklist::parse(&typed), &[&typed]);
}

pub fn public_key(bytes: &[u8]) {
    if let Some(key) = PublicKey::parse(bytes) {
        assert_eq!(key.0, bytes);
        assert_eq!(key.fingerprint().len(), 24);
    }
    if let Some(key) = VerifyKey::parse(&bytes[..bytes.len().min(32)]) {
        assert_eq!(VerifyKey::parse(&key.bytes()), Some(key));
        let signature = bytes.get(32..96).unwrap_or_default();
        let message = bytes.get(96..).unwrap_or_default();
        if key.verifies(message, signature) {
            assert!(!key.verifies(&[message, b"!"].concat(), signature), "a signature that fits everything");
        }
    }
    let signer = Signer::new(&mut Chance(4));
    let signature = signer.sign(bytes);
    assert!(signer.key().verifies(bytes, &signature));
    assert!(!signer.key().verifies(&[bytes, b"!"].concat(), &signature));
}

pub mod seeds {
    use super::*;

    fn after(first: u8, text: &str) -> Vec<u8> {
        [&[first], text.as_bytes()].concat()
    }

    pub fn base32() -> Vec<Vec<u8>> {
        vec![after(3, "7K2QF-9ZXYA-бвO0l"), after(0, "АВСЕ НКМР ТХУЗ"), after(9, "-–—·. *~$=U"), after(1, "ßſﬁ")]
    }

    pub fn recovery() -> Vec<Vec<u8>> {
        (0..4).map(|seed| after(seed as u8, &RecoveryCode::new(&mut Chance(seed)).text())).collect()
    }

    pub fn share() -> Vec<Vec<u8>> {
        let made = shares::split(&Secret::random(&mut Chance(5)), 2, 3, &mut Chance(6)).expect("2 of 3");
        made.iter().map(|share| after(share.number(), &printed(share))).collect()
    }

    pub fn combine() -> Vec<Vec<u8>> {
        vec![vec![2, 3, 1, 2, 0, 1], vec![3, 5, 9, 9, 4, 0, 2, 2], vec![16, 16, 1, 1], (2..40).collect()]
    }

    pub fn cookie() -> Vec<Vec<u8>> {
        vec![CookieToken::new(&mut Chance(7)).text().as_bytes().to_vec(), vec![b'A'; 43], "ә".repeat(22).into_bytes()]
    }

    pub fn totp() -> Vec<Vec<u8>> {
        let with =
            |now: u64, typed: &str| [b"12345678901234567890", now.to_be_bytes().as_slice(), typed.as_bytes()].concat();
        vec![with(59, "287 082"), with(1_111_111_109, "081804"), with(u64::MAX, "000000"), with(0, "Pana & co/7")]
    }

    pub fn stretch() -> Vec<Vec<u8>> {
        let standard = Stretch::new(Cost::STANDARD, &mut Chance(8)).text();
        vec![
            standard.clone().into_bytes(),
            standard.replace("65536", "19456").into_bytes(),
            standard.replace("p=1", "p=+1").into_bytes(),
        ]
    }

    pub fn passphrase() -> Vec<Vec<u8>> {
        let typed = [
            "correct horse battery staple",
            "жеті қарға бір шырша\nжеті",
            "и\u{306}од\u{a0}\u{2028}и\u{306}од и\u{306}од",
            "passwordpassword1",
        ];
        typed.iter().map(|typed| typed.as_bytes().to_vec()).collect()
    }

    pub fn public_key() -> Vec<Vec<u8>> {
        let signer = Signer::new(&mut Chance(9));
        let signed = [signer.key().bytes().as_slice(), &signer.sign(b"head"), b"head"].concat();
        vec![signed, vec![1; 32], [vec![1], vec![0; 31]].concat()]
    }
}
