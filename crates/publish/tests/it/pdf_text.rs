//! What a PDF says: the letters of its pages, as somebody who copies them out of it gets them. As much of the format as our own printer
//! uses: objects in the clear, streams deflated, one table of letters for each font.

use std::collections::BTreeMap;
use std::io::Read as _;

/// The text of the pages, without white space: where a line ends depends on the paper and not on what it says.
pub fn text_of(pdf: &[u8]) -> String {
    let objects = objects(pdf);
    let letters: BTreeMap<u32, Letters> = objects
        .iter()
        .filter_map(|(number, object)| {
            Some((*number, Letters::read(&objects, reference(&object.head, "/ToUnicode")?)?))
        })
        .collect();
    let pages = objects.values().filter(|object| object.head.contains("/Type/Page/") || object.head.ends_with("/Page"));
    pages.map(|page| page_text(&objects, &letters, page)).collect()
}

/// A text as [`text_of`] gives it: without white space.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

struct Object {
    head: String,
    stream: Vec<u8>,
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    bytes.get(from..)?.windows(wanted.len()).position(|window| window == wanted).map(|at| at + from)
}

/// All objects by number: their dictionaries without white space around names, their streams inflated.
fn objects(pdf: &[u8]) -> BTreeMap<u32, Object> {
    let (mut objects, mut from) = (BTreeMap::new(), 0);
    while let Some(at) = find(pdf, b" 0 obj", from) {
        let digits = pdf[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(&pdf[at - digits..at]).ok().and_then(|digits| digits.parse().ok());
        let end = find(pdf, b"endobj", at).unwrap_or(pdf.len());
        let stream = find(&pdf[..end], b"stream", at);
        let head = String::from_utf8_lossy(&pdf[at + 6..stream.unwrap_or(end)]);
        let head = head.split_whitespace().collect::<Vec<_>>().join(" ").replace(" /", "/").replace("< <", "<<");
        let mut inflated = Vec::new();
        // A stream may hold any bytes: it ends where its length says, and the object after it.
        let mut next = end;
        if let Some(begin) = stream {
            let begin = begin + 6 + usize::from(pdf.get(begin + 6) == Some(&b'\r')) + 1;
            let length = number_after(&head, "/Length").unwrap_or(0);
            let raw = pdf.get(begin..begin + length).unwrap_or_default();
            if head.contains("/FlateDecode") {
                let _ = flate2::read::ZlibDecoder::new(raw).read_to_end(&mut inflated);
            } else {
                inflated = raw.to_vec();
            }
            next = begin + length;
        }
        if let Some(number) = number {
            objects.insert(number, Object { head, stream: inflated });
        }
        from = next;
    }
    objects
}

fn number_after(head: &str, name: &str) -> Option<usize> {
    let rest = head.split(name).nth(1)?.trim_start();
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// The object that a name refers to.
fn reference(head: &str, name: &str) -> Option<u32> {
    let at = head.find(name)?;
    let mut parts = head[at + name.len()..].split_whitespace();
    let (number, zero, r) = (parts.next()?, parts.next()?, parts.next()?);
    (zero == "0" && r.starts_with('R')).then(|| number.parse().ok())?
}

/// The letters of a font by code.
struct Letters(BTreeMap<u16, String>);

impl Letters {
    fn read(objects: &BTreeMap<u32, Object>, number: u32) -> Option<Self> {
        let map = String::from_utf8_lossy(&objects.get(&number)?.stream).into_owned();
        let mut letters = BTreeMap::new();
        for part in map.split("beginbfchar").skip(1) {
            let codes: Vec<&str> = hexes(part.split("endbfchar").next().unwrap_or_default());
            for pair in codes.chunks_exact(2) {
                letters.insert(u16::from_str_radix(pair[0], 16).ok()?, utf16(pair[1]));
            }
        }
        for part in map.split("beginbfrange").skip(1) {
            let codes: Vec<&str> = hexes(part.split("endbfrange").next().unwrap_or_default());
            for three in codes.chunks_exact(3) {
                let (first, last) = (u16::from_str_radix(three[0], 16).ok()?, u16::from_str_radix(three[1], 16).ok()?);
                let letter = u32::from_str_radix(three[2], 16).ok()?;
                for code in first..=last {
                    let letter = char::from_u32(letter + u32::from(code - first)).unwrap_or('\u{fffd}');
                    letters.insert(code, letter.to_string());
                }
            }
        }
        Some(Self(letters))
    }
}

fn hexes(text: &str) -> Vec<&str> {
    text.split('<').skip(1).filter_map(|rest| rest.split('>').next()).collect()
}

fn utf16(hex: &str) -> String {
    let units =
        hex.as_bytes().chunks(4).filter_map(|four| u16::from_str_radix(std::str::from_utf8(four).ok()?, 16).ok());
    String::from_utf16_lossy(&units.collect::<Vec<_>>())
}

fn page_text(objects: &BTreeMap<u32, Object>, letters: &BTreeMap<u32, Letters>, page: &Object) -> String {
    let contents = reference(&page.head, "/Contents").and_then(|number| objects.get(&number));
    let resources = reference(&page.head, "/Resources").and_then(|number| objects.get(&number)).unwrap_or(page);
    let fonts = reference(&resources.head, "/Font").and_then(|number| objects.get(&number)).unwrap_or(resources);
    let Some(contents) = contents else { return String::new() };
    let (mut text, mut font, mut last) = (String::new(), None, String::new());
    for token in tokens(&contents.stream) {
        match token {
            Token::Name(name) => last = name,
            Token::Operator(operator) if operator == "Tf" => {
                font = reference(&fonts.head, &format!("/{last} "))
                    .or_else(|| reference(&fonts.head, &format!("/{last}")));
            }
            Token::Operator(_) => {}
            Token::Bytes(bytes) => {
                let Some(letters) = font.and_then(|font| letters.get(&font)) else { continue };
                for code in bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])) {
                    text.push_str(letters.0.get(&code).map_or("", String::as_str));
                }
            }
        }
    }
    squeezed(&text)
}

enum Token {
    Name(String),
    Operator(String),
    Bytes(Vec<u8>),
}

fn tokens(stream: &[u8]) -> Vec<Token> {
    let (mut tokens, mut at) = (Vec::new(), 0);
    while let Some(&byte) = stream.get(at) {
        let rest = &stream[at + 1..];
        let word = |from: &[u8]| from.iter().take_while(|byte| !b" \t\r\n/<>[]()".contains(byte)).count();
        match byte {
            b'(' => {
                let (bytes, length) = literal(rest);
                tokens.push(Token::Bytes(bytes));
                at += length + 1;
            }
            b'<' if rest.first() != Some(&b'<') => {
                let length = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
                let hex: Vec<u8> = rest[..length].iter().copied().filter(u8::is_ascii_hexdigit).collect();
                let byte = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).unwrap_or("0"), 16).unwrap_or(0);
                tokens.push(Token::Bytes(hex.chunks(2).map(byte).collect()));
                at += length + 2;
            }
            b'/' => {
                let length = word(rest);
                tokens.push(Token::Name(String::from_utf8_lossy(&rest[..length]).into_owned()));
                at += length + 1;
            }
            byte if byte.is_ascii_alphabetic() => {
                let length = word(&stream[at..]);
                tokens.push(Token::Operator(String::from_utf8_lossy(&stream[at..at + length]).into_owned()));
                at += length;
            }
            _ => at += 1,
        }
    }
    tokens
}

/// A literal string from behind its bracket, and how long it is with the one that closes it.
fn literal(rest: &[u8]) -> (Vec<u8>, usize) {
    let (mut bytes, mut at, mut depth) = (Vec::new(), 0, 1);
    while let Some(&byte) = rest.get(at) {
        at += 1;
        match byte {
            b'\\' => {
                let escaped = rest.get(at).copied().unwrap_or_default();
                let octal = rest[at..].iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
                if octal > 0 {
                    let value = rest[at..at + octal].iter().fold(0_u32, |sum, digit| sum * 8 + u32::from(digit - b'0'));
                    bytes.push((value & 0xff) as u8);
                    at += octal;
                    continue;
                }
                at += 1;
                bytes.push(match escaped {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => 8,
                    b'f' => 12,
                    other => other,
                });
            }
            b'(' => {
                depth += 1;
                bytes.push(byte);
            }
            b')' => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
                bytes.push(byte);
            }
            other => bytes.push(other),
        }
    }
    (bytes, at)
}
