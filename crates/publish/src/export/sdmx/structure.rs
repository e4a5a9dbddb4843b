//! Structure: the structure message (SDMX-JSON 2.0) that defines every column and every code of the data messages: a
//! concept scheme, the code lists, two data structures and their flows. Names are in three languages.

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::{Basis, Comparator, Coverage, ObservationStatus, Room};
use pana_text::{Lang, Texts};
use serde_json::{Value, json};

use super::row::{Component, Flow, NO_SERIES, Role, Row, Values, series_code};
use super::{AGENCY, VERSION, code};
use crate::export::newest;

const SCHEMA: &str = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/\
    sdmx-json-structure-schema.json";

/// What something is called in each language.
type Names = BTreeMap<Lang, String>;

/// The message.
pub fn message(room: &Room, rows: &[Row], texts: &Texts) -> Vec<u8> {
    // No clock: the facts are as they were known when the newest of them was released.
    let prepared = newest(room).map_or("0001-01-01".to_owned(), |day| day.to_string());
    let words = Vocabulary { texts };
    let message = json!({
        "meta": {
            "schema": SCHEMA,
            "id": "PANA-PUBLIC-ROOM",
            "test": false,
            "prepared": format!("{prepared}T00:00:00Z"),
            "contentLanguages": ["en", "ru", "kk"],
            "sender": { "id": AGENCY },
        },
        "data": {
            "conceptSchemes": [concepts(&words)],
            "codelists": codelists(room, rows, &words),
            "dataStructures": Flow::ALL.map(|flow| data_structure(flow, &words)),
            "dataflows": Flow::ALL.map(|flow| dataflow(flow, &words)),
        },
    });
    let mut bytes = serde_json::to_vec_pretty(&message).expect("a value of texts and numbers is JSON");
    bytes.push(b'\n');
    bytes
}

fn urn(class: &str, id: &str) -> String {
    format!("urn:sdmx:org.sdmx.infomodel.{class}={AGENCY}:{id}({VERSION})")
}

/// Something with an identifier and names.
fn named(id: &str, names: &Names) -> Value {
    let all: serde_json::Map<String, Value> =
        names.iter().map(|(lang, name)| (lang.tag().to_owned(), name.as_str().into())).collect();
    json!({ "id": id, "name": names.get(&Lang::En), "names": all })
}

fn maintained(id: &str, names: &Names) -> Value {
    let mut value = named(id, names);
    value["agencyID"] = AGENCY.into();
    value["version"] = VERSION.into();
    value
}

fn concepts(words: &Vocabulary<'_>) -> Value {
    let concepts = Flow::Dated.components().map(|component| {
        let key = component.id.to_ascii_lowercase();
        let mut concept = named(component.id, &words.said(&format!("concept-{key}")));
        if let Some(about) = words.known(&format!("concept-{key}-about")) {
            let described = named("", &about);
            concept["description"] = described["name"].clone();
            concept["descriptions"] = described["names"].clone();
        }
        concept
    });
    let mut scheme = maintained("CONCEPTS", &words.said("export-concepts"));
    scheme["concepts"] = concepts.collect();
    scheme
}

fn data_structure(flow: Flow, words: &Vocabulary<'_>) -> Value {
    let of = |roles: &[Role]| -> Vec<&'static Component> {
        flow.components().filter(|component| roles.contains(&component.role)).collect()
    };
    let dimensions = of(&[Role::Dimension]);
    let dimensions = dimensions.iter().enumerate().map(|(position, component)| {
        let mut dimension = described(component);
        dimension["position"] = position.into();
        dimension
    });
    let mut list = json!({ "id": "DimensionDescriptor", "dimensions": dimensions.collect::<Vec<_>>() });
    if let Some(time) = of(&[Role::Time]).first() {
        list["timeDimension"] = described(time);
    }
    let measures = of(&[Role::Measure]).into_iter().map(|component| {
        let mut measure = described(component);
        measure["usage"] = "optional".into();
        measure
    });
    let attributes = of(&[Role::Mandatory, Role::Optional]);
    let attributes = attributes.into_iter().map(attribute);
    let mut structure = maintained(flow.id(), &words.said(flow_key(flow)));
    structure["dataStructureComponents"] = json!({
        "dimensionList": list,
        "measureList": { "id": "MeasureDescriptor", "measures": measures.collect::<Vec<_>>() },
        "attributeList": { "id": "AttributeDescriptor", "attributes": attributes.collect::<Vec<_>>() },
    });
    structure
}

fn described(component: &Component) -> Value {
    let representation = match component.values {
        Values::Coded(list) => json!({ "enumeration": urn("codelist.Codelist", list) }),
        Values::Typed(kind) => json!({ "format": { "dataType": kind } }),
    };
    json!({
        "id": component.id,
        "conceptIdentity": format!("{}.{}", urn("conceptscheme.Concept", "CONCEPTS"), component.id),
        "localRepresentation": representation,
    })
}

fn attribute(component: &Component) -> Value {
    let mut attribute = described(component);
    attribute["usage"] = if component.role == Role::Mandatory { "mandatory" } else { "optional" }.into();
    attribute["attributeRelationship"] = json!({ "observation": {} });
    attribute
}

fn flow_key(flow: Flow) -> &'static str {
    match flow {
        Flow::Dated => "export-dated",
        Flow::Undated => "export-undated",
    }
}

fn dataflow(flow: Flow, words: &Vocabulary<'_>) -> Value {
    let mut value = maintained(flow.id(), &words.said(flow_key(flow)));
    value["structure"] = urn("datastructure.DataStructure", flow.id()).into();
    value
}

/// Codes with their names, in order.
type Codes = BTreeMap<String, Names>;

fn codelists(room: &Room, rows: &[Row], words: &Vocabulary<'_>) -> Vec<Value> {
    let fixed = |codes: &[&str], prefix: &str| -> Codes {
        codes
            .iter()
            .map(|&code| (code.to_owned(), words.said(&format!("{prefix}{}", code.to_ascii_lowercase()))))
            .collect()
    };
    let of_data = |texts: BTreeSet<&str>, names: &dyn Fn(&str) -> Names| -> Codes {
        texts.into_iter().map(|text| (code::text(text), names(text))).collect()
    };
    let observations = || room.observations();
    let basis: Vec<&str> = Basis::ALL.iter().map(|(_, code)| *code).collect();
    let coverage: Vec<&str> = Coverage::ALL.iter().map(|(_, code)| *code).collect();
    let status: Vec<&str> = ObservationStatus::ALL.iter().map(|(_, code)| *code).collect();
    let mut status = fixed(&status, "status-");
    status.insert("B".to_owned(), words.said("export-status-b"));
    let indicators = room.indicators().map(|found| (code::indicator(&found.id.0), words.of_data(&found.name)));
    let sources = room.sources().map(|source| (code::text(&source.id.0), words.of_data(&source.title)));
    let statements: BTreeSet<&str> = rows.iter().map(|row| row.cell("STATEMENT")).collect();
    let mut lists = vec![
        ("CL_FREQ", fixed(&["A", "M", "D", "_O"], "export-freq-")),
        ("CL_INDICATOR", indicators.collect()),
        (
            "CL_SUBGROUP",
            of_data(observations().map(|o| o.subgroup.as_str()).collect(), &|text| words.code("subgroup", text)),
        ),
        ("CL_STANDING", fixed(&["P", "D"], "export-standing-")),
        ("CL_SERIES", series(room, words)),
        ("CL_SOURCE", sources.collect()),
        ("CL_STATEMENT", statements.into_iter().map(|place| (place.to_owned(), words.of_data(place))).collect()),
        ("CL_OBS_STATUS", status),
        ("CL_UNIT_MEASURE", of_data(observations().map(|o| o.unit.as_str()).collect(), &|unit| words.unit(unit))),
        ("CL_COMPARATOR", fixed(&Comparator::ALL.map(|(_, code)| code), "export-comparator-")),
        ("CL_BASIS", fixed(&basis, "basis-")),
        ("CL_COVERAGE", fixed(&coverage, "coverage-")),
        (
            "CL_PERIOD_TYPE",
            of_data(observations().map(|o| o.period.kind.as_str()).collect(), &|kind| words.code("value", kind)),
        ),
    ];
    lists.sort_by_key(|(id, _)| *id);
    let mut lists: Vec<Value> = lists.into_iter().map(|(id, codes)| codelist(id, &codes, words)).collect();
    lists.insert(0, areas(room, words));
    lists
}

fn codelist(id: &str, codes: &Codes, words: &Vocabulary<'_>) -> Value {
    let concept = id.trim_start_matches("CL_").to_ascii_lowercase();
    let concept = if concept == "area" { "ref_area".to_owned() } else { concept };
    let mut list = maintained(id, &words.said(&format!("concept-{concept}")));
    list["codes"] = codes.iter().map(|(code, names)| named(code, names)).collect();
    list
}

/// The places, each within the place it is a part of.
fn areas(room: &Room, words: &Vocabulary<'_>) -> Value {
    let places = room.places().map(|place| (code::text(&place.id.0), words.of_data(&place.name)));
    let mut list = codelist("CL_AREA", &places.collect(), words);
    let parents: BTreeMap<String, String> = room
        .places()
        .filter_map(|place| Some((code::text(&place.id.0), code::text(&room.place(place.parent.as_ref()?)?.id.0))))
        .collect();
    for area in list["codes"].as_array_mut().into_iter().flatten() {
        if let Some(parent) = area["id"].as_str().and_then(|id| parents.get(id)) {
            area["parent"] = parent.as_str().into();
        }
    }
    list
}

fn series(room: &Room, words: &Vocabulary<'_>) -> Codes {
    let editions = room.observations().filter_map(|observation| observation.series.as_ref());
    let mut codes: Codes = editions
        .map(|(series, edition)| (series_code(series, edition), words.of_data(&format!("{series} {edition}"))))
        .collect();
    codes.insert(NO_SERIES.to_owned(), words.said("export-no-series"));
    codes
}

/// Names in all languages.
struct Vocabulary<'a> {
    texts: &'a Texts,
}

impl Vocabulary<'_> {
    fn all(&self, name: impl Fn(&pana_text::Words) -> String) -> Names {
        Lang::ALL.into_iter().map(|lang| (lang, name(self.texts.get(lang)))).collect()
    }

    /// A message.
    fn said(&self, key: &str) -> Names {
        self.all(|words| words.say(key))
    }

    /// A message, where there is one.
    fn known(&self, key: &str) -> Option<Names> {
        self.texts.get(Lang::En).has(key).then(|| self.said(key))
    }

    /// A text of the data, translated where it is.
    fn of_data(&self, text: &str) -> Names {
        self.all(|words| words.name(text).to_owned())
    }

    /// A code of the data: its message, or its text.
    fn code(&self, prefix: &str, code: &str) -> Names {
        self.known(&format!("{prefix}-{code}")).unwrap_or_else(|| self.of_data(code))
    }

    /// A unit. Pages show some figures in another unit than they are stored in; here they are as stored.
    fn unit(&self, unit: &str) -> Names {
        let keys = [format!("export-unit-{unit}"), format!("unit-{unit}")];
        keys.iter().find_map(|key| self.known(key)).unwrap_or_else(|| self.of_data(unit))
    }
}
