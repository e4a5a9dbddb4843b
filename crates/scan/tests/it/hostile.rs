//! Files that are not what they say: nothing is taken that is no picture and no page, and what is wrong is said.

use image::{ImageFormat, RgbImage};
use pana_scan::{BYTES, Unfit, pages};

use crate::made::{self, file, pdf};

#[test]
fn only_the_bytes_say_what_a_file_is() {
    let unknown: [&[u8]; 9] = [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a\x01\0\x01\0\0\0\0;",
        b"RIFF\x1a\0\0\0WEBPVP8L",
        b"PK\x03\x04",
        b"MZ\x90\0",
        b"\x7fELF",
        b"II*\0",
        b" %PDF-1.7",
    ];
    for bytes in unknown {
        assert_eq!(pages(bytes), Err(Unfit::Unknown), "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(pages(b""), Err(Unfit::Empty));
    assert_eq!(pages(&vec![0xff; BYTES + 1]), Err(Unfit::TooLarge));
}

#[test]
fn a_page_of_two_natures_comes_out_as_one() {
    // A picture with a page of a browser and an archive behind it.
    let picture = file(RgbImage::from_pixel(20, 20, image::Rgb([9, 99, 9])), ImageFormat::Png);
    for behind in [&b"<script>alert(1)</script>"[..], b"PK\x05\x06", b"%PDF-1.7"] {
        let both = [&picture, behind].concat();
        let page = pages(&both).expect("the picture is taken").remove(0);
        assert!(page.starts_with(&[0xff, 0xd8, 0xff]), "a JPEG");
        assert!(!page.windows(behind.len()).any(|part| part == behind), "and nothing of the other");
    }
}

#[test]
fn what_is_cut_off_says_so() {
    let picture = file(RgbImage::from_pixel(64, 64, image::Rgb([9, 99, 9])), ImageFormat::Png);
    for end in [8, 20, 40, picture.len() / 2] {
        assert_eq!(pages(&picture[..end]), Err(Unfit::Damaged), "{end} bytes");
    }
    assert_eq!(pages(b"%PDF-1.7\nnothing that could be read"), Err(Unfit::Damaged));
    assert_eq!(pages(b"\xff\xd8\xff\xe0"), Err(Unfit::Damaged));
}

/// What was changed anywhere ends as pages or as a reason: here a panic too is an end, since the process behind the wall is made for it.
#[test]
fn changed_files_come_to_an_end() {
    let sound = [
        file(RgbImage::from_fn(40, 30, |x, y| image::Rgb([x as u8, y as u8, 7])), ImageFormat::Jpeg),
        file(RgbImage::from_fn(40, 30, |x, y| image::Rgb([x as u8, y as u8, 7])), ImageFormat::Png),
        pdf(&made::pages(1, ("40", "40"), "BT /F1 20 Tf 5 5 Td (text) Tj ET 0 0 9 9 re f", "")),
    ];
    let (mut ended, mut taken) = (0, 0);
    for file in &sound {
        for at in (0..file.len()).step_by(file.len() / 60) {
            for value in [0, 0xff, file[at] ^ 1, file[at].wrapping_add(1)] {
                let mut changed = file.clone();
                changed[at] = value;
                let looked = std::panic::catch_unwind(|| pages(&changed));
                taken += usize::from(matches!(looked, Ok(Ok(_))));
                ended += 1;
            }
        }
    }
    println!("{ended} changed files, {taken} taken");
    assert!(ended >= 700 && taken > 0 && taken < ended, "{ended} {taken}");
}
