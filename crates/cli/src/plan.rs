//! How well plans are made.

use pana_app::plan::asked;
use pana_publish::follow_up::Ground;
use pana_publish::plan as told;

use crate::args::{self, PlanWhat};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana plan quality`. Asked about one plan of which nothing can be said, it refuses with the reason and exit code 3.
pub async fn run(args: args::Plan) -> Result<(), Exit> {
    let PlanWhat::Quality { plan, lang, json, place } = args.what;
    let desk = open::for_reading(&place).await?;
    let shelf = desk.shelf().await?;
    let ground = Ground::new(&shelf.room, &shelf.followed, None, open::today());
    let words = |lang| desk.library.words(lang);
    let answers: Vec<told::Answer> =
        asked(&ground, plan.as_deref())?.into_iter().map(|plan| told::answer(&ground, plan, &words)).collect();
    if json {
        print_json(&answers)?;
    } else {
        let texts = answers.iter().filter(|answer| plan.is_none() || answer.cannot_say.is_none());
        print(texts.map(|answer| as_text(words(lang), answer)).collect::<String>().as_bytes())?;
    }
    match (plan, answers.first()) {
        (Some(plan), Some(answer)) if answer.cannot_say.is_some() => {
            Err(Exit::Refused(format!("{plan}: {}", answer.sentences[lang.tag()].join(" "))))
        }
        _ => Ok(()),
    }
}

fn as_text(words: &pana_text::Words, answer: &told::Answer) -> String {
    let head = format!("{}  {}", answer.commitment_id, words.name(&answer.title));
    let said = answer.sentences[words.lang().tag()].iter().map(|sentence| format!("  {sentence}"));
    let lines: Vec<String> = std::iter::once(head).chain(said).chain([String::new()]).collect();
    lines.join("\n") + "\n"
}
