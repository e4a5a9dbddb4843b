//! Tree: the hierarchy of a model, checked. Items are numbered: indicators first, nodes after them, each in the order of
//! the model.

use std::collections::BTreeMap;

use super::model::{Aggregation, Model, Normalisation, Show, Treatment};
use super::refusal::Refusal;

/// A hierarchy with one root, no circle and no empty node.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    /// How many indicators there are.
    pub leaves: usize,
    /// Of each node, its children as items.
    pub children: Vec<Vec<usize>>,
    /// The nodes, children before parents.
    pub order: Vec<usize>,
    /// Of each item, its level: indicators 1, a node one more than its highest child.
    pub level: Vec<usize>,
    /// The node that is the index.
    pub root: usize,
}

impl Tree {
    pub(crate) fn new(model: &Model) -> Result<Self, Refusal> {
        let numbers = numbers(model)?;
        check_fields(model)?;
        let leaves = model.indicators.len();
        let node_of = |child: &str, parent: &str| match numbers.get(parent) {
            Some(&item) if item >= leaves => Ok(item - leaves),
            _ => Err(Refusal::NoParent { child: child.to_owned(), parent: parent.to_owned() }),
        };
        let mut children = vec![Vec::new(); model.nodes.len()];
        for (item, indicator) in model.indicators.iter().enumerate() {
            children[node_of(&indicator.id, &indicator.parent)?].push(item);
        }
        let mut roots = Vec::new();
        for (node, written) in model.nodes.iter().enumerate() {
            match &written.parent {
                Some(parent) => children[node_of(&written.id, parent)?].push(leaves + node),
                None => roots.push(node),
            }
        }
        let [root] = roots[..] else { return Err(Refusal::Roots(roots.len())) };
        if let Some(node) = children.iter().position(Vec::is_empty) {
            return Err(Refusal::Childless(model.nodes[node].id.clone()));
        }
        let order = bottom_up(&children, leaves, root);
        // Each node has one parent, so whatever the walk from the root does not reach sits on a circle.
        if let Some(node) = (0..children.len()).find(|node| !order.contains(node)) {
            return Err(Refusal::Circle(model.nodes[node].id.clone()));
        }
        let mut level = vec![1; leaves + children.len()];
        for &node in &order {
            level[leaves + node] = 1 + children[node].iter().map(|&child| level[child]).max().unwrap_or(0);
        }
        Ok(Self { leaves, children, order, level, root })
    }

    /// How many items there are.
    pub(crate) fn items(&self) -> usize {
        self.leaves + self.children.len()
    }
}

/// The item of each id.
pub(crate) fn numbers(model: &Model) -> Result<BTreeMap<&str, usize>, Refusal> {
    let mut numbers = BTreeMap::new();
    let indicators = model.indicators.iter().map(|indicator| indicator.id.as_str());
    for (item, id) in indicators.chain(model.nodes.iter().map(|node| node.id.as_str())).enumerate() {
        if numbers.insert(id, item).is_some() {
            return Err(Refusal::Twice(id.to_owned()));
        }
    }
    Ok(numbers)
}

/// The weight of an item as the model gives it.
pub(crate) fn given_weight(model: &Model, item: usize) -> f64 {
    let leaves = model.indicators.len();
    if item < leaves { model.indicators[item].weight } else { model.nodes[item - leaves].weight }
}

/// The id of an item.
pub(crate) fn id(model: &Model, item: usize) -> &str {
    let leaves = model.indicators.len();
    if item < leaves { &model.indicators[item].id } else { &model.nodes[item - leaves].id }
}

fn bottom_up(children: &[Vec<usize>], leaves: usize, root: usize) -> Vec<usize> {
    // From the root down, then turned round: every child comes after its parent, and so before it in the end.
    let mut order = vec![root];
    let mut next = 0;
    while next < order.len() {
        let nodes = children[order[next]].iter().filter(|&&child| child >= leaves).map(|child| child - leaves);
        order.extend(nodes);
        next += 1;
    }
    order.reverse();
    order
}

fn check_fields(model: &Model) -> Result<(), Refusal> {
    let number = |of: &str, field, value: f64, fits: bool, expected| {
        if fits { Ok(()) } else { Err(Refusal::Number { of: of.to_owned(), field, value, expected }) }
    };
    let share = |value: f64| (0.0..=1.0).contains(&value);
    if let Some(screening) = &model.screen {
        number("screen", "least", screening.least, share(screening.least), "a share from 0 to 1")?;
    }
    number(&model.id, "least", model.least, share(model.least), "a share from 0 to 1")?;
    check_aggregation(&model.id, &model.aggregate)?;
    check_normalisation(&model.id, &model.normalise)?;
    check_treatment(&model.id, &model.treat)?;
    for indicator in &model.indicators {
        let (of, weight) = (indicator.id.as_str(), indicator.weight);
        number(of, "weight", weight, weight.is_finite() && weight >= 0.0, "a number of at least 0")?;
        if let Some([low, high]) = indicator.goalposts {
            number(of, "goalposts", high, low.is_finite() && high.is_finite() && low < high, "two numbers, low first")?;
        }
        if let Some(target) = indicator.target {
            number(of, "target", target, target.is_finite(), "a number")?;
        }
        check_treatment(of, indicator.treat.as_ref().unwrap_or(&Treatment::None))?;
        let normalisation = indicator.normalise.as_ref().unwrap_or(&model.normalise);
        check_normalisation(of, normalisation)?;
        super::normalise::check(indicator, normalisation)?;
    }
    for node in &model.nodes {
        let (of, weight) = (node.id.as_str(), node.weight);
        number(of, "weight", weight, weight.is_finite() && weight >= 0.0, "a number of at least 0")?;
        let decimals = node.round.unwrap_or(0);
        number(of, "round", f64::from(decimals), decimals <= 12, "0 to 12 decimals")?;
        if let Some(aggregation) = &node.aggregate {
            check_aggregation(of, aggregation)?;
        }
        match &node.show {
            Show::Percent { of: most, except } => {
                for &value in std::iter::once(most).chain(except.values()) {
                    number(of, "show.of", value, value.is_finite() && value > 0.0, "a number above 0")?;
                }
            }
            Show::MinMax { low, high } => {
                number(of, "show.high", *high, low.is_finite() && high.is_finite() && low < high, "more than low")?;
            }
            Show::Plain => {}
        }
    }
    Ok(())
}

pub(crate) fn check_aggregation(of: &str, aggregation: &Aggregation) -> Result<(), Refusal> {
    let refuse = |field, value, expected| Err(Refusal::Number { of: of.to_owned(), field, value, expected });
    match *aggregation {
        Aggregation::Generalised { power } if !power.is_finite() || power == 0.0 => {
            refuse("aggregate.power", power, "a number other than 0")
        }
        Aggregation::GeometricReversed { low, high } if !(low.is_finite() && high.is_finite() && low < high) => {
            refuse("aggregate.high", high, "more than low")
        }
        _ => Ok(()),
    }
}

pub(crate) fn check_normalisation(of: &str, normalisation: &Normalisation) -> Result<(), Refusal> {
    let refuse = |field, value, expected| Err(Refusal::Number { of: of.to_owned(), field, value, expected });
    match *normalisation {
        Normalisation::MinMax { low, high } if !(low.is_finite() && high.is_finite() && low < high) => {
            refuse("normalise.high", high, "more than low")
        }
        Normalisation::ZScore { sd, .. } if !(sd.is_finite() && sd > 0.0) => refuse("normalise.sd", sd, "above 0"),
        Normalisation::ZScore { mean, .. } if !mean.is_finite() => refuse("normalise.mean", mean, "a number"),
        Normalisation::Goalposts { times, .. } if !(times.is_finite() && times > 0.0) => {
            refuse("normalise.times", times, "above 0")
        }
        _ => Ok(()),
    }
}

pub(crate) fn check_treatment(of: &str, treatment: &Treatment) -> Result<(), Refusal> {
    match *treatment {
        Treatment::Rule { skew, .. } if !(skew.is_finite() && skew > 0.0) => {
            Err(Refusal::Number { of: of.to_owned(), field: "treat.skew", value: skew, expected: "above 0" })
        }
        Treatment::Rule { kurtosis, .. } if !kurtosis.is_finite() => {
            Err(Refusal::Number { of: of.to_owned(), field: "treat.kurtosis", value: kurtosis, expected: "a number" })
        }
        _ => Ok(()),
    }
}
