//! Network scale-up: how many of a hidden group a sample of the public knows, every estimator beside the others, what ties
//! that nobody knows of would change, and how well the known groups are found again.

use pana_stats::nsum::report::{HiddenGroup, Report as Answer, Transmission};
use pana_stats::span::Span;
use pana_text::{Arg, Words};

use super::{Made, Teller, table_of};
use crate::report::ranges::{Range, Ranges};
use crate::report::{Block, Cell, Column, Drawing, Mark, Report, Section, Table};
use crate::svg::Dress;

/// What would help where nothing can be said.
const HELP: [&str; 3] = ["more", "known", "other"];

/// The report in the language of these words.
pub fn report(words: &Words, found: &Answer, made: Made<'_>, dress: Dress) -> Report {
    let t = Teller { words, made, dress };
    let estimable = found.groups.iter().any(|group| group.spread.is_some());
    let mut sentences = found.groups.iter().map(|group| sentence(t, group));
    let first = sentences.next().unwrap_or_else(|| t.say("sample-nsum-no-group"));
    let mut beside: Vec<String> = sentences.collect();
    let args =
        [("n", Arg::from(found.respondents)), ("degree", t.words.numbers().fixed(found.median_degree, 0).into())];
    beside.push(t.tell("sample-nsum-asked", &args));
    beside.extend(summary(t, found));
    let mut sections: Vec<Section> =
        found.groups.iter().enumerate().map(|(at, one)| group(t, found, at, one)).collect();
    sections.push(hold_out(t, found));
    sections.push(t.how(vec![
        ("estimate-made-seed", t.count(found.settings.seed)),
        ("estimate-made-replicates", t.count(found.settings.replicates)),
        ("estimate-made-level", t.level(found.settings.level)),
        ("sample-made-population", t.words.numbers().fixed(found.population, 0)),
    ]));
    Report {
        lang: words.lang().tag(),
        title: t.tell("sample-nsum-title", &[("file", table_of(&made).into())]),
        subject: t.say("sample-nsum-subject"),
        estimable,
        sentence: first,
        beside,
        help: if estimable { Vec::new() } else { HELP.map(|help| t.say(&format!("sample-nsum-help-{help}"))).into() },
        sections,
    }
}

/// Why nothing can be said, with the next step, for one line; `None` where something can.
pub fn refusal(words: &Words, found: &Answer) -> Option<String> {
    if found.groups.iter().any(|group| group.spread.is_some()) {
        return None;
    }
    let reason = found.groups.iter().flat_map(|group| &group.results).find_map(|one| one.reason);
    let key = format!("sample-nsum-next-{}", reason.unwrap_or("no-group"));
    Some(words.say(if words.has(&key) { &key } else { "sample-nsum-next-nobody-known" }))
}

fn spans(group: &HiddenGroup) -> impl Iterator<Item = &Span> {
    group.results.iter().filter(|found| found.reason.is_none()).filter_map(|found| found.estimate.as_ref())
}

/// Two digits of the narrowest interval.
fn width(group: &HiddenGroup) -> f64 {
    spans(group).map(|span| span.upper - span.lower).fold(f64::INFINITY, f64::min)
}

fn sentence(t: Teller<'_>, group: &HiddenGroup) -> String {
    let name = Arg::from(group.name.as_str());
    let Some((low, high)) = group.spread else { return t.tell("sample-nsum-none", &[("group", name)]) };
    let (low, high) = (t.people(low, width(group)), t.people(high, width(group)));
    t.tell("sample-nsum-sentence", &[("group", name), ("low", low.into()), ("high", high.into())])
}

fn summary(t: Teller<'_>, found: &Answer) -> Option<String> {
    let summary = found.hold_out_summary?;
    let (covered, of) = summary.covered;
    let factor = t.words.numbers().fixed(summary.typical_factor, 2);
    let ratio = t.words.numbers().fixed(summary.mean_ratio, 2);
    let args = [("held", Arg::from(covered)), ("n", of.into()), ("factor", factor.into()), ("ratio", ratio.into())];
    Some(t.tell("sample-nsum-held", &args))
}

const IDS: [&str; 4] = ["group-1", "group-2", "group-3", "group-4"];

fn group(t: Teller<'_>, found: &Answer, at: usize, group: &HiddenGroup) -> Section {
    let doubted = group.results.iter().any(|one| one.reason.is_some());
    let row = |one: &pana_stats::nsum::report::Found| {
        let reason = one.reason.map(|reason| t.named("reason", reason));
        let (point, ends) = one.estimate.as_ref().map_or_else(
            || (t.say("estimate-plot-none-short"), String::new()),
            |span| (t.people(span.point, span.upper - span.lower), range(t, span)),
        );
        let mark = if one.reason.is_some() { Mark::Fail } else { Mark::Pass };
        let mut row = vec![
            Cell::plain(t.named("method", one.method)),
            Cell { text: point, mark: Some(mark) },
            Cell::plain(ends),
            Cell::plain(one.naive.as_ref().map(|span| range(t, span)).unwrap_or_default()),
        ];
        row.extend(doubted.then(|| Cell::plain(reason.unwrap_or_default())));
        row
    };
    let mut columns = vec![
        Column::words(t.say("estimate-column-method")),
        Column::numbers(t.say("estimate-column-estimate")),
        Column::numbers(t.say("estimate-column-interval")),
        Column::numbers(t.say("sample-column-binomial")),
    ];
    columns.extend(doubted.then(|| Column::words(t.say("sample-column-reason"))));
    let table = Table {
        id: format!("nsum-{at}"),
        caption: t.tell("sample-nsum-caption", &[("level", t.level(found.settings.level).into())]),
        columns,
        rows: group.results.iter().map(row).collect(),
        wide: true,
        folded: false,
    };
    let mut blocks = vec![Block::Text(t.tell("sample-nsum-reports", &[("n", count(group.reports))]))];
    blocks.extend(drawing(t, at, group).map(Block::Drawing));
    blocks.push(Block::Table(table));
    if group.spread.is_some() {
        blocks.push(Block::Text(t.say("sample-nsum-tau")));
        blocks.push(Block::Table(transmission(t, at, &group.transmission)));
    }
    Section { id: IDS.get(at).copied().unwrap_or("group"), heading: group.name.clone(), blocks }
}

fn count(n: u64) -> Arg {
    Arg::from(i64::try_from(n).unwrap_or(i64::MAX))
}

fn range(t: Teller<'_>, span: &Span) -> String {
    let width = span.upper - span.lower;
    t.range(t.people(span.lower, width), t.people(span.upper, width))
}

fn drawing(t: Teller<'_>, at: usize, group: &HiddenGroup) -> Option<Drawing> {
    group.spread?;
    let most = spans(group).map(|span| span.upper).filter(|upper| upper.is_finite()).fold(1.0, f64::max);
    let shown = group.results.iter().filter(|found| found.reason.is_none());
    let rows: Vec<Range> = shown
        .filter_map(|found| {
            let span = found.estimate.as_ref()?;
            Some(Range {
                label: t.named("method", found.method),
                text: t.people(span.point, span.upper - span.lower),
                point: Some(span.point),
                ends: Some((span.lower, span.upper)),
                other: None,
            })
        })
        .collect();
    let told = shown_in_words(t, group);
    let format = |value: f64| t.words.numbers().fixed(value, 0);
    let (title, unit) =
        (t.tell("sample-nsum-plot", &[("group", group.name.as_str().into())]), t.say("sample-axis-people"));
    Some(Drawing::in_widths(t.dress, &format!("nsum-plot-{at}"), title, String::new(), told, &|alt, width| {
        Ranges { rows: &rows, axis: (0.0, most), bars: false, format: &format, unit: &unit, width }.draw(alt, t.dress)
    }))
}

fn shown_in_words(t: Teller<'_>, group: &HiddenGroup) -> String {
    let told = group.results.iter().filter_map(|found| {
        let span = found.estimate.as_ref().filter(|_| found.reason.is_none())?;
        let point = t.people(span.point, span.upper - span.lower);
        Some(format!("{}: {point} ({}).", t.named("method", found.method), range(t, span)))
    });
    told.collect::<Vec<_>>().join(" ")
}

fn transmission(t: Teller<'_>, at: usize, rows: &[Transmission]) -> Table {
    let row = |one: &Transmission| {
        let spans = || one.estimates.iter().map(|(_, span)| span);
        let of = |pick: fn(&Span) -> f64, fold: fn(f64, f64) -> f64| spans().map(pick).reduce(fold).unwrap_or(0.0);
        let width = spans().map(|span| span.upper - span.lower).fold(f64::INFINITY, f64::min);
        let pair = |low: f64, high: f64| t.range(t.people(low, width), t.people(high, width));
        let points = pair(of(|span| span.point, f64::min), of(|span| span.point, f64::max));
        let ends = pair(of(|span| span.lower, f64::min), of(|span| span.upper, f64::max));
        let tau = t.tell("estimate-percent", &[("n", t.words.numbers().fixed(100.0 * one.tau, 0).into())]);
        [tau, points, ends].map(Cell::plain).to_vec()
    };
    Table {
        id: format!("tau-{at}"),
        caption: t.say("sample-nsum-tau-caption"),
        columns: vec![
            Column::numbers(t.say("sample-column-tau")),
            Column::numbers(t.say("sample-column-points")),
            Column::numbers(t.say("sample-column-ends")),
        ],
        rows: rows.iter().map(row).collect(),
        wide: false,
        folded: false,
    }
}

fn hold_out(t: Teller<'_>, found: &Answer) -> Section {
    let heading = t.say("sample-hold-out-heading");
    let Some(summary) = summary(t, found) else {
        let blocks = vec![Block::Text(t.say("sample-hold-out-none"))];
        return Section { id: "hold-out", heading, blocks };
    };
    let rows = found.hold_out.iter().map(|held| {
        let (key, mark) =
            if held.covered { ("estimate-holds", Mark::Pass) } else { ("estimate-holds-not", Mark::Fail) };
        vec![
            Cell::plain(held.name.clone()),
            Cell::plain(t.words.numbers().fixed(held.size, 0)),
            Cell::plain(t.people(held.estimate.point, held.estimate.upper - held.estimate.lower)),
            Cell::plain(range(t, &held.estimate)),
            Cell::plain(t.words.numbers().fixed(held.ratio, 2)),
            Cell { text: t.say(key), mark: Some(mark) },
        ]
    });
    let table = Table {
        id: "hold-out-table".to_owned(),
        caption: t.say("sample-hold-out-caption"),
        columns: vec![
            Column::words(t.say("sample-column-group")),
            Column::numbers(t.say("sample-column-size")),
            Column::numbers(t.say("estimate-column-estimate")),
            Column::numbers(t.say("estimate-column-interval")),
            Column::numbers(t.say("sample-column-ratio")),
            Column::words(t.say("estimate-column-holds")),
        ],
        rows: rows.collect(),
        wide: true,
        folded: false,
    };
    Section { id: "hold-out", heading, blocks: vec![Block::Text(summary), Block::Table(table)] }
}
