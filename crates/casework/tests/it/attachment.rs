//! Attached papers: what is said of them, and how many a case holds.

use pana_casework::attachment::{Attachment, AttachmentRefusal, NAME_LETTERS, PAGES_OF_CASE};
use pana_casework::id::StaffId;
use pana_casework::{Class, Confided, Kind};

fn paper(name: &str, pages: u16) -> Attachment {
    let by = StaffId::parse("0123456789abcdef0123456789abcdef").expect("an id");
    Attachment { name: Confided::new(name), pages, on: jiff::civil::date(2028, 2, 29), by }
}

#[test]
fn a_case_holds_so_many_pages_and_no_more() {
    for (held, pages, full) in
        [(0, 30, false), (PAGES_OF_CASE - 30, 30, false), (PAGES_OF_CASE - 29, 30, true), (u32::MAX - 40, 1, true)]
    {
        let said = paper("A letter", pages).attached(held).err();
        assert_eq!(said == Some(AttachmentRefusal::CaseFull), full, "{held} and {pages}");
    }
}

#[test]
fn a_paper_has_a_name_of_a_length_in_letters_and_not_in_bytes() {
    let refused = |name: &str| paper(name, 1).attached(0).err();
    assert_eq!(refused("  "), Some(AttachmentRefusal::NoName));
    assert_eq!(refused(&"Ә".repeat(NAME_LETTERS)), None);
    assert_eq!(refused(&"Ә".repeat(NAME_LETTERS + 1)), Some(AttachmentRefusal::NameTooLong));
}

#[test]
fn every_compartment_takes_papers_but_places_screenings_counts_and_what_the_house_reads() {
    let without: Vec<Class> = Class::ALL.iter().copied().filter(|&class| Kind::attached(class).is_none()).collect();
    assert_eq!(without, [Class::Place, Class::Screening, Class::Meta, Class::Statistics]);
    for kind in Kind::ALL {
        assert_eq!(kind.is_attached(), kind.name().starts_with("attached_"), "{}", kind.name());
        assert_eq!(kind.is_attached(), Kind::attached(kind.class()) == Some(*kind), "{}", kind.name());
    }
}

#[test]
fn what_was_taken_away_says_nothing_of_what_it_was() {
    let by = paper("x", 1).by;
    let gone = Attachment::taken_away(jiff::civil::date(2028, 3, 1), by);
    assert_eq!((gone.name.reveal(), gone.pages), ("", 0));
    assert!(!format!("{:?}", paper("Kanary", 1)).contains("Kanary"), "nor does a log of the program");
}
