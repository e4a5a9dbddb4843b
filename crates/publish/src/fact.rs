//! A fact that bears on a recommendation, in a few words: the title of a commitment, a figure with its time, a finding.

use pana_evidence::recommendation::{Centres, Thing};
use pana_evidence::{Commitment, Kept, Observation, Record, Room};
use pana_text::Words;

use crate::figure::Written;
use crate::said::Said;

/// The row of a commitment or a finding.
pub fn record<'a>(room: &'a Room, thing: &Thing) -> Option<&'a Record> {
    let table = match thing {
        Thing::Commitment(_) => Commitment::TABLE,
        Thing::Finding(_) => "findings",
        Thing::Observation(_) => return None,
    };
    let rows = room.all_records().iter().filter(|record| record.table == table);
    rows.into_iter().find(|record| record.key == thing.id())
}

/// What a fact says. A name that the room does not know stands for itself.
pub fn fact(words: &Words, room: &Room, thing: &Thing) -> Said {
    match thing {
        Thing::Observation(id) => {
            room.observation(id).map_or_else(|| Said::plain(&id.0), |o| Said::plain(figure(words, room, o)))
        }
        Thing::Commitment(_) | Thing::Finding(_) => {
            let record = record(room, thing);
            let text = record.and_then(|record| record.cell("title").or_else(|| record.cell("paraphrase")));
            text.map_or_else(|| Said::plain(thing.id()), |text| Said::new(words, text))
        }
    }
}

/// "Crisis centres for victims of trafficking: 13 centres, 1 January 2025".
pub fn figure(words: &Words, room: &Room, observation: &Observation) -> String {
    let name = room.indicator(&observation.indicator).map_or("", |indicator| &indicator.name);
    let group = (observation.subgroup != "all").then(|| words.name(&observation.subgroup).to_owned());
    let period = (!observation.period.label.is_empty()).then(|| words.name(&observation.period.label).to_owned());
    let parts = [Some(Written::new(words, observation).text()), group, period];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}: {}", words.name(name), parts.join(", "))
}

/// The name of an area of the list of centres, by its place.
pub fn area(words: &Words, room: &Room, place: &pana_evidence::PlaceId) -> Said {
    let of_list = || {
        let rows = room.records(Centres::TABLE);
        rows.into_iter().find(|row| row.cell("geo_id") == Some(&place.0)).and_then(|row| row.cell("area"))
    };
    let name = room.place(place).map(|place| place.name.as_str()).or_else(of_list);
    name.map_or_else(|| Said::plain(&place.0), |name| Said::new(words, name))
}
