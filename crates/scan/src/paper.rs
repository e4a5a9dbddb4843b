//! The pages of a PDF, each drawn as a picture. Scripts, forms, links, files inside it and what stands in it without being seen are not drawn.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page as Leaf;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::RgbImage;

use crate::{LONGEST, PAGES, Page, Unfit, photo};

/// Dots of a picture for each point of a page: 190 to the inch.
const SCALE: f32 = 190.0 / 72.0;

/// The pages of a PDF.
pub(crate) fn pages(file: &[u8]) -> Result<Vec<Page>, Unfit> {
    let pdf = Pdf::new(Arc::new(file.to_vec())).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unfit::Locked,
        LoadPdfError::Invalid => Unfit::Damaged,
    })?;
    let leaves = pdf.pages();
    match leaves.len() {
        0 => return Err(Unfit::Damaged),
        many if many > PAGES => return Err(Unfit::TooManyPages),
        _ => {}
    }
    let cache = RenderCache::new();
    let settings = InterpreterSettings::default();
    leaves.iter().map(|leaf| drawn(leaf, &cache, &settings)).collect()
}

fn drawn<'a>(leaf: &'a Leaf<'a>, cache: &RenderCache<'a>, settings: &InterpreterSettings) -> Result<Page, Unfit> {
    let (width, height) = leaf.render_dimensions();
    // A page may say that it is a kilometre wide, or no number at all.
    if !(width.is_finite() && height.is_finite() && width >= 1.0 && height >= 1.0) {
        return Err(Unfit::Damaged);
    }
    let scale = SCALE.min(LONGEST as f32 / width.max(height));
    let dots = |length: f32| ((length * scale).round() as u16).max(1);
    let settings_of_page = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: Some(dots(width)),
        height: Some(dots(height)),
        bg_color: WHITE,
    };
    let seen = render(leaf, cache, settings, &settings_of_page);
    // The ground is white and opaque, so that colours need not be divided by what shows through.
    let colours = seen.data().iter().flat_map(|dot| [dot.r, dot.g, dot.b]).collect();
    let picture = RgbImage::from_raw(seen.width().into(), seen.height().into(), colours).ok_or(Unfit::Damaged)?;
    photo::encoded(&picture)
}
