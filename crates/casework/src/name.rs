//! Name: folding for search. One name written in Kazakh or Russian Cyrillic, in the Latin alphabets of 2018 and 2021, as a passport
//! romanises it or as a neighbour spells it should be found from any of these.
//!
//! A name becomes one or several *forms* in a small set of letters; two names meet where they share a form. Where a letter has two
//! readings both are kept, so a search may find too much; it should not find too little, for then a second record is made.

use std::collections::BTreeSet;

/// At most so many forms of one name: a name with more doubtful letters keeps the first reading of the later ones.
const MOST_FORMS: usize = 64;

/// How letters are read, the longest first. `^` is the beginning of the name and `$` its end.
///
/// Vowels: а ә, о ө, у ұ ү, and и і ы й are one letter each; е after і or й is е alone. Consonants: ғ is g, қ is k, х and һ are h,
/// ж is j, ш and щ are S, ч is C.
const READINGS: &[(&str, &[&str])] = &[
    // Four and three letters.
    ("shch", &["S"]),
    ("lya", &["lia", "la"]),
    ("gyu", &["gu", "giu"]),
    ("kyu", &["ku", "kiu"]),
    ("dzh", &["j"]),
    ("tch", &["C"]),
    ("sch", &["S"]),
    // Two letters, Latin.
    ("ah$", &["a", "ah"]),
    ("eh$", &["e", "eh"]),
    ("sh", &["S"]),
    ("ch", &["C"]),
    ("zh", &["j"]),
    ("dj", &["j"]),
    ("kh", &["h"]),
    ("gh", &["g"]),
    ("ph", &["f"]),
    ("th", &["t"]),
    ("ck", &["k"]),
    ("tz", &["ts"]),
    ("ng", &["ng", "n"]),
    ("yo", &["io", "e"]),
    ("ye", &["e"]),
    ("oo", &["u", "o"]),
    ("ee", &["i", "e"]),
    ("ju", &["ju", "iu"]),
    ("uy", &["u", "ui"]),
    ("o'", &["o", "u"]),
    // Two letters, Cyrillic. After л the Russian я stands for ә, after г and к ю stands for ү.
    ("лә", &["la", "lia"]),
    ("ля", &["lia", "la"]),
    ("гю", &["gu", "giu"]),
    ("кю", &["ku", "kiu"]),
    ("уы", &["u", "ui"]),
    ("дж", &["j"]),
    // Cyrillic.
    ("а", &["a"]),
    ("ә", &["a"]),
    ("б", &["b"]),
    ("в", &["v"]),
    ("г", &["g"]),
    ("ғ", &["g"]),
    ("д", &["d"]),
    ("е", &["e"]),
    ("ё", &["e", "io"]),
    ("ж", &["j"]),
    ("җ", &["j"]),
    ("ҷ", &["j"]),
    ("з", &["z"]),
    ("и", &["i"]),
    ("й", &["i"]),
    ("ӣ", &["i"]),
    ("і", &["i"]),
    ("ы", &["i"]),
    ("к", &["k"]),
    ("қ", &["k"]),
    ("л", &["l"]),
    ("м", &["m"]),
    ("н", &["n"]),
    ("ң", &["n", "ng"]),
    ("о", &["o"]),
    ("ө", &["o"]),
    ("п", &["p"]),
    ("р", &["r"]),
    ("с", &["s"]),
    ("т", &["t"]),
    ("у", &["u"]),
    ("ұ", &["u"]),
    ("ү", &["u"]),
    ("ӯ", &["u"]),
    ("ў", &["u", "o"]),
    ("ф", &["f"]),
    ("х", &["h"]),
    ("һ", &["h"]),
    ("ҳ", &["h"]),
    ("ц", &["ts"]),
    ("ч", &["C"]),
    ("ш", &["S"]),
    ("щ", &["S"]),
    ("э", &["e"]),
    ("ю", &["iu"]),
    ("я", &["ia"]),
    ("ь", &[""]),
    ("ъ", &[""]),
    // Latin, with the letters of the Kazakh alphabets of 2018 (á ǵ ı ń ó ú ý) and 2021 (ä ğ ñ ŋ ö ş ū ü), Uzbek and Turkish.
    ("q", &["k"]),
    ("x", &["h", "ks"]),
    ("w", &["u", "v"]),
    ("y", &["i"]),
    ("c", &["k", "ts"]),
    ("ä", &["a"]),
    ("á", &["a"]),
    ("à", &["a"]),
    ("â", &["a"]),
    ("ā", &["a"]),
    ("ã", &["a"]),
    ("å", &["a"]),
    ("ə", &["a"]),
    ("é", &["e"]),
    ("è", &["e"]),
    ("ê", &["e"]),
    ("ë", &["e", "io"]),
    ("ē", &["e"]),
    ("ı", &["i"]),
    ("í", &["i"]),
    ("ì", &["i"]),
    ("î", &["i"]),
    ("ï", &["i"]),
    ("ī", &["i"]),
    ("ö", &["o"]),
    ("ó", &["o"]),
    ("ò", &["o"]),
    ("ô", &["o"]),
    ("õ", &["o"]),
    ("ō", &["o"]),
    ("ü", &["u"]),
    ("ú", &["u"]),
    ("ù", &["u"]),
    ("û", &["u"]),
    ("ū", &["u"]),
    ("ŭ", &["u"]),
    ("ý", &["u", "i"]),
    ("ÿ", &["i"]),
    ("ğ", &["g"]),
    ("ǵ", &["g"]),
    ("ģ", &["g"]),
    ("ñ", &["n", "ng"]),
    ("ń", &["n", "ng"]),
    ("ŋ", &["n", "ng"]),
    ("ş", &["S"]),
    ("ș", &["S"]),
    ("š", &["S"]),
    ("ś", &["S"]),
    ("ç", &["C"]),
    ("č", &["C"]),
    ("ć", &["C"]),
    ("ž", &["j"]),
    ("ź", &["z"]),
    ("ż", &["j"]),
    ("ț", &["t"]),
    ("ţ", &["t"]),
    ("ł", &["l"]),
    ("ḥ", &["h"]),
    ("ß", &["s"]),
    ("$", &[""]),
];

/// The forms under which a name is found. A name without a letter or digit has none. Spaces, hyphens and apostrophes do not count:
/// «Нұр-Сұлтан» is «Нурсултан».
pub fn spellings(name: &str) -> BTreeSet<String> {
    let letters = letters(name);
    let mut forms = vec![String::new()];
    let mut rest = letters.as_str();
    while let Some(first) = rest.chars().next() {
        let own = first.to_string();
        let own = [own.as_str()];
        let (read, readings) = READINGS
            .iter()
            .find(|(pattern, _)| rest.starts_with(pattern))
            .map_or((first.len_utf8(), &own[..]), |(pattern, readings)| (pattern.len(), *readings));
        match readings {
            [first, _, ..] if forms.len() * readings.len() > MOST_FORMS => add(&mut forms, first),
            [only] => add(&mut forms, only),
            _ => {
                let read =
                    |form: &String| readings.iter().map(|reading| format!("{form}{reading}")).collect::<Vec<_>>();
                forms = forms.iter().flat_map(read).collect();
            }
        }
        rest = &rest[read..];
    }
    forms.iter().map(|form| settle(form)).filter(|form| !form.is_empty()).collect()
}

/// In place: a text of any length costs time in proportion to it.
fn add(forms: &mut [String], reading: &str) {
    forms.iter_mut().for_each(|form| form.push_str(reading));
}

/// The words of a full name: each is searched on its own, so that the order of given and family name does not matter.
pub fn words(full: &str) -> impl Iterator<Item = &str> {
    full.split(|c: char| c.is_whitespace() || c == ',').filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Whether two names share a form.
pub fn meet(one: &str, other: &str) -> bool {
    !spellings(one).is_disjoint(&spellings(other))
}

/// Small letters and digits only, then the end mark. An apostrophe is kept after o, where Uzbek has a letter of its own.
fn letters(name: &str) -> String {
    let mut letters = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        // Among the modifier letters are the apostrophes of Uzbek (U+02BB) and of transliterations of ь.
        let apostrophe = matches!(c, '\'' | '`' | '\u{2b0}'..='\u{2ff}' | '\u{2018}' | '\u{2019}');
        if apostrophe {
            if letters.ends_with('o') {
                letters.push('\'');
            }
        } else if c.is_alphanumeric() {
            letters.push(c);
        } else if c == '\u{306}' && letters.ends_with('и') || c == '\u{308}' && letters.ends_with('е') {
            // й and ё written as two signs.
            let whole = if letters.pop() == Some('и') { 'й' } else { 'ё' };
            letters.push(whole);
        }
    }
    if !letters.is_empty() {
        letters.push('$');
    }
    letters
}

/// Doubled letters are one, and `ie` is `e`: Vasiliev and Васильев, Yelena and Елена.
fn settle(form: &str) -> String {
    let mut settled = String::new();
    for c in form.chars().filter(|c| *c != '\'') {
        if c == 'e' && settled.ends_with('i') {
            settled.pop();
        }
        if !settled.ends_with(c) {
            settled.push(c);
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_twenty_thousand_doubtful_letters_is_folded_at_once() {
        let forms = spellings(&"xy".repeat(10_000));
        assert_eq!(forms.len(), MOST_FORMS);
    }

    #[test]
    fn the_name_of_the_example_meets_in_every_spelling() {
        let names = ["Әлия", "Алия", "Aliya", "Äliia", "Aliia", "ÁLIA", "алия"];
        for one in names {
            for other in names {
                assert!(meet(one, other), "{one} {:?} and {other} {:?}", spellings(one), spellings(other));
            }
        }
    }

    #[test]
    fn what_has_no_letters_has_no_forms() {
        for empty in ["", " ", "—", "'", "ь"] {
            assert!(spellings(empty).is_empty(), "{empty:?}");
        }
    }

    #[test]
    fn a_name_full_of_doubt_keeps_a_bounded_number_of_forms() {
        assert!(spellings(&"ngxwyo".repeat(50)).len() <= MOST_FORMS);
    }

    #[test]
    fn a_full_name_is_searched_by_its_words() {
        assert_eq!(words("Ахметова,  Алия —").collect::<Vec<_>>(), ["Ахметова", "Алия"]);
    }
}
