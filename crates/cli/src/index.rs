//! A composite index from a model and a table.

use std::path::Path;

use pana_packs::index_model::{self, Given};
use pana_packs::{Fault, Faults, builtin};
use pana_publish::composite::{self, told};
use pana_publish::sample::Used;
use pana_stats::composite::{Model, Refusal, Settings, answer};
use pana_text::Words;

use crate::args;
use crate::estimate::{Progress, unreadable};
use crate::exit::Exit;
use crate::open;
use crate::output::read_file;
use crate::report::Telling;

/// Draws of the uncertainty analysis unless somebody asks for others.
const DRAWS: usize = 8192;
/// Bootstrap replicates behind the intervals of sensitivity shares.
const BOOTSTRAP: usize = 1000;

/// `pana index`.
pub fn run(args: &args::Index) -> Result<(), Exit> {
    let telling = Telling::new(&args.told)?;
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
    let found =
        found.map_err(|refusal| refused(telling.words(), &refusal, index_model::fault(&refusal, given, &name)))?;
    let (rules, data) = (Used::of(&args.model, &written), Used::of(&name, &bytes));
    telling.tell(&found, &|words, dress| {
        let given = composite::Given {
            model: &model,
            answer: &found,
            settings: &settings,
            model_file: &rules.file,
            model_sha256: &rules.sha256,
            file: &data.file,
            sha256: &data.sha256,
            version: env!("CARGO_PKG_VERSION"),
            on: open::today(),
        };
        composite::report(words, &given, dress)
    })
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
fn refused(words: &Words, refusal: &Refusal, fault: Fault) -> Exit {
    match (told::refusal(words, refusal), refusal) {
        (Some(why), _) => Exit::NotEstimable(why),
        (None, Refusal::Stopped(_)) => Exit::Failed(fault.to_string()),
        (None, _) => unreadable(Faults(vec![fault])),
    }
}
