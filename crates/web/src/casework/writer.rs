//! Who wrote an entry, and when: the words under it.

use std::collections::BTreeMap;

use pana_app::casework::Refused;
use pana_app::casework::document::Document;

use super::frame::Frame;
use super::signed::Case;

/// The names of staff by account.
pub struct Writers(BTreeMap<String, (String, String)>);

impl Writers {
    /// The names of staff, for a page of a case.
    ///
    /// # Errors
    /// That the database does not answer.
    pub async fn of(page: &Case) -> Result<Self, Refused> {
        page.call.room.casework.names().await.map(Self)
    }

    /// When a document was written, and by whom.
    pub fn wrote(&self, frame: &Frame<'_>, document: &Document) -> String {
        let name = self.0.get(&document.author).map(|(name, _)| name.as_str()).unwrap_or_default();
        format!("{} · {name}", frame.moment(&document.written_at))
    }
}
