//! Cells of figures, periods and deadlines in three languages, and what is refused rather than guessed.

use pana_packs::import::cell::{self, Comma, Stated};
use pana_packs::import::{Refusal, deadline, period};

use crate::import::lexicon;

fn said(stated: &Stated) -> String {
    let written = cell::write(&stated.figure).unwrap_or_default();
    stated.unit.as_ref().map_or(written.clone(), |unit| format!("{written} {unit}"))
}

fn figure(text: &str) -> Result<String, Refusal> {
    cell::read(text, Comma::Decimal, lexicon()).map(|stated| said(&stated))
}

#[test]
fn a_figure_means_the_same_in_three_languages() {
    for (expected, cells) in [
        ("> 100", ["> 100", "more than 100", "более 100", "100-ден астам", "100-ден көп"]),
        ("~ 250", ["about 250", "около 250", "шамамен 250", "250-ге жуық", "≈250"]),
        (">= 5", ["at least 5", "не менее 5", "кемінде 5", "5-тен кем емес", "5+"]),
        ("< 5", ["fewer than 5", "менее 5", "5-тен кем", "under 5", "<5"]),
        ("<= 500", ["up to 500", "до 500", "500-ге дейін", "не более 500", "at most 500"]),
        ("300 - 500", ["300-500", "from 300 to 500", "от 300 до 500", "300-ден 500-ге дейін", "between 300 and 500"]),
        (
            "300000 - 1500000",
            [
                "300 тыс. – 1,5 млн",
                "300 thousand to 1,5 million",
                "300 мың – 1,5 млн",
                "от 300 тысяч до 1,5 миллиона",
                "300 000 - 1 500 000",
            ],
        ),
        ("0.25 share", ["1 in 4", "1 из 4", "4-тен 1", "1 out of 4", "1 in every 4"]),
        ("~ 0.1429 share", ["1 in 7", "1 из 7", "7-ден 1", "about 1 in 7", "1 из каждых 7"]),
        ("13.5 percent", ["13,5 %", "13,5%", "13,5 процента", "13,5 пайыз", "13,5 per cent"]),
        ("8 months", ["8 months", "8 месяцев", "8 ай", "8-month", "8 мес."]),
    ] {
        for cell in cells {
            assert_eq!(figure(cell).as_deref(), Ok(expected), "{cell}");
        }
    }
}

#[test]
fn a_number_is_exact_however_it_is_grouped() {
    for (cell, expected) in [
        ("1\u{a0}381\u{a0}681", "1381681"),
        ("1 381 681,50", "1381681.50"),
        ("1'000", "1000"),
        ("0,1 млн", "100000"),
        ("12,3456 тыс.", "12345.6"),
        ("-5", "-5"),
        ("0", "0"),
        ("exactly 7", "7"),
        ("almost 9", "< 9"),
        ("2 млрд", "2000000000"),
        ("3-5 тыс.", "3000 - 5000"),
    ] {
        assert_eq!(figure(cell).as_deref(), Ok(expected), "{cell}");
    }
}

#[test]
fn a_comma_is_a_decimal_sign_or_between_thousands_and_never_both() {
    let read = |cell: &str, comma| cell::read(cell, comma, lexicon()).map(|stated| said(&stated));
    assert_eq!(read("1,234", Comma::Decimal).as_deref(), Ok("1.234"));
    assert_eq!(read("1,234", Comma::Thousands).as_deref(), Ok("1234"));
    assert_eq!(read("1,234", Comma::Unknown), Err(Refusal::AmbiguousComma {}));
    assert_eq!(read("12,5", Comma::Unknown).as_deref(), Ok("12.5"));
    assert_eq!(read("12,5", Comma::Thousands), Err(Refusal::AmbiguousComma {}));
    assert_eq!(read("1,234,567.8", Comma::Unknown).as_deref(), Ok("1234567.8"));
    assert_eq!(read("1.234.567", Comma::Unknown), Err(Refusal::NotAFigure {}));
}

#[test]
fn what_is_not_one_figure_is_refused_and_not_made_one() {
    let word = |word: &str| Refusal::UnknownWord { word: word.to_owned() };
    for (cell, expected) in [
        ("", Refusal::NotAFigure {}),
        ("-", Refusal::NothingStated {}),
        ("н/д", Refusal::NothingStated {}),
        ("many", word("many")),
        ("11 (27)", word("(")),
        ("125 victims", word("victims")),
        ("2012 2013", Refusal::NotAFigure {}),
        ("100 / 200", word("/")),
        ("> <5", Refusal::NotAFigure {}),
        ("более 300-500", Refusal::NotAFigure {}),
        ("500-300", Refusal::UpsideDown {}),
        ("#REF!", word("#")),
        ("1e5", word("e5")),
        ("тысяча", Refusal::NotAFigure {}),
        ("0 in 0", Refusal::NotAFigure {}),
        ("8 in 7", Refusal::NotAFigure {}),
        ("more than 1 in 7", Refusal::NotAFigure {}),
        ("13 % человек", Refusal::NotAFigure {}),
        ("01.02.2025", Refusal::NotAFigure {}),
    ] {
        assert_eq!(figure(cell), Err(expected), "{cell}");
    }
}

fn when(text: &str) -> Result<String, Refusal> {
    let date = |date: Option<pana_evidence::PartialDate>| date.map_or_else(|| "?".to_owned(), |date| date.to_string());
    period::read(text, lexicon()).map(|when| {
        let (start, end) = (date(when.period.start), date(when.period.end));
        format!("{start}/{end} {} {}", when.period.kind, when.coverage.code())
    })
}

#[test]
fn a_period_means_the_same_in_three_languages() {
    for (expected, cells) in [
        ("2016/2016 year full_period", ["2016", "2016 год", "2016 жыл", "in 2016", "за 2016 г."]),
        (
            "2012/2013 multi_year full_period",
            ["2012-2013", "2012 and 2013", "2012 и 2013 годы", "2012 – 2013 жылдар", "2012/2013"],
        ),
        ("?/? partial_year partial_period", ["8 months", "8 месяцев", "8 ай", "за 8 месяцев", "8-month"]),
        (
            "2017-01/2017-08 partial_year partial_period",
            [
                "8 months of 2017",
                "8 месяцев 2017 года",
                "2017 жылғы 8 ай",
                "January to August 2017",
                "январь – август 2017 г.",
            ],
        ),
        (
            "2024-10/2024-12 partial_year partial_period",
            ["Q4 2024", "IV квартал 2024 года", "2024 жылғы IV тоқсан", "4 квартал 2024", "2024 жылғы 4-тоқсан"],
        ),
        (
            "2025-01/2025-06 partial_year partial_period",
            [
                "H1 2025",
                "I полугодие 2025 года",
                "2025 жылғы бірінші жартыжылдық",
                "first half of 2025",
                "1-е полугодие 2025",
            ],
        ),
        (
            "2025-01-01/2025-01-01 point_in_time point_in_time",
            [
                "as of 1 January 2025",
                "на 1 января 2025 года",
                "2025 жылғы 1 қаңтардағы жағдай бойынша",
                "01.01.2025",
                "2025-01-01",
            ],
        ),
        ("?/? annual_rate annual_rate", ["annually", "ежегодно", "жыл сайын", "per year", "в год"]),
        (
            "2006/? cumulative cumulative",
            ["since 2006", "с 2006 года", "2006 жылдан бері", "2006 жылдан бастап", "начиная с 2006"],
        ),
        ("?/? unspecified unspecified", ["", "not stated", "не указано", "көрсетілмеген", "-"]),
    ] {
        for cell in cells {
            assert_eq!(when(cell).as_deref(), Ok(expected), "{cell}");
        }
    }
}

#[test]
fn a_period_is_no_longer_and_no_shorter_than_it_says() {
    for (cell, expected) in [
        ("12 months of 2017", "2017/2017 year full_period"),
        ("2004 to October 2012", "2004/2012-10 multi_year unspecified"),
        ("February 2016", "2016-02/2016-02 partial_year partial_period"),
        ("January 1, 2025 - December 31, 2025", "2025-01-01/2025-12-31 year full_period"),
        ("2023 edition", "2023/2023 edition full_period"),
        ("2011, annually", "2011/2011 annual_rate annual_rate"),
    ] {
        assert_eq!(when(cell).as_deref(), Ok(expected), "{cell}");
    }
    assert_eq!(when("2013-2012"), Err(Refusal::EndsBeforeStart {}));
    for cell in
        ["2010 and 2013", "13 months of 2017", "5 quarter 2017", "31 февраля 2020", "8", "2016 2017", "01/02/2025 г."]
    {
        assert_eq!(when(cell), Err(Refusal::NotAPeriod {}), "{cell}");
    }
    assert_eq!(when("some time ago"), Err(Refusal::UnknownWord { word: "some".to_owned() }));
}

fn due(text: &str) -> Result<String, Refusal> {
    deadline::read(text, lexicon()).map(|deadline| {
        let start = deadline.start.map(|start| format!("{start}.. ")).unwrap_or_default();
        let due: Vec<String> = deadline.due.iter().map(ToString::to_string).collect();
        format!("{start}{}{}", due.join(";"), deadline.recurrence.map(|again| format!(" {again}")).unwrap_or_default())
    })
}

#[test]
fn a_deadline_means_the_same_in_three_languages() {
    for (expected, cells) in [
        (
            "2024-12",
            ["IV квартал 2024 года", "2024 жылғы IV тоқсан", "Q4 2024", "декабрь 2024 года", "2024 жылғы желтоқсан"],
        ),
        (
            "2025-07-01",
            ["до 1 июля 2025 года", "by 1 July 2025", "2025 жылғы 1 шілдеге дейін", "к 1 июля 2025 г.", "01.07.2025"],
        ),
        (" annual", ["ежегодно", "annually", "жыл сайын", "раз в год", "жылына бір рет"]),
        (
            " --01-25",
            [
                "ежегодно, до 25 января",
                "annually, by 25 January",
                "жыл сайын, 25 қаңтарға дейін",
                "ежегодно к 25 января",
                "every year by 25 January",
            ],
        ),
        (
            " --12-31",
            ["ежегодно, IV квартал", "annually, Q4", "жыл сайын, IV тоқсан", "ежегодно, декабрь", "ежегодно в декабре"],
        ),
        (
            " half_yearly",
            ["раз в полугодие", "twice a year", "жарты жылда бір рет", "2 раза в год", "по итогам полугодия"],
        ),
        (" quarterly", ["ежеквартально", "quarterly", "тоқсан сайын", "раз в квартал", "every quarter"]),
        (" continuous", ["постоянно", "ongoing", "тұрақты", "на постоянной основе", "үнемі"]),
        ("2024.. 2026", ["2024-2026 годы", "2024 – 2026 жылдар", "2024-2026", "2024 – 2026 гг.", "2024 to 2026"]),
    ] {
        for cell in cells {
            assert_eq!(due(cell).as_deref(), Ok(expected), "{cell}");
        }
    }
}

#[test]
fn what_comes_back_within_stated_years_is_a_list_of_days() {
    for (cell, expected) in [
        ("ежегодно, 2024-2026 годы", "2024.. 2024-12;2025-12;2026-12"),
        ("IV квартал 2024 – 2025 годов", "2024.. 2024-12-31;2025-12-31"),
        ("раз в полугодие, 2024-2025", "2024.. 2024-06;2024-12;2025-06;2025-12"),
        ("декабрь 2025 года, июнь 2024 года", "2024-06;2025-12"),
        ("ежегодно, 25 января, 25 июля, 2024-2025 годы", "2024.. 2024-01-25;2024-07-25;2025-01-25;2025-07-25"),
        ("", ""),
        ("-", ""),
    ] {
        assert_eq!(due(cell).as_deref(), Ok(expected), "{cell}");
    }
    for cell in ["25 января", "IV квартал", "ежегодно, ежеквартально", "8 месяцев", "ежегодно, 25 января, 25 июля"]
    {
        assert_eq!(due(cell), Err(Refusal::NotADeadline {}), "{cell}");
    }
    assert_eq!(due("2026-2024 годы"), Err(Refusal::EndsBeforeStart {}));
    assert!(matches!(due("когда-нибудь"), Err(Refusal::UnknownWord { .. })));
}
