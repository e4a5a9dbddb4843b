//! Crockford's base 32: what a person copies from paper. No letter looks like a digit, and reading forgives.
//!
//! The check symbol is the value of the symbols modulo 37, as Crockford has it: it finds every single wrong symbol and every pair
//! of neighbours exchanged (37 is prime and greater than 32).

use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The remainders 32 to 36, for the check symbol only.
const BEYOND: &[u8; 5] = b"*~$=U";

/// The symbols of some bytes, the highest bit first; the last symbol is filled up with zero bits.
pub fn encode(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 8 / 5 + 1));
    for first in (0..bytes.len() * 8).step_by(5) {
        let value = (first..first + 5).fold(0, |value, at| value << 1 | bit(bytes, at));
        text.push(char::from(ALPHABET[usize::from(value)]));
    }
    text
}

/// The bytes of symbols that [`encode`] made of `length` bytes; `None` when they are others.
pub fn decode(symbols: &str, length: usize) -> Option<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(vec![0; length]);
    if symbols.len() != (length * 8).div_ceil(5) {
        return None;
    }
    for (place, symbol) in symbols.bytes().enumerate() {
        let value = value(symbol)?;
        for i in 0..5 {
            let (at, set) = (place * 5 + i, value >> (4 - i) & 1);
            match bytes.get_mut(at / 8) {
                Some(byte) => *byte |= set << (7 - at % 8),
                None if set == 1 => return None,
                None => {}
            }
        }
    }
    Some(bytes)
}

/// The check symbol of some symbols.
pub fn check(symbols: &str) -> Option<char> {
    let remainder = symbols.bytes().try_fold(0, |sum, symbol| Some((sum * 32 + u32::from(value(symbol)?)) % 37))?;
    let all = ALPHABET.iter().chain(BEYOND);
    all.copied().nth(remainder as usize).map(char::from)
}

/// What somebody typed from paper, as symbols: small letters, spaces, hyphens and line ends do not matter; O is 0, I and L are 1; and
/// a letter of the Cyrillic keyboard counts as the symbol that looks like it. `None` when something else is in it.
pub fn read(typed: &str) -> Option<Zeroizing<String>> {
    let mut symbols = Zeroizing::new(String::with_capacity(typed.len()));
    for letter in typed.chars().filter(|letter| !letter.is_whitespace() && !"-–—·.".contains(*letter)) {
        let upper = letter.to_uppercase().next().unwrap_or(letter);
        symbols.push(match upper {
            'O' | 'О' => '0',
            'I' | 'L' | 'І' => '1',
            'А' => 'A',
            'В' => 'B',
            'С' => 'C',
            'Е' => 'E',
            'Н' => 'H',
            'К' => 'K',
            'М' => 'M',
            'Р' => 'P',
            'Т' => 'T',
            'Х' => 'X',
            'У' => 'Y',
            'З' => '3',
            known if known.is_ascii() && (value(known as u8).is_some() || BEYOND.contains(&(known as u8))) => known,
            _ => return None,
        });
    }
    Some(symbols)
}

/// In groups with hyphens between.
pub fn grouped(symbols: &str, size: usize) -> String {
    let groups: Vec<&str> =
        symbols.as_bytes().chunks(size).map(|group| std::str::from_utf8(group).expect("symbols are ASCII")).collect();
    groups.join("-")
}

fn bit(bytes: &[u8], at: usize) -> u8 {
    bytes.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1)
}

fn value(symbol: u8) -> Option<u8> {
    ALPHABET.iter().position(|&known| known == symbol).map(|at| at as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn known_bytes_have_known_symbols() {
        assert_eq!(encode(&[0xff, 0x00, 0xff]).as_str(), "ZW0FY");
        assert_eq!(encode(b"f").as_str(), "CR");
        assert_eq!(check("16J"), Some('D')); // Crockford's page: 1234 is 16J, and its check symbol is D.
    }

    #[test]
    fn a_hurried_hand_is_forgiven() {
        assert_eq!(read(" о1L-i b\n").expect("readable").as_str(), "0111B");
        assert_eq!(read("АВЕКМНРСТУХ").expect("Cyrillic").as_str(), "ABEKMHPCTYX");
        assert!(read("Ж").is_none());
        assert!(read("8!").is_none());
    }

    #[test]
    fn filling_bits_must_be_empty() {
        assert!(decode("CR", 1).is_some());
        assert!(decode("CS", 1).is_none());
        assert!(decode("C", 1).is_none());
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(bytes in vec(any::<u8>(), 0..60)) {
            let symbols = encode(&bytes);
            prop_assert_eq!(&**decode(&symbols, bytes.len()).expect("own symbols"), &bytes[..]);
        }

        #[test]
        fn the_check_symbol_finds_one_wrong_symbol_and_two_exchanged(bytes in vec(any::<u8>(), 4..40), at in any::<prop::sample::Index>(), other in 0usize..32) {
            let symbols = encode(&bytes).as_bytes().to_vec();
            let text = |symbols: &[u8]| String::from_utf8(symbols.to_vec()).expect("ASCII");
            let right = check(&text(&symbols));
            let mut wrong = symbols.clone();
            let at = at.index(symbols.len() - 1);
            wrong[at] = ALPHABET[other];
            prop_assert_eq!(wrong == symbols, check(&text(&wrong)) == right);
            let mut exchanged = symbols.clone();
            exchanged.swap(at, at + 1);
            prop_assert_eq!(exchanged == symbols, check(&text(&exchanged)) == right);
        }

        #[test]
        fn no_text_makes_the_reader_panic(typed in ".{0,80}", length in 0usize..40) {
            if let Some(symbols) = read(&typed) {
                let _ = (decode(&symbols, length), check(&symbols));
            }
        }
    }
}
