//! Sessions: how they begin, how long they last, what asks again, and everything that ends them.

use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use jiff::Timestamp;
use pana_app::casework::demo::PASSPHRASE;
use pana_app::casework::enrol::Invited;
use pana_app::casework::moment::Moment;
use pana_app::casework::session::{ABSOLUTE, CONFIRMED, IDLE, PARALLEL};
use pana_app::casework::{Refused, Signed};
use pana_casework::policy::{Purpose, Role};
use pana_vault::totp::TotpSecret;
use pana_web::casework::route::{Need, ROUTES};

use crate::room::{Actor, Room, moment, now};

/// So many seconds after the moment at which the clock of the room stands.
fn later(seconds: i64) -> Moment {
    let at = Timestamp::from_second(now().as_second() + seconds).expect("a moment");
    Moment { at, ..moment() }
}

fn who(room: &Room, cookie: &str, seconds: i64) -> Result<Signed, Refused> {
    room.runtime.block_on(room.casework.who(cookie, later(seconds)))
}

fn is_over(room: &Room, cookie: &str, seconds: i64) -> bool {
    matches!(who(room, cookie, seconds), Err(Refused::SignedOut))
}

fn again(room: &Room, actor: &Actor, seconds: i64) -> String {
    room.runtime.block_on(room.casework.enter(&actor.player, &later(seconds))).expect("a session")
}

/// The code of her second factor, so many seconds from now.
fn code(actor: &Actor, seconds: i64) -> String {
    let secret = TotpSecret::parse(actor.player.ring.factor().expose()).expect("a factor");
    let at = u64::try_from(now().as_second() + seconds).expect("after 1970");
    secret.code(at).to_string()
}

fn sign_in(room: &Room, actor: &Actor, seconds: i64, cookie: Option<&str>) -> Response<Body> {
    let code = code(actor, seconds);
    let form = [("login", actor.player.account.login.as_str()), ("passphrase", PASSPHRASE), ("code", code.as_str())];
    let answer = room.send("POST", "/en/casework/sign-in", cookie, &form);
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    answer
}

fn set_cookies(answer: &Response<Body>) -> Vec<String> {
    let all = answer.headers().get_all(header::SET_COOKIE).iter();
    all.map(|value| value.to_str().expect("text").to_owned()).collect()
}

/// The session's cookie that an answer sets.
fn location(answer: &Response<Body>) -> String {
    answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned()
}

fn session(answer: &Response<Body>) -> String {
    let set = set_cookies(answer);
    let found = set.iter().find_map(|cookie| cookie.strip_prefix("__Host-s=")).expect("a session's cookie");
    found.split(';').next().expect("a value").to_owned()
}

fn is_sent_to_sign_in(answer: &Response<Body>) -> bool {
    let location = answer.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    answer.status().is_redirection() && location == Some("/en/casework/sign-in")
}

#[test]
fn a_session_ends_after_fifteen_minutes_without_use_and_after_ten_hours() {
    assert_eq!((IDLE, ABSOLUTE, PARALLEL), (15 * 60, 10 * 3600, 2));
    let room = Room::open();
    let (unused, used) = (&room.heads[0].cookie, &room.heads[1].cookie);
    assert!(is_over(&room, unused, -1), "a clock that was set back opens nothing");
    assert!(who(&room, unused, IDLE - 1).is_ok());
    assert!(is_over(&room, unused, 2 * IDLE - 1), "a quarter of an hour after it was last used");
    let mut at = 0;
    while at + IDLE - 1 < ABSOLUTE {
        at += IDLE - 1;
        assert!(who(&room, used, at).is_ok(), "{at}");
    }
    assert!(ABSOLUTE - at < IDLE, "it was used a short while ago");
    assert!(is_over(&room, used, ABSOLUTE));
}

#[test]
fn of_three_sessions_the_oldest_ends() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let (second, third) = (again(&room, &worker, 1), again(&room, &worker, 2));
    assert!(is_over(&room, &worker.cookie, 3));
    assert!(who(&room, &second, 3).is_ok() && who(&room, &third, 3).is_ok());
    let live = room.runtime.block_on(room.casework.sessions_of(&worker.player.account.id, &later(3)));
    assert_eq!(live.expect("her sessions").len(), PARALLEL);
}

#[test]
fn leaving_ends_the_session_on_the_server_and_clears_the_browser() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    assert_eq!(room.get("/en/casework", &worker.cookie).0, StatusCode::OK);
    let left = room.send("POST", "/en/casework/sign-out", Some(&worker.cookie), &[]);
    let cleared = left.headers().get("clear-site-data").and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert!(cleared.contains("\"cache\"") && cleared.contains("\"storage\""), "{cleared}");
    assert!(set_cookies(&left).iter().any(|cookie| cookie.starts_with("__Host-s=; Max-Age=0")));
    assert!(is_over(&room, &worker.cookie, 0));
    assert!(is_sent_to_sign_in(&room.send("GET", "/en/casework", Some(&worker.cookie), &[])));
}

/// A request that read the session before it was ended writes it back afterwards: nothing comes of it.
#[test]
fn a_session_that_was_ended_does_not_come_back() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let under_way = who(&room, &worker.cookie, 10).expect("signed in");
    room.send("POST", "/en/casework/sign-out", Some(&worker.cookie), &[]);
    let declared = room.runtime.block_on(room.casework.declare(&under_way, Purpose::Care));
    assert!(matches!(declared, Err(Refused::Stale)));
    assert!(is_over(&room, &worker.cookie, 11));
}

#[test]
fn an_administrator_ends_the_sessions_of_somebody_who_can_sign_in_again() {
    let room = Room::open();
    let (admin, worker) = (room.actor(Role::Administrator, None), room.actor(Role::CaseWorker, Some(0)));
    let other = again(&room, &worker, 0);
    let path = format!("/en/casework/people/{}", worker.player.account.id);
    assert!(room.get(&path, &admin.cookie).1.contains("2 sessions are open."));
    assert_eq!(
        room.send("POST", &format!("{path}/sign-out"), Some(&admin.cookie), &[]).status(),
        StatusCode::SEE_OTHER
    );
    for cookie in [&worker.cookie, &other] {
        assert!(is_sent_to_sign_in(&room.send("GET", "/en/casework", Some(cookie), &[])));
    }
    let page = room.get(&path, &admin.cookie).1;
    assert!(page.contains("No session is open."), "{page}");
    let afresh = again(&room, &worker, 0);
    assert_eq!(room.get("/en/casework", &afresh).0, StatusCode::OK);
    // Nobody but who keeps accounts can.
    let refused = room.send("POST", &format!("{path}/sign-out"), Some(&afresh), &[]);
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
}

#[test]
fn ending_an_account_ends_all_its_sessions_at_the_next_request() {
    let room = Room::open();
    let (admin, worker) = (room.actor(Role::Administrator, None), room.actor(Role::CaseWorker, Some(0)));
    let other = again(&room, &worker, 0);
    assert_eq!(room.get("/en/casework", &worker.cookie).0, StatusCode::OK);
    let path = format!("/en/casework/people/{}/end", worker.player.account.id);
    assert_eq!(room.send("POST", &path, Some(&admin.cookie), &[]).status(), StatusCode::SEE_OTHER);
    for cookie in [&worker.cookie, &other] {
        assert!(is_sent_to_sign_in(&room.send("GET", "/en/casework", Some(cookie), &[])));
    }
}

#[test]
fn cookies_are_bound_to_this_host_and_no_script_reads_them() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let set = set_cookies(&sign_in(&room, &worker, 0, None));
    assert_eq!(set.len(), 2, "the session's and the device's");
    for cookie in set {
        let (pair, flags) = cookie.split_once("; ").expect("flags");
        assert!(pair.starts_with("__Host-"), "{pair}");
        let flags: Vec<&str> = flags.split("; ").collect();
        for flag in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
            assert!(flags.contains(&flag), "{flag} is missing: {flags:?}");
        }
        assert!(!flags.iter().any(|flag| flag.starts_with("Domain")), "{flags:?}");
        assert!(pair.len() <= 4096, "{}", pair.len());
    }
}

#[test]
fn each_sign_in_and_each_confirmation_begins_a_new_cookie() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let first = session(&sign_in(&room, &worker, -30, None));
    let second = session(&sign_in(&room, &worker, 0, Some(&first)));
    assert_ne!(first, second);
    assert!(is_over(&room, &first, 0), "the session that the browser had before is over");
    let typed = code(&worker, 30);
    let form = [("passphrase", PASSPHRASE), ("code", typed.as_str())];
    let confirmed = room.send("POST", "/en/casework/confirm", Some(&second), &form);
    assert_eq!(confirmed.status(), StatusCode::SEE_OTHER);
    let third = session(&confirmed);
    assert_ne!(second, third);
    assert!(is_over(&room, &second, 0), "the cookie from before the confirmation opens nothing");
    assert_eq!(room.get("/en/casework", &third).0, StatusCode::OK);
}

#[test]
fn whoever_confirms_comes_back_to_the_page_she_was_at_and_to_no_other_place() {
    let room = Room::open();
    let (admin, worker) = (room.actor(Role::Administrator, None), room.actor(Role::CaseWorker, Some(0)));
    let first = again(&room, &admin, -CONFIRMED);
    let person = format!("/casework/people/{}", worker.player.account.id);
    let asked = room.send("POST", &format!("/en{person}/sign-out"), Some(&first), &[]);
    let asked = location(&asked);
    assert_eq!(asked, format!("/en/casework/confirm?to={person}"));
    let page = room.get(&asked, &first).1;
    assert!(page.contains(&format!("<input type=\"hidden\" name=\"to\" value=\"{person}\">")), "{page}");
    let form = |seconds: i64, to: &str, cookie: &str| {
        let typed = code(&admin, seconds);
        room.send(
            "POST",
            "/en/casework/confirm",
            Some(cookie),
            &[("passphrase", PASSPHRASE), ("code", &typed), ("to", to)],
        )
    };
    let confirmed = form(0, &person, &first);
    assert_eq!(location(&confirmed), format!("/en{person}"));
    let elsewhere = form(30, "//example.org/casework/people", &session(&confirmed));
    assert_eq!(location(&elsewhere), "/en/casework");
    let cookie = session(&elsewhere);
    for to in [
        "https://example.org/",
        "//example.org",
        "/page/1",
        "/casework/../page",
        "/casework/people/centres",
        "/healthz",
    ] {
        assert!(!room.get(&format!("/en/casework/confirm?to={to}"), &cookie).1.contains("name=\"to\""), "{to}");
    }
}

#[test]
fn another_passphrase_asks_for_the_old_one_and_a_code_and_ends_the_other_sessions() {
    const CHOSEN: &str = "жеті қарға бір шырша үстінде";
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let other = again(&room, &worker, 0);
    let change = |old: &str, typed: &str, chosen: &str, cookie: &str| {
        let form = [("passphrase", old), ("code", typed), ("chosen", chosen), ("again", chosen)];
        room.send("POST", "/en/casework/account/passphrase", Some(cookie), &form)
    };
    let typed = code(&worker, 0);
    for (old, code, chosen, status) in [
        ("not the one she has", typed.as_str(), CHOSEN, StatusCode::UNAUTHORIZED),
        (PASSPHRASE, "000000", CHOSEN, StatusCode::UNAUTHORIZED),
        (PASSPHRASE, typed.as_str(), "too short", StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(change(old, code, chosen, &worker.cookie).status(), status, "{old} {code} {chosen}");
        assert!(who(&room, &worker.cookie, 0).is_ok() && who(&room, &other, 0).is_ok());
    }
    let changed = change(PASSPHRASE, &typed, CHOSEN, &worker.cookie);
    assert_eq!(changed.status(), StatusCode::SEE_OTHER);
    let fresh = session(&changed);
    assert!(is_over(&room, &worker.cookie, 0) && is_over(&room, &other, 0) && who(&room, &fresh, 0).is_ok());
    let login = worker.player.account.login.as_str();
    let later = code(&worker, 30);
    for (passphrase, status) in [(PASSPHRASE, StatusCode::UNAUTHORIZED), (CHOSEN, StatusCode::SEE_OTHER)] {
        let form = [("login", login), ("passphrase", passphrase), ("code", later.as_str())];
        assert_eq!(room.send("POST", "/en/casework/sign-in", None, &form).status(), status, "{passphrase}");
    }
}

#[test]
fn she_sees_her_sessions_and_ends_another_only_after_confirming_who_she_is() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let end = |signed: &Signed, id: &str| room.runtime.block_on(room.casework.end(signed, Some(id)));
    let other = |signed: &Signed| {
        let live = room.runtime.block_on(room.casework.sessions_of(&signed.account.id, &signed.moment));
        let mut live = live.expect("her sessions").into_iter().filter(|kept| kept.id != signed.session.id);
        live.next().expect("another session").id
    };
    let lost = again(&room, &worker, 0);
    let page = room.get("/en/casework/account", &worker.cookie).1;
    assert_eq!(page.matches("name=\"session\"").count(), 1, "the other one can be ended, this one by leaving");
    let fresh = who(&room, &worker.cookie, 120).expect("signed in");
    assert!(end(&fresh, &other(&fresh)).is_ok());
    assert!(is_over(&room, &lost, 121));
    let lost = again(&room, &worker, 122);
    let stale = who(&room, &worker.cookie, CONFIRMED + 100).expect("signed in");
    assert!(matches!(end(&stale, &other(&stale)), Err(Refused::Confirm)));
    assert!(who(&room, &lost, CONFIRMED + 101).is_ok());
    let head = who(&room, &room.heads[0].cookie, 10).expect("signed in");
    assert!(matches!(end(&head, &stale.session.id), Err(Refused::NotFound)), "of others there is nothing to end");
}

#[test]
fn inviting_ending_an_account_and_an_emergency_ask_again_after_ten_minutes() {
    let room = Room::open();
    let (admin, worker) = (room.actor(Role::Administrator, None), room.actor(Role::CaseWorker, Some(0)));
    let case = room.case(&worker, &[]);
    let refused = |seconds: i64| {
        let signed = who(&room, &admin.cookie, seconds).expect("signed in");
        let head = who(&room, &room.heads[0].cookie, seconds).expect("signed in");
        let login = format!("invited-{seconds}");
        let invited = Invited { login: &login, name: "Invited", role: Role::Auditor, centre: None };
        let auditor = room.actor(Role::Auditor, None).player.account.id;
        room.runtime.block_on(async {
            [
                matches!(room.casework.invite(&signed, &invited).await, Err(Refused::Confirm)),
                matches!(room.casework.end_account(&signed, &auditor).await, Err(Refused::Confirm)),
                matches!(room.casework.emergency(&head, &case, "injury").await, Err(Refused::Confirm)),
            ]
        })
    };
    assert_eq!(refused(CONFIRMED - 1), [false; 3]);
    assert_eq!(refused(CONFIRMED), [true; 3]);
}

#[test]
fn every_page_of_somebody_signed_in_offers_to_leave() {
    let room = Room::open();
    let (mut seen, head) = (0, &room.heads[0]);
    let (admin, auditor) = (room.actor(Role::Administrator, None), room.actor(Role::Auditor, None));
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    for route in ROUTES.iter().filter(|route| route.method == "GET" && route.need != Need::Nobody) {
        let path = route.path.replace("{lang}", "en").replace("{id}", &case);
        for actor in [&worker, head, &admin, &auditor].into_iter().filter(|_| !path.contains('{')) {
            let (status, body) = room.get(&path, &actor.cookie);
            // A paper or a table is no page.
            if status == StatusCode::OK && body.starts_with("<!doctype html>") {
                seen += 1;
                assert!(body.contains("action=\"/en/casework/sign-out\""), "{path}");
            }
        }
    }
    assert!(seen >= 30, "{seen} pages");
}

#[test]
fn t3_beyond_the_cases_of_a_usual_day_she_confirms_who_she_is_and_her_head_sees_it() {
    let room = Room::open();
    room.casework.limit_cases(1);
    let worker = room.actor(Role::CaseWorker, Some(0));
    let [first, second] = [room.case(&worker, &[]), room.case(&worker, &[])];
    let cookie = again(&room, &worker, -CONFIRMED - 60);
    let case = |id: &str| format!("/ru/casework/cases/{id}");
    assert_eq!(room.get(&case(&first), &cookie).0, StatusCode::OK);
    let answer = room.send("GET", &case(&second), Some(&cookie), &[]);
    let asked = location(&answer);
    assert_eq!(asked, format!("/ru/casework/confirm?to=/casework/cases/{second}"));
    let (_, page) = room.get(&asked, &cookie);
    assert!(page.contains("Сегодня вы открыли 1 случай. Чтобы открыть ещё, подтвердите, кто вы"), "{page}");
    let (_, people) = room.get("/en/casework/centre/people", &room.heads[0].cookie);
    assert!(!people.contains("More cases than usual"), "{people}");
    let (_, tasks) = room.get("/en/casework/tasks", &cookie);
    assert!(tasks.contains("</html>"), "a list that gathers a line of each case asks for nothing: {tasks}");

    let typed = code(&worker, 0);
    let to = format!("/casework/cases/{second}");
    let form = [("passphrase", PASSPHRASE), ("code", typed.as_str()), ("to", to.as_str())];
    let answer = room.send("POST", "/ru/casework/confirm", Some(&cookie), &form);
    assert_eq!((answer.status(), location(&answer)), (StatusCode::SEE_OTHER, case(&second)));
    assert_eq!(room.get(&case(&second), &session(&answer)).0, StatusCode::OK);
    let (_, people) = room.get("/en/casework/centre/people", &room.heads[0].cookie);
    assert!(people.contains("More cases than usual were opened in a day: 21 November 2026"), "{people}");
}

#[test]
fn she_is_told_of_tries_and_changes_when_she_comes_in() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    sign_in(&room, &worker, -30, None);
    let wrong =
        [("login", worker.player.account.login.as_str()), ("passphrase", "not hers at all"), ("code", "000000")];
    for _ in 0..3 {
        let answer = room.send("POST", "/en/casework/sign-in", None, &wrong);
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    }
    let cookie = session(&sign_in(&room, &worker, 0, None));
    let (_, page) = room.get("/en/casework", &cookie);
    assert!(page.contains("In the last three days 3 tries to sign in as you did not fit."), "{page}");
    let (_, russian) = room.get("/ru/casework", &cookie);
    assert!(russian.contains("За последние три дня было 3 неудачные попытки войти под вашим именем."), "{russian}");
    let (_, account) = room.get("/en/casework/account", &cookie);
    assert_eq!(account.matches("Tried to sign in and did not fit (3)</li>").count(), 1, "{account}");
    assert_eq!(account.matches(": Signed in</li>").count(), 3, "the first was her session of this test: {account}");

    let other = room.actor(Role::CaseWorker, Some(0));
    let (_, account) = room.get("/en/casework/account", &other.cookie);
    assert!(!account.contains("did not fit"), "nothing of a colleague's");
    assert!(!room.get("/en/casework", &other.cookie).1.contains("In the last three days"));

    let code = code(&worker, 30);
    let chosen = "жеті қарға сегіз ақ терек биік";
    let form = [("passphrase", PASSPHRASE), ("code", code.as_str()), ("chosen", chosen), ("again", chosen)];
    let answer = room.send("POST", "/en/casework/account/passphrase", Some(&cookie), &form);
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{:?}", location(&answer));
    assert!(room.get("/en/casework", &session(&answer)).1.contains("what opens your account was changed"));
}
