//! The invented network of the demonstration as it was in the year whose totals were published: in each centre as many invented people as
//! give those totals together. Same seed, same people; only their ids and keys differ from time to time.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use pana_casework::age::AgeGroup;
use pana_casework::exit::{Exit, ExitReason, FollowUp, FollowUpAgreement, Reached};
use pana_casework::id::StaffId;
use pana_casework::intake::opening::Start;
use pana_casework::intake::page::ReferralSource;
use pana_casework::person::{Papers, Sex};
use pana_casework::policy::Role;
use pana_casework::screening::Answer;
use pana_casework::service::{Amount, Delivered, ServiceCode, Unit};
use pana_casework::statistic::{CitizenshipGroup, Outcome, Quarter, StatisticRow};
use pana_casework::{Confided, Kind};
use pana_packs::casework::network::Network;
use pana_stats::chance::Chance;
use tokio::task::JoinSet;

use super::Casework;
use super::demo::Player;
use super::document::Document;
use super::id;
use super::moment::Moment;
use super::random::System;
use super::refused::Refused;
use super::session::Signed;

/// The people are the same in every demonstration.
const SEED: u64 = 2024;

/// Words that are no names, for code names.
const WORDS: [&str; 12] =
    ["Самал", "Көктем", "Daria", "Жұлдыз", "Рассвет", "Арай", "Сирень", "Bahor", "Нұр", "Заря", "Қайың", "Maple"];

/// Somebody who does not exist.
struct Invented {
    number: usize,
    centre: usize,
    citizenship: String,
    is_foreign: bool,
    is_employed: bool,
    opened: Date,
}

impl Casework {
    /// Takes the people of the network in, in their centres, each by the worker of that centre. `workers` are as many as there are centres.
    ///
    /// # Errors
    /// As [`Casework::take_in`].
    pub async fn populate(
        self: &Arc<Self>,
        network: &Network,
        workers: &[Player],
        moment: &Moment,
    ) -> Result<(), Refused> {
        let mut tasks = JoinSet::new();
        for (centre, worker) in workers.iter().enumerate() {
            let here: Vec<Invented> = people(network).into_iter().filter(|person| person.centre == centre).collect();
            let (casework, worker, moment) = (Arc::clone(self), Arc::new(worker.clone()), moment.clone());
            let region = network.centres.get(centre).map(|centre| centre.region.clone()).unwrap_or_default();
            tasks.spawn(async move {
                for person in here {
                    let signed = worker.signed(Role::CaseWorker, &at(person.opened, &moment));
                    casework.receive(&signed, &person, &region).await?;
                }
                Ok::<_, Refused>(())
            });
        }
        while let Some(done) = tasks.join_next().await {
            done.map_err(|_| Refused::Damaged("entries"))??;
        }
        Ok(())
    }

    async fn receive(&self, signed: &Arc<Signed>, person: &Invented, region: &str) -> Result<(), Refused> {
        let mut chance = Chance::numbered(SEED, person.number as u64 + 1);
        let by = signed.account.id.as_str();
        let staff = StaffId::parse(by).ok_or(Refused::Damaged("accounts"))?;
        let (sheet, papers) = (sheet(person, by, &mut chance), papers(person));
        let services = self.services(person, &staff, &mut chance);
        let row = row(person, &sheet, &services, region, &mut chance);
        let mut documents = vec![made(Kind::Sheet, &sheet)?, made(Kind::Residence, &papers)?];
        for service in &services {
            documents.push(made(Kind::Service, service)?);
        }
        let left = services.last().map_or(person.opened, |last| last.on);
        let follow_up = if person.is_employed { FollowUpAgreement::Agreed } else { FollowUpAgreement::Declined };
        let reason = ExitReason::GoalsMet;
        documents.push(made(Kind::Exit, &Exit { on: left, reason, recorded_by: staff.clone(), follow_up })?);
        if person.is_employed {
            let found = FollowUp { month: 1, on: left, reached: Reached::Well, employed: Some(true), by: staff };
            documents.push(made(Kind::FollowUp, &found)?);
        }
        documents.push(made(Kind::Statistic, &row)?);
        self.take_in(signed, &id::new(&mut System), &documents, &BTreeSet::new(), None).await
    }

    /// Two to six services of the law, all within the year, so that each of them was served in it.
    fn services(&self, person: &Invented, by: &StaffId, chance: &mut Chance) -> Vec<Delivered> {
        let kinds: Vec<ServiceCode> = self.law.guaranteed(person.opened);
        let last = date(person.opened.year(), 12, 31);
        let mut on = person.opened;
        let mut given = Vec::new();
        for _ in 0..2 + chance.below(5) {
            let Some(kind) = kinds.get(chance.below(kinds.len())).cloned() else { continue };
            let amount = Amount { hundredths: 100, unit: Unit::Hour };
            given.push(Delivered { kind, on, amount, by: by.clone(), note: None });
            on = later(on, 1 + chance.below(21)).min(last);
        }
        given
    }
}

/// The people of the network: as many as the totals say, spread over centres and year.
fn people(network: &Network) -> Vec<Invented> {
    let (served, foreign) = (network.served.total, network.foreign.total);
    let (employed, both) = (network.employed.total, network.employed_foreign.total);
    let mut chance = Chance::new(SEED);
    let from = &network.citizenship;
    let one = |number: usize| {
        let is_foreign = number < foreign;
        // Of the foreigners the first few found work, of the others as many as are left.
        let is_employed = number < both || (foreign..foreign + employed - both).contains(&number);
        Invented {
            number,
            centre: number % network.centres.len(),
            citizenship: if is_foreign {
                from.foreign[chance.below(from.foreign.len())].clone()
            } else {
                from.here.clone()
            },
            is_foreign,
            is_employed,
            // Early enough for some weeks of services within the year.
            opened: later(date(network.year, 1, 1), chance.below(330)),
        }
    };
    (0..served).map(one).collect()
}

fn sheet(person: &Invented, by: &str, chance: &mut Chance) -> Start {
    let is_child = chance.below(12) == 0;
    let language = if person.is_foreign { "uz" } else { ["kk", "ru"][chance.below(2)] };
    Start {
        code_name: Confided::new(&format!("{} {}", WORDS[chance.below(WORDS.len())], person.number + 1)),
        opened_on: person.opened,
        by: by.to_owned(),
        age_answer: None,
        age_group: if is_child { AgeGroup::Child } else { AgeGroup::Adult },
        language: language.to_owned(),
        interpreter: if person.is_foreign { Answer::Yes } else { Answer::No },
        source: Some(ReferralSource::ALL[chance.below(ReferralSource::ALL.len())]),
        record_agreed: Answer::Yes,
    }
}

fn papers(person: &Invented) -> Papers {
    Papers {
        citizenship: vec![person.citizenship.clone()],
        stateless: Answer::No,
        identity_number: Confided::default(),
        papers: Vec::new(),
        may_stay_until: None,
    }
}

fn row(person: &Invented, sheet: &Start, services: &[Delivered], region: &str, chance: &mut Chance) -> StatisticRow {
    StatisticRow {
        sex: if chance.below(5) == 0 { Sex::Male } else { Sex::Female },
        age_group: sheet.age_group,
        citizenship_group: if person.is_foreign { CitizenshipGroup::Foreign } else { CitizenshipGroup::National },
        exploitation: BTreeSet::new(),
        quarter: Quarter::of(person.opened),
        region: region.to_owned(),
        services: services.iter().map(|service| service.kind.as_str().to_owned()).collect(),
        outcome: Outcome::GoalsMet,
        employed: if person.is_employed { Answer::Yes } else { Answer::NotAsked },
    }
}

fn made<T: serde::Serialize>(kind: Kind, value: &T) -> Result<Document, Refused> {
    super::kept::beside(kind, value)
}

fn later(day: Date, days: usize) -> Date {
    let days = i64::try_from(days).unwrap_or(0);
    day.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(day)
}

/// Noon of a day, with the country's days.
fn at(day: Date, moment: &Moment) -> Moment {
    let at = day.at(12, 0, 0, 0).to_zoned(moment.zone.clone()).map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp());
    Moment { at, zone: moment.zone.clone() }
}
