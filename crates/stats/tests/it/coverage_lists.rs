//! How often intervals from overlapping lists hold the truth, method by method, in small simulated tables whose truth is known:
//! good or bad, in a table that is committed. A share over 200 tables is known to 1.5 points at 95 % and to 3.5 at 50 % (one
//! standard error), and that error stands beside it. The quick methods are computed anew by every test; the others take some
//! minutes and are computed, like the quick ones, when `PANA_WRITE_COVERAGE` is set, which writes the table.

use std::fmt::Write as _;
use std::path::Path;

use pana_stats::chance::Chance;
use pana_stats::mse::Table;
use pana_stats::mse::answer::{Estimate, Setting, Verdict};
use pana_stats::mse::estimator::{ESTIMATORS, Estimator, PUBLISHED, Settings};
use pana_stats::special::quantile_7;
use pana_stats::watch::Unwatched;
use rayon::prelude::*;

/// Tables simulated for each design.
const TABLES: u64 = 200;
/// 200 replicates and 11,000 sweeps: enough for the coverage, a tenth of what one answer takes.
const SHORT: Settings = Settings { replicates: 200, sweeps: 11_000, ..PUBLISHED };
/// Methods that take no draws: all their tables are estimated in a second or two.
const QUICK: [&str; 4] = ["independence", "aic", "chapman", "chao"];
const HEADER: &str = "design,lists,truth,mean_observed,method,interval,tables,estimable,usable,median_over_truth,coverage,\
                      simulation_error,too_low,too_high,median_width_over_truth\n";

/// People, and how they come onto lists: in classes (share, chance of each list), then pairs of lists whose members come
/// together by an odds ratio.
struct Design {
    name: &'static str,
    truth: u64,
    classes: &'static [(f64, &'static [f64])],
    pairs: &'static [(usize, usize, f64)],
}

const DESIGNS: [Design; 5] = [
    // What every method assumes at least, with few people.
    Design { name: "independent-few", truth: 200, classes: &[(1.0, &[0.2, 0.25, 0.15])], pairs: &[] },
    // Two agencies that refer to each other.
    Design { name: "one-pair", truth: 500, classes: &[(1.0, &[0.15, 0.1, 0.2, 0.08])], pairs: &[(0, 1, 4.0)] },
    // As sparse as the tables on trafficking: a tenth is observed, some overlaps are empty.
    Design {
        name: "sparse",
        truth: 2000,
        classes: &[(1.0, &[0.012, 0.05, 0.04, 0.06, 0.015])],
        pairs: &[(0, 1, 4.0), (1, 3, 3.0)],
    },
    // A fifth is easily found, the others hardly: no model of pairs is right.
    Design {
        name: "two-kinds-of-people",
        truth: 500,
        classes: &[(0.2, &[0.5, 0.4, 0.45, 0.35]), (0.8, &[0.08, 0.06, 0.1, 0.05])],
        pairs: &[],
    },
    // One list sends nobody to another.
    Design { name: "lists-that-avoid", truth: 500, classes: &[(1.0, &[0.2, 0.2, 0.15, 0.1])], pairs: &[(0, 1, 0.2)] },
];

impl Design {
    fn lists(&self) -> usize {
        self.classes[0].1.len()
    }

    /// The share of people with each history, 0 being on no list.
    fn shares(&self) -> Vec<f64> {
        let cell = |history: usize| {
            let on = |list: usize| history >> list & 1 == 1;
            let class = |(share, chances): &(f64, &[f64])| {
                let each = chances.iter().enumerate().map(|(list, p)| if on(list) { *p } else { 1.0 - p });
                share * each.product::<f64>()
            };
            let tied = |pair: &&(usize, usize, f64)| on(pair.0) && on(pair.1);
            let ties: f64 = self.pairs.iter().filter(tied).map(|pair| pair.2).product();
            self.classes.iter().map(class).sum::<f64>() * ties
        };
        let cells: Vec<f64> = (0..1 << self.lists()).map(cell).collect();
        let all: f64 = cells.iter().sum();
        cells.into_iter().map(|share| share / all).collect()
    }

    fn table(&self, number: u64) -> Table {
        let mut counts = vec![0; 1 << self.lists()];
        Chance::numbered(21, number).multinomial(self.truth, &self.shares(), &mut counts);
        let names = (0..self.lists()).map(|list| format!("list {}", list + 1)).collect();
        Table::new(names, (1..).zip(counts.into_iter().skip(1))).expect("somebody was seen")
    }
}

/// What a method says of one table: its own interval, and the percentile interval where its replicates give one.
struct Said {
    own: Option<Estimate>,
    percentile: Option<(f64, f64)>,
    usable: bool,
}

fn said(estimator: &Estimator, table: &Table, number: u64) -> Said {
    let settings = Settings { seed: number + 1, ..SHORT };
    let answer = (estimator.answer)(table, &settings, &Unwatched).expect("nobody stops it");
    let end = |name: &str| {
        answer.settings.iter().find_map(|(known, value)| match value {
            Setting::Number(end) if *known == name => Some(*end),
            _ => None,
        })
    };
    Said {
        own: answer.estimate().cloned(),
        percentile: end("percentile-lower").zip(end("percentile-upper")),
        usable: answer.estimate().is_some() && answer.verdict() < Verdict::Fail,
    }
}

fn lines(out: &mut String, design: &Design, estimator: &Estimator) {
    let said: Vec<Said> =
        (0..TABLES).into_par_iter().map(|number| said(estimator, &design.table(number), number)).collect();
    let seen: u64 = (0..TABLES).map(|number| design.table(number).n()).sum();
    let begin = format!(
        "{},{},{},{:.0},{}",
        design.name,
        design.lists(),
        design.truth,
        seen as f64 / TABLES as f64,
        estimator.id
    );
    let usable = said.iter().filter(|one| one.usable).count();
    let own: Vec<(f64, f64, f64)> =
        said.iter().filter_map(|one| one.own.as_ref()).map(|found| (found.point, found.lower, found.upper)).collect();
    let Some(first) = said.iter().find_map(|one| one.own.as_ref()) else {
        writeln!(out, "{begin},,{TABLES},0,0,,,,,,").expect("text grows");
        return;
    };
    let kind = serde_json::to_value(first.interval).expect("an id").as_str().expect("an id").to_owned();
    line(out, &format!("{begin},{kind}"), design, usable, &own);
    let percentile: Vec<(f64, f64, f64)> = said
        .iter()
        .filter_map(|one| one.own.as_ref().zip(one.percentile))
        .map(|(found, (lower, upper))| (found.point, lower, upper))
        .collect();
    if !percentile.is_empty() {
        line(out, &format!("{begin},percentile"), design, usable, &percentile);
    }
}

/// Of tables with an estimate: how many intervals hold the truth, lie below it, lie above it.
fn line(out: &mut String, begin: &str, design: &Design, usable: usize, found: &[(f64, f64, f64)]) {
    let truth = design.truth as f64;
    let n = found.len() as f64;
    let share = |of: &dyn Fn(&(f64, f64, f64)) -> bool| found.iter().filter(|one| of(one)).count() as f64 / n;
    let (low, high) = (share(&|one| one.2 < truth), share(&|one| one.1 > truth));
    let held = share(&|one| (one.1..=one.2).contains(&truth));
    let median = |of: &dyn Fn(&(f64, f64, f64)) -> f64| {
        let mut values: Vec<f64> = found.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        quantile_7(&values, 0.5) / truth
    };
    writeln!(
        out,
        "{begin},{TABLES},{},{usable},{:.3},{held:.3},{:.3},{low:.3},{high:.3},{:.3}",
        found.len(),
        median(&|one| one.0),
        (held * (1.0 - held) / n).sqrt(),
        median(&|one| one.2 - one.1)
    )
    .expect("text grows");
}

#[test]
fn coverage_of_intervals_from_lists_is_what_the_table_says() {
    let all = std::env::var_os("PANA_WRITE_COVERAGE").is_some();
    let wanted = |estimator: &&Estimator| all || QUICK.contains(&estimator.id);
    let mut table = HEADER.to_owned();
    for design in &DESIGNS {
        for estimator in ESTIMATORS.iter().filter(wanted) {
            let begun = std::time::Instant::now();
            lines(&mut table, design, estimator);
            eprintln!("{} {} {:.1} s", design.name, estimator.id, begun.elapsed().as_secs_f64());
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/methods/coverage-mse.csv");
    if all {
        std::fs::write(&path, &table).expect("the table can be written");
    }
    let committed = std::fs::read_to_string(&path).expect("the table is committed");
    for line in table.lines() {
        assert!(
            committed.lines().any(|known| known == line),
            "{line}\ncoverage has changed: look why, and set PANA_WRITE_COVERAGE to write the table anew"
        );
    }
}
