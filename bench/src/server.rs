//! The program as whoever runs a machine starts it, and as a machine that loses its power ends it.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Failed;
use crate::http::Browser;

/// A server that runs.
pub struct Server {
    child: Child,
    /// Where it answers.
    pub address: SocketAddr,
    /// From its start until it had answered a first page.
    pub took: Duration,
}

impl Server {
    /// Starts `pana serve` over a data folder and waits until it answers. `more` are settings of its environment.
    ///
    /// # Errors
    /// A program that ends or says no address.
    pub async fn start(binary: &Path, folder: &Path, more: &[(&str, &OsStr)]) -> Result<Self, Failed> {
        let begun = Instant::now();
        let mut child = Command::new(binary)
            .args(["serve", "--json", "--listen", "127.0.0.1:0", "--data"])
            .arg(folder)
            .envs(more.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()?;
        let mut line = String::new();
        let out = child.stdout.take().ok_or("no pipe")?;
        BufReader::new(out).read_line(&mut line)?;
        let told: serde_json::Value = serde_json::from_str(&line).map_err(|_| "the program did not begin to serve")?;
        let url = told["url"].as_str().unwrap_or_default();
        let address = url.trim_start_matches("http://").trim_end_matches('/').parse()?;
        let first = Browser::new(address, "").get("/en/casework/sign-in").await?;
        if first.status != 200 {
            return Err(format!("the first page answers {}", first.status).into());
        }
        Ok(Self { child, address, took: begun.elapsed() })
    }

    /// Ends it at once: no handler runs, nothing is written to the end.
    ///
    /// # Errors
    /// A process that is not ours to end.
    pub fn kill(mut self) -> Result<(), Failed> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// What it holds in memory now, and the most it ever held, in bytes.
    pub fn memory(&self) -> (u64, u64) {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let of = |key: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(key));
            let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
            kilobytes.unwrap_or(0) * 1024
        };
        (of("VmRSS:"), of("VmHWM:"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
