//! The structure message against the schema of SDMX-JSON 2.0: identifiers, references, required properties, data types.

use std::collections::{BTreeMap, BTreeSet};

use pana_evidence::Room;
use pana_publish::export::sdmx;
use serde_json::Value;

use super::room::{builtin_room, room_of_chance, words};
use super::{file, matches};

/// What the messages of data are checked against.
pub struct Structure {
    /// Codes by list.
    pub codes: BTreeMap<String, BTreeSet<String>>,
    /// Components by flow, in order.
    pub flows: BTreeMap<String, Vec<Component>>,
}

/// A column as the structure defines it.
#[derive(Clone, Debug)]
pub struct Component {
    pub id: String,
    pub dimension: bool,
    pub mandatory: bool,
    pub codes: Option<String>,
    pub kind: Option<String>,
}

fn text<'a>(value: &'a Value, property: &str) -> &'a str {
    value[property].as_str().unwrap_or_else(|| panic!("{property} is no text in {value}"))
}

fn list<'a>(value: &'a Value, property: &str) -> &'a Vec<Value> {
    value[property].as_array().unwrap_or_else(|| panic!("{property} is no list in {value}"))
}

/// NCNameIDType of the schema.
const NAME: &str = "^[A-Za-z][A-Za-z0-9_-]*$";
/// IDType of the schema.
const ID: &str = "^[A-Za-z0-9_@$-]+$";
/// VersionType of the schema, the form of two parts.
const VERSION: &str = r"^(0|[1-9]\d*)(\.(0|[1-9]\d*))?$";

/// NameableType: an identifier, a name, and the name in every language.
fn nameable(value: &Value, rule: &'static str) {
    assert!(matches(rule, text(value, "id")), "{}", text(value, "id"));
    for lang in ["en", "ru", "kk"] {
        let name = text(&value["names"], lang);
        assert!(!name.starts_with('['), "a word is missing: {name}");
    }
    assert_eq!(value["name"], value["names"]["en"]);
}

/// MaintainableType.
fn maintainable(value: &Value) {
    nameable(value, NAME);
    assert!(matches(NAME, text(value, "agencyID")));
    assert!(matches(VERSION, text(value, "version")));
}

fn urn(class: &str, value: &Value) -> String {
    let (agency, id, version) = (text(value, "agencyID"), text(value, "id"), text(value, "version"));
    format!("urn:sdmx:org.sdmx.infomodel.{class}={agency}:{id}({version})")
}

/// SimpleDataType of the schema, as far as it occurs.
const TYPES: [&str; 6] =
    ["String", "Decimal", "Integer", "ObservationalTimePeriod", "GregorianTimePeriod", "GregorianDay"];

/// Reads the structure and panics wherever it breaks a rule of the schema.
pub fn read(files: &[(String, Vec<u8>)]) -> Structure {
    let message: Value = serde_json::from_slice(file(files, "structure.json")).expect("JSON");
    let (meta, data) = (&message["meta"], &message["data"]);
    assert!(matches(ID, text(meta, "id")) && matches(NAME, text(&meta["sender"], "id")));
    assert!(matches(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$", text(meta, "prepared")));
    let mut concepts = BTreeSet::new();
    for scheme in list(data, "conceptSchemes") {
        maintainable(scheme);
        for concept in list(scheme, "concepts") {
            nameable(concept, NAME);
            concepts.insert(format!("{}.{}", urn("conceptscheme.Concept", scheme), text(concept, "id")));
        }
    }
    let mut codes = BTreeMap::new();
    for codelist in list(data, "codelists") {
        maintainable(codelist);
        let ids: BTreeSet<String> = list(codelist, "codes").iter().map(|code| text(code, "id").to_owned()).collect();
        assert_eq!(ids.len(), list(codelist, "codes").len(), "{}: a code is there twice", text(codelist, "id"));
        for code in list(codelist, "codes") {
            nameable(code, ID);
            assert!(code.get("parent").and_then(Value::as_str).is_none_or(|parent| ids.contains(parent)));
        }
        codes.insert(urn("codelist.Codelist", codelist), ids);
    }
    let structures: BTreeMap<String, Vec<Component>> = list(data, "dataStructures")
        .iter()
        .map(|found| (urn("datastructure.DataStructure", found), components(found, &concepts, &codes)))
        .collect();
    let flows = list(data, "dataflows").iter().map(|flow| {
        maintainable(flow);
        let id = format!("{}:{}({})", text(flow, "agencyID"), text(flow, "id"), text(flow, "version"));
        (id, structures[text(flow, "structure")].clone())
    });
    Structure { flows: flows.collect(), codes }
}

fn components(
    structure: &Value,
    concepts: &BTreeSet<String>,
    codes: &BTreeMap<String, BTreeSet<String>>,
) -> Vec<Component> {
    maintainable(structure);
    let parts = &structure["dataStructureComponents"];
    let (dimensions, measures) = (&parts["dimensionList"], &parts["measureList"]);
    assert_eq!(text(dimensions, "id"), "DimensionDescriptor");
    assert_eq!(text(measures, "id"), "MeasureDescriptor");
    assert_eq!(text(&parts["attributeList"], "id"), "AttributeDescriptor");
    let mut found = Vec::new();
    for (position, dimension) in list(dimensions, "dimensions").iter().enumerate() {
        assert_eq!(dimension["position"], position);
        assert_ne!(text(dimension, "id"), "TIME_PERIOD", "the name is reserved for the time dimension");
        found.push(Component { dimension: true, ..component(dimension, concepts, codes) });
    }
    if let Some(time) = dimensions.get("timeDimension") {
        assert_eq!(text(time, "id"), "TIME_PERIOD");
        found.push(Component { dimension: true, ..component(time, concepts, codes) });
    }
    found.extend(list(measures, "measures").iter().map(|measure| component(measure, concepts, codes)));
    for attribute in list(&parts["attributeList"], "attributes") {
        let relationship = attribute["attributeRelationship"].as_object().expect("an object");
        assert_eq!(relationship.keys().collect::<Vec<_>>(), ["observation"]);
        found.push(component(attribute, concepts, codes));
    }
    let ids: BTreeSet<&String> = found.iter().map(|component| &component.id).collect();
    assert_eq!(ids.len(), found.len(), "two components have one identifier");
    found
}

fn component(value: &Value, concepts: &BTreeSet<String>, codes: &BTreeMap<String, BTreeSet<String>>) -> Component {
    assert!(matches(NAME, text(value, "id")));
    assert!(concepts.contains(text(value, "conceptIdentity")), "{value}");
    let representation = &value["localRepresentation"];
    let (enumeration, format) = (representation.get("enumeration"), representation.get("format"));
    assert!(enumeration.is_some() != format.is_some(), "either codes or a type: {value}");
    let coded = enumeration.map(|urn| urn.as_str().expect("a reference").to_owned());
    assert!(coded.as_ref().is_none_or(|urn| codes.contains_key(urn)), "{value}");
    let kind = format.map(|format| text(format, "dataType").to_owned());
    assert!(kind.as_ref().is_none_or(|kind| TYPES.contains(&kind.as_str())), "{value}");
    Component {
        id: text(value, "id").to_owned(),
        dimension: false,
        mandatory: value["usage"] == "mandatory",
        codes: coded,
        kind,
    }
}

#[test]
fn the_structure_of_every_room_keeps_the_rules_of_its_schema() {
    let texts = words();
    for room in [builtin_room().clone(), Room::default(), room_of_chance(3)] {
        let structure = read(&sdmx::export(&room, texts));
        assert_eq!(structure.flows.keys().collect::<Vec<_>>(), ["PANA:OBSERVATIONS(1.0)", "PANA:UNDATED(1.0)"]);
        let timeless = &structure.flows["PANA:UNDATED(1.0)"];
        assert!(timeless.iter().all(|component| component.id != "TIME_PERIOD" && component.id != "FREQ"));
    }
}

#[test]
fn names_stand_in_three_languages_and_a_share_is_a_share_of_one() {
    let files = sdmx::export(builtin_room(), words());
    let message: Value = serde_json::from_slice(file(&files, "structure.json")).expect("JSON");
    let code = |list_id: &str, id: &str| -> Value {
        let lists = list(&message["data"], "codelists");
        let codes = list(lists.iter().find(|found| found["id"] == list_id).expect("the list"), "codes");
        codes.iter().find(|code| code["id"] == id).expect("the code").clone()
    };
    assert_eq!(code("CL_AREA", "KZ")["names"]["kk"], "Қазақстан");
    assert_eq!(code("CL_AREA", "KZ-10")["parent"], "KZ");
    // Pages show it times 100; the file holds 0.13.
    assert_eq!(code("CL_UNIT_MEASURE", "share")["name"], "share of one, from 0 to 1");
    assert_eq!(code("CL_INDICATOR", "vict@identified")["names"]["en"], "Victims of trafficking identified");
}
