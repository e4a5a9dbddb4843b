//! A folder of files, read by somebody else.

use std::collections::BTreeMap;

use crate::fault::Fault;

/// Files by their path within the folder, `/` between parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// The text of a file that must be there and be UTF-8.
    pub fn text(&self, path: &str) -> Result<&str, Fault> {
        let bytes = self.bytes(path).ok_or_else(|| Fault::of_file(path, "the file is missing"))?;
        std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() as u64 + 1;
            Fault { line: Some(line), ..Fault::of_file(path, "the text is not UTF-8; save the file as UTF-8") }
        })
    }

    /// The files below a folder, with the folder's name taken off.
    pub fn below(&self, folder: &str) -> Self {
        let prefix = format!("{folder}/");
        let inside =
            self.0.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(&prefix)?.to_owned(), bytes.clone())));
        Self(inside.collect())
    }

    /// The paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The names of the folders directly inside.
    pub fn folders(&self) -> Vec<&str> {
        let mut folders: Vec<&str> =
            self.paths().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder).collect();
        folders.dedup();
        folders
    }
}
