//! Instruments and choices of the house: what travels with the program is sound, unverified where it is, and has words.

use pana_casework::screening::{Instrument, Weight};
use pana_casework::{age, centre, child, intake, person, report, screening, statistic, task};
use pana_packs::{builtin, house, instrument, texts};
use pana_text::Lang;

fn instruments() -> Vec<Instrument> {
    let read = instrument::read(&builtin::data(), Some("kz")).unwrap_or_else(|faults| panic!("{faults}"));
    read.into_values().collect()
}

#[test]
fn the_instruments_that_travel_with_the_program_are_sound() {
    let ids: Vec<String> = instruments().into_iter().map(|instrument| instrument.id).collect();
    assert_eq!(ids, ["ahtst", "ilo_labour_adult", "ilo_labour_child", "iom", "kz_criteria_33002"]);
    let everywhere = instrument::read(&builtin::data(), None).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(!everywhere.contains_key("kz_criteria_33002"), "the criteria of one country are not those of another");
}

#[test]
fn nothing_unverified_is_shown_as_verified() {
    for instrument in instruments() {
        assert!(!instrument.verified && !instrument.status.is_empty(), "{}", instrument.id);
        assert!(instrument.source.contains("http"), "{}", instrument.id);
        let checked = instrument.items.iter().filter(|item| item.verified).count();
        assert_eq!(checked, if instrument.id == "iom" { 7 } else { 0 }, "{}", instrument.id);
    }
}

#[test]
fn a_faulty_instrument_is_refused_with_file_and_line() {
    let data = builtin::data();
    let sound = data.text("casework/instruments/ilo_labour_adult.toml").expect("the instrument").to_owned();
    let fault = |text: &str| instrument::one("x.toml", text).expect_err("a fault").to_string();
    assert!(fault(&sound.replace("\"1.02\"", "\"1.01\"")).contains("`1.01` stands in the instrument twice"));
    assert!(fault(&sound.replacen("weight = \"strong\"\n", "", 1)).contains("`1.01` has no weight"));
    assert!(fault(&sound.replacen("\"medium\"", "\"middling\"", 1)).starts_with("x.toml, line "));
    assert!(fault(&sound.replacen("kind = \"ilo_adult\"", "kind = \"ilo_child\"\nact = \"act\"", 1)).contains("`act`"));
}

#[test]
fn every_instrument_group_and_item_has_words_in_three_languages() {
    let texts = texts::read(&builtin::data()).unwrap_or_else(|faults| panic!("{faults}"));
    for instrument in instruments() {
        let groups = instrument.groups.iter().map(|group| instrument.group_key(group));
        let items = instrument.items.iter().map(|item| instrument.item_key(item));
        for key in groups.chain(items).chain([instrument.name_key()]) {
            for lang in Lang::ALL {
                assert!(texts.get(lang).has(&key), "{lang} {key}");
                assert!(!texts.get(lang).say(&key).contains(['{', '[']), "{lang} {key}");
            }
        }
    }
}

macro_rules! keys {
    ($($list:path),+ $(,)?) => { [$($list.iter().map(|value| value.key()).collect::<Vec<String>>()),+].concat() };
}

#[test]
fn every_coded_value_and_fault_has_words_in_three_languages() {
    let texts = texts::read(&builtin::data()).unwrap_or_else(|faults| panic!("{faults}"));
    let mut keys: Vec<String> = keys![
        screening::Answer::ALL,
        Weight::ALL,
        screening::instrument::Audience::ALL,
        screening::ilo::Dimension::ALL,
        screening::ilo::Origin::ALL,
        screening::ilo::Line::ALL,
        screening::ReviewerFinding::ALL,
        person::Sex::ALL,
        person::Gender::ALL,
        person::PaperPlace::ALL,
        age::AgeAnswer::ALL,
        age::AgeGroup::ALL,
        intake::Step::ALL,
        intake::step::FaultKind::ALL,
        intake::page::DangerKind::ALL,
        intake::page::ReferralSource::ALL,
        intake::page::Need::ALL,
        intake::page::PlaceTonight::ALL,
        centre::RoomSex::ALL,
        centre::RoomAge::ALL,
        child::Relation::ALL,
        child::Missing::ALL,
        task::TaskKind::ALL,
        task::For::ALL,
        report::Count::ALL,
        report::month::Unit::ALL,
        report::month::DateRule::ALL,
        report::month::SexGroup::ALL,
        statistic::CitizenshipGroup::ALL,
        statistic::Exploitation::ALL,
        statistic::Outcome::ALL,
    ];
    keys.extend(screening::ScreeningRefusal::KEYS.map(str::to_owned));
    keys.push(task::NOTICE.to_owned());
    for key in keys {
        for lang in Lang::ALL {
            assert!(texts.get(lang).has(&key), "{lang} {key}");
        }
    }
}

#[test]
fn the_choices_of_the_house_are_read_and_a_limit_that_hides_nothing_is_refused() {
    let mut data = builtin::data();
    let read = house::read(&data).expect("the choices");
    assert!(!read.small_cell.verified);
    assert_eq!((read.lead.clock, read.lead.funding), (vec![60, 30, 14, 7, 1], 90));
    let text = data.text("casework/house.toml").expect("the file").replace("limit = 5", "limit = 1");
    data.insert("casework/house.toml", text);
    assert!(house::read(&data).expect_err("a fault").to_string().contains("at least 2"));
}
