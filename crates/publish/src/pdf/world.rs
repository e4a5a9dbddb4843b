//! World: all that is said to Typst, in one file, because every 0.x of it breaks this.

use std::collections::BTreeMap;
use std::fmt;

use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Golos Text in four weights: it has all Kazakh letters (assets/fonts).
const FONTS: [&[u8]; 4] = [
    include_bytes!("../../../../assets/fonts/pdf/GolosText_400Regular.ttf"),
    include_bytes!("../../../../assets/fonts/pdf/GolosText_500Medium.ttf"),
    include_bytes!("../../../../assets/fonts/pdf/GolosText_600SemiBold.ttf"),
    include_bytes!("../../../../assets/fonts/pdf/GolosText_700Bold.ttf"),
];

/// Typst keeps what it computed for this many prints more: what two snapshots share is found again, and memory does not grow.
const KEPT: usize = 3;

/// What every print shares: library, fonts, template.
pub(super) struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
}

/// One print: the shop and the files of this snapshot.
struct Job<'a> {
    shop: &'a Shop,
    files: BTreeMap<String, Bytes>,
}

/// What Typst complains about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<String>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("; "))
    }
}

impl Shop {
    /// The shop with this template.
    pub fn new(template: &str) -> Self {
        let font =
            |data: &&'static [u8]| Font::new(Bytes::new(*data), 0).expect("the fonts are checked by every print");
        let fonts: Vec<Font> = FONTS.iter().map(font).collect();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(file_id("/snapshot.typ"), template.to_owned()),
        }
    }

    /// The text with what the fonts have no letter for written out or, where nobody knows how, as a question mark.
    pub fn legible(&self, text: &str) -> String {
        let known = |letter: char| self.fonts.iter().all(|font| font.info().coverage.contains(letter as u32));
        let mut kept = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                _ if letter.is_ascii() || known(letter) => kept.push(letter),
                'α' => kept.push_str("alpha"),
                'δ' => kept.push_str("delta"),
                '∞' => kept.push_str("> 10^12"),
                '✓' => kept.push('+'),
                '✗' => kept.push('×'),
                // The sign of Uzbek oʻ and gʻ; print has always set it as a turned comma.
                'ʻ' => kept.push('‘'),
                _ => kept.push('?'),
            }
        }
        kept
    }

    /// Sets the template with these files: absolute path and content.
    pub fn set(&self, files: BTreeMap<String, Vec<u8>>) -> Result<PagedDocument, Faults> {
        let files = files.into_iter().map(|(path, content)| (path, Bytes::new(content)));
        let job = Job { shop: self, files: files.collect() };
        let Warned { output, .. } = typst::compile::<PagedDocument>(&job);
        typst::comemo::evict(KEPT);
        output.map_err(|errors| Faults(errors.iter().map(|error| job.describe(error)).collect()))
    }
}

/// Drops all that Typst remembers of earlier prints.
pub(super) fn forget() {
    typst::comemo::evict(0);
}

/// Writes a document as PDF with the standard for accessible PDF switched on. No wall clock: there is no date in it. What somebody carries
/// with her does not say which program made it (R3): its name alone tells what the house is for.
pub(super) fn export(document: &PagedDocument, creator: Option<&str>) -> Result<Vec<u8>, Faults> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).expect("one standard does not contradict itself");
    let options = PdfOptions { standards, creator: Smart::Custom(creator.map(str::to_owned)), ..PdfOptions::default() };
    typst_pdf::pdf(document, &options)
        .map_err(|errors| Faults(errors.iter().map(|error| error.message.to_string()).collect()))
}

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("our paths are absolute and stay inside");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl Job<'_> {
    /// "line 12: unknown variable: x".
    fn describe(&self, fault: &SourceDiagnostic) -> String {
        let lines = self.shop.template.lines();
        let line = self.range(fault.span).and_then(|range| lines.byte_to_line(range.start));
        line.map_or_else(|| fault.message.to_string(), |line| format!("line {}: {}", line + 1, fault.message))
    }
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.shop.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.shop.template.clone()) } else { Err(FileError::NotSource) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_with_slash();
        self.files.get(path).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(template: &str) -> String {
        let faults = Shop::new(template).set(BTreeMap::new()).expect_err("the template is broken");
        faults.to_string()
    }

    #[test]
    fn a_template_that_fails_says_where_and_why() {
        assert_eq!(fault("#let a = 1\n#b"), "line 2: unknown variable: b");
        assert!(fault("#json(\"/snapshot.json\")").starts_with("line 1: file not found"));
        assert!(fault("#datetime.today()").contains("unable to get the current date"));
    }

    #[test]
    fn a_page_without_a_title_is_not_an_accessible_pdf() {
        let document =
            Shop::new("#set text(font: \"Golos Text\")\nҚ").set(BTreeMap::new()).expect("the template is sound");
        let faults = export(&document, None).expect_err("the standard asks for a title");
        assert!(faults.to_string().contains("title"), "{faults}");
    }

    #[test]
    fn a_letter_the_fonts_lack_is_written_out() {
        let shop = Shop::new("");
        assert_eq!(shop.legible("Қазақ δ 日本 – ±"), "Қазақ delta ?? – ±");
        assert_eq!(shop.legible("oʻzbekcha, maʼlumot"), "o‘zbekcha, maʼlumot");
    }

    #[test]
    fn every_letter_of_the_languages_of_paper_is_drawn() {
        let shop = Shop::new("");
        let letters = [
            "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя",
            "АаБбВвГгҒғДдЕеЁёЖжЗзИиӢӣЙйКкҚқЛлМмНнОоПпРрСсТтУуӮӯФфХхҲҳЧчҶҷШшЪъЭэЮюЯя",
            "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнҢңОоӨөПпРрСсТтУуҮүФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя№",
            "AaBbDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvXxYyZz‘ʼ",
        ];
        for letters in letters {
            assert_eq!(shop.legible(letters), letters);
        }
    }

    #[test]
    fn every_weight_of_the_font_is_found() {
        for weight in [400, 500, 600, 700] {
            let template = format!("#set text(font: \"Golos Text\", weight: {weight})\nҚ");
            let shop = Shop::new(&template);
            let job = Job { shop: &shop, files: BTreeMap::new() };
            let Warned { output, warnings } = typst::compile::<PagedDocument>(&job);
            assert!(output.is_ok() && warnings.is_empty(), "{weight}: {warnings:?}");
        }
    }
}
