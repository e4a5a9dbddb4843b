//! Whom a place must suit: sex, age, family, steps. All that the rules of the house may know of her, and all that is asked for it.

use pana_app::casework::Refused;
use pana_app::casework::house::Rooms;
use pana_app::casework::stay::{Known, Possible, family};
use pana_casework::age::AgeGroup;
use pana_casework::centre::{Ask, Guest, Room};
use pana_casework::intake::Fields;
use pana_casework::person::Sex;
use pana_text::{Arg, Words};

use super::form::{Choice, Field, Input, choices};
use super::frame::Frame;

/// More of one kind come with nobody; more was mistyped.
const MOST: u8 = 12;

const FAMILY: [&str; 4] = ["women", "men", "girls", "boys"];

/// The fields of an ask, as far as they are known.
pub fn fields(words: &Words, known: Option<Known>) -> Vec<Field> {
    let sexes = [Sex::Female, Sex::Male, Sex::Other, Sex::Unknown].map(Sex::name);
    let ages = choices(words, "age-group", AgeGroup::ALL.iter().map(|group| group.name()));
    let steps =
        Input::Any(vec![Choice { code: "yes".to_owned(), text: words.say("ask-accessible-yes"), chosen: false }]);
    let number = |name: &'static str| Field::new(words, name, &format!("ask-{name}"), Input::Number).with("0");
    let mut fields = vec![
        Field::new(words, "sex", "ask-sex", Input::One(choices(words, "sex", sexes))).needed(),
        Field::new(words, "age_group", "ask-age", Input::One(ages))
            .with(known.map_or("", |known| known.age_group.name()))
            .needed(),
        Field::new(words, "accessible", "ask-accessible", steps)
            .with_all(known.filter(|known| known.accessible).map(|_| "yes")),
    ];
    fields.extend(FAMILY.map(number));
    fields
}

/// Reads an ask. Nothing where none was sent.
///
/// # Errors
/// The field that is missing or too large.
pub fn read(sent: &Fields) -> Result<Option<Ask>, Refused> {
    if sent.one("sex").is_none() && sent.one("age_group").is_none() {
        return Ok(None);
    }
    let offered = |field: &str| Refused::field(field, "fault-not-offered");
    let sex = sent.one("sex").and_then(Sex::parse).ok_or_else(|| offered("sex"))?;
    let age_group = sent.one("age_group").and_then(AgeGroup::parse).ok_or_else(|| offered("age_group"))?;
    let mut counts = [0_u8; 4];
    for (count, name) in counts.iter_mut().zip(FAMILY) {
        let text = sent.one(name).unwrap_or_default();
        let number = if text.is_empty() { Some(0) } else { text.parse().ok() };
        *count = number.filter(|number| *number <= MOST).ok_or_else(|| Refused::field(name, "fault-family-count"))?;
    }
    let [women, men, girls, boys] = counts;
    let accessible = sent.one("accessible") == Some("yes");
    Ok(Some(Ask { guest: Guest { sex, age_group }, family: family(women, men, girls, boys), accessible }))
}

/// An ask as the hidden fields of the next form.
pub fn hidden(ask: &Ask) -> Vec<(&'static str, String)> {
    let count =
        |sex, age_group| ask.family.iter().filter(|guest| **guest == Guest { sex, age_group }).count().to_string();
    let mut pairs = vec![
        ("sex", ask.guest.sex.name().to_owned()),
        ("age_group", ask.guest.age_group.name().to_owned()),
        ("women", count(Sex::Female, AgeGroup::Adult)),
        ("men", count(Sex::Male, AgeGroup::Adult)),
        ("girls", count(Sex::Female, AgeGroup::Child)),
        ("boys", count(Sex::Male, AgeGroup::Child)),
    ];
    pairs.extend(ask.accessible.then(|| ("accessible", "yes".to_owned())));
    pairs
}

/// An ask in words.
pub fn sentence(frame: &Frame<'_>, ask: &Ask) -> String {
    let mut parts = vec![frame.t(&ask.guest.sex.key()), frame.t(&ask.guest.age_group.key())];
    parts.extend(with(frame, &ask.family));
    parts.extend(ask.accessible.then(|| frame.t("night-need-no-steps")));
    parts.join(" · ")
}

/// Who of a family comes along, in words; nothing where nobody does.
pub fn with(frame: &Frame<'_>, family: &[Guest]) -> Option<String> {
    let children = family.iter().filter(|guest| guest.age_group == AgeGroup::Child).count();
    let adults = family.len() - children;
    let parts = [("ask-with-adults", adults), ("ask-with-children", children)];
    let told = parts.iter().filter(|(_, count)| *count > 0).map(|(key, count)| frame.tn(key, "count", count));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// A room in words: for whom it is.
pub fn for_whom(frame: &Frame<'_>, room: &Room) -> String {
    let mut parts = vec![frame.t(&room.sex.key()), frame.t(&room.age.key())];
    parts.extend(room.family.then(|| frame.t("room-family")));
    parts.extend(room.accessible.then(|| frame.t("room-accessible")));
    parts.join(" · ")
}

/// A place to choose, as it stands on the page.
pub struct Place {
    /// What is sent.
    pub code: String,
    /// The room, or the mark of what is held.
    pub name: String,
    /// For whom the room is.
    pub about: String,
    /// What is free, or what is unusual.
    pub tag: String,
}

/// What there is, in words, the best first. One bed more stands last.
pub fn places(frame: &Frame<'_>, rooms: &Rooms, possible: &Possible) -> Vec<Place> {
    let room = |id: &str| rooms.room(id).map(|kept| kept.value.clone()).ok();
    let offered = possible.offers.iter().filter_map(|offer| {
        let room = room(&offer.room)?;
        let way = frame.t(if offer.whole { "centre-whole-room" } else { "centre-beside-others" });
        let free = usize::try_from(offer.free).unwrap_or(usize::MAX);
        Some(Place {
            code: format!("room:{}", room.id),
            about: for_whom(frame, &room),
            tag: format!("{way} · {}", frame.tn("places-free", "count", &free)),
            name: room.name,
        })
    });
    let held = possible.held.iter().filter_map(|held| {
        let room = room(&held.room)?;
        let parts = [("mark", Arg::from(held.mark())), ("room", Arg::from(room.name.clone()))];
        Some(Place {
            code: format!("held:{}", held.id),
            name: frame.tell("place-held", &parts),
            about: for_whom(frame, &room),
            tag: frame.t1("place-held-until", "until", &frame.moment(&held.until().to_string())),
        })
    });
    let tight = possible.tight.iter().filter_map(|id| {
        let room = room(id)?;
        let about = for_whom(frame, &room);
        Some(Place { code: format!("tight:{}", room.id), about, tag: frame.t("place-tight"), name: room.name })
    });
    offered.chain(held).chain(tight).collect()
}
