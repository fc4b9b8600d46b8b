//! The straight path between two texts.

use crate::{
    model::Model,
    text::{Text, Value},
};

/// How often a range is halved: past the last bit.
const HALVES: u32 = 52;

/// The least share of the path at which `holds`, taking it to hold from some share on; none where it does not at the end.
pub fn least(mut holds: impl FnMut(f64) -> bool) -> Option<f64> {
    if holds(0.0) {
        return Some(0.0);
    }
    if !holds(1.0) {
        return None;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVES {
        let middle = f64::midpoint(low, high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

/// The text at this share of the path; of options, the other's at the end of the path if it is on offer.
pub fn between(model: &Model, from: &Text, to: &Text, share: f64, text: &mut Text) {
    for (((slot, a), b), clause) in text.0.iter_mut().zip(&from.0).zip(&to.0).zip(&model.clauses) {
        *slot = match (*a, *b) {
            (Value::Interval { .. }, Value::Interval { .. }) => {
                Value::point((1.0 - share) * a.middle() + share * b.middle())
            }
            (_, b) if share >= 1.0 && clause.offers(b) => b,
            (a, _) => a,
        };
    }
}
