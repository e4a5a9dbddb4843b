//! Report: a document as sections of text, facts, tables and drawings, so that every form of it is drawn from one value.

pub mod plain;
pub(crate) mod ranges;

use serde::Serialize;

use crate::svg::{Alt, Dress};

/// Widths of a drawing on a wide and on a narrow screen; print takes the first.
const BROAD: f64 = 760.0;
const NARROW: f64 = 340.0;
/// Of a small drawing, of which several stand side by side.
pub(crate) const SMALL: f64 = 340.0;

/// A report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The language of all its texts.
    pub lang: &'static str,
    /// Its heading.
    pub title: String,
    /// What kind of document it is.
    pub subject: String,
    /// Whether a number of all people can be given.
    pub estimable: bool,
    /// What it comes to, in one sentence.
    pub sentence: String,
    /// What must be read with that sentence.
    pub beside: Vec<String>,
    /// What would help where nothing can be said; empty otherwise.
    pub help: Vec<String>,
    /// The parts.
    pub sections: Vec<Section>,
}

/// A part under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// Something under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A paragraph in small print.
    Note(String),
    /// Points.
    List(Vec<String>),
    /// Names and values.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// A drawing.
    Drawing(Drawing),
    /// Small drawings side by side.
    Drawings(Vec<Drawing>),
}

/// A drawing, with what stands for it where it cannot be seen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drawing {
    /// Its name, unique in the report.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// How to read it; may be empty.
    pub note: String,
    /// The same in words.
    pub description: String,
    /// The SVG; for a page the one for a wide screen.
    #[serde(skip)]
    pub svg: String,
    /// The SVG for a narrow screen; empty in print and for drawings that fit both.
    #[serde(skip)]
    pub narrow: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// Its name, unique in the report.
    pub id: String,
    /// What it holds.
    pub caption: String,
    /// Its columns; the first names the rows.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Too wide to stand open on a phone without scrolling.
    pub wide: bool,
    /// Behind what stands before it: a page shows it when it is asked for, paper shows it.
    pub folded: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Whether it holds numbers.
    pub numeric: bool,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// A mark in front of it; the text says the same.
    pub mark: Option<Mark>,
}

/// How a check went, as a mark that is not told by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Well.
    Pass,
    /// A doubt.
    Doubt,
    /// Must not be used.
    Fail,
}

impl Mark {
    /// The sign of the mark.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Pass => "✓",
            Self::Doubt => "?",
            Self::Fail => "✗",
        }
    }
}

impl Drawing {
    /// A drawing in the widths that are needed: for a page two, for print one.
    pub(crate) fn in_widths(
        dress: Dress,
        id: &str,
        title: String,
        note: String,
        description: String,
        draw: &dyn Fn(&Alt, f64) -> String,
    ) -> Self {
        let of = |name: &str, width: f64| {
            let id = format!("{id}-{name}");
            draw(&Alt { id: &id, title: &title, desc: &description }, width)
        };
        let svg = of("broad", BROAD);
        let narrow = match dress {
            Dress::Page => of("narrow", NARROW),
            Dress::Print => String::new(),
        };
        Self { id: id.to_owned(), title, note, description, svg, narrow }
    }
}

impl Cell {
    /// A cell without a mark.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), mark: None }
    }
}

impl Column {
    /// A column of words.
    pub fn words(name: String) -> Self {
        Self { name, numeric: false }
    }

    /// A column of numbers.
    pub fn numbers(name: String) -> Self {
        Self { name, numeric: true }
    }
}

impl Report {
    /// All drawings, in order.
    pub fn drawings(&self) -> impl Iterator<Item = &Drawing> {
        self.sections.iter().flat_map(|section| &section.blocks).flat_map(|block| match block {
            Block::Drawing(drawing) => std::slice::from_ref(drawing),
            Block::Drawings(drawings) => drawings,
            _ => &[],
        })
    }
}
