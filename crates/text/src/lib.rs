//! Words, numbers and dates for people, in English, Russian and Kazakh.
//!
//! Code holds keys; the words live in `data/text/{en,ru,kk}/*.ftl`. Numbers, dates and the order of names follow CLDR.

pub mod fold;
pub mod lang;
pub mod number;
pub mod order;
pub mod question;
pub mod stem;
pub mod tongue;
pub mod word;
pub mod words;

pub use lang::Lang;
pub use question::Question;
pub use tongue::Tongue;
pub use words::{Arg, Faulty, Texts, Words};
