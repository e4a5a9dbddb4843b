//! Line: what the pixel makes of a coastline: fewer vertices, cut at the frame, written as short as SVG allows.

/// A place on the drawing: x to the right, y down, in pixels.
pub(super) type Pixel = (f64, f64);

/// The line with fewer vertices: each one left out lies within `tolerance` of the line that remains. Ends are kept, so that
/// lines which met still meet. (Douglas and Peucker 1973, The Canadian Cartographer 10(2).)
pub(super) fn simplify(line: &[Pixel], tolerance: f64) -> Vec<Pixel> {
    let mut keep = vec![false; line.len()];
    let mut spans = vec![(0, line.len() - 1)];
    while let Some((first, last)) = spans.pop() {
        keep[first] = true;
        keep[last] = true;
        let distance = |at: usize| distance(line[at], line[first], line[last]);
        let farthest = (first + 1..last).max_by(|&a, &b| distance(a).total_cmp(&distance(b)));
        if let Some(farthest) = farthest.filter(|&at| distance(at) > tolerance) {
            spans.extend([(first, farthest), (farthest, last)]);
        }
    }
    line.iter().zip(keep).filter(|(_, keep)| *keep).map(|(pixel, _)| *pixel).collect()
}

/// From a point to the nearest point of a segment.
fn distance(point: Pixel, from: Pixel, to: Pixel) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length2 = dx * dx + dy * dy;
    let along = (point.0 - from.0) * dx + (point.1 - from.1) * dy;
    let t = if length2 > 0.0 { (along / length2).clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (point.0 - from.0 - t * dx, point.1 - from.1 - t * dy);
    libm::sqrt(x * x + y * y)
}

/// A box with sides along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub min: Pixel,
    pub max: Pixel,
}

impl Bounds {
    /// The smallest box around the points; an inside-out box around none.
    pub fn around<'a>(points: impl IntoIterator<Item = &'a Pixel>) -> Self {
        let mut bounds = Self { min: (f64::MAX, f64::MAX), max: (f64::MIN, f64::MIN) };
        for &(x, y) in points {
            bounds.min = (bounds.min.0.min(x), bounds.min.1.min(y));
            bounds.max = (bounds.max.0.max(x), bounds.max.1.max(y));
        }
        bounds
    }

    /// Whether the two have a point in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.min.0 <= other.max.0 && other.min.0 <= self.max.0 && self.min.1 <= other.max.1 && other.min.1 <= self.max.1
    }

    /// The longer side.
    pub fn extent(&self) -> f64 {
        (self.max.0 - self.min.0).max(self.max.1 - self.min.1)
    }

    /// The ring inside the box, one side after the other (Sutherland and Hodgman 1974). A ring that leaves and comes back is
    /// joined along the side of the box, which the even-odd rule fills correctly.
    pub fn cut(&self, ring: Vec<Pixel>) -> Vec<Pixel> {
        let ring = cut_side(ring, |p| p.0 - self.min.0);
        let ring = cut_side(ring, |p| self.max.0 - p.0);
        let ring = cut_side(ring, |p| p.1 - self.min.1);
        cut_side(ring, |p| self.max.1 - p.1)
    }
}

/// What of a ring has `inside` ≥ 0; a linear function of the point.
fn cut_side(ring: Vec<Pixel>, inside: impl Fn(Pixel) -> f64) -> Vec<Pixel> {
    if ring.iter().all(|&pixel| inside(pixel) >= 0.0) {
        return ring;
    }
    let mut kept = Vec::new();
    for (at, &to) in ring.iter().enumerate() {
        let from = ring[(at + ring.len() - 1) % ring.len()];
        let (before, after) = (inside(from), inside(to));
        if (before < 0.0) != (after < 0.0) {
            let t = before / (before - after);
            kept.push((from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1)));
        }
        if after >= 0.0 {
            kept.push(to);
        }
    }
    kept
}

/// The area inside a ring, in square pixels: ½ |Σ (xᵢ yᵢ₊₁ − xᵢ₊₁ yᵢ)|.
pub(super) fn area(ring: &[Pixel]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>().abs() / 2.0
}

/// Appends a closed ring to the data of a path, in tenths of a pixel, each vertex relative to the one before. Tenths are whole
/// numbers here, so that errors do not add up and neighbours stay together.
pub(super) fn write_ring(path: &mut String, ring: &[Pixel]) {
    let tenths = |(x, y): Pixel| ((x * 10.0).round() as i64, (y * 10.0).round() as i64);
    let mut ring: Vec<_> = ring.iter().map(|&pixel| tenths(pixel)).collect();
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    if ring.len() < 3 {
        return;
    }
    let mut at = (0, 0);
    for (position, &(x, y)) in ring.iter().enumerate() {
        path.push_str(["M", "l", ""][position.min(2)]);
        write_tenths(path, x - at.0);
        write_tenths(path, y - at.1);
        at = (x, y);
    }
    path.push('z');
}

/// "1.5-.3 2": a number needs a space before it only where it could be read as part of the one before.
fn write_tenths(path: &mut String, tenths: i64) {
    let after_number = path.ends_with(|letter: char| letter.is_ascii_digit());
    if tenths < 0 {
        path.push('-');
    } else if after_number {
        path.push(' ');
    }
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if whole != 0 || rest == 0 {
        path.push_str(&whole.to_string());
    }
    if rest != 0 {
        path.push('.');
        path.push_str(&rest.to_string());
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The rings of path data, read back: what a browser would draw. Panics on anything [`write_ring`] does not write.
    pub fn rings(path: &str) -> Vec<Vec<Pixel>> {
        let ring = |text: &str| {
            let spaced = text.replace('l', " ").replace('-', " -");
            let tenths = |number: &str| (number.parse::<f64>().expect("a number") * 10.0).round();
            let numbers: Vec<_> = spaced.split_whitespace().map(tenths).collect();
            let mut at = (0.0, 0.0);
            let pairs = numbers.chunks(2).map(|pair| {
                at = (at.0 + pair[0], at.1 + pair[1]);
                (at.0 / 10.0, at.1 / 10.0)
            });
            pairs.collect()
        };
        let parts = path.strip_suffix('z').unwrap_or(path).split('z');
        parts
            .filter(|part| !part.is_empty())
            .map(|part| ring(part.strip_prefix('M').expect("a ring begins with M")))
            .collect()
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        let ring = [(0.0, 0.04), (10.25, -0.3), (-3.0, 7.96), (-3.0, 8.0)];
        let mut path = String::new();
        write_ring(&mut path, &ring);
        assert_eq!(path, "M0 0l10.3-.3-13.3 8.3z");
        assert_eq!(rings(&path), [[(0.0, 0.0), (10.3, -0.3), (-3.0, 8.0)]]);
    }

    #[test]
    fn a_ring_smaller_than_a_tenth_is_not_written() {
        let mut path = String::new();
        write_ring(&mut path, &[(1.0, 1.0), (1.01, 1.02), (1.0, 1.03)]);
        assert_eq!(path, "");
    }

    #[test]
    fn only_vertices_near_the_line_are_left_out() {
        let line = [(0.0, 0.0), (1.0, 0.3), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)];
        assert_eq!(simplify(&line, 0.4), [(0.0, 0.0), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]);
        assert_eq!(simplify(&line, 9.0), [(0.0, 0.0), (4.0, 0.0)]);
    }

    #[test]
    fn a_closed_line_keeps_its_farthest_point() {
        let island = [(0.0, 0.0), (5.0, 0.1), (9.0, 9.0), (0.1, 5.0), (0.0, 0.0)];
        assert!(simplify(&island, 0.4).contains(&(9.0, 9.0)));
    }

    /// A square of side 2 around a corner of the frame: a quarter of it stays.
    #[test]
    fn a_ring_is_cut_at_the_box() {
        let frame = Bounds { min: (0.0, 0.0), max: (10.0, 10.0) };
        let inside = frame.cut(vec![(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]);
        assert_eq!(area(&inside), 1.0);
        assert!(frame.cut(vec![(-5.0, 0.0), (-2.0, 0.0), (-2.0, 3.0)]).is_empty());
        let around = frame.cut(vec![(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)]);
        assert_eq!(area(&around), 100.0);
    }
}
