//! Accounts: the ways in, what a wrong try is told, what an invitation and a recovery code are good for.

use std::time::{Duration, Instant};

use axum::body::to_bytes;
use axum::http::StatusCode;
use jiff::Timestamp;
use pana_app::Library;
use pana_app::casework::account::Returning;
use pana_app::casework::demo::PASSPHRASE;
use pana_app::casework::enrol::{Invited, Weakness};
use pana_app::casework::moment::Moment;
use pana_app::casework::random::System;
use pana_app::casework::sign_in::{Entered, Tried};
use pana_app::casework::{Casework, Refused};
use pana_casework::policy::Role;
use pana_store::casework::{self, account};
use pana_vault::Secret;
use pana_vault::totp::TotpSecret;
use pana_web::casework::route::{Need, ROUTES};

use crate::room::{Actor, Room, moment, now};

const CHOSEN: &str = "жеті қарға бір шырша үстінде";

fn later(seconds: i64) -> Moment {
    let at = Timestamp::from_second(now().as_second() + seconds).expect("a moment");
    Moment { at, ..moment() }
}

fn code(factor: &TotpSecret, seconds: i64) -> String {
    factor.code(u64::try_from(now().as_second() + seconds).expect("after 1970")).to_string()
}

fn factor(actor: &Actor) -> TotpSecret {
    TotpSecret::parse(actor.player.ring.factor().expose()).expect("a factor")
}

/// Sends a form of somebody who is not signed in.
fn post(room: &Room, path: &str, form: &[(&str, &str)]) -> (StatusCode, String) {
    let answer = room.send("POST", path, None, form);
    let status = answer.status();
    let bytes = room.runtime.block_on(to_bytes(answer.into_body(), usize::MAX)).expect("the body ends");
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

fn enter(room: &Room, login: &str, passphrase: &str, code: &str) -> Result<Entered, Refused> {
    let tried = Tried { login, passphrase, code, network: "10.0.0.0", device: None, device_name: "a test" };
    room.runtime.block_on(room.casework.sign_in(tried, &moment()))
}

#[test]
fn there_are_five_ways_in_and_no_other() {
    let open: Vec<&str> = ROUTES
        .iter()
        .filter(|route| route.need == Need::Nobody && route.method == "POST")
        .filter_map(|route| route.path.strip_prefix("/{lang}/"))
        .collect();
    // The last leads out.
    assert_eq!(
        open,
        ["casework/sign-in", "casework/sign-in/passkey", "casework/join", "casework/recover", "page", "page/leave"]
    );
}

#[test]
fn a_new_room_has_no_account_that_somebody_could_guess() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let library = Library::builtin().expect("the built-in data are sound");
        let policy = pana_packs::casework::policy::builtin(&library.data).expect("the policy is sound");
        let laws = pana_packs::casework::law::read_all(&library.data).expect("the laws are sound");
        let law = laws.into_values().next().expect("a country has a law");
        let db = casework::in_memory().await.expect("a database in memory");
        let casework = Casework::open(db, policy, law, &Secret::random(&mut System));
        assert!(casework.is_new().await.expect("it answers"));
        assert!(account::all(&casework.db).await.expect("it answers").is_empty());
    });
}

#[test]
fn nobody_of_the_staff_signs_in_without_the_code_and_a_code_counts_once() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let login = &worker.player.account.login;
    let typed = code(&factor(&worker), 0);
    for wrong in ["", "000000", code(&factor(&room.heads[0]), 0).as_str()] {
        assert!(matches!(enter(&room, login, PASSPHRASE, wrong), Err(Refused::Mismatch)), "{wrong}");
    }
    assert!(enter(&room, login, PASSPHRASE, &typed).is_ok());
    assert!(matches!(enter(&room, login, PASSPHRASE, &typed), Err(Refused::Mismatch)), "the same code again");
    let stale = code(&factor(&worker), -90);
    assert!(matches!(enter(&room, login, PASSPHRASE, &stale), Err(Refused::Mismatch)), "a code of three steps ago");
}

#[test]
fn a_wrong_try_says_the_same_and_takes_as_long_whether_there_is_an_account_or_not() {
    let room = Room::open();
    let login = room.heads[0].player.account.login.as_str();
    let try_with = |login: &str| -> (StatusCode, String, Duration) {
        let begun = Instant::now();
        let form = [("login", login), ("passphrase", CHOSEN), ("code", "123456")];
        let (status, body) = post(&room, "/en/casework/sign-in", &form);
        (status, body.replace(login, "somebody"), begun.elapsed())
    };
    let (known, unknown) = (try_with(login), try_with("nobody-of-this-name"));
    assert_eq!((known.0, &known.1), (StatusCode::UNAUTHORIZED, &unknown.1));
    assert_eq!(known.0, unknown.0);
    // The slow function runs for both; without it an answer comes a hundred times sooner.
    assert!(unknown.2 * 10 > known.2, "{:?} {:?}", known.2, unknown.2);
    for way in ["join", "recover"] {
        let path = format!("/en/casework/{way}");
        let answers = [login, "nobody-of-this-name"].map(|login| {
            let form = [("login", login), ("code", "0000"), ("passphrase", CHOSEN), ("again", CHOSEN)];
            let (status, body) = post(&room, &path, &form);
            (status, body.replace(login, "somebody"))
        });
        assert_eq!(answers[0], answers[1], "{way}");
    }
}

#[test]
fn guessing_is_slowed_at_every_way_in_that_takes_a_code() {
    let room = Room::open();
    for way in ["page", "casework/join", "casework/recover"] {
        let path = format!("/en/{way}");
        let form = [("login", "dana"), ("code", "0000"), ("passphrase", CHOSEN), ("again", CHOSEN)];
        for _ in 0..10 {
            let (_, body) = post(&room, &path, &form);
            assert!(!body.contains("too many tries"), "{way}");
        }
        let (status, body) = post(&room, &path, &form);
        assert!(status.is_client_error() && body.contains("too many tries"), "{way}: {status}");
    }
}

#[test]
fn an_invitation_counts_once_for_three_days_and_never_becomes_the_passphrase() {
    let room = Room::open();
    let admin = room.actor(Role::Administrator, None).signed();
    let invited = Invited { login: "dana", name: "Dana", role: Role::Auditor, centre: None };
    room.runtime.block_on(async {
        let casework = &room.casework;
        let code = casework.invite(&admin, &invited).await.expect("an invitation");
        let kept = account::of_login(&casework.db, "dana").await.expect("it answers").expect("an account");
        let letters: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        let sealed = String::from_utf8_lossy(&kept.sealed).into_owned();
        assert!(letters.len() >= 26 && !sealed.contains(code.as_str()) && !sealed.contains(&letters), "{sealed}");
        let old = casework.join("dana", &code, CHOSEN, "net", &later(3 * 24 * 3600)).await;
        assert!(matches!(old, Err(Refused::Mismatch)), "after three days");
        let weak = casework.join("dana", &code, "too short", "net", &moment()).await;
        assert!(matches!(weak, Err(Refused::Weak(Weakness::Short(_)))));
        let same = casework.join("dana", &code, &code, "net", &moment()).await;
        assert!(matches!(same, Err(Refused::Weak(Weakness::Names))), "the invitation as a passphrase");
        assert!(casework.join("dana", &code, CHOSEN, "net", &moment()).await.is_ok());
        let again = casework.join("dana", &code, CHOSEN, "net", &moment()).await;
        assert!(matches!(again, Err(Refused::Mismatch)), "a second time");
    });
}

#[test]
fn a_recovery_code_counts_once_ends_every_session_and_replaces_the_second_factor() {
    let room = Room::open();
    let admin = room.actor(Role::Administrator, None).signed();
    let invited = Invited { login: "dana", name: "Dana", role: Role::Auditor, centre: None };
    let first = room.runtime.block_on(async {
        let code = room.casework.invite(&admin, &invited).await.expect("an invitation");
        room.casework.join("dana", &code, CHOSEN, "net", &moment()).await
    });
    let Ok(first) = first else { panic!("she takes her account over") };
    let Ok(entered) = enter(&room, "dana", CHOSEN, &code(&first.factor, 0)) else { panic!("she signs in") };
    let cookie = entered.cookie.text().to_string();
    let other = "семь ворон на одной высокой ели";
    let at = moment();
    let recover = |left: &str| {
        let returning = Returning { login: "dana", code: &first.recovery, left, passphrase: other };
        room.runtime.block_on(room.casework.recover(returning, "net", &at))
    };
    for left in ["", "000000", "somebody who found the paper"] {
        assert!(matches!(recover(left), Err(Refused::Mismatch)), "the paper alone opens nothing: {left}");
    }
    let Ok(second) = recover(CHOSEN) else { panic!("she recovers") };
    assert!(matches!(room.runtime.block_on(room.casework.who(&cookie, moment())), Err(Refused::SignedOut)));
    assert!(matches!(recover(CHOSEN), Err(Refused::Mismatch)), "the same code a second time");
    for (passphrase, typed) in [(other, code(&first.factor, 0)), (CHOSEN, code(&second.factor, 0))] {
        assert!(matches!(enter(&room, "dana", passphrase, &typed), Err(Refused::Mismatch)), "an old factor");
    }
    assert!(enter(&room, "dana", other, &code(&second.factor, 0)).is_ok());
}

#[test]
fn passphrases_are_masked_and_a_password_manager_may_fill_them_in() {
    let room = Room::open();
    let page = |path: &str, cookie: Option<&str>| {
        let answer = room.send("GET", path, cookie, &[]);
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        let bytes = room.runtime.block_on(to_bytes(answer.into_body(), usize::MAX)).expect("the body ends");
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let pages = [
        (page("/en/casework/sign-in", None), "current-password"),
        (page("/en/casework/confirm", Some(&room.heads[0].cookie)), "current-password"),
        (page("/en/casework/join", None), "new-password"),
        (page("/en/casework/recover", None), "new-password"),
    ];
    for (page, token) in pages {
        let field = page.split("<input").find(|field| field.contains("name=\"passphrase\"")).expect("a field");
        assert!(field.contains("type=\"password\"") && field.contains(&format!("autocomplete=\"{token}\"")), "{field}");
        assert!(!page.contains("onpaste") && !page.contains("<script"));
    }
}
