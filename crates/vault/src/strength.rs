//! Which passphrase may be taken: long enough, not one that everybody tries, any characters, nothing else.
//!
//! NIST SP 800-63B-4 §3.1.1: fifteen characters where the passphrase may be the only factor, no rules of composition, no forced
//! change, a list of values that are refused. ASVS 6.1.2, 6.2.9 to 6.2.12.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest characters (code points after normalisation).
pub const SHORTEST: usize = 15;
/// Most characters: far beyond what anybody types, so that nobody sends a megabyte to the slow function.
pub const LONGEST: usize = 256;
/// How many characters must remain when the words everybody here knows are taken out.
const OF_HER_OWN: usize = 8;
/// Fewer different characters than this is a key held down or a row walked along twice.
const DIFFERENT: usize = 5;

/// Why a passphrase is refused. The words for it are the caller's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    #[error("{0} characters; 15 are needed")]
    Short(usize),
    /// More than [`LONGEST`] characters.
    #[error("more than 256 characters")]
    Long,
    /// A tab, a line end or another sign that cannot be seen.
    #[error("holds a sign that cannot be typed reliably")]
    Invisible,
    /// It, or what it repeats, is on the list of values that everybody tries.
    #[error("is on the list of passphrases that are tried first")]
    Common,
    /// Nearly nothing but the name of the person, the centre or the program.
    #[error("consists of names that others know")]
    Names,
    /// The same few characters again and again.
    #[error("repeats the same few characters")]
    Repeated,
}

/// A value that is made of no more different words of the list than this, and of digits, is one that is tried first.
const FEW_WORDS: usize = 3;

/// Words of which values that are tried first are made, folded; a small text file, one a line, `#` for remarks. Whatever consists of few of them
/// and of digits is refused: some hundred words stand for more values than any list of whole ones could.
#[derive(Clone, Debug, Default)]
pub struct Blocklist(BTreeSet<String>);

impl Blocklist {
    /// Reads the file.
    pub fn parse(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#')).map(fold);
        Self(lines.filter(|line| !line.is_empty()).collect())
    }

    fn holds(&self, folded: &str) -> bool {
        self.0.contains(unit(folded)) || self.0.contains(unit(without_digits(folded))) || self.makes(folded)
    }

    /// Whether a value can be cut into words of the list and digits, with at most [`FEW_WORDS`] different words, one at least.
    fn makes(&self, folded: &str) -> bool {
        let signs: Vec<char> = folded.chars().collect();
        let longest = self.0.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        // For each place, the fewest words with which one gets there.
        let mut ways: Vec<Option<BTreeSet<String>>> = vec![None; signs.len() + 1];
        ways[0] = Some(BTreeSet::new());
        for at in 0..signs.len() {
            let Some(used) = ways[at].take() else { continue };
            if signs[at].is_ascii_digit() {
                keep(&mut ways[at + 1], used.clone());
            }
            for end in at + 1..=signs.len().min(at + longest) {
                let word: String = signs[at..end].iter().collect();
                if self.0.contains(&word) {
                    let mut used = used.clone();
                    used.insert(word);
                    keep(&mut ways[end], used);
                }
            }
        }
        ways.pop().flatten().is_some_and(|used| (1..=FEW_WORDS).contains(&used.len()))
    }
}

fn keep(way: &mut Option<BTreeSet<String>>, used: BTreeSet<String>) {
    if way.as_ref().is_none_or(|known| used.len() < known.len()) {
        *way = Some(used);
    }
}

/// A passphrase as it goes into the key: Normalization Form C, every kind of space the plain one (RFC 8265, OpaqueString), so that й
/// typed as one sign on one machine and as two on another is the same passphrase.
pub fn normal(passphrase: &str) -> Zeroizing<String> {
    let mut normal = Zeroizing::new(String::with_capacity(passphrase.len() * 3));
    normal.extend(
        passphrase.nfc().map(|letter| if letter.is_whitespace() && !letter.is_control() { ' ' } else { letter }),
    );
    normal
}

/// Whether it may be taken. `names`: what others know, such as her sign-in name, the centre, the program.
pub fn weigh(passphrase: &str, common: &Blocklist, names: &[&str]) -> Result<(), Weakness> {
    // Before anything that costs time in proportion to the length.
    if passphrase.len() > LONGEST * 16 {
        return Err(Weakness::Long);
    }
    let normal = normal(passphrase);
    let characters = normal.chars().count();
    if characters < SHORTEST {
        return Err(Weakness::Short(characters));
    }
    if characters > LONGEST {
        return Err(Weakness::Long);
    }
    if normal.chars().any(char::is_control) {
        return Err(Weakness::Invisible);
    }
    let folded = Zeroizing::new(fold(&normal));
    if common.holds(&folded) {
        return Err(Weakness::Common);
    }
    if normal.chars().collect::<BTreeSet<_>>().len() < DIFFERENT {
        return Err(Weakness::Repeated);
    }
    let own = Zeroizing::new(
        names
            .iter()
            .map(|name| fold(name))
            .filter(|name| name.chars().count() > 2)
            .fold(folded.to_string(), |left, name| left.replace(&name, "")),
    );
    // Something is only "of names" when names were taken out: a passphrase of signs alone folds to nothing and is fine.
    if own.len() < folded.len() && own.chars().count() < OF_HER_OWN {
        return Err(Weakness::Names);
    }
    Ok(())
}

/// Small letters and digits only, so that "Pass-Word 1" is "password1".
fn fold(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric()).collect()
}

fn without_digits(folded: &str) -> &str {
    folded.trim_matches(|letter: char| letter.is_ascii_digit())
}

/// The shortest beginning that repeated gives the whole: "abcabcab" is "abc" again and again.
fn unit(folded: &str) -> &str {
    let ends = folded.char_indices().map(|(at, _)| at).skip(1);
    let repeats = |end: &usize| folded.bytes().zip(folded.bytes().skip(*end)).all(|(one, later)| one == later);
    ends.take(LONGEST).find(repeats).map_or(folded, |end| &folded[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn weigh_here(passphrase: &str) -> Result<(), Weakness> {
        let common =
            Blocklist::parse("# tried first\nPassword\n123\nқұпиясөз\nqwertyuiopasdfghjkl\nкорова батарея скрепка\n");
        weigh(passphrase, &common, &["pana", "aigerim", "Umit centre", "kz"])
    }

    #[test]
    fn any_characters_will_do_when_there_are_enough() {
        for good in [
            "correct horse battery staple",
            "жеті қарға бір шырша",
            "семь ворон на одной ели",
            "!!@@##$$%%^^&&**",
            "🦊🐻🐼🦁🐸🐵🐔🐧🐦🦆🦉🐝🐛🦋🐌",
            "aaaa bbbb cccc dddd",
        ] {
            assert_eq!(weigh_here(good), Ok(()), "{good}");
        }
        assert_eq!(weigh_here(&"long enough ".repeat(21)), Ok(()));
    }

    #[test]
    fn each_weakness_is_named() {
        let table = [
            ("fourteen chars", Weakness::Short(14)),
            ("", Weakness::Short(0)),
            ("with a tab\tin it, long", Weakness::Invisible),
            ("PasswordPassword", Weakness::Common),
            ("Password-Password-Pass-2024", Weakness::Common),
            ("123123123123123", Weakness::Common),
            ("qwertyuiopasdfghjkl", Weakness::Common),
            ("Корова, батарея, скрепка!", Weakness::Common),
            ("2024 password qwertyuiopasdfghjkl 1", Weakness::Common),
            ("123Password321құпиясөз!", Weakness::Common),
            ("құпиясөзқұпиясөз", Weakness::Common),
            ("aaaaaaaaaaaaaaaaaaa", Weakness::Repeated),
            ("ababababababababa", Weakness::Repeated),
            ("abcdabcdabcdabcd", Weakness::Repeated),
            ("Aigerim Pana 2025", Weakness::Names),
            ("pana-umit-centre-aigerim", Weakness::Names),
        ];
        for (weak, why) in table {
            assert_eq!(weigh_here(weak), Err(why), "{weak}");
        }
        assert_eq!(weigh_here(&"x1y2z3".repeat(50)), Err(Weakness::Long));
        assert_eq!(weigh_here(&"x".repeat(5_000_000)), Err(Weakness::Long));
    }

    #[test]
    fn length_is_counted_in_characters_not_in_bytes() {
        assert_eq!(weigh_here("қар жауып тұр а"), Ok(()));
        // Fourteen letters, one of them written as two code points: still fourteen.
        assert_eq!(weigh_here("и\u{306}цукенгшщзхъфы"), Err(Weakness::Short(14)));
    }

    #[test]
    fn two_ways_to_type_a_letter_are_one_passphrase() {
        assert_eq!(normal("и\u{306}од"), normal("йод"));
        assert_eq!(normal("a\u{a0}b"), normal("a b"));
        assert_ne!(normal("A"), normal("a"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,300}", name in ".{0,10}") {
            let _ = weigh(&text, &Blocklist::parse(&name), &[&name]);
        }

        #[test]
        fn a_repeated_entry_of_the_list_is_found(times in 2usize..20, digits in "[0-9]{0,6}") {
            prop_assume!(8 * times + digits.len() >= 15);
            prop_assert_eq!(weigh_here(&format!("{}{digits}", "password".repeat(times))), Err(Weakness::Common));
        }
    }
}
