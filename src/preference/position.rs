//! A party's position on a clause.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
    ser::SerializeTuple,
};

use crate::{
    field::{Change, Field, SetError, Settable, leaves},
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
