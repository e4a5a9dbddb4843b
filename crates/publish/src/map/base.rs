//! Base: a region made ready to draw: projected, simplified to the pixel, cut at the frame. Made once per region and width;
//! a map of one country is then its base, classes and words.

use super::atlas::{Atlas, Outline, Ring};
use super::line::{Bounds, Pixel, area, simplify, write_ring};
use super::projection::{Place, Projection};

/// The part of the plane that is shown, in the units of the projection. From `data/world/regions.csv`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Longitude and latitude of the centre of the projection, in degrees.
    pub center: (f64, f64),
    /// Left and right end, in earth radii from the centre.
    pub x: (f64, f64),
    /// Lower and upper end.
    pub y: (f64, f64),
}

/// A frame and the countries it is about; what else lies in the frame is drawn as surroundings.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// What is shown.
    pub frame: Frame,
    /// ISO 3166-1 alpha-3 codes.
    pub members: Vec<String>,
}

/// A region ready to draw.
#[derive(Clone, Debug)]
pub struct Base {
    /// In pixels, as asked for.
    pub(super) width: f64,
    /// In pixels, from the proportions of the frame.
    pub(super) height: f64,
    /// Path data of all that is not a member.
    pub(super) surroundings: String,
    /// In the order of the region's list.
    pub(super) members: Vec<Member>,
}

/// One country of the region.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub iso3: String,
    /// Path data; empty for a country of less than a pixel.
    pub path: String,
    /// The place of its dot, when it is too small to be seen.
    pub dot: Option<Pixel>,
    /// The place and radius of a ring that draws the eye to it, when it is small though it can be seen.
    pub ring: Option<(Pixel, f64)>,
}

/// How far a vertex may be from the simplified line, in pixels.
const TOLERANCE: f64 = 0.4;
/// Islands and holes of less than this many square pixels are left out.
const SPECK: f64 = 0.5;
/// How far outlines reach beyond the frame, in pixels, so that their cut edges are not seen.
const BLEED: f64 = 3.0;
/// Further than 120° from the centre: near the antipode a polygon would be turned inside out and cover the map.
const FAR: f64 = -0.5;
/// A country whose longer side is less than this many pixels is ringed when the page is about it.
const SMALL: f64 = 16.0;

impl Atlas {
    /// Makes a region ready to draw `width` pixels wide. Refuses an empty frame and a member that is not in the atlas.
    pub fn prepare(&self, region: &Region, width: f64) -> Result<Base, String> {
        if let Some(unknown) = region.members.iter().find(|iso3| !self.has(iso3)) {
            return Err(format!("{unknown} has neither an outline nor a point"));
        }
        let sheet = Sheet::new(&region.frame, width)?;
        let arcs: Vec<_> = self.arcs.iter().map(|arc| sheet.arc(arc)).collect();
        let mut surroundings = String::new();
        for outline in self.outlines.iter().filter(|outline| !region.members.contains(&outline.iso3)) {
            surroundings.push_str(&sheet.outline(outline, &arcs).0);
        }
        let members = region.members.iter().map(|iso3| self.member(iso3, &sheet, &arcs)).collect();
        Ok(Base { width, height: sheet.height, surroundings, members })
    }

    fn member(&self, iso3: &str, sheet: &Sheet, arcs: &[Option<Vec<Pixel>>]) -> Member {
        let outline = self.outlines.iter().find(|outline| outline.iso3 == iso3);
        let (path, bounds) = outline.map(|outline| sheet.outline(outline, arcs)).unwrap_or_default();
        let dot = self.point(iso3).and_then(|place| sheet.pixel(place));
        let small = bounds.filter(|bounds| dot.is_none() && bounds.extent() < SMALL);
        let ring = small.map(|Bounds { min, max }| {
            let centre = ((min.0 + max.0) / 2.0, (min.1 + max.1) / 2.0);
            (centre, libm::hypot(max.0 - min.0, max.1 - min.1) / 2.0 + 5.0)
        });
        Member { iso3: iso3.to_owned(), path, dot, ring }
    }
}

/// From the earth to the pixel.
struct Sheet {
    projection: Projection,
    left: f64,
    top: f64,
    scale: f64,
    height: f64,
    /// The frame and its bleed.
    bounds: Bounds,
}

impl Sheet {
    fn new(frame: &Frame, width: f64) -> Result<Self, String> {
        let (across, up) = (frame.x.1 - frame.x.0, frame.y.1 - frame.y.0);
        if !(across > 0.0 && up > 0.0 && width > 0.0) {
            return Err(format!("a map {across} by {up}, {width} pixels wide, shows nothing"));
        }
        let scale = width / across;
        let height = (up * scale).round();
        let bounds = Bounds { min: (-BLEED, -BLEED), max: (width + BLEED, height + BLEED) };
        let projection = Projection::at(Place { lon: frame.center.0, lat: frame.center.1 });
        Ok(Self { projection, left: frame.x.0, top: frame.y.1, scale, height, bounds })
    }

    /// None when the place is too far away.
    fn pixel(&self, place: Place) -> Option<Pixel> {
        let at = self.projection.project(place);
        (at.cos_c >= FAR).then_some(((at.x - self.left) * self.scale, (self.top - at.y) * self.scale))
    }

    /// None when a vertex is too far away: then every polygon with this arc is left out.
    fn arc(&self, arc: &[Place]) -> Option<Vec<Pixel>> {
        let pixels: Option<Vec<_>> = arc.iter().map(|&place| self.pixel(place)).collect();
        pixels.map(|pixels| simplify(&pixels, TOLERANCE))
    }

    /// Path data of what of a country is in the frame, and the box around it.
    fn outline(&self, outline: &Outline, arcs: &[Option<Vec<Pixel>>]) -> (String, Option<Bounds>) {
        let mut path = String::new();
        let mut seen = Vec::new();
        for polygon in &outline.polygons {
            let Some(rings) = polygon.iter().map(|ring| join(ring, arcs)).collect::<Option<Vec<_>>>() else { continue };
            if !rings.first().is_some_and(|outside| self.shows(outside)) {
                continue;
            }
            for ring in rings.into_iter().filter(|ring| area(ring) >= SPECK) {
                let ring = self.bounds.cut(ring);
                write_ring(&mut path, &ring);
                seen.extend(ring);
            }
        }
        let bounds = (!seen.is_empty()).then(|| Bounds::around(&seen));
        (path, bounds)
    }

    fn shows(&self, outside: &[Pixel]) -> bool {
        area(outside) >= SPECK && Bounds::around(outside).meets(&self.bounds)
    }
}

/// The vertices of a ring, each once. The first point of every arc repeats the last one of the arc before it, around the ring.
fn join(ring: &Ring, arcs: &[Option<Vec<Pixel>>]) -> Option<Vec<Pixel>> {
    let mut pixels = Vec::new();
    for at in ring {
        let arc = arcs[at.arc].as_ref()?;
        if at.backwards {
            pixels.extend(arc.iter().rev().skip(1));
        } else {
            pixels.extend(&arc[1..]);
        }
    }
    Some(pixels)
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::atlas::tests::world;
    use super::super::line::tests::rings;
    use super::*;

    /// Europe and Central Asia, from `data/world/regions.csv`, with some of its countries.
    pub fn eca(members: &[&str]) -> Region {
        let frame = Frame { center: (70.0, 50.0), x: (-1.0641, 0.8100), y: (-0.2921, 0.8793) };
        Region { frame, members: members.iter().map(|&iso3| iso3.to_owned()).collect() }
    }

    /// Even-odd: a point is inside when a ray to the right crosses the rings an odd number of times.
    fn holds(path: &str, (x, y): Pixel) -> bool {
        let crossed = rings(path).iter().fold(0, |crossed, ring| {
            let next = ring.iter().cycle().skip(1);
            let crosses =
                |(a, b): &(&Pixel, &Pixel)| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0);
            crossed + ring.iter().zip(next).filter(crosses).count()
        });
        crossed % 2 == 1
    }

    #[test]
    fn a_place_lies_in_its_country_and_in_no_other() {
        let region = eca(&["KAZ", "RUS", "UZB", "UKR", "MLT", "LSO"]);
        let base = world().prepare(&region, 700.0).expect("all are in the atlas");
        let sheet = Sheet::new(&region.frame, 700.0).expect("a frame");
        let places = [
            ((66.9, 48.0), "KAZ"),
            ((71.4, 51.2), "KAZ"),
            ((69.2, 41.3), "UZB"),
            ((37.6, 55.8), "RUS"),
            ((170.0, 66.0), "RUS"),
            ((34.3, 45.3), "UKR"),
        ];
        for ((lon, lat), country) in places {
            let pixel = sheet.pixel(Place { lon, lat }).expect("near");
            let inside = base.members.iter().filter(|member| holds(&member.path, pixel));
            assert_eq!(inside.map(|member| member.iso3.as_str()).collect::<Vec<_>>(), [country], "{lon} {lat}");
            assert!(!holds(&base.surroundings, pixel));
        }
        let beijing = sheet.pixel(Place { lon: 116.4, lat: 39.9 }).expect("near");
        assert!(holds(&base.surroundings, beijing));
    }

    #[test]
    fn the_centre_of_the_projection_is_where_the_frame_puts_it() {
        let frame = Frame { center: (20.0, 0.0), x: (-1.0, 1.0), y: (-0.5, 0.5) };
        let sheet = Sheet::new(&frame, 200.0).expect("a frame");
        assert_eq!(sheet.pixel(Place { lon: 20.0, lat: 0.0 }), Some((100.0, 50.0)));
        assert_eq!(sheet.height, 100.0);
    }

    #[test]
    fn a_country_of_a_few_pixels_has_a_dot_or_a_ring() {
        let base = world().prepare(&eca(&["MLT", "LUX", "KAZ"]), 700.0).expect("all are in the atlas");
        let [malta, luxembourg, kazakhstan] = &base.members[..] else { panic!("three countries") };
        assert!(malta.dot.is_some() && malta.ring.is_none());
        assert!(luxembourg.dot.is_none() && luxembourg.ring.is_some());
        assert!(kazakhstan.dot.is_none() && kazakhstan.ring.is_none());
    }

    #[test]
    fn nothing_is_drawn_beyond_the_bleed_and_nothing_is_not_a_number() {
        let base = world().prepare(&eca(&["RUS", "KAZ", "ISL"]), 700.0).expect("all are in the atlas");
        let paths = base.members.iter().map(|member| &member.path).chain([&base.surroundings]);
        let drawn: Vec<Pixel> = paths.flat_map(|path| rings(path).concat()).collect();
        let bounds = Bounds::around(&drawn);
        assert!(bounds.min.0 >= -3.1 && bounds.max.0 <= 703.1, "{bounds:?}");
        assert!(bounds.min.1 >= -3.1 && bounds.max.1 <= base.height + 3.1, "{bounds:?}");
    }

    #[test]
    fn the_other_side_of_the_earth_does_not_cover_the_map() {
        let frame = Frame { center: (-85.0, 10.0), x: (-1.6936, 1.4372), y: (-1.1352, 1.2128) };
        let region = Region { frame, members: vec!["AUS".to_owned(), "BRA".to_owned()] };
        let base = world().prepare(&region, 700.0).expect("both are in the atlas");
        assert_eq!(base.members[0].path, "");
        assert!(!base.members[1].path.is_empty());
    }

    #[test]
    fn an_unknown_country_and_an_empty_frame_are_refused() {
        let unknown = world().prepare(&eca(&["KAZ", "XXX"]), 700.0).map(|_| ());
        assert_eq!(unknown, Err("XXX has neither an outline nor a point".to_owned()));
        let mut empty = eca(&["KAZ"]);
        empty.frame.x = (1.0, 1.0);
        assert!(world().prepare(&empty, 700.0).is_err());
    }
}
