//! What is said of a fault of the program itself: where, and nothing of what it was about. The words of a panic can hold what somebody
//! typed, and what is printed is kept in the logs of the machine.

use std::panic::{PanicHookInfo, set_hook};

/// From now on a fault says its place alone.
pub fn hush() {
    set_hook(Box::new(|fault| eprintln!("{}", said(fault))));
}

fn said(fault: &PanicHookInfo<'_>) -> String {
    let place = fault.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
    format!("pana: a fault of the program at {place}; please report it, with what was done and without names")
}

#[cfg(test)]
mod tests {
    use std::panic::{catch_unwind, take_hook};
    use std::sync::{Arc, Mutex};

    use super::*;

    #[test]
    fn a_fault_tells_its_place_and_not_what_was_typed() {
        let (heard, before) = (Arc::new(Mutex::new(String::new())), take_hook());
        let ear = Arc::clone(&heard);
        set_hook(Box::new(move |fault| ear.lock().expect("nobody else holds it").push_str(&said(fault))));
        let fell = catch_unwind(|| assert!("Әйгерім".is_char_boundary(1), "it is inside of Әйгерім"));
        set_hook(before);
        let heard = heard.lock().expect("nobody else holds it");
        assert!(fell.is_err() && heard.contains("fault.rs:") && !heard.contains("Әйгерім"), "{heard}");
    }
}
