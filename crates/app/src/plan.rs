//! Plans: which of them are asked for.

use pana_evidence::Commitment;
use pana_publish::follow_up::Ground;

use crate::error::Error;

/// The plan of a name, or all plans. A name that is none is refused with those that are.
pub fn asked<'g>(ground: &'g Ground<'_>, name: Option<&str>) -> Result<Vec<&'g Commitment>, Error> {
    let plans: Vec<&Commitment> = ground.plans().collect();
    let Some(name) = name else { return Ok(plans) };
    let found: Vec<&Commitment> = plans.iter().copied().filter(|plan| plan.id.0 == name).collect();
    if found.is_empty() {
        let known: Vec<&str> = plans.iter().map(|plan| plan.id.0.as_str()).collect();
        return Err(Error::NotFound(format!("there is no plan `{name}`; there are: {}", known.join(", "))));
    }
    Ok(found)
}
