//! Acts in the public room of somebody who is signed in: a verdict, a report, a view. The public room has a database of its own, so no
//! transaction holds both: the log says that it begins before anything is written, and how it ended.

use jiff::civil::Date;
use pana_casework::policy::{Action, Relation, Thing};
use pana_evidence::claim::Decision;
use pana_evidence::statement::StatementKind;
use pana_evidence::{Statement, Wording};
use pana_store::Db;

use super::Casework;
use super::act::Act;
use super::refused::Refused;
use super::session::Signed;
use crate::claim::{self, Decide};
use crate::error::Error;
use crate::statement::{self, State};

/// An office or an organisation has a name of so many letters at most.
const NAME: usize = 120;
/// A text in one language has so many letters at most.
const TEXT: usize = 8000;

impl Casework {
    /// Signs a verdict on a claim for an office. It stands in public by role and office; the log knows who signed.
    ///
    /// # Errors
    /// The fields of [`check_verdict`]; [`Refused::Denied`], [`Refused::Confirm`]; [`Refused::Stale`] where somebody decided since she looked;
    /// [`Refused::CannotSave`] where the public room could not be written.
    pub async fn sign_verdict(&self, signed: &Signed, db: &Db, decide: &Decide) -> Result<Decision, Refused> {
        let decide = Decide { signed_as: Some(signed.role.name().to_owned()), ..decide.clone() };
        check_verdict(&decide)?;
        let act = Public { thing: Thing::Verdict, about: &decide.claim };
        let made = claim::decide(db, &decide, signed.moment.today());
        self.publish(signed, act, made, |decision| &decision.id).await
    }

    /// Reports on a measure, or adds a view.
    ///
    /// # Errors
    /// The fields of [`check_statement`]; otherwise as [`Casework::sign_verdict`].
    pub async fn state(&self, signed: &Signed, db: &Db, state: &State) -> Result<Statement, Refused> {
        let (signed_as, owner) = (signed.role.name().to_owned(), signed.account.id.clone());
        let state = State { signed_as, owner, ..state.clone() };
        let today = signed.moment.today();
        check_statement(&state, today)?;
        let act = Public { thing: thing(state.kind), about: &state.about };
        self.publish(signed, act, statement::make(db, &state, today), |statement| &statement.id).await
    }

    /// Withdraws a statement of her own.
    ///
    /// # Errors
    /// [`Refused::NotFound`] where it is not hers; otherwise as [`Casework::sign_verdict`].
    pub async fn withdraw_statement(
        &self,
        signed: &Signed,
        db: &Db,
        kind: StatementKind,
        id: &str,
    ) -> Result<Statement, Refused> {
        let withdrawn = statement::withdraw(db, id, &signed.account.id, signed.moment.today());
        let act = Public { thing: thing(kind), about: id };
        self.publish(signed, act, withdrawn, |statement| &statement.id).await
    }

    /// Changes something in the public room. The log says so first: where it cannot, nothing is changed. Where the change fails, the log
    /// says that too, and she is told.
    async fn publish<T>(
        &self,
        signed: &Signed,
        act: Public<'_>,
        change: impl Future<Output = Result<T, Error>>,
        id: impl Fn(&T) -> &String,
    ) -> Result<T, Refused> {
        self.allow(signed, Relation::Outside, act.thing, Action::Write)?;
        if !signed.is_confirmed() {
            return Err(Refused::Confirm);
        }
        let told = |what: Act, record: &str| signed.happening(what).of(record).about(act.thing.name());
        self.tell(told(Act::PublicBegun, act.about)).await?;
        match change.await {
            Ok(made) => {
                // What is public cannot be taken back because the log is full: that it was begun stands there already.
                let _ = self.tell(told(Act::Public, id(&made))).await;
                Ok(made)
            }
            Err(error) => {
                let _ = self.tell(told(Act::PublicFailed, act.about)).await;
                Err(refused(error))
            }
        }
    }
}

/// What is changed in public.
struct Public<'a> {
    thing: Thing,
    about: &'a str,
}

/// What the policy asks of a kind of statement.
pub fn thing(kind: StatementKind) -> Thing {
    match kind {
        StatementKind::Report => Thing::Measure,
        StatementKind::View => Thing::View,
    }
}

/// Whether a verdict is whole: an office, and a reason in one language at least.
///
/// # Errors
/// The fields `office`, and `reason_en` or the language that is too long.
pub fn check_verdict(decide: &Decide) -> Result<(), Refused> {
    check_name(&decide.by)?;
    check_text(&decide.because, "reason")
}

/// Whether a statement is whole: an office or organisation, a text in one language at least, a day that does not lie ahead, an address
/// that can be opened.
///
/// # Errors
/// The fields `office`, `text_en` or the language that is too long, `progress_on`, `url`.
pub fn check_statement(state: &State, today: Date) -> Result<(), Refused> {
    if state.progress.is_some_and(|(_, on)| on > today) {
        return Err(Refused::field("progress_on", "public-fault-ahead"));
    }
    check_name(&state.holder)?;
    check_text(&state.text, "text")?;
    let web =
        |url: &String| ["https://", "http://"].iter().any(|start| url.len() > start.len() && url.starts_with(start));
    let odd = |url: &String| url.chars().count() > NAME * 4 || url.chars().any(|c| c.is_control() || c.is_whitespace());
    if state.url.as_ref().is_some_and(|url| !web(url) || odd(url)) {
        return Err(Refused::field("url", "public-fault-url"));
    }
    Ok(())
}

fn check_name(text: &str) -> Result<(), Refused> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refused::field("office", "fault-empty"));
    }
    if text.chars().count() > NAME || text.chars().any(char::is_control) {
        return Err(Refused::field("office", "public-fault-long"));
    }
    Ok(())
}

fn check_text(wording: &Wording, field: &str) -> Result<(), Refused> {
    if wording.is_empty() {
        return Err(Refused::field(&format!("{field}_{}", Wording::LANGUAGES[0]), "public-fault-one-language"));
    }
    let long = wording.all().find(|(_, text)| text.chars().count() > TEXT);
    long.map_or(Ok(()), |(language, _)| Err(Refused::field(&format!("{field}_{language}"), "public-fault-long")))
}

fn refused(error: Error) -> Refused {
    match error {
        Error::NotFound(_) => Refused::NotFound,
        Error::Stale => Refused::Stale,
        other => Refused::CannotSave(other.to_string()),
    }
}
