//! The order of names as a language sorts them: Ә after А in Kazakh.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use crate::lang::Lang;

/// Compares names in one language.
pub struct Order(CollatorBorrowed<'static>);

impl Order {
    /// The order of a language.
    pub fn new(lang: Lang) -> Self {
        let locale: Locale = lang.tag().parse().expect("our tags are valid BCP 47");
        let collator = Collator::try_new((&locale).into(), CollatorOptions::default());
        Self(collator.expect("the compiled data cover our languages"))
    }

    /// Which of two names comes first.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.0.compare(left, right)
    }
}
