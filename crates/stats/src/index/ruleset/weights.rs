//! Weights: the dimensions of vulnerability and how much each counts.

use serde::{Deserialize, Serialize};

use super::RulesetError;

/// One dimension of vulnerability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Key of the dimension's scores, such as `governance`.
    pub id: String,
    /// The dimension's published name.
    pub name: String,
    /// λ_d, the variance its factor explains, in numbers of variables; only the ratios between dimensions matter.
    pub eigenvalue: f64,
}

/// An eigenvalue is at most the number of variables; no index has this many, and sums of weights stay finite.
const MOST_VARIABLES: f64 = 1e6;

/// The dimensions in their published order: at least one, each id once, each eigenvalue above zero.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "WrittenVulnerability", into = "WrittenVulnerability")]
pub struct Vulnerability {
    dimensions: Vec<Dimension>,
}

impl Vulnerability {
    /// Checks the dimensions. Refused: none at all, an id twice, an eigenvalue not above zero or beyond any number of
    /// variables.
    pub fn new(dimensions: Vec<Dimension>) -> Result<Self, RulesetError> {
        if dimensions.is_empty() {
            return Err(RulesetError::NoDimensions);
        }
        for (position, dimension) in dimensions.iter().enumerate() {
            let id = dimension.id.clone();
            if dimensions[..position].iter().any(|earlier| earlier.id == id) {
                return Err(RulesetError::DimensionTwice { id });
            }
            if !(dimension.eigenvalue > 0.0 && dimension.eigenvalue <= MOST_VARIABLES) {
                return Err(RulesetError::Eigenvalue { id, eigenvalue: dimension.eigenvalue });
            }
        }
        Ok(Self { dimensions })
    }

    /// The dimensions in their published order.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// λ in the order of the dimensions.
    pub fn eigenvalues(&self) -> Vec<f64> {
        self.dimensions.iter().map(|dimension| dimension.eigenvalue).collect()
    }
}

/// The dimensions as a file has them, before they were checked.
#[derive(Serialize, Deserialize)]
struct WrittenVulnerability {
    dimensions: Vec<Dimension>,
}

impl TryFrom<WrittenVulnerability> for Vulnerability {
    type Error = RulesetError;

    fn try_from(written: WrittenVulnerability) -> Result<Self, RulesetError> {
        Self::new(written.dimensions)
    }
}

impl From<Vulnerability> for WrittenVulnerability {
    fn from(checked: Vulnerability) -> Self {
        Self { dimensions: checked.dimensions }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dimension(id: &str, eigenvalue: f64) -> Dimension {
        Dimension { id: id.to_owned(), name: id.to_owned(), eigenvalue }
    }

    #[test]
    fn at_least_one_dimension_is_needed() {
        assert_eq!(Vulnerability::new(vec![]), Err(RulesetError::NoDimensions));
    }

    #[test]
    fn a_dimension_may_be_named_only_once() {
        let twice = vec![dimension("governance", 5.39), dimension("governance", 3.46)];
        assert_eq!(Vulnerability::new(twice), Err(RulesetError::DimensionTwice { id: "governance".to_owned() }));
    }

    #[test]
    fn a_weight_must_be_a_number_above_zero() {
        for eigenvalue in [0.0, -1.0, 1e7, f64::INFINITY] {
            let refused = Vulnerability::new(vec![dimension("conflict", eigenvalue)]);
            assert_eq!(refused, Err(RulesetError::Eigenvalue { id: "conflict".to_owned(), eigenvalue }));
        }
        assert!(Vulnerability::new(vec![dimension("conflict", f64::NAN)]).is_err());
    }

    #[test]
    fn a_file_is_checked_while_it_is_read() {
        let text = r#"{"dimensions":[{"id":"needs","name":"Needs","eigenvalue":0.0}]}"#;
        let refused = serde_json::from_str::<Vulnerability>(text).expect_err("zero is no weight");
        assert!(refused.to_string().contains("needs"), "{refused}");
        let good = r#"{"dimensions":[{"id":"needs","name":"Needs","eigenvalue":3.46}]}"#;
        let rules: Vulnerability = serde_json::from_str(good).expect("a positive weight");
        assert_eq!(serde_json::to_string(&rules).expect("it came from text"), good);
    }
}
