//! Bayesian model averaging over decomposable graphs: the interval carries the doubt about which lists depend on which.
//!
//! Madigan and York 1997, "Bayesian methods for estimation of the size of a closed population" (Biometrika 84). With
//! cliques C and separators S of a graph G, δ prior persons in each of the 2^t cells and M hidden people,
//!
//! ln w(G, M) = ln Γ(n + M + 1) − Σ ln Γ(N_w + 1) − ln Γ(M + 1) + Σ_A c_A L(A, M) + ln p(n + M),
//! L(A, M) = Σ_i [ln Γ(N_A(i) + δ 2^(t−|A|)) − ln Γ(δ 2^(t−|A|))] over the cells i of the marginal table of A, with M
//! added to the cell of no list; c_A counts cliques less separators ([`graph::Graph`]). All graphs weigh the same before.

mod average;
pub mod graph;
mod mode;
mod posterior;
mod prior;

use super::answer::{Answer, Estimate, Gate, Interval, Outcome, Reason, Setting, Verdict};
use super::table::Table;
use crate::watch::{Stopped, Watch};

pub use average::average;
pub use mode::Mode;
pub use posterior::{Posterior, Weighed};
pub use prior::{Delta, Grid, MOST_POINTS, Prior};

/// What has to be fixed before averaging.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The prior weight of a cell.
    pub delta: Delta,
    /// The hidden numbers that are held possible.
    pub grid: Grid,
    /// The prior of N.
    pub prior: Prior,
    /// How many of the likeliest graphs are named.
    pub named: usize,
}

impl Settings {
    /// What the program does when nothing else is asked: δ = 2^−t, 1,000 points to 30 n, p(N) ∝ 1/N.
    pub fn usual() -> Self {
        Self {
            delta: Delta::OnePerson,
            grid: Grid::Spread { points: 1000, times: 30 },
            prior: Prior::Reciprocal,
            named: 10,
        }
    }
}

/// More of the posterior than this in the last hundredth of the grid, or beyond it: the grid's end decides the interval.
const MOST_AT_END: f64 = 0.005;

/// The averaged posterior as an answer, with its interval at `level`.
///
/// # Errors
/// [`Stopped`] when the watcher says so.
pub fn answer(table: &Table, settings: &Settings, level: f64, watch: &dyn Watch) -> Result<Answer, Stopped> {
    Ok(match average(table, settings, watch)? {
        Ok(posterior) => say(&posterior, settings, level),
        Err(reason) => Answer::none("bma", reason),
    })
}

fn say(posterior: &Posterior, settings: &Settings, level: f64) -> Answer {
    let (lower, upper) = posterior.interval(level);
    let modes = posterior.modes();
    let best = posterior.graphs.first();
    let estimate = Estimate {
        point: posterior.median(),
        lower,
        upper,
        level,
        interval: Interval::Posterior,
        at_least: false,
        model: best.map(Weighed::model),
    };
    let gates = vec![
        Gate::at_most("grid-end", posterior.end_share(), MOST_AT_END, Verdict::Doubt),
        Gate::at_most("beyond-grid", posterior.beyond, MOST_AT_END, Verdict::Doubt),
        Gate::at_most("modes", modes.len() as f64, 1.0, Verdict::Doubt),
    ];
    let mut said = vec![
        ("delta", Setting::Number(posterior.delta)),
        ("prior", Setting::Word(settings.prior.word())),
        ("grid-end", Setting::Count(posterior.hidden.last().copied().unwrap_or(0))),
        ("grid-points", Setting::Count(posterior.hidden.len() as u64)),
        ("graphs", Setting::Count(posterior.averaged as u64)),
        ("quantile", Setting::Word("interpolated")),
        ("mean", Setting::Number(posterior.mean())),
    ];
    if let Some(best) = best {
        said.push(("model-share", Setting::Number(best.share)));
    }
    if let Some(second) = modes.get(1) {
        said.push(("mode", Setting::Number(modes[0].at)));
        said.push(("second-mode", Setting::Number(second.at)));
        said.push(("second-mode-share", Setting::Number(second.share)));
    }
    Answer {
        method: "bma",
        outcome: Outcome::Estimate(estimate),
        gates,
        settings: said,
        curves: vec![posterior.curve()],
    }
}

/// Why a table is not averaged over, if it is not.
fn refusal(table: &Table) -> Option<Reason> {
    if !graph::LISTS.contains(&table.t()) {
        return Some(Reason::NumberOfLists);
    }
    (table.overlap_share() == 0.0).then_some(Reason::NoOverlap)
}
