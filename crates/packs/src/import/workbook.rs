//! The sheets of a workbook as lines of cells. Cells are read one by one, so a stray cell at the far end of a sheet costs nothing.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, Xlsx};

use super::archive;
use super::book::{Line, Sheet};
use super::date::from_serial;
use super::refusal::Refusal;
use crate::workbook::sheet::text;

/// The widest sheet that is read.
const WIDEST: u32 = 500;

type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

/// The sheets of a workbook.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    archive::check(bytes, archive::MOST)?;
    let unreadable = |error: calamine::XlsxError| Refusal::NotAWorkbook { reason: error.to_string() };
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let metadata = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = metadata.map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::new();
    for name in names {
        let mut cells = cells(&mut book, &name)?;
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        merged.iter().for_each(|area| fill_down(&mut cells, area));
        sheets.push(Sheet { name: Some(name), lines: lines(cells) });
    }
    Ok(sheets)
}

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Cells, Refusal> {
    let unreadable = |error: calamine::XlsxError| Refusal::NotAWorkbook { reason: error.to_string() };
    let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
    let mut cells = Cells::new();
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        let written = written(cell.get_value());
        if written.is_empty() {
            continue;
        }
        if column >= WIDEST {
            return Err(Refusal::TooWide { columns: u64::from(column) + 1, most: u64::from(WIDEST) });
        }
        cells.entry(row).or_default().insert(column, written);
    }
    Ok(cells)
}

/// A cell merged over several rows of one column says the same of each of them.
fn fill_down(cells: &mut Cells, area: &Dimensions) {
    let ((top, column), (bottom, right)) = (area.start, area.end);
    let Some(value) = cells.get(&top).and_then(|row| row.get(&column)).cloned() else { return };
    if column != right {
        return;
    }
    for (_, row) in cells.range_mut(top..=bottom.max(top)) {
        row.entry(column).or_insert_with(|| value.clone());
    }
}

fn lines(cells: Cells) -> Vec<Line> {
    let mut lines = Vec::new();
    for (row, filled) in cells {
        let width = filled.keys().next_back().map_or(0, |last| *last as usize + 1);
        let mut line = Line { line: u64::from(row) + 1, cells: vec![String::new(); width] };
        for (column, value) in filled {
            line.cells[column as usize] = value;
        }
        lines.push(line);
    }
    lines
}

/// Numbers with the digits they are stored with, dates as dates.
fn written(cell: &DataRef<'_>) -> String {
    match Data::from(cell.clone()) {
        Data::DateTime(moment) => moment_text(&moment),
        Data::DateTimeIso(moment) => moment.split('T').next().unwrap_or_default().to_owned(),
        // Left as it is shown, so that the row is refused with it and not read as an empty cell.
        Data::Error(error) => error.to_string(),
        other => text(&other),
    }
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let serial = moment.as_f64();
    if !moment.is_datetime() || from_serial(serial).is_none() {
        return serial.to_string();
    }
    // The workbook may count its days from 1904; the reader of the format knows and gives the calendar day.
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
