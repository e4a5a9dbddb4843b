//! Photographs: only pixels come out, the right way up, on white.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use pana_scan::{LONGEST, Unfit, pages};

use crate::made::{file, seen};

const RED: Rgb<u8> = Rgb([200, 20, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 200]);

/// Red on the left half, blue on the right.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE })
}

fn is(found: Rgb<u8>, wanted: Rgb<u8>) -> bool {
    // A JPEG of quality 82 keeps flat colours within a few steps.
    found.0.iter().zip(wanted.0).all(|(found, wanted)| found.abs_diff(wanted) <= 12)
}

fn only_page(bytes: &[u8]) -> Vec<u8> {
    let mut found = pages(bytes).expect("it is taken");
    assert_eq!(found.len(), 1);
    found.remove(0)
}

/// A JPEG with what a telephone writes into it: which side is up (6: turned by a quarter), where it was taken, its number. And a comment.
fn from_a_telephone() -> Vec<u8> {
    let plain = file(halves(80, 40), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend_from_slice(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    exif.extend_from_slice(b"\x82\x98\0\x02\0\0\0\x14\0\0\0\x26");
    exif.extend_from_slice(b"\0\0\0\0");
    exif.extend_from_slice(b"Aigerim Sadykova 43N");
    let segment = |marker: u8, bytes: &[u8]| {
        let length = u16::try_from(bytes.len() + 2).expect("a short segment").to_be_bytes();
        [&[0xff, marker], &length[..], bytes].concat()
    };
    [&plain[..2], &segment(0xe1, &exif), &segment(0xfe, b"43.238949 76.889709"), &plain[2..]].concat()
}

#[test]
fn nothing_that_a_camera_wrote_beside_the_picture_comes_out() {
    let taken = from_a_telephone();
    for planted in [&b"Aigerim"[..], b"43.2389", b"Exif"] {
        let holds = |bytes: &[u8]| bytes.windows(planted.len()).any(|part| part == planted);
        assert!(holds(&taken), "it is in the file");
        assert!(!holds(&only_page(&taken)), "and not in the page");
    }
}

#[test]
fn a_photograph_stands_the_right_way_up() {
    let page = seen(&only_page(&from_a_telephone()));
    assert_eq!(page.dimensions(), (40, 80), "it was turned by a quarter");
    assert!(is(*page.get_pixel(20, 10), RED) && is(*page.get_pixel(20, 70), BLUE));
}

#[test]
fn what_can_be_seen_through_stands_on_white() {
    let glass = RgbaImage::from_fn(40, 40, |x, _| Rgba([0, 0, 0, if x < 20 { 0 } else { 255 }]));
    let page = seen(&only_page(&file(glass, ImageFormat::Png)));
    assert!(is(*page.get_pixel(5, 20), Rgb([255; 3])) && is(*page.get_pixel(35, 20), Rgb([0; 3])));
}

#[test]
fn a_large_photograph_is_made_smaller_and_keeps_its_shape() {
    let page = seen(&only_page(&file(halves(4400, 1100), ImageFormat::Jpeg)));
    assert_eq!(page.dimensions(), (LONGEST, LONGEST / 4));
    let small = seen(&only_page(&file(halves(300, 200), ImageFormat::Png)));
    assert_eq!(small.dimensions(), (300, 200), "a small one is not blown up");
}

#[test]
fn every_depth_of_colour_is_taken() {
    let picture = DynamicImage::from(halves(60, 40));
    let forms = [
        picture.clone(),
        picture.to_luma8().into(),
        picture.to_luma16().into(),
        picture.to_luma_alpha8().into(),
        picture.to_rgba16().into(),
    ];
    for form in forms {
        let page = seen(&only_page(&file(form.clone(), ImageFormat::Png)));
        assert_eq!(page.dimensions(), (60, 40), "{:?}", form.color());
    }
}

#[test]
fn a_file_that_says_it_has_a_billion_pixels_is_not_decoded() {
    let mut bomb = file(halves(8, 8), ImageFormat::Png);
    // Width and height stand at the sixteenth byte of a PNG; their sum of control behind the header.
    bomb[16..24].copy_from_slice(&[0, 0, 0x80, 0, 0, 0, 0x80, 0]);
    let sum = crc(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&sum);
    assert_eq!(pages(&bomb), Err(Unfit::TooLarge));
}

/// CRC-32 as PNG has it (ISO/IEC 15948, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}
