//! What another sample would have said: respondents, or the clusters they were asked in, drawn anew.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::ard::Ard;
use super::killworth::{Estimator, degrees_for, estimate};
use crate::chance::Chance;
use crate::watch::{Stopped, Watch, go_on};

/// Sizes of one hidden group over replicates; NaN where nobody drawn had a degree. The result does not depend on threads.
pub fn sizes(
    ard: &Ard,
    hidden: usize,
    estimator: Estimator,
    replicates: u64,
    seed: u64,
    watch: &dyn Watch,
) -> Result<Vec<f64>, Stopped> {
    let degrees = degrees_for(ard, estimator);
    let clusters = members(ard);
    let one = |b: u64| {
        go_on(watch)?;
        let drawn = draw(&clusters, ard.respondents(), &mut Chance::numbered(seed, b));
        let size = estimate(ard, &degrees, hidden, estimator, &drawn).map_or(f64::NAN, |found| found.size);
        watch.advance("nsum-bootstrap", 1, replicates);
        Ok(size)
    };
    (0..replicates).into_par_iter().map(one).collect()
}

/// The respondents of each cluster.
pub(super) fn members(ard: &Ard) -> Vec<Vec<usize>> {
    let mut clusters: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, cluster) in ard.clusters().iter().enumerate() {
        clusters.entry(*cluster).or_default().push(i);
    }
    clusters.into_values().collect()
}

/// As many clusters as there are, each drawn with replacement; how often each respondent is in.
pub(super) fn draw(clusters: &[Vec<usize>], respondents: usize, chance: &mut Chance) -> Vec<f64> {
    let mut drawn = vec![0.0; respondents];
    for _ in clusters {
        for &i in &clusters[chance.below(clusters.len())] {
            drawn[i] += 1.0;
        }
    }
    drawn
}
