//! Results: to stdout, or into a file that is whole or not there.

use std::io::Write;
use std::path::Path;

use crate::exit::Exit;

/// Writes to stdout. A reader who closed the pipe is not an error.
pub fn print(bytes: &[u8]) -> Result<(), Exit> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Exit::Failed(format!("stdout: {error}"))),
        _ => Ok(()),
    }
}

/// Prints a value as JSON with a final newline.
pub fn print_json(value: &impl serde::Serialize) -> Result<(), Exit> {
    let mut text = serde_json::to_vec_pretty(value).map_err(|error| Exit::Failed(error.to_string()))?;
    text.push(b'\n');
    print(&text)
}

/// Writes a file beside its place and moves it there when it is whole.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Exit> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let failed = |error: std::io::Error| Exit::Failed(format!("cannot write {}: {error}", path.display()));
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    written.map_err(|error| {
        // What was begun is taken away again; if that fails too, the first error is the one to tell.
        let _ = std::fs::remove_file(&part);
        failed(error)
    })
}

/// Reads a file that a person named.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Exit> {
    std::fs::read(path).map_err(|error| Exit::Failed(format!("cannot read {}: {error}", path.display())))
}
