//! Importing ILAB's data files for any country: CSV in the shape of its releases, or the country files of the Sweat & Toil app
//! (XML, or JSON with the same names). Figures become observations; goods, conventions, legal standards and suggested actions
//! become records. What cannot be read is named; what is not known is listed, not dropped in silence.

use std::collections::BTreeSet;

use pana_evidence::{Decimal, Observation, Record};
use serde_json::{Map, Value};

use super::column::Kind;
use super::release::{self, Given, Known, Release, SOURCE};
use super::tree::{self, items, text};
use crate::fault::Fault;

/// What a file brought.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Its figures, each change a dated revision.
    pub observations: Vec<Observation>,
    /// Goods, conventions, legal standards, suggested actions.
    pub records: Vec<Record>,
    /// Every row or field that was refused.
    pub refused: Vec<Fault>,
    /// Fields nobody here knows, each once.
    pub left_out: Vec<String>,
}

/// The name of the pack that imported records belong to.
pub const PACK: &str = "ilab";

/// The list that the goods of a country file are on.
const LIST: &str = "TVPRA list of goods";

/// Reads a file. `given` says what the file does not: a country file has neither year nor day of release.
pub fn import<'a>(file: &str, text: &str, known: &Known<'a>, given: &Given<'a>) -> Imported {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with(['<', '{', '[']) {
        return countries(file, text, known, given);
    }
    let (releases, mut refused) = release::read(file, text, known, given);
    let (observations, wrong) = release::observations(file, &releases, known);
    refused.extend(wrong);
    Imported { observations, refused, ..Imported::default() }
}

fn countries<'a>(file: &str, text: &str, known: &Known<'a>, given: &Given<'a>) -> Imported {
    let mut imported = Imported::default();
    let tree = match tree::read(text) {
        Ok(tree) => tree,
        Err(reason) => return Imported { refused: vec![Fault::of_file(file, reason)], ..imported },
    };
    let found = tree::countries(&tree);
    if found.is_empty() {
        imported
            .refused
            .push(Fault::of_file(file, "there is no country in it; expected Countries with Country inside"));
    }
    let Some(year) = given.year else {
        let reason = "the file does not say which reporting year it is about; give the year";
        return Imported { refused: vec![Fault::of_file(file, reason)], ..imported };
    };
    let mut releases = Vec::new();
    let mut left_out = BTreeSet::new();
    for object in found {
        let mut page = Page { file, object, year, known, given, left_out: &mut left_out, imported: &mut imported };
        releases.extend(page.read());
    }
    let (observations, wrong) = release::observations(file, &releases, known);
    imported.observations = observations;
    imported.refused.extend(wrong);
    imported.left_out = left_out.into_iter().collect();
    imported
}

/// One country of a file.
struct Page<'p, 'a> {
    file: &'p str,
    object: &'p Map<String, Value>,
    year: i16,
    known: &'p Known<'a>,
    given: &'p Given<'a>,
    left_out: &'p mut BTreeSet<String>,
    imported: &'p mut Imported,
}

impl<'a> Page<'_, 'a> {
    fn read(&mut self) -> Option<Release<'a>> {
        let name = text(self.object, "Name").or_else(|| text(self.object, "Country_Name")).unwrap_or_default();
        let Some(country) = self.known.columns.country(&name, self.known.places) else {
            self.refuse("Name", format!("`{name}` is not a country of the world pack"));
            return None;
        };
        let code = country.id.0.clone();
        self.goods(&code, &name);
        self.conventions(&code, &name);
        self.standards(&code, &name);
        self.actions(&code, &name);
        Some(Release {
            line: None,
            country,
            year: self.year,
            released: self.given.released,
            cells: self.figures(&name),
        })
    }

    fn refuse(&mut self, field: &str, reason: String) {
        let column = Some(field.to_owned());
        self.imported.refused.push(Fault { column, ..Fault::of_file(self.file, reason) });
    }

    fn inner(&self, name: &str) -> Option<&'_ Map<String, Value>> {
        self.object.get(name).and_then(Value::as_object)
    }

    fn figures(&mut self, country: &str) -> Vec<(&'a super::column::Column, String)> {
        let level = text(self.object, "Advancement_Level").map(|label| ("Advancement_Level".to_owned(), label));
        let fields = self.inner("Enforcements").cloned().unwrap_or_default();
        let enforcement = fields.keys().filter_map(|name| Some((name.clone(), text(&fields, name)?)));
        let mut cells = Vec::new();
        for (name, written) in level.into_iter().chain(enforcement.collect::<Vec<_>>()) {
            let Some(column) = self.known.columns.find(&name) else {
                self.left_out.insert(name);
                continue;
            };
            match super::cell::read(column.kind, column.comparator, &written) {
                Ok(_) => cells.push((column, written)),
                Err(reason) => {
                    let kind = if column.kind == Kind::Label { "" } else { "Enforcements." };
                    self.refuse(&format!("{kind}{name}"), format!("{country}: {reason}"));
                }
            }
        }
        cells
    }

    fn keep(&mut self, table: &str, key: String, cells: &[(&str, &str)]) {
        let cells = cells.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect();
        self.imported.records.push(Record { pack: PACK.to_owned(), table: table.to_owned(), key, cells });
    }

    fn goods(&mut self, code: &str, country: &str) {
        let goods = self.inner("Goods").map(|goods| items(goods, "Good").into_iter().cloned().collect::<Vec<_>>());
        for good in goods.unwrap_or_default() {
            let name = text(&good, "Good_Name").unwrap_or_default();
            let mark = |field: &str| marked(text(&good, field).as_deref());
            if name.is_empty() {
                self.refuse("Goods.Good_Name", format!("{country}: a good without a name"));
                continue;
            }
            let edition = format!("with the findings of {}", self.year);
            let cells = [
                ("list", LIST),
                ("edition", &edition),
                ("good", &name),
                ("country", code),
                ("child_labor", mark("Child_Labor")),
                ("forced_labor", mark("Forced_Labor")),
                ("forced_child_labor", mark("Forced_Child_Labor")),
                ("derived", mark("Derived_Labor_Exploitation")),
                ("derived_country", &text(&good, "Derived_Country").unwrap_or_default()),
                ("source_id", SOURCE),
                ("locus", &format!("{country}, Goods")),
            ];
            self.keep("goods", format!("{LIST}|{edition}|{name}|{code}"), &cells);
        }
    }

    fn conventions(&mut self, code: &str, country: &str) {
        let fields = self.inner("Conventions").cloned().unwrap_or_default();
        for name in fields.keys() {
            let convention = name.to_lowercase().trim_end_matches("_ratified").to_owned();
            let ratified = said(text(&fields, name).as_deref());
            let (year, locator) = (self.year.to_string(), format!("{country}, Conventions"));
            let cells = [
                ("convention", convention.as_str()),
                ("country", code),
                ("ratified", ratified),
                ("year", &year),
                ("source_id", SOURCE),
                ("locus", &locator),
            ];
            self.keep("conventions", format!("{code}|{year}|{convention}"), &cells);
        }
    }

    fn standards(&mut self, code: &str, country: &str) {
        let fields = self.inner("Legal_Standards").cloned().unwrap_or_default();
        for (name, value) in &fields {
            // Two names are misspelt in the files.
            let standard = name.to_lowercase().replace("minumum", "minimum");
            let Some(value) = value.as_object() else { continue };
            let part = |field: &str| text(value, field);
            let age = match age(part("Age").as_deref()) {
                Ok(age) => age,
                Err(reason) => {
                    self.refuse(&format!("Legal_Standards.{name}.Age"), format!("{country}: {reason}"));
                    continue;
                }
            };
            let (year, locator) = (self.year.to_string(), format!("{country}, Legal_Standards"));
            let cells = [
                ("standard", standard.as_str()),
                ("country", code),
                ("stated", said(part("Standard").as_deref())),
                ("age", &age),
                ("calculated", said(part("Calculated_Age").as_deref())),
                ("conforms", said(part("Conforms_To_Intl_Standard").as_deref())),
                ("year", &year),
                ("source_id", SOURCE),
                ("locus", &locator),
            ];
            self.keep("legal_standards", format!("{code}|{year}|{standard}"), &cells);
        }
    }

    fn actions(&mut self, code: &str, country: &str) {
        let areas = self.inner("Suggested_Actions").cloned().unwrap_or_default();
        for (area, inside) in &areas {
            let actions = inside.as_object().map(|inside| items(inside, "Action")).unwrap_or_default();
            let names = actions.into_iter().filter_map(|action| text(action, "Name"));
            let names: Vec<String> = names.filter(|name| !matches!(name.as_str(), "" | "N/A")).collect();
            for (position, name) in names.iter().enumerate() {
                let (year, locator) = (self.year.to_string(), format!("{country}, Suggested_Actions"));
                let cells = [
                    ("country", code),
                    ("year", year.as_str()),
                    ("action_area", &area.to_lowercase()),
                    ("text", name),
                    ("source_id", SOURCE),
                    ("locus", &locator),
                ];
                let key = format!("{code}|{year}|{}|{:02}", area.to_lowercase(), position + 1);
                self.keep("ilab_suggested_actions", key, &cells);
            }
        }
    }
}

/// `yes` and `no`; everything else is not known.
fn said(written: Option<&str>) -> &'static str {
    match written.map(str::trim) {
        Some(yes) if yes.eq_ignore_ascii_case("yes") => "yes",
        Some(no) if no.eq_ignore_ascii_case("no") => "no",
        _ => "",
    }
}

fn marked(written: Option<&str>) -> &'static str {
    match said(written) {
        "" => "not shown",
        known => known,
    }
}

/// An age in years; a footnote sign or number behind it says nothing about the age.
fn age(written: Option<&str>) -> Result<String, String> {
    let plain = written.unwrap_or_default().trim_end_matches(['†', '‡', '*', 'Φ']).trim();
    let number = plain.split_once('(').map_or(plain, |(number, _)| number.trim_end());
    match number {
        "" | "N/A" | "No" | "Unknown" | "Unavailable" => Ok(String::new()),
        digits if digits.parse::<u8>().is_ok() && digits.parse::<Decimal>().is_ok() => Ok(digits.to_owned()),
        other => Err(format!("`{other}` is not an age in years")),
    }
}
