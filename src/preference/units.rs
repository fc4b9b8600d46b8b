//! Numbers of one kind that stand on two scales.

/// The largest number on the smaller scale and the smallest on the larger one, where numbers that should be comparable
/// come in two heaps ten times apart: fractions of 1, and numbers of 5 and more. None where they do not.
pub(crate) fn mixed_units(numbers: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    let mut sorted: Vec<f64> = numbers.into_iter().filter(|x| *x > 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let gap = sorted.windows(2).map(|w| (w[0], w[1])).max_by(|a, b| (a.1 / a.0).total_cmp(&(b.1 / b.0)))?;
    let (below, above) = gap;
    let is_fraction = sorted.iter().any(|x| *x < 1.0) && below <= 1.0;
    (is_fraction && above >= 5.0 && above >= 10.0 * below).then_some(gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_heaps() {
        for (numbers, found) in [
            (vec![0.5, 50.0, 0.4], Some((0.5, 50.0))),
            (vec![60.0, 0.4], Some((0.4, 60.0))),
            (vec![0.9, 1.0, 90.0, 100.0], Some((1.0, 90.0))),
            (vec![0.0, 30.0, 60.0], None),
            (vec![1.0, 15.0, 50.0], None),
            (vec![0.1, 0.5, 1.0, 2.0, 4.0], None),
            (vec![0.001, 0.9], None),
            (vec![0.5], None),
            (vec![], None),
        ] {
            assert_eq!(mixed_units(numbers.clone()), found, "{numbers:?}");
        }
    }
}
