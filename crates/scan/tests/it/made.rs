//! Files to look at, made here byte by byte.

use std::fmt::Write as _;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};

/// A picture in a format.
pub fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).expect("it is written");
    bytes.into_inner()
}

/// A page as it came out, decoded.
pub fn seen(page: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(page, ImageFormat::Jpeg).expect("a JPEG").to_rgb8()
}

/// A PDF of these objects, numbered from 1; the first is its catalog.
pub fn pdf(objects: &[String]) -> Vec<u8> {
    let (mut text, mut places) = ("%PDF-1.7\n".to_owned(), Vec::new());
    for (number, object) in (1..).zip(objects) {
        places.push(text.len());
        write!(text, "{number} 0 obj\n{object}\nendobj\n").expect("a string takes it");
    }
    let start = text.len();
    write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("a string takes it");
    for place in places {
        writeln!(text, "{place:010} 00000 n ").expect("a string takes it");
    }
    let size = objects.len() + 1;
    write!(text, "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").expect("a string takes it");
    text.into_bytes()
}

/// The objects of a PDF with so many pages of a size in points, all with the same content; `catalog` is said of the whole.
pub fn pages(count: usize, (width, height): (&str, &str), content: &str, catalog: &str) -> Vec<String> {
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", page + 5)).collect();
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        format!("<< /Type /Pages /Count {count} /Kids [{}] >>", kids.join(" ")),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 3 0 R \
         /Resources << /Font << /F1 4 0 R >> >> >>"
    );
    objects.extend(std::iter::repeat_n(page, count));
    objects
}
