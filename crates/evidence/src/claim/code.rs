//! What a check can answer: verdicts, the codes that explain them, and the reasons for refusing a figure.

use crate::observation::ObservationId;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its code in tables and JSON.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a code.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

codes! {
    /// What the evidence makes of a claim.
    Verdict {
        /// The evidence says the same.
        Consistent = "consistent",
        /// True as far as it goes, and silent about what changes its meaning.
        ConsistentIncomplete = "consistent_incomplete",
        /// The evidence excludes it.
        Contradicted = "contradicted",
        /// Some evidence says the same, some excludes it: a person must look.
        Disputed = "disputed",
        /// It does not agree with its own numbers.
        InternallyInconsistent = "internally_inconsistent",
        /// There are figures, and none may be laid beside it.
        NotComparable = "not_comparable",
        /// Nothing in the room can decide it.
        Unverifiable = "unverifiable",
    }
}

codes! {
    /// Why the verdict is what it is. Each has a sentence in every language.
    Code {
        /// The parts add up as stated.
        ArithmeticOk = "ARITHMETIC_OK",
        /// The parts do not add up as stated.
        ArithmeticFails = "ARITHMETIC_FAILS",
        /// Agrees once rounded as the claim is.
        Rounding = "ROUNDING",
        /// A figure of the same quantity is the same.
        ValueMatch = "VALUE_MATCH",
        /// The share follows from published counts.
        ShareComputed = "SHARE_COMPUTED",
        /// The stated threshold is met.
        ThresholdMet = "THRESHOLD_MET",
        /// Value and change together imply an earlier value that nobody published.
        ChangeImpliesBase = "CHANGE_IMPLIES_BASE",
        /// The published figures go the stated way.
        TrendConfirmed = "TREND_CONFIRMED",
        /// The published figures do not go the stated way.
        TrendNotConfirmed = "TREND_NOT_CONFIRMED",
        /// Two points are called a trend.
        TwoPointsOnly = "TWO_POINTS_ONLY",
        /// Counts cannot show a cause.
        CauseNotTestable = "CAUSE_NOT_TESTABLE",
        /// The figure is the claimant's own about its own work.
        SelfReport = "SELF_REPORT",
        /// Nobody else published this quantity.
        NoIndependentEvidence = "NO_INDEPENDENT_EVIDENCE",
        /// No figure of this quantity can be used.
        NoCompatibleEvidence = "NO_COMPATIBLE_EVIDENCE",
        /// The nearest figures count something else.
        DefinitionDiffers = "DEFINITION_DIFFERS",
        /// Only figures of an overlapping quantity point the same way.
        IndicativeOnly = "INDICATIVE_ONLY",
        /// A broader measure of the same thing is many times larger.
        BroaderMeasureLarger = "BROADER_MEASURE_LARGER",
        /// The evidence gives a lower bound and no more.
        LowerBoundOnly = "LOWER_BOUND_ONLY",
        /// The value is that of a part.
        NarrowerPresentedAsWhole = "NARROWER_PRESENTED_AS_WHOLE",
        /// Only a part of the period is counted.
        PartialPeriod = "PARTIAL_PERIOD",
        /// The claim does not say when.
        PeriodUnknown = "PERIOD_UNKNOWN",
        /// A part of a period stands against a whole one.
        PartialVsFull = "PARTIAL_VS_FULL",
        /// The periods have different lengths.
        PeriodLengthDiffers = "PERIOD_LENGTH_DIFFERS",
        /// The figures count different groups of offences.
        OffenceGroupDiffers = "OFFENCE_GROUP_DIFFERS",
        /// The figures belong to series that a break separates.
        SeriesBreak = "SERIES_BREAK",
        /// The ranks count different sets.
        RankSetDiffers = "RANK_SET_DIFFERS",
        /// A flow stands against a stock.
        FlowVsStock = "FLOW_VS_STOCK",
        /// Flow and stock imply an odd duration.
        ImplausibleRatio = "IMPLAUSIBLE_RATIO",
        /// Part and whole come from different series.
        PartFromOtherSeries = "PART_FROM_OTHER_SERIES",
        /// A figure of the same quantity is another.
        ValueMismatch = "VALUE_MISMATCH",
        /// The stated threshold is not met.
        ThresholdNotMet = "THRESHOLD_NOT_MET",
        /// A part alone is already more than the claim allows.
        LowerBoundExceeds = "LOWER_BOUND_EXCEEDS",
        /// The whole is less than the claim needs.
        UpperBoundBelow = "UPPER_BOUND_BELOW",
        /// What it is compared with was not published.
        BaseMissing = "BASE_MISSING",
        /// Nothing is known of how the sample was drawn.
        SampleUnknown = "SAMPLE_UNKNOWN",
        /// The figure is repeated from a source that was not seen.
        SecondHand = "SECOND_HAND",
        /// A later figure has taken its place.
        Superseded = "SUPERSEDED",
        /// The figure was revised after the claim was made.
        RevisedSince = "REVISED_SINCE",
        /// Only the first stage is counted; later stages are fewer.
        EarliestStage = "EARLIEST_STAGE",
        /// A part is stated without the whole it is a part of.
        NumeratorOnly = "NUMERATOR_ONLY",
        /// Begun in another year, the figures go the other way.
        BaseYearReverses = "BASE_YEAR_REVERSES",
        /// In another group the conclusion is the opposite.
        SubgroupReverses = "SUBGROUP_REVERSES",
    }
}

codes! {
    /// Why a figure is not laid beside a claim.
    Reason {
        /// The claim does not say when, so no period fits.
        PeriodUnknown = "period_unknown",
        /// It speaks about another time.
        OtherPeriod = "other_period",
        /// It counts another group.
        OtherSubgroup = "other_subgroup",
        /// A break lies between the series.
        SeriesBreak = "series_break",
        /// It is a flow and the claim a stock, or the reverse.
        FlowVsStock = "flow_vs_stock",
        /// The graph says that the two cannot be compared.
        NotComparable = "not_comparable",
        /// It belongs to another series of estimates.
        OtherSeries = "other_series",
        /// It counts part of a period, the other all of one.
        PartialVsFull = "partial_vs_full",
        /// The periods have different lengths.
        PeriodLengthDiffers = "period_length_differs",
        /// It counts another group of offences.
        OffenceGroupDiffers = "offence_group_differs",
        /// We computed it; it is no one's published figure.
        Derived = "derived",
        /// An estimate without an interval is no bound.
        NoInterval = "no_interval",
        /// The claim itself, repeated from a source that was not seen.
        SecondHand = "second_hand",
        /// It states no number.
        NoNumber = "no_number",
        /// Its unit cannot be converted.
        OtherUnit = "other_unit",
    }
}

impl Reason {
    /// Whether the figure would speak about the claimed thing if only it were defined alike: then the claim is not
    /// comparable rather than unverifiable.
    pub fn is_definition(self) -> bool {
        matches!(
            self,
            Self::SeriesBreak
                | Self::FlowVsStock
                | Self::NotComparable
                | Self::OtherSeries
                | Self::PartialVsFull
                | Self::PeriodLengthDiffers
                | Self::OffenceGroupDiffers
        )
    }
}

/// A code with what its sentence needs to name.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The code.
    pub code: Code,
    /// The observations it speaks about.
    pub about: Vec<ObservationId>,
    /// A number of its sentence: the computed share, the ratio, the implied base.
    pub number: Option<f64>,
}

impl Finding {
    /// A code by itself.
    pub fn plain(code: Code) -> Self {
        Self { code, about: Vec::new(), number: None }
    }

    /// A code about observations.
    pub fn about<'a>(code: Code, about: impl IntoIterator<Item = &'a ObservationId>) -> Self {
        Self { code, about: about.into_iter().cloned().collect(), number: None }
    }

    /// The same with a number.
    pub fn with(self, number: f64) -> Self {
        Self { number: Some(number), ..self }
    }
}
