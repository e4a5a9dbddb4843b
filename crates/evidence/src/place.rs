//! Where a fact holds: the world, a region of an index, a country, a part of a country.

use crate::date::PartialDate;

/// The short name of a place: ISO 3166-1 alpha-2 for a country (`KZ`), ISO 3166-2 for a part of it (`KZ-10`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub String);

/// A place and the time it existed within these borders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its short name.
    pub id: PlaceId,
    /// ISO 3166-1 alpha-3 of a country.
    pub iso3: Option<String>,
    /// ISO 3166-2 of a country or a part of it.
    pub iso_3166_2: Option<String>,
    /// English name.
    pub name: String,
    /// `world`, `index_region`, `region`, `country`, `city`.
    pub kind: String,
    /// The place it is a part of.
    pub parent: Option<PlaceId>,
    /// The region of the index it is counted in.
    pub index_region: Option<PlaceId>,
    /// Since when it exists within these borders, as written.
    pub valid_from: Option<String>,
    /// Until when, as written; may carry a remark after the date ("2022-06 boundary change").
    pub valid_to: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

impl Place {
    /// The date at the head of `valid_from`.
    pub fn began(&self) -> Option<PartialDate> {
        head_date(self.valid_from.as_deref())
    }

    /// The date at the head of `valid_to`: figures before and after it count different territories.
    pub fn ended(&self) -> Option<PartialDate> {
        head_date(self.valid_to.as_deref())
    }
}

fn head_date(written: Option<&str>) -> Option<PartialDate> {
    written?.split_whitespace().next()?.parse().ok()
}
