//! Listing commitments with what is late.

use pana_app::commitment::grouped;
use pana_evidence::Commitment;
use pana_publish::commitment as told;
use pana_publish::follow_up::Ground;
use pana_text::Words;

use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana commitments`.
pub async fn run(args: args::Commitments) -> Result<(), Exit> {
    let desk = open::for_reading(&args.place).await?;
    let shelf = desk.shelf().await?;
    let ground = Ground::new(&shelf.room, &shelf.followed, None, args.on.unwrap_or_else(open::today));
    for fault in &ground.faults {
        eprintln!("pana: left out: {fault}");
    }
    let groups = grouped(&ground, args.late);
    let found: Vec<&Commitment> = groups.into_iter().flat_map(|group| group.commitments).collect();
    let unsaid = ground.commitments.iter().filter(|c| ground.lateness(c).is_late().is_none()).count();
    if args.late && unsaid > 0 {
        eprintln!("Of {} commitments it cannot be said for {unsaid} whether they are late.", ground.commitments.len());
    }
    if args.json {
        let words = |lang| desk.library.words(lang);
        return print_json(&found.into_iter().map(|one| told::answer(&ground, one, &words)).collect::<Vec<_>>());
    }
    let words = desk.library.words(args.lang);
    print(found.into_iter().map(|one| as_text(words, &ground, one)).collect::<String>().as_bytes())
}

fn as_text(words: &Words, ground: &Ground<'_>, commitment: &Commitment) -> String {
    let stage = commitment.stage(ground.on);
    let bodies = told::bodies(words, &commitment.responsible).map(|bodies| bodies.text);
    let late = told::lateness_sentence(words, &ground.lateness(commitment));
    let lines = [
        format!("{}  {}", commitment.id.0, words.name(&commitment.title)),
        format!("  {} ({})", words.say(&format!("commitment-stage-{}", stage.code())), stage.code()),
        format!("  {}: {}", words.say("field-responsible"), bodies.unwrap_or_else(|| words.say("not-stated"))),
        format!("  {late}"),
        String::new(),
    ];
    lines.join("\n") + "\n"
}
