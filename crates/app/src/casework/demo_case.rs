//! A case of the invented centre that has been running for two months and holds something of everything, so that each page of a case can be
//! seen with something on it. Law, services, offences and grounds are those of the country's file; the person does not exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use pana_casework::consent::{Explained, Form, Purpose};
use pana_casework::criterion::CriterionCode;
use pana_casework::decision::{BodyKind, IdentificationStatus};
use pana_casework::eligibility::Shown;
use pana_casework::employment::{Occupation, Sought};
use pana_casework::fact::{Control, Fact, FactKind, RecruitmentMethod, ToldBy, When};
use pana_casework::health::{HealthEntry, HealthKind};
use pana_casework::job_seeker;
use pana_casework::person::{FullName, Identity, Sex};
use pana_casework::plan::{Every, PlannedService, Signer};
use pana_casework::policy::Role;
use pana_casework::proceeding::{ProceedingStage, StageReached};
use pana_casework::recipient::{Recipient, RecipientKind};
use pana_casework::referral::{Answer as Reply, Need};
use pana_casework::screening::Answer;
use pana_casework::service::Unit;
use pana_casework::statistic::Exploitation;
use pana_casework::{Class, Confided};
use pana_packs::casework::network::LongCase;

use super::Casework;
use super::attachment::Attaching;
use super::demo::{Guest, Player};
use super::gate::Open;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::{consent, decision, id, identity, plan, referral};
use crate::library::Library;

/// The players by their role.
pub type Cast = BTreeMap<&'static str, Player>;

/// How many days ago she came.
const DAYS: i64 = 62;

/// Which of the guaranteed services the specialist gives, counted from none.
const PSYCHOLOGICAL: usize = 2;

/// Who she is: invented, as her surname says.
const WHO: Guest =
    Guest { code_name: "Рассвет 4", age: "adult", language: "ru", interpreter: "no", source: "hotline" };

/// A few facts, told over weeks: kind, year and month, who told it, a note.
const TOLD: [(FactKind, i16, i8, &str); 4] = [
    (FactKind::Recruitment, -1, 3, "Объявление о работе швеёй, жильё обещали бесплатно"),
    (FactKind::Journey, -1, 4, "Поездом, билет купил посредник, паспорт забрал в дороге"),
    (FactKind::Work, -1, 4, "Цех без выходных, по 14 часов"),
    (FactKind::Control, -1, 5, "Долг за билет и жильё рос каждый месяц"),
];

impl Casework {
    /// The case, written by the worker, the specialist and the lawyer of the centre, each what is hers to write.
    pub(super) async fn long_case(
        self: &Arc<Self>,
        about: &LongCase,
        cast: &Cast,
        library: &Library,
        moment: &Moment,
    ) -> Result<(), Refused> {
        let worker = cast.get(Role::CaseWorker.name()).ok_or(Refused::Damaged("accounts"))?;
        let case = id::new(&mut System);
        let signed = worker.signed(Role::CaseWorker, &ago(DAYS, moment));
        self.receive_guest(&signed, &case, &WHO).await?;
        let seen = Seen { casework: self, cast, case: &case, moment };
        seen.by(Role::CaseWorker, DAYS).await?.is_somebody().await?;
        seen.by(Role::CaseWorker, DAYS - 2).await?.is_decided().await?;
        for role in [Role::Specialist, Role::Lawyer] {
            let player = cast.get(role.name()).ok_or(Refused::Damaged("accounts"))?;
            seen.by(Role::CaseWorker, DAYS - 3).await?.let_in(&player.account.id, false).await?;
        }
        seen.by(Role::CaseWorker, DAYS - 4).await?.agrees(&about.consent_act).await?;
        seen.by(Role::CaseWorker, DAYS - 5).await?.is_planned().await?;
        for (days, number) in (1..DAYS - 5).rev().step_by(6).zip(0..) {
            seen.by(Role::CaseWorker, days).await?.is_helped(number).await?;
        }
        for (number, told) in TOLD.into_iter().enumerate() {
            let days = DAYS - 6 - 7 * i64::try_from(number).unwrap_or(0);
            seen.by(Role::CaseWorker, days).await?.tells(told).await?;
        }
        seen.by(Role::Specialist, DAYS - 6).await?.is_examined(HealthKind::FirstExamination, "Общий осмотр").await?;
        seen.by(Role::Specialist, 12).await?.is_examined(HealthKind::PsychologicalSession, "Сон лучше").await?;
        seen.by(Role::Specialist, 12).await?.is_helped(PSYCHOLOGICAL).await?;
        seen.by(Role::Lawyer, 40).await?.is_a_witness(&about.offence).await?;
        seen.by(Role::CaseWorker, 20).await?.looks_for_work(library).await?;
        seen.by(Role::CaseWorker, 18).await?.has_a_receipt().await?;
        seen.by(Role::CaseWorker, 9).await?.is_referred().await
    }
}

/// The case, as somebody sees it on a day.
struct Seen<'a> {
    casework: &'a Arc<Casework>,
    cast: &'a Cast,
    case: &'a str,
    moment: &'a Moment,
}

impl Seen<'_> {
    async fn by(&self, role: Role, days: i64) -> Result<Open, Refused> {
        let player = self.cast.get(role.name()).ok_or(Refused::Damaged("accounts"))?;
        self.casework.open_case(&player.signed(role, &ago(days, self.moment)), self.case).await
    }
}

fn ago(days: i64, moment: &Moment) -> Moment {
    let at = moment.at.checked_sub(SignedDuration::from_hours(24 * days)).unwrap_or(moment.at);
    Moment { at, zone: moment.zone.clone() }
}

fn fresh() -> String {
    id::new(&mut System)
}

impl Open {
    async fn is_somebody(&self) -> Result<(), Refused> {
        let (first_name, second_name) = (Confided::new("Айсұлу"), Confided::new("Выдуманная"));
        let name = FullName { first_name, second_name, ..FullName::default() };
        let language = WHO.language.to_owned();
        let says = Identity { name, sex: Sex::Female, primary_language: language, ..Identity::default() };
        let written = identity::One { id: fresh(), version: 0, says };
        self.save_identity(&written, Answer::Yes, &fresh()).await.map(|_| ())
    }

    /// Found by the centre, assessed by the criteria of the first ground of the law, taken in.
    async fn is_decided(&self) -> Result<(), Refused> {
        let on = self.today();
        let body = || "Invented centre".to_owned();
        let status = IdentificationStatus::Identified;
        let found = decision::Found { body: body(), body_kind: BodyKind::Organisation, on, status, reference: None };
        self.identify(found, &fresh()).await?;
        let grounds = self.law_on(on).law.grounds;
        let named = grounds.iter().flat_map(|row| row.value.one_of_each.iter().filter_map(|one_of| one_of.first()));
        let shown: BTreeMap<CriterionCode, Shown> = named.map(|code| (code.clone(), Shown::Yes)).collect();
        self.assess(shown, &fresh()).await?;
        self.decide(decision::Ruling { body: body(), on, refusal: None }, &fresh()).await?;
        self.start_clock(on, Some(on), &fresh()).await
    }

    /// The lawyer may read what helps her; the career centre what a person who looks for work tells.
    async fn agrees(&self, act: &str) -> Result<(), Refused> {
        let legal = BTreeSet::from([Class::Story, Class::Status, Class::Legal, Class::Criminal]);
        let agreed = [
            (Purpose::LegalHelp, RecipientKind::Lawyer, "Invented lawyer", legal),
            (Purpose::Employment, RecipientKind::CareerCentre, "Invented career centre", job_seeker::classes()),
            (Purpose::Medical, RecipientKind::Health, "Invented clinic", BTreeSet::from([Class::Health])),
        ];
        for (purpose, kind, name, classes) in agreed {
            let giving = consent::Giving {
                purpose,
                recipient: Recipient { kind, name: name.to_owned() },
                classes,
                act: act.to_owned(),
                form: Form::OralWithWitness { witness: "Invented colleague".to_owned() },
                language: WHO.language.to_owned(),
                explained: Explained::InConversation,
                ends_on: None,
            };
            self.give_consent(giving, &fresh()).await?;
        }
        Ok(())
    }

    async fn is_planned(&self) -> Result<(), Refused> {
        let today = self.today();
        let until = today.saturating_add(5.months());
        let kinds =
            self.law_on(today).law.guaranteed(today).into_iter().zip([Every::Week, Every::Month].into_iter().cycle());
        let service = |(kind, every)| PlannedService {
            kind,
            who: "Invented centre".to_owned(),
            from: today,
            to: until,
            times: 1,
            every,
        };
        let goals = ["Снимать комнату и работать швеёй", "Спать без кошмаров"].map(str::to_owned).to_vec();
        let language = WHO.language.to_owned();
        let planning = plan::Planning { goals, language, services: kinds.map(service).collect(), until };
        self.make_plan(planning, &fresh()).await?;
        for (signer, version) in [(Signer::Person, 1), (Signer::Worker, 2)] {
            self.sign_plan(signer, version, &fresh()).await?;
        }
        Ok(())
    }

    /// One service of the day, of each kind in turn.
    async fn is_helped(&self, number: usize) -> Result<(), Refused> {
        let on = self.today();
        let kinds = self.law_on(on).law.guaranteed(on);
        let Some(kind) = kinds.iter().cycle().nth(number).cloned() else { return Ok(()) };
        let giving = plan::Giving { kind, on, hundredths: 100, unit: Unit::Hour, note: String::new() };
        self.log_service(giving, &fresh()).await
    }

    async fn tells(&self, (kind, years, month, note): (FactKind, i16, i8, &str)) -> Result<(), Refused> {
        let told_on = self.today();
        let year = told_on.year() + years;
        let only = |of: FactKind| kind == of;
        let fact = Fact {
            kind,
            when: When::Month { year, month },
            method_of_recruitment: only(FactKind::Recruitment)
                .then_some(RecruitmentMethod::OnlineAdvertisement)
                .into_iter()
                .collect(),
            methods_of_control: only(FactKind::Control).then_some(Control::Debt).into_iter().collect(),
            type_of_exploitation: only(FactKind::Work).then_some(Exploitation::ForcedLabour).into_iter().collect(),
            told_by: ToldBy::Herself,
            told_on,
            note: Confided::new(note),
            recorded_by: self.staff()?,
        };
        self.tell(fact, &fresh()).await
    }

    async fn is_examined(&self, kind: HealthKind, note: &str) -> Result<(), Refused> {
        let on = self.today();
        let next_on = Some(on.saturating_add(18.days()));
        self.note_health(HealthEntry { kind, on, note: Confided::new(note), next_on, by: self.staff()? }, &fresh())
            .await
    }

    async fn is_a_witness(&self, offence: &str) -> Result<(), Refused> {
        let on = self.today();
        let offences = BTreeSet::from([offence.to_owned()]);
        let first = StageReached { stage: ProceedingStage::Registered, on };
        let link = fresh();
        self.link_proceeding((Confided::new("0000-INVENTED"), offences), first, &link).await?;
        let hearing: Date = on.saturating_add(50.days());
        self.set_hearing(&link, Some(hearing), 1, &fresh()).await
    }

    async fn looks_for_work(&self, library: &Library) -> Result<(), Refused> {
        let sought = Sought {
            skills: BTreeSet::from([Occupation::Sewing, Occupation::Cooking]),
            languages: BTreeSet::from(["kk".to_owned(), "ru".to_owned()]),
            wishes: BTreeSet::from([Occupation::Sewing]),
            ..Sought::default()
        };
        self.seek_work((sought, Answer::NotAsked), library, 0, &fresh()).await
    }

    /// A clinic was asked under her consent and helps; a school was asked and has not answered.
    async fn has_a_receipt(&self) -> Result<(), Refused> {
        let name = Confided::new("Билет и снимки для анкеты");
        let file = include_bytes!("demo_receipt.pdf").to_vec();
        self.attach(Attaching { class: Class::Services, name, file }, &fresh()).await
    }

    async fn is_referred(&self) -> Result<(), Refused> {
        let clinic = self.consents().iter().find(|consent| consent.recipient().kind == RecipientKind::Health);
        let Some(under) = clinic.map(|consent| consent.id().as_str().to_owned()) else { return Ok(()) };
        let under = Some((under, BTreeSet::from([Class::Health])));
        let asked = fresh();
        self.refer(referral::Referring { need: Need::Medical, recipient: None, under }, &asked).await?;
        self.answer_referral(&asked, (Reply::Accepted, self.today()), 1, &fresh()).await?;
        let school = Recipient { kind: RecipientKind::Education, name: "Invented college".to_owned() };
        let open = referral::Referring { need: Need::Education, recipient: Some(school), under: None };
        self.refer(open, &fresh()).await
    }
}
