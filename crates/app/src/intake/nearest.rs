//! Names that are near to one that nobody knows.

use std::collections::BTreeSet;

use pana_evidence::Room;
use pana_packs::import::Refusal;
use pana_packs::import::Refused;
use pana_text::Lang;

use crate::library::Library;

/// How many names are suggested.
const MOST: usize = 3;
/// How alike two names must be: the share of letters that stay (Damerau and Levenshtein), of all.
const ALIKE: f64 = 0.6;

/// What is known, with everything it is called.
pub struct Names {
    indicators: Vec<(String, Vec<String>)>,
    places: Vec<(String, Vec<String>)>,
    sources: Vec<(String, Vec<String>)>,
    recommendations: Vec<(String, Vec<String>)>,
}

impl Names {
    /// The names of a room.
    pub fn of(room: &Room, library: &Library) -> Self {
        let translated = |name: &str| Lang::ALL.map(|lang| library.words(lang).name(name).to_lowercase());
        let called = |id: &str, name: &str| {
            let mut names: Vec<String> = translated(name).into();
            names.push(id.to_lowercase());
            (id.to_owned(), names)
        };
        let places = room.places().map(|place| {
            let (id, mut names) = called(&place.id.0, &place.name);
            names.extend(place.iso3.iter().map(|code| code.to_lowercase()));
            (id, names)
        });
        Self {
            indicators: room.indicators().map(|indicator| called(&indicator.id.0, &indicator.name)).collect(),
            places: places.collect(),
            sources: room.sources().map(|source| called(&source.id.0, &source.title)).collect(),
            recommendations: room.records("recommendations").map(|row| called(&row.key, &row.key)).collect(),
        }
    }

    /// The names nearest to those that a refused cell gives in vain; none for other refusals.
    pub fn near(&self, refused: &Refused) -> Vec<String> {
        let Refusal::UnknownName { field } = refused.refusal else { return Vec::new() };
        let known = match field {
            "indicator_id" => &self.indicators,
            "geo_id" => &self.places,
            "recommendations" => &self.recommendations,
            _ => &self.sources,
        };
        let mut near: Vec<String> = Vec::new();
        let given = refused.cell.split(';').map(str::trim).filter(|given| !given.is_empty());
        for unknown in given.filter(|given| !known.iter().any(|(id, _)| id == given)) {
            near.extend(nearest(&unknown.to_lowercase(), known));
        }
        let mut seen = BTreeSet::new();
        near.retain(|name| seen.insert(name.clone()));
        near.truncate(MOST);
        near
    }
}

fn nearest(given: &str, known: &[(String, Vec<String>)]) -> Vec<String> {
    let scored = known.iter().map(|(id, names)| {
        let alike = names.iter().map(|name| likeness(given, name)).fold(0.0, f64::max);
        (alike, id)
    });
    let mut scored: Vec<(f64, &String)> = scored.filter(|(alike, _)| *alike >= ALIKE).collect();
    scored.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.cmp(b)));
    scored.into_iter().take(MOST).map(|(_, id)| id.clone()).collect()
}

/// From 0, nothing in common, to 1, the same. A name that holds the whole of the other is rather alike.
fn likeness(given: &str, name: &str) -> f64 {
    let letters = strsim::normalized_damerau_levenshtein(given, name);
    let inside = given.chars().count() > 3 && (name.contains(given) || given.contains(name) && name.len() > 3);
    if inside { letters.max(0.75) } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_the_name_that_was_meant() {
        let known = |ids: &[(&str, &str)]| -> Vec<(String, Vec<String>)> {
            ids.iter().map(|(id, name)| ((*id).to_owned(), vec![id.to_lowercase(), name.to_lowercase()])).collect()
        };
        let places = known(&[("KZ-10", "Abai Region"), ("KZ-75", "Almaty"), ("FR", "France")]);
        assert_eq!(nearest("almaty city", &places), ["KZ-75"]);
        assert_eq!(nearest("farnce", &places), ["FR"]);
        assert_eq!(nearest("kz-01", &places), ["KZ-10", "KZ-75"]);
        assert_eq!(nearest("zzzzz", &places), Vec::<String>::new());
    }
}
