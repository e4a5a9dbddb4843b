//! Text: the answer as a table for a terminal, widest column first measured, numbers to the right.

use std::fmt::Write as _;

use super::answer::{Answer, Step, UnitAnswer};
use super::model::{Imputation, Normalisation};
use super::sensitivity::Sensitivity;

/// The answer as text: what was done, the units, the nodes, and which assumption moves the ranks.
pub fn plain(answer: &Answer) -> String {
    let mut text = String::new();
    let title = if answer.title.is_empty() { &answer.model } else { &answer.title };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{title}");
    if !answer.source.is_empty() {
        let _ = writeln!(text, "{}", answer.source);
    }
    text.push('\n');
    for step in &answer.steps {
        let _ = writeln!(text, "- {}", told(step));
    }
    for dropped in &answer.dropped {
        let _ = writeln!(
            text,
            "  {} is not scored: {:.0} % of its cells are filled",
            dropped.unit,
            100.0 * dropped.available
        );
    }
    text.push('\n');
    text.push_str(&units(answer));
    text.push('\n');
    text.push_str(&nodes(answer));
    if let Some(found) = &answer.uncertainty {
        let _ = writeln!(
            text,
            "\n{} draws over {}: the mean rank change is {:.1}; {:.0} % of the units rank within 3 of their median rank.",
            found.draws,
            found.factors.join(", "),
            found.mean_change,
            100.0 * found.within_three
        );
    }
    if let Some(found) = &answer.sensitivity {
        text.push('\n');
        text.push_str(&shares(found));
    }
    text
}

fn told(step: &Step) -> String {
    match step {
        Step::Denominate { indicators } => format!("{indicators} indicators are divided by a denominator"),
        Step::Impute { how, cells, left } => {
            let how = match how {
                Imputation::None => "nothing".to_owned(),
                Imputation::Mean => "the mean of the indicator".to_owned(),
                Imputation::Median => "the median of the indicator".to_owned(),
                Imputation::GroupMean { group } => format!("the mean of the same {group}"),
                Imputation::GroupMedian { group } => format!("the median of the same {group}"),
            };
            format!("{cells} missing cells take {how}; {left} stay missing")
        }
        Step::Screen { least, units } => {
            format!("{units} units are not scored because less than {:.0} % of their data is there", 100.0 * least)
        }
        Step::Treat { changed } => {
            let ids: Vec<&str> = changed.iter().map(|treated| treated.indicator.as_str()).collect();
            let logs = changed.iter().filter(|treated| treated.log).count();
            let list = if ids.is_empty() { String::new() } else { format!(" ({})", ids.join(", ")) };
            format!("outliers of {} indicators are drawn in, {logs} of them by a logarithm{list}", ids.len())
        }
        Step::Normalise { how: Normalisation::None } => "indicators stay on their own scale".to_owned(),
        Step::Normalise { how } => format!("indicators come onto one scale by {}", scale(how)),
        Step::Aggregate { nodes } => format!("{nodes} scores are made of them"),
    }
}

fn scale(how: &Normalisation) -> String {
    match how {
        Normalisation::None => "nothing".to_owned(),
        Normalisation::MinMax { low, high } => format!("min-max, {low} to {high}"),
        Normalisation::ZScore { mean, sd } => format!("z-score, mean {mean}, standard deviation {sd}"),
        Normalisation::Rank => "rank".to_owned(),
        Normalisation::Borda => "Borda score".to_owned(),
        Normalisation::PercentileRank => "percentile rank".to_owned(),
        Normalisation::Goalposts { .. } => "goalposts".to_owned(),
        Normalisation::DistanceToTarget { .. } => "distance to a target".to_owned(),
        Normalisation::DistanceToReference { unit, .. } => format!("distance to {unit}"),
        Normalisation::DistanceToMaximum => "distance to the maximum".to_owned(),
        Normalisation::FractionOfMaximum => "fraction of the maximum".to_owned(),
    }
}

fn units(answer: &Answer) -> String {
    let ranged = answer.uncertainty.as_ref().map(|found| format!("{:.0} % of draws", 100.0 * found.level));
    let classed = answer.units.iter().any(|unit| unit.class.is_some());
    let relied = answer.units.iter().any(|unit| unit.reliability.is_some());
    let mut header = vec!["rank".to_owned()];
    header.extend(ranged.clone());
    header.extend(["unit", "name", "score"].map(str::to_owned));
    header.extend(classed.then(|| "class".to_owned()));
    header.extend(relied.then(|| "lack of reliability".to_owned()));
    header.extend(["data", "imputed"].map(str::to_owned));
    let row = |unit: &UnitAnswer| {
        let mut row = vec![unit.rank.map_or("-".to_owned(), |rank| rank.to_string())];
        if ranged.is_some() {
            row.push(unit.rank_interval.map_or("-".to_owned(), |(low, high)| format!("{low} to {high}")));
        }
        row.extend([unit.unit.clone(), unit.name.clone(), decimals(unit.score, 2)]);
        row.extend(classed.then(|| unit.class.clone().unwrap_or_else(|| "-".to_owned())));
        row.extend(relied.then(|| decimals(unit.reliability, 1)));
        row.extend([format!("{:.0} %", 100.0 * unit.available), unit.imputed.to_string()]);
        row
    };
    let rows: Vec<Vec<String>> = std::iter::once(header).chain(answer.units.iter().map(row)).collect();
    laid_out(&rows)
}

fn nodes(answer: &Answer) -> String {
    let header = ["node", "name", "level", "weight", "correlation with the index", "alpha"].map(str::to_owned).to_vec();
    let row = |node: &super::answer::NodeAnswer| {
        vec![
            node.id.clone(),
            node.name.clone(),
            node.level.to_string(),
            decimals(Some(node.weight), 3),
            decimals(node.correlation, 2),
            decimals(node.alpha, 2),
        ]
    };
    laid_out(&std::iter::once(header).chain(answer.nodes.iter().map(row)).collect::<Vec<_>>())
}

/// The factors, the largest total share first.
fn shares(found: &Sensitivity) -> String {
    let mut factors: Vec<_> = found.factors.iter().collect();
    factors.sort_by(|a, b| b.total.unwrap_or(0.0).total_cmp(&a.total.unwrap_or(0.0)));
    let between =
        |interval: Option<(f64, f64)>| interval.map_or("-".to_owned(), |(low, high)| format!("{low:.3} to {high:.3}"));
    let level = format!("{:.0} %", 100.0 * found.level);
    let header = ["assumption", "alone", level.as_str(), "with others", level.as_str()].map(str::to_owned).to_vec();
    let rows = factors.iter().map(|factor| {
        vec![
            factor.factor.to_owned(),
            decimals(factor.first, 3),
            between(factor.first_interval),
            decimals(factor.total, 3),
            between(factor.total_interval),
        ]
    });
    let table = laid_out(&std::iter::once(header).chain(rows).collect::<Vec<_>>());
    format!("Share of the variance of the mean rank change ({} evaluations):\n{table}", found.evaluations)
}

fn decimals(value: Option<f64>, places: usize) -> String {
    value.map_or("-".to_owned(), |value| format!("{value:.places$}"))
}

/// Columns side by side, two spaces between; a column of which every cell but the first begins with a digit or a minus sign
/// stands to the right.
fn laid_out(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let cells = |at: usize| rows.iter().map(move |row| row.get(at).map_or("", String::as_str));
    let widths: Vec<usize> =
        (0..columns).map(|at| cells(at).map(|cell| cell.chars().count()).max().unwrap_or(0)).collect();
    let number = |cell: &str| cell.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let right: Vec<bool> = (0..columns).map(|at| cells(at).skip(1).all(number)).collect();
    let mut text = String::new();
    for row in rows {
        let padded = row.iter().zip(&widths).zip(&right).map(|((cell, &width), &right)| {
            let space = " ".repeat(width - cell.chars().count());
            if right { format!("{space}{cell}") } else { format!("{cell}{space}") }
        });
        let line = padded.collect::<Vec<_>>().join("  ");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
