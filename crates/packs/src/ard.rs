//! Reads the answers of a network scale-up survey: whom each respondent knows, and how large the known groups are.
//!
//! One line for each respondent, one column for each group with how many of it she knows. Sizes stand either in a second
//! file of two columns, `name,size`, or in the same file on lines before the header that begin with `#`:
//! `# known_1 = 4000`. The name is that of the column; `population` is the whole population. A group without a size is
//! hidden. `name_truth` gives the true size of a hidden group of a simulated set, to print beside the estimate.
//!
//! Columns called `id`, `true_degree`, `weight` (of the respondent) and `cluster` (where she was asked) are no groups.

use std::collections::BTreeMap;

use pana_stats::nsum::{Ard, ArdError, Group};

use crate::fault::{Fault, Faults};
use crate::survey_sheet::{Sheet, count, number, told};

/// Answers, with what else the file said.
#[derive(Clone, Debug, PartialEq)]
pub struct ArdFile {
    /// The answers.
    pub ard: Ard,
    /// The true size of hidden groups, where the file is a simulated set that says it.
    pub truth: BTreeMap<String, f64>,
}

const POPULATION: [&str; 2] = ["population", "total_population"];
const NO_GROUPS: [&str; 4] = ["id", "true_degree", "weight", "cluster"];

/// Reads the answers, with the sizes from a second file or from the first lines of the same.
pub fn read(file: &str, bytes: &[u8], sizes: Option<(&str, &[u8])>) -> Result<ArdFile, Faults> {
    let sheet = Sheet::read(file, bytes)?;
    let given = match sizes {
        Some((name, bytes)) => listed(name, bytes)?,
        None => noted(&sheet)?,
    };
    let from = sizes.map_or(file, |(name, _)| name);
    let population = population(&given, from)?;
    check_names(&sheet, &given, from)?;
    let groups = groups(&sheet, &given)?;
    let ard = Ard::new(population, groups).map_err(|error| refused(&error, &sheet, from))?;
    let ard = with_weights(ard, &sheet)?;
    let truth =
        given.iter().filter_map(|size| Some((size.name.strip_suffix("_truth")?.to_owned(), size.value))).collect();
    Ok(ArdFile { ard: with_clusters(ard, &sheet)?, truth })
}

/// A size and where it stands.
struct Size {
    line: u64,
    name: String,
    value: f64,
}

/// Sizes of a second file.
fn listed(file: &str, bytes: &[u8]) -> Result<Vec<Size>, Faults> {
    let sheet = Sheet::read(file, bytes)?;
    let (name, size) = (sheet.need(&["name"], "the column of the group")?, sheet.need(&["size"], "persons")?);
    let mut faults = Vec::new();
    let mut sizes = Vec::new();
    for row in &sheet.rows {
        match number(&row.cells[size]).filter(|value| *value > 0.0) {
            Some(value) => sizes.push(Size { line: row.line, name: row.cells[name].clone(), value }),
            None => {
                let reason = format!("{:?} is not a number of persons above 0; write digits only", row.cells[size]);
                faults.push(sheet.fault(row, size, reason));
            }
        }
    }
    told(faults)?;
    once(sizes, file)
}

/// Sizes on the lines before the header.
fn noted(sheet: &Sheet) -> Result<Vec<Size>, Faults> {
    let mut faults = Vec::new();
    let mut sizes = Vec::new();
    for (line, note) in &sheet.notes {
        // A line without a sign of equality is a remark.
        let Some((name, value)) = note.split_once('=') else { continue };
        match number(value.trim()).filter(|value| *value > 0.0) {
            Some(value) => sizes.push(Size { line: *line, name: name.trim().to_owned(), value }),
            None => {
                let reason = format!("{:?} is not a number of persons above 0; write `# name = digits`", value.trim());
                faults.push(Fault { line: Some(*line), ..Fault::of_file(&sheet.file, reason) });
            }
        }
    }
    told(faults)?;
    once(sizes, &sheet.file)
}

fn once(sizes: Vec<Size>, file: &str) -> Result<Vec<Size>, Faults> {
    let again = sizes.iter().enumerate().find_map(|(i, size)| {
        sizes[..i].iter().find(|first| first.name == size.name).map(|first| (size.line, first.line, &size.name))
    });
    match again {
        Some((line, first, name)) => {
            let reason = format!("the size of `{name}` already stands on line {first}; remove one of them");
            Err(Fault { line: Some(line), ..Fault::of_file(file, reason) }.into())
        }
        None => Ok(sizes),
    }
}

fn population(given: &[Size], from: &str) -> Result<f64, Fault> {
    let found = given.iter().find(|size| POPULATION.contains(&size.name.as_str()));
    found.map(|size| size.value).ok_or_else(|| {
        let reason = "the size of the whole population is missing; add a line `population` with it, in the file of sizes or \
                      as `# population = …` before the header";
        Fault::of_file(from, reason)
    })
}

/// A size whose name is no column is most often a misspelt one, and its group would be taken as hidden.
fn check_names(sheet: &Sheet, given: &[Size], from: &str) -> Result<(), Faults> {
    let known = |name: &str| {
        let hidden = name.strip_suffix("_truth").unwrap_or(name);
        POPULATION.contains(&name) || sheet.columns.iter().any(|column| column == name || column == hidden)
    };
    let fault = |size: &Size| Fault {
        line: Some(size.line),
        ..Fault::of_file(
            from,
            format!(
                "`{}` is no column of {}; write the name as in its header: {}",
                size.name,
                sheet.file,
                sheet.columns.join(", ")
            ),
        )
    };
    told(given.iter().filter(|size| !known(&size.name)).map(fault).collect())
}

fn groups(sheet: &Sheet, given: &[Size]) -> Result<Vec<Group>, Faults> {
    let mut faults = Vec::new();
    let mut groups = Vec::new();
    for (c, name) in sheet.columns.iter().enumerate() {
        if NO_GROUPS.iter().any(|no| name.eq_ignore_ascii_case(no)) {
            continue;
        }
        let mut known = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            match count(&row.cells[c]) {
                Some(count) => known.push(count),
                None => {
                    let reason = format!(
                        "{:?} is not how many she knows; write a whole number from 0, and leave out respondents who did not \
                         answer",
                        row.cells[c]
                    );
                    faults.push(sheet.fault(row, c, reason));
                }
            }
        }
        let size = given.iter().find(|size| size.name == *name).map(|size| size.value);
        groups.push(Group { name: name.clone(), size, known });
    }
    told(faults)?;
    Ok(groups)
}

fn refused(error: &ArdError, sheet: &Sheet, from: &str) -> Fault {
    match error {
        ArdError::NoKnownGroup => Fault::of_file(
            from,
            format!("{error}; give the sizes of some columns of {} with `--sizes` or on `#` lines", sheet.file),
        ),
        ArdError::NoHiddenGroup => {
            Fault::of_file(from, format!("{error}; remove the size of the group that is to be estimated"))
        }
        ArdError::NoSize(name) | ArdError::TooMany(name) => Fault {
            column: Some(name.clone()),
            ..Fault::of_file(from, format!("{error}; compare it with the population"))
        },
        _ => Fault::of_file(&sheet.file, error),
    }
}

fn with_weights(ard: Ard, sheet: &Sheet) -> Result<Ard, Faults> {
    let Some(c) = sheet.find(&["weight"]) else { return Ok(ard) };
    let mut faults = Vec::new();
    let mut weights = Vec::new();
    for row in &sheet.rows {
        match number(&row.cells[c]).filter(|weight| *weight > 0.0) {
            Some(weight) => weights.push(weight),
            None => {
                let reason = format!("{:?} is not a weight; write a number above 0 for every respondent", row.cells[c]);
                faults.push(sheet.fault(row, c, reason));
            }
        }
    }
    told(faults)?;
    ard.weighted(weights).map_err(|error| Fault::of_file(&sheet.file, error).into())
}

fn with_clusters(ard: Ard, sheet: &Sheet) -> Result<Ard, Faults> {
    let Some(c) = sheet.find(&["cluster"]) else { return Ok(ard) };
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut clusters = Vec::new();
    for row in &sheet.rows {
        let next = names.len();
        clusters.push(*names.entry(row.cells[c].as_str()).or_insert(next));
    }
    ard.clustered(clusters).map_err(|error| {
        let reason = format!("{error}; name at least two places, or remove the column");
        Fault { column: Some(sheet.columns[c].clone()), ..Fault::of_file(&sheet.file, reason) }.into()
    })
}
