//! The printed snapshot: two tagged pages in every language, the same bytes each time, and a reason where it cannot be printed.

use std::collections::BTreeMap;

use pana_publish::pdf::{PdfError, Press};
use pana_text::{Lang, Words};

use crate::sample::{SVG, bare, full, negative};

fn words(lang: Lang) -> Words {
    let text = match lang {
        Lang::En => include_str!("../../../../data/text/en/print.ftl"),
        Lang::Ru => include_str!("../../../../data/text/ru/print.ftl"),
        Lang::Kk => include_str!("../../../../data/text/kk/print.ftl"),
    };
    Words::new(lang, &[("print.ftl".to_owned(), text.to_owned())], BTreeMap::new())
        .expect("the catalogue is well formed")
}

fn has(pdf: &[u8], part: &str) -> bool {
    pdf.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn a_snapshot_is_two_tagged_pages_in_every_language() {
    let press = Press::new();
    for lang in Lang::ALL {
        let pdf = press.print(&full(lang), &words(lang)).expect("the sample fits");
        assert!(pdf.starts_with(b"%PDF-1.7"), "{lang}");
        let tag = format!("/Lang({lang})");
        for part in ["/Count 2", "/Marked true", "/StructTreeRoot", "/DisplayDocTitle true", "pdfuaid:part", &tag] {
            assert!(has(&pdf, part), "{lang}: {part}");
        }
    }
}

#[test]
fn the_same_snapshot_is_the_same_bytes_whoever_prints_it() {
    let snapshot = full(Lang::Kk);
    let print = |press: &Press| press.print(&snapshot, &words(Lang::Kk)).expect("the sample fits");
    let (first, shared) = (print(&Press::new()), Press::new());
    std::thread::scope(|scope| {
        let printers = [(); 2].map(|()| scope.spawn(|| print(&shared)));
        for printer in printers {
            assert!(printer.join().expect("no print panics") == first);
        }
    });
}

#[test]
fn what_was_not_published_and_not_drawn_is_no_obstacle() {
    let pdf = Press::new().print(&bare(Lang::Ru), &words(Lang::Ru)).expect("little fits easily");
    assert!(has(&pdf, "/Count 2"));
}

#[test]
fn much_to_say_is_set_tighter_and_too_much_is_refused() {
    let press = Press::new();
    let print = |negatives| {
        let mut snapshot = full(Lang::Kk);
        snapshot.negatives.met = vec![negative(); negatives];
        press.print(&snapshot, &words(Lang::Kk))
    };
    assert!(has(&print(9).expect("there is a tighter setting"), "/Count 2"));
    assert!(matches!(print(40), Err(PdfError::Pages(pages)) if pages > 2));
}

#[test]
fn a_broken_drawing_is_named() {
    let mut snapshot = full(Lang::En);
    snapshot.response.svg = SVG.replace("</svg>", "");
    let error = Press::new().print(&snapshot, &words(Lang::En)).expect_err("the drawing is not closed");
    assert!(matches!(error, PdfError::Template(_)));
    assert!(error.to_string().contains("line "), "{error}");
}

#[test]
fn a_letter_the_font_has_not_is_refused_rather_than_printed_as_a_box() {
    let mut snapshot = bare(Lang::En);
    snapshot.country.name = "日本".into();
    let error = Press::new().print(&snapshot, &words(Lang::En)).expect_err("the font has no such letters");
    assert!(matches!(error, PdfError::Standard(_)) && error.to_string().contains('日'), "{error}");
}
