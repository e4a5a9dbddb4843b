//! What the memory of the program tells others: nothing of what was freed, nothing to other processes of the same user, and nothing in a
//! core file. See ADR 18, "Memory".

use std::alloc::System;
use std::io;

use rustix::process::{Resource, Rlimit, setrlimit};
use tokio::runtime::{Builder, Runtime};
use zeroizing_alloc::ZeroAlloc;

/// Whatever is given back is overwritten first: requests, answers, opened documents, whoever held them and however they were moved.
#[global_allocator]
static WIPED: ZeroAlloc<System> = ZeroAlloc(System);

/// Closes the memory to others, as far as the system knows how. One that does not is no reason not to serve: it says so in its own limits.
pub fn close() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// The threads that answer. One that has nothing to do sweeps its stack before it sleeps, so that no key stays there from the last page.
pub fn threads() -> io::Result<Runtime> {
    Builder::new_multi_thread().enable_all().on_thread_park(pana_vault::sweep::stack).build()
}
