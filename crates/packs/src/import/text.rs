//! How two texts are told to be the same words: case, blanks and typographic signs do not count.

/// A text for comparison: small letters, single blanks, plain hyphens, е for ё, no soft hyphens.
pub fn folded(given: &str) -> String {
    let mut folded = String::with_capacity(given.len());
    for sign in given.chars().flat_map(char::to_lowercase) {
        match sign {
            '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' => {}
            sign if sign.is_whitespace() || sign.is_control() => folded.push(' '),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            'ё' => folded.push('е'),
            sign => folded.push(sign),
        }
    }
    tidy(&folded)
}

/// A text with single blanks and none at its ends; its signs stay.
pub fn tidy(given: &str) -> String {
    given.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A header cell for comparison: folded, without what stands in brackets and without signs at its ends.
pub fn header(given: &str) -> String {
    let mut depth = 0_u32;
    let outside: String = folded(given)
        .chars()
        .filter(|sign| match sign {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    let spaced = outside.replace(['_', '/'], " ");
    tidy(spaced.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '№' && sign != '#'))
}

/// The items of a list cell: separated by `;`, `|` or line ends, with the brackets and quotes of exported lists taken off.
pub fn items(cell: &str) -> Vec<String> {
    let bare = cell.trim().trim_start_matches('[').trim_end_matches(']');
    let parts = bare.split([';', '|', '\n', '\r']);
    let parts = parts.map(|part| tidy(part.trim().trim_matches(['"', '\''])).trim_start_matches("- ").to_owned());
    parts.filter(|part| !part.is_empty() && part != "-").collect()
}

/// Letters and digits joined by hyphens: the part of a key that people can read.
pub fn slug(given: &str) -> String {
    let parts = given.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// The first digits of the SHA-256 of some texts, for keys that must stay the same.
pub fn digest(parts: &[&str]) -> String {
    use sha2::{Digest, Sha256};
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0x1f]);
    }
    hasher.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_dashes_and_case_do_not_make_another_word() {
        assert_eq!(folded("  Срок\u{a0}\n исполнения — Ещё "), "срок исполнения - еще");
    }

    #[test]
    fn what_stands_in_brackets_is_no_part_of_a_header() {
        assert_eq!(header("Предполагаемые расходы (млн. тенге) *"), "предполагаемые расходы");
        assert_eq!(header("№ п/п"), "№ п п");
    }

    #[test]
    fn list_cells_come_with_semicolons_bars_or_brackets() {
        assert_eq!(items("Women; Children|Migrants"), ["Women", "Children", "Migrants"]);
        assert_eq!(items("['Women']"), ["Women"]);
        assert_eq!(items(" - "), Vec::<String>::new());
    }
}
