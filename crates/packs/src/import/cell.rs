//! Figures as cells state them: "> 100", "около 250", «300 тыс. – 1,5 млн», "13 %", "1 in 7". What a cell does not say is not
//! added, and what cannot be read in one way is refused.

use pana_evidence::{Comparator, Decimal, Figure};

use super::lexicon::Lexicon;
use super::phrase::Item;
use super::refusal::Refusal;

/// A figure and, where the cell names one, its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The figure.
    pub figure: Figure,
    /// The unit.
    pub unit: Option<String>,
}

/// What a comma in a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comma {
    /// The decimal sign.
    Decimal,
    /// It stands between thousands.
    Thousands,
    /// Nobody said.
    Unknown,
}

impl Comma {
    /// The habit of a language.
    pub fn of(language: Option<&str>, lexicon: &Lexicon) -> Self {
        match language {
            None => Self::Unknown,
            Some(language) if lexicon.comma_languages.iter().any(|known| known == language) => Self::Decimal,
            Some(_) => Self::Thousands,
        }
    }
}

/// Reads a cell.
pub fn read(cell: &str, comma: Comma, lexicon: &Lexicon) -> Result<Stated, Refusal> {
    let items = lexicon.figure.read(cell).map_err(|word| Refusal::UnknownWord { word })?;
    if matches!(items.as_slice(), [only] if only.is("dash") || only.is("unstated")) {
        return Err(Refusal::NothingStated {});
    }
    let (items, unit) = without_unit(items)?;
    let amounts = amounts(&items, comma)?;
    let (comparator, amounts) = compared(&amounts)?;
    let quoted = || cell.trim().to_owned();
    match amounts {
        [Part::Amount(value)] => number(comparator.unwrap_or(Comparator::Eq), value.clone(), unit),
        [Part::Amount(part), Part::Sign("of"), Part::Amount(whole)]
        | [Part::Amount(whole), Part::Sign("out_of"), Part::Amount(part)] => {
            if unit.is_some() {
                return Err(Refusal::NotAFigure {});
            }
            share(comparator.unwrap_or(Comparator::Eq), part, whole)
        }
        _ => {
            let (lower, upper) = range(amounts).ok_or(Refusal::NotAFigure {})?;
            // "About 200 to 300" is still a range; any other comparator before one contradicts it.
            if comparator.is_some_and(|comparator| comparator != Comparator::Approx) {
                return Err(Refusal::NotAFigure {});
            }
            let words = comparator.map(|_| quoted());
            let figure = Figure::from_cells(Comparator::Between, None, Some(lower), Some(upper), words);
            Ok(Stated { figure: figure.map_err(|_| Refusal::UpsideDown {})?, unit })
        }
    }
}

/// A figure as a cell that [`read`] understands; a category is not one.
pub fn write(figure: &Figure) -> Option<String> {
    let sign = |comparator: Comparator| match comparator {
        Comparator::Eq | Comparator::Between => "",
        Comparator::Approx => "~ ",
        Comparator::Gt => "> ",
        Comparator::Ge => ">= ",
        Comparator::Lt => "< ",
        Comparator::Le => "<= ",
    };
    match figure {
        Figure::Number { comparator, value, .. } => Some(format!("{}{value}", sign(*comparator))),
        Figure::Range { lower: Some(lower), upper: Some(upper), words, .. } => {
            Some(format!("{}{lower} - {upper}", if words.is_some() { "~ " } else { "" }))
        }
        Figure::Range { comparator, lower, upper, .. } => {
            let end = lower.as_ref().or(upper.as_ref())?;
            Some(format!("{}{end}", sign(*comparator)))
        }
        Figure::Category(_) | Figure::NotStated => None,
    }
}

/// An amount, or a sign between amounts.
#[derive(Clone, Debug, PartialEq)]
enum Part<'a> {
    Amount(Decimal),
    Sign(&'a str),
}

/// The unit that the cell names; two units contradict each other.
fn without_unit(items: Vec<Item>) -> Result<(Vec<Item>, Option<String>), Refusal> {
    let mut unit: Option<String> = None;
    let mut rest = Vec::new();
    for item in items {
        match item.means("unit:") {
            Some(named) if unit.as_deref().is_none_or(|unit| unit == named) => unit = Some(named.to_owned()),
            Some(_) => return Err(Refusal::NotAFigure {}),
            None => rest.push(item),
        }
    }
    Ok((rest, unit))
}

/// Numbers with their "thousand" and "million" multiplied in. In "300–500 thousand" the word belongs to both.
fn amounts(items: &[Item], comma: Comma) -> Result<Vec<Part<'_>>, Refusal> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut times: Vec<Option<usize>> = Vec::new();
    for item in items {
        if let Some(zeros) = item.means("times:").and_then(|zeros| zeros.parse().ok()) {
            let Some((Part::Amount(value), last @ None)) = parts.last_mut().zip(times.last_mut()) else {
                return Err(Refusal::NotAFigure {});
            };
            *value = shifted(value, zeros).ok_or(Refusal::NotAFigure {})?;
            *last = Some(zeros);
            continue;
        }
        parts.push(match item {
            Item::Number(written) => Part::Amount(plain(written, comma)?),
            Item::Means(meaning) => Part::Sign(meaning),
            Item::Date(_) => return Err(Refusal::NotAFigure {}),
        });
        times.push(None);
    }
    if let ([Part::Amount(first), Part::Sign("dash" | "to"), Part::Amount(_)], [None, _, Some(zeros)]) =
        (parts.as_mut_slice(), times.as_slice())
    {
        *first = shifted(first, *zeros).ok_or(Refusal::NotAFigure {})?;
    }
    Ok(parts)
}

/// The comparator before or after the amounts, and the amounts.
fn compared<'a, 'b>(parts: &'b [Part<'a>]) -> Result<(Option<Comparator>, &'b [Part<'a>]), Refusal> {
    let comparator = |part: &Part<'_>| match part {
        Part::Sign(sign) => Comparator::parse(sign).filter(|found| *found != Comparator::Between),
        Part::Amount(_) => None,
    };
    match parts {
        [value @ .., Part::Sign("out_of"), last] if value.len() == 1 && comparator(last).is_some() => {
            Ok((comparator(last), value))
        }
        [Part::Sign("up_to"), Part::Amount(_)] => Ok((Some(Comparator::Le), &parts[1..])),
        [Part::Amount(_), Part::Sign("up_to")] => Ok((Some(Comparator::Le), &parts[..1])),
        [Part::Sign("from"), Part::Amount(_)] => Ok((Some(Comparator::Ge), &parts[1..])),
        [first, rest @ ..] if comparator(first).is_some() => Ok((comparator(first), rest)),
        [rest @ .., last] if comparator(last).is_some() => Ok((comparator(last), rest)),
        [] => Err(Refusal::NotAFigure {}),
        _ => Ok((None, parts)),
    }
}

fn range(parts: &[Part<'_>]) -> Option<(Decimal, Decimal)> {
    match parts {
        [Part::Amount(low), Part::Sign("dash" | "to" | "up_to"), Part::Amount(high)]
        | [Part::Sign("from"), Part::Amount(low), Part::Sign("dash" | "to" | "up_to"), Part::Amount(high)]
        | [Part::Sign("between"), Part::Amount(low), Part::Sign("and"), Part::Amount(high)]
        | [Part::Amount(low), Part::Sign("and"), Part::Amount(high), Part::Sign("between")]
        | [Part::Amount(low), Part::Sign("out_of"), Part::Amount(high), Part::Sign("up_to")] => {
            Some((low.clone(), high.clone()))
        }
        _ => None,
    }
}

fn number(comparator: Comparator, value: Decimal, unit: Option<String>) -> Result<Stated, Refusal> {
    let figure = Figure::from_cells(comparator, Some(value), None, None, None);
    Ok(Stated { figure: figure.map_err(|_| Refusal::NotAFigure {})?, unit })
}

/// "1 in 4" is 0.25. "1 in 7" has no end of digits: it is about 0.1429, and a bound is not rounded at all.
fn share(comparator: Comparator, part: &Decimal, whole: &Decimal) -> Result<Stated, Refusal> {
    let whole_number = |value: &Decimal| value.as_written().parse::<u64>().ok();
    let (part, whole) = whole_number(part).zip(whole_number(whole)).ok_or(Refusal::NotAFigure {})?;
    // So small that nothing overflows, and larger than any "1 in N" that is said.
    if whole == 0 || part > whole || whole > 1_000_000_000 {
        return Err(Refusal::NotAFigure {});
    }
    let exact = (part * 10_000).is_multiple_of(whole);
    let comparator = match (exact, comparator) {
        (true, comparator) => comparator,
        (false, Comparator::Eq | Comparator::Approx) => Comparator::Approx,
        (false, _) => return Err(Refusal::NotAFigure {}),
    };
    let (digits, decimals) = if exact { (part * 10_000 / whole, 4) } else { significant(part, whole) };
    let written =
        format!("{}.{:0decimals$}", digits / 10_u64.pow(decimals as u32), digits % 10_u64.pow(decimals as u32));
    let written = written.trim_end_matches('0').trim_end_matches('.');
    number(comparator, written.parse().map_err(|_| Refusal::NotAFigure {})?, Some("share".to_owned()))
}

/// Four significant digits of a share, half up, and how many stand after the point.
fn significant(part: u64, whole: u64) -> (u64, usize) {
    let mut decimals = 4;
    while decimals < 9 && part * 10_u64.pow(decimals as u32) / whole < 1_000 {
        decimals += 1;
    }
    let scaled = u128::from(part) * 10_u128.pow(decimals as u32) * 2 + u128::from(whole);
    ((scaled / (2 * u128::from(whole))) as u64, decimals)
}

/// A number in its plain form, where there is one way to read it.
pub fn plain(written: &str, comma: Comma) -> Result<Decimal, Refusal> {
    let points = written.matches('.').count();
    let commas = written.matches(',').count();
    let grouped = || {
        let whole = written.split('.').next().unwrap_or_default().trim_start_matches('-');
        let mut groups = whole.split(',');
        groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3)
    };
    let without_groups = || written.replace(',', "");
    let plain = match (commas, points, comma) {
        (0, 0 | 1, _) => written.to_owned(),
        (0, ..) => return Err(Refusal::NotAFigure {}),
        (1, 0, Comma::Decimal) => written.replace(',', "."),
        (1, 0, Comma::Unknown) if grouped() => return Err(Refusal::AmbiguousComma {}),
        (1, 0, Comma::Unknown) => written.replace(',', "."),
        (_, 0 | 1, Comma::Thousands | Comma::Unknown) if grouped() => without_groups(),
        _ => return Err(Refusal::AmbiguousComma {}),
    };
    plain.parse().map_err(|_| Refusal::NotAFigure {})
}

/// A number with its point moved to the right: exact, digit by digit. None where the number has more digits than can be kept.
pub fn shifted(value: &Decimal, zeros: usize) -> Option<Decimal> {
    let (whole, fraction) = value.as_written().split_once('.').unwrap_or((value.as_written(), ""));
    let moved: String = fraction.chars().chain(std::iter::repeat('0')).take(zeros).collect();
    let left = fraction.get(zeros..).unwrap_or_default();
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let joined = format!("{digits}{moved}");
    let joined = joined.trim_start_matches('0');
    let joined = if joined.is_empty() { "0" } else { joined };
    let written = if left.is_empty() { format!("{sign}{joined}") } else { format!("{sign}{joined}.{left}") };
    written.parse().ok()
}
