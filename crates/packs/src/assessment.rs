//! The rules and instruments of assessments: `data/assessments/*.toml`, and the columns of ILAB's files.

use pana_evidence::assessment::instrument::Instrument;
use pana_evidence::assessment::{ilab, tip};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::fault::{Fault, Faults};
use crate::files::Files;
use crate::ilab::column::Columns;

/// What assessments are read and explained with.
#[derive(Clone, Debug)]
pub struct Assessments {
    /// The rule of ILAB's advancement level.
    pub ilab: ilab::Rule,
    /// The questions of the TIP tier.
    pub tip: tip::Rule,
    /// The instruments, in the order in which they are shown.
    pub instruments: Vec<Instrument>,
    /// The columns of ILAB's files.
    pub columns: Columns,
}

const ILAB: &str = "assessments/ilab-2016.toml";
const TIP: &str = "assessments/tip.toml";
const INSTRUMENTS: &str = "assessments/instruments.toml";

#[derive(Deserialize)]
struct Instruments {
    instruments: Vec<Instrument>,
}

impl Assessments {
    /// Reads and checks the rules of `data/`.
    pub fn read(data: &Files) -> Result<Self, Faults> {
        let draft: ilab::Draft = toml(data, ILAB)?;
        let tip: tip::Rule = toml(data, TIP)?;
        tip.check().map_err(|reason| Fault::of_file(TIP, reason))?;
        let Instruments { instruments } = toml(data, INSTRUMENTS)?;
        Ok(Self {
            ilab: ilab::Rule::new(draft).map_err(|reason| Fault::of_file(ILAB, reason))?,
            tip,
            instruments,
            columns: Columns::read(data)?,
        })
    }
}

fn toml<T: DeserializeOwned>(data: &Files, file: &str) -> Result<T, Fault> {
    toml::from_str(data.text(file)?).map_err(|error| Fault::of_file(file, error))
}
