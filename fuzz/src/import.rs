//! Tables that people really have, and what stands in their cells.

use std::sync::OnceLock;

use pana_packs::builtin;
use pana_packs::import::cell::Comma;
use pana_packs::import::date::{self, DateFormat};
use pana_packs::import::{Book, Kind, Lexicon, Mapping, Target, cell as figures, deadline, period, propose, read};

use crate::{choice, text};

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::read(&builtin::data()).expect("our own words are sound"))
}

/// Larger tables only take longer.
const MOST: usize = 20_000;

pub fn book(bytes: &[u8]) {
    let Ok(book) = Book::open("t.csv", &bytes[..bytes.len().min(MOST)], None) else { return };
    assert!(
        book.sheets.iter().flat_map(|sheet| &sheet.lines).any(|line| !line.is_blank()),
        "an empty table is refused"
    );
    for kind in Kind::ALL {
        let Ok(proposal) = propose(&book, kind, lexicon()) else { continue };
        let written = proposal.mapping.to_toml();
        assert_eq!(Mapping::read(&written).as_ref().ok(), Some(&proposal.mapping), "a mapping is remembered as it was");
        if let Ok(reading) = read(&book, &proposal.mapping, lexicon(), Target { pack: "here", known: None }) {
            assert!(reading.read.len() <= reading.rows);
        }
    }
}

pub fn mapping(bytes: &[u8]) {
    if let Ok(mapping) = Mapping::read(&text(bytes)) {
        assert_eq!(Mapping::read(&mapping.to_toml()).ok().as_ref(), Some(&mapping));
        assert!(mapping.check().is_err() || mapping.missing().is_empty(), "what is missing is told");
    }
}

pub fn cell(bytes: &[u8]) {
    let (which, rest) = choice(bytes);
    let cell = text(rest);
    let comma = Comma::of([None, Some("en"), Some("ru")][which % 3], lexicon());
    if let Ok(stated) = figures::read(&cell, comma, lexicon())
        && let Some(written) = figures::write(&stated.figure)
    {
        assert!(!written.is_empty());
    }
    if let Ok(number) = figures::plain(&cell, comma) {
        assert!(number.value().is_finite());
        let _ = figures::shifted(&number, which % 12);
    }
    for format in [DateFormat::Ymd, DateFormat::Dmy, DateFormat::Mdy, DateFormat::Serial] {
        if let Ok(date) = format.read(&cell) {
            assert_eq!(date.to_string().parse().ok(), Some(date), "a date as we write dates");
        }
    }
    if let Ok(serial) = cell.trim().parse::<f64>() {
        let _ = date::from_serial(serial);
    }
    if let Ok(when) = period::read(&cell, lexicon()) {
        let _ = format!("{when:?}");
    }
    let _ = deadline::read(&cell, lexicon());
}

pub mod seeds {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
        texts.iter().map(|text| text.as_bytes().to_vec()).collect()
    }

    pub fn book() -> Vec<Vec<u8>> {
        texts(&[
            "№;Мероприятие;Форма завершения;Ответственные исполнители;Срок исполнения;Предполагаемые расходы;Источник финансирования\n1;2;3;4;5;6;7\n1;Обучить инспекторов;Отчёт;МТСЗН, МВД;IV квартал 2025 года;1 200,5 тыс. тенге;РБ\n2;Иное;;МВД;ежегодно;не требуется;\n",
            "Recommendation,Recommending State,Position,Paragraph\n\"Ratify the protocol\",XX,Supported,104.2\nTrain judges,YY,Noted,104.3\n",
            "indicator,year,value,unit,place\nvictims,2016,208 000,people,X\nvictims,2017,\"more than 1,5\",people,X\n",
            "Symbol\tText\tThemes\tPublication date\nA/HRC/1\t<p>Protect &amp; help</p>\tTrafficking\t12/03/2020\n",
            "\u{feff}a;b\r\n\"x\ny\";2\r\n",
        ])
    }

    pub fn mapping() -> Vec<Vec<u8>> {
        let book = |bytes: Vec<u8>| Book::open("t.csv", &bytes, None).ok();
        let proposed = |book: Book| {
            Kind::ALL
                .into_iter()
                .filter_map(move |kind| propose(&book, kind, lexicon()).ok())
                .map(|proposal| proposal.mapping)
        };
        let empty = Kind::ALL.into_iter().map(Mapping::new);
        let found = self::book().into_iter().filter_map(book).flat_map(proposed);
        found.chain(empty).map(|mapping| mapping.to_toml().into_bytes()).collect()
    }

    pub fn cell() -> Vec<Vec<u8>> {
        texts(&[
            "\x00208 000",
            "\x01more than 1,200.5 thousand",
            "\x02свыше 1,5 млн",
            "\x02IV квартал 2025 года",
            "\x01by 1 December each year",
            "\x012016-2018",
            "\x0012.03.2020",
            "\x0044197.5",
            "\x01between 10 and 20 %",
            "\x02не менее 3–5",
            "\x001e300",
        ])
    }
}
