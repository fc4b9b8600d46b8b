//! The normal distribution, with the same bits on every machine.

/// Φ(z), the standard normal distribution function.
pub(crate) fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// A rational function: the coefficients above the line, and those below but the first, which is 1.
type Ratio = ([f64; 8], [f64; 7]);

/// |p − ½| ≤ .425, in .425² − (p − ½)².
#[allow(clippy::excessive_precision, clippy::unreadable_literal)]
const CENTRE: Ratio = (
    [
        3.3871328727963666080e0,
        1.3314166789178437745e2,
        1.9715909503065514427e3,
        1.3731693765509461125e4,
        4.5921953931549871457e4,
        6.7265770927008700853e4,
        3.3430575583588128105e4,
        2.5090809287301226727e3,
    ],
    [
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3,
    ],
);

/// The tails to e⁻²⁵, in √−ln p − 1.6.
#[allow(clippy::excessive_precision, clippy::unreadable_literal)]
const TAIL: Ratio = (
    [
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4,
    ],
    [
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9,
    ],
);

/// What lies beyond, in √−ln p − 5.
#[allow(clippy::excessive_precision, clippy::unreadable_literal)]
const FAR_TAIL: Ratio = (
    [
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7,
    ],
    [
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15,
    ],
);

/// Φ⁻¹(p) for p ∈ (0, 1), to about 1e−16 relative (Wichura 1988, algorithm AS 241, PPND16). Implemented here because
/// published crates use the platform's logarithm, whose bits differ between machines.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(0.180625 - q * q, &CENTRE);
    }
    let r = libm::sqrt(-libm::log(if q < 0.0 { p } else { 1.0 - p }));
    let tail = if r <= 5.0 { ratio(r - 1.6, &TAIL) } else { ratio(r - 5.0, &FAR_TAIL) };
    if q < 0.0 { -tail } else { tail }
}

/// (n₀ + n₁r + … + n₇r⁷)/(1 + d₁r + … + d₇r⁷).
fn ratio(r: f64, (numerator, denominator): &Ratio) -> f64 {
    let above = numerator.iter().rev().fold(0.0, |sum, c| sum * r + c);
    let below = denominator.iter().rev().fold(0.0, |sum, c| sum * r + c) * r + 1.0;
    above / below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_quantile_inverts_the_distribution_function() {
        for i in 1..2000 {
            let p = f64::from(i) / 2000.0;
            assert!((normal_cdf(normal_quantile(p)) - p).abs() < 1e-14, "at {p}");
        }
        // Published: Φ⁻¹(.975) and Φ⁻¹(10⁻¹⁰) (Wichura 1988 tests p = 1e-20: −9.262340089798408).
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-14);
        assert!((normal_quantile(1e-20) + 9.262_340_089_798_408).abs() < 1e-13);
    }
}
