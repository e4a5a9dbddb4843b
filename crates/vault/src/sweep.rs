//! Sweeping the stack: what a function leaves below the frame of its caller is overwritten.
//!
//! What is on the heap is wiped when it is given back. Ciphers, though, keep keys and the last block of a text in their frames, and a frame
//! that is left stays as it was until the thread calls something as deep again: a thread that goes idle may keep it for days.

use std::hint::black_box;

/// How far below its caller [`stack`] reaches, in bytes: more than opening a document and filling a page take together, and far less
/// than the smallest stack of a thread (2 MiB).
const DEPTH: usize = 256 * 1024;

/// Overwrites what calls that have returned left on the stack of this thread.
#[inline(never)]
pub fn stack() {
    // A mutable local: a constant would stand in the program's file and nothing be written.
    let mut below = [0u8; DEPTH];
    black_box(&mut below);
}

/// Does `work` and sweeps behind it: for threads that do one thing with secrets and are then idle.
pub fn behind<T>(work: impl FnOnce() -> T) -> T {
    let done = apart(work);
    stack();
    done
}

/// In a frame of its own, so that what `work` keeps there lies below the caller.
#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    work()
}
