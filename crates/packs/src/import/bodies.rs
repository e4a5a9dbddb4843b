//! Lists of responsible bodies. The first named leads, unless the list marks the one that convenes the others.

use super::lexicon::Bodies;
use super::text;

/// The body that answers for a measure, and those that take part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsible {
    /// The lead.
    pub lead: Option<String>,
    /// The others.
    pub others: Vec<String>,
}

/// Reads a cell. Where it has semicolons or line ends they separate the bodies; else commas do, and a part that begins with a
/// small letter belongs to the name before it ("Ministry of Ecology, geology and ..."), but for words known to begin a name.
pub fn read(cell: &str, habits: &Bodies) -> Responsible {
    let mut bodies: Vec<String> = Vec::new();
    let strong = cell.contains([';', '\n']);
    for part in pieces(cell, strong) {
        let begins = |stem: &String| text::folded(&part).starts_with(stem.as_str());
        let goes_on = part.starts_with(char::is_lowercase) && !habits.small.iter().any(begins);
        match bodies.last_mut().filter(|_| goes_on && !strong) {
            Some(before) => *before = format!("{before}, {part}"),
            None => bodies.push(part),
        }
    }
    let convenes = |body: &String| habits.lead.iter().any(|mark| marked(body, mark));
    let lead = bodies.iter().position(convenes).unwrap_or(0);
    let mut names: Vec<String> = bodies.iter().map(|body| bare(body, habits)).collect();
    let lead = (lead < names.len()).then(|| names.remove(lead));
    names.retain(|name| !name.is_empty());
    Responsible { lead: lead.filter(|name| !name.is_empty()), others: names }
}

/// The parts of a list; a separator inside brackets separates nothing.
fn pieces(cell: &str, strong: bool) -> Vec<String> {
    let mut depth = 0_u32;
    let mut pieces = vec![String::new()];
    for sign in cell.chars() {
        depth = match sign {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let separates = if strong { matches!(sign, ';' | '\n' | '\r') } else { sign == ',' };
        match pieces.last_mut() {
            Some(piece) if !(separates && depth == 0) => piece.push(sign),
            _ => pieces.push(String::new()),
        }
    }
    let tidy = pieces.iter().map(|piece| text::tidy(piece).trim_end_matches([',', '.']).to_owned());
    tidy.filter(|piece| piece.chars().any(char::is_alphanumeric)).collect()
}

fn marked(body: &str, mark: &str) -> bool {
    text::folded(body).contains(&format!("({})", text::folded(mark)))
}

/// The name without the marks in brackets that say nothing about the body.
fn bare(body: &str, habits: &Bodies) -> String {
    let mut name = body.to_owned();
    while let Some(open) = name.find('(') {
        let Some(length) = name[open..].find(')') else { break };
        let inside = text::folded(&name[open + 1..open + length]);
        if !habits.lead.iter().chain(&habits.dropped).any(|mark| text::folded(mark) == inside) {
            break;
        }
        name.replace_range(open..=open + length, " ");
    }
    text::tidy(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn habits() -> Bodies {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Bodies {
            small: words(&["акимат"]), lead: words(&["созыв"]), dropped: words(&["по согласованию"])
        }
    }

    fn read_as(cell: &str) -> (String, Vec<String>) {
        let read = read(cell, &habits());
        (read.lead.unwrap_or_default(), read.others)
    }

    #[test]
    fn the_first_named_body_leads() {
        let expected = ("МТСЗН".to_owned(), vec!["МВД".to_owned(), "акиматы областей".to_owned()]);
        assert_eq!(read_as("МТСЗН, МВД, акиматы областей"), expected);
    }

    #[test]
    fn the_body_that_convenes_the_others_leads() {
        let expected = ("МВД".to_owned(), vec!["МТСЗН".to_owned(), "НПО".to_owned()]);
        assert_eq!(read_as("МТСЗН, МВД (созыв), НПО (по согласованию)"), expected);
    }

    #[test]
    fn a_comma_inside_a_name_does_not_cut_it() {
        let (lead, others) = read_as("Министерство экологии, геологии и природных ресурсов, МВД");
        assert_eq!(lead, "Министерство экологии, геологии и природных ресурсов");
        assert_eq!(others, ["МВД"]);
        assert_eq!(read_as("Министерство культуры, спорта; МВД").1, ["МВД"]);
    }

    #[test]
    fn nobody_named_is_nobody() {
        assert_eq!(read(" , ; ", &habits()), Responsible::default());
        assert_eq!(read("(созыв", &habits()).lead.as_deref(), Some("(созыв"));
    }
}
