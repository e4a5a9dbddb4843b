//! The matrix of recommendations of the Universal Periodic Review, as OHCHR gives it out since the third cycle: a
//! recommendation with its paragraph and the State that makes it, the position of the State under review, themes, persons.

use super::entry::{Entry, Faults, Journal};
use super::lexicon::Lexicon;
use super::reading::Skipped;
use super::recommendation::{self, POSITIONS, Recommendation};
use super::refusal::Refusal;
use super::{Target, text};

/// Reads the rows into recommendations and one source for each report.
pub fn read(journal: &mut Journal<'_>, lexicon: &Lexicon, target: Target<'_>) -> Result<(), Refusal> {
    let mut section = String::new();
    for entry in journal.entries() {
        let number = entry.raw("text").and_then(|said| recommendation::numbered(said).0);
        match entry.heading().filter(|_| number.is_none()) {
            Some(heading) => {
                section = text::tidy(heading);
                journal.skip(entry, Skipped::Heading);
            }
            None => row(entry, &section, journal, lexicon, target),
        }
    }
    Ok(())
}

fn row<'a>(entry: Entry<'a>, section: &str, journal: &mut Journal<'a>, lexicon: &Lexicon, target: Target<'_>) {
    let habits = lexicon.habits(journal.mapping.kind);
    let mut faults = Faults::of(entry);
    let symbol = faults.must("symbol");
    let (number, said) = recommendation::numbered(&faults.must("text"));
    let (said, makers) = made_by(&said);
    let issued = recommendation::issued(&entry, journal, &mut faults);
    let position = faults.code("position", &POSITIONS).unwrap_or_default().to_owned();
    let mechanism = entry.get("mechanism").unwrap_or_default();
    let (cycle, worked_out) = recommendation::cycle(&entry, habits, &mechanism, issued);
    let stated = entry.get("paragraph").map(|paragraph| paragraph.trim_end_matches('.').to_owned());
    let paragraph = stated.or_else(|| number.clone());
    if paragraph.is_none() && entry.raw("text").is_some() {
        // Without its number a recommendation cannot be found again when the matrix is corrected.
        faults.note("paragraph", Refusal::Missing { field: "paragraph" });
    }
    let paragraph = paragraph.unwrap_or_default();
    let name = format!("{}-{paragraph}", text::slug(&symbol));
    if !journal.settle(entry, faults, "paragraph", &name) {
        return;
    }
    if worked_out {
        journal.worked_out("cycle");
    }
    let state = entry.list("recommending_state").join(";");
    if state.is_empty() && !makers.is_empty() {
        journal.worked_out("recommending_state");
    }
    let language = journal.mapping.language.clone().unwrap_or_default();
    let publisher = entry.get("publisher").unwrap_or_default();
    journal.source(recommendation::source(&entry, habits, &symbol, publisher, &mechanism, issued, &language));
    let recommendation = Recommendation {
        id: name,
        source: text::slug(&symbol),
        kind: "bullet",
        locus: format!("¶{paragraph}"),
        section: section.to_owned(),
        text: said,
        mechanism,
        cycle,
        position,
        recommending_state: if state.is_empty() { makers.join(";") } else { state },
        issued,
    };
    recommendation.record(&entry, journal, target);
}

/// The text without the States in brackets at its end, and these States. Brackets around an abbreviation in capitals
/// belong to the text.
fn made_by(given: &str) -> (String, Vec<String>) {
    let mut said = given.trim_end_matches([';', '.', ' ']).to_owned();
    let mut makers: Vec<String> = Vec::new();
    while said.ends_with(')') {
        let Some(open) = opening(&said) else { break };
        let inside = said[open + 1..said.len() - 1].to_owned();
        if !inside.chars().any(char::is_lowercase) || !inside.starts_with(char::is_uppercase) {
            break;
        }
        let named = inside.split([',', ';']).map(text::tidy).filter(|state| !state.is_empty());
        makers.splice(0..0, named.collect::<Vec<_>>());
        said.truncate(open);
        said = said.trim_end_matches([';', ' ']).to_owned();
    }
    if said.is_empty() { (given.to_owned(), Vec::new()) } else { (said, makers) }
}

/// Where the bracket opens that closes the text: "(Iran (Islamic Republic of))" is one.
fn opening(said: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (place, sign) in said.char_indices().rev() {
        match sign {
            ')' => depth += 1,
            '(' if depth == 1 => return Some(place),
            '(' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(given: &str) -> (String, String) {
        let (said, makers) = made_by(given);
        (said, makers.join(";"))
    }

    #[test]
    fn the_states_in_brackets_at_the_end_make_the_recommendation() {
        assert_eq!(split("Ratify it (Portugal);"), ("Ratify it".into(), "Portugal".into()));
        assert_eq!(split("Ratify it (Chile, Uruguay) (France)."), ("Ratify it".into(), "Chile;Uruguay;France".into()));
        let nested = split("Ratify it (Iran (Islamic Republic of))");
        assert_eq!(nested, ("Ratify it".into(), "Iran (Islamic Republic of)".into()));
    }

    #[test]
    fn an_abbreviation_in_brackets_is_no_state() {
        let said = "Ratify the Convention (CEDAW)";
        assert_eq!(split(said), (said.into(), String::new()));
        assert_eq!(split("(Portugal)"), ("(Portugal)".into(), String::new()));
    }
}
