//! A place in the house, at an hour at which the day and the night are not of one name.

use std::collections::BTreeSet;
use std::sync::Arc;

use pana_app::casework::Document;
use pana_app::casework::gate::Open;
use pana_app::casework::moment::Moment;
use pana_app::casework::session::Signed;
use pana_app::casework::stay::{Choice, Giving};
use pana_casework::Kind;
use pana_casework::age::AgeGroup;
use pana_casework::centre::{Ask, Guest, Room, RoomAge, RoomSex};
use pana_casework::person::Sex;
use pana_casework::policy::Action;
use serde_json::json;

use super::world::{World, document, new_id, start};

/// Twenty to one: a day has begun, and the night is still that of the day before.
fn after_midnight() -> Moment {
    Moment { at: "2026-03-01T19:40:00Z".parse().expect("a moment"), ..start() }
}

/// Somebody who works on after midnight.
async fn at_night(world: &World, login: &str) -> Arc<Signed> {
    let mut signed = Arc::into_inner(world.signed(login).await).expect("nobody else holds it");
    signed.moment = after_midnight();
    Arc::new(signed)
}

fn sheet() -> Document {
    let says = json!({
        "code_name": "Swallow", "opened_on": "2026-03-01", "by": "x", "age_answer": "adult", "age_group": "adult",
        "language": "kk", "interpreter": "no", "source": "self", "record_agreed": "yes"
    });
    document(Kind::Sheet, &says)
}

async fn open(world: &World, case: &str) -> Open {
    world.casework.open_case(&at_night(world, "worker").await, case).await.expect("her own case")
}

async fn version(open: &Open) -> i64 {
    let stays = open.stays().await.expect("stays");
    stays.now.as_ref().or(stays.past.first()).expect("a stay").document.version
}

#[tokio::test]
async fn an_end_written_by_mistake_is_taken_back_after_midnight_too() {
    for world in World::each().await {
        let head = at_night(&world, "head").await;
        let (name, sex, age) = ("1".to_owned(), RoomSex::Women, RoomAge::Any);
        let (from, id) = (after_midnight().today(), String::new());
        let room = Room { id, name, sex, age, family: false, accessible: false, places: 1, from, to: None };
        let place = new_id();
        world.casework.make_room(&head, room, &place).await.expect("a room of one place");
        let case = new_id();
        world.take_in("worker", &case, &[sheet()]).await.expect("she is taken in");
        let guest = Guest { sex: Sex::Female, age_group: AgeGroup::Adult };
        let ask = Ask { guest, family: Vec::new(), accessible: false };
        let giving = Giving { ask: ask.clone(), needs: BTreeSet::new(), choice: Choice::Room(place) };
        let seen = open(&world, &case).await;
        seen.give_place(&giving, &new_id()).await.expect("she has the place");

        let seen = open(&world, &case).await;
        seen.end_place(seen.today(), version(&seen).await, &new_id()).await.expect("ended by mistake");
        let seen = open(&world, &case).await;
        assert!(seen.stays().await.expect("stays").now.is_none());
        seen.take_place_back(version(&seen).await, &new_id()).await.expect("her own bed is not another's");
        let seen = open(&world, &case).await;
        assert!(seen.stays().await.expect("stays").now.is_some(), "she is still here");

        // And the place is one: nobody else is given it.
        let rooms = world.casework.rooms(&head, Action::Read).await.expect("the house");
        assert!(rooms.house().offers(&ask, rooms.now).is_empty());
    }
}
