//! Reports of what samples say: network scale-up, respondent-driven samples, surveys carried to countries.

pub mod nsum;
pub mod rds;
pub mod survey;

use jiff::civil::Date;
use pana_text::{Arg, Words};
use sha2::{Digest, Sha256};

use crate::estimate::round::unit;
use crate::estimate::sentence::to_unit;
use crate::estimate::{name_of, told as said};
use crate::report::{Block, Section};
use crate::svg::Dress;

/// A file that was used, as it is called and with the SHA-256 of its text in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// What it is called.
    pub file: String,
    /// SHA-256 of its text.
    pub sha256: String,
}

impl Used {
    /// The file with the checksum that says which one it was.
    pub fn of(file: &str, bytes: &[u8]) -> Self {
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { file: file.to_owned(), sha256 }
    }
}

/// What makes an answer repeatable, besides its settings.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// The files, the table that was asked about first.
    pub files: &'a [Used],
    /// The version of the program that computed it.
    pub version: &'a str,
    /// The day it was computed.
    pub on: Date,
}

/// What every part of a report needs.
#[derive(Clone, Copy)]
struct Teller<'a> {
    words: &'a Words,
    made: Made<'a>,
    dress: Dress,
}

impl Teller<'_> {
    fn say(self, key: &str) -> String {
        self.words.say(key)
    }

    fn tell(self, key: &str, args: &[(&str, Arg)]) -> String {
        self.words.tell(key, args)
    }

    fn count(self, n: u64) -> String {
        self.words.numbers().whole(i64::try_from(n).unwrap_or(i64::MAX))
    }

    fn range(self, low: String, high: String) -> String {
        self.tell("estimate-range", &[("low", low.into()), ("high", high.into())])
    }

    /// A number of people, to the digits that an interval of this width supports.
    fn people(self, value: f64, width: f64) -> String {
        to_unit(self.words, value, unit(width), 0)
    }

    /// A share in percent, to a tenth of one.
    fn share(self, share: f64) -> String {
        self.tell("estimate-percent", &[("n", self.words.numbers().fixed(100.0 * share, 1).into())])
    }

    /// The name of a method, check or reason; what has no words shows its id.
    fn named(self, prefix: &str, id: &str) -> String {
        let key = format!("sample-{prefix}-{id}");
        if self.words.has(&key) { self.words.say(&key) } else { id.to_owned() }
    }

    /// Files, settings, version and day.
    fn how(self, settings: Vec<(&str, String)>) -> Section {
        let mut facts = Vec::new();
        for used in self.made.files {
            facts.push((name_of(&used.file).to_owned(), format!("SHA-256 {}", used.sha256)));
        }
        facts.extend(settings.into_iter().map(|(key, value)| (self.say(key), value)));
        facts.push((self.say("estimate-made-version"), self.made.version.to_owned()));
        facts.push((self.say("estimate-made-on"), self.words.numbers().day(self.made.on)));
        let blocks = vec![Block::Text(self.say("sample-made-lead")), Block::Facts(facts)];
        Section { id: "made", heading: self.say("estimate-made-heading"), blocks }
    }

    fn level(self, level: f64) -> String {
        said::level(self.words, level)
    }
}

/// The name of the table that was asked about.
fn table_of<'a>(made: &Made<'a>) -> &'a str {
    made.files.first().map_or("", |used| name_of(&used.file))
}

#[cfg(test)]
mod tests;
