//! The command line: results to stdout, talk to stderr, `--json` everywhere, exit codes as `pana help` lists them.

mod args;
mod assess;
mod certificate;
mod claim;
mod commitment;
mod confided;
mod demo;
mod door;
mod estimate;
mod exit;
mod export;
mod fault;
mod ilab;
mod import;
mod import_report;
mod import_table;
mod index;
mod memory;
mod observation;
mod open;
mod output;
mod plan;
mod proxy;
mod publish;
mod recommendation;
mod report;
mod score;
mod search;
mod serve;
mod snapshot;
mod trend;
mod wall;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use exit::Exit;

fn main() -> ExitCode {
    memory::close();
    fault::hush();
    // No command that anybody types: the server starts it by itself.
    if std::env::args_os().nth(1).is_some_and(|first| first == pana_scan::wall::ARGUMENT) {
        return wall::look();
    }
    let args = Args::parse();
    let runtime = match memory::threads() {
        Ok(runtime) => runtime,
        Err(error) => return Exit::Failed(format!("the program cannot start its threads: {error}")).tell(),
    };
    match runtime.block_on(run(args.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(exit) => exit.tell(),
    }
}

async fn run(command: Command) -> Result<(), Exit> {
    match command {
        Command::Demo(args) => demo::run(args).await,
        Command::Serve(args) => serve::run(args).await,
        Command::Import(args) => import::run(args).await,
        Command::Score(args) => score::run(&args),
        Command::Snapshot(args) => snapshot::run(args).await,
        Command::Observations(args) => observation::run(args).await,
        Command::Trend(args) => trend::run(args).await,
        Command::Claims(args) => claim::run(args).await,
        Command::Assess(args) => assess::run(args),
        Command::Export(args) => export::run(args).await,
        Command::Publish(args) => publish::run(args).await,
        Command::Recommendations(args) => recommendation::run(args).await,
        Command::Commitments(args) => commitment::run(args).await,
        Command::Plan(args) => plan::run(args).await,
        Command::Estimate(args) => estimate::run(args),
        Command::Index(args) => index::run(&args),
        Command::Search(args) => search::run(args).await,
        Command::Init(args) => confided::init::run(args).await,
        Command::User(args) => confided::user::run(args).await,
        Command::Policy(args) => confided::policy::run(&args),
        Command::Audit(args) => confided::audit::run(args).await,
        Command::Retention(args) => confided::retention::run(args).await,
        Command::Backup(args) => confided::backup::make(args).await,
        Command::Restore(args) => confided::backup::restore(args).await,
        Command::Scrub(args) => confided::look::scrub(args).await,
        Command::Doctor(args) => confided::look::doctor(args).await,
        Command::Recovery(args) => confided::recovery::run(&args).await,
    }
}
