//! Someone watches long work: hears how far it is, and may stop it.

/// Whoever asked for long work. It is told from many threads.
pub trait Watch: Sync {
    /// `done` more of the steps of `stage` are finished, of `of` in all.
    fn advance(&self, stage: &'static str, done: u64, of: u64);
    /// Should the work stop? Asked often; work that is stopped returns [`Stopped`] and leaves nothing behind.
    fn stopped(&self) -> bool;
}

/// Nobody watches.
pub struct Unwatched;

impl Watch for Unwatched {
    fn advance(&self, _stage: &'static str, _done: u64, _of: u64) {}
    fn stopped(&self) -> bool {
        false
    }
}

/// The work was stopped by whoever watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped before it was finished")]
pub struct Stopped;

/// `Err(Stopped)` as soon as the watcher says so.
pub fn go_on(watch: &dyn Watch) -> Result<(), Stopped> {
    if watch.stopped() { Err(Stopped) } else { Ok(()) }
}
