//! Draft: an intake under way. Each page replaces what was saved of that page before, so saving again changes nothing (R14).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::page::Page;
use super::step::Step;

/// The id that the browser made for an intake: 32 hexadecimal digits, with or without the hyphens of a UUID.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DraftId(String);

impl DraftId {
    /// An id, in small letters without hyphens; nothing for anything else.
    pub fn parse(given: &str) -> Option<Self> {
        let digits: String = given.trim().chars().filter(|c| *c != '-').map(|c| c.to_ascii_lowercase()).collect();
        let sound = digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        sound.then_some(Self(digits))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for DraftId {
    type Error = String;

    fn try_from(given: String) -> Result<Self, String> {
        Self::parse(&given).ok_or_else(|| "an id of 32 hexadecimal digits is expected".to_owned())
    }
}

impl From<DraftId> for String {
    fn from(id: DraftId) -> Self {
        id.0
    }
}

/// An intake under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its id, made by the browser.
    pub id: DraftId,
    /// The day on which it was begun.
    pub begun_on: Date,
    /// Which member of staff began it.
    pub by: String,
    /// The pages saved so far.
    #[serde(default)]
    pages: BTreeMap<Step, Page>,
    /// The steps that she would rather not answer, or that were not asked.
    #[serde(default)]
    left_out: BTreeSet<Step>,
}

impl Draft {
    /// A draft with nothing in it.
    pub fn begin(id: DraftId, on: Date, by: &str) -> Self {
        Self { id, begun_on: on, by: by.to_owned(), pages: BTreeMap::new(), left_out: BTreeSet::new() }
    }

    /// Saves a page in the place of what was there of it.
    pub fn save(&mut self, page: Page) {
        self.left_out.remove(&page.step());
        self.pages.insert(page.step(), page);
    }

    /// Leaves a step out: what was saved of it is gone.
    pub fn leave_out(&mut self, step: Step) {
        self.pages.remove(&step);
        self.left_out.insert(step);
    }

    /// A page, if it was saved.
    pub fn page(&self, step: Step) -> Option<&Page> {
        self.pages.get(&step)
    }

    /// The first step that was neither saved nor left out: where the work goes on after an interruption.
    pub fn next(&self) -> Option<Step> {
        Step::ALL.iter().copied().find(|step| !self.pages.contains_key(step) && !self.left_out.contains(step))
    }
}
