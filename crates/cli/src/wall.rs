//! Behind the wall: the process that looks at one file which somebody attached. It has the file and a way to answer, and takes from itself
//! whatever else it could use before it reads the first byte.

use std::io;
use std::process::ExitCode;

use rustix::process::{Resource, Rlimit, setrlimit};

/// Memory: some times what the largest photograph needs.
const MEMORY: u64 = 1 << 30;
/// Seconds of a processor: thirty pages of an honest PDF take less.
const SECONDS: u64 = 30;

/// Reads a file from the standard input and answers on the standard output (see `pana_scan::wall`). Exit code 0 where it answered; whatever
/// ends it otherwise is an answer of its own.
pub fn look() -> ExitCode {
    confine();
    match pana_scan::wall::look(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// No more memory and time than a file may take, no file that could be opened or written, no other process.
fn confine() {
    let most = |number: u64| Rlimit { current: Some(number), maximum: Some(number) };
    // A system that refuses a limit still has the others, and the process its end.
    let _ = setrlimit(Resource::As, most(MEMORY));
    let _ = setrlimit(Resource::Cpu, most(SECONDS));
    let _ = setrlimit(Resource::Fsize, most(0));
    // The pipes are open already; nothing else can be opened, no file and no connection.
    let _ = setrlimit(Resource::Nofile, most(0));
    let _ = setrlimit(Resource::Nproc, most(0));
}
