//! The drawings of a snapshot: maps of the region and comparison charts, in the dress of a page or of a print.

use pana_evidence::PlaceId;

use crate::snapshot::model::{Bar, MapRow};

/// Page or print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress { /// Page.
 Page, /// Print.
 Print }
/// Maps.
pub struct Maps;
/// Draws for one dress.
pub struct Drawings<'a> { _maps: &'a Maps, _dress: Dress }

impl<'a> Drawings<'a> {
    pub fn new(_maps: &'a Maps, _dress: Dress) -> Self { Self { _maps, _dress } }
    pub fn classes(&self, values: &[f64]) -> Vec<(f64, f64)> {
        let mut v = values.to_vec();
        v.sort_by(f64::total_cmp);
        let n = v.len();
        (0..5usize).filter(|_| n >= 5).map(|k| (v[k * n / 5], v[((k + 1) * n / 5).saturating_sub(1)])).collect()
    }
    pub fn map(&self, _: &PlaceId, _: &str, _: &[MapRow], _: &str, _: &str) -> String { String::new() }
    pub fn comparison(&self, _: &str, _: &str, _: &[Bar]) -> String { String::new() }
}
