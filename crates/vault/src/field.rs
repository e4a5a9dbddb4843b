//! The field of 256 elements, for sharing a secret: bytes, added by exclusive or, multiplied modulo x⁸ + x⁴ + x³ + x² + 1.
//!
//! No table is looked up and nothing branches on a value, so that neither time nor cache tells what is multiplied.

/// Product of two elements.
pub fn multiply(a: u8, b: u8) -> u8 {
    let (mut product, mut shifted) = (0, a);
    for bit in 0..8 {
        product ^= shifted & (b >> bit & 1).wrapping_neg();
        shifted = (shifted << 1) ^ (0x1d & (shifted >> 7).wrapping_neg());
    }
    product
}

/// What gives one when multiplied with `a`: a²⁵⁴. Zero has none and gives zero.
pub fn invert(a: u8) -> u8 {
    // 254 is 0b1111_1110: the product of a², a⁴, … a¹²⁸.
    let (mut square, mut inverse) = (a, 1);
    for _ in 1..8 {
        square = multiply(square, square);
        inverse = multiply(inverse, square);
    }
    inverse
}

/// The value at `x` of the polynomial with these coefficients, the constant first (Horner).
pub fn evaluate(coefficients: &[u8], x: u8) -> u8 {
    coefficients.iter().rev().fold(0, |sum, coefficient| multiply(sum, x) ^ coefficient)
}

/// By how much the value at each `x` counts in the value at zero (Lagrange). The `xs` are different and not zero.
pub fn weights_at_zero(xs: &[u8]) -> Vec<u8> {
    let weight = |x: u8| {
        let others = xs.iter().copied().filter(|&other| other != x);
        others.fold(1, |weight, other| multiply(weight, multiply(other, invert(other ^ x))))
    };
    xs.iter().map(|&x| weight(x)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_field() {
        for a in 0..=255u8 {
            assert_eq!(multiply(a, 1), a);
            assert_eq!(multiply(a, invert(a)), u8::from(a != 0), "{a}");
            for b in 0..=255u8 {
                assert_eq!(multiply(a, b), multiply(b, a));
                assert!(multiply(a, b) != 0 || a == 0 || b == 0, "{a} {b}");
                for c in [2, 29, 255] {
                    assert_eq!(multiply(a, multiply(b, c)), multiply(multiply(a, b), c));
                    assert_eq!(multiply(a, b ^ c), multiply(a, b) ^ multiply(a, c));
                }
            }
        }
    }

    #[test]
    fn it_is_this_field_and_no_other() {
        assert_eq!(multiply(0x80, 2), 0x1d);
        let powers = std::iter::successors(Some(1), |&power| Some(multiply(power, 2)));
        assert_eq!(powers.skip(1).position(|power| power == 1), Some(254), "x makes every element but zero");
    }

    #[test]
    fn any_points_of_a_polynomial_give_its_value_at_zero() {
        let coefficients = [42, 7, 200];
        for xs in [[1, 2, 3], [9, 255, 4], [77, 78, 1]] {
            let weights = weights_at_zero(&xs);
            let sum =
                xs.iter().zip(weights).fold(0, |sum, (&x, weight)| sum ^ multiply(weight, evaluate(&coefficients, x)));
            assert_eq!(sum, 42, "{xs:?}");
        }
    }
}
