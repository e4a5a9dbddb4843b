//! A decision on services on paper: what was decided, by whom, when, on which act and article of the law of that day, and how to appeal.

use pana_casework::decision::{EligibilityDecision, Outcome, RefusalOfServices};
use pana_casework::law::Deadline;
use pana_casework::policy::Action;
use pana_casework::version::Terms;
use pana_casework::{Class, Kind};
use pana_publish::paper::{Block, Paper, Section};
use pana_text::{Arg, Words};

use super::{Asked, Voice, code, named, service, sheet};
use crate::casework::gate::Open;
use crate::casework::kept::Kept;
use crate::casework::refused::Refused;

type Facts = Vec<(String, String)>;

impl Open {
    /// A decision as a paper.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where there is no such decision; as [`Open::demand`].
    pub async fn decision_paper(&self, decision: &str, asked: &Asked<'_>) -> Result<Paper, Refused> {
        self.demand(Class::Legal, Action::Print).await?;
        let all: Vec<Kept<EligibilityDecision>> = self.all(Kind::Eligibility).await?;
        let kept = all.into_iter().find(|kept| kept.document.id == decision).ok_or(Refused::NotFound)?;
        let (decided, voice) = (&kept.value, &asked.voice);
        let words = voice.worker();
        let mut paper = sheet(voice, "paper-decision-title", self.foot(voice, &kept.document));
        paper.head = self.whose(asked).await?;
        paper.head.extend([
            (words.say("paper-decision-body"), decided.body.clone()),
            (words.say("paper-decision-on"), voice.day(decided.decided_on)),
        ]);
        paper.sections = match &decided.outcome {
            Outcome::Eligible { ground, .. } => self.owed(words, decided, ground),
            Outcome::Refused(refusal) => refused(voice, decided, refusal),
        };
        paper.sections.push(law(voice, &decided.law));
        self.making(asked, Class::Legal, "decision").await?;
        Ok(paper)
    }

    /// That services are owed: on which ground, for how long, and which.
    fn owed(&self, words: &Words, decided: &EligibilityDecision, ground: &str) -> Vec<Section> {
        let terms = &decided.law;
        let row = terms.grounds.iter().find(|row| row.value.code == ground);
        let name = row.map_or_else(|| ground.to_owned(), |row| named(words, &row.value.names));
        let mut facts = vec![(words.say("paper-decision-ground"), name)];
        if let Some((article, verified)) = row.and_then(|row| Some((row.article.as_deref()?, row.verified))) {
            facts.push((words.say("paper-decision-article"), article_of(words, article, verified)));
        }
        if let Some(months) = terms.clock.base_months.in_force(terms.on) {
            let count = words.tell("paper-decision-months-count", &[("count", Arg::from(i64::from(months.value)))]);
            facts.push((words.say("paper-decision-months"), checked(words, count, months.verified)));
        }
        let law = self.law_on(decided.decided_on);
        let services = law.law.guaranteed(decided.decided_on);
        let services = services.iter().map(|code| service(words, &law, code)).collect();
        vec![
            Section::plain(vec![Block::Notice(words.say("ruling-owed")), Block::Facts(facts)]),
            Section::new(words.say("paper-decision-services"), vec![Block::List(services)]),
        ]
    }
}

/// That services were refused: why, on what law, and what she can do.
fn refused(voice: &Voice<'_>, decided: &EligibilityDecision, refusal: &RefusalOfServices) -> Vec<Section> {
    let words = voice.worker();
    let (article, verified) = refusal.legal_basis();
    let why: Facts = vec![
        (words.say("paper-decision-reason"), code(words, "refusal-reason", refusal.reason().name())),
        (words.say("paper-decision-code"), refusal.reason().name().to_owned()),
        (words.say("paper-decision-article"), article_of(words, article, verified)),
    ];
    let appeal: Facts = vec![
        (words.say("paper-decision-appeal-body"), refusal.appeal().body.clone()),
        (words.say("paper-decision-appeal-how"), refusal.appeal().how.clone()),
        (words.say("paper-decision-appeal-by"), last_day(voice, &decided.law, refusal)),
    ];
    let told = ["paper-decision-appealing", "paper-decision-never"].map(|key| words.say(key));
    vec![
        Section::plain(vec![Block::Notice(words.say("ruling-refused")), Block::Facts(why)]),
        Section::new(words.say("paper-decision-appeal"), vec![Block::Facts(appeal), Block::List(told.to_vec())]),
    ]
}

/// Until when to appeal: the day on the paper, else the working days of the law of the decision, else that nobody knows.
fn last_day(voice: &Voice<'_>, terms: &Terms, refusal: &RefusalOfServices) -> String {
    let words = voice.worker();
    if let Some(day) = refusal.appeal_by() {
        return voice.day(day);
    }
    let days = terms.deadlines.get(&Deadline::Appeal).and_then(|days| days.in_force(terms.on));
    let Some(row) = days else { return words.say("paper-decision-appeal-no-day") };
    let count = words.tell("paper-decision-appeal-days", &[("count", Arg::from(i64::from(row.value)))]);
    let count = checked(words, count, row.verified);
    row.article.as_deref().map_or_else(|| count.clone(), |article| format!("{count} ({})", words.name(article)))
}

/// Which law it was made under: later changes of the law do not touch it (R20).
fn law(voice: &Voice<'_>, terms: &Terms) -> Section {
    let words = voice.worker();
    let edition = format!("{} {}", terms.law.to_uppercase(), terms.edition);
    let said = [
        words.tell("law-of-decision", &[("edition", Arg::from(edition))]),
        words.tell("law-of-day", &[("day", Arg::from(voice.day(terms.on)))]),
    ];
    Section::new(words.say("paper-law"), vec![Block::Text(said.join(". "))])
}

fn article_of(words: &Words, article: &str, verified: bool) -> String {
    checked(words, words.name(article).to_owned(), verified)
}

/// A value of law, with what has to be known where nobody has checked it.
fn checked(words: &Words, value: String, verified: bool) -> String {
    if verified { value } else { format!("{value} ({})", words.say("paper-law-unverified")) }
}
