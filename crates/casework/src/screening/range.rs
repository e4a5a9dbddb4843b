//! Range: what the ILO rule gives while questions are open. Lower end: open counts as no; upper end: open counts as yes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Answers};
use super::count::Count;
use super::ilo::{Dimension, Line, Pattern, Told};
use super::instrument::{Instrument, Item, Rule};

/// One dimension with what was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DimensionResult {
    /// The dimension.
    pub dimension: Dimension,
    /// Indicators answered yes.
    pub yes: Count,
    /// Indicators still open.
    pub open: Count,
    /// Positive with what is known.
    pub low: bool,
    /// Positive if every open question were a yes.
    pub high: bool,
}

/// The lower and upper end, and every line that may come out in between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// With open counted as no.
    pub low: Told,
    /// With open counted as yes.
    pub high: Told,
    /// Every line that some way of answering the open questions gives.
    pub possible: BTreeSet<Told>,
}

/// An open question that matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenQuestion {
    /// The item.
    pub item: String,
    /// Whether a yes or a no to it alone already moves the range; otherwise it matters together with others.
    pub at_once: bool,
}

/// What the ILO rule says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IloResult {
    /// The six dimensions.
    pub dimensions: Vec<DimensionResult>,
    /// The range; nothing where no question was answered yes or no, for that is unknown and not negative.
    pub range: Option<Range>,
    /// Open questions whose answer may change the result, in the order of the instrument.
    pub would_change: Vec<OpenQuestion>,
}

/// The result of an instrument with an ILO rule; nothing for another rule.
pub fn of(instrument: &Instrument, answers: &Answers) -> Option<IloResult> {
    let sheet = Sheet::of(instrument, answers)?;
    let answered = instrument.items.iter().any(|item| !answers.to(&item.id).is_open());
    let range = answered.then(|| sheet.range());
    let would_change = instrument.items.iter().filter(|item| answers.to(&item.id).is_open());
    let would_change = would_change.filter_map(|item| sheet.question(item, instrument, answers)).collect();
    Some(IloResult { dimensions: sheet.dimensions.to_vec(), range, would_change })
}

/// The answers, counted.
#[derive(Clone, Copy)]
struct Sheet {
    dimensions: [DimensionResult; 6],
    /// The answer to the question for the act; an adult has none.
    act: Option<Answer>,
}

impl Sheet {
    fn of(instrument: &Instrument, answers: &Answers) -> Option<Self> {
        let act = match &instrument.rule {
            Rule::IloAdult => None,
            Rule::IloChild { act } => Some(act),
            Rule::AnyYes | Rule::Criteria { .. } | Rule::Reviewer => return None,
        };
        let empty = |dimension| DimensionResult {
            dimension,
            yes: Count::default(),
            open: Count::default(),
            low: false,
            high: false,
        };
        let mut dimensions = [
            empty(Dimension::DeceptiveRecruitment),
            empty(Dimension::CoerciveRecruitment),
            empty(Dimension::RecruitmentVulnerability),
            empty(Dimension::Exploitation),
            empty(Dimension::CoercionAtDestination),
            empty(Dimension::DestinationVulnerability),
        ];
        for result in &mut dimensions {
            for item in instrument.items.iter().filter(|item| item.group == result.dimension.name()) {
                let Some(weight) = item.weight else { continue };
                match answers.to(&item.id) {
                    Answer::Yes => result.yes = result.yes.with(weight),
                    Answer::No => {}
                    Answer::Unknown | Answer::Declined | Answer::NotAsked => result.open = result.open.with(weight),
                }
            }
            result.low = result.yes.is_positive();
            result.high = result.yes.and(result.open).is_positive();
        }
        Some(Self { dimensions, act: act.map(|id| answers.to(id)) })
    }

    fn line(&self, pattern: Pattern) -> Line {
        if self.act.is_some() { Line::child(pattern) } else { Line::adult(pattern) }
    }

    /// What is positive for certain, and what may be.
    fn ends(&self) -> (Pattern, Pattern) {
        let act = self.act.unwrap_or(Answer::No);
        let low = Pattern { dimensions: self.dimensions.map(|result| result.low), act: act == Answer::Yes };
        let high = Pattern { dimensions: self.dimensions.map(|result| result.high), act: act != Answer::No };
        (low, high)
    }

    /// Every pattern that some way of answering gives. The dimensions share no item, so each combination of them can happen.
    fn patterns(&self) -> impl Iterator<Item = Pattern> {
        let (low, high) = self.ends();
        let pattern = |bits: u8| {
            let bit = |place: usize| bits >> place & 1 == 1;
            Pattern { dimensions: std::array::from_fn(bit), act: bit(6) }
        };
        let between = move |pattern: &Pattern| {
            let flags = pattern.dimensions.into_iter().chain([pattern.act]);
            let lows = low.dimensions.into_iter().chain([low.act]);
            let highs = high.dimensions.into_iter().chain([high.act]);
            flags.zip(lows.zip(highs)).all(|(flag, (low, high))| low <= flag && flag <= high)
        };
        (0..128).map(pattern).filter(between)
    }

    fn range(&self) -> Range {
        let (low, high) = self.ends();
        let possible = self.patterns().map(|pattern| self.line(pattern).into()).collect();
        Range { low: self.line(low).into(), high: self.line(high).into(), possible }
    }

    /// Whether an open item matters: some way of answering the others leaves the result to it.
    fn question(&self, item: &Item, instrument: &Instrument, answers: &Answers) -> Option<OpenQuestion> {
        let place =
            self.dimensions.iter().position(|result| result.dimension.name() == item.group && item.weight.is_some());
        let decides = match (place, item.weight) {
            (Some(place), Some(weight)) => {
                let result = self.dimensions[place];
                let others = others(result.open, weight);
                let turns = others.up_to().any(|more| {
                    let without = result.yes.and(more);
                    !without.is_positive() && without.with(weight).is_positive()
                });
                turns && self.turned_by(|pattern, flag| pattern.dimensions[place] = flag)
            }
            _ => self.act.is_some() && self.turned_by(|pattern, flag| pattern.act = flag),
        };
        decides.then(|| OpenQuestion { item: item.id.clone(), at_once: self.moves_at_once(item, instrument, answers) })
    }

    fn turned_by(&self, set: impl Fn(&mut Pattern, bool)) -> bool {
        self.patterns().any(|pattern| {
            let (mut without, mut with) = (pattern, pattern);
            set(&mut without, false);
            set(&mut with, true);
            self.line(without) != self.line(with)
        })
    }

    fn moves_at_once(&self, item: &Item, instrument: &Instrument, answers: &Answers) -> bool {
        let ends = |sheet: &Self| {
            let (low, high) = sheet.ends();
            (sheet.line(low), sheet.line(high))
        };
        [Answer::Yes, Answer::No].into_iter().any(|answer| {
            let mut answered = answers.clone();
            answered.0.insert(item.id.clone(), answer);
            Self::of(instrument, &answered).is_some_and(|sheet| ends(&sheet) != ends(self))
        })
    }
}

/// The open questions of a dimension without one of this weight.
fn others(mut open: Count, weight: super::Weight) -> Count {
    let count = match weight {
        super::Weight::Strong => &mut open.strong,
        super::Weight::Medium => &mut open.medium,
        super::Weight::Weak => &mut open.weak,
    };
    *count = count.saturating_sub(1);
    open
}
