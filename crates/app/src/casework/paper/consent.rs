//! A consent on paper: one purpose, one recipient, what may be given, on what law, how, in which language, until when, how to take it back;
//! and the form of one, empty, because a consent in writing is signed before it is written down.

use jiff::civil::Date;
use pana_casework::Class;
use pana_casework::consent::{Consent, Explained, Form};
use pana_casework::policy::Action;
use pana_publish::paper::{Block, Paper, Section, Signing};

use super::{Asked, Voice, sheet, signing};
use crate::casework::consent::GIVABLE;
use crate::casework::gate::Open;
use crate::casework::refused::Refused;

type Facts = Vec<(String, String)>;

impl Open {
    /// A consent as a paper.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where there is no such consent; as [`Open::demand`].
    pub async fn consent_paper(&self, consent: &str, asked: &Asked<'_>) -> Result<Paper, Refused> {
        self.demand(Class::Meta, Action::Print).await?;
        let kept = self.consent(consent).await?;
        let voice = &asked.voice;
        let mut paper = sheet(voice, "agree-title", self.foot(voice, &kept.document));
        paper.head = self.whose(asked).await?;
        let says = self.says(voice, &kept.value);
        paper.sections = sections(voice, vec![Block::Facts(says)], signatures(voice, &kept.value));
        self.making(asked, Class::Meta, "consent").await?;
        Ok(paper)
    }

    /// The form of a consent for this case, empty.
    ///
    /// # Errors
    /// As [`Open::demand`].
    pub async fn consent_form_paper(&self, asked: &Asked<'_>) -> Result<Paper, Refused> {
        self.demand(Class::Meta, Action::Print).await?;
        let mut paper = blank_consent(&asked.voice, self.today());
        paper.head = self.whose(asked).await?;
        self.making(asked, Class::Meta, "consent-form").await?;
        Ok(paper)
    }

    /// What a consent says, line by line.
    fn says(&self, voice: &Voice<'_>, consent: &Consent) -> Facts {
        let (from, until) = consent.days();
        let (language, explained) = consent.explained();
        let recipient = consent.recipient();
        let kind = voice.code("agree-kind", recipient.kind.name());
        let classes: Vec<String> =
            consent.classes().iter().map(|class| voice.code("agree-class", class.name())).collect();
        let mut says = vec![
            (voice.say("agree-what-for"), voice.code("agree-for", consent.purpose().name())),
            (voice.say("agree-to"), format!("{kind}: {}", recipient.name)),
            (voice.say("agree-what"), classes.join("; ")),
            (voice.say("agree-basis"), self.basis(voice, consent)),
            (voice.say("agree-form"), voice.code("agree-form", consent.form().name())),
        ];
        if let Form::Written { paper } = consent.form() {
            says.push((voice.say("agree-paper"), paper.as_str().to_owned()));
        }
        says.extend([
            (voice.say("agree-language"), voice.spoken(language)),
            (voice.say("agree-explained"), voice.code("agree-explained", explained.name())),
            (voice.say("agree-from"), voice.day(from)),
            (voice.say("agree-until"), voice.day(until)),
        ]);
        says.extend(consent.withdrawal().map(|taken| (voice.say("agree-withdrawn"), voice.day(taken.withdrawn_at))));
        says
    }

    /// The act of the law as the country calls it, in the language of the pages: acts have no names in others.
    fn basis(&self, voice: &Voice<'_>, consent: &Consent) -> String {
        let basis = consent.legal_basis();
        let act = self.casework().law.acts.iter().find(|act| act.id == basis.act);
        let title = act.map_or(basis.act.as_str(), |act| voice.worker().name(&act.title));
        basis.article.as_deref().map_or_else(|| title.to_owned(), |article| format!("{title}, {article}"))
    }
}

/// The form of a consent, empty.
pub fn blank_consent(voice: &Voice<'_>, today: Date) -> Paper {
    let line = |key: &str| (voice.say(key), String::new());
    let classes = GIVABLE.iter().map(|class: &Class| voice.code("agree-class", class.name())).collect();
    let says = vec![
        Block::Facts(vec![line("agree-what-for"), line("agree-to")]),
        Block::Text(format!("{}:", voice.say("agree-what"))),
        Block::Ticks(classes),
        Block::Facts(
            ["agree-basis", "agree-language", "agree-explained", "agree-from", "agree-until"].map(line).to_vec(),
        ),
    ];
    let who = ["agree-person", "agree-witnessed", "agree-guardian", "agree-worker", "agree-interpreter"];
    let lines = who.map(|key| signing(voice, voice.say(key), "", String::new()));
    let mut paper = sheet(voice, "agree-title", voice.day(today));
    paper.head = vec![line("sheet-code-name")];
    paper.sections = sections(voice, says, lines.to_vec());
    paper
}

fn sections(voice: &Voice<'_>, says: Vec<Block>, signatures: Vec<Signing>) -> Vec<Section> {
    let back = ["agree-back-1", "agree-back-2", "agree-back-3"].map(|key| voice.say(key));
    let lead = [Block::Notice(voice.say("agree-lead"))];
    let only = [Block::Text(voice.say("agree-only"))];
    vec![
        Section::plain(lead.into_iter().chain(says).chain(only).collect()),
        Section::new(voice.say("agree-back"), vec![Block::List(back.to_vec())]),
        Section::new(voice.say("agree-signatures"), vec![Block::Signing(signatures)]),
    ]
}

/// Who signs: it depends on how she agreed.
fn signatures(voice: &Voice<'_>, consent: &Consent) -> Vec<Signing> {
    let line = |key: &str, name: &str| signing(voice, voice.say(key), name, String::new());
    let mut lines = match consent.form() {
        Form::Written { .. } => vec![line("agree-person", "")],
        Form::OralWithWitness { witness } => vec![line("agree-witnessed", witness)],
        Form::GuardianAndAssent { guardian, .. } => vec![line("agree-child", ""), line("agree-guardian", guardian)],
    };
    lines.push(line("agree-worker", ""));
    if consent.explained().1 == Explained::Interpreter {
        lines.push(line("agree-interpreter", ""));
    }
    lines
}
