//! What every value can be set to: numbers, texts, lists, options and maps.

use serde::de::DeserializeOwned;

use super::{Change, Field, SetError, Settable, in_each, leaves};
use crate::named::Named;

impl Settable for f64 {
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        if path.is_empty() { change.number(self) } else { Err(SetError::unknown(path, &[])) }
    }
}

macro_rules! whole_numbers {
    ($($type:ty),*) => {$(
        impl Settable for $type {
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked
            fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
                let Some(factor) = change.factor.filter(|_| path.is_empty()) else {
                    return change.replace(path, self);
                };
                let scaled = *self as f64 * factor;
                if scaled.fract() != 0.0 || !(0.0..<$type>::MAX as f64).contains(&scaled) {
                    return Err(SetError::expected("a factor that leaves a whole number, 0 or more"));
                }
                *self = scaled as $type;
                Ok(())
            }
        }
    )*};
}

whole_numbers!(u32, u64);

leaves!(bool, String);

impl<T: DeserializeOwned> Settable for Vec<T> {
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        change.replace(path, self)
    }
}

impl<T: Settable> Settable for Option<T> {
    const LEAF: bool = T::LEAF;

    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        match self {
            None if change.existing => return Err(SetError::Absent),
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

    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        (**self).set_field(path, change)
    }
}

impl<T: Settable> Settable for Named<T> {
    const LEAF: bool = false;

    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
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
            None => Err(SetError::NoEntry {
                rest: path.len(),
                name: path.rsplit_once('.').map_or(path, |(name, _)| name).to_owned(),
                known: self.names().map(str::to_owned).collect(),
            }),
        }
    }

    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        fields.push(Field { path: at.to_owned(), about });
        let entry = match at.rsplit('.').next() {
            Some("positions" | "governs" | "text") => "CLAUSE",
            Some("member_of") => "BLOC",
            Some("lobbies") => "COUNTRY",
            Some("options") => "OPTION",
            _ => "NAME",
        };
        T::list(&format!("{at}.{entry}"), about, fields);
    }
}

/// The rest of a path that begins with this name; names may hold dots.
fn after<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    match path.strip_prefix(name)? {
        "" => Some(""),
        rest => rest.strip_prefix('.'),
    }
}
