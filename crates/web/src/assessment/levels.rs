//! The advancement level: the published series with its releases, the rule, our reading of each year with its trace and what
//! each input changes, and what the assessor asks for.

use std::collections::BTreeMap;

use askama::Template;
use axum::Json;
use axum::response::{IntoResponse, Response};
use pana_app::assessment::{self, Action, Levels};
use pana_evidence::assessment::Advancement;
use pana_evidence::assessment::ilab::Row;
use pana_evidence::assessment::input::{Input, Inputs};
use pana_evidence::assessment::inspection::{Effect, Provision};
use pana_evidence::assessment::legal::{Norm, Standard};
use pana_evidence::assessment::reading::{Reading, Step};
use pana_evidence::{Figure, Observation, PartialDate, SourceId};
use pana_publish::assessment as told;
use pana_publish::figure::Written;
use pana_publish::said::{self, Said};

use super::record::{GoodRow, good};
use super::{About, Cited, Wish, in_short, in_words};
use crate::error::Oops;
use crate::kept::{Part, reference};
use crate::line::Named;
use crate::observation::day_asked;
use crate::page::{Nav, Page, render};
use crate::source::date;
use crate::visit::Visit;

/// A figure of the series with its page.
struct Value {
    id: String,
    figure: Written,
}

/// A year of the series.
struct Year {
    year: i16,
    values: Vec<Option<Value>>,
}

/// One figure in its releases.
struct Vintage {
    id: String,
    indicator: Named,
    year: Said,
    releases: Vec<(String, Option<String>, Written)>,
}

/// An input of a reading.
struct InputRow {
    anchor: String,
    kind: String,
    of: Option<String>,
    what: Said,
    since: Option<String>,
    cited: Option<Cited>,
}

/// The answer of a row of the rule.
struct StepRow {
    row: u8,
    asks: String,
    holds: String,
    decides: bool,
    gives: String,
    areas: Option<String>,
    inputs: Vec<(String, String)>,
}

/// Our reading of a year.
struct Read {
    year: i16,
    published: Option<Said>,
    derived: String,
    agreement: Option<(bool, String)>,
    inputs: Vec<InputRow>,
    steps: Vec<StepRow>,
    changing: Vec<String>,
    unchanging: Vec<String>,
    ours: Vec<String>,
}

/// A row of the rule.
struct RuleRow {
    row: u8,
    asks: String,
    gives: String,
    unread: bool,
    note: Option<Said>,
}

/// A suggested action.
struct ActionRow {
    area: Said,
    text: Said,
    years: String,
    count: String,
    cited: Option<Cited>,
}

/// A treaty, a law or a draft.
struct NormRow {
    title: Said,
    kind: Said,
    adopted: Option<String>,
    in_force: Option<String>,
    status: Option<Said>,
    direction: Option<Said>,
    page: Part,
}

/// A legal standard.
struct StandardRow {
    standard: Said,
    says: Vec<String>,
    demand: Option<Said>,
    year: Option<i16>,
    cited: Cited,
}

/// A rule of the inspection regime.
struct ProvisionRow {
    aspect: Said,
    effect: String,
    restricts: bool,
    from: Option<String>,
    until: Option<String>,
    says: Said,
    cited: Cited,
}

#[derive(Template)]
#[template(path = "assessment_ilab.html")]
struct LevelPage<'a> {
    page: Page<'a>,
    about: About<'a>,
    as_of: String,
    standing: String,
    columns: Vec<Named>,
    years: Vec<Year>,
    levels: Vec<Vintage>,
    figures: Vec<Vintage>,
    reads: Vec<Read>,
    rule: String,
    rows: Vec<RuleRow>,
    parameters: Vec<String>,
    actions: Vec<ActionRow>,
    goods: Vec<GoodRow>,
    norms: Vec<NormRow>,
    conventions: Vec<(String, String, Option<i16>, Cited)>,
    standards: Vec<StandardRow>,
    regime: Vec<ProvisionRow>,
}

/// The page.
pub async fn show(visit: &Visit, wish: &Wish) -> Result<Response, Oops> {
    let as_of = day_asked(visit, wish.as_of.as_deref())?;
    let about = About::new(visit, wish)?;
    let country = about.place(visit)?;
    let words = visit.words();
    let found = assessment::levels(&visit.desk, &visit.shelf, &country.id, as_of).await;
    let found = found.map_err(|error| visit.failed(error))?;
    let (columns, years) = table(visit, &found);
    let is_level = |vintage: &&Vec<Observation>| vintage.iter().any(|o| matches!(o.figure, Figure::Category(_)));
    let rule = &visit.desk.library.assessments.ilab;
    let inputs: BTreeMap<i16, &Inputs> = found.inputs.iter().map(|inputs| (inputs.year, inputs)).collect();
    let page = LevelPage {
        page: visit.page(Nav::Assessments, words.say("assessments-ilab-title")),
        as_of: as_of.map(|day| day.to_string()).unwrap_or_default(),
        standing: match as_of {
            Some(day) => words.tell("as-of-shown", &[("day", words.numbers().day(day).into())]),
            None => words.say("as-of-now"),
        },
        columns,
        years,
        levels: found.vintages.iter().filter(is_level).filter_map(|v| vintage(visit, v)).collect(),
        figures: found.vintages.iter().filter(|v| !is_level(v)).filter_map(|v| vintage(visit, v)).collect(),
        reads: found.readings.iter().map(|reading| read(visit, reading, inputs.get(&reading.year).copied())).collect(),
        rule: rule.name(),
        rows: rule.draft().rows.iter().map(|row| rule_row(visit, row)).collect(),
        parameters: rule.draft().parameters.iter().map(|known| told::parameter(words, known)).collect(),
        actions: found.actions.iter().map(|action| self::action(visit, action)).collect(),
        goods: found.goods.iter().map(|listed| good(visit, listed)).collect(),
        norms: found.law.norms.iter().map(|norm| self::norm(visit, norm)).collect(),
        conventions: conventions(visit, &found),
        standards: found.law.standards.iter().map(|standard| self::standard(visit, standard)).collect(),
        regime: found.regime.iter().map(|provision| self::provision(visit, provision)).collect(),
        about,
    };
    render(visit, &page)
}

/// The readings for programs.
pub fn answer(visit: &Visit, wish: &Wish) -> Result<Response, Oops> {
    let about = About::new(visit, wish)?;
    let country = about.place(visit)?;
    let read = assessment::readings(&visit.shelf.room, &visit.desk.library, &country.id);
    let (_, readings) = read.map_err(|error| visit.failed(error))?;
    Ok(Json(readings).into_response())
}

fn figure(visit: &Visit, observation: &Observation) -> Written {
    match &observation.figure {
        Figure::Category(label) => in_words(told::label(visit.words(), label)),
        _ => Written::new(visit.words(), observation),
    }
}

fn indicator(visit: &Visit, observation: &Observation) -> Named {
    let known = visit.shelf.room.indicator(&observation.indicator);
    let name = known.map_or(observation.indicator.0.as_str(), |known| &known.name);
    Named::new("indicators", &observation.indicator.0, Said::new(visit.words(), name))
}

/// The series as years by indicators.
fn table(visit: &Visit, found: &Levels) -> (Vec<Named>, Vec<Year>) {
    let mut columns: Vec<Named> = Vec::new();
    let mut years: BTreeMap<i16, BTreeMap<&str, &Observation>> = BTreeMap::new();
    for observation in &found.series {
        let Some(end) = observation.period.end else { continue };
        if !columns.iter().any(|known| known.id == observation.indicator.0) {
            columns.push(indicator(visit, observation));
        }
        years.entry(end.year()).or_default().insert(&observation.indicator.0, observation);
    }
    let figure = |found: &Observation| match &found.figure {
        Figure::Category(label) => {
            Advancement::parse_label(label).map_or_else(|_| self::figure(visit, found), |level| in_short(visit, &level))
        }
        _ => self::figure(visit, found),
    };
    let value = |found: &&Observation| Value { id: found.id.0.clone(), figure: figure(found) };
    let years = years.into_iter().map(|(year, known)| Year {
        year,
        values: columns.iter().map(|column| known.get(column.id.as_str()).map(value)).collect(),
    });
    let years = years.collect();
    (columns, years)
}

fn vintage(visit: &Visit, releases: &[Observation]) -> Option<Vintage> {
    let first = releases.first()?;
    let words = visit.words();
    let told = |release: &Observation| {
        let day = release.released.map(|day| words.numbers().day(day)).unwrap_or_else(|| words.say("not-stated"));
        (day, release.released.map(|day| day.to_string()), figure(visit, release))
    };
    Some(Vintage {
        id: first.id.0.clone(),
        indicator: indicator(visit, first),
        year: Said::new(words, &first.period.label),
        releases: releases.iter().map(told).collect(),
    })
}

fn read(visit: &Visit, reading: &Reading, inputs: Option<&Inputs>) -> Read {
    let words = visit.words();
    let (changing, unchanging): (Vec<_>, Vec<_>) = reading.counterfactuals.iter().partition(|without| without.changes);
    let say = |list: Vec<_>| list.into_iter().map(|without| told::counterfactual(words, without)).collect();
    let rows = inputs.map(|inputs| inputs.inputs.iter().map(|given| input(visit, inputs.year, given)).collect());
    Read {
        year: reading.year,
        published: reading.published.as_ref().map(|label| told::label(words, label)),
        derived: told::verdict(words, &reading.verdict),
        agreement: reading.agrees.zip(told::agreement(words, reading)),
        steps: reading.trace.iter().map(|step| self::step(visit, reading.year, step)).collect(),
        inputs: rows.unwrap_or_default(),
        changing: say(changing),
        unchanging: say(unchanging),
        ours: reading.our_reading.iter().map(|known| told::parameter(words, known)).collect(),
    }
}

fn anchor(year: i16, id: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!("input-{year}-{}", id.chars().map(plain).collect::<String>())
}

fn input(visit: &Visit, year: i16, input: &Input) -> InputRow {
    let words = visit.words();
    let stated = input.stated();
    let (of, since) = match input {
        Input::Effort { area, .. } => {
            let area = area.as_deref().unwrap_or("unknown");
            (Some(words.say(&format!("ilab-area-{area}"))), None)
        }
        Input::Regression { domain, since, .. } => {
            (Some(words.say(&format!("ilab-domain-{}", domain.code()))), Some(date(words, *since)))
        }
        Input::Complicity { .. } => (None, None),
    };
    let source = stated.source.as_ref().map(|source| SourceId(source.clone()));
    InputRow {
        anchor: anchor(year, &stated.id),
        kind: words.say(&format!("ilab-input-{}", input.kind())),
        of,
        since,
        what: Said::new(words, &stated.what),
        cited: source.map(|source| Cited::new(visit, &source, stated.locator.as_deref().unwrap_or_default())),
    }
}

fn step(visit: &Visit, year: i16, step: &Step) -> StepRow {
    let words = visit.words();
    StepRow {
        row: step.row,
        asks: words.say(&format!("ilab-when-{}", step.when.key())),
        holds: told::holds(words, step.holds),
        decides: step.decides,
        gives: told::label(words, &step.gives).text,
        areas: told::areas(words, &step.grounds),
        inputs: step.grounds.inputs.iter().map(|id| (anchor(year, id), id.clone())).collect(),
    }
}

fn rule_row(visit: &Visit, row: &Row) -> RuleRow {
    let words = visit.words();
    RuleRow {
        row: row.row,
        asks: words.say(&format!("ilab-when-{}", row.when.key())),
        gives: words.say(&format!("ilab-level-{}", row.level)),
        unread: !row.verified,
        note: row.note.as_ref().map(|note| Said::new(words, note)),
    }
}

fn action(visit: &Visit, action: &Action) -> ActionRow {
    let words = visit.words();
    let (first, last) = action.years;
    let count = usize::try_from(i32::from(last) - i32::from(first) + 1).unwrap_or(1);
    let source = action.source.as_ref().map(|source| SourceId(source.clone()));
    ActionRow {
        area: said::code(words, "assessments-area", &action.area),
        text: Said::new(words, &action.text),
        years: if first == last { first.to_string() } else { format!("{first}–{last}") },
        count: words.tell("assessments-editions", &[("n", count.into())]),
        cited: source.map(|source| Cited::new(visit, &source, action.locator.as_deref().unwrap_or_default())),
    }
}

fn norm(visit: &Visit, norm: &Norm) -> NormRow {
    let words = visit.words();
    let day = |day: Option<PartialDate>| day.map(|day| date(words, day));
    NormRow {
        title: Said::new(words, &norm.title),
        kind: said::code(words, "value", &norm.kind),
        adopted: day(norm.adopted),
        in_force: day(norm.in_force_from),
        status: norm.status.as_ref().map(|status| said::code(words, "value", status)),
        direction: norm.direction.as_ref().map(|direction| said::code(words, "value", direction)),
        page: reference(visit, &norm.row),
    }
}

fn conventions(visit: &Visit, found: &Levels) -> Vec<(String, String, Option<i16>, Cited)> {
    let words = visit.words();
    let told = found.law.conventions.iter().map(|convention| {
        let ratified = match convention.ratified {
            Some(true) => "goods-mark-yes",
            Some(false) => "goods-mark-no",
            None => "not-stated",
        };
        let name = said::code(words, "convention", &convention.convention).text;
        (name, words.say(ratified), convention.year, Cited::new(visit, &convention.source, ""))
    });
    told.collect()
}

fn standard(visit: &Visit, standard: &Standard) -> StandardRow {
    let words = visit.words();
    let conforms = words.say(match standard.conforms {
        Some(true) => "legal-conforms-yes",
        Some(false) => "legal-conforms-no",
        None => "legal-conforms-unknown",
    });
    let age = standard.age.map(|age| words.tell("legal-age", &[("n", usize::from(age).into())]));
    StandardRow {
        standard: said::code(words, "legal-standard", &standard.standard),
        says: age.into_iter().chain([conforms]).collect(),
        demand: standard.demand.as_ref().map(|demand| Said::new(words, demand)),
        year: standard.year,
        cited: Cited::new(visit, &standard.source, &standard.locator),
    }
}

fn provision(visit: &Visit, provision: &Provision) -> ProvisionRow {
    let words = visit.words();
    let restricts = provision.effect == Effect::Restricts;
    let effect = if restricts { "inspection-effect-restricts" } else { "inspection-effect-widens" };
    ProvisionRow {
        aspect: said::code(words, "inspection-aspect", &provision.aspect),
        effect: words.say(effect),
        restricts,
        from: provision.from.map(|from| date(words, from)),
        until: provision.until.map(|until| date(words, until)),
        says: Said::new(words, &provision.says),
        cited: Cited::new(visit, &SourceId(provision.source.clone()), &provision.locator),
    }
}
