//! Files that were made to do harm, given to the process behind the wall: it ends, by itself or by its limits, and whoever asked gets a reason.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pana_scan::{Unfit, wall};

const BINARY: &str = env!("CARGO_BIN_EXE_pana");

fn look(file: &[u8]) -> Result<Vec<Vec<u8>>, Unfit> {
    wall::pages_of(Path::new(BINARY), file).expect("it starts")
}

const A4: &str = "595 842";

/// A PDF of one page of a size with this content and these resources.
fn pdf(size: &str, content: &str, resources: &str, more: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents 4 0 R /Resources << {resources} >> >>"),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    let (mut text, mut places) = ("%PDF-1.7\n".to_owned(), String::new());
    for (number, object) in (1..).zip(&objects) {
        places.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (start, size) = (text.len(), objects.len() + 1);
    let end = format!("xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R >>\n");
    format!("{text}{end}startxref\n{start}\n%%EOF\n").into_bytes()
}

#[test]
fn an_honest_paper_comes_through_the_wall() {
    let pages = look(&pdf(A4, "0.5 g 0 0 200 200 re f", "", &[])).expect("it is taken");
    assert!(matches!(pages.as_slice(), [page] if page.starts_with(&[0xff, 0xd8, 0xff])));
}

#[test]
fn a_file_that_is_none_is_refused_with_its_reason() {
    assert_eq!(look(b""), Err(Unfit::Empty));
    assert_eq!(look(b"#!/bin/sh\n"), Err(Unfit::Unknown));
    assert_eq!(look(b"%PDF-1.4 cut"), Err(Unfit::Damaged));
    assert_eq!(look(&vec![b'%'; pana_scan::BYTES + 2]), Err(Unfit::TooLarge));
}

#[test]
fn a_paper_that_would_be_drawn_for_hours_is_given_up() {
    // Four hundred thousand veils over the whole page.
    let veils = "0 0 595 842 re f\n".repeat(400_000);
    let begun = Instant::now();
    let looked = look(&pdf(A4, &format!("/G gs\n{veils}"), "/ExtGState << /G << /ca 0.01 >> >>", &[]));
    assert_eq!(looked, Err(Unfit::TooSlow));
    assert!(begun.elapsed() < Duration::from_secs(240), "{:?}", begun.elapsed());
}

#[test]
fn pictures_that_are_none_and_forms_that_hold_themselves_come_to_an_end() {
    // A picture in it that says it is forty thousand by forty thousand: more than a gigabyte, were it made.
    let picture = "<< /Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceRGB \
                   /BitsPerComponent 8 /Length 3 >>\nstream\nabc\nendstream";
    let looked = look(&pdf(A4, "595 0 0 842 0 0 cm /I Do", "/XObject << /I 5 0 R >>", &[picture]));
    // Drawn without the picture, or given up: but it comes to an end.
    assert!(matches!(looked, Ok(_) | Err(Unfit::TooSlow | Unfit::Damaged)), "{looked:?}");
    let circle = "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> \
                  /Length 11 >>\nstream\n/I Do /I Do\nendstream";
    let looked = look(&pdf(A4, "/I Do", "/XObject << /I 5 0 R >>", &[circle]));
    assert!(matches!(looked, Ok(_) | Err(Unfit::TooSlow | Unfit::Damaged)), "{looked:?}");
}

/// Five hundred files, each a sound one with something changed: none makes whoever asks fall or wait.
#[test]
fn t11_five_hundred_changed_files_come_to_an_end() {
    let font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    // Of the size of a stamp: what is tried is the reading, not the drawing.
    let sound = pdf("60 60", "BT /F1 20 Tf 10 10 Td (text) Tj ET", font, &[]);
    let (mut taken, mut refused) = (0, 0);
    for number in 0..500_usize {
        let mut changed = sound.clone();
        let at = number * 7919 % changed.len();
        match number % 4 {
            0 => changed[at] ^= 1 << (number % 8),
            1 => changed.truncate(at),
            2 => drop(changed.drain(at..(at + 9).min(sound.len()))),
            _ => {
                let part = changed[at / 2..at].to_vec();
                changed.splice(at..at, part);
            }
        }
        match look(&changed) {
            Ok(pages) => {
                assert!(pages.iter().all(|page| page.starts_with(&[0xff, 0xd8, 0xff])), "{number}");
                taken += 1;
            }
            Err(_) => refused += 1,
        }
    }
    println!("{taken} taken, {refused} refused");
    assert!(taken > 50 && refused > 50, "{taken} taken, {refused} refused");
}

/// What the process took from itself before it read a byte.
#[cfg(target_os = "linux")]
#[test]
fn behind_the_wall_there_is_little_memory_and_time_and_nothing_can_be_opened() {
    let child = Command::new(BINARY).arg(wall::ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.expect("it starts");
    let limit = |name: &str| {
        let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap_or_default();
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        line[name.len().min(line.len())..].split_whitespace().next().unwrap_or_default().to_owned()
    };
    let begun = Instant::now();
    while limit("Max open files") != "0" && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let found = ["Max open files", "Max file size", "Max cpu time", "Max address space"].map(limit);
    let _ = child.kill();
    let _ = child.wait();
    assert_eq!(found, ["0", "0", "30", "1073741824"]);
}
