//! A photograph or a scan: decoded, turned the right way up, made smaller, put on white, and encoded anew. What a camera wrote beside the
//! pixels (place, time, its number) is never read but for which side is up.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};

use crate::{LONGEST, PIXELS, Page, QUALITY, Unfit};

/// So much may be allocated for one picture: its pixels in the widest form that is read (four channels of two bytes), once.
const ALLOCATED: u64 = PIXELS * 8;

/// The page of a picture.
pub(crate) fn page(file: &[u8], format: ImageFormat) -> Result<Page, Unfit> {
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(ALLOCATED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unfit)?;
    // Before a pixel is decoded: a file of some bytes may say that it has a billion.
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(Unfit::TooLarge);
    }
    let up = decoder.orientation().map_err(unfit)?;
    let mut seen = DynamicImage::from_decoder(decoder).map_err(unfit)?;
    if seen.width().max(seen.height()) > LONGEST {
        seen = seen.resize(LONGEST, LONGEST, FilterType::CatmullRom);
    }
    seen.apply_orientation(up);
    encoded(&on_white(&seen))
}

fn unfit(error: ImageError) -> Unfit {
    match error {
        ImageError::Limits(_) => Unfit::TooLarge,
        _ => Unfit::Damaged,
    }
}

/// What can be seen through shows white paper, as a viewer shows it.
fn on_white(seen: &DynamicImage) -> RgbImage {
    if !seen.color().has_alpha() {
        return seen.to_rgb8();
    }
    let seen = seen.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        image::Rgb([red, green, blue].map(|value| over_white(value, alpha)))
    })
}

/// A value of a colour over white: `αv + (1 − α)·255`.
fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u16::from(value), u16::from(alpha));
    u8::try_from((alpha * value + (255 - alpha) * 255) / 255).unwrap_or(u8::MAX)
}

/// A picture as it is kept.
pub(crate) fn encoded(picture: &RgbImage) -> Result<Page, Unfit> {
    let mut page = Vec::new();
    JpegEncoder::new_with_quality(&mut page, QUALITY).encode_image(picture).map_err(|_| Unfit::Damaged)?;
    Ok(page)
}
