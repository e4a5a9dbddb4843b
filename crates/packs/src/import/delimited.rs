//! Text files with separated cells: which sign separates them, and on which line each row begins.

use super::book::Line;
use super::refusal::Refusal;

/// The signs that separate cells in files that people have.
const SIGNS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows are looked at to find the sign.
const LOOKED_AT: usize = 50;

/// The rows of a text, and the sign that separates their cells. A line with nothing on it is no row.
pub fn lines(text: &str) -> Result<(Vec<Line>, char), Refusal> {
    let sign = separator(text);
    let lines = split(text, sign, usize::MAX);
    // A quotation that is opened and not closed swallows all that follows it into one cell.
    let odd = text.matches('"').count() % 2 == 1;
    if let Some(last) = lines.last().filter(|last| odd && last.cells.iter().any(|cell| cell.contains('\n'))) {
        return Err(Refusal::UnclosedQuote { line: last.line });
    }
    Ok((lines, char::from(sign)))
}

/// The sign that gives the most rows of one width; of equals, the one with more cells.
fn separator(text: &str) -> u8 {
    let mut best = (0, 0, SIGNS[0]);
    for sign in SIGNS {
        let widths: Vec<usize> = split(text, sign, LOOKED_AT).iter().map(|line| line.cells.len()).collect();
        for &width in widths.iter().filter(|&&width| width > 1) {
            let rows = widths.iter().filter(|&&other| other == width).count();
            if (rows, width) > (best.0, best.1) {
                best = (rows, width, sign);
            }
        }
    }
    best.2
}

fn split(text: &str, sign: u8, most: usize) -> Vec<Line> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(sign).from_reader(text.as_bytes());
    let mut lines = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut at, mut line) = (0, 1);
    // The text is valid UTF-8 and rows may have any width, so nothing can fail here.
    while lines.len() < most && matches!(reader.read_record(&mut record), Ok(true)) {
        let from = record.position().map_or(at, |position| position.byte() as usize);
        let start = begins(text, from);
        line += ends(&text[at..start]);
        at = start;
        lines.push(Line { line, cells: record.iter().map(|cell| cell.trim().to_owned()).collect() });
    }
    lines
}

/// Where a row begins: the reader points to the end of the row before, and there may be lines with nothing on them between.
fn begins(text: &str, from: usize) -> usize {
    let empty = text.as_bytes()[from..].iter().take_while(|&&byte| matches!(byte, b'\r' | b'\n')).count();
    from + empty
}

/// How many lines end in a text: with a line feed, a carriage return, or both.
fn ends(text: &str) -> u64 {
    let (feeds, returns) = (text.matches('\n').count(), text.matches('\r').count());
    let both = if returns == 0 { 0 } else { text.matches("\r\n").count() };
    (feeds + returns - both) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found_by_the_width_of_the_rows() {
        for (text, sign) in [
            ("a;b;c\n1,5;2,5;3,5\n", ';'),
            ("a,b\n\"x;y\",z\n", ','),
            ("a\tb\n1, 2\t3\n", '\t'),
            ("Title, of a table\na|b|c\n1|2|3\n", '|'),
            ("alone\n", ','),
        ] {
            assert_eq!(lines(text).expect("rows").1, sign, "{text}");
        }
    }

    #[test]
    fn a_row_is_named_by_the_line_it_begins_on() {
        let (rows, _) = lines("a;b\n\"two\nlines\";x\n;\n\nlast;y\n").expect("rows");
        let named: Vec<u64> = rows.iter().map(|row| row.line).collect();
        assert_eq!(named, [1, 2, 4, 6]);
        let (rows, _) = lines("a;b\r\n\r\n1;2\r\n3;4\r\n").expect("rows");
        let named: Vec<u64> = rows.iter().map(|row| row.line).collect();
        assert_eq!(named, [1, 3, 4]);
        let (rows, _) = lines("a;b\r1;2\r\r3;4").expect("rows");
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 2, 4]);
    }

    #[test]
    fn a_quotation_that_never_ends_is_refused_where_it_begins() {
        assert_eq!(lines("a,b\n1,\"open\n2,x\n3,y\n"), Err(Refusal::UnclosedQuote { line: 2 }));
    }
}
