//! What of the law's file nobody verified, and what the head of a centre confirmed of it. The law is no secret: reading it is not an act
//! of the log; confirming is.

use jiff::civil::Date;
use pana_casework::confirmation::{Confirmation, ConfirmationRefusal};
use pana_casework::id::StaffId;
use pana_casework::law_row::{self, LawRow};
use pana_casework::policy::{Action, Relation, Thing};
use pana_casework::{Class, Kind};
use pana_store::casework::{Entry, entry, salt};

use super::Casework;
use super::document::{self, Document};
use super::kept::{self, Kept, fault};
use super::key;
use super::refused::Refused;
use super::session::Signed;

/// A row that no source of the file verifies.
#[derive(Clone, Debug)]
pub struct Unverified {
    /// The row.
    pub row: LawRow,
    /// What the head of her centre confirmed of it last.
    pub confirmed: Option<Confirmation>,
}

/// How a form names a row: by what it says, so that another edition of the law is another row.
pub fn mark(row: &LawRow) -> String {
    let from = row.row.valid_from.map(|day| day.to_string()).unwrap_or_default();
    // A form drops spaces at the ends of what was sent.
    format!("{} {} {from}", row.key, row.row.value).trim_end().to_owned()
}

impl Casework {
    /// The rows of today that are not verified, with what the head of her centre confirmed.
    ///
    /// # Errors
    /// [`Refused::Denied`]; [`Refused::Damaged`] where a confirmation does not open.
    pub async fn unverified(&self, signed: &Signed) -> Result<Vec<Unverified>, Refused> {
        self.allow(signed, Relation::Outside, Thing::Law, Action::Read)?;
        let confirmed = self.confirmations(signed).await?;
        let rows = law_row::to_confirm(&self.law, signed.moment.today()).into_iter();
        let of = |row: &LawRow| confirmed.iter().rfind(|one| one.confirms(&self.law.id, row)).cloned();
        Ok(rows.map(|row| Unverified { confirmed: of(&row), row }).collect())
    }

    /// What the head of her centre confirmed, the oldest first; nothing for whoever holds no key of the house.
    ///
    /// # Errors
    /// [`Refused::Damaged`] where one does not open.
    pub async fn confirmations(&self, signed: &Signed) -> Result<Vec<Confirmation>, Refused> {
        let Some(centre) = signed.account.centre_id.clone() else { return Ok(Vec::new()) };
        let bundle = match self.centre_keys(signed).await {
            Ok(bundle) => bundle,
            Err(Refused::Denied | Refused::NotFound) => return Ok(Vec::new()),
            Err(other) => return Err(other),
        };
        let mut keys = key::data_keys(&bundle, &salt::of_record(&self.db, &centre).await?);
        let Some(key) = keys.remove(&Class::Place) else { return Ok(Vec::new()) };
        let found = entry::of_kind(&self.db, &centre, Kind::Confirmation.name()).await?;
        let open = |entry: &Entry| document::open(entry, Some(&centre), &key);
        let documents = found.iter().map(open).collect::<Result<Vec<Document>, Refused>>()?;
        let kept: Vec<Kept<Confirmation>> = kept::of(&documents, Kind::Confirmation)?;
        Ok(kept.into_iter().map(|kept| kept.value).collect())
    }

    /// Confirms a row, named by its mark.
    ///
    /// # Errors
    /// [`Refused::Denied`] for anybody but a head; [`Refused::NotFound`] for a row that is not there any more; the reason beside its field.
    pub async fn confirm_law(
        &self,
        signed: &Signed,
        row: &str,
        (on, source): (Date, &str),
        save: &str,
    ) -> Result<(), Refused> {
        self.allow(signed, Relation::Outside, Thing::Law, Action::Write)?;
        let today = signed.moment.today();
        let rows = law_row::to_confirm(&self.law, today);
        let row = rows.iter().find(|one| mark(one) == row).ok_or(Refused::NotFound)?;
        let by = StaffId::parse(&signed.account.id).ok_or(Refused::Damaged("accounts"))?;
        let confirmation = Confirmation::of((&self.law.id, row), (on, source), by, today).map_err(refused)?;
        let document = kept::made(save, Kind::Confirmation, &confirmation)?;
        let house = self.rooms(signed, Action::Write).await?;
        let (changes, told) = house.beside(signed, &[document], save, "law-confirmed")?;
        self.write(changes, told).await
    }
}

fn refused(refusal: ConfirmationRefusal) -> Refused {
    let field = if refusal == ConfirmationRefusal::NotYet { "on" } else { "source" };
    fault(field, "confirmation-refusal", refusal.name())
}
