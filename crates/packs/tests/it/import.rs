//! Tables are opened, their header is found, and a mapping is proposed, kept and used again.

use std::sync::LazyLock;

use pana_packs::import::mapping::fingerprint;
use pana_packs::import::{self, Book, Guess, Kind, Known, Lexicon, Mapping, Reading, Refusal, Skipped, Target};
use pana_packs::{builtin, texts};
use pana_text::Lang;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let read = Lexicon::read(&builtin::data());
    read.unwrap_or_else(|faults| panic!("{faults}"))
});

pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

pub fn fixture(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/import").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn book(name: &str, bytes: &[u8]) -> Book {
    Book::open(name, bytes, None).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
}

/// The proposed mapping with constants added.
pub fn mapping(book: &Book, kind: Kind, constants: &[(&str, &str)]) -> Mapping {
    let proposal = import::propose(book, kind, lexicon()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let mut mapping = proposal.mapping;
    for (field, value) in constants {
        mapping.constants.insert((*field).to_owned(), (*value).to_owned());
    }
    mapping
}

pub fn reading(book: &Book, mapping: &Mapping) -> Reading {
    let read = import::read(book, mapping, lexicon(), Target { pack: "pack", known: None });
    read.unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

pub fn assert_every_row_is_somewhere(reading: &Reading) {
    assert_eq!(reading.read.len() + reading.refused_rows() + reading.skipped_rows(), reading.rows, "{reading:#?}");
}

const PLAN: [(&str, &str); 2] = [("plan_id", "P1"), ("source_id", "S1")];

#[test]
fn the_same_plan_is_read_from_every_encoding_and_separator() {
    let text = String::from_utf8(fixture("plan-ru.csv")).expect("UTF-8");
    let expected = book("plan.csv", text.as_bytes());
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let (windows, _, lost) = encoding_rs::WINDOWS_1251.encode(&text);
    assert!(!lost);
    let signed = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
    for bytes in [wide, windows.into_owned(), signed] {
        assert_eq!(book("plan.csv", &bytes).sheets, expected.sheets);
    }
    let first = reading(&expected, &mapping(&expected, Kind::Plan, &PLAN));
    assert_eq!(first.read.len(), 4);
}

#[test]
fn the_header_is_found_below_titles_and_the_proposal_says_what_it_guessed() {
    let book = book("plan.csv", &fixture("plan-ru.csv"));
    let proposal = import::propose(&book, Kind::Plan, lexicon()).expect("a proposal");
    assert_eq!(proposal.mapping.columns["deadline"], "Срок исполнения");
    assert_eq!(proposal.mapping.columns.len(), 7);
    assert_eq!(proposal.missing, ["plan_id", "source_id"]);
    assert!(proposal.guessed.contains(&Guess::HeaderRow(3)));
    assert!(proposal.guessed.contains(&Guess::Language("ru".to_owned())));
    let column = Guess::Column {
        field: "cost".into(), column: "Предполагаемые расходы (млн. тенге)".into()
    };
    assert!(proposal.guessed.contains(&column));
}

#[test]
fn a_mapping_is_kept_as_a_file_and_reads_the_same_next_time() {
    let book = book("plan.csv", &fixture("plan-ru.csv"));
    let mapping = mapping(&book, Kind::Plan, &PLAN);
    let kept = Mapping::read(&mapping.to_toml()).expect("a mapping");
    assert_eq!(kept, mapping);
    assert_eq!(reading(&book, &kept), reading(&book, &mapping));
}

#[test]
fn a_table_is_known_again_by_its_header_however_it_is_spaced() {
    let header = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let first = fingerprint(Kind::Plan, &header(&["№ п/п", "Срок исполнения"]));
    assert_eq!(first, fingerprint(Kind::Plan, &header(&["№  п/п", "СРОК\nисполнения "])));
    assert_ne!(first, fingerprint(Kind::Plan, &header(&["Срок исполнения", "№ п/п"])));
    assert_ne!(first, fingerprint(Kind::Upr, &header(&["№ п/п", "Срок исполнения"])));
}

#[test]
fn a_column_that_is_gone_is_named_and_nothing_is_read() {
    let book = book("plan.csv", &fixture("plan-ru.csv"));
    let mut mapping = mapping(&book, Kind::Plan, &PLAN);
    mapping.columns.insert("note".to_owned(), "Примечание".to_owned());
    let read = import::read(&book, &mapping, lexicon(), Target { pack: "pack", known: None });
    assert!(matches!(read, Err(Refusal::ColumnsMissing { columns, .. }) if columns == "Примечание"));
}

#[test]
fn a_file_of_another_kind_is_refused() {
    for bytes in [b"a,b\n1,2\n".as_slice(), b"one word"] {
        let book = book("x.csv", bytes);
        assert_eq!(import::propose(&book, Kind::Plan, lexicon()), Err(Refusal::NoHeader { kind: "plan" }));
    }
    assert_eq!(Book::open("x.csv", b"", None), Err(Refusal::Empty {}));
    assert_eq!(Book::open("x.csv", b";;\n;;\n", None), Err(Refusal::Empty {}));
    assert_eq!(Book::open("x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None), Err(Refusal::OldWorkbook {}));
    assert!(matches!(Book::open("x.xlsx", b"PK\x03\x04broken", None), Err(Refusal::NotAWorkbook { .. })));
}

fn workbook(fill: impl Fn(&mut rust_xlsxwriter::Worksheet) -> Result<(), rust_xlsxwriter::XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let cover = workbook.add_worksheet().set_name("Cover").expect("a name");
    cover.write(0, 0, "Ministry of Examples").expect("a cell");
    fill(workbook.add_worksheet().set_name("Data").expect("a name")).expect("cells");
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn a_workbook_gives_its_dates_its_numbers_and_its_merged_cells() {
    let bytes = workbook(|sheet| {
        let day = Format::new().set_num_format("dd.mm.yyyy");
        let bold = Format::new();
        sheet.merge_range(0, 0, 0, 6, "Figures of the year", &bold)?;
        for (column, name) in
            ["Indicator", "Value", "Unit", "Region", "Time period", "Source", "Release date"].iter().enumerate()
        {
            sheet.write(3, column as u16, *name)?;
        }
        sheet.merge_range(4, 0, 5, 0, "vict.freed", &bold)?;
        for (row, value) in [(4, 0.5), (5, 125.0)] {
            sheet.write(row, 1, value)?;
            sheet.write(row, 2, "persons")?;
            sheet.write(row, 3, "X")?;
            sheet.write(row, 4, 2010 + row)?;
            sheet.write(row, 5, "SRC")?;
            sheet.write_datetime_with_format(row, 6, ExcelDateTime::from_ymd(2025, 2, 25)?, &day)?;
        }
        Ok(())
    });
    let book = book("figures.xlsx", &bytes);
    let mapping = mapping(&book, Kind::Observations, &[("basis", "official_admin")]);
    assert_eq!(mapping.sheet.as_deref(), Some("Data"));
    let reading = reading(&book, &mapping);
    assert_every_row_is_somewhere(&reading);
    assert_eq!(reading.skipped[&Skipped::Above], [1]);
    let said = reading.observations.iter().map(|seen| {
        (seen.indicator.0.as_str(), seen.figure.cells()[0].clone().unwrap_or_default(), seen.locator.as_str())
    });
    let said: Vec<_> = said.collect();
    let expected = [
        ("vict.freed", "0.5".to_owned(), "figures.xlsx, Data, B5"),
        ("vict.freed", "125".to_owned(), "figures.xlsx, Data, B6"),
    ];
    assert_eq!(said, expected);
    assert_eq!(reading.observations[0].released.map(|day| day.to_string()).as_deref(), Some("2025-02-25"));
}

#[test]
fn a_header_of_two_rows_names_the_parts_of_its_columns() {
    let bytes = "№;Мероприятие;Срок исполнения;Предполагаемые расходы;;\n;;;2024;2025;2026\n1;Мера;2024 год;10;20;30\n";
    let book = book("plan.csv", bytes.as_bytes());
    let mapping = mapping(&book, Kind::Plan, &PLAN);
    // A sum of one year is not the cost of the measure, so the column is left alone and named.
    assert!(!mapping.columns.contains_key("cost"));
    let reading = reading(&book, &mapping);
    let parts = ["2024", "2025", "2026"].map(|year| format!("Предполагаемые расходы / {year}"));
    assert_eq!(reading.unused, parts);
    assert_eq!(reading.read, [3]);
}

#[test]
fn a_row_that_counts_to_three_is_a_figure_anywhere_but_below_the_header() {
    let bytes = b"indicator_id,value,unit,geo_id,source_id,basis\n1,2,3,4,5,6\nx,2,persons,4,5,plan\n1,2,3,4,5,plan\n";
    let book = book("figures.csv", bytes);
    let reading = reading(&book, &mapping(&book, Kind::Observations, &[]));
    assert_eq!(reading.skipped[&Skipped::Numbering], [2]);
    assert_eq!(reading.read, [3, 4]);
}

#[test]
fn rows_may_only_refer_to_what_is_known() {
    let book = book("figures.csv", &fixture("observations.csv"));
    let mapping = mapping(&book, Kind::Observations, &[]);
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let known =
        Known { indicators: words(&["cases"]), places: words(&["X"]), sources: words(&["SRC"]), ..Known::default() };
    let target = Target { pack: "pack", known: Some(&known) };
    let reading = import::read(&book, &mapping, lexicon(), target).expect("a reading");
    assert!(reading.observations.iter().all(|seen| seen.indicator.0 == "cases"));
    assert_eq!(reading.observations.len(), 3);
    let unknown = Refusal::UnknownName { field: "indicator_id" };
    assert!(reading.refused.iter().any(|refused| refused.line == 2 && refused.refusal == unknown));
}

#[test]
fn every_refusal_has_words_in_three_languages_with_its_arguments() {
    let data = builtin::data();
    let texts = texts::read(&data).unwrap_or_else(|faults| panic!("{faults}"));
    for (key, arguments) in Refusal::MESSAGES {
        for lang in Lang::ALL {
            let given: Vec<(&str, pana_text::Arg)> =
                arguments.iter().map(|name| (*name, pana_text::Arg::from(format!("<{name}>")))).collect();
            let told = texts.get(lang).tell(key, &given);
            assert!(!told.starts_with('['), "{lang}: {told}");
            for name in *arguments {
                assert!(told.contains(&format!("<{name}>")), "{lang} {key} does not say {name}: {told}");
            }
        }
    }
    for why in Skipped::ALL {
        assert!(Lang::ALL.into_iter().all(|lang| texts.get(lang).has(why.key())), "{}", why.key());
    }
}
