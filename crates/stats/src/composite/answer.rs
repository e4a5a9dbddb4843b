//! Answer: the index for a reader, with everything a report prints: units, intervals of rank, shares, steps taken.

use serde::Serialize;

use super::describe::{correlation, cronbach};
use super::model::{Class, Imputation, Model, Normalisation};
use super::refusal::Refusal;
use super::removal::{Removal, removals};
use super::score::{Scored, score};
use super::sensitivity::{Estimator, Sensitivity, SensitivitySettings, sensitivity};
use super::table::Table;
use super::treat::Treated;
use super::tree::Tree;
use super::uncertainty::{Uncertainty, uncertainty};
use crate::watch::Watch;

/// What is wanted besides the scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Draws of the uncertainty analysis; `None` for none. 8,192 is a good number.
    pub uncertainty: Option<usize>,
    /// N of the sensitivity analysis; `None` for none.
    pub sensitivity: Option<usize>,
    /// Bootstrap replicates of the sensitivity analysis.
    pub bootstrap: usize,
    /// The level of all intervals.
    pub level: f64,
    /// The seed.
    pub seed: u64,
}

/// The index for a reader.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// The model's id.
    pub model: String,
    /// Its title.
    pub title: String,
    /// Where its rules come from.
    pub source: String,
    /// The node that is the index.
    pub index: String,
    /// Units with a score, best rank first, those of one rank in the order of the table; then those without.
    pub units: Vec<UnitAnswer>,
    /// Units that were taken out for too little data.
    pub dropped: Vec<Dropped>,
    /// Every node, in the order of the model.
    pub nodes: Vec<NodeAnswer>,
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// Ranks under other assumptions.
    pub uncertainty: Option<Uncertainty>,
    /// Which assumption moves them.
    pub sensitivity: Option<Sensitivity>,
    /// Ranks without each node; with the uncertainty or the sensitivity.
    pub removals: Vec<Removal>,
    /// The nodes without which there is no index, with the reason.
    pub needed: Vec<Needed>,
}

/// A node without which there is no index.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Needed {
    /// Its id.
    pub node: String,
    /// Why it cannot be left out.
    pub reason: String,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitAnswer {
    /// Its code.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Its score, on the scale on which it is shown; `None` when too many of its parts are missing.
    pub score: Option<f64>,
    /// Its rank among `of`; equal scores share the smallest.
    pub rank: Option<usize>,
    /// How many have a score.
    pub of: usize,
    /// The interval of its rank, where uncertainty was asked for.
    pub rank_interval: Option<(usize, usize)>,
    /// The class of its score.
    pub class: Option<String>,
    /// 0: its data can be relied upon; 10: not at all.
    pub reliability: Option<f64>,
    /// The share of its cells that is filled in the table.
    pub available: f64,
    /// How many of its cells were imputed.
    pub imputed: usize,
    /// Its score at each node, in their order.
    pub scores: Vec<Option<f64>>,
}

/// A unit that was taken out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dropped {
    /// Its code.
    pub unit: String,
    /// The share of its cells that was filled when it was judged.
    pub available: f64,
}

/// One node.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeAnswer {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its level; indicators are level 1.
    pub level: usize,
    /// The node it belongs to.
    pub parent: Option<String>,
    /// Its weight beside its siblings.
    pub weight: f64,
    /// The correlation of its scores with the index; `None` without spread.
    pub correlation: Option<f64>,
    /// Cronbach's α of its children: do they measure one thing?
    pub alpha: Option<f64>,
}

/// Something that was done to the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
pub enum Step {
    /// Indicators were divided by a denominator.
    Denominate {
        /// How many.
        indicators: usize,
    },
    /// Holes were filled.
    Impute {
        /// How.
        how: Imputation,
        /// How many cells.
        cells: usize,
        /// How many are holes still.
        left: usize,
    },
    /// Units with too little data were taken out.
    Screen {
        /// The share that was asked for.
        least: f64,
        /// How many.
        units: usize,
    },
    /// Outliers were looked for.
    Treat {
        /// Which indicators were changed.
        changed: Vec<Treated>,
    },
    /// Indicators were brought onto one scale.
    Normalise {
        /// How.
        how: Normalisation,
    },
    /// They were added up.
    Aggregate {
        /// How many nodes.
        nodes: usize,
    },
}

/// Makes the index and whatever else is wanted.
pub fn answer(model: &Model, table: &Table, settings: &Settings, watch: &dyn Watch) -> Result<Answer, Refusal> {
    let scored = score(model, table)?;
    let uncertain = settings
        .uncertainty
        .map(|draws| uncertainty(model, table, draws, settings.level, settings.seed, watch))
        .transpose()?;
    let shares = settings
        .sensitivity
        .map(|draws| sensitivity(model, table, &sensitivity_settings(settings, draws), watch))
        .transpose()?;
    let wanted = uncertain.is_some() || shares.is_some();
    let (parts, needed) = if wanted { without_each(model, table, &scored) } else { (Vec::new(), Vec::new()) };
    let unit_of = |&(unit, available): &(usize, f64)| Dropped { unit: table.units[unit].code.clone(), available };
    Ok(Answer {
        model: model.id.clone(),
        title: model.title.clone(),
        source: model.source.clone(),
        index: scored.root.clone(),
        units: units(model, table, &scored, uncertain.as_ref()),
        dropped: scored.prepared.dropped.iter().map(unit_of).collect(),
        nodes: nodes(model, &scored)?,
        steps: steps(model, &scored),
        uncertainty: uncertain,
        sensitivity: shares,
        removals: parts,
        needed,
    })
}

/// The index without each node in turn. One that cannot be left out does not cost the others their answer.
fn without_each(model: &Model, table: &Table, scored: &Scored) -> (Vec<Removal>, Vec<Needed>) {
    let (mut parts, mut needed) = (Vec::new(), Vec::new());
    for node in model.nodes.iter().filter(|node| node.id != scored.root) {
        match removals(model, table, std::slice::from_ref(&node.id)) {
            Ok(found) => parts.extend(found),
            Err(refusal) => needed.push(Needed { node: node.id.clone(), reason: refusal.to_string() }),
        }
    }
    (parts, needed)
}

fn sensitivity_settings(settings: &Settings, draws: usize) -> SensitivitySettings {
    SensitivitySettings {
        draws,
        bootstrap: settings.bootstrap,
        level: settings.level,
        seed: settings.seed,
        estimator: Estimator::JanonJansen,
    }
}

fn units(model: &Model, table: &Table, scored: &Scored, uncertain: Option<&Uncertainty>) -> Vec<UnitAnswer> {
    let index = scored.index();
    let raw = &scored.prepared.raw;
    let of = scored.ranks.iter().flatten().count();
    let unit = |(place, &at): (usize, &usize)| {
        let raw_place = raw.units().iter().position(|&unit| unit == at).unwrap_or(place);
        let filled = raw.filled(raw_place);
        let cells = model.indicators.len();
        let score = index.shown[place];
        UnitAnswer {
            unit: table.units[at].code.clone(),
            name: table.units[at].name.clone(),
            score,
            rank: scored.ranks[place],
            of,
            rank_interval: uncertain.map(|all| (all.units[place].lower, all.units[place].upper)),
            class: score.and_then(|score| class(&model.classes, score)),
            reliability: model.reliability.as_ref().and_then(|rules| rules.of(table, at, cells - filled)),
            available: filled as f64 / cells as f64,
            imputed: scored.prepared.screened.filled(place).saturating_sub(filled),
            scores: model.nodes.iter().map(|node| scored.items[&node.id].shown[place]).collect(),
        }
    };
    let mut units: Vec<UnitAnswer> = scored.prepared.normalised.units().iter().enumerate().map(unit).collect();
    units.sort_by_key(|unit| unit.rank.unwrap_or(usize::MAX));
    units
}

/// The class with the highest `from` that the score reaches; 1e-9 is rounding of the score.
fn class(classes: &[Class], score: f64) -> Option<String> {
    let reached = classes.iter().filter(|class| score >= class.from - 1e-9);
    reached.max_by(|a, b| a.from.total_cmp(&b.from)).map(|class| class.name.clone())
}

fn nodes(model: &Model, scored: &Scored) -> Result<Vec<NodeAnswer>, Refusal> {
    let tree = Tree::new(model)?;
    let column = |item: usize| -> Vec<f64> {
        let scores = &scored.items[super::tree::id(model, item)].scores;
        scores.iter().map(|score| score.unwrap_or(f64::NAN)).collect()
    };
    let index = column(tree.leaves + tree.root);
    let node = |(number, node): (usize, &super::model::Node)| {
        let item = &scored.items[&node.id];
        let children: Vec<Vec<f64>> = tree.children[number].iter().map(|&child| column(child)).collect();
        NodeAnswer {
            id: node.id.clone(),
            name: if node.name.is_empty() { node.id.clone() } else { node.name.clone() },
            level: item.level,
            parent: node.parent.clone(),
            weight: item.weight,
            correlation: correlation(&index, &column(tree.leaves + number)),
            alpha: cronbach(&children.iter().map(Vec::as_slice).collect::<Vec<_>>()),
        }
    };
    Ok(model.nodes.iter().enumerate().map(node).collect())
}

fn steps(model: &Model, scored: &Scored) -> Vec<Step> {
    let prepared = &scored.prepared;
    let holes = |grid: &super::table::Grid| {
        let cells = grid.columns.iter().flatten();
        cells.filter(|cell| cell.is_nan()).count()
    };
    let mut steps = Vec::new();
    let divided = model.indicators.iter().filter(|indicator| indicator.denominator.is_some()).count();
    if divided > 0 {
        steps.push(Step::Denominate { indicators: divided });
    }
    let screened = model.screen.map(|s| Step::Screen { least: s.least, units: prepared.dropped.len() });
    let (early, late) = match &model.screen {
        Some(screening) if screening.after_imputation => (None, screened),
        _ => (screened, None),
    };
    steps.extend(early);
    if model.impute != Imputation::None {
        let before = prepared.denominated.only(prepared.imputed.units());
        let left = holes(&prepared.imputed);
        steps.push(Step::Impute { how: model.impute.clone(), cells: holes(&before) - left, left });
    }
    steps.extend(late);
    let any = model.treat != super::model::Treatment::None || model.indicators.iter().any(|i| i.treat.is_some());
    if any {
        steps.push(Step::Treat { changed: prepared.treatments.clone() });
    }
    steps.push(Step::Normalise { how: model.normalise.clone() });
    steps.push(Step::Aggregate { nodes: model.nodes.len() });
    steps
}
