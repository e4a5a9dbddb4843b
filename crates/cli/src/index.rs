//! A composite index from a model and a table.

use std::path::Path;

use pana_packs::index_model::{self, Given};
use pana_packs::{Fault, Faults, builtin};
use pana_stats::composite::{Model, Refusal, Settings, answer, text};

use crate::args;
use crate::estimate::{Progress, unreadable};
use crate::exit::Exit;
use crate::output::{print, print_json, read_file};

/// Draws of the uncertainty analysis unless somebody asks for others.
const DRAWS: usize = 8192;
/// Bootstrap replicates behind the intervals of sensitivity shares.
const BOOTSTRAP: usize = 1000;

/// `pana index`.
pub fn run(args: &args::Index) -> Result<(), Exit> {
    let written = written(&args.model)?;
    let given = Given { name: &args.model, bytes: &written };
    let model = index_model::model(given).map_err(unreadable)?;
    let (name, bytes) = (args.data.display().to_string(), read_file(&args.data)?);
    let table = index_model::table(&model, Given { name: &name, bytes: &bytes }).map_err(unreadable)?;
    let settings = Settings {
        uncertainty: args.uncertainty.or_else(|| varies(&model).then_some(DRAWS)).filter(|draws| *draws > 0),
        sensitivity: args.sensitivity.filter(|draws| *draws > 0),
        bootstrap: BOOTSTRAP,
        level: 0.9,
        seed: args.seed,
    };
    let bar = Progress::new();
    let found = answer(&model, &table, &settings, &bar);
    bar.finish();
    let found = found.map_err(|refusal| refused(&refusal, index_model::fault(&refusal, given, &name)))?;
    if args.json { print_json(&found) } else { print(text::plain(&found).as_bytes()) }
}

/// The text of a model: of a file, or of one inside the program.
fn written(model: &str) -> Result<Vec<u8>, Exit> {
    let path = Path::new(model);
    if path.exists() || model.ends_with(".toml") {
        return read_file(path);
    }
    let inside = builtin::data();
    let found = inside.bytes(&format!("indices/{model}.toml"));
    found.map(<[u8]>::to_vec).ok_or_else(|| {
        let folder = inside.below("indices");
        let known: Vec<&str> = folder.paths().filter_map(|path| path.strip_suffix(".toml")).collect();
        Exit::Usage(format!("there is no file and no model `{model}`; the program has {}", known.join(", ")))
    })
}

/// Does the model say that anything may have been decided otherwise?
fn varies(model: &Model) -> bool {
    !model.assume.is_empty()
}

/// A table that gives no scores, or too few units, is not estimable; everything else is a fault of a file.
fn refused(refusal: &Refusal, fault: Fault) -> Exit {
    match refusal {
        Refusal::NoScores | Refusal::TooFewUnits(_) => Exit::NotEstimable(fault.to_string()),
        Refusal::Stopped(_) => Exit::Failed(fault.to_string()),
        _ => unreadable(Faults(vec![fault])),
    }
}
