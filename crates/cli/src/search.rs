//! Searching everything public.

use pana_app::search::document::Document;
use pana_app::search::{self, Answer, Asked, excerpt};
use pana_text::{Lang, Words};

use crate::args;
use crate::exit::Exit;
use crate::open;
use crate::output::{print, print_json};

/// `pana search`.
pub async fn run(args: args::Search) -> Result<(), Exit> {
    let desk = open::for_reading(&args.place).await?;
    let typed = args.words.join(" ");
    let asked = Asked { words: &typed, kind: args.kind.as_deref(), lang: args.lang, from: 0, most: args.limit.into() };
    let answer = search::ask(&desk, &asked).await?;
    let words = desk.library.words(args.lang);
    if args.json {
        return print_json(&as_json(words, args.lang, &typed, &answer));
    }
    if answer.total == 0 {
        eprintln!("Nothing was found for {typed}. Use fewer words, or only the beginning of one.");
    } else if !answer.all_words {
        eprintln!("Nothing has all of these words; these results have some of them.");
    }
    print(answer.found.iter().map(|found| as_text(words, args.lang, &answer, found)).collect::<String>().as_bytes())?;
    let shown = answer.found.len() as u64;
    if shown < answer.total {
        eprintln!("{shown} of {} results; more with --limit, fewer with --kind or another word.", answer.total);
    }
    Ok(())
}

fn as_text(words: &Words, lang: Lang, answer: &Answer, found: &Document) -> String {
    let title = excerpt::title(found, &answer.question, lang).plain();
    let text = excerpt::text(found, &answer.question, lang).map(|text| format!("    {}\n", text.plain()));
    let (kind, text) = (search::kind_name(words, &found.kind), text.unwrap_or_default());
    format!("{kind}  {}\n    {title}\n{text}", found.key)
}

fn as_json(words: &Words, lang: Lang, typed: &str, answer: &Answer) -> serde_json::Value {
    let kind = |(kind, count): &(String, u64)| serde_json::json!({ "kind": kind, "name": search::kinds_name(words, kind), "count": count });
    let result = |found: &Document| {
        let title = excerpt::title(found, &answer.question, lang);
        let text = excerpt::text(found, &answer.question, lang);
        serde_json::json!({
            "kind": found.kind,
            "name": search::kind_name(words, &found.kind),
            "id": found.key,
            "path": found.path,
            "title": title.plain(),
            "title_lang": title.lang,
            "text": text.as_ref().map(excerpt::Excerpt::plain),
            "text_lang": text.as_ref().map(|text| text.lang),
            "source_id": found.source.as_ref().map(|source| &source.0),
        })
    };
    serde_json::json!({
        "question": typed,
        "all_words": answer.all_words,
        "total": answer.total,
        "kinds": answer.kinds.iter().map(kind).collect::<Vec<_>>(),
        "results": answer.found.iter().map(result).collect::<Vec<_>>(),
    })
}
