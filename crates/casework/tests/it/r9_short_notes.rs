//! R9: the story is told once; a note about a service is short.

use pana_casework::service::{Amount, Delivered, DeliveryRefusal, NOTE_LETTERS, ServiceCode, Unit, deliver};

use crate::world::{day, worker};

fn with_note(note: &str) -> Delivered {
    Delivered {
        kind: ServiceCode::parse("medical").expect("a code"),
        on: day("2025-03-01"),
        amount: Amount { hundredths: 150, unit: Unit::Hour },
        by: worker(),
        note: Some(note.to_owned()),
    }
}

#[test]
fn r9_a_note_is_short_and_counted_in_letters_of_any_script() {
    let today = day("2025-03-01");
    let longest = "ә".repeat(NOTE_LETTERS);
    assert_eq!(deliver(with_note(&longest), today).expect("short enough").note, Some(longest.clone()));
    assert_eq!(deliver(with_note(&(longest + "і")), today), Err(DeliveryRefusal::NoteTooLong));
    assert_eq!(deliver(with_note("  \n "), today).expect("no note").note, None);
    assert_eq!(deliver(with_note("x"), day("2025-02-28")), Err(DeliveryRefusal::NotYet));
    let nothing = Delivered { amount: Amount { hundredths: 0, unit: Unit::Hour }, ..with_note("x") };
    assert_eq!(deliver(nothing, today), Err(DeliveryRefusal::NoAmount));
}
