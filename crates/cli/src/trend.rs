//! The trend of an indicator at a place, or why there is none.

use pana_evidence::trend::{Break, Refusal, Segment, trend};
use serde_json::{Value, json};

use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana trend`. Across a series break it refuses, names the break and ends with exit code 3.
pub async fn run(args: args::Trend) -> Result<(), Exit> {
    let desk = open::for_reading(&args.place).await?;
    let shelf = desk.shelf().await?;
    let (indicator, place) = shelf.find(&args.indicator, &args.about)?;
    match trend(&shelf.room, &indicator, &place) {
        Ok(segment) if args.json => print_json(&json!({ "trend": segment_json(&segment) })),
        Ok(segment) => print(segment_text(&segment).as_bytes()),
        Err(refusal) => {
            if args.json {
                print_json(&refusal_json(&refusal))?;
            }
            Err(Exit::Refused(refusal_text(&refusal, &args.indicator, &args.about)))
        }
    }
}

fn segment_json(segment: &Segment) -> Value {
    let points = segment
        .points
        .iter()
        .map(|point| json!({ "observation": point.observation.0, "at": point.at.to_string(), "value": point.value }));
    json!({ "indicator": segment.indicator.0, "points": points.collect::<Vec<_>>() })
}

fn segment_text(segment: &Segment) -> String {
    let lines = segment.points.iter().map(|point| format!("{}\t{}\t{}\n", point.at, point.value, point.observation.0));
    lines.collect()
}

fn refusal_json(refusal: &Refusal) -> Value {
    match refusal {
        Refusal::SeriesBreak { breaks, segments } => json!({
            "refused": "series_break",
            "breaks": breaks.iter().map(break_json).collect::<Vec<_>>(),
            "segments": segments.iter().map(segment_json).collect::<Vec<_>>(),
        }),
        Refusal::TooFew { points } => json!({ "refused": "too_few", "points": points }),
        Refusal::UnknownIndicator => json!({ "refused": "unknown_indicator" }),
    }
}

fn break_json(found: &Break) -> Value {
    json!({
        "from": found.from.0,
        "to": found.to.0,
        "last_before": found.last_before.0,
        "first_after": found.first_after.0,
        "note": found.note,
    })
}

fn refusal_text(refusal: &Refusal, indicator: &str, place: &str) -> String {
    match refusal {
        Refusal::SeriesBreak { breaks, segments } => {
            let mut text = format!(
                "no trend of {indicator} at {place}: the figures belong to {} series that must not be joined.",
                segments.len()
            );
            for found in breaks {
                let note = found.note.as_deref().map(|note| format!(": {note}")).unwrap_or_default();
                text.push_str(&format!(
                    "\n  break between {} ({}) and {} ({}){note}",
                    found.from.0, found.last_before.0, found.to.0, found.first_after.0
                ));
            }
            for segment in segments {
                for point in &segment.points {
                    text.push_str(&format!(
                        "\n  {}\t{}\t{}\t{}",
                        segment.indicator.0, point.at, point.value, point.observation.0
                    ));
                }
            }
            text
        }
        Refusal::TooFew { points } => {
            format!("no trend of {indicator} at {place}: {points} comparable figures are known, two are needed")
        }
        Refusal::UnknownIndicator => format!("there is no indicator `{indicator}`"),
    }
}
