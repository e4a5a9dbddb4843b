//! Who recruited whom, how many members each knows, and what each answered.

use std::collections::BTreeMap;

use serde::Serialize;
use thiserror::Error;

/// A question with groups for answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Its name.
    pub name: String,
    /// Its groups.
    pub groups: Vec<String>,
}

/// A member who took part.
#[derive(Clone, Debug, PartialEq)]
pub struct Recruit {
    /// What names her; not a person's name.
    pub id: String,
    /// The id of who recruited her; `None` for a seed.
    pub recruiter: Option<String>,
    /// How many members she knows; `None` if she did not say. 0 is taken as not said: someone who knows nobody could not
    /// have been recruited.
    pub degree: Option<f64>,
    /// Her group for each outcome, by number; `None` if she did not say.
    pub groups: Vec<Option<usize>>,
}

/// A sample in which everyone comes from a seed.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    outcomes: Vec<Outcome>,
    degrees: Vec<Option<f64>>,
    groups: Vec<Vec<Option<usize>>>,
    recruiters: Vec<Option<usize>>,
    recruits: Vec<Vec<usize>>,
    seed_of: Vec<usize>,
    waves: Vec<usize>,
}

/// Why these people are no such sample. Numbers are places in the order given, from 0.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SampleError {
    /// Nobody, or one.
    #[error("at least two people are needed")]
    TooFew,
    /// No question.
    #[error("there is no outcome")]
    NoOutcome,
    /// Two people of one id.
    #[error("the id of person {0} is that of person {1} before her")]
    SameId(usize, usize),
    /// A recruiter who is not in the sample.
    #[error("the recruiter of person {0} is not in the sample")]
    UnknownRecruiter(usize),
    /// Somebody who was recruited, through others, by herself.
    #[error("person {0} was recruited, through others, by herself")]
    Circle(usize),
    /// A degree below 0 or no number.
    #[error("the degree of person {0} is not a number of people")]
    Degree(usize),
    /// An answer that the outcome does not have, or too few answers.
    #[error("an answer of person {0} is not one of its outcome")]
    Group(usize),
    /// Nobody said how many members she knows.
    #[error("nobody has a degree")]
    NoDegree,
    /// Seeds alone.
    #[error("nobody was recruited: these are seeds alone")]
    SeedsAlone,
}

/// What to do with people whose degree is missing. They keep their place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissingDegree {
    /// They do not count in shares; who recruited whom still does.
    Drop,
    /// They get the largest degree, and so the least weight. Some programs do so; it hides that something is missing.
    Max,
    /// They get the median degree of those who said.
    Median,
}

impl Sample {
    /// A sample of these people, in the order in which they took part if that is known.
    pub fn new(outcomes: Vec<Outcome>, people: &[Recruit]) -> Result<Self, SampleError> {
        if people.len() < 2 {
            return Err(SampleError::TooFew);
        }
        if outcomes.is_empty() {
            return Err(SampleError::NoOutcome);
        }
        for (i, person) in people.iter().enumerate() {
            check(person, &outcomes, i)?;
        }
        let recruiters = recruiters(people)?;
        if recruiters.iter().all(Option::is_none) {
            return Err(SampleError::SeedsAlone);
        }
        let (seed_of, waves) = waves(&recruiters)?;
        let degrees: Vec<Option<f64>> = people.iter().map(|one| one.degree.filter(|d| *d > 0.0)).collect();
        if degrees.iter().all(Option::is_none) {
            return Err(SampleError::NoDegree);
        }
        let mut recruits = vec![Vec::new(); people.len()];
        for (i, recruiter) in recruiters.iter().enumerate() {
            if let Some(recruiter) = recruiter {
                recruits[*recruiter].push(i);
            }
        }
        let groups = (0..outcomes.len()).map(|o| people.iter().map(|one| one.groups[o]).collect()).collect();
        Ok(Self { outcomes, degrees, groups, recruiters, recruits, seed_of, waves })
    }

    /// How many took part, n.
    pub fn n(&self) -> usize {
        self.degrees.len()
    }

    /// The questions.
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// The recruiter of each; `None` for a seed.
    pub fn recruiters(&self) -> &[Option<usize>] {
        &self.recruiters
    }

    /// Whom each recruited.
    pub fn recruits(&self) -> &[Vec<usize>] {
        &self.recruits
    }

    /// The seeds, in their order.
    pub fn seeds(&self) -> Vec<usize> {
        (0..self.n()).filter(|i| self.recruiters[*i].is_none()).collect()
    }

    /// The seed from which each comes.
    pub fn seed_of(&self) -> &[usize] {
        &self.seed_of
    }

    /// The wave of each: 0 for a seed, one more than her recruiter's else.
    pub fn waves(&self) -> &[usize] {
        &self.waves
    }

    /// How many did not say a degree, or said 0.
    pub fn missing_degrees(&self) -> usize {
        self.degrees.iter().filter(|d| d.is_none()).count()
    }

    /// One outcome, with missing degrees treated as said; `None` if there is no such outcome. Fewer groups may be seen than
    /// the outcome has.
    pub fn view(&self, outcome: usize, missing: MissingDegree) -> Option<View<'_>> {
        let mut said: Vec<f64> = self.degrees.iter().copied().flatten().collect();
        said.sort_by(f64::total_cmp);
        let instead = match missing {
            MissingDegree::Drop => None,
            MissingDegree::Max => said.last().copied(),
            MissingDegree::Median => Some(crate::special::quantile_7(&said, 0.5)),
        };
        Some(View {
            sample: self,
            degrees: self.degrees.iter().map(|d| d.or(instead)).collect(),
            groups: self.groups.get(outcome)?,
            g: self.outcomes[outcome].groups.len(),
        })
    }
}

/// A sample seen for one outcome.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The sample.
    pub sample: &'a Sample,
    /// The degree of each, `None` where it is missing and stays so.
    pub degrees: Vec<Option<f64>>,
    /// The group of each.
    pub groups: &'a [Option<usize>],
    /// How many groups the outcome has.
    pub g: usize,
}

impl View<'_> {
    /// One who counts: (group, degree), where both are there.
    pub fn one(&self, i: usize) -> Option<(usize, f64)> {
        Some((self.groups[i]?, self.degrees[i]?))
    }

    /// Those who count.
    pub fn counted(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        (0..self.groups.len()).filter_map(|i| self.one(i))
    }

    /// C_ab: how often someone of group a recruited someone of group b.
    pub fn recruitments(&self) -> Vec<Vec<f64>> {
        let mut c = vec![vec![0.0; self.g]; self.g];
        for (i, recruiter) in self.sample.recruiters.iter().enumerate() {
            if let Some((from, to)) = recruiter.and_then(|r| self.groups[r]).zip(self.groups[i]) {
                c[from][to] += 1.0;
            }
        }
        c
    }
}

fn check(person: &Recruit, outcomes: &[Outcome], i: usize) -> Result<(), SampleError> {
    if person.degree.is_some_and(|d| !d.is_finite() || d < 0.0) {
        return Err(SampleError::Degree(i));
    }
    let fits = |(group, outcome): (&Option<usize>, &Outcome)| group.is_none_or(|group| group < outcome.groups.len());
    let known = person.groups.len() == outcomes.len() && person.groups.iter().zip(outcomes).all(fits);
    if known { Ok(()) } else { Err(SampleError::Group(i)) }
}

fn recruiters(people: &[Recruit]) -> Result<Vec<Option<usize>>, SampleError> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (i, person) in people.iter().enumerate() {
        if let Some(first) = places.insert(&person.id, i) {
            return Err(SampleError::SameId(i, first));
        }
    }
    let place = |(i, person): (usize, &Recruit)| match &person.recruiter {
        None => Ok(None),
        Some(id) => places.get(id.as_str()).map(|place| Some(*place)).ok_or(SampleError::UnknownRecruiter(i)),
    };
    people.iter().enumerate().map(place).collect()
}

/// The seed and the wave of each; the recruiter may stand after her recruit.
fn waves(recruiters: &[Option<usize>]) -> Result<(Vec<usize>, Vec<usize>), SampleError> {
    let n = recruiters.len();
    let mut found: Vec<Option<(usize, usize)>> = vec![None; n];
    for i in 0..n {
        let mut way = Vec::new();
        let mut here = i;
        let (seed, mut wave) = loop {
            if let Some((seed, wave)) = found[here] {
                break (seed, wave + 1);
            }
            way.push(here);
            match recruiters[here] {
                None => break (here, 0),
                Some(_) if way.len() > n => return Err(SampleError::Circle(i)),
                Some(recruiter) => here = recruiter,
            }
        };
        for one in way.into_iter().rev() {
            found[one] = Some((seed, wave));
            wave += 1;
        }
    }
    Ok(found.into_iter().flatten().unzip())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, recruiter: Option<&str>, degree: f64, group: usize) -> Recruit {
        let recruiter = recruiter.map(str::to_owned);
        Recruit { id: id.to_owned(), recruiter, degree: Some(degree), groups: vec![Some(group)] }
    }

    fn sample(people: &[Recruit]) -> Result<Sample, SampleError> {
        Sample::new(vec![Outcome { name: "o".into(), groups: vec!["no".into(), "yes".into()] }], people)
    }

    #[test]
    fn waves_count_from_the_seed_whatever_the_order() {
        let people = [
            person("c", Some("b"), 2.0, 0),
            person("a", None, 3.0, 1),
            person("b", Some("a"), 0.0, 1),
            person("s", None, 1.0, 0),
        ];
        let sample = sample(&people).expect("a sample");
        assert_eq!(sample.waves(), [2, 0, 1, 0]);
        assert_eq!(sample.seed_of(), [1, 1, 1, 3]);
        assert_eq!(sample.seeds(), [1, 3]);
        assert_eq!(sample.missing_degrees(), 1);
        let view = |missing| sample.view(0, missing).expect("an outcome");
        assert_eq!(view(MissingDegree::Drop).counted().count(), 3);
        assert_eq!(view(MissingDegree::Max).degrees[2], Some(3.0));
        assert_eq!(view(MissingDegree::Median).degrees[2], Some(2.0));
        assert_eq!(view(MissingDegree::Drop).recruitments(), [[0.0, 0.0], [1.0, 1.0]]);
        assert!(sample.view(1, MissingDegree::Drop).is_none());
    }

    #[test]
    fn what_is_no_sample_is_refused() {
        let a = || person("a", None, 3.0, 1);
        assert_eq!(sample(&[a()]), Err(SampleError::TooFew));
        assert_eq!(sample(&[a(), a()]), Err(SampleError::SameId(1, 0)));
        assert_eq!(sample(&[a(), person("b", Some("x"), 1.0, 0)]), Err(SampleError::UnknownRecruiter(1)));
        let circle = [a(), person("b", Some("c"), 1.0, 0), person("c", Some("b"), 1.0, 0)];
        assert_eq!(sample(&circle), Err(SampleError::Circle(1)));
        let own = [a(), person("b", Some("b"), 1.0, 0)];
        assert_eq!(sample(&own), Err(SampleError::Circle(1)));
        assert_eq!(sample(&[a(), person("b", Some("a"), -1.0, 0)]), Err(SampleError::Degree(1)));
        assert_eq!(sample(&[a(), person("b", Some("a"), 1.0, 2)]), Err(SampleError::Group(1)));
        assert_eq!(sample(&[a(), person("b", None, 1.0, 0)]), Err(SampleError::SeedsAlone));
        let silent = [person("a", None, 0.0, 0), person("b", Some("a"), 0.0, 0)];
        assert_eq!(sample(&silent), Err(SampleError::NoDegree));
        assert_eq!(Sample::new(vec![], &[a(), a()]), Err(SampleError::NoOutcome));
    }
}
