//! Plain: the report as text for a terminal; drawings are told in words.

use super::{Block, Cell, Drawing, Report, Section, Table};

/// The widest line of running text.
const WIDTH: usize = 100;

/// The report as text.
pub fn plain(report: &Report) -> String {
    let mut out = Vec::new();
    out.push(wrapped(&report.sentence, ""));
    out.extend(report.beside.iter().map(|text| wrapped(text, "")));
    out.extend(report.help.iter().map(|text| wrapped(text, "- ")));
    for section in &report.sections {
        out.push(format!("\n{}\n{}", section.heading, "─".repeat(section.heading.chars().count())));
        let told = |of: &&Block| !in_a_table(section, of);
        out.extend(section.blocks.iter().filter(told).map(block));
    }
    out.retain(|text| !text.is_empty());
    out.join("\n") + "\n"
}

/// Whether a drawing has a table of its own, which says the same better: their names begin alike.
fn in_a_table(section: &Section, block: &Block) -> bool {
    let Block::Drawing(drawing) = block else { return false };
    let stem = drawing.id.split('-').next().unwrap_or_default();
    section.blocks.iter().any(|other| matches!(other, Block::Table(table) if table.id.split('-').next() == Some(stem)))
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(text) | Block::Note(text) => wrapped(text, ""),
        Block::List(points) => points.iter().map(|point| wrapped(point, "- ")).collect::<Vec<_>>().join("\n"),
        Block::Facts(facts) => {
            facts.iter().map(|(name, value)| wrapped(&format!("{name}: {value}"), "  ")).collect::<Vec<_>>().join("\n")
        }
        Block::Table(found) => table(found),
        Block::Drawing(drawing) => told(drawing),
        Block::Drawings(drawings) => drawings.iter().map(told).collect::<Vec<_>>().join("\n"),
    }
}

fn told(drawing: &Drawing) -> String {
    wrapped(&format!("{}: {}", drawing.title, drawing.description), "")
}

/// Words to lines; the first begins with a lead, the others are set in by as much.
fn wrapped(text: &str, lead: &str) -> String {
    let inset = " ".repeat(lead.chars().count());
    let mut lines = vec![lead.to_owned()];
    // Only at plain spaces: a no-break space keeps a number with its sign.
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let line = lines.last_mut().expect("there is a first line");
        let begun = line.chars().count() > inset.chars().count();
        if begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(format!("{inset}{word}"));
        } else {
            if begun {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}

/// Columns as wide as their widest cell, numbers to the right.
fn table(table: &Table) -> String {
    let shown =
        |cell: &Cell| cell.mark.map_or_else(|| cell.text.clone(), |mark| format!("{} {}", mark.sign(), cell.text));
    let heads: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    let rows: Vec<Vec<String>> =
        std::iter::once(heads).chain(table.rows.iter().map(|row| row.iter().map(shown).collect())).collect();
    let widest = |i: usize| rows.iter().filter_map(|row| row.get(i)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..table.columns.len()).map(|i| widest(i).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).zip(&table.columns).map(|((cell, width), column)| {
            if column.numeric { format!("{cell:>width$}") } else { format!("{cell:width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    format!("{}\n{}", wrapped(&table.caption, ""), lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    #[test]
    fn a_table_has_straight_columns_with_numbers_to_the_right() {
        let found = Table {
            id: "t".to_owned(),
            caption: "Caption".to_owned(),
            columns: vec![Column::words("Әдіс".to_owned()), Column::numbers("N".to_owned())],
            rows: vec![
                vec![Cell::plain("a"), Cell::plain("11,300")],
                vec![Cell { text: "long".to_owned(), mark: Some(crate::report::Mark::Doubt) }, Cell::plain("5")],
            ],
            wide: false,
            folded: false,
        };
        assert_eq!(table(&found), "Caption\nӘдіс         N\na       11,300\n? long       5");
    }

    #[test]
    fn lines_are_no_wider_than_a_page() {
        let text = "word ".repeat(60);
        assert!(wrapped(&text, "- ").lines().all(|line| line.chars().count() <= WIDTH));
        assert!(wrapped(&text, "- ").lines().skip(1).all(|line| line.starts_with("  word")));
    }
}
