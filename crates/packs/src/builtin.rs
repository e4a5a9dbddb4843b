//! The packs that travel inside the program.

use include_dir::{Dir, include_dir};

use crate::files::Files;

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data");

/// All of `data/` as it was when the program was built.
pub fn data() -> Files {
    let mut files = Files::default();
    add(&DATA, &mut files);
    files
}

fn add(folder: &Dir<'_>, files: &mut Files) {
    for file in folder.files() {
        files.insert(file.path().to_string_lossy().replace('\\', "/"), file.contents());
    }
    for inner in folder.dirs() {
        add(inner, files);
    }
}
