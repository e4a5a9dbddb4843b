//! Spelling: how a document becomes words of the index, and a question becomes what the index is asked.
//!
//! A word of the index is a word of a text behind two or three letters: the language (`e`, `r`, `k`; `n` for codes, which
//! belong to none), the field (`t` title, `b` text), the form (`x` as it stands, `s` stem). `w` marks a whole title in one
//! word, `q` the kind of the document. So the two engines need to know nothing but which words a document has.

use std::collections::{BTreeSet, HashMap};

use pana_store::search::{self, Wanted, Word};
use pana_text::question::{Term, cut};
use pana_text::{Lang, Question, stem::stem, word::words};

use super::document::{Document, Text};

/// Counts the ways of spelling: an index spelled in an older way is made again.
pub const WAY: u32 = 1;

/// Stands between texts, so that the last word of one and the first of the next do not follow each other.
const GAP: &str = "0";
/// Longer titles are not kept in one word.
const WHOLE: usize = 8;

const TITLE: &str = "t";
const TEXT: &str = "b";
/// The language of codes.
const NONE: &str = "n";

fn letter(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "e",
        Lang::Ru => "r",
        Lang::Kk => "k",
    }
}

fn spelled(parts: &[&str]) -> Word {
    Word::new(&parts.concat())
}

/// A kind as a word.
pub fn kind(kind: &str) -> Wanted {
    Wanted::Has(spelled(&["q", kind]))
}

/// Spells documents; what many of them say is cut into words once.
#[derive(Default)]
pub struct Speller {
    known: HashMap<(Text, &'static str), Vec<Word>>,
}

impl Speller {
    /// The words of a document.
    pub fn spell(&mut self, document: &Document) -> search::Document {
        let mut spelled_words = vec![spelled(&["q", &document.kind])];
        for code in &document.codes {
            let parts: Vec<String> = words(code).map(cut).collect();
            spelled_words.push(spelled(&[NONE, "w", &parts.join(GAP)]));
            spelled_words.extend(parts.iter().map(|part| spelled(&[NONE, TITLE, part])));
            spelled_words.push(Word::new(GAP));
        }
        let mut named = BTreeSet::new();
        for title in &document.title {
            if named.insert(title.lang) {
                spelled_words.extend(whole(title));
            }
            spelled_words.extend_from_slice(self.field(title, TITLE));
        }
        for text in &document.text {
            spelled_words.extend_from_slice(self.field(text, TEXT));
        }
        for mention in &document.mentions {
            spelled_words.extend(words(mention).map(cut).map(|word| spelled(&[NONE, TEXT, &word])));
            spelled_words.push(Word::new(GAP));
        }
        search::Document { kind: document.kind.clone(), key: document.key.clone(), words: spelled_words }
    }

    fn field(&mut self, text: &Text, field: &'static str) -> &[Word] {
        self.known.entry((text.clone(), field)).or_insert_with(|| {
            let lang = letter(text.lang);
            let found: Vec<String> = words(&text.text).map(cut).collect();
            let stems: BTreeSet<String> = found.iter().map(|word| stem(text.lang, word)).collect();
            let exact = found.iter().map(|word| spelled(&[lang, field, "x", word]));
            let stems = stems.iter().map(|stem| spelled(&[lang, field, "s", stem]));
            exact.chain([Word::new(GAP)]).chain(stems).collect()
        })
    }
}

fn whole(title: &Text) -> Option<Word> {
    let parts: Vec<String> = words(&title.text).take(WHOLE + 1).map(cut).collect();
    (parts.len() <= WHOLE).then(|| spelled(&[letter(title.lang), "w", &parts.join(GAP)]))
}

/// Where and how a word is looked for.
struct Reach<'a> {
    langs: &'a [Lang],
    fields: &'a [&'static str],
    /// In all forms of the word, or only as it was typed.
    forms: bool,
}

/// The best results first: each group is what fits it and no group before it.
///
/// 1. The title or code is what was asked for. 2. All words stand in the title, or 3. anywhere, first as they were typed and
///    then in other forms. Each of these first in the language of the reader, then in the others.
pub fn all_words(question: &Question, reader: Lang) -> Vec<Wanted> {
    let own = [reader];
    let title = [TITLE];
    let anywhere = [TITLE, TEXT];
    let mut groups = vec![the_title(question, &own), the_title(question, &Lang::ALL)];
    for langs in [&own[..], &Lang::ALL[..]] {
        for fields in [&title[..], &anywhere[..]] {
            for forms in [false, true] {
                let reach = Reach { langs, fields, forms };
                groups.push(Wanted::All(question.wanted.iter().map(|term| reach.term(term)).collect()));
            }
        }
    }
    groups
}

/// Where no document has all words: those that lack one before those that have one.
pub fn some_words(question: &Question, reader: Lang) -> Vec<Wanted> {
    let all_but_one = |langs: &[Lang]| {
        let reach = Reach { langs, fields: &[TITLE, TEXT], forms: true };
        let without = |at: usize| {
            let others = question.wanted.iter().enumerate().filter(|(other, _)| *other != at);
            Wanted::All(others.map(|(_, term)| reach.term(term)).collect())
        };
        Wanted::Any((0..question.wanted.len()).map(without).collect())
    };
    let one = |langs: &[Lang]| {
        let reach = Reach { langs, fields: &[TITLE, TEXT], forms: true };
        Wanted::Any(question.wanted.iter().map(|term| reach.term(term)).collect())
    };
    vec![all_but_one(&[reader]), all_but_one(&Lang::ALL), one(&[reader]), one(&Lang::ALL)]
}

/// What must not occur, in any form and language; `None` where everything may.
pub fn unwanted(question: &Question) -> Option<Wanted> {
    let reach = Reach { langs: &Lang::ALL, fields: &[TITLE, TEXT], forms: true };
    let terms: Vec<Wanted> = question.unwanted.iter().map(|term| reach.term(term)).collect();
    (!terms.is_empty()).then_some(Wanted::Any(terms))
}

fn the_title(question: &Question, langs: &[Lang]) -> Wanted {
    let parts: Vec<&str> = question
        .wanted
        .iter()
        .flat_map(|term| match term {
            Term::Word(word) | Term::Beginning(word) => vec![word.as_str()],
            Term::Phrase(phrase) => phrase.iter().map(String::as_str).collect(),
        })
        .collect();
    let joined = parts.join(GAP);
    let langs = langs.iter().map(|lang| letter(*lang)).chain([NONE]);
    Wanted::Any(langs.map(|lang| Wanted::Has(spelled(&[lang, "w", &joined]))).collect())
}

impl Reach<'_> {
    fn term(&self, term: &Term) -> Wanted {
        match term {
            Term::Word(word) => Wanted::Any(self.word(word)),
            Term::Beginning(word) => {
                let mut ways = self.word(word);
                if self.forms {
                    ways.extend(self.places().map(|place| Wanted::Begins(spelled(&[&place, "x", word]))));
                    ways.extend(self.fields.iter().map(|field| Wanted::Begins(spelled(&[NONE, field, word]))));
                }
                Wanted::Any(ways)
            }
            Term::Phrase(phrase) => {
                let follow = |start: &str| phrase.iter().map(|word| spelled(&[start, word])).collect();
                let in_texts = self.places().map(|place| Wanted::Follow(follow(&format!("{place}x"))));
                let in_codes = self.fields.iter().map(|field| Wanted::Follow(follow(&format!("{NONE}{field}"))));
                Wanted::Any(in_texts.chain(in_codes).collect())
            }
        }
    }

    fn word(&self, word: &str) -> Vec<Wanted> {
        let mut ways: Vec<Wanted> = self.places().map(|place| Wanted::Has(spelled(&[&place, "x", word]))).collect();
        ways.extend(self.fields.iter().map(|field| Wanted::Has(spelled(&[NONE, field, word]))));
        if self.forms && word.chars().all(char::is_alphabetic) {
            for lang in self.langs {
                let stemmed = stem(*lang, word);
                let has = |field: &&str| Wanted::Has(spelled(&[letter(*lang), field, "s", &stemmed]));
                ways.extend(self.fields.iter().map(has));
            }
        }
        ways
    }

    /// Language and field of everywhere that is looked at.
    fn places(&self) -> impl Iterator<Item = String> {
        self.langs.iter().flat_map(|lang| self.fields.iter().map(|field| format!("{}{field}", letter(*lang))))
    }
}
