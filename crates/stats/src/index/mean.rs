//! Mean: the average of a region, of its places or of its people, always with the count it rests on.
//!
//! The two answer different questions and differ: in 2023 the vulnerability of Europe and Central Asia is 26.9 as a mean of
//! 47 countries, each counting once, and 31.0 as a mean of the people who live there. Published regional averages of the
//! Global Slavery Index are unweighted.

/// An average, and how many places it is the average of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// In the unit of the values.
    pub value: f64,
    /// How many places were used.
    pub n: usize,
}

/// x̄ = Σ x_i / n: every place counts once. `None` when there are no values.
pub fn unweighted(values: &[f64]) -> Option<Mean> {
    let n = values.len();
    (n > 0).then(|| Mean { value: sum(values.to_vec()) / n as f64, n })
}

/// x̄_P = Σ P_i · x_i / Σ P_i over (value x, population P): every person counts once.
///
/// Places whose population is not known (`None`, or 0 as workbooks print it) cannot be weighed; they are left out and `n`
/// says how many remain. `None` when none does.
pub fn population_weighted(values: &[(f64, Option<u64>)]) -> Option<Mean> {
    let known = |&(value, population): &(f64, Option<u64>)| {
        population.filter(|&people| people > 0).map(|people| (value, people as f64))
    };
    let weighed: Vec<(f64, f64)> = values.iter().filter_map(known).collect();
    let products = sum(weighed.iter().map(|(value, people)| value * people).collect());
    let people = sum(weighed.iter().map(|&(_, people)| people).collect());
    let n = weighed.len();
    (n > 0).then(|| Mean { value: products / people, n })
}

/// Σ x_i, from the smallest to the largest: floating sums depend on the order, and the order of rows must not show.
fn sum(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_of_places_and_a_mean_of_people_differ() {
        assert_eq!(unweighted(&[10.0, 40.0]), Some(Mean { value: 25.0, n: 2 }));
        assert_eq!(population_weighted(&[(10.0, Some(3)), (40.0, Some(1))]), Some(Mean { value: 17.5, n: 2 }));
    }

    #[test]
    fn a_place_without_a_known_population_is_left_out_and_counted_out() {
        let values = [(10.0, Some(3)), (40.0, Some(1)), (99.0, None), (99.0, Some(0))];
        assert_eq!(population_weighted(&values), Some(Mean { value: 17.5, n: 2 }));
    }

    #[test]
    fn there_is_no_mean_of_nothing() {
        assert_eq!(unweighted(&[]), None);
        assert_eq!(population_weighted(&[(10.0, None)]), None);
    }
}
