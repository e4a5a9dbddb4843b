//! Attached papers: what comes through the wall, and photographs.

use pana_scan::{PAGES, Unfit, wall};

/// What is read of an answer is what was said; what is said in another form is no answer.
pub fn wall_answer(bytes: &[u8]) {
    let read = wall::read(bytes);
    if read != Err(Unfit::Damaged) {
        assert_eq!(wall::answer(&read), bytes, "one form only");
    }
    if let Ok(pages) = read {
        assert!(!pages.is_empty() && pages.len() <= PAGES);
    }
}

/// A photograph comes out as a page or as a reason, and a page is a JPEG of a bounded size.
pub fn attached_photo(bytes: &[u8]) {
    // PDFs are drawn by another: its faults end in the process behind the wall.
    if bytes.starts_with(b"%PDF-") {
        return;
    }
    if let Ok(pages) = pana_scan::pages(bytes) {
        assert!(pages.iter().all(|page| page.starts_with(&[0xff, 0xd8, 0xff])));
        assert_eq!(pages.len(), 1);
    }
}

/// What reaches far.
pub mod seeds {
    use super::{Unfit, wall};

    /// Answers of both kinds.
    pub fn wall_answer() -> Vec<Vec<u8>> {
        let unfit = Unfit::ALL.map(|unfit| wall::answer(&Err(unfit)));
        let pages =
            [vec![vec![7; 40]], vec![vec![0xff; 3], Vec::new(), vec![1; 300]]].map(|pages| wall::answer(&Ok(pages)));
        unfit.into_iter().chain(pages).collect()
    }

    /// A small picture of each kind that is taken.
    pub fn attached_photo() -> Vec<Vec<u8>> {
        vec![DOT.to_vec(), JPEG.to_vec()]
    }

    /// One white dot, as PNG.
    const DOT: &[u8] = &[
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
        8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0x0f, 0,
        1, 1, 1, 0, 0xb1, 0x38, 0xf6, 0x14, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
    ];

    /// The beginning of a JPEG: its tables are made by changes.
    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0?\0\0\xff\xd9";
}
