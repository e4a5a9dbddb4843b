//! Aggregated relational data: how many people of each group each respondent knows.

use thiserror::Error;

/// A group and how many of it each respondent knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its size in persons; `None` if it is hidden.
    pub size: Option<f64>,
    /// How many of it each respondent knows, y_ik.
    pub known: Vec<u64>,
}

/// Answers of a sample of the general population.
#[derive(Clone, Debug, PartialEq)]
pub struct Ard {
    population: f64,
    known: Vec<Group>,
    hidden: Vec<Group>,
    weights: Vec<f64>,
    clusters: Vec<usize>,
}

/// Why these answers are no such data.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ArdError {
    /// Nobody was asked, or only one.
    #[error("at least two respondents are needed, there are {0}")]
    TooFewRespondents(usize),
    /// No group of known size: nobody's degree can be estimated.
    #[error("no group of known size: at least one is needed, twenty are better")]
    NoKnownGroup,
    /// No group without a size.
    #[error("no hidden group: every group has a size")]
    NoHiddenGroup,
    /// A population that is no number of people.
    #[error("the population must be a number of persons above 0")]
    NoPopulation,
    /// A group that is empty, or as large as the population.
    #[error("the size of group {0:?} must lie above 0 and below the population")]
    NoSize(String),
    /// A group with more or fewer answers than another.
    #[error("group {0:?} has {1} answers, there are {2} respondents")]
    Length(String, usize, usize),
    /// An answer above what anybody can know.
    #[error("an answer about group {0:?} is larger than the population")]
    TooMany(String),
    /// Nobody knows anybody of any known group.
    #[error("nobody knows anyone of any group of known size: degrees cannot be estimated")]
    NobodyKnown,
    /// A weight that is not above 0, or too few or too many of them.
    #[error("every respondent needs one weight above 0")]
    Weights,
    /// Too few or too many clusters named.
    #[error("every respondent needs one cluster, and there must be at least two")]
    Clusters,
}

impl Ard {
    /// Data of these groups in a population of so many persons. Groups with a size are known, the others hidden.
    pub fn new(population: f64, groups: Vec<Group>) -> Result<Self, ArdError> {
        if !(population.is_finite() && population > 0.0) {
            return Err(ArdError::NoPopulation);
        }
        let n = groups.first().map_or(0, |group| group.known.len());
        if n < 2 {
            return Err(ArdError::TooFewRespondents(n));
        }
        for group in &groups {
            checked(group, population, n)?;
        }
        let (known, hidden): (Vec<Group>, Vec<Group>) = groups.into_iter().partition(|group| group.size.is_some());
        if known.is_empty() {
            return Err(ArdError::NoKnownGroup);
        }
        if hidden.is_empty() {
            return Err(ArdError::NoHiddenGroup);
        }
        if known.iter().all(|group| group.known.iter().all(|y| *y == 0)) {
            return Err(ArdError::NobodyKnown);
        }
        Ok(Self { population, known, hidden, weights: vec![1.0; n], clusters: (0..n).collect() })
    }

    /// With the weight of each respondent in the sample (the inverse of her chance to be asked, any scale).
    pub fn weighted(self, weights: Vec<f64>) -> Result<Self, ArdError> {
        let fits = weights.len() == self.respondents() && weights.iter().all(|w| w.is_finite() && *w > 0.0);
        if fits { Ok(Self { weights, ..self }) } else { Err(ArdError::Weights) }
    }

    /// With the cluster (village, interviewer's area) in which each was asked: the bootstrap draws clusters.
    pub fn clustered(self, clusters: Vec<usize>) -> Result<Self, ArdError> {
        let several = clusters.iter().any(|cluster| Some(cluster) != clusters.first());
        let fits = clusters.len() == self.respondents() && several;
        if fits { Ok(Self { clusters, ..self }) } else { Err(ArdError::Clusters) }
    }

    /// How many were asked.
    pub fn respondents(&self) -> usize {
        self.weights.len()
    }

    /// The population N, persons.
    pub fn population(&self) -> f64 {
        self.population
    }

    /// Groups of known size.
    pub fn known(&self) -> &[Group] {
        &self.known
    }

    /// Hidden groups.
    pub fn hidden(&self) -> &[Group] {
        &self.hidden
    }

    /// The weight of each respondent.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The cluster of each respondent.
    pub fn clusters(&self) -> &[usize] {
        &self.clusters
    }

    /// The same answers with one known group made the only hidden one: its size should be found again. `None` if it is
    /// the only known group, or nobody knows anyone of the others.
    pub fn holding_out(&self, group: usize) -> Option<(Self, f64)> {
        let held = self.known.get(group)?;
        let known: Vec<Group> =
            self.known.iter().enumerate().filter(|(k, _)| *k != group).map(|(_, other)| other.clone()).collect();
        if known.iter().all(|other| other.known.iter().all(|y| *y == 0)) {
            return None;
        }
        let hidden = vec![Group { size: None, ..held.clone() }];
        Some((Self { known, hidden, ..self.clone() }, held.size?))
    }
}

fn checked(group: &Group, population: f64, n: usize) -> Result<(), ArdError> {
    if group.size.is_some_and(|size| !(size > 0.0 && size < population)) {
        return Err(ArdError::NoSize(group.name.clone()));
    }
    if group.known.len() != n {
        return Err(ArdError::Length(group.name.clone(), group.known.len(), n));
    }
    if group.known.iter().any(|y| *y as f64 > population) {
        return Err(ArdError::TooMany(group.name.clone()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, size: Option<f64>, known: &[u64]) -> Group {
        Group { name: name.to_owned(), size, known: known.to_vec() }
    }

    #[test]
    fn what_is_no_such_data_is_refused() {
        let (a, h) = (group("a", Some(10.0), &[1, 2]), group("h", None, &[0, 1]));
        assert_eq!(Ard::new(f64::NAN, vec![a.clone(), h.clone()]), Err(ArdError::NoPopulation));
        assert_eq!(Ard::new(10.0, vec![a.clone(), h.clone()]), Err(ArdError::NoSize("a".into())));
        assert_eq!(Ard::new(100.0, vec![h.clone()]), Err(ArdError::NoKnownGroup));
        assert_eq!(Ard::new(100.0, vec![a.clone()]), Err(ArdError::NoHiddenGroup));
        assert_eq!(Ard::new(100.0, vec![]), Err(ArdError::TooFewRespondents(0)));
        let none = group("a", Some(10.0), &[0, 0]);
        assert_eq!(Ard::new(100.0, vec![none, h.clone()]), Err(ArdError::NobodyKnown));
        let long = group("l", Some(10.0), &[0, 0, 1]);
        assert_eq!(Ard::new(100.0, vec![a.clone(), long]), Err(ArdError::Length("l".into(), 3, 2)));
        let good = Ard::new(100.0, vec![a, h]).expect("data");
        assert_eq!(good.clone().weighted(vec![1.0, 0.0]), Err(ArdError::Weights));
        assert_eq!(good.clone().clustered(vec![1, 1]), Err(ArdError::Clusters));
        assert_eq!(good.holding_out(0), None);
    }
}
