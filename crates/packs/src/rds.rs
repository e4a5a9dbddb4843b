//! Reads a respondent-driven sample: who recruited whom, how many members each knows, and her answers.
//!
//! One line for each person: `id`, `recruiter.id` (or `recruiter_id`; empty or `seed` for a seed), `degree` (or
//! `network.size`), and a column for each outcome. An empty cell or `NA` is an answer not given; of the degree too, and a
//! degree of 0.

use pana_stats::rds::{Outcome, Recruit, Sample, SampleError};

use crate::fault::{Fault, Faults};
use crate::survey_sheet::{Sheet, SheetRow, missing, number, told};

/// More groups than this in one column: it is no answer but a number or a name.
const MOST_GROUPS: usize = 30;

const ID: [&str; 1] = ["id"];
const RECRUITER: [&str; 3] = ["recruiter.id", "recruiter_id", "recruiter"];
const DEGREE: [&str; 4] = ["degree", "network.size", "network_size", "network.size.variable"];

/// Reads a sample.
pub fn read(file: &str, bytes: &[u8]) -> Result<Sample, Faults> {
    let sheet = Sheet::read(file, bytes)?;
    let id = sheet.need(&ID, "what names each person")?;
    let recruiter = sheet.need(&RECRUITER, "the id of who recruited her, `seed` for a seed")?;
    let degree = sheet.need(&DEGREE, "how many members of the group she knows")?;
    let columns: Vec<usize> = (0..sheet.columns.len()).filter(|c| ![id, recruiter, degree].contains(c)).collect();
    if columns.is_empty() {
        let reason = "there is no outcome; add a column with the answers whose shares are sought";
        return Err(Fault { line: Some(sheet.header_line), ..Fault::of_file(file, reason) }.into());
    }
    let outcomes = outcomes(&sheet, &columns)?;
    let mut faults = Vec::new();
    let mut people = Vec::new();
    for row in &sheet.rows {
        match person(&sheet, row, (id, recruiter, degree)) {
            Ok(person) => people.push(Recruit { groups: groups(row, &columns, &outcomes), ..person }),
            Err(fault) => faults.push(fault),
        }
    }
    told(faults)?;
    Sample::new(outcomes, &people).map_err(|error| refused(&error, &sheet, (id, recruiter, degree)).into())
}

/// The groups of each outcome: numbers by size, words by letters.
fn outcomes(sheet: &Sheet, columns: &[usize]) -> Result<Vec<Outcome>, Faults> {
    let mut faults = Vec::new();
    let mut outcomes = Vec::new();
    for &c in columns {
        let mut groups: Vec<String> =
            sheet.rows.iter().map(|row| row.cells[c].clone()).filter(|cell| !missing(cell)).collect();
        groups.sort_by(|a, b| match (number(a), number(b)) {
            (Some(x), Some(y)) => x.total_cmp(&y),
            _ => a.cmp(b),
        });
        groups.dedup();
        let name = sheet.columns[c].clone();
        let found = groups.len();
        let reason = match found {
            0 => Some("nobody gave an answer; remove the column".to_owned()),
            1 => Some(format!("everybody gave the same answer, {:?}; there is no share to estimate", groups[0])),
            _ if found > MOST_GROUPS => Some(format!(
                "{found} different answers; put them into at most {MOST_GROUPS} groups or remove the column"
            )),
            _ => None,
        };
        if let Some(reason) = reason {
            faults.push(Fault { column: Some(name.clone()), ..Fault::of_file(&sheet.file, reason) });
        }
        outcomes.push(Outcome { name, groups });
    }
    told(faults)?;
    Ok(outcomes)
}

fn person(sheet: &Sheet, row: &SheetRow, (id, recruiter, degree): (usize, usize, usize)) -> Result<Recruit, Fault> {
    if row.cells[id].is_empty() {
        return Err(sheet.fault(row, id, "the id is empty; everyone needs one, a number will do"));
    }
    let from = &row.cells[recruiter];
    let seed = missing(from) || from.eq_ignore_ascii_case("seed");
    let said = &row.cells[degree];
    let known = number(said).filter(|degree| *degree >= 0.0);
    if known.is_none() && !missing(said) {
        let reason =
            format!("{said:?} is not how many members she knows; write a number from 0, or leave the cell empty");
        return Err(sheet.fault(row, degree, reason));
    }
    let recruiter = (!seed).then(|| from.clone());
    Ok(Recruit { id: row.cells[id].clone(), recruiter, degree: known, groups: Vec::new() })
}

fn groups(row: &SheetRow, columns: &[usize], outcomes: &[Outcome]) -> Vec<Option<usize>> {
    let place = |(c, outcome): (&usize, &Outcome)| outcome.groups.iter().position(|group| *group == row.cells[*c]);
    columns.iter().zip(outcomes).map(place).collect()
}

fn refused(error: &SampleError, sheet: &Sheet, (id, recruiter, degree): (usize, usize, usize)) -> Fault {
    let row = |i: usize| &sheet.rows[i];
    let cell = |i: usize, column: usize| row(i).cells[column].as_str();
    match error {
        SampleError::SameId(i, first) => {
            let reason =
                format!("the id `{}` is already on line {}; everyone needs her own", cell(*i, id), row(*first).line);
            sheet.fault(row(*i), id, reason)
        }
        SampleError::UnknownRecruiter(i) => {
            let reason = format!(
                "`{}` is the id of nobody in the file; correct it, or write `seed` if nobody recruited her",
                cell(*i, recruiter)
            );
            sheet.fault(row(*i), recruiter, reason)
        }
        SampleError::Circle(i) => {
            let reason =
                format!("`{}` was recruited, through others, by herself; correct who came first", cell(*i, id));
            sheet.fault(row(*i), recruiter, reason)
        }
        SampleError::Degree(i) => sheet.fault(row(*i), degree, error),
        SampleError::NoDegree => {
            let reason = "nobody has a degree above 0; without it no one can be weighted";
            Fault { column: Some(sheet.columns[degree].clone()), ..Fault::of_file(&sheet.file, reason) }
        }
        SampleError::SeedsAlone => {
            let reason = "nobody was recruited; these are seeds alone, and shares among them say nothing";
            Fault { column: Some(sheet.columns[recruiter].clone()), ..Fault::of_file(&sheet.file, reason) }
        }
        SampleError::TooFew | SampleError::NoOutcome | SampleError::Group(_) => Fault::of_file(&sheet.file, error),
    }
}
