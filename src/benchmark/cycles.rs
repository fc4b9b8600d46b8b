//! Majority thresholds that rule out cycles, by the number of clauses.

/// The share of votes above which a rule leaves some text unbeaten for all convex preferences over D clauses: D/(D+1)
/// (Greenberg 1979, Econometrica 47).
///
/// ```
/// use plenary::benchmark::{caplin_nalebuff, greenberg};
/// assert_eq!(greenberg(2), 2.0 / 3.0);
/// assert!((caplin_nalebuff(2) - 5.0 / 9.0).abs() < 1e-15);
/// ```
pub fn greenberg(clauses: usize) -> f64 {
    let d = dimensions(clauses);
    d / (d + 1.0)
}

/// The share of votes above which the mean ideal is unbeaten, if ideals have a concave density over D clauses and voters
/// care only about distance: 1 − (D/(D+1))^D, at most 1 − 1/e = 0.632 (Caplin & Nalebuff 1988, Econometrica 56).
pub fn caplin_nalebuff(clauses: usize) -> f64 {
    1.0 - libm::pow(greenberg(clauses), dimensions(clauses))
}

#[allow(clippy::cast_precision_loss)] // far fewer than 2^53 clauses
fn dimensions(clauses: usize) -> f64 {
    clauses as f64
}
