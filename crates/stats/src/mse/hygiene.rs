//! What has to be known about a table before anything is estimated from it.

use serde::Serialize;

use super::table::{History, Table};

/// Something about a table that a reader must know, or that was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// Nobody is on this list: it was left out.
    EmptyList(String),
    /// Everybody is on this list, so it says nothing about who was missed: it was left out.
    Everybody(String),
    /// The second list holds exactly the people of the first: it was left out.
    SameAs {
        /// The list that stays.
        kept: String,
        /// The list that was left out.
        dropped: String,
    },
    /// Nobody is on both lists. Agencies that never share a person often refer by a rule: ask for the referral protocol.
    NoOverlap(String, String),
    /// This list shares nobody with any other.
    Apart(String),
}

/// The table without lists that say nothing, and what was found. `None` in place of the table if fewer than two lists or
/// nobody would be left.
pub fn clean(table: &Table) -> (Option<Table>, Vec<Finding>) {
    let (useful, mut findings) = useful_lists(table);
    let Some(kept) = (if useful.len() == table.t() { Some(table.clone()) } else { table.keep(&useful) }) else {
        return (None, findings);
    };
    for i in 0..kept.t() {
        let others = ((1 << kept.t()) - 1) & !(1 << i);
        if kept.seen().all(|(w, _)| w >> i & 1 == 0 || w & others == 0) {
            findings.push(Finding::Apart(kept.lists()[i].clone()));
        }
    }
    for pair in non_overlapping(&kept) {
        let (i, j) = (pair.trailing_zeros() as usize, pair.ilog2() as usize);
        findings.push(Finding::NoOverlap(kept.lists()[i].clone(), kept.lists()[j].clone()));
    }
    (Some(kept), findings)
}

/// The pairs of lists that share nobody, N*_ij = 0, as masks in the order of the lists.
pub fn non_overlapping(table: &Table) -> Vec<History> {
    pairs(table.t()).filter(|pair| table.at_least(*pair) == 0).collect()
}

/// All pairs of t lists as masks: 12, 13, …, 1t, 23, ….
pub fn pairs(t: usize) -> impl Iterator<Item = History> {
    (0..t).flat_map(move |i| (i + 1..t).map(move |j| 1 << i | 1 << j))
}

fn useful_lists(table: &Table) -> (Vec<usize>, Vec<Finding>) {
    let n = table.n();
    let mut useful: Vec<usize> = Vec::new();
    let mut findings = Vec::new();
    for i in 0..table.t() {
        let name = || table.lists()[i].clone();
        let size = table.at_least(1 << i);
        let twin =
            useful.iter().find(|j| table.at_least(1 << **j) == size && table.at_least(1 << **j | 1 << i) == size);
        if size == 0 {
            findings.push(Finding::EmptyList(name()));
        } else if size == n {
            findings.push(Finding::Everybody(name()));
        } else if let Some(twin) = twin {
            findings.push(Finding::SameAs { kept: table.lists()[*twin].clone(), dropped: name() });
        } else {
            useful.push(i);
        }
    }
    (useful, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(lists: &[&str], counts: &[(History, u64)]) -> Table {
        Table::new(lists.iter().map(|name| (*name).to_owned()).collect(), counts.iter().copied()).expect("a table")
    }

    #[test]
    fn lists_that_say_nothing_are_named_and_left_out() {
        // b is empty, c holds everybody, d is a again, e overlaps a.
        let given = table(&["a", "b", "c", "d", "e"], &[(0b01101, 4), (0b10100, 5), (0b11101, 2)]);
        let (kept, findings) = clean(&given);
        assert_eq!(kept.expect("two lists").lists(), ["a", "e"]);
        assert_eq!(
            findings,
            [
                Finding::EmptyList("b".into()),
                Finding::Everybody("c".into()),
                Finding::SameAs { kept: "a".into(), dropped: "d".into() },
            ]
        );
    }

    #[test]
    fn pairs_without_overlap_and_lists_apart_are_named() {
        let (kept, findings) = clean(&table(&["a", "b", "c"], &[(1, 3), (2, 3), (4, 3), (3, 1)]));
        assert_eq!(kept.expect("all").t(), 3);
        assert_eq!(
            findings,
            [
                Finding::Apart("c".into()),
                Finding::NoOverlap("a".into(), "c".into()),
                Finding::NoOverlap("b".into(), "c".into()),
            ]
        );
    }

    #[test]
    fn a_table_of_one_useful_list_is_none() {
        assert_eq!(clean(&table(&["a", "b"], &[(1, 3)])).0, None);
    }
}
