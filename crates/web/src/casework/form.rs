//! Forms: fields with a label each, a hint where one helps, and what is wrong with them beside them.

use pana_text::Words;

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A line.
    Line,
    /// A line that the browser neither shows nor keeps.
    Secret,
    /// A day.
    Day,
    /// A number.
    Number,
    /// Some lines.
    Text,
    /// A file: a photograph or a PDF.
    File,
    /// One of several, shown at once.
    One(Vec<Choice>),
    /// One of many, in a list that opens.
    List(Vec<Choice>),
    /// Any of several.
    Any(Vec<Choice>),
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The code that is sent.
    pub code: String,
    /// What it says.
    pub text: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the form.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// What helps to fill it in.
    pub hint: Option<String>,
    /// How it is filled in.
    pub input: Input,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// Whether it must be filled in.
    pub needed: bool,
    /// What the browser may fill it in with: a token of HTML's `autocomplete`.
    pub autocomplete: &'static str,
}

impl Field {
    /// A field with the message of a key as its label; where there is a message `<key>-hint`, that is its hint.
    pub fn new(words: &Words, name: &'static str, key: &str, input: Input) -> Self {
        let hint = format!("{key}-hint");
        Self {
            name,
            label: words.say(key),
            hint: words.has(&hint).then(|| words.say(&hint)),
            input,
            value: String::new(),
            fault: None,
            needed: false,
            autocomplete: "off",
        }
    }

    /// With something in it.
    #[must_use]
    pub fn with(mut self, value: &str) -> Self {
        self.value = value.to_owned();
        if let Input::One(choices) | Input::List(choices) = &mut self.input {
            choices.iter_mut().for_each(|choice| choice.chosen = choice.code == value);
        }
        self
    }

    /// With several chosen.
    #[must_use]
    pub fn with_all<'a>(mut self, values: impl IntoIterator<Item = &'a str>) -> Self {
        let values: Vec<&str> = values.into_iter().collect();
        if let Input::Any(choices) = &mut self.input {
            choices.iter_mut().for_each(|choice| choice.chosen = values.contains(&choice.code.as_str()));
        }
        self
    }

    /// That must be filled in.
    #[must_use]
    pub fn needed(mut self) -> Self {
        self.needed = true;
        self
    }

    /// That the browser may fill in.
    #[must_use]
    pub fn complete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// With what is wrong, where the fault is about this field.
    #[must_use]
    pub fn faulty(mut self, fault: Option<&(String, String)>) -> Self {
        if let Some((name, text)) = fault
            && name == self.name
        {
            self.fault = Some(text.clone());
        }
        self
    }

    /// Whether it is a group of choices, which has a legend and not a label.
    pub fn is_group(&self) -> bool {
        matches!(self.input, Input::One(_) | Input::Any(_))
    }
}

/// The choices of a list of codes, with the messages `<list>-<code>`.
pub fn choices<'a>(words: &Words, list: &str, codes: impl IntoIterator<Item = &'a str>) -> Vec<Choice> {
    let choice = |code: &str| Choice {
        code: code.to_owned(),
        text: words.say(&format!("{list}-{}", code.replace('_', "-"))),
        chosen: false,
    };
    codes.into_iter().map(choice).collect()
}
