//! Exact fractions with arbitrarily large terms.

use std::{fmt, iter::Sum};

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

/// An exact non-negative fraction in lowest terms.
///
/// ```
/// use plenary::benchmark::power::Exact;
/// let third: Exact = Exact::new(2, 6);
/// assert_eq!(third.to_string(), "1/3");
/// assert_eq!([third.clone(), third.clone(), third].into_iter().sum::<Exact>(), Exact::new(1, 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

impl Exact {
    /// The fraction num/den.
    ///
    /// # Panics
    /// If `den` is 0.
    pub fn new(num: u64, den: u64) -> Self {
        Self(BigRational::new(num.into(), den.into()))
    }

    /// The fraction num/den; `den` must be above 0.
    pub(super) fn of(num: BigUint, den: BigUint) -> Self {
        Self(BigRational::new(BigInt::from(num), BigInt::from(den)))
    }

    /// Whether it is exactly 0.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// The nearest `f64`, even if numerator and denominator are out of its range.
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }

    /// Numerator and denominator in decimal digits.
    pub fn parts(&self) -> (String, String) {
        (self.0.numer().to_string(), self.0.denom().to_string())
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        Self(iter.map(|x| x.0).fold(BigRational::zero(), |a, b| a + b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_beyond_the_range_of_f64() {
        let huge = BigUint::from(10_u32).pow(400);
        let third = Exact::of(huge.clone(), huge * 3_u32);
        assert!((third.to_f64() - 1.0 / 3.0).abs() < 1e-16);
        let unanimity = Exact::of(BigUint::from(1_u32), BigUint::from(1_u32) << 193_u32);
        assert!((unanimity.to_f64() - 2.0_f64.powi(-193)).abs() < f64::MIN_POSITIVE);
    }
}
