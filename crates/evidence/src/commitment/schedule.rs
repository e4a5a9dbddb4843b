//! Schedule: when something is due. Plans say it as a date, a quarter, "annually", "by 1 December each year", or not at all.

use jiff::civil::Date;

use super::late::Unknown;
use crate::date::PartialDate;

/// How often something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recurrence {
    /// By the end of each month.
    Monthly,
    /// By the end of each quarter.
    Quarterly,
    /// By the end of each half-year.
    HalfYearly,
    /// By the end of each year.
    Annually,
    /// Each year by this month and day.
    Yearly(i8, i8),
}

/// When something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// The table does not say.
    NotStated,
    /// On these days, in their order.
    On(Vec<Date>),
    /// Again and again; from the anchor on, where one is stated.
    Again(Recurrence, Option<Date>),
    /// In words that name no day ("as needed").
    Unclear(String),
}

impl Schedule {
    /// Reads the cells `due` and `recurrence`. Words that name no day are kept and not guessed at.
    pub fn read(due: Option<&str>, recurrence: Option<&str>) -> Self {
        let due = due.map(str::trim).filter(|due| !due.is_empty());
        let recurrence = recurrence.map(str::trim).filter(|recurrence| !recurrence.is_empty());
        let days = due.and_then(days);
        match (due, recurrence) {
            (None, None) => Self::NotStated,
            (Some(due), None) => match (days, Recurrence::parse(due)) {
                (Some(days), _) => Self::On(days),
                (None, Some(recurrence)) => Self::Again(recurrence, None),
                (None, None) => Self::Unclear(due.to_owned()),
            },
            (due, Some(words)) => match (Recurrence::parse(words), days.as_deref()) {
                (Some(recurrence), Some([anchor])) => Self::Again(recurrence, Some(*anchor)),
                (Some(recurrence), None) if due.is_none() => Self::Again(recurrence, None),
                _ => Self::Unclear(due.map_or_else(|| words.to_owned(), |due| format!("{due}; {words}"))),
            },
        }
    }

    /// Whether it names a day.
    pub fn is_dated(&self) -> bool {
        matches!(self, Self::On(_) | Self::Again(..))
    }

    /// The days within a period on which something is due. Days that are stated count even outside the period.
    pub fn days(&self, start: Option<Date>, end: Date) -> Result<Vec<Date>, Unknown> {
        match self {
            Self::NotStated => Err(Unknown::NoDueDate),
            Self::Unclear(words) => Err(Unknown::UnclearDue(words.clone())),
            Self::On(days) => Ok(days.clone()),
            Self::Again(recurrence, anchor) => {
                let start = (*anchor).or(start).ok_or(Unknown::NoStart)?;
                Ok(recurrence.days(*anchor, start, end))
            }
        }
    }
}

/// The last days of stated dates, periods or lists of them.
fn days(cell: &str) -> Option<Vec<Date>> {
    let mut days: Vec<Date> = cell.split(';').map(|part| Some(span(part.trim())?.1)).collect::<Option<_>>()?;
    days.sort();
    days.dedup();
    Some(days)
}

/// The first and last day of `2024`, `2024-03`, `2024-03-31`, `2024-Q1` or `2024-H1`.
pub fn span(cell: &str) -> Option<(Date, Date)> {
    if let Ok(date) = cell.parse::<PartialDate>() {
        return Some((date.first_day(), date.last_day()));
    }
    let (year, part) = cell.split_once('-')?;
    let year = year.parse::<PartialDate>().ok().filter(|year| matches!(year, PartialDate::Year(_)))?;
    let (first, months): (i8, i8) = match part {
        "Q1" => (1, 3),
        "Q2" => (4, 3),
        "Q3" => (7, 3),
        "Q4" => (10, 3),
        "H1" => (1, 6),
        "H2" => (7, 6),
        _ => return None,
    };
    let day = |month| Date::new(year.year(), month, 1).ok();
    Some((day(first)?, day(first + months - 1)?.last_of_month()))
}

impl Recurrence {
    /// Reads "annually", "half-yearly", "quarterly", "monthly", "by 1 December each year" or ISO 8601 `--12-01`.
    pub fn parse(words: &str) -> Option<Self> {
        let words = words.trim().to_lowercase();
        match words.as_str() {
            "annually" | "annual" | "yearly" | "every year" | "each year" => return Some(Self::Annually),
            "half-yearly" | "half_yearly" | "semi-annually" | "twice a year" => return Some(Self::HalfYearly),
            "quarterly" | "every quarter" | "each quarter" => return Some(Self::Quarterly),
            "monthly" | "every month" | "each month" => return Some(Self::Monthly),
            _ => {}
        }
        if let Some((month, day)) = words.strip_prefix("--").and_then(|rest| rest.split_once('-')) {
            return Self::yearly(month.parse().ok()?, day.parse().ok()?);
        }
        let endings = [" each year", " every year", " annually", " of each year", " of every year"];
        let day_and_month = endings.iter().rev().find_map(|ending| words.strip_suffix(ending))?;
        let day_and_month = day_and_month.strip_prefix("by ").unwrap_or(day_and_month).trim_end_matches(',');
        let (day, month) = day_and_month.split_once(' ')?;
        let month = MONTHS.iter().position(|name| *name == month)?;
        Self::yearly(i8::try_from(month).ok()? + 1, day.parse().ok()?)
    }

    /// The day must exist in some year; 29 February falls on the 28th in the others.
    fn yearly(month: i8, day: i8) -> Option<Self> {
        Date::new(2024, month, day).ok().map(|_| Self::Yearly(month, day))
    }

    fn days(self, anchor: Option<Date>, start: Date, end: Date) -> Vec<Date> {
        let mut days = Vec::new();
        for step in 0.. {
            let Some(day) = self.day(anchor, start, step).filter(|day| *day <= end) else { break };
            if day >= start {
                days.push(day);
            }
        }
        days
    }

    /// The day of a step, counted from the anchor, or from the start of the period that `start` lies in. Always from there and
    /// never from the day before, so that 31 January, 29 February, 31 March does not become 29 March.
    fn day(self, anchor: Option<Date>, start: Date, step: i32) -> Option<Date> {
        let months = match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::HalfYearly => 6,
            Self::Annually => 12,
            Self::Yearly(month, day) => {
                let year = i16::try_from(i32::from(start.year()).checked_add(step)?).ok()?;
                return day_of(Date::new(year, month, 1).ok()?, 0, day);
            }
        };
        match anchor {
            Some(anchor) => day_of(anchor, step.checked_mul(months)?, anchor.day()),
            None => {
                let into = (i32::from(start.month()) - 1) % months;
                day_of(start, step.checked_add(1)?.checked_mul(months)? - into - 1, 31)
            }
        }
    }
}

static MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// This day of the month so many months on, or the last day of a month that is too short for it.
fn day_of(from: Date, months: i32, day: i8) -> Option<Date> {
    let count = (i32::from(from.year()) * 12 + i32::from(from.month()) - 1).checked_add(months)?;
    let year = i16::try_from(count.div_euclid(12)).ok()?;
    let month = i8::try_from(count.rem_euclid(12)).ok()? + 1;
    let last = Date::new(year, month, 1).ok()?.last_of_month();
    Date::new(year, month, day.min(last.day())).ok()
}
