//! Numbers, dates, plurals and order as readers of the three languages write them.

use std::collections::BTreeMap;

use pana_text::number::Numbers;
use pana_text::order::Order;
use pana_text::{Lang, Words};

#[test]
fn numbers_are_grouped_as_the_language_groups_them() {
    let written = |lang| (Numbers::new(lang).whole(18_776_707), Numbers::new(lang).fixed(11.061_797, 1));
    assert_eq!(written(Lang::En), ("18,776,707".into(), "11.1".into()));
    assert_eq!(written(Lang::Ru), ("18\u{a0}776\u{a0}707".into(), "11,1".into()));
    assert_eq!(written(Lang::Kk), ("18\u{a0}776\u{a0}707".into(), "11,1".into()));
}

#[test]
fn halves_are_rounded_away_from_zero_and_zeros_are_kept() {
    let en = Numbers::new(Lang::En);
    assert_eq!(en.fixed(0.25, 1), "0.3");
    assert_eq!(en.fixed(-2.5, 0), "-3");
    assert_eq!(en.fixed(50.0, 1), "50.0");
    assert_eq!(en.written("0.0909"), "0.0909");
}

#[test]
fn dates_are_written_in_words() {
    let day = jiff::civil::date(2025, 2, 25);
    assert_eq!(Numbers::new(Lang::En).day(day), "25 February 2025");
    assert_eq!(Numbers::new(Lang::Ru).day(day), "25 февраля 2025\u{202f}г.");
    assert_eq!(Numbers::new(Lang::Kk).day(day), "2025\u{202f}ж. 25 ақпан");
}

#[test]
fn kazakh_names_sort_as_a_kazakh_reader_expects() {
    let order = Order::new(Lang::Kk);
    let mut names = ["Өзбекстан", "Ауғанстан", "Әзірбайжан", "Беларусь", "Оман", "Қазақстан", "Кипр"];
    names.sort_by(|a, b| order.compare(a, b));
    assert_eq!(names, ["Ауғанстан", "Әзірбайжан", "Беларусь", "Кипр", "Қазақстан", "Оман", "Өзбекстан"]);
}

#[test]
fn russian_plurals_follow_the_number() {
    let file = "victims = { $n ->\n    [one] { $n-written } жертва\n    [few] { $n-written } жертвы\n   *[many] { $n-written } жертв\n }\n";
    let ru = Words::new(Lang::Ru, &[("t.ftl".into(), file.into())], BTreeMap::new()).expect("a catalogue");
    let say = |n: i64| ru.tell("victims", &[("n", n.into())]);
    assert_eq!([say(1), say(22), say(20)], ["1 жертва", "22 жертвы", "20 жертв"]);
}

#[test]
fn a_faulty_catalogue_is_refused_by_name() {
    let refused = Words::new(Lang::En, &[("bad.ftl".into(), "= nothing\n".into())], BTreeMap::new());
    assert_eq!(refused.err().map(|faulty| faulty.file), Some("bad.ftl".to_owned()));
}
