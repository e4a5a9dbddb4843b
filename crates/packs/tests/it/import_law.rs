//! What holds for every file: nothing panics, every row ends up once, reading twice gives the same, and a figure that was written
//! is the figure that is read.

use pana_evidence::{Comparator, Decimal, Figure};
use pana_packs::import::cell::{self, Comma};
use pana_packs::import::{self, Book, Kind, Mapping, Target, deadline, period};
use proptest::prelude::*;

use crate::import::{assert_every_row_is_somewhere, fixture, lexicon};

const TARGET: Target<'static> = Target { pack: "pack", known: None };

/// A mapping that can be used for whatever the file is: the proposed one with everything it lacks as a constant.
fn usable(book: &Book, kind: Kind) -> Option<Mapping> {
    let proposal = import::propose(book, kind, lexicon()).ok()?;
    let mut mapping = proposal.mapping;
    mapping.constants.extend(proposal.missing.iter().map(|field| ((*field).to_owned(), "X".to_owned())));
    Some(mapping)
}

fn every_law_of_a_file(bytes: &[u8]) {
    let Ok(book) = Book::open("file", bytes, None) else { return };
    for kind in Kind::ALL {
        let Some(mapping) = usable(&book, kind) else { continue };
        let Ok(reading) = import::read(&book, &mapping, lexicon(), TARGET) else { continue };
        assert_every_row_is_somewhere(&reading);
        let kept = Mapping::read(&mapping.to_toml()).expect("a mapping that was written can be read");
        let again = Book::open("file", bytes, None).expect("it was opened before");
        assert_eq!(import::read(&again, &kept, lexicon(), TARGET), Ok(reading));
    }
}

const FIXTURES: [&str; 5] = ["uhri.csv", "upr.csv", "plan-ru.csv", "plan-kk.csv", "observations.csv"];

fn any_cell() -> impl Strategy<Value = String> {
    let words = "more than|около|астам|жуық|from|to|до|дейін|between|and|из|in|тыс|млн|%|месяцев|ай|квартал|тоқсан|полугодие|ежегодно|жыл|2017|8|1,5|100-ден|-|>|<=|января|25|2024|,|;|не требуется|I|IV";
    let word = proptest::sample::select(words.split('|').map(str::to_owned).collect::<Vec<_>>());
    prop_oneof![".{0,20}", proptest::collection::vec(word, 0..7).prop_map(|words| words.join(" ")), "[0-9 .,–-]{0,40}",]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        every_law_of_a_file(&bytes);
        every_law_of_a_file(&[b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn a_damaged_table_keeps_every_law(
        fixture_at in 0..FIXTURES.len(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = fixture(FIXTURES[fixture_at]);
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        every_law_of_a_file(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        every_law_of_a_file(&bytes);
    }

    #[test]
    fn a_damaged_workbook_keeps_every_law(damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in [["Показатель", "Значение", "Период", "Место"], ["i", "> 100", "2016", "X"]].iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                sheet.write(row as u32, column as u16, *cell).expect("a cell");
            }
        }
        let mut bytes = workbook.save_to_buffer().expect("a workbook");
        every_law_of_a_file(&bytes);
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        every_law_of_a_file(&bytes);
    }

    #[test]
    fn a_table_with_any_cells_keeps_every_law(cells in proptest::collection::vec(any_cell(), 0..28)) {
        for header in [
            "№;Мероприятие;Ответственные исполнители;Срок исполнения;Расходы;Источник финансирования;Форма завершения",
            "indicator_id;value;unit;geo_id;period;subgroup;source_id",
            "AnnotationId;Symbol;Text;PublicationDate;Themes;Body;Position",
            "Paragraph;Recommendation;Position;Themes;Symbol;Recommending State;SDG",
        ] {
            let rows = cells.chunks(7).map(|row| row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))));
            let rows: Vec<String> = rows.map(|row| row.collect::<Vec<_>>().join(";")).collect();
            every_law_of_a_file(format!("{header}\n{}\n", rows.join("\n")).as_bytes());
        }
    }

    #[test]
    fn any_cell_is_read_or_refused(text in any_cell()) {
        for comma in [Comma::Decimal, Comma::Thousands, Comma::Unknown] {
            if let Ok(stated) = cell::read(&text, comma, lexicon()) {
                let written = cell::write(&stated.figure).expect("a figure that was read is no category");
                let again = cell::read(&written, comma, lexicon()).expect("what was written can be read");
                prop_assert_eq!(cell::write(&again.figure), Some(written));
            }
        }
        if let Ok(when) = period::read(&text, lexicon()) {
            prop_assert_eq!(period::read(&when.period.label, lexicon()), Ok(when));
        }
        let _ = deadline::read(&text, lexicon());
    }

    #[test]
    fn a_figure_that_was_written_is_the_figure_that_is_read(
        whole in -1_000_000_000_i64..1_000_000_000,
        fraction in proptest::option::of("[0-9]{1,4}"),
        wider in 0_i64..1_000_000,
        at in 0_usize..7,
    ) {
        let number = |whole: i64| -> Decimal {
            let fraction = fraction.as_ref().map(|digits| format!(".{digits}")).unwrap_or_default();
            format!("{whole}{fraction}").parse().expect("a number")
        };
        let comparator = Comparator::ALL[at].0;
        let figure = if comparator == Comparator::Between {
            Figure::from_cells(comparator, None, Some(number(whole.abs())), Some(number(whole.abs() + wider)), None)
        } else {
            Figure::from_cells(comparator, Some(number(whole)), None, None, None)
        };
        let figure = figure.expect("a figure");
        let written = cell::write(&figure).expect("no category");
        for comma in [Comma::Decimal, Comma::Thousands, Comma::Unknown] {
            let read = cell::read(&written, comma, lexicon());
            prop_assert_eq!(read.map(|stated| stated.figure), Ok(figure.clone()), "{}", written);
        }
    }
}
