//! Key: what the marks of a chart mean, in a line above it that wraps like text.

use crate::svg::Svg;
use crate::svg::text::{Anchor, Block, LABEL, LEADING};

/// One mark and its meaning.
pub(super) struct Key<'a> {
    /// Draws the mark around this place, at most [`MARK`] wide and a line high.
    pub mark: &'a dyn Fn(&mut Svg, (f64, f64)),
    /// What it means.
    pub text: &'a str,
}

/// Room for a mark.
pub(super) const MARK: f64 = 22.0;
/// Between mark and text.
const GAP: f64 = 6.0;
/// Between one key and the next.
const SPACE: f64 = 20.0;

/// Writes the keys from the top of the drawing, as many beside each other as fit, and returns where they end.
pub(super) fn write_keys(svg: &mut Svg, keys: &[Key], width: f64) -> f64 {
    let (mut x, mut top, mut bottom) = (0.0, 0.0, 0.0);
    for key in keys {
        let text = Block::default().with(LABEL, key.text, width - MARK - GAP);
        if x > 0.0 && x + MARK + GAP + text.width() > width {
            (x, top) = (0.0, bottom + 2.0);
        }
        (key.mark)(svg, (x + MARK / 2.0, top + LEADING / 2.0));
        text.write(svg, Anchor::Start, (x + MARK + GAP, top));
        x += MARK + GAP + text.width() + SPACE;
        bottom = f64::max(bottom, top + text.height());
    }
    bottom
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::{Alt, Dress, Role};

    #[test]
    fn keys_that_do_not_fit_begin_a_new_line() {
        let bottom = |width| {
            let alt = Alt { id: "k", title: "", desc: "" };
            let mut svg = Svg::begin("chart", width, Role::Image, &alt, Dress::Page);
            let mark: &dyn Fn(&mut Svg, (f64, f64)) = &|_, _| {};
            write_keys(&mut svg, &[Key { mark, text: "Қазақстан" }, Key { mark, text: "Өңірдің орташа мәні" }], width)
        };
        assert_eq!((bottom(640.0), bottom(200.0)), (LEADING, 2.0 * LEADING + 2.0));
        assert!(bottom(100.0) > bottom(200.0));
    }
}
