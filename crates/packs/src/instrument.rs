//! Screening instruments: every `instruments/*.toml` of casework, those of all countries and those of one.

use std::collections::BTreeMap;

use pana_casework::screening::Instrument;

use crate::fault::{Fault, Faults};
use crate::files::Files;

/// Reads and checks the instruments of all countries and of each one.
pub fn read_all(data: &Files) -> Result<BTreeMap<String, Instrument>, Faults> {
    let mut instruments = read(data, None)?;
    for country in data.below("casework").folders() {
        instruments.extend(read(data, Some(country))?);
    }
    Ok(instruments)
}

/// Reads and checks the instruments below `casework/instruments` and, for a country, below `casework/{country}/instruments`, by id.
pub fn read(data: &Files, country: Option<&str>) -> Result<BTreeMap<String, Instrument>, Faults> {
    let folders = ["casework/instruments".to_owned()].into_iter();
    let folders = folders.chain(country.map(|country| format!("casework/{country}/instruments")));
    let mut instruments: BTreeMap<String, Instrument> = BTreeMap::new();
    for folder in folders {
        for path in data.paths().filter(|path| is_in(path, &folder)) {
            let instrument = one(path, data.text(path)?)?;
            let id = instrument.id.clone();
            if instruments.insert(id.clone(), instrument).is_some() {
                return Err(Fault::of_file(path, format!("the instrument `{id}` is there twice; keep one")).into());
            }
        }
    }
    Ok(instruments)
}

fn is_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/') && rest.ends_with(".toml"))
}

/// Reads and checks one instrument.
pub fn one(path: &str, text: &str) -> Result<Instrument, Fault> {
    let instrument: Instrument = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start].bytes().filter(|&byte| byte == b'\n').count() as u64 + 1);
        Fault { line, ..Fault::of_file(path, error.message()) }
    })?;
    instrument.check().map_err(|fault| Fault::of_file(path, fault))?;
    Ok(instrument)
}
