//! The questions of an instrument as one form: a heading for each dimension, a row for each question.

use pana_casework::Confided;
use pana_casework::intake::Fields;
use pana_casework::screening::{Answer, Answers, Instrument, Item, Screening};
use pana_text::Words;

use crate::casework::form::{Choice, Field, Input, choices};

/// A dimension or section.
pub struct Group {
    /// What it is called.
    pub name: String,
    /// The name of the field of its note.
    pub note_name: String,
    /// What was noted.
    pub note: String,
    /// What is wrong with the note.
    pub fault: Option<String>,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// A question.
pub struct Question {
    /// The name of its field.
    pub name: String,
    /// The question.
    pub text: String,
    /// How much it weighs, in words.
    pub weight: Option<String>,
    /// Whether it was checked against the instrument.
    pub is_verified: bool,
    /// Whether it is ours and not of the instrument.
    pub is_ours: bool,
    /// The answers.
    pub choices: Vec<Choice>,
}

/// What is asked before the questions.
pub fn before(words: &Words, screening: &Screening, fault: Option<&(String, String)>) -> Vec<Field> {
    let agreed = Input::One(choices(words, "answer", ["yes", "no", "not_asked"]));
    let helped = Input::Any(vec![Choice {
        code: "yes".to_owned(),
        text: words.say("screening-interpreter"),
        chosen: screening.interpreter,
    }]);
    vec![
        Field::new(words, "agreed", "screening-agreed", agreed).with(screening.agreed_to_talk.name()).faulty(fault),
        Field::new(words, "language", "screening-language", Input::List(languages(words))).with(&screening.language),
        Field::new(words, "interpreter", "screening-interpreted", helped),
    ]
}

fn languages(words: &Words) -> Vec<Choice> {
    let none = Choice { code: String::new(), text: words.say("intake-choose"), chosen: false };
    [none].into_iter().chain(crate::casework::intake::languages(words)).collect()
}

/// The questions with what was answered.
pub fn groups(
    words: &Words,
    instrument: &Instrument,
    screening: &Screening,
    fault: Option<&(String, String)>,
) -> Vec<Group> {
    let group = |id: &String| {
        let note_name = format!("note-{id}");
        Group {
            name: words.say(&instrument.group_key(id)),
            note: screening.notes.get(id).map(|note| note.reveal().to_owned()).unwrap_or_default(),
            fault: fault.filter(|(name, _)| *name == note_name).map(|(_, text)| text.clone()),
            questions: instrument
                .items
                .iter()
                .filter(|item| item.group == *id)
                .map(|item| question(words, instrument, item, screening))
                .collect(),
            note_name,
        }
    };
    instrument.groups.iter().map(group).collect()
}

fn question(words: &Words, instrument: &Instrument, item: &Item, screening: &Screening) -> Question {
    let answer = screening.answers.to(&item.id);
    let mut offered = choices(words, "answer", Answer::ALL.iter().map(|answer| answer.name()));
    offered.iter_mut().for_each(|choice| choice.chosen = choice.code == answer.name());
    Question {
        name: format!("a-{}", item.id),
        text: words.say(&instrument.item_key(item)),
        weight: item.weight.map(|weight| words.say(&weight.key())),
        is_verified: item.verified,
        is_ours: item.ours,
        choices: offered,
    }
}

/// A screening with what was sent: only questions and sections of the instrument are read. «Not asked» is kept by keeping nothing.
pub fn read(instrument: &Instrument, before: &Screening, fields: &Fields) -> Screening {
    let answer = |item: &Item| {
        let given = fields.one(&format!("a-{}", item.id)).and_then(Answer::parse)?;
        (given != Answer::NotAsked).then(|| (item.id.clone(), given))
    };
    let note = |group: &String| {
        let written = fields.one(&format!("note-{group}"))?;
        Some((group.clone(), Confided::new(written)))
    };
    let language = fields.one("language").filter(|code| crate::casework::intake::is_language(code));
    Screening {
        agreed_to_talk: fields.one("agreed").and_then(Answer::parse).unwrap_or(Answer::NotAsked),
        language: language.unwrap_or_default().to_owned(),
        interpreter: fields.one("interpreter") == Some("yes"),
        answers: Answers(instrument.items.iter().filter_map(answer).collect()),
        notes: instrument.groups.iter().filter_map(note).collect(),
        ..before.clone()
    }
}
