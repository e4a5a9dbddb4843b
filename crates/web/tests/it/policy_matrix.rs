//! Every route of the confided room, with a real session, for every role, relation, purpose and state of consent: the answer is what
//! the policy says. The sessions hold more than they should (every key of the case, a purpose their role does not have), so that only
//! the policy stands between them and the page.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use pana_app::casework::Document;
use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_casework::policy::{Action, Cell, Consent, Purpose, Relation, Role, Thing};
use pana_casework::{Class, Kind};
use pana_store::casework::{Change, Session, record, wrap};
use pana_vault::{PublicKey, wrap::Bundle};
use pana_web::casework::refusal::AtTheGate;
use pana_web::casework::route::{Need, ROUTES, Route};

use crate::room::{Actor, Room, document, moment};

/// Consents of every recipient, all alive or all ended.
fn consents(state: Consent) -> Vec<Document> {
    let end = match state {
        Consent::Absent => return Vec::new(),
        Consent::Live => "2027-01-31",
        Consent::Ended => "2026-10-31",
    };
    let classes: Vec<&str> = Class::ALL.iter().map(|class| class.name()).collect();
    let consent = |kind: &&str| {
        let content = serde_json::json!({
            "id": id::new(&mut System), "purpose": "legal_help",
            "recipient": {"kind": kind, "name": "somebody"}, "classes": classes,
            "legal_basis": {"act": "personal_data"}, "form": {"form": "oral_with_witness", "witness": "somebody"},
            "language": "kk", "explained": "in_conversation", "given_on": "2026-09-01", "ends_on": end, "recorded_by": "x"
        });
        document(Kind::Consent, &content)
    };
    ["lawyer", "social_department", "police", "career_centre"].iter().map(consent).collect()
}

/// A room in which everybody is tied to a case in every way.
struct Stage {
    room: Room,
    actors: Vec<Actor>,
    sessions: BTreeMap<Role, Session>,
    cases: BTreeMap<(Role, Relation, Consent), String>,
}

fn stage() -> Stage {
    let room = Room::open();
    // Everybody belongs to the first centre, whether the role would or not.
    let actors: Vec<Actor> = Role::ALL.iter().map(|&role| room.actor(role, Some(0))).collect();
    let workers = [room.actor(Role::CaseWorker, Some(0)), room.actor(Role::CaseWorker, Some(1))];
    let mut cases = BTreeMap::new();
    for &consent in Consent::ALL {
        let in_centre = room.case(&workers[0], &consents(consent));
        let elsewhere = room.case(&workers[1], &consents(consent));
        let of_team = room.case(&workers[0], &consents(consent));
        for actor in &actors {
            let own = room.case(&workers[0], &consents(consent));
            give_all_keys(&room, &workers[0], actor, &own, true);
            give_all_keys(&room, &workers[0], actor, &of_team, false);
            let tied = [
                (Relation::Own, &own),
                (Relation::Team, &of_team),
                (Relation::Centre, &in_centre),
                (Relation::Outside, &elsewhere),
            ];
            for (relation, case) in tied {
                cases.insert((actor.role, relation, consent), case.clone());
            }
        }
    }
    give_centre_keys(&room, &actors);
    let mut sessions = BTreeMap::new();
    for actor in &actors {
        let now = moment();
        let live = room.casework.sessions_of(&actor.player.account.id, &now);
        let live = room.runtime.block_on(live).expect("her sessions");
        sessions.insert(actor.role, live.into_iter().next().expect("a session"));
    }
    Stage { room, actors, sessions, cases }
}

/// Every key of a case, sealed to somebody who may hold none.
fn give_all_keys(room: &Room, from: &Actor, to: &Actor, case: &str, is_hers: bool) {
    let changes = room.runtime.block_on(async {
        let whole = format!("handover:{}", from.player.account.id);
        let kept = wrap::one(&room.casework.db, case, &whole).await.expect("read").expect("a wrap");
        let keys = pana_app::casework::key::unwrap(&kept, from.player.ring.pair()).expect("it opens");
        let mut changes = vec![rewrapped(&keys, case, to)];
        if is_hers {
            let kept = record::one(&room.casework.db, case).await.expect("read").expect("a record");
            let survivor_id = Some(to.player.account.id.clone());
            changes.push(Change::Record(record_of(kept, survivor_id)));
        }
        changes
    });
    room.forge(&changes);
}

fn record_of(kept: pana_store::casework::Record, survivor_id: Option<String>) -> pana_store::casework::Record {
    pana_store::casework::Record { survivor_id, version: kept.version + 1, ..kept }
}

fn rewrapped(keys: &Bundle, record: &str, to: &Actor) -> Change {
    let public = PublicKey::parse(&to.player.account.public_key).expect("a key");
    let wrap = pana_app::casework::key::wrap(keys, record, &to.player.account.id, public, 1, &mut System);
    Change::Wrap(wrap.expect("a wrap"))
}

/// Every key of the centre, for everybody.
fn give_centre_keys(room: &Room, actors: &[Actor]) {
    let (centre, head) = (&room.centres[0], &room.heads[0]);
    let keys = room.runtime.block_on(async {
        let kept = wrap::one(&room.casework.db, centre, &head.player.account.id).await.expect("read").expect("a wrap");
        pana_app::casework::key::unwrap(&kept, head.player.ring.pair()).expect("it opens")
    });
    for actor in actors {
        // Who was let in has a wrap already: it is replaced by one with every key.
        room.forge(&[Change::DropWrap(centre.clone(), actor.player.account.id.clone())]);
        room.forge(&[rewrapped(&keys, centre, actor)]);
    }
}

impl Stage {
    /// Puts a session to a purpose, whatever its role; an emergency is one of a case.
    fn declare(&mut self, role: Role, purpose: Purpose, case: &str) {
        let kept = &self.sessions[&role];
        let emergency = (purpose == Purpose::Emergency).then(|| format!("{case} {}", moment().text()));
        let next = Session { purpose: purpose.name().to_owned(), emergency, version: kept.version + 1, ..kept.clone() };
        self.room.forge(&[Change::Session(next.clone())]);
        self.sessions.insert(role, next);
    }

    /// Whether the gate lets a request through.
    fn passes(&self, actor: &Actor, method: &str, path: &str) -> bool {
        let response = self.room.send(method, path, Some(&actor.cookie), &[]);
        let refused = response.extensions().get::<AtTheGate>().is_some();
        let status = response.status();
        assert!(!status.is_server_error() || status == StatusCode::INSUFFICIENT_STORAGE, "{method} {path}: {status}");
        assert!(!status.is_redirection() || !refused, "{method} {path}: signed out");
        if refused {
            assert!(matches!(status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{method} {path}: {status}");
        }
        !refused
    }
}

fn address(path: &str, case: &str) -> String {
    let filled = path.replace("{lang}", "en").replace("{id}", case);
    // Whatever else a path names is looked for behind the gate.
    let parts =
        filled.split('/').map(|part| if part.starts_with('{') { "00000000000000000000000000000000" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// A line of the table as it is asked: one for each class where the address names a class.
struct Asked {
    method: &'static str,
    path: String,
    need: Need,
    /// Whether reading one's own lines is enough.
    own: bool,
}

/// The lines that need something of the policy.
fn table() -> Vec<Asked> {
    let of = |route: &Route| {
        let own = matches!(route.need, Need::Attached(Action::Read));
        let asked = |path: String, need: Need| Asked { method: route.method, path, need, own };
        match route.need {
            Need::Nobody | Need::Signed => Vec::new(),
            Need::Attached(action) => {
                let of_class =
                    |class: Class| asked(route.path.replace("{class}", class.name()), Need::Case(class, action));
                Kind::ATTACHED.map(Kind::class).map(of_class).into()
            }
            need => vec![asked(route.path.to_owned(), need)],
        }
    };
    ROUTES.iter().flat_map(of).collect()
}

/// The routes to ask in one situation. Routes that need the same of the policy take turns from one situation to the next, each many times
/// over; `PANA_MATRIX=all` asks every route in every situation (some minutes).
fn routes(asked: &[Asked], turn: usize) -> Vec<&Asked> {
    if std::env::var("PANA_MATRIX").is_ok_and(|all| all == "all") {
        return asked.iter().collect();
    }
    let mut needs: Vec<(Need, bool)> = Vec::new();
    for route in asked {
        if !needs.contains(&(route.need, route.own)) {
            needs.push((route.need, route.own));
        }
    }
    let of = |(need, own): &(Need, bool)| {
        let same: Vec<&Asked> = asked.iter().filter(|route| route.need == *need && route.own == *own).collect();
        same[turn % same.len()]
    };
    needs.iter().map(of).collect()
}

#[test]
fn every_route_answers_as_the_policy_says() {
    matrix(0);
}

/// The same for the other roles, beside the first.
#[test]
fn every_route_answers_as_the_policy_says_to_the_other_roles() {
    matrix(1);
}

/// Every second role, beginning with a first.
fn matrix(first: usize) {
    let mut stage = stage();
    let actors = std::mem::take(&mut stage.actors);
    let table = table();
    let (mut cells, mut wrong, mut turn) = (0_usize, Vec::new(), 0_usize);
    for actor in actors.iter().skip(first).step_by(2) {
        let role = actor.role;
        for &purpose in Purpose::ALL {
            for &relation in Relation::ALL {
                for &consent in Consent::ALL {
                    let case = stage.cases[&(role, relation, consent)].clone();
                    stage.declare(role, purpose, &case);
                    turn += 1;
                    for route in routes(&table, turn) {
                        let (thing, action) = match route.need {
                            Need::Case(class, action) => (Thing::from(class), action),
                            Need::Thing(thing, action)
                                if relation == Relation::Outside && consent == Consent::Absent =>
                            {
                                (thing, action)
                            }
                            _ => continue,
                        };
                        let consent = if matches!(route.need, Need::Case(..)) { consent } else { Consent::Absent };
                        let cell = |action| Cell { role, relation, thing, action, purpose, consent };
                        let policy = &stage.room.casework.policy;
                        let expected =
                            policy.allows(cell(action)) || (route.own && policy.allows(cell(Action::ReadOwn)));
                        cells += 1;
                        if stage.passes(actor, route.method, &address(&route.path, &case)) != expected {
                            wrong.push(format!(
                                "{role:?} {relation:?} {purpose:?} {consent:?} {} {}",
                                route.method, route.path
                            ));
                        }
                    }
                }
            }
        }
    }
    println!("policy matrix: {cells} requests, {} wrong", wrong.len());
    assert!(cells >= 5_000, "{cells} requests");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nobody_gets_past_the_gate_without_a_session() {
    let room = Room::open();
    for route in ROUTES.iter().filter(|route| route.need != Need::Nobody) {
        let path = address(route.path, "00000000000000000000000000000000");
        let response = room.send(route.method, &path, None, &[]);
        assert!(response.status().is_redirection() || response.status().is_client_error(), "{path}");
        let location = response.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
        // Her own view says nothing of the room, not even that one signs in there.
        let door = if path.starts_with("/en/page") { "/en/page" } else { "/en/casework/sign-in" };
        assert_eq!(location, door, "{path}");
    }
}

/// What one case says to whoever may open it, and that it does not exist for whoever may not.
#[test]
fn a_case_is_there_for_its_team_and_for_nobody_else() {
    let room = Room::open();
    let workers = [room.actor(Role::CaseWorker, Some(0)), room.actor(Role::CaseWorker, Some(0))];
    let path = format!("/kk/casework/cases/{}", room.case(&workers[0], &[]));
    let (status, body) = room.get(&path, &workers[0].cookie);
    assert_eq!(status, StatusCode::OK);
    assert!(body.contains("<h1>Самал</h1>") && body.contains("<title>Жағдай · Pana</title>"), "{body}");
    let missing = room.get("/kk/casework/cases/00000000000000000000000000000000", &workers[1].cookie);
    let hidden = room.get(&path, &workers[1].cookie);
    assert_eq!(
        (hidden.0, &hidden.1),
        (StatusCode::NOT_FOUND, &missing.1.replace(&"0".repeat(32), path.rsplit('/').next().unwrap_or_default()))
    );
}
