//! Signing in, sessions, accounts.

use pana_app::casework::enrol::Invited;
use pana_app::casework::session::{ABSOLUTE, CONFIRMED, IDLE};
use pana_app::casework::sign_in::Tried;
use pana_app::casework::{Refused, Signed};
use pana_casework::policy::{Purpose, Role};

use pana_app::casework::account::Returning;
use pana_app::casework::moment::Moment;

use super::world::{PASSPHRASE, World, after, start};

async fn who(world: &World, login: &str, seconds: i64) -> Result<Signed, Refused> {
    world.casework.who(&world.made.people[login].cookie, after(seconds)).await
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it() {
    for world in World::each().await {
        assert!(who(&world, "worker", IDLE - 1).await.is_ok());
        // That visit was written down: the quarter of an hour begins again.
        assert!(who(&world, "worker", 2 * IDLE - 2).await.is_ok());
        assert!(matches!(who(&world, "worker", 3 * IDLE - 2).await, Err(Refused::SignedOut)));
        assert!(matches!(who(&world, "colleague", IDLE).await, Err(Refused::SignedOut)));
    }
}

#[tokio::test]
async fn a_session_ends_with_the_shift_however_busy_she_was() {
    for world in World::each().await {
        for seconds in (0..ABSOLUTE).step_by(usize::try_from(IDLE - 1).expect("positive")) {
            assert!(who(&world, "worker", seconds).await.is_ok(), "{seconds}");
        }
        assert!(who(&world, "worker", ABSOLUTE - 1).await.is_ok());
        assert!(matches!(who(&world, "worker", ABSOLUTE).await, Err(Refused::SignedOut)));
    }
}

#[tokio::test]
async fn a_clock_set_back_extends_no_session() {
    for world in World::each().await {
        assert!(matches!(who(&world, "worker", -1).await, Err(Refused::SignedOut)));
    }
}

#[tokio::test]
async fn having_confirmed_counts_for_ten_minutes() {
    for world in World::each().await {
        assert!(who(&world, "admin", CONFIRMED - 1).await.expect("in").is_confirmed());
        let late = who(&world, "admin", CONFIRMED).await.expect("in");
        assert!(!late.is_confirmed());
        let invited = Invited { login: "new", name: "New", role: Role::Auditor, centre: None };
        assert!(matches!(world.casework.invite(&late, &invited).await, Err(Refused::Confirm)));
        let worker = world.id("worker");
        assert!(matches!(world.casework.end_account(&late, worker).await, Err(Refused::Confirm)));
    }
}

#[tokio::test]
async fn a_purpose_is_declared_within_what_the_role_may_ever_do() {
    for world in World::each().await {
        let head = who(&world, "head", 0).await.expect("in");
        assert_eq!(head.purpose, Purpose::Supervision);
        world.casework.declare(&head, Purpose::Care).await.expect("a head may be on duty");
        assert_eq!(who(&world, "head", 1).await.expect("in").purpose, Purpose::Care);
        let worker = who(&world, "worker", 0).await.expect("in");
        for purpose in [Purpose::Audit, Purpose::Supervision, Purpose::PublicWork, Purpose::OwnRecord] {
            assert!(matches!(world.casework.declare(&worker, purpose).await, Err(Refused::Denied)), "{purpose:?}");
        }
    }
}

#[tokio::test]
async fn whoever_ended_a_session_is_out_at_once() {
    for world in World::each().await {
        let worker = who(&world, "worker", 0).await.expect("in");
        let other = who(&world, "colleague", 0).await.expect("in");
        assert!(matches!(world.casework.end(&worker, Some(&other.session.id)).await, Err(Refused::NotFound)));
        world.casework.end(&worker, None).await.expect("she signs out");
        assert!(matches!(who(&world, "worker", 1).await, Err(Refused::SignedOut)));
        assert!(who(&world, "colleague", 1).await.is_ok());
    }
}

#[tokio::test]
async fn r23_a_worker_who_leaves_has_handed_over_and_is_out_at_once() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let admin = who(&world, "admin", 0).await.expect("in");
        let refused = world.casework.end_account(&admin, world.id("worker")).await;
        assert!(matches!(&refused, Err(Refused::Field { fault, .. }) if fault == "last-worker:1"), "{refused:?}");
        let worker = world.open("worker", &case).await.expect("her own case");
        worker.let_in(world.id("colleague"), true).await.expect("she hands over");
        world.casework.end_account(&admin, world.id("worker")).await.expect("she leaves");
        assert!(matches!(who(&world, "worker", 1).await, Err(Refused::SignedOut)));
        assert!(world.open("colleague", &case).await.is_ok());
        let held = pana_store::casework::wrap::of_holder(world.db(), world.id("worker")).await.expect("wraps");
        assert_eq!(held, [], "no key of hers is left");
        let oneself = world.casework.end_account(&admin, world.id("admin")).await;
        assert!(matches!(oneself, Err(Refused::Field { .. })), "{oneself:?}");
    }
}

#[tokio::test]
async fn a_code_counts_once_and_the_wrong_words_say_nothing() {
    for world in World::each().await {
        let person = &world.made.people["lawyer"];
        let try_in = async |passphrase: &str, code: &str, seconds: i64| {
            let tried = Tried { login: "lawyer", passphrase, code, network: "n", device: None, device_name: "phone" };
            world.casework.sign_in(tried, &after(seconds)).await.map(|entered| entered.cookie.text().to_string())
        };
        let code = |seconds: i64| {
            person.factor.code(u64::try_from(after(seconds).at.as_second()).expect("after 1970")).to_string()
        };
        assert!(
            matches!(try_in(PASSPHRASE, &code(0), 0).await, Err(Refused::Mismatch)),
            "that code was used to sign in"
        );
        let cookie = try_in(PASSPHRASE, &code(60), 60).await.expect("she signs in");
        assert!(matches!(try_in(PASSPHRASE, &code(60), 61).await, Err(Refused::Mismatch)), "replayed");
        assert!(world.casework.who(&cookie, after(62)).await.is_ok());
        assert!(matches!(try_in("not her passphrase at all", &code(120), 120).await, Err(Refused::Mismatch)));
    }
}

#[tokio::test]
async fn the_recovery_code_gives_the_same_keys_and_ends_every_session() {
    for world in World::each().await {
        let case = world.case("worker").await;
        let person = &world.made.people["worker"];
        let new = "алты алма екі алмұрт";
        let recover = async |code: &str, left: &str, at: &Moment| {
            let returning = Returning { login: "worker", code, left, passphrase: new };
            world.casework.recover(returning, "n", at).await
        };
        let foreign = recover(&world.made.people["head"].recovery, PASSPHRASE, &start()).await;
        assert!(matches!(foreign.err(), Some(Refused::Mismatch)));
        let code = |seconds: i64| {
            let at = u64::try_from(after(seconds).at.as_second()).expect("after 1970");
            person.factor.code(at).to_string()
        };
        // She signed in with the code of this moment: it counts no more.
        for left in ["", "123456", &code(0), &code(-90), new, "what nobody chose"] {
            let refused = recover(&person.recovery, left, &start()).await;
            assert!(matches!(refused.err(), Some(Refused::Mismatch)), "{}: the paper and {left}", world.engine);
        }
        let joined = recover(&person.recovery, &code(60), &after(60)).await.expect("recovered by paper and telephone");
        assert!(matches!(who(&world, "worker", 1).await, Err(Refused::SignedOut)));
        let code = joined.factor.code(u64::try_from(after(90).at.as_second()).expect("after 1970"));
        let tried =
            Tried { login: "worker", passphrase: new, code: &code, network: "n", device: None, device_name: "x" };
        let entered = world.casework.sign_in(tried, &after(90)).await.expect("she signs in");
        let signed = world.casework.who(&entered.cookie.text(), after(91)).await.expect("in");
        assert!(world.casework.open_case(&std::sync::Arc::new(signed), &case).await.is_ok(), "the case is still hers");
    }
}

/// A zero byte and its like: a server's texts hold none, and whoever types one is told what everybody is told.
#[tokio::test]
async fn what_cannot_be_seen_is_nobody_and_does_not_get_into_a_name() {
    for world in World::each().await {
        let tried = |login| Tried { login, passphrase: "x", code: "1", network: "n", device: None, device_name: "x" };
        let answer = world.casework.sign_in(tried("wor\0ker"), &start()).await;
        assert!(matches!(answer.err(), Some(Refused::Mismatch)));
        let answer = world.casework.join("wor\0ker", "0000", "x", "n", &start()).await;
        assert!(matches!(answer.err(), Some(Refused::Mismatch)));
        let admin = who(&world, "admin", 0).await.expect("in");
        let nobody = world.casework.end_account(&admin, "\0").await;
        assert!(matches!(nobody, Err(Refused::NotFound)), "{nobody:?}");
        assert!(matches!(world.casework.end(&admin, Some("\0")).await, Err(Refused::NotFound)));
        let invited = Invited { login: "new", name: "A\0B", role: Role::Auditor, centre: None };
        world.casework.invite(&admin, &invited).await.expect("she is invited");
        let kept =
            pana_store::casework::account::of_login(world.db(), "new").await.expect("a row").expect("an account");
        assert_eq!(kept.name, "A B");
        world.casework.add_centre(&admin, "A\0centre", "north").await.expect("a centre");
    }
}
