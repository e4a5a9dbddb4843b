//! The four kinds of tables become rows of ours, row by row as a person would read them.

use pana_evidence::{Comparator, Coverage, Figure, Record};
use pana_packs::import::{Book, Guess, Kind, Mapping, Reading, Refusal, Skipped};

use crate::import::{assert_every_row_is_somewhere, book, fixture, mapping, reading};

fn columns<'a>(record: &'a Record, names: &[&str]) -> Vec<&'a str> {
    names.iter().map(|name| record.cell(name).unwrap_or_default()).collect()
}

fn table<'a>(reading: &'a Reading, table: &str) -> Vec<&'a Record> {
    reading.records.iter().filter(|record| record.table == table).collect()
}

fn refusals(reading: &Reading) -> Vec<(u64, &str, &Refusal)> {
    let all = reading.refused.iter();
    all.map(|refused| (refused.line, refused.column.as_deref().unwrap_or_default(), &refused.refusal)).collect()
}

fn uhri() -> (Book, Mapping) {
    let book = book("uhri.csv", &fixture("uhri.csv"));
    let mut mapping = mapping(&book, Kind::Uhri, &[]);
    mapping.keep.insert("countries".to_owned(), vec!["Erewhon".to_owned()]);
    (book, mapping)
}

#[test]
fn the_index_gives_recommendations_of_one_country_and_their_documents() {
    let (book, mapping) = uhri();
    let reading = reading(&book, &mapping);
    assert_every_row_is_somewhere(&reading);
    let rows = table(&reading, "recommendations");
    let said =
        columns(rows[0], &["rec_id", "source_id", "locus", "mechanism", "cycle", "theme", "persons", "sdg", "issued"]);
    let expected =
        ["0f1a-01", "A-HRC-98-7", "¶125.4", "upr", "3", "trafficking", "Women;Children", "5;8.7", "2019-12-20"];
    assert_eq!(said, expected);
    assert_eq!(rows[1].cell("mechanism"), Some("treaty_body"));
    assert_eq!(rows[1].cell("cycle"), None);
    let sources: Vec<_> = reading.sources.iter().map(|source| (source.id.0.as_str(), source.kind.as_str())).collect();
    let expected = [("A-HRC-98-7", "upr_working_group_report"), ("CEDAW-C-ERE-CO-5", "treaty_body_observations")];
    assert_eq!(sources, expected);
    // A concern is no recommendation, and another country is another country.
    assert_eq!(reading.skipped[&Skipped::LeftOut], [4, 5]);
}

#[test]
fn the_index_names_every_row_it_refuses() {
    let (book, mapping) = uhri();
    let reading = reading(&book, &mapping);
    let date = Refusal::NotADate { format: "ymd" };
    let (symbol, text) = (Refusal::Missing { field: "symbol" }, Refusal::Missing { field: "text" });
    let expected =
        [(6, "PublicationDate", &date), (7, "Symbol", &symbol), (8, "Text", &text), (8, "PublicationDate", &date)];
    assert_eq!(refusals(&reading), expected);
    assert_eq!(reading.refused_rows(), 3);
    assert_eq!(reading.refused[0].cell, "someday");
}

#[test]
fn the_world_is_not_taken_for_one_country() {
    let (book, mut mapping) = uhri();
    mapping.keep.remove("countries");
    let target = pana_packs::import::Target { pack: "pack", known: None };
    let read = pana_packs::import::read(&book, &mapping, crate::import::lexicon(), target);
    assert_eq!(read, Err(Refusal::ChooseWhat { field: "countries", found: "Erewhon, Laputa".to_owned() }));
}

#[test]
fn the_matrix_gives_positions_and_the_states_that_recommend() {
    let book = book("upr.csv", &fixture("upr.csv"));
    // The symbol of the report stands in the title.
    let reading = reading(&book, &mapping(&book, Kind::Upr, &[]));
    assert_every_row_is_somewhere(&reading);
    let rows = table(&reading, "recommendations");
    let names = ["rec_id", "locus", "position", "recommending_state", "paraphrase", "theme", "section"];
    let section = "Theme: D27 Prohibition of slavery, trafficking";
    let expected = [
        [
            "A-HRC-98-7-139.45",
            "¶139.45",
            "supported",
            "Utopia;Laputa",
            "Adopt a law against trafficking, with compensation",
            "trafficking",
            section,
        ],
        [
            "A-HRC-98-7-139.46",
            "¶139.46",
            "noted",
            "Iran (Islamic Republic of)",
            "Ratify the Convention (ICRMW)",
            "Acceptance of international norms",
            section,
        ],
        [
            "A-HRC-98-7-139.47",
            "¶139.47",
            "supported_in_part",
            "Brobdingnag",
            "Establish a National Rapporteur",
            "trafficking",
            section,
        ],
    ];
    let said: Vec<_> = rows.iter().map(|row| columns(row, &names)).collect();
    assert_eq!(said, expected);
    assert_eq!(reading.sources.len(), 1);
}

#[test]
fn the_matrix_refuses_an_unknown_position_a_missing_number_and_a_second_text() {
    let book = book("upr.csv", &fixture("upr.csv"));
    let reading = reading(&book, &mapping(&book, Kind::Upr, &[]));
    let position =
        Refusal::UnknownCode { field: "position", known: "supported, supported_in_part, noted, pending".into() };
    let number = Refusal::Missing { field: "paragraph" };
    let twice = Refusal::SameName { name: "A-HRC-98-7-139.47".into(), line: 7 };
    assert_eq!(refusals(&reading), [(10, "Position", &position), (11, "", &number), (13, "", &twice)]);
    assert_eq!(reading.skipped[&Skipped::Repeated], [12]);
    assert_eq!(reading.skipped[&Skipped::Header], [3, 9]);
    assert_eq!(reading.unused, ["Assessment/comments on level of implementation"]);
}

const MEASURE: [&str; 9] =
    ["measure_id", "parent_id", "lead", "others", "start", "due", "recurrence", "cost", "currency"];

#[test]
fn a_russian_plan_gives_its_measures_with_lead_deadline_and_money() {
    let book = book("plan.csv", &fixture("plan-ru.csv"));
    let reading = reading(&book, &mapping(&book, Kind::Plan, &[("plan_id", "P1"), ("source_id", "S1")]));
    assert_every_row_is_somewhere(&reading);
    let said: Vec<_> = table(&reading, "measures").into_iter().map(|row| columns(row, &MEASURE)).collect();
    let expected = [
        ["P1-M1", "", "МТСЗН", "МВД;НПО", "", "2024-12", "", "12500000", "KZT"],
        ["P1-M1.1", "P1-M1", "МВД", "акиматы областей", "", "", "--01-25", "0", ""],
        ["P1-M2", "", "МТСЗН", "МВД", "2024", "2024-12;2025-12;2026-12", "", "", ""],
        ["P1-M3", "", "акиматы областей", "", "", "2025-06;2026-06", "", "", ""],
    ];
    let shown: Vec<Vec<&str>> = said;
    assert_eq!(shown, expected);
    let measures = table(&reading, "measures");
    assert_eq!(measures[2].cell("funding"), Some("в пределах выделенных средств"));
    assert_eq!(measures[3].cell("note"), Some("2. Помощь"));
    let plan = table(&reading, "commitments");
    let title = "План мероприятий по противодействию торговле людьми на 2024 – 2026 годы";
    assert_eq!(columns(plan[0], &["commitment_id", "kind", "title", "measures"]), ["P1", "action_plan", title, "4"]);
}

#[test]
fn a_plan_names_what_cannot_be_read() {
    let book = book("plan.csv", &fixture("plan-ru.csv"));
    let reading = reading(&book, &mapping(&book, Kind::Plan, &[("plan_id", "P1"), ("source_id", "S1")]));
    let word = Refusal::UnknownWord { word: "когда".into() };
    let (cost, number) = (Refusal::NotACost {}, Refusal::Missing { field: "number" });
    let expected =
        [(11, "Предполагаемые расходы (млн. тенге)", &cost), (12, "Срок исполнения", &word), (13, "№ п/п", &number)];
    assert_eq!(refusals(&reading), expected);
    assert_eq!(reading.skipped[&Skipped::Numbering], [4]);
    assert_eq!(reading.skipped[&Skipped::Heading], [5, 9]);
}

#[test]
fn a_kazakh_plan_is_read_like_a_russian_one() {
    let book = book("plan.csv", &fixture("plan-kk.csv"));
    let mapping = mapping(&book, Kind::Plan, &[("plan_id", "P1"), ("source_id", "S1")]);
    assert_eq!(mapping.language.as_deref(), Some("kk"));
    let reading = reading(&book, &mapping);
    assert_eq!(refusals(&reading), []);
    let said: Vec<_> = table(&reading, "measures").into_iter().map(|row| columns(row, &MEASURE)).collect();
    let expected = [
        ["P1-M1", "", "ІІМ", "ЕХӘҚМ", "", "2024-12", "", "1500500", "KZT"],
        ["P1-M2", "", "ІІМ", "", "", "", "--01-25", "0", ""],
        ["P1-M3", "", "әкімдіктер", "", "2024", "2026", "", "", ""],
        ["P1-M4", "", "ІІМ", "", "", "", "annual", "", ""],
    ];
    assert_eq!(said, expected);
}

#[test]
fn figures_keep_their_comparators_their_ranges_and_their_part_of_the_year() {
    let book = book("figures.csv", &fixture("observations.csv"));
    let mut mapping = mapping(&book, Kind::Observations, &[]);
    mapping.language = Some("en".to_owned());
    let reading = reading(&book, &mapping);
    assert_every_row_is_somewhere(&reading);
    let said: Vec<String> = reading
        .observations
        .iter()
        .map(|seen| {
            let [value, low, high, _] = seen.figure.cells().map(Option::unwrap_or_default);
            let date = |date: Option<pana_evidence::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
            let (start, end) = (date(seen.period.start), date(seen.period.end));
            let (code, kind, covers) = (seen.figure.comparator().code(), &seen.period.kind, seen.coverage.code());
            format!("{code} {value}{low}-{high} {} {start}/{end} {kind} {covers}", seen.unit)
        })
        .collect();
    let expected = [
        "gt 100- persons / annual_rate annual_rate",
        "approx 250- persons 2016/2016 year full_period",
        "eq 244- cases / partial_year partial_period",
        "eq 231- cases 2017-01/2017-08 partial_year partial_period",
        "eq 40- cases 2012/2013 multi_year full_period",
        "eq 0.25- share 2015/2015 year full_period",
        "eq 13- percent 2025-01-01/2025-01-01 point_in_time point_in_time",
        "eq 1381681- persons 2015/2015 year full_period",
    ];
    assert_eq!(said, expected);
    assert_eq!(reading.observations[0].note.as_deref(), Some("«more than 100»"));
}

#[test]
fn a_table_of_figures_names_every_row_it_refuses() {
    let book = book("figures.csv", &fixture("observations.csv"));
    let mut mapping = mapping(&book, Kind::Observations, &[]);
    mapping.language = Some("en".to_owned());
    let reading = reading(&book, &mapping);
    let word = |word: &str| Refusal::UnknownWord { word: word.to_owned() };
    let named: Vec<(u64, Refusal)> =
        reading.refused.iter().map(|refused| (refused.line, refused.refusal.clone())).collect();
    let first = &reading.observations[7].id.0;
    let expected = [
        // In an English table "1,5" is neither a decimal number nor thousands.
        (4, Refusal::AmbiguousComma {}),
        (10, Refusal::UnitDiffers { cell: "percent".into(), stated: "persons".into() }),
        (12, word("many")),
        (13, word("(")),
        (14, word("some")),
        (15, Refusal::Missing { field: "source_id" }),
        (16, Refusal::NothingStated {}),
        (17, Refusal::SameName { name: first.clone(), line: 11 }),
    ];
    assert_eq!(named, expected);
    assert_eq!(reading.skipped[&Skipped::Repeated], [18]);
    assert_eq!(reading.refused[0].cell, "300 тыс. – 1,5 млн");
    assert!(reading.guessed.contains(&Guess::WorkedOut { field: "subgroup", rows: 8 }));
}

#[test]
fn a_comma_is_what_the_language_of_the_table_says() {
    let rows = "Показатель;Значение;Место;Период;Единица;Источник\ni;\"300 тыс. – 1,5 млн\";X;2016;persons;S\n";
    let book = book("figures.csv", rows.as_bytes());
    let reading = reading(&book, &mapping(&book, Kind::Observations, &[("basis", "estimate_expert")]));
    let figure = &reading.observations[0].figure;
    assert_eq!(figure.comparator(), Comparator::Between);
    assert_eq!(figure.cells()[1..3], [Some("300000".to_owned()), Some("1500000".to_owned())]);
    assert_eq!(reading.observations[0].coverage, Coverage::FullPeriod);
    assert!(matches!(figure, Figure::Range { .. }));
}

#[test]
fn a_corrected_figure_and_a_corrected_text_keep_their_keys() {
    let figures = String::from_utf8(fixture("observations.csv")).expect("UTF-8");
    let matrix = String::from_utf8(fixture("upr.csv")).expect("UTF-8");
    for (kind, text, old, new) in [
        (Kind::Observations, figures, "244,cases", "245,cases"),
        (Kind::Upr, matrix, "Establish a National Rapporteur", "Establish an independent National Rapporteur"),
    ] {
        let keys = |text: &str| {
            let book = book("table.csv", text.as_bytes());
            let reading = reading(&book, &mapping(&book, kind, &[]));
            let records = reading.records.iter().map(|record| record.key.clone());
            let figures = reading.observations.iter().map(|seen| seen.id.0.clone());
            (records.chain(figures).collect::<Vec<_>>(), reading.records, reading.observations)
        };
        let (before, after) = (keys(&text), keys(&text.replacen(old, new, 1)));
        assert_eq!(before.0, after.0);
        assert_ne!((before.1, before.2), (after.1, after.2));
    }
}

#[test]
fn the_fact_base_itself_is_read_without_loss() {
    let files = pana_packs::builtin::data().below("kz");
    let expected = pana_packs::Pack::read("kz", &files).unwrap_or_else(|faults| panic!("{faults}")).observations;
    let book = book("observations.csv", files.bytes("observations.csv").expect("the table"));
    let mapping = mapping(&book, Kind::Observations, &[]);
    let reading = reading(&book, &mapping);
    assert_eq!(refusals(&reading), []);
    assert_eq!(reading.unused, Vec::<String>::new());
    assert_eq!(reading.observations.len(), 129);
    for (read, known) in reading.observations.iter().zip(&expected) {
        // The day of release comes from the source, which the pack has and the table does not.
        assert_eq!(read, &pana_evidence::Observation { released: None, ..known.clone() });
    }
}
