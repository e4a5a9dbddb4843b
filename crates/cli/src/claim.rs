//! Checking claims, and recording what a person decided.

use std::path::Path;

use jiff::civil::Date;
use pana_app::claim::{self, Checked, Decide};
use pana_app::{Desk, Library};
use pana_evidence::Room;
use pana_evidence::claim::{Claim, Verdict};
use pana_publish::claim as told;
use pana_text::Lang;

use crate::args::{self, ClaimsWhat};
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json, read_file};

/// `pana claims`.
pub async fn run(args: args::Claims) -> Result<(), Exit> {
    match args.what {
        ClaimsWhat::Check { file, claim, as_of, lang, json, place } => {
            let desk = open::for_reading(&place).await?;
            let asked = Asked { file: file.as_deref(), claim: claim.as_deref(), as_of };
            check(&desk, &asked, lang, json).await
        }
        ClaimsWhat::Decide { claim, verdict, by, because, json, place } => {
            let verdict = Verdict::parse(&verdict).ok_or_else(|| unknown_verdict(&verdict))?;
            let library = open::library()?;
            let db = open::for_writing(&place, &library).await?;
            let decision =
                claim::decide(&db, &Decide::in_own_name(&claim, verdict, &by, &because), open::today()).await?;
            decided(&decision, json)
        }
    }
}

struct Asked<'a> {
    file: Option<&'a Path>,
    claim: Option<&'a str>,
    as_of: Option<Date>,
}

async fn check(desk: &Desk, asked: &Asked<'_>, lang: Lang, json: bool) -> Result<(), Exit> {
    let shelf = desk.shelf().await?;
    let past = match asked.as_of {
        Some(day) => Some(claim::room_as_of(desk, day).await?),
        None => None,
    };
    let room = past.as_ref().unwrap_or(&shelf.room);
    let mut checked = match asked.file {
        Some(path) => claim::these(room, read(path)?, asked.as_of),
        None => claim::all(room, asked.as_of),
    };
    if let Some(wanted) = asked.claim {
        checked.retain(|checked| checked.claim.id == wanted);
        if checked.is_empty() {
            return Err(Exit::Usage(format!("there is no claim `{wanted}`; `pana claims check` lists them all")));
        }
    }
    if json {
        let words = |lang| desk.library.words(lang);
        let answers: Vec<_> = checked.iter().map(|checked| told::answer(room, &checked.check, &words)).collect();
        return print_json(&answers);
    }
    let text: String = checked.iter().map(|checked| as_text(&desk.library, room, checked, lang)).collect();
    print(text.as_bytes())
}

fn read(path: &Path) -> Result<Vec<Claim>, Exit> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let claims = pana_packs::claim::read(&name, &read_file(path)?);
    claims.map_err(|faults| Exit::from(pana_app::Error::from(faults)))
}

/// A claim as a short text: what is said, the verdict, why, what would change it, and who decided.
fn as_text(library: &Library, room: &Room, checked: &Checked, lang: Lang) -> String {
    let (words, claim, check) = (library.words(lang), &checked.claim, &checked.check);
    let mut lines = vec![
        format!("{}  {}", claim.id, claim.paraphrase),
        format!("  {} ({})", told::verdict(words, check.verdict.code()), check.verdict.code()),
    ];
    let sentences = told::sentences(words, room, check);
    lines.extend(check.codes().zip(sentences).map(|(code, sentence)| format!("  {:<28}{sentence}", code.code())));
    let missing = check.missing();
    if !missing.is_empty() {
        lines.push(format!("  {}:", words.say("claim-change")));
        lines.extend(missing.into_iter().map(|code| format!("    {}", told::wanting(words, code))));
    }
    for decision in &checked.decisions {
        let day = decision.decided_on.as_deref().unwrap_or_default();
        let label = told::verdict(words, decision.verdict.code());
        lines.push(format!("  {} {day}: {label}. {}", decision.reviewer, decision.why(lang.tag())));
    }
    lines.push(String::new());
    lines.join("\n") + "\n"
}

fn decided(decision: &pana_evidence::claim::Decision, json: bool) -> Result<(), Exit> {
    let proposed = decision.proposed.map(Verdict::code);
    if json {
        return print_json(&serde_json::json!({
            "verdict_id": decision.id,
            "claim_id": decision.claim,
            "verdict": decision.verdict.code(),
            "by": decision.reviewer,
            "decided_on": decision.decided_on,
            "because": decision.why(Lang::En.tag()),
            "proposed": proposed,
            "differs": decision.proposed.is_some_and(|proposed| decision.differs(proposed)),
            "codes": decision.codes,
        }));
    }
    let proposed = proposed.unwrap_or_default();
    eprintln!(
        "{}: {} by {}; the evidence proposes {proposed}",
        decision.id,
        decision.verdict.code(),
        decision.reviewer
    );
    Ok(())
}

fn unknown_verdict(given: &str) -> Exit {
    let known: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict.code()).collect();
    Exit::Usage(format!("`{given}` is no verdict; use one of: {}", known.join(", ")))
}
