//! Which addresses of the observatory belong to the folder, and which file each becomes.

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::{Place, Room};
use pana_text::Lang;

/// The part of the observatory that the folder holds: everything about one country.
pub struct Scope {
    /// The country by its ISO 3166-1 alpha-3 code.
    iso3: String,
    /// The country's own name in the room.
    country: String,
    editions: Vec<String>,
    places: BTreeSet<String>,
    /// The indicator of every observation in scope.
    rows: BTreeMap<String, String>,
    /// Indicators whose page is asked about this country: others have figures of them, or an earlier series is shown with them.
    shared: BTreeSet<String>,
    /// The indicator of an earlier series, and the one whose page shows it beside its own, with the break between.
    followed: BTreeMap<String, String>,
}

impl Scope {
    /// The scope of a country: itself, its parts, and the places it is a part of.
    pub fn new(room: &Room, country: &Place, editions: &[String]) -> Self {
        let mut places: BTreeSet<String> = BTreeSet::new();
        for place in room.places() {
            let inside = within(room, place, country) || within(room, country, place);
            let region = country.index_region.as_ref() == Some(&place.id);
            // A region of several countries that only this country's sources speak of.
            let spoken = place.kind != "country" && place.parent.as_ref().is_none_or(|parent| parent.0 == "WORLD");
            if inside || region || spoken {
                places.insert(place.id.0.clone());
            }
        }
        let followed = followed(room, &country.id);
        let (mut rows, mut shared): (BTreeMap<String, String>, BTreeSet<String>) = Default::default();
        shared.extend(followed.values().cloned());
        for observation in room.observations() {
            let rating = room.indicator(&observation.indicator).is_some_and(|indicator| indicator.unit == "rating");
            if rating {
                continue;
            }
            if places.contains(&observation.place.0) {
                let own = &observation.indicator.0;
                let page = followed.get(own).filter(|_| observation.place == country.id).unwrap_or(own);
                rows.insert(observation.id.0.clone(), page.clone());
            } else {
                shared.insert(observation.indicator.0.clone());
            }
        }
        Self {
            iso3: country.iso3.clone().unwrap_or_else(|| country.id.0.clone()),
            country: country.id.0.clone(),
            editions: editions.to_vec(),
            places,
            rows,
            shared,
            followed,
        }
    }

    /// Where following links begins.
    pub fn seeds(&self, lang: Lang) -> Vec<String> {
        let mut seeds: Vec<String> = ["/", "/indicators", "/sources", "/methods", "/claims", "/assessments"]
            .map(|path| format!("/{lang}{path}"))
            .into();
        seeds.extend(self.editions.iter().map(|edition| format!("/{lang}/countries/{}/{edition}", self.iso3)));
        let indicators: BTreeSet<&String> = self.rows.values().collect();
        seeds.extend(indicators.into_iter().map(|id| format!("/{lang}/indicators/{id}")));
        let parts = self.places.iter().filter(|id| **id != self.country);
        seeds.extend(parts.map(|id| format!("/{lang}/places/{id}")));
        seeds
    }

    /// What is asked for a page: an indicator that all countries have is asked about this one.
    pub fn question(&self, path: &str) -> String {
        match path.split_once("/indicators/") {
            Some((_, id)) if self.shared.contains(id) => format!("{path}?place={}", self.country),
            _ => path.to_owned(),
        }
    }

    /// The page that a link leads to, if the folder holds it.
    pub fn page(&self, link: &str, lang: Lang) -> Option<String> {
        let path = link.split(['#', '?']).next().unwrap_or_default();
        let asks = link.split('#').next().is_some_and(|before| before.contains('?'));
        let rest = path.strip_prefix(&format!("/{lang}/"))?;
        let mut parts = rest.split('/');
        let kept = match (parts.next().unwrap_or_default(), parts.next()) {
            (
                "compare" | "search" | "data" | "estimates" | "observations" | "export" | "changes.atom"
                | "changes.rss",
                _,
            )
            | ("claims", Some("try")) => false,
            _ if asks => false,
            ("countries", Some(code)) => {
                code == self.iso3 && parts.next().is_some_and(|e| self.editions.iter().any(|k| k == e))
            }
            ("countries", None) => false,
            ("indicators", Some(id)) => self.rows.values().any(|known| known == id),
            // Everything about the country as a whole is on its snapshot and on the pages of its indicators.
            ("places", Some(id)) => id != self.country && self.places.contains(id),
            _ => ![".json", ".csv", ".xml", ".pdf"].iter().any(|end| rest.ends_with(end)),
        };
        kept.then(|| path.to_owned())
    }

    /// The file that an address becomes, with its anchor; nothing where the folder does not hold it.
    pub fn file(&self, target: &str, pages: &BTreeSet<&str>) -> Option<String> {
        let (before, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
        let asked = format!("?place={}", self.country);
        let before = before.strip_suffix(asked.as_str()).unwrap_or(before);
        if let Some(asset) = before.strip_prefix("/assets/") {
            return Some(format!("assets/{}", asset.split('?').next().unwrap_or_default()));
        }
        let (lang, rest) = before.strip_prefix('/')?.split_once('/')?;
        if let Some(id) = rest.strip_prefix("observations/") {
            let page = format!("/{lang}/indicators/{}", self.rows.get(id)?);
            return pages.contains(page.as_str()).then(|| format!("{}#{id}", file_of(&page)));
        }
        if rest.strip_prefix("places/") == Some(&self.country) {
            return Some(file_of(&format!("/{lang}/countries/{}/{}", self.iso3, self.editions.first()?)));
        }
        if rest.split('?').next() == Some("search") {
            return Some(format!("{lang}/search.html"));
        }
        if let Some(later) = rest.strip_prefix("indicators/").and_then(|id| self.followed.get(id)) {
            let page = format!("/{lang}/indicators/{later}");
            return pages.contains(page.as_str()).then(|| file_of(&page));
        }
        let known = pages.contains(before);
        known.then(|| anchor.map_or_else(|| file_of(before), |anchor| format!("{}#{anchor}", file_of(before))))
    }

    /// The observations in scope, with their indicators.
    pub fn rows(&self) -> &BTreeMap<String, String> {
        &self.rows
    }

    /// Whether a place is in scope.
    pub fn holds(&self, place: &str) -> bool {
        self.places.contains(place)
    }
}

/// Earlier series of which this country has figures, with the last indicator after their breaks.
fn followed(room: &Room, country: &pana_evidence::PlaceId) -> BTreeMap<String, String> {
    use pana_evidence::RelationKind;
    let here =
        |id: &pana_evidence::IndicatorId| room.observations_of(id).any(|observation| observation.place == *country);
    let only_here = |id: &pana_evidence::IndicatorId| {
        room.observations_of(id)
            .all(|o| o.place == *country || room.place(&o.place).is_some_and(|p| p.kind == "country"))
    };
    let breaks = room.relations().iter().filter(|edge| edge.kind == RelationKind::SeriesBreak);
    let kept = breaks.filter(|edge| here(&edge.from) && here(&edge.to) && only_here(&edge.from));
    let mut followed: BTreeMap<String, String> = kept.map(|edge| (edge.from.0.clone(), edge.to.0.clone())).collect();
    let last = |mut id: String, map: &BTreeMap<String, String>| {
        for _ in 0..16 {
            match map.get(&id) {
                Some(later) => id = later.clone(),
                None => break,
            }
        }
        id
    };
    let ends: Vec<(String, String)> = followed.keys().map(|id| (id.clone(), last(id.clone(), &followed))).collect();
    followed.extend(ends);
    followed.retain(|from, to| from != to);
    followed
}

fn within(room: &Room, part: &Place, whole: &Place) -> bool {
    let mut at = Some(part);
    for _ in 0..16 {
        match at {
            Some(place) if place.id == whole.id => return true,
            Some(place) => at = place.parent.as_ref().and_then(|parent| room.place(parent)),
            None => return false,
        }
    }
    false
}

/// How a file names another one of the folder.
pub fn relative(from: &str, to: &str) -> String {
    let (path, anchor) = to.split_once('#').map_or((to, ""), |(path, _)| (path, &to[path.len()..]));
    if path == from && !anchor.is_empty() {
        return anchor.to_owned();
    }
    let folders = |file: &str| file.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (from, to) = (folders(from), folders(path));
    let shared = from.iter().zip(&to).take(from.len().min(to.len()) - 1).take_while(|(a, b)| a == b).count();
    format!("{}{}{anchor}", "../".repeat(from.len() - 1 - shared), to[shared..].join("/"))
}

/// The file of a page: `/en/` is `en/index.html`, `/en/claims/CL01` is `en/claims/CL01.html`.
pub fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.ends_with('/') { format!("{path}index.html") } else { format!("{path}.html") }
}

#[cfg(test)]
mod tests {
    use super::{file_of, relative};

    #[test]
    fn a_file_names_another_by_the_shortest_way() {
        assert_eq!(relative("en/claims/a.html", "en/claims/b.html#x"), "b.html#x");
        assert_eq!(relative("en/claims/a.html", "en/claims/a.html#x"), "#x");
        assert_eq!(relative("en/index.html", "kk/index.html"), "../kk/index.html");
        assert_eq!(relative("index.html", "assets/pana.css"), "assets/pana.css");
        assert_eq!(relative("en/countries/A/1.html", "en/index.html"), "../../index.html");
    }

    #[test]
    fn a_page_is_a_file_that_any_host_serves() {
        assert_eq!(file_of("/kk/"), "kk/index.html");
        assert_eq!(file_of("/en/countries/AAA/2023"), "en/countries/AAA/2023.html");
    }
}
