//! The fields of each step, and what was saved of a step as the values of its fields.

use std::collections::BTreeMap;

use pana_casework::Confided;
use pana_casework::age::{AgeAnswer, Birth};
use pana_casework::intake::page::{DangerKind, Need, PlaceTonight, ReferralSource};
use pana_casework::intake::{Fault, Fields, Page, Step};
use pana_casework::person::{Gender, Identity, Sex};
use pana_casework::screening::Answer;
use pana_text::Words;

use crate::casework::form::{Choice, Field, Input, choices};

/// Languages that can be chosen (ISO 639-1).
const SPOKEN: [&str; 24] = [
    "ar", "az", "de", "en", "fa", "hi", "hy", "ka", "kk", "ko", "ky", "mn", "ps", "ro", "ru", "tg", "tk", "tr", "ug",
    "uk", "ur", "uz", "vi", "zh",
];

/// Sign languages, and languages that nobody foresaw (ISO 639-2).
const UNNAMED: [&str; 2] = ["sgn", "mis"];

/// The answers that a step offers: what was not asked is left out as a whole.
const ANSWERS: [&str; 3] = ["yes", "no", "unknown"];

/// The fields of a step.
pub fn of(words: &Words, step: Step, given: &Fields, faults: &[Fault]) -> Vec<Field> {
    let form = Form { words, given, faults };
    match step {
        Step::Danger => vec![
            form.one("now", "intake-danger-now", "answer", ANSWERS),
            form.any("kind", "intake-danger-kind", "danger-kind", DangerKind::ALL.iter().map(|kind| kind.name())),
        ],
        Step::Age => {
            vec![form.one("age", "intake-age", "age-answer", AgeAnswer::ALL.iter().map(|answer| answer.name()))]
        }
        Step::CodeName => vec![form.line("code_name", "intake-code-name", Input::Line).needed()],
        Step::Language => vec![form.language(), form.one("interpreter", "intake-interpreter", "answer", ANSWERS)],
        Step::Source => {
            let sources = ReferralSource::ALL.iter().map(|source| source.name());
            vec![form.list("source", "intake-source", choices(words, "referral-source", sources))]
        }
        Step::Needs => vec![form.any("need", "intake-needs", "need", Need::ALL.iter().map(|need| need.name()))],
        Step::Place => vec![
            form.one("tonight", "intake-tonight", "place-tonight", PlaceTonight::ALL.iter().map(|place| place.name())),
            form.one("accessible", "intake-accessible", "answer", ANSWERS),
        ],
        Step::Record => vec![form.one("agreed", "intake-agreed", "answer", ["yes", "no", "not_asked"])],
        Step::Identity => form.identity(),
    }
}

/// The languages that can be chosen, by their names.
pub fn languages(words: &Words) -> Vec<Choice> {
    let mut offered = choices(words, "spoken", SPOKEN);
    offered.sort_by(|one, other| words.order().compare(&one.text, &other.text));
    offered.extend(choices(words, "spoken", UNNAMED));
    offered
}

/// Whether a code is one of those that can be chosen.
pub fn is_language(code: &str) -> bool {
    SPOKEN.contains(&code) || UNNAMED.contains(&code)
}

struct Form<'a> {
    words: &'a Words,
    given: &'a Fields,
    faults: &'a [Fault],
}

impl Form<'_> {
    fn faulty(&self, field: Field) -> Field {
        let found = self.faults.iter().find(|fault| fault.field == field.name);
        let fault = found.map(|fault| (fault.field.to_owned(), self.words.say(&fault.kind.key())));
        field.faulty(fault.as_ref())
    }

    fn line(&self, name: &'static str, key: &str, input: Input) -> Field {
        let value = self.given.one(name).unwrap_or_default();
        self.faulty(Field::new(self.words, name, key, input).with(value))
    }

    fn one<'a>(&self, name: &'static str, key: &str, list: &str, codes: impl IntoIterator<Item = &'a str>) -> Field {
        self.line(name, key, Input::One(choices(self.words, list, codes)))
    }

    fn list(&self, name: &'static str, key: &str, offered: Vec<Choice>) -> Field {
        let none = Choice { code: String::new(), text: self.words.say("intake-choose"), chosen: false };
        self.line(name, key, Input::List([none].into_iter().chain(offered).collect()))
    }

    fn any<'a>(&self, name: &'static str, key: &str, list: &str, codes: impl IntoIterator<Item = &'a str>) -> Field {
        let offered = Input::Any(choices(self.words, list, codes));
        self.faulty(Field::new(self.words, name, key, offered).with_all(self.given.all(name)))
    }

    fn language(&self) -> Field {
        self.list("language", "intake-language", languages(self.words))
    }

    fn identity(&self) -> Vec<Field> {
        let genders = choices(self.words, "gender", Gender::ALL.iter().map(|gender| gender.name()));
        vec![
            self.line("first_name", "identity-first-name", Input::Line),
            self.line("second_name", "identity-second-name", Input::Line),
            self.line("middle_name", "identity-middle-name", Input::Line),
            self.line("other_name", "identity-other-names", Input::Text).with(&self.lines("other_name")),
            self.line("birthdate", "identity-birthdate", Input::Day),
            self.line("birth_year", "identity-birth-year", Input::Number),
            self.line("age_years", "identity-age-years", Input::Number),
            self.one("sex", "identity-sex", "sex", Sex::ALL.iter().map(|sex| sex.name())),
            self.list("gender", "identity-gender", genders),
            self.line("mobile_phone", "identity-phone", Input::Line),
            self.one("safe_to_call", "identity-safe-to-call", "answer", ANSWERS),
        ]
    }

    fn lines(&self, name: &str) -> String {
        self.given.all(name).collect::<Vec<&str>>().join("\n")
    }
}

/// What was typed, with the lines of a field of several as several values.
pub fn typed(fields: &Fields) -> Fields {
    let mut read = fields.clone();
    if let Some(lines) = read.0.get_mut("other_name") {
        *lines = lines.iter().flat_map(|text| text.lines()).map(str::to_owned).collect();
    }
    read
}

/// What was saved of a step, as the values of its fields.
pub fn given(page: &Page) -> Fields {
    let mut fields = Filled(BTreeMap::new());
    match page {
        Page::Danger { now, kinds } => {
            fields.answer("now", *now);
            fields.all("kind", kinds.iter().map(|kind| kind.name()));
        }
        Page::Age { answer } => fields.all("age", [answer.name()]),
        Page::CodeName { code_name } => fields.text("code_name", code_name),
        Page::Language { language, interpreter } => {
            fields.all("language", [language.as_str()]);
            fields.answer("interpreter", *interpreter);
        }
        Page::Source { source } => fields.all("source", [source.name()]),
        Page::Needs { needs } => fields.all("need", needs.iter().map(|need| need.name())),
        Page::Place { tonight, accessible } => {
            fields.all("tonight", [tonight.name()]);
            fields.answer("accessible", *accessible);
        }
        Page::Record { agreed } => fields.all("agreed", [agreed.name()]),
        Page::Identity { identity } => fields.identity(identity),
    }
    Fields(fields.0)
}

struct Filled(BTreeMap<String, Vec<String>>);

impl Filled {
    fn all<'a>(&mut self, name: &str, values: impl IntoIterator<Item = &'a str>) {
        self.0.insert(name.to_owned(), values.into_iter().map(str::to_owned).collect());
    }

    fn text(&mut self, name: &str, value: &Confided) {
        self.all(name, [value.reveal()]);
    }

    fn answer(&mut self, name: &str, answer: Answer) {
        self.all(name, (answer != Answer::NotAsked).then(|| answer.name()));
    }

    fn identity(&mut self, who: &Identity) {
        self.text("first_name", &who.name.first_name);
        self.text("middle_name", &who.name.middle_name);
        self.text("second_name", &who.name.second_name);
        self.all("other_name", who.other_names.iter().map(Confided::reveal));
        match who.birth {
            Birth::NotAsked | Birth::Unknown => {}
            Birth::Date { date } => self.all("birthdate", [date.to_string().as_str()]),
            Birth::Year { year } => self.all("birth_year", [year.to_string().as_str()]),
            Birth::Stated { years, .. } => self.all("age_years", [years.to_string().as_str()]),
        }
        self.all("sex", [who.sex.name()]);
        self.all("gender", (who.gender != Gender::NotAsked).then(|| who.gender.name()));
        self.text("mobile_phone", &who.mobile_phone);
        self.answer("safe_to_call", who.safe_to_call);
    }
}
