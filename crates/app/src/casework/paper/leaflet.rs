//! The information sheet: what is done with her words, who may read them, her rights, how to take a consent back, how to complain, and
//! that refusing lowers nothing. It is the same for everybody; for a case it says besides for whom it was explained.

use jiff::civil::Date;
use pana_casework::Class;
use pana_casework::policy::Action;
use pana_publish::paper::{Block, Paper, Section};

use super::{Asked, Voice, sheet, signing};
use crate::casework::gate::Open;
use crate::casework::refused::Refused;

/// The parts of the sheet, each with how many sentences it has.
const PARTS: [(&str, usize); 6] =
    [("leaf-help", 3), ("leaf-words", 4), ("leaf-read", 7), ("leaf-rights", 7), ("leaf-back", 3), ("leaf-complain", 3)];

impl Open {
    /// The information sheet for this case: the log says that it was handed out.
    ///
    /// # Errors
    /// As [`Open::demand`].
    pub async fn leaflet_paper(&self, asked: &Asked<'_>) -> Result<Paper, Refused> {
        self.demand(Class::Meta, Action::Print).await?;
        let mut paper = leaflet(&asked.voice, self.today());
        paper.head = self.whose(asked).await?;
        self.making(asked, Class::Meta, "information").await?;
        Ok(paper)
    }
}

/// The information sheet, for anybody.
pub fn leaflet(voice: &Voice<'_>, today: Date) -> Paper {
    let part = |(key, count): &(&str, usize)| {
        let sentences = (1..=*count).map(|number| voice.say(&format!("{key}-{number}"))).collect();
        Section::new(voice.say(key), vec![Block::List(sentences)])
    };
    let asks = ["leaf-ask-worker", "leaf-ask-phone", "leaf-ask-when", "leaf-ask-helpline"];
    let asks = asks.map(|key| (voice.say(key), String::new())).to_vec();
    let told = signing(voice, voice.say("leaf-told"), "", String::new());
    let mut paper = sheet(voice, "leaf-title", voice.day(today));
    paper.sections = vec![Section::plain(vec![Block::Notice(voice.say("leaf-lead"))])];
    paper.sections.extend(PARTS.iter().map(part));
    paper.sections.extend([
        Section::new(voice.say("leaf-ask"), vec![Block::Facts(asks), Block::Signing(vec![told])]),
        Section::plain(vec![Block::Notice(voice.say("leaf-safe"))]),
    ]);
    paper
}
