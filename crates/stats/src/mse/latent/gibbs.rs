//! One Markov chain over the latent classes: a sweep costs as much as the table has filled cells, not people.

use super::super::table::{History, Table};
use super::Prior;
use crate::chance::Chance;

/// Up to so many people, each is given a class of their own draw; above, whole groups are.
const ONE_BY_ONE: u64 = 8;

/// How often M is drawn anew when it lies above the most that is held possible; after that it stays for this sweep. The
/// number of draws does not depend on M, so each sweep is either a draw from the truncated distribution or none, and the
/// posterior is the same.
const REDRAWS: usize = 20;

/// Where a chain starts: chains that agree although they began so differently have found the same distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// All people are alike.
    OneClass,
    /// Classes drawn from their prior.
    Scattered,
}

/// Where a chain is.
pub(super) struct Sampler {
    t: usize,
    classes: usize,
    prior: Prior,
    /// The histories that somebody has.
    pub(super) cells: Vec<(History, u64)>,
    pub(super) n: u64,
    /// The largest M that is held possible.
    pub(super) most: u64,
    /// M, people on no list.
    pub(super) hidden: u64,
    /// α, how readily new classes are made.
    pub(super) alpha: f64,
    /// π_k.
    pub(super) shares: Vec<f64>,
    /// λ_jk/(1 − λ_jk), list by list, of the probability λ_jk that a person of class k is on list j.
    odds: Vec<f64>,
    /// 1 − λ_jk, list by list.
    off: Vec<f64>,
    /// π_k Π_j (1 − λ_jk): the share of all people who are of class k and on no list.
    missed: Vec<f64>,
    /// People of class k, the hidden ones among them.
    pub(super) sizes: Vec<u64>,
    /// Hidden people of class k.
    pub(super) unseen: Vec<u64>,
    /// People of class k who are on list j, list by list.
    on_list: Vec<u64>,
    weights: Vec<f64>,
    tails: Vec<f64>,
    /// Sweeps in which M was first drawn above the most.
    pub(super) capped: u64,
}

impl Sampler {
    /// A chain that starts with `hidden` people on no list.
    pub(super) fn new(
        table: &Table,
        classes: usize,
        prior: Prior,
        (start, hidden): (Start, u64),
        most: u64,
        chance: &mut Chance,
    ) -> Self {
        let t = table.t();
        let mut sampler = Self {
            t,
            classes,
            prior,
            cells: table.seen().collect(),
            n: table.n(),
            most,
            hidden,
            alpha: 1.0,
            shares: vec![0.0; classes],
            odds: vec![0.0; t * classes],
            off: vec![0.0; t * classes],
            missed: vec![0.0; classes],
            sizes: vec![0; classes],
            unseen: vec![0; classes],
            on_list: vec![0; t * classes],
            weights: vec![0.0; classes],
            tails: vec![0.0; classes],
            capped: 0,
        };
        if start == Start::OneClass {
            sampler.sizes[0] = sampler.n + hidden;
            for j in 0..t {
                sampler.on_list[j * classes] = table.at_least(1 << j);
            }
        }
        sampler.draw_lists(chance);
        sampler.draw_shares(chance);
        sampler.weigh_missed();
        sampler.part_hidden(chance);
        sampler
    }

    /// One sweep over everything.
    pub(super) fn sweep(&mut self, chance: &mut Chance) {
        self.part_seen(chance);
        self.draw_lists(chance);
        let ln_last = self.draw_shares(chance);
        self.weigh_missed();
        self.draw_hidden(chance);
        self.part_hidden(chance);
        self.draw_alpha(ln_last, chance);
    }

    /// Gives each person on a list a class: p(k) ∝ π_k Π_j λ_jk^x_j (1 − λ_jk)^(1−x_j).
    pub(super) fn part_seen(&mut self, chance: &mut Chance) {
        self.sizes.copy_from_slice(&self.unseen);
        self.on_list.fill(0);
        for cell in 0..self.cells.len() {
            let (history, count) = self.cells[cell];
            let mut lists = [0; History::BITS as usize];
            let mut many = 0;
            self.weights.copy_from_slice(&self.missed);
            for j in (0..self.t).filter(|j| history >> j & 1 == 1) {
                lists[many] = j * self.classes;
                many += 1;
                let odds = &self.odds[j * self.classes..(j + 1) * self.classes];
                self.weights.iter_mut().zip(odds).for_each(|(weight, odds)| *weight *= odds);
            }
            let (sizes, on_list) = (&mut self.sizes, &mut self.on_list);
            part(count, &self.weights, &mut self.tails, chance, |class, people| {
                sizes[class] += people;
                lists[..many].iter().for_each(|list| on_list[list + class] += people);
            });
        }
    }

    /// The weights of the classes for people on no list; for those on some, each list multiplies by its odds.
    fn weigh_missed(&mut self) {
        self.missed.copy_from_slice(&self.shares);
        for off in self.off.chunks_exact(self.classes) {
            self.missed.iter_mut().zip(off).for_each(|(missed, off)| *missed *= off);
        }
    }

    /// λ_jk ~ Beta(1 + on list j, 1 + not on it), over the people of class k.
    pub(super) fn draw_lists(&mut self, chance: &mut Chance) {
        let k = self.classes;
        let lists = self.odds.chunks_exact_mut(k).zip(self.off.chunks_exact_mut(k)).zip(self.on_list.chunks_exact(k));
        for ((odds, off), on_list) in lists {
            for (((odds, off), on), size) in odds.iter_mut().zip(off).zip(on_list).zip(&self.sizes) {
                if *size == 0 {
                    *off = chance.uniform();
                    *odds = (1.0 - *off) / *off;
                } else {
                    let (x, y) = (chance.gamma(1.0 + *on as f64), chance.gamma(1.0 + (size - on) as f64));
                    *odds = x / y;
                    *off = y / (x + y);
                }
            }
        }
    }

    /// V_k ~ Beta(1 + c_k, α + Σ_{l>k} c_l) and π_k = V_k Π_{l<k} (1 − V_l), the last class taking the rest. Returns
    /// ln π_K, which may be far below the logarithm of the smallest number.
    pub(super) fn draw_shares(&mut self, chance: &mut Chance) -> f64 {
        let last = self.classes - 1;
        let mut behind: u64 = self.sizes.iter().sum();
        let (mut rest, mut ln_rest, mut not_logged) = (1.0, 0.0, 1.0);
        for k in 0..last {
            behind -= self.sizes[k];
            let shape = self.alpha + behind as f64;
            let left = if shape >= 1.0 {
                let (x, y) = (chance.gamma(1.0 + self.sizes[k] as f64), chance.gamma(shape));
                let left = y / (x + y);
                not_logged *= left;
                if not_logged < 1e-150 {
                    ln_rest += libm::log(not_logged);
                    not_logged = 1.0;
                }
                left
            } else {
                let ln_left = ln_of_small_rest(self.sizes[k], shape, chance);
                ln_rest += ln_left;
                libm::exp(ln_left)
            };
            self.shares[k] = rest * (1.0 - left);
            rest *= left;
        }
        self.shares[last] = rest;
        ln_rest + libm::log(not_logged)
    }

    /// M ~ negative binomial with n seen of probability 1 − p₀ each, p₀ = Σ_k π_k Π_j (1 − λ_jk), not above the most:
    /// what p(N) ∝ 1/N on n ≤ N ≤ n + most leads to.
    pub(super) fn draw_hidden(&mut self, chance: &mut Chance) {
        let seen: f64 = self.shares.iter().zip(&self.missed).map(|(share, missed)| share - missed).sum();
        // Closer to 0 is rounding, and M then lies far above any most.
        let seen = seen.clamp(1e-13, 1.0 - 1e-16);
        for redraw in 0..REDRAWS {
            let drawn = chance.negative_binomial(self.n as f64, seen);
            if drawn <= self.most {
                self.hidden = drawn;
                return;
            }
            self.capped += u64::from(redraw == 0);
        }
    }

    /// Gives each hidden person a class.
    pub(super) fn part_hidden(&mut self, chance: &mut Chance) {
        self.unseen.fill(0);
        let unseen = &mut self.unseen;
        part(self.hidden, &self.missed, &mut self.tails, chance, |class, people| unseen[class] += people);
    }

    /// α ~ Gamma(a + K − 1, rate b − ln π_K).
    pub(super) fn draw_alpha(&mut self, ln_last: f64, chance: &mut Chance) {
        let shape = self.prior.shape + (self.classes - 1) as f64;
        // A stick of exponent 0 would leave nothing to any later class for ever.
        self.alpha = f64::max(chance.gamma(shape) / (self.prior.rate - ln_last), 1e-300);
    }
}

/// ln(1 − V) for V ~ Beta(1 + size, shape), shape below 1: 1 − V itself may be smaller than any number.
fn ln_of_small_rest(size: u64, shape: f64, chance: &mut Chance) -> f64 {
    if size == 0 {
        return libm::log(chance.uniform()) / shape;
    }
    let (x, ln_y) = (chance.gamma(1.0 + size as f64), chance.ln_gamma(shape));
    ln_y - libm::log(x + libm::exp(ln_y))
}

/// Parts `count` people over classes by weight, as the multinomial does, and hands out every group.
fn part(count: u64, weights: &[f64], tails: &mut [f64], chance: &mut Chance, mut give: impl FnMut(usize, u64)) {
    let last = weights.len() - 1;
    // Summed from the end: taking weights away from their total would leave noise for the smallest.
    let mut tail = 0.0;
    for (sum, weight) in tails.iter_mut().zip(weights).rev() {
        tail += weight;
        *sum = tail;
    }
    if count <= ONE_BY_ONE {
        for _ in 0..count {
            let mut left = chance.uniform() * tail;
            let class = weights[..last].iter().position(|weight| {
                left -= weight;
                left < 0.0
            });
            give(class.unwrap_or(last), 1);
        }
        return;
    }
    let mut left = count;
    for (class, (weight, tail)) in weights[..last].iter().zip(tails.iter()).enumerate() {
        let people = chance.binomial(left, weight / tail);
        if people > 0 {
            give(class, people);
            left -= people;
        }
        if left == 0 {
            return;
        }
    }
    give(last, left);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mcmc::quantile_with_error;
    use crate::special::{ln_gamma, log_sum_exp};

    const PRIOR: Prior = Prior { shape: 0.25, rate: 0.25 };

    fn table(counts: &[(History, u64)]) -> Table {
        Table::new(["a", "b", "c"].map(str::to_owned).to_vec(), counts.iter().copied()).expect("a table")
    }

    /// One class is independence, whose posterior is p(M) ∝ (n + M − 1)!/M! Π_j B(1 + n_j, 1 + n + M − n_j).
    #[test]
    fn one_class_has_the_exact_posterior_of_independence() {
        let table = table(&[(1, 12), (2, 9), (4, 7), (3, 4), (5, 2), (6, 3), (7, 1)]);
        let (n, most) = (table.n() as f64, 400);
        let ln: Vec<f64> = (0..=most)
            .map(|m| {
                let total = n + f64::from(m);
                let of_list = |j: usize| {
                    let on = table.at_least(1 << j) as f64;
                    ln_gamma(1.0 + on) + ln_gamma(1.0 + total - on) - ln_gamma(2.0 + total)
                };
                ln_gamma(total) - ln_gamma(f64::from(m) + 1.0) + (0..3).map(of_list).sum::<f64>()
            })
            .collect();
        let all = log_sum_exp(&ln);
        let below = |m: f64| ln.iter().take(m as usize + 1).map(|x| libm::exp(x - all)).sum::<f64>();
        let chains: Vec<Vec<f64>> = (0..4)
            .map(|c| {
                let mut chance = Chance::numbered(3, c);
                let mut sampler = Sampler::new(&table, 1, PRIOR, (Start::OneClass, 10), most as u64, &mut chance);
                let mut draw = || {
                    sampler.sweep(&mut chance);
                    sampler.hidden as f64
                };
                (0..20_000).map(|_| draw()).collect()
            })
            .collect();
        for p in [0.025, 0.25, 0.5, 0.75, 0.975] {
            // The quantile of the chains with its Monte-Carlo error must hold p of the exact distribution; M is whole, so
            // the share strictly below is the other end.
            let (_, lower, upper) = quantile_with_error(&chains, p);
            let width = (upper - lower) * 1.5;
            assert!(below((lower - width).max(0.0) - 1.0) <= p && below(upper + width) >= p, "{p}: {lower} {upper}");
        }
        let mean: f64 = chains.iter().flatten().sum::<f64>() / 80_000.0;
        let exact: f64 = ln.iter().enumerate().map(|(m, x)| m as f64 * libm::exp(x - all)).sum();
        let square: f64 = ln.iter().enumerate().map(|(m, x)| m as f64 * m as f64 * libm::exp(x - all)).sum();
        let effective = crate::mcmc::effective_draws(&chains);
        let error = libm::sqrt((square - exact * exact) / effective);
        assert!((mean - exact).abs() < 4.0 * error, "{mean} instead of {exact} ± {error}");
    }

    /// What the Geweke test looks at.
    fn features(sampler: &Sampler) -> [f64; 7] {
        let total = (sampler.n + sampler.hidden) as f64;
        let first = sampler.shares[0];
        let on = |j: usize| -> f64 {
            let row = sampler.off.chunks_exact(sampler.classes).nth(j).expect("three lists");
            row.iter().zip(&sampler.shares).map(|(off, share)| (1.0 - off) * share).sum()
        };
        [total, total * total, libm::log(sampler.alpha), first, first * first, on(0), on(1) * on(2)]
    }

    /// Everything from the prior: α, V, λ, N with p(N) ∝ 1/N up to `top`, classes, histories; again if nobody is seen.
    fn from_prior(sampler: &mut Sampler, top: u64, chance: &mut Chance) {
        loop {
            sampler.sizes.fill(0);
            sampler.alpha = f64::max(chance.gamma(PRIOR.shape) / PRIOR.rate, 1e-300);
            sampler.draw_shares(chance);
            sampler.draw_lists(chance);
            let weights: Vec<f64> = (1..=top).map(|total| 1.0 / total as f64).collect();
            let mut total = 0;
            part(1, &weights, &mut vec![0.0; weights.len()], chance, |at, _| total = at as u64 + 1);
            let shares = sampler.shares.clone();
            let mut sizes = vec![0; shares.len()];
            part(total, &shares, &mut vec![0.0; shares.len()], chance, |class, people| sizes[class] += people);
            sampler.sizes = sizes;
            if new_histories(sampler, top, chance) {
                return;
            }
        }
    }

    /// Draws everybody's history anew, given the classes. False, and nothing done, if nobody is on a list.
    fn new_histories(sampler: &mut Sampler, top: u64, chance: &mut Chance) -> bool {
        let mut counts = [0; 8];
        let mut unseen = vec![0; sampler.classes];
        for (class, unseen) in unseen.iter_mut().enumerate() {
            for _ in 0..sampler.sizes[class] {
                let on = |j: usize, chance: &mut Chance| chance.uniform() >= sampler.off[j * sampler.classes + class];
                let history = (0..3).fold(0, |w, j| w | usize::from(on(j, chance)) << j);
                counts[history] += 1;
                *unseen += u64::from(history == 0);
            }
        }
        let n: u64 = counts[1..].iter().sum();
        if n == 0 {
            return false;
        }
        sampler.cells = (1..8).map(|w| (w as History, counts[w])).filter(|(_, count)| *count > 0).collect();
        (sampler.n, sampler.hidden, sampler.unseen, sampler.most) = (n, counts[0], unseen, top - n);
        true
    }

    /// Geweke 2004, "Getting it right": the joint distribution of parameters and data is the same whether both come from
    /// the prior, or data are drawn given the parameters and the parameters by the sampler given the data, in turn.
    #[test]
    fn a_sweep_keeps_the_joint_distribution_of_people_and_classes() {
        const TOP: u64 = 25;
        let mut chance = Chance::new(2024);
        let mut sampler = Sampler::new(&table(&[(1, 1)]), 3, PRIOR, (Start::Scattered, 0), 1, &mut chance);
        let direct: Vec<[f64; 7]> = (0..60_000)
            .map(|_| {
                from_prior(&mut sampler, TOP, &mut chance);
                features(&sampler)
            })
            .collect();
        let chains: Vec<Vec<[f64; 7]>> = (0..4)
            .map(|_| {
                from_prior(&mut sampler, TOP, &mut chance);
                (0..60_000)
                    .map(|_| {
                        sampler.sweep(&mut chance);
                        // Classes of everybody, the hidden as the sweep left them; the seen are parted anew first.
                        sampler.part_seen(&mut chance);
                        // Nobody seen is not among the data that are possible: then the data are drawn again.
                        while !new_histories(&mut sampler, TOP, &mut chance) {}
                        features(&sampler)
                    })
                    .collect()
            })
            .collect();
        for feature in 0..7 {
            let of_direct: Vec<f64> = direct.iter().map(|draw| draw[feature]).collect();
            let of_chains: Vec<Vec<f64>> =
                chains.iter().map(|chain| chain.iter().map(|draw| draw[feature]).collect()).collect();
            let (mean, error) = mean_and_error(&[of_direct]);
            let (other, other_error) = mean_and_error(&of_chains);
            let z = (mean - other) / libm::sqrt(error * error + other_error * other_error);
            // Seven features: |z| < 4 fails a right sampler once in 2,000 seeds.
            assert!(z.abs() < 4.0, "feature {feature}: {mean} ± {error}, {other} ± {other_error}, z {z}");
        }
    }

    fn mean_and_error(chains: &[Vec<f64>]) -> (f64, f64) {
        let all: Vec<f64> = chains.iter().flatten().copied().collect();
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let variance = all.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / all.len() as f64;
        (mean, libm::sqrt(variance / crate::mcmc::effective_draws(chains)))
    }
}
