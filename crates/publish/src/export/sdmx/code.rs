//! Code: a name of the room as an identifier of SDMX, which allows letters, digits, `_`, `@`, `$` and `-`
//! (common:IDType). No two names become the same code.

/// The code of a name. `spare` is the one character of the name that is written `@`: the dot of an indicator, the space of
/// a subgroup. Every other character that SDMX does not allow is `$` and the hexadecimal digits of its bytes.
pub fn code(name: &str, spare: char) -> String {
    let mut code = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            c if c == spare => code.push('@'),
            c if c.is_ascii_alphanumeric() || c == '_' || c == '-' => code.push(c),
            c => {
                let mut bytes = [0; 4];
                for byte in c.encode_utf8(&mut bytes).bytes() {
                    code.push_str(&format!("${byte:02X}"));
                }
            }
        }
    }
    // An identifier is never empty; no other name becomes this one.
    if code.is_empty() { "$".to_owned() } else { code }
}

/// The code of an indicator: `vict@identified`.
pub fn indicator(name: &str) -> String {
    code(name, '.')
}

/// The code of a text: `forced@labour`.
pub fn text(name: &str) -> String {
    code(name, ' ')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_code_has_only_characters_sdmx_allows_and_no_two_names_share_one() {
        let names =
            ["a.b", "a_b", "a-b", "a b", "a@b", "a$2Eb", "a$b", "", "$", "Қызылорда", "a;b", "a..b", "ab", "\u{1f600}"];
        for spare in ['.', ' '] {
            let mut seen = BTreeMap::new();
            for name in names {
                let code = code(name, spare);
                let allowed = |c: char| c.is_ascii_alphanumeric() || "_@$-".contains(c);
                assert!(!code.is_empty() && code.chars().all(allowed), "{name}: {code}");
                assert_eq!(seen.insert(code, name), None, "{name}");
            }
        }
        assert_eq!(indicator("vict.freed.annual"), "vict@freed@annual");
        assert_eq!(text("forced labour"), "forced@labour");
    }
}
