//! A party's preferences: ideal points, saliences, loss, the reading of vague wording, reservation value (specification §3).

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
    ser::SerializeTuple,
};

use crate::{
    field::{Change, Field, SetError, Settable, leaves, record},
    named::Named,
};

/// How well a stated position is documented; the scenario's `uncertainty` maps this to a spread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// A clear statement on record.
    High,
    /// A reasonable reading of the record (the default).
    #[default]
    Medium,
    /// A guess.
    Low,
    /// The party has no position of its own; it uses that of its heaviest bloc.
    Derived,
}

/// A party's position on one clause: `ideal`, `(ideal, salience)`, `(ideal, salience, High)`, or points per
/// option `{"option": points}`.
#[derive(Clone, Debug, PartialEq)]
pub enum Position {
    /// An ideal point on the clause's scale.
    Ideal {
        /// p ∈ [0, 1].
        ideal: f64,
        /// ω ≥ 0; relative to the party's other clauses unless the scenario's saliences are absolute.
        salience: f64,
        /// How well it is documented.
        confidence: Confidence,
    },
    /// Points per option, ≥ 0; the salience is the best option's points.
    Points(Named<f64>),
}

leaves!(Confidence);

impl Settable for Position {
    /// Its parts are `ideal`, `salience` and `confidence`; points go by the option.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        match (self, path) {
            (whole, "") => change.replace(path, whole),
            (Self::Ideal { ideal, .. }, "ideal") => ideal.set_field("", change),
            (Self::Ideal { salience, .. }, "salience") => salience.set_field("", change),
            (Self::Ideal { confidence, .. }, "confidence") => confidence.set_field("", change),
            (Self::Ideal { .. }, _) => Err(SetError::unknown(path, &["ideal", "salience", "confidence"])),
            (Self::Points(points), _) => points.set_field(path, change),
        }
    }

    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        for (part, about) in [
            ("", about),
            (".ideal", "p ∈ [0, 1]: the ideal point."),
            (".salience", "ω ≥ 0, relative to the party's other clauses unless the scenario says absolute."),
            (".confidence", "How well the position is documented."),
        ] {
            fields.push(Field { path: format!("{at}{part}"), about });
        }
    }
}

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Ideal { ideal, salience, confidence } => {
                let mut tuple = serializer.serialize_tuple(3)?;
                tuple.serialize_element(ideal)?;
                tuple.serialize_element(salience)?;
                tuple.serialize_element(confidence)?;
                tuple.end()
            }
            Self::Points(points) => points.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PositionVisitor;

        impl<'de> Visitor<'de> for PositionVisitor {
            type Value = Position;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "an ideal as in 0.4, (ideal, salience), (ideal, salience, High | Medium | Low), or points {\"option\": 5}",
                )
            }

            fn visit_f64<E: Error>(self, ideal: f64) -> Result<Position, E> {
                Ok(Position::Ideal { ideal, salience: 1.0, confidence: Confidence::default() })
            }

            #[allow(clippy::cast_precision_loss)] // an ideal beyond 2^53 is refused anyway
            fn visit_i64<E: Error>(self, ideal: i64) -> Result<Position, E> {
                self.visit_f64(ideal as f64)
            }

            #[allow(clippy::cast_precision_loss)] // an ideal beyond 2^53 is refused anyway
            fn visit_u64<E: Error>(self, ideal: u64) -> Result<Position, E> {
                self.visit_f64(ideal as f64)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Position, A::Error> {
                let ideal = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
                let salience = seq.next_element()?.unwrap_or(1.0);
                let confidence = seq.next_element()?.unwrap_or_default();
                Ok(Position::Ideal { ideal, salience, confidence })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Position, A::Error> {
                Named::deserialize(MapAccessDeserializer::new(map)).map(Position::Points)
            }
        }

        deserializer.deserialize_any(PositionVisitor)
    }
}

/// How distance from the ideal point is converted to loss, and loss to utility (specification §3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Loss {
    /// u = 1 − Σω|x−p| (the default).
    #[default]
    CityBlock,
    /// u = 1 − Σω(x−p)².
    Quadratic,
    /// u = 1 − √Σω(x−p)².
    Euclidean,
    /// u = exp(−Σω(x−p)²/2σ²); σ > 0, typically 0.3.
    Gaussian(f64),
    /// City-block with a weight for each side: `over` above the ideal, `under` below, both divided by the larger.
    Asymmetric {
        /// κ⁺ ≥ 0: weight of a text that goes beyond the ideal.
        over: f64,
        /// κ⁻ ≥ 0: weight of a text that falls short of it.
        under: f64,
    },
}

impl Settable for Loss {
    /// σ is its `width`.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        match (self, path) {
            (whole, "") => change.replace(path, whole),
            (Self::Gaussian(sigma), "width") => sigma.set_field("", change),
            (Self::Asymmetric { over, .. }, "over") => over.set_field("", change),
            (Self::Asymmetric { under, .. }, "under") => under.set_field("", change),
            _ => Err(SetError::unknown(path, &["width", "over", "under"])),
        }
    }
}

impl Loss {
    /// The loss on one clause at the point `x` for the ideal `p`, in [0, 1].
    #[inline(always)]
    pub fn at(self, x: f64, p: f64) -> f64 {
        match self {
            Self::CityBlock => (x - p).abs(),
            Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => (x - p) * (x - p),
            Self::Asymmetric { .. } => {
                let (over, under) = self.sides();
                if x > p { over * (x - p) } else { under * (p - x) }
            }
        }
    }

    /// κ⁺ and κ⁻ divided by the larger; (1, 1) if both sides have the same weight.
    #[inline(always)]
    pub(crate) fn sides(self) -> (f64, f64) {
        match self {
            Self::Asymmetric { over, under } => (over / over.max(under), under / over.max(under)),
            Self::CityBlock | Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => (1.0, 1.0),
        }
    }

    /// The mean loss over readings uniform on [lo, hi], lo < hi, in a form without cancellation for narrow intervals. On
    /// one side of the ideal a linear loss has its mean at the midpoint.
    #[inline(always)]
    fn mean(self, lo: f64, hi: f64, p: f64) -> f64 {
        let (middle, width) = (f64::midpoint(lo, hi), hi - lo);
        match self {
            Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => {
                (middle - p) * (middle - p) + width * width / 12.0
            }
            Self::CityBlock | Self::Asymmetric { .. } => {
                let (over, under) = self.sides();
                let both_sides = (over * (hi - p) * (hi - p) + under * (p - lo) * (p - lo)) / (2.0 * width);
                let one_side = self.at(middle, p);
                if (lo < p) & (p < hi) { both_sides } else { one_side }
            }
        }
    }

    /// The loss on one clause over the interval [lo, hi]: θ·min + (1−θ)·mean + κ_a(hi−lo).
    #[inline(always)]
    pub fn over(self, lo: f64, hi: f64, p: f64, reading: Reading) -> f64 {
        if lo == hi { self.at(lo, p) } else { self.between(lo, hi, p, reading) }
    }

    /// The same as [`Loss::over`] for lo < hi.
    #[inline(always)]
    pub fn between(self, lo: f64, hi: f64, p: f64, reading: Reading) -> f64 {
        let least = self.at(p.clamp(lo, hi), p);
        reading.theta * least + (1.0 - reading.theta) * self.mean(lo, hi, p) + reading.vagueness * (hi - lo)
    }

    /// Utility of a total loss (the salience-weighted sum of clause losses), in [0, 1].
    #[inline]
    pub fn utility(self, total: f64) -> f64 {
        let u = match self {
            Self::CityBlock | Self::Quadratic | Self::Asymmetric { .. } => 1.0 - total,
            Self::Euclidean => 1.0 - libm::sqrt(total),
            Self::Gaussian(sigma) => libm::exp(-total / (2.0 * sigma * sigma)),
        };
        u.max(0.0)
    }

    /// Whether [`Loss::utility`] is 1 − total, cut at 0.
    pub(crate) fn is_linear(self) -> bool {
        match self {
            Self::CityBlock | Self::Quadratic | Self::Asymmetric { .. } => true,
            Self::Euclidean | Self::Gaussian(_) => false,
        }
    }

    /// The point on the other side of the ideal `p` with the same loss as `x`; it may lie outside [0, 1].
    pub fn mirror(self, p: f64, x: f64) -> f64 {
        match self {
            Self::Asymmetric { over, under } if x > p => p - (over / under) * (x - p),
            Self::Asymmetric { over, under } => p + (under / over) * (p - x),
            Self::CityBlock | Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => 2.0 * p - x,
        }
    }

    /// The acceptance ceiling ā of specification §2: the deepest point on one clause whose loss is at most that of the status quo
    /// `q`, other clauses held fixed. For a symmetric loss, min(1, 2p − q) if p > q, otherwise q.
    pub fn ceiling(self, p: f64, q: f64) -> f64 {
        match self {
            // Going beyond the ideal costs nothing.
            Self::Asymmetric { over: 0.0, .. } => 1.0,
            Self::CityBlock
            | Self::Quadratic
            | Self::Euclidean
            | Self::Gaussian(_)
            | Self::Asymmetric { .. } => {
                if p > q {
                    self.mirror(p, q).min(1.0)
                } else {
                    q
                }
            }
        }
    }
}

record! {
    /// How a party reads vague wording (specification §3).
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Reading {
        /// θ ∈ [0, 1]: the weight of the party's own preferred reading against the average reading.
        theta: f64 = 0.3,
        /// κ_a ≥ 0: the cost per unit of width.
        vagueness: f64 = 0.1,
    }
}

/// Risk attitude: v(u) = (1 − e^{−αu})/(1 − e^{−α}); α = 0 is neutral, α > 0 averse.
#[inline]
pub fn with_risk(u: f64, alpha: f64) -> f64 {
    if alpha == 0.0 {
        return u;
    }
    libm::expm1(-alpha * u) / libm::expm1(-alpha)
}

/// What a party has without a text, relative to its utility of the status quo: max(−c, g), g what its outside option gains
/// it; −c without one. Its reservation value is r = u(q) + max(−c, g): it may be below 0, and above 1 no text can satisfy
/// the party (specification §3.2).
#[inline]
pub fn without_text(cost_of_failure: f64, gain: Option<f64>) -> f64 {
    gain.map_or(-cost_of_failure, |gain| gain.max(-cost_of_failure))
}

/// What a club gains a party over the status quo: σ (u(y) − u(q)), with the reach σ ∈ [0, 1] of its text y (specification
/// §3.2). u(q) plus the gain lies between u(q) and u(y), so never above 1.
#[inline]
pub fn club_gain(at_status_quo: f64, at_club_text: f64, reach: f64) -> f64 {
    reach * (at_club_text - at_status_quo)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOSSES: [Loss; 5] = [
        Loss::CityBlock,
        Loss::Quadratic,
        Loss::Euclidean,
        Loss::Gaussian(0.3),
        Loss::Asymmetric { over: 2.0, under: 0.5 },
    ];

    /// The mean loss equals a sum over 20,000 readings.
    #[test]
    fn mean_loss_equals_the_numerical_integral() {
        for loss in LOSSES {
            for (lo, hi) in [(0.1, 0.5), (0.3, 0.31), (0.0, 1.0)] {
                for p in [0.0, 0.2, 0.305, 0.5, 1.0] {
                    let n = 20_000;
                    let sum: f64 = (0..n)
                        .map(|k| loss.at(lo + (hi - lo) * (f64::from(k) + 0.5) / f64::from(n), p))
                        .sum();
                    let mean = sum / f64::from(n);
                    assert!((loss.mean(lo, hi, p) - mean).abs() < 1e-8, "{loss:?} on [{lo}, {hi}] at {p}");
                }
            }
        }
    }

    /// A very narrow interval must have the loss of its point (a regression: cancellation once changed it).
    #[test]
    fn a_narrow_interval_has_the_loss_of_its_point() {
        for loss in LOSSES {
            for width in [1e-17_f64, 1e-15, 1e-12, 1e-9] {
                let hi = 0.55 + width;
                let narrow = loss.over(0.55, hi.max(0.55_f64.next_up()), 0.18, Reading::default());
                assert!((narrow - loss.at(0.55, 0.18)).abs() < 1e-8, "{loss:?} at width {width}");
            }
        }
    }

    /// Specification §2: ā = min(1, 2p − q) if p > q, otherwise q.
    #[test]
    fn acceptance_ceiling() {
        for (p, q, ceiling) in [(0.2, 0.0, 0.4), (0.8, 0.0, 1.0), (0.3, 0.1, 0.5), (0.1, 0.3, 0.3)] {
            assert!((Loss::CityBlock.ceiling(p, q) - ceiling).abs() < 1e-12, "p {p}, q {q}");
        }
        // The loss above the ideal is twice that below, so the ceiling lies half as far above it.
        let asymmetric = Loss::Asymmetric { over: 2.0, under: 1.0 };
        assert!((asymmetric.ceiling(0.4, 0.0) - 0.6).abs() < 1e-12);
    }

    #[test]
    fn alternatives() {
        assert_eq!(without_text(0.0, None), 0.0);
        assert_eq!(without_text(0.3, None), -0.3);
        assert_eq!(without_text(0.5, Some(0.0)), 0.0, "the outside option is the floor");
        assert_eq!(without_text(0.0, Some(0.3)), 0.3, "and it has no ceiling");
        assert_eq!(without_text(0.1, Some(-0.3)), -0.1, "nobody uses an alternative worse than failure");
        assert!((club_gain(0.4, 0.9, 0.5) - 0.25).abs() < 1e-12);
        assert_eq!(club_gain(0.4, 0.9, 0.0), 0.0, "a club that delivers nothing");
    }
}
