//! Referrals of a case: asking, the answer, asking further up where none comes, and that she was seen (R10).

use std::collections::BTreeSet;

use jiff::civil::Date;
use pana_casework::consent::ConsentState;
use pana_casework::given::Given;
use pana_casework::recipient::Recipient;
use pana_casework::referral::{Answer, Answered, Asking, Need, Referral, ReferralRefusal, Seen};
use pana_casework::{Class, Kind};

use super::act::Act;
use super::document::Document;
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::refused::Refused;

/// A referral, as a form says it.
#[derive(Clone, Debug)]
pub struct Referring {
    /// For what.
    pub need: Need,
    /// Who is asked, where nothing about her is given.
    pub recipient: Option<Recipient>,
    /// The consent under which something about her is given, to whom that consent names; and which classes.
    pub under: Option<(String, BTreeSet<Class>)>,
}

impl Open {
    /// The referrals, the latest first.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn referrals(&self) -> Result<Vec<Kept<Referral>>, Refused> {
        let mut referrals: Vec<Kept<Referral>> = self.all(Kind::Referral).await?;
        referrals.reverse();
        Ok(referrals)
    }

    /// A referral.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn referral(&self, id: &str) -> Result<Kept<Referral>, Refused> {
        self.referrals().await?.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)
    }

    /// Asks somebody. What is given about her stands among what was given, under its consent; where nothing is given none is needed.
    ///
    /// # Errors
    /// A recipient without a name; a consent that does not hold or does not cover what is given; as [`Open::save`].
    pub async fn refer(&self, referring: Referring, save: &str) -> Result<(), Refused> {
        let today = self.today();
        let (recipient, consent, given) = match referring.under {
            Some((consent, classes)) => {
                let consent = self.consent(&consent).await?.value;
                let proof = consent.proof(consent.purpose(), consent.recipient(), &classes, today);
                let proof = proof.ok_or_else(|| Refused::field("classes", "consent-does-not-cover"))?;
                let given = kept::beside(Kind::Given, &Given::under_consent(proof, self.staff()?))?;
                (consent.recipient().clone(), Some(consent.id().clone()), Some(given))
            }
            None => {
                (referring.recipient.ok_or_else(|| fault("recipient", "referral-refusal", "no_recipient"))?, None, None)
            }
        };
        let referral = Referral::make(referring.need, consent, self.asking(recipient, today)?).map_err(refused)?;
        let mut documents: Vec<Document> = vec![kept::made(save, Kind::Referral, &referral)?];
        // Pressed twice, what was given is written once: the referral says whether it was.
        if self.referral(save).await.is_err() {
            documents.extend(given);
        }
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about("referral")).await.map(|_| ())
    }

    /// Recipients of consents that hold today: id of the consent, recipient, what for, which classes.
    pub fn consents_in_force(&self) -> impl Iterator<Item = &pana_casework::consent::Consent> {
        let today = self.today();
        self.consents().iter().filter(move |consent| consent.state_on(today) == ConsentState::InForce)
    }

    fn asking(&self, recipient: Recipient, on: Date) -> Result<Asking, Refused> {
        let due = self.law_on(on).law.referral_due(on);
        Ok(Asking { recipient, on, due, by: self.staff()? })
    }

    /// Writes down an answer.
    ///
    /// # Errors
    /// That it was answered; a day out of order; [`Refused::Stale`]; as [`Open::save`].
    pub async fn answer_referral(
        &self,
        id: &str,
        (what, on): (Answer, Date),
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        let answered = Answered { what, on, recorded_by: self.staff()? };
        let today = self.today();
        let change = |referral: &Referral| referral.answered(answered, today);
        self.change_referral(id, change, "referral-answer", version, save).await
    }

    /// Asks the next level: the region, then the country. Nothing about her is given with it.
    ///
    /// # Errors
    /// That an answer may still come, or nobody is left; [`Refused::Stale`]; as [`Open::save`].
    pub async fn escalate_referral(
        &self,
        id: &str,
        recipient: Recipient,
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        let asking = self.asking(recipient, self.today())?;
        let change = |referral: &Referral| referral.escalated(asking);
        self.change_referral(id, change, "referral-further", version, save).await
    }

    /// Writes down that she was seen there: it is done.
    ///
    /// # Errors
    /// That nobody helps yet; a day out of order; [`Refused::Stale`]; as [`Open::save`].
    pub async fn seen_at_referral(&self, id: &str, on: Date, version: i64, save: &str) -> Result<(), Refused> {
        let seen = Seen { on, recorded_by: self.staff()? };
        let today = self.today();
        let change = |referral: &Referral| referral.seen(seen, today);
        self.change_referral(id, change, "referral-seen", version, save).await
    }

    async fn change_referral(
        &self,
        id: &str,
        change: impl FnOnce(&Referral) -> Result<Referral, ReferralRefusal>,
        about: &str,
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        let kept = self.referral(id).await?;
        kept.shown_as(version)?;
        let document = kept.saying(&change(&kept.value).map_err(refused)?)?;
        self.save_with(&[document], save, Vec::new(), self.happening(Act::Write).about(about)).await.map(|_| ())
    }
}

fn refused(refusal: ReferralRefusal) -> Refused {
    let field = match refusal {
        ReferralRefusal::NoRecipient => "recipient",
        ReferralRefusal::OutOfOrder => "on",
        _ => "form",
    };
    fault(field, "referral-refusal", refusal.name())
}
