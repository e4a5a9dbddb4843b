//! A workbook is an archive, and an archive of a few kilobytes can unpack to more than a computer holds.

use std::io::{Cursor, Read, sink};

use super::refusal::Refusal;

/// The most that a workbook may unpack to: four times the world's index with all its texts.
pub const MOST: u64 = 512 * 1024 * 1024;

/// Refuses an archive whose parts unpack to more than so many bytes. What is written in it about sizes may be a lie, so
/// the bytes are counted.
pub fn check(bytes: &[u8], most: u64) -> Result<(), Refusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut left = most;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(broken)?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut sink()).map_err(broken)?;
        left = left.checked_sub(unpacked).ok_or(Refusal::TooLarge { most: most / (1024 * 1024) })?;
    }
    Ok(())
}

fn broken(error: impl std::fmt::Display) -> Refusal {
    Refusal::NotAWorkbook { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A workbook of a few kilobytes with a sheet of more than a megabyte.
    fn packed() -> Vec<u8> {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for row in 0..400 {
            for column in 0..60 {
                sheet.write(row, column, 1.0).expect("a cell");
            }
        }
        workbook.save_to_buffer().expect("a workbook")
    }

    #[test]
    fn a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_read() {
        let bytes = packed();
        assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
        assert_eq!(check(&bytes, MOST), Ok(()));
        assert_eq!(check(&bytes, 300_000), Err(Refusal::TooLarge { most: 0 }));
    }

    #[test]
    fn the_size_that_an_archive_states_is_not_believed() {
        let mut bytes = packed();
        // The size of every part in the central directory, 24 bytes after its signature, says one byte.
        let places: Vec<usize> = (0..bytes.len() - 4).filter(|&at| bytes[at..].starts_with(b"PK\x01\x02")).collect();
        for at in places {
            bytes[at + 24..at + 28].copy_from_slice(&1_u32.to_le_bytes());
        }
        assert!(check(&bytes, 300_000).is_err());
    }

    #[test]
    fn what_is_no_archive_is_refused_with_the_reason() {
        assert!(matches!(check(b"PK\x03\x04broken", MOST), Err(Refusal::NotAWorkbook { .. })));
    }
}
