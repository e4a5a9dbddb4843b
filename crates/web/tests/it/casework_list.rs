//! The list of cases: twenty on a page, each once, newest first.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use pana_casework::policy::Role;

use crate::room::Room;

fn named(body: &str) -> BTreeSet<String> {
    body.split("href=\"/en/casework/cases/")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

#[test]
fn a_long_list_has_pages_and_names_each_case_once() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let cases: BTreeSet<String> = (0..22).map(|_| room.case(&worker, &[])).collect();
    let page = |query: &str| {
        let (status, body) = room.get(&format!("/en/casework{query}"), &worker.cookie);
        assert_eq!(status, StatusCode::OK, "{query}");
        body
    };
    let (first, second) = (page(""), page("?page=2"));
    assert_eq!((named(&first).len(), named(&second).len()), (20, 2));
    assert_eq!(named(&first).union(&named(&second)).cloned().collect::<BTreeSet<_>>(), cases);
    assert!(first.contains("href=\"/en/casework?page=2\" rel=\"next\"") && !first.contains("rel=\"prev\""));
    assert!(second.contains("href=\"/en/casework?page=1\" rel=\"prev\"") && !second.contains("rel=\"next\""));
    // What no page has is the nearest that there is.
    for (asked, shown) in [("?page=999", &second), ("?page=0", &first), ("?page=x", &first), ("?page=-1", &first)] {
        assert_eq!(named(&page(asked)), named(shown), "{asked}");
    }
    let colleague = room.actor(Role::CaseWorker, Some(0));
    let (_, empty) = room.get("/en/casework", &colleague.cookie);
    assert!(named(&empty).is_empty() && !empty.contains("rel=\"next\""));
}
