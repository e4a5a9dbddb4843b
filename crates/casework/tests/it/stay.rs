//! Stays: the night they begin in, their end, and taking an end back.

use jiff::civil::{Date, date};
use pana_casework::stay::{Stay, StayRefusal, night};

const CAME: Date = date(2025, 3, 1);

fn stay() -> Stay {
    let (family, needs) = (Vec::new(), std::collections::BTreeSet::new());
    Stay { place: "2".to_owned(), from: CAME, to: None, family, whole: false, needs }
}

#[test]
fn whoever_comes_before_the_morning_comes_in_the_night_before() {
    assert_eq!(night(CAME, 2), date(2025, 2, 28));
    assert_eq!(night(CAME, 6), CAME);
    assert_eq!(night(CAME, 23), CAME);
    assert_eq!(night(Date::MIN, 0), Date::MIN, "there is no day before the first");
}

#[test]
fn a_stay_ends_once_and_not_before_it_began_or_ahead() {
    let today = date(2025, 3, 10);
    assert_eq!(stay().end(date(2025, 2, 28), today), Err(StayRefusal::BeforeItBegan));
    assert_eq!(stay().end(date(2025, 3, 11), today), Err(StayRefusal::NotYet));
    let ended = stay().end(CAME, today).expect("a stay of no night");
    assert_eq!((ended.to, ended.goes_on()), (Some(CAME), false));
    assert_eq!(ended.end(today, today), Err(StayRefusal::Ended));
}

#[test]
fn an_end_can_be_taken_back_for_a_week() {
    let ended = stay().end(date(2025, 3, 5), date(2025, 3, 5)).expect("it ends");
    assert_eq!(ended.take_back(date(2025, 3, 12)), Ok(stay()));
    assert_eq!(ended.take_back(date(2025, 3, 13)), Err(StayRefusal::LongAgo));
    assert_eq!(stay().take_back(CAME), Err(StayRefusal::NotEnded));
}
