//! Sobol': points that fill a cube more evenly than chance does.
//!
//! Bratley and Fox 1988, with the direction numbers of Joe and Kuo 2008 (`sobol.csv`). Random only in how the points are
//! scrambled (Matoušek 1998): in each dimension the digits are multiplied by a random lower triangular matrix and shifted,
//! which keeps the evenness and makes every point uniform.

use crate::chance::Chance;

const BITS: usize = 32;

/// The dimensions that direction numbers are carried for; dimensions beyond are plain chance.
pub const DIMENSIONS: usize = 512;

/// A scrambled sequence in some dimensions.
#[derive(Clone, Debug)]
pub struct Sequence {
    /// By dimension, the scrambled direction numbers and the shift.
    directions: Vec<([u32; BITS], u32)>,
    dimensions: usize,
    seed: u64,
}

impl Sequence {
    /// The sequence of a seed.
    pub fn new(dimensions: usize, seed: u64) -> Self {
        let plain = directions(dimensions.min(DIMENSIONS));
        let scramble = |(dimension, numbers): (usize, [u32; BITS])| {
            let mut chance = Chance::numbered(seed, SCRAMBLES + dimension as u64);
            let rows: [u32; BITS] = std::array::from_fn(|row| matrix_row(row, chance.bits() as u32));
            (numbers.map(|number| multiply(&rows, number)), chance.bits() as u32)
        };
        Self { directions: plain.into_iter().enumerate().map(scramble).collect(), dimensions, seed }
    }

    /// Point `number`, each coordinate within (0, 1).
    pub fn point(&self, number: u64, point: &mut Vec<f64>) {
        point.clear();
        for (numbers, shift) in &self.directions {
            let mut bits = *shift;
            let mut left = number as u32;
            while left != 0 {
                bits ^= numbers[left.trailing_zeros() as usize];
                left &= left - 1;
            }
            point.push((f64::from(bits) + 0.5) / 4_294_967_296.0);
        }
        if self.dimensions > self.directions.len() {
            let mut chance = Chance::numbered(self.seed, POINTS + number);
            point.resize_with(self.dimensions, || chance.uniform());
        }
    }
}

/// Streams of a seed: the matrices of the dimensions, and the coordinates beyond the direction numbers.
const SCRAMBLES: u64 = 1 << 40;
const POINTS: u64 = 1 << 41;

/// A row of a lower triangular matrix with ones on its diagonal, over the digits from the most significant down.
fn matrix_row(row: usize, bits: u32) -> u32 {
    let diagonal = 1u32 << (BITS - 1 - row);
    let left = if row == 0 { 0 } else { !0u32 << (BITS - row) };
    diagonal | (bits & left)
}

/// Matrix times vector, modulo 2.
fn multiply(rows: &[u32; BITS], vector: u32) -> u32 {
    let digit = |(row, &mask): (usize, &u32)| ((mask & vector).count_ones() & 1) << (BITS - 1 - row);
    rows.iter().enumerate().map(digit).fold(0, |sum, digit| sum | digit)
}

/// Direction numbers by dimension: v_k = m_k / 2^k with
/// m_k = 2 a_1 m_{k−1} ⊕ … ⊕ 2^{s−1} a_{s−1} m_{k−s+1} ⊕ 2^s m_{k−s} ⊕ m_{k−s}, a the inner coefficients of a primitive
/// polynomial of degree s. The first dimension has m_k = 1 throughout.
fn directions(dimensions: usize) -> Vec<[u32; BITS]> {
    let rows = include_str!("sobol.csv").lines().skip(1).take(dimensions.saturating_sub(1));
    let first = std::array::from_fn(|k| 1u32 << (BITS - 1 - k));
    let mut all = vec![first; dimensions.min(1)];
    all.extend(rows.map(|row| {
        let mut cells = row.split([',', ' ']).skip(1).map(|cell| cell.parse().unwrap_or(0u32));
        let (s, a) = (cells.next().unwrap_or(1) as usize, cells.next().unwrap_or(0));
        let mut v = [0u32; BITS];
        for (k, m) in cells.take(s).enumerate() {
            v[k] = m << (BITS - 1 - k);
        }
        for k in s..BITS {
            v[k] = v[k - s] ^ (v[k - s] >> s);
            for inner in 1..s {
                v[k] ^= ((a >> (s - 1 - inner)) & 1) * v[k - inner];
            }
        }
        v
    }));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The plain sequence, without scrambling.
    fn plain(dimensions: usize, number: u32) -> Vec<u32> {
        let bits = |v: &[u32; BITS]| (0..BITS).filter(|k| number >> k & 1 == 1).fold(0, |bits, k| bits ^ v[k]);
        directions(dimensions).iter().map(bits).collect()
    }

    #[test]
    fn every_dimension_has_its_direction_numbers() {
        assert_eq!(directions(DIMENSIONS).len(), DIMENSIONS);
        // m_k is odd and below 2^k.
        for v in directions(DIMENSIONS) {
            assert!((0..BITS).all(|k| v[k].trailing_zeros() as usize == BITS - 1 - k));
        }
    }

    #[test]
    fn the_first_2_to_the_k_points_fill_each_interval_of_each_dimension_once() {
        let sequence = Sequence::new(60, 11);
        let mut point = Vec::new();
        let mut seen = vec![[0; 256]; 60];
        for number in 0..256 {
            sequence.point(number, &mut point);
            seen.iter_mut().zip(&point).for_each(|(seen, x)| seen[(x * 256.0) as usize] += 1);
        }
        assert!(seen.iter().flatten().all(|&count| count == 1));
    }

    #[test]
    fn the_first_two_dimensions_are_a_net() {
        // A (0, 2)-sequence: every 16 × 16 box, and every other elementary box, holds one of 256 points.
        let sequence = Sequence::new(2, 5);
        let mut point = Vec::new();
        for (across, down) in [(16, 16), (64, 4), (2, 128), (256, 1)] {
            let mut seen = vec![0; 256];
            for number in 0..256 {
                sequence.point(number, &mut point);
                seen[(point[0] * across as f64) as usize * down + (point[1] * down as f64) as usize] += 1;
            }
            assert!(seen.iter().all(|&count| count == 1), "{across} by {down}");
        }
    }

    #[test]
    fn dimensions_beyond_the_numbers_are_chance() {
        let mut point = Vec::new();
        Sequence::new(DIMENSIONS + 3, 1).point(7, &mut point);
        assert_eq!(point.len(), DIMENSIONS + 3);
        assert!(point.iter().all(|x| (0.0..1.0).contains(x)));
    }

    /// `tests/oracles/sobol/SOURCES.md`: another program's points of the same sequence.
    #[test]
    fn the_plain_sequence_is_the_published_one() {
        let mut compared = 0;
        for row in include_str!("../../tests/oracles/sobol/points.csv").lines().skip(1) {
            let cells: Vec<u32> = row.split(',').map(|cell| cell.parse().expect("whole numbers")).collect();
            let [number, dimension, value] = cells[..] else { panic!("{row} has other than three cells") };
            assert_eq!(plain(DIMENSIONS, number)[dimension as usize - 1], value, "{row}");
            compared += 1;
        }
        assert_eq!(compared, 96);
    }
}
