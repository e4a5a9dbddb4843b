//! Deadlines of measures: «IV квартал 2024 года», «ежегодно, до 25 января», «2024 – 2026 жылдар», «жыл сайын».

use pana_evidence::PartialDate;

use super::lexicon::Lexicon;
use super::period::{Part, parts, span};
use super::phrase::Item;
use super::refusal::Refusal;

/// When a measure is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadline {
    /// When it begins, where that is stated.
    pub start: Option<PartialDate>,
    /// The days by which it is due: all of them, where the first and the last year are stated.
    pub due: Vec<PartialDate>,
    /// How it comes back where no last year is stated: `annual`, `half_yearly`, `quarterly`, `monthly`, or a day of every year
    /// as ISO 8601 writes it (`--12-31`). `continuous` and `as_needed` name no day.
    pub recurrence: Option<String>,
}

/// Reads a cell. An empty cell states no deadline.
pub fn read(cell: &str, lexicon: &Lexicon) -> Result<Deadline, Refusal> {
    let items = lexicon.deadline.read(cell).map_err(|word| Refusal::UnknownWord { word })?;
    if items.is_empty() || matches!(items.as_slice(), [only] if only.is("dash") || only.is("unstated")) {
        return Ok(Deadline::default());
    }
    let mut found = Found::default();
    for piece in items.split(|item| item.is("comma")).filter(|piece| !piece.is_empty()) {
        found.piece(piece).ok_or(Refusal::NotADeadline {})?;
    }
    let deadline = found.joined().ok_or(Refusal::NotADeadline {})?;
    match (deadline.start, deadline.due.last()) {
        (Some(start), Some(due)) if start.first_day() > due.last_day() => Err(Refusal::EndsBeforeStart {}),
        _ => Ok(deadline),
    }
}

/// What the pieces between commas say.
#[derive(Default)]
struct Found {
    recurrence: Option<String>,
    /// Days of the year, as `12-31`.
    days: Vec<String>,
    /// Stretches of time: begin, where it is a stretch and not a quarter or a month, and end.
    spans: Vec<(Option<PartialDate>, PartialDate)>,
}

impl Found {
    fn piece(&mut self, piece: &[Item]) -> Option<()> {
        let mut rest = Vec::new();
        for item in piece {
            let recurs = if item.is("annually") { Some("annual") } else { item.means("recurs:") };
            match recurs {
                Some(_) if self.recurrence.is_some() => return None,
                Some(recurs) => self.recurrence = Some(recurs.to_owned()),
                None if item.is("until") => {}
                None => rest.push(item.clone()),
            }
        }
        let parts = parts(&rest)?;
        match parts.as_slice() {
            [] => Some(()),
            // «IV квартал 2024 – 2026 годов»: the same day of each of these years.
            [day @ .., Part::Year(from), Part::Sign("dash"), Part::Year(to)] if !day.is_empty() => {
                self.days.push(day_of_year(day)?);
                self.spans.push((Some(PartialDate::Year(*from)), PartialDate::Year(*to)));
                self.recurrence.get_or_insert_with(|| "annual".to_owned());
                Some(())
            }
            parts => self.date(parts),
        }
    }

    fn date(&mut self, parts: &[Part<'_>]) -> Option<()> {
        if let Some(day) = day_of_year(parts) {
            self.days.push(day);
            return Some(());
        }
        let span = span(parts)?;
        let stretch = span.kind == "multi_year";
        self.spans.push((span.start.filter(|_| stretch), span.end?));
        Some(())
    }

    fn joined(self) -> Option<Deadline> {
        let (recurrence, days, mut spans) = (self.recurrence, self.days, self.spans);
        spans.sort_by_key(|(_, due)| due.last_day());
        match (recurrence, spans.as_slice()) {
            // A day without a year belongs to every year, and somebody must have said so.
            (None, _) if !days.is_empty() => None,
            (None, [(start, due)]) => Some(Deadline { start: *start, due: vec![*due], recurrence: None }),
            (None, several) => {
                Some(Deadline { start: None, due: several.iter().map(|(_, due)| *due).collect(), recurrence: None })
            }
            (Some(recurrence), []) => without_years(recurrence, &days),
            (Some(recurrence), [(start, end)]) => within_years(recurrence, &days, *start, *end),
            (Some(_), _) => None,
        }
    }
}

fn without_years(recurrence: String, days: &[String]) -> Option<Deadline> {
    let recurrence = match (recurrence.as_str(), days) {
        (_, []) => recurrence,
        ("annual", [day]) => format!("--{day}"),
        _ => return None,
    };
    Some(Deadline { start: None, due: Vec::new(), recurrence: Some(recurrence) })
}

/// Where the first and the last year are stated, what comes back is a list of days.
fn within_years(recurrence: String, days: &[String], start: Option<PartialDate>, end: PartialDate) -> Option<Deadline> {
    let every = match (recurrence.as_str(), days) {
        ("annual", []) => 12,
        ("half_yearly", []) => 6,
        ("quarterly", []) => 3,
        ("monthly", []) => 1,
        ("annual", _) => 0,
        (_, []) => return Some(Deadline { start, due: vec![end], recurrence: Some(recurrence) }),
        _ => return None,
    };
    let mut due = Vec::new();
    for year in start.unwrap_or(end).year()..=end.year() {
        if every == 0 {
            // 29 February is due in leap years alone; in the others such a cell says nothing.
            due.extend(days.iter().filter_map(|day| format!("{year}-{day}").parse::<PartialDate>().ok()));
        } else {
            due.extend((1..=12).filter(|month| month % every == 0).map(|month| PartialDate::Month(year, month)));
        }
    }
    due.sort_by_key(|date: &PartialDate| date.last_day());
    Some(Deadline { start, due, recurrence: None })
}

/// A day of every year: `25 января`, `декабрь`, `IV квартал`; of a month or a quarter it is the last.
fn day_of_year(parts: &[Part<'_>]) -> Option<String> {
    let last = |month: i8| PartialDate::Month(2023, month).last_day();
    match parts {
        [Part::Count(day), Part::Month(month)] | [Part::Month(month), Part::Count(day)] => {
            // In a leap year, so that 29 February is a day.
            super::date::civil(2024, i16::from(*month), *day).map(|day| format!("{:02}-{:02}", day.month(), day.day()))
        }
        [Part::Month(month)] => Some(format!("{month:02}-{:02}", last(*month).day())),
        [Part::Count(number @ 1..=4), Part::Sign("quarter")] => {
            let month = (*number * 3) as i8;
            Some(format!("{month:02}-{:02}", last(month).day()))
        }
        [Part::Count(number @ 1..=2), Part::Sign("half")] => {
            Some(if *number == 1 { "06-30".to_owned() } else { "12-31".to_owned() })
        }
        _ => None,
    }
}
