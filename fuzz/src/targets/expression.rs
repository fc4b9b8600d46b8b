//! Measures that authors make of others.

use plenary::expression::Expression;

/// An expression: it is read, and then has a finite value or none, or it is refused with a place that lies in it.
pub fn read(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    match text.parse::<Expression>() {
        Ok(found) => {
            let values: Vec<Option<f64>> = (0..found.names().len()).map(|n| Some(n as f64 / 7.0)).collect();
            assert!(found.value(&values).is_none_or(f64::is_finite));
            true
        }
        Err(error) => {
            let [from, to] = error.at;
            assert!(from <= to && to <= error.text.chars().count(), "{error}");
            false
        }
    }
}
