//! Measures the confided room: `bench/room.sh` says how to call it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use pana_bench::Failed;
use pana_bench::crowd::{self, Size, Worker};
use pana_bench::load::{self, Manner, Shares};
use pana_bench::server::Server;

/// Typed: program, folder, cases, workers, seconds.
struct Asked {
    binary: PathBuf,
    folder: PathBuf,
    size: Size,
    seconds: u64,
}

fn main() -> Result<(), Failed> {
    let asked = asked().ok_or("usage: pana-bench PROGRAM FOLDER CASES WORKERS SECONDS")?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(measure(&asked))
}

fn asked() -> Option<Asked> {
    let mut words = std::env::args().skip(1);
    let (binary, folder) = (words.next()?.into(), words.next()?.into());
    let mut number = || words.next()?.parse::<usize>().ok();
    let (cases, workers, seconds) = (number()?, number()?, number()?);
    let size = Size { centres: 13.min(workers), workers, cases };
    Some(Asked { binary, folder, size, seconds: seconds as u64 })
}

async fn measure(asked: &Asked) -> Result<(), Failed> {
    let workers = room(asked).await?;
    let server = Server::start(&asked.binary, &asked.folder, &[]).await?;
    println!("from start to the first answer: {:.2} s", server.took.as_secs_f64());
    let seconds = Duration::from_secs(asked.seconds);
    let shares = Shares { lists: 30, searches: 15, saves: 20 };
    let office = Manner { lasts: seconds, thinks: (Duration::from_secs(2), Duration::from_secs(6)), shares };
    told("at work, 2 to 6 s between acts", &server, &workers, office).await?;
    let busy = |shares| Manner { lasts: seconds / 3, thinks: (Duration::ZERO, Duration::ZERO), shares };
    let few = &workers[..workers.len().min(64)];
    told("nothing but pages, 64 without pause", &server, few, busy(Shares::default())).await?;
    told("nothing but saves, 64 without pause", &server, few, busy(Shares { saves: 100, ..Shares::default() })).await?;
    Ok(())
}

/// The filled room; sessions of an earlier call are used again while they live.
async fn room(asked: &Asked) -> Result<Vec<Worker>, Failed> {
    let kept = asked.folder.join("workers.json");
    if let Ok(text) = std::fs::read_to_string(&kept) {
        return Ok(serde_json::from_str(&text)?);
    }
    let begun = std::time::Instant::now();
    let workers = crowd::fill(&asked.folder, asked.size, |made| eprintln!("{made} cases")).await?;
    std::fs::write(&kept, serde_json::to_string(&workers)?)?;
    println!(
        "{} cases of {} workers taken in: {:.0} s",
        asked.size.cases,
        workers.len(),
        begun.elapsed().as_secs_f64()
    );
    println!("casework.sqlite: {} MB", size(&asked.folder.join("casework.sqlite")) / 1_000_000);
    Ok(workers)
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map(|about| about.len()).unwrap_or(0)
}

async fn told(how: &str, server: &Server, workers: &[Worker], manner: Manner) -> Result<(), Failed> {
    let took = load::work(server.address, workers, manner).await?;
    println!("{how}:");
    for (act, took) in &took {
        let ms = |share| took.quantile(share).as_secs_f64() * 1000.0;
        println!(
            "  {:8} {:7} ({:.0}/s), median {:.1} ms, 99 % within {:.1} ms, all within {:.1} ms, refused {}",
            act.name(),
            took.count(),
            took.count() as f64 / manner.lasts.as_secs_f64(),
            ms(0.5),
            ms(0.99),
            ms(1.0),
            took.refused,
        );
    }
    let (now, most) = server.memory();
    println!("  memory: {} MB now, {} MB at most", now / 1_000_000, most / 1_000_000);
    Ok(())
}
