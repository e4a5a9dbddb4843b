//! A paper as it is printed: what it is given stands on it, letter by letter and as text, and nothing of it is kept.

use pana_publish::Paper;
use pana_publish::paper::{Block, Section, Signing, Spoken};
use pana_publish::pdf::Press;

use crate::pdf_text::{squeezed, text_of};

fn paper(lang: &str, blocks: Vec<Block>) -> Paper {
    Paper {
        lang: lang.to_owned(),
        title: "Paper".to_owned(),
        sections: vec![Section::new("Part".to_owned(), blocks)],
        foot: "No. 1".to_owned(),
        letters: "Letters are missing".to_owned(),
        ..Paper::default()
    }
}

fn has(pdf: &[u8], part: &str) -> bool {
    pdf.windows(part.len()).any(|window| window == part.as_bytes())
}

/// One of each.
fn blocks(text: &str) -> Vec<Block> {
    let text = || text.to_owned();
    let spoken = Spoken { lang: Some("kk".to_owned()), text: text() };
    let signing = Signing { who: text(), name: text(), on: String::new(), signature: text(), date: text() };
    vec![
        Block::Text(text()),
        Block::Notice(text()),
        Block::List(vec![text()]),
        Block::Facts(vec![(text(), text()), (text(), String::new())]),
        Block::Quotes(vec![spoken]),
        Block::Table(vec![text(); 3], vec![vec![text(); 3]]),
        Block::Ticks(vec![text(); 3]),
        Block::Signing(vec![signing]),
    ]
}

#[test]
fn every_letter_of_six_languages_comes_out_of_the_paper_again() {
    let press = Press::new();
    let sentences = [
        ("kk", "Әке мен Ғалым қайыққа мініп, Ңөң-Ұзын Үлкен Һауыз іргесіне ӘҒҚҢӨҰҮҺІ"),
        ("ru", "Съешь ещё этих мягких французских булок, да выпей чаю"),
        ("en", "The quick brown fox jumps over the lazy dog"),
        ("uz", "Oʻzbekcha gʻoya, maʼlumot, soʻroq, GʻOʻ"),
        ("tg", "Ғӯза, ҷӯра, ҳуқуқ, кӯдак, саломатӣ ҒӢҚӮҲҶ"),
        ("ky", "Үңкүр, өзөн, жаңы, кыргызча ҢӨҮ"),
    ];
    for (lang, sentence) in sentences {
        let pdf = press.print_paper(&paper(lang, vec![Block::Text(sentence.to_owned())])).expect("it can be set");
        let said = text_of(&pdf);
        // Print sets the sign of Uzbek oʻ as a turned comma.
        assert!(said.contains(&squeezed(sentence).replace('ʻ', "‘")), "{lang}: {said}");
        assert!(has(&pdf, &format!("/Lang({lang})")) && has(&pdf, "pdfuaid:part"), "{lang}");
        assert!(!said.contains("Lettersaremissing"), "{lang}");
    }
}

#[test]
fn whatever_somebody_wrote_is_text_and_never_markup() {
    let press = Press::new();
    let wicked =
        "#read(\"/paper.json\") *bold* $x$ = Heading \\ @label <tag> `raw` [a] {b} // gone /* gone */ \"quote\" #{1+1}";
    let pdf = press.print_paper(&paper("en", blocks(wicked))).expect("it can be set");
    let said = text_of(&pdf);
    assert_eq!(said.matches(&squeezed(wicked)).count(), 20, "{said}");
}

#[test]
fn letters_that_cannot_be_drawn_do_not_keep_the_rest_from_being_printed() {
    let press = Press::new();
    for words in ["日本", "العربية", "tab\tand\u{7}bell\u{0}", "a\u{200d}b", "🙂"] {
        let pdf = press.print_paper(&paper("en", blocks(&format!("before {words} after")))).expect("it can be set");
        let said = text_of(&pdf);
        assert!(said.contains("before") && said.contains("after"), "{words}: {said}");
        let lost = !words.starts_with("tab");
        assert_eq!(said.contains("Lettersaremissing"), lost, "{words}: {said}");
    }
}

#[test]
fn the_same_paper_is_the_same_bytes_whoever_prints_it() {
    let one = paper("tg", blocks("Ҳуқуқ"));
    let press = Press::new();
    let first = press.print_paper(&one).expect("it can be set");
    press.print_paper(&paper("ky", blocks("Ук"))).expect("it can be set");
    assert!(press.print_paper(&one).expect("it can be set") == first);
    assert!(Press::new().print_paper(&one).expect("it can be set") == first);
}

#[test]
fn a_long_paper_takes_as_many_sheets_as_it_needs() {
    let long = paper("en", (0..12).flat_map(|_| blocks("One sentence after another fills the sheet.")).collect());
    let pdf = Press::new().print_paper(&long).expect("it can be set");
    assert!(text_of(&pdf).contains("No.13/"), "several sheets");
    assert_eq!(text_of(&pdf).matches("Onesentenceafteranother").count(), 12 * 20);
}
