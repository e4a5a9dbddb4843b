//! A disk that is full or broken: a small library that stands between the program and the system and refuses what is written to the
//! confided room while a file says so. The program itself is not changed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Failed;

/// What the disk says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No space is left (ENOSPC).
    Full,
    /// Writing and waiting for the disk fail (EIO).
    Broken,
}

/// A disk that can be told to refuse.
pub struct Disk {
    library: PathBuf,
    switch: PathBuf,
}

impl Disk {
    /// Compiles the library into a folder.
    ///
    /// # Errors
    /// No C compiler; Rust needs one too, to link.
    pub fn new(folder: &Path) -> Result<Self, Failed> {
        let (source, library) = (folder.join("fault.c"), folder.join("fault.so"));
        std::fs::write(&source, include_str!("fault.c"))?;
        let made = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(&source).status()?;
        if !made.success() {
            return Err("cc did not compile fault.c".into());
        }
        Ok(Self { library, switch: folder.join("fault") })
    }

    /// The environment of a program whose disk this is.
    pub fn environment(&self) -> [(&'static str, &OsStr); 2] {
        [("LD_PRELOAD", self.library.as_os_str()), ("PANA_FAULT", self.switch.as_os_str())]
    }

    /// From now on the disk refuses, or no more.
    ///
    /// # Errors
    /// A switch that cannot be written.
    pub fn set(&self, fault: Option<Fault>) -> Result<(), Failed> {
        match fault {
            Some(Fault::Full) => std::fs::write(&self.switch, "full")?,
            Some(Fault::Broken) => std::fs::write(&self.switch, "broken")?,
            None => std::fs::remove_file(&self.switch)?,
        }
        Ok(())
    }
}
