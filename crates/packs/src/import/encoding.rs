//! Which letters the bytes of a text file mean. Spreadsheet programs in Russian and Kazakh still write 8-bit files.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::refusal::Refusal;

/// A text, the name of its encoding, and whether that was a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding.
    pub encoding: String,
    /// Whether nothing in the file states it.
    pub guessed: bool,
}

/// The 8-bit code of Kazakh: STRK1048-2002, `KZ-1048` in the IANA register. It is Windows-1251 with other letters in places.
pub const KZ_1048: &str = "kz-1048";

/// Left what Windows-1251 has, right what KZ-1048 has under the same byte (IANA charset registration of KZ-1048).
const OTHER_LETTERS: [(char, char); 18] = [
    ('Ќ', 'Қ'),
    ('Ћ', 'Һ'),
    ('ќ', 'қ'),
    ('ћ', 'һ'),
    ('Ў', 'Ұ'),
    ('ў', 'ұ'),
    ('Ј', 'Ә'),
    ('Ґ', 'Ө'),
    ('Є', 'Ғ'),
    ('Ї', 'Ү'),
    ('ґ', 'ө'),
    ('є', 'ғ'),
    ('ј', 'ә'),
    ('Ѕ', 'Ң'),
    ('ѕ', 'ң'),
    ('ї', 'ү'),
    ('І', 'І'),
    ('і', 'і'),
];

/// Decodes a text file, in the encoding that a person named or in the one the bytes look like.
pub fn decode(bytes: &[u8], named: Option<&str>) -> Result<Decoded, Refusal> {
    if let Some(name) = named {
        return decode_as(bytes, name);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok(told(text.into_owned(), encoding, false));
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Ok(told(text.to_owned(), UTF_8, false));
    }
    if let Some(encoding) = wide(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok(told(text.into_owned(), encoding, true));
    }
    let (text, _) = WINDOWS_1251.decode_without_bom_handling(bytes);
    if looks_kazakh(&text) {
        return Ok(Decoded { text: kazakh(&text), encoding: KZ_1048.to_owned(), guessed: true });
    }
    Ok(told(text.into_owned(), WINDOWS_1251, true))
}

fn decode_as(bytes: &[u8], name: &str) -> Result<Decoded, Refusal> {
    if name.eq_ignore_ascii_case(KZ_1048) {
        let (text, _) = WINDOWS_1251.decode_without_bom_handling(bytes);
        return Ok(Decoded { text: kazakh(&text), encoding: KZ_1048.to_owned(), guessed: false });
    }
    let encoding = Encoding::for_label(name.as_bytes());
    let encoding = encoding.ok_or_else(|| Refusal::UnknownEncoding { encoding: name.to_owned() })?;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Ok(told(text.into_owned(), encoding, false))
}

fn told(text: String, encoding: &'static Encoding, guessed: bool) -> Decoded {
    Decoded { text, encoding: encoding.name().to_lowercase(), guessed }
}

/// UTF-16 without a mark: every second byte is the page of the letter, and tables in our scripts have two pages.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let pages = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0 || byte == 4).count();
    let (big, little, enough) = (pages(0), pages(1), bytes.len() / 2 * 9 / 10);
    match (big >= enough, little >= enough) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Kazakh letters read as Windows-1251 give ќ beside ґ, є or ї: no language writes that.
fn looks_kazakh(text: &str) -> bool {
    text.contains(['ќ', 'Ќ']) && text.contains(['ґ', 'є', 'ї', 'Ґ', 'Є', 'Ї'])
}

fn kazakh(text: &str) -> String {
    let other = |sign: char| OTHER_LETTERS.iter().find(|(there, _)| *there == sign).map_or(sign, |(_, here)| *here);
    text.chars().map(other).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Мера;Срок исполнения\r\nБюджет;2024 год\r\n";

    #[test]
    fn the_same_text_is_read_from_five_encodings() {
        let (windows, _, _) = WINDOWS_1251.encode(TEXT);
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xff\xfe".as_slice(), &little].concat();
        let signed = [b"\xef\xbb\xbf".as_slice(), TEXT.as_bytes()].concat();
        for (bytes, name, guessed) in [
            (windows.into_owned(), "windows-1251", true),
            (little, "utf-16le", true),
            (big, "utf-16be", true),
            (marked, "utf-16le", false),
            (signed, "utf-8", false),
        ] {
            let decoded = decode(&bytes, None).expect("a text");
            assert_eq!((decoded.text.as_str(), decoded.encoding.as_str(), decoded.guessed), (TEXT, name, guessed));
        }
    }

    #[test]
    fn the_kazakh_8_bit_code_is_told_from_the_russian_one() {
        // «Жауапты орындаушы, үкімет, өңір» in KZ-1048.
        let bytes = b"\xc6\xe0\xf3\xe0\xef\xf2\xfb \xee\xf0\xfb\xed\xe4\xe0\xf3\xfb, \xbf\x9d, \xb4\xbe\xb3\xf0";
        let decoded = decode(bytes, None).expect("a text");
        assert_eq!(decoded.text, "Жауапты орындауы, үқ, өңір");
        assert_eq!((decoded.encoding.as_str(), decoded.guessed), (KZ_1048, true));
    }

    #[test]
    fn an_encoding_nobody_knows_is_refused() {
        let refused = Refusal::UnknownEncoding { encoding: "klingon".to_owned() };
        assert_eq!(decode(b"x", Some("klingon")), Err(refused));
    }
}
