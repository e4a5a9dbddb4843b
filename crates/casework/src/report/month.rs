//! Month: persons, episodes, admissions, exits and service days of one calendar month, by sex and age group.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::hide::{self, Cell, SmallCell, Sum};
use crate::age::AgeGroup;
use crate::coded::coded;
use crate::person::Sex;

coded! {
    /// What a number counts.
    "report-unit"
    pub enum Unit {
        /// A person, once, however often she came.
        Person = "person",
        /// An episode of help, from admission to exit.
        Episode = "episode",
        /// A day on which a service was given to a person; two of one kind on one day are one.
        ServiceDay = "service_day",
    }
}

coded! {
    /// By which date something belongs to the month.
    "report-date-rule"
    pub enum DateRule {
        /// Admitted on or before the last day and not left before the first.
        PresentInMonth = "present_in_month",
        /// Admitted in the month.
        AdmittedInMonth = "admitted_in_month",
        /// Left in the month.
        LeftInMonth = "left_in_month",
        /// The service was given in the month.
        GivenInMonth = "given_in_month",
    }
}

coded! {
    /// A measure of the report.
    "report-measure"
    pub enum Count {
        /// Persons helped.
        Persons = "persons",
        /// Episodes under way.
        Episodes = "episodes",
        /// Admissions.
        Admissions = "admissions",
        /// Exits.
        Exits = "exits",
        /// Service days of all kinds.
        AllServiceDays = "all_service_days",
        /// Service days of one kind.
        ServiceDays = "service_days",
    }
}

coded! {
    /// Sex as the report shows it.
    "report-sex"
    pub enum SexGroup {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Neither, not known or not asked.
        OtherUnknown = "other_unknown",
    }
}

impl From<Sex> for SexGroup {
    fn from(sex: Sex) -> Self {
        match sex {
            Sex::Female => Self::Female,
            Sex::Male => Self::Male,
            Sex::Other | Sex::Unknown | Sex::NotAsked => Self::OtherUnknown,
        }
    }
}

impl Count {
    /// What it counts.
    pub fn unit(self) -> Unit {
        match self {
            Self::Persons => Unit::Person,
            Self::Episodes | Self::Admissions | Self::Exits => Unit::Episode,
            Self::AllServiceDays | Self::ServiceDays => Unit::ServiceDay,
        }
    }

    /// By which date.
    pub fn date_rule(self) -> DateRule {
        match self {
            Self::Persons | Self::Episodes => DateRule::PresentInMonth,
            Self::Admissions => DateRule::AdmittedInMonth,
            Self::Exits => DateRule::LeftInMonth,
            Self::AllServiceDays | Self::ServiceDays => DateRule::GivenInMonth,
        }
    }
}

/// A day on which a service of a kind was given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ServiceDay {
    /// The day.
    pub on: Date,
    /// The kind, as the data of the country code it.
    pub kind: String,
}

/// An episode of help as the report sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// Who: a key that is the same for every episode of one person and never shown.
    pub person: String,
    /// Sex.
    pub sex: Sex,
    /// Age group at the admission.
    pub age_group: AgeGroup,
    /// The day of admission.
    pub admitted: Date,
    /// The day of leaving.
    pub left: Option<Date>,
    /// Services given.
    pub services: Vec<ServiceDay>,
}

/// A number of the report; nothing where it is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Sex; nothing for all.
    pub sex: Option<SexGroup>,
    /// Age group; nothing for all.
    pub age_group: Option<AgeGroup>,
    /// The number; nothing where it is hidden, or where it would give a hidden one away.
    pub value: Option<u64>,
}

/// A table of the report with what its numbers mean (R18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// What is measured.
    pub count: Count,
    /// The kind of service, for service days of one kind.
    pub kind: Option<String>,
    /// What a number counts.
    pub unit: Unit,
    /// By which date.
    pub date_rule: DateRule,
    /// The numbers: each sex and all, each age group and all.
    pub figures: Vec<Figure>,
}

/// The report of a month. There is no way to the numbers before hiding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthlyReport {
    /// The first day of the month.
    pub month: Date,
    /// The limit under which it was made.
    pub small_cell: SmallCell,
    /// The tables.
    pub measures: Vec<Measure>,
}

type Breakdown = (Option<SexGroup>, Option<AgeGroup>);

fn breakdowns() -> Vec<Breakdown> {
    let sexes = SexGroup::ALL.iter().copied().map(Some).chain([None]);
    let ages = || AgeGroup::ALL.iter().copied().map(Some).chain([None]);
    sexes.flat_map(|sex| ages().map(move |age| (sex, age))).collect()
}

/// The report of the month in which `month` lies. `kinds` are the kinds of service in the order of the country's list; a service of
/// another kind is counted under its own code after them.
pub fn of_month(episodes: &[Episode], kinds: &[&str], month: Date, small_cell: &SmallCell) -> MonthlyReport {
    let (first, last) = (month.first_of_month(), month.last_of_month());
    let tables = tables(episodes, kinds, first, last);
    let width = breakdowns().len();
    let cells: Vec<Cell> = tables.iter().flat_map(|(_, _, cells)| cells.iter().copied()).collect();
    let sums = sums(&tables);
    // Persons and episodes of a month are mostly the same numbers: one must not show what the other hides.
    let ties: Vec<(usize, usize)> = (0..width).map(|place| (place, width + place)).collect();
    let hidden = hide::hidden(&cells, &sums, &ties, small_cell.limit);
    let measures = tables.iter().enumerate().map(|(table, (count, kind, cells))| {
        let figures = breakdowns().into_iter().zip(cells).enumerate().map(|(place, ((sex, age_group), cell))| {
            let value = (!hidden[table * width + place]).then_some(cell.value);
            Figure { sex, age_group, value }
        });
        let (unit, date_rule) = (count.unit(), count.date_rule());
        Measure { count: *count, kind: kind.clone(), unit, date_rule, figures: figures.collect() }
    });
    MonthlyReport { month: first, small_cell: small_cell.clone(), measures: measures.collect() }
}

type Table = (Count, Option<String>, Vec<Cell>);

fn tables(episodes: &[Episode], kinds: &[&str], first: Date, last: Date) -> Vec<Table> {
    let inside = move |day: Date| first <= day && day <= last;
    let present = |episode: &&Episode| episode.admitted <= last && episode.left.is_none_or(|left| first <= left);
    let group = |episode: &Episode| (SexGroup::from(episode.sex), episode.age_group);
    // A person counts once, under the group of her latest episode of the month.
    let mut latest: BTreeMap<&str, &Episode> = BTreeMap::new();
    for episode in episodes.iter().filter(present) {
        let kept = latest.entry(&episode.person).or_insert(episode);
        if kept.admitted <= episode.admitted {
            *kept = episode;
        }
    }
    let of_episodes = |wanted: &dyn Fn(&Episode) -> bool| -> Vec<Entry<'_>> {
        episodes
            .iter()
            .filter(|episode| wanted(episode))
            .map(|episode| (group(episode), episode.person.as_str()))
            .collect()
    };
    let mut tables = vec![
        (Count::Persons, None, counted(latest.values().map(|episode| (group(episode), episode.person.as_str())))),
        (Count::Episodes, None, counted(of_episodes(&|episode| present(&episode)))),
        (Count::Admissions, None, counted(of_episodes(&|episode| inside(episode.admitted)))),
        (Count::Exits, None, counted(of_episodes(&|episode| episode.left.is_some_and(inside)))),
    ];
    // Two services of one kind on one day are one service day, also across two records of one person.
    let days: BTreeSet<(&str, Date, &str, (SexGroup, AgeGroup))> = episodes
        .iter()
        .flat_map(|episode| {
            let group = latest.get(episode.person.as_str()).map_or(group(episode), |latest| group(latest));
            let days = episode.services.iter().filter(move |day| inside(day.on));
            days.map(move |day| (day.kind.as_str(), day.on, episode.person.as_str(), group))
        })
        .collect();
    let of_kind = |wanted: &dyn Fn(&str) -> bool| {
        counted(days.iter().filter(|(kind, ..)| wanted(kind)).map(|(_, _, person, group)| (*group, *person)))
    };
    tables.push((Count::AllServiceDays, None, of_kind(&|_| true)));
    let others: BTreeSet<&str> = days.iter().map(|(kind, ..)| *kind).filter(|kind| !kinds.contains(kind)).collect();
    for kind in kinds.iter().copied().chain(others) {
        tables.push((Count::ServiceDays, Some(kind.to_owned()), of_kind(&|given| given == kind)));
    }
    tables
}

/// A thing counted: its group and the person behind it.
type Entry<'a> = ((SexGroup, AgeGroup), &'a str);

fn counted<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Vec<Cell> {
    let entries: Vec<Entry<'_>> = entries.into_iter().collect();
    let cell = |(sex, age): Breakdown| {
        let fits = |(s, a): (SexGroup, AgeGroup)| sex.is_none_or(|sex| sex == s) && age.is_none_or(|age| age == a);
        let inside: Vec<&str> = entries.iter().filter(|(group, _)| fits(*group)).map(|(_, person)| *person).collect();
        let persons: BTreeSet<&str> = inside.iter().copied().collect();
        Cell { value: inside.len() as u64, persons: persons.len() as u64 }
    };
    breakdowns().into_iter().map(cell).collect()
}

/// Every way in which numbers of the report add up: over age groups, over sexes, over kinds of service.
fn sums(tables: &[Table]) -> Vec<Sum> {
    let breakdowns = breakdowns();
    let width = breakdowns.len();
    let place = |table: usize, of: Breakdown| {
        table * width + breakdowns.iter().position(|breakdown| *breakdown == of).unwrap_or_default()
    };
    let mut sums = Vec::new();
    for table in 0..tables.len() {
        for sex in SexGroup::ALL.iter().copied().map(Some).chain([None]) {
            let parts = AgeGroup::ALL.iter().map(|age| place(table, (sex, Some(*age)))).collect();
            sums.push(Sum { total: place(table, (sex, None)), parts, disjoint: true });
        }
        for age in AgeGroup::ALL.iter().copied().map(Some).chain([None]) {
            let parts = SexGroup::ALL.iter().map(|sex| place(table, (Some(*sex), age))).collect();
            sums.push(Sum { total: place(table, (None, age)), parts, disjoint: true });
        }
    }
    let table_of =
        |wanted: Count| tables.iter().enumerate().filter(move |(_, (count, ..))| *count == wanted).map(|(at, _)| at);
    for total in table_of(Count::AllServiceDays) {
        for breakdown in &breakdowns {
            let parts = table_of(Count::ServiceDays).map(|table| place(table, *breakdown)).collect();
            sums.push(Sum { total: place(total, *breakdown), parts, disjoint: false });
        }
    }
    sums
}
