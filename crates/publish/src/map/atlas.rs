//! Atlas: the outlines of all countries, decoded once from `data/world/outlines.json`.

use serde_json::Value;

use super::projection::Place;

/// The outlines of the world. Neighbours share arcs, so that what is done to an arc is done to both sides of a border.
#[derive(Debug)]
pub struct Atlas {
    pub(super) arcs: Vec<Vec<Place>>,
    pub(super) outlines: Vec<Outline>,
    pub(super) points: Vec<(String, Place)>,
}

/// One country, or land of nobody's (`iso3` is empty).
#[derive(Debug)]
pub(super) struct Outline {
    pub iso3: String,
    /// Each is a list of rings: the outside, then the holes.
    pub polygons: Vec<Vec<Ring>>,
}

/// A closed line, arc after arc.
pub(super) type Ring = Vec<ArcRef>;

/// One arc in a ring, possibly read from its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ArcRef {
    pub arc: usize,
    pub backwards: bool,
}

impl Atlas {
    /// Decodes the TopoJSON described in `assets/map/README.md`. The error says which part is not as described there.
    pub fn read(outlines_json: &str) -> Result<Self, String> {
        let topology: Value = serde_json::from_str(outlines_json).map_err(|error| error.to_string())?;
        let grid = Grid::read(&topology["transform"])?;
        let arcs = list(&topology["arcs"], "arcs")?;
        let arcs = arcs.iter().map(|arc| grid.arc(arc)).collect::<Result<Vec<_>, _>>()?;
        let countries = list(&topology["objects"]["countries"]["geometries"], "objects.countries.geometries")?;
        let outlines = countries.iter().map(|country| outline(country, arcs.len())).collect::<Result<Vec<_>, _>>()?;
        let tiny = list(&topology["objects"]["tiny"]["geometries"], "objects.tiny.geometries")?;
        let points = tiny.iter().map(|point| Ok((iso3(point)?, grid.place(pair(&point["coordinates"])?))));
        let points = points.collect::<Result<Vec<_>, String>>()?;
        Ok(Self { arcs, outlines, points })
    }

    /// Whether the country is drawn, as an outline or as a point.
    pub fn has(&self, iso3: &str) -> bool {
        self.outlines.iter().any(|outline| outline.iso3 == iso3) || self.point(iso3).is_some()
    }

    /// Where to put the dot of a country that is too small to be seen; none for the others.
    pub(super) fn point(&self, iso3: &str) -> Option<Place> {
        self.points.iter().find(|(country, _)| country == iso3).map(|(_, place)| *place)
    }
}

/// From grid numbers to degrees: degrees = number · scale + translate.
struct Grid {
    scale: (f64, f64),
    translate: (f64, f64),
}

impl Grid {
    fn read(transform: &Value) -> Result<Self, String> {
        let part = |name: &str| match list(&transform[name], name)?.as_slice() {
            [x, y] => x.as_f64().zip(y.as_f64()).ok_or(format!("transform.{name} is not two numbers")),
            _ => Err(format!("transform.{name} is not two numbers")),
        };
        Ok(Self { scale: part("scale")?, translate: part("translate")? })
    }

    fn place(&self, (x, y): (i64, i64)) -> Place {
        let degrees = |at: i64, scale: f64, translate: f64| at as f64 * scale + translate;
        Place { lon: degrees(x, self.scale.0, self.translate.0), lat: degrees(y, self.scale.1, self.translate.1) }
    }

    /// The numbers of an arc are differences, from (0, 0).
    fn arc(&self, steps: &Value) -> Result<Vec<Place>, String> {
        let mut at = (0, 0);
        let steps = list(steps, "an arc")?;
        let places = steps.iter().map(|step| {
            let (dx, dy) = pair(step)?;
            at = (at.0 + dx, at.1 + dy);
            Ok(self.place(at))
        });
        let places = places.collect::<Result<Vec<_>, String>>()?;
        if places.len() < 2 { Err("an arc has fewer than two points".to_owned()) } else { Ok(places) }
    }
}

fn outline(country: &Value, arcs: usize) -> Result<Outline, String> {
    let iso3 = iso3(country)?;
    let wrong = |what: String| format!("outline {iso3}: {what}");
    let polygons = list(&country["arcs"], "arcs").map_err(wrong)?.iter().map(|polygon| {
        let rings = list(polygon, "a polygon")?.iter().map(|ring| {
            let numbers = list(ring, "a ring")?.iter();
            numbers.map(|number| arc_ref(number, arcs)).collect::<Result<Ring, String>>()
        });
        rings.collect::<Result<Vec<_>, String>>()
    });
    let polygons = polygons.collect::<Result<Vec<_>, String>>().map_err(wrong)?;
    Ok(Outline { iso3, polygons })
}

/// `a >= 0` is arc `a`; `a < 0` is arc `-a - 1` read backwards (TopoJSON 1.0, 2.1.4).
fn arc_ref(number: &Value, arcs: usize) -> Result<ArcRef, String> {
    let number = number.as_i64().ok_or_else(|| format!("{number} is not an arc number"))?;
    let backwards = number < 0;
    let arc = if backwards { -(number + 1) } else { number };
    match usize::try_from(arc) {
        Ok(arc) if arc < arcs => Ok(ArcRef { arc, backwards }),
        _ => Err(format!("there is no arc {number}")),
    }
}

fn iso3(geometry: &Value) -> Result<String, String> {
    let iso3 = geometry["properties"]["iso3"].as_str();
    iso3.map(str::to_owned).ok_or_else(|| "a geometry has no properties.iso3".to_owned())
}

fn list<'a>(value: &'a Value, what: &str) -> Result<&'a Vec<Value>, String> {
    value.as_array().ok_or_else(|| format!("{what} is not a list"))
}

fn pair(value: &Value) -> Result<(i64, i64), String> {
    match value.as_array().map(Vec::as_slice) {
        Some([x, y]) => x.as_i64().zip(y.as_i64()),
        _ => None,
    }
    .ok_or_else(|| format!("{value} is not two whole numbers"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The atlas that the program carries.
    pub fn world() -> Atlas {
        Atlas::read(include_str!("../../../../data/world/outlines.json")).expect("the outlines are as described")
    }

    #[test]
    fn the_world_has_204_outlines_and_26_points() {
        let world = world();
        assert_eq!((world.outlines.len(), world.points.len()), (204, 26));
        assert!(world.has("KAZ") && world.has("TUV") && !world.has("XXX"));
        let malta = world.point("MLT").expect("Malta is small");
        assert!((malta.lon - 14.4).abs() < 0.2 && (malta.lat - 35.9).abs() < 0.2, "{malta:?}");
    }

    #[test]
    fn every_country_of_the_list_can_be_drawn() {
        let (world, list) = (world(), include_str!("../../../../data/world/countries.csv"));
        let countries = list.lines().skip(1).filter_map(|line| line.split(',').next());
        assert_eq!(countries.filter(|iso3| !world.has(iso3)).collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn each_arc_of_a_ring_begins_where_the_one_before_ended() {
        let world = world();
        let ends = |at: &ArcRef| {
            let arc = &world.arcs[at.arc];
            let (first, last) = (arc[0], arc[arc.len() - 1]);
            if at.backwards { (last, first) } else { (first, last) }
        };
        for ring in world.outlines.iter().flat_map(|outline| outline.polygons.iter().flatten()) {
            for (at, next) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                assert_eq!(ends(at).1, ends(next).0, "{at:?} {next:?}");
            }
        }
    }

    #[test]
    fn what_is_not_as_described_is_named() {
        let read = |countries: &str| {
            Atlas::read(&format!(
                r#"{{"transform":{{"scale":[0.01,0.01],"translate":[-180,-90]}},"arcs":[[[0,0],[1,1]]],
                "objects":{{"countries":{{"geometries":[{countries}]}},"tiny":{{"geometries":[]}}}}}}"#
            ))
            .map(|atlas| atlas.outlines.len())
        };
        assert_eq!(read(""), Ok(0));
        let broken = read(r#"{"properties":{"iso3":"AAA"},"arcs":[[[0, -3]]]}"#);
        assert_eq!(broken, Err("outline AAA: there is no arc -3".to_owned()));
        assert_eq!(Atlas::read("{}").map(|_| ()), Err("scale is not a list".to_owned()));
    }
}
