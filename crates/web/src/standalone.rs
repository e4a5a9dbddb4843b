//! A snapshot as one file: no server behind it, its derivations at its end.

use askama::Template;
use pana_publish::Snapshot;
use pana_publish::report::{Block, Cell, Report};
use pana_publish::snapshot::model::Comparison;
use pana_text::Words;

use crate::asset;

#[derive(Template)]
#[template(path = "standalone.html")]
struct File<'a> {
    words: &'a Words,
    snapshot: &'a Snapshot,
    stylesheet: String,
}

impl File<'_> {
    fn t(&self, key: &str) -> String {
        self.words.say(key)
    }

    fn comparisons(&self) -> [&Comparison; 2] {
        [&self.snapshot.vulnerability, &self.snapshot.response]
    }
}

/// The snapshot as an HTML document that needs nothing else.
pub fn html(snapshot: &Snapshot, words: &Words) -> Result<Vec<u8>, String> {
    let file = File { words, snapshot, stylesheet: without_fonts(asset::stylesheet()) };
    file.render().map(String::into_bytes).map_err(|error| error.to_string())
}

#[derive(Template)]
#[template(path = "report.html")]
struct ReportFile<'a> {
    words: &'a Words,
    report: &'a Report,
    stylesheet: String,
}

impl ReportFile<'_> {
    fn t(&self, key: &str) -> String {
        self.words.say(key)
    }

    fn sign(&self, cell: &Cell) -> &'static str {
        cell.mark.map_or("", |mark| mark.sign())
    }
}

/// A report as an HTML document that needs nothing else.
pub fn report(report: &Report, words: &Words) -> Result<Vec<u8>, String> {
    let file = ReportFile { words, report, stylesheet: without_fonts(asset::stylesheet()) };
    file.render().map(String::into_bytes).map_err(|error| error.to_string())
}

/// The stylesheet without its font files: a file on its own has the reader's fonts.
fn without_fonts(stylesheet: &str) -> String {
    let mut kept = String::with_capacity(stylesheet.len());
    let mut rest = stylesheet;
    while let Some(start) = rest.find("@font-face") {
        kept.push_str(&rest[..start]);
        rest = rest[start..].split_once('}').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_its_own_asks_for_no_font() {
        let kept = without_fonts("a{b:c}\n@font-face { src: url(\"x\") }\n@font-face{src:url(y)}d{e:f}");
        assert_eq!(kept, "a{b:c}\n\nd{e:f}");
        assert!(!without_fonts(asset::stylesheet()).contains("url("));
    }
}
