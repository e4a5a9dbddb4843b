//! Acts in the public room: a verdict is signed, a measure reported on, a view added and withdrawn. What everybody reads, what the log keeps,
//! and what happens where it cannot be written.

use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use pana_app::casework::demo::PASSPHRASE;
use pana_casework::policy::Role;
use pana_evidence::Record;
use pana_store::casework::{Change, Session};
use pana_vault::totp::TotpSecret;

use crate::room::{Actor, Room, moment, now};
use crate::world::text;

fn row(table: &str, cells: &[(&str, &str)]) -> Record {
    let cells: Vec<(String, String)> =
        cells.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect();
    Record { pack: "a test".to_owned(), table: table.to_owned(), key: cells[0].1.clone(), cells }
}

/// A claim, a recommendation, a plan with one measure.
fn room() -> Room {
    Room::beside(&[
        row(
            "claims",
            &[
                ("claim_id", "CL1"),
                ("claimant", "A ministry"),
                ("claim_type", "level"),
                ("indicator_id", "vict.any"),
                ("comparator", "gt"),
                ("value", "100"),
                ("unit", "persons"),
                ("geo_id", "KZ"),
                ("period_label", "2024"),
                ("paraphrase", "More than a hundred people were freed"),
            ],
        ),
        row(
            "recommendations",
            &[
                ("rec_id", "R1"),
                ("source_id", "S1"),
                ("locus", "p. 1"),
                ("addressee", "Government"),
                ("addressee_basis", "explicit"),
                ("theme", "trafficking"),
                ("paraphrase", "Open a centre in each region"),
            ],
        ),
        row(
            "commitments",
            &[
                ("commitment_id", "C1"),
                ("kind", "action_plan"),
                ("title", "A plan of measures"),
                ("source_id", "S1"),
                ("locus", "p. 2"),
            ],
        ),
        row(
            "measures",
            &[
                ("measure_id", "M1"),
                ("plan_id", "C1"),
                ("text", "Train the inspectors"),
                ("due", "2026-06-30"),
                ("source_id", "S1"),
                ("locus", "p. 3"),
            ],
        ),
    ])
}

fn post(room: &Room, actor: &Actor, path: &str, form: &[(&str, &str)]) -> Response<Body> {
    room.send("POST", path, Some(&actor.cookie), form)
}

fn location(response: &Response<Body>) -> &str {
    response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// A page as a reader without a session gets it.
fn public(room: &Room, path: &str) -> String {
    let (status, body) = room.read(room.send("GET", path, None, &[]));
    assert_eq!(status, StatusCode::OK, "{path}");
    body
}

/// The whole log, as the auditor reads it.
fn log(room: &Room) -> String {
    let auditor = room.actor(Role::Auditor, None);
    text(&room.get("/en/casework/log", &auditor.cookie).1)
}

const SIGN: &str = "/en/casework/verdicts/CL1";

fn verdict<'a>(step: &'a str, version: &'a str, verdict: &'a str, reason: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("step", step),
        ("version", version),
        ("verdict", verdict),
        ("reason_en", reason),
        ("reason_ru", "Потому что счёт неполный"),
        ("office", "Office of Invention"),
    ]
}

#[test]
fn a_rapporteur_signs_a_verdict_and_everybody_reads_role_and_office() {
    let room = room();
    let rapporteur = room.actor(Role::Rapporteur, None);
    let (status, list) = room.get("/en/casework/verdicts", &rapporteur.cookie);
    assert_eq!(status, StatusCode::OK);
    assert!(list.contains("href=\"/en/casework/verdicts/CL1\""), "{list}");
    let (status, form) = room.get(SIGN, &rapporteur.cookie);
    assert_eq!(status, StatusCode::OK);
    // The claim, what is proposed, and what was counted and refused stand above the form.
    for part in ["More than a hundred people were freed", "id=\"verdict\"", "id=\"evidence\"", "name=\"reason_kk\""] {
        assert!(form.contains(part), "{part}: {form}");
    }
    // Looking at it publishes nothing.
    let looked = post(&room, &rapporteur, SIGN, &verdict("look", "0", "disputed", "Two sources disagree"));
    let (status, looked) = room.read(looked);
    assert_eq!(status, StatusCode::OK);
    for part in ["Two sources disagree", "Потому что счёт неполный", "National Rapporteur: Office of Invention"]
    {
        assert!(looked.contains(part), "{part}: {looked}");
    }
    assert!(!public(&room, "/en/claims/CL1").contains("Two sources disagree"));
    assert!(!log(&room).contains("something in the public room"));
    let signed = post(&room, &rapporteur, SIGN, &verdict("sign", "0", "disputed", "Two sources disagree"));
    assert_eq!((signed.status(), location(&signed)), (StatusCode::SEE_OTHER, "/en/claims/CL1#decisions"));
    let english = text(&public(&room, "/en/claims/CL1"));
    assert!(english.contains("Two sources disagree") && english.contains("National Rapporteur: Office of Invention"));
    let russian = text(&public(&room, "/ru/claims/CL1"));
    assert!(russian.contains("Потому что счёт неполный") && russian.contains("Национальный докладчик"), "{russian}");
    // Who reads no language in which it was written reads it as it was written, and is told in which language that is.
    assert!(public(&room, "/kk/claims/CL1").contains("<span lang=\"en\">Two sources disagree</span>"));
    let account = &rapporteur.player.account;
    for secret in [&account.login, &account.name, &account.id] {
        assert!(!english.contains(secret.as_str()), "{secret}");
    }
    let log = log(&room);
    for part in ["Set out to change something in the public room", "Changed something in the public room", "D-CL1-1"] {
        assert!(log.contains(part), "{part}: {log}");
    }
}

#[test]
fn a_later_verdict_stands_before_the_earlier_and_an_earlier_day_knows_neither() {
    let room = room();
    let rapporteur = room.actor(Role::Rapporteur, None);
    let first = verdict("sign", "0", "disputed", "Two sources disagree");
    for _ in 0..2 {
        // Pressed twice is signed once.
        assert_eq!(post(&room, &rapporteur, SIGN, &first).status(), StatusCode::SEE_OTHER);
    }
    assert_eq!(public(&room, "/en/claims/CL1").matches("Two sources disagree").count(), 1);
    // Somebody who still looks at the form without the first is told so, and loses nothing.
    let second = verdict("sign", "0", "contradicted", "A third source settles it");
    let (status, again) = room.read(post(&room, &rapporteur, SIGN, &second));
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(again.contains("A third source settles it") && again.contains("name=\"version\" value=\"1\""), "{again}");
    let second = verdict("sign", "1", "contradicted", "A third source settles it");
    assert_eq!(post(&room, &rapporteur, SIGN, &second).status(), StatusCode::SEE_OTHER);
    let page = text(&public(&room, "/en/claims/CL1"));
    let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part}: {page}"));
    assert!(at("earlier, kept for its history") < at("A third source settles it"));
    assert_eq!(page.matches("earlier, kept for its history").count(), 1);
    let before = public(&room, "/en/claims/CL1?as_of=2026-11-20");
    assert!(!before.contains("Two sources disagree") && !before.contains("A third source settles it"), "{before}");
    assert!(public(&room, "/en/claims/CL1?as_of=2026-11-21").contains("A third source settles it"));
}

#[test]
fn what_is_not_whole_comes_back_with_what_was_typed() {
    let room = room();
    let rapporteur = room.actor(Role::Rapporteur, None);
    let wrong = [
        ("verdict", "no such verdict", "Choose one of the list."),
        ("reason_en", "", "Write it in one language at least."),
        ("office", "", "Must be filled in."),
    ];
    for (field, value, fault) in wrong {
        let mut form = verdict("sign", "0", "disputed", "Two sources disagree");
        form.retain(|(name, _)| *name != "reason_ru" && *name != field);
        form.push((field, value));
        let (status, body) = room.read(post(&room, &rapporteur, SIGN, &form));
        assert_eq!(status, StatusCode::BAD_REQUEST, "{field}");
        assert!(text(&body).contains(fault), "{field}: {body}");
        assert!(field == "reason_en" || body.contains("Two sources disagree"), "{field}");
    }
    assert_eq!(room.get("/en/casework/verdicts/none", &rapporteur.cookie).0, StatusCode::NOT_FOUND);
    assert!(!log(&room).contains("something in the public room"), "nothing was begun");
}

#[test]
fn only_who_may_is_offered_it_and_nobody_else_can() {
    let room = room();
    let actors = [Role::Rapporteur, Role::Coordinator, Role::Ngo, Role::Analyst].map(|role| room.actor(role, None));
    let offers = [
        ("/en/claims/CL1", "/en/casework/verdicts/CL1", Role::Rapporteur),
        ("/en/claims/CL1", "/en/casework/views/claim/CL1", Role::Ngo),
        ("/en/recommendations/R1", "/en/casework/views/recommendation/R1", Role::Ngo),
        ("/en/commitments/C1", "/en/casework/measures/commitment/C1", Role::Coordinator),
        ("/en/commitments/C1", "/en/casework/measures/measure/M1", Role::Coordinator),
    ];
    for (page, link, role) in offers {
        let offered = format!("href=\"{link}\"");
        assert!(!public(&room, page).contains(&offered), "{link}: to a reader");
        for actor in &actors {
            let answer = room.send("GET", page, Some(&actor.cookie), &[]);
            let apart = answer.headers().get(header::CACHE_CONTROL).is_some_and(|value| value == "no-store");
            assert_eq!(room.read(answer).1.contains(&offered), actor.role == role, "{link}: {:?}", actor.role);
            assert_eq!(apart, actor.role != Role::Analyst, "{page}: {:?}", actor.role);
            let expected = if actor.role == role { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(room.get(link, &actor.cookie).0, expected, "{link}: {:?}", actor.role);
            if actor.role != role {
                let sent = post(&room, actor, link, &verdict("sign", "0", "disputed", "Mine"));
                assert_eq!(sent.status(), StatusCode::FORBIDDEN, "{link}: {:?}", actor.role);
            }
        }
    }
    assert!(!public(&room, "/en/claims/CL1").contains("Mine"));
}

#[test]
fn signing_asks_who_she_is_on_the_same_page() {
    let room = room();
    let rapporteur = room.actor(Role::Rapporteur, None);
    let at = moment();
    let sessions = room.casework.sessions_of(&rapporteur.player.account.id, &at);
    let mut sessions = room.runtime.block_on(sessions).expect("her sessions");
    let kept = sessions.pop().expect("a session");
    let next = Session { confirmed_at: None, version: kept.version + 1, ..kept };
    room.forge(&[Change::Session(next)]);
    let form = verdict("sign", "0", "disputed", "Two sources disagree");
    let (status, asked) = room.read(post(&room, &rapporteur, SIGN, &form));
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(asked.contains("name=\"passphrase\"") && asked.contains("value=\"Two sources disagree\""), "{asked}");
    let factor = TotpSecret::parse(rapporteur.player.ring.factor().expose()).expect("a factor");
    let code = factor.code(u64::try_from(now().as_second()).expect("after 1970")).to_string();
    let with = |passphrase: &'static str| {
        let mut form = form.clone();
        form.extend([("passphrase", passphrase), ("code", &code)]);
        post(&room, &rapporteur, SIGN, &form)
    };
    let (status, asked) = room.read(with("something else altogether"));
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(asked.contains("value=\"Two sources disagree\"") && !asked.contains("something else altogether"));
    assert!(!public(&room, "/en/claims/CL1").contains("Two sources disagree"));
    let signed = with(PASSPHRASE);
    assert_eq!((signed.status(), location(&signed)), (StatusCode::SEE_OTHER, "/en/claims/CL1#decisions"));
    assert!(signed.headers().get(header::SET_COOKIE).is_some(), "the session goes on under a new cookie");
    assert!(public(&room, "/en/claims/CL1").contains("Two sources disagree"));
}

#[test]
fn a_public_write_that_fails_is_told_and_the_log_says_so() {
    const FULL: &str = "create trigger full before insert on records begin select raise(abort, 'full'); end";
    let room = room();
    let rapporteur = room.actor(Role::Rapporteur, None);
    room.runtime.block_on(async {
        let mut tx = room.public.begin().await.expect("a transaction");
        tx.run(FULL, &[]).await.expect("a trigger");
        tx.commit().await.expect("it is kept");
    });
    let form = verdict("sign", "0", "disputed", "Two sources disagree");
    let (status, told) = room.read(post(&room, &rapporteur, SIGN, &form));
    assert_eq!(status, StatusCode::INSUFFICIENT_STORAGE);
    assert!(told.contains("value=\"Two sources disagree\"") && text(&told).contains("nothing was published"), "{told}");
    assert!(!public(&room, "/en/claims/CL1").contains("Two sources disagree"));
    let log = log(&room);
    assert!(log.contains("Could not change it in the public room"), "{log}");
    assert!(!log.contains("Changed something in the public room"), "{log}");
}

fn report<'a>(progress: &'a str, on: &'a str, url: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("step", "sign"),
        ("version", "0"),
        ("progress", progress),
        ("progress_on", on),
        ("text_kk", "Екі топ оқытылды"),
        ("url", url),
        ("office", "Bureau of Invention"),
    ]
}

#[test]
fn a_report_stands_beside_the_status_and_does_not_change_it() {
    let room = room();
    let coordinator = room.actor(Role::Coordinator, None);
    let path = "/en/casework/measures/measure/M1";
    let wrong =
        [report("done", "2026-11-22", ""), report("done", "2026-11-20", "javascript:alert(1)"), report("?", "", "")];
    for form in wrong {
        assert_eq!(post(&room, &coordinator, path, &form).status(), StatusCode::BAD_REQUEST, "{form:?}");
    }
    let cell = |page: &str| {
        let row = page.split("id=\"M1\"").nth(1).and_then(|rest| rest.split("</tr>").next()).expect("the measure");
        let late = row.split("<td>").nth(3).expect("whether it is late");
        text(&format!("<main>{late}")).trim().to_owned()
    };
    let before = cell(&public(&room, "/en/commitments/C1"));
    assert!(before.starts_with("Late by 144 days"), "{before}");
    let form = report("done", "2026-11-20", "https://example.org/report?a=1&b=2");
    let made = post(&room, &coordinator, path, &form);
    assert_eq!((made.status(), location(&made)), (StatusCode::SEE_OTHER, "/en/commitments/C1#M1"));
    let after = cell(&public(&room, "/en/commitments/C1"));
    assert!(after.starts_with(&before), "{before} / {after}");
    for part in ["Reported by the coordinator, not verified", "done", "National coordinator: Bureau of Invention"] {
        assert!(after.contains(part), "{part}: {after}");
    }
    let kazakh = public(&room, "/kk/commitments/C1");
    assert!(kazakh.contains("Екі топ оқытылды") && kazakh.contains("href=\"https://example.org/report?a=1&#38;b=2\""));
    assert!(text(&room.get("/en/casework/measures", &coordinator.cookie).1).contains("Open it to withdraw it."));
    assert!(log(&room).contains("ST-M1-1"));
}

#[test]
fn a_view_stands_in_the_name_of_its_organisation_until_that_withdraws_it() {
    let room = room();
    let (one, other) = (room.actor(Role::Ngo, None), room.actor(Role::Ngo, None));
    let form = |step: &'static str, text: &'static str| {
        [("step", step), ("version", "0"), ("text_en", text), ("office", "Invented Union")]
    };
    let subjects = [
        ("/en/casework/views/recommendation/R1", "/en/recommendations/R1"),
        ("/en/casework/views/claim/CL1", "/en/claims/CL1"),
        ("/en/casework/views/commitment/C1", "/en/commitments/C1"),
    ];
    for (path, page) in subjects {
        let plain = |html: String| text(html.split("id=\"statements\"").next().unwrap_or_default());
        let before = plain(public(&room, page).replace("id=\"asked\"", "id=\"statements\""));
        let (status, looked) = room.read(post(&room, &one, path, &form("look", "There is no such centre")));
        assert!(status == StatusCode::OK && looked.contains("There is no such centre"), "{looked}");
        let made = post(&room, &one, path, &form("sign", "There is no such centre"));
        assert_eq!((made.status(), location(&made)), (StatusCode::SEE_OTHER, format!("{page}#statements").as_str()));
        let html = public(&room, page);
        for part in ["There is no such centre", "View of an organisation", ": Invented Union"] {
            assert!(text(&html).contains(part), "{page} {part}");
        }
        if page.contains("recommendations") {
            assert_eq!(plain(html), before, "the status and its evidence are what they were");
        }
    }
    let own = "/en/casework/views/own/ST-R1-1/withdraw";
    for answer in [room.send("GET", own, Some(&other.cookie), &[]), post(&room, &other, own, &[])] {
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "another organisation's");
    }
    assert_eq!(room.get(own, &one.cookie).0, StatusCode::OK);
    let gone = post(&room, &one, own, &[]);
    assert_eq!((gone.status(), location(&gone)), (StatusCode::SEE_OTHER, "/en/recommendations/R1#statements"));
    let page = text(&public(&room, "/en/recommendations/R1"));
    assert!(page.contains("Withdrawn") && page.contains("Invented Union"), "{page}");
    assert!(!page.contains("There is no such centre"), "{page}");
    // What it said is kept where it was, and read by nobody.
    let kept = room.runtime.block_on(room.public.read("select cells from records where record_key = 'ST-R1-1'", &[]));
    assert_eq!(kept.expect("the rows").len(), 2);
    assert_eq!(post(&room, &one, own, &[]).status(), StatusCode::CONFLICT, "a second time");
}
