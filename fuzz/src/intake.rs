//! What is typed at the intake: pages, codes, names, days.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Timestamp, civil::date};
use pana_casework::age::{AgeAnswer, AgeGroup, Birth};
use pana_casework::calendar::{self, Zone};
use pana_casework::confided::Confided;
use pana_casework::criterion::{CriterionCode, is_forbidden};
use pana_casework::dated::{Dated, Parameter};
use pana_casework::id::{CentreId, ConsentId, EvidenceRef, StaffId};
use pana_casework::intake::{Draft, DraftId, Fields, Page, Step};
use pana_casework::kind::Kind;
use pana_casework::name as folding;
use pana_casework::person::{Gender, Sex};
use pana_casework::policy::{Action, Role, Thing};
use pana_casework::service::ServiceCode;
use pana_casework::stage::Stage;
use pana_casework::{Class, stage};
use serde_json::Value;

use crate::{choice, text};

/// The day on which all of it happens.
pub(crate) const TODAY: Date = date(2026, 11, 22);
/// The longest text that a page keeps, in characters.
const LONGEST: usize = 120;

/// Every text in a document.
fn texts<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

pub fn intake_page(bytes: &[u8]) {
    let (step, rest) = choice(bytes);
    let step = Step::ALL[step % Step::ALL.len()];
    let sent = text(rest);
    // A control character as `%0A`, since lines part the fields here.
    let pairs: Vec<(&str, String)> = sent
        .split('\n')
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name, value.replace("%0A", "\n").replace("%00", "\0")))
        .collect();
    let fields = Fields::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())));
    let page = match Page::read(step, &fields, TODAY) {
        Ok(page) => page,
        Err(faults) => return assert!(!faults.is_empty(), "a page that is refused says why"),
    };
    assert_eq!(page.step(), step);
    let kept = serde_json::to_value(&page).expect("a page can be kept");
    let mut found = Vec::new();
    texts(&kept, &mut found);
    for text in found {
        assert!(!text.chars().any(char::is_control), "a control character was kept: {text:?}");
        assert!(text.chars().count() <= LONGEST && text.trim() == text, "a long text was kept: {text:?}");
    }
    let mut draft = Draft::begin(DraftId::parse(&"0f".repeat(16)).expect("an id"), TODAY, "worker");
    draft.save(page.clone());
    let again: Draft = serde_json::from_value(serde_json::to_value(&draft).expect("kept")).expect("read");
    assert_eq!((again.page(step), &again), (Some(&page), &draft));
    assert_eq!(draft.finish().is_ok(), step == Step::CodeName, "only the code name is needed");
    draft.leave_out(step);
    assert_eq!(draft.page(step), None);
}

macro_rules! codes {
    ($given:expr, $($code:ty),+) => {
        $(if let Some(code) = <$code>::parse($given) {
            assert_eq!(code.name(), $given);
        })+
    };
}

macro_rules! ids {
    ($given:expr, $($id:ty),+) => {
        $(if let Some(id) = <$id>::parse($given) {
            assert_eq!(<$id>::parse(id.as_str()), Some(id.clone()));
            let kept = serde_json::to_string(&id).expect("kept");
            assert_eq!(serde_json::from_str::<$id>(&kept).ok(), Some(id));
        } else {
            let kept = serde_json::to_string($given).expect("a text");
            assert!(serde_json::from_str::<$id>(&kept).is_err(), "what is refused when typed is refused when read");
        })+
    };
}

pub fn code(bytes: &[u8]) {
    let given = &*text(bytes);
    codes!(given, Step, Role, Thing, Action, Class, Kind, Stage, stage::Step, Sex, Gender, AgeAnswer, AgeGroup);
    ids!(given, StaffId, CentreId, ConsentId, EvidenceRef, DraftId, ServiceCode);
    if let Ok(code) = CriterionCode::parse(given) {
        assert_eq!(code.as_str(), given);
        assert!(!is_forbidden(given), "a criterion that no decision may rest on");
    }
}

pub fn confided(bytes: &[u8]) {
    let given = text(bytes);
    let confided = Confided::new(&given);
    assert_eq!(confided.reveal(), given.trim());
    assert_eq!(Confided::new(confided.reveal()), confided);
    assert_eq!(format!("{confided:?}"), "Confided(…)");
    let kept = serde_json::to_string(&confided).expect("kept");
    assert_eq!(serde_json::from_str::<Confided>(&kept).ok(), Some(confided));
}

pub fn name(bytes: &[u8]) {
    let name = text(bytes);
    let forms = folding::spellings(&name);
    assert!(forms.len() <= 64, "{} forms", forms.len());
    assert!(forms.is_empty() || name.chars().any(char::is_alphanumeric));
    for form in &forms {
        assert!(!form.is_empty() && form.chars().all(char::is_alphanumeric), "{form:?}");
        let letters: Vec<char> = form.chars().collect();
        assert!(letters.windows(2).all(|two| two[0] != two[1] && two != ['i', 'e']), "{form:?} is not settled");
    }
    assert_eq!(folding::meet(&name, &name), !forms.is_empty());
    assert_eq!(folding::spellings(&format!(" -{name}. ")), forms, "what is around a name does not count");
    let small: String = name.chars().flat_map(char::to_lowercase).collect();
    assert_eq!(folding::spellings(&small), forms, "nor does letter case");
    let words: BTreeSet<&str> = folding::words(&name).collect();
    assert!(words.iter().all(|word| name.contains(word) && !word.contains(char::is_whitespace)));
}

pub fn calendar(bytes: &[u8]) {
    let given = text(bytes);
    let parts: Vec<&str> = given.split('\n').collect();
    let day = |at: usize| parts.get(at).and_then(|part| part.parse::<Date>().ok()).unwrap_or(TODAY);
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<i64>().ok()).unwrap_or(0);
    let (one, other) = (day(0), day(1));
    assert_eq!(calendar::days_after(one, calendar::days_between(one, other)), other);
    assert_eq!(calendar::days_between(one, other), -calendar::days_between(other, one));
    let months = number(2).unsigned_abs() as u32;
    let later = calendar::months_after(one, months);
    assert!(one <= later && (later == Date::MAX || later.day() <= one.day()));
    let _ = calendar::days_after(one, number(2));
    let rule = parts.get(3).copied().unwrap_or_default();
    let value = Dated {
        value: rule.to_owned(),
        valid_from: None,
        valid_to: None,
        article: None,
        source: "s".to_owned(),
        verified: false,
        note: None,
    };
    let zone = Zone { name: "n".to_owned(), rule: Parameter::new(vec![value]).expect("one value") };
    for moment in [Timestamp::MIN, Timestamp::UNIX_EPOCH, Timestamp::MAX] {
        assert_eq!(zone.day(moment).is_some(), calendar::is_zone_rule(rule), "{rule}");
    }
    let years = number(2) as i16;
    for birth in [Birth::Date { date: one }, Birth::Year { year: years }, Birth::Stated { years, on: one }] {
        for on in [Date::MIN, other, TODAY, Date::MAX] {
            assert!(birth.age(on).is_none_or(|(least, most)| 0 <= least && least <= most));
        }
    }
}

pub mod seeds {
    fn page(step: u8, fields: &str) -> Vec<u8> {
        [&[step], fields.as_bytes()].concat()
    }

    pub fn intake_page() -> Vec<Vec<u8>> {
        vec![
            page(0, "now=yes\nkind=injury\nkind=exploiter_near"),
            page(1, "age=unsure"),
            page(2, "code_name=Жусан 7"),
            page(3, "language=kk\ninterpreter=no"),
            page(4, "source=hotline"),
            page(5, "need=food\nneed=rest"),
            page(6, "tonight=here\naccessible=unknown"),
            page(7, "record=yes\nagreed=yes"),
            page(
                8,
                "first_name=Әсел\nsecond_name=Invented\nother_name=Asel%0A\nbirthdate=2001-02-28\nsex=female\nmobile_phone=+7 (700) 000-00-00",
            ),
            page(8, "other_name=A\nother_name=B\nbirth_year=1999\ngender=feminine\nsafe_to_call=yes"),
            page(8, "age_years=17"),
        ]
    }

    pub fn code() -> Vec<Vec<u8>> {
        let codes = [
            "code_name",
            "case_worker",
            "identity",
            " w-7 ",
            "0F0f0f0f-0f0f-0f0f-0f0f-0f0f0f0f0f0f",
            "under_18",
            "harm_done",
            "citizenship",
        ];
        codes.iter().map(|code| code.as_bytes().to_vec()).collect()
    }

    pub fn confided() -> Vec<Vec<u8>> {
        vec![b"  a name ".to_vec(), "\u{a0}Confided\n".as_bytes().to_vec(), Vec::new()]
    }

    pub fn name() -> Vec<Vec<u8>> {
        let names = [
            "Нұр-Сұлтан",
            "Shchyolkova-Ñuñez",
            "O\u{2bb}g\u{2bb}iloy Жүсіпова",
            "Ахмед Джунусов",
            "İIıßﬁ Ǆ",
            "yoyoyoyoyoyoyoyo xyxyxyxyxyxyxyxy",
            "ььь",
            "и\u{306}е\u{308}",
        ];
        names.iter().map(|name| name.as_bytes().to_vec()).collect()
    }

    pub fn calendar() -> Vec<Vec<u8>> {
        let lines = [
            "2024-02-29\n2025-12-31\n12\n<+05>-5",
            "-9999-01-01\n9999-12-31\n-3000000\nEST5EDT,M3.2.0,M11.1.0",
            "-009999-01-01\n9999-12-31\n7304483\n<+05>-5",
            "2024-01-31\n2024-03-31\n1\n<-12>24:59:59",
        ];
        lines.iter().map(|lines| lines.as_bytes().to_vec()).collect()
    }
}
