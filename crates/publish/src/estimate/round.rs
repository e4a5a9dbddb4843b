//! Round: an estimate to the digits that its interval supports. An interval of 3,174 people does not carry a third digit.

/// The unit to which a number with an interval this wide is rounded: two digits of the width, at least one person.
pub(crate) fn unit(width: f64) -> f64 {
    if !width.is_finite() || width < 100.0 {
        return 1.0;
    }
    // A hair more, so that a width of 1000 is not taken for 999.99.
    let digits = libm::floor(libm::log10(width * (1.0 + 1e-12))) - 1.0;
    libm::pow(10.0, digits)
}

/// The value to that unit, never below those who were observed.
pub(super) fn rounded(value: f64, unit: f64, observed: u64) -> f64 {
    let nearest = (value / unit).round() * unit;
    if value.is_finite() { nearest.max(observed as f64) } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_keeps_the_digits_its_interval_supports() {
        // The United Kingdom's five lists: 11,313 with 9,889 to 13,063 is published as 11,300.
        assert_eq!(rounded(11_313.4, unit(13_063.0 - 9_889.0), 2_744), 11_300.0);
        assert_eq!(rounded(141.7, unit(160.0 - 130.0), 123), 142.0);
        assert_eq!(rounded(4_404.0, unit(2_000.0), 4_400), 4_400.0);
        assert_eq!((unit(1_000.0), unit(999.0), unit(f64::INFINITY)), (100.0, 10.0, 1.0));
    }

    #[test]
    fn rounding_never_hides_somebody_who_was_observed() {
        assert_eq!(rounded(4_410.0, 1_000.0, 4_400), 4_400.0);
    }
}
