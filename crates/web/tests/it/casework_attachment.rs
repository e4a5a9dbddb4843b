//! Attached papers through their pages: put in, looked at, taken away; by whom, and by whom not.

use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use pana_app::casework::random::System;
use pana_app::casework::{attachment, id};
use pana_casework::policy::Role;
use pana_casework::{Class, Kind};
use pana_store::casework::{Change, Picture, entry, picture};
use pana_web::casework::cookie;
use tower::ServiceExt as _;

use crate::room::{Actor, Room, speaks};

/// A PDF of one page.
const RECEIPT: &[u8] = include_bytes!("../../../app/src/casework/demo_receipt.pdf");
const JPEG: &[u8] = &[0xff, 0xd8, 0xff];

struct World {
    room: Room,
    worker: Actor,
    case: String,
}

impl World {
    fn new() -> Self {
        let room = Room::open();
        let worker = room.actor(Role::CaseWorker, Some(0));
        let case = room.case(&worker, &[]);
        Self { room, worker, case }
    }

    fn path(&self, below: &str) -> String {
        format!("/en/casework/cases/{}{below}", self.case)
    }

    fn get(&self, actor: &Actor, below: &str) -> (StatusCode, String) {
        self.room.get(&self.path(below), &actor.cookie)
    }

    fn page(&self, below: &str) -> String {
        let (status, body) = self.get(&self.worker, below);
        assert_eq!(status, StatusCode::OK, "{below}");
        body
    }

    fn bytes(&self, actor: &Actor, below: &str) -> (StatusCode, Vec<u8>) {
        let answer = self.room.send("GET", &self.path(below), Some(&actor.cookie), &[]);
        let status = answer.status();
        let bytes = self.room.runtime.block_on(axum::body::to_bytes(answer.into_body(), usize::MAX)).expect("a body");
        (status, bytes.to_vec())
    }

    /// Attaches a file to a compartment, as a browser sends it.
    fn attach(&self, actor: &Actor, class: &str, name: &str, save: &str, file: &[u8]) -> Response<Body> {
        let key = cookie::form_key(&actor.cookie);
        self.send_file(actor, class, &[("key", &key), ("save", save), ("name", name)], file)
    }

    fn send_file(&self, actor: &Actor, class: &str, fields: &[(&str, &str)], file: &[u8]) -> Response<Body> {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--x1\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        // What a browser says of the file is a lie here: nothing may hang on it.
        body.extend_from_slice(
            b"--x1\r\ncontent-disposition: form-data; name=\"file\"; filename=\"../../x.exe\"\r\n\
              content-type: text/html\r\n\r\n",
        );
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--x1--\r\n");
        let request = Request::builder()
            .method("POST")
            .uri(self.path(&format!("/attachments/{class}")))
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, format!("{}={}", cookie::SESSION, actor.cookie))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x1")
            .body(Body::from(body))
            .expect("a request");
        self.room.runtime.block_on(self.room.router.clone().oneshot(request)).expect("the router answers")
    }

    /// Attaches the receipt; gives its id.
    fn attached(&self, class: &str, name: &str) -> String {
        let save = id::new(&mut System);
        let answer = self.attach(&self.worker, class, name, &save, RECEIPT);
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{class}");
        save
    }

    fn let_in(&self, role: Role) -> Actor {
        let actor = self.room.actor(role, Some(0));
        let form = [("account", actor.player.account.id.as_str())];
        let path = self.path("/team");
        assert_eq!(self.room.send("POST", &path, Some(&self.worker.cookie), &form).status(), StatusCode::SEE_OTHER);
        actor
    }

    fn kept(&self, id: &str, number: i64) -> Option<Picture> {
        self.room.runtime.block_on(picture::one(&self.room.casework.db, id, number)).expect("it is read")
    }
}

#[test]
fn a_paper_is_attached_found_under_its_compartment_and_looked_at_page_by_page() {
    let world = World::new();
    assert!(world.page("").contains("/attachments\">Attached papers"), "the case leads there");
    assert!(world.page("/attachments").contains("No paper is attached."), "what to do");
    let choices = world.page("/attachments/new");
    assert!(choices.contains("Proof of a service") && choices.contains("/attachments/services/new"), "{choices}");
    assert!(!choices.contains("Medical paper"), "health is not hers to write");
    let form = world.page("/attachments/services/new");
    assert!(form.contains("enctype=\"multipart/form-data\"") && form.contains("type=\"file\""), "{form}");

    let id = world.attached("services", "Kanaryticket");
    let list = world.page("/attachments");
    assert!(list.contains("Kanaryticket") && list.contains("1 page · 21 November 2026"), "{list}");
    let paper = world.page(&format!("/attachments/services/{id}"));
    assert!(paper.contains(&format!("/attachments/services/{id}/1\"")) && paper.contains("Page 1 of 1"), "{paper}");
    let (status, leaf) = world.bytes(&world.worker, &format!("/attachments/services/{id}/1"));
    assert_eq!((status, &leaf[..3]), (StatusCode::OK, JPEG));
    let answer =
        world.room.send("GET", &world.path(&format!("/attachments/services/{id}/1")), Some(&world.worker.cookie), &[]);
    let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert_eq!(
        [header("content-type"), header("cache-control"), header("x-content-type-options")],
        ["image/jpeg", "no-store", "nosniff"]
    );
    for below in ["0", "2", "65535"] {
        let gone = world.get(&world.worker, &format!("/attachments/services/{id}/{below}")).0;
        assert_eq!(gone, StatusCode::NOT_FOUND, "page {below}");
    }
    let history = world.page("/history");
    for told in ["<strong>Wrote</strong>: Services and clock", "<strong>Read</strong>: Services and clock"] {
        assert!(history.contains(told), "{told}: {history}");
    }
}

#[test]
fn what_is_kept_is_sealed_and_says_nothing_of_the_file() {
    let world = World::new();
    let id = world.attached("identity", "Kanarypassport");
    let kept = world.kept(&id, 1).expect("a page");
    let entries = world.room.runtime.block_on(entry::of_record(&world.room.casework.db, &world.case));
    let sealed: Vec<Vec<u8>> = entries.expect("entries").into_iter().map(|entry| entry.sealed).collect();
    for bytes in sealed.iter().chain([&kept.sealed]) {
        for planted in [&b"Kanarypassport"[..], b"JFIF", b"x.exe", b"RECEIPT", b"%PDF"] {
            assert!(!bytes.windows(planted.len()).any(|part| part == planted), "{}", String::from_utf8_lossy(planted));
        }
    }
    let leaf = world.bytes(&world.worker, &format!("/attachments/identity/{id}/1")).1;
    assert!(leaf.len().abs_diff(kept.sealed.len()) < 4200, "its length tells no more than steps of 4,096 bytes");
}

#[test]
fn a_form_sent_twice_attaches_one_paper_and_one_without_the_key_none() {
    let world = World::new();
    let save = id::new(&mut System);
    for _ in 0..2 {
        let answer = world.attach(&world.worker, "services", "A ticket", &save, RECEIPT);
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    }
    assert_eq!(world.page("/attachments").matches("A ticket</h3>").count(), 1);
    let other = world.room.actor(Role::CaseWorker, Some(0));
    let foreign = cookie::form_key(&other.cookie);
    let fresh = id::new(&mut System);
    for key in ["", "0", foreign.as_str()] {
        let fields = [("key", key), ("save", fresh.as_str()), ("name", "Not hers")];
        let answer = world.send_file(&world.worker, "services", &fields, RECEIPT);
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "key {key}");
    }
    assert!(!world.page("/attachments").contains("Not hers"));
}

#[test]
fn what_cannot_be_attached_says_why_beside_the_field_and_keeps_what_was_typed() {
    let world = World::new();
    let long = "x".repeat(121);
    let large = vec![b'%'; attachment::BYTES + 1];
    let cases: [(&str, &[u8], &str); 6] = [
        ("", RECEIPT, "Say in a few words what it is."),
        (&long, RECEIPT, "At most 120 letters."),
        ("A paper", b"", "Choose a file."),
        ("A paper", b"<script>alert(1)</script>", "neither a photograph"),
        ("A paper", b"%PDF-1.7 and nothing more", "cut off or damaged"),
        ("A paper", &large, "at most 24 megabytes"),
    ];
    for (name, file, why) in cases {
        let answer = world.attach(&world.worker, "services", name, &id::new(&mut System), file);
        let (status, body) = world.room.read(answer);
        assert_eq!(status, StatusCode::BAD_REQUEST, "{why}");
        assert!(body.contains(why), "{why}: {body}");
        assert!(body.contains(&format!("value=\"{name}\"")), "{why}: what was typed is there");
    }
    let huge = vec![b'%'; attachment::BYTES + (17 << 20)];
    let answer = world.attach(&world.worker, "services", "A paper", &id::new(&mut System), &huge);
    let (status, body) = world.room.read(answer);
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(body.contains("at most 24 megabytes are taken"), "{body}");
    let stranger = Actor {
        cookie: "A".repeat(43),
        role: Role::CaseWorker,
        player: world.room.actor(Role::CaseWorker, Some(0)).player,
    };
    let answer = world.attach(&stranger, "services", "A paper", &id::new(&mut System), &vec![b'%'; 3 << 20]);
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE, "who is not signed in sends nothing large");
    // Elsewhere a form stays small.
    let form = [("note", "x".repeat(3 << 20))];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = world.room.send("POST", &world.path("/services"), Some(&world.worker.cookie), &form);
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(world.page("/attachments").contains("No paper is attached."));
}

#[test]
fn a_paper_is_seen_by_whoever_reads_its_compartment_and_by_nobody_else() {
    let world = World::new();
    let lawyer = world.let_in(Role::Lawyer);
    let specialist = world.let_in(Role::Specialist);
    let outsider = world.room.actor(Role::CaseWorker, Some(0));
    let ticket = world.attached("services", "Kanaryticket");
    let save = id::new(&mut System);
    let answer = world.attach(&specialist, "health", "Kanarytest", &save, RECEIPT);
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "who heals attaches a medical paper");
    assert!(!world.page("/attachments").contains("Kanarytest"), "who runs the case does not see it");
    let seen = world.get(&specialist, "/attachments").1;
    assert!(seen.contains("Kanarytest") && !seen.contains("Kanaryticket"), "{seen}");
    assert!(!world.get(&lawyer, "/attachments").1.contains("Kanary"), "neither of them is hers to read");
    for (actor, below) in [
        (&world.worker, format!("/attachments/health/{save}")),
        (&world.worker, format!("/attachments/health/{save}/1")),
        (&specialist, format!("/attachments/services/{ticket}/1")),
        (&lawyer, format!("/attachments/health/{save}/1")),
        (&outsider, format!("/attachments/services/{ticket}/1")),
        (&outsider, "/attachments".to_owned()),
        // Its id under another compartment leads nowhere.
        (&world.worker, format!("/attachments/identity/{ticket}")),
        (&world.worker, format!("/attachments/identity/{ticket}/1")),
        (&world.worker, format!("/attachments/place/{ticket}")),
        (&world.worker, format!("/attachments/anything/{ticket}")),
    ] {
        let (status, body) = world.get(actor, &below);
        assert!(matches!(status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{below}: {status}");
        assert!(!body.contains("Kanary"), "{below}");
    }
    let refused = world.attach(&world.worker, "health", "x", &id::new(&mut System), RECEIPT);
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    let other = world.room.case(&world.worker, &[]);
    let path = format!("/en/casework/cases/{other}/attachments/services/{ticket}/1");
    assert_eq!(world.room.get(&path, &world.worker.cookie).0, StatusCode::NOT_FOUND, "not through another case");
}

#[test]
fn who_may_read_her_own_lines_sees_what_she_attached_and_she_whom_it_is_about_attaches_nothing() {
    let world = World::new();
    let specialist = world.let_in(Role::Specialist);
    let hers = id::new(&mut System);
    let answer = world.attach(&specialist, "services", "Kanaryhours", &hers, RECEIPT);
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let paper = world.get(&specialist, &format!("/attachments/services/{hers}"));
    assert!(paper.0 == StatusCode::OK && paper.1.contains("Kanaryhours"), "she looks whether it can be read");
    assert_eq!(world.bytes(&specialist, &format!("/attachments/services/{hers}/1")).0, StatusCode::OK);
    let other = world.attached("services", "A ticket");
    let foreign = world.get(&specialist, &format!("/attachments/services/{other}")).0;
    assert_eq!(foreign, StatusCode::NOT_FOUND, "a colleague's is not hers");

    let given = world.room.send("POST", &world.path("/own-code"), Some(&world.worker.cookie), &[]);
    let (_, page) = world.room.read(given);
    let code = page.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next()).expect("a code");
    let entered = world.room.send("POST", "/en/page", None, &[("code", code)]);
    let cookies = entered.headers().get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let own = cookies.filter_map(|set| set.strip_prefix(&format!("{}=", cookie::SESSION))?.split(';').next()).next();
    let herself = Actor { cookie: own.expect("a session").to_owned(), ..world.room.actor(Role::Survivor, None) };
    for class in ["identity", "services", "legal"] {
        let answer = world.attach(&herself, class, "x", &id::new(&mut System), RECEIPT);
        assert!(answer.status().is_client_error(), "{class}: {}", answer.status());
    }
    assert_eq!(world.page("/attachments").matches("</h3>").count(), 2);
}

#[test]
fn a_paper_attached_by_mistake_is_taken_away_for_good_and_that_stays_written() {
    let world = World::new();
    let id = world.attached("legal", "Kanarydecision");
    let ask = world.page(&format!("/attachments/legal/{id}/away"));
    assert!(ask.contains("Kanarydecision") && ask.contains("gone at once"), "{ask}");
    let away = world.path(&format!("/attachments/legal/{id}/away"));
    let send = |version: &str| {
        let save = id::new(&mut System);
        let form = [("save", save.as_str()), ("version", version)];
        world.room.send("POST", &away, Some(&world.worker.cookie), &form).status()
    };
    assert_eq!(send("7"), StatusCode::CONFLICT, "not what was shown");
    assert!(world.kept(&id, 1).is_some());
    assert_eq!(send("1"), StatusCode::SEE_OTHER);
    assert_eq!(world.kept(&id, 1), None, "its page is gone");
    assert!(!world.page("/attachments").contains("Kanarydecision"));
    assert_eq!(world.get(&world.worker, &format!("/attachments/legal/{id}")).0, StatusCode::NOT_FOUND);
    assert_eq!(send("2"), StatusCode::NOT_FOUND);
    let entries = world.room.runtime.block_on(entry::of_record(&world.room.casework.db, &world.case));
    let left = entries.expect("entries").into_iter().find(|entry| entry.id == id).expect("that there was one");
    assert_eq!((left.standing.as_str(), left.version), ("withdrawn", 2));

    let lawyer = world.let_in(Role::Lawyer);
    let kept = world.attached("legal", "A certificate");
    let away = format!("/attachments/legal/{kept}/away");
    assert!(!world.get(&lawyer, "/attachments").1.contains(&away), "only who attached it, or runs the case");
    assert_eq!(world.get(&lawyer, &away).0, StatusCode::FORBIDDEN);
}

#[test]
fn a_page_that_was_moved_exchanged_or_lost_is_not_shown() {
    let world = World::new();
    let (one, two) = (world.attached("services", "One"), world.attached("services", "Two"));
    let foreign = world.kept(&two, 1).expect("a page");
    let leaf = |id: &str| world.bytes(&world.worker, &format!("/attachments/services/{id}/1"));
    world
        .room
        .forge(&[Change::DropPictures(one.clone()), Change::Picture(Picture { entry_id: one.clone(), ..foreign })]);
    let (status, shown) = leaf(&one);
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!shown.starts_with(JPEG));
    world.room.forge(&[Change::DropPictures(one.clone())]);
    assert_eq!(leaf(&one).0, StatusCode::INTERNAL_SERVER_ERROR, "a page that is lost is not passed over in silence");
    assert_eq!(leaf(&two).0, StatusCode::OK);
}

#[test]
fn the_pages_of_papers_speak_three_languages() {
    let world = World::new();
    let id = world.attached("services", "A ticket");
    for lang in ["en", "ru", "kk"] {
        for below in ["", "/new", "/services/new", &format!("/services/{id}"), &format!("/services/{id}/away")] {
            let path = format!("/{lang}/casework/cases/{}/attachments{below}", world.case);
            let (status, body) = world.room.get(&path, &world.worker.cookie);
            assert_eq!(status, StatusCode::OK, "{path}");
            speaks(&body, &path);
        }
    }
    let words = pana_app::Library::builtin().expect("the built-in data are sound");
    for lang in pana_text::Lang::ALL {
        let words = words.words(lang);
        for class in Kind::ATTACHED.map(Kind::class) {
            let names = [format!("attachment-of-{}", class.name()), format!("attachment-about-{}", class.name())];
            assert!(names.iter().all(|name| words.has(name)), "{lang} {class:?}");
        }
    }
    assert_eq!(Kind::attached(Class::Place), None);
}
