//! The country files of the Sweat & Toil app as a tree of names: XML as the app carries it, or JSON with the same names.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Value};

/// An element below an element below ...: deeper than any file is meant to be.
const DEEPEST: usize = 64;

/// Reads a file as JSON or, where it begins with `<`, as XML. An element with elements inside becomes an object, a repeated
/// element an array, any other a text; attributes say nothing here.
pub fn read(text: &str) -> Result<Value, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('<') {
        xml(text)
    } else {
        serde_json::from_str(text).map_err(|error| format!("neither XML nor JSON: {error}"))
    }
}

fn xml(text: &str) -> Result<Value, String> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<(String, Map<String, Value>, String)> = vec![(String::new(), Map::new(), String::new())];
    loop {
        let at = reader.buffer_position();
        let failed = |reason: String| format!("not XML at byte {at}: {reason}");
        match reader.read_event().map_err(|error| failed(error.to_string()))? {
            Event::Start(tag) if open.len() < DEEPEST => {
                open.push((tag.name().as_ref().to_owned(), Map::new(), String::new()));
            }
            Event::Start(_) => return Err(failed(format!("elements lie more than {DEEPEST} deep"))),
            Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                if let Some((_, outer, _)) = open.last_mut() {
                    put(outer, name, Value::String(String::new()));
                }
            }
            Event::End(_) => close(&mut open).map_err(failed)?,
            Event::Text(piece) => {
                let piece = piece.into_inner().into_owned();
                said(&mut open, &piece);
            }
            Event::CData(piece) => {
                let piece = piece.into_inner().into_owned();
                said(&mut open, &piece);
            }
            Event::GeneralRef(reference) => {
                let entity = (*reference).to_owned();
                let code = reference.resolve_char_ref().map_err(|error| failed(error.to_string()))?.map(String::from);
                let known = code.or_else(|| quick_xml::escape::resolve_predefined_entity(&entity).map(str::to_owned));
                said(&mut open, &known.ok_or_else(|| failed(format!("&{entity}; is not known")))?);
            }
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
        }
    }
    match open.pop() {
        Some((_, root, _)) if open.is_empty() => Ok(Value::Object(root)),
        _ => Err("not XML: an element is not closed".to_owned()),
    }
}

fn said(open: &mut [(String, Map<String, Value>, String)], piece: &str) {
    if let Some((_, _, text)) = open.last_mut() {
        text.push_str(piece);
    }
}

fn close(open: &mut Vec<(String, Map<String, Value>, String)>) -> Result<(), String> {
    let (name, inside, text) = open.pop().ok_or("an element is closed that was not opened")?;
    let value = if inside.is_empty() { Value::String(text.trim().to_owned()) } else { Value::Object(inside) };
    let (_, outer, _) = open.last_mut().ok_or("an element is closed that was not opened")?;
    put(outer, name, value);
    Ok(())
}

fn put(outer: &mut Map<String, Value>, name: String, value: Value) {
    match outer.get_mut(&name) {
        None => drop(outer.insert(name, value)),
        Some(Value::Array(known)) => known.push(value),
        Some(known) => *known = Value::Array(vec![known.take(), value]),
    }
}

/// The objects of a file that are countries: the root itself, a list of them, or what lies below `Countries` and `Country`.
pub fn countries(root: &Value) -> Vec<&Map<String, Value>> {
    match root {
        Value::Array(items) => items.iter().filter_map(Value::as_object).collect(),
        Value::Object(object) => match ["Countries", "Country", "data"].iter().find_map(|name| object.get(*name)) {
            Some(inner) => countries(inner),
            None if object.contains_key("Name") || object.contains_key("Country_Name") => vec![object],
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The items below a name: one or many.
pub fn items<'a>(object: &'a Map<String, Value>, name: &str) -> Vec<&'a Map<String, Value>> {
    match object.get(name) {
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_object).collect(),
        Some(Value::Object(item)) => vec![item],
        _ => Vec::new(),
    }
}

/// A text below a name; a number or a truth value as it would be typed.
pub fn text(object: &Map<String, Value>, name: &str) -> Option<String> {
    match object.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(if *truth { "Yes" } else { "No" }.to_owned()),
        Value::Null => Some(String::new()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_and_json_with_the_same_names_are_the_same_tree() {
        let xml = "<?xml version=\"1.0\"?><Countries><Country><Name>C&#244;te d&apos;Ivoire</Name><Goods><Good><Good_Name>Cocoa</Good_Name>\
            </Good><Good><Good_Name>Coffee</Good_Name></Good></Goods><Region/></Country></Countries>";
        let json = r#"{"Countries":{"Country":{"Name":"Côte d'Ivoire","Goods":{"Good":[{"Good_Name":"Cocoa"},{"Good_Name":"Coffee"}]},"Region":""}}}"#;
        assert_eq!(read(xml), read(json));
        let tree = read(xml).expect("a tree");
        let found = countries(&tree);
        assert_eq!(found.len(), 1);
        let goods = found[0].get("Goods").and_then(Value::as_object).expect("goods");
        assert_eq!(items(goods, "Good").len(), 2);
    }

    #[test]
    fn what_is_broken_says_so() {
        for broken in ["<a><b></a>", "<a>", "{", "<a>&nonsense;</a>", "</a>", "", &"<a>".repeat(500)] {
            assert!(read(broken).is_err(), "{broken}");
        }
    }
}
