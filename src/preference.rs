//! What a party wants: ideal points, saliences, loss, the reading of vague words, reservation (model §3).

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

/// How well a stated position is documented; the scenario's `uncertainty` says what that means in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// A clear statement on record.
    High,
    /// A reasonable reading of the record (the default).
    #[default]
    Medium,
    /// A guess.
    Low,
    /// No position of its own: its heaviest bloc's was taken over.
    Derived,
}

/// A party's stand on one clause: `ideal`, `(ideal, salience)`, `(ideal, salience, High)`, or points per
/// option `{"option": points}`.
#[derive(Clone, Debug, PartialEq)]
pub enum Position {
    /// An ideal point on the clause's scale.
    Ideal {
        /// p ∈ [0, 1].
        ideal: f64,
        /// ω ≥ 0; relative to the party's other clauses unless the scenario says absolute.
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
        struct Stand;

        impl<'de> Visitor<'de> for Stand {
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

        deserializer.deserialize_any(Stand)
    }
}

/// How distance from the ideal turns into loss, and loss into utility (model §3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Loss {
    /// u = 1 − Σω|x−p| (the default).
    #[default]
    CityBlock,
    /// u = 1 − Σω(x−p)².
    Quadratic,
    /// u = 1 − √Σω(x−p)².
    Euclidean,
    /// u = exp(−Σω(x−p)²/2σ²); σ > 0, customarily .3.
    Gaussian(f64),
    /// City-block with the distance weighted by side: `over` above the ideal, `under` below, both divided by
    /// the larger.
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

    /// dℓ/dx at the point `x` for the ideal `p`; to the right of a kink.
    pub fn slope(self, x: f64, p: f64) -> f64 {
        match self {
            Self::CityBlock => {
                if x >= p {
                    1.0
                } else {
                    -1.0
                }
            }
            Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => 2.0 * (x - p),
            Self::Asymmetric { .. } => {
                let (over, under) = self.sides();
                if x >= p { over } else { -under }
            }
        }
    }

    /// κ⁺ and κ⁻ over the larger; 1 and 1 where the sides weigh alike.
    #[inline(always)]
    pub(crate) fn sides(self) -> (f64, f64) {
        match self {
            Self::Asymmetric { over, under } => (over / over.max(under), under / over.max(under)),
            _ => (1.0, 1.0),
        }
    }

    /// The mean loss over readings spread evenly on [lo, hi], lo < hi; written so that narrow intervals cancel
    /// nothing. On one side of the ideal the loss is straight, and its mean is its middle.
    #[inline(always)]
    fn mean(self, lo: f64, hi: f64, p: f64) -> f64 {
        let (middle, width) = (f64::midpoint(lo, hi), hi - lo);
        if let Self::Quadratic | Self::Euclidean | Self::Gaussian(_) = self {
            return (middle - p) * (middle - p) + width * width / 12.0;
        }
        let (over, under) = self.sides();
        let astride = (over * (hi - p) * (hi - p) + under * (p - lo) * (p - lo)) / (2.0 * width);
        let aside = self.at(middle, p);
        if (lo < p) & (p < hi) { astride } else { aside }
    }

    /// The loss on one clause over the interval [lo, hi]: θ·min + (1−θ)·mean + κ_a(hi−lo).
    #[inline(always)]
    pub fn over(self, lo: f64, hi: f64, p: f64, reading: Reading) -> f64 {
        if lo == hi { self.at(lo, p) } else { self.between(lo, hi, p, reading) }
    }

    /// The same, where lo < hi.
    #[inline(always)]
    pub fn between(self, lo: f64, hi: f64, p: f64, reading: Reading) -> f64 {
        let own = self.at(p.clamp(lo, hi), p);
        reading.theta * own + (1.0 - reading.theta) * self.mean(lo, hi, p) + reading.vagueness * (hi - lo)
    }

    /// Utility of a salience-weighted sum of clause losses, in [0, 1].
    #[inline]
    pub fn utility(self, total: f64) -> f64 {
        let u = match self {
            Self::CityBlock | Self::Quadratic | Self::Asymmetric { .. } => 1.0 - total,
            Self::Euclidean => 1.0 - libm::sqrt(total),
            Self::Gaussian(sigma) => libm::exp(-total / (2.0 * sigma * sigma)),
        };
        u.max(0.0)
    }

    /// The point on the other side of the ideal `p` that costs the same as `x`; it may lie outside [0, 1].
    pub fn mirror(self, p: f64, x: f64) -> f64 {
        match self {
            Self::Asymmetric { over, under } if x > p => p - (over / under) * (x - p),
            Self::Asymmetric { over, under } => p + (under / over) * (p - x),
            _ => 2.0 * p - x,
        }
    }

    /// The deepest point on one clause that costs no more than the status quo `q`, others held fixed: the
    /// acceptance ceiling ā of model §2. Symmetric loss: min(1, 2p − q) where p > q, else q.
    pub fn ceiling(self, p: f64, q: f64) -> f64 {
        match self {
            // Whoever never minds more takes everything.
            Self::Asymmetric { over: 0.0, .. } => 1.0,
            _ if p > q => self.mirror(p, q).min(1.0),
            _ => q,
        }
    }
}

record! {
    /// How a party reads vague words (model §3).
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Reading {
        /// θ ∈ [0, 1]: how far it trusts its own reading; 0 = expects the average one.
        theta: f64 = 0.3,
        /// κ_a ≥ 0: what each unit of width costs whoever reads it.
        vagueness: f64 = 0.1,
    }
}

/// Attitude to risk: v(u) = (1 − e^{−αu})/(1 − e^{−α}); α = 0 is neutral, α > 0 averse.
#[inline]
pub fn with_risk(u: f64, alpha: f64) -> f64 {
    if alpha == 0.0 {
        return u;
    }
    libm::expm1(-alpha * u) / libm::expm1(-alpha)
}

/// Reservation r = max(u(q) − c, b), with the outside option b = u(q) + `outside` capped at the ideal's
/// utility, 1 (model §3). Without an outside option r may fall below 0.
#[inline]
pub fn reservation(at_status_quo: f64, cost_of_failure: f64, outside: Option<f64>) -> f64 {
    let failing = at_status_quo - cost_of_failure;
    outside.map_or(failing, |gain| failing.max((at_status_quo + gain).min(1.0)))
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

    /// The mean loss against a sum over 20,000 readings.
    #[test]
    fn the_mean_is_the_integral() {
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

    /// A hair's breadth must not change what a clause is worth (it once did, by cancellation).
    #[test]
    fn a_tiny_interval_is_worth_its_point() {
        for loss in LOSSES {
            for width in [1e-17_f64, 1e-15, 1e-12, 1e-9] {
                let hi = 0.55 + width;
                let narrow = loss.over(0.55, hi.max(0.55_f64.next_up()), 0.18, Reading::default());
                assert!((narrow - loss.at(0.55, 0.18)).abs() < 1e-8, "{loss:?} at width {width}");
            }
        }
    }

    /// Model §2: ā = min(1, 2p − q) where p > q, else q.
    #[test]
    fn the_acceptance_ceiling() {
        for (p, q, ceiling) in [(0.2, 0.0, 0.4), (0.8, 0.0, 1.0), (0.3, 0.1, 0.5), (0.1, 0.3, 0.3)] {
            assert!((Loss::CityBlock.ceiling(p, q) - ceiling).abs() < 1e-12, "p {p}, q {q}");
        }
        // Twice as bad above the ideal as below: half the way back.
        let asymmetric = Loss::Asymmetric { over: 2.0, under: 1.0 };
        assert!((asymmetric.ceiling(0.4, 0.0) - 0.6).abs() < 1e-12);
    }

    #[test]
    fn reservations() {
        assert_eq!(reservation(0.6, 0.0, None), 0.6);
        assert!((reservation(0.1, 0.3, None) + 0.2).abs() < 1e-12, "may fall below 0");
        assert_eq!(reservation(0.6, 0.5, Some(0.0)), 0.6, "the outside option holds it up");
        assert_eq!(reservation(0.9, 0.0, Some(0.3)), 1.0, "no outside option beats the ideal");
    }
}
