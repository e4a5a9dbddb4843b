//! Rank: who comes first, from unrounded values.
//!
//! Ranking what was rounded for print makes false ties: in 2023 Russia has 13.02, Afghanistan 12.96 and Kuwait 12.96 per
//! thousand, all printed as 13.0.

use thiserror::Error;

/// Which end is first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The largest value has rank 1.
    HighestFirst,
    /// The smallest value has rank 1.
    LowestFirst,
}

/// A place in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1 is first; equal values share the smallest rank (1, 2, 2, 4).
    pub rank: usize,
    /// How many were ranked.
    pub of: usize,
}

/// A value that cannot be ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("value {position} (counted from 0) is not a number")]
pub struct NotANumber {
    /// Its position in the values given.
    pub position: usize,
}

/// The rank of each value, in the order given: rank_i = 1 + #{ j : x_j before x_i }, the "competition" ranking.
pub fn rank(values: &[f64], order: Order) -> Result<Vec<Rank>, NotANumber> {
    if let Some(position) = values.iter().position(|value| value.is_nan()) {
        return Err(NotANumber { position });
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let before = |value: f64| match order {
        Order::LowestFirst => sorted.partition_point(|&other| other < value),
        Order::HighestFirst => sorted.len() - sorted.partition_point(|&other| other <= value),
    };
    Ok(values.iter().map(|&value| Rank { rank: 1 + before(value), of: values.len() }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranks(values: &[f64], order: Order) -> Vec<usize> {
        rank(values, order).expect("all are numbers").iter().map(|rank| rank.rank).collect()
    }

    #[test]
    fn ties_share_the_smallest_rank() {
        assert_eq!(ranks(&[10.0, 30.0, 20.0, 20.0], Order::HighestFirst), [4, 1, 2, 2]);
        assert_eq!(ranks(&[10.0, 30.0, 20.0, 20.0], Order::LowestFirst), [1, 4, 2, 2]);
    }

    #[test]
    fn a_rank_says_how_many_were_ranked() {
        assert_eq!(rank(&[5.0, 7.0], Order::HighestFirst), Ok(vec![Rank { rank: 2, of: 2 }, Rank { rank: 1, of: 2 }]));
        assert_eq!(rank(&[], Order::HighestFirst), Ok(vec![]));
    }

    #[test]
    fn the_two_zeros_are_one_value() {
        assert_eq!(ranks(&[0.0, -0.0, 1.0], Order::HighestFirst), [2, 2, 1]);
        assert_eq!(ranks(&[0.0, -0.0, 1.0], Order::LowestFirst), [1, 1, 3]);
    }

    #[test]
    fn what_is_not_a_number_is_not_ranked() {
        assert_eq!(rank(&[1.0, f64::NAN], Order::HighestFirst), Err(NotANumber { position: 1 }));
    }
}
