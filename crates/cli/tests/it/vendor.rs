//! What was brought in from elsewhere is what `assets/VENDOR.toml` says it is, byte for byte.

use std::path::PathBuf;

use sha2::{Digest, Sha256};

#[test]
fn every_vendored_file_has_the_hash_it_was_taken_with() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let list = std::fs::read_to_string(root.join("assets/VENDOR.toml")).expect("the list");
    let list: toml::Table = list.parse().expect("the list is TOML");
    let files = list.values().filter_map(toml::Value::as_array).flatten();
    let mut checked = 0;
    for file in files.filter_map(toml::Value::as_table) {
        let cell = |name: &str| file.get(name).and_then(toml::Value::as_str).unwrap_or_default();
        let (path, expected) = (cell("path"), cell("sha256"));
        let bytes = std::fs::read(root.join(path)).unwrap_or_else(|_| panic!("{path} is missing"));
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, expected, "{path}");
        assert!(!cell("licence").is_empty(), "{path} has no licence");
        checked += 1;
    }
    assert!(checked >= 20, "{checked} files are listed");
}
