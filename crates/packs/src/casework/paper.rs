//! The languages that only paper speaks: `data/paper/<language>/paper.ftl`. Each says all that the consent and the information sheet say,
//! so that a sheet in it is never half in another language.

use std::collections::{BTreeMap, BTreeSet};

use pana_text::{Lang, Tongue};

use crate::fault::{Fault, Faults};
use crate::files::Files;

/// The messages that a language of paper has to have begin with one of these.
const SPOKEN: [&str; 3] = ["sheet-", "agree-", "leaf-"];

/// Reads every language of paper, by its tag.
///
/// # Errors
/// A file that is not well formed, a message that is missing, one that nothing asks for.
pub fn read_all(data: &Files) -> Result<BTreeMap<String, Tongue>, Faults> {
    let needed = needed(data)?;
    let (mut tongues, mut faults) = (BTreeMap::new(), Vec::new());
    for tag in data.below("paper").folders() {
        let file = format!("paper/{tag}/paper.ftl");
        match read(data, tag, &file) {
            Ok(tongue) => {
                faults.extend(gaps(&tongue, &needed).map(|reason| Fault::of_file(&file, reason)));
                tongues.insert(tag.to_owned(), tongue);
            }
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(tongues) } else { Err(Faults(faults)) }
}

fn read(data: &Files, tag: &str, file: &str) -> Result<Tongue, Fault> {
    if Lang::parse(tag).is_some() {
        return Err(Fault::of_file(file, "this language has its words in `text`"));
    }
    Tongue::read(tag, file, data.text(file)?).map_err(|faulty| Fault::of_file(&faulty.file, faulty.reason))
}

/// What paper says in English.
fn needed(data: &Files) -> Result<BTreeSet<String>, Fault> {
    let text = data.text("text/en/casework_paper.ftl")?;
    let keys = text.lines().filter_map(|line| Some(line.split_once(" =")?.0));
    Ok(keys.filter(|key| SPOKEN.iter().any(|spoken| key.starts_with(spoken))).map(str::to_owned).collect())
}

fn gaps<'a>(tongue: &'a Tongue, needed: &'a BTreeSet<String>) -> impl Iterator<Item = String> + 'a {
    let missing = needed.iter().filter(|key| tongue.get(key).is_none_or(|said| said.trim().is_empty()));
    let strange = tongue.keys().filter(|key| !needed.contains(*key));
    missing.map(|key| format!("`{key}` is missing")).chain(strange.map(|key| format!("nothing asks for `{key}`")))
}

#[cfg(test)]
mod tests {
    use crate::builtin::data;

    #[test]
    fn paper_speaks_uzbek_tajik_and_kyrgyz_and_nobody_has_checked_it_yet() {
        let tongues = super::read_all(&data()).unwrap_or_else(|faults| panic!("{faults}"));
        let found: Vec<(&str, bool)> = tongues.values().map(|tongue| (tongue.tag(), tongue.is_checked())).collect();
        assert_eq!(found, [("ky", false), ("tg", false), ("uz", false)]);
    }

    #[test]
    fn a_gap_and_a_message_too_many_are_told_with_their_file() {
        let mut data = data();
        let whole = data.text("paper/ky/paper.ftl").expect("it is there").to_owned();
        let broken = whole.replace("agree-title = Макулдук\n", "").replace("leaf-title", "leaf-titel");
        data.insert("paper/ky/paper.ftl", broken);
        let faults = super::read_all(&data).expect_err("it is broken").to_string();
        for part in ["paper/ky/paper.ftl", "`agree-title` is missing", "`leaf-title` is missing", "`leaf-titel`"] {
            assert!(faults.contains(part), "{part}: {faults}");
        }
    }

    #[test]
    fn a_language_of_the_pages_has_no_second_place() {
        let mut data = data();
        let text = data.text("paper/ky/paper.ftl").expect("it is there").to_owned();
        data.insert("paper/kk/paper.ftl", text);
        assert!(super::read_all(&data).is_err());
    }
}
