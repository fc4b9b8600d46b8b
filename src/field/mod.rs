//! Records whose fields are declared once, and set by their path.
//!
//! `record!` declares a struct with the default of each field. From that one declaration follow how it is read from a
//! file, its `Default`, the list of its fields with their documentation, and how a field is set by its path, as in
//! `countries.USA.isolation_cost`: a typed write into the struct, without printing or reading anything else.

use serde::de::DeserializeOwned;

use crate::document;

mod macros;
mod values;

pub(crate) use macros::{about, fields, leaves, record, settings};

/// A value that can be set, or whose fields can be set, by a path.
pub trait Settable: DeserializeOwned {
    /// Whether the value has no fields of its own: such entries of a map can be added by a path.
    const LEAF: bool = true;

    /// Sets the field at this path, relative to this value; the empty path is the value itself.
    ///
    /// # Errors
    /// If there is no such field, or the new value does not fit.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError>;

    /// Appends the paths that [`Settable::set_field`] accepts, `at` being the path of this value and `about` its documentation.
    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        fields.push(Field { path: at.to_owned(), about });
    }
}

/// A field that can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its path; NAME, CLAUSE and the like stand for the names of entries.
    pub path: String,
    /// Its documentation: meaning, unit and range.
    pub about: &'static str,
}

/// What is written into a field.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    value: &'a str,
    factor: Option<f64>,
    /// Whether fields that have no value are left alone, as under `*`.
    existing: bool,
}

/// Why a field was not set.
#[derive(Clone, Debug, PartialEq)]
pub enum SetError {
    /// There is no such field.
    Unknown {
        /// The length of the rest of the path that begins with the unknown step.
        rest: usize,
        /// The fields there are.
        known: Vec<&'static str>,
    },
    /// There is no entry of this name.
    NoEntry {
        /// The length of the rest of the path that begins with the name.
        rest: usize,
        /// The name.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// The value does not fit.
    Value {
        /// What would fit.
        expected: String,
    },
    /// The field has no value, and only fields that have one were to be changed.
    Absent,
}

impl SetError {
    /// There is no field of that name among these.
    pub fn unknown(path: &str, known: &[&'static str]) -> Self {
        Self::Unknown { rest: path.len(), known: known.to_vec() }
    }

    /// This would fit.
    pub fn expected(expected: impl Into<String>) -> Self {
        Self::Value { expected: expected.into() }
    }
}

/// What may be written into a number.
const NUMBER: &str = "a number, as 0.15, or a factor, as x4";

impl<'a> Change<'a> {
    /// A value written as in a scenario file ("0.15"), or a factor ("x4").
    ///
    /// # Errors
    /// If what follows the x is no number.
    pub fn new(value: &'a str) -> Result<Self, SetError> {
        let factor = value.strip_prefix('x').map(document::value).transpose();
        Ok(Self { value, factor: factor.map_err(|_| SetError::expected(NUMBER))?, existing: false })
    }

    /// The same change to fields that already have a value.
    #[must_use]
    pub fn to_existing(self) -> Self {
        Self { existing: true, ..self }
    }

    /// Whether only fields that have a value are to be changed.
    pub fn is_to_existing(&self) -> bool {
        self.existing
    }

    /// Reads the value.
    ///
    /// # Errors
    /// If it does not fit, or is a factor.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, SetError> {
        match self.factor {
            Some(_) => Err(SetError::expected("a number to scale")),
            None => document::value(self.value).map_err(SetError::expected),
        }
    }

    /// Replaces a value that has no fields of its own.
    ///
    /// # Errors
    /// If the path goes on, or the value does not fit.
    pub fn replace<T: DeserializeOwned>(&self, path: &str, slot: &mut T) -> Result<(), SetError> {
        if !path.is_empty() {
            return Err(SetError::unknown(path, &[]));
        }
        *slot = self.read()?;
        Ok(())
    }

    /// Sets or scales a number.
    ///
    /// # Errors
    /// If the value is neither a number nor a factor.
    pub fn number(&self, slot: &mut f64) -> Result<(), SetError> {
        *slot = match self.factor {
            Some(factor) => *slot * factor,
            None => document::value(self.value).map_err(|_| SetError::expected(NUMBER))?,
        };
        Ok(())
    }

    /// A new value of which only the field at this path is given.
    fn within<T: DeserializeOwned>(&self, path: &str) -> Result<T, SetError> {
        if self.factor.is_some() {
            return Err(SetError::expected(NUMBER));
        }
        let steps = path.split('.').filter(|step| !step.is_empty());
        let text = steps.rev().fold(self.value.to_owned(), |inner, step| format!("({step}: {inner})"));
        document::value(&text).map_err(SetError::expected)
    }
}

/// The first step of a path, and the rest.
pub fn step(path: &str) -> (&str, &str) {
    path.split_once('.').unwrap_or((path, ""))
}

/// Makes one change in several places: it must be possible in one of them.
///
/// # Errors
/// The first value that does not fit; else, if no place has the field, why the first has not.
pub fn in_each(changes: impl Iterator<Item = Result<(), SetError>>) -> Result<(), SetError> {
    let (mut done, mut refused) = (false, None);
    for change in changes {
        match change {
            Ok(()) => done = true,
            Err(refusal @ SetError::Value { .. }) => return Err(refusal),
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    match refused {
        Some(refusal) if !done => Err(refusal),
        _ => Ok(()),
    }
}
