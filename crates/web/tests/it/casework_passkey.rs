//! The pages of passkeys: where a script is and where none is, what they offer without one, who may add one. What a passkey opens is
//! tested with the use cases, and in a browser.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use pana_casework::policy::Role;
use pana_web::casework::route::ROUTES;

use crate::room::{HOST, Room};

const WITH_SCRIPT: [&str; 3] =
    ["/en/casework/sign-in/passkey", "/en/casework/account/passkeys", "/en/casework/confirm/passkey"];

#[test]
fn three_pages_have_our_script_and_no_other_page_has_any() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let case = room.case(&worker, &[]);
    let mut with_script = Vec::new();
    for route in ROUTES.iter().filter(|route| route.method == "GET") {
        let path = route.path.replace("{lang}", "en").replace("{id}", &case);
        let answer = room.send("GET", &path, Some(&worker.cookie), &[]);
        let policy = answer.headers()[CONTENT_SECURITY_POLICY].to_str().expect("a text").to_owned();
        let (_, page) = room.read(answer);
        let scripts = page.matches("<script").count();
        assert_eq!(scripts > 0, policy.contains("script-src 'self'"), "{path}: {policy}");
        if scripts > 0 {
            assert_eq!((scripts, page.matches("<script src=\"/assets/passkey.js?").count()), (1, 1), "{path}");
            assert!(!page.contains(" onclick") && !page.contains("javascript:") && !page.contains("<style"), "{path}");
            with_script.push(path);
        }
    }
    assert_eq!(with_script, WITH_SCRIPT);
}

#[test]
fn the_script_is_served_as_one_and_writes_no_markup() {
    let room = Room::open();
    let answer = room.send("GET", "/assets/passkey.js", None, &[]);
    assert_eq!(answer.headers()[CONTENT_TYPE], "text/javascript; charset=utf-8");
    let (status, script) = room.read(answer);
    assert_eq!(status, StatusCode::OK);
    for word in
        ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(", "import", "Storage", "cookie"]
    {
        assert!(!script.contains(word), "{word}");
    }
}

#[test]
fn each_page_asks_another_question_and_leads_back_to_the_passphrase() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let question = |page: &str| {
        let (_, rest) = page.split_once("data-question=\"").expect("a question");
        rest.split_once('"').expect("its end").0.to_owned()
    };
    for lang in ["en", "ru", "kk"] {
        for path in WITH_SCRIPT.map(|path| path.replace("/en/", &format!("/{lang}/"))) {
            let (status, page) = room.get(&path, &worker.cookie);
            let (_, again) = room.get(&path, &worker.cookie);
            assert_eq!(status, StatusCode::OK, "{path}");
            assert_eq!(question(&page).len(), 43, "{path}: 256 bits");
            assert_ne!(question(&page), question(&again), "{path}");
            assert!(page.contains(&format!("data-host=\"{HOST}\"")), "{path}");
            assert!(page.contains("data-when=\"off\">"), "{path}: it says what to do without a script");
            let otherwise = if path.contains("/account/") { "/casework/account\"" } else { "/casework/" };
            assert!(page.contains(otherwise), "{path}");
            let form = page.split("<form").find(|form| form.contains("data-passkey")).expect("a form");
            let login = &worker.player.account.login;
            assert!(!form.contains(login), "{path}: no login goes to the device");
        }
    }
    let (_, page) = room.read(room.send("GET", "/en/casework/sign-in", None, &[]));
    let (passkey, passphrase) = (page.find("/sign-in/passkey\""), page.find("name=\"passphrase\""));
    assert!(
        passkey < passphrase && passkey.is_some(),
        "the passkey comes first, and the passphrase is there as before"
    );
}

#[test]
fn an_answer_that_is_none_is_told_with_a_new_question() {
    let room = Room::open();
    let worker = room.actor(Role::CaseWorker, Some(0));
    let nonsense =
        [("question", "AAAA"), ("passkey", "AAAA"), ("client_data", "e30"), ("signature", "AA"), ("name", "key")];
    for path in WITH_SCRIPT {
        let session = (!path.contains("sign-in")).then_some(worker.cookie.as_str());
        let (status, page) = room.read(room.send("POST", path, session, &nonsense));
        assert!(matches!(status, StatusCode::UNAUTHORIZED | StatusCode::BAD_REQUEST), "{path}: {status}");
        assert!(page.contains("role=\"alert\"") && page.contains("does not fit"), "{path}: {page}");
        assert!(page.contains("data-question=\"") && !page.contains("AAAA"), "{path}");
    }
    let proof = [("proof", "AAAA"), ("passphrase", "invented people only")];
    let answer = room.send("POST", "/en/casework/sign-in/passkey", None, &proof);
    assert_eq!(answer.headers()[LOCATION], "/en/casework/sign-in", "without a passkey before it");
}

#[test]
fn her_own_view_opens_by_paper_alone() {
    let room = Room::open();
    let survivor = room.actor(Role::Survivor, None);
    let (status, page) = room.get("/en/casework/account/passkeys", &survivor.cookie);
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(!page.contains("<script"));
    assert!(!room.get("/en/casework/account", &survivor.cookie).1.contains("account/passkeys"));
}
