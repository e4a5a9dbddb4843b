//! Texts that were taken from a page: without its tags, with its entities as the signs they stand for.

use super::text;

/// Elements whose content is no text.
const UNSEEN: [&str; 2] = ["script", "style"];

/// The longest tag, in bytes.
const LONGEST: usize = 4096;

/// The text of a piece of a page. What only looks like a tag ("fewer than < 5 cases") stays; what an entity stands for is
/// text and never becomes a tag.
pub fn plain(given: &str) -> String {
    if !given.contains(['<', '&']) {
        return text::tidy(given);
    }
    let mut plain = String::with_capacity(given.len());
    let mut rest = given;
    while let Some(at) = rest.find(['<', '&']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (said, length) = if rest.starts_with('<') { tag(rest) } else { entity(rest) };
        plain.push_str(&said);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    text::tidy(&plain)
}

/// What stands in the place of a tag, and its length.
fn tag(rest: &str) -> (String, usize) {
    if rest.starts_with("<!--") {
        return (String::new(), rest.find("-->").map_or(rest.len(), |end| end + 3));
    }
    let inside = rest[1..].trim_start_matches('/');
    let begins = inside.starts_with(|sign: char| sign.is_ascii_alphabetic()) || rest.starts_with("<!");
    // A tag longer than that is none; looking for its end through the whole text, for each sign, would never end.
    let Some(end) = rest.bytes().take(LONGEST).position(|byte| byte == b'>').filter(|_| begins) else {
        return ("<".to_owned(), 1);
    };
    let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    if UNSEEN.contains(&name.as_str()) && !rest.starts_with("</") {
        let lower = rest.to_ascii_lowercase();
        let close = lower.find(&format!("</{name}")).unwrap_or(rest.len());
        return (String::new(), close.max(end + 1));
    }
    // Emphasis inside a word does not part it; paragraphs, lines and cells do.
    let inline = matches!(name.as_str(), "a" | "b" | "em" | "i" | "span" | "strong" | "sub" | "sup" | "u" | "font");
    (if inline { String::new() } else { " ".to_owned() }, end + 1)
}

/// The sign an entity stands for, and its length; an ampersand that begins none is itself.
fn entity(rest: &str) -> (String, usize) {
    let itself = ("&".to_owned(), 1);
    let Some(end) = rest.bytes().take(12).position(|byte| byte == b';') else { return itself };
    let name = &rest[1..end];
    let code = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        },
        None => NAMED.iter().find(|(known, _)| *known == name).map(|(_, sign)| u32::from(*sign)),
    };
    let sign = code.and_then(char::from_u32).filter(|sign| !sign.is_control() || sign.is_whitespace());
    sign.map_or(itself, |sign| (sign.to_string(), end + 1))
}

const NAMED: [(&str, char); 16] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("shy", '\u{ad}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_of_a_page_is_its_words() {
        for (page, words) in [
            ("<p>125.4&nbsp;Open <b>shel</b>ters<br/>everywhere</p>", "125.4 Open shelters everywhere"),
            ("Women &amp; girls &#8211; all &#x201c;of them&#x201d;", "Women & girls – all “of them”"),
            ("a<!-- hidden <b> -->b", "ab"),
            ("<style>p { color: red }</style>Seen<script>alert('x < y')</script> too", "Seen too"),
            ("plain", "plain"),
        ] {
            assert_eq!(plain(page), words);
        }
    }

    #[test]
    fn a_sign_is_no_tag_and_an_entity_never_becomes_one() {
        for (page, words) in [
            ("fewer than < 5 cases & more", "fewer than < 5 cases & more"),
            ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
            ("&bogus; &#0; &#xFFFFFFFF;", "&bogus; &#0; &#xFFFFFFFF;"),
            ("<p unclosed", "<p unclosed"),
            ("&жж;", "&жж;"),
            ("<script>never closed", ""),
        ] {
            assert_eq!(plain(page), words);
        }
    }
}
