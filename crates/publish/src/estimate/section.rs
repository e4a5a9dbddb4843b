//! Section: the parts of the report, each with what it shows and how to read it.

use pana_stats::mse::answer::{Answer, Curve, Gate, Verdict};
use pana_stats::mse::robustness::Change;
use pana_text::Arg;

use super::Teller;
use super::curve::Lines;
use super::document::{Block, Cell, Column, Drawing, Section, Table};
use super::forest::{Forest, Row, described};
use super::grid::{Changed, Dots};
use super::overlap::{History, Overlap};
use super::round::unit;
use super::sentence::{below, to_unit};
use super::told;
use crate::svg::{Alt, Dress};

/// Widths of a drawing on a wide and on a narrow screen; print takes the first.
const BROAD: f64 = 760.0;
const NARROW: f64 = 340.0;
/// Of a small drawing, of which several stand side by side.
const SMALL: f64 = 340.0;
/// As many histories are drawn; the table of the program's input has them all.
const HISTORIES: usize = 24;

impl Teller<'_> {
    fn say(self, key: &str) -> String {
        self.words.say(key)
    }

    fn count(self, n: u64) -> String {
        self.words.numbers().whole(i64::try_from(n).unwrap_or(i64::MAX))
    }

    fn rows<'r>(self, answers: &'r [Answer]) -> Vec<Row<'r>> {
        answers.iter().map(|answer| Row { label: told::method(self.words, answer.method), answer }).collect()
    }

    /// A drawing in the widths that are needed.
    fn drawing(
        self,
        id: &str,
        title: String,
        note: String,
        description: String,
        draw: &dyn Fn(&Alt, f64) -> String,
    ) -> Drawing {
        let broad_id = format!("{id}-broad");
        let narrow_id = format!("{id}-narrow");
        let svg = draw(&Alt { id: &broad_id, title: &title, desc: &description }, BROAD);
        let narrow = match self.dress {
            Dress::Page => draw(&Alt { id: &narrow_id, title: &title, desc: &description }, NARROW),
            Dress::Print => String::new(),
        };
        Drawing { id: id.to_owned(), title, note, description, svg, narrow }
    }

    /// A drawing that is small enough for every screen.
    fn small(self, id: &str, title: String, note: String, description: String, lines: &Lines<'_>) -> Drawing {
        let svg = lines.draw(&Alt { id, title: &title, desc: &description }, self.dress);
        Drawing { id: id.to_owned(), title, note, description, svg, narrow: String::new() }
    }
}

fn section(id: &'static str, heading: String, blocks: Vec<Block>) -> Option<Section> {
    (!blocks.is_empty()).then_some(Section { id, heading, blocks })
}

/// All methods side by side.
pub(super) fn forest(t: Teller<'_>) -> Option<Section> {
    let whole = &t.given.study.whole;
    let description = described(t.words, &t.rows(&whole.results), whole.observed);
    let drawing = t.drawing(
        "forest",
        t.say("estimate-forest-title"),
        t.say("estimate-forest-note"),
        description,
        &|alt, width| {
            let rows = t.rows(&whole.results);
            Forest { words: t.words, rows, observed: whole.observed, width }.draw(alt, t.dress)
        },
    );
    let blocks = vec![Block::Drawing(drawing), Block::Table(results(t, "results", &whole.results, whole.observed))];
    section("methods", t.say("estimate-forest-heading"), blocks)
}

fn results(t: Teller<'_>, id: &str, answers: &[Answer], observed: u64) -> Table {
    let row = |answer: &Answer| {
        let name = Cell::plain(told::method(t.words, answer.method));
        match answer.estimate() {
            Some(estimate) => {
                let (point, range) = below(t.words, estimate, observed);
                let point = if estimate.at_least {
                    t.words.tell("estimate-plot-at-least", &[("n", point.into())])
                } else {
                    point
                };
                let how =
                    format!("{}, {}", told::interval(t.words, estimate.interval), told::level(t.words, estimate.level));
                let model = estimate.model.clone().unwrap_or_default();
                vec![
                    name,
                    Cell { text: point, mark: Some(told::mark(answer.verdict())) },
                    Cell::plain(range),
                    Cell::plain(how),
                    Cell::plain(model),
                ]
            }
            None => {
                let why = told::why_none(t.words, &answer.outcome).unwrap_or_default();
                vec![name, Cell::plain(t.say("estimate-plot-none")), Cell::plain(""), Cell::plain(why), Cell::plain("")]
            }
        }
    };
    Table {
        id: id.to_owned(),
        caption: t.say("estimate-results-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-method")),
            Column::numbers(t.say("estimate-column-estimate")),
            Column::numbers(t.say("estimate-column-interval")),
            Column::words(t.say("estimate-column-how")),
            Column::words(t.say("estimate-column-model")),
        ],
        rows: answers.iter().map(row).collect(),
        wide: true,
        folded: false,
    }
}

/// What was checked before a number may be believed.
pub(super) fn gates(t: Teller<'_>) -> Option<Section> {
    let mut rows = Vec::new();
    for answer in &t.given.study.whole.results {
        for gate in &answer.gates {
            let (value, bound) = told::looked_at(t.words, gate);
            rows.push(vec![
                Cell::plain(told::method(t.words, answer.method)),
                Cell { text: told::verdict(t.words, gate.verdict), mark: Some(told::mark(gate.verdict)) },
                Cell::plain(told::gate(t.words, gate.name)),
                Cell::plain(value),
                Cell::plain(bound),
            ]);
        }
    }
    if rows.is_empty() {
        return None;
    }
    let mut names: Vec<&str> =
        t.given.study.whole.results.iter().flat_map(|answer| &answer.gates).map(|gate| gate.name).collect();
    let mut seen = Vec::new();
    names.retain(|name| {
        let new = !seen.contains(name);
        seen.push(*name);
        new
    });
    let says = names.iter().map(|name| (told::gate(t.words, name), told::gate_says(t.words, name)));
    let table = Table {
        id: "gates".to_owned(),
        caption: t.say("estimate-gates-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-method")),
            Column::words(t.say("estimate-column-verdict")),
            Column::words(t.say("estimate-column-check")),
            Column::numbers(t.say("estimate-column-value")),
            Column::numbers(t.say("estimate-column-bound")),
        ],
        rows,
        wide: true,
        folded: true,
    };
    let facts = says.filter(|(_, says)| !says.is_empty()).collect();
    let all = t.given.study.whole.results.iter().flat_map(|answer| answer.gates.iter().map(move |gate| (answer, gate)));
    let passed = all.clone().filter(|(_, gate)| gate.verdict == Verdict::Pass).count();
    let args = [("passed", Arg::from(passed)), ("n", Arg::from(table.rows.len()))];
    let mut blocks = vec![Block::Text(t.words.tell("estimate-gates-sum", &args))];
    let told = |(answer, gate): (&Answer, &Gate)| {
        let key = if gate.verdict == Verdict::Fail { "estimate-plot-fail" } else { "estimate-plot-doubt" };
        let what = t.words.tell(key, &[("gate", told::gate(t.words, gate.name).into())]);
        format!("{}: {what}", told::method(t.words, answer.method))
    };
    let raised: Vec<String> = all.filter(|(_, gate)| gate.verdict > Verdict::Pass).map(told).collect();
    if !raised.is_empty() {
        blocks.push(Block::List(raised));
    }
    blocks.extend([Block::Facts(facts), Block::Table(table)]);
    section("gates", t.say("estimate-gates-heading"), blocks)
}

/// What no table can show.
pub(super) fn assumption(t: Teller<'_>) -> Option<Section> {
    let mut blocks = vec![
        Block::Text(t.say("estimate-assumption")),
        Block::List(
            ["closed", "linked", "chance", "unseen"].map(|key| t.say(&format!("estimate-assumption-{key}"))).into(),
        ),
    ];
    if let Some(found) = t.given.study.robustness.as_ref().filter(|found| !found.untestable.is_empty()) {
        let observed = t.given.study.whole.observed;
        let curve = &found.untestable;
        let low = curve.iter().map(|point| point.estimate).fold(f64::INFINITY, f64::min);
        let high = curve.iter().map(|point| point.estimate).fold(0.0, f64::max);
        let step = unit(high - low);
        let write = |value: f64| to_unit(t.words, value, step, observed);
        let ratio = |delta: f64| told::small(t.words, libm::exp(delta));
        let rows = curve.iter().map(|point| vec![Cell::plain(ratio(point.delta)), Cell::plain(write(point.estimate))]);
        let beside = |value: f64| t.words.numbers().fixed(value, 0);
        let lines = Lines {
            x: curve.iter().map(|point| libm::exp(point.delta)).collect(),
            y: vec![curve.iter().map(|point| point.estimate).collect()],
            density: false,
            people_below: false,
            mark: Some(observed as f64),
            factors: true,
            below: &|value| t.words.numbers().fixed(value, if value < 1.0 { 1 } else { 0 }),
            beside: &beside,
            width: SMALL + 120.0,
        };
        let at = curve.iter().map(|point| format!("× {}: {}.", ratio(point.delta), write(point.estimate)));
        let drawing = t.small(
            "untestable",
            t.say("estimate-untestable-title"),
            t.say("estimate-untestable-note"),
            at.collect::<Vec<_>>().join(" "),
            &lines,
        );
        blocks.push(Block::Drawing(drawing));
        blocks.push(Block::Table(Table {
            id: "untestable-table".to_owned(),
            caption: t.say("estimate-untestable-caption"),
            columns: vec![
                Column::numbers(t.say("estimate-column-factor")),
                Column::numbers(t.say("estimate-column-estimate")),
            ],
            rows: rows.collect(),
            wide: false,
            folded: true,
        }));
    }
    section("assumption", t.say("estimate-assumption-heading"), blocks)
}

/// The lists, what was found in them, and who is on which.
pub(super) fn lists(t: Teller<'_>) -> Option<Section> {
    let (capture, whole) = (t.given.capture, &t.given.study.whole);
    let mut blocks = Vec::new();
    let findings: Vec<String> = whole.findings.iter().map(|found| told::finding(t.words, found)).collect();
    blocks.push(if findings.is_empty() { Block::Text(t.say("estimate-found-nothing")) } else { Block::List(findings) });
    if let Some(masked) = t.given.study.masked {
        let args = [("rows", Arg::from(masked.rows)), ("tables", Arg::from(masked.tables))];
        blocks.push(Block::Text(t.words.tell("estimate-masked", &args)));
    }
    let Ok(table) = capture.least() else { return section("lists", t.say("estimate-lists-heading"), blocks) };
    let mut seen: Vec<(u32, u64)> = table.seen().collect();
    seen.sort_by_key(|(history, count)| (std::cmp::Reverse(*count), *history));
    let left_out = seen.len().saturating_sub(HISTORIES);
    let history = |(history, count): &(u32, u64)| History {
        on: (0..table.t()).map(|list| history >> list & 1 == 1).collect(),
        count: *count,
        text: t.count(*count),
    };
    let histories: Vec<History> = seen.iter().take(HISTORIES).map(history).collect();
    let named =
        |(history, count): &(u32, u64)| format!("{}: {}.", table.name(*history).replace(':', " + "), t.count(*count));
    let mut note = t.say("estimate-overlap-note");
    if left_out > 0 {
        note = format!("{note} {}", t.words.tell("estimate-overlap-more", &[("n", Arg::from(left_out))]));
    }
    blocks.push(Block::Drawing(t.drawing(
        "overlap",
        t.say("estimate-overlap-title"),
        note,
        seen.iter().take(HISTORIES).map(named).collect::<Vec<_>>().join(" "),
        &|alt, width| Overlap { lists: table.t(), histories: &histories, width: width.min(600.0) }.draw(alt, t.dress),
    )));
    let rows = (0..table.t()).map(|list| {
        let size = table.at_least(1 << list);
        vec![
            Cell::plain(format!("{} {}", list + 1, table.lists()[list])),
            Cell::plain(t.count(size)),
            Cell::plain(t.count(table.count(1 << list))),
            Cell::plain(t.count(size - table.count(1 << list))),
        ]
    });
    blocks.push(Block::Table(Table {
        id: "list-sizes".to_owned(),
        caption: t.say("estimate-lists-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-list")),
            Column::numbers(t.say("estimate-column-on-it")),
            Column::numbers(t.say("estimate-column-on-it-only")),
            Column::numbers(t.say("estimate-column-shared")),
        ],
        rows: rows.collect(),
        wide: false,
        folded: false,
    }));
    section("lists", t.say("estimate-lists-heading"), blocks)
}

/// Posterior distributions, and intervals by how many models could be chosen.
pub(super) fn curves(t: Teller<'_>) -> Option<Section> {
    let drawn = |answer: &Answer| {
        let curves =
            answer.curves.iter().filter(|curve| curve.points.len() > 1 && curve.points.iter().all(|row| row.len() > 1));
        curves.filter_map(|curve| one_curve(t, answer, curve)).collect::<Vec<_>>()
    };
    let drawings: Vec<Drawing> = t.given.study.whole.results.iter().flat_map(drawn).collect();
    if drawings.is_empty() {
        return None;
    }
    section("curves", t.say("estimate-curves-heading"), vec![Block::Drawings(drawings)])
}

fn one_curve(t: Teller<'_>, answer: &Answer, curve: &Curve) -> Option<Drawing> {
    let observed = t.given.study.whole.observed;
    let method = told::method(t.words, answer.method);
    let id = format!("{}-{}", curve.name, answer.method);
    let column =
        |at: usize| -> Vec<f64> { curve.points.iter().map(|row| row.get(at).copied().unwrap_or(f64::NAN)).collect() };
    let number = |value: f64| t.words.numbers().fixed(value, 0);
    let width = answer.estimate().map_or(1.0, |estimate| unit(estimate.upper - estimate.lower));
    let people = |value: f64| to_unit(t.words, value, width, observed);
    let posterior = curve.name == "posterior";
    let key = match curve.name {
        "posterior" => "estimate-curve-posterior",
        "interval-by-top" => "estimate-curve-top",
        _ => return None,
    };
    let title = t.words.tell(key, &[("method", method.into())]);
    let (points, note) = if posterior {
        // What holds nearly nothing is not drawn: a grid may reach far beyond where anything is.
        (shown(curve), t.say("estimate-curve-posterior-note"))
    } else {
        (curve.points.clone(), t.say("estimate-curve-top-note"))
    };
    let description = match answer.estimate() {
        Some(estimate) if posterior => {
            let (point, range) = below(t.words, estimate, observed);
            format!("{point} ({range}).")
        }
        _ => {
            let row = |row: &Vec<f64>| {
                format!("{}: {}–{}.", number(row[0]), people(row[1]), people(row.get(2).copied().unwrap_or(row[1])))
            };
            points.iter().map(row).collect::<Vec<_>>().join(" ")
        }
    };
    let take = |at: usize| -> Vec<f64> { points.iter().map(|row| row.get(at).copied().unwrap_or(f64::NAN)).collect() };
    let lines = if posterior {
        Lines {
            x: take(0),
            y: vec![take(1)],
            density: true,
            people_below: true,
            mark: Some(observed as f64),
            factors: false,
            below: &number,
            beside: &number,
            width: SMALL,
        }
    } else {
        Lines {
            x: column(0),
            y: vec![column(1), column(2)],
            density: false,
            people_below: false,
            mark: None,
            factors: true,
            below: &number,
            beside: &number,
            width: SMALL,
        }
    };
    Some(t.small(&id, title, note, description, &lines))
}

/// The part of a density from the first to the last point that is higher than half a hundredth of its top.
fn shown(curve: &Curve) -> Vec<Vec<f64>> {
    let top = curve.points.iter().map(|row| row[1]).fold(0.0, f64::max);
    let high = |row: &Vec<f64>| row[1] > top * 0.005;
    let first = curve.points.iter().position(high).unwrap_or(0).saturating_sub(1);
    let last = curve.points.iter().rposition(high).map_or(curve.points.len(), |at| (at + 2).min(curve.points.len()));
    curve.points[first..last].to_vec()
}

/// The estimate without each list and with each two made one.
pub(super) fn other_lists(t: Teller<'_>) -> Option<Section> {
    let found = t.given.study.robustness.as_ref().filter(|found| !found.lists.is_empty())?;
    let observed = t.given.study.whole.observed;
    let own = t.given.study.whole.results.iter().find(|answer| answer.method == "stepwise").and_then(Answer::estimate);
    let zero = found.untestable.iter().find(|point| point.delta == 0.0).map(|point| point.estimate);
    let here = own.map(|estimate| estimate.point).or(zero)?;
    let step = own.map_or(1.0, |estimate| unit(estimate.upper - estimate.lower));
    let text = |estimate: Option<f64>, observed: u64| match estimate {
        Some(estimate) => to_unit(t.words, estimate, step, observed),
        None => t.say("estimate-plot-none-short"),
    };
    let rows: Vec<Changed> = found
        .lists
        .iter()
        .map(|other| Changed {
            label: told::change(t.words, &other.change),
            estimate: other.estimate.filter(|estimate| estimate.is_finite() && *estimate < 1e12),
            text: text(other.estimate, other.observed),
            merged: matches!(other.change, Change::Merged(..)),
        })
        .collect();
    let number = |value: f64| t.words.numbers().fixed(value, 0);
    let here_text = t.words.tell("estimate-all-lists", &[("n", text(Some(here), observed).into())]);
    let described = rows.iter().map(|row| format!("{}: {}.", row.label, row.text)).collect::<Vec<_>>().join(" ");
    let drawing = t.drawing(
        "other-lists-plot",
        t.say("estimate-others-title"),
        t.say("estimate-others-note"),
        format!("{here_text}. {described}"),
        &|alt, width| {
            let here_text = here_text.clone();
            Dots { rows: &rows, here, here_text, format: &number, width }.draw(alt, t.dress)
        },
    );
    let table = found.lists.iter().zip(&rows).map(|(other, row)| {
        vec![Cell::plain(row.label.clone()), Cell::plain(t.count(other.observed)), Cell::plain(row.text.clone())]
    });
    let table = Table {
        id: "other-lists-table".to_owned(),
        caption: t.say("estimate-others-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-change")),
            Column::numbers(t.say("estimate-column-observed")),
            Column::numbers(t.say("estimate-column-estimate")),
        ],
        rows: table.collect(),
        wide: false,
        folded: true,
    };
    section("other-lists", t.say("estimate-others-heading"), vec![Block::Drawing(drawing), Block::Table(table)])
}

/// Whether the method finds what is known.
pub(super) fn consistency(t: Teller<'_>) -> Option<Section> {
    let found = t.given.study.robustness.as_ref().filter(|found| !found.consistency.is_empty())?;
    let rows = found.consistency.iter().map(|check| {
        let none = || Cell::plain(t.say("estimate-plot-none-short"));
        let step = check.interval.map_or(1.0, |(lower, upper)| unit(upper - lower));
        let range = check.interval.map(|(lower, upper)| {
            let ends =
                [("low", lower), ("high", upper)].map(|(name, end)| (name, Arg::from(to_unit(t.words, end, step, 0))));
            t.words.tell("estimate-range", &ends)
        });
        let holds = match check.holds {
            Some(true) => Cell { text: t.say("estimate-holds"), mark: Some(super::Mark::Pass) },
            Some(false) => Cell { text: t.say("estimate-holds-not"), mark: Some(super::Mark::Fail) },
            None => none(),
        };
        vec![
            Cell::plain(check.list.clone()),
            Cell::plain(t.count(check.truth)),
            check.estimate.map_or_else(none, |estimate| Cell::plain(to_unit(t.words, estimate, step, 0))),
            Cell::plain(range.unwrap_or_default()),
            holds,
        ]
    });
    let table = Table {
        id: "consistency-table".to_owned(),
        caption: t.say("estimate-consistency-caption"),
        columns: vec![
            Column::words(t.say("estimate-column-list")),
            Column::numbers(t.say("estimate-column-truth")),
            Column::numbers(t.say("estimate-column-estimate")),
            Column::numbers(t.say("estimate-column-interval")),
            Column::words(t.say("estimate-column-holds")),
        ],
        rows: rows.collect(),
        wide: true,
        folded: false,
    };
    let blocks = vec![Block::Text(t.say("estimate-consistency-lead")), Block::Table(table)];
    section("consistency", t.say("estimate-consistency-heading"), blocks)
}

/// How often intervals held in tables of this size.
pub(super) fn coverage(t: Teller<'_>) -> Option<Section> {
    let found = t.given.study.robustness.as_ref().filter(|found| !found.coverage.is_empty())?;
    let tables = found.coverage[0].tables;
    let row = |held: &pana_stats::mse::robustness::Coverage| {
        vec![
            Cell::plain(told::method(t.words, held.method)),
            Cell::plain(told::level(t.words, held.level)),
            Cell::plain(told::percent(t.words, held.share)),
            Cell::plain(format!("± {}", told::percent(t.words, held.error))),
            Cell::plain(if held.bias.is_finite() { signed(t, held.bias) } else { "–".to_owned() }),
            Cell::plain(t.count(held.without as u64)),
        ]
    };
    let table = Table {
        id: "coverage-table".to_owned(),
        caption: t.words.tell("estimate-coverage-caption", &[("n", Arg::from(tables))]),
        columns: vec![
            Column::words(t.say("estimate-column-method")),
            Column::numbers(t.say("estimate-column-promised")),
            Column::numbers(t.say("estimate-column-held")),
            Column::numbers(t.say("estimate-column-error")),
            Column::numbers(t.say("estimate-column-bias")),
            Column::numbers(t.say("estimate-column-without")),
        ],
        rows: found.coverage.iter().map(row).collect(),
        wide: true,
        folded: false,
    };
    let blocks = vec![Block::Text(t.say("estimate-coverage-lead")), Block::Table(table)];
    section("coverage", t.say("estimate-coverage-heading"), blocks)
}

fn signed(t: Teller<'_>, share: f64) -> String {
    let text = told::percent(t.words, share.abs());
    let zero = share.abs() < 0.0005;
    if zero { text } else { format!("{}{text}", if share < 0.0 { "−" } else { "+" }) }
}

/// Each part of the people, and the sum of the parts.
pub(super) fn strata(t: Teller<'_>) -> Option<Section> {
    let study = t.given.study;
    if study.strata.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    for stratum in &study.strata {
        let name = stratum.values.join(", ");
        let observed = stratum.comparison.observed;
        for answer in &stratum.comparison.results {
            let (point, range, mark) = match answer.estimate() {
                Some(estimate) => {
                    let (point, range) = below(t.words, estimate, observed);
                    (point, range, Some(told::mark(answer.verdict())))
                }
                None => (
                    t.say("estimate-plot-none-short"),
                    told::why_none(t.words, &answer.outcome).unwrap_or_default(),
                    None,
                ),
            };
            rows.push(vec![
                Cell::plain(name.clone()),
                Cell::plain(t.count(observed)),
                Cell::plain(told::method(t.words, answer.method)),
                Cell { text: point, mark },
                Cell::plain(range),
            ]);
        }
    }
    let columns =
        || vec![Column::numbers(t.say("estimate-column-estimate")), Column::numbers(t.say("estimate-column-interval"))];
    let mut head = vec![
        Column::words(t.given.question.strata.join(", ")),
        Column::numbers(t.say("estimate-column-observed")),
        Column::words(t.say("estimate-column-method")),
    ];
    head.extend(columns());
    let mut blocks = vec![
        Block::Text(t.say("estimate-strata-lead")),
        Block::Table(Table {
            id: "strata-table".to_owned(),
            caption: t.say("estimate-strata-caption"),
            columns: head,
            rows,
            wide: true,
            folded: false,
        }),
    ];
    if study.sums.is_empty() {
        blocks.push(Block::Note(t.say("estimate-sums-none")));
    } else {
        let sums = study.sums.iter().map(|sum| {
            let step = unit(sum.upper - sum.lower);
            let ends = [("low", sum.lower), ("high", sum.upper)]
                .map(|(name, end)| (name, Arg::from(to_unit(t.words, end, step, study.whole.observed))));
            vec![
                Cell::plain(told::method(t.words, sum.method)),
                Cell::plain(to_unit(t.words, sum.estimate, step, study.whole.observed)),
                Cell::plain(t.words.tell("estimate-range", &ends)),
            ]
        });
        let mut head = vec![Column::words(t.say("estimate-column-method"))];
        head.extend(columns());
        blocks.push(Block::Table(Table {
            id: "sums-table".to_owned(),
            caption: t.say("estimate-sums-caption"),
            columns: head,
            rows: sums.collect(),
            wide: false,
            folded: false,
        }));
    }
    section("strata", t.say("estimate-strata-heading"), blocks)
}

/// With what all this was computed, so that somebody can do it again.
pub(super) fn made(t: Teller<'_>) -> Option<Section> {
    let given = t.given;
    let settings = &given.question.settings;
    let mut facts = vec![
        (t.say("estimate-made-table"), super::name_of(given.file).to_owned()),
        (t.say("estimate-made-sha256"), given.sha256.to_owned()),
        (t.say("estimate-made-lists"), given.capture.lists.join(", ")),
        (t.say("estimate-made-used"), given.study.whole.lists.join(", ")),
        (t.say("estimate-made-observed"), t.count(given.study.whole.observed)),
        (t.say("estimate-made-seed"), t.count(settings.seed)),
        (t.say("estimate-made-replicates"), t.count(settings.replicates as u64)),
        (t.say("estimate-made-level"), told::level(t.words, settings.level)),
        (t.say("estimate-made-simulated"), t.count(given.question.simulated as u64)),
    ];
    if !given.capture.strata.is_empty() {
        facts.push((t.say("estimate-made-strata"), given.capture.strata.join(", ")));
    }
    facts.push((t.say("estimate-made-version"), given.version.to_owned()));
    facts.push((t.say("estimate-made-on"), t.words.numbers().day(given.on)));
    let mut rows = Vec::new();
    for answer in &given.study.whole.results {
        for (name, value) in &answer.settings {
            rows.push(vec![
                Cell::plain(told::method(t.words, answer.method)),
                Cell::plain(told::setting(t.words, name)),
                Cell::plain(told::setting_value(t.words, value)),
            ]);
        }
    }
    let methods = given.study.whole.results.iter();
    let says = methods.map(|answer| (told::method(t.words, answer.method), told::method_says(t.words, answer.method)));
    let says: Vec<(String, String)> = says.filter(|(_, says)| !says.is_empty()).collect();
    let mut blocks = vec![Block::Text(t.say("estimate-made-lead")), Block::Facts(facts)];
    if !says.is_empty() {
        blocks.push(Block::Facts(says));
    }
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            id: "settings-table".to_owned(),
            caption: t.say("estimate-settings-caption"),
            columns: vec![
                Column::words(t.say("estimate-column-method")),
                Column::words(t.say("estimate-column-setting")),
                Column::words(t.say("estimate-column-value")),
            ],
            rows,
            wide: false,
            folded: true,
        }));
    }
    section("made", t.say("estimate-made-heading"), blocks)
}
