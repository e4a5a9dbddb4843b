//! From surveys to countries: prevalence with its interval, what it rests on, how far it was carried, and how well the model fits.

use pana_stats::mse::answer::Verdict;
use pana_stats::survey::answer::{Basis, CountryEstimate, FormFit, Summary, SurveyAnswer, SurveyOutcome, lines};
use pana_stats::survey::study::Refusal;
use pana_text::{Arg, Words};

use super::{Made, Teller, table_of};
use crate::estimate::told;
use crate::report::ranges::{Range, Ranges};
use crate::report::{Block, Cell, Column, Drawing, Mark, Report, Section, Table};
use crate::svg::Dress;

/// What would help where the chains do not agree.
const HELP: [&str; 3] = ["longer", "simpler", "data"];
/// As many countries stand in one drawing.
const IN_ONE: usize = 24;

/// The report in the language of these words.
pub fn report(words: &Words, found: &SurveyAnswer, made: Made<'_>, dress: Dress) -> Report {
    let t = Teller { words, made, dress };
    let (sentence, beside, mut sections) = match &found.outcome {
        SurveyOutcome::Countries(all) => {
            let surveyed = all.iter().filter(|country| country.has_survey()).count();
            let args = [("n", Arg::from(all.len())), ("surveyed", Arg::from(surveyed))];
            (t.tell("sample-survey-sentence", &args), beside(t, all), vec![countries(t, found.settings.level, all)])
        }
        SurveyOutcome::NotMixed(form) => {
            (t.tell("sample-survey-not-mixed", &[("form", form.as_str().into())]), Vec::new(), Vec::new())
        }
    };
    sections.extend(found.forms.iter().enumerate().map(|(at, form)| fit(t, found.settings.level, at, form)));
    let chains = &found.settings.chains;
    sections.push(t.how(vec![
        ("estimate-made-seed", t.count(chains.seed)),
        ("estimate-made-level", t.level(found.settings.level)),
        ("sample-made-chains", t.count(chains.chains as u64)),
        ("sample-made-warmup", t.count(chains.warmup)),
        ("sample-made-draws", t.count(chains.draws)),
    ]));
    let estimable = matches!(found.outcome, SurveyOutcome::Countries(_));
    Report {
        lang: words.lang().tag(),
        title: t.tell("sample-survey-title", &[("file", table_of(&made).into())]),
        subject: t.say("sample-survey-subject"),
        estimable,
        sentence,
        beside,
        help: if estimable { Vec::new() } else { HELP.map(|help| t.say(&format!("sample-survey-help-{help}"))).into() },
        sections,
    }
}

/// Why chains that do not agree give no number, with the next step.
pub fn not_mixed(words: &Words, form: &str) -> String {
    let why = words.tell("sample-survey-not-mixed", &[("form", form.into())]);
    format!("{why} {}", words.say("sample-survey-help-longer"))
}

/// Why a study cannot be estimated, with the next step.
pub fn refusal(words: &Words, refusal: &Refusal) -> String {
    let tell = |key: &str, of: &str| words.tell(&format!("sample-survey-refusal-{key}"), &[("of", of.into())]);
    match refusal {
        Refusal::Named(of) => tell("named", of),
        Refusal::Setting(of) => tell("setting", of),
        Refusal::BadNumber { country, field } => tell("number", &format!("{country}: {field}")),
        Refusal::NoPopulation(of) => tell("no-population", of),
        Refusal::TooFewSurveys(of) => tell("too-few-surveys", of),
        Refusal::NoPositives(of) => tell("no-positives", of),
        Refusal::Constant(of) => tell("constant", of),
        Refusal::Durations(of) => tell("durations", of),
        Refusal::Total(of) => tell("total", of),
        Refusal::StateImposed(of) => tell("state-imposed", of),
        Refusal::NoStart => tell("no-start", ""),
    }
}

fn beside(t: Teller<'_>, all: &[CountryEstimate]) -> Vec<String> {
    let beyond = |country: &&CountryEstimate| {
        country.forms.iter().any(|form| match &form.basis {
            Basis::ModelledNoSurveyHere { extrapolation } => extrapolation.as_ref().is_some_and(|far| far.beyond),
            Basis::Survey => false,
        })
    };
    let far = all.iter().filter(beyond).count();
    if far == 0 { Vec::new() } else { vec![t.tell("sample-survey-beyond", &[("n", Arg::from(far))])] }
}

fn span(t: Teller<'_>, of: &Summary, decimals: i16) -> String {
    let fixed = |value: f64| t.words.numbers().fixed(value, decimals);
    t.range(fixed(of.lower), fixed(of.upper))
}

fn countries(t: Teller<'_>, level: f64, all: &[CountryEstimate]) -> Section {
    let mut blocks: Vec<Block> = drawings(t, level, all).into_iter().map(Block::Drawing).collect();
    let told = lines(all);
    let rows = all.iter().zip(told).map(|(country, line)| {
        let people = country.people;
        let width = people.upper - people.lower;
        let mark = if country.has_survey() { Mark::Pass } else { Mark::Doubt };
        vec![
            Cell::plain(t.words.name(&country.country)),
            Cell { text: t.named("basis", line.basis), mark: Some(mark) },
            Cell::plain(line.positives),
            Cell::plain(t.words.numbers().fixed(country.prevalence.median, 1)),
            Cell::plain(span(t, &country.prevalence, 1)),
            Cell::plain(t.people(people.median, width)),
            Cell::plain(t.range(t.people(people.lower, width), t.people(people.upper, width))),
            Cell::plain(line.rank),
            Cell::plain(distance(t, country)),
            Cell::plain(line.donors),
        ]
    });
    let level = t.level(level);
    let interval = || Column::numbers(t.tell("sample-column-level", &[("level", level.clone().into())]));
    blocks.push(Block::Table(Table {
        id: "countries-table".to_owned(),
        caption: t.say("sample-survey-caption"),
        columns: vec![
            Column::words(t.say("sample-column-country")),
            Column::words(t.say("sample-column-basis")),
            Column::numbers(t.say("sample-column-positives")),
            Column::numbers(t.say("sample-column-prevalence")),
            interval(),
            Column::numbers(t.say("sample-column-people")),
            interval(),
            Column::numbers(t.say("sample-column-rank")),
            Column::numbers(t.say("sample-column-distance")),
            Column::words(t.say("sample-column-donors")),
        ],
        rows: rows.collect(),
        wide: true,
        folded: false,
    }));
    blocks.push(Block::Note(t.say("sample-survey-distance")));
    Section { id: "countries", heading: t.say("sample-survey-heading"), blocks }
}

/// How far the country is from the surveyed ones, and how far the farthest of those is.
fn distance(t: Teller<'_>, country: &CountryEstimate) -> String {
    let far = country.forms.iter().filter_map(|form| match &form.basis {
        Basis::ModelledNoSurveyHere { extrapolation } => extrapolation.as_ref(),
        Basis::Survey => None,
    });
    let far = far.max_by(|a, b| a.distance.total_cmp(&b.distance));
    let fixed = |value: f64| Arg::from(t.words.numbers().fixed(value, 1));
    far.map_or_else(String::new, |far| {
        t.tell("sample-survey-far", &[("n", fixed(far.distance)), ("of", fixed(far.farthest_survey))])
    })
}

fn drawings(t: Teller<'_>, level: f64, all: &[CountryEstimate]) -> Vec<Drawing> {
    let mut order: Vec<&CountryEstimate> = all.iter().collect();
    order.sort_by(|a, b| b.prevalence.median.total_cmp(&a.prevalence.median));
    let most = order.iter().map(|one| one.prevalence.upper).filter(|upper| upper.is_finite()).fold(0.1, f64::max);
    let draw = |(at, some): (usize, &[&CountryEstimate])| {
        let row = |country: &&CountryEstimate| {
            let name = t.words.name(&country.country);
            let label = if country.has_survey() { name.to_owned() } else { format!("{name} *") };
            Range {
                label,
                text: t.words.numbers().fixed(country.prevalence.median, 1),
                point: Some(country.prevalence.median),
                ends: Some((country.prevalence.lower, country.prevalence.upper)),
                other: None,
            }
        };
        let rows: Vec<Range> = some.iter().map(row).collect();
        let told: Vec<String> = rows.iter().map(|row| format!("{}: {}.", row.label, row.text)).collect();
        let title = t.tell("sample-survey-plot", &[("level", t.level(level).into())]);
        let note = if at == 0 { t.say("sample-survey-star") } else { String::new() };
        let decimals = if most < 5.0 { 1 } else { 0 };
        let format = |value: f64| t.words.numbers().fixed(value, decimals);
        let unit = t.say("sample-axis-prevalence");
        Drawing::in_widths(t.dress, &format!("countries-{at}"), title, note, told.join(" "), &|alt, width| {
            Ranges { rows: &rows, axis: (0.0, most), bars: false, format: &format, unit: &unit, width }
                .draw(alt, t.dress)
        })
    };
    order.chunks(IN_ONE).enumerate().map(draw).collect()
}

const IDS: [&str; 4] = ["form-1", "form-2", "form-3", "form-4"];

/// What the model of one form rests on, its parameters and checks.
fn fit(t: Teller<'_>, level: f64, at: usize, form: &FormFit) -> Section {
    let count = |n: u64| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
    let args = [("n", count(form.positive)), ("asked", count(form.asked)), ("surveyed", count(form.surveyed))];
    let mut blocks = vec![Block::Text(t.tell("sample-form-rests", &args))];
    if form.stock_factor < 1.0 {
        let share = Arg::from(t.share(form.stock_factor));
        blocks.push(Block::Text(t.tell("sample-form-stock", &[("share", share)])));
    }
    let checks = form.gates.iter().map(|gate| {
        let (value, bound) = told::looked_at(t.words, gate);
        let verdict = Cell { text: told::verdict(t.words, gate.verdict), mark: Some(told::mark(gate.verdict)) };
        vec![Cell::plain(t.named("gate", gate.name)), verdict, Cell::plain(value), Cell::plain(bound)]
    });
    blocks.push(Block::Table(Table {
        id: format!("checks-{at}"),
        caption: t.say("sample-form-checks"),
        columns: vec![
            Column::words(t.say("estimate-column-check")),
            Column::words(t.say("estimate-column-verdict")),
            Column::numbers(t.say("estimate-column-value")),
            Column::numbers(t.say("estimate-column-bound")),
        ],
        rows: checks.collect(),
        wide: false,
        folded: form.verdict() == Verdict::Pass,
    }));
    let rows = form.parameters.iter().map(|one| {
        let median = t.words.numbers().fixed(one.summary.median, 2);
        [parameter(t, &one.name), median, span(t, &one.summary, 2)].map(Cell::plain).to_vec()
    });
    blocks.push(Block::Table(Table {
        id: format!("parameters-{at}"),
        caption: t.say("sample-form-parameters"),
        columns: vec![
            Column::words(t.say("sample-column-parameter")),
            Column::numbers(t.say("sample-column-median")),
            Column::numbers(t.tell("sample-column-level", &[("level", t.level(level).into())])),
        ],
        rows: rows.collect(),
        wide: false,
        folded: true,
    }));
    let heading = t.tell("sample-form-heading", &[("form", t.words.name(&form.form).into())]);
    Section { id: IDS.get(at).copied().unwrap_or("form"), heading, blocks }
}

/// The name of a parameter: what stands after the colon belongs to the model file.
fn parameter(t: Teller<'_>, name: &str) -> String {
    match name.split_once(": ") {
        Some((kind, of)) => format!("{}: {of}", t.named("parameter", kind)),
        None => t.named("parameter", name),
    }
}
