//! What a snapshot says, ready to be shown: texts in one language, and for each the derivation behind it.

use pana_text::Lang;
use serde::Serialize;

/// The snapshot of a country in an edition, in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Snapshot {
    /// The form of this document: `pana-snapshot-1`.
    pub schema: &'static str,
    /// The language of all texts.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// The country.
    pub country: Named,
    /// The region of the index.
    pub region: Named,
    /// The edition.
    pub edition: EditionShown,
    /// The figures at a glance.
    pub key_figures: Vec<Stated>,
    /// How many, and where that stands.
    pub scale: Section,
    /// The region by prevalence and by number.
    pub maps: Vec<MapShown>,
    /// How vulnerable, against the region.
    pub vulnerability: Comparison,
    /// What the government does, against the region.
    pub response: Comparison,
    /// Negative indicators that are met.
    pub negatives: Negatives,
    /// What was recommended, and what the indicators suggest.
    pub recommendations: Recommendations,
    /// What the figures do not tell.
    pub limits: Section,
    /// How each figure and sentence was made.
    pub derivations: Vec<Derivation>,
    /// Every source used.
    pub sources: Vec<SourceShown>,
}

/// A thing with its code.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    /// Its code: ISO 3166-1 alpha-3 for a country.
    pub code: String,
    /// Our name of the place.
    pub place: String,
    /// Its name in the reader's language.
    pub name: String,
}

/// The edition a snapshot shows.
#[derive(Clone, Debug, Serialize)]
pub struct EditionShown {
    /// Its ruleset: `gsi-2023`.
    pub id: String,
    /// The edition: `2023`.
    pub edition: String,
    /// Its title.
    pub title: String,
    /// The year its estimates speak about.
    pub reference_year: i16,
    /// The year of its population figure.
    pub population_year: i16,
}

/// A figure as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct Stated {
    /// Which: `prevalence`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Unrounded; absent where nothing was published.
    pub value: Option<f64>,
    /// As shown: `11.1`, `fewer than 1,000`, `not published`.
    pub text: String,
    /// The unit or the frame of the figure: `per 1,000 people`, `of 160 countries`.
    pub unit: String,
    /// Its derivation.
    pub derivation: String,
}

/// A sentence that a rule chose.
#[derive(Clone, Debug, Serialize)]
pub struct Sentence {
    /// Which: `vulnerability-vs-region`.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// Its derivation.
    pub derivation: String,
}

/// A heading with sentences.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// The sentences.
    pub sentences: Vec<Sentence>,
}

/// A map of the region.
#[derive(Clone, Debug, Serialize)]
pub struct MapShown {
    /// `prevalence` or `number`.
    pub id: String,
    /// The title.
    pub title: String,
    /// What the map shows, in words.
    pub description: String,
    /// The unit of the values.
    pub unit: String,
    /// The drawing.
    #[serde(skip)]
    pub svg: String,
    /// Class number and its range in words, palest first; class 0 is "no estimate".
    pub legend: Vec<(u8, String)>,
    /// The table behind the map, largest value first.
    pub rows: Vec<MapRow>,
}

/// A country of a map.
#[derive(Clone, Debug, Serialize)]
pub struct MapRow {
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Unrounded; absent where nothing was published.
    pub value: Option<f64>,
    /// As shown.
    pub text: String,
    /// Its class on the map.
    pub class: u8,
    /// Whether the snapshot is about it.
    pub here: bool,
}

/// A score against the regional mean, in total and in parts.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// The heading.
    pub heading: String,
    /// The sentences.
    pub sentences: Vec<Sentence>,
    /// The total.
    pub total: Option<Bar>,
    /// The parts: dimensions or milestones.
    pub bars: Vec<Bar>,
    /// What the chart shows, in words.
    pub description: String,
    /// The drawing.
    #[serde(skip)]
    pub svg: String,
}

/// A country's score beside the mean of its region.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// Which: `governance`, `m1`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The country's score, unrounded.
    pub value: f64,
    /// As shown.
    pub text: String,
    /// The unweighted mean of the region, unrounded.
    pub mean: f64,
    /// As shown.
    pub mean_text: String,
    /// Value minus mean, as shown: `+17.0`.
    pub difference_text: String,
    /// The derivation.
    pub derivation: String,
}

/// Negative indicators, shown in their own right: most of them do not show in the total.
#[derive(Clone, Debug, Serialize)]
pub struct Negatives {
    /// The heading.
    pub heading: String,
    /// What they are, or why they cannot be shown.
    pub lead: String,
    /// Those that are met.
    pub met: Vec<NegativeShown>,
}

/// A negative indicator that is met.
#[derive(Clone, Debug, Serialize)]
pub struct NegativeShown {
    /// Its code.
    pub code: String,
    /// What it says.
    pub name: String,
    /// What it costs, in words.
    pub cost: String,
    /// Its derivation.
    pub derivation: String,
}

/// Recommendations.
#[derive(Clone, Debug, Serialize)]
pub struct Recommendations {
    /// The heading.
    pub heading: String,
    /// The heading of the published ones.
    pub published_heading: String,
    /// What a source recommends.
    pub published: Vec<Recommended>,
    /// The heading of the candidates.
    pub candidates_heading: String,
    /// What the candidates are, or why there are none.
    pub candidates_lead: String,
    /// Activities that could be completed, the least remaining first.
    pub candidates: Vec<CandidateShown>,
}

/// A published recommendation.
#[derive(Clone, Debug, Serialize)]
pub struct Recommended {
    /// Our name of it.
    pub id: String,
    /// Paraphrase.
    pub text: String,
    /// The indicators it traces to.
    pub indicators: Vec<TracedIndicator>,
    /// Its derivation.
    pub derivation: String,
}

/// An indicator a recommendation traces to.
#[derive(Clone, Debug, Serialize)]
pub struct TracedIndicator {
    /// Its code.
    pub code: String,
    /// What it says.
    pub name: String,
    /// How it is rated, in words.
    pub rating: String,
}

/// An activity that would be complete if the named indicators changed.
#[derive(Clone, Debug, Serialize)]
pub struct CandidateShown {
    /// The activity's code.
    pub code: String,
    /// Its milestone and number with its name.
    pub activity: String,
    /// The milestone's short name.
    pub milestone: String,
    /// What must change.
    pub remaining: Vec<TracedIndicator>,
    /// By how much the total would move, in points of the total's percent.
    pub gain: f64,
    /// As shown: `46.2 → 48.7`.
    pub gain_text: String,
    /// Its derivation.
    pub derivation: String,
}

/// How a figure or sentence was made.
#[derive(Clone, Debug, Serialize)]
pub struct Derivation {
    /// Its name, which is also its anchor.
    pub id: String,
    /// What it derives, as shown.
    pub statement: String,
    /// Whether the source published it or we computed it.
    pub kind: DerivationKind,
    /// The kind in words.
    pub kind_text: String,
    /// The rule, in words.
    pub rule: String,
    /// The rule with numbers; empty for a published figure.
    pub formula: String,
    /// The values it started from.
    pub inputs: Vec<Input>,
}

/// Published or computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DerivationKind {
    /// The source printed it; we only rounded it.
    Published,
    /// We computed it from published values.
    Computed,
    /// A statement about the method or the data.
    Stated,
}

/// A value a derivation started from.
#[derive(Clone, Debug, Serialize)]
pub struct Input {
    /// What it is.
    pub label: String,
    /// The value, unrounded.
    pub value: String,
    /// Its observation.
    pub observation: Option<String>,
    /// Its source.
    pub source: Option<String>,
    /// Where in the source.
    pub locator: String,
}

/// A source as it is cited.
#[derive(Clone, Debug, Serialize)]
pub struct SourceShown {
    /// Our name of it.
    pub id: String,
    /// Title as published.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Year or date, as stated.
    pub published: String,
    /// Address.
    pub url: Option<String>,
    /// What to bear in mind.
    pub note: Option<String>,
}

impl Snapshot {
    /// A key figure by name.
    pub fn key_figure(&self, id: &str) -> Option<&Stated> {
        self.key_figures.iter().find(|figure| figure.id == id)
    }
}
