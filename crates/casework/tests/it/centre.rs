//! R12: places by sex, age, family and accessibility; free = places − present − reserved; funding that ends.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use pana_casework::age::AgeGroup;
use pana_casework::centre::{
    Ask, Bed, Funding, Guest, House, Now, Reservation, Room, RoomAge, RoomRefusal, RoomSex, funding_alarm,
};
use pana_casework::person::Sex;
use pana_casework::task::{For, Task, TaskKind};

const NIGHT: Date = date(2025, 3, 1);

fn now() -> Now {
    Now { night: NIGHT, at: "2025-03-01T18:00:00Z".parse().expect("an instant") }
}

fn room(id: &str, sex: RoomSex, age: RoomAge, places: u16) -> Room {
    let from = date(2024, 1, 1);
    Room { id: id.to_owned(), name: id.to_owned(), sex, age, family: false, accessible: false, places, from, to: None }
}

fn house() -> House {
    let mut rooms = vec![
        room("women", RoomSex::Women, RoomAge::Adults, 4),
        room("men", RoomSex::Men, RoomAge::Adults, 3),
        room("girls", RoomSex::Women, RoomAge::Children, 2),
        room("family", RoomSex::Any, RoomAge::Any, 4),
        room("ground", RoomSex::Women, RoomAge::Adults, 2),
    ];
    rooms[3].family = true;
    rooms[4].accessible = true;
    House { rooms, ..House::default() }
}

fn bed(stay: &str, room: &str, from: Date, to: Option<Date>) -> Bed {
    Bed { stay: stay.to_owned(), room: room.to_owned(), persons: 1, whole: false, from, to }
}

fn reservation(room: &str, places: u16, hours_ago: i64) -> Reservation {
    let made_at: Timestamp = now().at - SignedDuration::from_hours(hours_ago);
    Reservation { id: "r1".to_owned(), room: room.to_owned(), places, made_at, released_at: None }
}

const WOMAN: Guest = Guest { sex: Sex::Female, age_group: AgeGroup::Adult };
const MAN: Guest = Guest { sex: Sex::Male, age_group: AgeGroup::Adult };
const GIRL: Guest = Guest { sex: Sex::Female, age_group: AgeGroup::Child };
const BOY: Guest = Guest { sex: Sex::Male, age_group: AgeGroup::Child };
const UNKNOWN: Guest = Guest { sex: Sex::Unknown, age_group: AgeGroup::Adult };

fn offers(house: &House, guest: Guest, family: &[Guest], accessible: bool) -> Vec<(String, bool)> {
    let ask = Ask { guest, family: family.to_vec(), accessible };
    house.offers(&ask, now()).into_iter().map(|offer| (offer.room, offer.whole)).collect()
}

fn named(expected: &[(&str, bool)]) -> Vec<(String, bool)> {
    expected.iter().map(|(room, whole)| ((*room).to_owned(), *whole)).collect()
}

#[test]
fn r12_free_is_places_less_present_less_reserved() {
    let mut house = house();
    house.beds = vec![
        bed("a", "women", date(2025, 2, 1), None),
        bed("b", "women", NIGHT, None),
        bed("left today", "women", date(2025, 1, 1), Some(NIGHT)),
        bed("comes tomorrow", "women", date(2025, 3, 2), None),
    ];
    house.reservations = vec![reservation("women", 1, 23), reservation("women", 2, 24)];
    let women = house.occupancy(&house.rooms[0], now());
    assert_eq!((women.places, women.present, women.reserved, women.free, women.over), (4, 2, 1, 1, 0));
    assert_eq!(house.total(now()).free, 1 + 3 + 2 + 4 + 2);
    assert_eq!(house.here(NIGHT).map(|bed| bed.stay.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn r12_a_reservation_given_up_is_free_at_once_and_too_many_people_are_a_fact() {
    let mut house = house();
    house.reservations = vec![Reservation { released_at: Some(now().at), ..reservation("men", 2, 1) }];
    assert_eq!(house.occupancy(&house.rooms[1], now()).free, 3);
    house.beds = (0..5).map(|n| bed(&n.to_string(), "men", NIGHT, None)).collect();
    let men = house.occupancy(&house.rooms[1], now());
    assert_eq!((men.free, men.over), (0, 2));
    house.rooms[0].to = Some(NIGHT);
    assert_eq!(house.occupancy(&house.rooms[0], now()).places, 0, "a room that is closed has no places");
}

#[test]
fn r12_what_fits_by_sex_age_family_and_accessibility() {
    let house = house();
    assert_eq!(offers(&house, WOMAN, &[], false), named(&[("women", false), ("ground", false), ("family", true)]));
    assert_eq!(offers(&house, WOMAN, &[], true), named(&[("ground", false)]));
    assert_eq!(offers(&house, MAN, &[], false), named(&[("men", false), ("family", true)]));
    assert_eq!(offers(&house, GIRL, &[], false), named(&[("girls", false), ("family", true)]));
    assert_eq!(
        offers(&house, BOY, &[], false),
        named(&[("family", true)]),
        "no boy alone with men or in the women's wing"
    );
    let with_son = offers(&house, WOMAN, &[BOY], false);
    assert_eq!(with_son, named(&[("family", true), ("women", true), ("ground", true)]));
    assert_eq!(offers(&house, MAN, &[GIRL], false), named(&[("family", true)]));
    assert_eq!(offers(&house, WOMAN, &[MAN, BOY, GIRL], false), named(&[("family", true)]));
    assert_eq!(offers(&house, WOMAN, &[GIRL, GIRL, GIRL, GIRL], false), [], "five people, no room for five");
}

#[test]
fn r12_a_family_and_whose_sex_is_not_known_get_a_room_that_nobody_else_is_in() {
    let mut house = house();
    assert!(offers(&house, UNKNOWN, &[], false).iter().all(|(_, whole)| *whole));
    assert!(!offers(&house, UNKNOWN, &[], false).is_empty());
    for room in ["family", "women", "ground", "men"] {
        house.beds.push(bed(room, room, NIGHT, None));
    }
    assert_eq!(offers(&house, UNKNOWN, &[], false), []);
    assert_eq!(offers(&house, WOMAN, &[BOY], false), []);
    assert_eq!(offers(&house, WOMAN, &[], false), named(&[("women", false), ("ground", false)]));
}

#[test]
fn r1_r7_allocation_receives_sex_age_family_and_accessibility_only() {
    // A field added to what allocation receives does not compile here, and then somebody must say why.
    let Ask { guest: Guest { sex: _, age_group: _ }, family: _, accessible: _ } =
        Ask { guest: WOMAN, family: vec![], accessible: false };
    let sent = serde_json::json!({"guest": {"sex": "female", "age_group": "adult"}, "family": [], "accessible": false});
    assert_eq!(serde_json::to_value(Ask { guest: WOMAN, family: vec![], accessible: false }).expect("JSON"), sent);
}

fn funding(from: Date, to: Date) -> Funding {
    Funding { from, to, source: "order".to_owned() }
}

#[test]
fn r12_funding_that_ends_without_a_successor_is_told_ninety_days_before() {
    let year = funding(date(2025, 1, 1), date(2025, 12, 31));
    let alarm = |periods: &[Funding], on| funding_alarm(periods, 90, on).map(|alarm| (alarm.ends, alarm.days_left));
    assert_eq!(alarm(std::slice::from_ref(&year), date(2025, 10, 1)), None);
    assert_eq!(alarm(std::slice::from_ref(&year), date(2025, 10, 2)), Some((date(2025, 12, 31), 90)));
    assert_eq!(alarm(std::slice::from_ref(&year), date(2026, 1, 10)), Some((date(2025, 12, 31), -10)));
    let told = funding_alarm(std::slice::from_ref(&year), 90, date(2025, 12, 1)).expect("an alarm").task(90);
    assert_eq!(told, Task { due: date(2025, 10, 2), kind: TaskKind::FundingEnds, whom: For::Head });
    let next = funding(date(2026, 1, 1), date(2026, 12, 31));
    assert_eq!(alarm(&[next.clone(), year.clone()], date(2025, 12, 1)), None);
    let late = funding(date(2026, 2, 1), date(2026, 12, 31));
    assert_eq!(alarm(&[year, late], date(2025, 12, 1)), Some((date(2025, 12, 31), 30)), "a gap is no successor");
    assert_eq!(alarm(&[], NIGHT), None);
}

#[test]
fn r12_a_room_that_one_household_has_whole_has_no_free_place_for_others() {
    let mut house = house();
    house.beds = vec![Bed { persons: 2, whole: true, ..bed("mother and son", "women", NIGHT, None) }];
    let women = house.occupancy(&house.rooms[0], now());
    assert_eq!((women.places, women.present, women.free, women.over), (4, 2, 0, 0));
    assert_eq!(offers(&house, WOMAN, &[], false), named(&[("ground", false), ("family", true)]));
}

#[test]
fn r12_a_family_is_offered_the_room_for_families_first_whatever_its_name() {
    let mut house = house();
    house.rooms[0].id = "a".to_owned();
    assert_eq!(offers(&house, WOMAN, &[BOY], false)[..2], named(&[("family", true), ("a", true)])[..]);
}

#[test]
fn r12_on_a_full_night_one_more_bed_can_be_put_up_beside_people_like_her() {
    let mut house = house();
    let full = [("women", 4), ("ground", 2), ("family", 1)];
    house.beds = full.iter().map(|(room, persons)| Bed { persons: *persons, ..bed(room, room, NIGHT, None) }).collect();
    let ask = |guest, family: &[Guest], accessible| Ask { guest, family: family.to_vec(), accessible };
    assert_eq!(house.offers(&ask(WOMAN, &[], false), now()), []);
    assert_eq!(house.tight(&ask(WOMAN, &[], false), now()), ["ground", "women"]);
    assert_eq!(house.tight(&ask(WOMAN, &[], true), now()), ["ground"]);
    assert_eq!(
        house.tight(&ask(MAN, &[], false), now()),
        Vec::<String>::new(),
        "the men's room is free and is offered"
    );
    assert_eq!(house.tight(&ask(WOMAN, &[BOY], false), now()), Vec::<String>::new());
    assert_eq!(house.tight(&ask(UNKNOWN, &[], false), now()), Vec::<String>::new());
    house.beds[0].whole = true;
    assert_eq!(house.tight(&ask(WOMAN, &[], false), now()), ["ground"]);
}

#[test]
fn a_room_needs_a_name_of_its_own_and_places() {
    let rooms = house().rooms;
    let new = |id: &str, name: &str, places| Room {
        name: name.to_owned(),
        ..room(id, RoomSex::Men, RoomAge::Adults, places)
    };
    assert_eq!(new("new", "  ", 2).beside(&rooms), Err(RoomRefusal::NoName));
    assert_eq!(new("new", " men ", 2).beside(&rooms), Err(RoomRefusal::NameTaken));
    assert_eq!(new("men", "men", 5).beside(&rooms).map(|room| room.places), Ok(5), "a room may keep its own name");
    assert_eq!(new("new", "second", 0).beside(&rooms), Err(RoomRefusal::Places));
    assert_eq!(new("new", "second", 101).beside(&rooms), Err(RoomRefusal::Places));
    assert_eq!(new("new", " second ", 2).beside(&rooms).map(|room| room.name), Ok("second".to_owned()));
}

#[test]
fn a_reservation_is_told_by_a_mark_that_says_nothing() {
    let marks: std::collections::BTreeSet<String> =
        (0..200).map(|n| Reservation { id: format!("{n:032x}"), ..reservation("men", 1, 0) }.mark()).collect();
    assert!(marks.len() > 150, "{} of 200 differ", marks.len());
    assert!(marks.iter().all(|mark| mark.len() == 4 && mark.bytes().all(|byte| byte.is_ascii_alphanumeric())));
}
