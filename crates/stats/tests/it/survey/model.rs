//! The density, the sampler and their determinism.

use std::sync::atomic::{AtomicU64, Ordering};

use pana_stats::mcmc::Mixing;
use pana_stats::survey::hierarchy::{Hierarchy, logistic};
use pana_stats::survey::portable_math::Density;
use pana_stats::survey::sampler::{ChainSettings, NoDraws, sample};
use pana_stats::survey::simulate::invent;
use pana_stats::survey::study::Weighting;
use pana_stats::watch::{Unwatched, Watch};

use super::{frame, world};

#[test]
fn the_gradient_is_the_slope_of_the_density() {
    let mut invented = invent(&world(false), &frame(50, 50, 1), 5);
    for country in &mut invented.study.countries {
        for (i, cell) in country.answers.iter_mut().flatten().enumerate() {
            cell.weight = 0.5 + i as f64 / 3.0;
        }
    }
    for weighting in [Weighting::Ignored, Weighting::Effective] {
        invented.study.weighting = weighting;
        let model = Hierarchy::new(&invented.study, 0).expect("a model");
        let at: Vec<f64> = (0..model.dim()).map(|i| 0.3 - 0.11 * i as f64).collect();
        let (mut gradient, mut unused) = (vec![0.0; at.len()], vec![0.0; at.len()]);
        model.log_density(&at, &mut gradient);
        let h = 1e-5;
        for i in 0..at.len() {
            let mut value = |step: f64| {
                let mut there = at.clone();
                there[i] += step;
                model.log_density(&there, &mut unused)
            };
            // Central differences: the truncation error is h² times a third derivative, the rounding error eps·|value|/h.
            let slope = (value(h) - value(-h)) / (2.0 * h);
            assert!((slope - gradient[i]).abs() < 1e-5 * (1.0 + gradient[i].abs()), "{i}: {slope} {}", gradient[i]);
        }
    }
}

#[test]
fn the_logistic_survives_any_argument() {
    for eta in [-1e300, -800.0, -40.0, 0.0, 40.0, 800.0, 1e300] {
        let (share, softplus) = logistic(eta);
        assert!((0.0..=1.0).contains(&share) && softplus.is_finite() && softplus >= 0.0, "{eta}");
    }
    assert_eq!(logistic(0.0).0, 0.5);
}

/// A normal whose coordinates differ in scale by a factor of 10,000, with a correlation of 0.9 between neighbours.
struct Stretched;

impl Density for Stretched {
    fn dim(&self) -> usize {
        6
    }

    fn log_density(&self, x: &[f64], gradient: &mut [f64]) -> f64 {
        let mut value = 0.0;
        for pair in 0..3 {
            let (sx, sy) = (libm::pow(10.0, 2.0 * f64::from(pair as u8) - 2.0), 1.0);
            let (a, b) = (x[2 * pair] / sx, (x[2 * pair + 1] - 3.0) / sy);
            let rho = 0.9;
            let scale = 1.0 / (1.0 - rho * rho);
            value -= 0.5 * scale * (a * a - 2.0 * rho * a * b + b * b);
            gradient[2 * pair] = -scale * (a - rho * b) / sx;
            gradient[2 * pair + 1] = -scale * (b - rho * a) / sy;
        }
        value
    }
}

fn settings(seed: u64) -> ChainSettings {
    ChainSettings { chains: 4, warmup: 600, draws: 1000, target_accept: 0.85, max_depth: 10, seed }
}

#[test]
fn draws_from_a_stretched_normal_have_its_moments() {
    let draws = sample(&Stretched, &settings(3), 0, &Unwatched).expect("draws");
    assert_eq!((draws.divergences, draws.cut), (0, 0));
    for pair in 0..3 {
        let sx = libm::pow(10.0, 2.0 * f64::from(pair as u8) - 2.0);
        for (number, mean, sd) in [(2 * pair, 0.0, sx), (2 * pair + 1, 3.0, 1.0)] {
            let chains = draws.of(|x| x[number]);
            let squares = draws.of(|x| (x[number] - mean) * (x[number] - mean));
            let (m, v) = (Mixing::of(&chains), Mixing::of(&squares));
            assert!(m.r_hat < 1.02 && m.is_well(4), "{number}: {m:?}");
            let average = |chains: &[Vec<f64>]| chains.iter().flatten().sum::<f64>() / 4000.0;
            // Within four Monte-Carlo standard errors; the variance of z² is 2.
            assert!((average(&chains) - mean).abs() < 4.0 * sd / libm::sqrt(m.bulk_ess), "{number}");
            let error = 4.0 * libm::sqrt(2.0 / v.bulk_ess);
            assert!((average(&squares) / (sd * sd) - 1.0).abs() < error, "{number}: {}", average(&squares));
        }
    }
}

#[test]
fn the_draws_do_not_depend_on_the_number_of_threads() {
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| sample(&Stretched, &settings(9), 0, &Unwatched).expect("draws"))
    };
    let one = on(1);
    assert_eq!(one, on(3));
    assert_ne!(one.chains[0], one.chains[1]);
    assert_ne!(one, sample(&Stretched, &settings(9), 1, &Unwatched).expect("another series"));
}

#[test]
fn the_draws_are_these_to_the_last_bit() {
    let settings = ChainSettings { warmup: 200, draws: 50, ..settings(2026) };
    let draws = sample(&Stretched, &settings, 0, &Unwatched).expect("draws");
    let mut digest = 0xcbf2_9ce4_8422_2325_u64;
    for x in draws.positions().flatten() {
        digest = (digest ^ x.to_bits()).wrapping_mul(0x0100_0000_01b3);
    }
    assert_eq!(format!("{digest:016x}"), DIGEST, "the draws changed: on this machine, or with this version");
}

/// FNV-1a over the bits of all draws. It changes when the model, the sampler or its version does; it must not change with
/// the machine.
const DIGEST: &str = "4f09e339401d3e88";

struct Impatient(AtomicU64);

impl Watch for Impatient {
    fn advance(&self, _stage: &'static str, _done: u64, _of: u64) {}
    fn stopped(&self) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed) > 100
    }
}

#[test]
fn drawing_stops_when_asked_and_refuses_what_it_cannot_do() {
    let stopped = sample(&Stretched, &settings(1), 0, &Impatient(AtomicU64::new(0)));
    assert!(matches!(stopped, Err(NoDraws::Stopped(_))));
    let wrong = ChainSettings { target_accept: 1.0, ..settings(1) };
    assert_eq!(sample(&Stretched, &wrong, 0, &Unwatched), Err(NoDraws::Setting("target_accept")));

    struct Nowhere;
    impl Density for Nowhere {
        fn dim(&self) -> usize {
            2
        }
        fn log_density(&self, _position: &[f64], _gradient: &mut [f64]) -> f64 {
            f64::NAN
        }
    }
    assert_eq!(sample(&Nowhere, &settings(1), 0, &Unwatched), Err(NoDraws::NoStart));
}
