//! What an observation says: a number with its comparator, a range, a category, or that nothing is stated.

use crate::decimal::Decimal;

/// How a stated number relates to the true one. "More than 100" is `Gt 100`, never 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparator {
    /// Exactly this.
    Eq,
    /// About this.
    Approx,
    /// More than this.
    Gt,
    /// This or more.
    Ge,
    /// Less than this.
    Lt,
    /// This or less.
    Le,
    /// Between two numbers.
    Between,
}

impl Comparator {
    /// Every comparator, with the code the tables use.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Eq, "eq"),
        (Self::Approx, "approx"),
        (Self::Gt, "gt"),
        (Self::Ge, "ge"),
        (Self::Lt, "lt"),
        (Self::Le, "le"),
        (Self::Between, "between"),
    ];

    /// The comparator of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(comparator, _)| *comparator)
    }

    /// The code the tables use.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).expect("ALL lists every comparator").1
    }
}

/// The content of an observation. Exactly one of the four, so that a category can never be added up and what is not stated
/// can never be read as nought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// One number. `scale` holds the ends of a score's scale where the source states them; it is not an interval.
    Number {
        /// How the number relates to the true one.
        comparator: Comparator,
        /// The number as written.
        value: Decimal,
        /// The ends of the scale of a score.
        scale: Option<(Decimal, Decimal)>,
    },
    /// A range, or an order of magnitude with one known end and the source's words ("millions").
    Range {
        /// `Between`, or `Ge`/`Le` when one end is open.
        comparator: Comparator,
        /// The lower end.
        lower: Option<Decimal>,
        /// The upper end.
        upper: Option<Decimal>,
        /// The words of the source.
        words: Option<String>,
    },
    /// A category in words.
    Category(String),
    /// The source was asked and states nothing: SDMX observation status `O`, missing value. Unknown is not zero.
    NotStated,
}

/// Why five cells do not make a [`Figure`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAFigure {
    /// Nothing is stated.
    #[error("no value, no range and no text: an observation states something")]
    Empty,
    /// A comparator that does not fit.
    #[error(
        "the comparator `{0}` does not fit this value; a category takes `eq`, a range with two ends takes `between`"
    )]
    Comparator(&'static str),
    /// A range upside down.
    #[error("the lower end {0} is above the upper end {1}")]
    UpsideDown(String, String),
    /// A value beside words.
    #[error("a number and a text are both given; keep one of them")]
    NumberAndText,
}

impl Figure {
    /// Builds the figure of a row from its cells; see the table's column notes for the combinations that occur.
    pub fn from_cells(
        comparator: Comparator,
        value: Option<Decimal>,
        lower: Option<Decimal>,
        upper: Option<Decimal>,
        text: Option<String>,
    ) -> Result<Self, NotAFigure> {
        if let (Some(low), Some(high)) = (&lower, &upper)
            && low.value() > high.value()
        {
            return Err(NotAFigure::UpsideDown(low.to_string(), high.to_string()));
        }
        match (value, lower, upper, text) {
            (Some(_), _, _, Some(_)) => Err(NotAFigure::NumberAndText),
            (Some(_), ..) if comparator == Comparator::Between => Err(NotAFigure::Comparator("between")),
            (Some(value), Some(low), Some(high), None) => {
                Ok(Self::Number { comparator, value, scale: Some((low, high)) })
            }
            (Some(value), None, None, None) => Ok(Self::Number { comparator, value, scale: None }),
            (Some(_), ..) => Err(NotAFigure::Comparator(comparator.code())),
            (None, None, None, None) => Err(NotAFigure::Empty),
            (None, None, None, Some(text)) if comparator == Comparator::Eq => Ok(Self::Category(text)),
            (None, None, None, Some(_)) => Err(NotAFigure::Comparator(comparator.code())),
            (None, lower, upper, words) => Self::range(comparator, lower, upper, words),
        }
    }

    fn range(
        comparator: Comparator,
        lower: Option<Decimal>,
        upper: Option<Decimal>,
        words: Option<String>,
    ) -> Result<Self, NotAFigure> {
        let fits = match comparator {
            Comparator::Between => lower.is_some() && upper.is_some(),
            Comparator::Ge | Comparator::Gt => lower.is_some() && upper.is_none(),
            Comparator::Le | Comparator::Lt => lower.is_none() && upper.is_some(),
            Comparator::Eq | Comparator::Approx => false,
        };
        if fits {
            Ok(Self::Range { comparator, lower, upper, words })
        } else {
            Err(NotAFigure::Comparator(comparator.code()))
        }
    }

    /// The comparator of the row.
    pub fn comparator(&self) -> Comparator {
        match self {
            Self::Number { comparator, .. } | Self::Range { comparator, .. } => *comparator,
            Self::Category(_) | Self::NotStated => Comparator::Eq,
        }
    }

    /// The number, where one number is stated, whatever its comparator.
    pub fn number(&self) -> Option<&Decimal> {
        match self {
            Self::Number { value, .. } => Some(value),
            Self::Range { .. } | Self::Category(_) | Self::NotStated => None,
        }
    }

    /// The number, where it is stated as equal or about equal: what a chart may draw as a point.
    pub fn point(&self) -> Option<f64> {
        match self {
            Self::Number { comparator: Comparator::Eq | Comparator::Approx, value, .. } => Some(value.value()),
            _ => None,
        }
    }

    /// The cells `value, value_lower, value_upper, value_text` this figure was read from.
    pub fn cells(&self) -> [Option<String>; 4] {
        let text = |decimal: &Option<Decimal>| decimal.as_ref().map(ToString::to_string);
        match self {
            Self::Number { value, scale, .. } => {
                let (low, high) = scale.clone().map_or((None, None), |(low, high)| (Some(low), Some(high)));
                [Some(value.to_string()), text(&low), text(&high), None]
            }
            Self::Range { lower, upper, words, .. } => [None, text(lower), text(upper), words.clone()],
            Self::Category(category) => [None, None, None, Some(category.clone())],
            Self::NotStated => [None, None, None, None],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(written: &str) -> Option<Decimal> {
        Some(written.parse().expect("a number"))
    }

    #[test]
    fn more_than_a_hundred_is_not_a_hundred() {
        let figure = Figure::from_cells(Comparator::Gt, number("100"), None, None, None).expect("a figure");
        assert_eq!(figure.comparator(), Comparator::Gt);
        assert_eq!(figure.point(), None);
    }

    #[test]
    fn a_figure_gives_its_cells_back() {
        let cells = [
            (Comparator::Eq, number("42"), number("0"), number("100"), None),
            (Comparator::Between, None, number("300000"), number("1500000"), None),
            (Comparator::Ge, None, number("1000000"), None, Some("millions".to_owned())),
            (Comparator::Eq, None, None, None, Some("above average".to_owned())),
        ];
        for (comparator, value, lower, upper, text) in cells {
            let written = [&value, &lower, &upper].map(|d| d.as_ref().map(ToString::to_string));
            let figure = Figure::from_cells(comparator, value, lower, upper, text.clone()).expect("a figure");
            assert_eq!(figure.cells()[..3], written);
            assert_eq!(figure.cells()[3], text);
            assert_eq!(figure.comparator(), comparator);
        }
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        assert_eq!(Figure::from_cells(Comparator::Eq, None, None, None, None), Err(NotAFigure::Empty));
        let down = Figure::from_cells(Comparator::Between, None, number("9"), number("1"), None);
        assert_eq!(down, Err(NotAFigure::UpsideDown("9".into(), "1".into())));
        assert_eq!(
            Figure::from_cells(Comparator::Gt, None, None, None, Some("many".into())),
            Err(NotAFigure::Comparator("gt"))
        );
        assert_eq!(
            Figure::from_cells(Comparator::Eq, number("1"), None, None, Some("x".into())),
            Err(NotAFigure::NumberAndText)
        );
    }
}
