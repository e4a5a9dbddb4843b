//! Projection: Lambert azimuthal equal-area on the unit sphere, so that a large country looks as large as it is.

/// A place on the earth, in degrees. East and north are positive; the longitude may run past 180 (see `assets/map/README.md`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// A place on the plane: x to the right, y up, in earth radii from the centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projected {
    /// To the right.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// cos c, where c is the angle from the centre: 1 at the centre, -1 at its antipode.
    pub cos_c: f64,
}

/// The projection with one centre; sines and cosines of its latitude are taken once.
#[derive(Clone, Copy, Debug)]
pub struct Projection {
    lon: f64,
    sin_lat: f64,
    cos_lat: f64,
}

impl Projection {
    /// The projection that touches the earth at this place.
    pub fn at(centre: Place) -> Self {
        let lat = centre.lat.to_radians();
        Self { lon: centre.lon.to_radians(), sin_lat: libm::sin(lat), cos_lat: libm::cos(lat) }
    }

    /// Snyder 1987, Map Projections: A Working Manual, equations 22-4, 22-5, 24-2 and 5-3:
    ///
    /// cos c = sin φ₀ sin φ + cos φ₀ cos φ cos(λ − λ₀); k = √(2 / (1 + cos c));
    /// x = k cos φ sin(λ − λ₀); y = k (cos φ₀ sin φ − sin φ₀ cos φ cos(λ − λ₀)).
    ///
    /// Not defined at the antipode of the centre; the caller leaves out whatever has cos c < −0.5.
    pub fn project(&self, place: Place) -> Projected {
        let (lon, lat) = (place.lon.to_radians() - self.lon, place.lat.to_radians());
        let (sin_lat, cos_lat) = (libm::sin(lat), libm::cos(lat));
        let (sin_lon, cos_lon) = (libm::sin(lon), libm::cos(lon));
        let cos_c = self.sin_lat * sin_lat + self.cos_lat * cos_lat * cos_lon;
        let k = libm::sqrt(2.0 / (1.0 + cos_c));
        let x = k * cos_lat * sin_lon;
        let y = k * (self.cos_lat * sin_lat - self.sin_lat * cos_lat * cos_lon);
        Projected { x, y, cos_c }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(lon: f64, lat: f64) -> Place {
        Place { lon, lat }
    }

    #[test]
    fn the_centre_is_the_origin() {
        let centre = place(70.0, 50.0);
        let at = Projection::at(centre).project(centre);
        assert!(at.x.abs() < 1e-12 && at.y.abs() < 1e-12 && (at.cos_c - 1.0).abs() < 1e-12, "{at:?}");
    }

    /// By hand: a point at the angle c from the centre lies 2 sin(c/2) away. 60° along the equator: 2 · 0.5 = 1; 90°: √2.
    #[test]
    fn distances_from_the_centre_are_those_of_the_formula() {
        let equator = Projection::at(place(0.0, 0.0));
        let (sixty, ninety) = (equator.project(place(60.0, 0.0)), equator.project(place(0.0, 90.0)));
        assert!((sixty.x - 1.0).abs() < 1e-12 && sixty.y.abs() < 1e-12);
        assert!(ninety.x.abs() < 1e-12 && (ninety.y - core::f64::consts::SQRT_2).abs() < 1e-12);
    }

    /// By hand, centre 45° N 0° E. The pole is 45° away: y = 2 sin 22.5° = √(2 − √2). 0° N 90° E: cos c = 0, so k = √2, x = √2,
    /// y = 0. 45° N 180° E, over the pole: 90° away, y = √2.
    #[test]
    fn an_oblique_centre_is_projected_as_by_hand() {
        let projection = Projection::at(place(0.0, 45.0));
        let root = core::f64::consts::SQRT_2;
        for (lon, lat, x, y) in
            [(0.0, 90.0, 0.0, (2.0 - root).sqrt()), (90.0, 0.0, root, 0.0), (180.0, 45.0, 0.0, root)]
        {
            let at = projection.project(place(lon, lat));
            assert!((at.x - x).abs() < 1e-12 && (at.y - y).abs() < 1e-12, "{lon} {lat}: {at:?}");
        }
    }

    /// A cell of one degree has the area cos φ · (π/180)² on the sphere (to second order), and so on the map, wherever it is.
    #[test]
    fn areas_are_kept() {
        let projection = Projection::at(place(70.0, 50.0));
        for (lon, lat) in [(66.9_f64, 48.0_f64), (10.0, 60.0), (140.0, 65.0), (35.0, 31.0)] {
            let step = 0.01;
            let origin = projection.project(place(lon, lat));
            let east = projection.project(place(lon + step, lat));
            let north = projection.project(place(lon, lat + step));
            let area = (east.x - origin.x) * (north.y - origin.y) - (east.y - origin.y) * (north.x - origin.x);
            let sphere = libm::cos(lat.to_radians()) * step.to_radians() * step.to_radians();
            assert!((area / sphere - 1.0).abs() < 1e-3, "{lon} {lat}: {area} {sphere}");
        }
    }
}
