//! Excerpt: what a result shows of itself, with what was wanted marked.

use pana_text::question::Marked;
use pana_text::{Lang, Question};

use super::document::{self, Document, Text};

/// A text of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Its language.
    pub lang: Lang,
    /// Its pieces.
    pub pieces: Vec<Marked>,
}

impl Excerpt {
    /// Whether something in it was wanted.
    pub fn is_wanted(&self) -> bool {
        self.pieces.iter().any(|piece| piece.wanted)
    }

    /// The text without marks.
    pub fn plain(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// Letters before the first wanted word.
const BEFORE: usize = 60;
/// Letters in all.
const MOST: usize = 220;

/// The title in the language of the reader, or in English, or in the one it has.
pub fn title(document: &Document, question: &Question, reader: Lang) -> Excerpt {
    let has = |lang: &Lang| document.title.iter().any(|text| text.lang == *lang);
    let lang = [reader, Lang::En].into_iter().chain(Lang::ALL).find(has).unwrap_or(reader);
    let text = joined(&document.title, lang, ": ");
    let text = if text.is_empty() { document.key.clone() } else { text };
    Excerpt { lang, pieces: question.mark(lang, &text) }
}

/// The place in the text that was meant: in the language of the reader if it is there, or else where it is. Where only the
/// title was meant, the beginning of the text.
pub fn text(found: &Document, question: &Question, reader: Lang) -> Option<Excerpt> {
    let shown = title(found, question, reader);
    let others = Lang::ALL.into_iter().filter(|lang| *lang != reader);
    let texts: Vec<(Lang, String)> =
        [reader].into_iter().chain(others).map(|lang| (lang, joined(&found.text, lang, " · "))).collect();
    // What stands in the title need not be looked for in another language.
    let (first, rest) = texts.split_at(1);
    let titles = Lang::ALL.into_iter().filter(|lang| *lang != shown.lang);
    let titles = titles.map(|lang| (lang, joined(&found.title, lang, ": ")));
    let elsewhere = rest.iter().cloned().chain(titles).filter(|_| !shown.is_wanted());
    let meant = first.iter().cloned().chain(elsewhere).find_map(|(lang, text)| around(question, lang, &text));
    // Scope and parent of an indicator or a place say nothing about the question: its name is enough.
    let is_named = [document::INDICATOR, document::PLACE].contains(&found.kind.as_str());
    let beginning = || texts.iter().find(|(_, text)| !is_named && !text.is_empty());
    meant.or_else(|| beginning().map(|(lang, text)| start(question, *lang, text)))
}

fn start(question: &Question, lang: Lang, text: &str) -> Excerpt {
    Excerpt { lang, pieces: question.mark(lang, &cut(text, 0, boundary(text, MOST))) }
}

fn joined(texts: &[Text], lang: Lang, between: &str) -> String {
    texts.iter().filter(|text| text.lang == lang).map(|text| text.text.as_str()).collect::<Vec<_>>().join(between)
}

/// The text around its first wanted word; `None` where it has none.
fn around(question: &Question, lang: Lang, text: &str) -> Option<Excerpt> {
    let marked = question.mark(lang, text);
    let first = marked.iter().position(|piece| piece.wanted)?;
    let before: usize = marked[..first].iter().map(|piece| piece.text.len()).sum();
    let start = match text[..before].char_indices().rev().nth(BEFORE) {
        Some((far, _)) => text[far..before].find(char::is_whitespace).map_or(before, |space| far + space + 1),
        None => 0,
    };
    let start = if text.is_char_boundary(start) { start } else { before };
    let end = start + boundary(&text[start..], MOST);
    Some(Excerpt { lang, pieces: question.mark(lang, &cut(text, start, end)) })
}

/// The end of the last whole word within so many letters.
fn boundary(text: &str, letters: usize) -> usize {
    match text.char_indices().nth(letters) {
        None => text.len(),
        Some((far, _)) => text[..far].rfind(char::is_whitespace).filter(|end| *end > 0).unwrap_or(far),
    }
}

fn cut(text: &str, start: usize, end: usize) -> String {
    let before = if start > 0 { "… " } else { "" };
    let after = if end < text.len() { " …" } else { "" };
    format!("{before}{}{after}", text[start..end].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: &[(Lang, &str)], text: &[(Lang, &str)]) -> Document {
        let texts = |texts: &[(Lang, &str)]| {
            texts.iter().map(|(lang, text)| Text { lang: *lang, text: (*text).to_owned() }).collect()
        };
        Document {
            kind: "findings".to_owned(),
            key: "F1".to_owned(),
            path: "/sources/S1#findings-F1".to_owned(),
            codes: Vec::new(),
            title: texts(title),
            text: texts(text),
            mentions: Vec::new(),
            source: None,
        }
    }

    #[test]
    fn a_long_text_is_cut_around_what_was_wanted() {
        let long = format!("{} barracks {}", "word ".repeat(100), "more ".repeat(100));
        let document = document(&[(Lang::En, "Title")], &[(Lang::En, &long)]);
        let shown = text(&document, &Question::read("barrack"), Lang::En).expect("a text").plain();
        assert!(shown.starts_with("… word") && shown.contains("barracks more") && shown.ends_with(" …"), "{shown}");
        assert!(shown.chars().count() <= MOST + 4, "{shown}");
    }

    #[test]
    fn a_match_in_another_language_is_shown_in_that_language() {
        let document = document(&[(Lang::En, "Slavery"), (Lang::Ru, "Рабство")], &[(Lang::En, "A condition")]);
        let shown = text(&document, &Question::read("рабства"), Lang::En).expect("a text");
        assert_eq!((shown.lang, shown.plain().as_str(), shown.is_wanted()), (Lang::Ru, "Рабство", true));
        assert_eq!(title(&document, &Question::read("рабства"), Lang::Kk).plain(), "Slavery");
    }

    #[test]
    fn where_only_the_title_was_meant_the_text_begins_at_its_beginning() {
        let document = document(&[(Lang::En, "Slavery")], &[(Lang::En, "A condition"), (Lang::Kk, "Жағдай")]);
        assert_eq!(text(&document, &Question::read("slavery"), Lang::En).expect("a text").plain(), "A condition");
    }
}
