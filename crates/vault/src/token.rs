//! Tokens: what may be compared without opening anything.
//!
//! *Search tokens* are keyed hashes of the spellings of a name, cut so short that some names share one: whoever reads the table learns
//! neither names nor their frequency exactly, and a hit is confirmed by opening the entry. *Cookie tokens* are random; the server
//! keeps a hash and can neither sign in with it nor open the session's key.

use std::fmt::Write;

use base64ct::{Base64UrlUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::seal::derive;
use crate::{Parts, Random, Secret};

/// The key of one column of one centre's search table, out of the centre's index key.
pub fn column_key(index_key: &Secret<32>, column: &str) -> Secret<32> {
    derive(index_key.expose(), b"", &Parts::of("pana search column v1").and("column", column))
}

/// The token of one form of a value: HMAC-SHA-256 (RFC 2104), the first 32 bits as eight hexadecimal digits. The caller folds the form.
pub fn search_token(column_key: &Secret<32>, form: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(column_key.expose()).expect("HMAC takes keys of every length");
    mac.update(form.as_bytes());
    let whole = mac.finalize().into_bytes();
    whole[..4].iter().fold(String::with_capacity(8), |mut digits, byte| {
        write!(digits, "{byte:02x}").expect("writing to a string cannot fail");
        digits
    })
}

/// What stands in a session's cookie: 256 random bits. Its holder is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CookieToken(Secret<32>);

impl CookieToken {
    /// A fresh one.
    pub fn new(random: &mut dyn Random) -> Self {
        Self(Secret::random(random))
    }

    /// As it is sent: 43 characters of base64url (RFC 4648 §5).
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(Base64UrlUnpadded::encode_string(self.0.expose()))
    }

    /// Reads what a browser sent. In constant time for texts of the right length.
    pub fn parse(sent: &str) -> Option<Self> {
        if sent.len() != 43 {
            return None;
        }
        let mut bytes = Zeroizing::new([0; 32]);
        let read = Base64UrlUnpadded::decode(sent, bytes.as_mut()).ok()?.len();
        (read == 32).then(|| Secret::copy_of(bytes.as_ref())).flatten().map(Self)
    }

    /// Under what the server finds the session: SHA-256. It is looked up, so nothing needs to be compared in constant time.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new().chain_update(b"pana cookie v1").chain_update(self.0.expose()).finalize().into()
    }

    /// The key that seals the person's private key for the life of the session.
    pub fn session_key(&self) -> Secret<32> {
        derive(self.0.expose(), b"", &Parts::of("pana session v1"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::seeded::{Seeded, hex};
    use proptest::prelude::*;

    /// RFC 4231, test case 2.
    #[test]
    fn the_keyed_hash_is_that_of_the_rfc() {
        let mut mac = Hmac::<Sha256>::new_from_slice(b"Jefe").expect("any length");
        mac.update(b"what do ya want for nothing?");
        let published = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(mac.finalize().into_bytes().to_vec(), hex(published));
    }

    #[test]
    fn a_token_is_eight_digits_and_the_same_each_time() {
        let key = column_key(&Secret::take(&mut [1; 32]), "name");
        let token = search_token(&key, "aigerim");
        assert!(token.len() == 8 && token.bytes().all(|digit| digit.is_ascii_hexdigit()), "{token}");
        assert_eq!(token, search_token(&key, "aigerim"));
        assert_ne!(token, search_token(&key, "aigerim "));
    }

    #[test]
    fn nothing_can_be_compared_across_centres_or_columns() {
        let token = |centre: u8, column| search_token(&column_key(&Secret::take(&mut [centre; 32]), column), "aigerim");
        assert_ne!(token(1, "name"), token(2, "name"));
        assert_ne!(token(1, "name"), token(1, "telephone"));
    }

    #[test]
    fn a_cookie_is_read_as_it_was_sent_and_not_otherwise() {
        let token = CookieToken::new(&mut Seeded::new(1));
        let text = token.text();
        assert_eq!(text.len(), 43);
        assert_eq!(CookieToken::parse(&text), Some(token));
        for wrong in
            [String::new(), format!("{}=", *text), text[..42].to_owned(), format!("{}+", &text[..42]), "é".repeat(21)]
        {
            assert_eq!(CookieToken::parse(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_kept_hash_is_not_the_session_key() {
        let token = CookieToken::new(&mut Seeded::new(2));
        assert_ne!(&token.hash(), token.session_key().expose());
        assert_ne!(token.hash(), CookieToken::new(&mut Seeded::new(3)).hash());
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(sent in ".{0,60}", nearly in "[A-Za-z0-9_-]{43}") {
            let _ = CookieToken::parse(&sent);
            if let Some(token) = CookieToken::parse(&nearly) {
                prop_assert_eq!(&**token.text(), &nearly);
            }
        }
    }
}
