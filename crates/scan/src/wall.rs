//! The wall: a file of a stranger is looked at in a process of its own, which knows nothing but the file, can reach nothing, and is ended
//! when it takes too long. What goes through the wall is bytes in one form.
//!
//! The answer of the process: `0`, the number of pages (4 bytes), and for each its length (4 bytes) and its bytes; or `1` and the code of the
//! reason. Numbers with the highest byte first.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::{BYTES, PAGES, Page, Unfit, pages};

/// The argument with which the program becomes the process behind the wall.
pub const ARGUMENT: &str = "look-at-file";

/// How long an answer is waited for: the process limits what it computes, and this what it waits.
pub const PATIENCE: Duration = Duration::from_secs(180);

/// The most bytes of an answer that are believed.
const ANSWER: u64 = 64 << 20;

/// Behind the wall: reads a file, writes the answer.
///
/// # Errors
/// A pipe that was closed.
pub fn look(input: impl Read, mut output: impl Write) -> io::Result<()> {
    let mut file = Vec::new();
    input.take(BYTES as u64 + 1).read_to_end(&mut file)?;
    output.write_all(&answer(&pages(&file)))?;
    output.flush()
}

/// An answer as it goes through the wall.
pub fn answer(looked: &Result<Vec<Page>, Unfit>) -> Vec<u8> {
    let mut said = Vec::new();
    match looked {
        Ok(pages) => {
            said.push(0);
            said.extend(length(pages.len()));
            for page in pages {
                said.extend(length(page.len()));
                said.extend(page);
            }
        }
        Err(unfit) => {
            said.push(1);
            said.extend(unfit.to_string().bytes());
        }
    }
    said
}

fn length(of: usize) -> [u8; 4] {
    u32::try_from(of).unwrap_or(u32::MAX).to_be_bytes()
}

/// In front of the wall: gives a file to `program` and takes its answer. Blocks until it is there; a process that has not answered after
/// [`PATIENCE`] is ended.
///
/// # Errors
/// A program that cannot be started. Within: what the process says; [`Unfit::TooSlow`] where it was ended or ended itself;
/// [`Unfit::Damaged`] where its answer is none.
pub fn pages_of(program: &Path, file: &[u8]) -> io::Result<Result<Vec<Page>, Unfit>> {
    let mut child = Command::new(program)
        .arg(ARGUMENT)
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let (mut input, output) = (child.stdin.take(), child.stdout.take());
    let child = Mutex::new(child);
    let held = || child.lock().unwrap_or_else(PoisonError::into_inner);
    let (answered, waiting) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        let held = &held;
        scope.spawn(move || {
            if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let _ = held().kill();
            }
        });
        // It reads all before it writes: no pipe can be full at both ends. One that ended already answers for itself.
        let _ = input.take().map(|mut pipe| pipe.write_all(file));
        let mut answer = Vec::new();
        if let Some(pipe) = output {
            let _ = pipe.take(ANSWER).read_to_end(&mut answer);
        }
        drop(answered);
        let ended = held().wait()?;
        Ok(if ended.success() { read(&answer) } else { Err(Unfit::TooSlow) })
    })
}

/// Reads an answer. Only one form is taken; anything else is [`Unfit::Damaged`].
///
/// # Errors
/// The reason that the answer gives.
pub fn read(answer: &[u8]) -> Result<Vec<Page>, Unfit> {
    match answer.split_first() {
        Some((0, rest)) => listed(rest).filter(|pages| !pages.is_empty()).ok_or(Unfit::Damaged),
        Some((1, code)) => Err(std::str::from_utf8(code).ok().and_then(Unfit::parse).unwrap_or(Unfit::Damaged)),
        _ => Err(Unfit::Damaged),
    }
}

fn listed(bytes: &[u8]) -> Option<Vec<Page>> {
    let (count, mut rest) = split(bytes)?;
    if count > PAGES {
        return None;
    }
    let mut pages = Vec::with_capacity(count);
    for _ in 0..count {
        let (long, after) = split(rest)?;
        let (page, after) = after.split_at_checked(long)?;
        pages.push(page.to_vec());
        rest = after;
    }
    rest.is_empty().then_some(pages)
}

fn split(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((usize::try_from(u32::from_be_bytes(*number)).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_through_the_wall_comes_out_as_it_was() {
        let mut answer = Vec::new();
        look(&b"GIF89a"[..], &mut answer).expect("a vector takes it");
        assert_eq!(read(&answer), Err(Unfit::Unknown));
        let said = [&[0, 0, 0, 0, 2, 0, 0, 0, 1, 7, 0, 0, 0, 2, 8, 9][..]].concat();
        assert_eq!(read(&said), Ok(vec![vec![7], vec![8, 9]]));
    }

    #[test]
    fn an_answer_that_is_none_is_no_page() {
        let whole = [0, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3];
        for end in 0..whole.len() {
            assert_eq!(read(&whole[..end]), Err(Unfit::Damaged), "{end} bytes");
        }
        let longer = [&whole[..], &[0]].concat();
        let bad: [&[u8]; 5] =
            [&longer, &[0, 0, 0, 0, 0], &[0, 255, 255, 255, 255], &[0, 0, 0, 0, 1, 255, 255, 255, 255, 1], &[1, b'x']];
        for answer in bad {
            assert_eq!(read(answer), Err(Unfit::Damaged), "{answer:?}");
        }
    }

    #[test]
    fn every_reason_leads_back() {
        assert!(Unfit::ALL.iter().all(|unfit| Unfit::parse(&unfit.to_string()) == Some(*unfit)));
    }
}
