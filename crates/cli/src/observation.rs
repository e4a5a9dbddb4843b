//! Listing observations.

use pana_evidence::cells::Row;
use pana_evidence::{Figure, Observation};
use pana_store::observation::{Question, ask};
use serde_json::{Map, Value};

use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana observations`.
pub async fn run(args: args::Observations) -> Result<(), Exit> {
    let desk = open::for_reading(&args.place).await?;
    let shelf = desk.shelf().await?;
    let place = args.about.as_deref().map(|code| {
        let found = shelf.room.find_place(code).map(|place| place.id.0.clone());
        found.ok_or_else(|| Exit::Usage(format!("there is no place `{code}`; use a code such as KZ, KAZ or KZ-10")))
    });
    let indicator = args.indicator.clone().map(|id| {
        let known = shelf.room.indicators().any(|indicator| indicator.id.0 == id);
        if known {
            Ok(id)
        } else {
            Err(Exit::Usage(format!("there is no indicator `{id}`; `pana observations` shows them all")))
        }
    });
    let question = Question { indicator: indicator.transpose()?, place: place.transpose()?, as_of: args.as_of };
    let observations = ask(&desk.db, &question).await?;
    if args.json {
        return print_json(&observations.iter().map(as_json).collect::<Vec<_>>());
    }
    if observations.is_empty() {
        eprintln!("No observation fits. Undated sources are left out where --as-of is given.");
    }
    print(observations.iter().map(as_line).collect::<String>().as_bytes())
}

/// Every cell as stored; what is empty is null.
fn as_json(observation: &Observation) -> Value {
    let cells = Observation::COLUMNS.iter().zip(observation.write());
    let mut object: Map<String, Value> =
        cells.map(|(column, cell)| ((*column).to_owned(), cell.map_or(Value::Null, Value::String))).collect();
    object.insert("revision".to_owned(), observation.revision.into());
    Value::Object(object)
}

fn as_line(observation: &Observation) -> String {
    format!(
        "{}\t{}\t{}\t{}\t{}\t{}\t{}, {}\n",
        observation.id.0,
        observation.indicator.0,
        figure(&observation.figure),
        observation.unit,
        observation.place.0,
        observation.period.label,
        observation.source.0,
        observation.locator
    )
}

/// A figure as one would type it: `>100`, `300000..1500000`, `~50000`.
fn figure(figure: &Figure) -> String {
    use pana_evidence::Comparator as C;
    let sign = match figure.comparator() {
        C::Eq | C::Between => "",
        C::Approx => "~",
        C::Gt => ">",
        C::Ge => "≥",
        C::Lt => "<",
        C::Le => "≤",
    };
    match figure {
        Figure::Number { value, .. } => format!("{sign}{value}"),
        Figure::Category(words) => words.clone(),
        Figure::NotStated => "not stated".to_owned(),
        Figure::Range { lower: Some(lower), upper: Some(upper), .. } => format!("{lower}..{upper}"),
        Figure::Range { lower, upper, words, .. } => {
            let end = lower.as_ref().or(upper.as_ref()).map(ToString::to_string).unwrap_or_default();
            let words = words.as_ref().map(|words| format!(" ({words})")).unwrap_or_default();
            format!("{sign}{end}{words}")
        }
    }
}
