//! Reads a table of capture histories: CSV with one 0/1 column a list and `count`, or one row a person.

use std::fmt;

use csv::StringRecord;
use pana_stats::mse::capture::{Capture, CaptureRow, Count};
use pana_stats::mse::table::MOST_LISTS;

/// The header of the column that counts people.
const COUNT: &str = "count";
/// As many faults are listed; more are seldom other ones.
const MOST_FAULTS: usize = 20;

/// What is wrong with a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureFault {
    /// The file as the reader knows it.
    pub file: String,
    /// The line, from 1; `None` if it is the table as a whole.
    pub line: Option<u64>,
    /// The header of the column.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with a capture table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no row under the header.
    Empty,
    /// The row cannot be split into cells, or has more or fewer than the header.
    Ragged(String),
    /// A column has no name, or two have the same.
    Header,
    /// Fewer than two columns hold only 0 and 1.
    TooFewLists,
    /// More columns of 0 and 1 than can be held.
    TooManyLists(usize),
    /// Neither 0 nor 1 in the column of a list.
    NotZeroOne(String),
    /// No count, a negative one, or no whole number or range.
    NotACount(String),
    /// A range whose end is before its start.
    Backwards(String),
    /// People who are on no list were not observed.
    OnNoList,
    /// A column that was asked for is not there.
    NoColumn(String),
    /// No column `count`, and no two rows are alike: persons or histories?
    NoCount,
}

impl Fault {
    /// The key under which catalogues have the words for it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Ragged(_) => "ragged",
            Self::Header => "header",
            Self::TooFewLists => "too-few-lists",
            Self::TooManyLists(_) => "too-many-lists",
            Self::NotZeroOne(_) => "not-zero-one",
            Self::NotACount(_) => "not-a-count",
            Self::Backwards(_) => "backwards",
            Self::OnNoList => "on-no-list",
            Self::NoColumn(_) => "no-column",
            Self::NoCount => "no-count",
        }
    }

    /// What stands in the cell, or the name that was asked for; empty where there is none.
    pub fn found(&self) -> String {
        match self {
            Self::Ragged(text)
            | Self::NotZeroOne(text)
            | Self::NotACount(text)
            | Self::Backwards(text)
            | Self::NoColumn(text) => text.clone(),
            Self::TooManyLists(lists) => lists.to_string(),
            _ => String::new(),
        }
    }
}

impl fmt::Display for CaptureFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ": column {column}")?;
        }
        f.write_str(": ")?;
        match &self.fault {
            Fault::Empty => f.write_str("there is no row under the header; each row is a history with its count"),
            Fault::Ragged(why) => write!(f, "the row does not fit the header ({why}); give each row a cell a column"),
            Fault::Header => f.write_str("a column without a name, or two of one name; give each column its own"),
            Fault::TooFewLists => {
                f.write_str("fewer than two columns hold only 0 and 1; each list needs one: 1 if the person is on it, else 0")
            }
            Fault::TooManyLists(lists) => {
                write!(f, "{lists} lists, {MOST_LISTS} at most; merge lists that belong together")
            }
            Fault::NotZeroOne(cell) => write!(
                f,
                "`{cell}` where a list has 0 or 1; correct it, or name the column with --strata if it divides people"
            ),
            Fault::NotACount(cell) => {
                write!(f, "`{cell}` is no count; write a whole number from 0 up, or a range as 1-4 for a masked cell")
            }
            Fault::Backwards(cell) => write!(f, "the range `{cell}` ends before it starts; write the smaller number first"),
            Fault::OnNoList => {
                f.write_str("people on no list were not observed, their number is what is sought; take the row out")
            }
            Fault::NoColumn(name) => write!(f, "there is no column `{name}`; name one of the header"),
            Fault::NoCount => f.write_str(
                "there is no column `count` and no two rows are alike; add the column, with 1 in each row if a row is a person",
            ),
        }
    }
}

/// Reads a table. Columns of 0 and 1 are lists, `count` counts, all others and those named in `strata` divide people into
/// groups. Without `count` each row is a person. Separated by comma, semicolon or tab, as the header shows.
///
/// Either the whole table, or every fault in it (the first twenty).
pub fn read(text: &str, file: &str, strata: &[String]) -> Result<Capture, Vec<CaptureFault>> {
    let mut reading = Reading { file, faults: Vec::new() };
    // A line that ends in two characters is counted once it is over, which is too late for the line that follows.
    let lines = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let found = reading.table(&lines, strata);
    match found {
        Some(capture) if reading.faults.is_empty() => Ok(capture),
        _ => Err(reading.faults),
    }
}

struct Reading<'a> {
    file: &'a str,
    faults: Vec<CaptureFault>,
}

/// A row with the number of its line.
type Line = (u64, StringRecord);

/// Which column is what.
struct Columns {
    lists: Vec<usize>,
    strata: Vec<usize>,
    count: Option<usize>,
}

impl Reading<'_> {
    fn fault(&mut self, line: Option<u64>, column: Option<&str>, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            let (file, column) = (self.file.to_owned(), column.map(str::to_owned));
            self.faults.push(CaptureFault { file, line, column, fault });
        }
    }

    fn table(&mut self, text: &str, strata: &[String]) -> Option<Capture> {
        let (header, rows) = self.cells(text)?;
        let columns = self.columns(&header, &rows, strata)?;
        let read = rows.iter().filter_map(|(line, row)| self.row(*line, row, &header, &columns)).collect();
        let named = |columns: &[usize]| columns.iter().map(|i| header[*i].clone()).collect();
        Some(Capture { lists: named(&columns.lists), strata: named(&columns.strata), rows: read })
    }

    fn cells(&mut self, text: &str) -> Option<(Vec<String>, Vec<Line>)> {
        let first = text.lines().next().unwrap_or_default();
        let delimiter = [b';', b'\t'].into_iter().find(|mark| first.as_bytes().contains(mark)).unwrap_or(b',');
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
        let header: Vec<String> = match reader.headers() {
            Ok(header) => header.iter().map(str::to_owned).collect(),
            Err(error) => {
                self.fault(Some(1), None, Fault::Ragged(error.to_string()));
                return None;
            }
        };
        if header.iter().enumerate().any(|(i, name)| name.is_empty() || header[..i].contains(name)) {
            self.fault(Some(1), None, Fault::Header);
            return None;
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => rows.push((record.position().map_or(0, csv::Position::line), record)),
                Err(error) => {
                    let line = error.position().map(csv::Position::line);
                    self.fault(line, None, Fault::Ragged(short(&error, header.len())));
                }
            }
        }
        if rows.is_empty() && self.faults.is_empty() {
            self.fault(None, None, Fault::Empty);
        }
        (!rows.is_empty()).then_some((header, rows))
    }

    fn columns(&mut self, header: &[String], rows: &[Line], asked: &[String]) -> Option<Columns> {
        for name in asked.iter().filter(|name| !header.contains(name)) {
            self.fault(Some(1), None, Fault::NoColumn(name.clone()));
        }
        let count = header.iter().position(|name| name.eq_ignore_ascii_case(COUNT));
        let zero_one = |i: usize| rows.iter().any(|(_, row)| matches!(row.get(i), Some("0" | "1")));
        let (lists, strata): (Vec<usize>, Vec<usize>) =
            (0..header.len()).filter(|i| Some(*i) != count).partition(|i| !asked.contains(&header[*i]) && zero_one(*i));
        match lists.len() {
            0 | 1 => self.fault(Some(1), None, Fault::TooFewLists),
            many if many > MOST_LISTS => self.fault(Some(1), None, Fault::TooManyLists(many)),
            _ => {}
        }
        let alike = || rows.iter().enumerate().any(|(i, (_, row))| rows[..i].iter().any(|(_, other)| other == row));
        if count.is_none() && rows.len() < 5000 && !alike() {
            self.fault(Some(1), None, Fault::NoCount);
        }
        self.faults.is_empty().then_some(Columns { lists, strata, count })
    }

    fn row(&mut self, line: u64, row: &StringRecord, header: &[String], columns: &Columns) -> Option<CaptureRow> {
        let mut history = 0;
        let mut whole = true;
        for (bit, i) in columns.lists.iter().enumerate() {
            match row.get(*i).unwrap_or_default() {
                "1" => history |= 1 << bit,
                "0" => {}
                other => {
                    self.fault(Some(line), Some(&header[*i]), Fault::NotZeroOne(other.to_owned()));
                    whole = false;
                }
            }
        }
        let count = match columns.count {
            None => Some(Count::Exact(1)),
            Some(i) => self.count(line, &header[i], row.get(i).unwrap_or_default()),
        }?;
        if !whole || (history == 0 && count == Count::Exact(0)) {
            return None;
        }
        if history == 0 {
            self.fault(Some(line), None, Fault::OnNoList);
            return None;
        }
        let stratum = columns.strata.iter().map(|i| row.get(*i).unwrap_or_default().to_owned()).collect();
        Some(CaptureRow { history, stratum, count })
    }

    fn count(&mut self, line: u64, column: &str, cell: &str) -> Option<Count> {
        let fault = match range(cell) {
            Some(Count::Between(low, high)) if low > high => Fault::Backwards(cell.to_owned()),
            Some(count) => return Some(count),
            None => Fault::NotACount(cell.to_owned()),
        };
        self.fault(Some(line), Some(column), fault);
        None
    }
}

/// `12`, or `1-4` with a hyphen or an en dash.
fn range(cell: &str) -> Option<Count> {
    // A count above this is no count of people; it also keeps every sum exact.
    let number = |text: &str| text.trim().parse::<u64>().ok().filter(|count| *count <= 10_000_000_000);
    if cell.trim_start().starts_with(['+', '-']) {
        return None;
    }
    match cell.split_once(['-', '–']) {
        Some((low, high)) => Some(Count::Between(number(low)?, number(high)?)),
        None => number(cell).map(Count::Exact),
    }
}

fn short(error: &csv::Error, columns: usize) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { len, .. } => format!("{len} cells, {columns} columns"),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<(Option<u64>, Option<String>, &'static str)> {
        let faults = read(text, "t.csv", &[]).expect_err("it is faulty");
        faults.into_iter().map(|fault| (fault.line, fault.column, fault.fault.key())).collect()
    }

    #[test]
    fn counts_ranges_and_strata_are_read() {
        let text = "a;b;sex;count\n1;0;f;12\n0;1;m;1–4\n1;1;f;3-3\n0;0;m;0\n";
        let capture = read(text, "t.csv", &[]).expect("it is sound");
        assert_eq!((capture.lists.len(), capture.strata), (2, vec!["sex".to_owned()]));
        let counts: Vec<Count> = capture.rows.iter().map(|row| row.count).collect();
        assert_eq!(counts, [Count::Exact(12), Count::Between(1, 4), Count::Between(3, 3)]);
        assert_eq!(capture.rows[2].history, 3);
    }

    #[test]
    fn rows_may_be_persons() {
        let capture = read("a,b\n1,0\n1,1\n1,0\n", "t.csv", &[]).expect("it is sound");
        assert_eq!(capture.least().expect("a table").counts(), [0, 2, 0, 1]);
    }

    #[test]
    fn a_column_of_zeros_and_ones_may_be_named_a_stratum() {
        let text = "a,b,child,count\n1,0,0,5\n0,1,1,6\n";
        let capture = read(text, "t.csv", &["child".to_owned()]).expect("it is sound");
        assert_eq!((capture.lists.len(), capture.strata), (2, vec!["child".to_owned()]));
    }

    #[test]
    fn every_fault_says_where_it_is() {
        let column = |name: &str| Some(name.to_owned());
        assert_eq!(
            faults("a,b,count\n1,0,5\n1,2,6\n0,1,-3\n1,1,2.5\n1,1,9-4\n0,0,8\n"),
            [
                (Some(3), column("b"), "not-zero-one"),
                (Some(4), column("count"), "not-a-count"),
                (Some(5), column("count"), "not-a-count"),
                (Some(6), column("count"), "backwards"),
                (Some(7), None, "on-no-list"),
            ]
        );
        assert_eq!(faults("a,b\n1,0\n0,1\n1,1\n"), [(Some(1), None, "no-count")]);
        assert_eq!(faults("a,count\n1,2\n"), [(Some(1), None, "too-few-lists")]);
        assert_eq!(faults("a,b,count\n"), [(None, None, "empty")]);
        assert_eq!(faults(""), [(None, None, "empty")]);
        assert_eq!(faults("a,a,count\n1,0,2\n"), [(Some(1), None, "header")]);
        assert_eq!(faults("a,b,count\n1,0\n1,1,2\n")[0], (Some(2), None, "ragged"));
        let unknown = read("a,b,count\n1,0,2\n0,1,3\n", "t.csv", &["sex".to_owned()]).expect_err("no such column");
        assert_eq!(unknown[0].to_string(), "t.csv:1: there is no column `sex`; name one of the header");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_fall_over(text in "[01a,;\t\n\"\u{feff}–-]{0,80}") {
            let _ = read(&text, "t.csv", &[]);
        }
    }

    #[test]
    fn lines_are_counted_alike_however_they_end() {
        let table = "a,b,count\n1,0,5\n0,1,many\n";
        for text in [table.to_owned(), table.replace('\n', "\r\n")] {
            let faults = read(&text, "t.csv", &[]).expect_err("a count is no number");
            assert_eq!(faults[0].line, Some(3), "{text:?}");
        }
    }
}
