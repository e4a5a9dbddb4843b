//! What an instrument's own rule makes of the answers, in words: a range where questions are open, never a number that the instrument
//! does not define.

use pana_casework::screening::count::Count;
use pana_casework::screening::ilo;
use pana_casework::screening::range::{DimensionResult, IloResult};
use pana_casework::screening::{Finding, Instrument, Screening, ScreeningRefusal};

use crate::casework::frame::Frame;

/// The result.
#[derive(Default)]
pub struct Told {
    /// In a sentence.
    pub said: String,
    /// Every line that may come out, with who says so.
    pub lines: Vec<(String, String)>,
    /// The dimensions, where the instrument has them.
    pub dimensions: Vec<Dimension>,
    /// Open questions that may change the result; whether one alone does.
    pub open: Vec<(String, bool)>,
    /// What was answered yes, where that is all the rule looks at.
    pub yes: Vec<String>,
    /// What the answers lead to.
    pub leads: Option<String>,
}

/// One dimension.
pub struct Dimension {
    /// What it is called.
    pub name: String,
    /// Indicators answered yes: strong, medium, weak.
    pub yes: [u16; 3],
    /// Indicators that are open, likewise.
    pub open: [u16; 3],
    /// Positive, negative or open.
    pub state: String,
}

/// The result in a sentence.
pub fn said(frame: &Frame<'_>, finding: Result<&Finding, &ScreeningRefusal>) -> String {
    match finding {
        Err(refusal) => frame.t(refusal.key()),
        Ok(Finding::Ilo(result)) => range(frame, result),
        Ok(Finding::AnyYes { yes, .. }) if yes.is_empty() => frame.t("screening-no-yes"),
        Ok(Finding::AnyYes { .. }) => frame.t("screening-offer"),
        Ok(Finding::Criteria(met)) => frame.t(match (met.low, met.high) {
            (true, _) => "screening-criteria-met",
            (false, true) => "screening-criteria-open",
            (false, false) => "screening-criteria-not-met",
        }),
        Ok(Finding::Unknown) => frame.t("screening-result-unknown"),
        Ok(Finding::Reviewer) => frame.t("screening-reviewer"),
    }
}

fn range(frame: &Frame<'_>, result: &IloResult) -> String {
    let Some(range) = &result.range else { return frame.t("screening-result-unknown") };
    if range.low == range.high {
        return frame.t(&range.low.line.key());
    }
    frame.t2("screening-range", ("low", &frame.t(&range.low.line.key())), ("high", &frame.t(&range.high.line.key())))
}

/// The result of a screening.
pub fn told(frame: &Frame<'_>, instrument: Option<&Instrument>, screening: &Screening) -> Told {
    let Some(instrument) = instrument else {
        return Told { said: frame.t("screening-refusal-other-instrument"), ..Told::default() };
    };
    let finding = screening.finding(instrument);
    let text = |id: &String| instrument.item(id).map(|item| frame.t(&instrument.item_key(item))).unwrap_or_default();
    let mut told = Told { said: said(frame, finding.as_ref()), ..Told::default() };
    match &finding {
        Ok(Finding::Ilo(result)) => {
            let lines = result.range.iter().flat_map(|range| &range.possible);
            told.lines =
                lines.map(|told: &ilo::Told| (frame.t(&told.line.key()), frame.t(&told.origin.key()))).collect();
            told.dimensions = result.dimensions.iter().map(|result| dimension(frame, result)).collect();
            told.open = result.would_change.iter().map(|open| (text(&open.item), open.at_once)).collect();
        }
        Ok(Finding::AnyYes { yes, open }) => {
            told.yes = yes.iter().map(text).collect();
            told.open = match yes.is_empty() {
                true => open.iter().map(|item| (text(item), true)).collect(),
                false => Vec::new(),
            };
            told.leads = Some(frame.t("screening-no-score"));
        }
        Ok(Finding::Reviewer) => told.leads = Some(frame.t("screening-no-score")),
        _ => {}
    }
    told
}

fn dimension(frame: &Frame<'_>, result: &DimensionResult) -> Dimension {
    let counts = |count: Count| [count.strong, count.medium, count.weak];
    let state = match (result.low, result.high) {
        (true, _) => "screening-dimension-positive",
        (false, true) => "screening-dimension-open",
        (false, false) => "screening-dimension-negative",
    };
    Dimension {
        name: frame.t(&result.dimension.key()),
        yes: counts(result.yes),
        open: counts(result.open),
        state: frame.t(state),
    }
}
