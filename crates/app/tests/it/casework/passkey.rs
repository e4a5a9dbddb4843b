//! Passkeys: what one opens, and everything that opens nothing.

use pana_app::casework::account::Returning;
use pana_app::casework::audit;
use pana_app::casework::passkey::{Fresh, Passkey, Site};
use pana_app::casework::question::LIFE;
use pana_app::casework::random::System;
use pana_app::casework::sign_in::Tried;
use pana_app::casework::unlock::{Opened, Touch};
use pana_app::casework::{Refused, Signed, event};
use pana_store::casework::{Change, log, passkey};
use pana_vault::Secret;
use pana_vault::passkey::{decode, encode};

use super::device::{Device, Said};
use super::world::{PASSPHRASE, World, after};

fn site() -> Site {
    Site::named("pana.example.org").expect("a name")
}

fn device() -> Device {
    Device::new(&mut System)
}

fn text(output: Option<Secret<32>>) -> String {
    output.map(|output| encode(output.expose())).unwrap_or_default()
}

async fn who(world: &World, login: &str, seconds: i64) -> Signed {
    world.casework.who(&world.made.people[login].cookie, after(seconds)).await.expect("she is signed in")
}

/// Adds the key of a device to somebody's account.
async fn add(world: &World, login: &str, device: &Device) -> Result<Passkey, Refused> {
    let signed = who(world, login, 0).await;
    let offer = world.casework.begin_passkey(&signed).await?;
    let said = device.make(&site(), &decode(&offer.question).expect("base64url"));
    let (client_data, attestation) = (encode(&said.client_data), encode(&said.data));
    let fresh = Fresh {
        name: " blue key ",
        question: &offer.question,
        client_data: &client_data,
        attestation: &attestation,
        output: &text(device.output()),
    };
    world.casework.add_passkey(&signed, &site(), fresh).await?;
    let kept = passkey::one(world.db(), &encode(&device.id)).await.expect("a row");
    Ok(kept.expect("it is kept"))
}

/// What the browser sends of what a device said.
struct Sending {
    question: String,
    passkey: String,
    client_data: String,
    data: String,
    signature: String,
    handle: String,
    output: String,
}

fn sending(question: &str, device: &Device, kept: &Passkey, said: &Said) -> Sending {
    Sending {
        question: question.to_owned(),
        passkey: encode(&device.id),
        client_data: encode(&said.client_data),
        data: encode(&said.data),
        signature: encode(&said.signature),
        handle: encode(&kept.handle),
        output: text(device.output()),
    }
}

impl Sending {
    fn touch(&self) -> Touch<'_> {
        Touch {
            question: &self.question,
            passkey: &self.passkey,
            client_data: &self.client_data,
            authenticator_data: &self.data,
            signature: &self.signature,
            handle: &self.handle,
            output: &self.output,
        }
    }
}

/// A question to sign in with, answered by a device.
fn answer(world: &World, device: &mut Device, kept: &Passkey, seconds: i64) -> Sending {
    let question = world.casework.ask_to_sign_in("net", &after(seconds));
    let said = device.sign(&site(), &decode(&question).expect("base64url"));
    sending(&question, device, kept, &said)
}

async fn open(world: &World, sent: &Sending, seconds: i64) -> Result<Opened, Refused> {
    world.casework.open_by_passkey(&site(), sent.touch(), ("net", "a test"), &after(seconds)).await
}

async fn told(world: &World) -> Vec<event::Told> {
    let kept = log::events(world.db(), 0, i64::MAX).await.expect("the log");
    kept.iter().filter_map(|kept| event::told(kept.number, &kept.leaf)).collect()
}

async fn refused(world: &World, sent: &Sending) -> bool {
    let before = told(world).await.len();
    let refused = matches!(open(world, sent, 10).await, Err(Refused::Mismatch));
    let since = told(world).await.split_off(before);
    let says = since.iter().all(|told| told.act == "sign-in-refused" && told.about == "passkey");
    refused && says && since.len() == 1
}

#[tokio::test]
async fn a_passkey_signs_in_alone_and_opens_her_cases() {
    let world = World::new().await;
    let case = world.case("worker").await;
    let mut device = device();
    let kept = add(&world, "worker", &device).await.expect("it is added");
    assert_eq!(
        (kept.name.as_str(), kept.site.as_str(), kept.used_at.as_deref()),
        ("blue key", "pana.example.org", None)
    );
    let sent = answer(&world, &mut device, &kept, 10);
    let Ok(Opened::In(entered)) = open(&world, &sent, 11).await else { panic!("she is in") };
    let signed = world.casework.who(&entered.cookie.text(), after(12)).await.expect("a session");
    assert_eq!(signed.account.id, world.id("worker"));
    assert!(signed.is_confirmed(), "having signed in counts for as long");
    assert!(world.casework.open_case(&std::sync::Arc::new(signed), &case).await.is_ok(), "her keys are open");
    let used = passkey::one(world.db(), &kept.id).await.expect("a row").expect("it is kept");
    assert_eq!((used.counter, used.used_at.is_some()), (1, true));
    let signed_in = told(&world).await.into_iter().rfind(|told| told.act == "sign-in").expect("it is in the log");
    assert_eq!((signed_in.about.as_str(), signed_in.actor.as_str()), ("passkey", world.id("worker")));
}

#[tokio::test]
async fn adding_and_removing_are_in_the_log_ask_again_and_end_the_other_sessions() {
    let world = World::new().await;
    let person = &world.made.people["worker"];
    let code = person.factor.code(u64::try_from(after(60).at.as_second()).expect("after 1970"));
    let tried = Tried {
        login: "worker",
        passphrase: PASSPHRASE,
        code: &code,
        network: "n",
        device: None,
        device_name: "other",
    };
    let other = world.casework.sign_in(tried, &after(60)).await.expect("a second session").cookie.text().to_string();
    let kept = add(&world, "worker", &device()).await.expect("it is added");
    assert!(matches!(world.casework.who(&other, after(61)).await, Err(Refused::SignedOut)), "the other session ended");
    let signed = who(&world, "worker", 599).await;
    let late = who(&world, "worker", 600).await;
    assert!(matches!(world.casework.begin_passkey(&late).await, Err(Refused::Confirm)));
    assert!(matches!(world.casework.remove_passkey(&late, &kept.id).await, Err(Refused::Confirm)));
    let colleague = who(&world, "colleague", 0).await;
    assert!(matches!(world.casework.remove_passkey(&colleague, &kept.id).await, Err(Refused::NotFound)));
    world.casework.remove_passkey(&signed, &kept.id).await.expect("it is removed");
    assert!(world.casework.passkeys(&signed).await.expect("hers").is_empty());
    let acts: Vec<String> = told(&world).await.into_iter().map(|told| told.act).collect();
    for act in ["passkey-added", "passkey-removed"] {
        assert_eq!(acts.iter().filter(|told| *told == act).count(), 1, "{act}");
    }
}

#[tokio::test]
async fn a_removed_passkey_opens_nothing_and_does_not_come_back() {
    let world = World::new().await;
    let mut device = device();
    let kept = add(&world, "worker", &device).await.expect("it is added");
    let sent = answer(&world, &mut device, &kept, 5);
    let signed = who(&world, "worker", 6).await;
    world.casework.remove_passkey(&signed, &kept.id).await.expect("it is removed");
    assert!(refused(&world, &sent).await);
}

#[tokio::test]
async fn an_answer_counts_once_and_for_five_minutes() {
    let world = World::new().await;
    let mut device = device();
    let kept = add(&world, "worker", &device).await.expect("it is added");
    let sent = answer(&world, &mut device, &kept, 5);
    assert!(matches!(open(&world, &sent, 6).await, Ok(Opened::In(_))));
    assert!(refused(&world, &sent).await, "a second time");
    let sent = answer(&world, &mut device, &kept, 10);
    assert!(matches!(open(&world, &sent, 10 + LIFE).await, Err(Refused::Mismatch)), "after five minutes");
    let mut own = answer(&world, &mut device, &kept, 10);
    let said = device.sign(&site(), &[7; 32]);
    own = Sending { question: encode(&[7; 32]), ..sending(&own.question, &device, &kept, &said) };
    assert!(refused(&world, &own).await, "a question that nobody asked");
}

#[tokio::test]
async fn nothing_else_signs_in() {
    let world = World::new().await;
    let (mut device, mut other) = (device(), device());
    let kept = add(&world, "worker", &device).await.expect("it is added");
    let hers = add(&world, "colleague", &other).await.expect("it is added");
    let question = |world: &World| world.casework.ask_to_sign_in("net", &after(10));
    let bytes = |question: &str| decode(question).expect("base64url");
    for wrong in ["https://pana.example.com", "https://pana.example.org.evil.example", "http://pana.example.org"] {
        let asked = question(&world);
        let mut said = device.sign(&site(), &bytes(&asked));
        let seen = String::from_utf8(said.client_data).expect("a text").replace("https://pana.example.org", wrong);
        said.client_data = seen.into_bytes();
        device.sign_again(&mut said);
        assert!(refused(&world, &sending(&asked, &device, &kept, &said)).await, "{wrong}");
    }
    let asked = question(&world);
    let mut said = device.sign(&Site::named("evil.example").expect("a name"), &bytes(&asked));
    said.client_data = device.sign(&site(), &bytes(&asked)).client_data;
    device.sign_again(&mut said);
    assert!(refused(&world, &sending(&asked, &device, &kept, &said)).await, "bound to another host");
    device.flags = 1;
    let sent = answer(&world, &mut device, &kept, 10);
    assert!(refused(&world, &sent).await, "the person was not recognised");
    device.flags = super::device::RECOGNISED;
    // Somebody else's device under her name, and hers under somebody else's.
    let sent = answer(&world, &mut other, &hers, 10);
    assert!(refused(&world, &Sending { passkey: kept.id.clone(), ..sent }).await, "another account's");
    let sent = answer(&world, &mut device, &kept, 10);
    assert!(refused(&world, &Sending { handle: encode(&hers.handle), ..sent }).await, "another account's handle");
    let sent = answer(&world, &mut device, &kept, 10);
    assert!(refused(&world, &Sending { passkey: encode(&[1; 20]), ..sent }).await, "one that is not here");
    for field in ["client_data", "data", "signature"] {
        let mut sent = answer(&world, &mut device, &kept, 10);
        let part = match field {
            "client_data" => &mut sent.client_data,
            "data" => &mut sent.data,
            _ => &mut sent.signature,
        };
        let mut turned = bytes(part);
        let last = turned.len() - 2;
        turned[last] ^= 4;
        *part = encode(&turned);
        assert!(refused(&world, &sent).await, "a bit of {field}");
    }
    let nonsense = Sending { client_data: "***".to_owned(), ..answer(&world, &mut device, &kept, 10) };
    assert!(refused(&world, &nonsense).await);
    let sent = answer(&world, &mut device, &kept, 10);
    assert!(matches!(open(&world, &sent, 11).await, Ok(Opened::In(_))), "and hers still does");
}

#[tokio::test]
async fn a_question_to_sign_in_confirms_nothing_and_the_other_way_round() {
    let world = World::new().await;
    let mut device = device();
    let kept = add(&world, "worker", &device).await.expect("it is added");
    let signed = who(&world, "worker", 700).await;
    assert!(!signed.is_confirmed());
    let sent = answer(&world, &mut device, &kept, 700);
    assert!(matches!(world.casework.confirm_by_passkey(&signed, &site(), sent.touch()).await, Err(Refused::Mismatch)));
    let asked = world.casework.ask_to_confirm(&signed);
    let said = device.sign(&site(), &decode(&asked).expect("base64url"));
    let sent = sending(&asked, &device, &kept, &said);
    assert!(matches!(open(&world, &sent, 700).await, Err(Refused::Mismatch)));
    let asked = world.casework.ask_to_confirm(&signed);
    let said = device.sign(&site(), &decode(&asked).expect("base64url"));
    let sent = sending(&asked, &device, &kept, &said);
    let token = world.casework.confirm_by_passkey(&signed, &site(), sent.touch()).await.expect("she confirmed");
    assert!(world.casework.who(&token.text(), after(701)).await.expect("under a new cookie").is_confirmed());
    let old = world.casework.who(&world.made.people["worker"].cookie, after(701)).await;
    assert!(matches!(old, Err(Refused::SignedOut)), "the old one opens nothing");
}

#[tokio::test]
async fn nobody_confirms_with_a_passkey_of_somebody_else() {
    let world = World::new().await;
    let mut hers = device();
    let kept = add(&world, "colleague", &hers).await.expect("it is added");
    let signed = who(&world, "worker", 700).await;
    let asked = world.casework.ask_to_confirm(&signed);
    let said = hers.sign(&site(), &decode(&asked).expect("base64url"));
    let sent = sending(&asked, &hers, &kept, &said);
    assert!(matches!(world.casework.confirm_by_passkey(&signed, &site(), sent.touch()).await, Err(Refused::Mismatch)));
}

#[tokio::test]
async fn a_device_without_a_function_of_its_own_stands_in_place_of_the_code() {
    let world = World::new().await;
    let mut device = device();
    device.secret = None;
    let kept = add(&world, "worker", &device).await.expect("it is added");
    assert_eq!(kept.sealed, None);
    let sent = answer(&world, &mut device, &kept, 10);
    let Ok(Opened::Passphrase(proof)) = open(&world, &sent, 10).await else { panic!("she types her passphrase") };
    let go_on = async |proof: &str, passphrase: &str, seconds: i64| {
        world.casework.open_with_passphrase(proof, passphrase, "a test", &after(seconds)).await
    };
    assert!(matches!(go_on(&proof, "семь ворон на одной ели", 11).await, Err(Refused::Mismatch)));
    assert!(matches!(go_on(&encode(&[7; 32]), PASSPHRASE, 11).await, Err(Refused::SignedOut)), "without a passkey");
    let sign_in = world.casework.ask_to_sign_in("net", &after(11));
    assert!(matches!(go_on(&sign_in, PASSPHRASE, 11).await, Err(Refused::SignedOut)), "a question is no proof");
    let entered = go_on(&proof, PASSPHRASE, 12).await.expect("she is in");
    assert!(world.casework.who(&entered.cookie.text(), after(13)).await.is_ok());
    assert!(matches!(go_on(&proof, PASSPHRASE, 13).await, Err(Refused::SignedOut)), "the proof counts once");
    let sent = answer(&world, &mut device, &kept, 20);
    let Ok(Opened::Passphrase(proof)) = open(&world, &sent, 20).await else { panic!("again") };
    assert!(matches!(go_on(&proof, PASSPHRASE, 20 + LIFE).await, Err(Refused::SignedOut)), "and for five minutes");
}

#[tokio::test]
async fn a_device_that_says_something_else_opens_nothing_by_itself() {
    let world = World::new().await;
    let mut device = device();
    let kept = add(&world, "worker", &device).await.expect("it is added");
    let mut sent = answer(&world, &mut device, &kept, 10);
    sent.output = encode(&[9; 32]);
    assert!(matches!(open(&world, &sent, 10).await, Ok(Opened::Passphrase(_))));
}

#[tokio::test]
async fn whoever_alters_the_database_cannot_put_another_key_in_its_place() {
    let world = World::new().await;
    let (device, mut evil) = (device(), device());
    let kept = add(&world, "worker", &device).await.expect("it is added");
    let own = add(&world, "stranger", &evil).await.expect("it is added");
    let forge = async |changes: Vec<Change>| {
        let mut tx = world.db().begin().await.expect("a transaction");
        pana_store::casework::change::apply(&mut tx, &changes).await.expect("it is written");
        tx.commit().await.expect("it is kept");
    };
    // Her row with the attacker's key; then the attacker's row made to be of her account.
    let swapped = Passkey { public_key: own.public_key.clone(), ..kept.clone() };
    let moved = Passkey { account_id: kept.account_id.clone(), handle: kept.handle.clone(), ..own.clone() };
    for (drop, forged, named) in [(&kept.id, swapped, &kept.id), (&own.id, moved, &own.id)] {
        forge(vec![Change::DropPasskey(drop.clone()), Change::Passkey(forged)]).await;
        let sent = answer(&world, &mut evil, &kept, 10);
        assert!(refused(&world, &Sending { passkey: named.clone(), ..sent }).await);
    }
    assert!(audit::verify(world.db(), world.casework.log_key(), None).await.expect("the log").is_ok());
}

#[tokio::test]
async fn a_copied_key_shows_by_its_counter() {
    let world = World::new().await;
    let mut device = device();
    let kept = add(&world, "worker", &device).await.expect("it is added");
    device.counter = 8;
    assert!(matches!(open(&world, &answer(&world, &mut device, &kept, 10), 10).await, Ok(Opened::In(_))));
    device.counter = 4;
    assert!(refused(&world, &answer(&world, &mut device, &kept, 10)).await);
}

#[tokio::test]
async fn t16_an_attack_on_passphrases_slows_no_passkey() {
    let world = World::new().await;
    let mut device = device();
    let kept = add(&world, "worker", &device).await.expect("it is added");
    let wrong = async || {
        let tried =
            Tried { login: "worker", passphrase: "x", code: "0", network: "net", device: None, device_name: "" };
        world.casework.sign_in(tried, &after(5)).await.err()
    };
    for _ in 0..10 {
        assert!(matches!(wrong().await, Some(Refused::Mismatch)));
    }
    assert!(matches!(wrong().await, Some(Refused::Wait(_))), "her passphrase has to wait");
    let sent = answer(&world, &mut device, &kept, 5);
    assert!(matches!(open(&world, &sent, 5).await, Ok(Opened::In(_))), "her passkey does not");
}

#[tokio::test]
async fn an_account_that_ends_is_recovered_or_starts_anew_has_no_passkey_left() {
    let world = World::new().await;
    for login in ["worker", "colleague", "lawyer"] {
        add(&world, login, &device()).await.expect("it is added");
    }
    let left = async |login: &str| passkey::of_account(world.db(), world.id(login)).await.expect("rows").len();
    assert_eq!((left("worker").await, left("colleague").await, left("lawyer").await), (1, 1, 1));
    let admin = who(&world, "admin", 0).await;
    world.casework.end_account(&admin, world.id("colleague")).await.expect("it ends");
    let recovery = &world.made.people["worker"].recovery;
    let returning = Returning {
        login: "worker", code: recovery, left: PASSPHRASE, passphrase: "алты алма екі алмұрт"
    };
    let recovered = world.casework.recover(returning, "n", &after(1)).await;
    assert!(recovered.is_ok());
    let lost = pana_app::casework::console::Lost::Accept;
    world.casework.reset_here("lawyer", lost, &after(1)).await.expect("it starts anew");
    assert_eq!((left("worker").await, left("colleague").await, left("lawyer").await), (0, 0, 0));
}

#[tokio::test]
async fn a_device_is_added_once_and_an_account_has_ten() {
    let world = World::new().await;
    let first = device();
    let kept = add(&world, "worker", &first).await.expect("it is added");
    for login in ["worker", "colleague"] {
        let again = add(&world, login, &first).await;
        assert!(matches!(&again, Err(Refused::Field { fault, .. }) if fault == "known"), "{login}");
    }
    for _ in 1..pana_app::casework::passkey::MOST {
        let more = add(&world, "worker", &device()).await.expect("it is added");
        assert_eq!(more.handle, kept.handle, "one account has one handle on every device");
        assert_ne!(more.salt, kept.salt);
    }
    let many = add(&world, "worker", &device()).await;
    assert!(matches!(&many, Err(Refused::Field { fault, .. }) if fault == "many"));
    let names = [world.id("worker"), "worker", "Nobody's name"];
    assert!(names.iter().all(|name| !kept.handle.windows(name.len()).any(|part| part == name.as_bytes())));
}
