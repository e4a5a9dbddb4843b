//! Screenings of a case: kept with the instrument and the version they were made with.

use pana_casework::Kind;
use pana_casework::screening::{Instrument, Reading, Screening, ScreeningRefusal};
use pana_store::casework::Applied;

use super::document::Document;
use super::gate::Open;
use super::refused::Refused;

/// A screening with what is needed to write its next version.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// What was asked and answered.
    pub screening: Screening,
}

impl Open {
    /// The screenings of the case, newest first.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where one does not open.
    pub async fn screenings(&self) -> Result<Vec<Kept>, Refused> {
        let documents = self.documents(&[Kind::Screening]).await?;
        let current = documents.iter().rev().filter(|document| document.is_current());
        current
            .map(|document| {
                Ok(Kept { id: document.id.clone(), version: document.version, screening: document.read()? })
            })
            .collect()
    }

    /// A screening.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where the case has none with this id.
    pub async fn screening(&self, id: &str) -> Result<Kept, Refused> {
        self.screenings().await?.into_iter().find(|kept| kept.id == id).ok_or(Refused::NotFound)
    }

    /// Saves a screening: a new one with version 0, or the next version of what was shown.
    ///
    /// # Errors
    /// The field `agreed` where she did not agree to the talk, `note-<section>` where a note is too long, each with the key of the
    /// words; whatever [`Open::save`] refuses.
    pub async fn save_screening(
        &self,
        kept: &Kept,
        instrument: &Instrument,
        save_id: &str,
    ) -> Result<Applied, Refused> {
        kept.screening.check(instrument).map_err(|refusal| field(&refusal))?;
        let document = Document { version: kept.version, ..Document::new(&kept.id, Kind::Screening, &kept.screening)? };
        self.save(&document, save_id).await
    }

    /// Writes what the person who asked reads in the answers. It stands beside the result of the rule and does not change it.
    ///
    /// # Errors
    /// As [`Open::save`].
    pub async fn save_reading(&self, kept: Kept, reading: Reading, save_id: &str) -> Result<Applied, Refused> {
        let screening = Screening { reading: Some(reading), ..kept.screening };
        let document = Document { version: kept.version, ..Document::new(&kept.id, Kind::Screening, &screening)? };
        self.save(&document, save_id).await
    }
}

fn field(refusal: &ScreeningRefusal) -> Refused {
    let name = match refusal {
        ScreeningRefusal::NotAgreed => "agreed".to_owned(),
        ScreeningRefusal::LongNote { section, .. } => format!("note-{section}"),
        _ => "form".to_owned(),
    };
    Refused::field(&name, refusal.key())
}
