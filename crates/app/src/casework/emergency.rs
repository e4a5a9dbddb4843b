//! Danger to life or health now: a head opens identity and place of one case of her centre, for at most an hour. It is asked for with a
//! reason, it is in the log, the team and the auditor see it, and so does the person it is about.

use pana_casework::policy::{Purpose, Role};
use pana_store::casework::{Change, Session, record};

use super::Casework;
use super::act::Act;
use super::refused::Refused;
use super::session::Signed;

/// Why. A code, so that no story comes into the log.
pub const REASONS: [&str; 4] = ["injury", "threat", "missing", "fire"];

impl Casework {
    /// Opens a case in an emergency.
    ///
    /// # Errors
    /// [`Refused::Confirm`] until she confirmed who she is; [`Refused::NotFound`] for a case that is not in her centre.
    pub async fn emergency(&self, signed: &Signed, case: &str, reason: &str) -> Result<(), Refused> {
        if signed.role != Role::Head {
            return Err(Refused::Denied);
        }
        if !REASONS.contains(&reason) {
            return Err(Refused::field("reason", "not-offered"));
        }
        let kept = record::one(&self.db, case).await?.filter(|kept| kept.kind == "case" && kept.state != "erased");
        let hers = kept.is_some_and(|kept| kept.centre_id.is_some() && kept.centre_id == signed.account.centre_id);
        if !hers {
            return Err(Refused::NotFound);
        }
        if !signed.is_confirmed() {
            return Err(Refused::Confirm);
        }
        let next = Session {
            emergency: Some(format!("{case} {}", signed.moment.text())),
            version: signed.session.version + 1,
            ..signed.session.clone()
        };
        let told = signed.happening(Act::Emergency).of(case).purposed(Purpose::Emergency).about(reason);
        self.write(vec![Change::Session(next)], vec![told]).await
    }

    /// Ends it before the hour is over.
    pub async fn end_emergency(&self, signed: &Signed) -> Result<(), Refused> {
        let next = Session { emergency: None, version: signed.session.version + 1, ..signed.session.clone() };
        let told = signed.happening(Act::Purpose).about("emergency-over");
        self.write(vec![Change::Session(next)], vec![told]).await
    }
}
