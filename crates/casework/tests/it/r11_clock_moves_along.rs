//! R11: a transfer moves the clock with the person; the days already used are carried and shown.

use pana_casework::clock::{ClockRefusal, PauseReason, State};

use crate::world::{centre, clock, day, extension};

#[test]
fn r11_a_transfer_carries_days_used_extensions_and_the_end() {
    let here = clock("2025-01-15").extend(extension("court", 2, day("2025-02-01"))).expect("in time");
    let there = here.transfer(centre("harbour"), day("2025-03-16")).expect("in order");
    let on = day("2025-04-15");
    assert_eq!(there.days_used(on), here.days_used(on));
    assert_eq!((there.end(on), there.extensions.len()), (Some(day("2025-09-15")), 1));
    assert_eq!(there.days_by_centre(on), [(&centre("hearth"), 60), (&centre("harbour"), 30)]);
    assert_eq!(there.days_by_centre(day("2025-03-01")), [(&centre("hearth"), 45), (&centre("harbour"), 0)]);
    assert_eq!(here.transfer(centre("harbour"), day("2025-01-14")), Err(ClockRefusal::OutOfOrder));
}

#[test]
fn r11_days_on_the_way_are_counted_for_nobody() {
    let away = clock("2025-01-15").pause(PauseReason::Transfer, day("2025-03-16")).expect("in order");
    let there = away.transfer(centre("harbour"), day("2025-03-20")).expect("in order");
    let on = day("2025-03-30");
    assert_eq!(there.days_by_centre(on), [(&centre("hearth"), 60), (&centre("harbour"), 10)]);
    assert_eq!((there.days_used(on), there.end(on)), (70, Some(day("2025-07-19"))));
    assert!(matches!(there.state(on), State::Running { .. }), "who is taken in is served");
}
