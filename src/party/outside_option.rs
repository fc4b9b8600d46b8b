//! The outside option: what a country can do without a text (specification §3.2).

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};

use crate::{
    field::{Change, Field, SetError, Settable, record},
    named::Named,
};

/// What a country can do without a text: a number, or a club, as in `0.15` or `(text: {"cuts": 0.6}, reach: 0.4)`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum OutsideOption {
    /// b ∈ [−1, 1]: what it is worth above the status quo, in utility. Above 1 − u(q) it is worth more than any text.
    Gain(f64),
    /// A club with a text of its own.
    Club(Club),
}

record! {
    /// A club: some go ahead without the others, under a text of their own.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Club {
        /// y: the club's text, clause by clause (what is left out stays at the status quo), or the country or bloc whose
        /// wishes it is.
        text: ClubText,
        /// σ ∈ [0, 1]: the reach, the share of the text's value that the club delivers alone.
        reach: f64,
    }
}

/// The text of a club: `{"cuts": 0.6, "tool": "tax"}`, or `"EU"`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ClubText {
    /// Clause → value; clauses left out stay at the status quo.
    Given(Named<Term>),
    /// What this country or bloc wants, in each replicate; where it wants nothing of a clause, the status quo.
    WantedBy(String),
}

/// What a club's text says on one clause.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Term {
    /// A value on the clause's scale, in [0, 1].
    Point(f64),
    /// The name of an option.
    Option(String),
}

impl Settable for OutsideOption {
    const LEAF: bool = false;

    /// A club's parts are `text` and `reach`.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        if let Self::Gain(b) = self
            && path.is_empty()
            && change.number(b).is_ok()
        {
            return Ok(());
        }
        match self {
            whole if path.is_empty() => change.replace(path, whole),
            Self::Club(club) => club.set_field(path, change),
            Self::Gain(_) if change.is_to_existing() => Err(SetError::Absent),
            Self::Gain(_) => {
                Err(SetError::expected("a club to begin with, as outside_option: (text: {…}, reach: 0.4)"))
            }
        }
    }

    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        Club::list(at, about, fields);
    }
}

impl Settable for ClubText {
    const LEAF: bool = false;

    /// Values go by their clauses.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        match self {
            whole if path.is_empty() => change.replace(path, whole),
            Self::Given(values) => values.set_field(path, change),
            Self::WantedBy(_) if change.is_to_existing() => Err(SetError::Absent),
            Self::WantedBy(_) => {
                Err(SetError::expected("a text to begin with, as text: {\"cuts\": 0.6}, in place of a party"))
            }
        }
    }

    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        Named::<Term>::list(at, about, fields);
    }
}

impl Settable for Term {
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        match self {
            Self::Point(x) if path.is_empty() => change.number(x).or_else(|_| change.replace(path, self)),
            whole => change.replace(path, whole),
        }
    }
}

/// Reads what is written as a number, a text or a map, by the methods given; each becomes the value of that variant.
macro_rules! forms {
    ($type:ident, $expecting:literal, $($form:ident => $variant:ident),*) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Forms;

                impl<'de> Visitor<'de> for Forms {
                    type Value = $type;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expecting)
                    }

                    $(forms!(@$form $type, $variant);)*
                }

                deserializer.deserialize_any(Forms)
            }
        }
    };
    (@number $type:ident, $variant:ident) => {
        fn visit_f64<E: Error>(self, x: f64) -> Result<$type, E> {
            Ok($type::$variant(x))
        }

        #[allow(clippy::cast_precision_loss)] // a number beyond 2^53 is refused anyway
        fn visit_i64<E: Error>(self, x: i64) -> Result<$type, E> {
            self.visit_f64(x as f64)
        }

        #[allow(clippy::cast_precision_loss)] // a number beyond 2^53 is refused anyway
        fn visit_u64<E: Error>(self, x: u64) -> Result<$type, E> {
            self.visit_f64(x as f64)
        }
    };
    (@text $type:ident, $variant:ident) => {
        fn visit_str<E: Error>(self, name: &str) -> Result<$type, E> {
            Ok($type::$variant(name.to_owned()))
        }
    };
    (@map $type:ident, $variant:ident) => {
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$type, A::Error> {
            Deserialize::deserialize(MapAccessDeserializer::new(map)).map($type::$variant)
        }
    };
}

forms!(OutsideOption, "a number as in 0.15, or a club as in (text: {\"cuts\": 0.6}, reach: 0.4)", number => Gain, map => Club);
forms!(ClubText, "a text as in {\"cuts\": 0.6}, or a country or bloc as in \"EU\"", text => WantedBy, map => Given);
forms!(Term, "a value as in 0.6, or the name of an option as in \"tax\"", number => Point, text => Option);
