//! PDFs: pages are drawn, and what is not drawn does not come out.

use image::Rgb;
use pana_scan::{LONGEST, PAGES, Unfit, pages};

use crate::made::{self, pdf, seen};

const A4: (&str, &str) = ("595", "842");
/// A black square of 100 points, 100 points from the left and the bottom.
const SQUARE: &str = "100 100 100 100 re f";

#[test]
fn a_page_is_drawn_where_things_stand_on_it() {
    let found = pages(&pdf(&made::pages(2, A4, SQUARE, ""))).expect("it is taken");
    assert_eq!(found.len(), 2);
    let page = seen(&found[1]);
    // 842 points at 190 to the inch are 2,222 dots: the longest side is made to fit.
    assert_eq!(page.height(), LONGEST);
    let dot = |x: f64, y: f64| {
        let scale = f64::from(LONGEST) / 842.0;
        *page.get_pixel((x * scale) as u32, ((842.0 - y) * scale) as u32)
    };
    for (x, y, black) in [(150.0, 150.0, true), (90.0, 150.0, false), (150.0, 210.0, false), (500.0, 800.0, false)] {
        let Rgb([red, green, blue]) = dot(x, y);
        let level = (u16::from(red) + u16::from(green) + u16::from(blue)) / 3;
        assert_eq!(level < 40, black, "at {x}, {y}: {level}");
        assert!(black || level > 215, "at {x}, {y}: {level}");
    }
}

#[test]
fn words_are_drawn_with_a_font_that_the_file_does_not_carry() {
    let blank = seen(&pages(&pdf(&made::pages(1, A4, "", ""))).expect("it is taken")[0]);
    let words = "BT /F1 40 Tf 60 600 Td (Certificate) Tj ET";
    let page = seen(&pages(&pdf(&made::pages(1, A4, words, ""))).expect("it is taken")[0]);
    let ink = |page: &image::RgbImage| page.pixels().filter(|dot| dot.0[0] < 100).count();
    assert_eq!(ink(&blank), 0);
    assert!(ink(&page) > 5_000, "{} dark dots", ink(&page));
}

#[test]
fn scripts_links_files_and_who_wrote_it_do_not_come_out() {
    let catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\('planted'\\)) >> \
                   /AA << /WC << /S /URI /URI (http://planted.example/) >> >> \
                   /Metadata 3 0 R /Names << /EmbeddedFiles << /Names [(planted.exe) 3 0 R] >> >>";
    let file = pdf(&made::pages(1, A4, "% planted by Aigerim\n0 0 10 10 re f", catalog));
    let page = &pages(&file).expect("it is taken")[0];
    for planted in [&b"planted"[..], b"JavaScript", b"Aigerim", b"%PDF"] {
        let holds = |bytes: &[u8]| bytes.windows(planted.len()).any(|part| part == planted);
        assert!(holds(&file) && !holds(page), "{}", String::from_utf8_lossy(planted));
    }
}

#[test]
fn a_page_of_any_size_becomes_a_picture_of_a_bounded_one() {
    for (size, wanted) in
        [(("14400", "144"), (LONGEST, 22)), (("1000000", "1000000"), (LONGEST, LONGEST)), (("2", "2"), (5, 5))]
    {
        let found = pages(&pdf(&made::pages(1, size, SQUARE, ""))).expect("it is taken");
        assert_eq!(seen(&found[0]).dimensions(), wanted, "{size:?}");
    }
}

#[test]
fn more_pages_than_anybody_reads_are_not_taken() {
    assert_eq!(pages(&pdf(&made::pages(PAGES + 1, ("20", "20"), "", ""))), Err(Unfit::TooManyPages));
    assert_eq!(pages(&pdf(&made::pages(PAGES, ("20", "20"), "", ""))).expect("it is taken").len(), PAGES);
    assert_eq!(pages(&pdf(&made::pages(0, A4, "", ""))), Err(Unfit::Damaged));
}

#[test]
fn one_that_asks_for_a_passphrase_says_so() {
    let mut objects = made::pages(1, A4, SQUARE, "");
    objects.push(
        "<< /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901) \
                  /U (01234567890123456789012345678901) >>"
            .to_owned(),
    );
    let text = String::from_utf8(pdf(&objects)).expect("text");
    let locked = text.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 6 0 R /ID [(0123456789012345) (0123456789012345)]");
    assert_eq!(pages(locked.as_bytes()), Err(Unfit::Locked));
}
