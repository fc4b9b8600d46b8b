//! The mutant that the environment turns on.
#![allow(missing_docs, clippy::all)]

use std::{
    ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign},
    sync::LazyLock,
};

static MUTANT: LazyLock<usize> =
    LazyLock::new(|| std::env::var("MUTANT").ok().and_then(|id| id.parse().ok()).unwrap_or(usize::MAX));

#[inline]
pub fn on(id: usize) -> bool {
    *MUTANT == id
}

#[inline(always)]
pub fn compare<T: PartialOrd + ?Sized>(id: usize, op: &str, other: &str, a: &T, b: &T) -> bool {
    match if on(id) { other } else { op } {
        ">" => a > b,
        "<" => a < b,
        ">=" => a >= b,
        "<=" => a <= b,
        "==" => a == b,
        _ => a != b,
    }
}

#[inline(always)]
pub fn arithmetic<T: Add<Output = T> + Sub<Output = T> + Mul<Output = T> + Div<Output = T>>(
    id: usize,
    op: &str,
    other: &str,
    a: T,
    b: T,
) -> T {
    match if on(id) { other } else { op } {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        _ => a / b,
    }
}

#[inline(always)]
pub fn assign<T: AddAssign + SubAssign + MulAssign + DivAssign>(id: usize, op: &str, other: &str, a: &mut T, b: T) {
    match if on(id) { other } else { op } {
        "+=" => *a += b,
        "-=" => *a -= b,
        "*=" => *a *= b,
        _ => *a /= b,
    }
}
