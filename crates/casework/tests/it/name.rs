//! Names that are one name meet in whatever script they were written; names of two people stay apart.

use pana_casework::name::{meet, spellings};
use proptest::prelude::*;

fn pairs(table: &str) -> Vec<(String, String)> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.deserialize().map(|row| row.expect("two names")).collect()
}

#[test]
fn one_name_in_two_spellings_meets() {
    let pairs = pairs(include_str!("names/meet.csv"));
    assert!(pairs.len() >= 60, "{}", pairs.len());
    let apart: Vec<_> = pairs.iter().filter(|(one, other)| !meet(one, other)).collect();
    let forms = |name: &String| (name.clone(), spellings(name));
    let apart: Vec<_> = apart.iter().map(|(one, other)| (forms(one), forms(other))).collect();
    assert!(apart.is_empty(), "{apart:#?}");
}

#[test]
fn two_names_stay_apart() {
    let pairs = pairs(include_str!("names/differ.csv"));
    assert!(pairs.len() >= 40, "{}", pairs.len());
    let together: Vec<_> = pairs.iter().filter(|(one, other)| meet(one, other)).collect();
    assert!(together.is_empty(), "{together:?}");
}

proptest! {
    #[test]
    fn a_name_meets_itself_in_capitals_and_with_marks(name in "[А-ЯӘҒҚҢӨҰҮҺІа-яәғқңөұүһіA-Za-z]{1,20}") {
        let forms = spellings(&name);
        prop_assert!(forms.len() <= 64);
        prop_assert_eq!(&spellings(&name.to_uppercase()), &spellings(&name.to_lowercase()));
        prop_assert_eq!(&spellings(&format!(" {name}-")), &forms);
    }

    #[test]
    fn nothing_makes_it_fail(name in ".{0,60}") {
        let _ = spellings(&name);
    }
}
