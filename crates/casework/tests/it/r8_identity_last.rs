//! R8: a case can live with a code name only. Decisions, clock, course, consent and exit have no field for a name or for papers.

use std::collections::BTreeSet;

use pana_casework::decision::{Deciding, accept};
use pana_casework::eligibility::Shown;
use pana_casework::exit::{Exit, ExitReason, FollowUpAgreement};
use pana_casework::stage::{Course, Step};
use serde_json::{Value, to_value};

use crate::world::{clock, consent, day, needs, version, worker};

fn field_names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, inner)| {
            into.insert(name.clone());
            field_names(inner, into);
        }),
        Value::Array(all) => all.iter().for_each(|inner| field_names(inner, into)),
        _ => {}
    }
}

#[test]
fn r8_nothing_on_the_way_from_first_sign_to_exit_asks_who_she_is() {
    let by = Deciding { body: "Social department".to_owned(), on: day("2025-03-01"), recorded_by: worker() };
    let shown = needs(&[("harm", Shown::Yes), ("cut_off", Shown::Yes)]);
    let decision = accept(&shown, by, &version("2025-03-01")).expect("owed");
    let course = Course::begin(day("2025-03-01")).take(Step::Screen, day("2025-03-01"), worker()).expect("a way");
    let exit = Exit {
        on: day("2025-07-01"),
        reason: ExitReason::GoalsMet,
        recorded_by: worker(),
        follow_up: FollowUpAgreement::Declined,
    };
    let mut names = BTreeSet::new();
    for document in [
        to_value(&decision),
        to_value(clock("2025-03-01")),
        to_value(&course),
        to_value(consent("2025-03-01")),
        to_value(&exit),
    ] {
        field_names(&document.expect("JSON"), &mut names);
    }
    // `name` is that of a recipient, `names` are words of the law.
    for forbidden in
        ["surname", "birth", "iin", "passport", "nationality", "citizenship", "address", "telephone", "photo"]
    {
        assert!(names.iter().all(|name| !name.contains(forbidden)), "{forbidden} in {names:?}");
    }
}
