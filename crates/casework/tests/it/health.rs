//! Entries of medic and psychologist: short, dated, and what is ahead follows from them.

use pana_casework::Confided;
use pana_casework::health::{HealthEntry, HealthKind, HealthRefusal, appointments};
use pana_casework::service::NOTE_LETTERS;

use crate::world::{day, worker};

fn entry(on: &str, next: Option<&str>) -> HealthEntry {
    HealthEntry {
        kind: HealthKind::Appointment,
        on: day(on),
        note: Confided::default(),
        next_on: next.map(day),
        by: worker(),
    }
}

#[test]
fn r9_an_entry_is_short_and_of_a_day_that_has_come() {
    let today = day("2025-03-10");
    assert!(entry("2025-03-10", Some("2025-03-11")).entered(today).is_ok());
    assert_eq!(entry("2025-03-11", None).entered(today), Err(HealthRefusal::NotYet));
    assert_eq!(entry("2025-03-10", Some("2025-03-10")).entered(today), Err(HealthRefusal::NextBefore));
    let long = HealthEntry { note: Confided::new(&"x".repeat(NOTE_LETTERS + 1)), ..entry("2025-03-10", None) };
    assert_eq!(long.entered(today), Err(HealthRefusal::NoteTooLong));
}

#[test]
fn an_appointment_is_ahead_until_something_is_written_of_that_day_or_later() {
    let first = entry("2025-03-01", Some("2025-03-10"));
    assert_eq!(appointments(std::slice::from_ref(&first)), [day("2025-03-10")]);
    let between = entry("2025-03-05", None);
    assert_eq!(appointments(&[first.clone(), between.clone()]), [day("2025-03-10")], "another visit is not this one");
    let kept = entry("2025-03-10", Some("2025-04-10"));
    assert_eq!(appointments(&[first, between, kept]), [day("2025-04-10")]);
    assert!(appointments(&[] as &[HealthEntry]).is_empty());
}
