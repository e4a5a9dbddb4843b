//! Somebody who writes without pause until the program is gone, and remembers what it said was saved.

use std::net::SocketAddr;

use pana_app::casework::id;
use pana_app::casework::random::System;

use crate::Failed;
use crate::crowd::Worker;
use crate::http::Browser;

/// The page of a plan shows so many of the last services.
pub const SHOWN: usize = 20;

/// What the program said was saved.
#[derive(Clone, Debug, Default)]
pub struct Saved {
    /// Case and note of each service.
    pub services: Vec<(String, String)>,
    /// The address of each intake that was begun.
    pub drafts: Vec<String>,
}

impl Saved {
    /// How much it is.
    pub fn count(&self) -> usize {
        self.services.len() + self.drafts.len()
    }
}

/// The fields of a service that was given today.
pub fn service<'a>(today: &'a str, note: &'a str, save: &'a str) -> [(&'a str, &'a str); 6] {
    [("kind", "social_medical"), ("on", today), ("amount", "1"), ("unit", "hour"), ("note", note), ("save", save)]
}

/// Today, as forms write it, in the zone of the data.
pub fn today() -> String {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(5))).date().to_string()
}

/// Writes services into a case, an intake now and then, until no answer comes. `mark` makes its notes unlike all others.
pub async fn until_gone(address: SocketAddr, worker: Worker, case: String, mark: String) -> Saved {
    let (mut browser, mut saved) = (Browser::new(address, &worker.cookie), Saved::default());
    let today = today();
    for number in 0..SHOWN {
        let (note, save) = (format!("{mark}-{number}"), id::new(&mut System));
        let path = format!("/en/casework/cases/{case}/services");
        match browser.post(&path, &service(&today, &note, &save)).await {
            Ok(answer) if answer.status == 303 => saved.services.push((case.clone(), note)),
            Ok(_) => {}
            Err(_) => break,
        }
        if number % 5 == 2 {
            let save = id::new(&mut System);
            match browser.post("/en/casework/intake/begin", &[("save", &save), ("draft", &save)]).await {
                Ok(answer) if answer.status == 303 => saved.drafts.extend(answer.location),
                Ok(_) => {}
                Err(_) => break,
            }
        }
    }
    saved
}

/// What of this is no longer there.
///
/// # Errors
/// A server that does not answer.
pub async fn missing(address: SocketAddr, worker: &Worker, saved: &Saved) -> Result<Vec<String>, Failed> {
    let mut browser = Browser::new(address, &worker.cookie);
    let mut missing = Vec::new();
    let (mut shown, mut page) = ("", String::new());
    for (case, note) in &saved.services {
        if shown != case {
            (shown, page) = (case, browser.get(&format!("/en/casework/cases/{case}/plan")).await?.text);
        }
        if !page.contains(&format!("{note}<")) {
            missing.push(note.clone());
        }
    }
    for draft in &saved.drafts {
        if browser.get(draft).await?.status != 200 {
            missing.push(draft.clone());
        }
    }
    Ok(missing)
}
