//! The team of a case.

use std::sync::Arc;

use pana_app::casework::Refused;
use pana_app::casework::console::Lost;
use pana_casework::Kind;
use pana_casework::policy::{Action, Relation};
use pana_store::casework::wrap;
use pana_vault::Pair;
use pana_vault::shares::combine;
use serde_json::json;

use super::world::{World, contents, document, is_not_found, joins, new_id, start};

#[tokio::test]
async fn a_colleague_who_is_let_in_reads_and_one_who_is_let_go_does_not() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        worker.let_in(world.id("colleague"), false).await.expect("she is let in");
        let colleague = world.open("colleague", &case).await.expect("she is on the team");
        assert_eq!(colleague.relation, Relation::Team);
        assert_eq!(contents(&colleague, Kind::Fact).await.expect("the story").len(), 1);
        worker.let_go(world.id("colleague")).await.expect("she is let go");
        assert!(is_not_found(&world.open("colleague", &case).await));
    }
}

#[tokio::test]
async fn nobody_of_another_centre_and_no_administrator_is_let_in() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        for login in ["stranger", "elsewhere", "admin", "door", "worker"] {
            assert!(is_not_found(&worker.let_in(world.id(login), true).await), "{login}");
        }
    }
}

#[tokio::test]
async fn r23_the_last_who_can_run_a_case_stays() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        worker.let_in(world.id("lawyer"), false).await.expect("the lawyer is let in");
        let refused = worker.let_go(world.id("worker")).await;
        assert!(matches!(&refused, Err(Refused::Field { fault, .. }) if fault == "last-runner"), "{refused:?}");
        worker.let_go(world.id("lawyer")).await.expect("a lawyer runs no case");
        worker.let_in(world.id("colleague"), true).await.expect("the colleague takes over");
        let colleague = world.open("colleague", &case).await.expect("she is on the team");
        colleague.let_go(world.id("worker")).await.expect("now she may go");
        assert!(is_not_found(&world.open("worker", &case).await));
        assert_eq!(contents(&colleague, Kind::Fact).await.expect("the story").len(), 1);
    }
}

#[tokio::test]
async fn who_is_on_the_team_already_is_handed_the_case_by_whoever_runs_it() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        for login in ["colleague", "lawyer"] {
            worker.let_in(world.id(login), false).await.expect("they help");
        }
        let colleague = world.open("colleague", &case).await.expect("she is on the team");
        assert!(is_not_found(&colleague.hand_case_over(world.id("colleague")).await), "nobody takes it for herself");
        assert!(is_not_found(&worker.hand_case_over(world.id("lawyer")).await), "a lawyer runs no case");
        assert!(is_not_found(&worker.hand_case_over(world.id("head")).await), "the head is not on its team");
        for _ in 0..2 {
            worker.hand_case_over(world.id("colleague")).await.expect("it is handed over, once");
        }
        let runners = worker.runners().await.expect("who runs it");
        assert_eq!(runners.len(), 2, "whoever hands it over keeps hers");
        colleague.let_go(world.id("worker")).await.expect("now she may go");
        colleague.let_go(world.id("lawyer")).await.expect("and he");
        colleague.let_in(world.id("lawyer"), false).await.expect("she lets others in");
        assert_eq!(contents(&colleague, Kind::Fact).await.expect("the story").len(), 1);
    }
}

/// Whoever was let in beside a worker does not hold the case: it is not hers to be left with (R23).
#[tokio::test]
async fn r23_a_colleague_beside_her_does_not_count_as_one_who_could_run_it() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        worker.let_in(world.id("colleague"), false).await.expect("she helps");
        let admin = world.signed("admin").await;
        let refused = worker.let_go(world.id("worker")).await;
        assert!(matches!(&refused, Err(Refused::Field { fault, .. }) if fault == "last-runner"), "{refused:?}");
        let refused = world.casework.end_account(&admin, world.id("worker")).await;
        assert!(matches!(&refused, Err(Refused::Field { fault, .. }) if fault == "last-worker:1"), "{refused:?}");
        let reset = world.casework.reset_here("worker", Lost::Refuse, &start()).await;
        assert!(matches!(&reset, Err(Refused::Field { fault, .. }) if fault == "last-holder"), "{reset:?}");
        worker.let_go(world.id("colleague")).await.expect("whoever helped may go");
        worker.let_in(world.id("colleague"), true).await.expect("she takes it over");
        world.casework.end_account(&admin, world.id("worker")).await.expect("now she may leave");
        let left = wrap::of_record(world.db(), &case).await.expect("who holds keys");
        assert!(left.iter().all(|kept| !kept.holder.ends_with(world.id("worker"))), "nothing of hers stays");
        let colleague = world.open("colleague", &case).await.expect("her case");
        colleague.let_in(world.id("lawyer"), false).await.expect("she lets others in");
    }
}

/// A head answers for a case without reading it: neither by letting herself in nor by the code of the person it is about.
#[tokio::test]
async fn a_head_at_the_desk_lets_herself_in_nowhere() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let head = world.open("head", &case).await.expect("a case of her centre");
        assert!(is_not_found(&head.let_in(world.id("head"), true).await));
        assert!(matches!(head.own_code().await, Err(Refused::Denied)));
        // Nor into one whose only worker is gone and of which she has no key to hand over.
        let left = world.case("worker").await;
        let gone = format!("handover:{}", world.id("worker"));
        for holder in [world.id("worker"), &gone] {
            world.run("delete from wraps where record_id = $1 and holder = $2", &[&left, holder]).await;
        }
        let head = world.open("head", &left).await.expect("a case of her centre");
        assert!(is_not_found(&head.let_in(world.id("head"), true).await));
        let at_the_door = world.case("door").await;
        let head = world.open("head", &at_the_door).await.expect("a case of her centre");
        let refused = head.let_in(world.id("lawyer"), false).await;
        assert!(matches!(&refused, Err(Refused::Field { fault, .. }) if fault == "worker-first"), "{refused:?}");
        head.let_in(world.id("worker"), false).await.expect("it is handed over whole, asked or not");
        let worker = world.open("worker", &at_the_door).await.expect("her case");
        worker.let_in(world.id("lawyer"), false).await.expect("she holds all keys");
    }
}

/// The last head who could hand over what was taken in at the door stays until she has.
#[tokio::test]
async fn r23_a_case_from_the_door_is_not_left_without_a_keeper() {
    for world in World::each().await {
        let case = world.case("door").await;
        let head = world.open("head", &case).await.expect("a case of her centre");
        let reset = world.casework.reset_here("head", Lost::Refuse, &start()).await;
        assert!(matches!(&reset, Err(Refused::Field { fault, .. }) if fault == "last-holder"), "{reset:?}");
        head.let_in(world.id("worker"), false).await.expect("it is handed over");
        assert!(world.open("worker", &case).await.is_ok());
    }
}

#[tokio::test]
async fn a_lawyer_lets_nobody_in() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let worker = world.open("worker", &case).await.expect("her own case");
        worker.let_in(world.id("lawyer"), false).await.expect("the lawyer is let in");
        let lawyer = world.open("lawyer", &case).await.expect("she is on the team");
        assert!(matches!(lawyer.let_in(world.id("colleague"), true).await, Err(Refused::Denied)));
        assert!(matches!(lawyer.let_go(world.id("worker")).await, Err(Refused::Denied)));
    }
}

/// Of a case that a worker runs, the head has no more to give than the keys of the desk.
#[tokio::test]
async fn a_head_gives_a_case_to_a_worker_with_the_keys_that_she_has() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let head = world.open("head", &case).await.expect("a case of her centre");
        head.let_in(world.id("colleague"), true).await.expect("the head gives the case");
        let colleague = world.open("colleague", &case).await.expect("she is on the team");
        assert_eq!(contents(&colleague, Kind::Sheet).await.expect("the sheet").len(), 1);
        // The story was never the head's to give.
        assert_eq!(contents(&colleague, Kind::Fact).await.expect("nothing"), Vec::<serde_json::Value>::new());
    }
}

#[tokio::test]
async fn a_head_lets_nobody_of_another_centre_into_hers() {
    for world in World::each().await {
        let head = world.signed("head").await;
        for login in ["stranger", "elsewhere", "admin"] {
            assert!(is_not_found(&world.casework.let_in(&head, world.id(login)).await), "{login}");
        }
        let worker = world.signed("worker").await;
        let refused = world.casework.let_in(&worker, world.id("colleague")).await;
        assert!(matches!(refused, Err(Refused::Denied)), "{refused:?}");
    }
}

/// Whoever stands at the door keeps no key; what is written later must open all the same for the worker to whom the head gives the case.
#[tokio::test]
async fn a_case_taken_in_at_the_door_is_given_on_with_all_its_keys() {
    for world in World::each().await {
        let case = world.case("door").await;
        let head = world.open("head", &case).await.expect("a case of her centre");
        assert_eq!(head.relation, Relation::Centre);
        assert_eq!(
            contents(&head, Kind::Fact).await.expect("nothing"),
            Vec::<serde_json::Value>::new(),
            "closed to her"
        );
        head.let_in(world.id("worker"), true).await.expect("the worker takes it over");
        let worker = world.open("worker", &case).await.expect("her case");
        for kind in [Kind::Fact, Kind::Screening, Kind::Eligibility, Kind::Residence, Kind::Health, Kind::Proceeding] {
            let said = document(kind, &json!({"said": kind.name()}));
            let may = worker.may(said.class, Action::Write);
            let saved = worker.save(&said, &new_id()).await;
            assert_eq!(saved.is_ok(), may, "{kind:?}: {saved:?}");
        }
        assert_eq!(contents(&worker, Kind::Fact).await.expect("the story").len(), 2);
        let held = wrap::of_record(world.db(), &case).await.expect("who holds keys");
        let reserves: Vec<&str> = held.iter().filter_map(|kept| kept.holder.strip_prefix("handover:")).collect();
        assert_eq!(reserves, [world.id("worker")], "she holds it whole now, and no head does");
        assert!(is_not_found(&world.open("colleague", &case).await));
    }
}

#[tokio::test]
async fn the_last_head_and_the_last_administrator_stay() {
    for world in World::each().await {
        let admin = world.signed("admin").await;
        for (login, by) in [("head", "admin"), ("admin", "-")] {
            let refused = match by {
                "admin" => world.casework.end_account(&admin, world.id(login)).await,
                _ => world.casework.end_account_here(login, &start()).await,
            };
            assert!(matches!(&refused, Err(Refused::Field { fault, .. }) if fault == "last-of-role"), "{refused:?}");
        }
        let reset = world.casework.reset_here("head", Lost::Refuse, &start()).await;
        assert!(matches!(&reset, Err(Refused::Field { fault, .. }) if fault == "last-holder"), "{reset:?}");
    }
}

/// Head and worker are gone; two of three papers let another head go on.
#[tokio::test]
async fn two_papers_of_the_safe_give_a_new_head_the_centre_and_the_cases_that_nobody_runs() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let run_by_colleague = world.case("colleague").await;
        let safe = |login: &str| {
            let private = combine(&world.made.people[login].shares[..2]).expect("two of three");
            Pair::from_private(private)
        };
        let code = world.casework.reset_here("head", Lost::Accept, &start()).await.expect("she starts anew");
        let head = joins(&world.casework, "head", &code, false).await;
        world.run("delete from wraps where record_id = $1 and holder = $2", &[&case, world.id("worker")]).await;
        let other = world.casework.open_safe_here("head", &safe("elsewhere"), &start()).await;
        assert!(matches!(&other, Err(Refused::Field { fault, .. }) if fault == "other-safe"), "{other:?}");
        let given = world.casework.open_safe_here("head", &safe("head"), &start()).await.expect("the safe opens");
        assert_eq!((given.centre, given.cases), (true, 1));
        let signed = Arc::new(world.casework.who(&head.cookie, start()).await.expect("she is signed in"));
        let open = world.casework.open_case(&signed, &case).await.expect("a case of her centre");
        assert_eq!(contents(&open, Kind::Fact).await.expect("nothing"), Vec::<serde_json::Value>::new());
        open.let_in(world.id("colleague"), true).await.expect("the case has somebody again");
        let colleague = world.open("colleague", &case).await.expect("her case now");
        assert_eq!(contents(&colleague, Kind::Fact).await.expect("the story").len(), 1);
        assert!(world.open("colleague", &run_by_colleague).await.is_ok());
        let worker = world.casework.open_safe_here("worker", &safe("head"), &start()).await;
        assert!(matches!(worker, Err(Refused::NotFound)), "a worker is no head");
    }
}
