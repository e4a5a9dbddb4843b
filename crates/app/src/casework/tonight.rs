//! Who is here tonight: code name, room, and what somebody needs for the night. Nothing else, and only for the head and whoever is on
//! duty at the door. Each case that is looked into says so in the log.

use std::sync::Arc;

use pana_casework::age::AgeGroup;
use pana_casework::centre::{Guest, Occupancy};
use pana_casework::intake::opening::{Start, Tonight as FirstNight};
use pana_casework::policy::{Action, Relation, Thing};
use pana_casework::screening::Answer;
use pana_casework::stay::{NightNeed, Stay};
use pana_casework::{Confided, Kind};
use pana_store::casework::entry;

use super::Casework;
use super::act::Act;
use super::house::Rooms;
use super::kept::{self, Kept};
use super::refused::Refused;
use super::session::Signed;

/// Somebody who sleeps here.
#[derive(Clone, Debug)]
pub struct Sleeper {
    /// Her case.
    pub case: String,
    /// Her code name.
    pub code_name: Confided,
    /// The room, as the house calls it today.
    pub room: String,
    /// The group that decides which protection is due.
    pub age_group: AgeGroup,
    /// The language to speak with her.
    pub language: String,
    /// Who of her family is with her.
    pub family: Vec<Guest>,
    /// What they need for the night.
    pub needs: Vec<NightNeed>,
}

/// A bed of which no case says who has it.
#[derive(Clone, Debug)]
pub struct Nameless {
    /// The bed.
    pub bed: String,
    /// The room.
    pub room: String,
}

/// The night.
pub struct Tonight {
    /// The house.
    pub rooms: Rooms,
    /// Who sleeps here, by room.
    pub sleepers: Vec<Sleeper>,
    /// How many more there are whose case is not open to her in this session.
    pub closed: usize,
    /// Beds whose case was erased.
    pub nameless: Vec<Nameless>,
    /// What the house holds.
    pub total: Occupancy,
}

impl Casework {
    /// Who is here tonight.
    ///
    /// # Errors
    /// [`Refused::Denied`]; [`Refused::Damaged`] where something does not open.
    pub async fn tonight(self: &Arc<Self>, signed: &Arc<Signed>) -> Result<Tonight, Refused> {
        let rooms = self.rooms(signed, Action::Read).await?;
        let (mut sleepers, mut nameless, mut closed) = (Vec::new(), Vec::new(), 0);
        for bed in rooms.beds.iter().filter(|kept| kept.value.in_night(rooms.now.night)) {
            let room = rooms.room(&bed.value.room).map(|kept| kept.value.name.clone()).unwrap_or_default();
            let Some(stay) = entry::one(&self.db, &bed.value.stay).await? else {
                nameless.push(Nameless { bed: bed.document.id.clone(), room });
                continue;
            };
            match self.sleeper(signed, &stay.record_id, &stay.id, room).await {
                Ok(Some(sleeper)) => sleepers.push(sleeper),
                Ok(None) | Err(Refused::NotFound | Refused::Denied) => closed += 1,
                Err(other) => return Err(other),
            }
        }
        sleepers.sort_by(|one, other| (&one.room, &one.code_name).cmp(&(&other.room, &other.code_name)));
        let total = rooms.house().total(rooms.now);
        Ok(Tonight { rooms, sleepers, closed, nameless, total })
    }

    async fn sleeper(
        self: &Arc<Self>,
        signed: &Arc<Signed>,
        case: &str,
        stay: &str,
        room: String,
    ) -> Result<Option<Sleeper>, Refused> {
        let open = self.open_case(signed, case).await?;
        let documents = open.documents(&[Kind::Sheet, Kind::Tonight, Kind::Stay]).await?;
        let sheet: Option<Kept<Start>> = kept::last(&documents, Kind::Sheet)?;
        let first: Option<Kept<FirstNight>> = kept::last(&documents, Kind::Tonight)?;
        let stays: Vec<Kept<Stay>> = kept::of(&documents, Kind::Stay)?;
        let stay = stays.into_iter().find(|kept| kept.document.id == stay);
        let (Some(sheet), Some(stay)) = (sheet, stay) else { return Ok(None) };
        let mut needs = stay.value.needs;
        if sheet.value.interpreter == Answer::Yes {
            needs.insert(NightNeed::Interpreter);
        }
        if first.is_some_and(|kept| kept.value.accessible == Answer::Yes) {
            needs.insert(NightNeed::NoSteps);
        }
        Ok(Some(Sleeper {
            case: case.to_owned(),
            code_name: sheet.value.code_name,
            room,
            age_group: sheet.value.age_group,
            language: sheet.value.language,
            family: stay.value.family,
            needs: needs.into_iter().collect(),
        }))
    }

    /// The same on paper: a right of its own, and in the log as printed.
    ///
    /// # Errors
    /// As [`Casework::tonight`].
    pub async fn tonight_on_paper(self: &Arc<Self>, signed: &Arc<Signed>) -> Result<Tonight, Refused> {
        self.allow(signed, Relation::Outside, Thing::Rooms, Action::Print)?;
        let tonight = self.tonight(signed).await?;
        let told = signed.happening(Act::Print).of(&tonight.rooms.centre).about("tonight");
        self.scribe.tell(told).await?;
        Ok(tonight)
    }
}
