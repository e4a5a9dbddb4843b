//! Consent on a case: giving, taking back, what was given under it, and the act of a threat to life, which is none.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pana_casework::age::AgeGroup;
use pana_casework::consent::{self, Asked, Consent, ConsentState, Explained, Form, Giver, LegalBasis, Withdrawal};
use pana_casework::consent::{Purpose, Withdrawn};
use pana_casework::given::Given;
use pana_casework::id::ConsentId;
use pana_casework::intake::opening::Start;
use pana_casework::life_threat::{Alarm, AlarmRefusal, Endangered, LifeThreat};
use pana_casework::recipient::Recipient;
use pana_casework::stage::Step;
use pana_casework::{Class, Kind};

use super::act::Act;
use super::document::Document;
use super::errand;
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::refused::Refused;

/// A consent as a form asks for it.
#[derive(Clone, Debug)]
pub struct Giving {
    /// What for.
    pub purpose: Purpose,
    /// To whom.
    pub recipient: Recipient,
    /// What.
    pub classes: BTreeSet<Class>,
    /// On what act of the law's file it rests.
    pub act: String,
    /// How she agreed.
    pub form: Form,
    /// In which language it was explained.
    pub language: String,
    /// How it was explained.
    pub explained: Explained,
    /// The last day; none takes the days of the law.
    pub ends_on: Option<Date>,
}

/// What was told to save a life, as a form says it.
#[derive(Clone, Debug)]
pub struct Told {
    /// Whose life.
    pub endangered: Endangered,
    /// What the danger is.
    pub danger: String,
    /// Who was told.
    pub recipient: Recipient,
    /// What.
    pub classes: BTreeSet<Class>,
    /// Whether she was told of it already.
    pub told_her: bool,
}

/// The classes that a consent or an alarm can name: what is about her. How a case is run is nobody's outside.
pub const GIVABLE: [Class; 10] = [
    Class::Identity,
    Class::Place,
    Class::Status,
    Class::Story,
    Class::Health,
    Class::Legal,
    Class::Services,
    Class::Screening,
    Class::Criminal,
    Class::Employment,
];

impl Open {
    /// All consents, the newest first.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn consents_given(&self) -> Result<Vec<Kept<Consent>>, Refused> {
        let mut consents: Vec<Kept<Consent>> = self.all(Kind::Consent).await?;
        consents.reverse();
        Ok(consents)
    }

    /// A consent.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn consent(&self, id: &str) -> Result<Kept<Consent>, Refused> {
        let consents: Vec<Kept<Consent>> = self.all(Kind::Consent).await?;
        consents.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)
    }

    /// Whose consent it is: that of a child, unless she is certainly grown up (R6).
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn giver(&self) -> Result<Giver, Refused> {
        let start: Option<Kept<Start>> = self.newest(Kind::Sheet).await?;
        let adult = start.is_some_and(|start| start.value.age_group == AgeGroup::Adult);
        Ok(if adult { Giver::Adult } else { Giver::Child })
    }

    /// Writes a consent down. It counts from this moment.
    ///
    /// # Errors
    /// A field that is missing, with the key of its words; as [`Open::save`].
    pub async fn give_consent(&self, giving: Giving, save: &str) -> Result<(), Refused> {
        let today = self.today();
        if !self.casework().law.acts.iter().any(|act| act.id == giving.act) {
            return Err(fault("act", "consent-refusal", "no_legal_basis"));
        }
        let asked = Asked {
            id: ConsentId::parse(save).ok_or(Refused::field("form", "form-old"))?,
            purpose: giving.purpose,
            recipient: giving.recipient,
            classes: giving.classes,
            legal_basis: LegalBasis { act: giving.act, article: None },
            form: giving.form,
            language: giving.language,
            explained: giving.explained,
            given_on: today,
            ends_on: giving.ends_on,
            recorded_by: self.staff()?,
        };
        let given = consent::give(asked, self.giver().await?, &self.law_on(today));
        let given = given.map_err(|refusal| fault(field(refusal), "consent-refusal", refusal.name()))?;
        let mut documents = vec![kept::made(save, Kind::Consent, &given)?];
        documents.extend(self.follow(&[Step::Consent]).await?);
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about("consent")).await.map(|_| ())
    }

    /// What was given under any consent, the oldest first.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn given(&self) -> Result<Vec<Given>, Refused> {
        Ok(self.all(Kind::Given).await?.into_iter().map(|kept| kept.value).collect())
    }

    /// Writes down that something was given under a consent.
    ///
    /// # Errors
    /// A field where the consent does not hold today or does not name a class; as [`Open::save`].
    pub async fn hand_over(&self, consent: &str, classes: &BTreeSet<Class>, save: &str) -> Result<(), Refused> {
        let kept = self.consent(consent).await?.value;
        let proof = kept.proof(kept.purpose(), kept.recipient(), classes, self.today());
        let proof = proof.ok_or_else(|| Refused::field("classes", "consent-does-not-cover"))?;
        let given = Given::under_consent(proof, self.staff()?);
        let document = kept::made(save, Kind::Given, &given)?;
        let told = self.happening(Act::Write).about("given");
        self.save_with(&[document], save, Vec::new(), told).await.map(|_| ())
    }

    /// What would follow if she took it back today.
    ///
    /// # Errors
    /// A fault where it was taken back already.
    pub async fn withdrawal(&self, consent: &str) -> Result<Withdrawn, Refused> {
        let kept = self.consent(consent).await?;
        self.withdrawn(&kept).await
    }

    async fn withdrawn(&self, kept: &Kept<Consent>) -> Result<Withdrawn, Refused> {
        let withdrawal = Withdrawal { withdrawn_at: self.today(), recorded_by: self.staff()? };
        let withdrawn = kept.value.withdraw(withdrawal, &self.given().await?);
        withdrawn.map_err(|refusal| fault("form", "consent-refusal", refusal.name()))
    }

    /// She takes a consent back. From this moment nothing goes out under it, and whoever read by it reads no more; for each recipient
    /// that has something already a task is opened. Pressed twice, it is taken back once.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; as [`Open::save`].
    pub async fn withdraw(&self, consent: &str, save: &str) -> Result<(), Refused> {
        let kept = self.consent(consent).await?;
        if kept.value.state_on(self.today()) == ConsentState::Withdrawn {
            return Ok(());
        }
        let Withdrawn { consent, requests, .. } = self.withdrawn(&kept).await?;
        let mut documents = vec![kept.saying(&consent)?];
        documents.extend(errand::to_ask(&requests)?);
        let told = self.happening(Act::Write).about("withdrawal");
        self.save_with(&documents, save, Vec::new(), told).await.map(|_| ())
    }

    /// Writes down what was told without consent because a life was in danger. It is an act of its own in the log (R5).
    ///
    /// # Errors
    /// A field that is missing; as [`Open::save`].
    pub async fn record_life_threat(&self, told: Told, save: &str) -> Result<(), Refused> {
        let today = self.today();
        let alarm = Alarm {
            endangered: told.endangered,
            danger: told.danger,
            recipient: told.recipient,
            classes: told.classes,
            on: today,
            by: self.staff()?,
            seconded_by: None,
            told_her_on: told.told_her.then_some(today),
        };
        let act = LifeThreat::record(alarm).map_err(alarm_fault)?;
        let documents: [Document; 2] =
            [kept::made(save, Kind::LifeThreat, &act)?, kept::beside(Kind::Given, &Given::under_life_threat(&act))?];
        let told = self.happening(Act::Write).about("life-threat");
        self.save_with(&documents, save, Vec::new(), told).await.map(|_| ())
    }

    /// A second person stands by an act that somebody else wrote down (R23). Pressed twice, it is once.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; the field `second` where it is whoever wrote it; as [`Open::save`].
    pub async fn second_life_threat(&self, act: &str, save: &str) -> Result<(), Refused> {
        let kept = self.life_threat(act).await?;
        let seconded = kept.value.seconded(&self.staff()?).map_err(alarm_fault)?;
        let told = self.happening(Act::Write).about("life-threat-seconded");
        self.save_with(&[kept.saying(&seconded)?], save, Vec::new(), told).await.map(|_| ())
    }

    /// She was told of it today.
    ///
    /// # Errors
    /// As [`Open::second_life_threat`].
    pub async fn told_of_life_threat(&self, act: &str, save: &str) -> Result<(), Refused> {
        let kept = self.life_threat(act).await?;
        let known = kept.value.told_her(self.today()).map_err(alarm_fault)?;
        let told = self.happening(Act::Write).about("life-threat-told");
        self.save_with(&[kept.saying(&known)?], save, Vec::new(), told).await.map(|_| ())
    }

    async fn life_threat(&self, id: &str) -> Result<Kept<LifeThreat>, Refused> {
        self.life_threats().await?.into_iter().find(|kept| kept.document.id == id).ok_or(Refused::NotFound)
    }

    /// Acts of a threat to life, the oldest first.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn life_threats(&self) -> Result<Vec<Kept<LifeThreat>>, Refused> {
        self.all(Kind::LifeThreat).await
    }
}

fn alarm_fault(refusal: AlarmRefusal) -> Refused {
    let field = match refusal {
        AlarmRefusal::NoDanger => "danger",
        AlarmRefusal::NoRecipient => "recipient",
        AlarmRefusal::NoClasses => "classes",
        AlarmRefusal::SecondIsTheSame => "second",
        AlarmRefusal::ToldBefore => "told_her",
    };
    fault(field, "alarm-refusal", refusal.name())
}

/// The field of the form that a refusal is about.
fn field(refusal: consent::ConsentRefusal) -> &'static str {
    use consent::ConsentRefusal as Fault;
    match refusal {
        Fault::NoClasses => "classes",
        Fault::NoRecipient => "recipient",
        Fault::NoLegalBasis => "act",
        Fault::NoLanguage => "language",
        Fault::NoWitness => "witness",
        Fault::NoGuardian | Fault::ChildNeedsGuardian => "guardian",
        Fault::GuardianMayBeImplicated => "not_implicated",
        Fault::NoAssent => "assents",
        Fault::EndsBeforeItBegins | Fault::NoEnd => "ends_on",
        Fault::AlreadyWithdrawn | Fault::WithdrawnBeforeGiven => "form",
    }
}
