//! What one may not know exists is answered as what does not exist, in the same time (T3 of docs/security.md).

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::policy::Role;

use crate::room::Room;

/// So often each case is asked for, in turns, so that whatever else the machine does falls on all alike.
const TIMES: usize = 400;

/// A fifth of the five milliseconds that the threat model allows: whoever opened the case before refusing it would show.
const APART: Duration = Duration::from_millis(1);

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[test]
fn t3_a_case_that_is_not_and_one_of_others_are_answered_in_the_same_time() {
    let room = Room::open();
    let [worker, colleague] = [Role::CaseWorker, Role::CaseWorker].map(|role| room.actor(role, Some(0)));
    let elsewhere = room.actor(Role::CaseWorker, Some(1));
    let asked = [("of a colleague", room.case(&colleague, &[])), ("of another centre", room.case(&elsewhere, &[]))];
    let asked = [asked.to_vec(), vec![("that is not", id::new(&mut System))]].concat();
    let mut times = vec![Vec::with_capacity(TIMES); asked.len()];
    for _ in 0..TIMES {
        for ((which, case), times) in asked.iter().zip(&mut times) {
            let begun = Instant::now();
            let (status, _) = room.get(&format!("/en/casework/cases/{case}"), &worker.cookie);
            times.push(begun.elapsed());
            assert_eq!(status, StatusCode::NOT_FOUND, "a case {which}");
        }
    }
    let medians: Vec<Duration> = times.into_iter().map(median).collect();
    let nothing = medians[2];
    for ((which, _), median) in asked.iter().zip(&medians) {
        assert!(median.abs_diff(nothing) < APART, "a case {which}: {median:?}, one that is not: {nothing:?}");
    }
}
