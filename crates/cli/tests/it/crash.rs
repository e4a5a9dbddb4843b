//! A machine that loses its power while people write, and a disk that is full or broken: what was said to be saved is there, and the log
//! is whole. Environment `PANA_KILLS`: how often the power goes; 200 shows what the figures promise, the gate does some. `PANA_BINARY`: another build of
//! the program to try, such as the release build.

use std::path::{Path, PathBuf};
use std::time::Duration;

use pana_app::casework::id;
use pana_app::casework::random::System;
use pana_bench::Failed;
use pana_bench::crowd::{self, Size, Worker};
use pana_bench::fault::{Disk, Fault};
use pana_bench::http::Browser;
use pana_bench::server::Server;
use pana_bench::writer::{self, Saved, missing, service, today};
use pana_stats::chance::Chance;
use tokio::task::JoinSet;

use crate::pana::{Folder, run};

/// The program that is tried: that of these tests, or another build of it.
fn binary() -> PathBuf {
    std::env::var_os("PANA_BINARY").map_or_else(|| env!("CARGO_BIN_EXE_pana").into(), PathBuf::from)
}

const WORKERS: usize = 6;

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime")
}

/// A room with workers, in a folder made by the program.
async fn room(folder: &Folder, cases: usize) -> Vec<Worker> {
    assert_eq!(run(folder, &["init", "--data", "d"]).0, 0);
    let size = Size { centres: 2, workers: WORKERS, cases };
    crowd::fill(&folder.0.join("d"), size, |_| ()).await.expect("a room")
}

fn is_whole(folder: &Folder) {
    for args in [&["audit", "verify", "--data", "d"][..], &["scrub", "--data", "d"]] {
        let (code, _, err) = run(folder, args);
        assert_eq!(code, 0, "{args:?}: {err}");
    }
}

/// Everybody writes until the power goes; gives what each was told is saved.
async fn one_life(data: &Path, workers: &[Worker], life: usize, chance: &mut Chance) -> Result<Vec<Saved>, Failed> {
    let server = Server::start(&binary(), data, &[]).await?;
    let mut tasks = JoinSet::new();
    for (number, worker) in workers.iter().enumerate() {
        let case = worker.cases[life % worker.cases.len()].clone();
        let (address, worker) = (server.address, worker.clone());
        tasks.spawn(async move {
            let mark = format!("life{life}by{number}x");
            (number, writer::until_gone(address, worker, case, mark).await)
        });
    }
    tokio::time::sleep(Duration::from_millis(10 + chance.below(400) as u64)).await;
    server.kill()?;
    let mut saved = vec![Saved::default(); workers.len()];
    while let Some(done) = tasks.join_next().await {
        let (number, of) = done?;
        saved[number] = of;
    }
    Ok(saved)
}

#[test]
fn nothing_that_was_said_to_be_saved_is_lost_when_the_power_goes() {
    let kills: usize = std::env::var("PANA_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(6);
    let folder = Folder::new("power");
    let data = folder.0.join("d");
    runtime().block_on(async {
        let workers = room(&folder, WORKERS * kills).await;
        let (mut chance, mut written, mut slowest) = (Chance::new(20_260_101), 0, Duration::ZERO);
        for life in 0..kills {
            let saved = one_life(&data, &workers, life, &mut chance).await.expect("it starts after the power went");
            let again = Server::start(&binary(), &data, &[]).await.expect("it starts");
            slowest = slowest.max(again.took);
            for (worker, saved) in workers.iter().zip(&saved) {
                let lost = missing(again.address, worker, saved).await.expect("an answer");
                assert_eq!(lost, Vec::<String>::new(), "life {life}");
                written += saved.count();
            }
            again.kill().expect("it ends");
            let (code, _, err) = run(&folder, &["audit", "verify", "--data", "d"]);
            assert_eq!(code, 0, "life {life}: {err}");
        }
        println!("{kills} times: {written} savings, none lost; slowest start {slowest:?}");
        // Writing must have been going on for this to show anything.
        assert!(written > kills * WORKERS, "only {written} savings");
    });
    is_whole(&folder);
}

#[test]
fn a_full_or_broken_disk_refuses_clearly_and_loses_nothing_that_was_saved() {
    let folder = Folder::new("disk");
    let data = folder.0.join("d");
    let disk = Disk::new(&folder.0).expect("cc compiles, as it links for Rust");
    runtime().block_on(async {
        let workers = room(&folder, WORKERS).await;
        let (worker, case) = (&workers[0], &workers[0].cases[0]);
        let server = Server::start(&binary(), &data, &disk.environment()).await.expect("it starts");
        let mut browser = Browser::new(server.address, &worker.cookie);
        let (path, today) = (format!("/en/casework/cases/{case}/services"), today());
        let mut saved = Saved::default();
        for (round, fault) in [None, Some(Fault::Full), Some(Fault::Broken), None].into_iter().enumerate() {
            if round > 0 && round < 3 {
                disk.set(fault).expect("the switch");
            }
            for number in 0..3 {
                let (note, save) = (format!("round{round}n{number}x"), id::new(&mut System));
                let answer = browser.post(&path, &service(&today, &note, &save)).await.expect("an answer");
                if fault.is_none() {
                    assert_eq!(answer.status, 303, "round {round}: {}", answer.text);
                    saved.services.push((case.clone(), note));
                } else {
                    assert_eq!(answer.status, 507, "{fault:?}: {}", answer.text);
                    assert!(answer.text.contains("Nothing can be saved now"), "{}", answer.text);
                }
            }
            if fault.is_some() && round == 2 {
                disk.set(None).expect("the switch");
            }
        }
        assert_eq!(missing(server.address, worker, &saved).await.expect("an answer"), Vec::<String>::new());
        server.kill().expect("it ends");
        let again = Server::start(&binary(), &data, &[]).await.expect("it starts after a broken disk");
        assert_eq!(missing(again.address, worker, &saved).await.expect("an answer"), Vec::<String>::new());
        again.kill().expect("it ends");
    });
    is_whole(&folder);
}
