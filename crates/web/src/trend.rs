//! Trend: the chart of an indicator at a place, its editions side by side, and the sentence that says what may be read from it.

use pana_evidence::trend::{Break, Refusal, Segment, family, segment, trend};
use pana_evidence::{Comparator, Coverage, Figure, Indicator, Observation, Place, RelationKind, Room, Standing};
use pana_publish::chart::{Mark, Point, Series, Timeline};
use pana_publish::figures::Dress;
use pana_publish::svg::Alt;
use pana_text::Words;

use pana_publish::figure::Written;
use pana_publish::said::{self, Said};

/// The chart and what may be said about it.
pub struct Trend {
    /// The drawing; empty where fewer than two figures can be drawn.
    pub drawing: String,
    /// The same for a narrow screen.
    pub narrow: String,
    /// What the drawing shows, in short.
    pub title: String,
    /// Why no trend is stated; empty where one may be.
    pub refusal: Option<Refused>,
    /// What may be read from the figures, where nothing was refused.
    pub remark: Option<String>,
}

/// A trend that was refused.
pub struct Refused {
    /// Which.
    pub what: String,
    /// Where the series breaks, and why.
    pub breaks: Vec<String>,
}

/// Width of the chart in pixels, on a page and on the screen of a telephone.
const WIDTH: f64 = 640.0;
const NARROW: f64 = 330.0;

impl Trend {
    /// The figures of an indicator and its predecessors about a place.
    pub fn new(words: &Words, room: &Room, indicator: &Indicator, place: &Place) -> Self {
        let ids = family(room, &indicator.id);
        let mut series: Vec<Series> =
            ids.into_iter().filter_map(|id| series(words, room, room.indicator(&id)?, place)).collect();
        series.sort_by_key(|series| series.points.iter().map(|point| point.year).min());
        let place_name = Said::new(words, &place.name).text;
        let title = words.tell(
            "trend-title",
            &[("indicator", Said::new(words, &indicator.name).text.into()), ("place", place_name.into())],
        );
        let drawn: usize = series.iter().map(|series| series.points.len()).sum();
        let draw = |id: &str, width: f64| {
            if drawn > 1 { draw(words, &series, &indicator.unit, &title, (id, width)) } else { String::new() }
        };
        let (drawing, narrow) = (draw("trend", WIDTH), draw("trend-narrow", NARROW));
        let (refusal, remark) = match trend(room, &indicator.id, &place.id) {
            Ok(segment) => (None, Some(words.tell("trend-one-series", &[("n", segment.points.len().into())]))),
            Err(Refusal::SeriesBreak { breaks, segments }) => (refused(words, room, &breaks, &segments), None),
            Err(Refusal::TooFew { .. }) if drawn > 0 => (None, Some(words.say("trend-too-few"))),
            Err(_) => (None, None),
        };
        Self { drawing, narrow, title, refusal, remark }
    }
}

/// One indicator's figures: those a trend may use, and for other years what was stated less exactly.
fn series(words: &Words, room: &Room, indicator: &Indicator, place: &Place) -> Option<Series> {
    let comparable = segment(room, indicator.id.clone(), &place.id);
    let mut chosen: Vec<&Observation> =
        comparable.points.iter().filter_map(|point| room.observation(&point.observation)).collect();
    for observation in room
        .observations_of(&indicator.id)
        .filter(|observation| observation.place == place.id && may_stand(observation))
    {
        if chosen
            .iter()
            .all(|known| known.period.end.map(|end| end.year()) != observation.period.end.map(|end| end.year()))
        {
            chosen.push(observation);
        }
    }
    let points: Vec<Point> = chosen.into_iter().filter_map(|observation| point(words, observation)).collect();
    (!points.is_empty()).then(|| Series { name: Said::new(words, &indicator.name).text, points })
}

/// Everybody, a whole period or a moment, published: what a chart may show beside the comparable figures.
fn may_stand(observation: &Observation) -> bool {
    matches!(observation.coverage, Coverage::FullPeriod | Coverage::PointInTime | Coverage::AnnualRate)
        && observation.subgroup == "all"
        && observation.standing == Standing::Published
}

fn point(words: &Words, observation: &Observation) -> Option<Point> {
    let scale = if observation.unit == "share" { 100.0 } else { 1.0 };
    let mark = match &observation.figure {
        Figure::Number { comparator, value, .. } => mark(*comparator, value.value() * scale),
        Figure::Range { lower: Some(lower), upper: Some(upper), .. } => {
            Mark::Between(lower.value() * scale, upper.value() * scale)
        }
        Figure::Range { .. } | Figure::Category(_) | Figure::NotStated => return None,
    };
    let text = Written { unit: String::new(), ..Written::new(words, observation) }.text();
    Some(Point { year: observation.period.end?.year().into(), mark, text })
}

fn mark(comparator: Comparator, value: f64) -> Mark {
    match comparator {
        Comparator::Eq | Comparator::Between => Mark::Exact(value),
        Comparator::Approx => Mark::About(value),
        Comparator::Gt | Comparator::Ge => Mark::MoreThan(value),
        Comparator::Lt | Comparator::Le => Mark::LessThan(value),
    }
}

fn draw(words: &Words, series: &[Series], unit: &str, title: &str, (id, width): (&str, f64)) -> String {
    let told = |series: &Series| {
        let points: Vec<String> = series.points.iter().map(|point| format!("{}: {}", point.year, point.text)).collect();
        format!("{}: {}", series.name, points.join("; "))
    };
    let desc = series.iter().map(told).collect::<Vec<_>>().join(". ");
    let unit = said::code(words, "unit", unit).text;
    let format = |value: f64| words.numbers().fixed(value, if value.fract() == 0.0 { 0 } else { 1 });
    let chart = Timeline { series, break_text: &words.say("trend-break-mark"), unit: &unit, format: &format, width };
    chart.draw(&Alt { id, title, desc: &desc }, Dress::Page)
}

fn refused(words: &Words, room: &Room, breaks: &[Break], segments: &[Segment]) -> Option<Refused> {
    let first = segments.first()?.points.first()?;
    let last = segments.last()?.points.last()?;
    let shown = |id| {
        room.observation(id)
            .map(|observation: &Observation| Written { unit: String::new(), ..Written::new(words, observation) }.text())
    };
    let args = [
        ("from", shown(&first.observation)?.into()),
        ("from-year", first.at.year().to_string().into()),
        ("to", shown(&last.observation)?.into()),
        ("to-year", last.at.year().to_string().into()),
    ];
    Some(Refused {
        what: words.tell("trend-refused", &args),
        breaks: breaks.iter().map(|found| told(words, room, found)).collect(),
    })
}

fn told(words: &Words, room: &Room, found: &Break) -> String {
    let name = |id| room.indicator(id).map(|known: &Indicator| Said::new(words, &known.name).text).unwrap_or_default();
    let stated = room.relations_of(&found.from).any(|relation| {
        relation.kind == RelationKind::SeriesBreak && relation.other_end(&found.from) == Some(&found.to)
    });
    let note = found.note.as_deref().map(|note| Said::new(words, note).text);
    let why = note.unwrap_or_else(|| words.say(if stated { "trend-break-stated" } else { "trend-break-between" }));
    words.tell(
        "trend-break",
        &[("before", name(&found.from).into()), ("after", name(&found.to).into()), ("why", why.into())],
    )
}
