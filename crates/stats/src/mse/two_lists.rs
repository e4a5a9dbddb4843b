//! Two lists: Lincoln–Petersen and Chapman, for a pair and for every pair of a table.

use serde::Serialize;

use super::answer::{Answer, Estimate, Gate, Interval, Outcome, Reason, Setting, Verdict};
use super::hygiene::{clean, pairs};
use super::table::{History, Table};
use crate::span::Span;

/// Chapman's estimate is nearly without bias from seven people on both lists upwards (Robson and Regier 1964).
pub const ENOUGH_OVERLAP: u64 = 7;

/// Two lists and what follows from them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Their names.
    pub lists: (String, String),
    /// People on the first, n₁.
    pub n1: u64,
    /// People on the second, n₂.
    pub n2: u64,
    /// People on both, m.
    pub m: u64,
    /// n₁n₂/m; `None` without an overlap.
    pub lincoln_petersen: Option<f64>,
    /// Chapman's estimate with a log-normal interval around the people on neither.
    pub chapman: Span,
}

/// N̂ = n₁n₂/m (Petersen 1896, Lincoln 1930), persons. `None` if nobody is on both lists. Assumes independent lists, a
/// closed population, equal chances on at least one of the lists, and perfect matching.
pub fn lincoln_petersen(n1: u64, n2: u64, m: u64) -> Option<f64> {
    (m > 0).then(|| n1 as f64 * n2 as f64 / m as f64)
}

/// N̂ = (n₁ + 1)(n₂ + 1)/(m + 1) − 1 (Chapman 1951), persons. The same assumptions; finite without an overlap, but then it
/// is only a bound of what chance allows.
pub fn chapman(n1: u64, n2: u64, m: u64) -> f64 {
    (n1 as f64 + 1.0) * (n2 as f64 + 1.0) / (m as f64 + 1.0) - 1.0
}

/// var N̂ = (n₁ + 1)(n₂ + 1)(n₁ − m)(n₂ − m)/((m + 1)²(m + 2)) (Seber 1970). `m` is at most the smaller list.
pub fn chapman_variance(n1: u64, n2: u64, m: u64) -> f64 {
    let (a, b, c) = (n1 as f64, n2 as f64, m as f64);
    (a + 1.0) * (b + 1.0) * (a - c).max(0.0) * (b - c).max(0.0) / ((c + 1.0) * (c + 1.0) * (c + 2.0))
}

/// The pair of lists of a mask with two bits, from the marginal counts of the table.
pub fn pair(table: &Table, lists: History, level: f64) -> Pair {
    let (i, j) = (lists.trailing_zeros().min(31) as usize, lists.checked_ilog2().unwrap_or(0) as usize);
    let (n1, n2, m) = (table.at_least(1 << i), table.at_least(1 << j), table.at_least(lists));
    Pair {
        lists: (table.name(1 << i), table.name(1 << j)),
        n1,
        n2,
        m,
        lincoln_petersen: lincoln_petersen(n1, n2, m),
        chapman: Span::log_normal(chapman(n1, n2, m), chapman_variance(n1, n2, m), (n1 + n2 - m) as f64, level),
    }
}

/// Every pair of lists of a table, in the order of the lists, those without an overlap too.
pub fn all_pairs(table: &Table, level: f64) -> Vec<Pair> {
    pairs(table.t()).map(|lists| pair(table, lists, level)).collect()
}

/// The answer of the method `chapman`. Of two lists: Chapman's estimate. Of more: every pair that overlaps gives its own;
/// the point is their median, the interval runs from the lowest lower end to the highest upper end, and each pair is named
/// in the settings. A pair whose estimate is below the people observed by all lists shows that its lists depend on each
/// other; it is raised to that number.
pub fn answer(table: &Table, level: f64) -> Answer {
    let n = table.n() as f64;
    let (Some(table), _) = clean(table) else { return Answer::none("chapman", Reason::NoLists) };
    let given = all_pairs(&table, level);
    let overlapping: Vec<&Pair> = given.iter().filter(|pair| pair.m > 0).collect();
    if overlapping.is_empty() {
        return Answer::none("chapman", Reason::NoOverlap);
    }
    let points = sorted(overlapping.iter().map(|pair| pair.chapman.point.max(n)));
    let estimate = Estimate {
        point: crate::special::quantile_7(&points, 0.5),
        lower: overlapping.iter().map(|pair| pair.chapman.lower.max(n)).fold(f64::INFINITY, f64::min),
        upper: overlapping.iter().map(|pair| pair.chapman.upper.max(n)).fold(n, f64::max),
        level,
        interval: Interval::LogNormal,
        at_least: false,
        model: None,
    };
    Answer {
        method: "chapman",
        gates: gates(&overlapping, table.t()),
        settings: settings(&given, &overlapping, &points, n),
        outcome: Outcome::Estimate(estimate),
        curves: Vec::new(),
    }
}

fn gates(overlapping: &[&Pair], t: usize) -> Vec<Gate> {
    let least = overlapping.iter().map(|pair| pair.m).min().unwrap_or(0);
    let mut gates = vec![Gate::at_least("overlap", least as f64, ENOUGH_OVERLAP as f64, Verdict::Doubt)];
    // A list inside the other: nobody can be missed by the formula, and its variance is 0.
    if t == 2 && overlapping.iter().any(|pair| pair.m == pair.n1.min(pair.n2)) {
        gates.push(Gate::yes_no("existence", false));
    }
    gates
}

fn settings(given: &[Pair], used: &[&Pair], points: &[f64], n: f64) -> Vec<(&'static str, Setting)> {
    let mut settings = vec![
        ("variance", Setting::Word("seber-1970")),
        ("pairs", Setting::Count(used.len() as u64)),
        ("pairs-without-overlap", Setting::Count((given.len() - used.len()) as u64)),
    ];
    if given.len() > 1 {
        let below = used.iter().filter(|pair| pair.chapman.point < n).count();
        settings.push(("point", Setting::Word("median of the pairs")));
        settings.push(("pairs-below-observed", Setting::Count(below as u64)));
        settings.push(("lowest-pair", Setting::Number(points[0])));
        settings.push(("highest-pair", Setting::Number(points[points.len() - 1])));
    }
    for pair in used {
        let (a, b) = &pair.lists;
        let text = format!("{a}:{b} {} {} {} -> {:.1}", pair.n1, pair.n2, pair.m, pair.chapman.point);
        settings.push(("pair", Setting::Text(text)));
    }
    settings
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(counts: &[(History, u64)], t: usize) -> Table {
        Table::new((0..t).map(|i| format!("L{i}")).collect(), counts.iter().copied()).expect("a table")
    }

    #[test]
    fn the_formulas_by_hand() {
        assert_eq!(lincoln_petersen(40, 30, 10), Some(120.0));
        assert_eq!(lincoln_petersen(40, 30, 0), None);
        assert!((chapman(40, 30, 10) - (41.0 * 31.0 / 11.0 - 1.0)).abs() < 1e-12);
        assert!((chapman_variance(40, 30, 10) - 41.0 * 31.0 * 30.0 * 20.0 / (121.0 * 12.0)).abs() < 1e-9);
    }

    #[test]
    fn two_lists_give_their_own_estimate() {
        let answer = answer(&table(&[(1, 30), (2, 20), (3, 10)], 2), 0.95);
        let estimate = answer.estimate().expect("an overlap");
        assert!((estimate.point - (41.0 * 31.0 / 11.0 - 1.0)).abs() < 1e-12);
        assert!(60.0 < estimate.lower && estimate.lower < estimate.point && estimate.point < estimate.upper);
        assert_eq!(answer.verdict(), Verdict::Pass);
    }

    #[test]
    fn more_lists_give_the_range_of_their_pairs_and_never_less_than_was_seen() {
        let answer = answer(&table(&[(1, 30), (2, 20), (3, 10), (4, 500), (5, 3)], 3), 0.95);
        let estimate = answer.estimate().expect("overlaps");
        assert!(estimate.lower >= 563.0, "{estimate:?}");
        assert!(answer.settings.contains(&("pairs-without-overlap", Setting::Count(1))));
        assert!(answer.settings.contains(&("pairs-below-observed", Setting::Count(1))));
        assert_eq!(answer.verdict(), Verdict::Doubt);
    }

    #[test]
    fn no_overlap_is_an_answer() {
        let answer = answer(&table(&[(1, 30), (2, 20)], 2), 0.95);
        assert_eq!(answer.outcome, Outcome::NotEstimable(Reason::NoOverlap));
    }
}
