//! A night in the invented centre: rooms, who sleeps in them, what is held for somebody on the way.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;
use pana_casework::age::AgeGroup;
use pana_casework::centre::{Ask, Guest, Room, RoomAge, RoomSex};
use pana_casework::person::Sex;
use pana_casework::policy::Action;
use pana_casework::stay::NightNeed;
use pana_casework::task::{For, TaskKind};

use super::Casework;
use super::errand::{Setting, Whom};
use super::id;
use super::random::System;
use super::refused::Refused;
use super::session::Signed;
use super::stay::{Choice, Giving, family};

/// Name, for whom, age, kept for families, without steps, places.
const ROOMS: [(&str, RoomSex, RoomAge, bool, bool, u16); 5] = [
    ("1", RoomSex::Women, RoomAge::Adults, false, false, 4),
    ("2", RoomSex::Women, RoomAge::Adults, false, true, 2),
    ("3", RoomSex::Men, RoomAge::Adults, false, false, 2),
    ("4", RoomSex::Women, RoomAge::Children, false, false, 2),
    ("5", RoomSex::Any, RoomAge::Any, true, false, 4),
];

impl Casework {
    /// Furnishes the house of a head.
    pub(super) async fn furnish(&self, head: &Signed) -> Result<(), Refused> {
        for (name, sex, age, family, accessible, places) in ROOMS {
            let name = name.to_owned();
            let from = head.moment.today();
            let room = Room { id: String::new(), name, sex, age, family, accessible, places, from, to: None };
            self.make_room(head, room, &id::new(&mut System)).await?;
        }
        Ok(())
    }

    /// A mother with her son is on the way.
    pub(super) async fn expect_somebody(&self, door: &Signed) -> Result<(), Refused> {
        let guest = Guest { sex: Sex::Female, age_group: AgeGroup::Adult };
        let ask = Ask { guest, family: family(0, 0, 0, 1), accessible: false };
        let rooms = self.rooms(door, Action::Write).await?;
        let Some(offer) = rooms.house().offers(&ask, rooms.now).into_iter().next() else { return Ok(()) };
        self.reserve(door, &offer.room, &ask, &id::new(&mut System)).await
    }

    /// A girl sleeps in the best room that fits her, and there is something to do for her.
    pub(super) async fn put_to_bed(self: &Arc<Self>, worker: &Arc<Signed>, case: &str) -> Result<(), Refused> {
        let open = self.open_case(worker, case).await?;
        let guest = Guest { sex: Sex::Female, age_group: AgeGroup::Child };
        let ask = Ask { guest, family: Vec::new(), accessible: false };
        let (_, possible) = open.possible(&ask).await?;
        let Some(offer) = possible.offers.into_iter().next() else { return Ok(()) };
        let needs = BTreeSet::from([NightNeed::Meal, NightNeed::Nearby]);
        let giving = Giving { ask, needs, choice: Choice::Room(offer.room) };
        open.give_place(&giving, &id::new(&mut System)).await?;
        // What is to be done for her: one task is late, one is today's, one comes.
        let today = worker.moment.today();
        let tasks = [(TaskKind::CallBack, -1), (TaskKind::Meet, 0), (TaskKind::Papers, 3)];
        for (kind, days) in tasks {
            let due = today.saturating_add(days.days());
            let setting = Setting { kind, due, whom: Whom::Part(For::CaseLead) };
            open.set_errand(&setting, &id::new(&mut System)).await?;
        }
        Ok(())
    }
}
