//! Work: what she can do and wishes for, what she found, and the sheet with which a career centre helps her like anybody else (R3).

use pana_casework::employment::{Employment, EmploymentRefusal, Found, Sought};
use pana_casework::given::Given;
use pana_casework::intake::opening::Start;
use pana_casework::job_seeker::{self, Applicant, JobSeeker, Shield};
use pana_casework::policy::Action;
use pana_casework::recipient::Recipient;
use pana_casework::screening::Answer;
use pana_casework::{Class, Kind};
use pana_publish::Paper;
use pana_store::casework::centre;

use super::act::Act;
use super::gate::Open;
use super::kept::{self, Kept, fault};
use super::paper::{Voice, job_seeker_sheet};
use super::refused::Refused;
use super::statistic::Counted;
use crate::library::Library;

/// A code name of fewer letters stands in too many words to be looked for in a line.
const CODE_NAME_LETTERS: usize = 4;

impl Open {
    /// What is written of work; nothing where nothing is.
    ///
    /// # Errors
    /// As [`Open::documents`].
    pub async fn work(&self) -> Result<Option<Kept<Employment>>, Refused> {
        self.newest(Kind::Employment).await
    }

    /// Writes down what she looks for.
    ///
    /// # Errors
    /// A line that is too long, or that would give away where she comes from; [`Refused::Stale`]; as [`Open::save`].
    pub async fn seek_work(
        &self,
        (sought, permission): (Sought, Answer),
        library: &Library,
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        if let Some(field) = self.shield(library).await?.gives_away(&sought) {
            return Err(fault(field, "job-seeker-refusal", "gives_away"));
        }
        let too_long = |(field, refusal): (&str, EmploymentRefusal)| fault(field, "employment-refusal", refusal.name());
        let change = |work: &Employment| work.seeking(sought.clone(), permission).map_err(too_long);
        self.change_work(change, "work", version, save).await
    }

    /// Writes down that she found work, or training. The counting row follows.
    ///
    /// # Errors
    /// A day that has not come; [`Refused::Stale`]; as [`Open::save`].
    pub async fn found_work(&self, found: Found, version: i64, save: &str) -> Result<(), Refused> {
        let today = self.today();
        let ahead = |refusal: EmploymentRefusal| fault("on", "employment-refusal", refusal.name());
        let change = |work: &Employment| work.finding(found.clone(), today).map_err(ahead);
        self.change_work(change, "work-found", version, save).await
    }

    async fn change_work(
        &self,
        change: impl FnOnce(&Employment) -> Result<Employment, Refused>,
        about: &str,
        version: i64,
        save: &str,
    ) -> Result<(), Refused> {
        let (document, work) = match self.work().await? {
            Some(kept) => {
                kept.shown_as(version)?;
                let work = change(&kept.value)?;
                (kept.saying(&work)?, work)
            }
            None => {
                let work = change(&Employment::default())?;
                (kept::made(save, Kind::Employment, &work)?, work)
            }
        };
        let mut documents = vec![document];
        if work.is_employed() {
            documents.extend(self.counted(Counted::Employed(true)).await?);
        }
        self.save_with(&documents, save, Vec::new(), self.happening(Act::Write).about(about)).await.map(|_| ())
    }

    /// The words that no line of a sheet may hold: those of the house's list, its name, the code name and the number of the case.
    async fn shield(&self, library: &Library) -> Result<Shield, Refused> {
        let house = pana_packs::house::read(&library.data).map_err(|_| Refused::Damaged("house"))?;
        let centre = match &self.record.centre_id {
            Some(id) => centre::one(&self.casework().db, id).await?.map(|centre| centre.name),
            None => None,
        };
        let start: Option<Kept<Start>> = self.newest(Kind::Sheet).await?;
        let code_name = start.map(|kept| kept.value.code_name.reveal().to_owned());
        let code_name = code_name.filter(|name| name.chars().count() >= CODE_NAME_LETTERS);
        let own = [centre, code_name, Some(self.record.id.clone())];
        let words = house.revealing.iter().map(String::as_str);
        Ok(Shield::new(words.chain(own.iter().flatten().map(String::as_str))))
    }

    /// To whom the sheet may go today: the career centre that her consent names. Nothing where no consent holds.
    pub fn career_centre(&self) -> Option<&Recipient> {
        let today = self.today();
        let holds = self.consents().iter().find(|consent| job_seeker::proof(consent, today).is_some());
        holds.map(|consent| consent.recipient())
    }

    /// The sheet of somebody who looks for work, under her consent. That it is made and to whom it goes is written down before it leaves.
    ///
    /// # Errors
    /// [`Refused::Denied`]; a field where no consent holds, where the name is missing, or where a line would give something away.
    pub async fn job_seeker_paper(&self, voice: &Voice<'_>, library: &Library, save: &str) -> Result<Paper, Refused> {
        for class in job_seeker::classes() {
            self.demand(class, Action::Export).await?;
        }
        let today = self.today();
        let proof = self.consents().iter().find_map(|consent| job_seeker::proof(consent, today));
        let proof = proof.ok_or_else(|| Refused::field("consent", "job-seeker-no-consent"))?;
        let identity = self.identity().await?.map(|one| one.says);
        let applicant = identity.map(|says| Applicant { name: says.name, phone: says.mobile_phone });
        let sought = self.work().await?.map(|kept| kept.value.sought).unwrap_or_default();
        let seeker = JobSeeker::new(applicant.unwrap_or_default(), sought, &self.shield(library).await?);
        let seeker = seeker.map_err(|(field, refusal)| fault(field, "job-seeker-refusal", refusal.name()))?;
        let given = kept::made(save, Kind::Given, &Given::under_consent(proof, self.staff()?))?;
        self.save_with(&[given], save, Vec::new(), self.happening(Act::Write).about("given")).await?;
        let told = self.happening(Act::Print).touching([Class::Identity, Class::Employment]);
        self.casework().tell(told.about("job-seeker")).await?;
        Ok(job_seeker_sheet(voice, &seeker))
    }
}
