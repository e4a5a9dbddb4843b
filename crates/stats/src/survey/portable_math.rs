//! The arithmetic of the sampler, one number at a time.
//!
//! `nuts-rs` builds its trees and adapts itself; the vectors it moves belong to whoever calls it. Its own vectors use the
//! widest instructions of the processor, so their last digit depends on it. Here each operation is a plain loop, each
//! product is rounded before it is added, and each function is `libm`'s. What is left of the processor in a fit, and how
//! it is kept out of the result, is ADR 16.

use std::collections::HashMap;

use nuts_rs::rand::Rng;
use nuts_rs::{HasDims, LogpError, Math};

use crate::special::normal_quantile;

/// Something to draw from: the logarithm of a density up to a constant, with its gradient.
pub trait Density: Sync {
    /// How many numbers a position has.
    fn dim(&self) -> usize;
    /// ln p(position) up to a constant; writes ∂ ln p/∂position. May be NaN or infinite where there is nothing to find.
    fn log_density(&self, position: &[f64], gradient: &mut [f64]) -> f64;
}

/// Why a density has no value, or an operation no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoValue {
    /// The density is no finite number here; the sampler turns back (a divergence).
    #[error("the density has no finite value here")]
    NotFinite,
    /// A normalising flow was asked for, and there is none.
    #[error("this sampler adapts a diagonal scale only")]
    NoFlow,
}

impl LogpError for NoValue {
    fn is_recoverable(&self) -> bool {
        *self == Self::NotFinite
    }
}

/// The vectors of the sampler for one density.
pub struct PortableMath<'a>(pub &'a dyn Density);

/// The number with 12 binary digits that is nearest.
///
/// The step size comes out of the sampler's own `exp` and `ln`, which are the platform's: its sixteenth digit may differ
/// between machines. Its first three do not, but with a chance of about 1e−11 for each step size that is set; and any
/// step size is a right one. Whole numbers below 4096, and so ±1, stay as they are.
pub fn short(step: f64) -> f64 {
    const DROPPED: u32 = 52 - 12;
    if !step.is_finite() {
        return step;
    }
    let half = 1_u64 << (DROPPED - 1);
    f64::from_bits(step.to_bits().wrapping_add(half) & !((1 << DROPPED) - 1))
}

impl HasDims for PortableMath<'_> {
    fn dim_sizes(&self) -> HashMap<String, u64> {
        HashMap::from([("unconstrained_parameter".to_owned(), self.0.dim() as u64)])
    }
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

/// Uᵀx, U given by its columns.
fn onto(columns: &[Vec<f64>], x: &[f64]) -> Vec<f64> {
    columns.iter().map(|column| dot(column, x)).collect()
}

fn standard_normal<R: Rng + ?Sized>(rng: &mut R) -> f64 {
    // As `Chance::uniform`: 53 bits on the open interval.
    normal_quantile(((rng.next_u64() >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0))
}

/// The standard deviation and its inverse for a variance, where it is one.
fn scales(variance: f64, fill: Option<f64>, clamp: (f64, f64)) -> Option<(f64, f64)> {
    let sound = variance.is_finite() && variance != 0.0;
    let variance = if sound { variance.max(clamp.0).min(clamp.1) } else { fill? };
    Some((libm::sqrt(variance), libm::sqrt(1.0 / variance)))
}

impl Math for PortableMath<'_> {
    type Vector = Vec<f64>;
    type EigVectors = Vec<Vec<f64>>;
    type EigValues = Vec<f64>;
    type LogpErr = NoValue;
    type Err = NoValue;
    type FlowParameters = ();
    type ExpandedVector = Vec<f64>;

    fn dim(&self) -> usize {
        self.0.dim()
    }

    fn new_array(&mut self) -> Vec<f64> {
        vec![0.0; self.0.dim()]
    }

    fn logp_array(&mut self, position: &Vec<f64>, gradient: &mut Vec<f64>) -> Result<f64, NoValue> {
        self.logp(position, gradient)
    }

    fn logp(&mut self, position: &[f64], gradient: &mut [f64]) -> Result<f64, NoValue> {
        let value = self.0.log_density(position, gradient);
        let finite = value.is_finite() && gradient.iter().all(|g| g.is_finite());
        if finite { Ok(value) } else { Err(NoValue::NotFinite) }
    }

    fn init_position<R: Rng + ?Sized>(
        &mut self,
        rng: &mut R,
        position: &mut Vec<f64>,
        gradient: &mut Vec<f64>,
    ) -> Result<f64, NoValue> {
        position.iter_mut().for_each(|x| *x = standard_normal(rng));
        self.logp(position, gradient)
    }

    fn expand_vector<R: Rng + ?Sized>(&mut self, _rng: &mut R, array: &Vec<f64>) -> Result<Vec<f64>, NoValue> {
        Ok(array.clone())
    }

    fn axpy_out(&mut self, x: &Vec<f64>, y: &Vec<f64>, a: f64, out: &mut Vec<f64>) {
        let a = short(a);
        out.iter_mut().zip(x.iter().zip(y)).for_each(|(out, (x, y))| *out = a * x + y);
    }

    fn axpy(&mut self, x: &Vec<f64>, y: &mut Vec<f64>, a: f64) {
        let a = short(a);
        y.iter_mut().zip(x).for_each(|(y, x)| *y += a * x);
    }

    fn scalar_prods3(
        &mut self,
        positive1: &Vec<f64>,
        negative1: &Vec<f64>,
        positive2: &Vec<f64>,
        x: &Vec<f64>,
        y: &Vec<f64>,
    ) -> (f64, f64) {
        let (mut with_x, mut with_y) = (0.0, 0.0);
        for i in 0..positive1.len() {
            let d = positive1[i] - negative1[i] + positive2[i];
            with_x += d * x[i];
            with_y += d * y[i];
        }
        (with_x, with_y)
    }

    fn scalar_prods2(&mut self, positive1: &Vec<f64>, positive2: &Vec<f64>, x: &Vec<f64>, y: &Vec<f64>) -> (f64, f64) {
        let (mut with_x, mut with_y) = (0.0, 0.0);
        for i in 0..positive1.len() {
            let d = positive1[i] + positive2[i];
            with_x += d * x[i];
            with_y += d * y[i];
        }
        (with_x, with_y)
    }

    fn sq_norm_sum(&mut self, x: &Vec<f64>, y: &Vec<f64>) -> f64 {
        x.iter().zip(y).map(|(x, y)| (x + y) * (x + y)).sum()
    }

    fn array_vector_dot(&mut self, array1: &Vec<f64>, array2: &Vec<f64>) -> f64 {
        dot(array1, array2)
    }

    fn read_from_slice(&mut self, dest: &mut Vec<f64>, source: &[f64]) {
        dest.copy_from_slice(source);
    }

    fn write_to_slice(&mut self, source: &Vec<f64>, dest: &mut [f64]) {
        dest.copy_from_slice(source);
    }

    fn copy_into(&mut self, array: &Vec<f64>, dest: &mut Vec<f64>) {
        dest.copy_from_slice(array);
    }

    fn fill_array(&mut self, array: &mut Vec<f64>, val: f64) {
        array.fill(val);
    }

    fn array_sum_ln(&mut self, array: &Vec<f64>) -> f64 {
        array.iter().map(|x| libm::log(*x)).sum()
    }

    fn array_all_finite(&mut self, array: &Vec<f64>) -> bool {
        array.iter().all(|x| x.is_finite())
    }

    fn array_all_finite_and_nonzero(&mut self, array: &Vec<f64>) -> bool {
        array.iter().all(|x| x.is_finite() && *x != 0.0)
    }

    fn array_mult(&mut self, array1: &Vec<f64>, array2: &Vec<f64>, dest: &mut Vec<f64>) {
        dest.iter_mut().zip(array1.iter().zip(array2)).for_each(|(dest, (x, y))| *dest = x * y);
    }

    fn array_mult_inplace(&mut self, array1: &mut Vec<f64>, array2: &Vec<f64>) {
        array1.iter_mut().zip(array2).for_each(|(x, y)| *x *= y);
    }

    fn array_recip(&mut self, array: &Vec<f64>, dest: &mut Vec<f64>) {
        dest.iter_mut().zip(array).for_each(|(dest, x)| *dest = 1.0 / x);
    }

    fn array_softclip(&mut self, array: &mut Vec<f64>, clip: f64) {
        array.iter_mut().for_each(|x| *x = clip * libm::asinh(*x / clip));
    }

    fn array_normalize(&mut self, v: &mut Vec<f64>) {
        let norm = libm::sqrt(dot(v, v));
        if norm >= 1e-300 {
            v.iter_mut().for_each(|x| *x /= norm);
        }
    }

    fn array_gaussian<R: Rng + ?Sized>(&mut self, rng: &mut R, dest: &mut Vec<f64>, stds: &Vec<f64>) {
        dest.iter_mut().zip(stds).for_each(|(x, sd)| *x = sd * standard_normal(rng));
    }

    fn array_update_variance(
        &mut self,
        mean: &mut Vec<f64>,
        variance: &mut Vec<f64>,
        value: &Vec<f64>,
        diff_scale: f64,
    ) {
        for i in 0..value.len() {
            let difference = value[i] - mean[i];
            mean[i] += difference * diff_scale;
            variance[i] += difference * difference;
        }
    }

    fn array_update_var_inv_std_draw(
        &mut self,
        inv_std: &mut Vec<f64>,
        std: &mut Vec<f64>,
        draw_var: &Vec<f64>,
        scale: f64,
        fill_invalid: Option<f64>,
        clamp: (f64, f64),
    ) {
        for i in 0..draw_var.len() {
            if let Some(found) = scales(draw_var[i] * scale, fill_invalid, clamp) {
                (std[i], inv_std[i]) = found;
            }
        }
    }

    fn array_update_var_inv_std_draw_grad(
        &mut self,
        inv_std: &mut Vec<f64>,
        std: &mut Vec<f64>,
        draw_var: &Vec<f64>,
        grad_var: &Vec<f64>,
        fill_invalid: Option<f64>,
        clamp: (f64, f64),
    ) {
        for i in 0..draw_var.len() {
            if let Some(found) = scales(libm::sqrt(draw_var[i] / grad_var[i]), fill_invalid, clamp) {
                (std[i], inv_std[i]) = found;
            }
        }
    }

    fn array_update_var_inv_std_grad(
        &mut self,
        inv_std: &mut Vec<f64>,
        std: &mut Vec<f64>,
        gradient: &Vec<f64>,
        fill_invalid: f64,
        clamp: (f64, f64),
    ) {
        for i in 0..gradient.len() {
            let variance = 1.0 / gradient[i].abs().max(clamp.0).min(clamp.1);
            if let Some(found) = scales(variance, Some(fill_invalid), (0.0, f64::MAX)) {
                (std[i], inv_std[i]) = found;
            }
        }
    }

    // What follows serves the other samplers of the crate (full scales, exact normal flows, microcanonical steps). The
    // trait asks for it; a diagonal scale with leapfrog steps does not come here.

    fn new_eig_vectors<'a>(&'a mut self, vals: impl ExactSizeIterator<Item = &'a [f64]>) -> Vec<Vec<f64>> {
        vals.map(<[f64]>::to_vec).collect()
    }

    fn new_eig_values(&mut self, vals: &[f64]) -> Vec<f64> {
        vals.to_vec()
    }

    fn eigs_as_array(&mut self, source: &Vec<f64>) -> Box<[f64]> {
        source.clone().into()
    }

    /// (I + U (Λ − I) Uᵀ) x.
    fn apply_lowrank_transform(&mut self, vecs: &Vec<Vec<f64>>, vals: &Vec<f64>, rhs: &Vec<f64>, dest: &mut Vec<f64>) {
        dest.copy_from_slice(rhs);
        for ((column, value), along) in vecs.iter().zip(vals).zip(onto(vecs, rhs)) {
            dest.iter_mut().zip(column).for_each(|(dest, u)| *dest += u * along * (value - 1.0));
        }
    }

    fn apply_lowrank_transform_inplace(&mut self, vecs: &Vec<Vec<f64>>, vals: &Vec<f64>, rhs_and_dest: &mut Vec<f64>) {
        let rhs = rhs_and_dest.clone();
        self.apply_lowrank_transform(vecs, vals, &rhs, rhs_and_dest);
    }

    fn array_mult_eigs(
        &mut self,
        stds: &Vec<f64>,
        rhs: &Vec<f64>,
        dest: &mut Vec<f64>,
        vecs: &Vec<Vec<f64>>,
        vals: &Vec<f64>,
    ) {
        let scaled: Vec<f64> = rhs.iter().zip(stds).map(|(x, sd)| x * sd).collect();
        self.apply_lowrank_transform(vecs, vals, &scaled, dest);
        self.array_mult_inplace(dest, stds);
    }

    fn array_gaussian_eigs<R: Rng + ?Sized>(
        &mut self,
        rng: &mut R,
        dest: &mut Vec<f64>,
        scale: &Vec<f64>,
        vals: &Vec<f64>,
        vecs: &Vec<Vec<f64>>,
    ) {
        let drawn: Vec<f64> = dest.iter().map(|_| standard_normal(rng)).collect();
        self.apply_lowrank_transform(vecs, vals, &drawn, dest);
        self.array_mult_inplace(dest, scale);
    }

    /// q cos ε + v sin ε and v cos ε − q sin ε: a standard normal moves in circles.
    fn std_norm_flow(&mut self, pos: &Vec<f64>, pos_out: &mut Vec<f64>, vel: &mut Vec<f64>, epsilon: f64) {
        let (sin, cos) = (libm::sin(short(epsilon)), libm::cos(short(epsilon)));
        for i in 0..pos.len() {
            pos_out[i] = pos[i] * cos + vel[i] * sin;
            vel[i] = vel[i] * cos - pos[i] * sin;
        }
    }

    fn std_norm_grad_flow(
        &mut self,
        pos: &Vec<f64>,
        grad: &Vec<f64>,
        vel: &Vec<f64>,
        vel_out: &mut Vec<f64>,
        epsilon: f64,
    ) {
        let epsilon = short(epsilon);
        for i in 0..pos.len() {
            vel_out[i] = vel[i] + epsilon * (pos[i] + grad[i]);
        }
    }

    fn std_norm_grad_flow_inplace(&mut self, pos: &Vec<f64>, grad: &Vec<f64>, vel: &mut Vec<f64>, epsilon: f64) {
        let before = vel.clone();
        self.std_norm_grad_flow(pos, grad, &before, vel, epsilon);
    }

    /// The momentum of Steeg and Gallagher 2021 after half a step, and the kinetic energy it gained.
    fn esh_momentum_update(&mut self, grad: &Vec<f64>, mom: &mut Vec<f64>, step: f64) -> f64 {
        let norm = libm::sqrt(dot(grad, grad));
        if norm < 1e-300 || grad.len() < 2 {
            return 0.0;
        }
        let others = grad.len() as f64 - 1.0;
        let alpha = dot(mom, grad) / norm;
        let delta = short(step) * norm / others;
        let zeta = libm::exp(-delta);
        let along = (1.0 - zeta) * (1.0 + zeta + alpha * (1.0 - zeta));
        mom.iter_mut().zip(grad).for_each(|(p, g)| *p = along * (g / norm) + 2.0 * zeta * *p);
        self.array_normalize(mom);
        (delta - std::f64::consts::LN_2 + libm::log1p(alpha + (1.0 - alpha) * zeta * zeta)) * others
    }

    fn inv_transform_normalize(
        &mut self,
        _params: &(),
        _position: &Vec<f64>,
        _gradient: &Vec<f64>,
        _transformed_position: &mut Vec<f64>,
        _transformed_gradient: &mut Vec<f64>,
    ) -> Result<f64, NoValue> {
        Err(NoValue::NoFlow)
    }

    fn init_from_untransformed_position(
        &mut self,
        _params: &(),
        _position: &Vec<f64>,
        _gradient: &mut Vec<f64>,
        _transformed_position: &mut Vec<f64>,
        _transformed_gradient: &mut Vec<f64>,
        _clip: Option<f64>,
    ) -> Result<(f64, f64), NoValue> {
        Err(NoValue::NoFlow)
    }

    fn init_from_transformed_position(
        &mut self,
        _params: &(),
        _position: &mut Vec<f64>,
        _gradient: &mut Vec<f64>,
        _transformed_position: &Vec<f64>,
        _transformed_gradient: &mut Vec<f64>,
        _clip: Option<f64>,
    ) -> Result<(f64, f64), NoValue> {
        Err(NoValue::NoFlow)
    }

    fn update_transformation<'a, R: Rng + ?Sized>(
        &'a mut self,
        _rng: &mut R,
        _positions: impl ExactSizeIterator<Item = &'a Vec<f64>>,
        _gradients: impl ExactSizeIterator<Item = &'a Vec<f64>>,
        _logps: impl ExactSizeIterator<Item = &'a f64>,
        _params: &'a mut (),
    ) -> Result<(), NoValue> {
        Err(NoValue::NoFlow)
    }

    fn new_transformation<R: Rng + ?Sized>(&mut self, _rng: &mut R, _dim: usize, _chain: u64) -> Result<(), NoValue> {
        Err(NoValue::NoFlow)
    }

    fn init_transformation<R: Rng + ?Sized>(
        &mut self,
        _rng: &mut R,
        _position: &Vec<f64>,
        _gradient: &Vec<f64>,
        _chain: u64,
    ) -> Result<(), NoValue> {
        Err(NoValue::NoFlow)
    }

    fn transformation_id(&self, _params: &()) -> Result<i64, NoValue> {
        Err(NoValue::NoFlow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_loses_its_last_digits_and_nothing_else() {
        assert_eq!(
            (short(1.0), short(-1.0), short(0.5), short(-0.0).to_bits()),
            (1.0, -1.0, 0.5, (-0.0_f64).to_bits())
        );
        let step = 0.123_456_789;
        assert_eq!(short(step), short(step * (1.0 + 1e-12)));
        assert!((short(step) / step - 1.0).abs() <= 1.0 / 8192.0);
        assert_eq!(short(step) / 2.0, short(step / 2.0));
        // Rounding up carries into the exponent.
        assert_eq!(short(f64::from_bits(2.0_f64.to_bits() - 1)), 2.0);
        assert!(short(f64::NAN).is_nan());
    }
}
