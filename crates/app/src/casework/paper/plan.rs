//! The plan on paper: what she wants in her words, which help, by whom and when, and the signatures. Nothing else of the case.

use pana_casework::consent::Giver;
use pana_casework::plan::{Every, Plan, PlannedService, Signer};
use pana_casework::policy::Action;
use pana_casework::{Class, Kind};
use pana_publish::paper::{self, Block, Paper, Section, Signing, Spoken};

use super::{Asked, code, service, sheet, signing};
use crate::casework::gate::Open;
use crate::casework::kept::Kept;
use crate::casework::refused::Refused;

impl Open {
    /// The plan that counts, as a paper.
    ///
    /// # Errors
    /// [`Refused::NotFound`] without a plan; as [`Open::demand`].
    pub async fn plan_paper(&self, asked: &Asked<'_>) -> Result<Paper, Refused> {
        self.demand(Class::Services, Action::Print).await?;
        let kept: Kept<Plan> = self.newest(Kind::Plan).await?.ok_or(Refused::NotFound)?;
        let (plan, voice) = (&kept.value, &asked.voice);
        let (words, law) = (voice.worker(), self.law_on(plan.made_on));
        let mut paper = sheet(voice, "paper-plan-title", self.foot(voice, &kept.document));
        paper.head = self.whose(asked).await?;
        paper.head.extend([
            (words.say("paper-plan-made"), voice.day(plan.made_on)),
            (words.say("paper-plan-until"), voice.day(plan.planned_end_date)),
        ]);
        let goals = plan.objectives.iter();
        let goals = goals.map(|goal| Spoken { lang: paper::language(&goal.language), text: goal.words.clone() });
        let headings = ["paper-plan-service", "paper-plan-who", "paper-plan-when"].map(|key| words.say(key));
        let row = |planned: &PlannedService| {
            vec![service(words, &law, &planned.kind), planned.who.clone(), when(asked, plan, planned)]
        };
        let rows = plan.services.iter().map(row).collect();
        paper.sections = vec![
            Section::new(words.say("paper-plan-goals"), vec![Block::Quotes(goals.collect())]),
            Section::new(
                words.say("paper-plan-services"),
                vec![Block::Table(headings.to_vec(), rows), Block::Text(words.say("paper-plan-mine"))],
            ),
            Section::new(
                words.say("paper-plan-signatures"),
                vec![Block::Signing(signatures(asked, plan, self.giver().await?))],
            ),
        ];
        self.making(asked, Class::Services, "plan").await?;
        Ok(paper)
    }
}

/// How often, and from when to when where that is not the time of the plan itself.
fn when(asked: &Asked<'_>, plan: &Plan, planned: &PlannedService) -> String {
    let words = asked.voice.worker();
    let every = code(words, "every", planned.every.name());
    let often = match (planned.times, planned.every) {
        (1, _) => every,
        (times, Every::Once) => format!("{times} ×"),
        (times, _) => format!("{times} × {every}"),
    };
    if (planned.from, planned.to) == (plan.made_on, plan.planned_end_date) {
        return often;
    }
    format!("{often}, {} – {}", asked.voice.day(planned.from), asked.voice.day(planned.to))
}

/// Who signed, and who is to sign: a guardian where she is a child.
fn signatures(asked: &Asked<'_>, plan: &Plan, giver: Giver) -> Vec<Signing> {
    let words = asked.voice.worker();
    let expected = |signer: &Signer| *signer != Signer::Guardian || giver == Giver::Child || plan.is_signed_by(*signer);
    let line = |signer: &Signer| {
        let who = match signer {
            Signer::Person => words.say("paper-signer-person"),
            other => code(words, "signer", other.name()),
        };
        let on = plan.signed.iter().find(|signed| signed.signer == *signer).map(|signed| signed.on);
        let on = on.map(|on| format!("{}: {}", words.say("plan-signed"), asked.voice.day(on)));
        signing(&asked.voice, who, "", on.unwrap_or_default())
    };
    Signer::ALL.iter().filter(|signer| expected(signer)).map(line).collect()
}
