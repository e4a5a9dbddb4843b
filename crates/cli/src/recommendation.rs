//! Listing recommendations with what became of them.

use pana_app::recommendation::{self, listed, wanted};
use pana_evidence::recommendation::FollowUp;
use pana_publish::follow_up::Ground;
use pana_publish::recommendation as told;
use pana_text::Words;

use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana recommendations`.
pub async fn run(args: args::Recommendations) -> Result<(), Exit> {
    let desk = open::for_reading(&args.place).await?;
    let shelf = desk.shelf().await?;
    let past = match args.as_of {
        Some(day) => Some(recommendation::as_of(&desk, &shelf, day).await?),
        None => None,
    };
    let (room, followed) = past.as_ref().map_or((&shelf.room, &shelf.followed), |then| (&then.room, &then.followed));
    // Themes are those of today: on an early day there may be no recommendation yet, and the theme is none the less known.
    let wanted = wanted(&shelf.followed, args.status.as_deref(), args.theme.as_deref())?;
    let ground = Ground::new(room, followed, args.as_of, open::today());
    for fault in &ground.faults {
        eprintln!("pana: left out: {fault}");
    }
    let rows = listed(followed, &wanted);
    if args.json {
        let words = |lang| desk.library.words(lang);
        return print_json(&rows.into_iter().map(|row| told::answer(&ground, row, &words)).collect::<Vec<_>>());
    }
    if rows.is_empty() {
        eprintln!("No recommendation fits.");
    }
    let words = desk.library.words(args.lang);
    print(rows.into_iter().map(|row| as_text(words, &ground, row)).collect::<String>().as_bytes())
}

/// A recommendation as a short text: what is asked, what became of it, why.
fn as_text(words: &Words, ground: &Ground<'_>, row: &FollowUp) -> String {
    let (asked, assessment) = (&row.recommendation, &row.assessment);
    let missing = if assessment.evidence_missing {
        format!(" · {}", words.say("recommendation-evidence-missing-too"))
    } else {
        String::new()
    };
    let public = row.public.map_or_else(|| words.say("not-known"), |day| day.to_string());
    let sentences = told::sentences(words, ground.room, assessment);
    let mut lines = vec![
        format!("{}  {}", asked.id.0, words.name(&asked.text)),
        format!("  {} ({}){missing}", told::status(words, assessment.status), assessment.status.code()),
        format!("  {} {}, {public}", asked.source.0, asked.locator),
    ];
    let reasons = assessment.reasons.iter().zip(sentences);
    lines.extend(reasons.map(|(reason, sentence)| format!("  {:<28}{sentence}", reason.code())));
    lines.push(String::new());
    lines.join("\n") + "\n"
}
