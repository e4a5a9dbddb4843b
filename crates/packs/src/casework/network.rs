//! The invented network of a country's demonstration, `casework/<country>/network.toml`: centres in regions, and totals that were published.

use serde::Deserialize;

use crate::fault::{Fault, Faults};
use crate::files::Files;

/// A number of persons that was published.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// The number.
    pub total: usize,
    /// The observation of the fact base that says it.
    pub observation: String,
}

/// Citizenships of invented people (ISO 3166-1 alpha-2).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citizenship {
    /// That of the country.
    pub here: String,
    /// Those from which others are drawn.
    pub foreign: Vec<String>,
}

/// A centre that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InventedCentre {
    /// Its region (ISO 3166-2).
    pub region: String,
    /// Its name, which says that it is invented.
    pub name: String,
}

/// What an invented case takes of the country's law.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LongCase {
    /// The act on which her consents rest, as the file of the law names it.
    pub consent_act: String,
    /// The offence of the proceedings, by its code there.
    pub offence: String,
}

/// The network.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// The year whose totals it has.
    pub year: i16,
    /// Persons who received services.
    pub served: Total,
    /// Of them foreign nationals.
    pub foreign: Total,
    /// Of them persons who found work.
    pub employed: Total,
    /// Of those foreign nationals.
    pub employed_foreign: Total,
    /// Where they are from.
    pub citizenship: Citizenship,
    /// The case that holds something of everything.
    pub case: LongCase,
    /// The centres; the first is where the accounts of the demonstration are.
    #[serde(rename = "centre")]
    pub centres: Vec<InventedCentre>,
}

/// Reads the network of the one country whose centres work here.
///
/// # Errors
/// A file that is missing or does not fit together.
pub fn builtin(data: &Files) -> Result<Network, Faults> {
    let files = data.paths().filter(|path| path.starts_with("casework/") && path.ends_with("/network.toml"));
    let file = files.min().ok_or_else(|| Fault::of_file("casework", "no folder of a country has a network.toml"))?;
    let network: Network =
        toml::from_str(data.text(file)?).map_err(|error| Fault::of_file(file, error.message().to_owned()))?;
    let fault = |reason: &str| Err(Fault::of_file(file, reason.to_owned()).into());
    let (served, foreign) = (network.served.total, network.foreign.total);
    let (employed, both) = (network.employed.total, network.employed_foreign.total);
    if foreign > served || both > foreign || both > employed || employed - both > served - foreign {
        return fault("the totals do not fit into each other");
    }
    if network.centres.is_empty() || network.citizenship.foreign.is_empty() {
        return fault("write at least one centre and one citizenship");
    }
    Ok(network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_totals_are_those_of_the_fact_base() {
        let data = crate::builtin::data();
        let network = builtin(&data).expect("the network is readable");
        let facts = data.text("kz/observations.csv").expect("the facts");
        for total in [&network.served, &network.foreign, &network.employed, &network.employed_foreign] {
            let line = facts.lines().find(|line| line.starts_with(&format!("{},", total.observation)));
            let value = line.and_then(|line| line.split(',').nth(2)).expect("the observation");
            assert_eq!(value, total.total.to_string(), "{}", total.observation);
        }
        let listed = data.text("kz/centres.csv").expect("the centres");
        for row in listed.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let here = network.centres.iter().filter(|centre| centre.region == cells[1]).count();
            assert_eq!(cells[4], here.to_string(), "{row}");
        }
        assert!(network.centres.iter().all(|centre| centre.name.starts_with("Invented")));
    }
}
