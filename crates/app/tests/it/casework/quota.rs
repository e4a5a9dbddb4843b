//! T3: who opens one case after the other is asked who she is, and it is seen.

use std::sync::Arc;

use pana_app::casework::act::Act;
use pana_app::casework::{Refused, Signed, event};
use pana_store::casework::log;

use super::world::{World, after};

async fn told(world: &World) -> usize {
    let events = log::after(world.db(), i64::MIN, 1_000).await.expect("the log");
    let acts = events.iter().filter_map(|event| event::told(event.number, &event.leaf));
    acts.filter(|told| told.act == Act::ManyCases.name()).count()
}

/// She looks at one case.
async fn looks(world: &World, signed: &Arc<Signed>, case: &str) -> Result<(), Refused> {
    world.casework.open_case(signed, case).await?.count().await
}

/// How often her head is told of her.
async fn days(world: &World, signed: &Signed) -> usize {
    world.casework.many_cases_of(&signed.account.id, &signed.moment).await.expect("the log").len()
}

#[tokio::test]
async fn t3_who_opens_unusually_many_cases_confirms_who_she_is_and_it_is_seen() {
    for world in World::each().await {
        world.casework.limit_cases(2);
        let mut cases = Vec::new();
        for _ in 0..5 {
            cases.push(world.case("worker").await);
        }
        let worker = world.id("worker");
        let (confirmed, head) = (world.signed("worker").await, world.signed("head").await);
        // Later than ten minutes after she signed in: nothing confirms any more who she is.
        let late = world.signed_at("worker", after(700)).await;
        let day = late.moment.today();
        for case in [&cases[0], &cases[0], &cases[1]] {
            assert_eq!(world.casework.opened_all(worker, day), None, "{}", world.engine);
            looks(&world, &late, case).await.expect("one of a usual day");
        }
        assert_eq!(world.casework.opened_all(worker, day), Some(2));
        assert_eq!(days(&world, &late).await, 0);
        let refused = looks(&world, &late, &cases[2]).await;
        assert!(matches!(refused, Err(Refused::Confirm)), "{}", world.engine);
        looks(&world, &late, &cases[0]).await.expect("what she opened today stays open to her");
        assert_eq!(told(&world).await, 0);

        for case in &cases[2..4] {
            looks(&world, &confirmed, case).await.expect("she confirmed who she is");
        }
        assert_eq!(world.casework.opened_all(worker, day), Some(4));
        assert_eq!(days(&world, &late).await, 1, "her head sees it");
        assert_eq!(told(&world).await, 1, "told once in a day");
        assert!(matches!(looks(&world, &late, &cases[4]).await, Err(Refused::Confirm)));

        looks(&world, &head, &cases[4]).await.expect("others have a day of their own");
    }
}

#[tokio::test]
async fn a_case_that_is_not_hers_is_not_counted_and_still_does_not_exist() {
    for world in World::each().await {
        world.casework.limit_cases(1);
        let (own, other) = (world.case("worker").await, world.case("worker").await);
        let late = world.signed_at("worker", after(700)).await;
        for _ in 0..3 {
            let nothing = looks(&world, &late, &"0".repeat(32)).await;
            assert!(matches!(nothing, Err(Refused::NotFound)), "not a word of confirming");
        }
        looks(&world, &late, &own).await.expect("the first of the day");
        assert!(matches!(looks(&world, &late, &"0".repeat(32)).await, Err(Refused::NotFound)));
        assert!(matches!(looks(&world, &late, &other).await, Err(Refused::Confirm)));
    }
}
