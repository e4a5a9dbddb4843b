//! Values of the law with the days on which they hold, where they are written, and whether somebody checked that.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A value that law gives from one day to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated<T> {
    /// What the law says.
    pub value: T,
    /// The first day on which it holds; absent where the sources do not say since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day on which it holds; absent while it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// Act and article, where the source names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Where it was read: title or address. For what nobody found, where it should be looked for.
    pub source: String,
    /// Whether a source that was read says so. What is not verified is shown as such until the head confirms it.
    pub verified: bool,
    /// What a reader must know to use it well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl<T> Dated<T> {
    /// Whether it holds on a day.
    pub fn holds_on(&self, on: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= on) && self.valid_to.is_none_or(|to| on <= to)
    }

    fn shares_a_day_with(&self, other: &Self) -> bool {
        let begins_in_time = |one: &Self, two: &Self| match (one.valid_from, two.valid_to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }
}

/// A term of the law over time: on each day it has one value, or none is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter<T>(Vec<Dated<T>>);

impl<T> Parameter<T> {
    /// A parameter that nobody found a value for.
    pub fn not_known() -> Self {
        Self(Vec::new())
    }

    /// Takes the values; refuses two that hold on one day, and one that ends before it begins.
    pub fn new(mut values: Vec<Dated<T>>) -> Result<Self, Disorder> {
        values.sort_by_key(|dated| dated.valid_from);
        if let Some(backwards) =
            values.iter().find(|dated| dated.valid_to.is_some_and(|to| dated.valid_from > Some(to)))
        {
            return Err(Disorder::EndsBeforeItBegins { valid_from: backwards.valid_from });
        }
        match values.windows(2).find(|pair| pair[0].shares_a_day_with(&pair[1])) {
            Some(pair) => Err(Disorder::TwoOnOneDay { first: pair[0].valid_from, second: pair[1].valid_from }),
            None => Ok(Self(values)),
        }
    }

    /// The value in force on a day, with its source.
    pub fn in_force(&self, on: Date) -> Option<&Dated<T>> {
        self.0.iter().find(|dated| dated.holds_on(on))
    }

    /// Every value, the oldest first.
    pub fn values(&self) -> &[Dated<T>] {
        &self.0
    }

    pub(crate) fn only(&self, on: Date) -> Self
    where
        T: Clone,
    {
        Self(self.in_force(on).cloned().into_iter().collect())
    }
}

impl<T> Default for Parameter<T> {
    fn default() -> Self {
        Self::not_known()
    }
}

impl<T: Serialize> Serialize for Parameter<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Parameter<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// Why values are not a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Disorder {
    /// The last day is before the first.
    #[error("the value that holds from {} ends before it begins", since(.valid_from))]
    EndsBeforeItBegins {
        /// The first day of the value.
        valid_from: Option<Date>,
    },
    /// Two values on one day.
    #[error("the values that hold from {} and from {} share a day; give the first one a last day", since(.first), since(.second))]
    TwoOnOneDay {
        /// The first day of the earlier one.
        first: Option<Date>,
        /// The first day of the later one.
        second: Option<Date>,
    },
}

fn since(day: &Option<Date>) -> String {
    day.map_or_else(|| "always".to_owned(), |day| day.to_string())
}

/// The rows of a list that hold on a day.
pub(crate) fn rows_on<T: Clone>(rows: &[Dated<T>], on: Date) -> Vec<Dated<T>> {
    rows.iter().filter(|row| row.holds_on(on)).cloned().collect()
}
