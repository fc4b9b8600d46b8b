//! Records whose fields are declared once, and set by their path.
//!
//! [`record!`] declares a struct with the default of each field. From that one declaration follow how it is read from a
//! file, its `Default`, the list of its fields with their documentation, and how a field is set by its path, as in
//! `countries.USA.isolation_cost`: a typed write into the struct, without printing or reading anything else.

use serde::de::DeserializeOwned;

use crate::{document, named::Named};

/// A value that can be set, or whose fields can be set, by a path.
pub trait Settable: DeserializeOwned {
    /// Whether the value has no fields of its own: such entries of a map can be added by a path.
    const LEAF: bool = true;

    /// Sets the field at this path, relative to this value; the empty path is the value itself.
    ///
    /// # Errors
    /// If there is no such field, or the new value does not fit.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), Refusal>;

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
pub enum Refusal {
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

impl Refusal {
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
    pub fn new(value: &'a str) -> Result<Self, Refusal> {
        let factor = value.strip_prefix('x').map(document::value).transpose();
        Ok(Self { value, factor: factor.map_err(|_| Refusal::expected(NUMBER))?, existing: false })
    }

    /// The same change to fields that already have a value.
    #[must_use]
    pub fn to_existing(self) -> Self {
        Self { existing: true, ..self }
    }

    /// The value as written.
    pub fn value(&self) -> &'a str {
        self.value
    }

    /// Reads the value.
    ///
    /// # Errors
    /// If it does not fit, or is a factor.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        match self.factor {
            Some(_) => Err(Refusal::expected("a number to scale")),
            None => document::value(self.value).map_err(Refusal::expected),
        }
    }

    /// Replaces a value that has no fields of its own.
    ///
    /// # Errors
    /// If the path goes on, or the value does not fit.
    pub fn replace<T: DeserializeOwned>(&self, path: &str, slot: &mut T) -> Result<(), Refusal> {
        if !path.is_empty() {
            return Err(Refusal::unknown(path, &[]));
        }
        *slot = self.read()?;
        Ok(())
    }

    /// Sets or scales a number.
    ///
    /// # Errors
    /// If the value is neither a number nor a factor.
    pub fn number(&self, slot: &mut f64) -> Result<(), Refusal> {
        *slot = match self.factor {
            Some(factor) => *slot * factor,
            None => document::value(self.value).map_err(|_| Refusal::expected(NUMBER))?,
        };
        Ok(())
    }

    /// A new value of which only the field at this path is given.
    fn within<T: DeserializeOwned>(&self, path: &str) -> Result<T, Refusal> {
        if self.factor.is_some() {
            return Err(Refusal::expected(NUMBER));
        }
        let steps = path.split('.').filter(|step| !step.is_empty());
        let text = steps.rev().fold(self.value.to_owned(), |inner, step| format!("({step}: {inner})"));
        document::value(&text).map_err(Refusal::expected)
    }
}

/// The first step of a path, and the rest.
pub fn step(path: &str) -> (&str, &str) {
    path.split_once('.').unwrap_or((path, ""))
}

/// The rest of a path that begins with this name; names may hold dots.
fn after<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    match path.strip_prefix(name)? {
        "" => Some(""),
        rest => rest.strip_prefix('.'),
    }
}

/// Makes one change in several places: it must be possible in one of them.
///
/// # Errors
/// The first value that does not fit; else, if no place has the field, why the first has not.
pub fn in_each(changes: impl Iterator<Item = Result<(), Refusal>>) -> Result<(), Refusal> {
    let (mut done, mut refused) = (false, None);
    for change in changes {
        match change {
            Ok(()) => done = true,
            Err(refusal @ Refusal::Value { .. }) => return Err(refusal),
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    match refused {
        Some(refusal) if !done => Err(refusal),
        _ => Ok(()),
    }
}

impl Settable for f64 {
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), Refusal> {
        if path.is_empty() { change.number(self) } else { Err(Refusal::unknown(path, &[])) }
    }
}

macro_rules! whole_numbers {
    ($($type:ty),*) => {$(
        impl Settable for $type {
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked
            fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), Refusal> {
                let Some(factor) = change.factor.filter(|_| path.is_empty()) else {
                    return change.replace(path, self);
                };
                let scaled = *self as f64 * factor;
                if scaled.fract() != 0.0 || !(0.0..<$type>::MAX as f64).contains(&scaled) {
                    return Err(Refusal::expected("a factor that leaves a whole number, 0 or more"));
                }
                *self = scaled as $type;
                Ok(())
            }
        }
    )*};
}

whole_numbers!(u32, u64);

/// Values that are only replaced as a whole.
macro_rules! leaves {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::field::Settable for $type {
            fn set_field(&mut self, path: &str, change: &$crate::field::Change<'_>) -> Result<(), $crate::field::Refusal> {
                change.replace(path, self)
            }
        }
    )*};
}
pub(crate) use leaves;

leaves!(bool, String);

impl<T: DeserializeOwned> Settable for Vec<T> {
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), Refusal> {
        change.replace(path, self)
    }
}

impl<T: Settable> Settable for Option<T> {
    const LEAF: bool = T::LEAF;

    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), Refusal> {
        match self {
            None if change.existing => return Err(Refusal::Absent),
            whole if path.is_empty() && change.factor.is_none() => *whole = change.read()?,
            None => *self = Some(change.within(path)?),
            Some(value) => value.set_field(path, change)?,
        }
        Ok(())
    }

    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        T::list(at, about, fields);
    }
}

impl<T: Settable> Settable for Box<T> {
    const LEAF: bool = T::LEAF;

    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), Refusal> {
        (**self).set_field(path, change)
    }
}

impl<T: Settable> Settable for Named<T> {
    const LEAF: bool = false;

    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), Refusal> {
        if path.is_empty() {
            return change.replace(path, self);
        }
        if let Some(rest) = after(path, "*") {
            let change = change.to_existing();
            return in_each(self.values_mut().map(|value| value.set_field(rest, &change)));
        }
        let named = self.names().enumerate().filter(|(_, name)| after(path, name).is_some());
        match named.max_by_key(|(_, name)| name.len()).map(|(n, name)| (n, name.len())) {
            Some((n, length)) => {
                let rest = path[length..].trim_start_matches('.');
                self.values_mut().nth(n).map_or(Ok(()), |value| value.set_field(rest, change))
            }
            None if T::LEAF && !change.existing => {
                self.set(path, change.within("")?);
                Ok(())
            }
            None => Err(Refusal::NoEntry {
                rest: path.len(),
                name: path.rsplit_once('.').map_or(path, |(name, _)| name).to_owned(),
                known: self.names().map(str::to_owned).collect(),
            }),
        }
    }

    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        fields.push(Field { path: at.to_owned(), about });
        let entry = match at.rsplit('.').next() {
            Some("positions" | "governs") => "CLAUSE",
            Some("member_of") => "BLOC",
            Some("lobbies") => "COUNTRY",
            Some("options") => "OPTION",
            _ => "NAME",
        };
        T::list(&format!("{at}.{entry}"), about, fields);
    }
}

/// Declares a struct and its fields, once: `field: type = default`, each with its documentation. Where no field has a
/// default, there is no `Default`, and what may be left out of a file says so with `#[serde(default)]`.
macro_rules! record {
    ($(#[$($meta:tt)*])* pub struct $name:ident {
        $($(#[$($about:tt)*])* $field:ident: $type:ty = $default:expr,)*
    }) => {
        $(#[$($meta)*])*
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name { $($(#[$($about)*])* pub $field: $type,)* }

        impl Default for $name {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        $crate::field::fields!($name { $($(#[$($about)*])* $field: $type,)* });
    };
    ($(#[$($meta:tt)*])* pub struct $name:ident {
        $($(#[$($about:tt)*])* $field:ident: $type:ty,)*
    }) => {
        $(#[$($meta)*])*
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$($about)*])* pub $field: $type,)* }

        $crate::field::fields!($name { $($(#[$($about)*])* $field: $type,)* });
    };
}
pub(crate) use record;

/// The fields of a struct, each by its path.
macro_rules! fields {
    ($name:ident { $($(#[$($about:tt)*])* $field:ident: $type:ty,)* }) => {
        impl $crate::field::Settable for $name {
            const LEAF: bool = false;

            fn set_field(&mut self, path: &str, change: &$crate::field::Change<'_>) -> Result<(), $crate::field::Refusal> {
                let (step, rest) = $crate::field::step(path);
                match step {
                    "" => change.replace(path, self),
                    $(stringify!($field) => $crate::field::Settable::set_field(&mut self.$field, rest, change),)*
                    _ => Err($crate::field::Refusal::unknown(path, &[$(stringify!($field)),*])),
                }
            }

            fn list(at: &str, about: &'static str, fields: &mut Vec<$crate::field::Field>) {
                if !at.is_empty() {
                    fields.push($crate::field::Field { path: at.to_owned(), about });
                }
                let dot = if at.is_empty() { "" } else { "." };
                $(<$type as $crate::field::Settable>::list(
                    &format!("{at}{dot}{}", stringify!($field)),
                    concat!($($crate::field::about!($($about)*)),*),
                    fields,
                );)*
            }
        }
    };
}
pub(crate) use fields;

/// The text of a documentation comment; nothing of other attributes.
macro_rules! about {
    (doc = $about:literal) => {
        $about
    };
    ($($other:tt)*) => {
        ""
    };
}
pub(crate) use about;

/// An enum whose variants hold settings: the variant's name is no step of a path.
macro_rules! settings {
    ($name:ident { $($variant:ident($type:ty)),* $(,)? } $($bare:ident),*) => {
        impl $crate::field::Settable for $name {
            const LEAF: bool = false;

            fn set_field(&mut self, path: &str, change: &$crate::field::Change<'_>) -> Result<(), $crate::field::Refusal> {
                match self {
                    _ if path.is_empty() => change.replace(path, self),
                    $(Self::$variant(settings) => $crate::field::Settable::set_field(settings, path, change),)*
                    $(Self::$bare { .. } => Err($crate::field::Refusal::unknown(path, &[])),)*
                }
            }

            fn list(at: &str, about: &'static str, fields: &mut Vec<$crate::field::Field>) {
                fields.push($crate::field::Field { path: at.to_owned(), about });
                let mut settings = Vec::new();
                $(<$type as $crate::field::Settable>::list(at, about, &mut settings);)*
                settings.retain(|field| field.path != at);
                for field in settings {
                    if !fields.contains(&field) {
                        fields.push(field);
                    }
                }
            }
        }
    };
}
pub(crate) use settings;
