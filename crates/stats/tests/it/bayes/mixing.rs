//! R̂ and effective draws are those of the reference implementation of Vehtari et al. 2021.

use pana_stats::mcmc::Mixing;

use super::tables::{number, rows};

/// x_i = φ x_{i−1} + u_i with u from Knuth's and Lewis' congruential generator, so that any language makes the same
/// chain exactly; the fourth chain is moved by `shift`.
fn chain(number: u64, phi: f64, shift: f64, length: usize) -> Vec<f64> {
    let (mut state, mut x) = (number + 1, 0.0);
    (0..length)
        .map(|_| {
            state = (1_664_525 * state + 1_013_904_223) % (1 << 32);
            x = phi * x + (state as f64 / 4_294_967_296.0 - 0.5);
            if number == 3 { x + shift } else { x }
        })
        .collect()
}

#[test]
fn mixing_is_judged_as_the_reference_does() {
    for row in rows("mixing.csv") {
        let (phi, shift, length) = (number(&row, "phi"), number(&row, "shift"), number(&row, "length") as usize);
        let chains: Vec<_> = (0..number(&row, "chains") as u64).map(|c| chain(c, phi, shift, length)).collect();
        let found = Mixing::of(&chains);
        // The reference prints twelve decimals of R̂ and nine of the rest.
        assert!((found.r_hat - number(&row, "r_hat")).abs() < 1e-9, "{found:?} instead of {row:?}");
        assert!((found.bulk_ess / number(&row, "bulk_ess") - 1.0).abs() < 1e-9, "{found:?} instead of {row:?}");
        assert!((found.tail_ess / number(&row, "tail_ess") - 1.0).abs() < 1e-9, "{found:?} instead of {row:?}");
    }
}
