//! Periods as cells state them: "2016", "2012-2013", "8 months", «8 месяцев 2017 года», «2024 жылғы IV тоқсан», "as of 1 January
//! 2025". Eight months are never a year, and a year that is not stated stays not stated.

use pana_evidence::{Coverage, PartialDate, Period};

use super::date::civil;
use super::lexicon::Lexicon;
use super::phrase::Item;
use super::refusal::Refusal;
use super::text;

/// A period, and how much of it a figure covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The period. Its label is the cell.
    pub period: Period,
    /// How much of it is covered.
    pub coverage: Coverage,
}

/// The kinds of period that our tables know.
pub const KINDS: [&str; 9] = [
    "annual_rate",
    "change",
    "cumulative",
    "edition",
    "multi_year",
    "partial_year",
    "point_in_time",
    "unspecified",
    "year",
];

/// Reads a cell. An empty cell states no period, which is an answer.
pub fn read(cell: &str, lexicon: &Lexicon) -> Result<When, Refusal> {
    let items = lexicon.period.read(cell).map_err(|word| Refusal::UnknownWord { word })?;
    let parts: Vec<Part> = parts(&items).ok_or(Refusal::NotAPeriod {})?;
    let parts: Vec<Part> = parts.into_iter().filter(|part| *part != Part::Sign("comma")).collect();
    let span = whole(&parts).ok_or(Refusal::NotAPeriod {})?;
    if let (Some(start), Some(end)) = (span.start, span.end)
        && start.first_day() > end.last_day()
    {
        return Err(Refusal::EndsBeforeStart {});
    }
    let period = Period { start: span.start, end: span.end, label: text::tidy(cell), kind: span.kind.to_owned() };
    Ok(When { period, coverage: span.coverage })
}

/// The period between two stated dates, as a table with a column for each gives it.
pub fn between(start: Option<PartialDate>, end: Option<PartialDate>) -> Result<When, Refusal> {
    let label = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let (kind, coverage) = match (start, end) {
        (Some(start), Some(end)) if start.first_day() > end.last_day() => return Err(Refusal::EndsBeforeStart {}),
        (Some(start), Some(end)) => reach(start, end),
        (Some(_), None) => ("cumulative", Coverage::Cumulative),
        _ => ("unspecified", Coverage::Unspecified),
    };
    let label = if start == end { label(start) } else { format!("{} - {}", label(start), label(end)) };
    let label = if start.is_none() && end.is_none() { String::new() } else { label };
    Ok(When { period: Period { start, end, label, kind: kind.to_owned() }, coverage })
}

/// A stretch of time inside a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: Option<PartialDate>,
    pub end: Option<PartialDate>,
    pub kind: &'static str,
    pub coverage: Coverage,
}

/// A part of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Year(i16),
    Count(i16),
    Month(i8),
    Date(PartialDate),
    Sign(&'a str),
}

/// What the items are in a period; a number that is neither a year nor a small count is nothing.
pub(super) fn parts(items: &[Item]) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    for item in items {
        match item {
            Item::Date(date) => parts.push(Part::Date(*date)),
            Item::Number(written) => parts.push(match written.parse::<i16>().ok()? {
                year @ 1900..=2100 if written.len() == 4 => Part::Year(year),
                count @ 1..=99 => Part::Count(count),
                _ => return None,
            }),
            Item::Means(meaning) => match meaning.split_once(':') {
                Some(("month", number)) => parts.push(Part::Month(number.parse().ok()?)),
                Some(("ordinal", number)) => parts.push(Part::Count(number.parse().ok()?)),
                Some(("quarter", number)) => parts.extend([Part::Count(number.parse().ok()?), Part::Sign("quarter")]),
                Some(("half", number)) => parts.extend([Part::Count(number.parse().ok()?), Part::Sign("half")]),
                _ => parts.push(Part::Sign(meaning)),
            },
        }
    }
    Some(parts)
}

fn whole(parts: &[Part<'_>]) -> Option<Span> {
    use Part::Sign;
    match parts {
        [] | [Sign("unstated" | "dash")] => Some(Span::unstated()),
        [Sign("annually")] => Some(Span { kind: "annual_rate", coverage: Coverage::AnnualRate, ..Span::unstated() }),
        [Sign("annually"), rest @ ..] | [rest @ .., Sign("annually")] => {
            Some(Span { kind: "annual_rate", coverage: Coverage::AnnualRate, ..span(rest)? })
        }
        [Sign("as_of"), rest @ ..] | [rest @ .., Sign("as_of")] => {
            let at = span(rest).filter(|at| at.start == at.end)?;
            Some(Span { kind: "point_in_time", coverage: Coverage::PointInTime, ..at })
        }
        [Sign("since"), rest @ ..] | [rest @ .., Sign("since")] => {
            let from = span(rest).filter(|from| from.start.is_some())?;
            Some(Span { end: None, kind: "cumulative", coverage: Coverage::Cumulative, ..from })
        }
        [rest @ .., Sign("edition")] | [Sign("edition"), rest @ ..] => {
            Some(Span { kind: "edition", coverage: Coverage::FullPeriod, ..span(rest)? })
        }
        _ => span(parts),
    }
}

/// A stretch of time without words around it.
pub(super) fn span(parts: &[Part<'_>]) -> Option<Span> {
    use Part::{Count, Month, Sign, Year};
    let joint = |part: &Part<'_>| matches!(part, Sign("dash" | "and"));
    match parts {
        [Count(months @ 1..=12), Sign("months")] => {
            let partial = Span { kind: "partial_year", coverage: Coverage::PartialPeriod, ..Span::unstated() };
            let year = Span { kind: "unspecified", ..Span::unstated() };
            Some(if *months == 12 { year } else { partial })
        }
        // A figure "for eight months of 2017" counts from January.
        [Count(months), Sign("months"), Year(year)] | [Year(year), Count(months), Sign("months")] => {
            Span::months(*year, 1, *months)
        }
        [Count(number @ 1..=4), Sign("quarter"), Year(year)] | [Year(year), Count(number @ 1..=4), Sign("quarter")] => {
            Span::months(*year, number * 3 - 2, number * 3)
        }
        [Count(number @ 1..=2), Sign("half"), Year(year)] | [Year(year), Count(number @ 1..=2), Sign("half")] => {
            Span::months(*year, number * 6 - 5, number * 6)
        }
        [Month(first), Sign("dash"), Month(last), Year(year)]
        | [Year(year), Month(first), Sign("dash"), Month(last)] => {
            Span::months(*year, i16::from(*first), i16::from(*last))
        }
        _ => match parts.iter().position(joint) {
            None => Span::at(date(parts)?),
            Some(place) => {
                let (left, right) = (date(&parts[..place])?, date(&parts[place + 1..])?);
                // "2012 and 2013" is two years; "2010 and 2013" leaves years out and is no period.
                let apart = parts[place] == Sign("and") && left.year() + 1 != right.year();
                (!apart).then(|| Span::between(left, right))
            }
        },
    }
}

/// One date, as far as it is stated.
fn date(parts: &[Part<'_>]) -> Option<PartialDate> {
    use Part::{Count, Date, Month, Year};
    match parts {
        [Date(date)] => Some(*date),
        [Year(year)] => Some(PartialDate::Year(*year)),
        [Month(month), Year(year)] | [Year(year), Month(month)] => Some(PartialDate::Month(*year, *month)),
        [Count(day), Month(month), Year(year)]
        | [Month(month), Count(day), Year(year)]
        | [Year(year), Count(day), Month(month)] => civil(*year, i16::from(*month), *day).map(PartialDate::Day),
        _ => None,
    }
}

/// What a stretch between two dates is called, and how much of a year it covers.
fn reach(start: PartialDate, end: PartialDate) -> (&'static str, Coverage) {
    use PartialDate::{Day, Month, Year};
    match (start, end) {
        (Year(from), Year(to)) if from == to => ("year", Coverage::FullPeriod),
        (Year(_), Year(_)) => ("multi_year", Coverage::FullPeriod),
        (Day(from), Day(to)) if from == to => ("point_in_time", Coverage::PointInTime),
        _ if start.year() == end.year() => {
            let first = start.first_day().day_of_year() == 1;
            let last = end.last_day().month() == 12 && end.last_day().day() == 31;
            if first && last && !matches!(start, Month(_, 12)) {
                ("year", Coverage::FullPeriod)
            } else {
                ("partial_year", Coverage::PartialPeriod)
            }
        }
        _ => ("multi_year", Coverage::Unspecified),
    }
}

impl Span {
    fn unstated() -> Self {
        Self { start: None, end: None, kind: "unspecified", coverage: Coverage::Unspecified }
    }

    fn between(start: PartialDate, end: PartialDate) -> Self {
        let (kind, coverage) = reach(start, end);
        Self { start: Some(start), end: Some(end), kind, coverage }
    }

    fn at(date: PartialDate) -> Option<Self> {
        Some(Self::between(date, date))
    }

    fn months(year: i16, first: i16, last: i16) -> Option<Self> {
        let month = |number: i16| i8::try_from(number).ok().filter(|number| (1..=12).contains(number));
        let (first, last) = (month(first)?, month(last)?);
        if (first, last) == (1, 12) {
            return Self::at(PartialDate::Year(year));
        }
        Some(Self::between(PartialDate::Month(year, first), PartialDate::Month(year, last)))
    }
}
