//! A room full of people: centres, workers who are signed in, and the invented cases they run. All through the use cases of the program.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};
use pana_app::casework::demo::{Centre, Player};
use pana_app::casework::moment::Moment;
use pana_app::casework::random::System;
use pana_app::casework::{Casework, Document, Signed, id};
use pana_casework::Kind;
use pana_casework::intake::{Draft, DraftId, Fields, Page, Step};
use pana_casework::name::spellings;
use pana_casework::policy::Role;
use pana_store::casework::open_folder;
use pana_vault::Secret;
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;

use crate::Failed;
use pana_stats::chance::Chance;

/// How large a room is made.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Centres, each with a head.
    pub centres: usize,
    /// Case workers, spread over the centres.
    pub workers: usize,
    /// Cases, spread over the workers.
    pub cases: usize,
}

/// Somebody who is signed in.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Worker {
    /// The value of her cookie.
    pub cookie: String,
    /// The cases she runs.
    pub cases: Vec<String>,
}

/// Fills the room of a folder that `pana init` made, and signs its workers in. `told` hears how many cases there are.
///
/// # Errors
/// A folder without a room, or a room that refuses.
pub async fn fill(folder: &Path, size: Size, told: impl Fn(usize)) -> Result<Vec<Worker>, Failed> {
    let casework = Arc::new(open(folder).await?);
    let players = people(&casework, size).await?;
    let mut tasks = JoinSet::new();
    for (number, player) in players.iter().enumerate() {
        let share = size.cases / players.len() + usize::from(number < size.cases % players.len());
        let (casework, signed) = (Arc::clone(&casework), player.signed(Role::CaseWorker, &now()));
        tasks.spawn(async move { take_in(&casework, &signed, number, share).await.map(|cases| (number, cases)) });
    }
    let mut cases = vec![Vec::new(); players.len()];
    let mut made = 0;
    while let Some(done) = tasks.join_next().await {
        let (number, taken) = done??;
        made += taken.len();
        told(made);
        cases[number] = taken;
    }
    let mut workers = Vec::new();
    for (player, cases) in players.iter().zip(cases) {
        workers.push(Worker { cookie: casework.enter(player, &now()).await?, cases });
    }
    casework.db.close().await;
    Ok(workers)
}

/// This moment.
pub fn now() -> Moment {
    Moment { at: Timestamp::now(), zone: TimeZone::fixed(offset(5)) }
}

/// Opens the room of a folder that `pana init` made.
///
/// # Errors
/// A folder without a room.
pub async fn open(folder: &Path) -> Result<Casework, Failed> {
    let key = std::fs::read(folder.join("machine.key"))?;
    let key = Secret::copy_of(&key).ok_or("machine.key does not hold 32 bytes")?;
    let data = pana_packs::builtin::data();
    let policy = pana_packs::casework::policy::builtin(&data).map_err(|faults| faults.to_string())?;
    let laws = pana_packs::casework::law::read_all(&data).map_err(|faults| faults.to_string())?;
    let law = laws.into_values().next().ok_or("the data hold no law")?;
    Ok(Casework::open(open_folder(folder).await?, policy, law, &key))
}

async fn people(casework: &Arc<Casework>, size: Size) -> Result<Vec<Player>, Failed> {
    let mut players = Vec::new();
    for number in 0..size.centres {
        let name = format!("Invented centre {number}");
        let centre = casework.build(&Centre { name: &name, region: "" }, &now()).await?;
        let head = casework.cast(Role::Head, &format!("head{number}"), Some(&centre), &now()).await?;
        for worker in (number..size.workers).step_by(size.centres) {
            let player = casework.cast(Role::CaseWorker, &format!("worker{worker}"), Some(&centre), &now()).await?;
            casework.let_in(&head.signed(Role::Head, &now()), &player.account.id).await?;
            players.push(player);
        }
    }
    Ok(players)
}

async fn take_in(
    casework: &Arc<Casework>,
    signed: &Arc<Signed>,
    worker: usize,
    share: usize,
) -> Result<Vec<String>, Failed> {
    let mut chance = Chance::new(worker as u64);
    let mut cases = Vec::with_capacity(share);
    for number in 0..share {
        let case = id::new(&mut System);
        let name = name(&mut chance);
        let forms: BTreeSet<String> = name.split(' ').flat_map(spellings).collect();
        let documents = documents(&case, signed, &format!("Самал {worker} {number}"), &name)?;
        casework.take_in(signed, &case, &documents, &forms, None).await?;
        cases.push(case);
    }
    Ok(cases)
}

/// A given name and a family name. There are some hundreds of each, so that a search finds namesakes and not a whole centre.
pub fn name(chance: &mut Chance) -> String {
    let mut one = |list: &[&'static str]| list[chance.below(list.len())];
    let (given, family) =
        (format!("{}{}", one(&BEGINS), one(&ENDS)), format!("{}{}{}", one(&BEGINS), one(&MIDDLES), one(&LAST)));
    format!("{given} {family}")
}

const BEGINS: [&str; 20] = [
    "Ай", "Гүл", "Нұр", "Жан", "Ақ", "Бал", "Дин", "Әл", "Қал", "Май", "Сау", "Тол", "Ұл", "Ғал", "Жұл", "Кен", "Мөл",
    "Рай", "Сән", "Шын",
];
const ENDS: [&str; 20] = [
    "гүл",
    "сұлу",
    "жан",
    "нар",
    "дана",
    "бек",
    "зада",
    "ша",
    "ия",
    "ара",
    "ерке",
    "мира",
    "жамал",
    "назым",
    "сана",
    "тай",
    "шолпан",
    "ұлан",
    "қыз",
    "әсем",
];
const MIDDLES: [&str; 10] = ["бай", "хан", "мұрат", "ғали", "тай", "бек", "жол", "сары", "қара", "темір"];
const LAST: [&str; 2] = ["ова", "ев"];

fn documents(case: &str, signed: &Signed, code_name: &str, name: &str) -> Result<Vec<Document>, Failed> {
    let today = signed.moment.today();
    let draft = DraftId::parse(case).ok_or("an id of a draft")?;
    let mut draft = Draft::begin(draft, today, &signed.account.id);
    let pages: [(Step, &[(&str, &str)]); 6] = [
        (Step::Danger, &[("now", "no")]),
        (Step::Age, &[("age", "adult")]),
        (Step::CodeName, &[("code_name", code_name)]),
        (Step::Language, &[("language", "kk"), ("interpreter", "no")]),
        (Step::Source, &[("source", "self")]),
        (Step::Place, &[("tonight", "here")]),
    ];
    for (step, fields) in pages {
        let fields = Fields::from_pairs(fields.iter().copied());
        draft.save(Page::read(step, &fields, today).map_err(|_| format!("the step {} refuses", step.name()))?);
    }
    let opening = draft.finish().map_err(|_| "the draft is not whole")?;
    let mut documents = pana_app::casework::intake::documents(&opening)?;
    let identity = serde_json::json!({ "full_name": name });
    documents.push(Document::new(&id::new(&mut System), Kind::Identity, &identity)?);
    Ok(documents)
}
