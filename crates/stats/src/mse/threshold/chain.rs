//! Hamiltonian Monte Carlo on the scale on which the posterior is nearly round (Duane et al. 1987; Neal 2011).
//!
//! A random walk with the same covariance, as others use here, needs some fifty sweeps for one independent draw of
//! sixteen parameters; a path of a quarter turn needs about one. The density is log-concave, so there is one mode.

use std::f64::consts::FRAC_PI_2;

use super::target::Target;
use crate::chance::Chance;
use crate::watch::{Stopped, Watch, go_on};

/// Paths between two looks at the watcher.
const BETWEEN_LOOKS: usize = 100;

/// Paths after which the step is adapted while warming up.
const BETWEEN_STEPS: usize = 25;

/// Draws of α, each as long as the target has parameters.
pub(super) fn run(
    target: &Target,
    burn_in: usize,
    draws: usize,
    chance: &mut Chance,
    watch: &dyn Watch,
) -> Result<Vec<Vec<f64>>, Stopped> {
    let mut path = Path::new(target, chance);
    let mut kept = Vec::with_capacity(draws);
    let mut accepted = 0;
    for number in 0..burn_in + draws {
        if number % BETWEEN_LOOKS == 0 {
            go_on(watch)?;
        }
        accepted += usize::from(path.go(target, chance));
        if number >= burn_in {
            kept.push(path.alpha.clone());
        } else if number % BETWEEN_STEPS == BETWEEN_STEPS - 1 {
            path.adapt(accepted);
            accepted = 0;
        }
    }
    Ok(kept)
}

/// A path has no more steps, even while the step is still being found.
const MOST_STEPS: usize = 64;

struct Path {
    step: f64,
    z: Vec<f64>,
    slope: Vec<f64>,
    value: f64,
    alpha: Vec<f64>,
    room: super::target::Room,
}

impl Path {
    /// Starts from the normal distribution of the mode's curvature, or at the mode where that is too far out to have a
    /// density. There is no second mode that a wider start could find.
    fn new(target: &Target, chance: &mut Chance) -> Self {
        let size = target.size();
        let mut room = target.room();
        let mut slope = vec![0.0; size];
        let mut z: Vec<f64> = (0..size).map(|_| chance.normal()).collect();
        let mut value = target.at(&z, &mut slope, &mut room);
        if !value.is_finite() {
            z.fill(0.0);
            value = target.at(&z, &mut slope, &mut room);
        }
        // The optimal step falls with the fourth root of the number of parameters (Beskos et al. 2013).
        let step = 1.0 / libm::sqrt(libm::sqrt(size as f64));
        Self { step, z, slope, value, alpha: room.alpha.clone(), room }
    }

    /// One path of about a quarter turn, of random length so that no path closes on itself. True if its end was accepted.
    fn go(&mut self, target: &Target, chance: &mut Chance) -> bool {
        let mut speed: Vec<f64> = (0..target.size()).map(|_| chance.normal()).collect();
        let before = self.value - half_square(&speed);
        let steps = libm::ceil(FRAC_PI_2 * (0.6 + 0.6 * chance.uniform()) / self.step) as usize;
        let steps = steps.min(MOST_STEPS);
        let (mut z, mut slope, mut value) = (self.z.clone(), self.slope.clone(), self.value);
        for _ in 0..steps {
            push(&mut speed, &slope, self.step / 2.0);
            push(&mut z, &speed, self.step);
            value = target.at(&z, &mut slope, &mut self.room);
            if !value.is_finite() {
                break;
            }
            push(&mut speed, &slope, self.step / 2.0);
        }
        let gain = value - half_square(&speed) - before;
        let accepted = gain.is_finite() && libm::log(chance.uniform()) < gain;
        if accepted {
            self.alpha.clone_from(&self.room.alpha);
            (self.z, self.slope, self.value) = (z, slope, value);
        }
        accepted
    }

    /// A step that is accepted more than three times in four, but not always, is left alone; one that hardly ever is, far
    /// out in a long tail, shrinks at once.
    fn adapt(&mut self, accepted: usize) {
        let share = accepted as f64 / BETWEEN_STEPS as f64;
        if share < 0.2 {
            self.step *= 0.3;
        } else if share < 0.75 {
            self.step *= 0.8;
        } else if share > 0.95 {
            self.step = f64::min(self.step * 1.3, 1.2);
        }
    }
}

fn push(values: &mut [f64], by: &[f64], share: f64) {
    values.iter_mut().zip(by).for_each(|(value, b)| *value += share * b);
}

fn half_square(speed: &[f64]) -> f64 {
    0.5 * speed.iter().map(|v| v * v).sum::<f64>()
}
